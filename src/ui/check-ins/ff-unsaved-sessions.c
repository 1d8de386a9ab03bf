/* ff-unsaved-sessions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions of which something is not stored yet: they are kept when another one is opened, and before the program closes.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-unsaved-sessions.h"

struct _FfUnsavedSessions
{
  GObject parent_instance;

  GPtrArray *editors;   /* FfSessionEditor of which something waits */
  GtkWidget *closing;   /* (nullable) (weak): the window that waits to be closed */
  const char *then;     /* the action to activate as soon as nothing waits */
  FfUnsaved unsaved;    /* what is done where that fails */
  AdwDialog *question;  /* (nullable) (weak): whether to close all the same */
  gboolean is_given_up; /* the person would rather lose what cannot be saved */
};

G_DEFINE_FINAL_TYPE (FfUnsavedSessions, ff_unsaved_sessions, G_TYPE_OBJECT)

static gboolean
waits (FfSessionEditor *editor)
{
  FfSaveState state = ff_session_editor_get_state (editor);

  return state == FF_SAVE_PENDING || state == FF_SAVE_FAILED;
}

static gboolean
is_same (FfSession *a, FfSession *b)
{
  return g_str_equal (ff_session_get_uid (a), ff_session_get_uid (b))
         || (ff_session_get_meeting (a) != NULL
             && g_strcmp0 (ff_session_get_meeting (a), ff_session_get_meeting (b)) == 0
             && ff_wall_time_compare (ff_session_get_rule_time (a), ff_session_get_rule_time (b))
                    == 0);
}

/* --- Before the program closes --- */

static void
close_confirmed_cb (FfUnsavedSessions *self)
{
  g_clear_weak_pointer (&self->question);
  self->is_given_up = TRUE;
  if (self->closing != NULL)
    gtk_widget_activate_action (self->closing, self->then, NULL);
}

static void
keep_chosen_cb (FfUnsavedSessions *self)
{
  g_clear_weak_pointer (&self->question);
  g_clear_weak_pointer (&self->closing);
}

static void
ask (FfUnsavedSessions *self, const char *message)
{
  AdwDialog *question = adw_alert_dialog_new (_ ("Close Without Saving?"), NULL);

  /* Translators: %s is a sentence that says what is wrong and what to do */
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (question),
                                _ ("What was written last could not be saved. %s"), message);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _ ("_Keep Open"), "close",
                                  _ ("_Close Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "close",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::close", G_CALLBACK (close_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "response::keep", G_CALLBACK (keep_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, question);
  adw_dialog_present (question, self->closing);
}

static void
stay_open (FfUnsavedSessions *self, const char *message)
{
  GtkWidget *window = self->closing;

  g_clear_weak_pointer (&self->closing);
  if (self->unsaved != FF_UNSAVED_TELL)
    return;
  g_set_weak_pointer (&self->question, ff_unsaved_tell (window, message));
  g_signal_connect_object (self->question, "response::keep", G_CALLBACK (keep_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Once it is known how the last saves went. */
static void
go_on_closing (FfUnsavedSessions *self)
{
  const char *message = NULL;

  for (guint i = 0; i < self->editors->len; i++)
    {
      FfSessionEditor *editor = g_ptr_array_index (self->editors, i);

      if (ff_session_editor_get_state (editor) == FF_SAVE_PENDING)
        return;
      message = ff_session_editor_get_message (editor);
    }
  if (message != NULL && self->unsaved == FF_UNSAVED_ASK)
    ask (self, message);
  else if (message != NULL)
    stay_open (self, message);
  else
    gtk_widget_activate_action (self->closing, self->then, NULL);
}

/* --- What waits --- */

static void
on_state_changed (FfUnsavedSessions *self, FfSessionEditor *editor)
{
  gboolean is_kept = g_ptr_array_find (self->editors, editor, NULL);

  if (waits (editor) && !is_kept)
    g_ptr_array_add (self->editors, g_object_ref (editor));
  else if (!waits (editor) && is_kept)
    g_ptr_array_remove (self->editors, editor);

  if (self->closing != NULL && self->question == NULL && !self->is_given_up)
    go_on_closing (self);
}

static void
ff_unsaved_sessions_finalize (GObject *object)
{
  FfUnsavedSessions *self = FF_UNSAVED_SESSIONS (object);

  g_clear_weak_pointer (&self->closing);
  g_clear_weak_pointer (&self->question);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_unsaved_sessions_parent_class)->finalize (object);
}

static void
ff_unsaved_sessions_class_init (FfUnsavedSessionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_unsaved_sessions_finalize;
}

static void
ff_unsaved_sessions_init (FfUnsavedSessions *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ff_unsaved_sessions_new:
 *
 * Returns: (transfer full): a keeper of what is not stored yet
 */
FfUnsavedSessions *
ff_unsaved_sessions_new (void)
{
  return g_object_new (FF_TYPE_UNSAVED_SESSIONS, NULL);
}

/**
 * ff_unsaved_sessions_open:
 * @self: the keeper
 * @store: where sessions are kept
 * @session: a session, stored or not yet
 *
 * Returns: (transfer full): the editor that still holds something of the session, else a new one
 */
FfSessionEditor *
ff_unsaved_sessions_open (FfUnsavedSessions *self, FfStore *store, FfSession *session)
{
  g_return_val_if_fail (FF_IS_UNSAVED_SESSIONS (self), NULL);
  g_return_val_if_fail (FF_IS_SESSION (session), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    {
      FfSessionEditor *editor = g_ptr_array_index (self->editors, i);
      if (is_same (ff_session_editor_get_session (editor), session))
        return g_object_ref (editor);
    }

  FfSessionEditor *editor = ff_session_editor_new (store, session);
  g_signal_connect_object (editor, "state-changed", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  return editor;
}

/**
 * ff_unsaved_sessions_may_close:
 * @self: the keeper
 * @window: the window that is about to close
 * @then: an action that asks again, a string that stays: `app.quit`
 * @unsaved: what is done where something cannot be saved
 *
 * Saves what waits. Where that takes a moment, @then is activated when it is done.
 *
 * Returns: whether nothing waits, or the person was asked and wants to close all the same
 */
gboolean
ff_unsaved_sessions_may_close (FfUnsavedSessions *self,
                               GtkWidget *window,
                               const char *then,
                               FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_UNSAVED_SESSIONS (self), TRUE);
  g_return_val_if_fail (GTK_IS_WIDGET (window), TRUE);

  g_autoptr (GPtrArray) editors = NULL;

  if (self->editors->len == 0)
    return TRUE;
  /* That was said of one time, and of what was there then. */
  if (self->is_given_up && unsaved == FF_UNSAVED_ASK)
    {
      self->is_given_up = FALSE;
      g_clear_weak_pointer (&self->closing);
      return TRUE;
    }
  /* Somebody is deciding about it. */
  if (self->question != NULL && unsaved == FF_UNSAVED_KEEP)
    return FALSE;
  g_set_weak_pointer (&self->closing, window);
  self->then = then;
  self->unsaved = unsaved;
  editors = g_ptr_array_copy (self->editors, (GCopyFunc) (void *) g_object_ref, NULL);
  g_ptr_array_set_free_func (editors, g_object_unref);
  for (guint i = 0; i < editors->len; i++)
    ff_session_editor_flush (g_ptr_array_index (editors, i));
  return FALSE;
}
