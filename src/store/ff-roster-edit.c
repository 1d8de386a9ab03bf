/* ff-roster-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of the roster or the rota that is made whole or not at all.
 */

#include "ff-config.h"

#include "ff-roster-edit.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-rows.h"
#include "ff-store-error.h"
#include "ff-store-private.h"
#include "ff-undo.h"
#include "ff-volunteer-merge.h"

/* In the order in which they are done. */
typedef enum
{
  KIND_SAVE_REQUIREMENT,
  KIND_SAVE_ROLE,
  KIND_SAVE_NEEDS,
  KIND_SAVE_VOLUNTEER,
  KIND_MERGE_VOLUNTEERS,
  KIND_DELETE_ASSIGNMENT,
  KIND_SAVE_ASSIGNMENT,
  KIND_SAVE_HOURS,
  KIND_DELETE_HOURS,
  KIND_DELETE_ROLE,
  KIND_DELETE_REQUIREMENT,
} Kind;

#define N_KINDS (KIND_DELETE_REQUIREMENT + 1)

struct _FfRosterEdit
{
  GPtrArray *changes[N_KINDS];
};

typedef struct
{
  char *group;
  char *meeting;
  GPtrArray *needs;
} Needs;

typedef struct
{
  char *kept;
  char *gone;
} Merge;

static void
needs_free (Needs *needs)
{
  g_free (needs->group);
  g_free (needs->meeting);
  g_ptr_array_unref (needs->needs);
  g_free (needs);
}

static void
merge_free (Merge *merge)
{
  g_free (merge->kept);
  g_free (merge->gone);
  g_free (merge);
}

/**
 * ff_roster_edit_new:
 *
 * Returns: (transfer full): a change that changes nothing yet
 */
FfRosterEdit *
ff_roster_edit_new (void)
{
  static const GDestroyNotify frees[N_KINDS] = {
    [KIND_SAVE_REQUIREMENT] = g_object_unref,
    [KIND_SAVE_ROLE] = g_object_unref,
    [KIND_SAVE_NEEDS] = (GDestroyNotify) needs_free,
    [KIND_SAVE_VOLUNTEER] = g_object_unref,
    [KIND_MERGE_VOLUNTEERS] = (GDestroyNotify) merge_free,
    [KIND_DELETE_ASSIGNMENT] = g_free,
    [KIND_SAVE_ASSIGNMENT] = g_object_unref,
    [KIND_SAVE_HOURS] = (GDestroyNotify) ff_hours_entry_free,
    [KIND_DELETE_HOURS] = g_free,
    [KIND_DELETE_ROLE] = g_free,
    [KIND_DELETE_REQUIREMENT] = g_free,
  };
  FfRosterEdit *self = g_new0 (FfRosterEdit, 1);

  for (guint i = 0; i < N_KINDS; i++)
    self->changes[i] = g_ptr_array_new_with_free_func (frees[i]);
  return self;
}

void
ff_roster_edit_free (FfRosterEdit *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_unref (self->changes[i]);
  g_free (self);
}

gboolean
ff_roster_edit_is_empty (FfRosterEdit *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < N_KINDS; i++)
    count += self->changes[i]->len;
  return count == 0;
}

/**
 * ff_roster_edit_save_requirement:
 * @requirement: inserted or updated
 */
void
ff_roster_edit_save_requirement (FfRosterEdit *self, FfRequirement *requirement)
{
  g_return_if_fail (self != NULL && FF_IS_REQUIREMENT (requirement));

  g_ptr_array_add (self->changes[KIND_SAVE_REQUIREMENT], ff_requirement_copy (requirement));
}

/**
 * ff_roster_edit_delete_requirement:
 * @uid: what no role requires any more; whoever did it has no record of it then
 */
void
ff_roster_edit_delete_requirement (FfRosterEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_REQUIREMENT], g_strdup (uid));
}

/**
 * ff_roster_edit_save_role:
 * @role: inserted or updated, with what it requires
 */
void
ff_roster_edit_save_role (FfRosterEdit *self, FfRole *role)
{
  g_return_if_fail (self != NULL && FF_IS_ROLE (role));

  g_ptr_array_add (self->changes[KIND_SAVE_ROLE], ff_role_copy (role));
}

/**
 * ff_roster_edit_delete_role:
 * @uid: an own one, that nobody takes, no meeting needs and no duty was for
 */
void
ff_roster_edit_delete_role (FfRosterEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_ROLE], g_strdup (uid));
}

/**
 * ff_roster_edit_save_needs:
 * @group: uid
 * @meeting: (nullable): uid of one of its meetings; %NULL: what holds for those without needs of their own
 * @needs: (element-type FfNeed): in place of all there were; none = as if nothing had been said
 */
void
ff_roster_edit_save_needs (FfRosterEdit *self,
                           const char *group,
                           const char *meeting,
                           GPtrArray *needs)
{
  Needs *change;

  g_return_if_fail (self != NULL && group != NULL && needs != NULL);

  change = g_new0 (Needs, 1);
  change->group = g_strdup (group);
  change->meeting = g_strdup (meeting);
  change->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  for (guint i = 0; i < needs->len; i++)
    g_ptr_array_add (change->needs, ff_need_copy (needs->pdata[i]));
  g_ptr_array_add (self->changes[KIND_SAVE_NEEDS], change);
}

/**
 * ff_roster_edit_save_volunteer:
 * @volunteer: inserted or updated, with all they have; refused where ff_volunteer_check() finds something
 */
void
ff_roster_edit_save_volunteer (FfRosterEdit *self, FfVolunteer *volunteer)
{
  g_return_if_fail (self != NULL && FF_IS_VOLUNTEER (volunteer));

  g_ptr_array_add (self->changes[KIND_SAVE_VOLUNTEER], ff_volunteer_copy (volunteer));
}

/**
 * ff_roster_edit_merge_volunteers:
 * @kept: the uid of who stays
 * @gone: the uid of who becomes part of them: see ff_volunteer_absorb(); duties and hours as well
 */
void
ff_roster_edit_merge_volunteers (FfRosterEdit *self, const char *kept, const char *gone)
{
  Merge *merge;

  g_return_if_fail (self != NULL && kept != NULL && gone != NULL);

  merge = g_new0 (Merge, 1);
  merge->kept = g_strdup (kept);
  merge->gone = g_strdup (gone);
  g_ptr_array_add (self->changes[KIND_MERGE_VOLUNTEERS], merge);
}

/**
 * ff_roster_edit_save_assignment:
 * @assignment: inserted or updated; several may change places with each other
 */
void
ff_roster_edit_save_assignment (FfRosterEdit *self, FfAssignment *assignment)
{
  g_return_if_fail (self != NULL && FF_IS_ASSIGNMENT (assignment));

  g_ptr_array_add (self->changes[KIND_SAVE_ASSIGNMENT], ff_assignment_copy (assignment));
}

void
ff_roster_edit_delete_assignment (FfRosterEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_ASSIGNMENT], g_strdup (uid));
}

/**
 * ff_roster_edit_save_hours:
 * @entry: inserted or updated
 */
void
ff_roster_edit_save_hours (FfRosterEdit *self, const FfHoursEntry *entry)
{
  g_return_if_fail (self != NULL && entry != NULL);

  g_ptr_array_add (self->changes[KIND_SAVE_HOURS], ff_hours_entry_copy (entry));
}

void
ff_roster_edit_delete_hours (FfRosterEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_HOURS], g_strdup (uid));
}

static gboolean
run (FfConnection *connection,
     const char *sql,
     const char *first,
     const char *second,
     GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, first);
  if (second != NULL)
    ff_statement_bind_text (statement, 2, second);
  return ff_statement_run (statement, error);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Refused with @sentence where @sql finds a row. */
static gboolean
refuse_where (FfConnection *connection,
              const char *sql,
              const char *uid,
              const char *sentence,
              GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);
  gboolean is_found;

  ff_statement_bind_text (statement, 1, uid);
  is_found = ff_statement_next (statement);
  if (!ff_statement_finish (statement, error))
    return FALSE;
  return !is_found || refuse (error, sentence);
}

#define ROLE "(SELECT id FROM roles WHERE uid = ?1)"

static gboolean
delete_role (FfConnection *connection, const char *uid, GError **error)
{
  return refuse_where (connection, "SELECT 1 FROM roles WHERE uid = ?1 AND kind < 5", uid,
                       _ ("This role comes with Fourfold and cannot be removed."), error)
         && refuse_where (connection, "SELECT 1 FROM needs WHERE role_id = " ROLE, uid,
                          _ ("This role is needed at meetings. Remove it from what they need "
                             "first."),
                          error)
         && refuse_where (connection, "SELECT 1 FROM volunteer_roles WHERE role_id = " ROLE, uid,
                          _ ("Somebody takes this role. Remove it from the volunteers first."),
                          error)
         && refuse_where (connection, "SELECT 1 FROM assignments WHERE role_id = " ROLE, uid,
                          _ ("The rota keeps duties of this role, so it cannot be deleted. Nobody "
                             "is asked for it any more, as no meeting needs it and nobody takes "
                             "it. It can be renamed, to say that it is past."),
                          error)
         && run (connection, "DELETE FROM roles WHERE uid = ?1", uid, NULL, error);
}

static gboolean
save_volunteer (FfConnection *connection, FfVolunteer *volunteer, gint64 modified, GError **error)
{
  return ff_volunteer_check (volunteer, error)
         && ff_volunteer_row_save (connection, volunteer, modified, error);
}

static const char *const merge_steps[] = {
  "UPDATE assignments SET volunteer_id = (SELECT id FROM volunteers WHERE uid = ?1),"
  " sequence = sequence + 1 WHERE volunteer_id = (SELECT id FROM volunteers WHERE uid = ?2)",
  "UPDATE assignments SET instead_id = (SELECT id FROM volunteers WHERE uid = ?1),"
  " sequence = sequence + 1 WHERE instead_id = (SELECT id FROM volunteers WHERE uid = ?2)",
  "UPDATE hours SET volunteer_id = (SELECT id FROM volunteers WHERE uid = ?1)"
  " WHERE volunteer_id = (SELECT id FROM volunteers WHERE uid = ?2)",
};

static gboolean
merge (FfConnection *connection, const Merge *change, gint64 modified, GError **error)
{
  g_autoptr (FfVolunteer) kept = NULL;
  g_autoptr (FfVolunteer) gone = NULL;
  g_autoptr (GError) failure = NULL;

  kept = ff_volunteer_row_get (connection, change->kept, &failure);
  gone = failure == NULL ? ff_volunteer_row_get (connection, change->gone, &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (kept == NULL || gone == NULL || g_str_equal (change->kept, change->gone))
    return refuse (error, _ ("One of these two volunteers is not there any more, or they are one "
                             "already."));
  ff_volunteer_absorb (kept, gone);
  if (!ff_volunteer_row_save (connection, kept, modified, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (merge_steps); i++)
    if (!run (connection, merge_steps[i], change->kept, change->gone, error))
      return FALSE;
  return run (connection, "DELETE FROM volunteers WHERE uid = ?1", change->gone, NULL, error);
}

static gboolean
save_needs (FfConnection *connection, const Needs *change, GError **error)
{
  return ff_need_rows_save (connection, change->group, change->meeting, change->needs, error);
}

static gboolean
make_change (FfConnection *connection, Kind kind, gpointer what, gint64 modified, GError **error)
{
  switch (kind)
    {
    case KIND_SAVE_REQUIREMENT:
      return ff_requirement_row_save (connection, what, modified, error);
    case KIND_SAVE_ROLE:
      return ff_role_row_save (connection, what, modified, error);
    case KIND_SAVE_NEEDS:
      return save_needs (connection, what, error);
    case KIND_SAVE_VOLUNTEER:
      return save_volunteer (connection, what, modified, error);
    case KIND_MERGE_VOLUNTEERS:
      return merge (connection, what, modified, error);
    case KIND_DELETE_ASSIGNMENT:
      return run (connection, "DELETE FROM assignments WHERE uid = ?1", what, NULL, error);
    case KIND_SAVE_ASSIGNMENT:
      return ff_assignment_row_save (connection, what, modified, error);
    case KIND_SAVE_HOURS:
      return ff_hours_row_save (connection, what, error);
    case KIND_DELETE_HOURS:
      return run (connection, "DELETE FROM hours WHERE uid = ?1", what, NULL, error);
    case KIND_DELETE_ROLE:
      return delete_role (connection, what, error);
    case KIND_DELETE_REQUIREMENT:
      return run (connection, "DELETE FROM requirements WHERE uid = ?1", what, NULL, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Those that change places let go of them first, as declined ones take none. */
static gboolean
let_go_of_places (FfConnection *connection, GPtrArray *assignments, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "UPDATE assignments SET status = 4 WHERE uid = ?1"
                                      " AND (meeting_id, rule_time, role_id, place) IS NOT"
                                      " ((SELECT id FROM meetings WHERE uid = ?2), ?3,"
                                      " (SELECT id FROM roles WHERE uid = ?4), ?5)");

  for (guint i = 0; i < assignments->len; i++)
    {
      FfAssignment *assignment = assignments->pdata[i];

      ff_statement_bind_text (statement, 1, ff_assignment_get_uid (assignment));
      ff_statement_bind_text (statement, 2, ff_assignment_get_meeting (assignment));
      ff_statement_bind_time (statement, 3, ff_assignment_get_rule_time (assignment));
      ff_statement_bind_text (statement, 4, ff_assignment_get_role (assignment));
      ff_statement_bind_int (statement, 5, ff_assignment_get_place (assignment));
      if (!ff_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_liveness (gconstpointer a, gconstpointer b)
{
  return ff_assignment_is_live (*(FfAssignment *const *) a)
         - ff_assignment_is_live (*(FfAssignment *const *) b);
}

typedef struct
{
  /* The writer's thread alone: */
  FfRosterEdit *edit;

  /* Any thread, and not changed: */
  GTask *task; /* of the caller */
} Applying;

static void
applying_free (Applying *applying)
{
  ff_roster_edit_free (applying->edit);
  g_object_unref (applying->task);
  g_free (applying);
}

static gboolean
make_changes (FfConnection *connection, Applying *applying, gint64 modified, GError **error)
{
  GCancellable *cancellable = g_task_get_cancellable (applying->task);
  GPtrArray *assignments = applying->edit->changes[KIND_SAVE_ASSIGNMENT];

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GPtrArray *changes = applying->edit->changes[kind];

      /* Whoever declines makes room for whoever steps in. */
      if (kind == KIND_SAVE_ASSIGNMENT)
        g_ptr_array_sort (assignments, compare_liveness);
      if (kind == KIND_SAVE_ASSIGNMENT && !let_go_of_places (connection, assignments, error))
        return FALSE;
      for (guint i = 0; i < changes->len; i++)
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !make_change (connection, (Kind) kind, changes->pdata[i], modified, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
apply (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  Applying *applying = data;
  GCancellable *cancellable = g_task_get_cancellable (applying->task);
  gint64 *step = g_new0 (gint64, 1);
  gboolean done;

  g_task_set_task_data (applying->task, step, g_free);
  ff_connection_set_cancellable (connection, cancellable);
  done = ff_undo_begin_step (connection, step, error)
         && make_changes (connection, applying, g_get_real_time (), error)
         && ff_undo_end_step (connection, *step, change, error)
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
  ff_connection_set_cancellable (connection, NULL);
  return done;
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ff_store_write_finish (FF_STORE (source), result, &error))
    g_task_return_int (task, *(gint64 *) g_task_get_task_data (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ff_roster_edit_apply_async:
 * @self: (transfer full): what is to be changed
 * @cancellable: (nullable): up to the COMMIT; then nothing of it is done
 *
 * Makes all the changes in one transaction, which is one step that can be taken back. Refused with a sentence where somebody
 * else has a place by now (%FF_STORE_ERROR_REFUSED), or a volunteer says something that cannot be (%FF_MODEL_ERROR).
 */
void
ff_roster_edit_apply_async (FfRosterEdit *self,
                            FfStore *store,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Applying *applying;

  g_return_if_fail (self != NULL && FF_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, ff_roster_edit_apply_async);
  /* Cancelled after COMMIT, it is done all the same, and that is what is told. */
  g_task_set_check_cancellable (task, FALSE);
  applying = g_new0 (Applying, 1);
  applying->edit = self;
  applying->task = g_object_ref (task);
  ff_store_write_async (store, apply, applying, (GDestroyNotify) applying_free, on_applied,
                        g_steal_pointer (&task));
}

/**
 * ff_roster_edit_apply_finish:
 *
 * Returns: the step, for ff_store_undo_async(); 0 with an error, and nothing is changed
 */
guint64
ff_roster_edit_apply_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  gssize step;

  g_return_val_if_fail (g_task_is_valid (result, store), 0);

  step = g_task_propagate_int (G_TASK (result), error);
  return step > 0 ? (guint64) step : 0;
}
