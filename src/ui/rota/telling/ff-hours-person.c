/* ff-hours-person.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hours of a year by volunteer, in words and as a table.
 */

#include "ff-config.h"

#include "ff-hours-person.h"

#include <glib/gi18n-lib.h>

#include "ff-csv-rows.h"
#include "ff-duty-letter.h"

struct _FfHoursPerson
{
  GObject parent_instance;

  FfVolunteer *volunteer;
  FfVolunteerHours *hours; /* (nullable): none */
};

G_DEFINE_FINAL_TYPE (FfHoursPerson, ff_hours_person, G_TYPE_OBJECT)

static void
ff_hours_person_finalize (GObject *object)
{
  FfHoursPerson *self = FF_HOURS_PERSON (object);

  g_clear_object (&self->volunteer);
  g_clear_object (&self->hours);

  G_OBJECT_CLASS (ff_hours_person_parent_class)->finalize (object);
}

static void
ff_hours_person_class_init (FfHoursPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_hours_person_finalize;
}

static void
ff_hours_person_init (FfHoursPerson *self)
{
}

FfVolunteer *
ff_hours_person_get_volunteer (FfHoursPerson *self)
{
  g_return_val_if_fail (FF_IS_HOURS_PERSON (self), NULL);

  return self->volunteer;
}

/**
 * ff_hours_person_get_duties:
 * @self: somebody
 *
 * Returns: how many duties they held
 */
guint
ff_hours_person_get_duties (FfHoursPerson *self)
{
  g_return_val_if_fail (FF_IS_HOURS_PERSON (self), 0);

  return self->hours != NULL ? ff_volunteer_hours_get_duties (self->hours) : 0;
}

/**
 * ff_hours_person_get_minutes:
 * @self: somebody
 *
 * Returns: what duties and all else came to
 */
guint
ff_hours_person_get_minutes (FfHoursPerson *self)
{
  g_return_val_if_fail (FF_IS_HOURS_PERSON (self), 0);

  return self->hours != NULL ? ff_volunteer_hours_get_duty_minutes (self->hours)
                                   + ff_volunteer_hours_get_own_minutes (self->hours)
                             : 0;
}

/**
 * ff_hours_person_get_entries:
 * @self: somebody
 *
 * Returns: (transfer none) (nullable) (element-type FfHoursEntry): hours beyond duties, by date
 */
GPtrArray *
ff_hours_person_get_entries (FfHoursPerson *self)
{
  g_return_val_if_fail (FF_IS_HOURS_PERSON (self), NULL);

  return self->hours != NULL ? ff_volunteer_hours_get_entries (self->hours) : NULL;
}

/**
 * ff_hours_describe_minutes:
 * @minutes: how long
 *
 * Returns: (transfer full): in hours, to the quarter
 */
char *
ff_hours_describe_minutes (guint minutes)
{
  const guint quarters = (minutes + 7) / 15;
  g_autofree char *figures = g_strdup_printf ("%g", quarters / 4.0);

  /* Translators: %s is a number such as 1 or 18.5 */
  return g_strdup_printf (ngettext ("%s hour", "%s hours", quarters == 4 ? 1 : 2), figures);
}

/**
 * ff_hours_person_describe:
 * @self: somebody
 *
 * Returns: (transfer full): how many duties, where there are any, and what all came to
 */
char *
ff_hours_person_describe (FfHoursPerson *self)
{
  const guint n = ff_hours_person_get_duties (self);
  g_autofree char *duties = g_strdup_printf (ngettext ("%u duty", "%u duties", n), n);
  g_autofree char *hours = ff_hours_describe_minutes (ff_hours_person_get_minutes (self));

  if (ff_hours_person_get_minutes (self) == 0 && n == 0)
    return g_strdup (_ ("No hours"));
  if (n == 0)
    return g_steal_pointer (&hours);
  /* Translators: %1$s is “12 duties”, %2$s is “18 hours”: what those and other things came to */
  return g_strdup_printf (_ ("%1$s, %2$s in all"), duties, hours);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  FfHoursPerson *first = *(FfHoursPerson *const *) a, *second = *(FfHoursPerson *const *) b;

  return g_utf8_collate (ff_volunteer_get_name (first->volunteer),
                         ff_volunteer_get_name (second->volunteer));
}

/**
 * ff_hours_people_list:
 * @roster: with everybody
 * @hours: (element-type FfVolunteerHours): of those who have any
 *
 * Returns: (transfer full) (element-type FfHoursPerson): everybody, by name
 */
GPtrArray *
ff_hours_people_list (FfRoster *roster, GPtrArray *hours)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (roster);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hours->len; i++)
    {
      FfVolunteerHours *of = g_ptr_array_index (hours, i);

      g_hash_table_insert (by_uid, (gpointer) ff_volunteer_hours_get_volunteer (of), of);
    }
  for (guint i = 0; i < volunteers->len; i++)
    {
      FfHoursPerson *person = g_object_new (FF_TYPE_HOURS_PERSON, NULL);

      person->volunteer = g_object_ref (g_ptr_array_index (volunteers, i));
      g_set_object (&person->hours,
                    g_hash_table_lookup (by_uid, ff_volunteer_get_uid (person->volunteer)));
      g_ptr_array_add (people, person);
    }
  g_ptr_array_sort (people, compare_names);
  return people;
}

/* --- The table --- */

static void
append_row (GString *csv,
            const char *name,
            const char *what,
            const char *date,
            const char *duties,
            const char *minutes)
{
  const char *const cells[] = { name, what, date, duties, minutes };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      ff_csv_append_cell (csv, cells[i]);
    }
  g_string_append (csv, "\r\n");
}

static void
append_entries (GString *csv, const char *name, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const FfHoursEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *minutes = g_strdup_printf ("%u", entry->minutes);

      append_row (csv, name, entry->what, entry->date, "", minutes);
    }
}

/**
 * ff_hours_people_write_csv:
 * @people: (element-type FfHoursPerson): everybody
 *
 * A row for the duties of each, then one for each other entry.
 *
 * Returns: (transfer full): the table, rows ended by CRLF
 */
char *
ff_hours_people_write_csv (GPtrArray *people)
{
  GString *csv = g_string_new (NULL);

  append_row (csv, _ ("Name"), _ ("What"), _ ("Date"), _ ("Duties"), _ ("Minutes"));
  for (guint i = 0; i < people->len; i++)
    {
      FfHoursPerson *person = g_ptr_array_index (people, i);
      const char *name = ff_volunteer_get_name (person->volunteer);
      g_autofree char *duties = g_strdup_printf ("%u", ff_hours_person_get_duties (person));
      g_autofree char *minutes = NULL;

      if (person->hours == NULL)
        continue;
      minutes = g_strdup_printf ("%u", ff_volunteer_hours_get_duty_minutes (person->hours));
      if (ff_hours_person_get_duties (person) > 0)
        append_row (csv, name, _ ("Duties"), "", duties, minutes);
      append_entries (csv, name, ff_volunteer_hours_get_entries (person->hours));
    }
  return g_string_free_and_steal (csv);
}

/* --- Thanks --- */

static guint
count_meetings (FfHoursPerson *self)
{
  return self->hours != NULL ? ff_volunteer_hours_get_meetings (self->hours) : 0;
}

/**
 * ff_hours_person_write_thanks:
 * @self: somebody
 * @year: whose hours these are
 * @now: when it is written
 * @subject: (out) (optional) (transfer full): what it is about
 *
 * Returns: (transfer full): a letter in their language
 */
char *
ff_hours_person_write_thanks (FfHoursPerson *self, int year, GDateTime *now, char **subject)
{
  const FfLetterStyle style = { .now = now };

  g_return_val_if_fail (FF_IS_HOURS_PERSON (self), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  if (subject != NULL)
    *subject = ff_thanks_letter_make_subject (self->volunteer, &style);
  return ff_thanks_letter_write (self->volunteer, year, count_meetings (self),
                                 ff_hours_person_get_minutes (self), &style);
}

/**
 * ff_hours_people_write_thanks:
 * @people: (element-type FfHoursPerson): everybody
 * @year: whose hours these are
 * @now: when it is written
 *
 * Returns: (transfer full): a letter to each who gave any hours, apart by a line
 */
char *
ff_hours_people_write_thanks (GPtrArray *people, int year, GDateTime *now)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      FfHoursPerson *person = g_ptr_array_index (people, i);
      g_autofree char *text = NULL;

      if (ff_hours_person_get_minutes (person) == 0)
        continue;
      text = ff_hours_person_write_thanks (person, year, now, NULL);
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n———\n\n" : "", text);
    }
  return g_string_free_and_steal (all);
}
