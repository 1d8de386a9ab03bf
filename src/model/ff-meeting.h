/* ff-meeting.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting: a series of dates by a rule, at a place, on a link, or both.
 */

#pragma once

#include <glib-object.h>

#include "ff-pauses.h"
#include "ff-venue.h"
#include "ff-wall-time.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING (ff_meeting_get_type ())

G_DECLARE_FINAL_TYPE (FfMeeting, ff_meeting, FF, MEETING, GObject)

typedef enum
{
  FF_MEETING_NOTES,   /* for everybody */
  FF_MEETING_REMARKS, /* private: for those who run it */
  FF_MEETING_SLUG,    /* what a listing calls it; "" = its uid */
  FF_MEETING_SOURCE,  /* which listing it came from; "" = made here */
  FF_MEETING_EXTRA,   /* a JSON object: what the listing says beyond the rest, for the way back; "" = nothing */
} FfMeetingText;

#define FF_N_MEETING_TEXTS (FF_MEETING_EXTRA + 1)

/* properties: "uid" (construct-only), "group" (uid), "title" ("" = the group's name), "start" (FfWallTime boxed, the first date),
 * "minutes" (1 to 1440), "rule" (RRULE, nullable: once), "zone" (IANA), "place", "link", "sequence" (guint), "modified" (gint64 µs UTC).
 * What views and writers are handed is read by several threads: change a copy. */
FfMeeting        *ff_meeting_new          (const char       *uid); /* (nullable) */
FfMeeting        *ff_meeting_copy         (FfMeeting        *self);
/* Another meeting that says the same. */
FfMeeting        *ff_meeting_copy_as      (FfMeeting        *self,
                                           const char       *uid); /* (nullable): made up */
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
/* By appointment: it has a rule and a start, but no dates. */
gboolean          ff_meeting_get_by_appointment (FfMeeting  *self);
void              ff_meeting_set_by_appointment (FfMeeting  *self,
                                           gboolean          by_appointment);
FfPauses         *ff_meeting_get_pauses   (FfMeeting        *self); /* (nullable) (transfer none): seasons off */
void              ff_meeting_set_pauses   (FfMeeting        *self,
                                           FfPauses         *pauses); /* (nullable) */
FfVenue          *ff_meeting_get_venue    (FfMeeting        *self); /* (transfer none), never NULL */
void              ff_meeting_set_venue    (FfMeeting        *self,
                                           FfVenue          *venue); /* copied */
/* Codes of FfMeetingType, sorted. Open or closed (O, C) only where it differs from the group. */
const char *const *ff_meeting_get_types   (FfMeeting        *self);
void              ff_meeting_set_types    (FfMeeting        *self,
                                           const char *const *types); /* (nullable) */
gboolean          ff_meeting_has_type     (FfMeeting        *self,
                                           const char       *code);
const char       *ff_meeting_get_text     (FfMeeting        *self,
                                           FfMeetingText     text);
void              ff_meeting_set_text     (FfMeeting        *self,
                                           FfMeetingText     text,
                                           const char       *value);
/* The venue's name and link, for those who need no more. */
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
