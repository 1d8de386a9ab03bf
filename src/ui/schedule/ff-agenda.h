/* ff-agenda.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a timetable in a span of time as a list model.
 */

#pragma once

#include "ff-timetable.h"

G_BEGIN_DECLS

#define FF_TYPE_AGENDA (ff_agenda_get_type ())

G_DECLARE_FINAL_TYPE (FfAgenda, ff_agenda, FF, AGENDA, GObject)

/* A GListModel of FfOccurrence in the order of the timetable's clock, and a GtkSectionModel: a section a day, or a week from Monday.
 * property "loading" (gboolean, read-only): dates are still being worked out
 * signal "listed": the dates are those of the timetable as it is now */
FfAgenda  *ff_agenda_new         (FfTimetable *timetable);
void       ff_agenda_set_zone    (FfAgenda    *self,
                                  GTimeZone   *zone);
void       ff_agenda_set_by_week (FfAgenda    *self,
                                  gboolean     by_week);
void       ff_agenda_set_span    (FfAgenda    *self,
                                  GDateTime   *from,
                                  GDateTime   *until);
GDateTime *ff_agenda_get_from    (FfAgenda    *self);
GDateTime *ff_agenda_get_until   (FfAgenda    *self);
gboolean   ff_agenda_get_loading (FfAgenda    *self);
guint      ff_agenda_find        (FfAgenda    *self,
                                  GDateTime   *time);
gboolean   ff_agenda_has_meetings (FfAgenda   *self);
FfGroup   *ff_agenda_find_group  (FfAgenda    *self,
                                  const char  *uid);
FfSchedule *ff_agenda_get_schedule (FfAgenda  *self);
GTimeZone *ff_agenda_get_zone    (FfAgenda    *self);
FfTimetable *ff_agenda_get_timetable (FfAgenda *self);
char      *ff_agenda_describe_unusable (FfAgenda   *self,
                                        FfMeeting **meeting);

G_END_DECLS
