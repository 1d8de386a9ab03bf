/* ff-pdf-language.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds a language to a finished PDF, as an incremental update (PDF 1.7, 7.5.6): cairo has no function for it.
 */

#include "ff-pdf-language.h"

#include <stdlib.h>
#include <string.h>

/* Where @word begins last; NULL where it does not. @pdf is not text: it has zero bytes. */
static const char *
find_last (const GByteArray *pdf, const char *word)
{
  const gsize length = strlen (word);

  for (gsize i = pdf->len; i >= length; i--)
    if (memcmp (pdf->data + i - length, word, length) == 0)
      return (const char *) pdf->data + i - length;

  return NULL;
}

/* The number after @key in what follows @text; 0 where there is none. */
static guint64
read_number (const char *text, const char *key)
{
  const char *found = strstr (text, key);

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* What stands between the braces of the object @number. */
static char *
read_dictionary (const GByteArray *pdf, guint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char *begin = find_last (pdf, head);
  const char *end;

  if (begin == NULL)
    return NULL;

  begin += strlen (head);
  end = strstr (begin, ">>\nendobj");

  return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

static gboolean
is_tag (const char *language)
{
  return *language != '\0'
         && strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                == strlen (language);
}

/**
 * ff_pdf_set_language:
 * @pdf: a PDF of version 1.4 as cairo writes it; added to
 * @language: a BCP 47 tag
 *
 * Also has the title shown in place of the file's name.
 *
 * Returns: whether it was added
 */
gboolean
ff_pdf_set_language (GByteArray *pdf, const char *language)
{
  const char *trailer;
  g_autofree char *catalogue = NULL;
  g_autofree char *object = NULL;
  g_autofree char *end = NULL;
  guint64 root, info, size, previous;
  gsize place;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  /* So that its end can be read as text. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  trailer = find_last (pdf, "\ntrailer\n");
  if (trailer == NULL || !is_tag (language))
    return FALSE;

  root = read_number (trailer, "/Root ");
  info = read_number (trailer, "/Info ");
  size = read_number (trailer, "/Size ");
  previous = read_number (trailer, "startxref\n");
  catalogue = read_dictionary (pdf, root);
  if (catalogue == NULL || info == 0 || size == 0 || previous == 0)
    return FALSE;

  place = pdf->len;
  object = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s   /Lang (%s)\n"
                            "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                            root, catalogue, language);
  end = g_strdup_printf ("xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n"
                         "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                         " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                         "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                         root, place, size, root, info, previous, place + strlen (object));
  g_byte_array_append (pdf, (const guint8 *) object, (guint) strlen (object));
  g_byte_array_append (pdf, (const guint8 *) end, (guint) strlen (end));

  return TRUE;
}
