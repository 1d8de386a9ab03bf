/* ff-appointments-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings that have no dates: people make an appointment.
 */

#pragma once

#include <adwaita.h>

#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_APPOINTMENTS_DIALOG (ff_appointments_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfAppointmentsDialog, ff_appointments_dialog, FF, APPOINTMENTS_DIALOG, AdwDialog)

/* Its rows use page.edit-meeting (s) of what it is presented on. */
GtkWidget *ff_appointments_dialog_new   (FfSchedule *schedule);
guint      ff_appointments_dialog_count (FfSchedule *schedule);

G_END_DECLS
