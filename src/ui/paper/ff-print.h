/* ff-print.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets on the printer, and files where the person wants them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sheets are on their way to the printer. */
typedef void (*FfPrinted) (GObject *asker);

/* Any sheets (element-type FfSheet): asks for a printer. On both sides and turned over the short edge where they are to be @folded. */
void ff_print_sheets      (GtkWidget         *widget,
                           GPtrArray         *sheets,
                           guint              copies,
                           const char        *title,
                           gboolean           folded,
                           FfPrinted          printed, /* (nullable) */
                           GObject           *asker); /* (nullable) */

/* What writes a file in a thread. */
typedef void     (*FfPdfWrite)       (gpointer             source,
                                      const char          *path,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
typedef gboolean (*FfPdfWriteFinish) (gpointer             source,
                                      GAsyncResult        *result,
                                      GError             **error);

typedef enum
{
  FF_FILE_PDF,
  FF_FILE_JSON,
} FfFileForm;

/* Asks for a file, called @title at first, and lets @source write it. */
void ff_print_save_file   (GtkWidget         *widget,
                           const char        *heading,
                           const char        *title,
                           FfFileForm         form,
                           GObject           *source,
                           FfPdfWrite         write,
                           FfPdfWriteFinish   finish);
/* The same as PDF. */
void ff_print_save        (GtkWidget         *widget,
                           const char        *title,
                           GObject           *source,
                           FfPdfWrite         write,
                           FfPdfWriteFinish   finish);

G_END_DECLS
