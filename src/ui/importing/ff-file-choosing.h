/* ff-file-choosing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for a file to take in.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*FfFileChosen) (GtkWidget *parent, GFile *file, gpointer data);

/* @usual: what files of those @suffixes are. @chosen: not called where none is chosen, or @parent is gone. */
void        ff_file_choosing_ask      (GtkWidget         *parent,
                                       const char        *title,
                                       const char        *usual,
                                       const char *const *suffixes,
                                       FfFileChosen       chosen,
                                       gpointer           data,
                                       GDestroyNotify     destroy);
/* (transfer none) (nullable): NULL where it is not on this computer, which is told. */
const char *ff_file_choosing_get_path (GtkWidget         *parent,
                                       GFile             *file);

G_END_DECLS
