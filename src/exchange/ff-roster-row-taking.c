/* ff-roster-row-taking.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody who is being read from a file, until their row is whole.
 */

#include "ff-config.h"

#include "ff-roster-row-taking.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ff-roster-value.h"

/**
 * ff_roster_taking_find:
 * @taking: who is being read
 * @field: where it stands
 * @naming: of what @name is one
 *
 * Returns: (transfer none) (nullable): uid of what is called so, or was said to be meant; %NULL with a remark where nobody knows
 */
const char *
ff_roster_taking_find (FfRosterTaking *taking,
                       FfRosterField field,
                       FfRosterNaming naming,
                       const char *name)
{
  const char *uid;

  if (ff_roster_answers_find (taking->reading->answers, naming, name, &uid))
    return uid;
  uid = ff_roster_known_find (taking->reading->known, naming, name);
  if (uid != NULL)
    return uid;
  ff_roster_import_note_stranger (taking->reading->import, naming, name, taking->row->line);
  ff_roster_row_remark (taking->row,
                        /* Translators: the name of a column, and what stands in it */
                        _ ("%s: “%.60s” is not known here and is left out."),
                        ff_roster_field_get_title (field), name);
  return NULL;
}

/**
 * ff_roster_taking_begin:
 * @taking: who is being read; nobody yet
 * @reading: the file
 * @row: theirs
 */
void
ff_roster_taking_begin (FfRosterTaking *taking, FfRosterReading *reading, FfRosterRow *row)
{
  *taking = (FfRosterTaking) { .reading = reading, .row = row, .latitude = NAN, .longitude = NAN };
  row->volunteer = ff_volunteer_new (NULL);
}

static void
put_name_together (FfRosterTaking *taking)
{
  FfRosterRow *row = taking->row;
  g_autofree char *name = NULL;

  if (*ff_volunteer_get_name (row->volunteer) != '\0'
      || (taking->first_name == NULL && taking->last_name == NULL))
    return;
  name = g_strjoin (taking->first_name != NULL && taking->last_name != NULL ? " " : "",
                    taking->first_name != NULL ? taking->first_name : "",
                    taking->last_name != NULL ? taking->last_name : "", NULL);
  ff_roster_value_read (FF_ROSTER_FIELD_NAME, name, taking);
}

static void
put_place_together (FfRosterTaking *taking)
{
  const guint64 both = FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_LATITUDE)
                       | FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_LONGITUDE);
  FfRosterRow *row = taking->row;

  if ((row->said & both) == both)
    ff_volunteer_set_position (row->volunteer, taking->latitude, taking->longitude);
  else if ((row->said & both) != 0)
    {
      row->said &= ~both;
      ff_roster_row_remark (row,
                            _ ("It has only one of latitude and longitude, which is left out."));
    }
}

/* Somebody without a zone is given the group's; ff_roster_plan_describe_zones() tells so. */
static void
give_zone (FfRosterTaking *taking)
{
  FfVolunteer *volunteer = taking->row->volunteer;

  taking->row->said &= ~FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_ZONE);
  if (*ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE) != '\0')
    {
      taking->row->said |= FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_ZONE);
      return;
    }
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE,
                         ff_roster_known_get_zone (taking->reading->known,
                                                   ff_volunteer_get_set (volunteer,
                                                                         FF_VOLUNTEER_GROUPS)));
}

/* It is called by what else it says, to be found in the file again. */
static void
refuse_nameless (FfRosterRow *row)
{
  const char *mail = ff_volunteer_get_text (row->volunteer, FF_VOLUNTEER_MAIL);
  const char *phone = ff_volunteer_get_text (row->volunteer, FF_VOLUNTEER_PHONE);

  g_set_str (&row->title, *mail != '\0' ? mail : *phone != '\0' ? phone : _ ("No Name"));
  ff_roster_row_refuse (row,
                        _ ("It says no name. Write one into the file, or take this line out."));
}

/* The model makes the uid when it makes the volunteer. */
static void
give_uid (FfRosterTaking *taking)
{
  FfRosterRow *row = taking->row;
  g_autoptr (FfVolunteer) from = row->volunteer;

  row->volunteer = ff_volunteer_new (taking->uid);
  for (guint i = FF_ROSTER_FIELD_NAME; i < FF_N_ROSTER_FIELDS; i++)
    ff_roster_field_copy ((FfRosterField) i, from, row->volunteer);
}

/**
 * ff_roster_taking_end:
 * @taking: who was read
 *
 * Refuses whom nobody could save.
 */
void
ff_roster_taking_end (FfRosterTaking *taking)
{
  FfRosterRow *row = taking->row;
  g_autoptr (GError) error = NULL;

  if (row->refused == NULL)
    put_name_together (taking);
  if (row->refused == NULL && *ff_volunteer_get_name (row->volunteer) == '\0')
    refuse_nameless (row);
  if (row->refused == NULL)
    {
      put_place_together (taking);
      give_zone (taking);
      if (taking->uid != NULL)
        give_uid (taking);
      ff_roster_row_name (row, ff_volunteer_get_name (row->volunteer));
      if (!ff_volunteer_check (row->volunteer, &error))
        ff_roster_row_refuse (row, "%s", error->message);
    }
  g_clear_pointer (&taking->uid, g_free);
  g_clear_pointer (&taking->first_name, g_free);
  g_clear_pointer (&taking->last_name, g_free);
}
