/* ff-handout-markdown.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a handout of one's own out of Markdown: title, paragraphs, headings and lists; what is fenced off has rooms of its own.
 */

#include "ff-config.h"

#include "ff-handout.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

#include "ff-handout-markdown-private.h"

#define MAX_TITLE 200U

/* Whoever has so many to mend begins at the top. */
#define MAX_PROBLEMS 100

/* --- What is wrong --- */

/**
 * ff_handout_problem_free:
 * @problem: (transfer full): a problem
 *
 * Frees it and its text.
 */
void
ff_handout_problem_free (FfHandoutProblem *problem)
{
  g_return_if_fail (problem != NULL);

  g_free (problem->text);
  g_free (problem);
}

/* One sign that is wrong twice in a line is told of once. */
static gboolean
is_known (FfMarkdownReader *reader, guint line, const char *text)
{
  for (guint i = 0; i < reader->problems->len; i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (reader->problems, i);

      if (problem->line == line && g_str_equal (problem->text, text))
        return TRUE;
    }

  return FALSE;
}

void
ff_markdown_reader_complain (FfMarkdownReader *reader, guint line, const char *format, ...)
{
  g_autofree char *text = NULL;
  FfHandoutProblem *problem;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (reader->problems->len >= MAX_PROBLEMS || is_known (reader, line, text))
    return;
  problem = g_new0 (FfHandoutProblem, 1);
  problem->line = line;
  problem->text = g_steal_pointer (&text);
  g_ptr_array_add (reader->problems, problem);
}

/* --- Blocks --- */

static gboolean
has_what_it_needs (FfMarkdownReader *reader,
                   guint line,
                   const FfBlockForm *form,
                   const FfBlock *block)
{
  if ((form->has_label || form->has_text) && (block->text == NULL || *block->text == '\0'))
    ff_markdown_reader_complain (reader, line,
                                 _ ("“%s” has no text: write what it is about in its first line."),
                                 form->element);
  else if (block->parts->len < form->min_parts)
    ff_markdown_reader_complain (
        reader, line, _ ("“%s” has %u of “%s”, one a line, and needs at least %u: write the rest."),
        form->element, block->parts->len, form->part, form->min_parts);
  else if (block->rows->len < form->min_rows)
    ff_markdown_reader_complain (
        reader, line, _ ("“%s” has %u of “%s”, one a line, and needs at least %u: write the rest."),
        form->element, block->rows->len, form->row, form->min_rows);
  else
    return TRUE;

  return FALSE;
}

static void
leave_off (FfMarkdownReader *reader,
           guint line,
           const FfBlockForm *form,
           GPtrArray *parts,
           const char *name,
           guint most)
{
  if (name == NULL || parts->len <= most)
    return;
  ff_markdown_reader_complain (
      reader, line,
      _ ("“%s” has %u of “%s” and has room for %u: take some out, or begin another one."),
      form->element, parts->len, name, most);
  g_ptr_array_set_size (parts, (int) most);
}

gboolean
ff_markdown_reader_add (FfMarkdownReader *reader,
                        guint line,
                        const FfBlockForm *form,
                        FfBlock *block)
{
  g_autoptr (FfBlock) added = block;

  if (!has_what_it_needs (reader, line, form, block))
    return FALSE;

  leave_off (reader, line, form, block->parts, form->part, form->max_parts);
  leave_off (reader, line, form, block->rows, form->row, form->max_rows);
  g_ptr_array_add (reader->handout->blocks, g_steal_pointer (&added));

  return TRUE;
}

void
ff_markdown_reader_answer (FfMarkdownReader *reader, guint part, guint row, const char *text)
{
  g_autofree char *key = ff_answers_make_key (reader->handout->blocks->len - 1, part, row);

  if (reader->handout->example == NULL)
    reader->handout->example = ff_answers_new ();
  ff_answers_set (reader->handout->example, key, text);
}

static void
add_text (FfMarkdownReader *reader, FfBlockKind kind, cmark_node *node)
{
  const FfBlockForm *form = ff_block_form_get (kind);
  FfBlock *block = ff_block_new (form->kind);

  block->text = ff_markdown_get_text (reader, node);
  ff_markdown_reader_add (reader, (guint) cmark_node_get_start_line (node), form, block);
}

/* --- Title, and the sentence under it --- */

static void
read_heading (FfMarkdownReader *reader, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);
  g_autofree char *text = NULL;

  if (cmark_node_get_heading_level (node) > 1)
    {
      add_text (reader, FF_BLOCK_HEADING, node);
      return;
    }
  if (reader->title_line != 0)
    {
      ff_markdown_reader_complain (
          reader, line,
          _ ("A handout has one title, and it is in line %u: begin this one with “##”."),
          reader->title_line);
      add_text (reader, FF_BLOCK_HEADING, node);
      return;
    }
  text = ff_markdown_get_text (reader, node);
  reader->title_line = line;
  if (*text == '\0')
    ff_markdown_reader_complain (reader, line, _ ("Write the title after “#”."));
  else
    reader->handout->title = g_steal_pointer (&text);
}

static gboolean
is_title (FfMarkdownReader *reader, cmark_node *node)
{
  return node != NULL && cmark_node_get_type (node) == CMARK_NODE_HEADING
         && reader->title_line == (guint) cmark_node_get_start_line (node);
}

/* --- Lists --- */

/* What @item consists of: one paragraph. */
static cmark_node *
get_only_paragraph (FfMarkdownReader *reader, cmark_node *item)
{
  cmark_node *child = cmark_node_first_child (item);
  cmark_node *second = child != NULL ? cmark_node_next (child) : NULL;
  cmark_node *wrong = child;
  guint line;

  if (child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH)
    wrong = second;
  if (child != NULL && wrong == NULL)
    return child;

  line = (guint) cmark_node_get_start_line (wrong != NULL ? wrong : item);
  if (wrong == NULL)
    ff_markdown_reader_complain (
        reader, line, _ ("This point of the list is empty: write what it says, or take it out."));
  else
    ff_markdown_reader_complain (reader, line,
                                 _ ("Each point of a list is one paragraph: begin this with a "
                                    "point of its own, or without the spaces before it."));

  return child != wrong ? child : NULL;
}

/* "[ ] " or "[x] " as it was typed, not with a backslash, and printed: not the name of a link. Gives the character between. */
static char
get_box (FfMarkdownReader *reader, cmark_node *paragraph)
{
  cmark_node *first = cmark_node_first_child (paragraph);
  guint line = (guint) cmark_node_get_start_line (paragraph);
  gsize column = (gsize) cmark_node_get_start_column (paragraph) - 1;
  const char *text;

  if (line == 0 || line > reader->n_lines || column >= strlen (reader->lines[line - 1])
      || first == NULL || cmark_node_get_type (first) != CMARK_NODE_TEXT)
    return '\0';
  text = reader->lines[line - 1] + column;
  if (text[0] != '[' || text[1] == '\0' || strchr (" xX", text[1]) == NULL || text[2] != ']'
      || (text[3] != ' ' && text[3] != '\0'))
    return '\0';

  return text[1];
}

typedef struct
{
  GPtrArray *texts; /* (element-type utf8) */
  GString *boxes;   /* one for each: what stands in it, a dot where there is none */
} Items;

static void
read_item (FfMarkdownReader *reader, cmark_node *item, Items *items)
{
  cmark_node *paragraph = get_only_paragraph (reader, item);
  g_autofree char *text = NULL;
  char box;

  if (paragraph == NULL)
    return;
  text = ff_markdown_get_text (reader, paragraph);
  box = get_box (reader, paragraph);
  if (box != '\0')
    memmove (text, text + MIN (strlen (text), 4), strlen (text) - MIN (strlen (text), 4) + 1);
  if (*text == '\0')
    {
      ff_markdown_reader_complain (
          reader, (guint) cmark_node_get_start_line (item),
          _ ("This point of the list is empty: write what it says, or take it out."));
      return;
    }
  g_ptr_array_add (items->texts, g_steal_pointer (&text));
  g_string_append_c (items->boxes, box != '\0' ? box : '.');
}

static const FfBlockForm *
find_list_form (FfMarkdownReader *reader, cmark_node *list, const Items *items)
{
  guint line = (guint) cmark_node_get_start_line (list);
  const char *without = strchr (items->boxes->str, '.');

  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    return ff_block_form_get (FF_BLOCK_STEPS);
  if (strspn (items->boxes->str, ".") == items->boxes->len)
    return ff_block_form_get (FF_BLOCK_LIST);
  if (without != NULL)
    ff_markdown_reader_complain (reader, line,
                                 _ ("Begin every point of this list with “[ ]”, or none of them."));

  return ff_block_form_get (FF_BLOCK_CHECKLIST);
}

/* What a checklist is about: the paragraph right above it. */
static void
take_label (FfMarkdownReader *reader, cmark_node *list, FfBlock *checklist)
{
  GPtrArray *blocks = reader->handout->blocks;
  cmark_node *previous = cmark_node_previous (list);
  FfBlock *above = blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;

  if (previous == NULL || cmark_node_get_type (previous) != CMARK_NODE_PARAGRAPH || above == NULL
      || above->kind != FF_BLOCK_PARAGRAPH || is_title (reader, cmark_node_previous (previous)))
    {
      ff_markdown_reader_complain (reader, (guint) cmark_node_get_start_line (list),
                                   _ ("Write in a line above this checklist what it is about."));
      return;
    }
  checklist->text = g_steal_pointer (&above->text);
  g_ptr_array_set_size (blocks, (int) blocks->len - 1);
}

static void
read_list (FfMarkdownReader *reader, cmark_node *list)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) boxes = g_string_new (NULL);
  Items items = { texts, boxes };
  const FfBlockForm *form;
  FfBlock *block;

  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item))
    read_item (reader, item, &items);
  if (texts->len == 0)
    return;

  form = find_list_form (reader, list, &items);
  block = ff_block_new (form->kind);
  if (form->kind == FF_BLOCK_CHECKLIST)
    {
      take_label (reader, list, block);
      if (block->text == NULL)
        {
          ff_block_free (block);
          return;
        }
    }
  for (guint i = 0; i < texts->len; i++)
    {
      FfBlockPart *part = ff_block_part_new ();

      part->title = g_strdup (g_ptr_array_index (texts, i));
      g_ptr_array_add (block->parts, part);
    }
  if (!ff_markdown_reader_add (reader, (guint) cmark_node_get_start_line (list), form, block))
    return;
  for (guint i = 0; i < MIN (texts->len, form->max_parts); i++)
    if (form->kind == FF_BLOCK_CHECKLIST && g_ascii_tolower (boxes->str[i]) == 'x')
      ff_markdown_reader_answer (reader, i, 0, "yes");
}

/* --- The whole text --- */

static void
read_paragraph (FfMarkdownReader *reader, cmark_node *node)
{
  if (is_title (reader, cmark_node_previous (node)))
    reader->handout->summary = ff_markdown_get_text (reader, node);
  else if (!ff_markdown_read_table (reader, node))
    add_text (reader, FF_BLOCK_PARAGRAPH, node);
}

static void
read_node (FfMarkdownReader *reader, cmark_node *node)
{
  guint line = (guint) cmark_node_get_start_line (node);
  const FfBlockForm *page_break;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      read_heading (reader, node);
      break;

    case CMARK_NODE_PARAGRAPH:
      read_paragraph (reader, node);
      break;

    case CMARK_NODE_LIST:
      read_list (reader, node);
      break;

    case CMARK_NODE_CODE_BLOCK:
      ff_markdown_read_fence (reader, node);
      break;

    case CMARK_NODE_THEMATIC_BREAK:
      page_break = ff_block_form_get (FF_BLOCK_BREAK);
      ff_markdown_reader_add (reader, line, page_break, ff_block_new (page_break->kind));
      break;

    case CMARK_NODE_HTML_BLOCK:
      ff_markdown_reader_complain (reader, line,
                                   _ ("A handout cannot hold HTML: say it in words, or take out "
                                      "what stands in “<” and “>”."));
      break;

    case CMARK_NODE_BLOCK_QUOTE:
      ff_markdown_reader_complain (
          reader, line,
          _ ("A handout has no quotations: take out the “>” at the beginning of the line."));
      break;

    case CMARK_NODE_NONE:
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
    default:
      g_return_if_reached ();
    }
}

static void
check_whole (FfMarkdownReader *reader)
{
  FfHandout *handout = reader->handout;

  if (reader->title_line == 0)
    ff_markdown_reader_complain (
        reader, 1, _ ("There is no title yet: begin with a line like “# My Handout”."));
  else if (handout->summary == NULL)
    ff_markdown_reader_complain (reader, reader->title_line,
                                 _ ("Say in a sentence under the title what the handout is for."));
  if (handout->title != NULL && g_utf8_strlen (handout->title, -1) > MAX_TITLE)
    ff_markdown_reader_complain (reader, reader->title_line,
                                 _ ("The title is longer than %u letters: shorten it."), MAX_TITLE);
  if (handout->blocks->len == 0)
    ff_markdown_reader_complain (
        reader, 0,
        _ ("There is nothing on the handout yet but its title: write on, or insert a block."));

  if (handout->title == NULL)
    handout->title = g_strdup (_ ("Untitled"));
  if (handout->summary == NULL)
    handout->summary = g_strdup ("");
  if (handout->sources == NULL)
    handout->sources = g_new0 (char *, 1);
  g_string_append_printf (handout->source_names, "%s ", handout->title);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const FfHandoutProblem *first = *(FfHandoutProblem *const *) a;
  const FfHandoutProblem *second = *(FfHandoutProblem *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

/* --- The text itself --- */

static guint
count_lines (const char *from, const char *to)
{
  guint n = 1;

  for (; from < to; from++)
    n += *from == '\n' ? 1 : 0;

  return n;
}

static gboolean
is_readable (FfMarkdownReader *reader, const char *markdown, gsize length)
{
  const char *end;

  if (markdown[strspn (markdown, " \t\r\n")] == '\0')
    ff_markdown_reader_complain (
        reader, 1, _ ("There is nothing here yet: begin with a line like “# My Handout”."));
  else if (length > FF_HANDOUT_MAX_BYTES)
    ff_markdown_reader_complain (
        reader, 0,
        _ ("The text is too long: %u kB, and there is room for %u. Make two handouts of it."),
        (guint) ((length + 999) / 1000), FF_HANDOUT_MAX_BYTES / 1000);
  else if (!g_utf8_validate_len (markdown, length, &end))
    ff_markdown_reader_complain (
        reader, count_lines (markdown, end),
        _ ("Something in this line is not text: save the file as text in UTF-8, and try again."));
  else
    return TRUE;

  return FALSE;
}

/* With one kind of line end, and without what cannot be printed. (transfer full) */
static char *
clean (FfMarkdownReader *reader, const char *markdown)
{
  g_autoptr (GString) text
      = g_string_new (g_str_has_prefix (markdown, "\xef\xbb\xbf") ? markdown + 3 : markdown);
  guint line = 1, complained = 0;

  g_string_replace (text, "\r\n", "\n", 0);
  for (char *c = text->str; *c != '\0'; c++)
    {
      if (*c == '\r')
        *c = '\n';
      line += *c == '\n' ? 1 : 0;
      if (!g_ascii_iscntrl (*c) || *c == '\n' || *c == '\t')
        continue;
      if (complained != line)
        ff_markdown_reader_complain (
            reader, line,
            _ ("There is a character in this line that cannot be printed: write the line again."));
      complained = line;
      *c = ' ';
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
read_all (FfMarkdownReader *reader, const char *markdown)
{
  g_autofree char *text = clean (reader, markdown);
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);

  reader->lines = g_strsplit (text, "\n", -1);
  reader->n_lines = g_strv_length (reader->lines);
  for (cmark_node *node = cmark_node_first_child (document); node != NULL;
       node = cmark_node_next (node))
    read_node (reader, node);
  check_whole (reader);
  cmark_node_free (document);
  g_clear_pointer (&reader->lines, g_strfreev);
}

/**
 * ff_handout_new_from_markdown:
 * @id: "own-" and its uid
 * @markdown: CommonMark, with fenced blocks for what Markdown has no words for
 * @catalogue: the language that it is written in, which says to which side it runs
 * @problems: (element-type FfHandoutProblem): what is wrong is added to it, by line
 *
 * Emphasis is not printed, and a link as its text with the address after it.
 *
 * Returns: (transfer full) (nullable): what could be read; %NULL where @markdown is blank, too long or not text
 */
FfHandout *
ff_handout_new_from_markdown (const char *id,
                              const char *markdown,
                              FfCatalogue *catalogue,
                              GPtrArray *problems)
{
  g_autoptr (FfHandout) handout = NULL;
  FfMarkdownReader reader = { .problems = problems };

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (markdown != NULL, NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  if (!is_readable (&reader, markdown, strlen (markdown)))
    return NULL;

  handout = g_object_new (FF_TYPE_HANDOUT, NULL);
  handout->id = g_strdup (id);
  handout->catalogue = g_object_ref (catalogue);
  handout->own = TRUE;
  reader.handout = handout;
  read_all (&reader, markdown);
  g_ptr_array_sort (problems, compare_lines);

  return g_steal_pointer (&handout);
}
