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
  FfDailyBackup *backup;
  FfWindow *window; /* owned by GTK */

  guint spinner_id;
  guint signal_ids[2];
  gboolean is_opening;
  gboolean is_closing;
  gboolean is_quitting; /* the person has seen enough: close as soon as it can be done */
  gboolean is_wanted;   /* asked for again while closing */
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
      open_store (self);
    }
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
  g_application_hold (G_APPLICATION (self));
  ff_store_close_async (self->store, store_closed_cb, self);
}

static void
backup_failed_cb (FfApplication *self, const char *message)
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

static void
show_store (FfApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfContext) context = make_context (self, &error);

  ensure_window (self);
  if (context == NULL)
    {
      ff_window_show_trouble (self->window, self->folder, error);
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }

  /* With its content before it is laid out for the first time. */
  ff_window_set_context (self->window, context);
  gtk_window_present (GTK_WINDOW (self->window));
  self->backup = ff_daily_backup_new (self->store, self->clock);
  g_signal_connect_object (self->backup, "failed", G_CALLBACK (backup_failed_cb), self,
                           G_CONNECT_SWAPPED);
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
  else if (self->store != NULL)
    show_store (self);
  else
    {
      ensure_window (self);
      ff_window_show_trouble (self->window, self->folder, error);
      gtk_window_present (GTK_WINDOW (self->window));
    }

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
  ff_store_open_async (self->folder, NULL, store_opened_cb, self);
  /* Made while the store opens, and shown with what is in it. */
  ensure_window (self);
}

static void
quit_calmly (FfApplication *self)
{
  self->is_quitting = TRUE;
  self->is_wanted = FALSE;
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

  if (self->window == NULL || ff_window_may_close (self->window))
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
ff_application_activate (GApplication *application)
{
  FfApplication *self = FF_APPLICATION (application);

  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
  else if (self->is_closing)
    self->is_wanted = TRUE;
  else if (self->is_opening)
    self->is_quitting = FALSE;
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
  self->is_quitting = TRUE;
  close_store (self);
}

static void
ff_application_finalize (GObject *object)
{
  FfApplication *self = FF_APPLICATION (object);

  g_clear_object (&self->backup);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
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
