/* ff-lines-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the dialog on which hours, absences, trainings or steps are typed, a row each.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer-form.h"

G_BEGIN_DECLS

#define FF_TYPE_LINES_PAGE (ff_lines_page_get_type ())

G_DECLARE_FINAL_TYPE (FfLinesPage, ff_lines_page, FF, LINES_PAGE, AdwPreferencesPage)

/* signal "changed" (): a line came, went or says something else
 * @requirements (element-type FfRequirement): all there are; the array is filled anew when there are others */
void ff_lines_page_bind        (FfLinesPage     *self,
                                FfVolunteerForm *form,
                                FfLineKind       kind,
                                GPtrArray       *requirements);
/* Adds a line, and moves the focus to it. */
void ff_lines_page_add         (FfLinesPage     *self);
void ff_lines_page_set_can_add (FfLinesPage     *self,
                                gboolean         can_add);

G_END_DECLS
