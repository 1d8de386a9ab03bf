/* ff-meeting-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting from within.
 */

#pragma once

#include "ff-meeting.h"

G_BEGIN_DECLS

struct _FfMeeting
{
  GObject parent_instance;

  char *uid;
  char *group;
  char *title;
  FfWallTime start;
  guint minutes;
  char *rule;
  char *zone;
  gboolean by_appointment;
  FfPauses *pauses;
  FfVenue *venue;
  GStrv types;
  char *texts[FF_N_MEETING_TEXTS];
  guint sequence;
  gint64 modified;
};

G_END_DECLS
