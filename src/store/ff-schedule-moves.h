/* ff-schedule-moves.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known by a date of a meeting, when that date gets another time or goes to another meeting.
 */

#pragma once

#include "ff-connection.h"
#include "ff-meeting.h"

G_BEGIN_DECLS

typedef struct
{
  char *meeting;
  char *to_meeting;
  FfWallTime from;
  int days;
  int minutes;
  FfMeeting *series; /* (nullable): whose dates go as its rule says, where the one at @at goes to @to */
  FfWallTime at;
  FfWallTime to;
} FfDatesMove;

void     ff_dates_move_free (FfDatesMove   *self);
/* On the writer's thread. */
gboolean ff_dates_move_run  (FfDatesMove   *self,
                             FfConnection  *connection,
                             gint64         modified,
                             GError       **error);

G_END_DECLS
