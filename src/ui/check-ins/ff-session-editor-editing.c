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
  ff_session_editor_save_unsaved (self);
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
  ff_session_editor_touch (self, check_in);
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
  ff_session_editor_touch (self, check_in);
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
  ff_session_editor_touch (self, item);
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
  ff_session_editor_touch (self, item);
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
finish_delete (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSessionWrite) write = user_data;
  g_autoptr (GError) error = NULL;
  FfSessionEditor *self = write->editor;

  if (write->uid != NULL)
    g_hash_table_remove (self->deleted, write->uid);
  if (!ff_store_write_finish (self->store, result, &error))
    {
      put_back (self, write->object);
      ff_session_editor_load (self, NULL);
      g_signal_emit_by_name (self, "trouble", error);
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
      ff_session_write_new (self, G_OBJECT (kept), ff_plan_item_get_uid (kept)));
  ff_session_editor_update_state (self);
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
  if (ff_session_editor_find_uid (G_LIST_MODEL (self->plan), ff_plan_item_get_uid (item))
      != G_MAXUINT)
    return;
  for (; position < g_list_model_get_n_items (G_LIST_MODEL (self->plan)); position++)
    {
      g_autoptr (FfPlanItem) other = g_list_model_get_item (G_LIST_MODEL (self->plan), position);
      if (g_str_equal (ff_plan_item_get_participant (other), ff_plan_item_get_participant (item))
          && ff_plan_item_get_position (other) > ff_plan_item_get_position (item))
        break;
    }
  g_list_store_insert (self->plan, position, item);
  ff_session_editor_touch (self, item);
  ff_session_editor_save_unsaved (self);
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
  ff_session_editor_save_unsaved (self);

  g_autofree char *uid = g_strdup (ff_check_in_get_uid (check_in));
  g_autoptr (FfCheckIn) kept = g_object_ref (check_in);
  g_hash_table_remove (self->unsaved, check_in);
  g_hash_table_add (self->deleted, g_strdup (uid));
  g_list_store_remove (self->check_ins, position);
  ff_session_repository_delete_check_in_async (self->store, uid, finish_delete,
                                               ff_session_write_new (self, G_OBJECT (kept), uid));
  ff_session_editor_update_state (self);
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
                                                ff_session_write_new (self, NULL, NULL));
}

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
  ff_session_set_unnamed (self->session, unnamed);
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
  ff_session_set_unnamed_newcomers (self->session, newcomers);
  ff_session_editor_touch (self, self->session);
}
