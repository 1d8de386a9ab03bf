/* ff-session-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One session's check-ins and plans while somebody writes in them. No widgets.
 */

#include "ff-session-editor-private.h"

enum
{
  SIGNAL_STATE_CHANGED,
  SIGNAL_TROUBLE,
  SIGNAL_HISTORY_CHANGED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSessionEditor, ff_session_editor, G_TYPE_OBJECT)

/* Somebody was renamed, merged or forgotten elsewhere, or everything is different. */
static gboolean
is_of_others (FfSessionEditor *self, FfAggregate aggregate, GStrv ids)
{
  if (aggregate != FF_AGGREGATE_PARTICIPANT || ids == NULL)
    return aggregate == FF_AGGREGATE_PARTICIPANT || aggregate == FF_AGGREGATE_ALL;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->touched, ids[i]))
      return TRUE;
  return FALSE;
}

static void
on_store_changed (FfSessionEditor *self, FfAggregate aggregate, GStrv ids)
{
  gboolean ours = is_of_others (self, aggregate, ids);

  /* Whoever was forgotten does not come back by an undo, nor does another database. */
  if (ours)
    ff_session_editor_forget_steps (self);
  /* The store can be written again: so may be what could not be saved. */
  if (self->message != NULL)
    ff_session_editor_flush (self);

  if (aggregate == FF_AGGREGATE_SESSION)
    ours = !self->stored || ids == NULL
           || g_strv_contains ((const char *const *) ids, ff_session_get_uid (self->session));
  if (!ours)
    return;

  g_autoptr (GError) error = NULL;
  if (!ff_session_editor_load (self, &error))
    g_signal_emit_by_name (self, "trouble", error);
}

static void
ff_session_editor_dispose (GObject *object)
{
  FfSessionEditor *self = FF_SESSION_EDITOR (object);

  if (self->timeout != 0)
    {
      /* The writes hold references to the editor, which then goes when the last of them is done. */
      ff_session_editor_save_unsaved (self);
    }
  G_OBJECT_CLASS (ff_session_editor_parent_class)->dispose (object);
}

static void
ff_session_editor_finalize (GObject *object)
{
  FfSessionEditor *self = FF_SESSION_EDITOR (object);

  g_clear_object (&self->check_ins);
  g_clear_object (&self->plan);
  g_clear_object (&self->review);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
  g_clear_pointer (&self->under_way, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->read);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ff_session_editor_parent_class)->finalize (object);
}

static void
ff_session_editor_class_init (FfSessionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_session_editor_dispose;
  object_class->finalize = ff_session_editor_finalize;

  signals[SIGNAL_STATE_CHANGED]
      = g_signal_new ("state-changed", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_HISTORY_CHANGED]
      = g_signal_new ("history-changed", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_OBJECT, G_TYPE_STRING);
}

static void
ff_session_editor_init (FfSessionEditor *self)
{
  self->check_ins = g_list_store_new (FF_TYPE_CHECK_IN);
  self->plan = g_list_store_new (FF_TYPE_PLAN_ITEM);
  self->review = g_list_store_new (FF_TYPE_PLAN_ITEM);
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->under_way = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_step_free);
}

/**
 * ff_session_editor_new:
 * @store: where it is kept
 * @session: the session, which need not be stored yet: it comes into being with the first thing that is written
 *
 * Returns: (transfer full): an editor that has read nothing yet
 */
FfSessionEditor *
ff_session_editor_new (FfStore *store, FfSession *session)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_SESSION (session), NULL);

  FfSessionEditor *self = g_object_new (FF_TYPE_SESSION_EDITOR, NULL);

  self->store = g_object_ref (store);
  self->session = ff_session_copy (session);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_session_editor_get_session:
 * @self: the editor
 *
 * Returns: (transfer none): the session; another object when one of the same date turned out to be stored already
 */
FfSession *
ff_session_editor_get_session (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return self->session;
}

/**
 * ff_session_editor_get_state:
 * @self: the editor
 *
 * Returns: how far the saving is; %FF_SAVE_DONE only after COMMIT
 */
FfSaveState
ff_session_editor_get_state (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), FF_SAVE_NOTHING);
  return self->state;
}

/**
 * ff_session_editor_get_message:
 * @self: the editor
 *
 * Returns: (nullable): why the last save failed and what to do, in the store's words
 */
const char *
ff_session_editor_get_message (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return self->message;
}

/**
 * ff_session_editor_get_check_ins:
 * @self: the editor
 *
 * Returns: (transfer none): a list of #FfCheckIn in the order they were written
 */
GListModel *
ff_session_editor_get_check_ins (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->check_ins);
}

/**
 * ff_session_editor_get_plan:
 * @self: the editor
 *
 * Returns: (transfer none): a list of the #FfPlanItem of everybody, set at this session
 */
GListModel *
ff_session_editor_get_plan (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->plan);
}

/**
 * ff_session_editor_get_review:
 * @self: the editor
 *
 * Returns: (transfer none): a list of the #FfPlanItem that come back from earlier sessions
 */
GListModel *
ff_session_editor_get_review (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->review);
}
