/* ff-rota-source.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rota is made from, read in one go.
 */

#include "ff-rota-source.h"

#include "ff-relieved-rows.h"
#include "ff-roster-rows.h"
#include "ff-schedule-rows.h"
#include "ff-store-private.h"

#define DAYS_A_WEEK 7

typedef struct
{
  GDateTime *from;
  GDateTime *until;
} Stretch;

static void
stretch_free (Stretch *stretch)
{
  g_date_time_unref (stretch->from);
  g_date_time_unref (stretch->until);
  g_free (stretch);
}

void
ff_rota_source_free (FfRotaSource *self)
{
  g_clear_object (&self->roster);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->relieved, g_ptr_array_unref);
  g_free (self);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  FfGroup *first = *(FfGroup *const *) a, *second = *(FfGroup *const *) b;
  int order = g_utf8_collate (ff_group_get_name (first), ff_group_get_name (second));

  return order != 0 ? order : g_strcmp0 (ff_group_get_uid (first), ff_group_get_uid (second));
}

static GPtrArray *
copy_list (GPtrArray *objects)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (copy, g_object_ref (objects->pdata[i]));
  return copy;
}

static FfWallTime
find_rule_time (FfOccurrence *occurrence, gboolean end)
{
  FfWallTime time = *ff_occurrence_get_rule_time (occurrence);

  return end ? ff_wall_time_add_days (&time, 1) : time;
}

/* Wall times of any zone lie within a day of UTC’s; a date that was moved is known by a time that may be far from it. */
static void
find_keys (const Stretch *stretch, GPtrArray *occurrences, FfWallTime *from, FfWallTime *until)
{
  g_autoptr (GDateTime) first = g_date_time_to_utc (stretch->from);
  g_autoptr (GDateTime) last = g_date_time_to_utc (stretch->until);

  *from = ff_wall_time_from_date_time (first);
  *from = ff_wall_time_add_days (from, -1);
  *until = ff_wall_time_from_date_time (last);
  *until = ff_wall_time_add_days (until, 2);
  for (guint i = 0; i < occurrences->len; i++)
    {
      FfWallTime begin = find_rule_time (occurrences->pdata[i], FALSE);
      FfWallTime end = find_rule_time (occurrences->pdata[i], TRUE);

      if (ff_wall_time_compare (&begin, from) < 0)
        *from = begin;
      if (ff_wall_time_compare (until, &end) < 0)
        *until = end;
    }
}

/* What the margin is too short for. */
static int
count_days_beyond_margin (FfRoster *roster)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (roster);
  guint longest = 0;

  for (guint i = 0; i < volunteers->len; i++)
    longest = MAX (longest, ff_volunteer_get_cap (volunteers->pdata[i], FF_CAP_IN_ROW));
  return MAX (0, ((int) longest + 1) * DAYS_A_WEEK - FF_ROTA_MARGIN_DAYS);
}

static gboolean
read_assignments (FfRotaSource *self,
                  FfConnection *connection,
                  const Stretch *stretch,
                  GError **error)
{
  g_autoptr (GPtrArray) last = NULL;
  FfWallTime from, until;

  find_keys (stretch, self->occurrences, &from, &until);
  self->assignments = ff_assignment_rows_list (connection, &from, &until, error);
  if (self->assignments == NULL)
    return FALSE;
  last = ff_assignment_rows_list_last_asked (connection, &from, &until, error);
  if (last == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (self->assignments, g_steal_pointer (&last));
  self->relieved = ff_relieved_rows_list (connection, &from, &until, error);
  return self->relieved != NULL;
}

static FfRotaSource *
read_all (FfConnection *connection, const Stretch *asked, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfRotaSource) self = g_new0 (FfRotaSource, 1);
  g_autoptr (FfSchedule) schedule = ff_schedule_rows_read (connection, NULL, error);
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;
  int days;

  if (schedule == NULL)
    return NULL;
  self->roster = ff_roster_rows_load (connection, error);
  if (self->roster == NULL)
    return NULL;
  self->meetings = copy_list (ff_schedule_get_meetings (schedule));
  self->groups = copy_list (ff_schedule_get_groups (schedule));
  g_ptr_array_sort (self->groups, compare_groups);
  days = count_days_beyond_margin (self->roster);
  from = g_date_time_add_days (asked->from, -days);
  until = g_date_time_add_days (asked->until, days);
  self->occurrences = ff_schedule_list_occurrences (schedule, from, until, NULL, cancellable);
  if (self->occurrences == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return read_assignments (self, connection, &(Stretch) { from, until }, error)
             ? g_steal_pointer (&self)
             : NULL;
}

/* In one transaction, so that no write of another thread comes between two of the lists. */
static FfRotaSource *
read_at_once (FfConnection *connection,
              const Stretch *stretch,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FfRotaSource) source = NULL;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  source = read_all (connection, stretch, cancellable, error);
  if (!ff_connection_rollback (connection, source != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&source);
}

/**
 * ff_rota_source_read:
 * @from: the first start
 * @until: the start before which dates are
 *
 * Duties may be of dates shortly before or after, where a date was moved or lies in another zone. For whoever may serve more
 * weeks in a row than %FF_ROTA_MARGIN_DAYS cover, there is as much more of both. Of the other duties, there are those for which
 * somebody was asked last.
 *
 * Returns: (transfer full): %NULL with an error
 */
FfRotaSource *
ff_rota_source_read (FfStore *store, GDateTime *from, GDateTime *until, GError **error)
{
  FfConnection *connection = ff_store_get_connection (store, error);
  const Stretch stretch = { from, until };

  return connection != NULL ? read_at_once (connection, &stretch, NULL, error) : NULL;
}

static gpointer
read_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FfRotaSource) source = read_at_once (connection, data, cancellable, error);

  /* What ends a read that is cancelled may come too late for it. */
  if (source == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&source);
}

/**
 * ff_rota_source_read_async:
 *
 * As ff_rota_source_read(), on the reader's thread, after the reads that were asked for before.
 */
void
ff_rota_source_read_async (FfStore *store,
                           GDateTime *from,
                           GDateTime *until,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Stretch *stretch;

  g_return_if_fail (FF_IS_STORE (store) && from != NULL && until != NULL);

  stretch = g_new0 (Stretch, 1);
  *stretch = (Stretch) { g_date_time_ref (from), g_date_time_ref (until) };
  ff_store_read_async (store, read_in_thread, stretch, (GDestroyNotify) stretch_free,
                       (GDestroyNotify) ff_rota_source_free, cancellable, callback, user_data);
}

/**
 * ff_rota_source_read_finish:
 *
 * Returns: (transfer full): %NULL with an error
 */
FfRotaSource *
ff_rota_source_read_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

static FfMeeting *
find_meeting (FfRotaSource *self, const char *uid)
{
  for (guint i = 0; i < self->meetings->len; i++)
    if (g_str_equal (ff_meeting_get_uid (self->meetings->pdata[i]), uid))
      return self->meetings->pdata[i];
  return NULL;
}

static FfGroup *
find_group (FfRotaSource *self, const char *uid)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (ff_group_get_uid (self->groups->pdata[i]), uid))
      return self->groups->pdata[i];
  return NULL;
}

static FfOccurrence *
find_occurrence (FfRotaSource *self, FfMeeting *meeting, const FfWallTime *rule_time)
{
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      FfOccurrence *occurrence = self->occurrences->pdata[i];

      if (ff_occurrence_get_meeting (occurrence) == meeting
          && ff_wall_time_compare (ff_occurrence_get_rule_time (occurrence), rule_time) == 0)
        return g_object_ref (occurrence);
    }
  return ff_occurrence_new (meeting, rule_time, NULL, NULL, NULL);
}

/**
 * ff_rota_source_make_duty:
 * @self: what a rota is made from
 * @assignment: one of its assignments, or of those that are theirs no more
 *
 * Finds what it is an assignment to. A date that the rule of the meeting gives no more is as the rule gave it, with the hours of
 * the meeting as it is now.
 *
 * Returns: (transfer full) (nullable): the duty; %NULL where the meeting is of no use, as its zone is unknown
 */
FfDuty *
ff_rota_source_make_duty (FfRotaSource *self, FfAssignment *assignment)
{
  FfMeeting *meeting;
  FfGroup *group;
  FfRole *role;
  g_autoptr (FfOccurrence) occurrence = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (FF_IS_ASSIGNMENT (assignment), NULL);

  meeting = find_meeting (self, ff_assignment_get_meeting (assignment));
  role = ff_roster_find_role (self->roster, ff_assignment_get_role (assignment));
  if (meeting == NULL || role == NULL)
    return NULL;
  group = find_group (self, ff_meeting_get_group (meeting));
  occurrence = find_occurrence (self, meeting, ff_assignment_get_rule_time (assignment));
  return group != NULL && occurrence != NULL ? ff_duty_new (assignment, occurrence, group, role)
                                             : NULL;
}
