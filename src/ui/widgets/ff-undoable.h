/* ff-undoable.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change of the store, tells of it by a toast, and takes it back by the toast's Undo or by a key.
 */

#pragma once

#include <gtk/gtk.h>

#include "ff-roster-edit.h"
#include "ff-schedule-edit.h"

G_BEGIN_DECLS

/* @edit: (transfer full); @text: (nullable): no toast where it went well */
void ff_undoable_change_schedule (GtkWidget      *widget,
                                  FfStore        *store,
                                  FfScheduleEdit *edit,
                                  const char     *text);
void ff_undoable_change_roster   (GtkWidget      *widget,
                                  FfStore        *store,
                                  FfRosterEdit   *edit,
                                  const char     *text);
/* For a change that was made elsewhere: the toast, with its Undo. */
void ff_undoable_tell            (GtkWidget      *widget,
                                  FfStore        *store,
                                  guint64         step,
                                  const char     *text);
/* The action “page.undo” of a view: takes back the last change made there, also once its toast has gone. */
void ff_undoable_install_action  (GtkWidgetClass *widget_class);
void ff_undoable_add_view        (GtkWidget      *view);

G_END_DECLS
