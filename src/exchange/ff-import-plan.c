/* ff-import-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking a file in would do to the schedule: added, changed, gone; before anything is done.
 */

#include "ff-config.h"

#include "ff-import-plan.h"

#include "ff-fold.h"
#include "ff-import-merge.h"

typedef struct
{
  FfImportPlan *plan;
  FfImport *import;
  FfSchedule *schedule;
  const FfImportDefaults *defaults;
  const char *groups_into;
  char *source;
  GHashTable *by_slug; /* FfMeeting of the schedule */
  GHashTable *groups;  /* folded name → FfGroup, of the schedule and new ones */
  GHashTable *told;    /* uids of groups that a row has had its say about */
  GHashTable *met;     /* FfMeeting of the schedule that a row was about */
} Planning;

static void
step_free (gpointer data)
{
  FfImportStep *step = data;

  g_clear_object (&step->meeting);
  g_clear_object (&step->before);
  g_clear_pointer (&step->overrides, g_ptr_array_unref);
  g_clear_pointer (&step->dropped, g_ptr_array_unref);
  g_free (step->summary);
  g_free (step);
}

/**
 * ff_import_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
ff_import_plan_free (FfImportPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->groups);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->import, ff_import_unref);
  g_free (self);
}

static FfImportStep *
add_step (Planning *planning, FfImportChange change, const char *title)
{
  FfImportStep *step = g_new0 (FfImportStep, 1);

  step->change = change;
  step->title = title;
  planning->plan->counts[change]++;
  g_ptr_array_add (planning->plan->steps, step);
  return step;
}

static GHashTable *
index_slugs (FfSchedule *schedule)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);

  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (meetings, i);
      const char *slug = ff_meeting_get_text (meeting, FF_MEETING_SLUG);

      if (*slug != '\0')
        g_hash_table_insert (index, (gpointer) slug, meeting);
    }
  return index;
}

static GHashTable *
index_groups (FfSchedule *schedule)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GPtrArray *groups = ff_schedule_get_groups (schedule);

  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *name = ff_fold (ff_group_get_name (group));

      if (!g_hash_table_contains (index, name))
        g_hash_table_insert (index, g_steal_pointer (&name), g_object_ref (group));
    }
  return index;
}

/* The meeting that the row is about; nothing but its key counts, so that a new name is a change. */
static FfMeeting *
find_before (Planning *planning, FfMeeting *meeting)
{
  const char *slug = ff_meeting_get_text (meeting, FF_MEETING_SLUG);
  FfMeeting *before = NULL;

  if (planning->import->format == FF_FORMAT_ICALENDAR)
    return ff_schedule_find_meeting (planning->schedule, ff_meeting_get_uid (meeting));
  if (*slug != '\0')
    before = g_hash_table_lookup (planning->by_slug, slug);
  if (before == NULL && *slug != '\0')
    before = ff_schedule_find_meeting (planning->schedule, slug);
  return before;
}

static const char *
choose_group_name (Planning *planning, const FfImportRow *row)
{
  if (row->group != NULL && *ff_group_get_name (row->group) != '\0')
    return ff_group_get_name (row->group);
  if (planning->defaults->group != NULL && *planning->defaults->group != '\0')
    return planning->defaults->group;
  return row->title;
}

static FfGroup *
make_group (Planning *planning, const FfImportRow *row, const char *name)
{
  const FfImportDefaults *defaults = planning->defaults;
  FfGroup *group = row->group != NULL ? ff_group_copy (row->group) : ff_group_new (NULL);

  ff_group_set_name (group, name);
  /* A calendar of ours names it; listings know of none. */
  if (defaults->programme != NULL
      && (row->group == NULL || planning->import->format != FF_FORMAT_ICALENDAR))
    ff_group_set_programme (group, defaults->programme);
  if (defaults->language != NULL)
    ff_group_set_language (group, defaults->language);
  ff_group_set_zone (group, ff_meeting_get_zone (row->meeting));
  return group;
}

/* Adds @group to those to save, in the place of what was there under its key. */
static void
save_group (Planning *planning, FfGroup *group)
{
  g_autofree char *name = ff_fold (ff_group_get_name (group));

  g_ptr_array_add (planning->plan->groups, g_object_ref (group));
  g_hash_table_replace (planning->groups, g_steal_pointer (&name), g_object_ref (group));
}

/* What the first row says of a group that is there already. */
static void
tell_group (Planning *planning, FfGroup *group, const FfImportRow *row)
{
  g_autoptr (FfGroup) changed = NULL;

  if (row->group == NULL || !g_hash_table_add (planning->told, g_strdup (ff_group_get_uid (group))))
    return;
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      const char *said = ff_group_get_text (row->group, (FfGroupText) i);

      if (*said == '\0' || g_str_equal (said, ff_group_get_text (group, (FfGroupText) i)))
        continue;
      if (changed == NULL)
        changed = ff_group_copy (group);
      ff_group_set_text (changed, (FfGroupText) i, said);
    }
  if (changed != NULL)
    save_group (planning, changed);
}

static FfGroup *
find_or_make_group (Planning *planning, const FfImportRow *row)
{
  const char *name = choose_group_name (planning, row);
  g_autofree char *folded = ff_fold (name);
  FfGroup *group = g_hash_table_lookup (planning->groups, folded);
  g_autoptr (FfGroup) made = NULL;

  if (group != NULL)
    {
      tell_group (planning, group, row);
      return g_hash_table_lookup (planning->groups, folded);
    }
  made = make_group (planning, row, name);
  g_hash_table_add (planning->told, g_strdup (ff_group_get_uid (made)));
  save_group (planning, made);
  return made;
}

/* Whether the row names another group than the one that the meeting is in. */
static gboolean
names_another_group (Planning *planning, const FfImportRow *row, FfMeeting *before)
{
  FfGroup *group = ff_schedule_find_group (planning->schedule, ff_meeting_get_group (before));
  g_autofree char *said = NULL, *stored = NULL;

  if (group == NULL || row->group == NULL || *ff_group_get_name (row->group) == '\0')
    return FALSE;
  said = ff_fold (ff_group_get_name (row->group));
  stored = ff_fold (ff_group_get_name (group));
  return !g_str_equal (said, stored);
}

static const char *
choose_group (Planning *planning, const FfImportRow *row, FfMeeting *before)
{
  if (before == NULL && planning->groups_into != NULL)
    return planning->groups_into;
  if (before == NULL || names_another_group (planning, row, before))
    return ff_group_get_uid (find_or_make_group (planning, row));
  tell_group (planning, ff_schedule_find_group (planning->schedule, ff_meeting_get_group (before)),
              row);
  return ff_meeting_get_group (before);
}

static void
plan_row (Planning *planning, const FfImportRow *row)
{
  FfMeeting *before = row->meeting != NULL ? find_before (planning, row->meeting) : NULL;
  FfImportStep *step;

  if (row->meeting == NULL)
    {
      step = add_step (planning, FF_IMPORT_REFUSED, row->title);
      step->row = row;
      return;
    }
  step = add_step (planning, before == NULL ? FF_IMPORT_ADDED : FF_IMPORT_SAME, row->title);
  step->row = row;
  step->meeting = ff_import_merge_meeting (row->meeting, before, planning->import->format,
                                           planning->schedule);
  ff_meeting_set_group (step->meeting, choose_group (planning, row, before));
  ff_meeting_set_text (step->meeting, FF_MEETING_SOURCE,
                       before == NULL ? planning->source
                                      : ff_meeting_get_text (before, FF_MEETING_SOURCE));
  step->overrides = ff_import_merge_overrides (row->overrides, step->meeting, planning->schedule);
  if (before == NULL)
    return;

  g_hash_table_add (planning->met, before);
  step->before = g_object_ref (before);
  if (planning->import->format == FF_FORMAT_ICALENDAR
      && g_str_equal (ff_meeting_get_text (before, FF_MEETING_SOURCE), planning->source))
    step->dropped = ff_import_merge_list_dropped (row->overrides, before, planning->schedule);
  step->summary = ff_import_merge_describe (before, step->meeting, step->overrides, step->dropped);
  if (step->summary == NULL)
    return;
  planning->plan->counts[FF_IMPORT_SAME]--;
  planning->plan->counts[FF_IMPORT_CHANGED]++;
  step->change = FF_IMPORT_CHANGED;
}

static void
plan_gone (Planning *planning)
{
  GPtrArray *meetings = ff_schedule_get_meetings (planning->schedule);

  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (meetings, i);
      FfImportStep *step;

      if (!g_str_equal (ff_meeting_get_text (meeting, FF_MEETING_SOURCE), planning->source)
          || g_hash_table_contains (planning->met, meeting))
        continue;
      step = add_step (planning, FF_IMPORT_GONE,
                       ff_schedule_get_title (planning->schedule, meeting));
      step->meeting = g_object_ref (meeting);
    }
}

/**
 * ff_import_plan_new:
 * @import: a file as it was read
 * @schedule: all that there is
 * @defaults: what the file does not say
 * @groups_into: (nullable): uid of a group that all new meetings go to, whatever the file says
 *
 * A row is about the stored meeting whose slug or uid it has (iCalendar: its UID), and about a group by its name, case and
 * accents aside. What the format cannot say, and private things that the row leaves empty, stay as they are stored. Gone is
 * only what came from a file of the same format and name. Takes its time with many rows: call it on a thread.
 *
 * Returns: (transfer full): what would be done
 */
FfImportPlan *
ff_import_plan_new (FfImport *import,
                    FfSchedule *schedule,
                    const FfImportDefaults *defaults,
                    const char *groups_into)
{
  Planning planning = {
    .import = import, .schedule = schedule, .defaults = defaults, .groups_into = groups_into
  };

  g_return_val_if_fail (import != NULL && defaults != NULL, NULL);
  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);

  planning.plan = g_new0 (FfImportPlan, 1);
  planning.plan->steps = g_ptr_array_new_with_free_func (step_free);
  planning.plan->groups = g_ptr_array_new_with_free_func (g_object_unref);
  planning.plan->schedule = g_object_ref (schedule);
  planning.plan->import = ff_import_ref (import);
  planning.source = g_strdup_printf ("%s:%s", ff_format_get_id (import->format), import->name);
  planning.by_slug = index_slugs (schedule);
  planning.groups = index_groups (schedule);
  planning.told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  planning.met = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < import->rows->len; i++)
    plan_row (&planning, g_ptr_array_index (import->rows, i));
  plan_gone (&planning);

  g_free (planning.source);
  g_hash_table_unref (planning.by_slug);
  g_hash_table_unref (planning.groups);
  g_hash_table_unref (planning.told);
  g_hash_table_unref (planning.met);
  return planning.plan;
}
