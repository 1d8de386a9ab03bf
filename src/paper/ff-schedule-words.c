/* ff-schedule-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts days, hours and repetitions into the paper's language, whatever the program's own is.
 */

#include "ff-config.h"

#include "ff-schedule-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

static const char *const headings[] = {
  N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

static const char *const weekdays_in_sentences[] = {
  NC_ ("in a sentence", "Monday"),    NC_ ("in a sentence", "Tuesday"),
  NC_ ("in a sentence", "Wednesday"), NC_ ("in a sentence", "Thursday"),
  NC_ ("in a sentence", "Friday"),    NC_ ("in a sentence", "Saturday"),
  NC_ ("in a sentence", "Sunday"),
};

static const char *const months[] = {
  /* Translators: months as in “8 December” */
  NC_ ("in a date", "January"), NC_ ("in a date", "February"), NC_ ("in a date", "March"),
  NC_ ("in a date", "April"),   NC_ ("in a date", "May"),      NC_ ("in a date", "June"),
  NC_ ("in a date", "July"),    NC_ ("in a date", "August"),   NC_ ("in a date", "September"),
  NC_ ("in a date", "October"), NC_ ("in a date", "November"), NC_ ("in a date", "December"),
};

/* As the recurrence's own words, where %s is a weekday. */
static const struct
{
  int number;
  const char *words;
} ordinals[] = {
  { 1, N_ ("First %s of the month") },
  { 2, N_ ("Second %s of the month") },
  { 3, N_ ("Third %s of the month") },
  { 4, N_ ("Fourth %s of the month") },
  { 5, N_ ("Fifth %s of the month, where there is one") },
  { -1, N_ ("Last %s of the month") },
  { -2, N_ ("Last but one %s of the month") },
};

static gboolean
is_twelve_hours (FfCatalogue *catalogue)
{
  g_autoptr (FfCatalogue) own = ff_catalogue_new (NULL, NULL);
  const char *format = nl_langinfo (T_FMT);

  /* The locale's clock is for its own language; a paper in another one has the clock that all read. */
  return g_str_equal (ff_catalogue_get_language (catalogue), ff_catalogue_get_language (own))
         && (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
             || strstr (format, "%l") != NULL || strstr (format, "%p") != NULL);
}

/**
 * ff_schedule_words_init:
 * @self: to set up
 * @language: (nullable): BCP 47, of the paper; %NULL = the program's
 * @year: the year of which dates are said without it
 */
void
ff_schedule_words_init (FfScheduleWords *self, const char *language, int year)
{
  self->catalogue = ff_catalogue_new (NULL, language);
  self->twelve_hours = is_twelve_hours (self->catalogue);
  self->year = year;
}

/**
 * ff_schedule_words_clear:
 * @self: what was set up
 */
void
ff_schedule_words_clear (FfScheduleWords *self)
{
  g_clear_object (&self->catalogue);
}

/**
 * ff_schedule_words_say:
 * @self: the words
 * @msgid: a text with names in braces
 * @...: names without braces, each with its value; %NULL after the last
 *
 * Values are put in as they are: what looks like a name in them stays. From right to left they keep their own direction.
 *
 * Returns: (transfer full): the text in the paper's language
 */
char *
ff_schedule_words_say (const FfScheduleWords *self, const char *msgid, ...)
{
  const char *text = ff_catalogue_lookup (self->catalogue, msgid);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) result = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, msgid);
  for (const char *name = va_arg (arguments, const char *); name != NULL;
       name = va_arg (arguments, const char *))
    g_hash_table_insert (values, (gpointer) name, va_arg (arguments, char *));
  va_end (arguments);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (values, name) : NULL;

      /* Isolated, so that a value in another script does not turn the words around it. */
      if (value != NULL && ff_catalogue_is_right_to_left (self->catalogue))
        g_string_append_printf (result, "\u2068%s\u2069", value);
      else if (value != NULL)
        g_string_append (result, value);
      else
        g_string_append_c (result, *text);
      text = value != NULL ? end + 1 : text + 1;
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * ff_schedule_words_weekday:
 * @self: the words
 * @weekday: 1 Monday to 7 Sunday
 *
 * Returns: (transfer none): its name as a heading
 */
const char *
ff_schedule_words_weekday (const FfScheduleWords *self, int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return ff_catalogue_lookup (self->catalogue, headings[weekday - 1]);
}

static const char *
get_weekday_in_sentence (const FfScheduleWords *self, int weekday)
{
  return ff_catalogue_lookup_context (self->catalogue, "in a sentence",
                                      weekdays_in_sentences[weekday - 1]);
}

/**
 * ff_schedule_words_join:
 * @self: the words
 * @parts: (element-type utf8): what to list
 *
 * Returns: (transfer full): the parts with what stands between them in a list
 */
char *
ff_schedule_words_join (const FfScheduleWords *self, GPtrArray *parts)
{
  /* Translators: between the things of a list */
  const char *comma
      = ff_catalogue_lookup_context (self->catalogue, "in a list", NC_ ("in a list", ", "));
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (result, comma);
      g_string_append (result, g_ptr_array_index (parts, i));
    }

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/**
 * ff_schedule_words_weekdays:
 * @self: the words
 * @weekdays: a bit for each, 1 << 1 for Monday
 * @except: one that is left out; 0 for none
 *
 * Returns: (transfer full): their names as in a sentence
 */
char *
ff_schedule_words_weekdays (const FfScheduleWords *self, guint weekdays, int except)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (int day = 1; day <= 7; day++)
    if (day != except && (weekdays & 1u << day) != 0)
      g_ptr_array_add (names, (gpointer) get_weekday_in_sentence (self, day));

  return ff_schedule_words_join (self, names);
}

/**
 * ff_schedule_words_date:
 * @self: the words
 * @day: a day; its time does not count
 *
 * Returns: (transfer full): “8 December”, with the year where it is not the paper's
 */
char *
ff_schedule_words_date (const FfScheduleWords *self, const FfWallTime *day)
{
  g_autofree char *number = g_strdup_printf ("%u", day->day);
  g_autofree char *year = g_strdup_printf ("%d", day->year);
  const char *month
      = ff_catalogue_lookup_context (self->catalogue, "in a date", months[day->month - 1]);

  return ff_schedule_words_say (self,
                                /* Translators: dates on paper; keep the words in braces */
                                day->year == self->year ? N_ ("{day} {month}")
                                                        : N_ ("{day} {month} {year}"),
                                "day", number, "month", month, "year", year, NULL);
}

static char *
say_hour (const FfScheduleWords *self, guint minute_of_day, gboolean with_half)
{
  guint hour = minute_of_day / 60 % 24, minute = minute_of_day % 60;
  g_autofree char *figures = NULL;

  if (!self->twelve_hours)
    return g_strdup_printf ("%02u:%02u", hour, minute);

  figures = g_strdup_printf ("%u:%02u", (hour + 11) % 12 + 1, minute);
  if (!with_half)
    return g_steal_pointer (&figures);
  return ff_schedule_words_say (self, hour < 12 ? N_ ("{time} am") : N_ ("{time} pm"), "time",
                                figures, NULL);
}

/**
 * ff_schedule_words_hour:
 * @self: the words
 * @time: a time of day
 *
 * Returns: (transfer full): “19:00” or “7:00 pm”
 */
char *
ff_schedule_words_hour (const FfScheduleWords *self, const FfWallTime *time)
{
  return say_hour (self, time->hour * 60u + time->minute, TRUE);
}

/**
 * ff_schedule_words_hours:
 * @self: the words
 * @start: a time of day
 * @minutes: how long from there
 *
 * Returns: (transfer full): “19:00–20:30” or “7:00–8:30 pm”
 */
char *
ff_schedule_words_hours (const FfScheduleWords *self, const FfWallTime *start, guint minutes)
{
  guint first = start->hour * 60u + start->minute, last = first + minutes;
  g_autofree char *from = say_hour (self, first, first / 720 != last / 720);
  g_autofree char *until = say_hour (self, last, TRUE);

  return g_strconcat (from, "–", until, NULL);
}

/**
 * ff_schedule_words_zone:
 * @self: the words
 * @zone: an IANA name
 *
 * Returns: (transfer full): “Toronto time”
 */
char *
ff_schedule_words_zone (const FfScheduleWords *self, const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *city = g_strdelimit (g_strdup (slash != NULL ? slash + 1 : zone), "_", ' ');

  return ff_schedule_words_say (self, N_ ("{city} time"), "city", city, NULL);
}

static char *
say_ordinal (const FfScheduleWords *self, int day)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (ordinals[i].number == FF_DAY_NUMBER (day))
      {
        g_autoptr (GString) text
            = g_string_new (ff_catalogue_lookup (self->catalogue, ordinals[i].words));

        g_string_replace (text, "%s", get_weekday_in_sentence (self, FF_DAY_WEEKDAY (day)), 1);
        return g_string_free_and_steal (g_steal_pointer (&text));
      }

  return NULL;
}

static char *
say_monthly (const FfScheduleWords *self, const FfRule *rule)
{
  const GArray *days = rule->lists[FF_LIST_DAY];
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* “TU” with BYSETPOS=2 says the same as “2TU”. */
  if (days != NULL && days->len == 1 && FF_DAY_NUMBER (g_array_index (days, int, 0)) == 0
      && rule->lists[FF_LIST_POSITION] != NULL && rule->lists[FF_LIST_POSITION]->len == 1)
    return say_ordinal (self, FF_DAY (g_array_index (rule->lists[FF_LIST_POSITION], int, 0),
                                      FF_DAY_WEEKDAY (g_array_index (days, int, 0))));
  if (days == NULL || !ff_rule_lists_only_days (rule))
    return NULL;

  for (guint i = 0; i < days->len; i++)
    {
      char *words = say_ordinal (self, g_array_index (days, int, i));

      if (words == NULL)
        return NULL;
      g_ptr_array_add (parts, words);
    }

  return ff_schedule_words_join (self, parts);
}

static char *
say_number (const FfScheduleWords *self, const char *two, const char *many, int interval)
{
  g_autofree char *number = g_strdup_printf ("%d", interval);

  return interval == 2 ? g_strdup (ff_catalogue_lookup (self->catalogue, two))
                       : ff_schedule_words_say (self, many, "number", number, NULL);
}

/**
 * ff_schedule_words_repetition:
 * @self: the words
 * @rule: how often a meeting is
 *
 * Returns: (transfer full) (nullable): “Second Tuesday of the month”, “Every two weeks”; %NULL where it is
 *   every week, every day, or by a rule for which there are no simple words
 */
char *
ff_schedule_words_repetition (const FfScheduleWords *self, const FfRule *rule)
{
  if (rule->frequency == FF_FREQUENCY_MONTHLY && rule->interval == 1)
    return say_monthly (self, rule);
  if (rule->interval == 1)
    return NULL;

  switch (rule->frequency)
    {
    case FF_FREQUENCY_DAILY:
      return say_number (self, N_ ("Every two days"), N_ ("Every {number} days"), rule->interval);

    case FF_FREQUENCY_WEEKLY:
      return say_number (self, N_ ("Every two weeks"), N_ ("Every {number} weeks"), rule->interval);

    case FF_FREQUENCY_MONTHLY:
      return say_number (self, N_ ("Every two months"), N_ ("Every {number} months"),
                         rule->interval);

    case FF_FREQUENCY_YEARLY:
    default:
      return NULL;
    }
}
