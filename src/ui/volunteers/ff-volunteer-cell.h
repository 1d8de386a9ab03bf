/* ff-volunteer-cell.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a long list shows of a volunteer, so light that hundreds are laid out within a frame.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_CELL (ff_volunteer_cell_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerCell, ff_volunteer_cell, FF, VOLUNTEER_CELL, GtkWidget)

GtkWidget *ff_volunteer_cell_new  (void);
/* @state: what is to be seen to, beside the rest, "" = nothing; @css_class: how it looks */
void       ff_volunteer_cell_show (FfVolunteerCell *self,
                                   const char      *name,
                                   const char      *details,
                                   const char      *state,
                                   const char      *css_class);

G_END_DECLS
