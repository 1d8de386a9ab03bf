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

#include "ff-relieved-rows.h"
#include "ff-roster-rows.h"
#include "ff-store-error.h"
#include "ff-undo-step.h"

/* In the order in which they are done. */
typedef enum
{
  KIND_SAVE_REQUIREMENT,
  KIND_SAVE_ROLE,
  KIND_SAVE_NEEDS,
  KIND_SAVE_VOLUNTEER,
  KIND_MERGE_VOLUNTEERS,
  KIND_KEEP_APART,
  KIND_FORGET_APART,
  KIND_FORGET_RELIEVED,
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
  char *first;
  char *second;
} Pair;

static void
needs_free (Needs *needs)
{
  g_free (needs->group);
  g_free (needs->meeting);
  g_ptr_array_unref (needs->needs);
  g_free (needs);
}

static void
pair_free (Pair *pair)
{
  g_free (pair->first);
  g_free (pair->second);
  g_free (pair);
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
    [KIND_MERGE_VOLUNTEERS] = (GDestroyNotify) pair_free,
    [KIND_KEEP_APART] = (GDestroyNotify) pair_free,
    [KIND_FORGET_APART] = (GDestroyNotify) pair_free,
    [KIND_FORGET_RELIEVED] = (GDestroyNotify) pair_free,
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
 * @role: inserted or updated, with what it requires; refused where it is retired by this and still needed
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

static void
add_pair (FfRosterEdit *self, Kind kind, const char *first, const char *second)
{
  Pair *pair = g_new0 (Pair, 1);

  pair->first = g_strdup (first);
  pair->second = g_strdup (second);
  g_ptr_array_add (self->changes[kind], pair);
}

/**
 * ff_roster_edit_merge_volunteers:
 * @kept: the uid of who stays
 * @gone: the uid of who becomes part of them: see ff_volunteer_absorb(); duties and hours as well. Whoever is known not to
 *   be the same as @gone is not the same as @kept then
 */
void
ff_roster_edit_merge_volunteers (FfRosterEdit *self, const char *kept, const char *gone)
{
  g_return_if_fail (self != NULL && kept != NULL && gone != NULL);

  add_pair (self, KIND_MERGE_VOLUNTEERS, kept, gone);
}

/**
 * ff_roster_edit_keep_apart:
 * @uid: of a volunteer
 * @other: of another one, in either order
 *
 * They are not the same, however alike they are: see ff_roster_are_apart().
 */
void
ff_roster_edit_keep_apart (FfRosterEdit *self, const char *uid, const char *other)
{
  g_return_if_fail (self != NULL && uid != NULL && other != NULL);

  add_pair (self, KIND_KEEP_APART, uid, other);
}

/**
 * ff_roster_edit_forget_apart:
 * @uid: of a volunteer
 * @other: of another one, in either order
 *
 * Takes back that they are not the same.
 */
void
ff_roster_edit_forget_apart (FfRosterEdit *self, const char *uid, const char *other)
{
  g_return_if_fail (self != NULL && uid != NULL && other != NULL);

  add_pair (self, KIND_FORGET_APART, uid, other);
}

/**
 * ff_roster_edit_forget_relieved:
 * @uid: of a duty as it was
 * @volunteer: uid of who had it, and was told that it is not theirs any more
 */
void
ff_roster_edit_forget_relieved (FfRosterEdit *self, const char *uid, const char *volunteer)
{
  g_return_if_fail (self != NULL && uid != NULL && volunteer != NULL);

  add_pair (self, KIND_FORGET_RELIEVED, uid, volunteer);
}

/**
 * ff_roster_edit_save_assignment:
 * @assignment: inserted or updated; several may change places with each other. Where it was somebody else's who knew of it, they
 *   are to be told
 */
void
ff_roster_edit_save_assignment (FfRosterEdit *self, FfAssignment *assignment)
{
  g_return_if_fail (self != NULL && FF_IS_ASSIGNMENT (assignment));

  g_ptr_array_add (self->changes[KIND_SAVE_ASSIGNMENT], ff_assignment_copy (assignment));
}

/**
 * ff_roster_edit_delete_assignment:
 * @uid: what nobody has any more; whoever has it and knows of it is to be told: see #FfRotaSource.relieved
 */
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

#define NEEDED N_ ("This role is needed at meetings. Remove it from what they need first.")
#define ROLE "(SELECT id FROM roles WHERE uid = ?1)"

/* One that is retired already may have been put back where it is needed since. */
static gboolean
save_role (FfConnection *connection, FfRole *role, gint64 modified, GError **error)
{
  if (ff_role_get_retired (role) && ff_role_get_kind (role) == FF_ROLE_FACILITATOR)
    return refuse (error, _ ("A meeting needs this role where nothing else is set, so it cannot "
                             "be retired."));
  if (ff_role_get_retired (role)
      && !refuse_where (connection,
                        "SELECT 1 FROM needs WHERE role_id ="
                        " (SELECT id FROM roles WHERE uid = ?1 AND retired = 0)",
                        ff_role_get_uid (role), _ (NEEDED), error))
    return FALSE;
  return ff_role_row_save (connection, role, modified, error);
}

static gboolean
delete_role (FfConnection *connection, const char *uid, GError **error)
{
  return refuse_where (connection, "SELECT 1 FROM roles WHERE uid = ?1 AND kind < 5", uid,
                       _ ("This role comes with Fourfold and cannot be removed."), error)
         && refuse_where (connection, "SELECT 1 FROM needs WHERE role_id = " ROLE, uid, _ (NEEDED),
                          error)
         && refuse_where (connection, "SELECT 1 FROM volunteer_roles WHERE role_id = " ROLE, uid,
                          _ ("Somebody takes this role. Remove it from the volunteers first."),
                          error)
         && refuse_where (connection, "SELECT 1 FROM assignments WHERE role_id = " ROLE, uid,
                          _ ("The rota keeps duties of this role, so it cannot be deleted. It can "
                             "be retired: it is offered no more then, and these duties keep its "
                             "title."),
                          error)
         && run (connection, "DELETE FROM roles WHERE uid = ?1", uid, NULL, error);
}

static gboolean
save_volunteer (FfConnection *connection, FfVolunteer *volunteer, gint64 modified, GError **error)
{
  return ff_volunteer_check (volunteer, error)
         && ff_volunteer_row_save (connection, volunteer, modified, error);
}

static gboolean
merge (FfConnection *connection, const Pair *pair, gint64 modified, GError **error)
{
  return ff_volunteer_rows_merge (connection, pair->first, pair->second, modified, error);
}

static gboolean
keep_apart (FfConnection *connection, const Pair *pair, GError **error)
{
  return ff_volunteer_rows_keep_apart (connection, pair->first, pair->second, error);
}

static gboolean
forget_apart (FfConnection *connection, const Pair *pair, GError **error)
{
  return ff_volunteer_rows_forget_apart (connection, pair->first, pair->second, error);
}

static gboolean
forget_relieved (FfConnection *connection, const Pair *pair, GError **error)
{
  return ff_relieved_rows_forget (connection, pair->first, pair->second, error);
}

static gboolean
delete_assignment (FfConnection *connection, const char *uid, GError **error)
{
  return ff_relieved_rows_note (connection, uid, NULL, error)
         && run (connection, "DELETE FROM assignments WHERE uid = ?1", uid, NULL, error);
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
      return save_role (connection, what, modified, error);
    case KIND_SAVE_NEEDS:
      return save_needs (connection, what, error);
    case KIND_SAVE_VOLUNTEER:
      return save_volunteer (connection, what, modified, error);
    case KIND_MERGE_VOLUNTEERS:
      return merge (connection, what, modified, error);
    case KIND_KEEP_APART:
      return keep_apart (connection, what, error);
    case KIND_FORGET_APART:
      return forget_apart (connection, what, error);
    case KIND_FORGET_RELIEVED:
      return forget_relieved (connection, what, error);
    case KIND_DELETE_ASSIGNMENT:
      return delete_assignment (connection, what, error);
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

/* Whoever has one of them that becomes somebody else's is to be told, and who gets one is not relieved of it. */
static gboolean
note_relieved (FfConnection *connection, GPtrArray *assignments, GError **error)
{
  for (guint i = 0; i < assignments->len; i++)
    {
      const char *uid = ff_assignment_get_uid (assignments->pdata[i]);
      const char *volunteer = ff_assignment_get_volunteer (assignments->pdata[i]);

      if (!ff_relieved_rows_note (connection, uid, volunteer, error)
          || !ff_relieved_rows_forget (connection, uid, volunteer, error))
        return FALSE;
    }
  return ff_relieved_rows_clear (connection, error);
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

static gboolean
apply (FfConnection *connection, const FfUndoStep *step, gpointer data, GError **error)
{
  FfRosterEdit *self = data;
  GPtrArray *assignments = self->changes[KIND_SAVE_ASSIGNMENT];

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GPtrArray *changes = self->changes[kind];

      /* Whoever declines makes room for whoever steps in. */
      if (kind == KIND_SAVE_ASSIGNMENT)
        g_ptr_array_sort (assignments, compare_liveness);
      if (kind == KIND_SAVE_ASSIGNMENT
          && (!note_relieved (connection, assignments, error)
              || !let_go_of_places (connection, assignments, error)))
        return FALSE;
      for (guint i = 0; i < changes->len; i++)
        if (g_cancellable_set_error_if_cancelled (step->cancellable, error)
            || !make_change (connection, (Kind) kind, changes->pdata[i], step->modified, error))
          return FALSE;
    }
  return TRUE;
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
  g_return_if_fail (self != NULL && FF_IS_STORE (store));

  ff_undo_step_async (store, apply, self, (GDestroyNotify) ff_roster_edit_free, cancellable,
                      callback, user_data);
}

/**
 * ff_roster_edit_apply_finish:
 *
 * Returns: the step, for ff_store_undo_async(); 0 with an error, and nothing is changed
 */
guint64
ff_roster_edit_apply_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_undo_step_finish (store, result, error);
}
