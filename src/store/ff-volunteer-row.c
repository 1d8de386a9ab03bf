/* ff-volunteer-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer as a list shows them, and what they have to do again.
 */

#include "ff-volunteer-row.h"

#include "ff-set.h"
#include "ff-volunteer-row-private.h"

/* What stands in a comparison for a training that never runs out. */
#define FOR_GOOD "9999-12-31"

struct _FfVolunteerRow
{
  GObject parent_instance;

  char *uid;
  char *name;
  char *sort_key;
  char *pronouns;
  FfServing serving;
  char *zone;
  GStrv roles;
  GStrv groups;
  char *training;
  char *away_until;
  FfWallTime *last_duty;
  FfWallTime *next_duty;
  gint64 last_asked;
};

G_DEFINE_FINAL_TYPE (FfVolunteerRow, ff_volunteer_row, G_TYPE_OBJECT)

static void
ff_volunteer_row_finalize (GObject *object)
{
  FfVolunteerRow *self = FF_VOLUNTEER_ROW (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sort_key, g_free);
  g_clear_pointer (&self->pronouns, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->roles, g_strfreev);
  g_clear_pointer (&self->groups, g_strfreev);
  g_clear_pointer (&self->training, g_free);
  g_clear_pointer (&self->away_until, g_free);
  g_clear_pointer (&self->last_duty, ff_wall_time_free);
  g_clear_pointer (&self->next_duty, ff_wall_time_free);

  G_OBJECT_CLASS (ff_volunteer_row_parent_class)->finalize (object);
}

static void
ff_volunteer_row_class_init (FfVolunteerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_volunteer_row_finalize;
}

static void
ff_volunteer_row_init (FfVolunteerRow *self)
{
}

static GStrv
read_set (FfStatement *row, int column)
{
  const char *joined = ff_statement_get_text (row, column);
  g_auto (GStrv) parts = g_strsplit (joined != NULL ? joined : "", "\n", -1);

  return ff_set_new ((const char *const *) parts);
}

static FfWallTime *
read_time (FfStatement *row, int column)
{
  FfWallTime time;

  return ff_statement_get_time (row, column, &time) ? ff_wall_time_copy (&time) : NULL;
}

static char *
read_until (FfStatement *row, int column)
{
  const char *until = ff_statement_get_text (row, column);

  return g_strcmp0 (until, FOR_GOOD) != 0 ? g_strdup (until) : NULL;
}

FfVolunteerRow *
ff_volunteer_row_read (FfStatement *row, int first)
{
  FfVolunteerRow *self = g_object_new (FF_TYPE_VOLUNTEER_ROW, NULL);

  self->uid = g_strdup (ff_statement_get_text (row, first));
  self->name = g_strdup (ff_statement_get_text (row, first + 1));
  self->sort_key = g_utf8_collate_key (self->name, -1);
  self->pronouns = g_strdup (ff_statement_get_text (row, first + 2));
  self->serving = (FfServing) ff_statement_get_int (row, first + 3);
  self->zone = g_strdup (ff_statement_get_text (row, first + 4));
  self->roles = read_set (row, first + 5);
  self->groups = read_set (row, first + 6);
  self->training = read_until (row, first + 7);
  self->away_until = g_strdup (ff_statement_get_text (row, first + 8));
  self->last_duty = read_time (row, first + 9);
  self->next_duty = read_time (row, first + 10);
  self->last_asked = ff_statement_get_int (row, first + 11);
  return self;
}

const char *
ff_volunteer_row_get_sort_key (FfVolunteerRow *self)
{
  return self->sort_key;
}

/**
 * ff_volunteer_row_get_uid:
 *
 * Returns: (transfer none): the volunteer's key
 */
const char *
ff_volunteer_row_get_uid (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->uid;
}

const char *
ff_volunteer_row_get_name (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->name;
}

const char *
ff_volunteer_row_get_pronouns (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->pronouns;
}

FfServing
ff_volunteer_row_get_serving (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), FF_SERVING_RESTING);

  return self->serving;
}

const char *
ff_volunteer_row_get_zone (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->zone;
}

const char *const *
ff_volunteer_row_get_roles (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return (const char *const *) self->roles;
}

const char *const *
ff_volunteer_row_get_groups (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return (const char *const *) self->groups;
}

/**
 * ff_volunteer_row_get_training:
 *
 * Returns: (transfer none) (nullable): the first day on which something that their roles require runs out, or ran out; "" =
 *   something of it was never done; %NULL = nothing is required, or all of it holds for good
 */
const char *
ff_volunteer_row_get_training (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->training;
}

const char *
ff_volunteer_row_get_away_until (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->away_until;
}

const FfWallTime *
ff_volunteer_row_get_last_duty (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->last_duty;
}

const FfWallTime *
ff_volunteer_row_get_next_duty (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), NULL);

  return self->next_duty;
}

/**
 * ff_volunteer_row_get_last_asked:
 *
 * Returns: in microseconds since 1970 in UTC; 0 = never, as far as is known
 */
gint64
ff_volunteer_row_get_last_asked (FfVolunteerRow *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_ROW (self), 0);

  return self->last_asked;
}

struct _FfTrainingDue
{
  GObject parent_instance;

  char *volunteer;
  char *name;
  char *requirement;
  char *title;
  char *until;
};

G_DEFINE_FINAL_TYPE (FfTrainingDue, ff_training_due, G_TYPE_OBJECT)

static void
ff_training_due_finalize (GObject *object)
{
  FfTrainingDue *self = FF_TRAINING_DUE (object);

  g_clear_pointer (&self->volunteer, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->requirement, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->until, g_free);

  G_OBJECT_CLASS (ff_training_due_parent_class)->finalize (object);
}

static void
ff_training_due_class_init (FfTrainingDueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_training_due_finalize;
}

static void
ff_training_due_init (FfTrainingDue *self)
{
}

FfTrainingDue *
ff_training_due_read (FfStatement *row)
{
  FfTrainingDue *self = g_object_new (FF_TYPE_TRAINING_DUE, NULL);

  self->volunteer = g_strdup (ff_statement_get_text (row, 0));
  self->name = g_strdup (ff_statement_get_text (row, 1));
  self->requirement = g_strdup (ff_statement_get_text (row, 2));
  self->title = g_strdup (ff_statement_get_text (row, 3));
  self->until = g_strdup (ff_statement_get_text (row, 4));
  return self;
}

const char *
ff_training_due_get_volunteer (FfTrainingDue *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_DUE (self), NULL);

  return self->volunteer;
}

const char *
ff_training_due_get_name (FfTrainingDue *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_DUE (self), NULL);

  return self->name;
}

const char *
ff_training_due_get_requirement (FfTrainingDue *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_DUE (self), NULL);

  return self->requirement;
}

const char *
ff_training_due_get_title (FfTrainingDue *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_DUE (self), NULL);

  return self->title;
}

/**
 * ff_training_due_get_until:
 *
 * Returns: (transfer none) (nullable): the last day on which it holds, or held; %NULL = it was never done
 */
const char *
ff_training_due_get_until (FfTrainingDue *self)
{
  g_return_val_if_fail (FF_IS_TRAINING_DUE (self), NULL);

  return self->until;
}
