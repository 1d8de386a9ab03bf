/* ff-text-file.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a text into a file where the person wants it; the outcome is told in the window.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: of the file at first, with its suffix */
void ff_text_file_save    (GtkWidget  *widget,
                           const char *heading,
                           const char *name,
                           const char *mime_type,
                           const char *text);
void ff_text_file_save_to (GtkWidget  *widget,
                           GFile      *file,
                           const char *text);

G_END_DECLS
