/* ff-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all views have: the context, and the group that is chosen.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_VIEW (ff_view_get_type ())

G_DECLARE_DERIVABLE_TYPE (FfView, ff_view, FF, VIEW, AdwNavigationPage)

struct _FfViewClass
{
  AdwNavigationPageClass parent_class;

  /* Another group was chosen, or the same one has changed; @before (nullable) is what it was. */
  void (*group_changed) (FfView  *self,
                         FfGroup *before);
};

FfContext *ff_view_get_context (FfView  *self);
FfStore   *ff_view_get_store   (FfView  *self);
FfClock   *ff_view_get_clock   (FfView  *self);
FfGroup   *ff_view_get_group   (FfView  *self);
void       ff_view_set_group   (FfView  *self,
                                FfGroup *group);

G_END_DECLS
