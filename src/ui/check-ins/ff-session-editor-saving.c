/* ff-session-editor-saving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is handed to the store when, and how that went.
 */

#include "ff-session-editor-private.h"
#include "ff-session-repository.h"

/* Saves wait for a pause in the typing, but not for ever. */
#define PAUSE_MS 400
#define LONGEST_WAIT_US (2 * G_USEC_PER_SEC)

FfSessionWrite *
ff_session_write_new (FfSessionEditor *self, GObject *object)
{
  FfSessionWrite *write = g_new0 (FfSessionWrite, 1);

  write->editor = g_object_ref (self);
  g_set_object (&write->object, object);
  return write;
}

static void
count_touch (FfSessionEditor *self, const char *participant, int step)
{
  int count = GPOINTER_TO_INT (g_hash_table_lookup (self->touched, participant)) + step;

  if (count > 0)
    g_hash_table_insert (self->touched, g_strdup (participant), GINT_TO_POINTER (count));
  else
    g_hash_table_remove (self->touched, participant);
}

/* Until @write is done, a change of the person is ours: their last check-in takes them along. */
void
ff_session_write_touch (FfSessionWrite *write, FfCheckIn *check_in)
{
  write->participant = g_strdup (ff_check_in_get_participant (check_in));
  count_touch (write->editor, write->participant, 1);
}

void
ff_session_write_free (FfSessionWrite *write)
{
  if (write->participant != NULL)
    count_touch (write->editor, write->participant, -1);
  g_free (write->participant);
  g_clear_object (&write->editor);
  g_clear_object (&write->object);
  g_strfreev (write->uids);
  g_clear_object (&write->handed);
  g_free (write);
}

gboolean
ff_session_editor_is_busy (FfSessionEditor *self, gpointer object)
{
  return g_hash_table_contains (self->unsaved, object)
         || g_hash_table_contains (self->under_way, object);
}

/* A plan item that is blank just now waits for words, or to be taken out. */
static gboolean
can_be_saved (GObject *object)
{
  if (!FF_IS_PLAN_ITEM (object))
    return TRUE;

  g_autofree char *text = g_strdup (ff_plan_item_get_text (FF_PLAN_ITEM (object)));
  return *g_strstrip (text) != '\0';
}

static gboolean
has_waiting (FfSessionEditor *self)
{
  GHashTableIter iter;
  gpointer object;

  if (g_hash_table_size (self->under_way) > 0)
    return TRUE;
  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (can_be_saved (object))
      return TRUE;
  return FALSE;
}

void
ff_session_editor_update_state (FfSessionEditor *self)
{
  gboolean waits = has_waiting (self);
  FfSaveState state = self->state;

  if (self->message != NULL && waits)
    state = FF_SAVE_FAILED;
  else if (waits)
    state = FF_SAVE_PENDING;
  else if (state != FF_SAVE_NOTHING)
    state = FF_SAVE_DONE;

  if (state == self->state && state != FF_SAVE_FAILED)
    return;
  self->state = state;
  g_signal_emit_by_name (self, "state-changed");
}

static void
finish_save (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSessionWrite) write = user_data;
  g_autoptr (GError) error = NULL;
  FfSessionEditor *self = write->editor;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->under_way, write->object));

  if (count > 1)
    g_hash_table_insert (self->under_way, g_object_ref (write->object),
                         GUINT_TO_POINTER (count - 1));
  else
    g_hash_table_remove (self->under_way, write->object);

  if (ff_store_write_finish (self->store, result, &error))
    {
      self->stored = TRUE;
      if (write->handed != NULL)
        g_set_object (&self->read, write->handed);
    }
  else
    {
      g_hash_table_add (self->unsaved, g_object_ref (write->object));
      g_set_str (&self->message, error->message);
      ff_session_editor_adopt_stored_session (self);
    }
  ff_session_editor_update_state (self);
}

static void
save_session (FfSessionEditor *self, FfSessionWrite *write)
{
  g_autoptr (FfSession) fresh = NULL;

  /* The tools may have been chosen elsewhere in the meantime. */
  if (self->stored)
    fresh = ff_session_repository_get (self->store, ff_session_get_uid (self->session), NULL);
  if (fresh != NULL)
    {
      g_autoptr (FfSession) mine = ff_session_copy (self->session);

      ff_session_take_handouts (self->session, fresh);
      if (self->read != NULL)
        ff_session_editor_take_handouts (self->session, self->read, mine);
      g_set_object (&self->read, fresh);
    }
  write->handed = ff_session_copy (self->session);
  ff_session_repository_save_async (self->store, write->handed, finish_save, write);
}

static void
save (FfSessionEditor *self, GObject *object)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->under_way, object));
  FfSessionWrite *write = ff_session_write_new (self, object);

  g_hash_table_insert (self->under_way, g_object_ref (object), GUINT_TO_POINTER (count + 1));
  if (FF_IS_CHECK_IN (object))
    {
      FfCheckIn *check_in = FF_CHECK_IN (object);
      g_autoptr (FfParticipant) participant
          = ff_participant_new (ff_check_in_get_participant (check_in));

      /* Stored with it where there is no such person yet, or not any more. */
      ff_participant_set_group (participant, ff_session_get_group (self->session));
      ff_participant_set_alias (participant, ff_check_in_get_alias (check_in));
      ff_session_repository_save_check_in_async (self->store, check_in, self->session, participant,
                                                 finish_save, write);
    }
  else if (FF_IS_PLAN_ITEM (object))
    ff_session_repository_save_plan_item_async (self->store, FF_PLAN_ITEM (object), finish_save,
                                                write);
  else
    save_session (self, write);
}

static void
save_all_of (FfSessionEditor *self, GListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (model, i);
      if (can_be_saved (object) && g_hash_table_remove (self->unsaved, object))
        save (self, object);
    }
}

/* In the order in which one refers to the other. */
void
ff_session_editor_save_unsaved (FfSessionEditor *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->message, g_free);
  self->first_change = 0;
  ff_session_editor_adopt_stored_session (self);
  if (g_hash_table_remove (self->unsaved, self->session))
    save (self, G_OBJECT (self->session));
  save_all_of (self, G_LIST_MODEL (self->check_ins));
  save_all_of (self, G_LIST_MODEL (self->plan));
  save_all_of (self, G_LIST_MODEL (self->review));
  ff_session_editor_update_state (self);
}

static gboolean
on_pause (gpointer data)
{
  FfSessionEditor *self = data;

  self->timeout = 0;
  ff_session_editor_save_unsaved (self);
  return G_SOURCE_REMOVE;
}

void
ff_session_editor_touch (FfSessionEditor *self, gpointer object)
{
  gint64 now = g_get_monotonic_time ();

  g_hash_table_add (self->unsaved, g_object_ref (object));
  if (self->first_change == 0)
    self->first_change = now;
  if (self->timeout == 0 || now - self->first_change < LONGEST_WAIT_US)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      self->timeout = g_timeout_add (PAUSE_MS, on_pause, self);
    }
  ff_session_editor_update_state (self);
}

/**
 * ff_session_editor_flush:
 * @self: the editor
 *
 * Hands everything to the store that still waits, what failed before as well: when a field or the page is left, and to try again.
 * What is typed after that is undone on its own.
 */
void
ff_session_editor_flush (FfSessionEditor *self)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  self->sealed = TRUE;
  if (g_hash_table_size (self->unsaved) > 0)
    ff_session_editor_save_unsaved (self);
}
