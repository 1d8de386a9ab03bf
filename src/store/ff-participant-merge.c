/* ff-participant-merge.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two people who are one: what is kept of both becomes one person's.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-participant-repository.h"
#include "ff-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-undo.h"

typedef struct
{
  char *kept;
  char *gone;
} FfMerging;

static void
ff_merging_free (FfMerging *merging)
{
  g_free (merging->kept);
  g_free (merging->gone);
  g_free (merging);
}

/* Texts that both have, one under the other; what is the same is said once. */
#define JOINED(column)                                                                             \
  column " = CASE WHEN g." column " IN ('', k." column ") THEN k." column " WHEN k." column        \
         " = '' THEN g." column " ELSE k." column " || char (10) || g." column " END"
#define FIRST_SAID(column) column " = coalesce (k." column ", g." column ")"

#define TEXTS JOINED ("note") ", " JOINED ("goal") ", " JOINED ("helped")
#define CONSENT JOINED ("consent")
#define FIGURES                                                                                    \
  FIRST_SAID ("urge")                                                                              \
  ", " FIRST_SAID ("balance") ", " FIRST_SAID ("stage") ", " FIRST_SAID ("aim")
#define CAPITAL                                                                                    \
  FIRST_SAID ("social")                                                                            \
  ", " FIRST_SAID ("physical") ", " FIRST_SAID ("human") ", " FIRST_SAID ("cultural")

#define KEPT "(SELECT id FROM participants WHERE uid = ?1)"
#define GONE "(SELECT id FROM participants WHERE uid = ?2)"

/* In this order. */
static const char *const steps[] = {
  /* A person is new once. */
  "UPDATE check_ins SET newcomer = 0 WHERE participant_id IN (" KEPT ", " GONE ") AND newcomer = 1"
  " AND id <> (SELECT c.id FROM check_ins AS c JOIN sessions AS s ON s.id = c.session_id"
  " WHERE c.participant_id IN (" KEPT ", " GONE ") AND c.newcomer = 1"
  " ORDER BY s.start, s.id, c.id LIMIT 1)",
  /* Both checked in at one session. */
  "UPDATE check_ins AS k SET " TEXTS ", " FIGURES ", " CAPITAL
  ", newcomer = max (k.newcomer, g.newcomer), points = k.points | g.points"
  " FROM check_ins AS g WHERE k.participant_id = " KEPT " AND g.participant_id = " GONE
  " AND g.session_id = k.session_id",
  "DELETE FROM check_ins WHERE participant_id = " GONE
  " AND session_id IN (SELECT session_id FROM check_ins WHERE participant_id = " KEPT ")",
  "UPDATE check_ins SET participant_id = " KEPT " WHERE participant_id = " GONE,
  /* Plans of one session, one after the other. */
  "UPDATE plan_items SET position = position + (SELECT max (k.position) + 1 FROM plan_items "
  "AS k"
  " WHERE k.session_id = plan_items.session_id AND k.participant_id = " KEPT ")"
  " WHERE participant_id = " GONE
  " AND session_id IN (SELECT session_id FROM plan_items WHERE participant_id = " KEPT ")",
  "UPDATE plan_items SET participant_id = " KEPT " WHERE participant_id = " GONE,
  "UPDATE participants AS k SET " CONSENT
  ", consent_date = coalesce (max (k.consent_date, g.consent_date), k.consent_date,"
  " g.consent_date) FROM participants AS g WHERE k.uid = ?1 AND g.uid = ?2",
  "DELETE FROM participants WHERE uid = ?2",
};

static gboolean
refuse_strangers (FfConnection *connection, const FfMerging *merging, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "SELECT k.group_id = g.group_id FROM participants AS k JOIN participants AS g"
                  " WHERE k.uid = ?1 AND g.uid = ?2 AND k.id <> g.id");
  gboolean are_there, are_of_one_group;

  ff_statement_bind_text (statement, 1, merging->kept);
  ff_statement_bind_text (statement, 2, merging->gone);
  are_there = ff_statement_next (statement);
  are_of_one_group = are_there && ff_statement_get_int (statement, 0) != 0;
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!are_there)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("One of these two people is not there any more, or they are one "
                            "already."));
  else if (!are_of_one_group)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("These people come to different groups, so they cannot be merged. "
                            "Choose somebody of the same group."));
  return are_of_one_group;
}

static gboolean
merge (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfMerging *merging = data;
  gint64 step;

  if (!refuse_strangers (connection, merging, error)
      || !ff_undo_begin_step (connection, &step, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, steps[i]);

      ff_statement_bind_text (statement, 1, merging->kept);
      ff_statement_bind_text (statement, 2, merging->gone);
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return ff_undo_end_step (connection, step, change, error)
         && ff_undo_mark_person (connection, step, error);
}

/**
 * ff_participant_repository_merge_async:
 * @kept: the uid of who stays, with their alias
 * @gone: the uid of who becomes part of them
 *
 * Where both checked in at the same session, their texts are joined with a line break, the numbers of @kept count where there
 * are any, and what either brought up was brought up; the plan of @gone comes after that of @kept. A step that
 * ff_participant_repository_undo_async() takes back.
 */
void
ff_participant_repository_merge_async (FfStore *store,
                                       const char *kept,
                                       const char *gone,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  FfMerging *merging = g_new0 (FfMerging, 1);

  merging->kept = g_strdup (kept);
  merging->gone = g_strdup (gone);
  ff_store_write_async (store, merge, merging, (GDestroyNotify) ff_merging_free, callback,
                        user_data);
}
