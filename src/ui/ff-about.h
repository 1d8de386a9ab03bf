/* ff-about.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made this, under which licence, and what it is not.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ff_about_present (GtkWidget *parent);

G_END_DECLS
