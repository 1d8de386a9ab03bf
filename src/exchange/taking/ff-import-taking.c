/* ff-import-taking.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan of an import of meetings as one edit of the store.
 */

#include "ff-import-taking.h"

static void
add_step (FfScheduleEdit *edit, const FfImportStep *step)
{
  ff_schedule_edit_save_meeting (edit, step->meeting);
  for (guint i = 0; step->overrides != NULL && i < step->overrides->len; i++)
    ff_schedule_edit_save_override (edit, g_ptr_array_index (step->overrides, i));
  for (guint i = 0; step->dropped != NULL && i < step->dropped->len; i++)
    {
      FfOverride *dropped = g_ptr_array_index (step->dropped, i);

      ff_schedule_edit_delete_override (edit, ff_override_get_meeting (dropped),
                                        ff_override_get_rule_time (dropped));
    }
}

/**
 * ff_import_plan_make_edit:
 * @plan: what was shown
 * @remove_gone: whether meetings that are no longer in the file are deleted
 *
 * Returns: (transfer full): all of it as one edit; empty where nothing is to be done
 */
FfScheduleEdit *
ff_import_plan_make_edit (const FfImportPlan *plan, gboolean remove_gone)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  for (guint i = 0; i < plan->groups->len; i++)
    ff_schedule_edit_save_group (edit, g_ptr_array_index (plan->groups, i));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfImportStep *step = g_ptr_array_index (plan->steps, i);

      if (step->change == FF_IMPORT_ADDED || step->change == FF_IMPORT_CHANGED)
        add_step (edit, step);
      else if (step->change == FF_IMPORT_GONE && remove_gone)
        ff_schedule_edit_delete_meeting (edit, ff_meeting_get_uid (step->meeting));
    }
  return edit;
}
