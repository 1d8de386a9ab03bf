/* ff-what-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the dialog on which is chosen what a volunteer does, for whom, and in which languages.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer-form.h"

G_BEGIN_DECLS

#define FF_TYPE_WHAT_PAGE (ff_what_page_get_type ())

G_DECLARE_FINAL_TYPE (FfWhatPage, ff_what_page, FF, WHAT_PAGE, AdwPreferencesPage)

/* @roles (element-type FfRole), @groups (element-type FfGroup), @programmes (element-type FfProgramme): all there are */
void ff_what_page_bind (FfWhatPage      *self,
                        FfVolunteerForm *form,
                        GPtrArray       *roles,
                        GPtrArray       *groups,
                        GPtrArray       *programmes);

G_END_DECLS
