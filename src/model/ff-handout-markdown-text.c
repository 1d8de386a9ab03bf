/* ff-handout-markdown-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words in a handout's Markdown, as they are printed.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-markdown-private.h"

/* Between words, or nothing that is printed: what entities and other alphabets have for ends of lines, too. */
static gboolean
is_space (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return letter == ' ' || type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
ff_markdown_tidy (const char *text)
{
  GString *result = g_string_new (NULL);
  gboolean after_space = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (is_space (letter))
        {
          after_space = TRUE;
          continue;
        }
      if (after_space && result->len > 0)
        g_string_append_c (result, ' ');
      after_space = FALSE;
      g_string_append_unichar (result, letter);
    }

  return g_string_free_and_steal (result);
}

char *
ff_markdown_unescape (const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && g_ascii_ispunct (text[1]))
        text++;
      g_string_append_c (result, *text);
    }

  return ff_markdown_tidy (result->str);
}

char *
ff_markdown_find (char *text, char sign)
{
  for (; *text != '\0'; text++)
    {
      if (*text == sign)
        return text;
      if (*text == '\\' && g_ascii_ispunct (text[1]))
        text++;
    }

  return NULL;
}

/* Cuts "{…}" off the end of @text, and gives what is in it. (nullable) (transfer full) */
static char *
cut_brace (char *text)
{
  char *open = ff_markdown_find (text, '{');
  char *close = open != NULL ? ff_markdown_find (open, '}') : NULL;

  if (close == NULL || close[1 + strspn (close + 1, " \t")] != '\0')
    return NULL;
  *open = *close = '\0';

  return ff_markdown_unescape (open + 1);
}

void
ff_markdown_read_part (char *text, FfBlockPart *part, char **brace)
{
  char *bar = ff_markdown_find (text, '|');

  if (bar != NULL)
    {
      *bar = '\0';
      *brace = cut_brace (bar + 1);
      part->hint = ff_markdown_unescape (bar + 1);
      if (*part->hint == '\0')
        g_clear_pointer (&part->hint, g_free);
    }
  if (*brace == NULL)
    *brace = cut_brace (text);
  part->title = ff_markdown_unescape (text);
}

/* --- Running text --- */

typedef struct
{
  FfMarkdownReader *reader;
  GString *text;
  gsize link_start; /* where the text of the link that we are in begins */
  guint line;       /* where the paragraph begins */
} Words;

static void
complain (Words *words, cmark_node *node, const char *sentence)
{
  guint line = (guint) cmark_node_get_start_line (node);

  ff_markdown_reader_complain (words->reader, MAX (line, words->line), "%s", sentence);
}

static void
append_address (Words *words, cmark_node *link)
{
  const char *address = cmark_node_get_url (link);
  const char *shown = words->text->str + words->link_start;

  if (g_str_has_prefix (address, "mailto:"))
    address += strlen ("mailto:");
  if (*address != '\0' && !g_str_equal (address, shown))
    g_string_append_printf (words->text, *shown != '\0' ? " (%s)" : "%s", address);
}

static void
append_node (Words *words, cmark_node *node, gboolean entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      g_string_append (words->text, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (words->text, ' ');
      break;

    case CMARK_NODE_LINK:
      if (entering)
        words->link_start = words->text->len;
      else
        append_address (words, node);
      break;

    case CMARK_NODE_HTML_INLINE:
      complain (words, node,
                _ ("A handout cannot hold HTML: say it in words, or take out what stands in “<” "
                   "and “>”."));
      break;

    case CMARK_NODE_IMAGE:
      if (entering)
        complain (words, node,
                  _ ("A handout cannot hold pictures: take this one out. A wheel, a wave and a "
                     "cycle can be inserted as blocks."));
      break;

    case CMARK_NODE_NONE:
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CUSTOM_INLINE:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    default:
      break;
    }
}

char *
ff_markdown_get_text (FfMarkdownReader *reader, cmark_node *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Words words = { reader, text, .line = (guint) cmark_node_get_start_line (node) };
  cmark_iter *iter = cmark_iter_new (node);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    append_node (&words, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);

  return ff_markdown_tidy (text->str);
}
