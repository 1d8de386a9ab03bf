/* ff-content-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lines of iCalendar and vCard have in common: folding, where the value begins, and escaping.
 */

#include "ff-content-line.h"

#include <string.h>

/* Octets, without the line break (RFC 5545, 3.1; RFC 6350, 3.2). */
#define WIDEST_LINE 75

/**
 * ff_content_take:
 * @cursor: where to go on in the file
 * @start: (out) (transfer none): one line, as it stands there
 * @length: (out): how long it is, without its break
 *
 * Returns: %FALSE at the end of the file
 */
gboolean
ff_content_take (FfContentCursor *cursor, const char **start, gsize *length)
{
  const gsize rest = cursor->length - cursor->position;
  const char *end;

  if (rest == 0)
    return FALSE;
  *start = cursor->text + cursor->position;
  end = memchr (*start, '\n', rest);
  *length = end != NULL ? (gsize) (end - *start) : rest;
  cursor->position += *length + (end != NULL ? 1 : 0);
  cursor->number++;
  while (*length > 0 && (*start)[*length - 1] == '\r')
    --*length;
  return TRUE;
}

/**
 * ff_content_continues:
 * @cursor: where to go on in the file
 *
 * Returns: whether the next line belongs to the one before: it begins with white space
 */
gboolean
ff_content_continues (const FfContentCursor *cursor)
{
  return cursor->position < cursor->length
         && (cursor->text[cursor->position] == ' ' || cursor->text[cursor->position] == '\t');
}

/**
 * ff_content_find_value:
 * @text: a line that is unfolded
 * @length: how much of it to look at
 *
 * Returns: (transfer none) (nullable): the first colon that is not in quotes, or where they are never closed the first of all
 */
const char *
ff_content_find_value (const char *text, gsize length)
{
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (text[i] == ':' && !quoted)
        return text + i;
    }
  return memchr (text, ':', length);
}

/**
 * ff_content_append_unescaped:
 * @text: what has been read of a text so far
 * @position: (inout): at a backslash; at the end of what belongs to it afterwards
 *
 * Adds what it stands for; nothing where it stands last.
 */
void
ff_content_append_unescaped (GString *text, const char **position)
{
  switch (*++*position)
    {
    case 'n':
    case 'N':
      g_string_append_c (text, '\n');
      break;
    case '\0':
      --*position;
      break;
    default: /* also where nobody had to escape it */
      g_string_append_c (text, **position);
      break;
    }
}

/**
 * ff_content_write:
 * @file: what is written so far
 * @line: a line without its break
 *
 * Adds the line, folded to 75 octets between characters.
 */
void
ff_content_write (GString *file, const char *line)
{
  gsize width = 0;

  while (*line != '\0')
    {
      const gsize length = (gsize) (g_utf8_next_char (line) - line);

      if (width + length > WIDEST_LINE)
        {
          g_string_append (file, "\r\n ");
          width = 1;
        }
      g_string_append_len (file, line, (gssize) length);
      width += length;
      line += length;
    }
  g_string_append (file, "\r\n");
}

/**
 * ff_content_escape:
 * @text: any text
 *
 * Returns: (transfer full): the same as the value of a property: no line breaks nor other control characters than a tab
 */
char *
ff_content_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n' || *c == '\r')
        {
          g_string_append (escaped, "\\n");
          if (*c == '\r' && c[1] == '\n')
            c++;
        }
      else if (*c == '\\' || *c == ';' || *c == ',')
        g_string_append_printf (escaped, "\\%c", *c);
      else if (!g_ascii_iscntrl (*c) || *c == '\t')
        g_string_append_c (escaped, *c);
    }
  return g_string_free_and_steal (escaped);
}

/**
 * ff_content_write_text:
 * @file: what is written so far
 * @name: of the property
 * @text: what it says
 *
 * Adds the property; nothing where there is no text.
 */
void
ff_content_write_text (GString *file, const char *name, const char *text)
{
  g_autofree char *escaped = ff_content_escape (text);
  g_autofree char *line = g_strconcat (name, ":", escaped, NULL);

  if (*escaped != '\0')
    ff_content_write (file, line);
}
