/* ff-session-editor.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One session's check-ins and plans while somebody writes in them: what still has to be saved, and how that went. No widgets.
 */

#include "ff-session-editor.h"

#include <string.h>

#include "ff-session-repository.h"

/* Saves wait for a pause in the typing, but not for ever. */
#define PAUSE_MS 400
#define LONGEST_WAIT_US (2 * G_USEC_PER_SEC)

/* Whoever came to one of the last sessions is offered; others are found by their alias. */
#define RECENT_SESSIONS 5

struct _FfSessionEditor
{
  GObject parent_instance;

  FfStore *store;
  FfSession *session;
  gboolean stored; /* the session is in the database */

  GListStore *check_ins; /* FfCheckIn, in the order they were written */
  GListStore *plan;      /* FfPlanItem set here */
  GListStore *review;    /* FfPlanItem set earlier, of everybody in the group */
  GHashTable *recent;    /* uids of the sessions before this one */

  GHashTable *unsaved;   /* objects changed since they were last handed to the store */
  GHashTable *under_way; /* object → how many saves of it are queued */
  GHashTable *deleted;   /* uids whose delete is queued */
  guint timeout;
  gint64 first_change; /* monotonic time of the oldest change that waits */

  FfSaveState state;
  char *message;
};

enum
{
  SIGNAL_STATE_CHANGED,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSessionEditor, ff_session_editor, G_TYPE_OBJECT)

/* A write that the store has been given; it keeps the editor alive until it is done. */
typedef struct
{
  FfSessionEditor *editor;
  GObject *object; /* (nullable): what is saved */
  char *uid;       /* (nullable): what is deleted */
} Write;

static Write *
write_new (FfSessionEditor *self, GObject *object, const char *uid)
{
  Write *write = g_new0 (Write, 1);

  write->editor = g_object_ref (self);
  g_set_object (&write->object, object);
  write->uid = g_strdup (uid);
  return write;
}

static void
write_free (Write *write)
{
  g_clear_object (&write->editor);
  g_clear_object (&write->object);
  g_free (write->uid);
  g_free (write);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static const char *
uid_of (gpointer object)
{
  return FF_IS_CHECK_IN (object) ? ff_check_in_get_uid (object) : ff_plan_item_get_uid (object);
}

static gboolean
is_busy (FfSessionEditor *self, gpointer object)
{
  return g_hash_table_contains (self->unsaved, object)
         || g_hash_table_contains (self->under_way, object);
}

/* A plan item that is blank just now waits for words, or to be taken out. */
static gboolean
can_be_saved (GObject *object)
{
  if (!FF_IS_PLAN_ITEM (object))
    return TRUE;

  g_autofree char *text = g_strdup (ff_plan_item_get_text (FF_PLAN_ITEM (object)));
  return *g_strstrip (text) != '\0';
}

static gboolean
has_waiting (FfSessionEditor *self)
{
  GHashTableIter iter;
  gpointer object;

  if (g_hash_table_size (self->under_way) > 0)
    return TRUE;
  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (can_be_saved (object))
      return TRUE;
  return FALSE;
}

static void
update_state (FfSessionEditor *self)
{
  gboolean waits = has_waiting (self);
  FfSaveState state = self->state;

  if (self->message != NULL && waits)
    state = FF_SAVE_FAILED;
  else if (waits)
    state = FF_SAVE_PENDING;
  else if (state != FF_SAVE_NOTHING)
    state = FF_SAVE_DONE;

  if (state == self->state && state != FF_SAVE_FAILED)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_STATE_CHANGED], 0);
}

/* Another view may have made the session of this date first: then what is written here belongs to that one. */
static void
adopt_stored_session (FfSessionEditor *self)
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

  ff_session_set_attendance (found, ff_session_get_attendance (self->session));
  ff_session_set_newcomers (found, ff_session_get_newcomers (self->session));
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

/* --- Saving --- */

static void
finish_save (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Write) write = user_data;
  g_autoptr (GError) error = NULL;
  FfSessionEditor *self = write->editor;
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->under_way, write->object));

  if (count > 1)
    g_hash_table_insert (self->under_way, g_object_ref (write->object),
                         GUINT_TO_POINTER (count - 1));
  else
    g_hash_table_remove (self->under_way, write->object);

  if (ff_store_write_finish (self->store, result, &error))
    self->stored = TRUE;
  else
    {
      g_hash_table_add (self->unsaved, g_object_ref (write->object));
      g_set_str (&self->message, error->message);
      adopt_stored_session (self);
    }
  update_state (self);
}

static void
save_session (FfSessionEditor *self, Write *write)
{
  g_autoptr (FfSession) fresh = NULL;

  /* The tools may have been chosen elsewhere in the meantime. */
  if (self->stored)
    fresh = ff_session_repository_get (self->store, ff_session_get_uid (self->session), NULL);
  if (fresh != NULL)
    ff_session_set_handouts (self->session, ff_session_get_handouts (fresh));
  ff_session_repository_save_async (self->store, self->session, finish_save, write);
}

static void
save (FfSessionEditor *self, GObject *object)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->under_way, object));
  Write *write = write_new (self, object, NULL);

  g_hash_table_insert (self->under_way, g_object_ref (object), GUINT_TO_POINTER (count + 1));
  if (FF_IS_CHECK_IN (object))
    {
      FfCheckIn *check_in = FF_CHECK_IN (object);
      g_autoptr (FfParticipant) participant
          = ff_participant_new (ff_check_in_get_participant (check_in));

      /* Stored with it where there is no such person yet, or not any more. */
      ff_participant_set_group (participant, ff_session_get_group (self->session));
      ff_participant_set_alias (participant, ff_check_in_get_alias (check_in));
      ff_session_repository_save_check_in_async (self->store, check_in, self->session, participant,
                                                 finish_save, write);
    }
  else if (FF_IS_PLAN_ITEM (object))
    ff_session_repository_save_plan_item_async (self->store, FF_PLAN_ITEM (object), finish_save,
                                                write);
  else
    save_session (self, write);
}

static void
save_all_of (FfSessionEditor *self, GListModel *model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (model, i);
      if (can_be_saved (object) && g_hash_table_remove (self->unsaved, object))
        save (self, object);
    }
}

/* In the order in which one refers to the other. */
static void
save_unsaved (FfSessionEditor *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->message, g_free);
  self->first_change = 0;
  adopt_stored_session (self);
  if (g_hash_table_remove (self->unsaved, self->session))
    save (self, G_OBJECT (self->session));
  save_all_of (self, G_LIST_MODEL (self->check_ins));
  save_all_of (self, G_LIST_MODEL (self->plan));
  save_all_of (self, G_LIST_MODEL (self->review));
  update_state (self);
}

static gboolean
on_pause (gpointer data)
{
  FfSessionEditor *self = data;

  self->timeout = 0;
  save_unsaved (self);
  return G_SOURCE_REMOVE;
}

static void
touch (FfSessionEditor *self, gpointer object)
{
  gint64 now = g_get_monotonic_time ();

  g_hash_table_add (self->unsaved, g_object_ref (object));
  if (self->first_change == 0)
    self->first_change = now;
  if (self->timeout == 0 || now - self->first_change < LONGEST_WAIT_US)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      self->timeout = g_timeout_add (PAUSE_MS, on_pause, self);
    }
  update_state (self);
}

/* --- Reading --- */

static void
take_over (gpointer mine, gpointer fresh)
{
  if (FF_IS_CHECK_IN (mine))
    {
      ff_check_in_set_alias (mine, ff_check_in_get_alias (fresh));
      ff_check_in_set_note (mine, ff_check_in_get_note (fresh));
      ff_check_in_set_urge (mine, ff_check_in_get_urge (fresh));
    }
  else
    {
      ff_plan_item_set_alias (mine, ff_plan_item_get_alias (fresh));
      ff_plan_item_set_text (mine, ff_plan_item_get_text (fresh));
      ff_plan_item_set_position (mine, ff_plan_item_get_position (fresh));
      ff_plan_item_review (mine, ff_plan_item_get_outcome (fresh),
                           ff_plan_item_get_reviewed_at (fresh));
    }
}

static guint
find_uid (GListModel *model, const char *uid)
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
      guint position = find_uid (G_LIST_MODEL (mine), uid_of (object));

      g_hash_table_add (there, (gpointer) uid_of (object));
      if (g_hash_table_contains (self->deleted, uid_of (object)))
        continue;
      if (position == G_MAXUINT)
        {
          g_list_store_insert (mine, next++, object);
          continue;
        }
      g_autoptr (GObject) known = g_list_model_get_item (G_LIST_MODEL (mine), position);
      if (!is_busy (self, known))
        take_over (known, object);
      next = position + 1;
    }

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (mine)); i > 0; i--)
    {
      g_autoptr (GObject) known = g_list_model_get_item (G_LIST_MODEL (mine), i - 1);
      if (!g_hash_table_contains (there, uid_of (known)) && !is_busy (self, known))
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

  adopt_stored_session (self);

  const char *uid = ff_session_get_uid (self->session);
  g_autoptr (GError) problem = NULL;
  g_autoptr (FfSession) session = ff_session_repository_get (self->store, uid, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->stored = session != NULL;
  if (session != NULL && !is_busy (self, self->session))
    {
      ff_session_set_attendance (self->session, ff_session_get_attendance (session));
      ff_session_set_newcomers (self->session, ff_session_get_newcomers (session));
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

static void
on_store_changed (FfSessionEditor *self, FfAggregate aggregate, GStrv ids)
{
  gboolean ours = aggregate == FF_AGGREGATE_ALL;

  if (aggregate == FF_AGGREGATE_SESSION)
    ours = !self->stored || ids == NULL
           || g_strv_contains ((const char *const *) ids, ff_session_get_uid (self->session));
  if (!ours)
    return;

  g_autoptr (GError) error = NULL;
  if (!ff_session_editor_load (self, &error))
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
}

/* --- The object --- */

static void
ff_session_editor_dispose (GObject *object)
{
  FfSessionEditor *self = FF_SESSION_EDITOR (object);

  if (self->timeout != 0)
    {
      /* The writes hold references to the editor, which then goes when the last of them is done. */
      save_unsaved (self);
    }
  G_OBJECT_CLASS (ff_session_editor_parent_class)->dispose (object);
}

static void
ff_session_editor_finalize (GObject *object)
{
  FfSessionEditor *self = FF_SESSION_EDITOR (object);

  g_clear_object (&self->check_ins);
  g_clear_object (&self->plan);
  g_clear_object (&self->review);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  g_clear_pointer (&self->unsaved, g_hash_table_unref);
  g_clear_pointer (&self->under_way, g_hash_table_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
  g_clear_pointer (&self->message, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ff_session_editor_parent_class)->finalize (object);
}

static void
ff_session_editor_class_init (FfSessionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_session_editor_dispose;
  object_class->finalize = ff_session_editor_finalize;

  signals[SIGNAL_STATE_CHANGED]
      = g_signal_new ("state-changed", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_SESSION_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ff_session_editor_init (FfSessionEditor *self)
{
  self->check_ins = g_list_store_new (FF_TYPE_CHECK_IN);
  self->plan = g_list_store_new (FF_TYPE_PLAN_ITEM);
  self->review = g_list_store_new (FF_TYPE_PLAN_ITEM);
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->under_way = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ff_session_editor_new:
 * @store: where it is kept
 * @session: the session, which need not be stored yet: it comes into being with the first thing that is written
 *
 * Returns: (transfer full): an editor that has read nothing yet
 */
FfSessionEditor *
ff_session_editor_new (FfStore *store, FfSession *session)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_SESSION (session), NULL);

  FfSessionEditor *self = g_object_new (FF_TYPE_SESSION_EDITOR, NULL);

  self->store = g_object_ref (store);
  self->session = ff_session_copy (session);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_session_editor_get_session:
 * @self: the editor
 *
 * Returns: (transfer none): the session; another object when one of the same date turned out to be stored already
 */
FfSession *
ff_session_editor_get_session (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return self->session;
}

/**
 * ff_session_editor_get_state:
 * @self: the editor
 *
 * Returns: how far the saving is; %FF_SAVE_DONE only after COMMIT
 */
FfSaveState
ff_session_editor_get_state (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), FF_SAVE_NOTHING);
  return self->state;
}

/**
 * ff_session_editor_get_message:
 * @self: the editor
 *
 * Returns: (nullable): why the last save failed and what to do, in the store's words
 */
const char *
ff_session_editor_get_message (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return self->message;
}

/**
 * ff_session_editor_get_check_ins:
 * @self: the editor
 *
 * Returns: (transfer none): a list of #FfCheckIn in the order they were written
 */
GListModel *
ff_session_editor_get_check_ins (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->check_ins);
}

/**
 * ff_session_editor_get_plan:
 * @self: the editor
 *
 * Returns: (transfer none): a list of the #FfPlanItem of everybody, set at this session
 */
GListModel *
ff_session_editor_get_plan (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->plan);
}

/**
 * ff_session_editor_get_review:
 * @self: the editor
 *
 * Returns: (transfer none): a list of the #FfPlanItem that come back from earlier sessions
 */
GListModel *
ff_session_editor_get_review (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  return G_LIST_MODEL (self->review);
}

/* (nullable) (transfer full) */
static FfCheckIn *
find_check_in (FfSessionEditor *self, const char *participant, const char *alias)
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
      g_autoptr (FfCheckIn) here = find_check_in (self, ff_plan_item_get_participant (item), NULL);

      if (here == NULL && g_hash_table_contains (self->recent, ff_plan_item_get_set_at (item)))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return items;
}

/**
 * ff_session_editor_add_person:
 * @self: the editor
 * @alias: what they are called; a person who came before is known by it, whatever the case
 * @already_here: (out) (optional): whether they had checked in before
 * @error: where to say why the store could not be asked
 *
 * Gives the person's check-in, and makes and saves it where there was none.
 *
 * Returns: (transfer none) (nullable): the check-in; %NULL without error where @alias is blank
 */
FfCheckIn *
ff_session_editor_add_person (FfSessionEditor *self,
                              const char *alias,
                              gboolean *already_here,
                              GError **error)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);
  g_return_val_if_fail (alias != NULL, NULL);

  g_autofree char *name = g_strstrip (g_strdup (alias));
  g_autoptr (FfParticipant) participant = NULL;
  g_autoptr (GError) problem = NULL;

  if (already_here != NULL)
    *already_here = FALSE;
  if (*name == '\0')
    return NULL;
  participant
      = ff_session_repository_find_participant (self->store, ff_session_get_group (self->session),
                                                name, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  g_autoptr (FfCheckIn) check_in
      = find_check_in (self, participant != NULL ? ff_participant_get_uid (participant) : "", name);
  if (check_in != NULL)
    {
      if (already_here != NULL)
        *already_here = TRUE;
      return check_in; /* the list holds it */
    }

  if (participant == NULL)
    {
      participant = ff_participant_new (NULL);
      ff_participant_set_group (participant, ff_session_get_group (self->session));
      ff_participant_set_alias (participant, name);
    }
  check_in = ff_check_in_new (NULL);
  ff_check_in_set_session (check_in, ff_session_get_uid (self->session));
  ff_check_in_set_participant (check_in, ff_participant_get_uid (participant));
  ff_check_in_set_alias (check_in, ff_participant_get_alias (participant));
  g_hash_table_add (self->unsaved, g_object_ref (check_in));
  g_list_store_append (self->check_ins, check_in);
  save_unsaved (self);
  return check_in; /* the list holds it */
}

/**
 * ff_session_editor_set_note:
 * @self: the editor
 * @check_in: one of its check-ins
 * @note: what the person brings; "" for nothing
 */
void
ff_session_editor_set_note (FfSessionEditor *self, FfCheckIn *check_in, const char *note)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (g_strcmp0 (ff_check_in_get_note (check_in), note) == 0)
    return;
  ff_check_in_set_note (check_in, note);
  touch (self, check_in);
}

/**
 * ff_session_editor_set_urge:
 * @self: the editor
 * @check_in: one of its check-ins
 * @urge: 0 to 10, or %FF_CHECK_IN_NO_URGE
 */
void
ff_session_editor_set_urge (FfSessionEditor *self, FfCheckIn *check_in, int urge)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_check_in_get_urge (check_in) == urge)
    return;
  ff_check_in_set_urge (check_in, urge);
  touch (self, check_in);
}

/**
 * ff_session_editor_review:
 * @self: the editor
 * @item: an item that came back
 * @outcome: how it went; %FF_OUTCOME_OPEN takes the mark back
 */
void
ff_session_editor_review (FfSessionEditor *self, FfPlanItem *item, FfOutcome outcome)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_plan_item_get_outcome (item) == outcome)
    return;
  ff_plan_item_review (item, outcome,
                       outcome == FF_OUTCOME_OPEN ? NULL : ff_session_get_uid (self->session));
  touch (self, item);
}

/**
 * ff_session_editor_add_plan_item:
 * @self: the editor
 * @check_in: whose plan it is
 * @text: what they mean to do; not blank
 *
 * Returns: (transfer none): the item, which is saved like everything else
 */
FfPlanItem *
ff_session_editor_add_plan_item (FfSessionEditor *self, FfCheckIn *check_in, const char *text)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), NULL);

  g_autoptr (FfPlanItem) item = ff_plan_item_new (NULL);
  guint position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plan)); i++)
    {
      g_autoptr (FfPlanItem) other = g_list_model_get_item (G_LIST_MODEL (self->plan), i);
      if (g_str_equal (ff_plan_item_get_participant (other),
                       ff_check_in_get_participant (check_in)))
        position = MAX (position, ff_plan_item_get_position (other) + 1);
    }
  ff_plan_item_set_participant (item, ff_check_in_get_participant (check_in));
  ff_plan_item_set_alias (item, ff_check_in_get_alias (check_in));
  ff_plan_item_set_set_at (item, ff_session_get_uid (self->session));
  ff_plan_item_set_text (item, text);
  ff_plan_item_set_position (item, position);
  g_list_store_append (self->plan, item);
  touch (self, item);
  return item; /* the list holds it */
}

/**
 * ff_session_editor_set_plan_text:
 * @self: the editor
 * @item: one of its plan items
 * @text: what the person means to do; while it is blank, what was saved last stays stored
 */
void
ff_session_editor_set_plan_text (FfSessionEditor *self, FfPlanItem *item, const char *text)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (g_strcmp0 (ff_plan_item_get_text (item), text) == 0)
    return;
  ff_plan_item_set_text (item, text);
  touch (self, item);
}

static void
finish_delete (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Write) write = user_data;
  g_autoptr (GError) error = NULL;
  FfSessionEditor *self = write->editor;

  if (write->uid != NULL)
    g_hash_table_remove (self->deleted, write->uid);
  if (!ff_store_write_finish (self->store, result, &error))
    {
      ff_session_editor_load (self, NULL);
      g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
    }
}

/**
 * ff_session_editor_delete_plan_item:
 * @self: the editor
 * @item: one of its plan items
 *
 * Takes it out at once; ff_session_editor_restore_plan_item() puts it back.
 */
void
ff_session_editor_delete_plan_item (FfSessionEditor *self, FfPlanItem *item)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  guint position;

  if (!g_list_store_find (self->plan, item, &position))
    return;
  g_autoptr (FfPlanItem) kept = g_object_ref (item);
  g_hash_table_remove (self->unsaved, item);
  g_hash_table_add (self->deleted, g_strdup (ff_plan_item_get_uid (item)));
  g_list_store_remove (self->plan, position);
  ff_session_repository_delete_plan_item_async (
      self->store, ff_plan_item_get_uid (kept), finish_delete,
      write_new (self, NULL, ff_plan_item_get_uid (kept)));
  update_state (self);
}

/**
 * ff_session_editor_restore_plan_item:
 * @self: the editor
 * @item: an item that was deleted
 */
void
ff_session_editor_restore_plan_item (FfSessionEditor *self, FfPlanItem *item)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  guint position = 0;

  g_hash_table_remove (self->deleted, ff_plan_item_get_uid (item));
  if (find_uid (G_LIST_MODEL (self->plan), ff_plan_item_get_uid (item)) != G_MAXUINT)
    return;
  for (; position < g_list_model_get_n_items (G_LIST_MODEL (self->plan)); position++)
    {
      g_autoptr (FfPlanItem) other = g_list_model_get_item (G_LIST_MODEL (self->plan), position);
      if (g_str_equal (ff_plan_item_get_participant (other), ff_plan_item_get_participant (item))
          && ff_plan_item_get_position (other) > ff_plan_item_get_position (item))
        break;
    }
  g_list_store_insert (self->plan, position, item);
  touch (self, item);
  save_unsaved (self);
}

/**
 * ff_session_editor_delete_check_in:
 * @self: the editor
 * @check_in: one of its check-ins
 *
 * Takes it out at once, with the plan set here, after saving what was typed last so that an undo brings that back too.
 */
void
ff_session_editor_delete_check_in (FfSessionEditor *self, FfCheckIn *check_in)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  guint position;

  if (!g_list_store_find (self->check_ins, check_in, &position))
    return;
  save_unsaved (self);

  g_autofree char *uid = g_strdup (ff_check_in_get_uid (check_in));
  g_hash_table_remove (self->unsaved, check_in);
  g_hash_table_add (self->deleted, g_strdup (uid));
  g_list_store_remove (self->check_ins, position);
  ff_session_repository_delete_check_in_async (self->store, uid, finish_delete,
                                               write_new (self, NULL, uid));
  update_state (self);
}

/**
 * ff_session_editor_restore_check_in:
 * @self: the editor
 * @uid: of a check-in deleted since the program was started
 */
void
ff_session_editor_restore_check_in (FfSessionEditor *self, const char *uid)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));
  ff_session_repository_restore_check_in_async (self->store, uid, finish_delete,
                                                write_new (self, NULL, NULL));
}

/**
 * ff_session_editor_set_attendance:
 * @self: the editor
 * @attendance: people who came; -1 for not counted
 */
void
ff_session_editor_set_attendance (FfSessionEditor *self, int attendance)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_session_get_attendance (self->session) == attendance)
    return;
  ff_session_set_attendance (self->session, attendance);
  touch (self, self->session);
}

/**
 * ff_session_editor_set_newcomers:
 * @self: the editor
 * @newcomers: how many of them were new; -1 for not counted
 */
void
ff_session_editor_set_newcomers (FfSessionEditor *self, int newcomers)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_session_get_newcomers (self->session) == newcomers)
    return;
  ff_session_set_newcomers (self->session, newcomers);
  touch (self, self->session);
}

/**
 * ff_session_editor_flush:
 * @self: the editor
 *
 * Hands everything to the store that still waits, what failed before as well: when a field or the page is left, and to try again.
 */
void
ff_session_editor_flush (FfSessionEditor *self)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (g_hash_table_size (self->unsaved) > 0)
    save_unsaved (self);
}
