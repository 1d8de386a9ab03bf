/* ff-person-undo.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the last renaming or merging back.
 */

#pragma once

#include <adwaita.h>

#include "ff-store.h"

G_BEGIN_DECLS

/* Tells in @widget's window what was done, with Undo. */
void ff_person_undo_offer (GtkWidget  *widget,
                           FfStore    *store,
                           const char *text);

G_END_DECLS
