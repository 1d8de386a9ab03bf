/* ff-vcard-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of a vCard file, which unlike one of a calendar may be quoted-printable and in a character set that somebody chooses.
 */

#include "ff-vcard-line.h"

#include <string.h>

/* A note of a million letters, each of four octets or with a sign before it. */
#define LONGEST_VALUE (8u * 1024 * 1024)
#define LONGEST_HEAD 4096u

/* “item1.TEL;TYPE=home”; a type that is in another character set costs no more than itself */
static void
read_head (FfVCardLine *line, const char *head, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (head, (gssize) length);
  g_autoptr (GStrvBuilder) parameters = g_strv_builder_new ();
  gboolean quoted = FALSE;
  char *start = text, *dot;

  for (char *c = text;; c++)
    {
      const char sign = *c;

      if (sign == '"')
        quoted = !quoted;
      if (sign != '\0' && (sign != ';' || quoted))
        continue;
      *c = '\0';
      if (line->name == NULL)
        {
          dot = strrchr (start, '.');
          line->name = g_ascii_strup (g_strstrip (dot != NULL ? dot + 1 : start), -1);
        }
      else
        {
          char *equals = strchr (start, '=');

          for (char *letter = start; *letter != '\0' && (equals == NULL || letter < equals);
               letter++)
            *letter = g_ascii_toupper (*letter);
          g_strv_builder_add (parameters, start);
        }
      if (sign == '\0')
        break;
      start = c + 1;
    }
  line->parameters = g_strv_builder_end (parameters);
}

static gboolean
is_quoted_printable (const FfVCardLine *line)
{
  const char *encoding = ff_vcard_line_get_parameter (line, "ENCODING");

  return (encoding != NULL && g_ascii_strcasecmp (encoding, "QUOTED-PRINTABLE") == 0)
         || g_strv_contains ((const char *const *) line->parameters, "QUOTED-PRINTABLE");
}

static void
append (FfVCardLine *line, const char *text, gsize length)
{
  if (line->value->len + length > LONGEST_VALUE)
    line->is_too_long = TRUE;
  else
    g_string_append_len (line->value, text, (gssize) length);
}

/* Of 2.1 the white space that folds is part of the text. */
static void
read_folded (FfVCardCursor *cursor, FfVCardLine *line)
{
  const char *start;
  gsize length;

  while (ff_content_continues (&cursor->file) && ff_content_take (&cursor->file, &start, &length))
    if (length > 0)
      append (line, cursor->is_old ? start : start + 1, cursor->is_old ? length : length - 1);
}

/* White space at the end of a line of quoted-printable was added on its way (RFC 2045, 6.7). */
static gboolean
ends_softly (GString *value)
{
  while (value->len > 0 && strchr (" \t", value->str[value->len - 1]) != NULL)
    g_string_truncate (value, value->len - 1);
  return value->len > 0 && value->str[value->len - 1] == '=';
}

/* A line of quoted-printable that ends with “=” goes on in the next. */
static void
read_soft_breaks (FfVCardCursor *cursor, FfVCardLine *line)
{
  const char *start;
  gsize length;

  while (ends_softly (line->value) && ff_content_take (&cursor->file, &start, &length))
    {
      g_string_truncate (line->value, line->value->len - 1);
      append (line, start, length);
      if (line->is_too_long)
        return;
    }
}

/* A name that stands alone before the colon may be folded, too: the head is read once it is whole. */
static void
read_whole (FfVCardCursor *cursor, FfVCardLine *line, const char *start, gsize length)
{
  g_autoptr (GString) head = NULL;
  const char *value = ff_content_find_value (start, MIN (length, LONGEST_HEAD));

  if (value == NULL && length < LONGEST_HEAD)
    {
      head = g_string_new_len (start, (gssize) length);
      while (value == NULL && head->len < LONGEST_HEAD && ff_content_continues (&cursor->file)
             && ff_content_take (&cursor->file, &start, &length))
        {
          if (length > 1)
            g_string_append_len (head, start + 1, (gssize) length - 1);
          value = ff_content_find_value (head->str, MIN (head->len, LONGEST_HEAD));
        }
      start = head->str;
      length = head->len;
    }
  if (value == NULL)
    {
      read_folded (cursor, line);
      return;
    }
  read_head (line, start, (gsize) (value - start));
  append (line, value + 1, length - (gsize) (value + 1 - start));
  if (line->name != NULL && is_quoted_printable (line))
    read_soft_breaks (cursor, line);
  else
    read_folded (cursor, line);
}

/**
 * ff_vcard_line_read:
 * @cursor: where to go on in the file
 *
 * Takes the next line with those that continue it, and passes empty ones over.
 *
 * Returns: (transfer full) (nullable): the line; %NULL at the end of the file
 */
FfVCardLine *
ff_vcard_line_read (FfVCardCursor *cursor)
{
  FfVCardLine *line;
  const char *start;
  gsize length;

  do
    {
      if (!ff_content_take (&cursor->file, &start, &length))
        return NULL;
    }
  while (length == 0);
  line = g_new0 (FfVCardLine, 1);
  line->number = cursor->file.number;
  line->value = g_string_new (NULL);
  read_whole (cursor, line, start, length);
  if (line->name == NULL)
    line->name = g_strdup ("");
  if (line->parameters == NULL)
    line->parameters = g_new0 (char *, 1);
  return line;
}

/**
 * ff_vcard_line_free:
 * @self: (transfer full) (nullable): a line
 */
void
ff_vcard_line_free (FfVCardLine *self)
{
  if (self == NULL)
    return;
  g_string_free (self->value, TRUE);
  g_strfreev (self->parameters);
  g_free (self->name);
  g_free (self);
}

/**
 * ff_vcard_line_get_parameter:
 * @self: a line
 * @name: such as “CHARSET”
 *
 * Returns: (transfer none) (nullable): the value of the first parameter of that name
 */
const char *
ff_vcard_line_get_parameter (const FfVCardLine *self, const char *name)
{
  const gsize length = strlen (name);

  for (char **parameter = self->parameters; parameter != NULL && *parameter != NULL; parameter++)
    {
      if (strncmp (*parameter, name, length) == 0 && (*parameter)[length] == '=')
        return *parameter + length + 1;
    }
  return NULL;
}

/**
 * ff_vcard_line_has_type:
 * @self: a line
 * @type: such as “home”
 *
 * Returns: whether it says so: “TYPE=home,pref”, “TYPE="home"”, of 2.1 “HOME” alone
 */
gboolean
ff_vcard_line_has_type (const FfVCardLine *self, const char *type)
{
  g_autofree char *alone = g_ascii_strup (type, -1);

  if (g_strv_contains ((const char *const *) self->parameters, alone))
    return TRUE;
  for (char **parameter = self->parameters; *parameter != NULL; parameter++)
    {
      g_auto (GStrv) types = NULL;

      if (!g_str_has_prefix (*parameter, "TYPE="))
        continue;
      types = g_strsplit_set (*parameter + strlen ("TYPE="), ",\"", -1);
      for (char **one = types; *one != NULL; one++)
        {
          if (g_ascii_strcasecmp (*one, type) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_base64 (const FfVCardLine *line)
{
  const char *encoding = ff_vcard_line_get_parameter (line, "ENCODING");

  return (encoding != NULL
          && (g_ascii_strcasecmp (encoding, "BASE64") == 0
              || g_ascii_strcasecmp (encoding, "B") == 0))
         || g_strv_contains ((const char *const *) line->parameters, "BASE64");
}

static GString *
decode_quoted_printable (const GString *value)
{
  GString *bytes = g_string_sized_new (value->len);

  for (gsize i = 0; i < value->len; i++)
    {
      const int high = i + 2 < value->len && value->str[i] == '='
                           ? g_ascii_xdigit_value (value->str[i + 1])
                           : -1;
      const int low = high >= 0 ? g_ascii_xdigit_value (value->str[i + 2]) : -1;

      if (low >= 0)
        {
          g_string_append_c (bytes, (char) (high * 16 + low));
          i += 2;
        }
      else
        g_string_append_c (bytes, value->str[i]);
    }
  return bytes;
}

/**
 * ff_vcard_line_make_bytes:
 * @self: a line
 *
 * Returns: (transfer full): its value in whatever character set it is, not quoted-printable any more
 */
GString *
ff_vcard_line_make_bytes (const FfVCardLine *self)
{
  return is_quoted_printable (self)
             ? decode_quoted_printable (self->value)
             : g_string_new_len (self->value->str, (gssize) self->value->len);
}

/* Old cards have bare line breaks in quoted-printable. */
static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_iscntrl (*c) || *c == '\t' || *c == '\n')
        g_string_append_c (plain, *c);
    }
  return g_string_free_and_steal (plain);
}

/**
 * ff_vcard_line_decode:
 * @self: a line
 * @charset: of lines that name none: %FF_ROSTER_CHARSET_ASK takes UTF-8 alone
 * @text: (out) (transfer full) (nullable): what it says
 *
 * Returns: whether it says something, or why not
 */
FfVCardCoding
ff_vcard_line_decode (const FfVCardLine *self, FfRosterCharset charset, char **text)
{
  const char *named = ff_vcard_line_get_parameter (self, "CHARSET");
  g_autoptr (GString) bytes = NULL;
  g_autofree char *converted = NULL;
  const char *from = named != NULL ? named : ff_roster_charset_get_iconv (charset);

  *text = NULL;
  if (is_base64 (self))
    return FF_VCARD_BINARY;
  if (self->is_too_long)
    return FF_VCARD_TOO_LONG;
  bytes = ff_vcard_line_make_bytes (self);
  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    return FF_VCARD_FOREIGN;
  if (named == NULL && g_utf8_validate_len (bytes->str, bytes->len, NULL))
    from = "UTF-8";
  converted = ff_roster_text_convert (bytes->str, bytes->len, from, NULL);
  if (converted == NULL || !g_utf8_validate (converted, -1, NULL))
    return FF_VCARD_FOREIGN;
  *text = make_plain (converted);
  return FF_VCARD_TEXT;
}

/**
 * ff_vcard_unescape:
 * @text: a value
 *
 * Returns: (transfer full): what it says, trimmed
 */
char *
ff_vcard_unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        ff_content_append_unescaped (plain, &c);
      else
        g_string_append_c (plain, *c);
    }
  return g_strstrip (g_string_free_and_steal (plain));
}

/**
 * ff_vcard_split:
 * @text: several values
 * @sign: what stands between them, where nobody escaped it
 *
 * Returns: (transfer full): what each of them says, trimmed
 */
GStrv
ff_vcard_split (const char *text, char sign)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  const char *start = text;

  for (const char *c = text;; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == sign || *c == '\0')
        {
          g_autofree char *part = g_strndup (start, (gsize) (c - start));

          g_strv_builder_take (parts, ff_vcard_unescape (part));
          if (*c == '\0')
            return g_strv_builder_end (parts);
          start = c + 1;
        }
    }
}
