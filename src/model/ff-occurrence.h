/* ff-occurrence.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting, worked out from its rule and what is different that day.
 */

#pragma once

#include <glib-object.h>

#include "ff-holidays.h"
#include "ff-meeting.h"
#include "ff-override.h"

G_BEGIN_DECLS

#define FF_TYPE_OCCURRENCE (ff_occurrence_get_type ())

G_DECLARE_FINAL_TYPE (FfOccurrence, ff_occurrence, FF, OCCURRENCE, GObject)

typedef enum
{
  FF_STANDING_ON,
  FF_STANDING_UNDECIDED, /* on a holiday that asks: somebody has to say whether it is held */
  FF_STANDING_CANCELLED, /* this date */
  FF_STANDING_PAUSED,    /* the meeting rests */
  FF_STANDING_HOLIDAY,   /* a holiday on which the group does not meet */
} FfStanding;

FfOccurrence     *ff_occurrence_new           (FfMeeting        *meeting,
                                               const FfWallTime *rule_time,
                                               FfOverride       *override, /* (nullable) */
                                               FfHolidays       *holidays, /* (nullable): that its group keeps */
                                               GError          **error);   /* an unknown zone */
FfMeeting        *ff_occurrence_get_meeting   (FfOccurrence     *self);
const FfWallTime *ff_occurrence_get_rule_time (FfOccurrence     *self); /* with the meeting's uid: its key */
GDateTime        *ff_occurrence_get_start     (FfOccurrence     *self); /* (transfer none), in the meeting's zone */
GDateTime        *ff_occurrence_get_end       (FfOccurrence     *self);
FfOverride       *ff_occurrence_get_override  (FfOccurrence     *self); /* (nullable) (transfer none): not to be changed */
FfStanding        ff_occurrence_get_standing  (FfOccurrence     *self);
gboolean          ff_occurrence_get_cancelled (FfOccurrence     *self); /* for whatever reason it is not held */
const char       *ff_occurrence_get_holiday   (FfOccurrence     *self); /* (nullable): the name of the day, whatever it means */
const char       *ff_occurrence_get_reason    (FfOccurrence     *self); /* of a pause or holiday; "" = none */
gboolean          ff_occurrence_get_moved     (FfOccurrence     *self);
const char       *ff_occurrence_get_place     (FfOccurrence     *self);
const char       *ff_occurrence_get_link      (FfOccurrence     *self);
const char       *ff_occurrence_get_note      (FfOccurrence     *self);
int               ff_occurrence_compare       (FfOccurrence     *a,
                                               FfOccurrence     *b); /* by start, then by meeting uid */
gboolean          ff_occurrence_equal         (FfOccurrence     *a,
                                               FfOccurrence     *b);

/* All dates of one meeting that start in [from, until), moved ones where they now are, cancelled ones
 * included. (element-type FfOccurrence) (transfer full) */
GPtrArray        *ff_meeting_list_occurrences (FfMeeting        *meeting,
                                               GPtrArray        *overrides, /* (element-type FfOverride) (nullable) */
                                               FfHolidays       *holidays,  /* (nullable): that its group keeps */
                                               GDateTime        *from,
                                               GDateTime        *until,
                                               GError          **error);

G_END_DECLS
