/* ff-clash-watch.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks, while a meeting is filled in, for others in the same room or on the same link at the same time.
 */

#pragma once

#include "ff-context.h"
#include "ff-meeting-form.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

#define FF_TYPE_CLASH_WATCH (ff_clash_watch_get_type ())

G_DECLARE_FINAL_TYPE (FfClashWatch, ff_clash_watch, FF, CLASH_WATCH, GObject)

/* signals: "loaded": the schedule is there, or could not be read; "checked": the form as it is now was compared with it */
FfClashWatch *ff_clash_watch_new           (FfContext     *context,
                                            FfMeetingForm *form,
                                            const char    *meeting); /* (nullable): the uid under which it is there already */
/* (nullable): until it is read */
FfSchedule   *ff_clash_watch_get_schedule  (FfClashWatch  *self);
/* Whether what get_clashes() gives is of the form as it is now. */
gboolean      ff_clash_watch_get_sure      (FfClashWatch  *self);
/* (element-type FfClash) (transfer none), never NULL */
GPtrArray    *ff_clash_watch_get_clashes   (FfClashWatch  *self);
/* Without the moment's wait for the next key. */
void          ff_clash_watch_check_now     (FfClashWatch  *self);

G_END_DECLS
