/* ff-roster-known.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers can name and is known here: roles, groups, programmes, trainings, zones.
 */

#pragma once

#include <gio/gio.h>

#include "ff-group.h"
#include "ff-roster.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ROSTER_NAMES_ROLE,
  FF_ROSTER_NAMES_GROUP,
  FF_ROSTER_NAMES_PROGRAMME,
  FF_ROSTER_NAMES_REQUIREMENT,
  FF_ROSTER_NAMES_ZONE,
} FfRosterNaming;

#define FF_N_ROSTER_NAMINGS (FF_ROSTER_NAMES_ZONE + 1)

/* Read by any thread: nothing in it changes. */
typedef struct _FfRosterKnown FfRosterKnown;

/* @groups: (element-type FfGroup); @programmes: (element-type FfProgramme); @zone: of those whose row and group say none. */
FfRosterKnown *ff_roster_known_new          (FfRoster            *roster,
                                             GPtrArray           *groups,
                                             GPtrArray           *programmes,
                                             const char          *zone);
FfRosterKnown *ff_roster_known_ref          (FfRosterKnown       *self);
void           ff_roster_known_unref        (FfRosterKnown       *self);
FfRoster      *ff_roster_known_get_roster   (const FfRosterKnown *self);
GPtrArray     *ff_roster_known_get_groups   (const FfRosterKnown *self); /* (transfer none) */
/* uid, or the identifier of a zone, of what is called so, case and accents aside. (nullable): NULL for two of one name too */
const char    *ff_roster_known_find         (const FfRosterKnown *self,
                                             FfRosterNaming       naming,
                                             const char          *text);
/* What it is called in files: its name, or its uid where another has the same name or the name is a translation. */
const char    *ff_roster_known_get_word     (const FfRosterKnown *self,
                                             FfRosterNaming       naming,
                                             const char          *uid);
/* All that are offered, to choose from: uid and title one after the other. (transfer full) */
GStrv          ff_roster_known_list         (const FfRosterKnown *self,
                                             FfRosterNaming       naming);
/* The zone of the first of these groups that is known, else the one for all. */
const char    *ff_roster_known_get_zone     (const FfRosterKnown *self,
                                             const char *const   *groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRosterKnown, ff_roster_known_unref)

G_END_DECLS
