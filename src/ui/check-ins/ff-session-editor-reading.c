/* ff-session-editor-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store has of a session, taken in without disturbing what is being written.
 */

#include "ff-session-editor-private.h"
#include "ff-session-repository.h"

/* Whoever came to one of the last sessions is offered; others are found by their alias. */
#define RECENT_SESSIONS 5

static const char *
uid_of (gpointer object)
{
  return FF_IS_CHECK_IN (object) ? ff_check_in_get_uid (object) : ff_plan_item_get_uid (object);
}

/* Another view may have made the session of this date first: then what is written here belongs to that one. */
void
ff_session_editor_adopt_stored_session (FfSessionEditor *self)
{
  if (self->stored || ff_session_get_meeting (self->session) == NULL)
    return;

  g_autoptr (FfSession) found
      = ff_session_repository_find (self->store, ff_session_get_meeting (self->session),
                                    ff_session_get_rule_time (self->session), NULL);
  if (found == NULL)
    return;

  self->stored = TRUE;
  if (g_str_equal (ff_session_get_uid (found), ff_session_get_uid (self->session)))
    return;

  ff_session_set_unnamed (found, ff_session_get_unnamed (self->session));
  ff_session_set_unnamed_newcomers (found, ff_session_get_unnamed_newcomers (self->session));
  g_autoptr (FfSession) blank = ff_session_new (NULL);
  ff_session_editor_take_handouts (found, blank, self->session);
  if (g_hash_table_remove (self->unsaved, self->session))
    g_hash_table_add (self->unsaved, g_object_ref (found));
  g_set_object (&self->session, found);

  const char *uid = ff_session_get_uid (found);
  guint n_check_ins = g_list_model_get_n_items (G_LIST_MODEL (self->check_ins));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->plan));
  guint n_review = g_list_model_get_n_items (G_LIST_MODEL (self->review));
  for (guint i = 0; i < n_check_ins; i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (G_LIST_MODEL (self->check_ins), i);
      ff_check_in_set_session (check_in, uid);
    }
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->plan), i);
      ff_plan_item_set_set_at (item, uid);
    }
  for (guint i = 0; i < n_review; i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->review), i);
      if (ff_plan_item_get_outcome (item) != FF_OUTCOME_OPEN)
        ff_plan_item_review (item, ff_plan_item_get_outcome (item), uid);
    }
}

static void
take_over (gpointer mine, gpointer fresh)
{
  if (FF_IS_CHECK_IN (mine))
    {
      ff_check_in_set_alias (mine, ff_check_in_get_alias (fresh));
      ff_check_in_take_words (mine, fresh);
    }
  else
    {
      ff_plan_item_set_alias (mine, ff_plan_item_get_alias (fresh));
      ff_plan_item_set_text (mine, ff_plan_item_get_text (fresh));
      ff_plan_item_set_position (mine, ff_plan_item_get_position (fresh));
      ff_plan_item_set_day (mine, ff_plan_item_get_day (fresh));
      ff_plan_item_review (mine, ff_plan_item_get_outcome (fresh),
                           ff_plan_item_get_reviewed_at (fresh));
    }
}

guint
ff_session_editor_find_uid (GListModel *model, const char *uid)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (model, i);
      if (g_str_equal (uid_of (object), uid))
        return i;
    }
  return G_MAXUINT;
}

/* Brings a list up to date with what is stored; what is being written or saved stays as it is. */
static void
merge (FfSessionEditor *self, GListStore *mine, GPtrArray *fresh)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  guint next = 0;

  for (guint i = 0; i < fresh->len; i++)
    {
      gpointer object = g_ptr_array_index (fresh, i);
      guint position = ff_session_editor_find_uid (G_LIST_MODEL (mine), uid_of (object));

      g_hash_table_add (there, (gpointer) uid_of (object));
      if (g_hash_table_contains (self->deleted, uid_of (object)))
        continue;
      if (position == G_MAXUINT)
        {
          g_list_store_insert (mine, next++, object);
          continue;
        }
      g_autoptr (GObject) known = g_list_model_get_item (G_LIST_MODEL (mine), position);
      if (!ff_session_editor_is_busy (self, known))
        take_over (known, object);
      next = position + 1;
    }

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (mine)); i > 0; i--)
    {
      g_autoptr (GObject) known = g_list_model_get_item (G_LIST_MODEL (mine), i - 1);
      if (!g_hash_table_contains (there, uid_of (known))
          && !ff_session_editor_is_busy (self, known))
        g_list_store_remove (mine, i - 1);
    }
}

static gboolean
load_recent (FfSessionEditor *self, GError **error)
{
  g_autoptr (GPtrArray) sessions
      = ff_session_repository_list (self->store, ff_session_get_group (self->session),
                                    RECENT_SESSIONS + 1, 0, error);

  if (sessions == NULL)
    return FALSE;
  g_hash_table_remove_all (self->recent);
  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_add (self->recent,
                      g_strdup (ff_session_get_uid (g_ptr_array_index (sessions, i))));
  return TRUE;
}

/**
 * ff_session_editor_load:
 * @self: the editor
 * @error: where to say why it could not be read
 *
 * Reads what the store has of the session; called again, it takes in what changed and leaves what is being written alone.
 *
 * Returns: whether it could be read
 */
gboolean
ff_session_editor_load (FfSessionEditor *self, GError **error)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), FALSE);

  ff_session_editor_adopt_stored_session (self);

  const char *uid = ff_session_get_uid (self->session);
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfSession) session = ff_session_repository_get (self->store, uid, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->stored = session != NULL;
  if (session != NULL && !ff_session_editor_is_busy (self, self->session))
    {
      ff_session_set_unnamed (self->session, ff_session_get_unnamed (session));
      ff_session_set_unnamed_newcomers (self->session, ff_session_get_unnamed_newcomers (session));
      ff_session_set_named (self->session,
                            ff_session_get_attendance (session) - ff_session_get_unnamed (session),
                            ff_session_get_newcomers (session)
                                - ff_session_get_unnamed_newcomers (session));
      ff_session_take_handouts (self->session, session);
      g_set_object (&self->read, session);
    }

  g_autoptr (GPtrArray) check_ins = ff_session_repository_list_check_ins (self->store, uid, error);
  if (check_ins == NULL)
    return FALSE;
  g_autoptr (GPtrArray) plan = ff_session_repository_list_plan_items (self->store, uid, error);
  if (plan == NULL)
    return FALSE;
  g_autoptr (GPtrArray) review = ff_session_repository_list_items_to_review (
      self->store, ff_session_get_group (self->session), ff_session_get_start (self->session), uid,
      error);
  if (review == NULL || !load_recent (self, error))
    return FALSE;

  merge (self, self->review, review);
  merge (self, self->plan, plan);
  merge (self, self->check_ins, check_ins);
  return TRUE;
}

/* (nullable) (transfer full) */
FfCheckIn *
ff_session_editor_find_check_in (FfSessionEditor *self, const char *participant, const char *alias)
{
  GListModel *model = G_LIST_MODEL (self->check_ins);
  g_autofree char *folded = alias != NULL ? g_utf8_casefold (alias, -1) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (model, i);

      if (g_strcmp0 (ff_check_in_get_participant (check_in), participant) == 0)
        return g_steal_pointer (&check_in);
      if (folded != NULL && ff_check_in_get_alias (check_in) != NULL)
        {
          g_autofree char *other = g_utf8_casefold (ff_check_in_get_alias (check_in), -1);
          if (g_str_equal (folded, other))
            return g_steal_pointer (&check_in);
        }
    }
  return NULL;
}

/**
 * ff_session_editor_list_returning:
 * @self: the editor
 *
 * What comes back with the people who were at one of the last sessions and have not checked in here yet.
 *
 * Returns: (element-type FfPlanItem) (transfer full): their items, those of a person next to each other
 */
GPtrArray *
ff_session_editor_list_returning (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);

  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (self->review);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (model, i);
      g_autoptr (FfCheckIn) here
          = ff_session_editor_find_check_in (self, ff_plan_item_get_participant (item), NULL);

      if (here == NULL && g_hash_table_contains (self->recent, ff_plan_item_get_set_at (item)))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}
