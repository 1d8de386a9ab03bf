/* ff-agenda-view.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates from today on, one under the other, as far as somebody scrolls.
 */

#pragma once

#include <adwaita.h>

#include "ff-agenda.h"
#include "ff-clock.h"

G_BEGIN_DECLS

#define FF_TYPE_AGENDA_VIEW (ff_agenda_view_get_type ())

G_DECLARE_FINAL_TYPE (FfAgendaView, ff_agenda_view, FF, AGENDA_VIEW, AdwBin)

/* Property "title" (read-only): "November 2026", of the first date that is seen.
 * Signals: "opened" (FfOccurrence); "listed": as FfAgenda's.
 * For a row's menu see FfAgendaList. */
GtkWidget  *ff_agenda_view_new           (FfTimetable  *timetable,
                                          FfClock      *clock);
FfAgenda   *ff_agenda_view_get_agenda    (FfAgendaView *self);
void        ff_agenda_view_set_by_week   (FfAgendaView *self,
                                          gboolean      by_week);
void        ff_agenda_view_start_over    (FfAgendaView *self);
void        ff_agenda_view_show_today    (FfAgendaView *self);
void        ff_agenda_view_show_next     (FfAgendaView *self);
void        ff_agenda_view_show_previous (FfAgendaView *self);
const char *ff_agenda_view_get_title     (FfAgendaView *self);

G_END_DECLS
