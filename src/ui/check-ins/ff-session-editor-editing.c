/* ff-session-editor-editing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a facilitator does in a session: people, notes, marks, plans.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-session-editor-private.h"
#include "ff-session-repository.h"
#include "ff-store-error.h"

/**
 * ff_session_editor_add_person:
 * @self: the editor
 * @alias: what they are called; a person who came before is known by it, whatever the case
 * @already_here: (out) (optional): whether they had checked in before
 * @error: where to say why the store could not be asked, or why @alias cannot be taken
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
  if (g_utf8_strlen (name, -1) > FF_PARTICIPANT_LONGEST_ALIAS)
    {
      g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED,
                           _ ("A name or alias must have 1 to 200 characters."));
      return NULL;
    }
  participant
      = ff_session_repository_find_participant (self->store, ff_session_get_group (self->session),
                                                name, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  g_autoptr (FfCheckIn) check_in = ff_session_editor_find_check_in (
      self, participant != NULL ? ff_participant_get_uid (participant) : "", name);
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
  ff_session_editor_record (self, NULL, check_in,
                            g_list_model_get_n_items (G_LIST_MODEL (self->check_ins)) - 1, NULL);
  ff_session_editor_save_unsaved (self);
  return check_in; /* the list holds it */
}

static GObject *
copy (gpointer object)
{
  return FF_IS_CHECK_IN (object) ? G_OBJECT (ff_check_in_copy (object))
                                 : G_OBJECT (ff_plan_item_copy (object));
}

static void
set (FfSessionEditor *self,
     gpointer object,
     const char *property,
     const GValue *value,
     const char *field)
{
  g_autoptr (GObject) before = copy (object);

  g_object_set_property (object, property, value);
  ff_session_editor_record (self, before, object, 0, field);
  ff_session_editor_touch (self, object);
}

/**
 * ff_session_editor_set_words:
 * @self: the editor
 * @object: one of its check-ins or plan items
 * @property: "note", "goal" or "helped" of a check-in, "text" of a plan item
 * @words: what is written there now; "" for nothing. While a plan item is blank, what was saved last stays stored
 */
void
ff_session_editor_set_words (FfSessionEditor *self,
                             gpointer object,
                             const char *property,
                             const char *words)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));
  g_return_if_fail (words != NULL);

  g_autofree char *before = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get (object, property, &before, NULL);
  if (g_strcmp0 (before, words) == 0)
    return;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, words);
  set (self, object, property, &value, property);
}

/**
 * ff_session_editor_set_figure:
 * @self: the editor
 * @object: one of its check-ins or plan items
 * @property: any of a check-in that is a number or a switch, or "day" of a plan item
 * @figure: the number; %FF_CHECK_IN_UNSAID for none
 *
 * Figures that are typed one after the other, as a one and a nought, are one step; what is switched is a step each time.
 */
void
ff_session_editor_set_figure (FfSessionEditor *self,
                              gpointer object,
                              const char *property,
                              int figure)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_auto (GValue) number = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) before = G_VALUE_INIT;

  g_return_if_fail (pspec != NULL);
  g_value_init (&number, G_TYPE_INT);
  g_value_set_int (&number, figure);
  g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_return_if_fail (g_value_transform (&number, &value));
  g_object_get_property (object, property, &before);
  if (g_param_values_cmp (pspec, &before, &value) == 0)
    return;
  set (self, object, property, &value, G_IS_PARAM_SPEC_INT (pspec) ? property : NULL);
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

  g_autoptr (GObject) before = copy (item);
  ff_plan_item_review (item, outcome,
                       outcome == FF_OUTCOME_OPEN ? NULL : ff_session_get_uid (self->session));
  ff_session_editor_record (self, before, item, 0, NULL);
  ff_session_editor_touch (self, item);
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
  ff_session_editor_record (self, NULL, item,
                            g_list_model_get_n_items (G_LIST_MODEL (self->plan)) - 1, "text");
  ff_session_editor_touch (self, item);
  return item; /* the list holds it */
}

/* What could not be deleted is there as it was, with what was typed last. */
static void
put_back (FfSessionEditor *self, GObject *object)
{
  if (FF_IS_CHECK_IN (object) && !g_list_store_find (self->check_ins, object, NULL))
    g_list_store_append (self->check_ins, object);
  else if (FF_IS_PLAN_ITEM (object) && !g_list_store_find (self->plan, object, NULL))
    g_list_store_append (self->plan, object);
}

static void
count_delete (FfSessionEditor *self, const char *uid, int step)
{
  int count = GPOINTER_TO_INT (g_hash_table_lookup (self->deleted, uid)) + step;

  if (count > 0)
    g_hash_table_insert (self->deleted, g_strdup (uid), GINT_TO_POINTER (count));
  else
    g_hash_table_remove (self->deleted, uid);
}

static void
finish_delete (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSessionWrite) write = user_data;
  g_autoptr (GError) error = NULL;
  FfSessionEditor *self = write->editor;

  for (guint i = 0; write->uids[i] != NULL; i++)
    count_delete (self, write->uids[i], -1);
  if (!ff_store_write_finish (self->store, result, &error))
    {
      put_back (self, write->object);
      ff_session_editor_load (self, NULL);
      g_signal_emit_by_name (self, "trouble", error);
    }
}

/* The check-in with what the person planned here, which the store deletes with it. */
static GStrv
list_uids (FfSessionEditor *self, GObject *object)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  if (FF_IS_PLAN_ITEM (object))
    g_strv_builder_add (uids, ff_plan_item_get_uid (FF_PLAN_ITEM (object)));
  else
    {
      const char *participant = ff_check_in_get_participant (FF_CHECK_IN (object));

      g_strv_builder_add (uids, ff_check_in_get_uid (FF_CHECK_IN (object)));
      for (guint i = 0; i < self->gone->len; i++)
        {
          FfPlanItem *item = g_ptr_array_index (self->gone, i);
          if (g_strcmp0 (ff_plan_item_get_participant (item), participant) == 0)
            g_strv_builder_add (uids, ff_plan_item_get_uid (item));
        }
      g_ptr_array_set_size (self->gone, 0);
    }
  return g_strv_builder_end (uids);
}

/* What goes along with a check-in is deleted with it, which is taken out next. */
void
ff_session_editor_take_out (FfSessionEditor *self,
                            GListStore *list,
                            guint position,
                            gboolean goes_along)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (list), position);
  FfSessionWrite *write;

  if (FF_IS_CHECK_IN (object))
    ff_session_editor_save_unsaved (self);
  g_hash_table_remove (self->unsaved, object);
  g_list_store_remove (list, position);
  if (goes_along)
    {
      g_ptr_array_add (self->gone, g_steal_pointer (&object));
      return;
    }

  write = ff_session_write_new (self, object);
  write->uids = list_uids (self, object);
  for (guint i = 0; write->uids[i] != NULL; i++)
    count_delete (self, write->uids[i], 1);
  if (FF_IS_CHECK_IN (object))
    {
      ff_session_write_touch (write, FF_CHECK_IN (object));
      ff_session_repository_delete_check_in_async (self->store, write->uids[0], finish_delete,
                                                   write);
    }
  else
    ff_session_repository_delete_plan_item_async (self->store, write->uids[0], finish_delete,
                                                  write);
  ff_session_editor_update_state (self);
}

/**
 * ff_session_editor_delete_plan_item:
 * @self: the editor
 * @item: one of its plan items
 *
 * Takes it out at once; ff_session_editor_restore() puts it back.
 */
void
ff_session_editor_delete_plan_item (FfSessionEditor *self, FfPlanItem *item)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  g_autofree char *text = g_strstrip (g_strdup (ff_plan_item_get_text (item)));
  guint position;

  if (!g_list_store_find (self->plan, item, &position))
    return;
  ff_session_editor_record (self, item, NULL, position, *text == '\0' ? "text" : NULL);
  ff_session_editor_take_out (self, self->plan, position, FALSE);
}

static gboolean
is_theirs (FfPlanItem *item, FfCheckIn *check_in)
{
  return g_strcmp0 (ff_plan_item_get_participant (item), ff_check_in_get_participant (check_in))
         == 0;
}

/* What they marked here is open again. */
static void
open_reviews (FfSessionEditor *self, FfCheckIn *check_in, FfSessionStep *step)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->review)); i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->review), i);
      g_autoptr (FfPlanItem) before = NULL;

      if (!is_theirs (item, check_in) || ff_plan_item_get_outcome (item) == FF_OUTCOME_OPEN)
        continue;
      before = ff_plan_item_copy (item);
      ff_plan_item_review (item, FF_OUTCOME_OPEN, NULL);
      ff_session_step_add (step, before, item, i);
      ff_session_editor_touch (self, item);
    }
}

static void
take_out_plan (FfSessionEditor *self, FfCheckIn *check_in, FfSessionStep *step)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->plan)); i > 0; i--)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->plan), i - 1);

      if (!is_theirs (item, check_in))
        continue;
      ff_session_step_add (step, item, NULL, i - 1);
      ff_session_editor_take_out (self, self->plan, i - 1, TRUE);
    }
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

  FfSessionStep *step;
  guint position;

  if (!g_list_store_find (self->check_ins, check_in, &position))
    return;
  ff_session_editor_save_unsaved (self);
  step = ff_session_step_new ();
  open_reviews (self, check_in, step);
  take_out_plan (self, check_in, step);
  ff_session_step_add (step, check_in, NULL, position);
  ff_session_editor_push (self, step);
  ff_session_editor_take_out (self, self->check_ins, position, FALSE);
}

/* --- The session itself --- */

/**
 * ff_session_editor_set_unnamed:
 * @self: the editor
 * @unnamed: people who came and gave no name
 */
void
ff_session_editor_set_unnamed (FfSessionEditor *self, guint unnamed)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_session_get_unnamed (self->session) == unnamed)
    return;

  g_autoptr (FfSession) before = ff_session_copy (self->session);
  ff_session_set_unnamed (self->session, unnamed);
  ff_session_editor_record (self, before, self->session, 0, "unnamed");
  ff_session_editor_touch (self, self->session);
}

/**
 * ff_session_editor_set_unnamed_newcomers:
 * @self: the editor
 * @newcomers: how many of those without a name were here for the first time
 */
void
ff_session_editor_set_unnamed_newcomers (FfSessionEditor *self, guint newcomers)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (ff_session_get_unnamed_newcomers (self->session) == newcomers)
    return;

  g_autoptr (FfSession) before = ff_session_copy (self->session);
  ff_session_set_unnamed_newcomers (self->session, newcomers);
  ff_session_editor_record (self, before, self->session, 0, "unnamed-newcomers");
  ff_session_editor_touch (self, self->session);
}

static void
set_handout (FfSession *session, const char *handout, guint copies, gboolean is_used)
{
  const char *const *handouts = ff_session_get_handouts (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (guint i = 0; handouts[i] != NULL; i++)
    if (!g_str_equal (handouts[i], handout))
      g_ptr_array_add (ids, (gpointer) handouts[i]);
    else if (is_used)
      return;
  if (is_used)
    g_ptr_array_add (ids, (gpointer) handout);
  g_auto (GStrv) chosen = g_strdupv ((char **) ids->pdata);
  ff_session_set_handouts (session, (const char *const *) chosen);
  if (is_used)
    ff_session_set_copies (session, handout, copies);
}

/* What differs between two sessions, done to a third. */
void
ff_session_editor_take_handouts (FfSession *session, FfSession *from, FfSession *to)
{
  const char *const *before = ff_session_get_handouts (from);
  const char *const *after = ff_session_get_handouts (to);

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_strv_contains (after, before[i]))
      set_handout (session, before[i], 0, FALSE);
  for (guint i = 0; after[i] != NULL; i++)
    if (!g_strv_contains (before, after[i]))
      set_handout (session, after[i], ff_session_get_copies (to, after[i]), TRUE);
}

/**
 * ff_session_editor_set_handout:
 * @self: the editor
 * @handout: the id of a tool
 * @is_used: whether the meeting works with it
 */
void
ff_session_editor_set_handout (FfSessionEditor *self, const char *handout, gboolean is_used)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));
  g_return_if_fail (handout != NULL);

  if (g_strv_contains (ff_session_get_handouts (self->session), handout) == !!is_used)
    return;

  g_autoptr (FfSession) before = ff_session_copy (self->session);
  set_handout (self->session, handout, 0, is_used);
  ff_session_editor_record (self, before, self->session, 0, NULL);
  ff_session_editor_touch (self, self->session);
}
