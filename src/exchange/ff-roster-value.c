/* ff-roster-value.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of a volunteer as text: “yes”, “host; greeter”, “in training”; the parts that have dates and hours are in ff-roster-parts.c.
 */

#include "ff-config.h"

#include "ff-roster-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-roster-words.h"

#define MOST_CAP 99
#define MOST_REACH 20000

/* --- Signs --- */

/**
 * ff_roster_value_split:
 * @text: several values with “;” between them
 *
 * Returns: (transfer full): each of them, without the “\” before a sign
 */
GStrv
ff_roster_value_split (const char *text)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  const char *start = text;

  for (const char *c = text;; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == ';' || *c == '\n' || *c == '\0')
        {
          g_autofree char *value = g_strstrip (g_strndup (start, (gsize) (c - start)));

          if (*value != '\0')
            g_strv_builder_add (values, value);
          if (*c == '\0')
            return g_strv_builder_end (values);
          start = c + 1;
        }
    }
}

/**
 * ff_roster_value_escape:
 * @text: one value
 * @signs: what stands between values
 *
 * Returns: (transfer full): the same with “\” before each of @signs
 */
char *
ff_roster_value_escape (const char *text, const char *signs)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\n')
        {
          g_string_append (escaped, "\\n");
          continue;
        }
      if (*c == '\\' || *c == ';' || strchr (signs, *c) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *c);
    }
  return g_string_free_and_steal (escaped);
}

/**
 * ff_roster_value_unescape:
 * @text: what ff_roster_value_escape() gave
 *
 * Returns: (transfer full): the value
 */
char *
ff_roster_value_unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] == 'n')
        {
          g_string_append_c (plain, '\n');
          c++;
        }
      else if (*c == '\\' && c[1] != '\0')
        g_string_append_c (plain, *++c);
      else
        g_string_append_c (plain, *c);
    }
  return g_string_free_and_steal (plain);
}

/* --- Out --- */

static gboolean
get_naming (FfVolunteerSet set, FfRosterNaming *naming)
{
  switch (set)
    {
    case FF_VOLUNTEER_ROLES:
      *naming = FF_ROSTER_NAMES_ROLE;
      return TRUE;

    case FF_VOLUNTEER_GROUPS:
      *naming = FF_ROSTER_NAMES_GROUP;
      return TRUE;

    case FF_VOLUNTEER_PROGRAMMES:
      *naming = FF_ROSTER_NAMES_PROGRAMME;
      return TRUE;

    case FF_VOLUNTEER_LANGUAGES:
    default:
      return FALSE;
    }
}

static char *
write_set (FfVolunteer *volunteer, FfVolunteerSet set, const FfRosterKnown *known)
{
  const char *const *values = ff_volunteer_get_set (volunteer, set);
  g_autoptr (GString) text = g_string_new (NULL);
  FfRosterNaming naming;

  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *word = get_naming (set, &naming)
                             ? ff_roster_known_get_word (known, naming, values[i])
                             : values[i];
      g_autofree char *escaped = ff_roster_value_escape (word, "");

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", escaped);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
write_number (guint number)
{
  return number != 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

static char *
write_degrees (FfVolunteer *volunteer, FfRosterField field)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double latitude, longitude;

  if (!ff_volunteer_get_position (volunteer, &latitude, &longitude))
    return g_strdup ("");
  g_ascii_dtostr (text, sizeof text, field == FF_ROSTER_FIELD_LATITUDE ? latitude : longitude);
  return g_strdup (text);
}

static char *
write_other (FfRosterField field, FfVolunteer *volunteer, const FfRosterKnown *known)
{
  switch ((int) field)
    {
    case FF_ROSTER_FIELD_UID:
      return g_strdup (ff_volunteer_get_uid (volunteer));

    case FF_ROSTER_FIELD_SERVING:
      return g_strdup (ff_roster_words_get_serving (ff_volunteer_get_serving (volunteer)));

    case FF_ROSTER_FIELD_ONLY_GROUPS:
      return g_strdup (ff_volunteer_get_only_groups (volunteer) ? "yes" : "no");

    case FF_ROSTER_FIELD_ONLINE_ONLY:
      return g_strdup (ff_volunteer_get_online_only (volunteer) ? "yes" : "no");

    case FF_ROSTER_FIELD_REACH:
      return write_number (ff_volunteer_get_reach (volunteer));

    case FF_ROSTER_FIELD_LATITUDE:
    case FF_ROSTER_FIELD_LONGITUDE:
      return write_degrees (volunteer, field);

    default:
      return ff_roster_parts_write (field, volunteer, known);
    }
}

/**
 * ff_roster_value_write:
 * @field: a field
 * @volunteer: whose
 * @known: what names are made from
 *
 * Returns: (transfer full): what stands in its column; "" where there is nothing to say
 */
char *
ff_roster_value_write (FfRosterField field, FfVolunteer *volunteer, const FfRosterKnown *known)
{
  FfVolunteerText text;
  FfVolunteerSet set;
  FfCap cap;

  if (ff_roster_field_get_text (field, &text))
    return g_strdup (ff_volunteer_get_text (volunteer, text));
  if (ff_roster_field_get_set (field, &set))
    return write_set (volunteer, set, known);
  if (ff_roster_field_get_cap (field, &cap))
    return write_number (ff_volunteer_get_cap (volunteer, cap));
  return write_other (field, volunteer, known);
}

/* --- In --- */

static void
read_set (FfRosterField field, FfVolunteerSet set, const char *text, FfRosterTaking *taking)
{
  g_autofree char *signs = g_strdup (text);
  g_auto (GStrv) words = NULL;
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  FfRosterNaming naming;

  /* Languages have no commas in them. */
  if (!get_naming (set, &naming))
    g_strdelimit (signs, ",/", ';');
  words = ff_roster_value_split (signs);
  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *plain = ff_roster_value_unescape (*word);
      g_autofree char *language = NULL;
      const char *value;

      if (get_naming (set, &naming))
        value = ff_roster_taking_find (taking, field, naming, plain);
      else
        {
          value = language = ff_roster_words_find_language (plain);
          if (value == NULL)
            ff_roster_row_remark (taking->row,
                                  /* Translators: the name of a column, and what stands in it */
                                  _ ("%s: “%.60s” is not a known language and is left out. Write "
                                     "its code, such as “fr”."),
                                  ff_roster_field_get_title (field), plain);
        }
      if (value != NULL)
        g_strv_builder_add (values, value);
    }
  all = g_strv_builder_end (values);
  if (all[0] == NULL)
    taking->row->said &= ~FF_ROSTER_FIELD_BIT (field);
  ff_volunteer_set_set (taking->row->volunteer, set, (const char *const *) all);
}

static gboolean
check_mail (const char *text)
{
  const char *sign = strchr (text, '@');

  return sign != NULL && sign > text && sign[1] != '\0' && strchr (sign + 1, '@') == NULL
         && strpbrk (text, " \t\n,;<>") == NULL;
}

static gboolean
check_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    n_digits += g_unichar_isdigit (g_utf8_get_char (c)) ? 1 : 0;
  return n_digits >= 3;
}

static void
read_text (FfRosterField field, FfVolunteerText text, const char *value, FfRosterTaking *taking)
{
  g_autofree char *language = NULL;

  if (text == FF_VOLUNTEER_MAIL && !check_mail (value))
    ff_roster_row_refuse (taking->row, _ ("“%.60s” is not a mail address. Correct it."), value);
  else if (text == FF_VOLUNTEER_PHONE && !check_phone (value))
    ff_roster_row_refuse (taking->row, _ ("“%.60s” is not a phone number. Correct it."), value);
  else if (text == FF_VOLUNTEER_ZONE)
    value = ff_roster_taking_find (taking, field, FF_ROSTER_NAMES_ZONE, value);
  else if (text == FF_VOLUNTEER_LANGUAGE)
    {
      language = ff_roster_words_find_language (value);
      if (language == NULL)
        ff_roster_row_remark (taking->row,
                              /* Translators: the name of a column, and what stands in it */
                              _ ("%s: “%.60s” is not a known language and is left out. Write its "
                                 "code, such as “fr”."),
                              ff_roster_field_get_title (field), value);
      value = language;
    }
  if (value == NULL)
    taking->row->said &= ~FF_ROSTER_FIELD_BIT (field);
  else if (taking->row->volunteer != NULL)
    ff_volunteer_set_text (taking->row->volunteer, text, value);
}

static gboolean
read_number (FfRosterField field, const char *text, guint most, guint *number, FfRosterRow *row)
{
  guint64 value;

  *number = 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, most, &value, NULL))
    *number = (guint) value;
  else
    ff_roster_row_refuse (row,
                          /* Translators: the name of a column, what stands in it, and a number */
                          _ ("%s: “%.60s” is not a whole number up to %u. Correct it."),
                          ff_roster_field_get_title (field), text, most);
  return row->volunteer != NULL;
}

static gboolean
read_switch (FfRosterField field, const char *text, gboolean *value, FfRosterRow *row)
{
  if (!ff_roster_words_find_switch (text, value))
    ff_roster_row_refuse (row,
                          /* Translators: the name of a column, and what stands in it */
                          _ ("%s: “%.60s” is neither yes nor no. Correct it."),
                          ff_roster_field_get_title (field), text);
  return row->volunteer != NULL;
}

static void
read_degrees (FfRosterField field, const char *text, FfRosterTaking *taking)
{
  const double most = field == FF_ROSTER_FIELD_LATITUDE ? 90 : 180;
  char *end;
  const double value = g_ascii_strtod (text, &end);

  if (*end != '\0' || !isfinite (value) || fabs (value) > most)
    ff_roster_row_refuse (taking->row,
                          /* Translators: the name of a column, and what stands in it */
                          _ ("%s: “%.60s” is not a number of degrees. Write it such as 49.25."),
                          ff_roster_field_get_title (field), text);
  else if (field == FF_ROSTER_FIELD_LATITUDE)
    taking->latitude = value;
  else
    taking->longitude = value;
}

static void
read_serving (const char *text, FfRosterTaking *taking)
{
  FfServing serving;

  if (ff_roster_words_find_serving (text, &serving))
    ff_volunteer_set_serving (taking->row->volunteer, serving);
  else
    ff_roster_row_refuse (taking->row,
                          /* Translators: the name of a column, and what stands in it */
                          _ ("%s: “%.60s” is none of “interested”, “in training”, “active” and "
                             "“resting”. Correct it."),
                          ff_roster_field_get_title (FF_ROSTER_FIELD_SERVING), text);
}

/* Of another program, the number is where the volunteer came from. */
static void
read_uid (const char *text, FfRosterTaking *taking)
{
  FfVolunteer *volunteer = taking->row->volunteer;
  FfRoster *roster = ff_roster_known_get_roster (taking->reading->known);

  if (ff_roster_find_volunteer (roster, text) != NULL)
    g_set_str (&taking->uid, text);
  else if (g_uuid_string_is_valid (text))
    {
      /* It is the same one in large letters (RFC 9562, 4). */
      g_free (taking->uid);
      taking->uid = g_ascii_strdown (text, -1);
    }
  else if (*ff_volunteer_get_text (volunteer, FF_VOLUNTEER_SOURCE) == '\0')
    read_text (FF_ROSTER_FIELD_SOURCE, FF_VOLUNTEER_SOURCE, text, taking);
}

static void
read_other (FfRosterField field, const char *text, FfRosterTaking *taking)
{
  FfVolunteer *volunteer = taking->row->volunteer;
  gboolean value;
  guint number;

  switch ((int) field)
    {
    case FF_ROSTER_FIELD_UID:
      read_uid (text, taking);
      break;

    case FF_ROSTER_FIELD_FIRST_NAME:
      g_set_str (&taking->first_name, text);
      break;

    case FF_ROSTER_FIELD_LAST_NAME:
      g_set_str (&taking->last_name, text);
      break;

    case FF_ROSTER_FIELD_SERVING:
      read_serving (text, taking);
      break;

    case FF_ROSTER_FIELD_ONLY_GROUPS:
      if (read_switch (field, text, &value, taking->row))
        ff_volunteer_set_only_groups (volunteer, value);
      break;

    case FF_ROSTER_FIELD_ONLINE_ONLY:
      if (read_switch (field, text, &value, taking->row))
        ff_volunteer_set_online_only (volunteer, value);
      break;

    case FF_ROSTER_FIELD_REACH:
      if (read_number (field, text, MOST_REACH, &number, taking->row))
        ff_volunteer_set_reach (volunteer, number);
      break;

    case FF_ROSTER_FIELD_LATITUDE:
    case FF_ROSTER_FIELD_LONGITUDE:
      read_degrees (field, text, taking);
      break;

    default:
      ff_roster_parts_read (field, text, taking);
    }
}

/**
 * ff_roster_value_read:
 * @field: a field
 * @text: what stands in its column
 * @taking: who is being read
 *
 * An empty text says nothing, and nothing of what is stored goes by it.
 */
void
ff_roster_value_read (FfRosterField field, const char *text, FfRosterTaking *taking)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  FfVolunteerText text_of;
  FfVolunteerSet set;
  FfCap cap;
  guint number;

  if (*value == '\0' || field == FF_ROSTER_FIELD_NONE || taking->row->refused != NULL)
    return;
  if (strstr (value, "\xEF\xBF\xBD") != NULL)
    {
      ff_roster_row_refuse (taking->row,
                            /* Translators: the name of a column */
                            _ ("%s: it has letters that were lost before (“�”). Write them in."),
                            ff_roster_field_get_title (field));
      return;
    }
  taking->row->said |= FF_ROSTER_FIELD_BIT (field);
  if (ff_roster_field_get_text (field, &text_of))
    read_text (field, text_of, value, taking);
  else if (ff_roster_field_get_set (field, &set))
    read_set (field, set, value, taking);
  else if (!ff_roster_field_get_cap (field, &cap))
    read_other (field, value, taking);
  else if (read_number (field, value, MOST_CAP, &number, taking->row))
    ff_volunteer_set_cap (taking->row->volunteer, cap, number);
}
