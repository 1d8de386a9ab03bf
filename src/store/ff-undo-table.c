/* ff-undo-table.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-undo-table.h"

#include "ff-statement.h"

struct _FfUndoTables
{
  char *works[FF_N_UNDO_TABLES][FF_N_UNDO_WORKS];
};

static const struct
{
  const char *name;
  const char *derived; /* (nullable): a column that the schema's own triggers fill */
  const char
      *yields; /* "1": what was changed since is left as it is now, and is no reason to refuse */
  const char
      *leaves; /* "1": nothing refers to its rows, so they change places by going and coming back */
  gboolean
      is_shared; /* with other people, so its rows say which revision they are, and from when */
} tables[FF_N_UNDO_TABLES] = {
  [FF_UNDO_HOLIDAYS] = { "holiday_calendars", NULL, "0", "0", TRUE },
  [FF_UNDO_GROUPS] = { "groups", NULL, "0", "0", TRUE },
  [FF_UNDO_HELP_LINES] = { "help_lines", NULL, "0", "0", FALSE },
  [FF_UNDO_MEETINGS] = { "meetings", NULL, "0", "0", TRUE },
  [FF_UNDO_OVERRIDES] = { "overrides", NULL, "0", "1", TRUE },
  [FF_UNDO_SESSIONS] = { "sessions", NULL, "0", "0", FALSE },
  [FF_UNDO_HANDOUTS] = { "session_handouts", NULL, "0", "0", FALSE },
  [FF_UNDO_PARTICIPANTS] = { "participants", "last_seen", "0", "0", FALSE },
  [FF_UNDO_CHECK_INS] = { "check_ins", NULL, "0", "0", FALSE },
  [FF_UNDO_PLAN_ITEMS] = { "plan_items", NULL, "1", "0", FALSE },
  [FF_UNDO_OWN_HANDOUTS] = { "own_handouts", NULL, "0", "0", TRUE },
  [FF_UNDO_MARKS] = { "handout_marks", NULL, "1", "0", FALSE },
  [FF_UNDO_REQUIREMENTS] = { "requirements", NULL, "0", "0", TRUE },
  [FF_UNDO_ROLES] = { "roles", NULL, "0", "0", TRUE },
  [FF_UNDO_ROLE_REQUIREMENTS] = { "role_requirements", NULL, "0", "1", FALSE },
  [FF_UNDO_NEEDS] = { "needs", NULL, "0", "1", FALSE },
  [FF_UNDO_VOLUNTEERS] = { "volunteers", NULL, "0", "0", TRUE },
  [FF_UNDO_VOLUNTEER_LANGUAGES] = { "volunteer_languages", NULL, "0", "1", FALSE },
  [FF_UNDO_VOLUNTEER_PROGRAMMES] = { "volunteer_programmes", NULL, "0", "1", FALSE },
  [FF_UNDO_VOLUNTEER_ROLES] = { "volunteer_roles", NULL, "0", "1", FALSE },
  [FF_UNDO_VOLUNTEER_GROUPS] = { "volunteer_groups", NULL, "0", "1", FALSE },
  [FF_UNDO_AVAILABILITIES] = { "availabilities", NULL, "0", "1", FALSE },
  [FF_UNDO_ABSENCES] = { "absences", NULL, "0", "1", FALSE },
  [FF_UNDO_TRAININGS] = { "trainings", NULL, "0", "1", FALSE },
  [FF_UNDO_STEPS] = { "volunteer_steps", NULL, "0", "1", FALSE },
  [FF_UNDO_ASSIGNMENTS] = { "assignments", NULL, "0", "1", TRUE },
  [FF_UNDO_RELIEVED] = { "relieved_duties", NULL, "0", "1", FALSE },
  [FF_UNDO_HOURS] = { "hours", NULL, "0", "1", FALSE },
  [FF_UNDO_APART] = { "volunteers_apart", NULL, "0", "1", FALSE },
};

#define STEP "(SELECT step FROM temp.undo_state)"
#define WHILE_RECORDING " WHEN " STEP " IS NOT NULL"
/* Not by “OR IGNORE”: a trigger does as the statement says that fires it. */
#define UNLESS_KEPT(is_row)                                                                        \
  " WHERE NOT EXISTS (SELECT 1 FROM temp.undo_{table} AS u WHERE u.step = " STEP " AND " is_row ")"
#define KEEP_OLD                                                                                   \
  " BEGIN INSERT INTO undo_{table} (step, existed, {key_names}, {old_names})"                      \
  " SELECT " STEP ", 1, {old_keys}, {old_values}" UNLESS_KEPT ("{is_old}") "; END;"

static const char preparation[]
    = "CREATE TEMP TABLE undo_{table}"
      " (step INTEGER, existed INTEGER, exists_now INTEGER NOT NULL DEFAULT 0, {key_columns},"
      " {images});"
      "CREATE UNIQUE INDEX temp.undo_{table}_rows ON undo_{table} (step, {key_names});"
      "CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON main.{table}" WHILE_RECORDING
      " BEGIN INSERT INTO undo_{table} (step, existed, {key_names})"
      " SELECT " STEP ", 0, {new_keys}" UNLESS_KEPT (
          "{is_new}") "; END;"
                      "CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE OF {names} ON "
                      "main.{table}" WHILE_RECORDING KEEP_OLD
                      "CREATE TEMP TRIGGER undo_{table}_delete AFTER DELETE ON "
                      "main.{table}" WHILE_RECORDING KEEP_OLD;

#define MOVED "(old_meeting_id IS NOT new_meeting_id OR old_rule_time IS NOT new_rule_time)"
#define OF_ROWS "({keys}) IN (SELECT {key_names} FROM temp.undo_{table} WHERE step = ?1 AND "

static const char *const works[FF_N_UNDO_WORKS] = {
  [FF_UNDO_KEEP_AFTER] = "UPDATE temp.undo_{table} AS u SET exists_now = 1, {keep}"
                         " FROM main.{table} AS t WHERE u.step = ?1 AND {is_row}",
  [FF_UNDO_PASS_OVER] = "DELETE FROM temp.undo_{table}"
                        " WHERE step = ?1 AND existed = 0 AND exists_now = 0",
  [FF_UNDO_COUNT] = "SELECT count (*) FROM temp.undo_{table} WHERE step = ?1",
  /* Of a row that the step put in anything counts; of one that it changed, only what it changed. */
  [FF_UNDO_CONFLICT]
  = "SELECT 1 FROM temp.undo_{table} AS u LEFT JOIN main.{table} AS t ON {is_row}"
    " WHERE u.step = ?1 AND CASE WHEN u.exists_now = 0 THEN {is_there}"
    " WHEN u.existed = 0 THEN NOT ({is_there}) OR {differs}"
    " ELSE NOT {yields} AND (NOT ({is_there}) OR {changed}) END LIMIT 1",
  [FF_UNDO_RELEASE] = "DELETE FROM main.{table} WHERE {leaves} AND " OF_ROWS "existed = 1)",
  [FF_UNDO_CHANGE_BACK] = "UPDATE main.{table} AS t SET {back} FROM temp.undo_{table} AS u"
                          " WHERE u.step = ?1 AND u.existed = 1 AND u.exists_now = 1 AND {is_row}"
                          " AND NOT ({yields} AND ({changed}))",
  [FF_UNDO_TAKE_OUT] = "DELETE FROM main.{table} WHERE " OF_ROWS "existed = 0)",
  [FF_UNDO_PUT_IN] = "INSERT INTO main.{table} ({keys}, {names})"
                     " SELECT {key_names}, {old_names} FROM temp.undo_{table} AS u"
                     " WHERE u.step = ?1 AND u.existed = 1 AND ({leaves} OR u.exists_now = 0)",
  [FF_UNDO_STRAY] = "SELECT 1 FROM temp.undo_{table} AS v WHERE v.step = -1 AND NOT EXISTS"
                    " (SELECT 1 FROM temp.undo_{table} AS u WHERE u.step = ?1 AND {is_same})"
                    " LIMIT 1",
  [FF_UNDO_FORGET] = "DELETE FROM temp.undo_{table} WHERE step = ?1",
};

/* One session a date: those that change places are of no meeting for a moment, and their images say so too. */
static const char prepare_sessions[]
    = "UPDATE temp.undo_sessions SET new_meeting_id = NULL, new_rule_time = NULL"
      " WHERE step = ?1 AND existed = 1 AND exists_now = 1 AND " MOVED;
static const char release_sessions[]
    = "UPDATE main.sessions SET meeting_id = NULL WHERE id IN (SELECT key_id"
      " FROM temp.undo_sessions WHERE step = ?1 AND existed = 1 AND exists_now = 1 AND " MOVED ")";

/* Put back is a later revision, or somebody who has the newer one would keep that. */
static const char prepare_shared[]
    = "UPDATE temp.undo_{table} AS u SET old_modified = (SELECT now FROM temp.undo_state),"
      " old_sequence = max (u.old_sequence, coalesce (u.new_sequence, 0),"
      " coalesce ((SELECT t.sequence FROM main.{table} AS t WHERE {is_row}), 0)) + 1"
      " WHERE u.step = ?1 AND u.existed = 1";

typedef struct
{
  FfUndoPlace place;
  GPtrArray *keys;    /* (element-type utf8) */
  GPtrArray *columns; /* (element-type utf8): the others */
  GPtrArray *said;    /* (element-type utf8): of those, what is not about the revision */
} Shape;

static gboolean
is_of_revision (const Shape *shape, const char *column)
{
  return tables[shape->place].is_shared
         && (g_str_equal (column, "sequence") || g_str_equal (column, "modified"));
}

static gboolean
read_shape (Shape *shape, FfConnection *connection, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_statement_new (connection,
                          "SELECT name, pk FROM pragma_table_info (?1, 'main') ORDER BY cid");

  ff_statement_bind_text (statement, 1, tables[shape->place].name);
  while (ff_statement_next (statement))
    {
      const char *column = ff_statement_get_text (statement, 0);
      gboolean is_key = ff_statement_get_int (statement, 1) > 0;

      if (g_strcmp0 (column, tables[shape->place].derived) == 0)
        continue;
      g_ptr_array_add (is_key ? shape->keys : shape->columns, g_strdup (column));
      if (!is_key && !is_of_revision (shape, column))
        g_ptr_array_add (shape->said, g_strdup (column));
    }
  return ff_statement_finish (statement, error);
}

/* @pattern once for each name, which stands in it where it has a “@”. */
static char *
for_each (GPtrArray *names, const char *pattern, const char *between)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GString) one = g_string_new (pattern);

      g_string_replace (one, "@", names->pdata[i], 0);
      g_string_append_printf (all, "%s%s", i > 0 ? between : "", one->str);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

typedef enum
{
  OF_KEYS,
  OF_COLUMNS,
  OF_SAID,
} PartOf;

static const struct
{
  const char *name;
  PartOf of;
  const char *pattern;
  const char *between;
} parts[] = {
  { "{keys}", OF_KEYS, "@", ", " },
  { "{key_names}", OF_KEYS, "key_@", ", " },
  /* With a type: only what compares like the table's own key is found by the index. */
  { "{key_columns}", OF_KEYS, "key_@ INTEGER", ", " },
  { "{new_keys}", OF_KEYS, "new.@", ", " },
  { "{old_keys}", OF_KEYS, "old.@", ", " },
  { "{is_new}", OF_KEYS, "u.key_@ = new.@", " AND " },
  { "{is_old}", OF_KEYS, "u.key_@ = old.@", " AND " },
  { "{is_row}", OF_KEYS, "t.@ = u.key_@", " AND " },
  { "{is_same}", OF_KEYS, "u.key_@ = v.key_@", " AND " },
  { "{is_there}", OF_KEYS, "t.@ IS NOT NULL", " AND " },
  { "{names}", OF_COLUMNS, "@", ", " },
  { "{images}", OF_COLUMNS, "old_@, new_@", ", " },
  { "{old_names}", OF_COLUMNS, "old_@", ", " },
  { "{old_values}", OF_COLUMNS, "old.@", ", " },
  { "{keep}", OF_COLUMNS, "new_@ = t.@", ", " },
  { "{differs}", OF_SAID, "t.@ IS NOT u.new_@", " OR " },
  { "{changed}", OF_SAID, "(u.old_@ IS NOT u.new_@ AND t.@ IS NOT u.new_@)", " OR " },
  { "{back}", OF_COLUMNS, "@ = CASE WHEN u.old_@ IS u.new_@ THEN t.@ ELSE u.old_@ END", ", " },
};

static GPtrArray *
get_names (const Shape *shape, PartOf of)
{
  switch (of)
    {
    case OF_KEYS:
      return shape->keys;
    case OF_COLUMNS:
      return shape->columns;
    case OF_SAID:
    default:
      return shape->said;
    }
}

static char *
fill_in (const Shape *shape, const char *text)
{
  g_autoptr (GString) sql = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *filled
          = for_each (get_names (shape, parts[i].of), parts[i].pattern, parts[i].between);

      g_string_replace (sql, parts[i].name, filled, 0);
    }
  g_string_replace (sql, "{table}", tables[shape->place].name, 0);
  g_string_replace (sql, "{yields}", tables[shape->place].yields, 0);
  g_string_replace (sql, "{leaves}", tables[shape->place].leaves, 0);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static gboolean
prepare_table (FfUndoTables *self, FfConnection *connection, FfUndoPlace place, GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
  Shape shape = { place, keys, columns, said };
  g_autofree char *sql = NULL;

  if (!read_shape (&shape, connection, error))
    return FALSE;
  for (guint i = 0; i < FF_N_UNDO_WORKS; i++)
    self->works[place][i] = works[i] != NULL ? fill_in (&shape, works[i]) : NULL;
  if (tables[place].is_shared)
    self->works[place][FF_UNDO_PREPARE] = fill_in (&shape, prepare_shared);
  sql = fill_in (&shape, preparation);
  return ff_connection_execute (connection, sql, error);
}

FfUndoTables *
ff_undo_tables_new (FfConnection *connection, GError **error)
{
  g_autoptr (FfUndoTables) self = g_new0 (FfUndoTables, 1);

  for (guint i = 0; i < FF_N_UNDO_TABLES; i++)
    if (!prepare_table (self, connection, (FfUndoPlace) i, error))
      return NULL;
  self->works[FF_UNDO_SESSIONS][FF_UNDO_PREPARE] = g_strdup (prepare_sessions);
  g_set_str (&self->works[FF_UNDO_SESSIONS][FF_UNDO_RELEASE], release_sessions);
  return g_steal_pointer (&self);
}

void
ff_undo_tables_free (FfUndoTables *self)
{
  for (guint i = 0; i < FF_N_UNDO_TABLES; i++)
    for (guint j = 0; j < FF_N_UNDO_WORKS; j++)
      g_free (self->works[i][j]);
  g_free (self);
}

const char *
ff_undo_tables_get (FfUndoTables *self, FfUndoPlace place, FfUndoWork work)
{
  return self->works[place][work];
}
