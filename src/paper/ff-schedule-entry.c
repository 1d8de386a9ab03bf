/* ff-schedule-entry.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What paper says of one meeting: nothing private, and in custody nothing to call or to open.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-qr-code.h"
#include "ff-schedule-contents.h"

#define EVERY_DAY 0xfeu

/* As ff_mode_get_title(), in the paper's language. */
static const char *const modes[] = {
  [FF_MODE_IN_PERSON] = N_ ("In person"),
  [FF_MODE_ONLINE] = N_ ("Online"),
  [FF_MODE_HYBRID] = N_ ("In person and online"),
  [FF_MODE_PHONE] = N_ ("By telephone"),
};

static void
line_free (gpointer data)
{
  FfScheduleLine *line = data;

  g_free (line->text);
  g_free (line);
}

/**
 * ff_schedule_line_add:
 * @lines: (element-type FfScheduleLine): where to add it
 * @style: how it looks
 * @text: what was typed on several lines goes on in one; nothing is added for nothing
 */
void
ff_schedule_line_add (GPtrArray *lines, FfTextStyle style, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f\v", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  FfScheduleLine *added;

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  if (line->len == 0)
    return;

  added = g_new0 (FfScheduleLine, 1);
  added->style = style;
  added->text = g_string_free_and_steal (g_steal_pointer (&line));
  g_ptr_array_add (lines, added);
}

static void
add_said (const FfScheduleTelling *telling,
          GPtrArray *lines,
          const char *msgid,
          const char *name,
          const char *value)
{
  g_autofree char *text = ff_schedule_words_say (telling->words, msgid, name, value, NULL);

  if (*value != '\0')
    ff_schedule_line_add (lines, FF_STYLE_BODY, text);
}

/**
 * ff_schedule_entry_free:
 * @self: (transfer full): an entry
 */
void
ff_schedule_entry_free (FfScheduleEntry *self)
{
  g_clear_pointer (&self->hours, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->codes, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->code, g_bytes_unref);
  g_free (self);
}

/* --- When --- */

/* The weekdays that @rule names; all of them where it is every day. */
static guint
find_weekdays (const FfRule *rule, const FfWallTime *start)
{
  const GArray *days = rule->lists[FF_LIST_DAY];
  guint weekdays = 0;

  if (rule->frequency == FF_FREQUENCY_DAILY && days == NULL)
    return rule->interval == 1 && ff_rule_lists_only_days (rule) ? EVERY_DAY : 0;
  if (rule->frequency == FF_FREQUENCY_YEARLY
      || (rule->frequency == FF_FREQUENCY_MONTHLY && days == NULL))
    return 0;
  if (days == NULL)
    return 1u << ff_wall_time_get_weekday (start);

  for (guint i = 0; i < days->len; i++)
    weekdays |= 1u << FF_DAY_WEEKDAY (g_array_index (days, int, i));

  return weekdays;
}

static gboolean
is_every_week (const FfRule *rule)
{
  return rule->interval == 1 && ff_rule_lists_only_days (rule)
         && (rule->frequency == FF_FREQUENCY_WEEKLY || rule->frequency == FF_FREQUENCY_DAILY);
}

static void
add_repetition (const FfScheduleTelling *telling,
                FfScheduleEntry *entry,
                FfMeeting *meeting,
                guint *weekdays)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  const char *text = ff_meeting_get_rule (meeting);
  g_autoptr (FfRule) rule = text != NULL ? ff_rule_parse (text, NULL) : NULL;
  g_autofree char *repetition = NULL;

  *weekdays = 0;
  if (!ff_wall_time_is_valid (start))
    return;
  if (rule != NULL)
    {
      repetition = ff_schedule_words_repetition (telling->words, rule);
      *weekdays = find_weekdays (rule, start);
    }
  if (*weekdays != EVERY_DAY && (*weekdays & (*weekdays - 1)) != 0)
    {
      g_autofree char *days = ff_schedule_words_weekdays (telling->words, *weekdays, 0);

      /* Translators: on paper, {days} is a list of weekdays */
      add_said (telling, entry->lines, N_ ("On {days}"), "days", days);
    }
  if (repetition != NULL)
    ff_schedule_line_add (entry->lines, FF_STYLE_STRONG, repetition);
  ff_schedule_dates_add (telling, meeting, rule, rule == NULL || !is_every_week (rule),
                         entry->lines);
}

/* --- Where --- */

static void
add_place (const FfScheduleTelling *telling, FfVenue *venue, GPtrArray *lines)
{
  static const FfVenueText texts[] = { FF_VENUE_NAME, FF_VENUE_ROOM, FF_VENUE_ADDRESS };
  const char *mode
      = ff_catalogue_lookup (telling->words->catalogue, modes[ff_venue_get_mode (venue)]);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *place = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*ff_venue_get_text (venue, texts[i]) != '\0')
      g_ptr_array_add (parts, (gpointer) ff_venue_get_text (venue, texts[i]));
  place = ff_schedule_words_join (telling->words, parts);
  /* Translators: how one takes part, and where; keep the words in braces */
  text = ff_schedule_words_say (telling->words, N_ ("{mode}: {place}"), "mode", mode, "place",
                                place, NULL);

  ff_schedule_line_add (lines, FF_STYLE_BODY, parts->len > 0 ? text : mode);
  ff_schedule_line_add (lines, FF_STYLE_BODY, ff_venue_get_text (venue, FF_VENUE_ACCESS));
}

/* People type what is behind https:// and nothing else. */
static const char *
skip_scheme (const char *link)
{
  return g_str_has_prefix (link, "https://") ? link + strlen ("https://") : link;
}

static void
add_link (const FfScheduleTelling *telling, FfScheduleEntry *entry, FfVenue *venue)
{
  g_autofree char *link = telling->style->with_passcodes
                              ? g_strdup (ff_venue_get_text (venue, FF_VENUE_LINK))
                              : ff_venue_make_public_link (venue);
  g_autofree char *phone = telling->style->with_passcodes
                               ? g_strdup (ff_venue_get_text (venue, FF_VENUE_PHONE))
                               : ff_venue_make_public_phone (venue);

  if (*link != '\0')
    {
      entry->code = ff_qr_code_new (link);
      ff_schedule_line_add (entry->lines, FF_STYLE_BODY, skip_scheme (link));
    }
  ff_schedule_line_add (entry->lines, FF_STYLE_BODY, ff_venue_get_text (venue, FF_VENUE_LINK_NOTE));
  if (telling->style->with_passcodes)
    add_said (telling, entry->lines, N_ ("Passcode: {passcode}"), "passcode",
              ff_venue_get_text (venue, FF_VENUE_PASSCODE));
  add_said (telling, entry->lines, N_ ("Telephone: {number}"), "number", phone);
  ff_schedule_line_add (entry->lines, FF_STYLE_BODY,
                        ff_venue_get_text (venue, FF_VENUE_PHONE_NOTE));
}

/**
 * ff_schedule_entry_new:
 * @telling: what is told, and how
 * @meeting: of the schedule
 * @weekdays: (out): on which it is, a bit each; 0 where it is on no weekday that one could name
 *
 * Returns: (transfer full): all that paper says of it
 */
FfScheduleEntry *
ff_schedule_entry_new (const FfScheduleTelling *telling, FfMeeting *meeting, guint *weekdays)
{
  FfScheduleEntry *self = g_new0 (FfScheduleEntry, 1);
  FfGroup *group = ff_schedule_find_group (telling->schedule, ff_meeting_get_group (meeting));
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_auto (GStrv) types = ff_schedule_list_types (telling->schedule, meeting);
  const gboolean by_appointment = ff_meeting_get_by_appointment (meeting);

  *weekdays = 0;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->title = g_strdup (ff_schedule_get_title (telling->schedule, meeting));
  self->codes = g_strjoinv (" ", types);
  self->hours = by_appointment
                    ? g_strdup ("")
                    : ff_schedule_words_hours (telling->words, ff_meeting_get_start (meeting),
                                               ff_meeting_get_minutes (meeting));
  if (telling->several_zones && !by_appointment)
    self->zone = ff_schedule_words_zone (telling->words, ff_meeting_get_zone (meeting));

  if (telling->several_groups && group != NULL
      && !g_str_equal (ff_group_get_name (group), self->title))
    ff_schedule_line_add (self->lines, FF_STYLE_HINT, ff_group_get_name (group));
  if (!by_appointment)
    add_repetition (telling, self, meeting, weekdays);
  add_place (telling, venue, self->lines);
  if (group == NULL || ff_group_get_setting (group) != FF_SETTING_CUSTODY)
    add_link (telling, self, venue);
  ff_schedule_line_add (self->lines, FF_STYLE_HINT,
                        ff_meeting_get_text (meeting, FF_MEETING_NOTES));

  return self;
}

/**
 * ff_schedule_entry_new_see:
 * @telling: what is told, and how
 * @entry: a meeting's entry
 * @weekday: under which all of it stands
 *
 * Returns: (transfer full): what stands under another of its weekdays
 */
FfScheduleEntry *
ff_schedule_entry_new_see (const FfScheduleTelling *telling,
                           const FfScheduleEntry *entry,
                           int weekday)
{
  FfScheduleEntry *self = g_new0 (FfScheduleEntry, 1);
  g_autofree char *day = ff_schedule_words_weekdays (telling->words, 1u << weekday, 0);

  self->hours = g_strdup (entry->hours);
  self->zone = g_strdup (entry->zone);
  self->title = g_strdup (entry->title);
  self->codes = g_strdup ("");
  self->lines = g_ptr_array_new_with_free_func (line_free);
  /* Translators: on paper, under a meeting that is described under another weekday */
  add_said (telling, self->lines, N_ ("See {weekday}"), "weekday", day);

  return self;
}
