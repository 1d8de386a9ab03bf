/* ff-time-zone.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Time zones by their IANA names.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"
#include "ff-model-error.h"
#include "ff-wall-time.h"

/* GLib forgets a zone with its last reference, and would read its file again for each meeting. */
static GHashTable *known_zones;
static GMutex known_zones_lock;

static const char *
get_folder (void)
{
  const char *folder = g_getenv ("TZDIR");

  return folder != NULL && *folder != '\0' ? folder : "/usr/share/zoneinfo";
}

/* Whether @identifier is made of names as in “America/Argentina/Ushuaia”. GLib alone would also take
 * “ABC5” for a rule, and a path that leads out of the folder. */
static gboolean
has_form_of_name (const char *identifier)
{
  gboolean at_start = TRUE;

  for (const char *c = identifier; *c != '\0'; c++)
    {
      if (at_start ? !g_ascii_isalpha (*c) : !g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
        return FALSE;
      at_start = *c == '/';
    }

  return !at_start;
}

static GTimeZone *
read_zone (const char *identifier)
{
  g_autofree char *path = NULL;

  if (g_str_equal (identifier, "UTC"))
    return g_time_zone_new_utc ();
  if (!has_form_of_name (identifier))
    return NULL;

  path = g_build_filename (get_folder (), identifier, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  return g_time_zone_new_identifier (identifier);
}

/**
 * ff_time_zone_find:
 * @identifier: an IANA name such as “America/Vancouver”, or “UTC”
 * @error: %FF_MODEL_ERROR_ZONE
 *
 * Returns: (transfer full): the zone, or %NULL where this computer knows none of that name
 */
GTimeZone *
ff_time_zone_find (const char *identifier, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GTimeZone *zone;

  g_return_val_if_fail (identifier != NULL, NULL);

  locker = g_mutex_locker_new (&known_zones_lock);
  if (known_zones == NULL)
    known_zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_time_zone_unref);

  zone = g_hash_table_lookup (known_zones, identifier);
  if (zone == NULL)
    {
      zone = read_zone (identifier);
      if (zone == NULL)
        {
          g_autofree char *shown = ff_shorten (identifier, 60);

          g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_ZONE,
                       _ ("This computer knows no time zone “%.60s”. Choose one such as "
                          "America/Vancouver or Europe/London."),
                       shown);
          return NULL;
        }
      g_hash_table_insert (known_zones, g_strdup (identifier), zone);
    }

  return g_time_zone_ref (zone);
}

/**
 * ff_time_zone_get_local:
 *
 * Returns: (transfer full): the IANA name of this computer's zone; “UTC” where it has none
 */
char *
ff_time_zone_get_local (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autoptr (GTimeZone) found = NULL;
  const char *identifier = g_time_zone_get_identifier (local);

  if (identifier[0] == ':')
    identifier++;
  if (g_str_has_prefix (identifier, get_folder ()) && identifier[strlen (get_folder ())] == '/')
    identifier += strlen (get_folder ()) + 1;

  found = ff_time_zone_find (identifier, NULL);
  return g_strdup (found != NULL ? identifier : "UTC");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ff_time_zone_list:
 *
 * Names of zones to choose from, a region and a place each, as the time zone database lists them by
 * country.
 *
 * Returns: (transfer full): sorted; never empty
 */
GStrv
ff_time_zone_list (void)
{
  g_autofree char *path = g_build_filename (get_folder (), "zone.tab", NULL);
  g_autofree char *table = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (600, NULL, TRUE);

  g_ptr_array_add (names, g_strdup ("UTC"));
  if (g_file_get_contents (path, &table, NULL, NULL))
    {
      g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

      for (gsize i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);

          if (lines[i][0] != '#' && g_strv_length (fields) >= 3)
            g_ptr_array_add (names, g_strdup (fields[2]));
        }
    }
  g_ptr_array_sort (names, compare_names);

  return (GStrv) g_ptr_array_steal (names, NULL);
}
