/* ff-import-frame.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every dialog that takes a file in shows: that it is being read, what is asked, what it would do, or why nothing was done.
 */

#pragma once

#include <adwaita.h>

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPORT_FRAME (ff_import_frame_get_type ())

G_DECLARE_FINAL_TYPE (FfImportFrame, ff_import_frame, FF, IMPORT_FRAME, AdwBin)

/* properties: "page" (utf8, read-only: "working", "trouble", "questions" or "plan"), "questions" (GtkWidget: what is asked first),
 * "options" (GtkWidget: what is chosen above the list), "factory" (GtkListItemFactory), "items" (GListModel, read-only).
 * Its buttons activate "import.cancel", which is its own, and "import.choose", which is its dialog’s. */

/* @permille: how far it is, of 1000; has to stay until ff_import_frame_end(). (transfer none): to end it early with */
GCancellable *ff_import_frame_begin        (FfImportFrame *self,
                                            const char    *text,
                                            int           *permille);
void          ff_import_frame_end          (FfImportFrame *self);
/* Of what is under way. (transfer none) (nullable) */
GCancellable *ff_import_frame_get_cancellable (FfImportFrame *self);
void          ff_import_frame_cancel       (FfImportFrame *self);

void          ff_import_frame_show         (FfImportFrame *self,
                                            const char    *page);
void          ff_import_frame_show_trouble (FfImportFrame *self,
                                            const GError  *error);
/* @items: (element-type GObject): listed a few a frame */
void          ff_import_frame_show_plan    (FfImportFrame *self,
                                            const char    *path,
                                            const char    *format,
                                            GPtrArray     *items);
void          ff_import_frame_set_counts   (FfImportFrame *self,
                                            const char    *counts);
/* What holds of many lines is told once, above them. */
void          ff_import_frame_set_note     (FfImportFrame *self,
                                            const char    *note); /* (nullable) */
void          ff_import_frame_list         (FfImportFrame *self,
                                            GPtrArray     *items); /* (nullable) */

/* The window it was shown in last. (transfer none) (nullable) */
GtkWidget    *ff_import_frame_get_window   (FfImportFrame *self);
/* With a toast there that takes it back. */
void          ff_import_frame_tell_done    (FfImportFrame *self,
                                            FfStore       *store,
                                            guint64        step,
                                            const char    *text);
/* @added: (transfer full): “3 meetings added”, or "". @nothing: what is said where all is nought. (transfer full) */
char         *ff_import_frame_write_counts (char          *added,
                                            guint          changed,
                                            guint          undecided,
                                            guint          same,
                                            guint          refused,
                                            const char    *nothing);

G_END_DECLS
