/* ff-feeds.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calendar files of groups that are kept up to date, for others to subscribe to.
 */

#pragma once

#include <gio/gio.h>

#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_FEEDS (ff_feeds_get_type ())

G_DECLARE_FINAL_TYPE (FfFeeds, ff_feeds, FF, FEEDS, GObject)

/* signal "failed" (const char *message): a file could not be written; a sentence that says why and what to do. Once, until it goes well again. */
FfFeeds *ff_feeds_new      (FfStore    *store,
                            GSettings  *settings);
/* The file that a group's meetings are written to whenever they change; NULL = none. A file that is not wanted any more stays as it is. */
char    *ff_feeds_get_path (GSettings  *settings,
                            const char *group); /* (transfer full) (nullable) */
void     ff_feeds_set_path (GSettings  *settings,
                            const char *group,
                            const char *path);  /* (nullable) */

G_END_DECLS
