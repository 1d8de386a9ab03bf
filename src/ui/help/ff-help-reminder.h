/* ff-help-reminder.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet row that is there only while a group has no help lines.
 */

#pragma once

#include <adwaita.h>

#include "ff-group.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_REMINDER (ff_help_reminder_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpReminder, ff_help_reminder, FF, HELP_REMINDER, AdwBin)

void ff_help_reminder_set_group (FfHelpReminder *self,
                                 FfStore        *store,
                                 FfGroup        *group); /* (nullable) */

G_END_DECLS
