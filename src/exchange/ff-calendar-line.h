/* ff-calendar-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of an iCalendar file: unfolded and taken apart, or written.
 */

#pragma once

#include "ff-content-line.h"

G_BEGIN_DECLS

typedef struct _FfCalendarLine FfCalendarLine;

FfCalendarLine *ff_calendar_line_read          (FfContentCursor      *cursor);
FfCalendarLine *ff_calendar_line_parse         (const char           *text);
void            ff_calendar_line_free          (FfCalendarLine       *self);
guint           ff_calendar_line_get_number    (const FfCalendarLine *self); /* of the file, from 1 */
gboolean        ff_calendar_line_is            (const FfCalendarLine *self,
                                                const char           *name);
gboolean        ff_calendar_line_has_prefix    (const FfCalendarLine *self,
                                                const char           *prefix);
const char     *ff_calendar_line_get_whole     (const FfCalendarLine *self); /* (transfer none): unfolded */
const char     *ff_calendar_line_get_value     (const FfCalendarLine *self); /* (transfer none): as it is written */
char           *ff_calendar_line_get_text      (const FfCalendarLine *self); /* (transfer full) */
GStrv           ff_calendar_line_list_texts    (const FfCalendarLine *self); /* (transfer full): apart at commas */
char           *ff_calendar_line_get_parameter (const FfCalendarLine *self,
                                                const char           *name); /* (transfer full) (nullable) */

char           *ff_calendar_quote              (const char           *text); /* for a parameter */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCalendarLine, ff_calendar_line_free)

G_END_DECLS
