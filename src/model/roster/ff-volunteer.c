/* ff-volunteer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who runs meetings or helps to.
 */

#include "ff-config.h"

#include "ff-volunteer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-fold.h"
#include "ff-set.h"

struct _FfVolunteer
{
  GObject parent_instance;

  char *uid;
  char *texts[FF_N_VOLUNTEER_TEXTS];
  GStrv sets[FF_N_VOLUNTEER_SETS]; /* sorted */
  FfServing serving;
  guint caps[FF_N_CAPS];
  gboolean only_groups;
  gboolean online_only;
  guint reach;
  gboolean has_position;
  double latitude;
  double longitude;
  GArray *availability; /* of FfAvailability */
  GPtrArray *absences;
  GPtrArray *trainings;
  GPtrArray *steps;
  gboolean sample;
  guint sequence;
  gint64 modified;
};

G_DEFINE_FINAL_TYPE (FfVolunteer, ff_volunteer, G_TYPE_OBJECT)

static void
ff_volunteer_finalize (GObject *object)
{
  FfVolunteer *self = FF_VOLUNTEER (object);

  g_clear_pointer (&self->uid, g_free);
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    g_clear_pointer (&self->sets[i], g_strfreev);
  g_clear_pointer (&self->availability, g_array_unref);
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->trainings, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_volunteer_parent_class)->finalize (object);
}

static void
ff_volunteer_class_init (FfVolunteerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_volunteer_finalize;
}

static void
ff_volunteer_init (FfVolunteer *self)
{
  self->serving = FF_SERVING_ACTIVE;
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    self->sets[i] = ff_set_new (NULL);
  self->availability = g_array_new (FALSE, FALSE, sizeof (FfAvailability));
  self->absences = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_absence_free);
  self->trainings = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_training_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_step_free);
}

/**
 * ff_volunteer_new:
 * @uid: (nullable): the one they have in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): somebody active without a name, free at any time
 */
FfVolunteer *
ff_volunteer_new (const char *uid)
{
  FfVolunteer *self = g_object_new (FF_TYPE_VOLUNTEER, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  return self;
}

static void
copy_parts (FfVolunteer *self, FfVolunteer *copy)
{
  g_array_append_vals (copy->availability, self->availability->data, self->availability->len);
  for (guint i = 0; i < self->absences->len; i++)
    {
      const FfAbsence *absence = self->absences->pdata[i];

      g_ptr_array_add (copy->absences,
                       ff_absence_new (absence->from, absence->until, absence->reason));
    }
  for (guint i = 0; i < self->trainings->len; i++)
    {
      const FfTraining *training = self->trainings->pdata[i];

      g_ptr_array_add (copy->trainings, ff_training_new (training->requirement, training->done,
                                                         training->until, training->document));
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FfStep *step = self->steps->pdata[i];

      g_ptr_array_add (copy->steps, ff_step_new (step->title, step->date));
    }
}

/**
 * ff_volunteer_copy:
 *
 * Returns: (transfer full): another object that says the same, the key too
 */
FfVolunteer *
ff_volunteer_copy (FfVolunteer *self)
{
  FfVolunteer *copy;

  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  copy = ff_volunteer_new (self->uid);
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    g_set_str (&copy->texts[i], self->texts[i]);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    ff_volunteer_set_set (copy, (FfVolunteerSet) i, (const char *const *) self->sets[i]);
  for (guint i = 0; i < FF_N_CAPS; i++)
    copy->caps[i] = self->caps[i];
  copy->serving = self->serving;
  copy->only_groups = self->only_groups;
  copy->online_only = self->online_only;
  copy->reach = self->reach;
  copy->has_position = self->has_position;
  copy->latitude = self->latitude;
  copy->longitude = self->longitude;
  copy->sample = self->sample;
  copy->sequence = self->sequence;
  copy->modified = self->modified;
  copy_parts (self, copy);
  return copy;
}

/**
 * ff_volunteer_get_uid:
 *
 * Returns: (transfer none): their key
 */
const char *
ff_volunteer_get_uid (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  return self->uid;
}

/**
 * ff_volunteer_get_text:
 *
 * Returns: (transfer none): never %NULL
 */
const char *
ff_volunteer_get_text (FfVolunteer *self, FfVolunteerText text)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);
  g_return_val_if_fail (text < FF_N_VOLUNTEER_TEXTS, NULL);

  return self->texts[text];
}

/**
 * ff_volunteer_set_text:
 * @value: (nullable): white space at its ends is dropped; all but notes are one line
 */
void
ff_volunteer_set_text (FfVolunteer *self, FfVolunteerText text, const char *value)
{
  g_autofree char *tidied = NULL;

  g_return_if_fail (FF_IS_VOLUNTEER (self));
  g_return_if_fail (text < FF_N_VOLUNTEER_TEXTS);

  tidied = ff_tidy (value != NULL ? value : "", text != FF_VOLUNTEER_NOTES);
  g_free (self->texts[text]);
  self->texts[text] = ff_strip (tidied);
}

/**
 * ff_volunteer_get_name:
 *
 * Returns: (transfer none): as they like it
 */
const char *
ff_volunteer_get_name (FfVolunteer *self)
{
  return ff_volunteer_get_text (self, FF_VOLUNTEER_NAME);
}

/**
 * ff_volunteer_get_set:
 *
 * Returns: (transfer none): sorted, each of them once; never %NULL
 */
const char *const *
ff_volunteer_get_set (FfVolunteer *self, FfVolunteerSet set)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);
  g_return_val_if_fail (set < FF_N_VOLUNTEER_SETS, NULL);

  return (const char *const *) self->sets[set];
}

/**
 * ff_volunteer_set_set:
 * @values: (nullable): in any order
 */
void
ff_volunteer_set_set (FfVolunteer *self, FfVolunteerSet set, const char *const *values)
{
  GStrv sorted;

  g_return_if_fail (FF_IS_VOLUNTEER (self));
  g_return_if_fail (set < FF_N_VOLUNTEER_SETS);

  sorted = ff_set_new (values);
  g_strfreev (self->sets[set]);
  self->sets[set] = sorted;
}

/**
 * ff_volunteer_has:
 *
 * Returns: whether @value is in the set
 */
gboolean
ff_volunteer_has (FfVolunteer *self, FfVolunteerSet set, const char *value)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self) && value != NULL, FALSE);
  g_return_val_if_fail (set < FF_N_VOLUNTEER_SETS, FALSE);

  return ff_set_contains ((const char *const *) self->sets[set], value);
}

FfServing
ff_volunteer_get_serving (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FF_SERVING_RESTING);

  return self->serving;
}

void
ff_volunteer_set_serving (FfVolunteer *self, FfServing serving)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->serving = serving;
}

/**
 * ff_volunteer_get_cap:
 *
 * Returns: how many at most; 0 = no limit
 */
guint
ff_volunteer_get_cap (FfVolunteer *self, FfCap cap)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), 0);
  g_return_val_if_fail (cap < FF_N_CAPS, 0);

  return self->caps[cap];
}

void
ff_volunteer_set_cap (FfVolunteer *self, FfCap cap, guint most)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));
  g_return_if_fail (cap < FF_N_CAPS);

  self->caps[cap] = MIN (most, FF_CAP_MOST);
}

gboolean
ff_volunteer_get_only_groups (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FALSE);

  return self->only_groups;
}

void
ff_volunteer_set_only_groups (FfVolunteer *self, gboolean only_groups)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->only_groups = only_groups;
}

gboolean
ff_volunteer_get_online_only (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FALSE);

  return self->online_only;
}

void
ff_volunteer_set_online_only (FfVolunteer *self, gboolean online_only)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->online_only = online_only;
}

/**
 * ff_volunteer_get_reach:
 *
 * Returns: how far they go, in kilometres from home as the crow flies; 0 = any distance
 */
guint
ff_volunteer_get_reach (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), 0);

  return self->reach;
}

void
ff_volunteer_set_reach (FfVolunteer *self, guint kilometres)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->reach = MIN (kilometres, FF_VOLUNTEER_MOST_REACH);
}

/**
 * ff_volunteer_get_position:
 * @latitude: (out) (optional): degrees, WGS 84
 * @longitude: (out) (optional): degrees, WGS 84
 *
 * Returns: %FALSE where nobody knows
 */
gboolean
ff_volunteer_get_position (FfVolunteer *self, double *latitude, double *longitude)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FALSE);

  if (latitude != NULL)
    *latitude = self->latitude;
  if (longitude != NULL)
    *longitude = self->longitude;
  return self->has_position;
}

/**
 * ff_volunteer_set_position:
 *
 * Nothing changes where there is no such place on the earth.
 */
void
ff_volunteer_set_position (FfVolunteer *self, double latitude, double longitude)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  if (!(fabs (latitude) <= 90) || !(fabs (longitude) <= 180))
    return;
  self->has_position = TRUE;
  self->latitude = latitude;
  self->longitude = longitude;
}

void
ff_volunteer_clear_position (FfVolunteer *self)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->has_position = FALSE;
  self->latitude = 0;
  self->longitude = 0;
}

/**
 * ff_volunteer_get_availability:
 *
 * Returns: (transfer none) (element-type FfAvailability): none = at any time
 */
GArray *
ff_volunteer_get_availability (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  return self->availability;
}

GPtrArray *
ff_volunteer_get_absences (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  return self->absences;
}

GPtrArray *
ff_volunteer_get_trainings (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  return self->trainings;
}

GPtrArray *
ff_volunteer_get_steps (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);

  return self->steps;
}

/* Whether @a holds longer than @b, or as long and was done later. */
static gboolean
outlasts (const FfTraining *a, const FfTraining *b)
{
  int order;

  if (b == NULL)
    return TRUE;
  if (a->until == NULL || b->until == NULL)
    order = (a->until == NULL) - (b->until == NULL);
  else
    order = g_strcmp0 (a->until, b->until);
  return order > 0 || (order == 0 && g_strcmp0 (a->done, b->done) > 0);
}

/* @date: (nullable): on any */
static const FfTraining *
find_longest (FfVolunteer *self, const char *requirement, const char *date)
{
  const FfTraining *found = NULL;

  for (guint i = 0; i < self->trainings->len; i++)
    {
      const FfTraining *training = self->trainings->pdata[i];
      gboolean holds = date == NULL
                       || (g_strcmp0 (training->done, date) <= 0
                           && (training->until == NULL || g_strcmp0 (date, training->until) <= 0));

      if (holds && g_str_equal (training->requirement, requirement) && outlasts (training, found))
        found = training;
    }
  return found;
}

/**
 * ff_volunteer_find_training:
 * @requirement: uid
 * @date: as 2026-11-24
 *
 * Returns: (transfer none) (nullable): what was done by then and holds on that day, both ends included; of several the one
 *   that holds longest
 */
const FfTraining *
ff_volunteer_find_training (FfVolunteer *self, const char *requirement, const char *date)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), NULL);
  g_return_val_if_fail (requirement != NULL && date != NULL, NULL);

  return find_longest (self, requirement, date);
}

/**
 * ff_volunteer_find_last_training:
 * @requirement: uid
 *
 * Returns: (transfer none) (nullable): the one that holds, or held, longest
 */
const FfTraining *
ff_volunteer_find_last_training (FfVolunteer *self, const char *requirement)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self) && requirement != NULL, NULL);

  return find_longest (self, requirement, NULL);
}

gboolean
ff_volunteer_get_sample (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), FALSE);

  return self->sample;
}

void
ff_volunteer_set_sample (FfVolunteer *self, gboolean sample)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->sample = sample;
}

guint
ff_volunteer_get_sequence (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), 0);

  return self->sequence;
}

gint64
ff_volunteer_get_modified (FfVolunteer *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (self), 0);

  return self->modified;
}

void
ff_volunteer_set_revision (FfVolunteer *self, guint sequence, gint64 modified)
{
  g_return_if_fail (FF_IS_VOLUNTEER (self));

  self->sequence = sequence;
  self->modified = modified;
}

/**
 * ff_serving_get_title:
 *
 * Returns: (transfer none): the words for it, in the person's language
 */
const char *
ff_serving_get_title (FfServing serving)
{
  switch (serving)
    {
    case FF_SERVING_INTERESTED:
      return C_ ("volunteer", "Interested");
    case FF_SERVING_IN_TRAINING:
      return C_ ("volunteer", "In training");
    case FF_SERVING_ACTIVE:
      return C_ ("volunteer", "Active");
    case FF_SERVING_RESTING:
      return C_ ("volunteer", "Resting");
    default:
      g_return_val_if_reached ("");
    }
}
