/* ff-meeting.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting: a series of dates by a rule, at a place, on a link, or both.
 */

#pragma once

#include <glib-object.h>

#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING (ff_meeting_get_type ())

G_DECLARE_FINAL_TYPE (FfMeeting, ff_meeting, FF, MEETING, GObject)

/* properties: "uid" (construct-only), "group" (uid), "title" ("" = the group's name), "start" (FfWallTime boxed, the first date),
 * "minutes" (1 to 1440), "rule" (RRULE, nullable: once), "zone" (IANA), "place", "link", "sequence" (guint), "modified" (gint64 µs UTC) */
FfMeeting        *ff_meeting_new          (const char       *uid); /* (nullable) */
FfMeeting        *ff_meeting_copy         (FfMeeting        *self);
const char       *ff_meeting_get_uid      (FfMeeting        *self);
const char       *ff_meeting_get_group    (FfMeeting        *self);
void              ff_meeting_set_group    (FfMeeting        *self,
                                           const char       *group);
const char       *ff_meeting_get_title    (FfMeeting        *self);
void              ff_meeting_set_title    (FfMeeting        *self,
                                           const char       *title);
const FfWallTime *ff_meeting_get_start    (FfMeeting        *self);
void              ff_meeting_set_start    (FfMeeting        *self,
                                           const FfWallTime *start);
guint             ff_meeting_get_minutes  (FfMeeting        *self);
void              ff_meeting_set_minutes  (FfMeeting        *self,
                                           guint             minutes);
const char       *ff_meeting_get_rule     (FfMeeting        *self);
void              ff_meeting_set_rule     (FfMeeting        *self,
                                           const char       *rule);
const char       *ff_meeting_get_zone     (FfMeeting        *self);
void              ff_meeting_set_zone     (FfMeeting        *self,
                                           const char       *zone);
const char       *ff_meeting_get_place    (FfMeeting        *self);
void              ff_meeting_set_place    (FfMeeting        *self,
                                           const char       *place);
const char       *ff_meeting_get_link     (FfMeeting        *self);
void              ff_meeting_set_link     (FfMeeting        *self,
                                           const char       *link);
guint             ff_meeting_get_sequence (FfMeeting        *self);
void              ff_meeting_set_sequence (FfMeeting        *self,
                                           guint             sequence);
gint64            ff_meeting_get_modified (FfMeeting        *self);
void              ff_meeting_set_modified (FfMeeting        *self,
                                           gint64            modified);

G_END_DECLS
