/* ff-vcard-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as vCard 4.0 (RFC 6350, pronouns of RFC 9554). Ours, as libical 3 writes the vCard 2.1 of vCalendar’s days only, and the
 * runtime has neither libical 4 nor evolution-data-server.
 */

#include <string.h>

#include "ff-content-line.h"
#include "ff-roster-export.h"
#include "ff-roster-value.h"

#define PRODUCT "-//Fourfold//Fourfold//EN"

static const char *
get (FfVolunteer *volunteer, FfVolunteerText text)
{
  return ff_volunteer_get_text (volunteer, text);
}

/* The name is as somebody likes it and is not taken apart: all of it is the given one. */
static void
write_name (GString *file, FfVolunteer *volunteer)
{
  g_autofree char *name = ff_content_escape (ff_volunteer_get_name (volunteer));
  g_autofree char *line = g_strdup_printf ("N:;%s;;;", name);

  ff_content_write_text (file, "FN", ff_volunteer_get_name (volunteer));
  ff_content_write (file, line);
}

static void
write_uid (GString *file, FfVolunteer *volunteer)
{
  const char *source = get (volunteer, FF_VOLUNTEER_SOURCE);
  g_autofree char *own = g_strconcat ("urn:uuid:", ff_volunteer_get_uid (volunteer), NULL);

  ff_content_write_text (file, "UID", *source != '\0' ? source : own);
  if (*source != '\0')
    ff_content_write_text (file, "X-FOURFOLD-UID", ff_volunteer_get_uid (volunteer));
}

static void
write_languages (GString *file, FfVolunteer *volunteer)
{
  const char *const *languages = ff_volunteer_get_set (volunteer, FF_VOLUNTEER_LANGUAGES);
  const char *first = get (volunteer, FF_VOLUNTEER_LANGUAGE);

  ff_content_write_text (file, "LANG;PREF=1", first);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (!g_str_equal (languages[i], first))
        ff_content_write_text (file, "LANG;PREF=2", languages[i]);
    }
}

/* For programs that know nothing of roles and groups. */
static void
write_categories (GString *file, FfVolunteer *volunteer, const FfRosterKnown *known)
{
  static const struct
  {
    FfVolunteerSet set;
    FfRosterNaming naming;
  } lists[] = { { FF_VOLUNTEER_ROLES, FF_ROSTER_NAMES_ROLE },
                { FF_VOLUNTEER_GROUPS, FF_ROSTER_NAMES_GROUP } };
  g_autoptr (GString) line = g_string_new ("CATEGORIES:");

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *const *values = ff_volunteer_get_set (volunteer, lists[i].set);

      for (guint j = 0; values[j] != NULL; j++)
        {
          g_autofree char *word
              = ff_content_escape (ff_roster_known_get_word (known, lists[i].naming, values[j]));

          g_string_append_printf (line, "%s%s", line->str[line->len - 1] == ':' ? "" : ",", word);
        }
    }
  if (line->str[line->len - 1] != ':')
    ff_content_write (file, line->str);
}

static void
write_revision (GString *file, FfVolunteer *volunteer)
{
  g_autoptr (GDateTime) time
      = g_date_time_new_from_unix_utc (ff_volunteer_get_modified (volunteer) / G_USEC_PER_SEC);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;

  if (text != NULL && ff_volunteer_get_modified (volunteer) != 0)
    ff_content_write_text (file, "REV", text);
}

/* What only the coordinator has a use for. */
static void
write_private (GString *file, FfVolunteer *volunteer)
{
  g_autofree char *home = ff_content_escape (get (volunteer, FF_VOLUNTEER_HOME));
  g_autofree char *address = g_strdup_printf ("ADR:;;;%s;;;", home);
  const char *name = get (volunteer, FF_VOLUNTEER_EMERGENCY_NAME);
  const char *phone = get (volunteer, FF_VOLUNTEER_EMERGENCY_PHONE);
  g_autofree char *related
      = g_strconcat (name, *name != '\0' && *phone != '\0' ? ", " : "", phone, NULL);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  double north, east;

  if (*home != '\0')
    ff_content_write (file, address);
  if (ff_volunteer_get_position (volunteer, &north, &east))
    {
      g_autofree char *line
          = g_strconcat ("GEO:geo:", g_ascii_dtostr (latitude, sizeof latitude, north), ",",
                         g_ascii_dtostr (longitude, sizeof longitude, east), NULL);

      ff_content_write (file, line);
    }
  ff_content_write_text (file, "RELATED;TYPE=emergency;VALUE=text", related);
  ff_content_write_text (file, "NOTE", get (volunteer, FF_VOLUNTEER_NOTES));
}

/* What vCard has no property for, in the words of our own table. */
static void
write_own (GString *file, FfVolunteer *volunteer, const FfRosterKnown *known, FfRosterExtent extent)
{
  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    {
      const FfRosterField field = (FfRosterField) i;
      const char *name = ff_roster_field_get_vcard (field);
      g_autofree char *text = NULL;

      if (name == NULL || field == FF_ROSTER_FIELD_UID || field == FF_ROSTER_FIELD_SOURCE
          || !ff_roster_field_is_written (field, extent))
        continue;
      text = ff_roster_value_write (field, volunteer, known);
      ff_content_write_text (file, name, text);
    }
}

static void
write_card (GString *file,
            FfVolunteer *volunteer,
            const FfRosterKnown *known,
            FfRosterExtent extent)
{
  ff_content_write (file, "BEGIN:VCARD");
  ff_content_write (file, "VERSION:4.0");
  ff_content_write (file, "PRODID:" PRODUCT);
  ff_content_write (file, "KIND:individual");
  write_uid (file, volunteer);
  write_name (file, volunteer);
  ff_content_write_text (file, "PRONOUNS", get (volunteer, FF_VOLUNTEER_PRONOUNS));
  ff_content_write_text (file, "EMAIL", get (volunteer, FF_VOLUNTEER_MAIL));
  ff_content_write_text (file, "TEL;VALUE=text", get (volunteer, FF_VOLUNTEER_PHONE));
  write_languages (file, volunteer);
  ff_content_write_text (file, "TZ", get (volunteer, FF_VOLUNTEER_ZONE));
  write_categories (file, volunteer, known);
  if (extent == FF_ROSTER_ALL)
    write_private (file, volunteer);
  write_own (file, volunteer, known, extent);
  write_revision (file, volunteer);
  ff_content_write (file, "END:VCARD");
}

/**
 * ff_vcard_write:
 * @volunteers: (element-type FfVolunteer): who
 * @known: what names are made from
 * @extent: how much is said of them
 *
 * Returns: (transfer full): one card after the other
 */
char *
ff_vcard_write (GPtrArray *volunteers, const FfRosterKnown *known, FfRosterExtent extent)
{
  GString *file = g_string_new (NULL);

  for (guint i = 0; i < volunteers->len; i++)
    write_card (file, g_ptr_array_index (volunteers, i), known, extent);
  return g_string_free_and_steal (file);
}
