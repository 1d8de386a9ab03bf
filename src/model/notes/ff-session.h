/* ff-session.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session: what happened at one date of a meeting.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION (ff_session_get_type ())

G_DECLARE_FINAL_TYPE (FfSession, ff_session, FF, SESSION, GObject)

/* "meeting" becomes NULL when the meeting is deleted; the session stays with its group. "start" is when it really was, in wall time. */
FfSession        *ff_session_new            (const char       *uid); /* (nullable) */
FfSession        *ff_session_copy           (FfSession        *self);
const char       *ff_session_get_uid        (FfSession        *self);
const char       *ff_session_get_group      (FfSession        *self);
void              ff_session_set_group      (FfSession        *self,
                                             const char       *group);
const char       *ff_session_get_meeting    (FfSession        *self); /* (nullable) */
void              ff_session_set_meeting    (FfSession        *self,
                                             const char       *meeting);
const FfWallTime *ff_session_get_rule_time  (FfSession        *self); /* the occurrence's key */
void              ff_session_set_rule_time  (FfSession        *self,
                                             const FfWallTime *rule_time);
const FfWallTime *ff_session_get_start      (FfSession        *self);
void              ff_session_set_start      (FfSession        *self,
                                             const FfWallTime *start);
guint             ff_session_get_unnamed    (FfSession        *self); /* people who came and gave no name */
void              ff_session_set_unnamed    (FfSession        *self,
                                             guint             unnamed);
guint             ff_session_get_unnamed_newcomers (FfSession *self); /* of these, who were here for the first time */
void              ff_session_set_unnamed_newcomers (FfSession *self,
                                             guint             newcomers);
void              ff_session_set_named      (FfSession        *self,  /* those with a check-in; the store fills it in */
                                             guint             people,
                                             guint             newcomers);
guint             ff_session_get_attendance (FfSession        *self); /* with a name and without */
guint             ff_session_get_newcomers  (FfSession        *self);
const char *const *ff_session_get_handouts  (FfSession        *self); /* ids of the tools chosen for it; never NULL */
void              ff_session_set_handouts   (FfSession        *self,
                                             const char *const *handouts); /* copies given of those that stay are kept */
guint             ff_session_get_copies     (FfSession        *self,      /* of it that were given; 0 = none yet */
                                             const char       *handout);
void              ff_session_set_copies     (FfSession        *self,
                                             const char       *handout,   /* one of those chosen */
                                             guint             copies);
void              ff_session_take_handouts  (FfSession        *self,      /* as they are in @other, with their copies */
                                             FfSession        *other);

G_END_DECLS
