/* ff-session-history.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sessions of a group or of all groups, latest first, read a page at a time and kept up to date.
 */

#include "ff-session-history.h"

#include "ff-group-repository.h"
#include "ff-session-repository.h"

#define PAGE 50

struct _FfSessionHistory
{
  GObject parent_instance;

  FfStore *store;
  char *group;       /* (nullable) */
  GHashTable *names; /* group uid → name */
  GListStore *summaries;
  gboolean complete; /* there is nothing older */
};

enum
{
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSessionHistory, ff_session_history, G_TYPE_OBJECT)

static void
load_names (FfSessionHistory *self)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (self->store, NULL);

  g_hash_table_remove_all (self->names);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      g_hash_table_insert (self->names, g_strdup (ff_group_get_uid (group)),
                           g_strdup (ff_group_get_name (group)));
    }
}

/* (nullable) (transfer full): the summaries of @sessions */
static GPtrArray *
summarize (FfSessionHistory *self, GPtrArray *sessions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts
      = ff_session_repository_count_check_ins (self->store, sessions, &error);
  GPtrArray *summaries = g_ptr_array_new_with_free_func (g_object_unref);

  if (counts == NULL)
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
  for (guint i = 0; i < sessions->len; i++)
    {
      FfSession *session = g_ptr_array_index (sessions, i);
      const char *name = g_hash_table_lookup (self->names, ff_session_get_group (session));
      guint n = 0;

      if (counts != NULL)
        n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ff_session_get_uid (session)));
      g_ptr_array_add (summaries, ff_session_summary_new (session, name != NULL ? name : "", n));
    }
  return summaries;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b, gpointer data)
{
  FfSession *left = ff_session_summary_get_session (FF_SESSION_SUMMARY ((gpointer) a));
  FfSession *right = ff_session_summary_get_session (FF_SESSION_SUMMARY ((gpointer) b));

  return ff_wall_time_compare (ff_session_get_start (right), ff_session_get_start (left));
}

static guint
find_position (FfSessionHistory *self, const char *uid)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->summaries)); i++)
    {
      g_autoptr (FfSessionSummary) summary
          = g_list_model_get_item (G_LIST_MODEL (self->summaries), i);
      if (g_str_equal (ff_session_get_uid (ff_session_summary_get_session (summary)), uid))
        return i;
    }
  return G_MAXUINT;
}

static void
remove_at (FfSessionHistory *self, guint position)
{
  if (position != G_MAXUINT)
    g_list_store_remove (self->summaries, position);
}

static gboolean
is_older_than_all (FfSessionHistory *self, FfSessionSummary *summary)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->summaries));

  if (n == 0)
    return TRUE;
  g_autoptr (FfSessionSummary) last = g_list_model_get_item (G_LIST_MODEL (self->summaries), n - 1);
  return compare_latest_first (last, summary, NULL) < 0;
}

/* One session was written or taken out. */
static void
refresh (FfSessionHistory *self, const char *uid)
{
  guint position = find_position (self, uid);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSession) session = ff_session_repository_get (self->store, uid, &error);

  if (error != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
      return;
    }
  if (session == NULL
      || (self->group != NULL && !g_str_equal (ff_session_get_group (session), self->group)))
    {
      remove_at (self, position);
      return;
    }

  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (FfSessionSummary) known = NULL;
  g_ptr_array_add (sessions, session);
  g_autoptr (GPtrArray) summaries = summarize (self, sessions);
  FfSessionSummary *fresh = g_ptr_array_index (summaries, 0);
  if (position != G_MAXUINT)
    known = g_list_model_get_item (G_LIST_MODEL (self->summaries), position);
  if (known != NULL && compare_latest_first (known, fresh, NULL) == 0)
    {
      ff_session_summary_set_n_check_ins (known, ff_session_summary_get_n_check_ins (fresh));
      return;
    }
  remove_at (self, position);
  if (!self->complete && is_older_than_all (self, fresh))
    return; /* comes with its page */
  g_list_store_insert_sorted (self->summaries, fresh, compare_latest_first, NULL);
}

static void
start_again (FfSessionHistory *self)
{
  load_names (self);
  self->complete = FALSE;
  g_list_store_remove_all (self->summaries);
  ff_session_history_load_more (self);
}

static void
on_store_changed (FfSessionHistory *self, FfAggregate aggregate, GStrv ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        refresh (self, ids[i]);
      break;
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_ALL:
      start_again (self);
      break;
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_PARTICIPANT:
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
ff_session_history_finalize (GObject *object)
{
  FfSessionHistory *self = FF_SESSION_HISTORY (object);

  g_clear_object (&self->summaries);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->group, g_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ff_session_history_parent_class)->finalize (object);
}

static void
ff_session_history_class_init (FfSessionHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_session_history_finalize;

  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_SESSION_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ff_session_history_init (FfSessionHistory *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->summaries = g_list_store_new (FF_TYPE_SESSION_SUMMARY);
}

/**
 * ff_session_history_new:
 * @store: where the sessions are
 * @group: (nullable): a group's uid, or %NULL for all groups
 *
 * Returns: (transfer full): the history, its first page read
 */
FfSessionHistory *
ff_session_history_new (FfStore *store, const char *group)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  FfSessionHistory *self = g_object_new (FF_TYPE_SESSION_HISTORY, NULL);

  self->store = g_object_ref (store);
  self->group = g_strdup (group);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  start_again (self);
  return self;
}

/**
 * ff_session_history_get_model:
 * @self: the history
 *
 * Returns: (transfer none): a list of #FfSessionSummary, latest first
 */
GListModel *
ff_session_history_get_model (FfSessionHistory *self)
{
  g_return_val_if_fail (FF_IS_SESSION_HISTORY (self), NULL);
  return G_LIST_MODEL (self->summaries);
}

/**
 * ff_session_history_load_more:
 * @self: the history
 *
 * Reads the next, older page.
 *
 * Returns: whether there was one
 */
gboolean
ff_session_history_load_more (FfSessionHistory *self)
{
  g_return_val_if_fail (FF_IS_SESSION_HISTORY (self), FALSE);

  if (self->complete)
    return FALSE;

  g_autoptr (GError) error = NULL;
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->summaries));
  g_autoptr (GPtrArray) sessions
      = ff_session_repository_list (self->store, self->group, PAGE, n_known, &error);
  if (sessions == NULL)
    {
      self->complete = TRUE;
      g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
      return FALSE;
    }
  self->complete = sessions->len < PAGE;
  g_autoptr (GPtrArray) summaries = summarize (self, sessions);
  g_list_store_splice (self->summaries, n_known, 0, summaries->pdata, summaries->len);
  return summaries->len > 0;
}
