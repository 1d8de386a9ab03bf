/* ff-volunteer-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer with all they have, to rows and back.
 */

#include "ff-config.h"

#include "ff-fold.h"
#include "ff-roster-rows.h"

#define MOST_VALUES 4

/* The first ones are the sets, by their own numbers. */
typedef enum
{
  PART_AVAILABILITIES = FF_N_VOLUNTEER_SETS,
  PART_ABSENCES,
  PART_TRAININGS,
  PART_STEPS,
} Part;

#define N_PARTS (PART_STEPS + 1)

#define LISTS(sql)                                                                                 \
  sql " ORDER BY t.volunteer_id, t.position", sql " WHERE t.volunteer_id = ?1 ORDER BY t.position"

/* ?1 the volunteer's id, ?2 the position, then the values. */
static const struct
{
  const char *list_all;
  const char *list_one;
  const char *clear;
  const char *insert;
  guint n_values;
} parts[N_PARTS] = {
  [FF_VOLUNTEER_LANGUAGES]
  = { LISTS ("SELECT t.volunteer_id, t.language FROM volunteer_languages AS t"),
      "DELETE FROM volunteer_languages WHERE volunteer_id = ?1",
      "INSERT INTO volunteer_languages (volunteer_id, position, language) VALUES (?1, ?2, ?3)", 1 },
  [FF_VOLUNTEER_PROGRAMMES]
  = { LISTS ("SELECT t.volunteer_id, t.programme FROM volunteer_programmes AS t"),
      "DELETE FROM volunteer_programmes WHERE volunteer_id = ?1",
      "INSERT INTO volunteer_programmes (volunteer_id, position, programme) VALUES (?1, ?2, ?3)",
      1 },
  [FF_VOLUNTEER_ROLES] = { LISTS ("SELECT t.volunteer_id, r.uid FROM volunteer_roles AS t"
                                  " JOIN roles AS r ON r.id = t.role_id"),
                           "DELETE FROM volunteer_roles WHERE volunteer_id = ?1",
                           "INSERT INTO volunteer_roles (volunteer_id, position, role_id)"
                           " VALUES (?1, ?2, (SELECT id FROM roles WHERE uid = ?3))",
                           1 },
  [FF_VOLUNTEER_GROUPS] = { LISTS ("SELECT t.volunteer_id, g.uid FROM volunteer_groups AS t"
                                   " JOIN groups AS g ON g.id = t.group_id"),
                            "DELETE FROM volunteer_groups WHERE volunteer_id = ?1",
                            "INSERT INTO volunteer_groups (volunteer_id, position, group_id)"
                            " VALUES (?1, ?2, (SELECT id FROM groups WHERE uid = ?3))",
                            1 },
  [PART_AVAILABILITIES]
  = { LISTS ("SELECT t.volunteer_id, t.weekday, t.from_minute, t.until_minute, t.wish"
             " FROM availabilities AS t"),
      "DELETE FROM availabilities WHERE volunteer_id = ?1",
      "INSERT INTO availabilities (volunteer_id, position, weekday, from_minute, until_minute, "
      "wish)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      4 },
  [PART_ABSENCES] = { LISTS ("SELECT t.volunteer_id, t.first, t.last, t.reason FROM absences AS t"),
                      "DELETE FROM absences WHERE volunteer_id = ?1",
                      "INSERT INTO absences (volunteer_id, position, first, last, reason)"
                      " VALUES (?1, ?2, ?3, ?4, ?5)",
                      3 },
  [PART_TRAININGS]
  = { LISTS ("SELECT t.volunteer_id, q.uid, t.done, t.until, t.document FROM trainings AS t"
             " JOIN requirements AS q ON q.id = t.requirement_id"),
      "DELETE FROM trainings WHERE volunteer_id = ?1",
      "INSERT INTO trainings (volunteer_id, position, requirement_id, done, until, document)"
      " VALUES (?1, ?2, (SELECT id FROM requirements WHERE uid = ?3), ?4, ?5, ?6)",
      4 },
  [PART_STEPS]
  = { LISTS ("SELECT t.volunteer_id, t.title, t.date FROM volunteer_steps AS t"),
      "DELETE FROM volunteer_steps WHERE volunteer_id = ?1",
      "INSERT INTO volunteer_steps (volunteer_id, position, title, date) VALUES (?1, ?2, ?3, ?4)",
      2 },
};

static const char save_volunteer[]
    = "INSERT INTO volunteers (uid, name, pronouns, mail, phone, zone, language, home,"
      " emergency_name, emergency_phone, notes, source, folded, serving, cap_week, cap_month,"
      " cap_in_row, only_groups, online_only, reach, latitude, longitude, sample, sequence,"
      " modified) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
      " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25) ON CONFLICT (uid) DO UPDATE SET"
      " name = excluded.name, pronouns = excluded.pronouns, mail = excluded.mail,"
      " phone = excluded.phone, zone = excluded.zone, language = excluded.language,"
      " home = excluded.home, emergency_name = excluded.emergency_name,"
      " emergency_phone = excluded.emergency_phone, notes = excluded.notes,"
      " source = excluded.source, folded = excluded.folded, serving = excluded.serving,"
      " cap_week = excluded.cap_week, cap_month = excluded.cap_month,"
      " cap_in_row = excluded.cap_in_row, only_groups = excluded.only_groups,"
      " online_only = excluded.online_only, reach = excluded.reach, latitude = excluded.latitude,"
      " longitude = excluded.longitude, sample = excluded.sample, sequence = sequence + 1,"
      " modified = excluded.modified WHERE (name, pronouns, mail, phone, zone, language, home,"
      " emergency_name, emergency_phone, notes, source, folded, serving, cap_week, cap_month,"
      " cap_in_row, only_groups, online_only, reach, latitude, longitude, sample) IS NOT"
      " (excluded.name, excluded.pronouns, excluded.mail, excluded.phone, excluded.zone,"
      " excluded.language, excluded.home, excluded.emergency_name, excluded.emergency_phone,"
      " excluded.notes, excluded.source, excluded.folded, excluded.serving, excluded.cap_week,"
      " excluded.cap_month, excluded.cap_in_row, excluded.only_groups, excluded.online_only,"
      " excluded.reach, excluded.latitude, excluded.longitude, excluded.sample)";

static void
append_digits (GString *text, const char *phone)
{
  for (const char *c = phone; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (text, *c);
}

char *
ff_volunteer_make_folded (FfVolunteer *volunteer)
{
  const char *phone = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_PHONE);
  g_autoptr (GString) text = g_string_new (ff_volunteer_get_name (volunteer));

  g_string_append_printf (text, " %s %s ", ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL),
                          phone);
  append_digits (text, phone);
  return ff_fold (text->str);
}

static gboolean
save_own_row (FfConnection *connection, FfVolunteer *volunteer, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, save_volunteer);
  g_autofree char *folded = ff_volunteer_make_folded (volunteer);
  double latitude, longitude;

  ff_statement_bind_text (statement, 1, ff_volunteer_get_uid (volunteer));
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    ff_statement_bind_text (statement, 2 + (int) i,
                            ff_volunteer_get_text (volunteer, (FfVolunteerText) i));
  ff_statement_bind_text (statement, 13, folded);
  ff_statement_bind_int (statement, 14, ff_volunteer_get_serving (volunteer));
  for (guint i = 0; i < FF_N_CAPS; i++)
    ff_statement_bind_int (statement, 15 + (int) i, ff_volunteer_get_cap (volunteer, (FfCap) i));
  ff_statement_bind_int (statement, 18, ff_volunteer_get_only_groups (volunteer) ? 1 : 0);
  ff_statement_bind_int (statement, 19, ff_volunteer_get_online_only (volunteer) ? 1 : 0);
  ff_statement_bind_int (statement, 20, ff_volunteer_get_reach (volunteer));
  if (ff_volunteer_get_position (volunteer, &latitude, &longitude))
    {
      ff_statement_bind_double (statement, 21, latitude);
      ff_statement_bind_double (statement, 22, longitude);
    }
  ff_statement_bind_int (statement, 23, ff_volunteer_get_sample (volunteer) ? 1 : 0);
  ff_statement_bind_int (statement, 24, ff_volunteer_get_sequence (volunteer));
  ff_statement_bind_int (statement, 25, modified);
  return ff_statement_run (statement, error);
}

static guint
count_rows (FfVolunteer *volunteer, guint part)
{
  switch (part)
    {
    case PART_AVAILABILITIES:
      return ff_volunteer_get_availability (volunteer)->len;
    case PART_ABSENCES:
      return ff_volunteer_get_absences (volunteer)->len;
    case PART_TRAININGS:
      return ff_volunteer_get_trainings (volunteer)->len;
    case PART_STEPS:
      return ff_volunteer_get_steps (volunteer)->len;
    default:
      return g_strv_length ((GStrv) ff_volunteer_get_set (volunteer, (FfVolunteerSet) part));
    }
}

typedef struct
{
  const char *values[MOST_VALUES];
  char numbers[MOST_VALUES][12];
} Row;

static void
describe_availability (const FfAvailability *hours, Row *row)
{
  const guint numbers[] = { hours->weekday, hours->from, hours->until, hours->wish };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_snprintf (row->numbers[i], sizeof row->numbers[i], "%u", numbers[i]);
      row->values[i] = row->numbers[i];
    }
}

static void
describe_absence (const FfAbsence *absence, Row *row)
{
  row->values[0] = absence->from;
  row->values[1] = absence->until;
  row->values[2] = absence->reason;
}

static void
describe_training (const FfTraining *training, Row *row)
{
  row->values[0] = training->requirement;
  row->values[1] = training->done;
  row->values[2] = training->until;
  row->values[3] = training->document;
}

static void
describe_step (const FfStep *step, Row *row)
{
  row->values[0] = step->title;
  row->values[1] = step->date;
}

/* What the row says, as text: a STRICT table makes numbers of it where it wants numbers. */
static void
describe (FfVolunteer *volunteer, guint part, guint i, Row *row)
{
  switch (part)
    {
    case PART_AVAILABILITIES:
      describe_availability (
          &g_array_index (ff_volunteer_get_availability (volunteer), FfAvailability, i), row);
      break;
    case PART_ABSENCES:
      describe_absence (ff_volunteer_get_absences (volunteer)->pdata[i], row);
      break;
    case PART_TRAININGS:
      describe_training (ff_volunteer_get_trainings (volunteer)->pdata[i], row);
      break;
    case PART_STEPS:
      describe_step (ff_volunteer_get_steps (volunteer)->pdata[i], row);
      break;
    default:
      row->values[0] = ff_volunteer_get_set (volunteer, (FfVolunteerSet) part)[i];
      break;
    }
}

static gboolean
is_same_row (FfStatement *stored, const Row *row, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (g_strcmp0 (ff_statement_get_text (stored, 1 + (int) i), row->values[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
compare_part (FfConnection *connection,
              FfVolunteer *volunteer,
              gint64 id,
              guint part,
              gboolean *is_same,
              GError **error)
{
  g_autoptr (FfStatement) stored = ff_statement_new (connection, parts[part].list_one);
  guint count = count_rows (volunteer, part);
  guint i = 0;

  *is_same = TRUE;
  ff_statement_bind_int (stored, 1, id);
  while (*is_same && ff_statement_next (stored))
    {
      Row row = { { NULL }, { { 0 } } };

      if (i < count)
        describe (volunteer, part, i, &row);
      *is_same = i++ < count && is_same_row (stored, &row, parts[part].n_values);
    }
  *is_same = *is_same && i == count;
  return ff_statement_finish (stored, error);
}

static gboolean
replace_part (FfConnection *connection,
              FfVolunteer *volunteer,
              gint64 id,
              guint part,
              GError **error)
{
  g_autoptr (FfStatement) clear = ff_statement_new (connection, parts[part].clear);
  g_autoptr (FfStatement) insert = ff_statement_new (connection, parts[part].insert);
  guint count = count_rows (volunteer, part);

  ff_statement_bind_int (clear, 1, id);
  if (!ff_statement_run (clear, error))
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      Row row = { { NULL }, { { 0 } } };

      describe (volunteer, part, i, &row);
      ff_statement_bind_int (insert, 1, id);
      ff_statement_bind_int (insert, 2, i);
      for (guint j = 0; j < parts[part].n_values; j++)
        ff_statement_bind_text (insert, 3 + (int) j, row.values[j]);
      if (!ff_statement_run (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_volunteer (FfConnection *connection,
                const char *uid,
                gint64 *id,
                gint64 *sequence,
                GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT id, sequence FROM volunteers WHERE uid = ?1");

  *id = 0;
  *sequence = -1;
  ff_statement_bind_text (statement, 1, uid);
  if (ff_statement_next (statement))
    {
      *id = ff_statement_get_int (statement, 0);
      *sequence = ff_statement_get_int (statement, 1);
    }
  return ff_statement_finish (statement, error);
}

static gboolean
save_parts (FfConnection *connection,
            FfVolunteer *volunteer,
            gint64 id,
            gboolean *is_changed,
            GError **error)
{
  gboolean is_same;

  *is_changed = FALSE;
  for (guint part = 0; part < N_PARTS; part++)
    {
      if (!compare_part (connection, volunteer, id, part, &is_same, error))
        return FALSE;
      if (is_same)
        continue;
      *is_changed = TRUE;
      if (!replace_part (connection, volunteer, id, part, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
revise (FfConnection *connection, gint64 id, gint64 modified, GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (
      connection, "UPDATE volunteers SET sequence = sequence + 1, modified = ?2 WHERE id = ?1");

  ff_statement_bind_int (statement, 1, id);
  ff_statement_bind_int (statement, 2, modified);
  return ff_statement_run (statement, error);
}

gboolean
ff_volunteer_row_save (FfConnection *connection,
                       FfVolunteer *volunteer,
                       gint64 modified,
                       GError **error)
{
  const char *uid = ff_volunteer_get_uid (volunteer);
  gint64 id, before, sequence;
  gboolean is_changed;

  if (!find_volunteer (connection, uid, &id, &before, error)
      || !save_own_row (connection, volunteer, modified, error)
      || !find_volunteer (connection, uid, &id, &sequence, error)
      || !save_parts (connection, volunteer, id, &is_changed, error))
    return FALSE;
  /* Only what they have several of is different. */
  if (is_changed && sequence == before)
    return revise (connection, id, modified, error);
  return TRUE;
}

static FfVolunteer *
read_own_row (FfStatement *row)
{
  FfVolunteer *volunteer = ff_volunteer_new (ff_statement_get_text (row, 1));

  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    ff_volunteer_set_text (volunteer, (FfVolunteerText) i,
                           ff_statement_get_text (row, 2 + (int) i));
  ff_volunteer_set_serving (volunteer, (FfServing) ff_statement_get_int (row, 13));
  for (guint i = 0; i < FF_N_CAPS; i++)
    ff_volunteer_set_cap (volunteer, (FfCap) i, (guint) ff_statement_get_int (row, 14 + (int) i));
  ff_volunteer_set_only_groups (volunteer, ff_statement_get_int (row, 17) != 0);
  ff_volunteer_set_online_only (volunteer, ff_statement_get_int (row, 18) != 0);
  ff_volunteer_set_reach (volunteer, (guint) ff_statement_get_int (row, 19));
  if (!ff_statement_is_null (row, 20) && !ff_statement_is_null (row, 21))
    ff_volunteer_set_position (volunteer, ff_statement_get_double (row, 20),
                               ff_statement_get_double (row, 21));
  ff_volunteer_set_sample (volunteer, ff_statement_get_int (row, 22) != 0);
  ff_volunteer_set_revision (volunteer, (guint) ff_statement_get_int (row, 23),
                             ff_statement_get_int (row, 24));
  return volunteer;
}

static void
take_availability (FfVolunteer *volunteer, FfStatement *row)
{
  FfAvailability hours = {
    (guint) ff_statement_get_int (row, 1),
    (guint) ff_statement_get_int (row, 2),
    (guint) ff_statement_get_int (row, 3),
    (FfWish) ff_statement_get_int (row, 4),
  };

  g_array_append_val (ff_volunteer_get_availability (volunteer), hours);
}

static void
take_part (FfVolunteer *volunteer, guint part, FfStatement *row)
{
  switch (part)
    {
    case PART_AVAILABILITIES:
      take_availability (volunteer, row);
      break;
    case PART_ABSENCES:
      g_ptr_array_add (ff_volunteer_get_absences (volunteer),
                       ff_absence_new (ff_statement_get_text (row, 1),
                                       ff_statement_get_text (row, 2),
                                       ff_statement_get_text (row, 3)));
      break;
    case PART_TRAININGS:
      g_ptr_array_add (
          ff_volunteer_get_trainings (volunteer),
          ff_training_new (ff_statement_get_text (row, 1), ff_statement_get_text (row, 2),
                           ff_statement_get_text (row, 3), ff_statement_get_text (row, 4)));
      break;
    case PART_STEPS:
      g_ptr_array_add (ff_volunteer_get_steps (volunteer),
                       ff_step_new (ff_statement_get_text (row, 1),
                                    ff_statement_get_text (row, 2)));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Values of a set gathered row by row, as they come one volunteer after the other. */
typedef struct
{
  FfVolunteer *volunteer;
  FfVolunteerSet set;
  GPtrArray *values;
} Gathering;

static void
gather (Gathering *gathering, FfVolunteer *volunteer, const char *value)
{
  if (volunteer != gathering->volunteer && gathering->volunteer != NULL)
    {
      g_ptr_array_add (gathering->values, NULL);
      ff_volunteer_set_set (gathering->volunteer, gathering->set,
                            (const char *const *) gathering->values->pdata);
      g_ptr_array_set_size (gathering->values, 0);
    }
  gathering->volunteer = volunteer;
  if (value != NULL)
    g_ptr_array_add (gathering->values, g_strdup (value));
}

/* @by_id: (element-type gint64 FfVolunteer), the ids as pointers */
static gboolean
read_part (FfStatement *statement, GHashTable *by_id, guint part, GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  Gathering gathering = { NULL, (FfVolunteerSet) part, values };

  while (ff_statement_next (statement))
    {
      FfVolunteer *volunteer
          = g_hash_table_lookup (by_id, GSIZE_TO_POINTER (ff_statement_get_int (statement, 0)));

      if (volunteer == NULL)
        continue;
      if (part < FF_N_VOLUNTEER_SETS)
        gather (&gathering, volunteer, ff_statement_get_text (statement, 1));
      else
        take_part (volunteer, part, statement);
    }
  gather (&gathering, NULL, NULL);
  return ff_statement_finish (statement, error);
}

FfVolunteer *
ff_volunteer_row_get (FfConnection *connection, const char *uid, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT " FF_VOLUNTEER_COLUMNS " FROM volunteers AS v WHERE v.uid = ?1");
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);
  g_autoptr (FfVolunteer) volunteer = NULL;
  gint64 id = 0;

  ff_statement_bind_text (statement, 1, uid);
  if (ff_statement_next (statement))
    {
      id = ff_statement_get_int (statement, 0);
      volunteer = read_own_row (statement);
      g_hash_table_insert (by_id, GSIZE_TO_POINTER (id), volunteer);
    }
  if (!ff_statement_finish (statement, error))
    return NULL;
  for (guint part = 0; volunteer != NULL && part < N_PARTS; part++)
    {
      g_autoptr (FfStatement) rows = ff_statement_new (connection, parts[part].list_one);

      ff_statement_bind_int (rows, 1, id);
      if (!read_part (rows, by_id, part, error))
        return NULL;
    }
  return g_steal_pointer (&volunteer);
}

gboolean
ff_volunteer_rows_load (FfConnection *connection, FfRoster *roster, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection, "SELECT " FF_VOLUNTEER_COLUMNS
                                      " FROM volunteers AS v ORDER BY v.folded, v.uid");
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);

  while (ff_statement_next (statement))
    {
      FfVolunteer *volunteer = read_own_row (statement);

      g_hash_table_insert (by_id, GSIZE_TO_POINTER (ff_statement_get_int (statement, 0)),
                           volunteer);
      ff_roster_take_volunteer (roster, volunteer);
    }
  if (!ff_statement_finish (statement, error))
    return FALSE;
  for (guint part = 0; part < N_PARTS; part++)
    {
      g_autoptr (FfStatement) rows = ff_statement_new (connection, parts[part].list_all);

      if (!read_part (rows, by_id, part, error))
        return FALSE;
    }
  return TRUE;
}
