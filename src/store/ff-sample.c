/* ff-sample.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-sample.h"

#include <glib/gi18n-lib.h>

#include "ff-programme.h"
#include "ff-recurrence.h"
#include "ff-rows.h"
#include "ff-sample-private.h"
#include "ff-sample-roster.h"
#include "ff-sample-towns.h"
#include "ff-search-index.h"
#include "ff-store-error.h"
#include "ff-store-private.h"

/* 52 weeks a year, for ten years. */
#define FACILITATOR_WEEKS 520
#define COORDINATOR_WEEKS 8

typedef struct
{
  FfSampleSize size;
  guint32 seed;
  GDateTime *now;
  char *zone;
} FfSampleFilling;

static void
ff_sample_filling_free (FfSampleFilling *filling)
{
  g_date_time_unref (filling->now);
  g_free (filling->zone);
  g_free (filling);
}

FfWallTime
ff_sampling_choose_evening (FfSampling *self)
{
  guint minutes = self->now.hour * 60u + self->now.minute + 60;
  guint half_hours = MAX ((minutes + 29) / 30, 19 * 2);
  FfWallTime evening = self->now;

  if (half_hours > 20 * 2 + 1)
    {
      evening = ff_wall_time_add_days (&self->now, 1);
      half_hours = 19 * 2;
    }
  evening.hour = (guint8) (half_hours / 2);
  evening.minute = (guint8) (half_hours % 2 * 30);
  return evening;
}

FfGroup *
ff_sampling_make_group (FfSampling *self, guint number, const char *programme, const char *zone)
{
  g_autofree char *uid = ff_sample_make_uid (self->random);
  g_autofree char *name = ff_sample_write_name (number);
  FfGroup *group = ff_group_new (uid);

  ff_group_set_name (group, name);
  ff_group_set_programme (group, programme);
  ff_group_set_zone (group, zone);
  ff_group_set_open (group, g_rand_int_range (self->random, 0, 4) > 0);
  ff_group_set_sample (group, TRUE);
  ff_sampling_describe_group (self, group, number);
  return group;
}

FfMeeting *
ff_sampling_make_meeting (FfSampling *self,
                          FfGroup *group,
                          FfWallTime start,
                          guint minutes,
                          const char *rule)
{
  g_autofree char *uid = ff_sample_make_uid (self->random);
  FfMeeting *meeting = ff_meeting_new (uid);

  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_start (meeting, &start);
  ff_meeting_set_minutes (meeting, minutes);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, ff_group_get_zone (group));
  return meeting;
}

gboolean
ff_sampling_save (FfSampling *self, FfGroup *group, FfMeeting *meeting, GError **error)
{
  return (group == NULL || ff_group_row_save (self->connection, group, self->modified, error))
         && (meeting == NULL
             || ff_meeting_row_save (self->connection, meeting, self->modified, error));
}

typedef struct
{
  guint number;
  const char *programme;
  FfMode mode;
  gboolean rests; /* in summer */
  guint people;
  guint first; /* the number of the first one's alias */
} Weekly;

/* In five weeks the room is taken. */
static gboolean
add_other_date (FfSampling *self, FfMeeting *meeting, FfWallTime next, GError **error)
{
  FfWallTime date = ff_wall_time_add_days (&next, 35);
  FfWallTime moved = ff_wall_time_add_days (&date, 1);
  g_autoptr (FfOverride) override = ff_override_new (ff_meeting_get_uid (meeting), &date);
  g_autofree char *uid = ff_sample_make_uid (self->random);

  ff_override_set_start (override, &moved);
  ff_override_set_note (override, "One day later, the room is taken");
  return ff_override_row_save (self->connection, override, uid, self->modified, error);
}

/* Somebody who cannot come to the group can ask for a talk. */
static gboolean
add_talks (FfSampling *self, FfGroup *group, guint number, GError **error)
{
  FfWallTime start = { self->now.year, self->now.month, self->now.day, 17, 0 };
  g_autoptr (FfMeeting) meeting = ff_sampling_make_meeting (self, group, start, 30, NULL);

  ff_meeting_set_title (meeting, "A first talk");
  ff_meeting_set_by_appointment (meeting, TRUE);
  ff_sampling_describe_meeting (self, meeting, number, FF_MODE_PHONE);
  return ff_sampling_save (self, NULL, meeting, error);
}

/* A weekly group with its notes; @next is its next date. */
static gboolean
add_group_with_notes (FfSampling *self,
                      const Weekly *weekly,
                      FfWallTime next,
                      guint weeks,
                      GError **error)
{
  FfWallTime start = ff_wall_time_add_days (&next, -7 * (int) weeks);
  g_autofree char *rule = ff_recurrence_build (FF_REPEAT_WEEKLY, &start);
  g_autoptr (FfGroup) group
      = ff_sampling_make_group (self, weekly->number, weekly->programme, self->zone);
  g_autoptr (FfMeeting) meeting = ff_sampling_make_meeting (self, group, start, 90, rule);

  ff_sampling_describe_meeting (self, meeting, weekly->number, weekly->mode);
  if (weekly->rests)
    ff_sampling_rest_in_summer (self, meeting);
  return ff_sampling_save (self, group, meeting, error)
         && ff_sampling_add_notes (self, group, meeting, next, weeks, weekly->people, weekly->first,
                                   error)
         && add_other_date (self, meeting, next, error)
         && add_talks (self, group, weekly->number, error)
         && ff_sampling_add_help_lines (self, group, weekly->number == 0, error);
}

static gboolean
refuse_any (FfConnection *connection, const char *sql, const char *sentence, GError **error)
{
  gint64 found;

  if (!ff_connection_read_number (connection, sql, &found, error))
    return FALSE;
  if (found > 0)
    g_set_error_literal (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED, sentence);
  return found == 0;
}

static gboolean
refuse_unless_empty (FfConnection *connection, GError **error)
{
  return refuse_any (connection, "SELECT count (*) FROM groups",
                     _ ("There are groups here already. A sample only goes into an empty folder: "
                        "choose another one."),
                     error)
         && refuse_any (connection,
                        "SELECT (SELECT count (*) FROM volunteers)"
                        " + (SELECT count (*) FROM requirements)",
                        _ ("There are volunteers or trainings here already. A sample only goes "
                           "into an empty folder: choose another one."),
                        error);
}

static gboolean
add_all (FfSampling *self, FfSampleSize size, guint32 seed, GError **error)
{
  static const Weekly own = { 0, "four-points", FF_MODE_HYBRID, FALSE, 18, 0 };
  static const Weekly family = { 1, "family-friends", FF_MODE_IN_PERSON, TRUE, 12, 18 };
  guint weeks = size == FF_SAMPLE_FACILITATOR ? FACILITATOR_WEEKS : COORDINATOR_WEEKS;
  FfWallTime evening = ff_sampling_choose_evening (self);
  FfWallTime other_evening = ff_wall_time_add_days (&evening, 3);

  other_evening.hour = 18;
  other_evening.minute = 30;
  if (!ff_sampling_add_holidays (self, error) || !ff_sampling_add_handouts (self, error)
      || !add_group_with_notes (self, &own, evening, weeks, error)
      || !add_group_with_notes (self, &family, other_evening, weeks, error))
    return FALSE;
  switch (size)
    {
    case FF_SAMPLE_FACILITATOR:
      return ff_sampling_add_roster (self, 5, 2, 10, seed, error);
    case FF_SAMPLE_COORDINATOR:
      return ff_sampling_add_region (self, 298, 496, error)
             && ff_sampling_add_roster (self, 500, 500, 10, seed, error);
    case FF_SAMPLE_COUNTRY:
      return ff_sampling_add_region (self, 5998, 9996, error)
             && ff_sampling_add_roster (self, 5000, 6000, 3, seed, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
fill (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  FfSampleFilling *filling = data;
  FfSampling sampling = { .connection = connection, .zone = filling->zone };
  gboolean filled;

  if (!refuse_unless_empty (connection, error))
    return FALSE;
  sampling.programmes = ff_programme_load_all (error);
  if (sampling.programmes == NULL)
    return FALSE;
  sampling.random = g_rand_new_with_seed (filling->seed);
  sampling.listing = g_rand_new_with_seed (~filling->seed);
  sampling.saying = g_rand_new_with_seed (filling->seed ^ 0x5a5a5a5a);
  sampling.now = ff_wall_time_from_date_time (filling->now);
  sampling.modified = g_date_time_to_unix (filling->now) * G_USEC_PER_SEC;
  ff_change_add (change, FF_AGGREGATE_ALL, NULL);
  filled = ff_search_index_rest (connection, error)
           && add_all (&sampling, filling->size, filling->seed, error)
           && ff_search_index_renew (connection, error);
  g_rand_free (sampling.random);
  g_rand_free (sampling.listing);
  g_rand_free (sampling.saying);
  g_ptr_array_unref (sampling.programmes);
  g_free (sampling.offered_for);
  g_strfreev (sampling.offered);
  return filled;
}

/**
 * ff_sample_fill_async:
 * @size: whose work it looks like
 * @seed: the same seed and @now give the same data, identifiers included
 * @now: the first group's next meeting is on that day where there is time to get ready, otherwise on the next
 *
 * Fails with %FF_STORE_ERROR_REFUSED where there is a group already.
 */
void
ff_sample_fill_async (FfStore *store,
                      FfSampleSize size,
                      guint32 seed,
                      GDateTime *now,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  FfSampleFilling *filling = g_new0 (FfSampleFilling, 1);
  const char *zone = g_time_zone_get_identifier (g_date_time_get_timezone (now));
  g_autoptr (GTimeZone) known = ff_time_zone_find (zone, NULL);

  filling->size = size;
  filling->seed = seed;
  filling->now = g_date_time_ref (now);
  filling->zone = known != NULL ? g_strdup (zone) : ff_time_zone_get_local ();
  ff_store_write_async (store, fill, filling, (GDestroyNotify) ff_sample_filling_free, callback,
                        user_data);
}

static gboolean
remove_all (FfConnection *connection, gpointer data, FfChange *change, GError **error)
{
  /* Ten years of notes taken out of the search index word by word take seconds. So they go at once, and the index is made anew of
   * what is left: no trace stays of them that way either. */
  static const char *const steps[] = {
    "DELETE FROM groups WHERE sample = 1",
    "DELETE FROM assignments WHERE volunteer_id IN (SELECT id FROM volunteers WHERE sample = 1)",
    "DELETE FROM volunteers WHERE sample = 1",
    /* What somebody real did stays known. */
    "DELETE FROM requirements WHERE sample = 1 AND id NOT IN (SELECT requirement_id FROM "
    "trainings)",
    "DELETE FROM holiday_calendars WHERE uid IN ('" FF_SAMPLE_HOLIDAYS
    "', '" FF_SAMPLE_HOLIDAYS_FRENCH "') AND id NOT IN"
    " (SELECT holidays_id FROM groups WHERE holidays_id IS NOT NULL)",
    "DELETE FROM handout_marks WHERE handout IN ('urge-log', 'seven-day-plan', "
    "'own-" FF_SAMPLE_OWN_HANDOUT "')",
    "DELETE FROM own_handouts WHERE uid = '" FF_SAMPLE_OWN_HANDOUT "' AND sequence = 0",
  };

  if (!ff_search_index_rest (connection, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!ff_connection_execute (connection, steps[i], error))
      return FALSE;
  if (!ff_search_index_renew (connection, error))
    return FALSE;
  ff_change_add (change, FF_AGGREGATE_ALL, NULL);
  return TRUE;
}

/**
 * ff_sample_remove_async:
 *
 * Takes every group that is marked as sample out again, with everything in it.
 */
void
ff_sample_remove_async (FfStore *store, GAsyncReadyCallback callback, gpointer user_data)
{
  ff_store_write_async (store, remove_all, NULL, NULL, callback, user_data);
}
