/* ff-fragment.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fragment holds, and how it comes onto a page.
 */

#include "ff-typesetter.h"

/**
 * ff_fragment_add_text:
 * @fragment: a fragment
 * @layout: (transfer full): a text
 * @ink: how dark
 * @tag: (nullable): PDF structure type, a string that stays; %NULL where it goes on with the text before
 * @x: from the edge where reading begins
 * @y: from the fragment's top
 *
 * Returns: the text's height
 */
double
ff_fragment_add_text (FfFragment *fragment,
                      PangoLayout *layout,
                      FfInk ink,
                      const char *tag,
                      double x,
                      double y)
{
  FfFragmentText text = { layout, x, y, ink, tag };

  g_array_append_val (fragment->texts, text);

  return ff_text_height (layout);
}

/**
 * ff_fragment_add_span:
 * @fragment: a fragment
 * @x: where a column, or a line to write on, begins
 * @width: how wide it is
 */
void
ff_fragment_add_span (FfFragment *fragment, double x, double width)
{
  FfSpan span = { x, width };

  g_array_append_val (fragment->spans, span);
}

/**
 * ff_fragment_get_span:
 * @fragment: a fragment
 * @i: which, from 0
 *
 * Returns: (transfer none): that column or line
 */
const FfSpan *
ff_fragment_get_span (const FfFragment *fragment, guint i)
{
  g_assert (i < fragment->spans->len);

  return &g_array_index (fragment->spans, FfSpan, i);
}

static void
place_texts (const FfFragment *fragment, FfPage *page, double y)
{
  const char *tag = NULL;

  for (guint i = 0; i < fragment->texts->len; i++)
    {
      const FfFragmentText *text = &g_array_index (fragment->texts, FfFragmentText, i);

      if (text->tag != NULL)
        {
          if (tag != NULL)
            ff_page_end (page, tag);
          tag = text->tag;
          ff_page_begin (page, tag);
        }
      ff_page_add_text (page, text->layout, text->ink, text->x, y + text->y);
    }
  if (tag != NULL)
    ff_page_end (page, tag);
}

/**
 * ff_fragment_place:
 * @fragment: a fragment
 * @page: where it comes to stand
 * @x: where its block begins
 * @y: of its top
 * @width: of its block
 * @height: that it has there, at least its own
 * @row: which of its block's rows it is there
 */
void
ff_fragment_place (const FfFragment *fragment,
                   FfPage *page,
                   double x,
                   double y,
                   double width,
                   double height,
                   guint row)
{
  ff_page_set_kind (page, fragment->kind);
  ff_page_add_box (page, FF_SHEET_BOX_BLOCK, x, y, width, height);
  if (fragment->group != NULL)
    ff_page_begin (page, fragment->group);

  place_texts (fragment, page, y);
  if (fragment->code != NULL)
    ff_page_add_code (page, fragment->code, fragment->code_x, y + fragment->code_y,
                      fragment->code_side);
  if (fragment->place != NULL)
    fragment->place (fragment, page, y, height, row);

  if (fragment->group != NULL)
    ff_page_end (page, fragment->group);
}
