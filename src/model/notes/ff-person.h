/* ff-person.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the list of people: a participant, and what is known of them in short.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON (ff_person_get_type ())

G_DECLARE_FINAL_TYPE (FfPerson, ff_person, FF, PERSON, GObject)

/* properties, construct-only: "uid" (of the participant), "group" (uid), "alias", "last-seen" (FfWallTime; (nullable): NULL = never),
 * "check-ins" (guint), "open-items" (guint), "last-goal" ("" = none said) */
const char       *ff_person_get_uid        (FfPerson *self);
const char       *ff_person_get_group      (FfPerson *self);
const char       *ff_person_get_alias      (FfPerson *self);
const FfWallTime *ff_person_get_last_seen  (FfPerson *self); /* (nullable) */
guint             ff_person_get_check_ins  (FfPerson *self);
guint             ff_person_get_open_items (FfPerson *self);
const char       *ff_person_get_last_goal  (FfPerson *self);

G_END_DECLS
