/* ff-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Objects of the model to rows and back, on whatever connection and thread is at hand.
 */

#pragma once

#include "ff-check-in.h"
#include "ff-group.h"
#include "ff-holidays.h"
#include "ff-meeting.h"
#include "ff-override.h"
#include "ff-participant.h"
#include "ff-plan-item.h"
#include "ff-session.h"
#include "ff-statement.h"

G_BEGIN_DECLS

/* Each inserts or updates. @modified: µs UTC. A shareable row that really changes gets a higher sequence. */
gboolean       ff_group_row_save          (FfConnection   *connection,
                                           FfGroup        *group,
                                           gint64          modified,
                                           GError        **error);
gboolean       ff_meeting_row_save        (FfConnection   *connection,
                                           FfMeeting      *meeting,
                                           gint64          modified,
                                           GError        **error);
gboolean       ff_holidays_row_save       (FfConnection   *connection,
                                           FfHolidays     *holidays,
                                           gint64          modified,
                                           GError        **error);
/* @uid: given to it where it is new */
gboolean       ff_override_row_save       (FfConnection   *connection,
                                           FfOverride     *override,
                                           const char     *uid,
                                           gint64          modified,
                                           GError        **error);
gboolean       ff_session_row_save        (FfConnection   *connection,
                                           FfSession      *session,
                                           GError        **error);
/* Only where it is not stored yet; somebody of that alias in the group is the same person. */
gboolean       ff_participant_row_add     (FfConnection   *connection,
                                           FfParticipant  *participant,
                                           GError        **error);
/* @participant: (nullable): whose alias finds the person where the check-in's own participant was not stored */
gboolean       ff_check_in_row_save       (FfConnection   *connection,
                                           FfCheckIn      *check_in,
                                           FfParticipant  *participant,
                                           GError        **error);
gboolean       ff_plan_item_row_save      (FfConnection   *connection,
                                           FfPlanItem     *item,
                                           GError        **error);

/* The columns that each reads, for its SELECT. */
#define FF_GROUP_COLUMNS                                                                           \
  "g.uid, g.name, g.programme, g.zone, g.language, g.open, g.sample, g.setting, g.region, "        \
  "g.district, g.website, g.email, g.phone, g.notes, "                                             \
  "coalesce ((SELECT h.uid FROM holiday_calendars AS h WHERE h.id = g.holidays_id), ''), "         \
  "g.keep_months, g.check_in_parts"
#define FF_MEETING_COLUMNS                                                                         \
  "m.uid, g.uid, m.title, m.start, m.minutes, m.rule, m.zone, m.place, m.link, m.by_appointment, " \
  "m.mode, m.address, m.room, m.access, m.region, m.district, m.link_note, m.passcode, m.phone, "  \
  "m.phone_note, m.latitude, m.longitude, m.types, m.pauses, m.notes, m.remarks, m.slug, "         \
  "m.source, m.extra, m.sequence, m.modified"
#define FF_HOLIDAYS_COLUMNS "h.uid, h.name, h.days"
#define FF_OVERRIDE_COLUMNS                                                                        \
  "m.uid, o.rule_time, o.cancelled, o.start, o.place, o.link, o.note, o.held, o.sequence, "        \
  "o.modified"
#define FF_SESSION_COLUMNS                                                                         \
  "s.uid, g.uid, m.uid, s.rule_time, s.start, coalesce (s.unnamed, 0), "                           \
  "coalesce (s.unnamed_newcomers, 0), "                                                            \
  "(SELECT count (*) FROM check_ins AS n WHERE n.session_id = s.id), "                             \
  "(SELECT count (*) FROM check_ins AS n WHERE n.session_id = s.id AND n.newcomer = 1), "          \
  "(SELECT group_concat (h.handout || ' ' || coalesce (h.copies, 0), ' ' ORDER BY h.position) "    \
  "FROM session_handouts AS h WHERE h.session_id = s.id)"
#define FF_PARTICIPANT_COLUMNS "p.uid, g.uid, p.alias, p.consent, p.consent_date"
#define FF_CHECK_IN_COLUMNS                                                                        \
  "c.uid, s.uid, p.uid, p.alias, c.note, c.urge, c.newcomer, c.points, c.balance, c.stage, "       \
  "c.aim, c.goal, c.helped, c.social, c.physical, c.human, c.cultural"
#define FF_PLAN_ITEM_COLUMNS                                                                       \
  "i.uid, p.uid, p.alias, s.uid, i.text, i.position, i.outcome, r.uid, coalesce (i.day, 0)"

FfGroup       *ff_group_row_read          (FfStatement    *row);
FfMeeting     *ff_meeting_row_read        (FfStatement    *row);
FfHolidays    *ff_holidays_row_read       (FfStatement    *row);
FfOverride    *ff_override_row_read       (FfStatement    *row);
FfSession     *ff_session_row_read        (FfStatement    *row);
FfParticipant *ff_participant_row_read    (FfStatement    *row);
FfCheckIn     *ff_check_in_row_read       (FfStatement    *row);
FfPlanItem    *ff_plan_item_row_read      (FfStatement    *row);

/* (nullable): NULL for a row that stands for nothing and is passed over */
typedef gpointer (*FfRowReader) (FfStatement *row);

/* All rows as objects: (transfer full), NULL with an error. */
GPtrArray     *ff_rows_list               (FfStatement    *statement,
                                           FfRowReader     reader,
                                           GError        **error);
/* The first row as an object, NULL where there is none. (transfer full) */
gpointer       ff_rows_get                (FfStatement    *statement,
                                           FfRowReader     reader,
                                           GError        **error);

/* Case aside, and compatible forms made one. */
char          *ff_alias_fold              (const char     *alias);
/* Accents aside as well. */
char          *ff_alias_make_plain        (const char     *alias);

G_END_DECLS
