/* ff-writing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes areas, and writes answers into them.
 */

#include "ff-config.h"

#include "ff-writing.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* How far a written line's baseline is above its rule, in ems. */
#define RISE 0.3
#define PEN 1.5
#define SHRINK 0.85
/* How far a ring goes beyond what it is around. */
#define RING_GAP 1.5

static char *
make_key (const FfFragment *fragment, const FfWriting *writing)
{
  g_autofree char *key = ff_answers_make_key (fragment->number, writing->part, writing->row);

  return writing->of_mark ? g_strconcat (key, "/mark", NULL) : g_steal_pointer (&key);
}

static const char *
get_answer (FfTypesetter *typesetter, const char *key)
{
  return typesetter->answers != NULL ? ff_answers_get (typesetter->answers, key) : NULL;
}

/**
 * ff_typesetter_get_answer:
 * @typesetter: a typesetter
 * @part: which part of the block that is being laid out
 * @row: which row of it
 *
 * Returns: (nullable): what is written there
 */
const char *
ff_typesetter_get_answer (FfTypesetter *typesetter, guint part, guint row)
{
  g_autofree char *key = ff_answers_make_key (typesetter->number, part, row);

  return get_answer (typesetter, key);
}

/**
 * ff_typesetter_count_answers:
 * @typesetter: a typesetter
 *
 * Returns: how many rows the block that is being laid out needs for what is written in it
 */
guint
ff_typesetter_count_answers (FfTypesetter *typesetter)
{
  return typesetter->answers != NULL
             ? ff_answers_count_rows (typesetter->answers, typesetter->number)
             : 0;
}

/**
 * ff_fragment_get_answer:
 * @fragment: a fragment
 * @part: which part of its block
 * @row: which row of it
 *
 * Returns: (nullable): what is written there
 */
const char *
ff_fragment_get_answer (const FfFragment *fragment, guint part, guint row)
{
  g_autofree char *key = ff_answers_make_key (fragment->number, part, row);

  return get_answer (fragment->typesetter, key);
}

static double
get_font_size (FfTypesetter *typesetter)
{
  g_autoptr (PangoLayout) sample = ff_typesetter_text (typesetter, FF_STYLE_WRITTEN, "", -1);

  return (double) pango_font_description_get_size (pango_layout_get_font_description (sample))
         / PANGO_SCALE;
}

/**
 * ff_writing_begin:
 * @fragment: a fragment that is being placed
 * @page: its page
 * @writing: the place
 *
 * On a worked example there are no areas: what is written there is text like any other.
 *
 * Returns: (nullable): what is written there
 */
const char *
ff_writing_begin (const FfFragment *fragment, FfPage *page, const FfWriting *writing)
{
  g_autofree char *key = make_key (fragment, writing);
  g_autofree char *option = g_strdup_printf ("%u", writing->option);
  FfSheetArea area = {
    .kind = writing->kind,
    .key = key,
    .label = writing->label,
    .option = writing->kind == FF_AREA_CHOICE ? option : NULL,
    .choice = writing->choice,
    .value = get_answer (fragment->typesetter, key),
    .multiline = writing->multiline,
    .font_size = get_font_size (fragment->typesetter),
    .x = writing->x,
    .y = writing->y,
    .width = writing->width,
    .height = writing->height,
  };

  if (fragment->typesetter->example)
    {
      if (writing->kind != FF_AREA_CHOICE)
        ff_page_add_box (page, FF_SHEET_BOX_AREA, area.x, area.y, area.width, area.height);
      ff_page_begin (page, "P");
      ff_page_set_written (page, TRUE);
    }
  else
    {
      ff_page_begin_area (page, &area);
    }

  return area.value;
}

/**
 * ff_writing_end:
 * @fragment: a fragment that is being placed
 * @page: its page
 *
 * Ends what ff_writing_begin() began.
 */
void
ff_writing_end (const FfFragment *fragment, FfPage *page)
{
  if (!fragment->typesetter->example)
    {
      ff_page_end_area (page);
      return;
    }
  ff_page_set_written (page, FALSE);
  ff_page_end (page, "P");
}

static PangoLayout *
set_text (FfTypesetter *typesetter, const char *text, double width)
{
  PangoLayout *layout = ff_typesetter_text (typesetter, FF_STYLE_WRITTEN, text, width);

  /* Each paragraph in the direction of its own script: people write what they write. */
  pango_layout_set_auto_dir (layout, TRUE);

  return layout;
}

/* A line on its own, from the side where its script begins. */
static void
add_line (const FfFragment *fragment,
          FfPage *page,
          const FfWriting *writing,
          const char *text,
          double scale,
          double bottom)
{
  g_autoptr (PangoLayout) line = set_text (fragment->typesetter, text, -1);
  gboolean right_to_left
      = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (line, 0))
        == PANGO_DIRECTION_RTL;
  double spare;

  pango_layout_set_single_paragraph_mode (line, TRUE);
  ff_text_shrink (line, scale);
  /* Letters that end a line look different, and may be wider. */
  while (ff_text_width (line) > writing->width + 0.5)
    ff_text_shrink (line, 0.97);
  spare = MAX (0, writing->width - ff_text_width (line));
  ff_page_add_text (page, line, FF_INK_BLACK,
                    writing->x + (right_to_left == fragment->typesetter->right_to_left ? 0 : spare),
                    bottom - fragment->measures->em * scale * RISE - ff_text_baseline (line));
}

/* Line by line, each on its rule; where they are more than there is room for, smaller. */
static void
add_lines (const FfFragment *fragment,
           FfPage *page,
           const FfWriting *writing,
           const char *text,
           double pitch)
{
  g_autoptr (PangoLayout) layout = set_text (fragment->typesetter, text, writing->width);
  double scale = 1, bottom;

  while (pango_layout_get_line_count (layout) * pitch > writing->height + 0.5)
    {
      ff_text_shrink (layout, SHRINK);
      scale *= SHRINK;
      /* Small letters first; then what is between the lines as well. */
      if (scale < 0.7)
        pitch *= SHRINK;
    }

  bottom = writing->y + pitch;
  for (GSList *i = pango_layout_get_lines_readonly (layout); i != NULL; i = i->next)
    {
      PangoLayoutLine *line = i->data;
      g_autofree char *words = g_strndup (text + pango_layout_line_get_start_index (line),
                                          (gsize) pango_layout_line_get_length (line));

      add_line (fragment, page, writing, g_strchomp (words), scale, bottom);
      bottom += pitch;
    }
}

/**
 * ff_writing_add:
 * @fragment: a fragment that is being placed
 * @page: its page
 * @writing: the place
 * @pitch: how far its lines are apart, 0 where there are none
 *
 * Adds an area, with what is written in it.
 */
void
ff_writing_add (const FfFragment *fragment, FfPage *page, const FfWriting *writing, double pitch)
{
  const char *text = ff_writing_begin (fragment, page, writing);

  if (text != NULL && pitch > 0)
    {
      add_lines (fragment, page, writing, text, pitch);
    }
  else if (text != NULL)
    {
      g_autoptr (PangoLayout) layout = set_text (fragment->typesetter, text, writing->width);

      while (ff_text_height (layout) > writing->height)
        ff_text_shrink (layout, SHRINK);
      ff_page_add_text (page, layout, FF_INK_BLACK, writing->x, writing->y);
    }
  ff_writing_end (fragment, page);
}

/* The same way round in every script. */
static void
add_tick (const FfFragment *fragment, FfPage *page, const FfWriting *writing)
{
  static const FfPoint shape[] = { { 0.18, 0.5 }, { 0.42, 0.8 }, { 0.95, 0.02 } };
  FfPoint points[G_N_ELEMENTS (shape)];

  for (gsize i = 0; i < G_N_ELEMENTS (shape); i++)
    {
      double x = fragment->typesetter->right_to_left ? 1 - shape[i].x : shape[i].x;

      points[i] = (FfPoint) { writing->x + writing->width * x,
                              writing->y + writing->height * shape[i].y };
    }
  ff_page_add_path (page, FF_INK_BLACK, PEN, 0, points, G_N_ELEMENTS (points));
}

/**
 * ff_writing_add_mark:
 * @fragment: a fragment that is being placed
 * @page: its page
 * @writing: the place; square
 *
 * Adds an area to mark, with a ring around the chosen choice and a tick in a box that is ticked.
 */
void
ff_writing_add_mark (const FfFragment *fragment, FfPage *page, const FfWriting *writing)
{
  const char *value = ff_writing_begin (fragment, page, writing);

  if (value != NULL && writing->kind == FF_AREA_CHECK)
    add_tick (fragment, page, writing);
  else if (value != NULL && strtoul (value, NULL, 10) == writing->option)
    ff_page_add_ring (page, PEN, writing->x - RING_GAP, writing->y - RING_GAP,
                      writing->width + 2 * RING_GAP);
  ff_writing_end (fragment, page);
}

/**
 * ff_writing_count_lines:
 * @typesetter: a typesetter
 * @text: (nullable): what is written
 * @width: of the lines to write on
 *
 * Returns: how many it takes; 0 for nothing
 */
guint
ff_writing_count_lines (FfTypesetter *typesetter, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return 0;
  layout = set_text (typesetter, text, width);

  return (guint) pango_layout_get_line_count (layout);
}

/**
 * ff_writing_measure:
 * @typesetter: a typesetter
 * @text: (nullable): what is written
 * @width: of the room
 *
 * Returns: how high it stands free, in points; 0 for nothing
 */
double
ff_writing_measure (FfTypesetter *typesetter, const char *text, double width)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL)
    return 0;
  layout = set_text (typesetter, text, width);

  return ff_text_height (layout);
}

/**
 * ff_writing_label_part:
 * @typesetter: a typesetter
 * @whole: such as a day
 * @part: such as a column
 *
 * Returns: (transfer full): both as one label
 */
char *
ff_writing_label_part (FfTypesetter *typesetter, const char *whole, const char *part)
{
  /* Translators: says aloud which place to write on is meant: “Monday: Evening”; keep {whole} and {part} */
  GString *label
      = g_string_new (ff_catalogue_lookup (typesetter->catalogue, N_ ("{whole}: {part}")));

  /* The part first, so that what stands for it in the whole's own text stays as it is. */
  g_string_replace (label, "{part}", part, 1);
  g_string_replace (label, "{whole}", whole, 1);

  return g_string_free_and_steal (label);
}

static char *
label_numbered (FfTypesetter *typesetter, const char *msgid, const char *what, guint number)
{
  GString *label = g_string_new (ff_catalogue_lookup (typesetter->catalogue, msgid));
  g_autofree char *digits = g_strdup_printf ("%u", number + 1);

  g_string_replace (label, "{number}", digits, 1);
  g_string_replace (label, "{what}", what, 1);

  return g_string_free_and_steal (label);
}

/**
 * ff_writing_label_line:
 * @typesetter: a typesetter
 * @what: such as a box
 * @line: from 0
 *
 * Returns: (transfer full): a label for that line of it
 */
char *
ff_writing_label_line (FfTypesetter *typesetter, const char *what, guint line)
{
  /* Translators: says aloud which place to write on is meant: “Doing it: benefits, line 2”; keep {what} and {number} */
  return label_numbered (typesetter, N_ ("{what}, line {number}"), what, line);
}

/**
 * ff_writing_label_row:
 * @typesetter: a typesetter
 * @what: such as a column
 * @row: from 0
 *
 * Returns: (transfer full): a label for that row of it
 */
char *
ff_writing_label_row (FfTypesetter *typesetter, const char *what, guint row)
{
  /* Translators: says aloud which place to write on is meant: “Trigger, row 2”; keep {what} and {number} */
  return label_numbered (typesetter, N_ ("{what}, row {number}"), what, row);
}
