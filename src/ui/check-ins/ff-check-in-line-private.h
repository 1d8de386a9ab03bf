/* ff-check-in-line-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a check-in's line share: what stands on it, the words that open a note, and its actions.
 */

#pragma once

#include "ff-check-in-details.h"
#include "ff-check-in-line.h"
#include "ff-figure-entry.h"
#include "ff-note-view.h"

G_BEGIN_DECLS

struct _FfCheckInLine
{
  AdwPreferencesRow parent_instance;

  FfSessionEditor *editor;
  FfCheckIn *check_in;
  FfProgramme *programme;
  FfCheckInParts parts;
  char *name;
  FfWording *wording; /* (nullable) */
  gboolean narrow;
  gboolean unfolded;
  GtkFilterListModel *review; /* this person's */
  GtkFilterListModel *plan;
  FfCheckInDetails *details; /* (nullable): made when it is unfolded first */

  GtkBox *head;
  GtkWidget *alias_button;
  GtkImage *arrow;
  GtkLabel *alias_label;
  GtkWidget *newcomer_mark;
  GtkLabel *last_label;
  FfNoteView *note_view;
  GtkLabel *summary_label;
  GtkMenuButton *prompts_button;
  FfFigureEntry *urge_entry;
  GtkRevealer *revealer;
};

void ff_check_in_line_actions_class_init (GtkWidgetClass *widget_class);
void ff_check_in_line_show_openings      (FfCheckInLine  *self);
void ff_check_in_line_set_openings       (FfCheckInLine  *self);

G_END_DECLS
