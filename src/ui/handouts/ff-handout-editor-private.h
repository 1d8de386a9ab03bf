/* ff-handout-editor-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the handout editor share.
 */

#pragma once

#include "ff-handout-editor.h"
#include "ff-sheet-view.h"

G_BEGIN_DECLS

struct _FfHandoutEditor
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfHandoutDraft *draft;
  gboolean refreshing; /* the text is set by us */
  gboolean narrow;     /* one side at a time */
  const char *next;    /* (nullable): the action to activate as soon as all is saved */
  FfUnsaved unsaved;   /* what is done where something cannot be */
  AdwDialog *question; /* (nullable) (weak): whether to leave all the same */
  gboolean given_up;   /* the person would rather lose what cannot be saved */
  gboolean laying_out; /* in a thread */
  gboolean outdated;   /* what is being laid out has changed since */

  AdwWindowTitle *window_title;
  GtkMenuButton *insert_button;
  AdwBanner *banner;
  AdwToggleGroup *sides;
  GtkWidget *text_side;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkWidget *problems_scroller;
  GtkListBox *problems;
  GtkWidget *paper_side;
  GtkLabel *stale_label;
  FfSheetView *sheet_view;
};

/* Lays out in a thread what the draft says now, and shows it. */
void ff_handout_editor_lay_out       (FfHandoutEditor *self);

/* What is wrong, under the text and in it. */
void ff_handout_editor_show_problems (FfHandoutEditor *self);
void ff_handout_editor_go_to_line    (FfHandoutEditor *self,
                                      guint            line); /* from 1; 0 = none in particular */
void ff_handout_editor_go_to_next_problem (FfHandoutEditor *self);
void ff_handout_editor_problem_activated (FfHandoutEditor *self,
                                      GtkListBoxRow   *row);
void ff_handout_editor_make_marks    (FfHandoutEditor *self);

/* Where it can stand nearest to the cursor. */
void ff_handout_editor_insert        (FfHandoutEditor *self,
                                      const char      *name);

G_END_DECLS
