/* ff-roster-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a roster is made of to rows and back, on whatever connection and thread is at hand.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-hours-entry.h"
#include "ff-roster.h"
#include "ff-statement.h"

G_BEGIN_DECLS

/* Each inserts or updates. @modified: µs UTC; a row that really changes gets a higher sequence. */
gboolean       ff_requirement_row_save      (FfConnection      *connection,
                                             FfRequirement     *requirement,
                                             gint64             modified,
                                             GError           **error);
gboolean       ff_role_row_save             (FfConnection      *connection,
                                             FfRole            *role,
                                             gint64             modified,
                                             GError           **error);
gboolean       ff_volunteer_row_save        (FfConnection      *connection,
                                             FfVolunteer       *volunteer,
                                             gint64             modified,
                                             GError           **error);
gboolean       ff_assignment_row_save       (FfConnection      *connection,
                                             FfAssignment      *assignment,
                                             gint64             modified,
                                             GError           **error);
gboolean       ff_hours_row_save            (FfConnection      *connection,
                                             const FfHoursEntry *entry,
                                             GError           **error);
/* In place of those that the group, or the meeting, has. */
gboolean       ff_need_rows_save            (FfConnection      *connection,
                                             const char        *group,
                                             const char        *meeting, /* (nullable) */
                                             GPtrArray         *needs,
                                             GError           **error);

#define FF_REQUIREMENT_COLUMNS "q.uid, q.name, q.kind, q.valid_months, q.note"
#define FF_ROLE_COLUMNS                                                                            \
  "r.uid, r.name, (SELECT group_concat (q.uid, char (10)) FROM role_requirements AS n"             \
  " JOIN requirements AS q ON q.id = n.requirement_id WHERE n.role_id = r.id), r.retired"
#define FF_NEED_COLUMNS "g.uid, m.uid, r.uid, n.places, n.required"
#define FF_VOLUNTEER_COLUMNS                                                                       \
  "v.id, v.uid, v.name, v.pronouns, v.mail, v.phone, v.zone, v.language, v.home, "                 \
  "v.emergency_name, v.emergency_phone, v.notes, v.source, v.serving, v.cap_week, v.cap_month, "   \
  "v.cap_in_row, v.only_groups, v.online_only, v.reach, v.latitude, v.longitude, v.sample, "       \
  "v.sequence, v.modified"
#define FF_ASSIGNMENT_COLUMNS                                                                      \
  "a.uid, v.uid, m.uid, a.rule_time, r.uid, a.place, a.status, a.pinned, a.reason, a.asked, i.uid"
#define FF_ASSIGNMENT_TABLES                                                                       \
  "assignments AS a JOIN meetings AS m ON m.id = a.meeting_id JOIN roles AS r ON r.id = a.role_id" \
  " LEFT JOIN volunteers AS v ON v.id = a.volunteer_id"                                            \
  " LEFT JOIN volunteers AS i ON i.id = a.instead_id"
#define FF_HOURS_COLUMNS "h.uid, v.uid, h.date, h.minutes, h.what"

FfRequirement *ff_requirement_row_read      (FfStatement       *row);
FfRole        *ff_role_row_read             (FfStatement       *row);
FfNeed        *ff_need_row_read             (FfStatement       *row);
FfAssignment  *ff_assignment_row_read       (FfStatement       *row); /* (nullable): of a time that there is not */
FfHoursEntry  *ff_hours_row_read            (FfStatement       *row);

/* With all that they have; NULL without error where there is none. (transfer full) */
FfVolunteer   *ff_volunteer_row_get         (FfConnection      *connection,
                                             const char        *uid,
                                             GError           **error);
/* All of them by name, each taken by @roster. */
gboolean       ff_volunteer_rows_load       (FfConnection      *connection,
                                             FfRoster          *roster,
                                             GError           **error);
/* All of @gone becomes @kept’s. */
gboolean       ff_volunteer_rows_merge      (FfConnection      *connection,
                                             const char        *kept,
                                             const char        *gone,
                                             gint64             modified,
                                             GError           **error);
/* The two are not the same. */
gboolean       ff_volunteer_rows_keep_apart (FfConnection      *connection,
                                             const char        *uid,
                                             const char        *other,
                                             GError           **error);
/* They may be. */
gboolean       ff_volunteer_rows_forget_apart (FfConnection    *connection,
                                               const char      *uid,
                                               const char      *other,
                                               GError         **error);
/* All who are not the same, each pair added to @roster. */
gboolean       ff_volunteer_rows_load_apart (FfConnection      *connection,
                                             FfRoster          *roster,
                                             GError           **error);
/* All but the volunteers. */
gboolean       ff_roster_rows_load_names    (FfConnection      *connection,
                                             FfRoster          *roster,
                                             GError           **error);
/* Everybody and everything, within a transaction. (transfer full) */
FfRoster      *ff_roster_rows_load          (FfConnection      *connection,
                                             GError           **error);
/* All whose rule time is in [from, until), by rule time. (element-type FfAssignment) (transfer full) */
GPtrArray     *ff_assignment_rows_list      (FfConnection      *connection,
                                             const FfWallTime  *from,
                                             const FfWallTime  *until,
                                             GError           **error);
/* Of those that are not in [from, until), the one for which each volunteer was asked last of all. (element-type FfAssignment) (transfer full) */
GPtrArray     *ff_assignment_rows_list_last_asked (FfConnection *connection,
                                             const FfWallTime  *from,
                                             const FfWallTime  *until,
                                             GError           **error);
/* Name, mail and telephone as they are searched. (transfer full) */
char          *ff_volunteer_make_folded     (FfVolunteer       *volunteer);

G_END_DECLS
