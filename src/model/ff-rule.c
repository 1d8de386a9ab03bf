/* ff-rule.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An RRULE taken apart and checked, before anything is worked out from it.
 */

#include "ff-rule.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

#define LONGEST_TEXT 1000
#define LARGEST_INTERVAL 1000
#define MOST_TIMES_A_DAY 24

/* RFC 5545, section 3.3.10. libical would read INTERVAL=65537 as 1 and BYDAY=300MO as 44MO. */
static const struct
{
  const char *name;
  int lowest;
  int highest;
  gboolean from_end; /* also negative, counted from the end */
} lists[] = {
  [FF_LIST_SECOND] = { "BYSECOND", 0, 0, FALSE }, /* a wall time has no seconds */
  [FF_LIST_MINUTE] = { "BYMINUTE", 0, 59, FALSE },
  [FF_LIST_HOUR] = { "BYHOUR", 0, 23, FALSE },
  [FF_LIST_DAY] = { "BYDAY", 1, 53, TRUE },
  [FF_LIST_MONTH_DAY] = { "BYMONTHDAY", 1, 31, TRUE },
  [FF_LIST_YEAR_DAY] = { "BYYEARDAY", 1, 366, TRUE },
  [FF_LIST_WEEK] = { "BYWEEKNO", 1, 53, TRUE },
  [FF_LIST_MONTH] = { "BYMONTH", 1, 12, FALSE },
  [FF_LIST_POSITION] = { "BYSETPOS", 1, 366, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (lists) == FF_N_LISTS);

static const char *const frequencies[] = {
  [FF_FREQUENCY_DAILY] = "DAILY",
  [FF_FREQUENCY_WEEKLY] = "WEEKLY",
  [FF_FREQUENCY_MONTHLY] = "MONTHLY",
  [FF_FREQUENCY_YEARLY] = "YEARLY",
};

static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *said = NULL;
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  said = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* “%.40s” may cut a letter in two. */
  reason = g_utf8_make_valid (said, -1);

  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_RULE,
               /* Translators: %s is a sentence that says why */
               _ ("This meeting cannot repeat like that. %s"), reason);
  return FALSE;
}

static gboolean
refuse_value (GError **error, const char *name, const char *value)
{
  return refuse (error, _ ("“%s=%.40s” is not a rule that calendars know."), name, value);
}

static gboolean
parse_int (const char *text, int lowest, int highest, int *number)
{
  gint64 value;

  if (*text == '+')
    text++;
  if (!g_ascii_string_to_signed (text, 10, lowest, highest, &value, NULL))
    return FALSE;

  *number = (int) value;
  return TRUE;
}

static int
parse_weekday (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      if (g_ascii_strcasecmp (text, weekdays[i]) == 0)
        return (int) i + 1;
    }

  return 0;
}

static gboolean
parse_frequency (FfRule *rule, const char *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    {
      if (g_ascii_strcasecmp (value, frequencies[i]) == 0)
        {
          rule->frequency = (FfFrequency) i;
          return TRUE;
        }
    }

  if (g_ascii_strcasecmp (value, "HOURLY") == 0 || g_ascii_strcasecmp (value, "MINUTELY") == 0
      || g_ascii_strcasecmp (value, "SECONDLY") == 0)
    return refuse (error, _ ("The shortest repetition is every day."));

  return refuse_value (error, "FREQ", value);
}

/* “20261224”, the whole day; “20261224T190000” or with Z at the end. */
static gboolean
parse_until (FfRule *rule, const char *value, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = strlen (value);

  rule->until_is_utc = length == 16 && g_ascii_toupper (value[15]) == 'Z';
  if (length == 8)
    text = g_strdup_printf ("%.4s-%.2s-%.2sT23:59", value, value + 4, value + 6);
  else if ((length == 15 || rule->until_is_utc) && g_ascii_toupper (value[8]) == 'T')
    text = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s", value, value + 4, value + 6, value + 9,
                            value + 11);

  if (text == NULL || !ff_wall_time_parse (text, &rule->until, NULL))
    return refuse_value (error, "UNTIL", value);

  rule->has_until = TRUE;
  return TRUE;
}

/* “TU”, “2TU” or “-1TU”. */
static gboolean
parse_day (const char *text, int *day)
{
  gsize length = strlen (text);
  g_autofree char *digits = NULL;
  int weekday, number = 0;

  if (length < 2)
    return FALSE;

  weekday = parse_weekday (text + length - 2);
  digits = g_strndup (text, length - 2);
  if (weekday == 0 || (length > 2 && (!parse_int (digits, -53, 53, &number) || number == 0)))
    return FALSE;

  *day = FF_DAY (number, weekday);
  return TRUE;
}

static gboolean
parse_list_item (FfList list, const char *text, int *value)
{
  const int highest = lists[list].highest;

  if (list == FF_LIST_DAY)
    return parse_day (text, value);

  return parse_int (text, lists[list].from_end ? -highest : lists[list].lowest, highest, value)
         && (*value != 0 || lists[list].lowest == 0);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static gboolean
parse_list (FfRule *rule, FfList list, const char *value, GError **error)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);

  rule->lists[list] = g_array_new (FALSE, FALSE, sizeof (int));
  for (gsize i = 0; items[i] != NULL; i++)
    {
      int number;

      if (!parse_list_item (list, items[i], &number))
        return refuse_value (error, lists[list].name, value);
      if (!ff_rule_contains (rule, list, number))
        g_array_append_val (rule->lists[list], number);
    }
  if (rule->lists[list]->len == 0)
    return refuse_value (error, lists[list].name, value);

  g_array_sort (rule->lists[list], compare_ints);
  return TRUE;
}

static gboolean
parse_part (FfRule *rule, const char *name, const char *value, GError **error)
{
  if (g_str_equal (name, "FREQ"))
    return parse_frequency (rule, value, error);
  if (g_str_equal (name, "UNTIL"))
    return parse_until (rule, value, error);

  if (g_str_equal (name, "INTERVAL"))
    {
      if (parse_int (value, 1, LARGEST_INTERVAL, &rule->interval))
        return TRUE;
      return refuse (error, _ ("INTERVAL=%.40s has to be from 1 to %d."), value, LARGEST_INTERVAL);
    }
  if (g_str_equal (name, "COUNT"))
    {
      if (parse_int (value, 1, G_MAXINT, &rule->count))
        return TRUE;
      return refuse (error, _ ("COUNT=%.40s has to be from 1 to %d."), value, G_MAXINT);
    }
  if (g_str_equal (name, "WKST"))
    {
      rule->week_start = parse_weekday (value);
      return rule->week_start != 0 || refuse_value (error, name, value);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_str_equal (name, lists[i].name))
        return parse_list (rule, (FfList) i, value, error);
    }

  return refuse_value (error, name, value);
}

static guint
count_list (const FfRule *rule, FfList list)
{
  return rule->lists[list] != NULL ? rule->lists[list]->len : 0;
}

static gboolean
has_numbered_day (const FfRule *rule, int above)
{
  for (guint i = 0; i < count_list (rule, FF_LIST_DAY); i++)
    {
      if (ABS (FF_DAY_NUMBER (g_array_index (rule->lists[FF_LIST_DAY], int, i))) > above)
        return TRUE;
    }

  return FALSE;
}

/* libical gives wrong days in those: it takes the week for that of the other year, or cuts it off. */
static gboolean
has_week_at_turn_of_year (const FfRule *rule)
{
  const GArray *weeks = rule->lists[FF_LIST_WEEK];

  return g_array_index (weeks, int, 0) < 2 || g_array_index (weeks, int, weeks->len - 1) > 51;
}

/* “31,-1” is one day in some months, which libical counts twice. */
static gboolean
counts_from_both_ends (const FfRule *rule, FfList list)
{
  const guint length = count_list (rule, list);

  return length > 1 && g_array_index (rule->lists[list], int, 0) < 0
         && g_array_index (rule->lists[list], int, length - 1) > 0;
}

/* Parts that exclude each other, by the table in RFC 5545 or because nobody can say what they mean. */
static gboolean
check_parts (const FfRule *rule, GError **error)
{
  const gboolean yearly = rule->frequency == FF_FREQUENCY_YEARLY;
  const gboolean monthly = rule->frequency == FF_FREQUENCY_MONTHLY;
  const gboolean month_day = rule->lists[FF_LIST_MONTH_DAY] != NULL;
  const gboolean year_day = rule->lists[FF_LIST_YEAR_DAY] != NULL;
  const gboolean week = rule->lists[FF_LIST_WEEK] != NULL;
  const gboolean month = rule->lists[FF_LIST_MONTH] != NULL;
  const guint times_a_day
      = MAX (1u, count_list (rule, FF_LIST_HOUR)) * MAX (1u, count_list (rule, FF_LIST_MINUTE));

  if (rule->count > 0 && rule->has_until)
    return refuse (error, _ ("It can end by COUNT or by UNTIL, not by both."));
  if (!yearly && (year_day || week))
    return refuse (error, _ ("BYYEARDAY and BYWEEKNO belong to yearly rules only."));
  if (rule->frequency == FF_FREQUENCY_WEEKLY && month_day)
    return refuse (error, _ ("BYMONTHDAY does not belong to weekly rules."));
  if (has_numbered_day (rule, 0) && ((!monthly && !yearly) || week))
    return refuse (error, _ ("Numbered weekdays such as 2TU belong to monthly and yearly rules."));
  if ((year_day && (week || month || month_day))
      || (week && (month_day || (month && rule->lists[FF_LIST_DAY] == NULL))))
    return refuse (error, _ ("BYYEARDAY or BYWEEKNO cannot stand beside these other parts."));
  if (week && has_week_at_turn_of_year (rule))
    return refuse (error, _ ("BYWEEKNO can name the weeks from 2 to 51."));
  if (times_a_day > MOST_TIMES_A_DAY)
    return refuse (error, _ ("It would be more than %d times a day."), MOST_TIMES_A_DAY);
  if (rule->lists[FF_LIST_POSITION] != NULL
      && ((!monthly && !yearly) || times_a_day > 1
          || (rule->lists[FF_LIST_DAY] == NULL && !month_day && !year_day && !week && !month)))
    return refuse (error, _ ("BYSETPOS needs a monthly or yearly rule with days to choose from."));
  if (rule->lists[FF_LIST_POSITION] != NULL
      && (counts_from_both_ends (rule, FF_LIST_MONTH_DAY)
          || counts_from_both_ends (rule, FF_LIST_YEAR_DAY)))
    return refuse (error, _ ("Beside BYSETPOS, days are counted either from the start or from the "
                             "end."));

  return TRUE;
}

/* INTERVAL=2 and no other INTERVAL. */
static gboolean
split_part (const char *part, GHashTable *seen, char **name, const char **value, GError **error)
{
  const char *equals = strchr (part, '=');
  g_autofree char *before = NULL;

  if (equals == NULL)
    return refuse (error, _ ("“%.40s” is not a rule that calendars know."), part);

  before = g_strndup (part, (gsize) (equals - part));
  *name = g_ascii_strup (before, -1);
  *value = equals + 1;
  if (!g_hash_table_add (seen, *name))
    return refuse (error, _ ("“%.40s” is there twice."), *name);

  return TRUE;
}

static gboolean
parse_text (FfRule *rule, const char *text, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      char *name;
      const char *value;

      /* some programs end a rule with a semicolon */
      if (*parts[i] == '\0' && i > 0 && parts[i + 1] == NULL)
        break;
      if (!split_part (parts[i], seen, &name, &value, error)
          || !parse_part (rule, name, value, error))
        return FALSE;
    }

  if (!g_hash_table_contains (seen, "FREQ"))
    return refuse (error, _ ("It does not say how often: FREQ is missing."));

  return check_parts (rule, error);
}

/**
 * ff_rule_parse:
 * @text: an RRULE's value (RFC 5545, section 3.3.10)
 * @error: %FF_MODEL_ERROR_RULE, with a sentence that says what is wrong
 *
 * Takes rules that repeat by the day or less often, to the minute, within 24 times a day.
 *
 * Returns: (transfer full): what the rule says, or %NULL
 */
FfRule *
ff_rule_parse (const char *text, GError **error)
{
  g_autoptr (FfRule) rule = g_new0 (FfRule, 1);

  g_atomic_ref_count_init (&rule->ref_count);
  rule->interval = 1;
  rule->week_start = 1;

  if (strlen (text) > LONGEST_TEXT)
    {
      refuse (error, _ ("The rule is longer than %d characters."), LONGEST_TEXT);
      return NULL;
    }
  if (!parse_text (rule, text, error))
    return NULL;

  return g_steal_pointer (&rule);
}

/**
 * ff_rule_ref:
 * @rule: a rule, not to be changed any more
 *
 * Returns: (transfer full): @rule, to be freed once more
 */
FfRule *
ff_rule_ref (FfRule *rule)
{
  g_atomic_ref_count_inc (&rule->ref_count);
  return rule;
}

/**
 * ff_rule_free:
 * @rule: (transfer full) (nullable): a rule
 */
void
ff_rule_free (FfRule *rule)
{
  if (rule == NULL || !g_atomic_ref_count_dec (&rule->ref_count))
    return;

  for (guint i = 0; i < FF_N_LISTS; i++)
    g_clear_pointer (&rule->lists[i], g_array_unref);
  g_free (rule);
}

/**
 * ff_rule_contains:
 * @rule: a rule
 * @list: one of its lists
 * @value: a number
 *
 * Returns: whether the list is there and has @value
 */
gboolean
ff_rule_contains (const FfRule *rule, FfList list, int value)
{
  for (guint i = 0; i < count_list (rule, list); i++)
    {
      if (g_array_index (rule->lists[list], int, i) == value)
        return TRUE;
    }

  return FALSE;
}

/**
 * ff_rule_lists_only_days:
 * @rule: a rule
 *
 * Returns: whether BYDAY is the only list that it has, if any
 */
gboolean
ff_rule_lists_only_days (const FfRule *rule)
{
  for (guint i = 0; i < FF_N_LISTS; i++)
    {
      if (i != FF_LIST_DAY && rule->lists[i] != NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * ff_list_get_name:
 * @list: a list of a rule
 *
 * Returns: (transfer none): what the part is called, such as "BYDAY"
 */
const char *
ff_list_get_name (FfList list)
{
  g_return_val_if_fail (list < FF_N_LISTS, NULL);

  return lists[list].name;
}

/**
 * ff_list_to_string:
 * @list: a list of a rule
 * @values: (element-type int): its numbers, for %FF_LIST_DAY made by FF_DAY()
 *
 * Returns: (transfer full): the part's value, such as "MO,-1TH"
 */
char *
ff_list_to_string (FfList list, GArray *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const int value = g_array_index (values, int, i);

      if (i > 0)
        g_string_append_c (text, ',');
      if (list != FF_LIST_DAY)
        g_string_append_printf (text, "%d", value);
      else if (FF_DAY_NUMBER (value) == 0)
        g_string_append (text, weekdays[FF_DAY_WEEKDAY (value) - 1]);
      else
        g_string_append_printf (text, "%d%s", FF_DAY_NUMBER (value),
                                weekdays[FF_DAY_WEEKDAY (value) - 1]);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_list (GString *text, const FfRule *rule, FfList list)
{
  g_autofree char *value = ff_list_to_string (list, rule->lists[list]);

  g_string_append_printf (text, ";%s=%s", lists[list].name, value);
}

/**
 * ff_rule_to_string:
 * @rule: a rule
 *
 * Returns: (transfer full): the rule in one form, each list sorted, without its UNTIL
 */
char *
ff_rule_to_string (const FfRule *rule)
{
  g_autoptr (GString) text = g_string_new ("FREQ=");

  g_string_append (text, frequencies[rule->frequency]);
  g_string_append_printf (text, ";INTERVAL=%d;WKST=%s", rule->interval,
                          weekdays[rule->week_start - 1]);
  if (rule->count > 0)
    g_string_append_printf (text, ";COUNT=%d", rule->count);
  for (guint i = 0; i < FF_N_LISTS; i++)
    {
      if (rule->lists[i] != NULL)
        append_list (text, rule, (FfList) i);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
