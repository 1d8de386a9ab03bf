/* ff-forgetting.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Forgetting a person: every trace of them goes, and only how many people came stays.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-cleaning.h"
#include "ff-participant-repository.h"
#include "ff-search-index.h"
#include "ff-statement.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-undo.h"

typedef struct
{
  char *uid;
  gboolean backups_too;
} FfForgetting;

static void
ff_forgetting_free (FfForgetting *forgetting)
{
  g_free (forgetting->uid);
  g_free (forgetting);
}

#define PERSON "(SELECT id FROM participants WHERE uid = ?1)"

static const char sessions_of_person[]
    = "SELECT uid FROM sessions WHERE id IN (SELECT session_id FROM check_ins"
      " WHERE participant_id = " PERSON " UNION SELECT session_id FROM plan_items"
      " WHERE participant_id = " PERSON " UNION SELECT reviewed_id FROM plan_items"
      " WHERE participant_id = " PERSON ")";

static const char *const steps[] = {
  "UPDATE sessions SET unnamed = min (coalesce (unnamed, 0) + 1, 100000),"
  " unnamed_newcomers = min (coalesce (unnamed_newcomers, 0) + c.newcomer, 100000)"
  " FROM check_ins AS c WHERE c.session_id = sessions.id AND c.participant_id = " PERSON,
  "DELETE FROM check_ins WHERE participant_id = " PERSON,
  "DELETE FROM plan_items WHERE participant_id = " PERSON,
  "DELETE FROM participants WHERE uid = ?1",
};

static gboolean
tell (FfConnection *connection, const char *uid, FfChange *change, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sessions_of_person);

  ff_statement_bind_text (statement, 1, uid);
  while (ff_statement_next (statement))
    ff_change_add (change, FF_AGGREGATE_SESSION, ff_statement_get_text (statement, 0));
  ff_change_add (change, FF_AGGREGATE_PARTICIPANT, uid);
  return ff_statement_finish (statement, error);
}

static gboolean
delete_person (FfConnection *connection, const char *uid, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (FfStatement) statement = ff_statement_new (connection, steps[i]);

      ff_statement_bind_text (statement, 1, uid);
      if (!ff_statement_run (statement, error))
        return FALSE;
      if (i < G_N_ELEMENTS (steps) - 1 || ff_statement_get_changes (statement) > 0)
        continue;
      g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                           _ ("This person is not there any more."));
      return FALSE;
    }
  return TRUE;
}

/* Taking a word out of FTS5's index leaves the beginnings of words that part its pages as they were, so it is made anew. */
static gboolean
forget (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfForgetting *forgetting = data;

  return tell (connection, forgetting->uid, change, error)
         && ff_search_index_rest (connection, error)
         && delete_person (connection, forgetting->uid, error)
         && ff_search_index_renew (connection, error) && ff_undo_forget_all (connection, error)
         && ff_cleaning_plan (connection, forgetting->backups_too, error);
}

static gboolean
clean (FfConnection *connection, gpointer data, GError **error)
{
  return ff_cleaning_run (connection, error);
}

/**
 * ff_participant_repository_forget_async:
 * @uid: of the participant
 * @backups_too: whether the backups in the data folder, and what a restore set aside there, go as well; then a new backup is made
 *
 * Deletes the person with all they said and planned. Each session where they checked in counts somebody without a name instead.
 * The whole file is written anew afterwards, so that its free space and its log hold nothing of them either; and nothing that was
 * done before can be undone any more. Where only that fails, the person is gone, and it is made up for when the store is opened
 * next.
 */
void
ff_participant_repository_forget_async (FfStore *store,
                                        const char *uid,
                                        gboolean backups_too,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  FfForgetting *forgetting = g_new0 (FfForgetting, 1);

  forgetting->uid = g_strdup (uid);
  forgetting->backups_too = backups_too;
  ff_store_write_then_async (store, forget, clean, forgetting, (GDestroyNotify) ff_forgetting_free,
                             callback, user_data);
}
