/* ff-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes things in their places, and draws them.
 */

#include "ff-page.h"

#include <math.h>

#include "ff-qr-code.h"

/* PDF 1.7, 14.8.2.2: content that is no part of what the page says. */
#define TAG_ARTIFACT "Artifact"
#define FRAME_THICKNESS 0.75

typedef enum
{
  ITEM_BEGIN,
  ITEM_END,
  ITEM_TEXT,
  ITEM_RULE,
  ITEM_FRAME,
  ITEM_CIRCLE,
  ITEM_CODE,
} ItemKind;

typedef struct
{
  ItemKind kind;
  FfInk ink;
  double x, y, width, height;
  double size; /* thickness of a rule, radius of a frame's corners */
  const char *tag;
  PangoLayout *layout;
  GBytes *code;
} Item;

struct _FfPage
{
  guint number;
  double width;
  double origin;
  gboolean right_to_left;
  FfBlockKind kind;
  GArray *items; /* (element-type Item) */
  GArray *boxes; /* (element-type FfSheetBox) */
};

static const double greys[] = {
  [FF_INK_BLACK] = 0,
  [FF_INK_FRAME] = 0.3,
  [FF_INK_LINE] = 0.5,
  [FF_INK_FAINT] = 0.4,
};

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->code, g_bytes_unref);
}

/**
 * ff_page_new:
 * @number: from 0
 * @width: of the paper, in points
 * @right_to_left: whether to mirror what is added
 * @boxes: (element-type FfSheetBox): where each thing's place is noted
 *
 * Returns: (transfer full): an empty page
 */
FfPage *
ff_page_new (guint number, double width, gboolean right_to_left, GArray *boxes)
{
  FfPage *page = g_new0 (FfPage, 1);

  page->number = number;
  page->width = width;
  page->right_to_left = right_to_left;
  page->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (page->items, item_clear);
  page->boxes = g_array_ref (boxes);

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
  g_clear_pointer (&page->boxes, g_array_unref);
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

static Item *
add_item (FfPage *page, ItemKind kind, double x, double y, double width, double height)
{
  Item item = { .kind = kind, .y = y, .width = width, .height = height };

  item.x = mirror (page, x, width);
  g_array_append_val (page->items, item);

  return &g_array_index (page->items, Item, page->items->len - 1);
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
  add_item (page, ITEM_BEGIN, 0, 0, 0, 0)->tag = tag;
}

/**
 * ff_page_end:
 * @page: a page
 * @tag: the structure type that was begun last
 */
void
ff_page_end (FfPage *page, const char *tag)
{
  add_item (page, ITEM_END, 0, 0, 0, 0)->tag = tag;
}

/* Notes a box that is already where it is on paper. */
static void
note_box (FfPage *page, FfSheetBoxRole role, double x, double y, double width, double height)
{
  FfSheetBox box = { role, page->number, x, y, width, height, page->kind };

  g_array_append_val (page->boxes, box);
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
  note_box (page, FF_SHEET_BOX_TEXT, x + (double) ink.x / PANGO_SCALE,
            y + (double) ink.y / PANGO_SCALE, (double) ink.width / PANGO_SCALE,
            (double) ink.height / PANGO_SCALE);
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
  Item *item;

  if (given < 0)
    {
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      given = logical.width;
    }
  width = (double) given / PANGO_SCALE;
  item = add_item (page, ITEM_TEXT, x, y, width, 0);
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
  Item *item = add_item (page, ITEM_RULE, x, y, width, height);

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
  Item *item = add_item (page, ITEM_FRAME, x, y, width, height);

  item->ink = FF_INK_FRAME;
  item->size = radius;
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
  add_item (page, ITEM_CIRCLE, x, y, diameter, diameter)->ink = FF_INK_FRAME;
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
  add_item (page, ITEM_CODE, x, y, side, side)->code = g_bytes_ref (code);
  ff_page_add_box (page, FF_SHEET_BOX_CODE, x, y, side, side);
}

static void
draw_frame (const Item *item, cairo_t *cr)
{
  double r = item->size;
  double right = item->x + item->width, bottom = item->y + item->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - r, item->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, item->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, item->x + r, item->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_line_width (cr, FRAME_THICKNESS);
  cairo_stroke (cr);
}

static void
draw_circle (const Item *item, cairo_t *cr)
{
  double r = item->width / 2;

  cairo_new_path (cr);
  cairo_arc (cr, item->x + r, item->y + r, r, 0, 2 * G_PI);
  cairo_set_line_width (cr, FRAME_THICKNESS);
  cairo_stroke (cr);
}

static void
draw_rule (const Item *item, cairo_t *cr)
{
  cairo_move_to (cr, item->x, item->y);
  cairo_rel_line_to (cr, item->width, item->height);
  cairo_set_line_width (cr, item->size);
  cairo_stroke (cr);
}

/* Never mirrored: readers of codes know one way round only. Dark modules that touch are one shape, so that
 * no hair of white comes between them. */
static void
draw_code (const Item *item, cairo_t *cr)
{
  guint n = ff_qr_code_get_width (item->code);
  double module = item->width / (n + 2 * FF_QR_CODE_QUIET);
  double x = item->x + module * FF_QR_CODE_QUIET, y = item->y + module * FF_QR_CODE_QUIET;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_new_path (cr);
  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      {
        guint first = column;

        while (column < n && ff_qr_code_is_dark (item->code, column, row))
          column++;
        if (column > first)
          cairo_rectangle (cr, x + first * module, y + row * module, (column - first) * module,
                           module);
      }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_text (const Item *item, cairo_t *cr)
{
  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout (cr, item->layout);
}

static void
draw_line_work (const Item *item, cairo_t *cr, void (*draw) (const Item *item, cairo_t *cr))
{
  cairo_tag_begin (cr, TAG_ARTIFACT, NULL);
  draw (item, cr);
  cairo_tag_end (cr, TAG_ARTIFACT);
}

static void
draw_item (const Item *item, cairo_t *cr)
{
  double grey = greys[item->ink];

  cairo_set_source_rgb (cr, grey, grey, grey);
  switch (item->kind)
    {
    case ITEM_BEGIN:
      cairo_tag_begin (cr, item->tag, NULL);
      break;

    case ITEM_END:
      cairo_tag_end (cr, item->tag);
      break;

    case ITEM_TEXT:
      draw_text (item, cr);
      break;

    case ITEM_RULE:
      draw_line_work (item, cr, draw_rule);
      break;

    case ITEM_FRAME:
      draw_line_work (item, cr, draw_frame);
      break;

    case ITEM_CIRCLE:
      draw_line_work (item, cr, draw_circle);
      break;

    case ITEM_CODE:
      draw_line_work (item, cr, draw_code);
      break;

    default:
      g_warn_if_reached ();
    }
}

/**
 * ff_page_draw:
 * @page: a page
 * @cr: where to; one unit is a point
 */
void
ff_page_draw (FfPage *page, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < page->items->len; i++)
    draw_item (&g_array_index (page->items, Item, i), cr);
  cairo_restore (cr);
}
