/* ff-shortcuts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys, and the dialog that lists them.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Binds the keys of the program's and the window's own actions. */
void ff_shortcuts_install (GtkApplication *application);
/* Those that lock and quit work in a dialog, too. */
void ff_shortcuts_add_to_dialog (AdwDialog *dialog);
/* Lists all keys. A page that declares keys of its own adds a line to the table in ff-shortcuts.c. */
void ff_shortcuts_present (GtkWidget      *parent);

G_END_DECLS
