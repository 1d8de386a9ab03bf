/* ff-handout-library.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every handout there is, built in and own, read in a thread and kept true to the store.
 */

#pragma once

#include "ff-context.h"
#include "ff-handout-item.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT_LIBRARY (ff_handout_library_get_type ())

G_DECLARE_FINAL_TYPE (FfHandoutLibrary, ff_handout_library, FF, HANDOUT_LIBRARY, GObject)

/* Signals: "listed": there are other items than before, or they could not be read; "marked": a favourite or a last use is different. */
/* The one of all views. (transfer full) */
FfHandoutLibrary *ff_handout_library_get         (FfContext        *context);
/* (nullable) (element-type FfHandoutItem): NULL until they are read; built-in ones by point and title, then own ones by title */
GPtrArray        *ff_handout_library_get_items   (FfHandoutLibrary *self);
/* (nullable): why they could not be read, a sentence */
const char       *ff_handout_library_get_problem (FfHandoutLibrary *self);
FfHandoutItem    *ff_handout_library_find        (FfHandoutLibrary *self,
                                                  const char       *id); /* (nullable) */

G_END_DECLS
