/* ff-meeting-dialog-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What filling in a meeting and saving it share.
 */

#pragma once

#include "ff-clash-watch.h"
#include "ff-date-time-row.h"
#include "ff-meeting-dialog.h"

G_BEGIN_DECLS

#define FF_MEETING_DIALOG_PLACES 3

struct _FfMeetingDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfMeetingForm *form;
  FfMeeting *meeting; /* as it is; NULL while adding */
  FfMeeting *opened;  /* what the form began with */
  char *begun;        /* all that was filled in then */
  FfWallTime at;      /* the date from which it was opened */
  gboolean has_at;
  FfClashWatch *watch;
  gboolean is_waiting;   /* to save, until it is known what clashes */
  GPtrArray *clash_rows; /* (element-type GtkWidget) */
  int usual_minutes;     /* of the programme, for as long as no other length was chosen */
  gboolean filling;      /* lists are being filled: what is selected meanwhile was not chosen */
  gboolean asks_places;  /* a place is being typed: those in use are offered */
  FfVenue *venues[FF_MEETING_DIALOG_PLACES];
  GPtrArray *groups; /* in the order of the group row; NULL where it is not asked for */

  AdwPreferencesPage *page;
  AdwPreferencesGroup *clashes;
  AdwComboRow *group_row;
  GtkWidget *title_row;
  FfDateTimeRow *start_row;
  AdwToggleGroup *length;
  GtkWidget *minutes_row;
  AdwActionRow *repeat_row;
  GtkWidget *repeat_message;
  AdwComboRow *mode_row;
  GtkWidget *place_row;
  AdwActionRow *place_rows[FF_MEETING_DIALOG_PLACES];
  GtkWidget *link_row;
  GtkWidget *needs_row;
  AdwActionRow *breaks_row;
  GtkWidget *save_button;
};

void ff_meeting_dialog_save_cb (FfMeetingDialog *self);
void ff_meeting_dialog_guard (FfMeetingDialog *self);
void ff_meeting_dialog_show_clashes (FfMeetingDialog *self);
const char *ff_meeting_dialog_get_save_label (FfMeetingDialog *self);
void ff_meeting_dialog_notify_label (FfMeetingDialog *self);

G_END_DECLS
