/* ff-assignment-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Duties in the store.
 */

#include "ff-assignment-repository.h"

#include "ff-roster-rows.h"
#include "ff-rows.h"
#include "ff-store-private.h"

#define SELECT "SELECT " FF_ASSIGNMENT_COLUMNS " FROM " FF_ASSIGNMENT_TABLES
#define STRETCH " WHERE a.rule_time >= ?1 AND a.rule_time < ?2"
#define OF_MEETING " AND a.meeting_id = (SELECT id FROM meetings WHERE uid = ?3)"
#define OF_VOLUNTEER " AND a.volunteer_id = (SELECT id FROM volunteers WHERE uid = ?4)"
/* Of several rows of which one has the most, the columns are those of that row. */
#define LAST_ASKED                                                                                 \
  " WHERE NOT (a.rule_time >= ?1 AND a.rule_time < ?2)"                                            \
  " AND a.id IN (SELECT id FROM (SELECT id, max (asked) FROM assignments"                          \
  " WHERE asked IS NOT NULL AND volunteer_id IS NOT NULL GROUP BY volunteer_id))"
#define IN_ORDER " ORDER BY a.rule_time, a.meeting_id, r.position, a.place, a.id"

typedef struct
{
  char *meeting;
  char *volunteer;
  FfWallTime from;
  FfWallTime until;
} Asked;

static void
asked_free (Asked *asked)
{
  g_free (asked->meeting);
  g_free (asked->volunteer);
  g_free (asked);
}

static const char *
find_sql (const Asked *asked)
{
  if (asked->meeting != NULL)
    return asked->volunteer != NULL ? SELECT STRETCH OF_MEETING OF_VOLUNTEER IN_ORDER
                                    : SELECT STRETCH OF_MEETING IN_ORDER;
  return asked->volunteer != NULL ? SELECT STRETCH OF_VOLUNTEER IN_ORDER : SELECT STRETCH IN_ORDER;
}

static GPtrArray *
list (FfConnection *connection, const Asked *asked, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, find_sql (asked));

  ff_statement_bind_time (statement, 1, &asked->from);
  ff_statement_bind_time (statement, 2, &asked->until);
  if (asked->meeting != NULL)
    ff_statement_bind_text (statement, 3, asked->meeting);
  if (asked->volunteer != NULL)
    ff_statement_bind_text (statement, 4, asked->volunteer);
  return ff_rows_list (statement, (FfRowReader) ff_assignment_row_read, error);
}

GPtrArray *
ff_assignment_rows_list (FfConnection *connection,
                         const FfWallTime *from,
                         const FfWallTime *until,
                         GError **error)
{
  const Asked asked = { NULL, NULL, *from, *until };

  return list (connection, &asked, error);
}

GPtrArray *
ff_assignment_rows_list_last_asked (FfConnection *connection,
                                    const FfWallTime *from,
                                    const FfWallTime *until,
                                    GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, SELECT LAST_ASKED IN_ORDER);

  ff_statement_bind_time (statement, 1, from);
  ff_statement_bind_time (statement, 2, until);
  return ff_rows_list (statement, (FfRowReader) ff_assignment_row_read, error);
}

/**
 * ff_assignment_repository_list:
 * @meeting: (nullable): the uid of a meeting, of which alone
 * @volunteer: (nullable): the uid of a volunteer, of whom alone
 * @from: the first rule time
 * @until: the rule time before which they are
 *
 * Returns: (transfer full) (element-type FfAssignment): by rule time, declined ones included; %NULL with an error
 */
GPtrArray *
ff_assignment_repository_list (FfStore *store,
                               const char *meeting,
                               const char *volunteer,
                               const FfWallTime *from,
                               const FfWallTime *until,
                               GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  const Asked asked = { (char *) meeting, (char *) volunteer, *from, *until };

  return connection != NULL ? list (connection, &asked, error) : NULL;
}

static gpointer
list_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) assignments = list (connection, data, error);

  /* What ends a read that is cancelled may come too late for it. */
  if (assignments == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&assignments);
}

/**
 * ff_assignment_repository_list_async:
 *
 * As ff_assignment_repository_list(), on the reader's thread, after the reads that were asked for before.
 */
void
ff_assignment_repository_list_async (FfStore *store,
                                     const char *meeting,
                                     const char *volunteer,
                                     const FfWallTime *from,
                                     const FfWallTime *until,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Asked *asked;

  g_return_if_fail (FF_IS_STORE (store) && from != NULL && until != NULL);

  asked = g_new0 (Asked, 1);
  *asked = (Asked) { g_strdup (meeting), g_strdup (volunteer), *from, *until };
  ff_store_read_async (store, list_in_thread, asked, (GDestroyNotify) asked_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_assignment_repository_list_finish:
 *
 * Returns: (transfer full) (element-type FfAssignment): %NULL with an error
 */
GPtrArray *
ff_assignment_repository_list_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
