/* ff-calendar-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of an iCalendar file (RFC 5545, 3.1); libical keeps no line numbers and goes down as deep as a file is nested.
 */

#include "ff-calendar-line.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _FfCalendarLine
{
  char *text;
  guint number;
  guint name_length;
  guint value_at;
};

/* What is no UTF-8 was mostly written under an old Windows. */
static char *
to_utf8 (GString *bytes)
{
  char *text;

  if (g_utf8_validate_len (bytes->str, bytes->len, NULL))
    return g_strndup (bytes->str, bytes->len);
  text = g_convert (bytes->str, (gssize) bytes->len, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return text;
  g_free (text);
  return g_utf8_make_valid (bytes->str, (gssize) bytes->len);
}

/* @text: (transfer full). A line that is none has an empty name. */
static FfCalendarLine *
line_new (char *text, guint number)
{
  FfCalendarLine *line = g_new0 (FfCalendarLine, 1);
  const char *value = ff_content_find_value (text, strlen (text));

  line->text = text;
  line->number = number;
  line->value_at = (guint) strlen (text);
  if (value != NULL)
    {
      line->name_length = (guint) strcspn (text, ";:");
      line->value_at = (guint) (value + 1 - text);
    }
  return line;
}

/**
 * ff_calendar_line_read:
 * @cursor: where to go on in the file
 *
 * Takes the next line with those that continue it, and passes empty ones over. Its name is empty where it has no colon.
 *
 * Returns: (transfer full) (nullable): the line; %NULL at the end of the file
 */
FfCalendarLine *
ff_calendar_line_read (FfContentCursor *cursor)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  const char *start;
  gsize length;
  guint number;

  if (cursor->position == 0 && cursor->length >= 3
      && memcmp (cursor->text, BYTE_ORDER_MARK, 3) == 0)
    cursor->position = 3;
  do
    {
      if (!ff_content_take (cursor, &start, &length))
        return NULL;
    }
  while (length == 0);
  number = cursor->number;
  g_string_append_len (bytes, start, (gssize) length);
  while (ff_content_continues (cursor) && ff_content_take (cursor, &start, &length))
    if (length > 1)
      g_string_append_len (bytes, start + 1, (gssize) length - 1);
  return line_new (to_utf8 (bytes), number);
}

/**
 * ff_calendar_line_parse:
 * @text: a line that is not folded
 *
 * Returns: (transfer full) (nullable): the line; %NULL where it is none, or would be more than one in a file
 */
FfCalendarLine *
ff_calendar_line_parse (const char *text)
{
  g_autoptr (FfCalendarLine) line = NULL;

  for (const char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\t')
      return NULL;
  line = line_new (g_strdup (text), 0);
  if (line->name_length == 0)
    return NULL;
  for (guint i = 0; i < line->name_length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-')
      return NULL;
  return g_steal_pointer (&line);
}

/**
 * ff_calendar_line_free:
 * @self: (transfer full) (nullable): a line
 */
void
ff_calendar_line_free (FfCalendarLine *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * ff_calendar_line_get_number:
 * @self: a line
 *
 * Returns: where it begins in the file, from 1
 */
guint
ff_calendar_line_get_number (const FfCalendarLine *self)
{
  return self->number;
}

/**
 * ff_calendar_line_is:
 * @self: a line
 * @name: such as “DTSTART”
 *
 * Returns: whether it is a property of that name, upper and lower case alike
 */
gboolean
ff_calendar_line_is (const FfCalendarLine *self, const char *name)
{
  return strlen (name) == self->name_length
         && g_ascii_strncasecmp (self->text, name, self->name_length) == 0;
}

/**
 * ff_calendar_line_has_prefix:
 * @self: a line
 * @prefix: such as “X-”
 *
 * Returns: whether its name begins so, upper and lower case alike
 */
gboolean
ff_calendar_line_has_prefix (const FfCalendarLine *self, const char *prefix)
{
  return strlen (prefix) <= self->name_length
         && g_ascii_strncasecmp (self->text, prefix, strlen (prefix)) == 0;
}

/**
 * ff_calendar_line_get_whole:
 * @self: a line
 *
 * Returns: (transfer none): all of it, unfolded
 */
const char *
ff_calendar_line_get_whole (const FfCalendarLine *self)
{
  return self->text;
}

/**
 * ff_calendar_line_get_value:
 * @self: a line
 *
 * Returns: (transfer none): what stands behind the colon, as it is written
 */
const char *
ff_calendar_line_get_value (const FfCalendarLine *self)
{
  return self->text + self->value_at;
}

/**
 * ff_calendar_line_list_texts:
 * @self: a line whose value is a list of texts (RFC 5545, 3.3.11)
 *
 * Returns: (transfer full): the texts, trimmed
 */
GStrv
ff_calendar_line_list_texts (const FfCalendarLine *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const char *c;

  for (c = ff_calendar_line_get_value (self); *c != '\0'; c++)
    {
      if (*c == '\\')
        ff_content_append_unescaped (text, &c);
      else if (*c == ',')
        {
          g_strv_builder_take (texts, g_strdup (g_strstrip (text->str)));
          g_string_set_size (text, 0);
        }
      else
        g_string_append_c (text, *c);
    }
  g_strv_builder_take (texts, g_strdup (g_strstrip (text->str)));
  return g_strv_builder_end (texts);
}

/**
 * ff_calendar_line_get_text:
 * @self: a line whose value is a text (RFC 5545, 3.3.11)
 *
 * Returns: (transfer full): what it says, lines ended by a line feed, trimmed; without other control characters
 */
char *
ff_calendar_line_get_text (const FfCalendarLine *self)
{
  GString *text = g_string_new (NULL);
  const char *c;

  for (c = ff_calendar_line_get_value (self); *c != '\0'; c++)
    {
      if (*c == '\\')
        ff_content_append_unescaped (text, &c);
      else if (!g_ascii_iscntrl (*c) || *c == '\t')
        g_string_append_c (text, *c);
    }
  return g_strstrip (g_string_free_and_steal (text));
}

/* RFC 6868: “^n”, “^'” and “^^”. */
static char *
decode_parameter (const char *value, gsize length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      const char next = i + 1 < length ? value[i + 1] : '\0';

      if (value[i] == '"')
        continue;
      if (value[i] == '^' && (next == 'n' || next == '\'' || next == '^'))
        {
          g_string_append_c (text, next == 'n' ? '\n' : next == '^' ? '^' : '"');
          i++;
        }
      else
        g_string_append_c (text, value[i]);
    }
  return g_string_free_and_steal (text);
}

/* The end of the parameter that begins at @start: a semicolon out of quotes, or the value. */
static const char *
find_end (const char *start, const char *value)
{
  gboolean quoted = FALSE;

  for (const char *c = start; c < value; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (*c == ';' && !quoted)
        return c;
    }
  return value;
}

/**
 * ff_calendar_line_get_parameter:
 * @self: a line
 * @name: such as “TZID”
 *
 * Returns: (transfer full) (nullable): the parameter's value without quotes; %NULL where it is not there
 */
char *
ff_calendar_line_get_parameter (const FfCalendarLine *self, const char *name)
{
  const char *value = self->text + self->value_at - 1;
  const char *start = self->text + self->name_length;
  const gsize length = strlen (name);

  if (self->name_length == 0)
    return NULL;
  while (start < value)
    {
      const char *end = find_end (start + 1, value);

      if (g_ascii_strncasecmp (start + 1, name, length) == 0 && start[1 + length] == '=')
        return decode_parameter (start + 2 + length, (gsize) (end - (start + 2 + length)));
      start = end;
    }
  return NULL;
}

/**
 * ff_calendar_quote:
 * @text: any text
 *
 * Returns: (transfer full): the same as a parameter's value, in quotes (RFC 6868)
 */
char *
ff_calendar_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n')
        g_string_append (quoted, "^n");
      else if (*c == '"')
        g_string_append (quoted, "^'");
      else if (*c == '^')
        g_string_append (quoted, "^^");
      else if (!g_ascii_iscntrl (*c))
        g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');
  return g_string_free_and_steal (quoted);
}
