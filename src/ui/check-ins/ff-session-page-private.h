/* ff-session-page-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the page of a session share: what stands on it, and its actions.
 */

#pragma once

#include "ff-alias-row.h"
#include "ff-check-in-list.h"
#include "ff-returning-box.h"
#include "ff-session-count.h"
#include "ff-session-page.h"
#include "ff-session-tools.h"

G_BEGIN_DECLS

struct _FfSessionPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfGroup *group;
  FfProgramme *programme; /* the context's */
  FfSessionEditor *editor;
  guint scroll_idle;
  GtkWidget *scroll_target; /* (nullable): the line to be shown */

  AdwWindowTitle *window_title;
  GtkLabel *state_label;
  AdwBanner *banner;
  GtkScrolledWindow *scroller;
  FfAliasRow *alias_row;
  FfReturningBox *returning_box;
  GtkWidget *nobody_label;
  FfCheckInList *people_list;
  FfSessionTools *tools;
  FfSessionCount *count;
};

void ff_session_page_actions_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
