/* ff-layout-drawing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drawings have in common: a label above, and as much of a page as does them good.
 */

#include "ff-typesetter.h"

/**
 * ff_layout_drawing:
 * @typesetter: where its fragment goes
 * @block: a block that is drawn
 * @least_ems: how high the drawing is at least, in ems
 * @most: how high it becomes at most, in points
 * @place: draws it, below the fragment's head
 *
 * A slide it has to itself, and fills.
 */
void
ff_layout_drawing (FfTypesetter *typesetter,
                   const FfBlock *block,
                   double least_ems,
                   double most,
                   FfFragmentPlace place)
{
  const FfMeasures *measures = &typesetter->measures;
  FfFragment *fragment = ff_typesetter_add (typesetter, block->kind, block);
  double least = least_ems * measures->em;

  if (block->text != NULL && *block->text != '\0')
    fragment->head
        = ff_fragment_add_text (fragment,
                                ff_typesetter_fit (typesetter, FF_STYLE_STRONG, block->text,
                                                   typesetter->width, typesetter->height / 4),
                                FF_INK_BLACK, "P", typesetter->margin, 0)
          + measures->padding;
  fragment->height = fragment->head + least;
  if (typesetter->screen || fragment->height > typesetter->height)
    {
      fragment->height = typesetter->height;
      fragment->new_page = TRUE;
    }
  fragment->max_height = MAX (fragment->height, fragment->head + MAX (most, least));
  fragment->grows = TRUE;
  fragment->place = place;
}
