/* ff-listing-meeting-guide-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Meeting Guide JSON (github.com/code4recovery/spec), read.
 */

#include "ff-import.h"
#include "ff-listing-reading.h"
#include "ff-listing-types.h"

/**
 * ff_import_read_meeting_guide:
 * @self: gets the rows
 *
 * Reads the list of meetings, or the object that holds it under “meetings”.
 *
 * Returns: %FALSE with an error where its rows cannot be told apart, or somebody cancelled
 */
gboolean
ff_import_read_meeting_guide (FfImport *self,
                              GBytes *bytes,
                              const FfImportDefaults *defaults,
                              GCancellable *cancellable,
                              FfImportProgress progress,
                              gpointer progress_data,
                              GError **error)
{
  g_auto (FfListingReading) reading = { 0 };

  ff_listing_reading_init (&reading, self, defaults, "meeting-guide", ff_listing_types_find);
  return ff_listing_reading_read_json (&reading, bytes, "meetings", NULL, cancellable, progress,
                                       progress_data, error);
}
