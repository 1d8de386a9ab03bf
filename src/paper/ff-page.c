/* ff-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes things in their places, to be drawn later.
 */

#include "ff-page-private.h"

static void
item_clear (gpointer data)
{
  FfItem *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->code, g_bytes_unref);
  g_clear_pointer (&item->points, g_array_unref);
}

/**
 * ff_page_new:
 * @number: from 0
 * @width: of the paper, in points
 * @right_to_left: whether to mirror what is added
 * @record: where each thing's place is noted; outlives the page
 *
 * Returns: (transfer full): an empty page
 */
FfPage *
ff_page_new (guint number, double width, gboolean right_to_left, const FfPageRecord *record)
{
  FfPage *page = g_new0 (FfPage, 1);

  page->number = number;
  page->width = width;
  page->right_to_left = right_to_left;
  page->items = g_array_new (FALSE, TRUE, sizeof (FfItem));
  g_array_set_clear_func (page->items, item_clear);
  page->record = record;

  return page;
}

/**
 * ff_page_free:
 * @page: (transfer full): a page
 *
 * Frees it; the boxes that it noted stay.
 */
void
ff_page_free (FfPage *page)
{
  g_clear_pointer (&page->items, g_array_unref);
  g_free (page);
}

/**
 * ff_page_set_origin:
 * @page: a page
 * @x: from the edge where reading begins, added to every position from now on
 */
void
ff_page_set_origin (FfPage *page, double x)
{
  page->origin = x;
}

/**
 * ff_page_set_kind:
 * @page: a page
 * @kind: which kind of block the boxes noted from now on belong to
 */
void
ff_page_set_kind (FfPage *page, FfBlockKind kind)
{
  page->kind = kind;
}

static double
mirror (const FfPage *page, double x, double width)
{
  x += page->origin;

  return page->right_to_left ? page->width - x - width : x;
}

static FfItem *
add_item (FfPage *page, FfItemKind kind, double x, double y, double width, double height)
{
  FfItem item = { .kind = kind, .y = y, .width = width, .height = height };

  item.x = mirror (page, x, width);
  item.answer = page->in_area;
  g_array_append_val (page->items, item);

  return &g_array_index (page->items, FfItem, page->items->len - 1);
}

/**
 * ff_page_begin:
 * @page: a page
 * @tag: a PDF structure type; a string that stays
 *
 * What is added until [method@Page.end] is part of that element.
 */
void
ff_page_begin (FfPage *page, const char *tag)
{
  add_item (page, FF_ITEM_BEGIN, 0, 0, 0, 0)->tag = tag;
}

/**
 * ff_page_end:
 * @page: a page
 * @tag: the structure type that was begun last
 */
void
ff_page_end (FfPage *page, const char *tag)
{
  add_item (page, FF_ITEM_END, 0, 0, 0, 0)->tag = tag;
}

/**
 * ff_page_begin_figure:
 * @page: a page
 * @text: what it shows, to be read aloud
 *
 * What is added until [method@Page.end_figure] is one drawing.
 */
void
ff_page_begin_figure (FfPage *page, const char *text)
{
  ff_page_begin (page, "Figure");
  g_ptr_array_add (page->record->figures, g_string_chunk_insert (page->record->strings, text));
}

/**
 * ff_page_end_figure:
 * @page: a page where a figure was begun
 */
void
ff_page_end_figure (FfPage *page)
{
  ff_page_end (page, "Figure");
}

/**
 * ff_page_set_written:
 * @page: a page
 * @written: whether what is added from now on is what a person wrote
 */
void
ff_page_set_written (FfPage *page, gboolean written)
{
  page->written = written;
}

/* Notes a box that is already where it is on paper. */
static void
note_box (FfPage *page, FfSheetBoxRole role, double x, double y, double width, double height)
{
  FfSheetBox box = { role, page->number, x, y, width, height, page->kind };

  g_array_append_val (page->record->boxes, box);
}

/**
 * ff_page_add_box:
 * @page: a page
 * @role: what is there
 * @x: from the edge where reading begins
 * @y: from the top
 * @width: its width
 * @height: its height
 *
 * Notes where something is, without drawing it.
 */
void
ff_page_add_box (FfPage *page, FfSheetBoxRole role, double x, double y, double width, double height)
{
  note_box (page, role, mirror (page, x, width), y, width, height);
}

/* Where a layout's letters are, relative to where it is drawn. */
static void
note_text (FfPage *page, PangoLayout *layout, double x, double y)
{
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  note_box (page, page->written ? FF_SHEET_BOX_WRITTEN : FF_SHEET_BOX_TEXT,
            x + (double) ink.x / PANGO_SCALE, y + (double) ink.y / PANGO_SCALE,
            (double) ink.width / PANGO_SCALE, (double) ink.height / PANGO_SCALE);
}

/**
 * ff_page_add_text:
 * @page: a page
 * @layout: a text; must not change any more
 * @ink: how dark
 * @x: from the edge where reading begins
 * @y: of its top
 */
void
ff_page_add_text (FfPage *page, PangoLayout *layout, FfInk ink, double x, double y)
{
  int given = pango_layout_get_width (layout);
  double width;
  FfItem *item;

  if (given < 0)
    {
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      given = logical.width;
    }
  width = (double) given / PANGO_SCALE;
  item = add_item (page, FF_ITEM_TEXT, x, y, width, 0);
  item->layout = g_object_ref (layout);
  item->ink = ink;
  note_text (page, layout, item->x, y);
}

/**
 * ff_page_add_rule:
 * @page: a page
 * @ink: how dark
 * @thickness: of the line
 * @x: where it begins, from the edge where reading begins
 * @y: where it begins, from the top
 * @width: how far it goes across; 0 for one that goes down
 * @height: how far it goes down; 0 for one that goes across
 */
void
ff_page_add_rule (FfPage *page,
                  FfInk ink,
                  double thickness,
                  double x,
                  double y,
                  double width,
                  double height)
{
  FfItem *item = add_item (page, FF_ITEM_RULE, x, y, width, height);

  item->ink = ink;
  item->size = thickness;
}

/**
 * ff_page_add_frame:
 * @page: a page
 * @radius: of its corners; 0 for square ones
 * @x: from the edge where reading begins
 * @y: from the top
 * @width: its width
 * @height: its height
 */
void
ff_page_add_frame (FfPage *page, double radius, double x, double y, double width, double height)
{
  FfItem *item = add_item (page, FF_ITEM_FRAME, x, y, width, height);

  item->ink = FF_INK_FRAME;
  item->size = radius;
}

/* The corners of the same rectangle on a page that is read the other way. */
static FfCorners
mirror_corners (FfCorners corners)
{
  return (corners & FF_CORNER_TOP_START ? FF_CORNER_TOP_END : 0)
         | (corners & FF_CORNER_TOP_END ? FF_CORNER_TOP_START : 0)
         | (corners & FF_CORNER_BOTTOM_START ? FF_CORNER_BOTTOM_END : 0)
         | (corners & FF_CORNER_BOTTOM_END ? FF_CORNER_BOTTOM_START : 0);
}

/**
 * ff_page_add_tint:
 * @page: a page
 * @corners: which ones are round
 * @radius: of those
 * @x: from the edge where reading begins
 * @y: from the top
 * @width: its width
 * @height: its height
 */
void
ff_page_add_tint (FfPage *page,
                  FfCorners corners,
                  double radius,
                  double x,
                  double y,
                  double width,
                  double height)
{
  FfItem *item = add_item (page, FF_ITEM_TINT, x, y, width, height);

  item->ink = FF_INK_TINT;
  item->size = radius;
  item->corners = page->right_to_left ? mirror_corners (corners) : corners;
}

/**
 * ff_page_add_circle:
 * @page: a page
 * @x: of the square around it, from the edge where reading begins
 * @y: of that square, from the top
 * @diameter: of the circle
 */
void
ff_page_add_circle (FfPage *page, double x, double y, double diameter)
{
  add_item (page, FF_ITEM_CIRCLE, x, y, diameter, diameter)->ink = FF_INK_FRAME;
}

/**
 * ff_page_add_ring:
 * @page: a page
 * @thickness: of its line
 * @x: of the square around it, from the edge where reading begins
 * @y: of that square, from the top
 * @diameter: of the ring
 */
void
ff_page_add_ring (FfPage *page, double thickness, double x, double y, double diameter)
{
  FfItem *item = add_item (page, FF_ITEM_CIRCLE, x, y, diameter, diameter);

  item->ink = FF_INK_BLACK;
  item->size = thickness;
}

/**
 * ff_page_add_disc:
 * @page: a page
 * @ink: how dark
 * @x: of the square around it, from the edge where reading begins
 * @y: of that square, from the top
 * @diameter: of the disc
 */
void
ff_page_add_disc (FfPage *page, FfInk ink, double x, double y, double diameter)
{
  FfItem *item = add_item (page, FF_ITEM_CIRCLE, x, y, diameter, diameter);

  item->ink = ink;
  item->flags = FF_PATH_FILLED;
}

/**
 * ff_page_add_path:
 * @page: a page
 * @ink: how dark
 * @thickness: of its line
 * @flags: how it is drawn
 * @points: (array length=n_points): what it goes through, as all positions here
 * @n_points: how many
 */
void
ff_page_add_path (FfPage *page,
                  FfInk ink,
                  double thickness,
                  FfPathFlags flags,
                  const FfPoint *points,
                  gsize n_points)
{
  FfItem *item = add_item (page, FF_ITEM_PATH, 0, 0, 0, 0);

  item->ink = ink;
  item->size = thickness;
  item->flags = flags;
  item->points = g_array_sized_new (FALSE, FALSE, sizeof (FfPoint), (guint) n_points);
  for (gsize i = 0; i < n_points; i++)
    {
      FfPoint point = { mirror (page, points[i].x, 0), points[i].y };

      g_array_append_val (item->points, point);
    }
}

/**
 * ff_page_begin_answer:
 * @page: a page
 *
 * What is added until [method@Page.end_answer] is drawn out of the answers in several areas.
 */
void
ff_page_begin_answer (FfPage *page)
{
  page->in_area = TRUE;
}

/**
 * ff_page_end_answer:
 * @page: a page where an answer was begun
 */
void
ff_page_end_answer (FfPage *page)
{
  page->in_area = FALSE;
}

static const char *
keep (const FfPage *page, const char *string)
{
  return string != NULL ? g_string_chunk_insert (page->record->strings, string) : NULL;
}

/**
 * ff_page_begin_area:
 * @page: a page
 * @area: where a person writes or marks; page and strings are set and copied here
 *
 * Notes the area. What is added until [method@Page.end_area] is what is written there.
 */
void
ff_page_begin_area (FfPage *page, const FfSheetArea *area)
{
  FfSheetArea noted = *area;

  noted.page = page->number;
  noted.x = mirror (page, area->x, area->width);
  noted.key = keep (page, area->key);
  noted.label = keep (page, area->label);
  noted.option = keep (page, area->option);
  noted.choice = keep (page, area->choice);
  noted.value = keep (page, area->value);
  g_array_append_val (page->record->areas, noted);
  /* A choice is often printed on: a number in its circle. */
  if (area->kind != FF_AREA_CHOICE)
    note_box (page, FF_SHEET_BOX_AREA, noted.x, noted.y, noted.width, noted.height);

  ff_page_begin (page, "Form");
  page->in_area = TRUE;
  ff_page_set_written (page, TRUE);
}

/**
 * ff_page_end_area:
 * @page: a page where an area was begun
 */
void
ff_page_end_area (FfPage *page)
{
  page->in_area = FALSE;
  ff_page_set_written (page, FALSE);
  ff_page_end (page, "Form");
}

/**
 * ff_page_add_code:
 * @page: a page
 * @code: a QR code
 * @x: of the square that it has to itself, from the edge where reading begins
 * @y: of that square, from the top
 * @side: of that square, which stays white around the code
 */
void
ff_page_add_code (FfPage *page, GBytes *code, double x, double y, double side)
{
  add_item (page, FF_ITEM_CODE, x, y, side, side)->code = g_bytes_ref (code);
  ff_page_add_box (page, FF_SHEET_BOX_CODE, x, y, side, side);
}
