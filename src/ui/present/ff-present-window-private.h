/* ff-present-window-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the window that presents a handout share.
 */

#pragma once

#include "ff-board.h"
#include "ff-copied.h"
#include "ff-keeping.h"
#include "ff-present-paper.h"
#include "ff-present-window.h"
#include "ff-slide.h"

G_BEGIN_DECLS

/* Pixels a point, below which the smallest letters of a slide have less than eleven. */
#define FF_PRESENT_LEAST_SCALE 0.79

struct _FfPresentWindow
{
  AdwWindow parent_instance;

  FfHandout *handout;
  FfPresentPaper *paper;
  FfBoard *board;
  FfCopied *copied;
  FfKeeping *keeping;
  FfSheet *sheet;
  FfSheet *example; /* (nullable): the worked example follows the same sheet, as yet empty */
  guint first_of_example;
  guint page, page_of_example;
  guint layout_id, turn_id, scroll_id, frames_to_scroll;
  gboolean is_example, is_hidden, is_overview;
  gboolean is_upright; /* the slides, in a narrow window */
  char *key;           /* (nullable): where the focus was before the sheet was hidden */

  FfSlide *slide;
  GtkStack *stack;
  GtkFlowBox *overview;
  GtkLabel *pages_label;
  GtkWidget *pages_box;
  GtkWidget *pages_button;
  GtkWidget *show_button;
};

/* --- Pages --- */
guint    ff_present_window_get_n_pages      (FfPresentWindow *self);
guint    ff_present_window_get_page         (FfPresentWindow *self);
void     ff_present_window_show_page_on     (FfPresentWindow *self,
                                             FfSlide         *slide,
                                             guint            page);
void     ff_present_window_show_page        (FfPresentWindow *self);
void     ff_present_window_turn             (FfPresentWindow *self,
                                             guint            page);
/* Those to write on: the place with @key, if any, is on the page that is shown, or else @page is. */
void     ff_present_window_make_slides      (FfPresentWindow *self,
                                             const char      *key,
                                             guint            page);
void     ff_present_window_make_example     (FfPresentWindow *self);
void     ff_present_window_show_what_fits   (FfPresentWindow *self);

/* --- All pages --- */
void     ff_present_window_fill_overview    (FfPresentWindow *self);
void     ff_present_window_focus_overview   (FfPresentWindow *self);
void     ff_present_window_set_overview     (FfPresentWindow *self,
                                             gboolean         is_overview);
void     ff_present_window_page_chosen      (FfPresentWindow *self,
                                             GtkFlowBoxChild *child);

/* --- In a narrow window --- */
void     ff_present_window_turn_if_narrow   (FfPresentWindow *self);

G_END_DECLS
