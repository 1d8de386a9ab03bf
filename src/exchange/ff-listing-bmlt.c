/* ff-listing-bmlt.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of BMLT JSON (bmlt.app), and those of Meeting Guide that say the same.
 */

#include "ff-listing-bmlt.h"

/* The first of several is the one that is written. */
static const struct
{
  const char *bmlt;
  const char *guide;
} keys[] = {
  { "meeting_name", "name" },
  { "time_zone", "timezone" },
  { "formats", "types" },
  { "location_text", "location" },
  { "location_info", "location_notes" },
  { "location_street", "address" },
  { "location_street", "formatted_address" },
  { "location_municipality", "city" },
  { "location_province", "state" },
  { "location_postal_code_1", "postal_code" },
  { "location_nation", "country" },
  { "location_sub_province", "region" },
  { "comments", "notes" },
  { "virtual_meeting_link", "conference_url" },
  { "virtual_meeting_additional_info", "conference_url_notes" },
  { "phone_meeting_number", "conference_phone" },
};

/**
 * ff_listing_bmlt_find_guide_key:
 * @key: of BMLT
 *
 * Returns: (transfer none) (nullable): what Meeting Guide calls it
 */
const char *
ff_listing_bmlt_find_guide_key (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_str_equal (keys[i].bmlt, key))
        return keys[i].guide;
    }
  return NULL;
}

/**
 * ff_listing_bmlt_find_key:
 * @guide_key: of Meeting Guide
 *
 * Returns: (transfer none) (nullable): what BMLT calls it
 */
const char *
ff_listing_bmlt_find_key (const char *guide_key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_str_equal (keys[i].guide, guide_key))
        return keys[i].bmlt;
    }
  return NULL;
}
