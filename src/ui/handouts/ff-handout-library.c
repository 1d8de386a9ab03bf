/* ff-handout-library.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every handout there is, built in and own, read in a thread and kept true to the store.
 */

#include "ff-config.h"

#include "ff-handout-library.h"
#include "ff-handout-repository.h"

#define LIBRARY "ff-handout-library" /* of a context */

struct _FfHandoutLibrary
{
  GObject parent_instance;

  FfContext *context;
  GCancellable *cancellable; /* (nullable): of the reading under way */
  GPtrArray *built_in;       /* (element-type FfHandoutItem) (nullable): once read, they stay */
  GPtrArray *items;          /* (element-type FfHandoutItem) (nullable) */
  char *problem;             /* (nullable) */
};

enum
{
  SIGNAL_LISTED,
  SIGNAL_MARKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHandoutLibrary, ff_handout_library, G_TYPE_OBJECT)

static FfHandoutItem *
find_item (GPtrArray *items, const char *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (ff_handout_item_get_id (g_ptr_array_index (items, i)), id))
      return g_ptr_array_index (items, i);
  return NULL;
}

/* --- Reading, in a thread --- */

typedef struct
{
  GPtrArray *own;      /* (element-type FfOwnHandout) */
  GPtrArray *built_in; /* (element-type FfHandoutItem) (nullable): still to be read */
  GPtrArray *items;    /* (element-type FfHandoutItem) (nullable) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->own, g_ptr_array_unref);
  g_clear_pointer (&reading->built_in, g_ptr_array_unref);
  g_clear_pointer (&reading->items, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
add_language (GPtrArray *items, const char *language, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GPtrArray) handouts = ff_handout_load_all (catalogue, error);

  for (guint i = 0; handouts != NULL && i < handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (handouts, i);
      FfHandoutItem *item = find_item (items, ff_handout_get_id (handout));

      if (item != NULL)
        ff_handout_item_add_language (item, handout);
    }
  return handouts != NULL;
}

static GPtrArray *
read_built_in (FfCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) handouts = ff_handout_load_all (catalogue, error);
  g_auto (GStrv) languages = ff_catalogue_list_languages (NULL);

  if (handouts == NULL)
    return NULL;
  for (guint i = 0; i < handouts->len; i++)
    g_ptr_array_add (items, ff_handout_item_new (g_ptr_array_index (handouts, i)));
  for (gsize i = 0; languages[i] != NULL; i++)
    if (!g_str_equal (languages[i], ff_catalogue_get_language (catalogue))
        && !add_language (items, languages[i], error))
      return NULL;
  return g_steal_pointer (&items);
}

static void
add_own (GPtrArray *items, const FfOwnHandout *own, FfCatalogue *catalogue)
{
  g_autofree char *id = g_strconcat (FF_OWN_HANDOUT_PREFIX, own->uid, NULL);
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
  g_autoptr (FfHandout) handout
      = ff_handout_new_from_markdown (id, own->markdown, catalogue, problems);

  if (handout != NULL)
    g_ptr_array_add (items, ff_handout_item_new (handout));
  else
    g_message ("The handout “%s” cannot be read", own->title);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  GError *error = NULL;

  if (reading->built_in == NULL)
    reading->built_in = read_built_in (catalogue, &error);
  if (reading->built_in == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reading->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < reading->built_in->len; i++)
    g_ptr_array_add (reading->items, g_object_ref (reading->built_in->pdata[i]));
  for (guint i = 0; i < reading->own->len; i++)
    add_own (reading->items, g_ptr_array_index (reading->own, i), catalogue);
  g_task_return_boolean (task, TRUE);
}

/* --- On the main thread --- */

static FfStore *
get_store (FfHandoutLibrary *self)
{
  return ff_context_get_store (self->context);
}

static void
set_problem (FfHandoutLibrary *self, const GError *error)
{
  g_set_str (&self->problem, error->message);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
}

static gboolean
read_marks (FfHandoutLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) marks = ff_handout_repository_list_marks (get_store (self), error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    g_hash_table_insert (by_id, ((FfHandoutMark *) marks->pdata[i])->handout, marks->pdata[i]);
  for (guint i = 0; i < self->items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (self->items, i);
      const FfHandoutMark *mark = g_hash_table_lookup (by_id, ff_handout_item_get_id (item));

      ff_handout_item_set_favourite (item, mark != NULL && mark->favourite);
      ff_handout_item_set_last_used (item, mark != NULL ? mark->last_used : 0);
    }
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfHandoutLibrary *self = user_data;
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  /* Given up: another reading is under way, or the library is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->cancellable);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_pointer (&self->built_in, g_ptr_array_unref);
      self->built_in = g_ptr_array_ref (reading->built_in);
      g_clear_pointer (&self->items, g_ptr_array_unref);
      self->items = g_ptr_array_ref (reading->items);
      g_clear_pointer (&self->problem, g_free);
      if (read_marks (self, &error))
        g_signal_emit (self, signals[SIGNAL_LISTED], 0);
    }
  if (error != NULL)
    set_problem (self, error);
}

static void
read_all (FfHandoutLibrary *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = ff_handout_repository_list_own (get_store (self), &error);
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (own == NULL)
    {
      set_problem (self, error);
      return;
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->own = g_steal_pointer (&own);
  reading->built_in = self->built_in != NULL ? g_ptr_array_ref (self->built_in) : NULL;
  /* The thread keeps nothing of the library alive; it is given up with it. */
  task = g_task_new (NULL, self->cancellable, on_read, self);
  g_task_set_source_tag (task, read_all);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static gboolean
any_own (const char *const *ids)
{
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    if (g_str_has_prefix (ids[i], FF_OWN_HANDOUT_PREFIX))
      return TRUE;
  return FALSE;
}

static void
show_marks (FfHandoutLibrary *self)
{
  g_autoptr (GError) error = NULL;

  if (read_marks (self, &error))
    g_signal_emit (self, signals[SIGNAL_MARKED], 0);
  else
    set_problem (self, error);
}

static void
on_store_changed (FfHandoutLibrary *self, FfAggregate aggregate, const char *const *ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_HANDOUT:
      if (any_own (ids) || self->items == NULL)
        read_all (self);
      else
        show_marks (self);
      break;

    case FF_AGGREGATE_ALL:
      read_all (self);
      break;

    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      break;

    default:
      g_warn_if_reached ();
    }
}

static void
ff_handout_library_dispose (GObject *object)
{
  FfHandoutLibrary *self = FF_HANDOUT_LIBRARY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context != NULL)
    g_object_set_data (G_OBJECT (self->context), LIBRARY, NULL);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_handout_library_parent_class)->dispose (object);
}

static void
ff_handout_library_finalize (GObject *object)
{
  FfHandoutLibrary *self = FF_HANDOUT_LIBRARY (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->built_in, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (ff_handout_library_parent_class)->finalize (object);
}

static void
ff_handout_library_class_init (FfHandoutLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_handout_library_dispose;
  object_class->finalize = ff_handout_library_finalize;

  signals[SIGNAL_LISTED] = g_signal_new ("listed", FF_TYPE_HANDOUT_LIBRARY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MARKED] = g_signal_new ("marked", FF_TYPE_HANDOUT_LIBRARY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_handout_library_init (FfHandoutLibrary *self)
{
}

/**
 * ff_handout_library_get:
 * @context: what a view is handed
 *
 * Gives all views the same library, for as long as one of them keeps it. A new one begins to read; "listed" says when
 * that is done.
 *
 * Returns: (transfer full): the library
 */
FfHandoutLibrary *
ff_handout_library_get (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfHandoutLibrary *self = g_object_get_data (G_OBJECT (context), LIBRARY);

  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (FF_TYPE_HANDOUT_LIBRARY, NULL);
  self->context = g_object_ref (context);
  g_object_set_data (G_OBJECT (context), LIBRARY, self);
  g_signal_connect_object (get_store (self), "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  read_all (self);
  return self;
}

/**
 * ff_handout_library_get_items:
 * @self: the library
 *
 * Returns: (transfer none) (nullable) (element-type FfHandoutItem): %NULL until they are read, and where they cannot be
 */
GPtrArray *
ff_handout_library_get_items (FfHandoutLibrary *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (self), NULL);

  return self->items;
}

/**
 * ff_handout_library_get_problem:
 * @self: the library
 *
 * Returns: (nullable): why they cannot be read
 */
const char *
ff_handout_library_get_problem (FfHandoutLibrary *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (self), NULL);

  return self->problem;
}

/**
 * ff_handout_library_find:
 * @self: the library
 * @id: a handout's
 *
 * Returns: (transfer none) (nullable): the handout
 */
FfHandoutItem *
ff_handout_library_find (FfHandoutLibrary *self, const char *id)
{
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return self->items != NULL ? find_item (self->items, id) : NULL;
}
