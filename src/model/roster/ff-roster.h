/* ff-roster.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody and everything that a rota is made from, as it was at one moment.
 */

#pragma once

#include <glib-object.h>

#include "ff-need.h"
#include "ff-requirement.h"
#include "ff-role.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

#define FF_TYPE_ROSTER (ff_roster_get_type ())

/* Read by several threads: nothing in it is changed once it is handed out. */
G_DECLARE_FINAL_TYPE (FfRoster, ff_roster, FF, ROSTER, GObject)

FfRoster      *ff_roster_new              (void);
/* While it is filled; each is taken. */
void           ff_roster_take_volunteer   (FfRoster      *self,
                                           FfVolunteer   *volunteer);
void           ff_roster_take_role        (FfRoster      *self,
                                           FfRole        *role);
void           ff_roster_take_requirement (FfRoster      *self,
                                           FfRequirement *requirement);
void           ff_roster_take_need        (FfRoster      *self,
                                           FfNeed        *need);
/* Two who may be alike and are not the same, in either order. */
void           ff_roster_add_apart        (FfRoster      *self,
                                           const char    *uid,
                                           const char    *other);
gboolean       ff_roster_are_apart        (FfRoster      *self,
                                           const char    *uid,
                                           const char    *other);
guint          ff_roster_count_apart      (FfRoster      *self);
/* All of these, by nothing in particular. (element-type GStrv): two uids each. (transfer full) */
GPtrArray     *ff_roster_list_apart       (FfRoster      *self);
/* Each (transfer none), in the order in which they were taken. */
GPtrArray     *ff_roster_get_volunteers   (FfRoster      *self);
GPtrArray     *ff_roster_get_roles        (FfRoster      *self);
GPtrArray     *ff_roster_get_requirements (FfRoster      *self);
GPtrArray     *ff_roster_get_needs        (FfRoster      *self);
FfVolunteer   *ff_roster_find_volunteer   (FfRoster      *self, /* (nullable) */
                                           const char    *uid);
FfRole        *ff_roster_find_role        (FfRoster      *self, /* (nullable) */
                                           const char    *uid);
FfRequirement *ff_roster_find_requirement (FfRoster      *self, /* (nullable) */
                                           const char    *uid);
/* The meeting’s own needs; else its group’s; else one facilitator, required. (element-type FfNeed) (transfer container) */
GPtrArray     *ff_roster_list_needs       (FfRoster      *self,
                                           const char    *group,
                                           const char    *meeting);

G_END_DECLS
