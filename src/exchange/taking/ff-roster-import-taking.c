/* ff-roster-import-taking.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers is read with, out of the store, and the plan of it as one edit.
 */

#include "ff-roster-import-taking.h"

#include "ff-group-repository.h"
#include "ff-roster-repository.h"

/**
 * ff_roster_known_load:
 * @store: the store
 * @zone: of volunteers whose file and group say none
 *
 * Returns: (transfer full): what a file of volunteers can name, or %NULL with an error
 */
FfRosterKnown *
ff_roster_known_load (FfStore *store, const char *zone, GError **error)
{
  g_autoptr (FfRoster) roster = ff_roster_repository_load (store, error);
  g_autoptr (GPtrArray) groups = roster != NULL ? ff_group_repository_list (store, error) : NULL;
  g_autoptr (GPtrArray) programmes = groups != NULL ? ff_programme_load_all (error) : NULL;

  if (programmes == NULL)
    return NULL;
  return ff_roster_known_new (roster, groups, programmes, zone);
}

/**
 * ff_roster_plan_make_edit:
 * @plan: what was shown
 * @decided: (element-type FfRosterDecided): what ff_roster_plan_list_decided() gave
 *
 * Returns: (transfer full): all of it as one edit; empty where nothing is to be done
 */
FfRosterEdit *
ff_roster_plan_make_edit (const FfRosterPlan *plan, const GArray *decided)
{
  g_autoptr (GPtrArray) volunteers = ff_roster_plan_list_volunteers_as (plan, decided, NULL, NULL);
  FfRosterEdit *edit = ff_roster_edit_new ();

  for (guint i = 0; i < volunteers->len; i++)
    ff_roster_edit_save_volunteer (edit, g_ptr_array_index (volunteers, i));
  return edit;
}
