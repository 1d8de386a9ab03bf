/* ff-listing-writing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting by the keys of Meeting Guide JSON, with all that may leave and nothing else.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ff-export.h"

G_BEGIN_DECLS

typedef struct
{
  FfSchedule *schedule;
  const FfExportOptions *options;
  GPtrArray *remarks;
  const char *extra; /* whose fields of FF_MEETING_EXTRA go back */
  gboolean divides_addresses;
  FfWallTime today;
  GHashTable *slugs; /* that are given */
} FfListingWriting;

void        ff_listing_writing_init  (FfListingWriting      *self,
                                      FfSchedule            *schedule,
                                      const FfExportOptions *options,
                                      GPtrArray             *remarks,
                                      const char            *extra);
void        ff_listing_writing_clear (FfListingWriting      *self);
/* Without “day”: @days, FF_LISTING_DAY_BIT() of each, 0 = by appointment. (nullable): NULL, with a remark, where it is left out */
JsonObject *ff_listing_writing_build (FfListingWriting      *self,
                                      FfMeeting             *meeting,
                                      guint                 *days);
/* A slug that nobody has yet, like @wish. */
char       *ff_listing_writing_give_slug (FfListingWriting  *self,
                                      const char            *wish);
/* The same once a day, each with “day” (0 Sunday to 6) and a slug of its own; once without where @days is 0.
 * (element-type JsonObject) (transfer full) */
GPtrArray  *ff_listing_writing_divide (FfListingWriting     *self,
                                      JsonObject            *object,
                                      guint                  days);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfListingWriting, ff_listing_writing_clear)

G_END_DECLS
