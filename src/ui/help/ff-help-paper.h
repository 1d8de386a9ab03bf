/* ff-help-paper.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s cards for a pocket on their way onto paper.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-group.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_PAPER (ff_help_paper_get_type ())

G_DECLARE_FINAL_TYPE (FfHelpPaper, ff_help_paper, FF, HELP_PAPER, GObject)

FfHelpPaper *ff_help_paper_new          (GSettings           *settings,
                                         FfGroup             *group,
                                         GPtrArray           *lines);   /* (element-type FfHelpLine): one at least */
/* Each finds the window and the AdwToastOverlay that @widget is in. */
void         ff_help_paper_print        (FfHelpPaper         *self,
                                         GtkWidget           *widget);
void         ff_help_paper_save         (FfHelpPaper         *self,
                                         GtkWidget           *widget);
/* As PDF, in a thread. */
void         ff_help_paper_write_async  (FfHelpPaper         *self,
                                         const char          *path,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     ff_help_paper_write_finish (FfHelpPaper         *self,
                                         GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
