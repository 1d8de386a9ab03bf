/* ff-listing-tsml.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of TSML CSV (the WordPress plugin “12 Step Meeting List”), and cells that no spreadsheet calculates.
 */

#include "ff-listing-tsml.h"

#include <string.h>

#include "ff-csv-rows.h"

#define MAX_HEADER 65536
/* What telephone numbers are written with. */
#define NUMBER "+0123456789 ()-.,#*;/"

const char *const ff_listing_tsml_titles[] = {
  "Time",
  "End Time",
  "Day",
  "Name",
  "Location",
  "Address",
  "Region",
  "Sub Region",
  "Types",
  "Notes",
  "Location Notes",
  "Timezone",
  "Group",
  "District",
  "Sub District",
  "Website",
  "Website 2",
  "Mailing Address",
  "Venmo",
  "Email",
  "Phone",
  "Group Notes",
  "Contact 1 Name",
  "Contact 1 Email",
  "Contact 1 Phone",
  "Contact 2 Name",
  "Contact 2 Email",
  "Contact 2 Phone",
  "Contact 3 Name",
  "Contact 3 Email",
  "Contact 3 Phone",
  "Last Contact",
  "Conference URL",
  "Conference Phone",
  "Author",
  "Slug",
  "Updated",
  NULL,
};

/* Those that are only written where a meeting has something to say in them. */
static const char *const further_titles[] = {
  "Conference URL Notes",
  "Conference Phone Notes",
  "Latitude",
  "Longitude",
  "City",
  "State",
  "Postal Code",
  "Country",
  "Formatted Address",
  NULL,
};

static char *
normalize (const char *title)
{
  GString *key = g_string_new (NULL);

  for (const char *c = title; *c != '\0'; c++)
    {
      if (*c != ' ' && *c != '_' && *c != '-')
        g_string_append_c (key, g_ascii_tolower (*c));
      else if (key->len > 0 && key->str[key->len - 1] != '_')
        g_string_append_c (key, '_');
    }
  if (key->len > 0 && key->str[key->len - 1] == '_')
    g_string_truncate (key, key->len - 1);
  return g_string_free_and_steal (key);
}

/* (nullable) */
static const char *
find_title (const char *key)
{
  const char *const *const lists[] = { ff_listing_tsml_titles, further_titles };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (gsize j = 0; lists[i][j] != NULL; j++)
        {
          g_autofree char *known = normalize (lists[i][j]);

          if (g_str_equal (known, key))
            return lists[i][j];
        }
    }
  return NULL;
}

/**
 * ff_listing_tsml_make_key:
 * @title: of a column, in any case
 *
 * Returns: (transfer full): its key: "end_time" of “End Time”; of a column that is not known its title
 */
char *
ff_listing_tsml_make_key (const char *title)
{
  g_autofree char *key = normalize (title);

  if (find_title (key) != NULL)
    return g_steal_pointer (&key);
  return g_strstrip (g_strdup (title));
}

/**
 * ff_listing_tsml_find_title:
 * @key: such as "end_time"
 *
 * Returns: (transfer none): what its column is called
 */
const char *
ff_listing_tsml_find_title (const char *key)
{
  const char *title = find_title (key);

  return title != NULL ? title : key;
}

/**
 * ff_listing_tsml_recognise:
 * @text: a file
 *
 * Returns: whether its first line names columns of a list of meetings
 */
gboolean
ff_listing_tsml_recognise (const char *text, gsize length)
{
  const char separator[] = { ff_csv_rows_find_separator (text, length), '\0' };
  gsize end = 0;
  g_autofree char *line = NULL;
  g_auto (GStrv) titles = NULL;
  gboolean has_name = FALSE, has_when = FALSE;

  while (end < MIN (length, MAX_HEADER) && text[end] != '\n' && text[end] != '\r')
    end++;
  if (!g_utf8_validate_len (text, end, NULL))
    return FALSE;
  line = g_strndup (text, end);
  titles = g_strsplit (line, separator, -1);
  for (char **title = titles; *title != NULL; title++)
    {
      g_autofree char *key = NULL;

      g_strdelimit (*title, "\"", ' ');
      key = ff_listing_tsml_make_key (*title);
      has_name = has_name || g_str_equal (key, "name");
      has_when = has_when || g_str_equal (key, "day") || g_str_equal (key, "time");
    }
  return has_name && has_when;
}

static gboolean
begins_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * ff_listing_tsml_guard:
 * @text: of one cell
 *
 * Spreadsheets calculate what begins with “=”, “+”, “-” or “@”, which may send what else is in the file away. An apostrophe in front makes it text.
 * Telephone numbers calculate nothing and stay as they are.
 *
 * Returns: (transfer full): @text, with an apostrophe where it needs one to come back as it is
 */
char *
ff_listing_tsml_guard (const char *text)
{
  const gsize n_apostrophes = strspn (text, "'");
  const gboolean is_number = text[strspn (text, NUMBER)] == '\0';

  if (begins_formula (text + n_apostrophes) && (n_apostrophes > 0 || !is_number))
    return g_strconcat ("'", text, NULL);
  return g_strdup (text);
}

/**
 * ff_listing_tsml_unguard:
 * @cell: as it stands in the file
 *
 * Returns: (transfer none): what ff_listing_tsml_guard() was given
 */
const char *
ff_listing_tsml_unguard (const char *cell)
{
  return *cell == '\'' && begins_formula (cell + strspn (cell, "'")) ? cell + 1 : cell;
}
