/* ff-calendar-event.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an event says of a meeting, in words that any calendar shows and in lines of our own for the way back.
 */

#pragma once

#include "ff-calendar-line.h"
#include "ff-meeting.h"

G_BEGIN_DECLS

#define FF_CALENDAR_GROUP "X-FOURFOLD-GROUP"
#define FF_CALENDAR_PROGRAMME "X-FOURFOLD-PROGRAMME"
#define FF_CALENDAR_MODE "X-FOURFOLD-MODE"
#define FF_CALENDAR_NOTES "X-FOURFOLD-NOTES"
#define FF_CALENDAR_NOTE "X-FOURFOLD-NOTE" /* of one date; beside EXDATE a parameter */
#define FF_CALENDAR_PAUSE "X-FOURFOLD-PAUSE"

/* A text of the venue that iCalendar has no property for. */
typedef struct
{
  const char *name;
  FfVenueText text;
} FfCalendarField;

const FfCalendarField *ff_calendar_event_list_fields (gsize                *n_fields);
const char            *ff_calendar_mode_get_id       (FfMode                mode);
gboolean               ff_calendar_mode_find         (const char           *id,
                                                      FfMode               *mode);
/* (transfer full): the place, room and address in one line */
char                  *ff_calendar_event_locate      (FfVenue              *venue);
/* (transfer full): what to know, a line each */
char                  *ff_calendar_event_describe    (FfMeeting            *meeting,
                                                      const char           *note,  /* of that date */
                                                      const char           *link);
gboolean               ff_calendar_event_knows       (const FfCalendarLine *line);
gboolean               ff_calendar_event_is_private  (const FfCalendarLine *line);
gboolean               ff_calendar_is_uri            (const char           *text);

G_END_DECLS
