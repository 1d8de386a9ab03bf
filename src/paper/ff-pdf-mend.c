/* ff-pdf-mend.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens what cairo drew, has the rest added, and writes it anew.
 */

#include "ff-config.h"

#include "ff-pdf-mend.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-pdf-artifacts.h"
#include "ff-pdf-form.h"
#include "ff-pdf-tags.h"
#include "ff-pdf-writing.h"

/* Frees all objects of the document, too. */
static void
close_document (qpdf_data pdf)
{
  qpdf_cleanup (&pdf);
}

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (qpdf_data, close_document, NULL)

static qpdf_data
open_document (const GByteArray *drawn)
{
  qpdf_data pdf = qpdf_init ();

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (pdf, QPDF_FALSE);
  qpdf_read_memory (pdf, "cairo", (const char *) drawn->data, drawn->len, NULL);

  return pdf;
}

static gboolean
refuse (qpdf_data pdf, GError **error)
{
  qpdf_error problem = qpdf_get_error (pdf);

  if (problem == NULL)
    problem = qpdf_next_warning (pdf);
  /* Translators: what a library says about it, in English */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The PDF could not be finished, so nothing was saved: %s. Please try again "
                  "with fewer handouts."),
               qpdf_get_error_message_detail (pdf, problem));

  return FALSE;
}

static gboolean
has_trouble (qpdf_data pdf)
{
  return qpdf_has_error (pdf) || qpdf_more_warnings (pdf);
}

/* What reads it aloud has to know how; a window shows the title in place of the file's name. */
static void
set_language (qpdf_data pdf, const char *language)
{
  qpdf_oh root = qpdf_get_root (pdf);

  qpdf_oh_replace_key (pdf, root, "/Lang", qpdf_oh_new_unicode_string (pdf, language));
  qpdf_oh_replace_key (pdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
}

static void
mark_artifacts (qpdf_data pdf)
{
  int n_pages = qpdf_get_num_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    ff_pdf_artifacts_mark (pdf, qpdf_get_page_n (pdf, (size_t) i));
}

static GBytes *
write_document (qpdf_data pdf)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (pdf, "1.7");
  if (qpdf_write (pdf) & QPDF_ERRORS)
    return NULL;

  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

/**
 * ff_pdf_mend:
 * @drawn: a PDF as cairo writes it
 * @parts: (element-type FfPdfPart): the sheets in it, in order
 * @n_pages: how many pages these have; those after them are for the looks of fields only
 * @error: %G_IO_ERROR_FAILED, in words for people
 *
 * Adds its language, a field for each area of its sheets, and what its structure lacks (PDF 1.7, 12.7 and
 * 14.7). The language is the first sheet's; parts in other languages say so themselves.
 *
 * Returns: (transfer full): the whole PDF
 */
GBytes *
ff_pdf_mend (const GByteArray *drawn, GArray *parts, guint n_pages, GError **error)
{
  g_auto (qpdf_data) pdf = NULL;
  g_autoptr (GArray) widgets = NULL;
  GBytes *bytes;

  g_return_val_if_fail (drawn != NULL, NULL);
  g_return_val_if_fail (parts != NULL && parts->len > 0, NULL);

  pdf = open_document (drawn);
  if (!has_trouble (pdf))
    {
      set_language (pdf, ff_sheet_get_language (g_array_index (parts, FfPdfPart, 0).sheet));
      widgets = ff_pdf_form_add (pdf, parts);
      ff_pdf_writing_discard (pdf, n_pages);
      ff_pdf_tags_mend (pdf, parts, widgets);
      mark_artifacts (pdf);
    }
  if (has_trouble (pdf) || (bytes = write_document (pdf)) == NULL)
    {
      refuse (pdf, error);
      return NULL;
    }

  return bytes;
}
