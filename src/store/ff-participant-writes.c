/* ff-participant-writes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-participant-repository.h"
#include "ff-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-undo.h"

static gboolean
refuse_gone (FfConnection *connection, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT 1 FROM participants WHERE uid = ?1");
  gboolean is_there;

  ff_statement_bind_text (statement, 1, uid);
  is_there = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (!is_there)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                         _ ("This person is not there any more."));
  return is_there;
}

/* Somebody else of the group. */
static gboolean
refuse_taken (FfConnection *connection, const char *uid, const char *folded, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection,
      "SELECT 1 FROM participants AS p JOIN participants AS o ON o.group_id = p.group_id"
      " WHERE p.uid = ?1 AND o.folded = ?2 AND o.id <> p.id");
  gboolean is_taken;

  ff_statement_bind_text (statement, 1, uid);
  ff_statement_bind_text (statement, 2, folded);
  is_taken = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  if (is_taken)
    g_set_error_literal (
        error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
        _ ("Somebody in this group has this name already. Choose another one, or merge the two if "
           "they are the same person."));
  return !is_taken;
}

static gboolean
write_alias (FfConnection *connection, FfParticipant *named, const char *folded, GError **error)
{
  const char *alias = ff_participant_get_alias (named);
  g_autofree char *plain = ff_alias_make_plain (alias);
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "UPDATE participants SET alias = ?2, folded = ?3, plain = ?4 WHERE uid = ?1");

  ff_statement_bind_text (statement, 1, ff_participant_get_uid (named));
  ff_statement_bind_text (statement, 2, alias);
  ff_statement_bind_text (statement, 3, folded);
  ff_statement_bind_text (statement, 4, plain);
  return ff_statement_run (statement, error);
}

static gboolean
rename_person (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfParticipant *named = data;
  g_autofree char *folded = ff_alias_fold (ff_participant_get_alias (named));
  gint64 step;

  return refuse_gone (connection, ff_participant_get_uid (named), error)
         && refuse_taken (connection, ff_participant_get_uid (named), folded, error)
         && ff_undo_begin_step (connection, &step, error)
         && write_alias (connection, named, folded, error)
         && ff_undo_end_step (connection, step, change, error)
         && ff_undo_mark_person (connection, step, error);
}

/**
 * ff_participant_repository_rename_async:
 * @uid: of the participant
 * @alias: white space at its ends is dropped
 *
 * A step that ff_participant_repository_undo_async() takes back. Fails with %FF_STORE_ERROR_REFUSED where somebody else in the
 * group has that alias, case aside.
 */
void
ff_participant_repository_rename_async (FfStore *store,
                                        const char *uid,
                                        const char *alias,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  FfParticipant *named = ff_participant_new (uid);

  ff_participant_set_alias (named, alias);
  ff_store_write_async (store, rename_person, named, g_object_unref, callback, user_data);
}

static gboolean
save_consent (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfParticipant *agreed = data;
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "UPDATE participants SET consent = ?2, consent_date = ?3 WHERE uid = ?1");

  if (!refuse_gone (connection, ff_participant_get_uid (agreed), error))
    return FALSE;
  ff_statement_bind_text (statement, 1, ff_participant_get_uid (agreed));
  ff_statement_bind_text (statement, 2, ff_participant_get_consent (agreed));
  ff_statement_bind_text (statement, 3, ff_participant_get_consent_date (agreed));
  ff_change_add (change, FF_AGGREGATE_PARTICIPANT, ff_participant_get_uid (agreed));
  return ff_statement_run (statement, error);
}

/**
 * ff_participant_repository_save_consent_async:
 * @uid: of the participant
 * @consent: a note of what they agreed to; "" for none
 * @date: (nullable): when they did, as 2026-11-24
 */
void
ff_participant_repository_save_consent_async (FfStore *store,
                                              const char *uid,
                                              const char *consent,
                                              const char *date,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  FfParticipant *agreed = ff_participant_new (uid);

  ff_participant_set_consent (agreed, consent);
  ff_participant_set_consent_date (agreed, date);
  ff_store_write_async (store, save_consent, agreed, g_object_unref, callback, user_data);
}

static gboolean
undo (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  gint64 step;

  return ff_undo_find_person (connection, &step, error)
         && ff_undo_take_back (connection, step, change, error);
}

/**
 * ff_participant_repository_undo_async:
 *
 * Takes the last renaming or merging since the store was opened back; called again, the one before it. Fails with
 * %FF_STORE_ERROR_REFUSED where there is none, or where what it changed was changed again since.
 */
void
ff_participant_repository_undo_async (FfStore *store,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  ff_store_write_async (store, undo, NULL, NULL, callback, user_data);
}
