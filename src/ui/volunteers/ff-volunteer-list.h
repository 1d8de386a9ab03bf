/* ff-volunteer-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of the roster, searched, filtered and sorted.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_LIST (ff_volunteer_list_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerList, ff_volunteer_list, FF, VOLUNTEER_LIST, AdwBin)

/* signal "chosen" (const char *uid) */
GtkWidget *ff_volunteer_list_new       (FfContext       *context);
void       ff_volunteer_list_set_group (FfVolunteerList *self,
                                        FfGroup         *group); /* (nullable): of all */
void       ff_volunteer_list_leave_out (FfVolunteerList *self,
                                        const char      *volunteer); /* uid: they are not offered */
void       ff_volunteer_list_search    (FfVolunteerList *self);  /* moves the focus there */

G_END_DECLS
