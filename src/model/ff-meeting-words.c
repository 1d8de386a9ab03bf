/* ff-meeting-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding meetings by what people type: "wheelchair, evening, online, French".
 */

#include "ff-config.h"

#include "ff-meeting-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-fold.h"
#include "ff-meeting-type.h"
#include "ff-recurrence.h"
#include "ff-rule.h"

static const char *const english_weekdays[]
    = { "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/* Beside what ff_mode_get_title() and ff_setting_get_title() say: the same in English, and what else people call it. */
static const char *const mode_words[] = {
  [FF_MODE_IN_PERSON] = "in person face-to-face",
  [FF_MODE_ONLINE] = "online virtual",
  [FF_MODE_HYBRID] = "in person online virtual hybrid face-to-face",
  [FF_MODE_PHONE] = "telephone phone",
};

static const char *const setting_words[] = {
  [FF_SETTING_COMMUNITY] = "community",   [FF_SETTING_INPATIENT] = "inpatient",
  [FF_SETTING_OUTPATIENT] = "outpatient", [FF_SETTING_CLINIC] = "clinic",
  [FF_SETTING_WORKPLACE] = "workplace",   [FF_SETTING_CUSTODY] = "custody prison",
};

G_STATIC_ASSERT (G_N_ELEMENTS (setting_words) == FF_N_SETTINGS);

/* Parts of the day in hours, the last one over midnight; they overlap, as people do not agree. */
static const struct
{
  int first;
  int last; /* included */
  const char *name;
} parts_of_day[] = {
  { 4, 11, NC_ ("part of the day", "Morning") },    { 11, 13, NC_ ("part of the day", "Noon") },
  { 12, 17, NC_ ("part of the day", "Afternoon") }, { 17, 22, NC_ ("part of the day", "Evening") },
  { 21, 28, NC_ ("part of the day", "Night") },
};

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Moves @begin and @end to the first and behind the last character that is no punctuation. */
static void
trim (const char **begin, const char **end)
{
  while (*begin < *end && !is_in_word (g_utf8_get_char (*begin)))
    *begin = g_utf8_next_char (*begin);
  while (*end > *begin)
    {
      const char *last = g_utf8_find_prev_char (*begin, *end);

      if (is_in_word (g_utf8_get_char (last)))
        break;
      *end = last;
    }
}

/* “women’s” is found by itself and by each part of it. */
static void
add_word (GString *words, const char *begin, const char *end)
{
  const char *part = begin;

  g_string_append_c (words, ' ');
  g_string_append_len (words, begin, end - begin);
  for (const char *c = begin; c < end; c = g_utf8_next_char (c))
    {
      if (is_in_word (g_utf8_get_char (c)))
        continue;
      part = g_utf8_next_char (c);
      if (part < end && is_in_word (g_utf8_get_char (part)))
        {
          const char *rest = part;

          while (rest < end && is_in_word (g_utf8_get_char (rest)))
            rest = g_utf8_next_char (rest);
          g_string_append_c (words, ' ');
          g_string_append_len (words, part, rest - part);
        }
    }
}

/* @text: (nullable) */
static void
add_text (GString *words, const char *text)
{
  g_autofree char *folded = NULL;
  const char *begin, *end;

  if (text == NULL || *text == '\0')
    return;

  folded = ff_fold (text);
  for (begin = folded; *begin != '\0'; begin = *end == ' ' ? end + 1 : end)
    {
      const char *last;

      end = begin + strcspn (begin, " ");
      last = end;
      trim (&begin, &last);
      if (last > begin)
        add_word (words, begin, last);
    }
}

/* What is called the same in both languages once only. */
static void
add_both (GString *words, const char *english, const char *translated)
{
  add_text (words, english);
  if (!g_str_equal (english, translated))
    add_text (words, translated);
}

/* Those on which it can be; none where any day of the week can come. */
static void
add_days (GString *words, FfMeeting *meeting)
{
  const FfWallTime *start = ff_meeting_get_start (meeting);
  g_autoptr (FfRule) rule = NULL;
  const GArray *days;

  if (ff_meeting_get_rule (meeting) != NULL)
    {
      rule = ff_rule_parse (ff_meeting_get_rule (meeting), NULL);
      if (rule == NULL)
        return;
    }

  days = rule != NULL ? rule->lists[FF_LIST_DAY] : NULL;
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      gboolean is_on = FALSE;

      for (guint i = 0; days != NULL && i < days->len; i++)
        is_on |= FF_DAY_WEEKDAY (g_array_index (days, int, i)) == weekday;
      if (days == NULL && rule != NULL && rule->frequency == FF_FREQUENCY_DAILY)
        is_on = TRUE;
      if (days == NULL && (rule == NULL || rule->frequency == FF_FREQUENCY_WEEKLY))
        is_on = ff_wall_time_get_weekday (start) == weekday;
      if (is_on)
        add_both (words, english_weekdays[weekday], ff_weekday_get_name (weekday));
    }
}

static void
add_time (GString *words, const FfWallTime *start)
{
  const int hour_of_twelve = (start->hour + 11) % 12 + 1;
  const char *half = start->hour < 12 ? "am" : "pm";

  for (gsize i = 0; i < G_N_ELEMENTS (parts_of_day); i++)
    {
      const int hour = start->hour < parts_of_day[i].last - 23 ? start->hour + 24 : start->hour;

      if (hour < parts_of_day[i].first || hour > parts_of_day[i].last)
        continue;
      add_both (words, parts_of_day[i].name,
                g_dpgettext2 (GETTEXT_PACKAGE, "part of the day", parts_of_day[i].name));
    }
  g_string_append_printf (words, " %02d:%02d %d:%02d%s", start->hour, start->minute, hour_of_twelve,
                          start->minute, half);
  if (start->minute == 0)
    g_string_append_printf (words, " %d%s", hour_of_twelve, half);
}

static void
add_types (GString *words, FfSchedule *schedule, FfMeeting *meeting)
{
  g_auto (GStrv) codes = ff_schedule_list_types (schedule, meeting);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const FfMeetingType *type = ff_meeting_type_find (codes[i]);

      if (type == NULL)
        {
          add_text (words, codes[i]);
          continue;
        }
      add_both (words, type->name, ff_meeting_type_get_title (type));
    }
}

/* The names that the types have for a language, or its tag where they have none. */
static void
add_language (GString *words, const char *tag)
{
  const gsize length = strcspn (tag, "-_");
  const FfMeetingType *types;
  gsize n_types;
  gboolean is_named = FALSE;

  types = ff_meeting_types_list (&n_types);
  for (gsize i = 0; i < n_types; i++)
    {
      if (types[i].language == NULL || strlen (types[i].language) != length
          || g_ascii_strncasecmp (types[i].language, tag, length) != 0)
        continue;
      add_both (words, types[i].name, ff_meeting_type_get_title (&types[i]));
      is_named = TRUE;
    }
  if (!is_named)
    add_text (words, tag);
}

static void
add_venue (GString *words, FfVenue *venue)
{
  const FfMode mode = ff_venue_get_mode (venue);

  add_text (words, ff_venue_get_text (venue, FF_VENUE_NAME));
  add_text (words, ff_venue_get_text (venue, FF_VENUE_ADDRESS));
  add_text (words, ff_venue_get_text (venue, FF_VENUE_ROOM));
  add_text (words, ff_venue_get_text (venue, FF_VENUE_REGION));
  add_text (words, ff_venue_get_text (venue, FF_VENUE_DISTRICT));
  add_text (words, mode_words[mode]);
  add_text (words, ff_mode_get_title (mode));
}

static void
add_group (GString *words, FfGroup *group, FfVenue *venue)
{
  const FfSetting setting = ff_group_get_setting (group);

  add_text (words, ff_group_get_name (group));
  add_text (words, setting_words[setting]);
  add_text (words, ff_setting_get_title (setting));
  add_language (words, ff_group_get_language (group));
  if (*ff_venue_get_text (venue, FF_VENUE_REGION) == '\0')
    add_text (words, ff_group_get_text (group, FF_GROUP_REGION));
  if (*ff_venue_get_text (venue, FF_VENUE_DISTRICT) == '\0')
    add_text (words, ff_group_get_text (group, FF_GROUP_DISTRICT));
}

/**
 * ff_meeting_words_build:
 * @schedule: the schedule that its group is in
 * @meeting: a meeting
 * @programme: (nullable): the title of its group's programme
 *
 * Takes its time with many meetings: call it on a thread, and keep what it gives.
 *
 * Returns: (transfer full): all words by which the meeting is found, for ff_meeting_words_match()
 */
char *
ff_meeting_words_build (FfSchedule *schedule, FfMeeting *meeting, const char *programme)
{
  GString *words;
  FfVenue *venue;
  FfGroup *group;

  g_return_val_if_fail (FF_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  words = g_string_sized_new (400);
  venue = ff_meeting_get_venue (meeting);
  group = ff_schedule_find_group (schedule, ff_meeting_get_group (meeting));

  add_text (words, ff_meeting_get_title (meeting));
  if (group != NULL)
    add_group (words, group, venue);
  add_text (words, programme);
  add_venue (words, venue);
  add_types (words, schedule, meeting);
  if (ff_meeting_get_by_appointment (meeting))
    {
      add_text (words, "appointment");
      add_text (words, _ ("By appointment"));
    }
  else if (ff_wall_time_is_valid (ff_meeting_get_start (meeting)))
    {
      add_days (words, meeting);
      add_time (words, ff_meeting_get_start (meeting));
    }

  return g_string_free_and_steal (words);
}

/**
 * ff_meeting_words_split:
 * @typed: what a person typed
 *
 * Returns: (transfer full): the words in it, folded, without what stands around them; empty where there are none
 */
GStrv
ff_meeting_words_split (const char *typed)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *folded = NULL;
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  folded = ff_fold (typed);
  pieces = g_strsplit_set (folded, " ,;", -1);
  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      const char *begin = pieces[i];
      const char *end = begin + strlen (begin);

      trim (&begin, &end);
      if (end > begin)
        g_strv_builder_take (words, g_strndup (begin, (gsize) (end - begin)));
    }
  return g_strv_builder_end (words);
}

static gboolean
has_word (const char *words, const char *wanted)
{
  for (const char *found = strstr (words, wanted); found != NULL;
       found = strstr (found + 1, wanted))
    {
      if (found == words || found[-1] == ' ')
        return TRUE;
    }
  return FALSE;
}

/**
 * ff_meeting_words_match:
 * @words: from ff_meeting_words_build()
 * @wanted: from ff_meeting_words_split()
 *
 * Returns: whether each of @wanted begins one of @words; always where nothing is wanted
 */
gboolean
ff_meeting_words_match (const char *words, const char *const *wanted)
{
  g_return_val_if_fail (words != NULL && wanted != NULL, FALSE);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      if (!has_word (words, wanted[i]))
        return FALSE;
    }
  return TRUE;
}
