/* ff-listing-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a listing, by the keys of Meeting Guide JSON, becomes a meeting; or the reason why not.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ff-import.h"

G_BEGIN_DECLS

/* What public lists begin the sentence with that says how a meeting repeats which they cannot. */
#define FF_LISTING_NOTE_MARK "↻ "
/* Between the name of a place and the room, for which lists have no field. */
#define FF_LISTING_ROOM_MARK " · "

/* (nullable) (transfer none): the code of Meeting Guide */
typedef const char *(*FfListingFindType) (const char *text);

typedef struct
{
  FfImport *import;
  const FfImportDefaults *defaults;
  const char *extra; /* where the rest is kept in FF_MEETING_EXTRA */
  FfListingFindType find_type;
  GHashTable *slugs; /* to the line */
  GHashTable *zones; /* as they are written, to the IANA name or "" */
  GHashTable *types; /* as they are written, to the code or NULL */
} FfListingReading;

void ff_listing_reading_init    (FfListingReading       *self,
                                 FfImport               *import,
                                 const FfImportDefaults *defaults,
                                 const char             *extra,
                                 FfListingFindType       find_type);
void ff_listing_reading_clear   (FfListingReading       *self);
void ff_listing_reading_add     (FfListingReading       *self,
                                 guint                   line,
                                 JsonObject             *object);
/* Each element of an array, which may be the member @name of an object. @translate: (nullable): from the keys of another format */
gboolean ff_listing_reading_read_json (FfListingReading *self,
                                 GBytes                 *bytes,
                                 const char             *name,
                                 JsonObject           *(*translate) (JsonObject *object),
                                 GCancellable           *cancellable,
                                 FfImportProgress        progress,
                                 gpointer                progress_data,
                                 GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfListingReading, ff_listing_reading_clear)

G_END_DECLS
