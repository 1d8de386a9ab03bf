/* ff-agenda-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of an agenda share.
 */

#pragma once

#include "ff-agenda.h"

G_BEGIN_DECLS

struct _FfAgenda
{
  GObject parent_instance;

  FfTimetable *timetable;
  GTimeZone *fixed; /* (nullable): whatever the timetable shows */
  gboolean by_week;
  GDateTime *from;
  GDateTime *until;

  GPtrArray *items;
  GTimeZone *zone;      /* by whose clock they are sorted; NULL: each meeting's own */
  FfSchedule *schedule; /* that they are from */

  GCancellable *fetching; /* NULL where nothing is being worked out */
  GDateTime *part_from;   /* what is being worked out */
  GDateTime *part_until;
};

/* (nullable): by whose clock the dates are to be sorted from now on */
GTimeZone *ff_agenda_get_wanted_zone (FfAgenda  *self);
/* Has those dates worked out, and gives up what was being worked out. */
void       ff_agenda_fetch           (FfAgenda  *self,
                                      GDateTime *from,
                                      GDateTime *until);
void       ff_agenda_stop_fetching   (FfAgenda  *self);

G_END_DECLS
