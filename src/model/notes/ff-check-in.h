/* ff-check-in.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in: a participant at a session, and what they brought.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN (ff_check_in_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckIn, ff_check_in, FF, CHECK_IN, GObject)

#define FF_CHECK_IN_NO_URGE (-1)

FfCheckIn  *ff_check_in_new             (const char *uid); /* (nullable) */
FfCheckIn  *ff_check_in_copy            (FfCheckIn  *self);
const char *ff_check_in_get_uid         (FfCheckIn  *self);
const char *ff_check_in_get_session     (FfCheckIn  *self);
void        ff_check_in_set_session     (FfCheckIn  *self,
                                         const char *session);
const char *ff_check_in_get_participant (FfCheckIn  *self);
void        ff_check_in_set_participant (FfCheckIn  *self,
                                         const char *participant);
const char *ff_check_in_get_alias       (FfCheckIn  *self); /* the participant's, for showing; set by the store */
void        ff_check_in_set_alias       (FfCheckIn  *self,
                                         const char *alias);
const char *ff_check_in_get_note        (FfCheckIn  *self); /* what they bring; "" = nothing written */
void        ff_check_in_set_note        (FfCheckIn  *self,
                                         const char *note);
int         ff_check_in_get_urge        (FfCheckIn  *self); /* 0 to 10, or FF_CHECK_IN_NO_URGE */
void        ff_check_in_set_urge        (FfCheckIn  *self,
                                         int         urge);

G_END_DECLS
