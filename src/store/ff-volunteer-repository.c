/* ff-volunteer-repository.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as lists show them.
 */

#include "ff-volunteer-repository.h"

#include <string.h>

#include "ff-fold.h"
#include "ff-rows.h"
#include "ff-store-private.h"
#include "ff-volunteer-row-private.h"

/* Nobody has to renew anything for a role that is retired. */
#define OF_ROLES                                                                                   \
  " FROM volunteer_roles AS n JOIN roles AS r ON r.id = n.role_id AND r.retired = 0"               \
  " JOIN role_requirements AS o ON o.role_id = n.role_id WHERE n.volunteer_id = v.id"
#define LAST_UNTIL(requirement)                                                                    \
  "(SELECT max (coalesce (t.until, '9999-12-31')) FROM trainings AS t"                             \
  " WHERE t.volunteer_id = v.id AND t.requirement_id = " requirement ")"
#define DUTIES " FROM assignments AS a WHERE a.volunteer_id = v.id"

/* ?1 to ?4: the filter; ?5 the day, ?6 the time. */
static const char select_rows[]
    = "SELECT v.folded, v.uid, v.name, v.pronouns, v.serving, v.zone,"
      " (SELECT group_concat (r.uid, char (10)) FROM volunteer_roles AS n"
      " JOIN roles AS r ON r.id = n.role_id WHERE n.volunteer_id = v.id),"
      " (SELECT group_concat (g.uid, char (10)) FROM volunteer_groups AS n"
      " JOIN groups AS g ON g.id = n.group_id WHERE n.volunteer_id = v.id),"
      " (SELECT min (coalesce (" LAST_UNTIL (
          "o.requirement_id") ", ''))" OF_ROLES "),"
                              " (SELECT max (x.last) FROM absences AS x WHERE x.volunteer_id = v.id"
                              " AND x.first <= ?5 AND x.last >= ?5),"
                              " (SELECT max (a.rule_time)" DUTIES
                              " AND a.status IN (2, 3) AND a.rule_time < ?6),"
                              " (SELECT min (a.rule_time)" DUTIES
                              " AND a.status <> 4 AND a.rule_time >= ?6),"
                              " (SELECT max (a.asked)" DUTIES ")"
                              " FROM volunteers AS v WHERE (?1 IS NULL OR EXISTS"
                              " (SELECT 1 FROM volunteer_groups AS n JOIN groups AS g"
                              " ON g.id = n.group_id WHERE n.volunteer_id = v.id AND g.uid = ?1))"
                              " AND (?2 IS NULL OR EXISTS"
                              " (SELECT 1 FROM volunteer_roles AS n JOIN roles AS r"
                              " ON r.id = n.role_id WHERE n.volunteer_id = v.id AND r.uid = ?2))"
                              " AND (?3 IS NULL OR NOT EXISTS"
                              " (SELECT 1 FROM volunteer_programmes AS p"
                              " WHERE p.volunteer_id = v.id) OR EXISTS"
                              " (SELECT 1 FROM volunteer_programmes AS p"
                              " WHERE p.volunteer_id = v.id AND p.programme = ?3))"
                              " AND (?4 IS NULL OR v.serving = ?4)";

static const char select_due[] = "SELECT v.uid, v.name, q.uid, q.name, " LAST_UNTIL (
    "q.id") " AS due FROM volunteers AS v"
            " JOIN requirements AS q ON q.id IN (SELECT o.requirement_id" OF_ROLES ")"
            " WHERE v.serving IN (1, 2) AND (due IS NULL OR due < ?1)"
            " ORDER BY due, v.folded, v.uid, q.name";

typedef struct
{
  GStrv words; /* folded */
  char *group;
  char *role;
  char *programme;
  int serving;
  FfVolunteerOrder order;
  char *today;
  FfWallTime now;
} Asked;

static void
asked_free (Asked *asked)
{
  g_strfreev (asked->words);
  g_free (asked->group);
  g_free (asked->role);
  g_free (asked->programme);
  g_free (asked->today);
  g_free (asked);
}

static Asked *
asked_new (const FfVolunteerFilter *filter, GDateTime *now)
{
  g_autofree char *folded = ff_fold (filter->words != NULL ? filter->words : "");
  Asked *asked = g_new0 (Asked, 1);

  asked->words = g_strsplit (folded, " ", -1);
  asked->group = g_strdup (filter->group);
  asked->role = g_strdup (filter->role);
  asked->programme = g_strdup (filter->programme);
  asked->serving = filter->serving;
  asked->order = filter->order;
  asked->today = g_date_time_format (now, "%Y-%m-%d");
  asked->now = ff_wall_time_from_date_time (now);
  return asked;
}

static gboolean
has_words (const char *folded, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static int
compare_names (FfVolunteerRow *a, FfVolunteerRow *b)
{
  int order = strcmp (ff_volunteer_row_get_sort_key (a), ff_volunteer_row_get_sort_key (b));

  return order != 0 ? order : strcmp (ff_volunteer_row_get_uid (a), ff_volunteer_row_get_uid (b));
}

static int
compare_asked (FfVolunteerRow *a, FfVolunteerRow *b)
{
  gint64 first = ff_volunteer_row_get_last_asked (a), second = ff_volunteer_row_get_last_asked (b);

  return (first > second) - (first < second);
}

/* NULL is for good, and comes last. */
static int
compare_training (FfVolunteerRow *a, FfVolunteerRow *b)
{
  const char *first = ff_volunteer_row_get_training (a);
  const char *second = ff_volunteer_row_get_training (b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);
  return strcmp (first, second);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  FfVolunteerRow *first = *(FfVolunteerRow *const *) a, *second = *(FfVolunteerRow *const *) b;
  int order = 0;

  switch (*(const FfVolunteerOrder *) data)
    {
    case FF_VOLUNTEERS_BY_ASKED:
      order = compare_asked (first, second);
      break;
    case FF_VOLUNTEERS_BY_TRAINING:
      order = compare_training (first, second);
      break;
    case FF_VOLUNTEERS_BY_NAME:
    default:
      break;
    }
  return order != 0 ? order : compare_names (first, second);
}

static void
bind (FfStatement *statement, const Asked *asked)
{
  ff_statement_bind_text (statement, 1, asked->group);
  ff_statement_bind_text (statement, 2, asked->role);
  ff_statement_bind_text (statement, 3, asked->programme);
  ff_statement_bind_count (statement, 4, asked->serving);
  ff_statement_bind_text (statement, 5, asked->today);
  ff_statement_bind_time (statement, 6, &asked->now);
}

static gpointer
list_in_thread (FfConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  g_autoptr (FfStatement) statement = ff_statement_new (connection, select_rows);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  bind (statement, asked);
  while (ff_statement_next (statement))
    if (has_words (ff_statement_get_text (statement, 0), asked->words))
      g_ptr_array_add (rows, ff_volunteer_row_read (statement, 1));
  if (!ff_statement_finish (statement, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_sort_with_data (rows, compare, &asked->order);
  return g_steal_pointer (&rows);
}

/**
 * ff_volunteer_repository_list_async:
 * @filter: which of them, in which order
 * @now: by whose zone's day somebody is away, and duties are over
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_volunteer_repository_list_async (FfStore *store,
                                    const FfVolunteerFilter *filter,
                                    GDateTime *now,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store) && filter != NULL && now != NULL);

  ff_store_read_async (store, list_in_thread, asked_new (filter, now), (GDestroyNotify) asked_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_volunteer_repository_list_finish:
 *
 * Returns: (transfer full) (element-type FfVolunteerRow): %NULL with an error
 */
GPtrArray *
ff_volunteer_repository_list_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}

static gpointer
list_due_in_thread (FfConnection *connection,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (FfStatement) statement = ff_statement_new (connection, select_due);
  g_autoptr (GPtrArray) due = NULL;

  ff_statement_bind_text (statement, 1, data);
  due = ff_rows_list (statement, (FfRowReader) ff_training_due_read, error);
  if (due == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&due);
}

/**
 * ff_volunteer_repository_list_training_async:
 * @before: as 2026-11-24; what holds on that day is not in the list
 *
 * Reads on the reader's thread, after the reads that were asked for before.
 */
void
ff_volunteer_repository_list_training_async (FfStore *store,
                                             const char *before,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_return_if_fail (FF_IS_STORE (store) && before != NULL);

  ff_store_read_async (store, list_due_in_thread, g_strdup (before), g_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ff_volunteer_repository_list_training_finish:
 *
 * Returns: (transfer full) (element-type FfTrainingDue): %NULL with an error
 */
GPtrArray *
ff_volunteer_repository_list_training_finish (FfStore *store, GAsyncResult *result, GError **error)
{
  return ff_store_read_finish (store, result, error);
}
