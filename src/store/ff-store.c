/* ff-store.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-store.h"

#include <glib/gi18n-lib.h>

#include "ff-archive.h"
#include "ff-key-file.h"
#include "ff-opening.h"
#include "ff-restoring.h"
#include "ff-sealing.h"
#include "ff-store-error-private.h"
#include "ff-store-private.h"

struct _FfStore
{
  GObject parent_instance;

  FfDataFolder *folder;

  /* The main thread's: */
  FfConnection *connection; /* NULL once it is closing */
  FfWriter *writer;
  FfReader *reader;
  guint pending;    /* writes that have not been told yet */
  FfSecret *secret; /* NULL where there is no passphrase */
};

typedef enum
{
  PROP_BUSY = 1,
} FfStoreProps;

static GParamSpec *props[PROP_BUSY + 1];

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FfStore, ff_store, G_TYPE_OBJECT)

/* What is left for a thread to end. */
typedef struct
{
  FfDataFolder *folder;
  FfWriter *writer;
  FfReader *reader;
} FfClosing;

static void
ff_closing_finish (FfClosing *closing)
{
  if (closing->reader != NULL)
    ff_reader_stop (closing->reader);
  /* The last connection to be closed: SQLite writes the WAL into the database and removes it. */
  if (closing->writer != NULL)
    {
      ff_connection_free (ff_writer_stop (closing->writer));
      ff_data_folder_mark_closed (closing->folder);
    }
  g_clear_pointer (&closing->folder, ff_data_folder_free);
  g_free (closing);
}

static FfClosing *
begin_closing (FfStore *self)
{
  FfClosing *closing = g_new0 (FfClosing, 1);

  g_clear_pointer (&self->connection, ff_connection_free);
  closing->folder = g_steal_pointer (&self->folder);
  closing->writer = g_steal_pointer (&self->writer);
  closing->reader = g_steal_pointer (&self->reader);
  return closing;
}

static void
change_pending (FfStore *self, int by)
{
  gboolean was_busy = self->pending > 0;

  self->pending += by;
  if (was_busy != (self->pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
on_written (GTask *task, FfChange *change, gpointer user_data)
{
  FfStore *self = g_task_get_source_object (task);

  if (change != NULL)
    ff_change_tell (change, self);
  change_pending (self, -1);
}

static void
ff_store_finalize (GObject *object)
{
  FfStore *self = FF_STORE (object);

  ff_closing_finish (begin_closing (self));
  g_clear_pointer (&self->secret, ff_secret_unref);

  G_OBJECT_CLASS (ff_store_parent_class)->finalize (object);
}

static void
ff_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfStore *self = FF_STORE (object);

  switch ((FfStoreProps) prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, ff_store_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_store_class_init (FfStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_store_finalize;
  object_class->get_property = ff_store_get_property;

  /**
   * FfStore:busy:
   *
   * Whether writes are queued or under way.
   */
  props[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * FfStore::changed:
   * @aggregate: an [enum@Aggregate]
   * @ids: which of them
   *
   * Emitted on the main thread after COMMIT, before the callback of the write.
   */
  changed_signal = g_signal_new ("changed", FF_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRV);
}

static void
ff_store_init (FfStore *self)
{
}

void
ff_store_emit_changed (FfStore *self, FfAggregate aggregate, char **uids)
{
  g_signal_emit (self, changed_signal, 0, (int) aggregate, uids);
}

/**
 * ff_store_get_default_folder:
 *
 * Returns: (transfer full): `$XDG_DATA_HOME/fourfold`
 */
char *
ff_store_get_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "fourfold", NULL);
}

/* A key that cannot be unlocked again is noticed now, not after more was written. @secret: (inout): NULL for a plain database */
static gboolean
check_key (FfDataFolder *folder, FfSecret **secret, GError **error)
{
  const char *path = ff_data_folder_get_key (folder);
  g_autoptr (FfKeyFile) key = NULL;

  if (!ff_data_folder_has_key (folder) && ff_opening_may_be_plain (folder, *secret))
    {
      *secret = NULL;
      return TRUE;
    }
  key = ff_key_file_load (path, error);
  if (key == NULL)
    return FALSE;
  if (!FF_ENCRYPTION)
    ff_store_error_set_no_encryption (error, ff_data_folder_get_database (folder));
  else if (*secret == NULL)
    g_set_error (error, FF_STORE_ERROR, FF_STORE_ERROR_LOCKED,
                 _ ("A passphrase protects “%s”. Give it to open the data."),
                 ff_data_folder_get_path (folder));
  else if (!ff_key_file_fits (key, *secret))
    ff_archive_set_foreign_key (error, path);
  else
    return TRUE;
  return FALSE;
}

/**
 * ff_store_open:
 * @folder: the data folder; made where there is none
 * @secret: (nullable): what ff_passphrase_unlock() gave; not used where the database is not encrypted
 * @error: return location for an error of %FF_STORE_ERROR
 *
 * Takes the folder's lock, finishes a restore that was interrupted, checks the database where it is not as the last
 * Fourfold left it, makes a backup and migrates where its schema is older, and starts the writer.
 *
 * This may take long: call it in a thread. The store belongs to the default main context's thread afterwards.
 *
 * Returns: (transfer full): `NULL` with an error; what was in the folder is then as it was
 */
FfStore *
ff_store_open (const char *folder, FfSecret *secret, GError **error)
{
  g_autoptr (FfDataFolder) taken = NULL;
  g_autoptr (FfConnection) writing = NULL;
  g_autoptr (FfConnection) long_reading = NULL;
  g_autoptr (FfConnection) reading = NULL;
  g_autoptr (FfStore) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  taken = ff_data_folder_take (folder, error);
  if (taken == NULL || !ff_restoring_finish (taken, error) || !ff_sealing_finish (taken, error)
      || !check_key (taken, &secret, error))
    return NULL;
  writing = ff_opening_open_writer (taken, secret, error);
  if (writing == NULL)
    return NULL;
  reading = ff_connection_open (ff_data_folder_get_database (taken), FF_CONNECTION_READER, secret,
                                error);
  if (reading == NULL)
    return NULL;
  long_reading = ff_connection_open (ff_data_folder_get_database (taken), FF_CONNECTION_READER,
                                     secret, error);
  if (long_reading == NULL)
    return NULL;

  self = g_object_new (FF_TYPE_STORE, NULL);
  ff_connection_hand_over (reading);
  self->folder = g_steal_pointer (&taken);
  self->secret = secret != NULL ? ff_secret_ref (secret) : NULL;
  self->connection = g_steal_pointer (&reading);
  self->reader = ff_reader_new (g_steal_pointer (&long_reading));
  self->writer = ff_writer_new (g_steal_pointer (&writing), on_written, NULL);
  return g_steal_pointer (&self);
}

typedef struct
{
  char *folder;
  FfSecret *secret;
} FfStoreOpening;

static void
ff_store_opening_free (FfStoreOpening *opening)
{
  g_free (opening->folder);
  g_clear_pointer (&opening->secret, ff_secret_unref);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfStoreOpening *opening = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfStore) store = ff_store_open (opening->folder, opening->secret, &error);

  if (store != NULL)
    g_task_return_pointer (task, g_steal_pointer (&store), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ff_store_open_async (const char *folder,
                     FfSecret *secret,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  FfStoreOpening *opening;

  g_return_if_fail (folder != NULL);

  opening = g_new0 (FfStoreOpening, 1);
  opening->folder = g_strdup (folder);
  opening->secret = secret != NULL ? ff_secret_ref (secret) : NULL;

  g_task_set_source_tag (task, ff_store_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) ff_store_opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

FfStore *
ff_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ff_closing_finish (data);
  g_task_return_boolean (task, TRUE);
}

/**
 * ff_store_close_async:
 *
 * Refuses further reads and writes, waits for the writes queued before it, cancels long reads, and gives the folder
 * back. The callbacks of the writes come before this one's.
 */
void
ff_store_close_async (FfStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (FF_IS_STORE (self));

  g_task_set_source_tag (task, ff_store_close_async);
  g_task_set_task_data (task, begin_closing (self), NULL);
  g_task_run_in_thread (task, close_in_thread);
}

gboolean
ff_store_close_finish (FfStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * ff_store_get_folder:
 *
 * Returns: (nullable): the folder's absolute path; `NULL` once it is given back
 */
const char *
ff_store_get_folder (FfStore *self)
{
  g_return_val_if_fail (FF_IS_STORE (self), NULL);

  return self->folder != NULL ? ff_data_folder_get_path (self->folder) : NULL;
}

/**
 * ff_store_get_secret:
 *
 * Returns: (transfer none) (nullable): the key of the database; `NULL` where it is not encrypted
 */
FfSecret *
ff_store_get_secret (FfStore *self)
{
  g_return_val_if_fail (FF_IS_STORE (self), NULL);

  return self->secret;
}

static void
set_closed (GError **error)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_FAILED,
                       _ ("Fourfold is closing its data. Start it again to go on."));
}

FfConnection *
ff_store_get_connection (FfStore *self, GError **error)
{
  g_return_val_if_fail (FF_IS_STORE (self), NULL);

  if (self->connection == NULL)
    set_closed (error);
  return self->connection;
}

static void
refuse_closed (GTask *task, gpointer data, GDestroyNotify free_data)
{
  GError *error = NULL;

  set_closed (&error);
  g_task_return_error (task, error);
  if (free_data != NULL)
    free_data (data);
}

void
ff_store_write_async (FfStore *self,
                      FfWriteFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  ff_store_write_then_async (self, func, NULL, data, free_data, callback, user_data);
}

void
ff_store_write_then_async (FfStore *self,
                           FfWriteFunc func,
                           FfAfterFunc after,
                           gpointer data,
                           GDestroyNotify free_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_store_write_async);
  if (self->writer == NULL)
    {
      refuse_closed (task, data, free_data);
      return;
    }
  change_pending (self, 1);
  ff_writer_push (self->writer, task, func, after, data, free_data);
}

/**
 * ff_store_write_finish:
 *
 * The finish function of every write.
 *
 * Returns: %TRUE after COMMIT, and only then; %FALSE with an error when nothing of it was stored
 */
gboolean
ff_store_write_finish (FfStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ff_store_read_async (FfStore *self,
                     FfReadFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     GDestroyNotify free_result,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ff_store_read_async);
  if (self->reader == NULL)
    {
      refuse_closed (task, data, free_data);
      return;
    }
  ff_reader_push (self->reader, task, func, data, free_data, free_result);
}

gpointer
ff_store_read_finish (FfStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
ff_store_is_busy (FfStore *self)
{
  g_return_val_if_fail (FF_IS_STORE (self), FALSE);

  return self->pending > 0;
}
