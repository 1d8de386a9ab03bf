/* ff-people-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a group or of all groups, who was here last first.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_PEOPLE_LIST (ff_people_list_get_type ())

G_DECLARE_FINAL_TYPE (FfPeopleList, ff_people_list, FF, PEOPLE_LIST, AdwBin)

/* signal "chosen" (const char *participant): a person was chosen, by uid */
GtkWidget *ff_people_list_new           (FfContext    *context);
void       ff_people_list_set_group     (FfPeopleList *self,
                                         FfGroup      *group);       /* (nullable): all groups */
void       ff_people_list_mark          (FfPeopleList *self,
                                         const char   *participant); /* (nullable): whose page is open beside it */
void       ff_people_list_leave_out     (FfPeopleList *self,
                                         const char   *participant);

G_END_DECLS
