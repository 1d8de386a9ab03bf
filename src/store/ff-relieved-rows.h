/* ff-relieved-rows.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties that somebody knew of and does not have any more, until they are told.
 */

#pragma once

#include "ff-assignment.h"
#include "ff-connection.h"

G_BEGIN_DECLS

/* As of an assignment that was declined: it takes no place. */
#define FF_RELIEVED_COLUMNS "d.uid, v.uid, m.uid, d.rule_time, r.uid, 0, 4, 0, '', NULL, NULL"
#define FF_RELIEVED_TABLES                                                                         \
  "relieved_duties AS d JOIN volunteers AS v ON v.id = d.volunteer_id"                             \
  " JOIN meetings AS m ON m.id = d.meeting_id JOIN roles AS r ON r.id = d.role_id"

/* Before the duty of @uid goes, or becomes @volunteer’s: whoever has it and knows of it is to be told. */
gboolean   ff_relieved_rows_note   (FfConnection      *connection,
                                    const char        *uid,
                                    const char        *volunteer, /* (nullable) */
                                    GError           **error);
/* They were told. */
gboolean   ff_relieved_rows_forget (FfConnection      *connection,
                                    const char        *uid,
                                    const char        *volunteer,
                                    GError           **error);
/* Nobody needs to hear of what lies more than a year before the last of them. */
gboolean   ff_relieved_rows_clear  (FfConnection      *connection,
                                    GError           **error);
/* All whose rule time is in [from, until), by rule time, as declined. (element-type FfAssignment) (transfer full) */
GPtrArray *ff_relieved_rows_list   (FfConnection      *connection,
                                    const FfWallTime  *from,
                                    const FfWallTime  *until,
                                    GError           **error);

G_END_DECLS
