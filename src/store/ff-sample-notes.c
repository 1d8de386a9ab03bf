/* ff-sample-notes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ff-programme.h"
#include "ff-rows.h"
#include "ff-sample-private.h"

/* Somebody who comes to the group for a part of its time. */
typedef struct
{
  FfParticipant *participant;
  guint from, until; /* weeks from the beginning */
  GPtrArray *plan;   /* (element-type FfPlanItem): what they set last */
  guint number;
  guint visits; /* so far */
  int balance;
} FfAttendee;

typedef struct
{
  FfSampling *sampling;
  FfGroup *group;
  FfMeeting *meeting;
  GPtrArray *attendees;
  FfSampleVoice voice;
  guint weeks;
  guint points; /* that the programme has */
} FfNoteWriting;

static void
ff_attendee_free (FfAttendee *attendee)
{
  g_object_unref (attendee->participant);
  g_ptr_array_unref (attendee->plan);
  g_free (attendee);
}

/* A third of them were asked, and said so when they first came. */
static void
agree (FfNoteWriting *writing, FfAttendee *attendee, FfWallTime begin)
{
  FfWallTime day = ff_wall_time_add_days (&begin, 7 * (int) attendee->from);
  g_autofree char *date = ff_wall_time_to_string (&day);

  if (attendee->number % 3 != 0)
    return;
  date[strlen ("2026-11-24")] = '\0';
  ff_participant_set_consent (attendee->participant,
                              ff_sample_choose_consent (writing->sampling->saying));
  ff_participant_set_consent_date (attendee->participant, date);
}

/* People come and go over the years; the last third of them are here now. */
static FfAttendee *
make_attendee (FfNoteWriting *writing,
               guint number,
               guint people,
               guint first,
               FfWallTime begin,
               GError **error)
{
  FfSampling *sampling = writing->sampling;
  g_autofree char *uid = ff_sample_make_uid (sampling->random);
  g_autofree char *alias = ff_sample_write_alias (first + number);
  FfAttendee *attendee = g_new0 (FfAttendee, 1);
  guint spell = writing->weeks / 2;

  attendee->plan = g_ptr_array_new_with_free_func (g_object_unref);
  attendee->participant = ff_participant_new (uid);
  ff_participant_set_group (attendee->participant, ff_group_get_uid (writing->group));
  ff_participant_set_alias (attendee->participant, alias);
  attendee->from = number * (writing->weeks - spell) / people;
  attendee->until = attendee->from + spell;
  if (number >= people - people / 3 - 1)
    attendee->until = writing->weeks;
  attendee->number = number;
  attendee->balance = 2 + (int) number % 4;
  agree (writing, attendee, begin);
  if (ff_participant_row_add (sampling->connection, attendee->participant, error))
    return attendee;
  ff_attendee_free (attendee);
  return NULL;
}

static FfOutcome
choose_outcome (GRand *random)
{
  int chance = g_rand_int_range (random, 0, 100);

  return chance < 45   ? FF_OUTCOME_DONE
         : chance < 70 ? FF_OUTCOME_PARTLY
         : chance < 86 ? FF_OUTCOME_NOT
                       : FF_OUTCOME_CHANGED;
}

static gboolean
review_plan (FfNoteWriting *writing, FfAttendee *attendee, const char *session, GError **error)
{
  for (guint i = 0; i < attendee->plan->len; i++)
    {
      FfPlanItem *item = g_ptr_array_index (attendee->plan, i);

      ff_plan_item_review (item, choose_outcome (writing->sampling->random), session);
      if (!ff_plan_item_row_save (writing->sampling->connection, item, error))
        return FALSE;
    }
  g_ptr_array_set_size (attendee->plan, 0);
  return TRUE;
}

static gboolean
set_plan (FfNoteWriting *writing, FfAttendee *attendee, const char *session, GError **error)
{
  GRand *random = writing->sampling->random;
  guint items = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < items; i++)
    {
      g_autofree char *uid = ff_sample_make_uid (random);
      guint day;
      g_autofree char *text = ff_sample_write_item (random, writing->voice, &day);
      FfPlanItem *item = ff_plan_item_new (uid);

      g_ptr_array_add (attendee->plan, item);
      ff_plan_item_set_participant (item, ff_participant_get_uid (attendee->participant));
      ff_plan_item_set_set_at (item, session);
      ff_plan_item_set_position (item, i);
      ff_plan_item_set_text (item, text);
      ff_plan_item_set_day (item, day);
      if (!ff_plan_item_row_save (writing->sampling->connection, item, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
happens (FfNoteWriting *writing, int percent)
{
  return g_rand_int_range (writing->sampling->saying, 0, 100) < percent;
}

/* From thinking about it on; somebody may start again at any time. */
static int
find_stage (FfNoteWriting *writing, FfAttendee *attendee)
{
  if (attendee->visits > 16 && happens (writing, 12))
    return FF_STAGE_STARTING_AGAIN;
  return (int) MIN (FF_STAGE_THINKING + attendee->visits / 12, FF_STAGE_KEEPING_UP);
}

/* Only some people want to look at these, and not each week. */
static void
say_where_they_are (FfNoteWriting *writing, FfAttendee *attendee, FfCheckIn *check_in)
{
  if (attendee->number % 3 == 1 && attendee->visits % 8 == 2)
    ff_check_in_set_stage (check_in, find_stage (writing, attendee));
  if (attendee->number % 6 != 2 || attendee->visits % 26 != 4)
    return;
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    {
      int capital
          = 3 + (int) attendee->visits / 26 + g_rand_int_range (writing->sampling->saying, 0, 4);

      ff_check_in_set_capital (check_in, (FfCapital) i, MIN (capital, 10));
    }
}

static void
say_goal (FfNoteWriting *writing, FfAttendee *attendee, FfCheckIn *check_in)
{
  int aim;

  if (attendee->number % 4 == 3 || attendee->visits % 20 != 1)
    return;
  ff_check_in_set_goal (check_in,
                        ff_sample_choose_goal (writing->sampling->saying, writing->voice, &aim));
  if (writing->voice == FF_SAMPLE_VOICE_OWN)
    ff_check_in_set_aim (check_in, aim);
}

static void
say_more (FfNoteWriting *writing, FfAttendee *attendee, FfCheckIn *check_in)
{
  GRand *saying = writing->sampling->saying;

  ff_check_in_set_newcomer (check_in, attendee->visits == 0 && attendee->from > 0);
  if (writing->points > 0 && happens (writing, 70))
    ff_check_in_set_points (check_in, 1u << g_rand_int_range (saying, 0, (int) writing->points));
  if (writing->points > 0 && happens (writing, 25))
    ff_check_in_set_points (check_in,
                            ff_check_in_get_points (check_in)
                                | 1u << g_rand_int_range (saying, 0, (int) writing->points));
  /* A little better over the years, with ups and downs. */
  attendee->balance += g_rand_int_range (saying, -1, 2) + (attendee->visits % 30 == 29 ? 1 : 0);
  attendee->balance = CLAMP (attendee->balance, 1, 9);
  if (happens (writing, 60))
    ff_check_in_set_balance (check_in, attendee->balance);
  if (happens (writing, 40))
    ff_check_in_set_helped (check_in, ff_sample_choose_helped (saying, writing->voice));
  say_goal (writing, attendee, check_in);
  say_where_they_are (writing, attendee, check_in);
  attendee->visits++;
}

static gboolean
check_in (FfNoteWriting *writing,
          FfAttendee *attendee,
          FfSession *session,
          guint week,
          GError **error)
{
  FfSampling *sampling = writing->sampling;
  const char *session_uid = ff_session_get_uid (session);
  g_autofree char *uid = ff_sample_make_uid (sampling->random);
  g_autofree char *note = ff_sample_write_note (sampling->random, writing->voice);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);

  ff_check_in_set_session (check_in, session_uid);
  ff_check_in_set_participant (check_in, ff_participant_get_uid (attendee->participant));
  ff_check_in_set_note (check_in, note);
  if (writing->voice == FF_SAMPLE_VOICE_OWN)
    {
      int urge = g_rand_int_range (sampling->random, 0, 8)
                 + g_rand_int_range (sampling->random, 0, 4) - (int) MIN (attendee->visits / 20, 4);

      ff_check_in_set_urge (check_in, CLAMP (urge, 0, 10));
    }
  say_more (writing, attendee, check_in);
  if (!ff_check_in_row_save (sampling->connection, check_in, NULL, error)
      || !review_plan (writing, attendee, session_uid, error))
    return FALSE;
  /* Who is about to leave plans nothing more, so that nothing of theirs stays open. */
  if (attendee->until < writing->weeks && week + 6 > attendee->until)
    return TRUE;
  return set_plan (writing, attendee, session_uid, error);
}

static FfSession *
make_session (FfNoteWriting *writing, FfWallTime start, guint present, guint week)
{
  GRand *random = writing->sampling->random;
  g_autofree char *uid = ff_sample_make_uid (random);
  FfSession *session = ff_session_new (uid);

  ff_session_set_group (session, ff_group_get_uid (writing->group));
  ff_session_set_meeting (session, ff_meeting_get_uid (writing->meeting));
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  ff_session_set_unnamed (session, (guint) g_rand_int_range (random, 0, 3));
  ff_session_set_unnamed_newcomers (session, g_rand_int_range (random, 0, 10) < 3
                                                 && ff_session_get_unnamed (session) > 0);
  ff_sampling_give_handouts (writing->sampling, ff_group_get_programme (writing->group), session,
                             week, present);
  return session;
}

static gboolean
write_session (FfNoteWriting *writing, FfWallTime start, guint week, GError **error)
{
  GRand *random = writing->sampling->random;
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  g_autoptr (FfSession) session = NULL;

  for (guint i = 0; i < writing->attendees->len; i++)
    {
      FfAttendee *attendee = g_ptr_array_index (writing->attendees, i);

      if (week >= attendee->from && week < attendee->until && present->len < 7
          && g_rand_int_range (random, 0, 100) < 72)
        g_ptr_array_add (present, attendee);
    }
  session = make_session (writing, start, present->len, week);
  if (!ff_session_row_save (writing->sampling->connection, session, error))
    return FALSE;
  for (guint i = 0; i < present->len; i++)
    if (!check_in (writing, present->pdata[i], session, week, error))
      return FALSE;
  return TRUE;
}

static guint
count_points (FfSampling *sampling, const char *id)
{
  for (guint i = 0; i < sampling->programmes->len; i++)
    if (g_str_equal (ff_programme_get_id (sampling->programmes->pdata[i]), id))
      return g_strv_length ((char **) ff_programme_get_points (sampling->programmes->pdata[i]));
  return 0;
}

gboolean
ff_sampling_add_notes (FfSampling *self,
                       FfGroup *group,
                       FfMeeting *meeting,
                       FfWallTime next,
                       guint weeks,
                       guint people,
                       guint first,
                       GError **error)
{
  g_autoptr (GPtrArray) attendees
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_attendee_free);
  FfNoteWriting writing = {
    .sampling = self, .group = group, .meeting = meeting, .attendees = attendees, .weeks = weeks
  };

  writing.voice = g_str_equal (ff_group_get_programme (group), "family-friends")
                      ? FF_SAMPLE_VOICE_FAMILY
                      : FF_SAMPLE_VOICE_OWN;
  writing.points = count_points (self, ff_group_get_programme (group));
  for (guint i = 0; i < people; i++)
    {
      FfWallTime begin = ff_wall_time_add_days (&next, -7 * (int) weeks);
      FfAttendee *attendee = make_attendee (&writing, i, people, first, begin, error);

      if (attendee == NULL)
        return FALSE;
      g_ptr_array_add (attendees, attendee);
    }
  for (guint week = 0; week < weeks; week++)
    {
      FfWallTime start = ff_wall_time_add_days (&next, -7 * (int) (weeks - week));

      /* Two weeks a year it does not take place, but never just before now. */
      if (week % 26 == 25 && week + 2 < weeks)
        continue;
      if (!write_session (&writing, start, week, error))
        return FALSE;
    }
  return TRUE;
}
