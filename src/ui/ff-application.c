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
#include "ff-application.h"
#include "ff-context.h"
#include "ff-daily-backup.h"
#include "ff-feeds.h"
#include "ff-preferences.h"
#include "ff-present-window.h"
#include "ff-reminder-notice.h"
#include "ff-reminders.h"
#include "ff-shortcuts.h"
#include "ff-store.h"
#include "ff-toast.h"
#include "ff-wall-time.h"
#include "ff-window.h"

/* A store that opens faster than this is shown without a spinner that would only flicker. */
#define SPINNER_AFTER_MS 300
#define SCHEMA_ID "io.github.fourfold_app.Fourfold"

#define EXIT_USAGE 2

struct _FfApplication
{
  AdwApplication parent_instance;

  char *folder;
  FfClock *clock;
  GSettings *settings;
  FfStore *store;
  FfContext *context; /* (nullable): while the store is open */
  FfDailyBackup *backup;
  FfReminders *reminders;
  FfFeeds *feeds;
  FfWindow *window; /* owned by GTK */

  guint spinner_id;
  guint signal_ids[2];
  gboolean is_opening;
  gboolean is_closing;
  gboolean is_quitting; /* the person has seen enough: close as soon as it can be done */
  gboolean is_wanted;   /* asked for again while closing */
  gboolean is_hidden;   /* started without a window */
  gboolean is_held;     /* goes on without a window */
  GVariant *occurrence; /* (nullable): to be shown as soon as there is a window */
};

G_DEFINE_FINAL_TYPE (FfApplication, ff_application, ADW_TYPE_APPLICATION)

static void open_store (FfApplication *self);

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
  if (self->is_wanted)
    {
      self->is_wanted = FALSE;
      self->is_quitting = FALSE;
      self->is_hidden = FALSE;
      open_store (self);
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
static void
close_store (FfApplication *self)
{
  if (self->store == NULL || self->is_closing)
    return;

  self->is_closing = TRUE;
  g_clear_object (&self->backup);
  g_clear_object (&self->reminders);
  g_clear_object (&self->context);
  g_clear_object (&self->feeds);
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
    close_store (self);
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

static void
show_trouble (FfApplication *self, const GError *error)
{
  ensure_window (self);
  ff_window_show_trouble (self->window, self->folder, error);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Nobody is waiting for a window, so that none is put before anybody. */
static void
give_up (FfApplication *self, const char *message)
{
  g_printerr ("fourfold: %s\n", message);
  close_store (self);
}

static void
show_opened (FfApplication *self, GError *error)
{
  g_autoptr (GError) problem = error;
  const gboolean is_started = self->store != NULL && start_services (self, &problem);

  if (!is_started && self->is_hidden)
    give_up (self, problem->message);
  else if (!is_started)
    show_trouble (self, problem);
  else if (!self->is_hidden)
    show_store (self);
  else if (!self->is_held)
    give_up (self, _ ("There is nothing to do without a window: the preferences do not ask for "
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

  if (self->is_quitting)
    close_store (self);
  else
    show_opened (self, g_steal_pointer (&error));

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

static void
open_store (FfApplication *self)
{
  self->is_opening = TRUE;
  g_application_hold (G_APPLICATION (self));
  self->spinner_id = g_timeout_add (SPINNER_AFTER_MS, spinner_due_cb, self);
  ff_store_open_async (self->folder, NULL, NULL, store_opened_cb, self);
  /* Made while the store opens, and shown with what is in it. */
  if (!self->is_hidden)
    ensure_window (self);
}

/* (transfer full) (element-type GtkWindow): what is written in them is stored nowhere. */
static GList *
list_presented (FfApplication *self)
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

static gboolean
may_end_presenting (FfApplication *self)
{
  g_autoptr (GList) windows = list_presented (self);

  for (GList *l = windows; l != NULL; l = l->next)
    if (!ff_present_window_may_close (l->data))
      return FALSE;
  return TRUE;
}

static void
quit_calmly (FfApplication *self)
{
  g_autoptr (GList) presented = list_presented (self);

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
    close_store (self);
}

static gboolean
signalled_cb (gpointer user_data)
{
  quit_calmly (FF_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfApplication *self = FF_APPLICATION (user_data);

  if (may_end_presenting (self)
      && (self->window == NULL || ff_window_may_close (self->window, "app.quit")))
    quit_calmly (self);
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
    adw_dialog_present (ff_preferences_new (self->settings), GTK_WIDGET (self->window));
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

  if (self->store != NULL || self->is_opening)
    return;

  if (self->window != NULL)
    ff_window_set_context (self->window, NULL);
  open_store (self);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "open-occurrence", .activate = open_occurrence_action, .parameter_type = "(ss)" },
  { .name = "open-schedule", .activate = open_schedule_action },
  { .name = "try-again", .activate = try_again_action },
};

static const GOptionEntry options[] = {
  { .long_name = "data-dir",
    .arg = G_OPTION_ARG_FILENAME,
    .description = N_ ("Keep everything in this folder instead of the usual one"),
    .arg_description = N_ ("DIR") },
  { .long_name = "now",
    .arg = G_OPTION_ARG_STRING,
    .description = N_ ("Start as if it were this time, for tests and demonstrations"),
    .arg_description = N_ ("YYYY-MM-DDTHH:MM") },
  { .long_name = "background",
    .arg = G_OPTION_ARG_NONE,
    .description = N_ ("Start without a window, to remind of meetings") },
  { .long_name = "version",
    .arg = G_OPTION_ARG_NONE,
    .description = N_ ("Show the version and leave") },
  { NULL },
};

static gboolean
set_now (FfApplication *self, const char *text, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = NULL;
  FfWallTime time;

  if (!ff_wall_time_parse (text, &time, error))
    return FALSE;

  now = ff_wall_time_to_instant (&time, zone);
  ff_clock_set_now (self->clock, now);

  return TRUE;
}

/* One that runs already needs nothing more, and shows no window for this. */
static int
start_hidden (FfApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (self), NULL, &error))
    {
      g_printerr ("fourfold: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (g_application_get_is_remote (G_APPLICATION (self)))
    return EXIT_SUCCESS;

  self->is_hidden = TRUE;
  return -1;
}

/* A folder or a time of one's own must not end up in a window that is already open: such a start is a program of its own, and the
 * store's lock sees to it that two never share a folder. */
static int
ff_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  FfApplication *self = FF_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *folder = NULL;
  const char *now = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Fourfold %s\n", FF_VERSION);
      return EXIT_SUCCESS;
    }

  if (g_variant_dict_lookup (given, "data-dir", "^&ay", &folder))
    {
      g_free (self->folder);
      self->folder = g_canonicalize_filename (folder, NULL);
    }
  if (g_variant_dict_lookup (given, "now", "&s", &now) && !set_now (self, now, &error))
    {
      g_printerr ("fourfold: --now: %s\n", error->message);
      return EXIT_USAGE;
    }
  if (folder != NULL || now != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (g_variant_dict_contains (given, "background"))
    return start_hidden (self);

  return -1;
}

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
}

static void
ff_application_shutdown (GApplication *application)
{
  FfApplication *self = FF_APPLICATION (application);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  for (gsize i = 0; i < G_N_ELEMENTS (self->signal_ids); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);

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
    open_store (self);
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
  close_store (self);
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
  application_class->handle_local_options = ff_application_handle_local_options;
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
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("For people who run mutual-aid recovery groups."));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
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
                       "resource-base-path", FF_RESOURCE_PREFIX, NULL);
}
