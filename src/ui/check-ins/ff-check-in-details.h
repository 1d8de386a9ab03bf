/* ff-check-in-details.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What unfolds under a person's line: last time's items, what they brought up, the plan, the goal.
 */

#pragma once

#include "ff-check-in-parts.h"
#include "ff-programme.h"
#include "ff-session-editor.h"
#include "ff-wording.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_DETAILS (ff_check_in_details_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckInDetails, ff_check_in_details, FF, CHECK_IN_DETAILS, GtkBox)

/* signal "delete-requested" (): the person pressed the button for it */
GtkWidget *ff_check_in_details_new         (FfSessionEditor  *editor,
                                            FfCheckIn        *check_in,
                                            FfProgramme      *programme,
                                            FfCheckInParts    parts);
void       ff_check_in_details_set_parts   (FfCheckInDetails *self,
                                            FfCheckInParts    parts);
void       ff_check_in_details_set_name    (FfCheckInDetails *self,
                                            const char       *name);
void       ff_check_in_details_set_wording (FfCheckInDetails *self,
                                            FfWording        *wording); /* (nullable) */
gboolean   ff_check_in_details_show_change (FfCheckInDetails *self,
                                            const char       *property); /* (nullable) */

G_END_DECLS
