/* ff-volunteer-merge.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two entries of the roster that are one person.
 */

#include "ff-volunteer-merge.h"

/* Whether @gone says the same as @kept, or something where @kept says nothing. */
static gboolean
adds_to (FfVolunteer *kept, FfVolunteer *gone, FfVolunteerText text)
{
  const char *said = ff_volunteer_get_text (kept, text);

  return *said == '\0' || g_str_equal (said, ff_volunteer_get_text (gone, text));
}

/* What belongs together is taken over together: nobody's number stands beside another's name, nor a place on the map beside another town. */
static gboolean
is_taken_over (FfVolunteer *kept, FfVolunteer *gone, FfVolunteerText text)
{
  if (text == FF_VOLUNTEER_EMERGENCY_NAME || text == FF_VOLUNTEER_EMERGENCY_PHONE)
    return adds_to (kept, gone, FF_VOLUNTEER_EMERGENCY_NAME)
           && adds_to (kept, gone, FF_VOLUNTEER_EMERGENCY_PHONE);
  if (text == FF_VOLUNTEER_HOME && ff_volunteer_get_position (kept, NULL, NULL)
      && ff_volunteer_get_position (gone, NULL, NULL))
    return FALSE;
  return adds_to (kept, gone, text);
}

static void
absorb_position (FfVolunteer *kept, FfVolunteer *gone)
{
  double latitude, longitude;

  if (adds_to (kept, gone, FF_VOLUNTEER_HOME) && !ff_volunteer_get_position (kept, NULL, NULL)
      && ff_volunteer_get_position (gone, &latitude, &longitude))
    ff_volunteer_set_position (kept, latitude, longitude);
}

static void
absorb_texts (FfVolunteer *kept, FfVolunteer *gone)
{
  const char *notes = ff_volunteer_get_text (kept, FF_VOLUNTEER_NOTES);
  const char *more = ff_volunteer_get_text (gone, FF_VOLUNTEER_NOTES);

  if (*notes != '\0' && *more != '\0' && !g_str_equal (notes, more))
    {
      g_autofree char *joined = g_strconcat (notes, "\n", more, NULL);

      ff_volunteer_set_text (kept, FF_VOLUNTEER_NOTES, joined);
    }
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    if (is_taken_over (kept, gone, (FfVolunteerText) i))
      ff_volunteer_set_text (kept, (FfVolunteerText) i,
                             ff_volunteer_get_text (gone, (FfVolunteerText) i));
}

static void
absorb_set (FfVolunteer *kept, FfVolunteer *gone, FfVolunteerSet set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_addv (builder, (const char **) ff_volunteer_get_set (kept, set));
  g_strv_builder_addv (builder, (const char **) ff_volunteer_get_set (gone, set));
  all = g_strv_builder_end (builder);
  ff_volunteer_set_set (kept, set, (const char *const *) all);
}

/* None in a set of languages or programmes means any, which a few of them must not narrow. */
static void
absorb_sets (FfVolunteer *kept, FfVolunteer *gone)
{
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    {
      FfVolunteerSet set = (FfVolunteerSet) i;
      gboolean any = (set == FF_VOLUNTEER_LANGUAGES || set == FF_VOLUNTEER_PROGRAMMES)
                     && (ff_volunteer_get_set (kept, set)[0] == NULL
                         || ff_volunteer_get_set (gone, set)[0] == NULL);

      if (!any)
        absorb_set (kept, gone, set);
    }
}

static gboolean
has_absence (FfVolunteer *self, const FfAbsence *absence)
{
  GPtrArray *all = ff_volunteer_get_absences (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfAbsence *other = all->pdata[i];

      if (g_str_equal (other->from, absence->from) && g_str_equal (other->until, absence->until))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_training (FfVolunteer *self, const FfTraining *training)
{
  GPtrArray *all = ff_volunteer_get_trainings (self);

  for (guint i = 0; i < all->len; i++)
    {
      const FfTraining *other = all->pdata[i];

      if (g_str_equal (other->requirement, training->requirement)
          && g_str_equal (other->done, training->done)
          && g_strcmp0 (other->until, training->until) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
absorb_parts (FfVolunteer *kept, FfVolunteer *gone)
{
  GPtrArray *absences = ff_volunteer_get_absences (gone);
  GPtrArray *trainings = ff_volunteer_get_trainings (gone);
  GPtrArray *steps = ff_volunteer_get_steps (gone);

  for (guint i = 0; i < absences->len; i++)
    {
      const FfAbsence *absence = absences->pdata[i];

      if (!has_absence (kept, absence))
        g_ptr_array_add (ff_volunteer_get_absences (kept),
                         ff_absence_new (absence->from, absence->until, absence->reason));
    }
  for (guint i = 0; i < trainings->len; i++)
    {
      const FfTraining *training = trainings->pdata[i];

      if (!has_training (kept, training))
        g_ptr_array_add (ff_volunteer_get_trainings (kept),
                         ff_training_new (training->requirement, training->done, training->until,
                                          training->document));
    }
  if (ff_volunteer_get_steps (kept)->len > 0)
    return;
  for (guint i = 0; i < steps->len; i++)
    {
      const FfStep *step = steps->pdata[i];

      g_ptr_array_add (ff_volunteer_get_steps (kept), ff_step_new (step->title, step->date));
    }
}

/**
 * ff_volunteer_absorb:
 * @kept: who stays
 * @gone: somebody who turned out to be the same person
 *
 * Texts that @kept lacks are taken over, an emergency contact and a home only where they are no other ones, and notes that both have are put one under the other; roles, groups, absences and
 * trainings are those of both. Zone, hours, limits and how far they travel stay as @kept says.
 */
void
ff_volunteer_absorb (FfVolunteer *kept, FfVolunteer *gone)
{
  g_return_if_fail (FF_IS_VOLUNTEER (kept) && FF_IS_VOLUNTEER (gone));

  absorb_texts (kept, gone);
  absorb_position (kept, gone);
  absorb_sets (kept, gone);
  absorb_parts (kept, gone);
}
