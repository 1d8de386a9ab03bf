/* ff-handout-item.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout in the library, in every language, with what is known of it.
 */

#pragma once

#include "ff-handout.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_ITEM (ff_handout_item_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutItem, ff_handout_item, FF, HANDOUT_ITEM, GObject)

/* properties: "favourite" (gboolean), "last-used" (gint64: Unix seconds; 0 = never) */
FfHandoutItem *ff_handout_item_new           (FfHandout     *handout);
FfHandout     *ff_handout_item_get_handout   (FfHandoutItem *self);
const char    *ff_handout_item_get_id        (FfHandoutItem *self);
const char    *ff_handout_item_get_title     (FfHandoutItem *self);
/* The same handout in another language, for search. */
void           ff_handout_item_add_language  (FfHandoutItem *self,
                                              FfHandout     *handout);
gboolean       ff_handout_item_get_favourite (FfHandoutItem *self);
void           ff_handout_item_set_favourite (FfHandoutItem *self,
                                              gboolean       favourite);
gint64         ff_handout_item_get_last_used (FfHandoutItem *self);
void           ff_handout_item_set_last_used (FfHandoutItem *self,
                                              gint64         last_used);
gboolean       ff_handout_item_matches       (FfHandoutItem *self,
                                              const char    *words,
                                              const char   **name); /* (nullable) (out) (nullable) */

G_END_DECLS
