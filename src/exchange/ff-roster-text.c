/* ff-roster-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which character set a file is written. What is not UTF-8 may be any of several, so a person chooses by a line of it.
 */

#include "ff-config.h"

#include "ff-roster-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDEST_PREVIEW 160

static const struct
{
  const char *id;
  const char *title;
  const char *iconv;
} charsets[FF_N_ROSTER_CHARSETS] = {
  [FF_ROSTER_CHARSET_ASK] = { "", "", "UTF-8" },
  [FF_ROSTER_CHARSET_UTF_8] = { "utf-8", N_ ("UTF-8, without the lines that are not"), "UTF-8" },
  [FF_ROSTER_CHARSET_WINDOWS_1252]
  = { "windows-1252", N_ ("Windows, western (1252)"), "WINDOWS-1252" },
  [FF_ROSTER_CHARSET_LATIN_1] = { "latin1", N_ ("Latin-1 (ISO 8859-1)"), "ISO-8859-1" },
  [FF_ROSTER_CHARSET_LATIN_9] = { "latin9", N_ ("Latin-9 (ISO 8859-15)"), "ISO-8859-15" },
  [FF_ROSTER_CHARSET_MACINTOSH] = { "macintosh", N_ ("Macintosh, old"), "MACINTOSH" },
};

/**
 * ff_roster_charset_get_id:
 * @charset: a character set
 *
 * Returns: (transfer none): its word on the command line, such as “windows-1252”
 */
const char *
ff_roster_charset_get_id (FfRosterCharset charset)
{
  g_return_val_if_fail (charset < FF_N_ROSTER_CHARSETS, NULL);

  return charsets[charset].id;
}

/**
 * ff_roster_charset_get_title:
 * @charset: a character set
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
ff_roster_charset_get_title (FfRosterCharset charset)
{
  g_return_val_if_fail (charset < FF_N_ROSTER_CHARSETS, NULL);

  return _ (charsets[charset].title);
}

/**
 * ff_roster_charset_get_iconv:
 * @charset: a character set
 *
 * Returns: (transfer none): what iconv() calls it
 */
const char *
ff_roster_charset_get_iconv (FfRosterCharset charset)
{
  g_return_val_if_fail (charset < FF_N_ROSTER_CHARSETS, NULL);

  return charsets[charset].iconv;
}

/**
 * ff_roster_charset_find_id:
 * @id: a word of the command line
 *
 * Returns: the character set; %FF_ROSTER_CHARSET_ASK where it is none
 */
FfRosterCharset
ff_roster_charset_find_id (const char *id)
{
  for (guint i = FF_ROSTER_CHARSET_UTF_8; i < FF_N_ROSTER_CHARSETS; i++)
    {
      if (g_ascii_strcasecmp (charsets[i].id, id) == 0)
        return (FfRosterCharset) i;
    }
  return FF_ROSTER_CHARSET_ASK;
}

/**
 * ff_roster_sample_clear:
 * @self: a line as each character set reads it, none afterwards
 */
void
ff_roster_sample_clear (FfRosterSample *self)
{
  for (guint i = 0; i < FF_N_ROSTER_CHARSETS; i++)
    g_clear_pointer (&self->previews[i], g_free);
  self->line = 0;
}

/* Control characters come out of a wrong character set; a text with them is none. */
static gboolean
is_readable (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)) && *c != '\t' && *c != '\r')
        return FALSE;
    }
  return TRUE;
}

/**
 * ff_roster_sample_take:
 * @self: what is shown to somebody who is asked
 * @line: bytes that are not UTF-8
 * @number: of the line
 *
 * Keeps the line as each character set reads it, of what surrounds the first such byte. Only the first one is kept.
 */
void
ff_roster_sample_take (FfRosterSample *self, const char *line, gsize length, guint number)
{
  const char *bad;
  gsize start;

  if (self->line != 0)
    return;
  self->line = number;
  g_utf8_validate_len (line, length, &bad);
  start = (gsize) (bad - line) > WIDEST_PREVIEW / 2 ? (gsize) (bad - line) - WIDEST_PREVIEW / 2 : 0;
  length = MIN (length - start, WIDEST_PREVIEW);
  for (guint i = FF_ROSTER_CHARSET_WINDOWS_1252; i < FF_N_ROSTER_CHARSETS; i++)
    {
      g_autofree char *text
          = ff_roster_text_convert (line + start, length, charsets[i].iconv, NULL);

      if (text != NULL && is_readable (text))
        self->previews[i] = g_strstrip (g_steal_pointer (&text));
    }
}

static gboolean
is_line_utf_8 (const char *text, gsize length)
{
  const char *end = text + length;

  while (!g_utf8_validate_len (text, (gsize) (end - text), &text))
    {
      if (*text != '\0')
        return FALSE;
      text++;
    }
  return TRUE;
}

/**
 * ff_roster_text_is_utf_8:
 * @text: a file
 * @sample: (nullable): gets the first line that is not
 *
 * Returns: whether it is UTF-8; nul characters are another matter
 */
gboolean
ff_roster_text_is_utf_8 (const char *text, gsize length, FfRosterSample *sample)
{
  const char *end = text + length;
  guint number = 1;

  if (g_utf8_validate_len (text, length, NULL))
    return TRUE;
  for (const char *line = text; line < end; number++)
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));
      const gsize width = (gsize) ((next != NULL ? next : end) - line);

      if (!is_line_utf_8 (line, width))
        {
          if (sample != NULL)
            ff_roster_sample_take (sample, line, width, number);
          return FALSE;
        }
      line += width + 1;
    }
  return TRUE;
}

/**
 * ff_roster_text_convert:
 * @text: bytes
 * @length: of them
 * @charset: in which they are written
 * @converted: (out) (optional): how long the result is
 *
 * Returns: (transfer full) (nullable): the same in UTF-8; %NULL where the character set has no such letters
 */
char *
ff_roster_text_convert (const char *text, gsize length, const char *charset, gsize *converted)
{
  gsize size;
  char *result = g_convert (text, (gssize) length, "UTF-8", charset, NULL, &size, NULL);

  if (converted != NULL)
    *converted = result != NULL ? size : 0;
  return result;
}

/**
 * ff_roster_text_convert_lines:
 * @bytes: a file
 * @charset: in which it is written
 *
 * Returns: (transfer full): the same in UTF-8; lines that are UTF-8 stay, as in a file that was put together from two, and those that
 *   @charset cannot read are left and refused by who reads them
 */
GBytes *
ff_roster_text_convert_lines (GBytes *bytes, FfRosterCharset charset)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text + length;
  GString *whole;

  if (charset <= FF_ROSTER_CHARSET_UTF_8)
    return g_bytes_ref (bytes);
  whole = g_string_sized_new (length + length / 8);
  for (const char *line = text; line < end;)
    {
      const char *next = memchr (line, '\n', (gsize) (end - line));
      const gsize width = (gsize) ((next != NULL ? next + 1 : end) - line);
      gsize size;
      g_autofree char *converted
          = is_line_utf_8 (line, width)
                ? NULL
                : ff_roster_text_convert (line, width, charsets[charset].iconv, &size);

      g_string_append_len (whole, converted != NULL ? converted : line,
                           (gssize) (converted != NULL ? size : width));
      line += width;
    }
  return g_string_free_to_bytes (whole);
}
