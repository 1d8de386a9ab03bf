/* ff-agenda.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of meetings in a span of time as a list model, worked out a little at a time and kept true to the store.
 */

#pragma once

#include <gio/gio.h>

#include "ff-group.h"
#include "ff-occurrence.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_AGENDA (ff_agenda_get_type ())

G_DECLARE_FINAL_TYPE (FfAgenda, ff_agenda, FF, AGENDA, GObject)

/* A GListModel of FfOccurrence by start, and a GtkSectionModel: a section a day, or a week from Monday, in this computer's zone.
 * property "loading" (gboolean, read-only): dates are still being worked out */
FfAgenda  *ff_agenda_new         (FfStore    *store);
void       ff_agenda_set_group   (FfAgenda   *self,
                                  const char *group);
void       ff_agenda_set_by_week (FfAgenda   *self,
                                  gboolean    by_week);
void       ff_agenda_set_span    (FfAgenda   *self,
                                  GDateTime  *from,
                                  GDateTime  *until);
GDateTime *ff_agenda_get_from    (FfAgenda   *self);
GDateTime *ff_agenda_get_until   (FfAgenda   *self);
gboolean   ff_agenda_get_loading (FfAgenda   *self);
gboolean   ff_agenda_has_meetings (FfAgenda  *self);
FfGroup   *ff_agenda_find_group  (FfAgenda   *self,
                                  const char *uid);
char      *ff_agenda_describe_unusable (FfAgenda   *self,
                                        FfMeeting **meeting);

G_END_DECLS
