/* ff-ring.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Labels around a circle, each in its place, none on top of another.
 */

#pragma once

#include "ff-typesetter.h"

G_BEGIN_DECLS

typedef struct
{
  FfPoint    center;
  double     radius;
  guint      n;
  double     top, bottom; /* of all of it */
  GPtrArray *labels; /* (element-type PangoLayout) */
  GArray    *places; /* (element-type FfPoint): of each label's top, where reading begins */
} FfRing;

/* As large a circle as has room for the labels of @block's parts around it, in a rectangle of the page. */
FfRing     *ff_ring_new       (FfTypesetter  *typesetter,
                               const FfBlock *block,
                               double         scale, /* of letters, at most */
                               double         least, /* radius, below which letters become smaller instead */
                               double         x,
                               double         y,
                               double         width,
                               double         height);
void        ff_ring_free      (FfRing        *self);
/* The direction of the @i-th part: the first is above, the others follow as reading goes. */
FfPoint     ff_ring_get_direction (const FfRing *self,
                               guint          i);
FfPoint     ff_ring_get_point (const FfRing  *self,
                               guint          i,
                               double         radius);
void        ff_ring_add_labels (const FfRing *self,
                               FfPage        *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRing, ff_ring_free)

G_END_DECLS
