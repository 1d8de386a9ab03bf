/* ff-session-editor-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done in a session, step by step, to be undone and done again in one order.
 */

#include "ff-config.h"

#include "ff-session-editor-private.h"
#include "ff-session-repository.h"

/* Typing in one field goes on being the same step until there is a pause. */
#define PAUSE_US G_USEC_PER_SEC
#define MOST_STEPS 500

/* A check-in, plan item or the session, as it was and as it became; %NULL where it was not there. */
typedef struct
{
  GObject *before;
  GObject *after;
  guint position; /* in its list */
} Edit;

struct _FfSessionStep
{
  GPtrArray *edits;  /* in the order in which they were made */
  const char *field; /* (nullable): what is typed in; an interned name */
  gint64 time;       /* monotonic, of the last change */
};

static const char *const words_of_check_in[]
    = { "note", "urge",   "newcomer", "points",   "balance", "stage",   "aim",
        "goal", "helped", "social",   "physical", "human",   "cultural" };
static const char *const words_of_plan_item[] = { "text", "day" };

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_object (&edit->before);
  g_clear_object (&edit->after);
  g_free (edit);
}

FfSessionStep *
ff_session_step_new (void)
{
  FfSessionStep *step = g_new0 (FfSessionStep, 1);

  step->edits = g_ptr_array_new_with_free_func (edit_free);
  return step;
}

void
ff_session_step_free (FfSessionStep *step)
{
  g_ptr_array_unref (step->edits);
  g_free (step);
}

static GObject *
copy (gpointer object)
{
  if (object == NULL)
    return NULL;
  if (FF_IS_CHECK_IN (object))
    return G_OBJECT (ff_check_in_copy (object));
  if (FF_IS_PLAN_ITEM (object))
    return G_OBJECT (ff_plan_item_copy (object));
  return G_OBJECT (ff_session_copy (object));
}

/* Both are copied: what is kept does not change with what is on the screen. */
void
ff_session_step_add (FfSessionStep *step, gpointer before, gpointer after, guint position)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->before = copy (before);
  edit->after = copy (after);
  edit->position = position;
  g_ptr_array_add (step->edits, edit);
}

static const char *
uid_of (gpointer object)
{
  if (FF_IS_CHECK_IN (object))
    return ff_check_in_get_uid (object);
  if (FF_IS_PLAN_ITEM (object))
    return ff_plan_item_get_uid (object);
  return "";
}

static const char *
edit_get_uid (Edit *edit)
{
  return uid_of (edit->before != NULL ? edit->before : edit->after);
}

/* --- Applying --- */

static gboolean
differs (gpointer from, gpointer to, const char *property, GValue *value)
{
  g_auto (GValue) old = G_VALUE_INIT;
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (to), property);

  g_assert (pspec != NULL);
  g_object_get_property (from, property, &old);
  g_object_get_property (to, property, value);
  return g_param_values_cmp (pspec, &old, value) != 0;
}

/* Only what the step changed: the rest may have become different since. */
static void
take_difference (gpointer mine, gpointer from, gpointer to, const char *const *names, gsize n_names)
{
  g_object_freeze_notify (mine);
  for (gsize i = 0; i < n_names; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (differs (from, to, names[i], &value))
        g_object_set_property (mine, names[i], &value);
    }
  g_object_thaw_notify (mine);
}

static void
take_outcome (FfSessionEditor *self, FfPlanItem *mine, FfPlanItem *from, FfPlanItem *to)
{
  FfOutcome outcome = ff_plan_item_get_outcome (to);

  if (ff_plan_item_get_outcome (from) != outcome)
    ff_plan_item_review (mine, outcome,
                         outcome == FF_OUTCOME_OPEN ? NULL : ff_session_get_uid (self->session));
}

static void
take_session (FfSessionEditor *self, FfSession *from, FfSession *to)
{
  if (ff_session_get_unnamed (from) != ff_session_get_unnamed (to))
    ff_session_set_unnamed (self->session, ff_session_get_unnamed (to));
  if (ff_session_get_unnamed_newcomers (from) != ff_session_get_unnamed_newcomers (to))
    ff_session_set_unnamed_newcomers (self->session, ff_session_get_unnamed_newcomers (to));
  ff_session_editor_take_handouts (self->session, from, to);
}

static GListStore *
list_of (FfSessionEditor *self, gpointer object, const char *uid)
{
  if (FF_IS_CHECK_IN (object))
    return self->check_ins;
  /* What was set earlier comes back to be reviewed. */
  return ff_session_editor_find_uid (G_LIST_MODEL (self->review), uid) != G_MAXUINT ? self->review
                                                                                    : self->plan;
}

static void
change (FfSessionEditor *self, GObject *mine, GObject *from, GObject *to)
{
  if (FF_IS_CHECK_IN (mine))
    take_difference (mine, from, to, words_of_check_in, G_N_ELEMENTS (words_of_check_in));
  else
    {
      take_difference (mine, from, to, words_of_plan_item, G_N_ELEMENTS (words_of_plan_item));
      take_outcome (self, FF_PLAN_ITEM (mine), FF_PLAN_ITEM (from), FF_PLAN_ITEM (to));
    }
  ff_session_editor_touch (self, mine);
}

static void
finish_restore (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSessionWrite) write = user_data;

  /* Where the store does not know how it was, the saves that follow make it anew. */
  ff_store_write_finish (write->editor->store, result, NULL);
}

static GObject *
put_in (FfSessionEditor *self, GListStore *list, GObject *kept, guint position)
{
  GObject *object = copy (kept);

  if (FF_IS_CHECK_IN (object))
    {
      FfSessionWrite *write = ff_session_write_new (self, NULL);

      ff_check_in_set_session (FF_CHECK_IN (object), ff_session_get_uid (self->session));
      ff_session_write_touch (write, FF_CHECK_IN (object));
      /* With all that the store remembers of the person. */
      ff_session_repository_restore_check_in_async (self->store, uid_of (object), finish_restore,
                                                    write);
    }
  else
    ff_plan_item_set_set_at (FF_PLAN_ITEM (object), ff_session_get_uid (self->session));
  g_hash_table_add (self->unsaved, g_object_ref (object));
  g_list_store_insert (list, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (list))),
                       object);
  ff_session_editor_touch (self, object);
  g_object_unref (object);
  return object; /* the list holds it */
}

/* Whether @edit goes with its person, whose check-in is taken out in the same step and by the store in the same transaction. */
static gboolean
goes_along (FfSessionStep *step, GObject *item, gboolean is_undo)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      Edit *edit = g_ptr_array_index (step->edits, i);
      GObject *from = is_undo ? edit->after : edit->before;
      GObject *to = is_undo ? edit->before : edit->after;

      if (to == NULL && FF_IS_CHECK_IN (from)
          && g_strcmp0 (ff_check_in_get_participant (FF_CHECK_IN (from)),
                        ff_plan_item_get_participant (FF_PLAN_ITEM (item)))
                 == 0)
        return TRUE;
    }
  return FALSE;
}

static GObject *
apply_edit (FfSessionEditor *self, FfSessionStep *step, Edit *edit, gboolean is_undo)
{
  GObject *from = is_undo ? edit->after : edit->before;
  GObject *to = is_undo ? edit->before : edit->after;
  const char *uid = edit_get_uid (edit);
  g_autoptr (GObject) mine = NULL;

  if (FF_IS_SESSION (to))
    {
      take_session (self, FF_SESSION (from), FF_SESSION (to));
      ff_session_editor_touch (self, self->session);
      return G_OBJECT (self->session);
    }

  GListStore *list = list_of (self, from != NULL ? from : to, uid);
  guint place = ff_session_editor_find_uid (G_LIST_MODEL (list), uid);
  if (place == G_MAXUINT)
    return from == NULL ? put_in (self, list, to, edit->position) : NULL;
  mine = g_list_model_get_item (G_LIST_MODEL (list), place);
  if (to == NULL)
    {
      ff_session_editor_take_out (self, list, place,
                                  FF_IS_PLAN_ITEM (mine) && goes_along (step, mine, is_undo));
      return NULL;
    }
  if (from != NULL)
    change (self, mine, from, to);
  return mine; /* the list holds it */
}

static void
apply (FfSessionEditor *self, FfSessionStep *step, gboolean is_undo)
{
  GObject *last = NULL;

  self->applying = TRUE;
  for (guint i = 0; i < step->edits->len; i++)
    {
      guint n = is_undo ? step->edits->len - 1 - i : i;
      GObject *object = apply_edit (self, step, g_ptr_array_index (step->edits, n), is_undo);

      if (object != NULL && last == NULL)
        last = object;
    }
  self->applying = FALSE;
  self->sealed = TRUE;
  if (last != NULL)
    g_signal_emit_by_name (self, "moved", last, step->field);
}

/* --- Recording --- */

static void
drop_from (FfSessionEditor *self, guint position)
{
  if (position < self->steps->len)
    g_ptr_array_remove_range (self->steps, position, self->steps->len - position);
}

static gboolean
is_nothing (Edit *edit)
{
  if (edit->before == NULL || edit->after == NULL)
    return edit->before == edit->after;
  if (FF_IS_SESSION (edit->before))
    return FALSE;

  gboolean is_check_in = FF_IS_CHECK_IN (edit->before);
  const char *const *names = is_check_in ? words_of_check_in : words_of_plan_item;
  gsize n_names
      = is_check_in ? G_N_ELEMENTS (words_of_check_in) : G_N_ELEMENTS (words_of_plan_item);
  for (gsize i = 0; i < n_names; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (differs (edit->before, edit->after, names[i], &value))
        return FALSE;
    }
  return !FF_IS_PLAN_ITEM (edit->before)
         || ff_plan_item_get_outcome (FF_PLAN_ITEM (edit->before))
                == ff_plan_item_get_outcome (FF_PLAN_ITEM (edit->after));
}

static FfSessionStep *
get_last (FfSessionEditor *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/* The step in which @uid is being typed in, or which typing it in began. */
static FfSessionStep *
find_open_step (FfSessionEditor *self, const char *uid, const char *field)
{
  FfSessionStep *last = get_last (self);

  if (last == NULL || field == NULL || last->field != field || last->edits->len != 1
      || self->n_done < self->steps->len)
    return NULL;
  return g_str_equal (edit_get_uid (g_ptr_array_index (last->edits, 0)), uid) ? last : NULL;
}

void
ff_session_editor_push (FfSessionEditor *self, FfSessionStep *step)
{
  drop_from (self, self->n_done);
  if (self->steps->len == MOST_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  step->time = g_get_monotonic_time ();
  g_ptr_array_add (self->steps, step);
  self->n_done = self->steps->len;
  self->sealed = FALSE;
  g_signal_emit_by_name (self, "history-changed");
}

/* @before is how it was, @after how it is; @field is named where what is typed there goes on in one step. */
void
ff_session_editor_record (FfSessionEditor *self,
                          gpointer before,
                          gpointer after,
                          guint position,
                          const char *field)
{
  const char *name = g_intern_string (field);
  FfSessionStep *open = find_open_step (self, uid_of (before != NULL ? before : after), name);
  gboolean is_in_time
      = open != NULL && !self->sealed && g_get_monotonic_time () - open->time < PAUSE_US;

  if (self->applying)
    return;
  /* What is blank goes as part of its emptying, whenever that was. */
  if (open != NULL && (is_in_time || after == NULL))
    {
      Edit *edit = g_ptr_array_index (open->edits, 0);

      g_clear_object (&edit->after);
      edit->after = copy (after);
      open->time = g_get_monotonic_time ();
      if (is_nothing (edit))
        drop_from (self, --self->n_done);
      g_signal_emit_by_name (self, "history-changed");
      return;
    }

  FfSessionStep *step = ff_session_step_new ();
  step->field = name;
  ff_session_step_add (step, before, after, position);
  ff_session_editor_push (self, step);
}

/* What was done before cannot be undone any more: somebody may have been forgotten. */
void
ff_session_editor_forget_steps (FfSessionEditor *self)
{
  drop_from (self, 0);
  self->n_done = 0;
  g_signal_emit_by_name (self, "history-changed");
}

/* --- Undoing --- */

/**
 * ff_session_editor_can_undo:
 * @self: the editor
 *
 * Returns: whether something was done here that can be undone
 */
gboolean
ff_session_editor_can_undo (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), FALSE);
  return self->n_done > 0;
}

/**
 * ff_session_editor_can_redo:
 * @self: the editor
 *
 * Returns: whether something was undone that can be done again
 */
gboolean
ff_session_editor_can_redo (FfSessionEditor *self)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (self), FALSE);
  return self->n_done < self->steps->len;
}

/**
 * ff_session_editor_undo:
 * @self: the editor
 *
 * Takes back what was done last, on the screen at once and in the store as everything is saved.
 */
void
ff_session_editor_undo (FfSessionEditor *self)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (self->n_done == 0)
    return;
  apply (self, g_ptr_array_index (self->steps, --self->n_done), TRUE);
  g_signal_emit_by_name (self, "history-changed");
}

/**
 * ff_session_editor_redo:
 * @self: the editor
 *
 * Does again what was undone last.
 */
void
ff_session_editor_redo (FfSessionEditor *self)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));

  if (self->n_done == self->steps->len)
    return;
  apply (self, g_ptr_array_index (self->steps, self->n_done++), FALSE);
  g_signal_emit_by_name (self, "history-changed");
}

static gboolean
takes_out (FfSessionStep *step, const char *uid)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      Edit *edit = g_ptr_array_index (step->edits, i);

      if (edit->after == NULL && g_str_equal (edit_get_uid (edit), uid))
        return TRUE;
    }
  return FALSE;
}

/**
 * ff_session_editor_restore:
 * @self: the editor
 * @uid: of a check-in or plan item that was deleted here
 *
 * Puts it back with what went with it. Where other things were done since, that is a step of its own, after them.
 */
void
ff_session_editor_restore (FfSessionEditor *self, const char *uid)
{
  g_return_if_fail (FF_IS_SESSION_EDITOR (self));
  g_return_if_fail (uid != NULL);

  FfSessionStep *found = NULL;
  FfSessionStep *step;

  for (guint i = self->n_done; i > 0 && found == NULL; i--)
    if (takes_out (g_ptr_array_index (self->steps, i - 1), uid))
      found = g_ptr_array_index (self->steps, i - 1);
  if (found == NULL)
    return;
  if (found == get_last (self))
    {
      ff_session_editor_undo (self);
      return;
    }

  step = ff_session_step_new ();
  for (guint i = found->edits->len; i > 0; i--)
    {
      Edit *edit = g_ptr_array_index (found->edits, i - 1);
      ff_session_step_add (step, edit->after, edit->before, edit->position);
    }
  apply (self, step, FALSE);
  ff_session_editor_push (self, step);
}
