/* ff-person-course.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How urge and balance went, over some weeks or all of them.
 */

#pragma once

#include <adwaita.h>

#include "ff-person-record.h"

G_BEGIN_DECLS

#define FF_TYPE_PERSON_COURSE (ff_person_course_get_type ())

G_DECLARE_FINAL_TYPE (FfPersonCourse, ff_person_course, FF, PERSON_COURSE, AdwBin)

/* Hides itself where neither was ever said. */
void ff_person_course_show (FfPersonCourse *self,
                            FfPersonRecord *record);

G_END_DECLS
