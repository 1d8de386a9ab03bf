/* ff-pdf-artifacts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks a page's line work as artifacts (PDF 1.7, 14.8.2.2), which cairo does for text alone.
 */

#include "ff-pdf-artifacts.h"

#include <string.h>

static gboolean
is_line (const char *line, gsize length, const char *operator)
{
  return length == strlen (operator) && memcmp (line, operator, length) == 0;
}

static gboolean
ends_with (const char *line, gsize length, const char *operator)
{
  gsize n = strlen (operator);

  return length > n && line[0] == '/' && memcmp (line + length - n, operator, n) == 0;
}

/* Whether a line paints: its last word is one of the operators that do (PDF 1.7, 8.5.3 and 8.8). */
static gboolean
paints (const char *line, gsize length)
{
  static const char *const operators[]
      = { "S", "s", "f", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ" };
  gsize begin = length;

  while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != ')' && line[begin - 1] != ']'
         && line[begin - 1] != '>')
    begin--;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (is_line (line + begin, length - begin, operators[i]))
      return TRUE;

  return FALSE;
}

/* What lies between two elements, wrapped where it paints. */
static void
flush (GString *pending, gboolean *painted, GString *wrapped)
{
  if (*painted)
    g_string_append (wrapped, "/Artifact BMC\n");
  g_string_append_len (wrapped, pending->str, (gssize) pending->len);
  if (*painted)
    g_string_append (wrapped, "EMC\n");
  g_string_truncate (pending, 0);
  *painted = FALSE;
}

/**
 * ff_pdf_artifacts_wrap:
 * @content: the operators of a page as cairo writes them: each that marks content on a line of its own
 * @length: in bytes
 *
 * Returns: (transfer full): the same, with all that paints outside of marked content marked as an artifact
 */
GString *
ff_pdf_artifacts_wrap (const char *content, gsize length)
{
  GString *wrapped = g_string_sized_new (length + 256);
  g_autoptr (GString) pending = g_string_new (NULL);
  gboolean painted = FALSE, marked = FALSE;
  const char *end = content + length;

  g_return_val_if_fail (content != NULL || length == 0, wrapped);

  while (content < end)
    {
      const char *newline = memchr (content, '\n', (gsize) (end - content));
      gsize n = (gsize) ((newline != NULL ? newline : end) - content);
      gboolean begins
          = !marked && (ends_with (content, n, " BDC") || ends_with (content, n, " BMC"));
      gboolean parts = begins || is_line (content, n, "q") || is_line (content, n, "Q");

      if (!marked && parts)
        flush (pending, &painted, wrapped);
      painted = painted || (!marked && !parts && paints (content, n));
      g_string_append_len (marked || parts ? wrapped : pending, content, (gssize) n);
      g_string_append_c (marked || parts ? wrapped : pending, '\n');
      marked = begins || (marked && !is_line (content, n, "EMC"));
      content += n + 1;
    }
  flush (pending, &painted, wrapped);

  return wrapped;
}

/**
 * ff_pdf_artifacts_mark:
 * @pdf: a document
 * @page: a page of it that cairo wrote
 *
 * Marks whatever no structure element holds.
 */
void
ff_pdf_artifacts_mark (qpdf_data pdf, qpdf_oh page)
{
  g_autoptr (GString) wrapped = NULL;
  qpdf_oh none = qpdf_oh_new_null (pdf);
  unsigned char *content = NULL;
  size_t length = 0;

  if (qpdf_oh_get_page_content_data (pdf, page, &content, &length) & QPDF_ERRORS)
    return;

  wrapped = ff_pdf_artifacts_wrap ((const char *) content, length);
  qpdf_oh_free_buffer (&content);
  qpdf_oh_replace_stream_data (pdf, qpdf_oh_get_key (pdf, page, "/Contents"),
                               (const unsigned char *) wrapped->str, wrapped->len, none, none);
}
