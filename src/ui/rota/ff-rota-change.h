/* ff-rota-change.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change of the rota, tells of it by a toast, and takes it back by the toast's Undo.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-roster-edit.h"

G_BEGIN_DECLS

/* @edit: (transfer full) */
void ff_rota_change (GtkWidget      *widget,
                     FfStore        *store,
                     FfRosterEdit *edit,
                     const char     *text);

G_END_DECLS
