/* ff-volunteer-record.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads all that is kept of one volunteer.
 */

#include "ff-config.h"

#include "ff-volunteer-record.h"

#include <glib/gi18n-lib.h>

#include "ff-relieved-rows.h"
#include "ff-roster-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-volunteer-repository.h"

#define VOLUNTEER "(SELECT id FROM volunteers WHERE uid = ?1)"
#define OF_DATE ", coalesce (nullif (m.title, ''), g.name), m.zone, o.start"
#define DATE(duty)                                                                                 \
  " JOIN groups AS g ON g.id = m.group_id LEFT JOIN overrides AS o"                                \
  " ON o.meeting_id = " duty ".meeting_id AND o.rule_time = " duty ".rule_time"

static gboolean
read_duties (FfConnection *connection, FfVolunteerRecord *record, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection,
      "SELECT " FF_ASSIGNMENT_COLUMNS OF_DATE ", a.volunteer_id IS NOT " VOLUNTEER
      ", 0 FROM " FF_ASSIGNMENT_TABLES DATE (
          "a") " WHERE a.volunteer_id = " VOLUNTEER " OR a.instead_id = " VOLUNTEER
               " UNION ALL SELECT " FF_RELIEVED_COLUMNS OF_DATE
               ", 0, 1 FROM " FF_RELIEVED_TABLES DATE ("d") " WHERE d.volunteer_id = " VOLUNTEER
                                                            " ORDER BY 4, 1");

  ff_statement_bind_text (statement, 1, uid);
  while (ff_statement_next (statement))
    {
      g_autoptr (FfAssignment) assignment = ff_assignment_row_read (statement);

      if (assignment != NULL)
        {
          FfVolunteerDuty *duty
              = ff_volunteer_duty_new (assignment, ff_statement_get_text (statement, 11),
                                       ff_statement_get_text (statement, 12));

          duty->moved = g_strdup (ff_statement_get_text (statement, 13));
          duty->given_up = ff_statement_get_int (statement, 14) != 0;
          duty->relieved = ff_statement_get_int (statement, 15) != 0;
          g_ptr_array_add (record->duties, duty);
        }
    }
  return ff_statement_finish (statement, error);
}

static gboolean
read_rest (FfConnection *connection, FfVolunteerRecord *record, const char *uid, GError **error)
{
  g_autoptr (FfStatement) groups
      = ff_statement_new (connection,
                          "SELECT g.uid, g.name FROM volunteer_groups AS n JOIN groups AS g"
                          " ON g.id = n.group_id WHERE n.volunteer_id = " VOLUNTEER);
  g_autoptr (FfStatement) hours
      = ff_statement_new (connection,
                          "SELECT " FF_HOURS_COLUMNS " FROM hours AS h JOIN volunteers AS v"
                          " ON v.id = h.volunteer_id WHERE h.volunteer_id = " VOLUNTEER
                          " ORDER BY h.date, h.id");

  ff_statement_bind_text (groups, 1, uid);
  while (ff_statement_next (groups))
    g_hash_table_insert (record->groups, g_strdup (ff_statement_get_text (groups, 0)),
                         g_strdup (ff_statement_get_text (groups, 1)));
  if (!ff_statement_finish (groups, error))
    return FALSE;
  ff_statement_bind_text (hours, 1, uid);
  while (ff_statement_next (hours))
    g_ptr_array_add (record->hours, ff_hours_row_read (hours));
  return ff_statement_finish (hours, error) && read_duties (connection, record, uid, error);
}

static char *
read_record (FfConnection *connection, const char *uid, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FfVolunteer) volunteer = ff_volunteer_row_get (connection, uid, &failure);
  g_autoptr (FfRoster) roster = ff_roster_new ();
  g_autoptr (FfVolunteerRecord) record = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (volunteer == NULL)
    {
      g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                           _ ("This volunteer is not there any more."));
      return NULL;
    }
  record = ff_volunteer_record_new (volunteer, roster);
  if (!ff_roster_rows_load_names (connection, roster, error)
      || !read_rest (connection, record, uid, error))
    return NULL;
  return ff_volunteer_record_to_json (record);
}

static gpointer
read_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *json = NULL;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  json = read_record (connection, data, error);
  if (!ff_connection_rollback (connection, json != NULL ? error : NULL) || json == NULL
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&json);
}

/**
 * ff_volunteer_repository_get_record_async:
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_volunteer_repository_get_record_async (FfStore *store,
                                          const char *uid,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store) && uid != NULL);

  ff_store_read_async (store, read_in_thread, g_strdup (uid), g_free, g_free, cancellable, callback,
                       user_data);
}

/**
 * ff_volunteer_repository_get_record_finish:
 *
 * Returns: (transfer full): all that is kept of them, as ff_volunteer_record_to_json() writes it; %NULL with an error
 */
char *
ff_volunteer_repository_get_record_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
