/* ff-schedule-page-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the schedule page's own files share.
 */

#pragma once

#include "ff-agenda-view.h"
#include "ff-month-view.h"
#include "ff-schedule-page.h"
#include "ff-schedule-search.h"
#include "ff-week-view.h"

G_BEGIN_DECLS

struct _FfSchedulePage
{
  FfView            parent_instance;

  FfTimetable      *timetable;
  FfAgendaView     *agenda;
  FfWeekView       *week;   /* NULL until it is looked at */
  FfMonthView      *month;
  AdwDialog        *dialog; /* weak: the one that is open */

  AdwHeaderBar     *header_bar;
  GtkMenuButton    *menu_button;
  FfScheduleSearch *search;
  GtkWidget        *stretch;
  GtkLabel         *title_label;
  GtkLabel         *detail_label;
  AdwBanner        *unusable;
  GtkStack         *stack;
  AdwViewStack     *views;
  AdwBin           *agenda_bin;
  AdwBin           *week_bin;
  AdwBin           *month_bin;
  GtkButton        *appointments_button;
  GMenu            *appointments_menu; /* the same, where there is no room for the button */
};

/* Actions of meetings and their dates, and what the views ask for. */
void ff_schedule_page_install_dates   (GtkWidgetClass *widget_class);
void ff_schedule_page_connect_view    (FfSchedulePage *self,
                                       GtkWidget      *view);
void ff_schedule_page_edit_meeting    (FfSchedulePage *self,
                                       FfMeeting      *meeting);

G_END_DECLS
