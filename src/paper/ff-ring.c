/* ff-ring.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for the largest circle that leaves room for the labels around it.
 */

#include "ff-ring.h"

#include <math.h>
#include <string.h>

#define GAP_EMS 0.7 /* between circle and label */
#define STEP 0.96   /* from one size to the next that is tried */
#define SHRINK 0.88
#define LEAST_WHOLE 0.55 /* letters smaller than this do not keep a word whole */
/* Labels above and below the circle stand in its middle. */
#define UPRIGHT 0.2
/* How wide a label becomes at most, in ems. */
#define WIDEST_EMS 14
/* … and at least, where a hint makes it long. */
#define NARROWEST_EMS 6

static double
get_gap (const FfTypesetter *typesetter)
{
  return typesetter->measures.em * GAP_EMS;
}

/* A title, with its hint smaller below. */
static PangoLayout *
make_label (FfTypesetter *typesetter, const FfBlockPart *part, double width, double scale)
{
  g_autofree char *text = part->hint != NULL ? g_strdup_printf ("%s\n%s", part->title, part->hint)
                                             : g_strdup (part->title);
  PangoLayout *layout = ff_typesetter_text (typesetter, FF_STYLE_STRONG, text, width);
  g_autoptr (PangoLayout) hint = ff_typesetter_text (typesetter, FF_STYLE_HINT, "", -1);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *font;

  ff_text_shrink (layout, scale);
  if (part->hint == NULL)
    return layout;

  ff_text_shrink (hint, scale);
  font = pango_attr_font_desc_new (pango_layout_get_font_description (hint));
  font->start_index = (guint) strlen (part->title) + 1;
  pango_attr_list_insert (attributes, font);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/**
 * ff_ring_get_direction:
 * @self: a ring
 * @i: which part
 *
 * Returns: a vector of length 1: up for the first part, then round in the direction of reading
 */
FfPoint
ff_ring_get_direction (const FfRing *self, guint i)
{
  double angle = 2 * G_PI * i / self->n;

  return (FfPoint) { sin (angle), -cos (angle) };
}

/**
 * ff_ring_get_point:
 * @self: a ring
 * @i: which part
 * @radius: how far out
 *
 * Returns: the point there
 */
FfPoint
ff_ring_get_point (const FfRing *self, guint i, double radius)
{
  FfPoint direction = ff_ring_get_direction (self, i);

  return (FfPoint) { self->center.x + radius * direction.x, self->center.y + radius * direction.y };
}

/* The room that a label beside the circle has to its side. */
static double
get_room (const FfTypesetter *typesetter, double direction, double radius, double width)
{
  double most = typesetter->measures.em * WIDEST_EMS;

  if (fabs (direction) < UPRIGHT)
    return MIN (width, most * 1.5);

  return MIN (width / 2 - (radius + get_gap (typesetter)) * fabs (direction), most);
}

/* A label's rectangle, for a circle around 0, 0. */
static FfSheetBox
get_box (const FfTypesetter *typesetter, PangoLayout *label, FfPoint direction, double radius)
{
  double out = radius + get_gap (typesetter);
  FfSheetBox box = { .width = ff_text_width (label), .height = ff_text_height (label) };

  box.x = out * direction.x;
  if (fabs (direction.x) < UPRIGHT)
    box.x -= box.width / 2;
  else if (direction.x < 0)
    box.x -= box.width;
  box.y = out * direction.y - box.height / 2 + box.height / 2 * direction.y;

  return box;
}

static gboolean
touch (const FfSheetBox *a, const FfSheetBox *b, double gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap
         && a->y < b->y + b->height + gap / 2 && b->y < a->y + a->height + gap / 2;
}

static gboolean
reaches_into (const FfSheetBox *box, double radius)
{
  double x = CLAMP (0, box->x, box->x + box->width);
  double y = CLAMP (0, box->y, box->y + box->height);

  return hypot (x, y) < radius;
}

/* The labels in letters of that scale, and the width that each one needs: that of its longest word at least. */
static void
make_labels (FfRing *self,
             FfTypesetter *typesetter,
             const FfBlock *block,
             double scale,
             double *words)
{
  g_ptr_array_set_size (self->labels, 0);
  for (guint i = 0; i < self->n; i++)
    {
      PangoLayout *label = make_label (typesetter, ff_block_get_part (block, i), 0, scale);

      pango_layout_set_wrap (label, PANGO_WRAP_WORD);
      words[i] = ff_text_width (label);
      if (ff_block_get_part (block, i)->hint != NULL)
        words[i] = MAX (words[i], typesetter->measures.em * NARROWEST_EMS * scale);
      pango_layout_set_wrap (label, PANGO_WRAP_WORD_CHAR);
      g_ptr_array_add (self->labels, label);
    }
}

/* Where the labels are around a circle of @radius with 0, 0 in its middle; FALSE where they do not fit. */
static gboolean
try_radius (FfRing *self,
            FfTypesetter *typesetter,
            double radius,
            const double *words,
            gboolean whole_words,
            double width,
            double height)
{
  g_autofree FfSheetBox *boxes = g_new0 (FfSheetBox, self->n);
  double gap = get_gap (typesetter);

  self->top = -radius;
  self->bottom = radius;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < self->n; i++)
    {
      FfPoint direction = ff_ring_get_direction (self, i), place;
      double room = get_room (typesetter, direction.x, radius, width);
      PangoLayout *label = g_ptr_array_index (self->labels, i);

      if (room < (whole_words ? words[i] : typesetter->measures.em * 2))
        return FALSE;
      pango_layout_set_width (label, (int) (room * PANGO_SCALE));
      boxes[i] = get_box (typesetter, label, direction, radius);
      /* A high label stands a little further out, so that its corner does not touch the circle. */
      for (double out = 1; out < gap * 3 && reaches_into (&boxes[i], radius + gap * 0.6); out++)
        boxes[i] = get_box (typesetter, label, direction, radius + out);
      if (reaches_into (&boxes[i], radius + gap * 0.6)
          || MAX (-boxes[i].x, boxes[i].x + boxes[i].width) > width / 2)
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (touch (&boxes[i], &boxes[j], gap))
          return FALSE;
      self->top = MIN (self->top, boxes[i].y);
      self->bottom = MAX (self->bottom, boxes[i].y + boxes[i].height);
      place = (FfPoint) { boxes[i].x, boxes[i].y };
      g_array_append_val (self->places, place);
    }
  self->radius = radius;

  return self->bottom - self->top <= height;
}

/* The largest circle; where even a small one leaves too little room, smaller letters, and words that break. */
static void
find_radius (FfRing *self,
             FfTypesetter *typesetter,
             const FfBlock *block,
             double scale,
             double least,
             double width,
             double height)
{
  g_autofree double *words = g_new (double, self->n);
  double most = MIN (width, height) / 2;

  for (;; scale *= SHRINK, least *= SHRINK)
    {
      make_labels (self, typesetter, block, scale, words);
      for (double radius = most; radius >= least; radius *= STEP)
        if (try_radius (self, typesetter, radius, words, scale > LEAST_WHOLE, width, height))
          return;
    }
}

/**
 * ff_ring_new:
 * @typesetter: a typesetter
 * @block: its parts are the labels
 * @scale: of the labels' letters, where there is room
 * @least: the radius to make letters smaller at, rather than the circle
 * @x: of the rectangle, from the edge where reading begins
 * @y: of its top
 * @width: of the rectangle
 * @height: of the rectangle
 *
 * Returns: (transfer full): the circle and the labels around it
 */
FfRing *
ff_ring_new (FfTypesetter *typesetter,
             const FfBlock *block,
             double scale,
             double least,
             double x,
             double y,
             double width,
             double height)
{
  FfRing *self = g_new0 (FfRing, 1);

  self->n = block->parts->len;
  self->labels = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (FfPoint));
  find_radius (self, typesetter, block, scale, least, width, height);
  self->center
      = (FfPoint) { x + width / 2, y + (height - (self->bottom - self->top)) / 2 - self->top };
  self->top += self->center.y;
  self->bottom += self->center.y;
  for (guint i = 0; i < self->n; i++)
    {
      FfPoint *place = &g_array_index (self->places, FfPoint, i);
      PangoLayout *label = g_ptr_array_index (self->labels, i);
      double direction = ff_ring_get_direction (self, i).x;
      PangoAlignment alignment = PANGO_ALIGN_CENTER;

      if (fabs (direction) >= UPRIGHT)
        alignment
            = (direction > 0) != typesetter->right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
      place->x += self->center.x;
      place->y += self->center.y;
      pango_layout_set_alignment (label, alignment);
      pango_layout_set_width (label, (int) ((ff_text_width (label) + 0.5) * PANGO_SCALE));
    }

  return self;
}

/**
 * ff_ring_free:
 * @self: (transfer full): a ring
 */
void
ff_ring_free (FfRing *self)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

/**
 * ff_ring_add_labels:
 * @self: a ring
 * @page: where it is
 */
void
ff_ring_add_labels (const FfRing *self, FfPage *page)
{
  for (guint i = 0; i < self->n; i++)
    {
      const FfPoint *place = &g_array_index (self->places, FfPoint, i);

      ff_page_begin (page, "Span");
      ff_page_add_text (page, g_ptr_array_index (self->labels, i), FF_INK_BLACK, place->x,
                        place->y);
      ff_page_end (page, "Span");
    }
}
