/* ff-volunteer-rules.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with what was typed about a volunteer, in a sentence each.
 */

#include "ff-config.h"

#include "ff-volunteer-rules.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-wall-time.h"

#define NAME_LENGTH_MAX 120

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * ff_volunteer_rules_name:
 * @name: what was typed
 *
 * Returns: (transfer none): what is wrong with it, or ""
 */
const char *
ff_volunteer_rules_name (const char *name)
{
  g_return_val_if_fail (name != NULL, "");

  if (is_blank (name))
    return _ ("Write their name as they like it.");
  if (g_utf8_strlen (name, -1) > NAME_LENGTH_MAX)
    return _ ("This name is too long. Use at most 120 characters.");
  return "";
}

/**
 * ff_volunteer_rules_mail:
 * @mail: what was typed, which may be nothing
 *
 * Returns: (transfer none): what is wrong with it, or ""
 */
const char *
ff_volunteer_rules_mail (const char *mail)
{
  g_return_val_if_fail (mail != NULL, "");

  g_autofree char *stripped = g_strstrip (g_strdup (mail));
  const char *at = strchr (stripped, '@');

  if (stripped[0] == '\0'
      || (at != NULL && at != stripped && at[1] != '\0' && strpbrk (stripped, " \t,;<>") == NULL
          && strchr (at + 1, '@') == NULL))
    return "";
  return _ ("This is not an email address. It looks like name@example.org.");
}

/**
 * ff_volunteer_rules_zone:
 * @zone: what was chosen
 *
 * Returns: (transfer none): what is wrong with it, or ""
 */
const char *
ff_volunteer_rules_zone (const char *zone)
{
  g_return_val_if_fail (zone != NULL, "");

  g_autoptr (GTimeZone) known = ff_time_zone_find (zone, NULL);

  return known != NULL ? "" : _ ("This time zone is not known. Choose one from the list.");
}

static gboolean
read_degrees (const char *text, double largest, double *degrees)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  char *end = NULL;

  *degrees = g_ascii_strtod (stripped, &end);
  return end != stripped && *end == '\0' && *degrees >= -largest && *degrees <= largest;
}

/**
 * ff_volunteer_rules_read_position:
 * @position: like "49.2827, -123.1207"
 * @latitude: (out): in degrees
 * @longitude: (out): in degrees
 *
 * Returns: whether it is a position
 */
gboolean
ff_volunteer_rules_read_position (const char *position, double *latitude, double *longitude)
{
  g_return_val_if_fail (position != NULL && latitude != NULL && longitude != NULL, FALSE);

  g_auto (GStrv) parts = g_strsplit (position, ",", -1);

  return g_strv_length (parts) == 2 && read_degrees (parts[0], 90, latitude)
         && read_degrees (parts[1], 180, longitude);
}

/**
 * ff_volunteer_rules_position:
 * @position: what was typed, which may be nothing
 *
 * Returns: (transfer none): what is wrong with it, or ""
 */
const char *
ff_volunteer_rules_position (const char *position)
{
  double latitude, longitude;

  g_return_val_if_fail (position != NULL, "");

  if (is_blank (position) || ff_volunteer_rules_read_position (position, &latitude, &longitude))
    return "";
  return _ ("This is not a position. Copy it from a map; it looks like 49.2827, -123.1207.");
}
