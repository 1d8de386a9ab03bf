/* ff-listing-tsml.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the CSV that the WordPress plugin “12 Step Meeting List” (TSML) reads and writes.
 */

#include "ff-listing-tsml.h"

#include <string.h>

/* How much of a file is looked at. */
#define MAX_HEADER 8192
/* So many known columns make a list of meetings. */
#define MIN_KNOWN 3

/* In the order in which the plugin writes them. */
static const FfTsmlColumn columns[] = {
  { "Time", "time" },
  { "End Time", "end_time" },
  { "Day", "day" },
  { "Name", "name" },
  { "Location", "location" },
  { "Address", "formatted_address" },
  { "Region", "region" },
  { "Sub Region", "sub_region" },
  { "Types", "types" },
  { "Notes", "notes" },
  { "Location Notes", "location_notes" },
  { "Timezone", "timezone" },
  { "Group", "group" },
  { "District", "district" },
  { "Sub District", "sub_district" },
  { "Website", "website" },
  { "Website 2", "website_2" },
  { "Mailing Address", "mailing_address" },
  { "Venmo", "venmo" },
  { "Email", "email" },
  { "Phone", "phone" },
  { "Group Notes", "group_notes" },
  { "Contact 1 Name", "contact_1_name" },
  { "Contact 1 Email", "contact_1_email" },
  { "Contact 1 Phone", "contact_1_phone" },
  { "Contact 2 Name", "contact_2_name" },
  { "Contact 2 Email", "contact_2_email" },
  { "Contact 2 Phone", "contact_2_phone" },
  { "Contact 3 Name", "contact_3_name" },
  { "Contact 3 Email", "contact_3_email" },
  { "Contact 3 Phone", "contact_3_phone" },
  { "Last Contact", "last_contact" },
  { "Conference URL", "conference_url" },
  { "Conference URL Notes", "conference_url_notes" },
  { "Conference Phone", "conference_phone" },
  { "Conference Phone Notes", "conference_phone_notes" },
  { "Author", "author" },
  { "Slug", "slug" },
  { "Updated", "updated" },
};

/* Read, and written only where somebody has something to say. */
static const FfTsmlColumn further[] = {
  { "Latitude", "latitude" }, { "Longitude", "longitude" },     { "City", "city" },
  { "State", "state" },       { "Postal Code", "postal_code" }, { "Country", "country" },
};

/**
 * ff_listing_tsml_list_columns:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_columns): in the order in which they are written
 */
const FfTsmlColumn *
ff_listing_tsml_list_columns (gsize *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

static gboolean
is_called (const FfTsmlColumn *column, const char *title)
{
  return g_ascii_strcasecmp (column->title, title) == 0
         || g_ascii_strcasecmp (column->key, title) == 0;
}

/**
 * ff_listing_tsml_find_column:
 * @title: as the first line of a file has it
 *
 * Returns: (transfer none) (nullable): the column
 */
const FfTsmlColumn *
ff_listing_tsml_find_column (const char *title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (is_called (&columns[i], title))
        return &columns[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (further); i++)
    {
      if (is_called (&further[i], title))
        return &further[i];
    }
  return NULL;
}

/**
 * ff_listing_tsml_find_key:
 * @key: of Meeting Guide JSON
 *
 * Returns: (transfer none) (nullable): the column that says it
 */
const FfTsmlColumn *
ff_listing_tsml_find_key (const char *key)
{
  const FfTsmlColumn *column = ff_listing_tsml_find_column (key);

  return column != NULL && g_str_equal (column->key, key) ? column : NULL;
}

static gsize
measure_line (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && n < MAX_HEADER && text[n] != '\n' && text[n] != '\r')
    n++;
  return n;
}

/**
 * ff_listing_tsml_find_separator:
 * @text: a file
 *
 * Returns: what stands most often in its first line of “,”, “;” and tabs
 */
char
ff_listing_tsml_find_separator (const char *text, gsize length)
{
  static const char separators[] = { ',', ';', '\t' };
  const gsize end = measure_line (text, length);
  char best = ',';
  gsize most = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      gsize n = 0;

      for (gsize j = 0; j < end; j++)
        n += text[j] == separators[i] ? 1 : 0;
      if (n > most)
        {
          most = n;
          best = separators[i];
        }
    }
  return best;
}

/**
 * ff_listing_tsml_recognise:
 * @text: a file; it need not end with a nul
 *
 * Returns: whether its first line names the columns of a list of meetings
 */
gboolean
ff_listing_tsml_recognise (const char *text, gsize length)
{
  const char separator[] = { ff_listing_tsml_find_separator (text, length), '\0' };
  g_autofree char *line = g_strndup (text, measure_line (text, length));
  g_auto (GStrv) titles = g_strsplit (line, separator, -1);
  gboolean has_name = FALSE;
  guint n_known = 0;

  for (char **title = titles; *title != NULL; title++)
    {
      const FfTsmlColumn *column;

      g_strdelimit (*title, "\"", ' ');
      column = ff_listing_tsml_find_column (g_strstrip (*title));
      n_known += column != NULL ? 1 : 0;
      has_name = has_name || (column != NULL && g_str_equal (column->key, "name"));
    }
  return has_name && n_known >= MIN_KNOWN;
}
