/* ff-pdf.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws sheets into a PDF and puts it in its place in one move.
 */

#include "ff-config.h"

#include "ff-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ff-pdf-mend.h"
#include "ff-pdf-writing.h"

#define APP_NAME "Fourfold"

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, const char *title)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, APP_NAME);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, APP_NAME " " FF_VERSION);
}

static void
add_to_outline (cairo_surface_t *surface, FfSheet *sheet, guint first_page)
{
  g_autofree char *target = g_strdup_printf ("page=%u", first_page);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, ff_sheet_get_title (sheet),
                                 target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* Each page has its own structure: cairo lets no element go on on the next one. */
static guint
draw_sheet (cairo_surface_t *surface, cairo_t *cr, FfSheet *sheet)
{
  guint n_pages = ff_sheet_get_n_pages (sheet);
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  for (guint page = 0; page < n_pages; page++)
    {
      cairo_pdf_surface_set_size (surface, width, height);
      cairo_tag_begin (cr, "Document", NULL);
      ff_sheet_draw_form (sheet, page, cr);
      cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }

  return n_pages;
}

static GArray *
draw_copies (cairo_surface_t *surface, GPtrArray *sheets, guint copies, guint *n_pages)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (FfPdfPart));
  cairo_t *cr = cairo_create (surface);
  guint page = 0;

  for (guint copy = 0; copy < copies; copy++)
    for (guint i = 0; i < sheets->len; i++)
      {
        FfPdfPart part = { g_ptr_array_index (sheets, i), copy + 1, i + 1, page, 0 };

        g_array_append_val (parts, part);
        if (copy == 0)
          add_to_outline (surface, part.sheet, page + 1);
        page += draw_sheet (surface, cr, part.sheet);
      }
  *n_pages = page;

  /* The same for all copies. */
  for (guint i = 0; i < sheets->len; i++)
    {
      for (guint j = i; j < parts->len; j += sheets->len)
        g_array_index (parts, FfPdfPart, j).first_writing = page;
      page += ff_pdf_writing_draw (surface, cr, g_ptr_array_index (sheets, i));
    }
  cairo_destroy (cr);

  return parts;
}

static GBytes *
draw (GPtrArray *sheets, guint copies, const char *title, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) parts = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, 1, 1);
  cairo_status_t status;
  guint n_pages;

  /* From 1.5 on there are object streams, of which cairo 1.18 gives wrong offsets. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, title);
  parts = draw_copies (surface, sheets, copies, &n_pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF could not be made: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }

  return ff_pdf_mend (bytes, parts, n_pages, error);
}

/**
 * ff_pdf_make:
 * @sheets: (element-type FfSheet): what to draw, in order
 * @copies: how often; copies are collated
 * @title: the document's title
 * @error: %G_IO_ERROR_FAILED
 *
 * Returns: (transfer full): the PDF that ff_pdf_write() would put into a file
 */
GBytes *
ff_pdf_make (GPtrArray *sheets, guint copies, const char *title, GError **error)
{
  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);
  g_return_val_if_fail (copies > 0 && title != NULL, NULL);

  return draw (sheets, copies, title, error);
}

/* What went wrong with the file, and what to do, in place of the name of a temporary file. */
static void
explain (GError *problem, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);
  g_autofree char *shown_path = g_filename_display_name (path);
  g_autofree char *sentence = NULL;

  switch (problem->code)
    {
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      sentence = g_strdup_printf (
          _ ("Nothing can be saved in the folder “%s”. Please choose another folder."),
          shown_folder);
      break;

    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      sentence = g_strdup_printf (
          _ ("There is no folder “%s”. Please choose another folder, or make it first."),
          shown_folder);
      break;

    case G_FILE_ERROR_NOSPC:
      sentence = g_strdup_printf (_ ("The disk is full, so “%s” was not saved. Please make some "
                                     "room, or choose another disk."),
                                  shown_path);
      break;

    default:
      /* Translators: a file name, and what the system says about it */
      sentence = g_strdup_printf (_ ("“%s” could not be saved: %s"), shown_path, problem->message);
      break;
    }
  g_set_error_literal (error, problem->domain, problem->code, sentence);
  g_error_free (problem);
}

/**
 * ff_pdf_write:
 * @sheets: (element-type FfSheet): what to write, in order
 * @copies: how often; copies are collated
 * @title: the document's title
 * @path: a file name; what is there is replaced
 * @error: %G_FILE_ERROR or %G_IO_ERROR_FAILED, in words for people
 *
 * Writes one tagged PDF with an outline entry for each sheet and a field for each of its areas. It appears whole or not at all: where it
 * cannot be written, a file that was there stays as it was. May be called in a thread.
 *
 * Returns: whether it was written
 */
gboolean
ff_pdf_write (GPtrArray *sheets, guint copies, const char *title, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, FALSE);
  g_return_val_if_fail (copies > 0, FALSE);
  g_return_val_if_fail (title != NULL && path != NULL, FALSE);

  bytes = draw (sheets, copies, title, error);
  if (bytes == NULL)
    return FALSE;

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &problem))
    {
      explain (problem, path, error);
      return FALSE;
    }

  return TRUE;
}
