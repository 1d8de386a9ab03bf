/* ff-meeting-details.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where and how people meet, what kind of meeting it is, when it rests, and what is said about it.
 */

#include <stdlib.h>
#include <string.h>

#include "ff-meeting-private.h"

/**
 * ff_meeting_get_by_appointment:
 *
 * Returns: whether people arrange a time to meet, so that it has no dates
 */
gboolean
ff_meeting_get_by_appointment (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), FALSE);

  return self->by_appointment;
}

void
ff_meeting_set_by_appointment (FfMeeting *self, gboolean by_appointment)
{
  g_return_if_fail (FF_IS_MEETING (self));

  self->by_appointment = !!by_appointment;
}

/**
 * ff_meeting_get_pauses:
 *
 * Returns: (transfer none) (nullable): the stretches of days in which it rests
 */
FfPauses *
ff_meeting_get_pauses (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->pauses;
}

void
ff_meeting_set_pauses (FfMeeting *self, FfPauses *pauses)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (pauses != NULL)
    ff_pauses_ref (pauses);
  g_clear_pointer (&self->pauses, ff_pauses_unref);
  self->pauses = pauses;
}

/**
 * ff_meeting_get_venue:
 *
 * Returns: (transfer none): where and how people meet
 */
FfVenue *
ff_meeting_get_venue (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return self->venue;
}

/**
 * ff_meeting_set_venue:
 * @venue: copied
 */
void
ff_meeting_set_venue (FfMeeting *self, FfVenue *venue)
{
  FfVenue *copy;

  g_return_if_fail (FF_IS_MEETING (self));
  g_return_if_fail (FF_IS_VENUE (venue));

  copy = ff_venue_copy (venue);
  g_object_unref (self->venue);
  self->venue = copy;
}

/**
 * ff_meeting_get_types:
 *
 * Returns: (transfer none): codes of #FfMeetingType, each once, sorted
 */
const char *const *
ff_meeting_get_types (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return (const char *const *) self->types;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ff_meeting_set_types:
 * @types: (nullable): codes in any order
 */
void
ff_meeting_set_types (FfMeeting *self, const char *const *types)
{
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();
  g_auto (GStrv) all = g_strdupv ((char **) types);
  const gsize n_types = all != NULL ? g_strv_length (all) : 0;

  g_return_if_fail (FF_IS_MEETING (self));

  if (n_types > 1)
    qsort (all, n_types, sizeof *all, compare_codes);
  for (gsize i = 0; i < n_types; i++)
    {
      if (*all[i] != '\0' && (i == 0 || !g_str_equal (all[i], all[i - 1])))
        g_strv_builder_add (sorted, all[i]);
    }
  g_strfreev (self->types);
  self->types = g_strv_builder_end (sorted);
}

/**
 * ff_meeting_has_type:
 * @code: of a #FfMeetingType
 *
 * Returns: whether it is one of the meeting's own
 */
gboolean
ff_meeting_has_type (FfMeeting *self, const char *code)
{
  g_return_val_if_fail (FF_IS_MEETING (self), FALSE);

  return g_strv_contains ((const char *const *) self->types, code);
}

/**
 * ff_meeting_get_text:
 *
 * Returns: (transfer none): what it says there; never %NULL
 */
const char *
ff_meeting_get_text (FfMeeting *self, FfMeetingText text)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);
  g_return_val_if_fail (text < FF_N_MEETING_TEXTS, NULL);

  return self->texts[text];
}

void
ff_meeting_set_text (FfMeeting *self, FfMeetingText text, const char *value)
{
  g_return_if_fail (FF_IS_MEETING (self));
  g_return_if_fail (text < FF_N_MEETING_TEXTS);

  g_set_str (&self->texts[text], value != NULL ? value : "");
}

/**
 * ff_meeting_get_place:
 *
 * Returns: (transfer none): where people meet; "" = nowhere but online
 */
const char *
ff_meeting_get_place (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return ff_venue_get_text (self->venue, FF_VENUE_NAME);
}

void
ff_meeting_set_place (FfMeeting *self, const char *place)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_strcmp0 (ff_meeting_get_place (self), place != NULL ? place : "") == 0)
    return;

  ff_venue_set_text (self->venue, FF_VENUE_NAME, place);
  g_object_notify (G_OBJECT (self), "place");
}

/**
 * ff_meeting_get_link:
 *
 * Returns: (transfer none): where to join online; "" = in person only
 */
const char *
ff_meeting_get_link (FfMeeting *self)
{
  g_return_val_if_fail (FF_IS_MEETING (self), NULL);

  return ff_venue_get_text (self->venue, FF_VENUE_LINK);
}

void
ff_meeting_set_link (FfMeeting *self, const char *link)
{
  g_return_if_fail (FF_IS_MEETING (self));

  if (g_strcmp0 (ff_meeting_get_link (self), link != NULL ? link : "") == 0)
    return;

  ff_venue_set_text (self->venue, FF_VENUE_LINK, link);
  g_object_notify (G_OBJECT (self), "link");
}
