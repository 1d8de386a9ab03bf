/* ff-daily-backup.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup for each day on which the program is open.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-backup.h"
#include "ff-daily-backup.h"

/* The first one leaves the start of the program to the window. */
#define FIRST_AFTER_S 2

struct _FfDailyBackup
{
  GObject parent_instance;

  FfStore *store;
  FfClock *clock;
  char *day; /* (nullable): the last one that was asked for */
  guint first_id;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfDailyBackup, ff_daily_backup, G_TYPE_OBJECT)

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfDailyBackup) self = FF_DAILY_BACKUP (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (ff_backup_daily_finish (FF_STORE (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the reason follows, as a sentence of its own */
  message = g_strdup_printf (_ ("Today’s backup could not be made. %s"), error->message);
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
make_for_today (FfDailyBackup *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  g_autofree char *day = g_date_time_format (now, "%F");

  /* Not begun by a minute that passes before the first one is due, nor once the store is closed. */
  if (self->first_id == 0 && ff_store_get_folder (self->store) != NULL
      && g_set_str (&self->day, day))
    ff_backup_daily_async (self->store, now, made_cb, g_object_ref (self));
}

static gboolean
first_due_cb (gpointer user_data)
{
  FfDailyBackup *self = FF_DAILY_BACKUP (user_data);

  self->first_id = 0;
  make_for_today (self);

  return G_SOURCE_REMOVE;
}

static void
ff_daily_backup_dispose (GObject *object)
{
  FfDailyBackup *self = FF_DAILY_BACKUP (object);

  g_clear_handle_id (&self->first_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (ff_daily_backup_parent_class)->dispose (object);
}

static void
ff_daily_backup_finalize (GObject *object)
{
  FfDailyBackup *self = FF_DAILY_BACKUP (object);

  g_free (self->day);

  G_OBJECT_CLASS (ff_daily_backup_parent_class)->finalize (object);
}

static void
ff_daily_backup_class_init (FfDailyBackupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_daily_backup_dispose;
  object_class->finalize = ff_daily_backup_finalize;

  signals[FAILED] = g_signal_new ("failed", FF_TYPE_DAILY_BACKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ff_daily_backup_init (FfDailyBackup *self)
{
}

/**
 * ff_daily_backup_new:
 * @store: what is backed up, while it is open
 * @clock: says which day it is
 *
 * Makes a backup soon, and one whenever a day begins, where there is none of that day yet.
 *
 * Returns: (transfer full): what does so for as long as it is kept
 */
FfDailyBackup *
ff_daily_backup_new (FfStore *store, FfClock *clock)
{
  FfDailyBackup *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_CLOCK (clock), NULL);

  self = g_object_new (FF_TYPE_DAILY_BACKUP, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->first_id = g_timeout_add_seconds (FIRST_AFTER_S, first_due_cb, self);
  g_signal_connect_object (clock, "tick", G_CALLBACK (make_for_today), self, G_CONNECT_SWAPPED);

  return self;
}
