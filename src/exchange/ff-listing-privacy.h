/* ff-listing-privacy.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may leave: of a listing's own fields, contacts by their first names alone; of a meeting, nothing that opens its door.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ff-meeting.h"
#include "ff-override.h"

G_BEGIN_DECLS

/* (nullable) (transfer full): NULL where nothing of it may leave */
JsonNode *ff_listing_privacy_filter (const char *key,
                                     JsonNode   *value);
char *ff_listing_privacy_publish (FfVenue *venue, const char *text);
FfMeeting *ff_listing_privacy_publish_meeting (FfMeeting *meeting);
FfOverride *ff_listing_privacy_publish_override (FfMeeting *meeting, FfOverride *override);

G_END_DECLS
