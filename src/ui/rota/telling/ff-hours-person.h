/* ff-hours-person.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer with what they gave in a year: duties and other hours.
 */

#pragma once

#include "ff-hours-repository.h"
#include "ff-roster.h"

G_BEGIN_DECLS

#define FF_TYPE_HOURS_PERSON (ff_hours_person_get_type ())

G_DECLARE_FINAL_TYPE (FfHoursPerson, ff_hours_person, FF, HOURS_PERSON, GObject)

FfVolunteer *ff_hours_person_get_volunteer (FfHoursPerson *self);
guint        ff_hours_person_get_duties    (FfHoursPerson *self);
guint        ff_hours_person_get_minutes   (FfHoursPerson *self); /* of duties and all else */
GPtrArray   *ff_hours_person_get_entries   (FfHoursPerson *self); /* (nullable) (element-type FfHoursEntry) */
char        *ff_hours_person_describe      (FfHoursPerson *self); /* translated, (transfer full): “12 duties, 18 hours in all” */

/* Everybody of @roster, by name. @hours: (element-type FfVolunteerHours). (element-type FfHoursPerson) (transfer full) */
GPtrArray   *ff_hours_people_list          (FfRoster      *roster,
                                            GPtrArray     *hours);
/* (element-type FfHoursPerson); (transfer full): a table (RFC 4180) of those who gave any */
char        *ff_hours_people_write_csv     (GPtrArray     *people);
/* (transfer full): a letter in their language. @subject: (out) (optional) (transfer full) */
char        *ff_hours_person_write_thanks  (FfHoursPerson *self,
                                            int            year,
                                            GDateTime     *now,
                                            char         **subject);
/* (element-type FfHoursPerson); (transfer full): the letters to all who gave any, one after the other */
char        *ff_hours_people_write_thanks  (GPtrArray     *people,
                                            int            year,
                                            GDateTime     *now);
char        *ff_hours_describe_minutes     (guint          minutes); /* translated, (transfer full): “1.5 hours” */

G_END_DECLS
