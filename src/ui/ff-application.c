/* ff-application.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: opens the store, keeps one window, and closes so that nothing is lost.
 */

#include "ff-config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "ff-about.h"
#include "ff-application-private.h"
#include "ff-passphrase.h"
#include "ff-preferences.h"
#include "ff-present-window.h"
#include "ff-reminder-notice.h"
#include "ff-shortcuts.h"
#include "ff-store-error.h"
#include "ff-store.h"
#include "ff-toast.h"

/* A store that opens faster than this is shown without a spinner that would only flicker. */
#define SPINNER_AFTER_MS 300
#define SCHEMA_ID "io.github.fourfold_app.Fourfold"

G_DEFINE_FINAL_TYPE (FfApplication, ff_application, ADW_TYPE_APPLICATION)

static void
ensure_window (FfApplication *self)
{
  if (self->window == NULL)
    self->window = FF_WINDOW (ff_window_new (ADW_APPLICATION (self), self->settings));
}

static void
store_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  if (!ff_store_close_finish (FF_STORE (source), result, &error))
    g_printerr ("fourfold: %s\n", error->message);

  g_clear_object (&self->store);
  self->is_closing = FALSE;
  if (self->work != NULL)
    ff_application_begin_work (self);
  else if (self->is_wanted)
    {
      self->is_wanted = FALSE;
      self->is_quitting = FALSE;
      self->is_hidden = FALSE;
      ff_application_open_store (self);
    }
  g_application_release (G_APPLICATION (self));
}

/* With reminders wanted without a window, the program stays when there is none. */
static void
set_held (FfApplication *self, gboolean held)
{
  if (self->is_held == held)
    return;

  self->is_held = held;
  if (held)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

/* What is queued is written first; the program stays until it is. */
void
ff_application_close_store (FfApplication *self)
{
  if (self->store == NULL || self->is_closing)
    return;

  self->is_closing = TRUE;
  g_clear_object (&self->backup);
  g_clear_object (&self->reminders);
  g_clear_object (&self->context);
  g_clear_object (&self->feeds);
  ff_application_update_lock (self);
  g_application_hold (G_APPLICATION (self));
  set_held (self, FALSE);
  ff_store_close_async (self->store, store_closed_cb, self);
}

static gboolean
wants_background (FfApplication *self)
{
  return g_settings_get_boolean (self->settings, "reminders")
         && g_settings_get_boolean (self->settings, "reminders-in-background");
}

static void
background_changed_cb (FfApplication *self)
{
  if (self->context == NULL)
    return;

  set_held (self, wants_background (self));
  if (!self->is_held && self->window == NULL)
    ff_application_close_store (self);
}

static void
due_cb (FfApplication *self, GPtrArray *due)
{
  ff_reminder_notice_send (G_APPLICATION (self), due);
}

static void
upkeep_failed_cb (FfApplication *self, const char *message)
{
  if (self->window != NULL)
    ff_toast_show (GTK_WIDGET (self->window), message);
  else
    g_printerr ("fourfold: %s\n", message);
}

static FfContext *
make_context (FfApplication *self, GError **error)
{
  g_autoptr (GPtrArray) programmes = ff_programme_load_all (error);

  if (programmes == NULL)
    return NULL;

  return ff_context_new (self->store, self->clock, self->settings, programmes);
}

/* What goes on while the store is open, with or without a window. */
static gboolean
start_services (FfApplication *self, GError **error)
{
  self->context = make_context (self, error);
  if (self->context == NULL)
    return FALSE;

  self->backup = ff_daily_backup_new (self->store, self->clock);
  g_signal_connect_object (self->backup, "failed", G_CALLBACK (upkeep_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->feeds = ff_feeds_new (self->store, self->settings);
  g_signal_connect_object (self->feeds, "failed", G_CALLBACK (upkeep_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->reminders = ff_reminders_new (self->context);
  g_signal_connect_object (self->reminders, "due", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  set_held (self, wants_background (self));
  ff_application_update_lock (self);
  return TRUE;
}

static void
show_occurrence (FfApplication *self)
{
  g_autoptr (GVariant) occurrence = g_steal_pointer (&self->occurrence);

  if (occurrence != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.write-check-ins",
                                        occurrence);
}

static void
show_store (FfApplication *self)
{
  self->is_hidden = FALSE;
  ensure_window (self);
  /* With its content before it is laid out for the first time. */
  ff_window_set_context (self->window, self->context);
  gtk_window_present (GTK_WINDOW (self->window));
  show_occurrence (self);
}

/* Whoever typed the passphrase of a backup to look into it is not asked for it again. */
static void
restored_cb (FfApplication *self, FfSecret *secret)
{
  g_clear_pointer (&self->secret, ff_secret_unref);
  self->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  g_action_group_activate_action (G_ACTION_GROUP (self), "try-again", NULL);
}

void
ff_application_show_trouble (FfApplication *self, const GError *error)
{
  GtkWidget *page;

  ensure_window (self);
  page = ff_window_show_trouble (self->window, self->folder, error);
  g_signal_connect_object (page, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
ff_application_give_up (FfApplication *self, const char *message)
{
  g_printerr ("fourfold: %s\n", message);
  ff_application_close_store (self);
}

static void
show_opened (FfApplication *self, GError *error)
{
  g_autoptr (GError) problem = error;
  const gboolean is_started = self->store != NULL && start_services (self, &problem);

  if (g_error_matches (problem, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED))
    ff_application_show_locked (self);
  else if (!is_started && self->is_hidden)
    ff_application_give_up (self, problem->message);
  else if (!is_started)
    ff_application_show_trouble (self, problem);
  else if (!self->is_hidden)
    show_store (self);
  else if (!self->is_held)
    ff_application_give_up (
        self, _ ("There is nothing to do without a window: the preferences do not ask for "
                 "reminders when it is closed."));
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;

  self->is_opening = FALSE;
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  self->store = ff_store_open_finish (result, &error);

  g_clear_pointer (&self->secret, ff_secret_unref);
  if (self->is_quitting)
    ff_application_close_store (self);
  else
    show_opened (self, g_steal_pointer (&error));
  if (self->work != NULL)
    ff_application_end_work (self);

  g_application_release (G_APPLICATION (self));
}

static gboolean
spinner_due_cb (gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  self->spinner_id = 0;
  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));

  return G_SOURCE_REMOVE;
}

void
ff_application_open_store (FfApplication *self)
{
  if (self->secret == NULL && ff_passphrase_is_set (self->folder))
    {
      ff_application_show_locked (self);
      return;
    }

  self->is_opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  self->spinner_id = g_timeout_add (SPINNER_AFTER_MS, spinner_due_cb, self);
  ff_store_open_async (self->folder, self->secret, NULL, store_opened_cb, self);
  /* Made while the store opens, and shown with what is in it. */
  if (!self->is_hidden)
    ensure_window (self);
}

GList *
ff_application_list_presented (FfApplication *self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  GList *next;

  for (GList *l = windows; l != NULL; l = next)
    {
      next = l->next;
      if (!FF_IS_PRESENT_WINDOW (l->data))
        windows = g_list_delete_link (windows, l);
    }
  return windows;
}

gboolean
ff_application_may_end_presenting (FfApplication *self)
{
  g_autoptr (GList) windows = ff_application_list_presented (self);

  for (GList *l = windows; l != NULL; l = l->next)
    if (!ff_present_window_may_close (l->data))
      return FALSE;
  return TRUE;
}

static void
quit_calmly (FfApplication *self)
{
  g_autoptr (GList) presented = ff_application_list_presented (self);

  self->is_quitting = TRUE;
  self->is_wanted = FALSE;
  for (GList *l = presented; l != NULL; l = l->next)
    gtk_window_destroy (l->data);
  if (self->window != NULL)
    {
      /* Not gtk_window_close(), which an open dialog takes for itself. */
      ff_window_set_context (self->window, NULL);
      gtk_window_destroy (GTK_WINDOW (self->window));
    }
  else
    ff_application_close_store (self);
}

static gboolean
signalled_cb (gpointer user_data)
{
  quit_calmly (FF_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
quit_unless_unsaved (FfApplication *self)
{
  if (self->window == NULL || ff_window_may_close (self->window, "app.quit", FF_UNSAVED_ASK))
    quit_calmly (self);
}

/* What waits to be saved may ask for this action again, not for the answer. */
static void
quit_confirmed_cb (FfApplication *self)
{
  ff_application_close_dialogs (self);
  quit_unless_unsaved (self);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (!ff_application_is_bound (self) && ff_application_may_end_presenting (self)
      && ff_application_may_close_dialogs (self, _ ("Quit Now?"), _ ("_Quit"),
                                           G_CALLBACK (quit_confirmed_cb)))
    quit_unless_unsaved (self);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (self->window != NULL)
    ff_about_present (GTK_WIDGET (self->window));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (self->window != NULL)
    adw_dialog_present (ff_preferences_new (self->settings, self->context),
                        GTK_WIDGET (self->window));
}

/* From a notification, with or without a window. */
static void
open_occurrence_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  g_clear_pointer (&self->occurrence, g_variant_unref);
  self->occurrence = g_variant_ref (parameter);
  g_application_activate (G_APPLICATION (self));
  if (self->window != NULL && self->context != NULL)
    show_occurrence (self);
}

static void
open_schedule_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  g_application_activate (G_APPLICATION (self));
  if (self->window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-view", "s", "schedule");
}

static void
try_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (self->store != NULL || self->is_opening || self->work != NULL)
    return;

  if (self->window != NULL)
    ff_window_set_context (self->window, NULL);
  ff_application_open_store (self);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "open-occurrence", .activate = open_occurrence_action, .parameter_type = "(ss)" },
  { .name = "open-schedule", .activate = open_schedule_action },
  { .name = "try-again", .activate = try_again_action },
};

static void
ff_application_startup (GApplication *application)
{
  FfApplication *self = FF_APPLICATION (application);

  /* Windows are known by the application's id; --help, which came before this, has said the program's own name. */
  g_set_prgname (FF_APPLICATION_ID);
  G_APPLICATION_CLASS (ff_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (FF_APPLICATION_ID);
  self->settings = g_settings_new (SCHEMA_ID);
  g_signal_connect_object (self->settings, "changed::reminders", G_CALLBACK (background_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::reminders-in-background",
                           G_CALLBACK (background_changed_cb), self, G_CONNECT_SWAPPED);
  self->signal_ids[0] = g_unix_signal_add (SIGTERM, signalled_cb, self);
  self->signal_ids[1] = g_unix_signal_add (SIGINT, signalled_cb, self);
  ff_shortcuts_install (GTK_APPLICATION (self));
  ff_application_watch_session (self);
}

/* GTK leaves the main loop at once when the session ends. */
static void
close_at_last (FfApplication *self)
{
  if (self->window != NULL || self->store != NULL)
    quit_calmly (self);
  while (self->store != NULL || self->is_opening || self->work != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
ff_application_shutdown (GApplication *application)
{
  FfApplication *self = FF_APPLICATION (application);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_handle_id (&self->session_id, g_source_remove);
  for (gsize i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  close_at_last (self);

  G_APPLICATION_CLASS (ff_application_parent_class)->shutdown (application);
}

static void
show_when_opened (FfApplication *self)
{
  self->is_quitting = FALSE;
  if (self->is_hidden)
    ensure_window (self);
  self->is_hidden = FALSE;
}

static void
ff_application_activate (GApplication *application)
{
  FfApplication *self = FF_APPLICATION (application);

  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
  else if (self->is_closing)
    self->is_wanted = TRUE;
  else if (self->is_opening)
    show_when_opened (self);
  else if (self->context != NULL)
    show_store (self);
  else
    ff_application_open_store (self);
}

static void
ff_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  FfApplication *self = FF_APPLICATION (application);

  GTK_APPLICATION_CLASS (ff_application_parent_class)->window_removed (application, window);

  if ((gpointer) window != (gpointer) self->window)
    return;

  self->window = NULL;
  if (self->is_held && !self->is_quitting)
    return;

  self->is_quitting = TRUE;
  ff_application_close_store (self);
}

static void
ff_application_finalize (GObject *object)
{
  FfApplication *self = FF_APPLICATION (object);

  g_clear_object (&self->reminders);
  g_clear_object (&self->backup);
  g_clear_object (&self->context);
  g_clear_object (&self->feeds);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->idle);
  g_clear_pointer (&self->secret, ff_secret_unref);
  g_clear_pointer (&self->occurrence, g_variant_unref);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (ff_application_parent_class)->finalize (object);
}

static void
ff_application_class_init (FfApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  object_class->finalize = ff_application_finalize;
  application_class->handle_local_options = ff_application_handle_options;
  application_class->startup = ff_application_startup;
  application_class->shutdown = ff_application_shutdown;
  application_class->activate = ff_application_activate;
  gtk_application_class->window_removed = ff_application_window_removed;
}

static void
ff_application_init (FfApplication *self)
{
  self->clock = ff_clock_new ();
  self->folder = ff_store_get_default_folder ();
  ff_application_add_options (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ff_application_add_lock_actions (self);
}

/**
 * ff_application_new:
 *
 * Returns: (transfer full): the program, for g_application_run()
 */
FfApplication *
ff_application_new (void)
{
  return g_object_new (FF_TYPE_APPLICATION, "application-id", FF_APPLICATION_ID,
                       "resource-base-path", FF_RESOURCE_PREFIX, "register-session", TRUE, NULL);
}
