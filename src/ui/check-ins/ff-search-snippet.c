/* ff-search-snippet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a text in which the words looked for stand, with them in bold.
 */

#include "ff-search-snippet.h"

#include <string.h>

/* In letters: some lines of a narrow list. */
#define LETTERS 220
#define LETTERS_BEFORE 50

/* Some letters before the first match, from a word's beginning on. */
static const char *
choose_beginning (const FfSearchResult *result)
{
  const char *text = result->text;
  const char *begin;

  if (result->matches->len == 0)
    return text;
  begin = text + g_array_index (result->matches, FfSearchMatch, 0).start;
  for (guint i = 0; i < LETTERS_BEFORE && begin > text; i++)
    begin = g_utf8_prev_char (begin);
  if (begin == text)
    return text;
  while (*begin != '\0' && !g_unichar_isspace (g_utf8_get_char (begin))
         && begin < text + g_array_index (result->matches, FfSearchMatch, 0).start)
    begin = g_utf8_next_char (begin);
  while (g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  return begin;
}

static const char *
choose_end (const char *begin)
{
  const char *end = begin;

  for (guint i = 0; i < LETTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return end;
}

static void
add (GString *markup, const char *from, const char *to)
{
  g_autofree char *part = g_strndup (from, (gsize) (to - from));
  g_autofree char *escaped = NULL;

  /* A note’s lines follow each other. */
  escaped = g_markup_escape_text (g_strdelimit (part, "\n\r\t", ' '), -1);
  g_string_append (markup, escaped);
}

/**
 * ff_search_snippet_make:
 *
 * Returns: (transfer full): Pango markup
 */
char *
ff_search_snippet_make (const FfSearchResult *result)
{
  GString *markup = g_string_new (NULL);
  const char *at = choose_beginning (result);
  const char *end = choose_end (at);

  if (at > result->text)
    g_string_append (markup, "…");
  for (guint i = 0; i < result->matches->len; i++)
    {
      FfSearchMatch match = g_array_index (result->matches, FfSearchMatch, i);

      if (result->text + match.start < at || result->text + match.end > end)
        continue;
      add (markup, at, result->text + match.start);
      g_string_append (markup, "<b>");
      add (markup, result->text + match.start, result->text + match.end);
      g_string_append (markup, "</b>");
      at = result->text + match.end;
    }
  add (markup, at, end);
  if (*end != '\0')
    g_string_append (markup, "…");
  return g_string_free_and_steal (markup);
}
