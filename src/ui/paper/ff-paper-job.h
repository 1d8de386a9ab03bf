/* ff-paper-job.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets on their way onto paper: to a printer, or into a file, made where they are wanted.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_PAPER_JOB (ff_paper_job_get_type ())

G_DECLARE_FINAL_TYPE (FfPaperJob, ff_paper_job, FF, PAPER_JOB, GObject)

/* On any thread, which the sheets then belong to. (element-type FfSheet) (transfer full), one at least */
typedef GPtrArray *(*FfMakeSheets) (gpointer data);
/* On any thread. The file appears whole or not at all. */
typedef gboolean   (*FfWritePaper) (gpointer data, const char *path, GError **error);

/* @title: of the file that is offered; @data: not changed any more, freed on the main thread */
FfPaperJob *ff_paper_job_new          (const char          *title,
                                       FfMakeSheets         make,
                                       gpointer             data,
                                       GDestroyNotify       destroy);
const char *ff_paper_job_get_title    (FfPaperJob          *self); /* (nullable) */
/* Both before it is handed on. To be folded: printed on both sides and turned over the short edge. */
void        ff_paper_job_set_folded   (FfPaperJob          *self,
                                       gboolean             folded);
/* What is written in place of a PDF of the sheets. */
void        ff_paper_job_set_write    (FfPaperJob          *self,
                                       FfWritePaper         write);

/* Each finds the window and the AdwToastOverlay that @widget is in. */
void        ff_paper_job_print        (FfPaperJob          *self,
                                       GtkWidget           *widget);
void        ff_paper_job_print_sheets (FfPaperJob          *self,
                                       GtkWidget           *widget,
                                       GPtrArray           *sheets);
void        ff_paper_job_save         (FfPaperJob          *self,
                                       GtkWidget           *widget);
void        ff_paper_job_save_as      (FfPaperJob          *self,
                                       GtkWidget           *widget,
                                       const char          *title);

/* Both in a thread. */
void        ff_paper_job_make_async   (FfPaperJob          *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray  *ff_paper_job_make_finish  (FfPaperJob          *self,
                                       GAsyncResult        *result);
void        ff_paper_job_write_async  (FfPaperJob          *self,
                                       const char          *path,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean    ff_paper_job_write_finish (FfPaperJob          *self,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
