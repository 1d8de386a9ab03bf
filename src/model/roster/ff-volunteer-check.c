/* ff-volunteer-check.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with what is said of a volunteer, in words; and the usual way to become one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-model-error.h"
#include "ff-volunteer.h"

#define DAY_MINUTES (24u * 60u)
#define MOST_REASON 10000
#define MOST_TAG 64
#define MOST_STEP 200

/* What the database has room for, and its words: whoever reads a file can then say which line it is. */
static const struct
{
  glong most;
  const char *sentence;
} lengths[FF_N_VOLUNTEER_TEXTS] = {
  [FF_VOLUNTEER_NAME] = { 200, N_ ("A volunteer’s name must have 1 to 200 characters.") },
  [FF_VOLUNTEER_PRONOUNS] = { 100, N_ ("Pronouns can have at most 100 characters. Shorten them.") },
  [FF_VOLUNTEER_MAIL]
  = { 320, N_ ("An email address can have at most 320 characters. Shorten it.") },
  [FF_VOLUNTEER_PHONE]
  = { 200, N_ ("A telephone number can have at most 200 characters. Shorten it.") },
  [FF_VOLUNTEER_ZONE] = { MOST_TAG, N_ ("Choose a time zone.") },
  [FF_VOLUNTEER_LANGUAGE]
  = { MOST_TAG, N_ ("This language tag is too long. Choose a language from the list.") },
  [FF_VOLUNTEER_HOME]
  = { 1000, N_ ("The place where somebody lives can have at most 1,000 characters. Shorten it.") },
  [FF_VOLUNTEER_EMERGENCY_NAME]
  = { 200, N_ ("The name of an emergency contact can have at most 200 characters. Shorten it.") },
  [FF_VOLUNTEER_EMERGENCY_PHONE]
  = { 200, N_ ("A telephone number can have at most 200 characters. Shorten it.") },
  [FF_VOLUNTEER_NOTES]
  = { 1000000,
      N_ ("A note can have at most 1,000,000 characters. Shorten it or divide it in two.") },
  [FF_VOLUNTEER_SOURCE]
  = { 1000, N_ ("The identifier of the card that this volunteer came from is too long.") },
};

static const char *const usual_steps[] = {
  N_ ("Takes part in meetings"),  N_ ("Talked about what the role asks"),
  N_ ("Did the training"),        N_ ("Sat in beside a facilitator"),
  N_ ("Led a part of a meeting"), N_ ("Led a meeting with a facilitator beside them"),
  N_ ("Leads meetings alone"),
};

/**
 * ff_volunteer_add_usual_steps:
 *
 * Adds the usual way from participant to facilitator, in the person's language, with nothing of it done yet.
 */
void
ff_volunteer_add_usual_steps (FfVolunteer *self)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  for (guint i = 0; i < G_N_ELEMENTS (usual_steps); i++)
    g_ptr_array_add (ff_volunteer_get_steps (self), ff_step_new (_ (usual_steps[i]), NULL));
}

static gboolean
fail (GError **error, FfModelError code, const char *sentence)
{
  g_set_error_literal (error, FF_MODEL_ERROR, code, sentence);
  return FALSE;
}

static gboolean
check_length (const char *text, glong most, const char *sentence, GError **error)
{
  return g_utf8_strlen (text, -1) <= most || fail (error, FF_MODEL_ERROR_LENGTH, _ (sentence));
}

static gboolean
check_date (const char *date, GError **error)
{
  g_autofree char *shown = ff_shorten (date, 40);
  FfWallTime day;

  if (ff_wall_time_parse_date (date, &day))
    return TRUE;
  /* TRANSLATORS: %s is a date as it was written, such as 2026-02-30. */
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_TIME,
               _ ("There is no date “%s”. Write it as year, month and day, such as 2026-11-24."),
               shown);
  return FALSE;
}

static gboolean
check_texts (FfVolunteer *self, GError **error)
{
  const char *const *languages = ff_volunteer_get_set (self, FF_VOLUNTEER_LANGUAGES);
  g_autoptr (GTimeZone) zone = NULL;

  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    {
      if (!check_length (ff_volunteer_get_text (self, (FfVolunteerText) i), lengths[i].most,
                         lengths[i].sentence, error))
        return FALSE;
    }
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      if (!check_length (languages[i], MOST_TAG, lengths[FF_VOLUNTEER_LANGUAGE].sentence, error))
        return FALSE;
    }
  if (*ff_volunteer_get_name (self) == '\0')
    return fail (error, FF_MODEL_ERROR_NAME,
                 _ ("The name is missing. Write it as they like to be called."));
  if (*ff_volunteer_get_text (self, FF_VOLUNTEER_ZONE) == '\0')
    return fail (error, FF_MODEL_ERROR_ZONE,
                 _ ("The time zone is missing. Choose the one they live in."));
  zone = ff_time_zone_find (ff_volunteer_get_text (self, FF_VOLUNTEER_ZONE), error);
  return zone != NULL;
}

static gboolean
check_availability (FfVolunteer *self, GError **error)
{
  GArray *all = ff_volunteer_get_availability (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfAvailability *hours = &g_array_index (all, FfAvailability, i);

      if (hours->weekday < 1 || hours->weekday > 7 || hours->from >= DAY_MINUTES
          || hours->until > 2 * DAY_MINUTES || hours->until <= hours->from)
        return fail (error, FF_MODEL_ERROR_TIME,
                     _ ("The hours in which they are free end before they begin, or last for more "
                        "than a day. Change their beginning or their end."));
    }
  return TRUE;
}

static gboolean
check_absences (FfVolunteer *self, GError **error)
{
  GPtrArray *all = ff_volunteer_get_absences (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfAbsence *absence = all->pdata[i];

      if (!check_date (absence->from, error) || !check_date (absence->until, error)
          || !check_length (absence->reason, MOST_REASON,
                            N_ ("A reason can have at most 10,000 characters. Shorten it."), error))
        return FALSE;
      if (g_strcmp0 (absence->until, absence->from) < 0)
        return fail (error, FF_MODEL_ERROR_TIME,
                     _ ("A time away ends before it begins. Change its first or its last day."));
    }
  return TRUE;
}

static gboolean
check_trainings (FfVolunteer *self, GError **error)
{
  GPtrArray *all = ff_volunteer_get_trainings (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfTraining *training = all->pdata[i];

      if (!check_date (training->done, error)
          || (training->until != NULL && !check_date (training->until, error))
          || !check_length (
              training->document, MOST_REASON,
              N_ ("What is noted of a document can have at most 10,000 characters. Shorten it."),
              error))
        return FALSE;
      if (training->until != NULL && g_strcmp0 (training->until, training->done) < 0)
        return fail (
            error, FF_MODEL_ERROR_TIME,
            _ ("A training ends before it was done. Change the day on which it was done, or "
               "the day until which it holds."));
    }
  return TRUE;
}

static gboolean
check_steps (FfVolunteer *self, GError **error)
{
  GPtrArray *all = ff_volunteer_get_steps (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfStep *step = all->pdata[i];

      if ((step->date != NULL && !check_date (step->date, error))
          || !check_length (step->title, MOST_STEP,
                            N_ ("A step must have a name of 1 to 200 characters."), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ff_volunteer_check:
 * @error: %FF_MODEL_ERROR_NAME, %FF_MODEL_ERROR_ZONE, %FF_MODEL_ERROR_TIME or %FF_MODEL_ERROR_LENGTH with a sentence for a person
 *
 * Returns: whether there is a name, a zone that is known, and dates and hours that exist, and nothing is longer than the database takes
 */
gboolean
ff_volunteer_check (FfVolunteer *self, GError **error)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FALSE);

  return check_texts (self, error) && check_availability (self, error)
         && check_absences (self, error) && check_trainings (self, error)
         && check_steps (self, error);
}
