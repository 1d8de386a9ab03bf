/* ff-letter-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message to one volunteer, in a dialog of its own.
 */

#pragma once

#include <adwaita.h>

#include "ff-volunteer.h"

G_BEGIN_DECLS

void ff_letter_dialog_present (GtkWidget   *parent,
                               const char  *title,
                               FfVolunteer *volunteer,
                               const char  *subject,
                               const char  *text);

G_END_DECLS
