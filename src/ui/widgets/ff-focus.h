/* ff-focus.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going by the keyboard into something that may still be read.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ff_focus_content (GtkWidget *content);
void ff_focus_dialog  (AdwDialog *dialog);

G_END_DECLS
