/* ff-application-locking.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locking the notes, unlocking them, and what is done to them while they are closed.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-application-private.h"
#include "ff-passphrase-dialog.h"
#include "ff-passphrase.h"
#include "ff-present-window.h"
#include "ff-unlock-page.h"

#define TRY_AGAIN_SECONDS 10

static FfSecret *
get_secret (FfApplication *self)
{
  return self->store != NULL ? ff_store_get_secret (self->store) : NULL;
}

static void
set_enabled (FfApplication *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static AdwDialog *
get_dialog (FfApplication *self)
{
  if (self->window == NULL)
    return NULL;

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

void
ff_application_close_dialogs (FfApplication *self)
{
  g_autoptr (GListModel) dialogs
      = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self->window));

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      adw_dialog_force_close (dialog);
    }
}

/* --- While the store is closed --- */

typedef struct
{
  FfClosedWork work;
  gpointer data;
  GDestroyNotify destroy;
  char *folder;
  FfSecret *secret; /* (nullable) */
  GError *error;    /* (nullable): once it is known how it went */
} ClosedWork;

static void
closed_work_free (ClosedWork *closed)
{
  if (closed->destroy != NULL)
    closed->destroy (closed->data);
  g_free (closed->folder);
  g_clear_pointer (&closed->secret, ff_secret_unref);
  g_clear_error (&closed->error);
  g_free (closed);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  ClosedWork *closed = task_data;

  closed->work (closed->folder, &closed->secret, closed->data, &closed->error);
  g_task_return_boolean (task, TRUE);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (source);
  ClosedWork *closed = g_task_get_task_data (self->work);

  g_clear_pointer (&self->secret, ff_secret_unref);
  self->secret = g_steal_pointer (&closed->secret);
  if (!self->is_quitting)
    ff_application_open_store (self);
  /* Otherwise when it was opened, or was not. */
  if (!self->is_opening)
    ff_application_end_work (self);
}

void
ff_application_begin_work (FfApplication *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, worked_cb, NULL);

  g_task_set_source_tag (task, ff_application_begin_work);
  g_task_set_task_data (task, g_task_get_task_data (self->work), NULL);
  g_task_run_in_thread (task, work_in_thread);
}

void
ff_application_end_work (FfApplication *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->work);
  ClosedWork *closed = g_task_get_task_data (task);

  if (closed->error != NULL)
    g_task_return_error (task, g_steal_pointer (&closed->error));
  else
    g_task_return_pointer (task, closed->data, NULL);
  g_application_release (G_APPLICATION (self));
}

/**
 * ff_application_work_closed_async:
 * @self: the program
 * @work: what is done in a thread while nobody holds the data folder
 * @data: (transfer full): for @work
 * @destroy: frees @data
 *
 * The views are away meanwhile, and come back as they were. Where the store was not open to begin with, it is opened all
 * the same.
 */
void
ff_application_work_closed_async (FfApplication *self,
                                  FfClosedWork work,
                                  gpointer data,
                                  GDestroyNotify destroy,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  ClosedWork *closed;

  g_return_if_fail (FF_IS_APPLICATION (self));
  g_return_if_fail (self->work == NULL && !self->is_opening);

  closed = g_new0 (ClosedWork, 1);
  closed->work = work;
  closed->data = data;
  closed->destroy = destroy;
  closed->folder = g_strdup (self->folder);
  closed->secret = get_secret (self) != NULL ? ff_secret_ref (get_secret (self)) : NULL;
  self->work = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->work, ff_application_work_closed_async);
  g_task_set_task_data (self->work, closed, (GDestroyNotify) closed_work_free);

  g_application_hold (G_APPLICATION (self));
  if (self->window != NULL && !FF_IS_PASSPHRASE_DIALOG (get_dialog (self)))
    ff_application_close_dialogs (self);
  if (self->context != NULL && self->window != NULL)
    ff_window_set_context (self->window, NULL);
  if (self->store == NULL)
    ff_application_begin_work (self);
  else
    ff_application_close_store (self);
}

/**
 * ff_application_work_closed_finish:
 *
 * Returns: (transfer none) (nullable): the data that the work was given, for as long as @result is there; %NULL where it
 *   was not done
 */
gpointer
ff_application_work_closed_finish (FfApplication *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Locking --- */

gboolean
ff_application_is_bound (FfApplication *self)
{
  AdwDialog *dialog = get_dialog (self);

  if (!FF_IS_PASSPHRASE_DIALOG (dialog) || adw_dialog_get_can_close (dialog))
    return FALSE;

  adw_dialog_close (dialog);
  return TRUE;
}

/* Those that hold what somebody fills in. */
static gboolean
is_form (AdwDialog *dialog)
{
  return dialog != NULL && !ADW_IS_PREFERENCES_DIALOG (dialog) && !ADW_IS_ABOUT_DIALOG (dialog)
         && !ADW_IS_ALERT_DIALOG (dialog) && G_OBJECT_TYPE (dialog) != ADW_TYPE_DIALOG;
}

static gboolean
has_form (FfApplication *self)
{
  g_autoptr (GListModel) dialogs = NULL;

  if (self->window == NULL)
    return FALSE;

  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self->window));
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (is_form (dialog))
        return TRUE;
    }
  return FALSE;
}

gboolean
ff_application_may_close_dialogs (FfApplication *self,
                                  const char *question,
                                  const char *answer,
                                  GCallback answered)
{
  AdwAlertDialog *alert;

  if (!has_form (self))
    return TRUE;
  if (ADW_IS_ALERT_DIALOG (get_dialog (self)))
    return FALSE;

  alert = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (question, _ ("What is open here is closed. What was filled in "
                                         "and not saved is lost.")));
  adw_alert_dialog_add_responses (alert, "stay", _ ("_Not Yet"), "close", answer, NULL);
  adw_alert_dialog_set_response_appearance (alert, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "stay");
  adw_alert_dialog_set_close_response (alert, "stay");
  g_signal_connect_object (alert, "response::close", answered, self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self->window));
  return FALSE;
}

static void
lock_confirmed_cb (FfApplication *self)
{
  ff_application_lock (self, FALSE);
}

/* Whether what is open beside the views may be put away now. */
static gboolean
may_lock (FfApplication *self, gboolean asks)
{
  g_autoptr (GList) presented = ff_application_list_presented (self);

  if (ff_application_is_bound (self))
    return FALSE;
  if (!asks)
    return presented == NULL;
  if (!ff_application_may_end_presenting (self))
    return FALSE;
  return ff_application_may_close_dialogs (self, _ ("Lock Now?"), _ ("_Lock"),
                                           G_CALLBACK (lock_confirmed_cb));
}

static void
clear_clipboard (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

static void
put_everything_away (FfApplication *self)
{
  g_autoptr (GList) presented = ff_application_list_presented (self);

  for (GList *l = presented; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  if (self->window != NULL)
    {
      GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));

      ff_application_close_dialogs (self);
      clear_clipboard (gdk_display_get_clipboard (display));
      clear_clipboard (gdk_display_get_primary_clipboard (display));
    }
}

/**
 * ff_application_lock:
 * @self: the program
 * @asks: whether somebody is there who can be asked
 *
 * Does nothing where there is no passphrase, or nothing is open. Where something waits to be saved it is locked as soon as that
 * is done. Where that fails it stays open, since locking would lose what was written: the person who asked is told; otherwise
 * it is tried again, as long as nobody uses the program or the screen is locked.
 */
void
ff_application_lock (FfApplication *self, gboolean asks)
{
  g_return_if_fail (FF_IS_APPLICATION (self));

  if (self->context == NULL || get_secret (self) == NULL || self->work != NULL
      || !may_lock (self, asks))
    return;
  if (self->window != NULL
      && !ff_window_may_close (self->window, asks ? "app.lock" : "app.lock-unasked",
                               asks ? FF_UNSAVED_TELL : FF_UNSAVED_KEEP))
    return;

  put_everything_away (self);
  if (self->window != NULL)
    ff_application_show_locked (self);
  ff_application_close_store (self);
}

static void
idle_cb (FfApplication *self)
{
  ff_application_lock (self, FALSE);
}

static gboolean
session_still_locked_cb (gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (g_settings_get_boolean (self->settings, "lock-with-session"))
    ff_application_lock (self, FALSE);

  return G_SOURCE_CONTINUE;
}

/**
 * ff_application_follow_session:
 * @self: the program
 * @is_locked: whether the screen of this computer is locked
 *
 * Locks the notes with it, where the preferences say so, and tries again as long as something that was written cannot be
 * saved.
 */
void
ff_application_follow_session (FfApplication *self, gboolean is_locked)
{
  g_return_if_fail (FF_IS_APPLICATION (self));

  g_clear_handle_id (&self->session_id, g_source_remove);
  if (!is_locked)
    return;
  session_still_locked_cb (self);
  self->session_id = g_timeout_add_seconds (TRY_AGAIN_SECONDS, session_still_locked_cb, self);
  g_source_set_name_by_id (self->session_id, "[fourfold] session");
}

static void
screensaver_cb (FfApplication *self)
{
  gboolean is_active;

  g_object_get (self, "screensaver-active", &is_active, NULL);
  ff_application_follow_session (self, is_active);
}

void
ff_application_watch_session (FfApplication *self)
{
  g_signal_connect_object (self, "notify::screensaver-active", G_CALLBACK (screensaver_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ff_application_update_lock (FfApplication *self)
{
  const gboolean is_open = self->context != NULL;
  const gboolean is_protected = is_open && get_secret (self) != NULL;

  set_enabled (self, "lock", is_protected);
  set_enabled (self, "set-passphrase", is_open && !is_protected);
  set_enabled (self, "change-passphrase", is_protected);
  set_enabled (self, "remove-passphrase", is_protected);

  g_clear_object (&self->idle);
  if (!is_protected)
    return;
  self->idle = ff_idle_watch_new (GTK_APPLICATION (self), NULL);
  g_settings_bind (self->settings, "lock-after-minutes", self->idle, "minutes",
                   G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->idle, "idle", G_CALLBACK (idle_cb), self, G_CONNECT_SWAPPED);
}

/* --- Unlocking --- */

static void
unlocked_cb (FfApplication *self, FfSecret *secret)
{
  g_clear_pointer (&self->secret, ff_secret_unref);
  self->secret = ff_secret_ref (secret);
  if (self->is_closing)
    self->is_wanted = TRUE;
  else
    ff_application_open_store (self);
}

static void
trouble_cb (FfApplication *self, const GError *error)
{
  g_autoptr (GError) kept = g_error_copy (error);

  ff_application_show_trouble (self, kept);
}

void
ff_application_show_locked (FfApplication *self)
{
  GtkWidget *page;

  if (self->is_hidden)
    {
      ff_application_give_up (self,
                              _ ("The notes are locked with a passphrase. Reminders start after "
                                 "Fourfold was opened and unlocked."));
      return;
    }
  if (self->window == NULL)
    self->window = FF_WINDOW (ff_window_new (ADW_APPLICATION (self), self->settings));
  page = ff_window_show_locked (self->window, self->folder);
  g_signal_connect_object (page, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* --- Actions --- */

static void
lock_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_application_lock (FF_APPLICATION (user_data), TRUE);
}

static void
lock_unasked_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_application_lock (FF_APPLICATION (user_data), FALSE);
}

/* Over the views, with nothing of theirs open. */
static void
present_passphrase (FfApplication *self, FfPassphraseStep step, const char *again)
{
  if (self->window == NULL || self->work != NULL || self->is_opening
      || ff_application_is_bound (self)
      || !ff_window_may_close (self->window, again, FF_UNSAVED_TELL))
    return;

  ff_application_close_dialogs (self);
  adw_dialog_present (ff_passphrase_dialog_new (self, self->settings, step),
                      GTK_WIDGET (self->window));
}

static void
set_passphrase_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_passphrase (FF_APPLICATION (user_data), FF_PASSPHRASE_SET, "app.set-passphrase");
}

static void
change_passphrase_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_passphrase (FF_APPLICATION (user_data), FF_PASSPHRASE_CHANGE, "app.change-passphrase");
}

static void
remove_passphrase_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_passphrase (FF_APPLICATION (user_data), FF_PASSPHRASE_REMOVE, "app.remove-passphrase");
}

static void
use_recovery_key_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (self->store == NULL)
    present_passphrase (self, FF_PASSPHRASE_RECOVER, "app.use-recovery-key");
}

static const GActionEntry lock_actions[] = {
  { .name = "lock", .activate = lock_action },
  { .name = "lock-unasked", .activate = lock_unasked_action },
  { .name = "set-passphrase", .activate = set_passphrase_action },
  { .name = "change-passphrase", .activate = change_passphrase_action },
  { .name = "remove-passphrase", .activate = remove_passphrase_action },
  { .name = "use-recovery-key", .activate = use_recovery_key_action },
};

void
ff_application_add_lock_actions (FfApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), lock_actions, G_N_ELEMENTS (lock_actions),
                                   self);
  set_enabled (self, "lock", FALSE);
  set_enabled (self, "set-passphrase", FALSE);
  set_enabled (self, "change-passphrase", FALSE);
  set_enabled (self, "remove-passphrase", FALSE);
}
