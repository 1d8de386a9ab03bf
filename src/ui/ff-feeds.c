/* ff-feeds.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendar files of groups that are kept up to date, for others to subscribe to.
 */

#include "ff-config.h"

#include "ff-feeds.h"

#include <glib/gi18n-lib.h>

#include "ff-export.h"
#include "ff-schedule-repository.h"

#define KEY "feeds"

/* Changes often come several at once, and the start of the program belongs to the window. */
#define AFTER_MS 2000

struct _FfFeeds
{
  GObject parent_instance;

  FfStore *store;
  GSettings *settings;
  GCancellable *cancellable;
  GHashTable *told; /* groups whose failure was told */
  guint due_id;
  gboolean is_writing;
  gboolean again; /* something changed meanwhile */
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfFeeds, ff_feeds, G_TYPE_OBJECT)

/* What a thread is handed, and what it hands back. */
typedef struct
{
  FfSchedule *schedule;
  GVariant *paths;     /* a{ss}: group → path */
  GHashTable *results; /* group → sentence, or "" where it went well */
} Writing;

static void schedule_writing (FfFeeds *self, guint after);

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->schedule);
  g_variant_unref (writing->paths);
  g_hash_table_unref (writing->results);
  g_free (writing);
}

static FfSchedule *
choose_group (FfSchedule *schedule, const char *group)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  g_autofree guint8 *chosen = g_new0 (guint8, meetings->len + 1);

  for (guint i = 0; i < meetings->len; i++)
    chosen[i] = g_str_equal (ff_meeting_get_group (g_ptr_array_index (meetings, i)), group);
  return ff_schedule_choose (schedule, chosen);
}

/* A folder that is shared sends every file that is written, so one that would say the same is left alone. */
static gboolean
is_same (const char *path, const char *text)
{
  g_autofree char *before = NULL;

  return g_file_get_contents (path, &before, NULL, NULL) && g_str_equal (before, text);
}

static gboolean
write_file (FfSchedule *schedule, const char *group, const char *path, GError **error)
{
  const FfExportOptions options = { .format = FF_FORMAT_ICALENDAR };
  g_autoptr (FfSchedule) chosen = choose_group (schedule, group);
  g_autofree char *text = ff_export_write (chosen, &options, NULL, error);

  return text != NULL
         && (is_same (path, text)
             || g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644,
                                          error));
}

static char *
describe_failure (FfGroup *group, const char *path, const GError *error)
{
  g_autofree char *shown = g_filename_display_name (path);

  /* Translators: a group, a file, and the reason as the system gives it */
  return g_strdup_printf (_ ("The calendar of “%s” could not be written to “%s”. Choose another "
                             "place for it under Export. (%s)"),
                          ff_group_get_name (group), shown, error->message);
}

static void
write_files (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GVariantIter iter;
  const char *uid, *path;

  g_variant_iter_init (&iter, writing->paths);
  while (g_variant_iter_next (&iter, "{&s&s}", &uid, &path))
    {
      FfGroup *group = ff_schedule_find_group (writing->schedule, uid);
      g_autoptr (GError) error = NULL;

      /* A group that is gone keeps the last word that was said of it. */
      if (group == NULL || g_cancellable_is_cancelled (cancellable))
        continue;
      g_hash_table_insert (writing->results, g_strdup (uid),
                           write_file (writing->schedule, uid, path, &error)
                               ? g_strdup ("")
                               : describe_failure (group, path, error));
    }
  g_task_return_boolean (task, TRUE);
}

static void
tell (FfFeeds *self, const char *group, const char *message)
{
  if (*message == '\0')
    g_hash_table_remove (self->told, group);
  else if (g_hash_table_add (self->told, g_strdup (group)))
    g_signal_emit (self, signals[FAILED], 0, message);
}

static void
end_writing (FfFeeds *self)
{
  self->is_writing = FALSE;
  if (self->again && !g_cancellable_is_cancelled (self->cancellable))
    schedule_writing (self, AFTER_MS);
  self->again = FALSE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfFeeds *self = FF_FEEDS (source);
  Writing *writing = g_task_get_task_data (G_TASK (result));
  GHashTableIter iter;
  gpointer group, message;

  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_hash_table_iter_init (&iter, writing->results);
      while (g_hash_table_iter_next (&iter, &group, &message))
        tell (self, group, message);
    }
  end_writing (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfFeeds) self = FF_FEEDS (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule
      = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;
  Writing *writing;

  if (schedule == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[FAILED], 0, error->message);
      end_writing (self);
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->schedule = g_steal_pointer (&schedule);
  writing->paths = g_settings_get_value (self->settings, KEY);
  writing->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_files);
}

static gboolean
has_any (FfFeeds *self)
{
  g_autoptr (GVariant) paths = g_settings_get_value (self->settings, KEY);

  return g_variant_n_children (paths) > 0;
}

static gboolean
due_cb (gpointer user_data)
{
  FfFeeds *self = user_data;

  self->due_id = 0;
  if (!has_any (self) || ff_store_get_folder (self->store) == NULL)
    return G_SOURCE_REMOVE;
  if (self->is_writing)
    self->again = TRUE;
  else
    {
      self->is_writing = TRUE;
      ff_schedule_repository_read_async (self->store, NULL, self->cancellable, read_cb,
                                         g_object_ref (self));
    }
  return G_SOURCE_REMOVE;
}

static void
schedule_writing (FfFeeds *self, guint after)
{
  g_clear_handle_id (&self->due_id, g_source_remove);
  self->due_id = g_timeout_add (after, due_cb, self);
}

static void
store_changed_cb (FfFeeds *self, FfAggregate aggregate)
{
  if (aggregate != FF_AGGREGATE_SESSION)
    schedule_writing (self, AFTER_MS);
}

static void
settings_changed_cb (FfFeeds *self)
{
  /* Another place is tried, and a failure there is news. */
  g_hash_table_remove_all (self->told);
  schedule_writing (self, 0);
}

static void
ff_feeds_dispose (GObject *object)
{
  FfFeeds *self = FF_FEEDS (object);

  g_clear_handle_id (&self->due_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ff_feeds_parent_class)->dispose (object);
}

static void
ff_feeds_finalize (GObject *object)
{
  FfFeeds *self = FF_FEEDS (object);

  g_hash_table_unref (self->told);

  G_OBJECT_CLASS (ff_feeds_parent_class)->finalize (object);
}

static void
ff_feeds_class_init (FfFeedsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_feeds_dispose;
  object_class->finalize = ff_feeds_finalize;

  /**
   * FfFeeds::failed:
   * @message: a sentence that says why and what to do
   *
   * A file could not be written. It is told once, until it goes well again.
   */
  signals[FAILED] = g_signal_new ("failed", FF_TYPE_FEEDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ff_feeds_init (FfFeeds *self)
{
  self->cancellable = g_cancellable_new ();
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ff_feeds_new:
 * @store: the schedule, while it is open
 * @settings: says which group's meetings go to which file
 *
 * Writes each file soon after the start, and again after every change of the schedule; never with passcodes. A reader sees the old file or the
 * new one, nothing in between.
 *
 * Returns: (transfer full): what does so for as long as it is kept
 */
FfFeeds *
ff_feeds_new (FfStore *store, GSettings *settings)
{
  FfFeeds *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FF_TYPE_FEEDS, NULL);
  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  schedule_writing (self, AFTER_MS);
  return self;
}

/**
 * ff_feeds_get_path:
 * @settings: the settings of the program
 * @group: the uid of a group
 *
 * Returns: (transfer full) (nullable): the file to which its meetings are written; %NULL where nobody chose one
 */
char *
ff_feeds_get_path (GSettings *settings, const char *group)
{
  g_autoptr (GVariant) paths = g_settings_get_value (settings, KEY);
  char *path = NULL;

  g_variant_lookup (paths, group, "s", &path);
  return path;
}

/**
 * ff_feeds_set_path:
 * @settings: the settings of the program
 * @group: the uid of a group
 * @path: (nullable): the file to which its meetings are written from now on; %NULL for none
 *
 * A file that was chosen before stays as it is.
 */
void
ff_feeds_set_path (GSettings *settings, const char *group, const char *path)
{
  g_autoptr (GVariant) paths = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_path;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, paths);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &other_path))
    if (!g_str_equal (other, group))
      g_variant_builder_add (&builder, "{ss}", other, other_path);
  if (path != NULL)
    g_variant_builder_add (&builder, "{ss}", group, path);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
