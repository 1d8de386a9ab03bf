/* ff-duty-letter.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain letters in the reader’s language, with the hours as their own clock shows them.
 */

#include "ff-config.h"

#include "ff-duty-letter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-schedule-words.h"

typedef struct
{
  FfScheduleWords words;
  FfVolunteer *volunteer;
  const FfLetterStyle *style;
  GTimeZone *home;
  GString *text;
} Letter;

static const char *
get_language (FfVolunteer *volunteer, const FfLetterStyle *style)
{
  return style->language != NULL ? style->language
                                 : ff_volunteer_get_text (volunteer, FF_VOLUNTEER_LANGUAGE);
}

static void
letter_init (Letter *self, FfVolunteer *volunteer, const FfLetterStyle *style)
{
  ff_schedule_words_init (&self->words, get_language (volunteer, style),
                          g_date_time_get_year (style->now));
  self->volunteer = volunteer;
  self->style = style;
  self->home = ff_time_zone_find (ff_volunteer_get_text (volunteer, FF_VOLUNTEER_ZONE), NULL);
  self->text = g_string_new (NULL);
}

static char *
letter_finish (Letter *self)
{
  ff_schedule_words_clear (&self->words);
  g_clear_pointer (&self->home, g_time_zone_unref);
  return g_string_free_and_steal (g_steal_pointer (&self->text));
}

static void
add_line (Letter *self, const char *line)
{
  g_string_append (self->text, line);
  g_string_append_c (self->text, '\n');
}

static void
add_words (Letter *self, const char *msgid)
{
  add_line (self, ff_catalogue_lookup (self->words.catalogue, msgid));
}

static void
add_greeting (Letter *self)
{
  g_autofree char *line = ff_schedule_words_say (
      /* Translators: how a message to a volunteer begins; keep {name} */
      &self->words, N_ ("Hello {name},"), "name", ff_volunteer_get_name (self->volunteer), NULL);

  add_line (self, line);
  add_line (self, "");
}

/* --- When --- */

/* "America/Argentina/Buenos_Aires" → "Buenos Aires" */
static char *
name_city (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  char *city = g_strdup (slash != NULL ? slash + 1 : zone);

  return g_strdelimit (city, "_", ' ');
}

/* “Tuesday 24 November, 19:00–20:30” */
static char *
say_when (Letter *self, GDateTime *start, GDateTime *end)
{
  const FfWallTime from = ff_wall_time_from_date_time (start);
  const FfWallTime until = ff_wall_time_from_date_time (end);
  g_autofree char *weekday
      = ff_schedule_words_weekdays (&self->words, 1u << ff_wall_time_get_weekday (&from), 0);
  g_autofree char *date = ff_schedule_words_date (&self->words, &from);
  g_autofree char *first = ff_schedule_words_hour (&self->words, &from);
  g_autofree char *last = ff_schedule_words_hour (&self->words, &until);
  g_autofree char *hours = g_strconcat (first, "–", last, NULL);

  /* Translators: when somebody is asked for; keep the words in braces: “Tuesday 24 November, 19:00–20:30” */
  return ff_schedule_words_say (&self->words, N_ ("{weekday} {date}, {hours}"), "weekday", weekday,
                                "date", date, "hours", hours, NULL);
}

/* The clocks on both walls, where they do not show the same. */
static char *
say_both (Letter *self, FfOccurrence *occurrence)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  GDateTime *end = ff_occurrence_get_end (occurrence);
  g_autoptr (GDateTime) own = NULL;
  g_autoptr (GDateTime) own_end = NULL;
  g_autofree char *there = say_when (self, start, end);
  g_autofree char *here = NULL;
  g_autofree char *city = NULL;
  g_autofree char *own_city = NULL;

  own = self->home != NULL ? g_date_time_to_timezone (start, self->home) : g_date_time_ref (start);
  own_end = self->home != NULL ? g_date_time_to_timezone (end, self->home) : g_date_time_ref (end);
  if (g_date_time_get_utc_offset (own) == g_date_time_get_utc_offset (start)
      && g_date_time_get_utc_offset (own_end) == g_date_time_get_utc_offset (end))
    return g_steal_pointer (&there);

  here = say_when (self, own, own_end);
  city = name_city (ff_meeting_get_zone (ff_occurrence_get_meeting (occurrence)));
  own_city = name_city (ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_ZONE));
  return ff_schedule_words_say (
      /* Translators: when something is by the reader’s own clock and by that of the meeting; keep the words in braces */
      &self->words, N_ ("{here} {own} time (there: {there} {city} time)"), "here", here, "own",
      own_city, "there", there, "city", city, NULL);
}

/* --- What and where --- */

static void
add_place (Letter *self, FfOccurrence *occurrence)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  FfVenue *usual = ff_meeting_get_venue (meeting);
  FfOverride *override = ff_occurrence_get_override (occurrence);
  const char *moved = override != NULL ? ff_override_get_place (override) : NULL;
  const FfVenueText lines[] = { FF_VENUE_NAME, FF_VENUE_ROOM, FF_VENUE_ADDRESS };
  g_autoptr (FfVenue) venue = ff_venue_copy (usual);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *place = NULL;
  g_autofree char *link = NULL;
  const char *note = ff_occurrence_get_note (occurrence);

  ff_venue_set_text (venue, FF_VENUE_LINK, ff_occurrence_get_link (occurrence));
  link = self->style->with_passcodes ? g_strdup (ff_venue_get_text (venue, FF_VENUE_LINK))
                                     : ff_venue_make_public_link (venue);
  if (moved != NULL)
    g_ptr_array_add (parts, (gpointer) moved);
  for (gsize i = 0; moved == NULL && i < G_N_ELEMENTS (lines); i++)
    if (*ff_venue_get_text (usual, lines[i]) != '\0')
      g_ptr_array_add (parts, (gpointer) ff_venue_get_text (usual, lines[i]));
  place = ff_schedule_words_join (&self->words, parts);
  if (*place != '\0')
    g_string_append_printf (self->text, "  %s\n", place);
  if (*link != '\0')
    g_string_append_printf (self->text, "  %s\n", link);
  if (self->style->with_passcodes && *ff_venue_get_text (venue, FF_VENUE_PASSCODE) != '\0')
    {
      g_autofree char *passcode
          = ff_schedule_words_say (&self->words, N_ ("Passcode: {passcode}"), "passcode",
                                   ff_venue_get_text (venue, FF_VENUE_PASSCODE), NULL);

      g_string_append_printf (self->text, "  %s\n", passcode);
    }
  if (*note != '\0')
    g_string_append_printf (self->text, "  %s\n", note);
}

static void
add_what (Letter *self, FfOccurrence *occurrence, FfGroup *group, FfRole *role)
{
  const char *own = ff_meeting_get_title (ff_occurrence_get_meeting (occurrence));
  g_autofree char *when = say_both (self, occurrence);
  const char *what = ff_role_get_title_in (role, self->words.catalogue);

  g_string_append_printf (self->text, "• %s\n", when);
  if (*own != '\0' && !g_str_equal (own, ff_group_get_name (group)))
    g_string_append_printf (self->text, "  %s · %s · %s\n", what, own, ff_group_get_name (group));
  else
    g_string_append_printf (self->text, "  %s · %s\n", what, ff_group_get_name (group));
}

static void
add_date (Letter *self, FfOccurrence *occurrence, FfGroup *group, FfRole *role)
{
  add_what (self, occurrence, group, role);
  add_place (self, occurrence);
}

typedef enum
{
  PART_QUESTION,
  PART_AGREED,
  PART_OFF, /* the date is not held */
  PART_NONE,
} Part;

static Part
get_part (const FfDuty *duty)
{
  switch (ff_assignment_get_status (duty->assignment))
    {
    case FF_DUTY_PROPOSED:
    case FF_DUTY_ASKED:
      return ff_occurrence_get_cancelled (duty->occurrence) ? PART_OFF : PART_QUESTION;

    case FF_DUTY_CONFIRMED:
    case FF_DUTY_SWAPPED:
      return ff_occurrence_get_cancelled (duty->occurrence) ? PART_OFF : PART_AGREED;

    case FF_DUTY_DECLINED:
    default:
      return PART_NONE;
    }
}

static guint
add_part (Letter *self, GPtrArray *duties, Part part, const char *heading)
{
  guint n = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (duties, i);

      if (get_part (duty) != part)
        continue;
      if (n++ == 0)
        {
          add_words (self, heading);
          add_line (self, "");
        }
      add_date (self, duty->occurrence, duty->group, duty->role);
      add_line (self, "");
    }
  return n;
}

/* Somebody may have a place again that was taken from them meanwhile. */
static gboolean
is_among (GPtrArray *duties, const FfDuty *relieved)
{
  for (guint i = 0; i < duties->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (duties, i);
      FfAssignment *one = duty->assignment, *other = relieved->assignment;

      if (get_part (duty) != PART_NONE
          && g_str_equal (ff_assignment_get_meeting (one), ff_assignment_get_meeting (other))
          && ff_wall_time_compare (ff_assignment_get_rule_time (one),
                                   ff_assignment_get_rule_time (other))
                 == 0
          && g_str_equal (ff_assignment_get_role (one), ff_assignment_get_role (other)))
        return TRUE;
    }
  return FALSE;
}

/* Where nobody is awaited any more need not be said. */
static void
add_relieved (Letter *self, GPtrArray *duties, GPtrArray *relieved)
{
  guint n = 0;

  for (guint i = 0; i < relieved->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (relieved, i);

      if (is_among (duties, duty))
        continue;
      if (n++ == 0)
        {
          add_words (self, N_ ("These are no longer yours:"));
          add_line (self, "");
        }
      add_what (self, duty->occurrence, duty->group, duty->role);
      add_line (self, "");
    }
}

static char *
say_subject (FfVolunteer *volunteer, const FfLetterStyle *style, const char *msgid)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, get_language (volunteer, style));

  return g_strdup (ff_catalogue_lookup (catalogue, msgid));
}

/**
 * ff_duty_letter_make_subject:
 * @volunteer: who is written to
 * @style: in which language
 *
 * Returns: (transfer full): what it is about, in a few words that give nothing away
 */
char *
ff_duty_letter_make_subject (FfVolunteer *volunteer, const FfLetterStyle *style)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  /* Translators: the subject of a mail to a volunteer */
  return say_subject (volunteer, style, N_ ("Your dates"));
}

/**
 * ff_duty_letter_write:
 * @volunteer: who is written to
 * @duties: (element-type FfDuty): theirs, by start
 * @relieved: (nullable) (element-type FfDuty): those that they knew of and do not have any more, by start
 * @style: how
 *
 * Asks for those that are proposed or asked, repeats those that are agreed, and says which are not held and which are no longer
 * theirs. Nobody else is named.
 *
 * Returns: (transfer full): the text
 */
char *
ff_duty_letter_write (FfVolunteer *volunteer,
                      GPtrArray *duties,
                      GPtrArray *relieved,
                      const FfLetterStyle *style)
{
  Letter self;
  guint n_questions;

  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (duties != NULL, NULL);
  g_return_val_if_fail (style != NULL && style->now != NULL, NULL);

  letter_init (&self, volunteer, style);
  add_greeting (&self);
  n_questions = add_part (&self, duties, PART_QUESTION, N_ ("Could you take these dates?"));
  add_part (&self, duties, PART_AGREED, N_ ("These are agreed already. Thank you for them:"));
  add_part (&self, duties, PART_OFF, N_ ("These are not held, so nobody needs to come:"));
  if (relieved != NULL)
    add_relieved (&self, duties, relieved);
  if (n_questions > 0)
    add_words (&self, N_ ("Please answer with yes or no for each date. A no is quite all right: "
                          "then somebody else will be asked."));
  else
    add_words (&self, N_ ("Please write if anything has changed for you."));
  return letter_finish (&self);
}

/**
 * ff_cover_letter_make_subject:
 * @volunteer: who is written to
 * @style: in which language
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
ff_cover_letter_make_subject (FfVolunteer *volunteer, const FfLetterStyle *style)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  /* Translators: the subject of a mail to a volunteer */
  return say_subject (volunteer, style, N_ ("Could you take this date?"));
}

/**
 * ff_cover_letter_write:
 * @volunteer: who is written to
 * @occurrence: the date
 * @group: whose meeting it is
 * @role: what is needed
 * @style: how
 *
 * Asks somebody to take a date over; it does not say from whom.
 *
 * Returns: (transfer full): the text
 */
char *
ff_cover_letter_write (FfVolunteer *volunteer,
                       FfOccurrence *occurrence,
                       FfGroup *group,
                       FfRole *role,
                       const FfLetterStyle *style)
{
  Letter self;

  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (FF_IS_OCCURRENCE (occurrence), NULL);
  g_return_val_if_fail (style != NULL && style->now != NULL, NULL);

  letter_init (&self, volunteer, style);
  add_greeting (&self);
  add_words (&self, N_ ("Somebody is needed for this date. Could you take it?"));
  add_line (&self, "");
  add_date (&self, occurrence, group, role);
  add_line (&self, "");
  add_words (&self, N_ ("A short yes or no is enough. A no is quite all right: then somebody else "
                        "will be asked."));
  return letter_finish (&self);
}

/**
 * ff_thanks_letter_make_subject:
 * @volunteer: who is written to
 * @style: in which language
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
ff_thanks_letter_make_subject (FfVolunteer *volunteer, const FfLetterStyle *style)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  /* Translators: the subject of a mail to a volunteer */
  return say_subject (volunteer, style, N_ ("Thank you"));
}

/* The hours in full, and a half where there is more of one. */
static char *
say_hours (guint minutes)
{
  const guint halves = (minutes + 15) / 30;

  if (halves % 2 == 0)
    return g_strdup_printf ("%u", halves / 2);
  return halves == 1 ? g_strdup ("½") : g_strdup_printf ("%u½", halves / 2);
}

/**
 * ff_thanks_letter_write:
 * @volunteer: who is written to
 * @year: of what is thanked for
 * @n_meetings: at how many meetings they had duties in it
 * @minutes: what those and all else that was noted came to
 * @style: how
 *
 * Returns: (transfer full): the text
 */
char *
ff_thanks_letter_write (FfVolunteer *volunteer,
                        int year,
                        guint n_meetings,
                        guint minutes,
                        const FfLetterStyle *style)
{
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_autofree char *duties = g_strdup_printf ("%u", n_meetings);
  g_autofree char *hours = say_hours (minutes);
  g_autofree char *figures = NULL;
  Letter self;

  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (style != NULL && style->now != NULL, NULL);

  letter_init (&self, volunteer, style);
  add_greeting (&self);
  figures = ff_schedule_words_say (
      &self.words,
      n_meetings == 0 ? N_ ("Thank you for all that you gave in {year}. Hours in all: {hours}.")
      : n_meetings == 1
          ? N_ ("Thank you for all that you gave in {year}: one meeting. Hours in all: {hours}.")
          : N_ ("Thank you for all that you gave in {year}: {duties} meetings. Hours in all: "
                "{hours}."),
      "year", year_text, "duties", duties, "hours", hours, NULL);
  add_line (&self, figures);
  add_line (&self, "");
  add_words (&self, N_ ("Each time you were there, the door was open and people found a place to "
                        "talk and be heard. That matters more than any figure says."));
  add_line (&self, "");
  add_words (&self, N_ ("We are glad that you are with us."));
  return letter_finish (&self);
}
