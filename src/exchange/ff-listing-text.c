/* ff-listing-text.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of listings: web pages made plain, passcodes taken out.
 */

#include "ff-config.h"

#include "ff-listing-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-venue.h"

/* The entities that editors on the web put into notes. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },     { "gt", ">" },     { "quot", "\"" },  { "apos", "'" },
  { "nbsp", " " },   { "rsquo", "’" },  { "lsquo", "‘" },  { "rdquo", "”" },  { "ldquo", "“" },
  { "ndash", "–" },  { "mdash", "—" },  { "hellip", "…" }, { "bull", "•" },   { "middot", "·" },
  { "eacute", "é" }, { "egrave", "è" }, { "agrave", "à" }, { "ccedil", "ç" }, { "ntilde", "ñ" },
  { "aacute", "á" }, { "iacute", "í" }, { "oacute", "ó" }, { "uacute", "ú" }, { "uuml", "ü" },
  { "ouml", "ö" },   { "auml", "ä" },   { "deg", "°" },
};

static gboolean
append_number (GString *plain, const char *digits, gsize length)
{
  const gboolean hexadecimal = length > 0 && (*digits == 'x' || *digits == 'X');
  const char *start = digits + (hexadecimal ? 1 : 0);
  char *end;
  const guint64 number = g_ascii_strtoull (start, &end, hexadecimal ? 16 : 10);

  if (!g_ascii_isxdigit (*start) || end != digits + length || number > 0x10FFFF
      || !g_unichar_validate ((gunichar) number))
    return FALSE;
  if (number >= 32 || number == '\n')
    g_string_append_unichar (plain, (gunichar) number);
  return TRUE;
}

/* How much of @text was an entity. */
static gsize
append_entity (GString *plain, const char *text)
{
  const char *end = strchr (text, ';');
  const gsize length = end != NULL ? (gsize) (end - text - 1) : 0;

  if (length == 0 || length > 10)
    return 0;
  if (text[1] == '#')
    return append_number (plain, text + 2, length - 1) ? length + 2 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strlen (entities[i].name) == length && strncmp (text + 1, entities[i].name, length) == 0)
        {
          g_string_append (plain, entities[i].text);
          return length + 2;
        }
    }
  return 0;
}

static gboolean
is_tag (const char *text, const char *name)
{
  const gsize length = strlen (name);

  return g_ascii_strncasecmp (text, name, length) == 0 && !g_ascii_isalnum (text[length]);
}

/* What people do not see on the page. */
static const char *
skip_hidden (const char *tag, const char *end)
{
  static const char *const hidden[] = { "script", "style" };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_autofree char *closing = g_strdup_printf ("</%s", hidden[i]);

      if (!is_tag (tag, hidden[i]))
        continue;
      for (const char *c = end; *c != '\0'; c++)
        {
          if (g_ascii_strncasecmp (c, closing, strlen (closing)) == 0)
            return c;
        }
      return end + strlen (end);
    }
  return end;
}

/* How much of @text was a tag. */
static gsize
append_tag (GString *plain, const char *text)
{
  static const char *const breaks[] = { "br", "p",  "/p", "div", "/div", "li",  "tr",  "/ul", "/ol",
                                        "h1", "h2", "h3", "h4",  "/h1",  "/h2", "/h3", "/h4" };
  const char *end = strchr (text, '>');

  if (end == NULL || (!g_ascii_isalpha (text[1]) && text[1] != '/' && text[1] != '!'))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      if (is_tag (text + 1, breaks[i]) && plain->len > 0 && plain->str[plain->len - 1] != '\n')
        g_string_append_c (plain, '\n');
    }
  return (gsize) (skip_hidden (text + 1, end + 1) - text);
}

/* Spaces that come one after the other are one, and no line is empty after an empty one. */
static char *
tidy (const char *text, gboolean one_line)
{
  GString *tidied = g_string_sized_new (strlen (text));
  guint breaks = 0;
  gboolean space = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (letter == '\n' && !one_line)
        breaks++;
      else if (g_unichar_isspace (letter) || letter == 0xFEFF)
        space = TRUE;
      else if (!g_unichar_iscntrl (letter))
        {
          if (breaks > 0 && tidied->len > 0)
            g_string_append (tidied, breaks > 1 ? "\n\n" : "\n");
          else if (space && tidied->len > 0)
            g_string_append_c (tidied, ' ');
          g_string_append_unichar (tidied, letter);
          breaks = 0;
          space = FALSE;
        }
    }
  return g_string_free_and_steal (tidied);
}

/**
 * ff_listing_text_to_plain:
 * @text: as a listing writes it, in HTML or not
 * @one_line: whether a line that ends becomes a space
 *
 * Returns: (transfer full): what people would read on the page
 */
char *
ff_listing_text_to_plain (const char *text, gboolean one_line)
{
  g_autoptr (GString) plain = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0';)
    {
      const gsize taken
          = *c == '<' ? append_tag (plain, c) : (*c == '&' ? append_entity (plain, c) : 0);

      if (taken == 0)
        g_string_append_c (plain, *c);
      c += taken > 0 ? taken : 1;
    }
  return tidy (plain->str, one_line);
}

/**
 * ff_listing_text_hide_passcodes:
 * @text: with links in it or none
 *
 * Returns: (transfer full): @text, whose links open nothing without the passcode
 */
char *
ff_listing_text_hide_passcodes (const char *text)
{
  GString *public = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      const gsize length = strcspn (text, " \t\n\r\"'<>()");
      g_autofree char *word = g_strndup (text, length);

      if (strstr (word, "://") != NULL)
        {
          g_autoptr (FfVenue) venue = ff_venue_new ();
          g_autofree char *link = NULL;

          ff_venue_set_text (venue, FF_VENUE_LINK, word);
          link = ff_venue_make_public_link (venue);
          g_string_append (public, link);
        }
      else
        g_string_append (public, word);
      text += length;
      if (*text != '\0')
        g_string_append_c (public, *text++);
    }
  return g_string_free_and_steal (public);
}

#define OPENING ": “"
#define CLOSING "”"

/* The last line, where it is as ff_listing_text_join_passcode() writes it. */
static char *
split_last_line (const char *note, const char *word, char **passcode)
{
  const char *last = strrchr (note, '\n');
  const char *line = last != NULL ? last + 1 : note;
  g_autofree char *start = g_strconcat (word, OPENING, NULL);
  const gsize length = strlen (line);

  if (!g_str_has_prefix (line, start) || !g_str_has_suffix (line, CLOSING)
      || length <= strlen (start) + strlen (CLOSING))
    return NULL;
  *passcode = g_strndup (line + strlen (start), length - strlen (start) - strlen (CLOSING));
  return g_strndup (note, (gsize) (last != NULL ? last - note : 0));
}

/**
 * ff_listing_text_join_passcode:
 * @note: how to join
 * @passcode: not empty
 *
 * Returns: (transfer full): both, so that ff_listing_text_split_passcode() can tell them apart whatever they say
 */
char *
ff_listing_text_join_passcode (const char *note, const char *passcode)
{
  return g_strconcat (note, *note != '\0' ? "\n" : "", C_ ("before a code", "Passcode"), OPENING,
                      passcode, CLOSING, NULL);
}

/**
 * ff_listing_text_split_passcode:
 * @note: how to join
 * @passcode: (out) (nullable): the one that it names
 *
 * A passcode is private here, but listings have no field for it and people write it into the note.
 *
 * Returns: (transfer full): @note without it
 */
char *
ff_listing_text_split_passcode (const char *note, char **passcode)
{
  static GRegex *expression;
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) rest = NULL;
  char *without;
  int start, end;

  *passcode = NULL;
  if (*note == '\0')
    return g_strdup ("");
  without = split_last_line (note, C_ ("before a code", "Passcode"), passcode);
  if (without != NULL)
    return without;
  if (g_once_init_enter_pointer (&expression))
    g_once_init_leave_pointer (
        &expression,
        g_regex_new ("[\\s.,;(]*\\b(?:passcode|password|pass code|pwd|pw)\\b\\s*(?:is\\b)?\\s*[:=]?"
                     "\\s*([^\\s,;()]*[0-9][^\\s,;()]*?)[.)]?(?=[\\s,;]|$)",
                     G_REGEX_CASELESS | G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL));
  if (!g_regex_match (expression, note, G_REGEX_MATCH_DEFAULT, &match)
      || !g_match_info_fetch_pos (match, 0, &start, &end))
    return g_strdup (note);
  *passcode = g_match_info_fetch (match, 1);
  rest = g_string_new (note);
  g_string_erase (rest, start, end - start);
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&rest)));
}

/**
 * ff_listing_text_first_name:
 * @name: of a person
 *
 * Returns: (transfer full): its first word, with which alone it may leave; "" where the surname may come first
 */
char *
ff_listing_text_first_name (const char *name)
{
  g_autofree char *plain = ff_listing_text_to_plain (name, TRUE);

  if (strpbrk (plain, ",@") != NULL)
    return g_strdup ("");
  return g_strndup (plain, strcspn (plain, " ._-"));
}
