/* ff-told.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer with their duties in a stretch of time, to be written to.
 */

#pragma once

#include <gio/gio.h>

#include "ff-duty.h"
#include "ff-roster-edit.h"
#include "ff-rota-source.h"

G_BEGIN_DECLS

#define FF_TYPE_TOLD (ff_told_get_type ())

G_DECLARE_FINAL_TYPE (FfTold, ff_told, FF, TOLD, GObject)

FfVolunteer  *ff_told_get_volunteer  (FfTold *self);
GPtrArray    *ff_told_get_duties     (FfTold *self); /* (element-type FfDuty), by start; none is declined */
GPtrArray    *ff_told_get_relieved   (FfTold *self); /* (element-type FfDuty), by start: theirs no more, which they do not know yet */
guint         ff_told_count_new      (FfTold *self); /* those that nobody asked them for yet */
gboolean      ff_told_has_news       (FfTold *self); /* of either kind */
char         *ff_told_describe       (FfTold *self); /* translated, (transfer full): “3 dates, 2 of them new; 1 no longer theirs” */
/* (transfer full): an .ics of the duties, and of what is theirs no more as cancelled */
char         *ff_told_write_calendar (FfTold    *self,
                                      GDateTime *now,
                                      gboolean   with_passcodes); /* somebody ticked it */
/* (transfer full): all that are new become asked at @now, and they were told what is theirs no more */
FfRosterEdit *ff_told_make_asked     (FfTold    *self,
                                      GDateTime *now);

/* In a thread: everybody with duties in [@from, @until), by name. @source: (transfer full); @group: (nullable): uid */
void          ff_told_list_async     (FfRotaSource        *source,
                                      const char          *group,
                                      GDateTime           *from,
                                      GDateTime           *until,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
/* (element-type FfTold) (transfer full) */
GPtrArray    *ff_told_list_finish    (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
