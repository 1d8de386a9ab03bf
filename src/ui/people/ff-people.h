/* ff-people.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a group or of all groups, who was here last first, read a page at a time and kept up to date.
 */

#pragma once

#include "ff-person.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_PEOPLE (ff_people_get_type ())

G_DECLARE_FINAL_TYPE (FfPeople, ff_people, FF, PEOPLE, GObject)

/* signal "read" (): what there is was read
 * signal "trouble" (const GError *error): it could not be */
FfPeople   *ff_people_new       (FfStore    *store);
GListModel *ff_people_get_model (FfPeople   *self);   /* of FfPerson */
/* Begins anew: for those of @group (nullable: of all groups) whose name begins with @prefix. */
void        ff_people_choose    (FfPeople   *self,
                                 const char *group,
                                 const char *prefix);
void        ff_people_load_more (FfPeople   *self);
void        ff_people_read_again (FfPeople  *self);   /* as far as they were read already */

G_END_DECLS
