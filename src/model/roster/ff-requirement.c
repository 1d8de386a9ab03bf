/* ff-requirement.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an organisation asks before somebody takes a role.
 */

#include "ff-config.h"

#include "ff-requirement.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-wall-time.h"

struct _FfRequirement
{
  GObject parent_instance;

  char *uid;
  char *name;
  FfRequirementKind kind;
  guint valid_months;
  char *note;
};

G_DEFINE_FINAL_TYPE (FfRequirement, ff_requirement, G_TYPE_OBJECT)

static void
ff_requirement_finalize (GObject *object)
{
  FfRequirement *self = FF_REQUIREMENT (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (ff_requirement_parent_class)->finalize (object);
}

static void
ff_requirement_class_init (FfRequirementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_requirement_finalize;
}

static void
ff_requirement_init (FfRequirement *self)
{
  self->name = g_strdup ("");
  self->note = g_strdup ("");
}

/**
 * ff_requirement_new:
 * @uid: (nullable): the one it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a training without a name that holds for good
 */
FfRequirement *
ff_requirement_new (const char *uid)
{
  FfRequirement *self = g_object_new (FF_TYPE_REQUIREMENT, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  return self;
}

/**
 * ff_requirement_copy:
 *
 * Returns: (transfer full): another object that says the same, the key too
 */
FfRequirement *
ff_requirement_copy (FfRequirement *self)
{
  FfRequirement *copy;

  g_return_val_if_fail (FF_IS_REQUIREMENT (self), NULL);

  copy = ff_requirement_new (self->uid);
  g_set_str (&copy->name, self->name);
  g_set_str (&copy->note, self->note);
  copy->kind = self->kind;
  copy->valid_months = self->valid_months;
  return copy;
}

/**
 * ff_requirement_get_uid:
 *
 * Returns: (transfer none): its key
 */
const char *
ff_requirement_get_uid (FfRequirement *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT (self), NULL);

  return self->uid;
}

/**
 * ff_requirement_get_name:
 *
 * Returns: (transfer none): what the organisation calls it; never %NULL
 */
const char *
ff_requirement_get_name (FfRequirement *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT (self), NULL);

  return self->name;
}

/**
 * ff_requirement_set_name:
 * @name: (nullable): white space at its ends is dropped
 */
void
ff_requirement_set_name (FfRequirement *self, const char *name)
{
  g_return_if_fail (FF_IS_REQUIREMENT (self));

  g_free (self->name);
  self->name = ff_strip (name != NULL ? name : "");
}

FfRequirementKind
ff_requirement_get_kind (FfRequirement *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT (self), FF_REQUIREMENT_TRAINING);

  return self->kind;
}

void
ff_requirement_set_kind (FfRequirement *self, FfRequirementKind kind)
{
  g_return_if_fail (FF_IS_REQUIREMENT (self));

  self->kind = kind;
}

/**
 * ff_requirement_get_valid_months:
 *
 * Returns: for how many months it holds from the day it is done; 0 = for good
 */
guint
ff_requirement_get_valid_months (FfRequirement *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT (self), 0);

  return self->valid_months;
}

void
ff_requirement_set_valid_months (FfRequirement *self, guint months)
{
  g_return_if_fail (FF_IS_REQUIREMENT (self));

  self->valid_months = MIN (months, FF_REQUIREMENT_MOST_MONTHS);
}

/**
 * ff_requirement_get_note:
 *
 * Returns: (transfer none): where and how it is done; never %NULL
 */
const char *
ff_requirement_get_note (FfRequirement *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT (self), NULL);

  return self->note;
}

void
ff_requirement_set_note (FfRequirement *self, const char *note)
{
  g_return_if_fail (FF_IS_REQUIREMENT (self));

  g_set_str (&self->note, note != NULL ? note : "");
}

/**
 * ff_requirement_make_until:
 * @done: as 2026-11-24
 *
 * Returns: (transfer full) (nullable): the last day on which it holds when it was done on that day; %NULL = it holds for
 *   good, or there is no such day
 */
char *
ff_requirement_make_until (FfRequirement *self, const char *done)
{
  GDate day;
  FfWallTime time;

  g_return_val_if_fail (FF_IS_REQUIREMENT (self) && done != NULL, NULL);

  if (self->valid_months == 0 || !ff_wall_time_parse_date (done, &time))
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, time.day, (GDateMonth) time.month, (GDateYear) time.year);
  g_date_add_months (&day, self->valid_months);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), (int) g_date_get_month (&day),
                          g_date_get_day (&day));
}

/**
 * ff_requirement_kind_get_title:
 *
 * Returns: (transfer none): the words for it, in the person's language
 */
const char *
ff_requirement_kind_get_title (FfRequirementKind kind)
{
  switch (kind)
    {
    case FF_REQUIREMENT_TRAINING:
      return _ ("Training");
    case FF_REQUIREMENT_REFRESHER:
      return _ ("Refresher");
    case FF_REQUIREMENT_CHECK:
      return _ ("Background check");
    default:
      g_return_val_if_reached ("");
    }
}
