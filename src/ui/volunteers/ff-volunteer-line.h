/* ff-volunteer-line.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of what a volunteer has several of, as it is typed: hours, an absence, a training or a step.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_VOLUNTEER_LINE (ff_volunteer_line_get_type ())

G_DECLARE_FINAL_TYPE (FfVolunteerLine, ff_volunteer_line, FF, VOLUNTEER_LINE, GObject)

typedef enum
{
  FF_LINE_HOURS,    /* day, from and until as times, wish */
  FF_LINE_ABSENCE,  /* from and until as days, text: the reason */
  FF_LINE_TRAINING, /* requirement, from: done, until: the last day or "", text: the document */
  FF_LINE_STEP,     /* text: what, from: the day or "" */
} FfLineKind;

#define FF_N_LINE_KINDS (FF_LINE_STEP + 1)

/* properties: "day" (uint, 0 Monday to 6 Sunday), "wish" (uint, an FfWish), "requirement" (uid), "from", "until", "text";
 * read-only: "message": what is wrong with it, or "" */
FfVolunteerLine *ff_volunteer_line_new          (FfLineKind       kind);
FfLineKind       ff_volunteer_line_get_kind     (FfVolunteerLine *self);
guint            ff_volunteer_line_get_day      (FfVolunteerLine *self);
guint            ff_volunteer_line_get_wish     (FfVolunteerLine *self);
const char      *ff_volunteer_line_get_requirement (FfVolunteerLine *self);
const char      *ff_volunteer_line_get_from     (FfVolunteerLine *self);
const char      *ff_volunteer_line_get_until    (FfVolunteerLine *self);
const char      *ff_volunteer_line_get_text     (FfVolunteerLine *self);
const char      *ff_volunteer_line_get_message  (FfVolunteerLine *self);
gboolean         ff_volunteer_line_is_empty     (FfVolunteerLine *self); /* nothing was written in it: it is left out */
/* Hours in minutes of the day; @until is more than @from, beyond 1440 on the next day. FALSE where they are no times. */
gboolean         ff_volunteer_line_get_minutes  (FfVolunteerLine *self,
                                                 guint           *from,
                                                 guint           *until);
/* A training's last day, @months after it was done (0 = for good), unless another one was written. */
void             ff_volunteer_line_propose      (FfVolunteerLine *self,
                                                 guint            months);
/* Is it a day like 2026-11-24? */
gboolean         ff_volunteer_line_is_day       (const char      *text);

G_END_DECLS
