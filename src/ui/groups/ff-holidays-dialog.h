/* ff-holidays-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendars of holidays that groups can keep: to type, to import, to change.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"

G_BEGIN_DECLS

#define FF_TYPE_HOLIDAYS_DIALOG (ff_holidays_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfHolidaysDialog, ff_holidays_dialog, FF, HOLIDAYS_DIALOG, AdwDialog)

GtkWidget *ff_holidays_dialog_new       (FfContext        *context);
/* As if it had been chosen to be imported. */
void       ff_holidays_dialog_take_file (FfHolidaysDialog *self,
                                         GFile            *file);

G_END_DECLS
