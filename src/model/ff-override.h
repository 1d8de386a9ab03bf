/* ff-override.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is different on one date of a meeting.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_OVERRIDE (ff_override_get_type ())

G_DECLARE_FINAL_TYPE (FfOverride, ff_override, FF, OVERRIDE, GObject)

/* Known by its meeting and the start that the rule gave. "start" (nullable boxed) is where it moved; "place" and "link" NULL = as the
 * series; "note" is shown with the date. */
FfOverride       *ff_override_new           (const char       *meeting, /* uid */
                                             const FfWallTime *rule_time);
FfOverride       *ff_override_copy          (FfOverride       *self);
const char       *ff_override_get_meeting   (FfOverride       *self);
const FfWallTime *ff_override_get_rule_time (FfOverride       *self);
gboolean          ff_override_get_cancelled (FfOverride       *self);
void              ff_override_set_cancelled (FfOverride       *self,
                                             gboolean          cancelled);
/* Held although a pause or a holiday says otherwise, or asks. */
gboolean          ff_override_get_held      (FfOverride       *self);
void              ff_override_set_held      (FfOverride       *self,
                                             gboolean          held);
guint             ff_override_get_sequence  (FfOverride       *self);
void              ff_override_set_sequence  (FfOverride       *self,
                                             guint             sequence);
gint64            ff_override_get_modified  (FfOverride       *self); /* µs UTC */
void              ff_override_set_modified  (FfOverride       *self,
                                             gint64            modified);
const FfWallTime *ff_override_get_start     (FfOverride       *self);
void              ff_override_set_start     (FfOverride       *self,
                                             const FfWallTime *start);
const char       *ff_override_get_place     (FfOverride       *self);
void              ff_override_set_place     (FfOverride       *self,
                                             const char       *place);
const char       *ff_override_get_link      (FfOverride       *self);
void              ff_override_set_link      (FfOverride       *self,
                                             const char       *link);
const char       *ff_override_get_note      (FfOverride       *self);
void              ff_override_set_note      (FfOverride       *self,
                                             const char       *note);

G_END_DECLS
