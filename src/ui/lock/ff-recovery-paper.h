/* ff-recovery-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery sheet on its way onto paper.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_RECOVERY_PAPER (ff_recovery_paper_get_type ())

G_DECLARE_FINAL_TYPE (FfRecoveryPaper, ff_recovery_paper, FF, RECOVERY_PAPER, GObject)

FfRecoveryPaper *ff_recovery_paper_new          (GSettings           *settings,
                                                 const char          *recovery_key,
                                                 GDateTime           *made);
/* Each finds the window and the AdwToastOverlay that @widget is in. */
void             ff_recovery_paper_print        (FfRecoveryPaper     *self,
                                                 GtkWidget           *widget);
void             ff_recovery_paper_save         (FfRecoveryPaper     *self,
                                                 GtkWidget           *widget);
/* As PDF, in a thread. */
void             ff_recovery_paper_write_async  (FfRecoveryPaper     *self,
                                                 const char          *path,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean         ff_recovery_paper_write_finish (FfRecoveryPaper     *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

G_END_DECLS
