/* ff-volunteer-pairs.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two volunteers who are one person, and two who are not.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-rows.h"
#include "ff-store-error.h"
#include "ff-volunteer-merge.h"

#define FIRST "(SELECT id FROM volunteers WHERE uid = ?1)"
#define SECOND "(SELECT id FROM volunteers WHERE uid = ?2)"

/* Who is known not to be the same as the second one. */
#define OTHERS                                                                                     \
  "SELECT CASE first_id WHEN " SECOND " THEN second_id ELSE first_id END AS id"                    \
  " FROM volunteers_apart WHERE first_id = " SECOND " OR second_id = " SECOND

static const char *const merge_steps[] = {
  "UPDATE assignments SET volunteer_id = " FIRST ", sequence = sequence + 1"
  " WHERE volunteer_id = " SECOND,
  /* Nobody steps in for themselves. */
  "UPDATE assignments SET instead_id = nullif (" FIRST ", volunteer_id), sequence = sequence + 1"
  " WHERE instead_id = " SECOND " OR (instead_id = volunteer_id AND volunteer_id = " FIRST ")",
  "UPDATE OR IGNORE relieved_duties SET volunteer_id = " FIRST " WHERE volunteer_id = " SECOND,
  "UPDATE hours SET volunteer_id = " FIRST " WHERE volunteer_id = " SECOND,
  "INSERT INTO volunteers_apart (first_id, second_id)"
  " SELECT min (o.id, " FIRST "), max (o.id, " FIRST ") FROM (" OTHERS ") AS o"
  " WHERE o.id <> " FIRST " ON CONFLICT DO NOTHING",
  "DELETE FROM volunteers WHERE uid = ?2",
};

static gboolean
run (FfConnection *connection,
     const char *sql,
     const char *first,
     const char *second,
     GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, first);
  ff_statement_bind_text (statement, 2, second);
  return ff_statement_run (statement, error);
}

static gboolean
check_two (FfConnection *connection, const char *first, const char *second, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT 1 WHERE " FIRST " <> " SECOND);
  gboolean are_two;

  ff_statement_bind_text (statement, 1, first);
  ff_statement_bind_text (statement, 2, second);
  are_two = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!are_two)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("One of these two volunteers is not there any more, or they are one "
                            "already."));
  return are_two;
}

gboolean
ff_volunteer_rows_merge (FfConnection *connection,
                         const char *kept_uid,
                         const char *gone_uid,
                         gint64 modified,
                         GError **error)
{
  g_autoptr (FfVolunteer) kept = NULL;
  g_autoptr (FfVolunteer) gone = NULL;

  if (!check_two (connection, kept_uid, gone_uid, error))
    return FALSE;
  kept = ff_volunteer_row_get (connection, kept_uid, error);
  gone = kept != NULL ? ff_volunteer_row_get (connection, gone_uid, error) : NULL;
  if (gone == NULL)
    return FALSE;
  ff_volunteer_absorb (kept, gone);
  if (!ff_volunteer_row_save (connection, kept, modified, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (merge_steps); i++)
    if (!run (connection, merge_steps[i], kept_uid, gone_uid, error))
      return FALSE;
  return TRUE;
}

gboolean
ff_volunteer_rows_keep_apart (FfConnection *connection,
                              const char *uid,
                              const char *other,
                              GError **error)
{
  return check_two (connection, uid, other, error)
         && run (connection,
                 "INSERT INTO volunteers_apart (first_id, second_id)"
                 " VALUES (min (" FIRST ", " SECOND "), max (" FIRST ", " SECOND "))"
                 " ON CONFLICT DO NOTHING",
                 uid, other, error);
}

gboolean
ff_volunteer_rows_forget_apart (FfConnection *connection,
                                const char *uid,
                                const char *other,
                                GError **error)
{
  return check_two (connection, uid, other, error)
         && run (connection,
                 "DELETE FROM volunteers_apart"
                 " WHERE first_id IN (" FIRST ", " SECOND ") AND second_id IN (" FIRST ", " SECOND
                 ")",
                 uid, other, error);
}

gboolean
ff_volunteer_rows_load_apart (FfConnection *connection, FfRoster *roster, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT v.uid, o.uid FROM volunteers_apart AS a"
                                      " JOIN volunteers AS v ON v.id = a.first_id"
                                      " JOIN volunteers AS o ON o.id = a.second_id");

  while (ff_statement_next (statement))
    ff_roster_add_apart (roster, ff_statement_get_text (statement, 0),
                         ff_statement_get_text (statement, 1));
  return ff_statement_finish (statement, error);
}
