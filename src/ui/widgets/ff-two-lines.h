/* ff-two-lines.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a list of two texts below one another, both as long as they need.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the row its two labels. */
void      ff_two_lines_setup      (GtkListItem *item);
/* (transfer none) */
GtkLabel *ff_two_lines_get_first  (GtkListItem *item);
GtkLabel *ff_two_lines_get_second (GtkListItem *item);
/* What a screen reader says is both. */
void      ff_two_lines_bind       (GtkListItem *item,
                                   const char  *first,
                                   const char  *second);

G_END_DECLS
