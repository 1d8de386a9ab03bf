/* ff-hours-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What volunteers gave in a stretch of time.
 */

#include "ff-hours-repository.h"

#include "ff-roster-rows.h"
#include "ff-schedule-rows.h"
#include "ff-store-private.h"

/* A date that was moved is known by a time that is not its own. */
#define DAYS_MOVED 92

struct _FfVolunteerHours
{
  GObject parent_instance;

  char *volunteer;
  char *name;
  char *sort_key;
  guint duties;
  guint meetings;
  guint duty_minutes;
  guint own_minutes;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (FfVolunteerHours, ff_volunteer_hours, G_TYPE_OBJECT)

static void
ff_volunteer_hours_finalize (GObject *object)
{
  FfVolunteerHours *self = FF_VOLUNTEER_HOURS (object);

  g_clear_pointer (&self->volunteer, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sort_key, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_volunteer_hours_parent_class)->finalize (object);
}

static void
ff_volunteer_hours_class_init (FfVolunteerHoursClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_volunteer_hours_finalize;
}

static void
ff_volunteer_hours_init (FfVolunteerHours *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_hours_entry_free);
}

/**
 * ff_volunteer_hours_get_volunteer:
 *
 * Returns: (transfer none): the uid of whose hours they are
 */
const char *
ff_volunteer_hours_get_volunteer (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), NULL);

  return self->volunteer;
}

const char *
ff_volunteer_hours_get_name (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), NULL);

  return self->name;
}

guint
ff_volunteer_hours_get_duties (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), 0);

  return self->duties;
}

/**
 * ff_volunteer_hours_get_meetings:
 *
 * Returns: at how many dates they had duties: two roles at one are two duties
 */
guint
ff_volunteer_hours_get_meetings (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), 0);

  return self->meetings;
}

guint
ff_volunteer_hours_get_duty_minutes (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), 0);

  return self->duty_minutes;
}

guint
ff_volunteer_hours_get_own_minutes (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), 0);

  return self->own_minutes;
}

/**
 * ff_volunteer_hours_get_entries:
 *
 * Returns: (transfer none) (element-type FfHoursEntry): time beyond duties, by date
 */
GPtrArray *
ff_volunteer_hours_get_entries (FfVolunteerHours *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_HOURS (self), NULL);

  return self->entries;
}

typedef struct
{
  GDateTime *from;
  GDateTime *until;
  GDateTime *now;
} Stretch;

static void
stretch_free (Stretch *stretch)
{
  g_date_time_unref (stretch->from);
  g_date_time_unref (stretch->until);
  g_date_time_unref (stretch->now);
  g_free (stretch);
}

/* @all: (element-type utf8 FfVolunteerHours), by uid */
static FfVolunteerHours *
find_hours (GHashTable *all, const char *volunteer, const char *name)
{
  FfVolunteerHours *hours = g_hash_table_lookup (all, volunteer);

  if (hours == NULL)
    {
      hours = g_object_new (FF_TYPE_VOLUNTEER_HOURS, NULL);
      hours->volunteer = g_strdup (volunteer);
      hours->name = g_strdup (name);
      hours->sort_key = g_utf8_collate_key (name, -1);
      g_hash_table_insert (all, hours->volunteer, hours);
    }
  return hours;
}

static FfOverride *
find_override (FfSchedule *schedule, const char *meeting, const FfWallTime *rule_time)
{
  GPtrArray *overrides = ff_schedule_get_overrides (schedule, meeting);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    if (ff_wall_time_compare (ff_override_get_rule_time (overrides->pdata[i]), rule_time) == 0)
      return overrides->pdata[i];
  return NULL;
}

static gboolean
is_held (FfOccurrence *occurrence, const Stretch *stretch)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);

  return !ff_occurrence_get_cancelled (occurrence)
         && g_date_time_compare (stretch->from, start) <= 0
         && g_date_time_compare (start, stretch->until) < 0
         && g_date_time_compare (start, stretch->now) < 0;
}

/* One date after the other, as a year of all meetings has many more than there are duties. */
static void
add_duty (GHashTable *all, FfStatement *row, FfSchedule *schedule, const Stretch *stretch)
{
  FfMeeting *meeting = ff_schedule_find_meeting (schedule, ff_statement_get_text (row, 2));
  g_autoptr (FfOccurrence) occurrence = NULL;
  FfVolunteerHours *hours;
  FfWallTime rule_time;

  if (meeting == NULL || !ff_statement_get_time (row, 3, &rule_time))
    return;
  occurrence
      = ff_occurrence_new (meeting, &rule_time,
                           find_override (schedule, ff_meeting_get_uid (meeting), &rule_time),
                           ff_schedule_find_holidays (schedule, meeting), NULL);
  if (occurrence == NULL || !is_held (occurrence, stretch))
    return;
  hours = find_hours (all, ff_statement_get_text (row, 0), ff_statement_get_text (row, 1));
  hours->duties++;
  /* Two roles at one date are two duties in the same hour. */
  if (ff_statement_get_int (row, 4) != 0)
    return;
  hours->meetings++;
  hours->duty_minutes += (guint) (g_date_time_difference (ff_occurrence_get_end (occurrence),
                                                          ff_occurrence_get_start (occurrence))
                                  / G_TIME_SPAN_MINUTE);
}

static gboolean
add_duties (FfConnection *connection, GHashTable *all, const Stretch *stretch, GError **error)
{
  g_autoptr (FfSchedule) schedule = ff_schedule_rows_read (connection, NULL, error);
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT v.uid, v.name, m.uid, a.rule_time, EXISTS (SELECT 1"
                          " FROM assignments AS b WHERE b.volunteer_id = a.volunteer_id"
                          " AND b.rule_time = a.rule_time AND b.meeting_id = a.meeting_id"
                          " AND b.status IN (2, 3) AND b.id < a.id) FROM assignments AS a"
                          " JOIN volunteers AS v ON v.id = a.volunteer_id"
                          " JOIN meetings AS m ON m.id = a.meeting_id"
                          " WHERE a.rule_time >= ?1 AND a.rule_time < ?2 AND a.status IN (2, 3)");
  FfWallTime from = ff_wall_time_from_date_time (stretch->from);
  FfWallTime until = ff_wall_time_from_date_time (stretch->until);

  if (schedule == NULL)
    return FALSE;
  from = ff_wall_time_add_days (&from, -DAYS_MOVED);
  until = ff_wall_time_add_days (&until, DAYS_MOVED);
  ff_statement_bind_time (statement, 1, &from);
  ff_statement_bind_time (statement, 2, &until);
  while (ff_statement_next (statement))
    add_duty (all, statement, schedule, stretch);
  return ff_statement_finish (statement, error);
}

static gboolean
add_entries (FfConnection *connection, GHashTable *all, const Stretch *stretch, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT " FF_HOURS_COLUMNS ", v.name FROM hours AS h JOIN volunteers AS v"
                          " ON v.id = h.volunteer_id WHERE h.date >= ?1 AND h.date < ?2"
                          " ORDER BY h.date, h.id");
  g_autofree char *from = g_date_time_format (stretch->from, "%Y-%m-%d");
  g_autofree char *until = g_date_time_format (stretch->until, "%Y-%m-%d");

  ff_statement_bind_text (statement, 1, from);
  ff_statement_bind_text (statement, 2, until);
  while (ff_statement_next (statement))
    {
      FfHoursEntry *entry = ff_hours_row_read (statement);
      FfVolunteerHours *hours
          = find_hours (all, entry->volunteer, ff_statement_get_text (statement, 5));

      hours->own_minutes += entry->minutes;
      g_ptr_array_add (hours->entries, entry);
    }
  return ff_statement_finish (statement, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FfVolunteerHours *first = *(FfVolunteerHours *const *) a;
  const FfVolunteerHours *second = *(FfVolunteerHours *const *) b;
  int order = g_strcmp0 (first->sort_key, second->sort_key);

  return order != 0 ? order : g_strcmp0 (first->volunteer, second->volunteer);
}

static gpointer
list_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) all
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  GPtrArray *hours;
  gboolean is_read;

  if (!ff_connection_execute (connection, "BEGIN", error))
    return NULL;
  is_read = add_duties (connection, all, data, error) && add_entries (connection, all, data, error);
  if (!ff_connection_rollback (connection, is_read ? error : NULL) || !is_read
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  hours = g_hash_table_steal_all_values (all);
  g_ptr_array_set_free_func (hours, g_object_unref);
  g_ptr_array_sort (hours, compare_names);
  return hours;
}

/**
 * ff_hours_repository_list_async:
 * @from: the first start, and the first day of an entry
 * @until: the start, and the day, before which they are
 * @now: before which a duty has to have started
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_hours_repository_list_async (FfStore *store,
                                GDateTime *from,
                                GDateTime *until,
                                GDateTime *now,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Stretch *stretch;

  g_return_if_fail (FF_IS_STORE (store) && from != NULL && until != NULL && now != NULL);

  stretch = g_new0 (Stretch, 1);
  *stretch = (Stretch) { g_date_time_ref (from), g_date_time_ref (until), g_date_time_ref (now) };
  ff_store_read_async (store, list_in_thread, stretch, (GDestroyNotify) stretch_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_hours_repository_list_finish:
 *
 * Returns: (transfer full) (element-type FfVolunteerHours): by name; %NULL with an error
 */
GPtrArray *
ff_hours_repository_list_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
