/* ff-volunteer-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is filled in about a volunteer, and what is still wrong with it.
 */

#pragma once

#include <gio/gio.h>

#include "ff-group.h"
#include "ff-volunteer-line.h"
#include "ff-volunteer.h"

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_FORM (ff_volunteer_form_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerForm, ff_volunteer_form, FF, VOLUNTEER_FORM, GObject)

/* properties: "name", "pronouns", "mail", "phone", "zone", "language", "home", "emergency-name", "emergency-phone", "notes", "source",
 * "position" ("49.2827, -123.1207", "" = not known), "serving" (uint, an FfServing), "week-cap", "month-cap", "row-cap" (uint, 0 = none),
 * "reach" (uint, kilometres, 0 = any), "only-groups", "online-only";
 * read-only: "valid"; a translated sentence or "": "name-message", "mail-message", "zone-message", "position-message", "lines-message";
 * "zone-reason": where the zone comes from while nobody chose another one.
 * A name that was not touched yet is not complained of, though it is not valid.
 * signal "sets-changed" (): roles, groups, programmes or languages */

/* @volunteer (nullable): what to begin with; @groups (element-type FfGroup), @requirements (element-type FfRequirement): all there are;
 * @chosen (nullable): the group that a new volunteer serves at first; @today: as 2026-11-24 */
FfVolunteerForm *ff_volunteer_form_new       (FfVolunteer     *volunteer,
                                              GPtrArray       *groups,
                                              GPtrArray       *requirements,
                                              FfGroup         *chosen,
                                              const char      *today);
gboolean         ff_volunteer_form_get_valid (FfVolunteerForm *self);
gboolean         ff_volunteer_form_has       (FfVolunteerForm *self,
                                              FfVolunteerSet   set,
                                              const char      *value);
void             ff_volunteer_form_set_has   (FfVolunteerForm *self,
                                              FfVolunteerSet   set,
                                              const char      *value,
                                              gboolean         has);
GStrv            ff_volunteer_form_list      (FfVolunteerForm *self, /* (transfer full), in the order in which they were added */
                                              FfVolunteerSet   set);
/* (transfer none): of FfVolunteerLine */
GListModel      *ff_volunteer_form_get_lines (FfVolunteerForm *self,
                                              FfLineKind       kind);
/* With what is likely: the hours of the line before on the next day, today. (transfer none) */
FfVolunteerLine *ff_volunteer_form_add_line  (FfVolunteerForm *self,
                                              FfLineKind       kind);
void             ff_volunteer_form_remove_line (FfVolunteerForm *self,
                                              FfVolunteerLine *line);
/* (transfer full): only while it is valid */
FfVolunteer     *ff_volunteer_form_make      (FfVolunteerForm *self);

G_END_DECLS
