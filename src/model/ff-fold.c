/* ff-fold.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is compared when neither case nor accents matter.
 */

#include "ff-fold.h"

#include <string.h>

/* What no accent is taken from, and people type without it all the same. */
static const char *
get_plain (gunichar c)
{
  switch (c)
    {
    case 0x00f8: /* ø */
      return "o";
    case 0x0142: /* ł */
      return "l";
    case 0x0111: /* đ */
      return "d";
    case 0x0131: /* ı */
      return "i";
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return "'";
    default:
      return NULL;
    }
}

static void
append_char (GString *folded, gunichar c)
{
  const char *plain = get_plain (c);

  if (g_unichar_isspace (c))
    {
      if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  else if (plain != NULL)
    g_string_append (folded, plain);
  else if (!g_unichar_ismark (c))
    g_string_append_unichar (folded, c);
}

static char *
fold_any (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (apart));

  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    append_char (folded, g_utf8_get_char (c));
  return g_string_free_and_steal (folded);
}

/**
 * ff_fold:
 * @text: anything; bytes that are not UTF-8 are replaced
 *
 * Case and accents are taken away, and each stretch of space becomes one space; none is at the start.
 *
 * Returns: (transfer full): what two texts have in common that a person would take for the same
 */
char *
ff_fold (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  /* Most of ten thousand meetings are written in ASCII, where there is nothing to take apart. */
  if (!g_str_is_ascii (text))
    return fold_any (text);

  folded = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c))
        g_string_append_c (folded, g_ascii_tolower (*c));
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  return g_string_free_and_steal (folded);
}

static gboolean
ends_line (gunichar letter)
{
  return letter == '\n' || letter == '\r' || letter == 0x0085 || letter == 0x2028
         || letter == 0x2029;
}

/**
 * ff_tidy:
 * @text: UTF-8, from wherever
 * @one_line: whether a line break becomes a space
 *
 * Returns: (transfer full): @text as it can be shown, and written into any file: a line ends with “\n” or, where there is to be one,
 *   goes on after a space, and of control characters there are only tabs
 */
char *
ff_tidy (const char *text, gboolean one_line)
{
  GString *tidied;

  g_return_val_if_fail (text != NULL, NULL);

  tidied = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);

      if (letter == '\r' && c[1] == '\n')
        continue;
      if (ends_line (letter))
        g_string_append_c (tidied, one_line ? ' ' : '\n');
      else if (letter == '\t')
        g_string_append_c (tidied, one_line ? ' ' : '\t');
      else if (!g_unichar_iscntrl (letter))
        g_string_append_unichar (tidied, letter);
    }
  return g_string_free_and_steal (tidied);
}

char *
ff_shorten (const char *text, gsize most)
{
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = strnlen (text, most + 1);
  if (length <= most)
    return g_strdup (text);
  for (length = most; length > 0 && ((guchar) text[length] & 0xc0) == 0x80; length--)
    ;
  return g_strndup (text, length);
}

/**
 * ff_strip:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text without the white space, in any script, at both ends
 */
char *
ff_strip (const char *text)
{
  const char *begin = text;
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + strlen (text);
  while (begin < end && g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (end > begin && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (begin, (gsize) (end - begin));
}
