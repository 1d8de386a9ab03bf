/* ff-search-results.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search found, latest first, read a page at a time and kept up to date.
 */

#include "ff-search-results.h"

#define PAGE 50
#define MOST_KEPT_UP_TO_DATE 1000
/* What is typed in a note beside the list changes the store with each pause. */
#define REST_MILLISECONDS 400

struct _FfSearchHit
{
  GObject parent_instance;

  FfSearchResult *result;
};

G_DEFINE_FINAL_TYPE (FfSearchHit, ff_search_hit, G_TYPE_OBJECT)

static void
ff_search_hit_finalize (GObject *object)
{
  g_clear_pointer (&FF_SEARCH_HIT (object)->result, ff_search_result_free);
  G_OBJECT_CLASS (ff_search_hit_parent_class)->finalize (object);
}

static void
ff_search_hit_class_init (FfSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_search_hit_finalize;
}

static void
ff_search_hit_init (FfSearchHit *self)
{
}

const FfSearchResult *
ff_search_hit_get_result (FfSearchHit *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_HIT (self), NULL);

  return self->result;
}

struct _FfSearchResults
{
  GObject parent_instance;

  FfStore *store;
  FfSearchQuery *query;
  GListStore *hits;
  GCancellable *looking; /* (nullable): while a search is under way */
  guint offset;          /* of that search */
  guint rest;            /* source until the next look, 0 = none */
  FfSearchResultsState state;
  guint count;
  char *trouble;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSearchResults, ff_search_results, G_TYPE_OBJECT)

static void
set_state (FfSearchResults *self, FfSearchResultsState state, guint count)
{
  self->state = state;
  self->count = count;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop (FfSearchResults *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
show (FfSearchResults *self, GPtrArray *found, guint count)
{
  guint known = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    {
      FfSearchHit *hit = g_object_new (FF_TYPE_SEARCH_HIT, NULL);

      hit->result = g_steal_pointer (&found->pdata[i]);
      g_ptr_array_add (hits, hit);
    }
  g_ptr_array_set_free_func (found, NULL);
  g_list_store_splice (self->hits, self->offset, known - self->offset, hits->pdata, hits->len);
  set_state (self,
             g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0 ? FF_SEARCH_RESULTS_FOUND
                                                                      : FF_SEARCH_RESULTS_NOTHING,
             count);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSearchResults) self = user_data;
  g_autoptr (GError) error = NULL;
  guint count;
  g_autoptr (GPtrArray) found = ff_search_finish (FF_STORE (source), result, &count, &error);

  /* A newer search is under way already. */
  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  if (found != NULL)
    {
      show (self, found, count);
      return;
    }
  g_set_str (&self->trouble, error->message);
  set_state (self, FF_SEARCH_RESULTS_TROUBLE, 0);
}

static void
look (FfSearchResults *self, guint limit, guint offset)
{
  stop (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  self->looking = g_cancellable_new ();
  self->offset = offset;
  ff_search_async (self->store, self->query, limit, offset, self->looking, on_found,
                   g_object_ref (self));
}

static gboolean
on_rested (gpointer user_data)
{
  FfSearchResults *self = user_data;
  guint known = g_list_model_get_n_items (G_LIST_MODEL (self->hits));

  self->rest = 0;
  look (self, CLAMP (known, PAGE, MOST_KEPT_UP_TO_DATE), 0);
  return G_SOURCE_REMOVE;
}

static void
on_store_changed (FfSearchResults *self, FfAggregate aggregate, GStrv ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_ALL:
      if (self->state != FF_SEARCH_RESULTS_IDLE && self->rest == 0)
        self->rest = g_timeout_add (REST_MILLISECONDS, on_rested, self);
      break;
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      break;
    default:
      g_warn_if_reached ();
    }
}

static void
ff_search_results_dispose (GObject *object)
{
  FfSearchResults *self = FF_SEARCH_RESULTS (object);

  stop (self);
  g_clear_handle_id (&self->rest, g_source_remove);

  G_OBJECT_CLASS (ff_search_results_parent_class)->dispose (object);
}

static void
ff_search_results_finalize (GObject *object)
{
  FfSearchResults *self = FF_SEARCH_RESULTS (object);

  g_clear_object (&self->hits);
  g_clear_pointer (&self->query, ff_search_query_free);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_search_results_parent_class)->finalize (object);
}

static void
ff_search_results_class_init (FfSearchResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_search_results_dispose;
  object_class->finalize = ff_search_results_finalize;

  /**
   * FfSearchResults::changed:
   *
   * The state, the count or the query are others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FF_TYPE_SEARCH_RESULTS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_search_results_init (FfSearchResults *self)
{
  self->hits = g_list_store_new (FF_TYPE_SEARCH_HIT);
  self->query = g_new0 (FfSearchQuery, 1);
}

/**
 * ff_search_results_new:
 * @store: where to look
 *
 * Returns: (transfer full): results of nothing yet
 */
FfSearchResults *
ff_search_results_new (FfStore *store)
{
  FfSearchResults *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  self = g_object_new (FF_TYPE_SEARCH_RESULTS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_search_results_ask:
 * @query: what to look for; where it asks for nothing, nothing is shown
 *
 * Looks for it instead of what was asked before, whose search ends.
 */
void
ff_search_results_ask (FfSearchResults *self, const FfSearchQuery *query)
{
  g_return_if_fail (FF_IS_SEARCH_RESULTS (self));
  g_return_if_fail (query != NULL);

  g_clear_pointer (&self->query, ff_search_query_free);
  self->query = ff_search_query_copy (query);
  if (ff_search_query_asks (query))
    {
      look (self, PAGE, 0);
      set_state (self, FF_SEARCH_RESULTS_BUSY, self->count);
      return;
    }
  stop (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_list_store_remove_all (self->hits);
  set_state (self, FF_SEARCH_RESULTS_IDLE, 0);
}

void
ff_search_results_ask_again (FfSearchResults *self)
{
  g_autoptr (FfSearchQuery) query = NULL;

  g_return_if_fail (FF_IS_SEARCH_RESULTS (self));

  query = ff_search_query_copy (self->query);
  ff_search_results_ask (self, query);
}

/**
 * ff_search_results_load_more:
 *
 * Reads the next, older page, unless a search is under way or there is nothing older.
 */
void
ff_search_results_load_more (FfSearchResults *self)
{
  guint known;

  g_return_if_fail (FF_IS_SEARCH_RESULTS (self));

  known = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  if (self->state == FF_SEARCH_RESULTS_FOUND && self->looking == NULL
      && (known < self->count || self->count > FF_SEARCH_MOST_COUNTED))
    look (self, PAGE, known);
}

GListModel *
ff_search_results_get_model (FfSearchResults *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_RESULTS (self), NULL);

  return G_LIST_MODEL (self->hits);
}

const FfSearchQuery *
ff_search_results_get_query (FfSearchResults *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_RESULTS (self), NULL);

  return self->query;
}

FfSearchResultsState
ff_search_results_get_state (FfSearchResults *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_RESULTS (self), FF_SEARCH_RESULTS_IDLE);

  return self->state;
}

guint
ff_search_results_get_count (FfSearchResults *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_RESULTS (self), 0);

  return self->count;
}

const char *
ff_search_results_get_trouble (FfSearchResults *self)
{
  g_return_val_if_fail (FF_IS_SEARCH_RESULTS (self), NULL);

  return self->trouble;
}
