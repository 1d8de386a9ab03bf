/* ff-agenda-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda to scroll through, with a heading over each day or week.
 */

#pragma once

#include <adwaita.h>

#include "ff-agenda.h"
#include "ff-clock.h"

G_BEGIN_DECLS

#define FF_TYPE_AGENDA_LIST (ff_agenda_list_get_type ())

G_DECLARE_FINAL_TYPE (FfAgendaList, ff_agenda_list, FF, AGENDA_LIST, AdwBin)

/* signals: "opened" (FfOccurrence); "end-near": there is less than a screen left to scroll; "scrolled": other dates may be seen.
 * Its rows' menu uses page.edit-meeting (s), page.cancel-date, page.restore-date (ss), page.delete-meeting (s) and win.write-check-ins (ss). */
void     ff_agenda_list_set_agenda  (FfAgendaList *self,
                                     FfAgenda     *agenda,
                                     FfClock      *clock);
void     ff_agenda_list_set_by_week (FfAgendaList *self,
                                     gboolean      by_week);
void     ff_agenda_list_start_over (FfAgendaList *self);
void     ff_agenda_list_scroll_to   (FfAgendaList *self,
                                     guint         position);
void     ff_agenda_list_show_first (FfAgendaList *self,
                                    guint         position);
FfOccurrence *ff_agenda_list_get_first (FfAgendaList *self);
gboolean ff_agenda_list_is_near_end (FfAgendaList *self);

G_END_DECLS
