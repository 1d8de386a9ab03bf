/* ff-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps pages that are laid out, and draws them.
 */

#include "ff-sheet-private.h"

struct _FfSheet
{
  GObject parent_instance;

  char *title;
  char *summary;
  char *language;
  gboolean right_to_left;
  double width, height; /* of the paper, in points */
  GPtrArray *pages;     /* (element-type FfPage) */
  FfPageRecord record;
};

G_DEFINE_FINAL_TYPE (FfSheet, ff_sheet, G_TYPE_OBJECT)

static void
ff_sheet_finalize (GObject *object)
{
  FfSheet *self = FF_SHEET (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->record.boxes, g_array_unref);
  g_clear_pointer (&self->record.areas, g_array_unref);
  g_clear_pointer (&self->record.figures, g_ptr_array_unref);
  g_clear_pointer (&self->record.strings, g_string_chunk_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_sheet_parent_class)->finalize (object);
}

static void
ff_sheet_class_init (FfSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_sheet_finalize;
}

static void
ff_sheet_init (FfSheet *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_page_free);
  self->record.boxes = g_array_new (FALSE, FALSE, sizeof (FfSheetBox));
  self->record.areas = g_array_new (FALSE, FALSE, sizeof (FfSheetArea));
  self->record.figures = g_ptr_array_new ();
  self->record.strings = g_string_chunk_new (1024);
}

/**
 * ff_sheet_new:
 * @title: what stands on it
 * @summary: what it is for
 * @catalogue: the language that it is in
 * @width: of its pages, in points
 * @height: of its pages
 *
 * Once it is laid out it never changes, and may be made in one thread and drawn in another, but only in
 * one at a time.
 *
 * Returns: (transfer full): a sheet without pages, for those who lay out
 */
FfSheet *
ff_sheet_new (const char *title,
              const char *summary,
              FfCatalogue *catalogue,
              double width,
              double height)
{
  FfSheet *self = g_object_new (FF_TYPE_SHEET, NULL);

  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  self->language = g_strdup (ff_catalogue_get_language (catalogue));
  self->right_to_left = ff_catalogue_is_right_to_left (catalogue);
  self->width = width;
  self->height = height;

  return self;
}

/**
 * ff_sheet_add_page:
 * @self: a sheet that is being laid out
 *
 * Returns: (transfer none): an empty page after the others
 */
FfPage *
ff_sheet_add_page (FfSheet *self)
{
  FfPage *page = ff_page_new (self->pages->len, self->width, self->right_to_left, &self->record);

  g_ptr_array_add (self->pages, page);

  return page;
}

/**
 * ff_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (transfer none): what stands on it, in its own language
 */
const char *
ff_sheet_get_title (FfSheet *self)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);

  return self->title;
}

/**
 * ff_sheet_get_summary:
 * @self: a sheet
 *
 * Returns: (transfer none): one sentence that says what it is for, in its own language
 */
const char *
ff_sheet_get_summary (FfSheet *self)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);

  return self->summary;
}

/**
 * ff_sheet_get_language:
 * @self: a sheet
 *
 * Returns: (transfer none): a BCP 47 tag
 */
const char *
ff_sheet_get_language (FfSheet *self)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);

  return self->language;
}

/**
 * ff_sheet_is_right_to_left:
 * @self: a sheet
 *
 * Returns: whether its language is written from right to left
 */
gboolean
ff_sheet_is_right_to_left (FfSheet *self)
{
  g_return_val_if_fail (FF_IS_SHEET (self), FALSE);

  return self->right_to_left;
}

/**
 * ff_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages it has, at least 1
 */
guint
ff_sheet_get_n_pages (FfSheet *self)
{
  g_return_val_if_fail (FF_IS_SHEET (self), 0);

  return self->pages->len;
}

/**
 * ff_sheet_get_page_size:
 * @self: a sheet
 * @width: (out): in points
 * @height: (out): in points
 *
 * Pages of a handout in landscape are wider than high, so a printer needs a page set-up for each sheet.
 */
void
ff_sheet_get_page_size (FfSheet *self, double *width, double *height)
{
  g_return_if_fail (FF_IS_SHEET (self));
  g_return_if_fail (width != NULL && height != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * ff_sheet_draw_page:
 * @self: a sheet
 * @page: from 0
 * @cr: where to; one unit is a point, the origin the page's top left
 *
 * Draws black on what is there: paper is white already.
 */
void
ff_sheet_draw_page (FfSheet *self, guint page, cairo_t *cr)
{
  g_return_if_fail (FF_IS_SHEET (self));
  g_return_if_fail (page < self->pages->len);

  ff_page_draw (g_ptr_array_index (self->pages, page), cr, TRUE);
}

/**
 * ff_sheet_draw_form:
 * @self: a sheet
 * @page: from 0
 * @cr: where to, as in [method@Sheet.draw_page]
 *
 * Draws what is printed, and leaves the answers in its areas out.
 */
void
ff_sheet_draw_form (FfSheet *self, guint page, cairo_t *cr)
{
  g_return_if_fail (FF_IS_SHEET (self));
  g_return_if_fail (page < self->pages->len);

  ff_page_draw (g_ptr_array_index (self->pages, page), cr, FALSE);
}

/**
 * ff_sheet_get_boxes:
 * @self: a sheet
 * @n_boxes: (out): how many
 *
 * Returns: (transfer none) (array length=n_boxes): where everything ended up
 */
const FfSheetBox *
ff_sheet_get_boxes (FfSheet *self, gsize *n_boxes)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);
  g_return_val_if_fail (n_boxes != NULL, NULL);

  *n_boxes = self->record.boxes->len;

  return (const FfSheetBox *) self->record.boxes->data;
}

/**
 * ff_sheet_get_areas:
 * @self: a sheet
 * @n_areas: (out): how many
 *
 * Returns: (transfer none) (array length=n_areas): where a person writes or marks, in reading order
 */
const FfSheetArea *
ff_sheet_get_areas (FfSheet *self, gsize *n_areas)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);
  g_return_val_if_fail (n_areas != NULL, NULL);

  *n_areas = self->record.areas->len;

  return (const FfSheetArea *) self->record.areas->data;
}

/**
 * ff_sheet_get_figures:
 * @self: a sheet
 * @n_figures: (out): how many drawings it has
 *
 * Returns: (transfer none) (array length=n_figures): of each drawing in turn, what to read aloud, in the
 *   sheet's language
 */
const char *const *
ff_sheet_get_figures (FfSheet *self, gsize *n_figures)
{
  g_return_val_if_fail (FF_IS_SHEET (self), NULL);
  g_return_val_if_fail (n_figures != NULL, NULL);

  *n_figures = self->record.figures->len;

  return (const char *const *) self->record.figures->pdata;
}
