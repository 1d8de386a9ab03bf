/* ff-pdf-writing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets what is written in fields with Pango, which joins and orders letters of every script, on pages that
 * are then taken apart.
 */

#include "ff-pdf-writing.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "ff-pdf-look.h"
#include "ff-typesetter.h"

#define MARGIN 2.0 /* where programs that fill in forms begin */
#define SMALLEST 5.0
#define STEP 0.92

/**
 * ff_pdf_writing_is_in:
 * @area: an area
 *
 * Returns: whether it is one to write in, and something is written there
 */
gboolean
ff_pdf_writing_is_in (const FfSheetArea *area)
{
  g_return_val_if_fail (area != NULL, FALSE);

  return area->kind == FF_AREA_TEXT && area->value != NULL && *area->value != '\0';
}

static void
set_size (PangoLayout *layout, double size)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FF_FONT_FAMILIES);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

/* Letters get smaller where there are too many of them. */
static PangoLayout *
set_text (cairo_t *cr, const FfSheetArea *area, FfSheet *sheet)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  double size = area->font_size;

  pango_context_set_language (pango_layout_get_context (layout),
                              pango_language_from_string (ff_sheet_get_language (sheet)));
  pango_context_set_base_dir (pango_layout_get_context (layout), ff_sheet_is_right_to_left (sheet)
                                                                     ? PANGO_DIRECTION_RTL
                                                                     : PANGO_DIRECTION_LTR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) ((area->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_text (layout, area->value, -1);
  set_size (layout, size);
  while (size > SMALLEST && get_height (layout) > area->height)
    {
      size *= STEP;
      set_size (layout, size);
    }

  return layout;
}

static void
draw_area (cairo_surface_t *surface, cairo_t *cr, const FfSheetArea *area, FfSheet *sheet)
{
  g_autoptr (PangoLayout) layout = NULL;

  cairo_pdf_surface_set_size (surface, area->width, area->height);
  cairo_set_source_rgb (cr, 0, 0, 0);
  layout = set_text (cr, area, sheet);
  cairo_move_to (cr, MARGIN, area->multiline ? 0 : (area->height - get_height (layout)) / 2);
  pango_cairo_show_layout (cr, layout);
  cairo_show_page (cr);
}

/**
 * ff_pdf_writing_draw:
 * @surface: a PDF
 * @cr: draws on it
 * @sheet: a sheet
 *
 * Adds a page for each area of @sheet with something written in it.
 *
 * Returns: how many
 */
guint
ff_pdf_writing_draw (cairo_surface_t *surface, cairo_t *cr, FfSheet *sheet)
{
  gsize n_areas;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n_areas);
  guint n_pages = 0;

  for (gsize i = 0; i < n_areas; i++)
    if (ff_pdf_writing_is_in (&areas[i]))
      {
        draw_area (surface, cr, &areas[i], sheet);
        n_pages++;
      }

  return n_pages;
}

/* A program that writes something else there needs its own font beside those of the look. */
static void
add_fonts (qpdf_data pdf, qpdf_oh resources, qpdf_oh fonts)
{
  qpdf_oh here = qpdf_oh_get_key (pdf, resources, "/Font");
  qpdf_oh added = qpdf_oh_get_key (pdf, fonts, "/Font");

  qpdf_oh_begin_dict_key_iter (pdf, added);
  while (qpdf_oh_dict_more_keys (pdf))
    {
      g_autofree char *key = g_strdup (qpdf_oh_dict_next_key (pdf));

      qpdf_oh_replace_key (pdf, here, key, qpdf_oh_get_key (pdf, added, key));
    }
}

/**
 * ff_pdf_writing_take:
 * @pdf: a document
 * @page: a page that [func@pdf_writing_draw] added, from 0
 * @width: of the field
 * @height: of the field
 * @fonts: resources with the fonts that fields are filled in with
 *
 * Returns: a new form XObject that looks like the page
 */
qpdf_oh
ff_pdf_writing_take (qpdf_data pdf, guint page, double width, double height, qpdf_oh fonts)
{
  qpdf_oh source = qpdf_get_page_n (pdf, page);
  qpdf_oh resources = qpdf_oh_get_key (pdf, source, "/Resources");
  g_autoptr (GString) content = g_string_new ("/Tx BMC\nq\n");
  unsigned char *drawn = NULL;
  size_t length = 0;

  if (!(qpdf_oh_get_page_content_data (pdf, source, &drawn, &length) & QPDF_ERRORS))
    g_string_append_len (content, (const char *) drawn, (gssize) length);
  qpdf_oh_free_buffer (&drawn);
  g_string_append (content, "\nQ\nEMC\n");
  add_fonts (pdf, resources, fonts);

  return ff_pdf_look_new (pdf, width, height, content->str, resources);
}

/**
 * ff_pdf_writing_discard:
 * @pdf: a document
 * @first_page: the first page that [func@pdf_writing_draw] added, from 0
 *
 * Takes it and all pages after it away.
 */
void
ff_pdf_writing_discard (qpdf_data pdf, guint first_page)
{
  for (int n = qpdf_get_num_pages (pdf); n > (int) first_page; n--)
    qpdf_remove_page (pdf, qpdf_get_page_n (pdf, (size_t) n - 1));
}
