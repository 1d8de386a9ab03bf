/* ff-kicker.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets the small line in the margin above a handout: which of the four points it belongs to.
 */

#include "ff-kicker.h"

#define POINTS_PER_MM (72.0 / 25.4)
#define TOP (9 * POINTS_PER_MM)   /* from the paper's edge, where the margin is high enough */
#define CLEAR (1 * POINTS_PER_MM) /* above what stands on the page */
#define N_POINTS 4
#define DOT_EMS 0.5
#define STEP_EMS 0.85 /* from one dot to the next */
#define SEPARATOR " · "

static double
get_dots_width (const FfTypesetter *typesetter)
{
  return typesetter->measures.em * ((N_POINTS - 1) * STEP_EMS + DOT_EMS);
}

/* One for each point, those of the handout filled. */
static void
add_dots (const FfTypesetter *typesetter, FfPage *page, FfPoints points, double middle)
{
  double em = typesetter->measures.em, diameter = em * DOT_EMS;
  double x = typesetter->margin + typesetter->width - get_dots_width (typesetter);

  for (guint i = 0; i < N_POINTS; i++)
    {
      if (points & (1U << i))
        ff_page_add_disc (page, FF_INK_FRAME, x, middle - diameter / 2, diameter);
      ff_page_add_circle (page, x, middle - diameter / 2, diameter);
      x += em * STEP_EMS;
    }
}

static char *
list_points (FfHandout *handout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_POINTS; i++)
    if (ff_handout_get_points (handout) & (1U << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? SEPARATOR : "",
                              ff_catalogue_lookup (ff_handout_get_catalogue (handout),
                                                   ff_point_get_msgid (1U << i)));

  return g_string_free_and_steal (text);
}

/**
 * ff_kicker_add:
 * @typesetter: the page's
 * @handout: what stands on it
 * @page: where it goes
 *
 * Nothing moves for it. A handout that belongs to no point has none, nor has a slide.
 */
void
ff_kicker_add (FfTypesetter *typesetter, FfHandout *handout, FfPage *page)
{
  g_autofree char *text = list_points (handout);
  g_autoptr (PangoLayout) layout = NULL;
  double height, top;

  if (*text == '\0' || typesetter->screen)
    return;

  layout = ff_typesetter_text (typesetter, FF_STYLE_FOOT, text,
                               typesetter->width - get_dots_width (typesetter)
                                   - typesetter->measures.gap);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  height = ff_text_height (layout);
  top = MIN (TOP, typesetter->margin - CLEAR - height);
  ff_page_set_kind (page, FF_BLOCK_PARAGRAPH);
  ff_page_begin (page, "P");
  ff_page_add_text (page, layout, FF_INK_FAINT, typesetter->margin, top);
  ff_page_end (page, "P");
  add_dots (typesetter, page, ff_handout_get_points (handout), top + height / 2);
}
