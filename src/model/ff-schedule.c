/* ff-schedule.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Groups, their meetings, what is different on some dates and the holidays they keep, as they were at one moment.
 */

#include "ff-schedule.h"

#include <string.h>

#define OPEN "O"
#define CLOSED "C"

struct _FfSchedule
{
  GObject parent_instance;

  GPtrArray *groups;
  GPtrArray *meetings;
  /* All by uid; what they hold is held by the arrays, or by the schedule that this one was chosen from. */
  GHashTable *groups_by_uid;
  GHashTable *meetings_by_uid;
  GHashTable *holidays_by_uid;
  GHashTable *overrides_by_meeting; /* of GPtrArray */
};

G_DEFINE_FINAL_TYPE (FfSchedule, ff_schedule, G_TYPE_OBJECT)

static void
ff_schedule_finalize (GObject *object)
{
  FfSchedule *self = FF_SCHEDULE (object);

  g_clear_pointer (&self->groups_by_uid, g_hash_table_unref);
  g_clear_pointer (&self->meetings_by_uid, g_hash_table_unref);
  g_clear_pointer (&self->holidays_by_uid, g_hash_table_unref);
  g_clear_pointer (&self->overrides_by_meeting, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_schedule_parent_class)->finalize (object);
}

static void
ff_schedule_class_init (FfScheduleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_schedule_finalize;
}

static void
ff_schedule_init (FfSchedule *self)
{
}

static GPtrArray *
copy_array (GPtrArray *objects)
{
  GPtrArray *copy = g_ptr_array_new_full (objects->len, g_object_unref);

  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (objects, i)));
  return copy;
}

static GHashTable *
index_by_uid (GPtrArray *objects, const char *(*get_uid) (gpointer object))
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++)
    {
      gpointer object = g_ptr_array_index (objects, i);

      g_hash_table_insert (index, (gpointer) get_uid (object), object);
    }
  return index;
}

static const char *
get_group_uid (gpointer group)
{
  return ff_group_get_uid (group);
}

static const char *
get_meeting_uid (gpointer meeting)
{
  return ff_meeting_get_uid (meeting);
}

static GHashTable *
index_holidays (GPtrArray *holidays)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; holidays != NULL && i < holidays->len; i++)
    {
      FfHolidays *calendar = g_ptr_array_index (holidays, i);

      g_hash_table_replace (index, (gpointer) ff_holidays_get_uid (calendar),
                            g_object_ref (calendar));
    }
  return index;
}

static GHashTable *
index_overrides (GPtrArray *overrides)
{
  GHashTable *index
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);
      const char *meeting = ff_override_get_meeting (override);
      GPtrArray *of_meeting = g_hash_table_lookup (index, meeting);

      if (of_meeting == NULL)
        {
          of_meeting = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (index, g_strdup (meeting), of_meeting);
        }
      g_ptr_array_add (of_meeting, g_object_ref (override));
    }
  return index;
}

/**
 * ff_schedule_new:
 * @groups: (element-type FfGroup): the groups
 * @meetings: (element-type FfMeeting): their meetings
 * @overrides: (element-type FfOverride) (nullable): what is different on some dates
 * @holidays: (element-type FfHolidays) (nullable): the calendars of holidays that groups keep
 *
 * The arrays may change afterwards, what is in them not.
 *
 * Returns: (transfer full): a schedule that any thread may read
 */
FfSchedule *
ff_schedule_new (GPtrArray *groups, GPtrArray *meetings, GPtrArray *overrides, GPtrArray *holidays)
{
  FfSchedule *self;

  g_return_val_if_fail (groups != NULL && meetings != NULL, NULL);

  self = g_object_new (FF_TYPE_SCHEDULE, NULL);
  self->groups = copy_array (groups);
  self->meetings = copy_array (meetings);
  self->groups_by_uid = index_by_uid (self->groups, get_group_uid);
  self->meetings_by_uid = index_by_uid (self->meetings, get_meeting_uid);
  self->holidays_by_uid = index_holidays (holidays);
  self->overrides_by_meeting = index_overrides (overrides);
  return self;
}

/**
 * ff_schedule_get_groups:
 *
 * Returns: (element-type FfGroup) (transfer none): the groups, in the order in which they were given
 */
GPtrArray *
ff_schedule_get_groups (FfSchedule *self)
{
  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);

  return self->groups;
}

/**
 * ff_schedule_get_meetings:
 *
 * Returns: (element-type FfMeeting) (transfer none): the meetings, in the order in which they were given
 */
GPtrArray *
ff_schedule_get_meetings (FfSchedule *self)
{
  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);

  return self->meetings;
}

/**
 * ff_schedule_get_overrides:
 * @meeting: a meeting's UUID
 *
 * Returns: (element-type FfOverride) (transfer none) (nullable): what is different on dates of that meeting
 */
GPtrArray *
ff_schedule_get_overrides (FfSchedule *self, const char *meeting)
{
  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (meeting != NULL, NULL);

  return g_hash_table_lookup (self->overrides_by_meeting, meeting);
}

/**
 * ff_schedule_find_meeting:
 * @uid: a UUID
 *
 * Returns: (transfer none) (nullable): the meeting
 */
FfMeeting *
ff_schedule_find_meeting (FfSchedule *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->meetings_by_uid, uid);
}

/**
 * ff_schedule_find_group:
 * @uid: a UUID
 *
 * Returns: (transfer none) (nullable): the group
 */
FfGroup *
ff_schedule_find_group (FfSchedule *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->groups_by_uid, uid);
}

/**
 * ff_schedule_find_holidays:
 * @meeting: a meeting; it need not be in the schedule, its group has to be
 *
 * Returns: (transfer none) (nullable): the holidays that its group keeps
 */
FfHolidays *
ff_schedule_find_holidays (FfSchedule *self, FfMeeting *meeting)
{
  FfGroup *group;

  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  group = ff_schedule_find_group (self, ff_meeting_get_group (meeting));
  if (group == NULL)
    return NULL;

  return g_hash_table_lookup (self->holidays_by_uid, ff_group_get_text (group, FF_GROUP_HOLIDAYS));
}

/**
 * ff_schedule_choose:
 * @chosen: (nullable): a byte for each of ff_schedule_get_meetings(), 0 to leave that one out; %NULL for all
 *
 * Returns: (transfer full): a schedule of those meetings and all groups; @self itself where all are chosen
 */
FfSchedule *
ff_schedule_choose (FfSchedule *self, const guint8 *chosen)
{
  FfSchedule *some;

  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);

  if (chosen == NULL)
    return g_object_ref (self);

  some = g_object_new (FF_TYPE_SCHEDULE, NULL);
  some->groups = g_ptr_array_ref (self->groups);
  some->groups_by_uid = g_hash_table_ref (self->groups_by_uid);
  some->holidays_by_uid = g_hash_table_ref (self->holidays_by_uid);
  some->overrides_by_meeting = g_hash_table_ref (self->overrides_by_meeting);
  some->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      if (chosen[i] != 0)
        g_ptr_array_add (some->meetings, g_object_ref (g_ptr_array_index (self->meetings, i)));
    }
  some->meetings_by_uid = index_by_uid (some->meetings, get_meeting_uid);
  return some;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  return ff_occurrence_compare (*(FfOccurrence *const *) a, *(FfOccurrence *const *) b);
}

/**
 * ff_schedule_list_occurrences:
 * @from: the earliest start wanted
 * @until: the start before which it ends
 * @unusable: (element-type FfMeeting) (nullable): where the meetings are added whose start, rule or zone cannot
 *   be used; it holds a reference if it has a free function, so give it g_object_unref()
 * @cancellable: (nullable): to give up
 *
 * Takes its time with many meetings: call it on a thread.
 *
 * Returns: (element-type FfOccurrence) (transfer full): all dates that start in [@from, @until), sorted by
 *   ff_occurrence_compare(), those that are not held among them; %NULL only where @cancellable was cancelled
 */
GPtrArray *
ff_schedule_list_occurrences (FfSchedule *self,
                              GDateTime *from,
                              GDateTime *until,
                              GPtrArray *unusable,
                              GCancellable *cancellable)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  all = g_ptr_array_new_full (self->meetings->len, g_object_unref);
  for (guint i = 0; i < self->meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (self->meetings, i);
      GPtrArray *overrides = ff_schedule_get_overrides (self, ff_meeting_get_uid (meeting));
      g_autoptr (GPtrArray) dates = ff_meeting_list_occurrences (
          meeting, overrides, ff_schedule_find_holidays (self, meeting), from, until, NULL);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (dates != NULL)
        g_ptr_array_extend_and_steal (all, g_steal_pointer (&dates));
      else if (unusable != NULL)
        g_ptr_array_add (unusable, g_object_ref (meeting));
    }

  g_ptr_array_sort (all, compare_occurrences);
  return g_steal_pointer (&all);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ff_schedule_list_types:
 * @meeting: a meeting; it need not be in the schedule
 *
 * Returns: (transfer full): the codes of its types, sorted, with O or C for open or closed as it or else its
 *   group says; with neither where its group is not in the schedule and it says nothing
 */
GStrv
ff_schedule_list_types (FfSchedule *self, FfMeeting *meeting)
{
  g_autoptr (GPtrArray) codes = NULL;
  const char *const *own;
  FfGroup *group;

  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  codes = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  own = ff_meeting_get_types (meeting);
  for (gsize i = 0; own[i] != NULL; i++)
    g_ptr_array_add (codes, g_strdup (own[i]));

  group = ff_schedule_find_group (self, ff_meeting_get_group (meeting));
  if (group != NULL && !ff_meeting_has_type (meeting, OPEN)
      && !ff_meeting_has_type (meeting, CLOSED))
    g_ptr_array_add (codes, g_strdup (ff_group_get_open (group) ? OPEN : CLOSED));

  g_ptr_array_sort (codes, compare_codes);
  return (GStrv) g_ptr_array_steal (codes, NULL);
}

/**
 * ff_schedule_get_title:
 * @meeting: a meeting; it need not be in the schedule
 *
 * Returns: (transfer none): its title, or its group's name; "" where it has neither
 */
const char *
ff_schedule_get_title (FfSchedule *self, FfMeeting *meeting)
{
  const char *title;
  FfGroup *group;

  g_return_val_if_fail (FF_IS_SCHEDULE (self), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  title = ff_meeting_get_title (meeting);
  group = ff_schedule_find_group (self, ff_meeting_get_group (meeting));

  return *title == '\0' && group != NULL ? ff_group_get_name (group) : title;
}
