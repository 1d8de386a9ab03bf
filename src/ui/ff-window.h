/* ff-window.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: the views, or what is shown while there can be none.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-unsaved.h"

G_BEGIN_DECLS

#define FF_TYPE_WINDOW (ff_window_get_type ())

G_DECLARE_FINAL_TYPE (FfWindow, ff_window, FF, WINDOW, AdwApplicationWindow)

/* property: "hide-names" (read-write), kept while the notes are locked.
 * Shows a spinner until it is given a context. */
GtkWidget *ff_window_new         (AdwApplication *application,
                                  GSettings      *settings);
void       ff_window_set_context (FfWindow       *self,
                                  FfContext      *context); /* (nullable): back to the spinner */
GtkWidget *ff_window_show_trouble (FfWindow      *self,
                                  const char     *folder,
                                  const GError   *error);
GtkWidget *ff_window_show_locked (FfWindow       *self,
                                  const char     *folder);
gboolean   ff_window_may_close   (FfWindow       *self,
                                  const char     *then,
                                  FfUnsaved       unsaved);

G_END_DECLS
