/* ff-window-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share.
 */

#pragma once

#include "ff-views.h"
#include "ff-window.h"

G_BEGIN_DECLS

struct _FfWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  FfContext *context;
  FfViews *views;     /* (nullable): in @stack, as the others are */
  GtkWidget *welcome; /* (nullable) */
  GtkWidget *trouble; /* (nullable) */
  GtkWidget *locked;  /* (nullable) */
  char *shown;        /* (nullable): the view to come back to */
  gboolean hide_names;

  AdwToastOverlay *toasts;
  GtkStack *stack;
};

void ff_window_install_actions (GtkWidgetClass *widget_class);
/* When something came that they need, or went. */
void ff_window_update_actions  (FfWindow       *self);

G_END_DECLS
