/* ff-handout-sharing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Own handouts out of files, and any handout as one file to share: its Markdown.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-context.h"

G_BEGIN_DECLS

/* Asks for files, one or several, and takes them in; @widget is in the window that is told how it went. */
void  ff_handout_sharing_import       (GtkWidget   *widget,
                                       FfContext   *context);
/* Files that are at hand already. @files: (element-type GFile) */
void  ff_handout_sharing_import_files (GtkWidget   *widget,
                                       FfContext   *context,
                                       GListModel  *files);
/* Files that are dropped onto @widget are taken in, too; to be called once. */
void  ff_handout_sharing_accept_drops (GtkWidget   *widget,
                                       FfContext   *context);
/* Asks for a place, and saves the handout @id there, built in or own. */
void  ff_handout_sharing_share        (GtkWidget   *widget,
                                       FfContext   *context,
                                       const char  *id);
void  ff_handout_sharing_share_to     (GtkWidget   *widget,
                                       FfContext   *context,
                                       const char  *id,
                                       GFile       *file);
/* The Markdown of handout @id under a title that says it is a copy, for ff_handout_editor_new(). (transfer full) (nullable) */
char *ff_handout_sharing_duplicate    (FfContext   *context,
                                       const char  *id,
                                       GError     **error);

G_END_DECLS
