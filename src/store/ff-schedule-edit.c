/* ff-schedule-edit.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-schedule-edit.h"

#include "ff-rows.h"
#include "ff-schedule-moves.h"
#include "ff-undo-step.h"

#define PROGRESS_EVERY (30 * G_TIME_SPAN_MILLISECOND)

/* In the order in which they are done. */
typedef enum
{
  KIND_SAVE_HOLIDAYS,
  KIND_SAVE_GROUP,
  KIND_SAVE_MEETING,
  KIND_MOVE_DATES,
  KIND_SAVE_OVERRIDE,
  KIND_DELETE_OVERRIDE,
  KIND_DELETE_MEETING,
  KIND_DELETE_GROUP,
  KIND_DELETE_HOLIDAYS,
} Kind;

#define N_KINDS (KIND_DELETE_HOLIDAYS + 1)

struct _FfScheduleEdit
{
  GPtrArray *changes[N_KINDS];
};

/**
 * ff_schedule_edit_new:
 *
 * Returns: (transfer full): a change that changes nothing yet
 */
FfScheduleEdit *
ff_schedule_edit_new (void)
{
  static const GDestroyNotify frees[N_KINDS] = {
    [KIND_SAVE_HOLIDAYS] = g_object_unref, [KIND_SAVE_GROUP] = g_object_unref,
    [KIND_SAVE_MEETING] = g_object_unref,  [KIND_MOVE_DATES] = (GDestroyNotify) ff_dates_move_free,
    [KIND_SAVE_OVERRIDE] = g_object_unref, [KIND_DELETE_OVERRIDE] = g_object_unref,
    [KIND_DELETE_MEETING] = g_free,        [KIND_DELETE_GROUP] = g_free,
    [KIND_DELETE_HOLIDAYS] = g_free,
  };
  FfScheduleEdit *self = g_new0 (FfScheduleEdit, 1);

  for (guint i = 0; i < N_KINDS; i++)
    self->changes[i] = g_ptr_array_new_with_free_func (frees[i]);
  return self;
}

void
ff_schedule_edit_free (FfScheduleEdit *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_unref (self->changes[i]);
  g_free (self);
}

static guint
count_changes (FfScheduleEdit *self)
{
  guint count = 0;

  for (guint i = 0; i < N_KINDS; i++)
    count += self->changes[i]->len;
  return count;
}

gboolean
ff_schedule_edit_is_empty (FfScheduleEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return count_changes (self) == 0;
}

/**
 * ff_schedule_edit_save_holidays:
 * @holidays: inserted or updated
 */
void
ff_schedule_edit_save_holidays (FfScheduleEdit *self, FfHolidays *holidays)
{
  g_return_if_fail (self != NULL && FF_IS_HOLIDAYS (holidays));

  g_ptr_array_add (self->changes[KIND_SAVE_HOLIDAYS], ff_holidays_copy (holidays));
}

/**
 * ff_schedule_edit_save_group:
 * @group: inserted or updated
 */
void
ff_schedule_edit_save_group (FfScheduleEdit *self, FfGroup *group)
{
  g_return_if_fail (self != NULL && FF_IS_GROUP (group));

  g_ptr_array_add (self->changes[KIND_SAVE_GROUP], ff_group_copy (group));
}

/**
 * ff_schedule_edit_save_meeting:
 * @meeting: inserted or updated; its sequence becomes higher than the stored one where something is different
 *
 * What is different on its dates, and what was written at them, stays where it is: see ff_schedule_edit_move_dates().
 */
void
ff_schedule_edit_save_meeting (FfScheduleEdit *self, FfMeeting *meeting)
{
  g_return_if_fail (self != NULL && FF_IS_MEETING (meeting));

  g_ptr_array_add (self->changes[KIND_SAVE_MEETING], ff_meeting_copy (meeting));
}

/**
 * ff_schedule_edit_move_dates:
 * @meeting: the uid of a meeting
 * @to_meeting: the uid of the meeting that they become dates of; @meeting where only their times change
 * @from: the first start, as the rule gave it, that goes
 * @days: by how many days they become later
 * @minutes: by how many minutes, besides
 *
 * What is different on these dates, and the sessions and duties there, is known by the new times. Where something is known by a
 * new time already, that stays, and the other keeps its old one. @to_meeting needs whom @meeting needs, unless it has needs of
 * its own.
 */
void
ff_schedule_edit_move_dates (FfScheduleEdit *self,
                             const char *meeting,
                             const char *to_meeting,
                             const FfWallTime *from,
                             int days,
                             int minutes)
{
  FfDatesMove *move;

  g_return_if_fail (self != NULL && meeting != NULL && to_meeting != NULL && from != NULL);

  move = g_new0 (FfDatesMove, 1);
  move->meeting = g_strdup (meeting);
  move->to_meeting = g_strdup (to_meeting);
  move->from = *from;
  move->days = days;
  move->minutes = minutes;
  g_ptr_array_add (self->changes[KIND_MOVE_DATES], move);
}

/**
 * ff_schedule_edit_move_series:
 * @series: the meeting as it was before ff_series_move() moved it from @at to @to
 * @to_meeting: the uid of the meeting that its dates become dates of; its own where only their times change
 * @from: the first start, as the rule gave it, that goes
 * @at: a start that the rule of @series gave
 * @to: when that one is from now on
 *
 * Like ff_schedule_edit_move_dates(), each date to where it is by the rule: the third Sunday that was the second
 * Tuesday is not as many days later in each month. What is known by a date that does not take place any more is kept,
 * as far from its time as @to is from @at.
 */
void
ff_schedule_edit_move_series (FfScheduleEdit *self,
                              FfMeeting *series,
                              const char *to_meeting,
                              const FfWallTime *from,
                              const FfWallTime *at,
                              const FfWallTime *to)
{
  GPtrArray *moves;
  FfDatesMove *move;

  g_return_if_fail (self != NULL && FF_IS_MEETING (series) && at != NULL && to != NULL);

  ff_schedule_edit_move_dates (self, ff_meeting_get_uid (series), to_meeting, from,
                               ff_wall_time_get_julian (to) - ff_wall_time_get_julian (at),
                               (to->hour - at->hour) * 60 + to->minute - at->minute);
  moves = self->changes[KIND_MOVE_DATES];
  move = g_ptr_array_index (moves, moves->len - 1);
  move->series = ff_meeting_copy (series);
  move->at = *at;
  move->to = *to;
}

/**
 * ff_schedule_edit_save_override:
 * @override: inserted, or put in the place of the one for the same date
 */
void
ff_schedule_edit_save_override (FfScheduleEdit *self, FfOverride *override)
{
  g_return_if_fail (self != NULL && FF_IS_OVERRIDE (override));

  g_ptr_array_add (self->changes[KIND_SAVE_OVERRIDE], ff_override_copy (override));
}

/**
 * ff_schedule_edit_delete_override:
 * @meeting: the uid of a meeting
 * @rule_time: the start that its rule gave
 *
 * Makes the date like the rest of the series again.
 */
void
ff_schedule_edit_delete_override (FfScheduleEdit *self,
                                  const char *meeting,
                                  const FfWallTime *rule_time)
{
  g_return_if_fail (self != NULL && meeting != NULL && rule_time != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_OVERRIDE], ff_override_new (meeting, rule_time));
}

/**
 * ff_schedule_edit_delete_meeting:
 * @uid: the meeting's
 *
 * With what is different on its dates. Its sessions and notes stay with the group.
 */
void
ff_schedule_edit_delete_meeting (FfScheduleEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_MEETING], g_strdup (uid));
}

/**
 * ff_schedule_edit_delete_group:
 * @uid: the group's
 *
 * With everything in it, the notes of its sessions too.
 */
void
ff_schedule_edit_delete_group (FfScheduleEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_GROUP], g_strdup (uid));
}

/**
 * ff_schedule_edit_delete_holidays:
 * @uid: of a calendar; the groups that keep it keep none then
 */
void
ff_schedule_edit_delete_holidays (FfScheduleEdit *self, const char *uid)
{
  g_return_if_fail (self != NULL && uid != NULL);

  g_ptr_array_add (self->changes[KIND_DELETE_HOLIDAYS], g_strdup (uid));
}

static gboolean
delete_by_uid (FfConnection *connection, const char *sql, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, sql);

  ff_statement_bind_text (statement, 1, uid);
  return ff_statement_run (statement, error);
}

static gboolean
delete_override (FfConnection *connection, FfOverride *override, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "DELETE FROM overrides WHERE rule_time = ?2"
                                      " AND meeting_id = (SELECT id FROM meetings WHERE uid = ?1)");

  ff_statement_bind_text (statement, 1, ff_override_get_meeting (override));
  ff_statement_bind_time (statement, 2, ff_override_get_rule_time (override));
  return ff_statement_run (statement, error);
}

static gboolean
save_override (FfConnection *connection, FfOverride *override, gint64 modified, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();

  return ff_override_row_save (connection, override, uid, modified, error);
}

static gboolean
make_change (FfConnection *connection, Kind kind, gpointer what, gint64 modified, GError **error)
{
  switch (kind)
    {
    case KIND_SAVE_HOLIDAYS:
      return ff_holidays_row_save (connection, what, modified, error);
    case KIND_SAVE_GROUP:
      return ff_group_row_save (connection, what, modified, error);
    case KIND_SAVE_MEETING:
      return ff_meeting_row_save (connection, what, modified, error);
    case KIND_MOVE_DATES:
      return ff_dates_move_run (what, connection, modified, error);
    case KIND_SAVE_OVERRIDE:
      return save_override (connection, what, modified, error);
    case KIND_DELETE_OVERRIDE:
      return delete_override (connection, what, error);
    case KIND_DELETE_MEETING:
      return delete_by_uid (connection, "DELETE FROM meetings WHERE uid = ?1", what, error);
    case KIND_DELETE_GROUP:
      return delete_by_uid (connection, "DELETE FROM groups WHERE uid = ?1", what, error);
    case KIND_DELETE_HOLIDAYS:
      return delete_by_uid (connection, "DELETE FROM holiday_calendars WHERE uid = ?1", what,
                            error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

typedef struct
{
  /* The writer's thread alone: */
  FfScheduleEdit *edit;
  guint done, total;
  gint64 told; /* when progress was told last */

  /* Any thread, and not changed: */
  GMainContext *context; /* of the caller */
  FfScheduleEditProgress progress;
  gpointer progress_data;
} Applying;

static void
applying_free (Applying *applying)
{
  ff_schedule_edit_free (applying->edit);
  g_main_context_unref (applying->context);
  g_free (applying);
}

typedef struct
{
  FfScheduleEditProgress progress;
  gpointer progress_data;
  guint done, total;
} Progress;

static gboolean
tell_progress (gpointer data)
{
  Progress *progress = data;

  progress->progress (progress->done, progress->total, progress->progress_data);
  return G_SOURCE_REMOVE;
}

/* At the priority at which the writer says that it is done, so that no progress comes after that. */
static void
send_progress (Applying *applying)
{
  g_autoptr (GSource) source = NULL;
  const gint64 now = g_get_monotonic_time ();
  Progress *progress;

  applying->done++;
  if (applying->progress == NULL
      || (now - applying->told < PROGRESS_EVERY && applying->done < applying->total))
    return;
  applying->told = now;
  progress = g_new (Progress, 1);
  *progress
      = (Progress) { applying->progress, applying->progress_data, applying->done, applying->total };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[fourfold] progress of an edit");
  g_source_set_callback (source, tell_progress, progress, g_free);
  g_source_attach (source, applying->context);
}

static gboolean
make_changes (FfConnection *connection, const FfUndoStep *step, Applying *applying, GError **error)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      GPtrArray *changes = applying->edit->changes[kind];

      for (guint i = 0; i < changes->len; i++)
        {
          if (g_cancellable_set_error_if_cancelled (step->cancellable, error)
              || !make_change (connection, (Kind) kind, changes->pdata[i], step->modified, error))
            return FALSE;
          send_progress (applying);
        }
    }
  return TRUE;
}

/* A date that is different is written into the event of its series, of which others have to see that it is a newer one. */
static const char revise_series[]
    = "UPDATE meetings SET sequence = sequence + 1, modified = ?2"
      " WHERE id IN (SELECT old_meeting_id FROM temp.undo_overrides WHERE step = ?1 AND existed = 1"
      " UNION SELECT o.meeting_id FROM temp.undo_overrides AS u"
      " JOIN overrides AS o ON o.id = u.key_id WHERE u.step = ?1)"
      " AND id NOT IN (SELECT key_id FROM temp.undo_meetings WHERE step = ?1)";

static gboolean
revise (FfConnection *connection, const FfUndoStep *step, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, revise_series);

  ff_statement_bind_int (statement, 1, step->number);
  ff_statement_bind_int (statement, 2, step->modified);
  return ff_statement_run (statement, error);
}

static gboolean
apply (FfConnection *connection, const FfUndoStep *step, gpointer data, GError **error)
{
  return make_changes (connection, step, data, error) && revise (connection, step, error);
}

/**
 * ff_schedule_edit_apply_async:
 * @self: (transfer full): what is to be changed
 * @cancellable: (nullable): up to the COMMIT; then nothing of it is done
 * @progress: (nullable): called on the main thread, now and then and when the last change is made, before @callback
 *
 * Makes all the changes in one transaction, which is one step that can be taken back.
 */
void
ff_schedule_edit_apply_async (FfScheduleEdit *self,
                              FfStore *store,
                              GCancellable *cancellable,
                              FfScheduleEditProgress progress,
                              gpointer progress_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Applying *applying;

  g_return_if_fail (self != NULL && FF_IS_STORE (store));

  applying = g_new0 (Applying, 1);
  applying->edit = self;
  applying->total = count_changes (self);
  applying->context = g_main_context_ref_thread_default ();
  applying->progress = progress;
  applying->progress_data = progress_data;
  ff_undo_step_async (store, apply, applying, (GDestroyNotify) applying_free, cancellable, callback,
                      user_data);
}

/**
 * ff_schedule_edit_apply_finish:
 *
 * Returns: the step, for ff_store_undo_async(); 0 with an error, and nothing is changed
 */
guint64
ff_schedule_edit_apply_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_undo_step_finish (store, result, error);
}
