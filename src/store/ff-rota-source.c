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
copy_groups (GPtrArray *groups)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (copy, g_object_ref (groups->pdata[i]));
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
  self->groups = copy_groups (ff_schedule_get_groups (schedule));
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
