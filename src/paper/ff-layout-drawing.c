/* ff-layout-drawing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What drawings have in common: a label above, and as much of a page as does them good.
 */

#include "ff-typesetter.h"

/* Of its greatest height, before rows of a table come again on its page. */
#define WISH_SHARE 0.8

/**
 * ff_typesetter_begin_page:
 * @self: a typesetter
 * @fragment: the fragment that was added last, which is to begin a page
 *
 * A heading right before it goes with it.
 *
 * Returns: how high the fragment may be there, in points
 */
double
ff_typesetter_begin_page (FfTypesetter *self, FfFragment *fragment)
{
  double room = self->height;

  /* The first one is the title, which may have a page to itself. */
  for (guint i = self->fragments->len - 1; i > 1; i--)
    {
      FfFragment *last = g_ptr_array_index (self->fragments, i - 1);

      if (last->kind != FF_BLOCK_HEADING
          || room - last->height - fragment->space_before < self->height / 2)
        break;
      room -= last->height + fragment->space_before;
      fragment = last;
    }
  fragment->new_page = TRUE;

  return room;
}

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
      fragment->height = ff_typesetter_begin_page (typesetter, fragment);
    }
  fragment->max_height = MAX (fragment->height, fragment->head + MAX (most, least));
  fragment->wish = fragment->max_height * WISH_SHARE;
  fragment->grows = TRUE;
  fragment->place = place;
}
