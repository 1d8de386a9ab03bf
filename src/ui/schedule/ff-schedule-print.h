/* ff-schedule-print.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schedule as it will be on paper, with the choices that make it so, to print or to save.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-context.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

/* @chosen: the meetings to begin with, see ff_schedule_choose(); more can be left out in the dialog.
 * @title: (nullable): of the paper. */
void ff_schedule_print (GtkWidget  *parent,
                        FfContext  *context,
                        FfSchedule *chosen,
                        const char *title);

G_END_DECLS
