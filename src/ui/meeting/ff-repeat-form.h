/* ff-repeat-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often a person says that a meeting is held, and a sentence for each thing that cannot be so.
 */

#pragma once

#include "ff-meeting.h"
#include "ff-repeat-rule.h"

G_BEGIN_DECLS

/* As they are offered. */
typedef enum
{
  FF_REPEAT_FORM_ONCE,
  FF_REPEAT_FORM_WEEKLY,
  FF_REPEAT_FORM_MONTHLY_NTH,
  FF_REPEAT_FORM_MONTHLY_LAST,
  FF_REPEAT_FORM_MONTHLY_DAY,
  FF_REPEAT_FORM_OTHER, /* the rule that the meeting came with */
} FfRepeatFormKind;

#define FF_TYPE_REPEAT_FORM (ff_repeat_form_get_type ())

G_DECLARE_FINAL_TYPE (FfRepeatForm, ff_repeat_form, FF, REPEAT_FORM, GObject)

/* properties, to be bound: "start" (FfWallTime), "kind" (uint, an FfRepeatFormKind), "interval" (uint: every so many weeks or months),
 * "weekdays" (uint: FF_WEEKDAY_BIT() of each), "end" (uint, an FfRepeatEnd), "until" (FfWallTime, its day only), "count" (uint);
 * read-only: "valid", "summary" (what it means, a line), "next" (the first three dates, a line), and a sentence or "" for each:
 * "interval-message", "weekdays-message", "end-message", "message" (of the whole) */
FfRepeatForm *ff_repeat_form_new        (FfMeeting    *meeting);
gboolean      ff_repeat_form_get_valid  (FfRepeatForm *self);
/* (nullable) (transfer full): as the meeting's own is written where nothing was changed */
char         *ff_repeat_form_build      (FfRepeatForm *self);
/* Translated, in the order of FfRepeatFormKind, for its start; the last only where the meeting came with such a rule. */
GStrv         ff_repeat_form_list_kinds (FfRepeatForm *self);

G_END_DECLS
