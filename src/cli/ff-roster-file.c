/* ff-roster-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of volunteers, for fourfoldctl: what a window would ask, an option answers.
 */

#include "ff-config.h"

#include "ff-roster-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-await.h"
#include "ff-listing.h"
#include "ff-roster-export.h"
#include "ff-roster-import-taking.h"
#include "ff-wall-time.h"

FfRosterFileOptions ff_roster_file_options;

#define ASKED G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT

static const char *const changes[FF_N_ROSTER_CHANGES] = {
  [FF_ROSTER_STEP_ADDED] = "added",         [FF_ROSTER_STEP_CHANGED] = "changed",
  [FF_ROSTER_STEP_SAME] = "same",           [FF_ROSTER_STEP_REFUSED] = "refused",
  [FF_ROSTER_STEP_DUPLICATE] = "duplicate",
};

static const char *const decisions[] = {
  [FF_ROSTER_UNDECIDED] = "duplicate",
  [FF_ROSTER_MERGE] = "merged",
  [FF_ROSTER_ADD] = "added",
  [FF_ROSTER_SKIP] = "skipped",
};

/* --- Options --- */

/**
 * ff_roster_file_find_format:
 * @id: (nullable): what --format says
 *
 * Returns: a format of volunteers; %FF_ROSTER_UNKNOWN where it is another
 */
FfRosterFormat
ff_roster_file_find_format (const char *id)
{
  if (g_strcmp0 (id, "roster-csv") == 0)
    return FF_ROSTER_CSV;
  return g_strcmp0 (id, "roster-vcf") == 0 ? FF_ROSTER_VCARD : FF_ROSTER_UNKNOWN;
}

/**
 * ff_roster_file_has_options:
 *
 * Returns: whether an option was given that only files of volunteers have
 */
gboolean
ff_roster_file_has_options (void)
{
  const FfRosterFileOptions *options = &ff_roster_file_options;

  return options->dates != NULL || options->charset != NULL || options->duplicates != NULL
         || options->columns != NULL || options->map != NULL || options->no_header;
}

static FfRosterDecision
find_decision (const char *id)
{
  if (g_strcmp0 (id, "skip") == 0)
    return FF_ROSTER_SKIP;
  if (g_strcmp0 (id, "merge") == 0)
    return FF_ROSTER_MERGE;
  return g_strcmp0 (id, "add") == 0 ? FF_ROSTER_ADD : FF_ROSTER_UNDECIDED;
}

/**
 * ff_roster_file_check_options:
 * @error: return location for a #GError
 *
 * Returns: %FALSE with an error of %G_OPTION_ERROR where one of them makes no sense
 */
gboolean
ff_roster_file_check_options (GError **error)
{
  const FfRosterFileOptions *options = &ff_roster_file_options;

  if (options->dates != NULL && ff_roster_dates_find_id (options->dates) == FF_ROSTER_DATES_ASK)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not an order for --dates. Choose “dmy”, “mdy” or “ymd”."),
                 options->dates);
  else if (options->charset != NULL
           && ff_roster_charset_find_id (options->charset) == FF_ROSTER_CHARSET_ASK)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not a character set for --charset. Choose “utf-8”, “windows-1252”, "
                    "“latin1”, “latin9” or “macintosh”."),
                 options->charset);
  else if (options->duplicates != NULL
           && find_decision (options->duplicates) == FF_ROSTER_UNDECIDED)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is nothing that --duplicates can do. Choose “skip”, “merge” or “add”."),
                 options->duplicates);
  else
    return TRUE;
  return FALSE;
}

/* “Chair=Facilitator,Old group=none”: each name wherever it is one. */
static gboolean
map_names (FfRosterAnswers *answers, const FfRosterKnown *known, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (ff_roster_file_options.map, ",", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *sign = strrchr (*pair, '=');
      const char *meant = sign != NULL ? g_strstrip (sign + 1) : "";
      gboolean is_found = g_str_equal (meant, "none");

      if (sign != NULL)
        *sign = '\0';
      g_strstrip (*pair);
      for (guint i = 0; i < FF_N_ROSTER_NAMINGS; i++)
        {
          const char *uid = ff_roster_known_find (known, (FfRosterNaming) i, meant);

          if (uid == NULL && !g_str_equal (meant, "none"))
            continue;
          ff_roster_answers_map (answers, (FfRosterNaming) i, *pair, uid);
          is_found = TRUE;
        }
      if (is_found)
        continue;
      g_set_error (error, ASKED,
                   _ ("--map: there is no role, group, programme, training or time zone “%s”."),
                   meant);
      return FALSE;
    }
  return TRUE;
}

static FfRosterAnswers *
make_answers (const FfRosterKnown *known, GError **error)
{
  const FfRosterFileOptions *options = &ff_roster_file_options;
  g_autoptr (FfRosterAnswers) answers = ff_roster_answers_new ();

  if (options->dates != NULL)
    answers->dates = ff_roster_dates_find_id (options->dates);
  if (options->charset != NULL)
    answers->charset = ff_roster_charset_find_id (options->charset);
  if (options->no_header)
    answers->header = FF_ROSTER_HEADER_NONE;
  if (options->map != NULL && !map_names (answers, known, error))
    return NULL;
  return g_steal_pointer (&answers);
}

/* --- What is asked --- */

static void
ask_charset (const FfRosterImport *import, GError **error)
{
  g_autoptr (GString) previews = g_string_new (NULL);

  for (guint i = FF_ROSTER_CHARSET_WINDOWS_1252; i < FF_N_ROSTER_CHARSETS; i++)
    {
      const char *preview = import->charset_sample.previews[i];

      if (preview != NULL)
        g_string_append_printf (previews, "%s%s “%s”", previews->len > 0 ? ", " : "",
                                ff_roster_charset_get_id ((FfRosterCharset) i), preview);
    }
  g_set_error (error, ASKED,
               /* Translators: the number of a line, and what it says in several character sets */
               _ ("Line %u is not in UTF-8. Say which it is with --charset: %s."),
               import->charset_sample.line, previews->str);
}

static gboolean
check_asked (const FfRosterImport *import, GError **error)
{
  if ((import->asks & FF_ROSTER_ASKS_CHARSET) != 0)
    ask_charset (import, error);
  else if ((import->asks & FF_ROSTER_ASKS_COLUMNS) != 0)
    g_set_error (error, ASKED,
                 _ ("No column of “%s” is known as the name. Say which is with --columns, such as "
                    "“--columns '1=name'”."),
                 import->name);
  else if ((import->asks & FF_ROSTER_ASKS_DATES) != 0)
    g_set_error (error, ASKED,
                 _ ("Line %u: “%s” can be read in several ways. Say the order with --dates: dmy, "
                    "mdy or ymd."),
                 import->date_line, import->date_sample);
  else
    return TRUE;
  return FALSE;
}

static FfRosterImport *
read_file (const char *path, FfRosterFormat format, const FfRosterKnown *known, GError **error)
{
  g_autoptr (FfRosterAnswers) answers = make_answers (known, error);
  g_autoptr (FfRosterImport) import = NULL;

  if (answers == NULL)
    return NULL;
  import = ff_roster_import_read (path, format, answers, known, NULL, NULL, NULL, error);
  if (import != NULL && ff_roster_file_options.columns != NULL && import->columns->len > 0)
    {
      answers->columns = ff_roster_columns_copy (import->columns);
      g_clear_pointer (&import, ff_roster_import_unref);
      if (!ff_roster_columns_parse (answers->columns, ff_roster_file_options.columns, known, error))
        return NULL;
      import = ff_roster_import_read (path, format, answers, known, NULL, NULL, NULL, error);
    }
  if (import == NULL || !check_asked (import, error))
    return NULL;
  return g_steal_pointer (&import);
}

/* --- What becomes of each row --- */

static char *
describe_likest (const FfRosterStep *step)
{
  return ff_roster_candidate_describe (g_ptr_array_index (step->candidates, step->chosen));
}

static const char *
get_change (const FfRosterStep *step)
{
  return step->change == FF_ROSTER_STEP_DUPLICATE ? decisions[step->decision]
                                                  : changes[step->change];
}

/* As who the row is stored now; "" where it is not, or says no more than another row. */
static const char *
find_uid (const FfRosterPlan *plan, const FfRosterStep *step)
{
  const gboolean is_merged
      = step->change == FF_ROSTER_STEP_DUPLICATE && step->decision == FF_ROSTER_MERGE;
  const FfRosterCandidate *into
      = is_merged ? g_ptr_array_index (step->candidates, step->chosen) : NULL;

  if (into != NULL)
    return into->line != 0 ? find_uid (plan, g_ptr_array_index (plan->steps, into->step))
                           : ff_volunteer_get_uid (into->volunteer);
  if (step->before != NULL)
    return ff_volunteer_get_uid (step->before);
  if (step->change == FF_ROSTER_STEP_ADDED
      || (step->change == FF_ROSTER_STEP_DUPLICATE && step->decision == FF_ROSTER_ADD))
    return ff_volunteer_get_uid (step->row->volunteer);
  return "";
}

static void
print_step (const FfRosterPlan *plan, const FfRosterStep *step, gboolean json)
{
  g_autoptr (JsonObject) row = json_object_new ();
  JsonArray *remarks = json_array_new ();
  g_autofree char *reason = step->change == FF_ROSTER_STEP_DUPLICATE ? describe_likest (step)
                                                                     : g_strdup (step->summary);

  for (guint i = 0; i < step->row->remarks->len; i++)
    json_array_add_string_element (remarks, g_ptr_array_index (step->row->remarks, i));
  json_object_set_string_member (row, "change", get_change (step));
  json_object_set_int_member (row, "line", step->row->line);
  json_object_set_string_member (row, "uid", find_uid (plan, step));
  json_object_set_string_member (row, "title", step->row->title);
  json_object_set_string_member (row, "reason", reason);
  json_object_set_array_member (row, "remarks", remarks);
  ff_listing_print (row, json);
}

/* What holds of the whole file is nothing of a row. */
static void
print_file (const FfRosterPlan *plan)
{
  GPtrArray *columns = plan->import->columns;
  g_autofree char *zones = ff_roster_plan_describe_zones (plan);

  if (zones != NULL)
    g_printerr ("%s\n", zones);
  for (guint i = 0; i < columns->len; i++)
    {
      const FfRosterColumn *column = g_ptr_array_index (columns, i);

      if (column->field == FF_ROSTER_FIELD_NONE)
        /* Translators: the name of a column */
        g_printerr (_ ("The column “%s” is left out; --columns says what it is.\n"), column->title);
    }
}

static void
print_plan (const FfRosterPlan *plan, gboolean json)
{
  g_autoptr (GString) summary = g_string_new (NULL);

  for (guint i = 0; i < plan->steps->len; i++)
    print_step (plan, g_ptr_array_index (plan->steps, i), json);
  for (guint i = 0; i < FF_N_ROSTER_CHANGES; i++)
    g_string_append_printf (summary, "%s%s %u", i > 0 ? ", " : "", changes[i], plan->counts[i]);
  if (!json)
    g_print ("%s\n", summary->str);
  print_file (plan);
}

/* --- Taking it in --- */

static gboolean
check_decided (const FfRosterPlan *plan, GError **error)
{
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfRosterStep *step = g_ptr_array_index (plan->steps, i);
      const FfRosterCandidate *candidate;
      g_autofree char *like = NULL;

      if (step->change != FF_ROSTER_STEP_DUPLICATE || step->decision != FF_ROSTER_UNDECIDED)
        continue;
      candidate = g_ptr_array_index (step->candidates, 0);
      like = ff_roster_like_describe (candidate->like);
      g_set_error (error, ASKED,
                   /* Translators: the number of a line, such as “same mail”, and how many rows */
                   ngettext ("Line %u may be somebody who is there already (%s). Say what to do "
                             "with it: --duplicates skip, merge or add; --dry-run lists it (%u).",
                             "Line %u may be somebody who is there already (%s). Say what to do "
                             "with such lines: --duplicates skip, merge or add; --dry-run lists "
                             "all %u.",
                             ff_roster_plan_count_undecided (plan)),
                   step->row->line, like, ff_roster_plan_count_undecided (plan));
      return FALSE;
    }
  return TRUE;
}

static gboolean
apply (FfStore *store, const FfRosterPlan *plan, GError **error)
{
  g_autoptr (GArray) decided = ff_roster_plan_list_decided (plan);
  g_autoptr (FfRosterEdit) edit = ff_roster_plan_make_edit (plan, decided);
  g_autoptr (GAsyncResult) result = NULL;

  if (ff_roster_edit_is_empty (edit))
    return TRUE;
  ff_roster_edit_apply_async (g_steal_pointer (&edit), store, NULL, ff_await_ready, &result);
  return ff_roster_edit_apply_finish (store, ff_await (&result), error) != 0;
}

/* Rows that were refused are told; a file of which nobody could be taken is a failure. */
static gboolean
check_taken (const FfRosterPlan *plan, GError **error)
{
  const FfRosterStep *first;

  if (plan->steps->len == 0 || plan->counts[FF_ROSTER_STEP_REFUSED] < plan->steps->len)
    return TRUE;
  first = g_ptr_array_index (plan->steps, 0);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file, a number of a line in it, and the reason as a sentence */
               _ ("Nobody could be taken out of “%s”. Line %u: %s"), plan->import->name,
               first->row->line, first->summary);
  return FALSE;
}

/**
 * ff_roster_file_import:
 * @store: the open store
 * @path: of the file
 * @format: how it is written
 * @dry_run: whether nothing is done
 * @json: whether each row is an object
 * @error: return location for a #GError
 *
 * Says what becomes of each row, and does it unless something is left open.
 *
 * Returns: whether anybody could be taken out of the file
 */
gboolean
ff_roster_file_import (FfStore *store,
                       const char *path,
                       FfRosterFormat format,
                       gboolean dry_run,
                       gboolean json,
                       GError **error)
{
  g_autofree char *zone = ff_time_zone_get_local ();
  g_autoptr (FfRosterKnown) known = ff_roster_known_load (store, zone, error);
  g_autoptr (FfRosterImport) import = known != NULL ? read_file (path, format, known, error) : NULL;
  g_autoptr (FfRosterPlan) plan = NULL;

  if (import == NULL)
    return FALSE;
  plan = ff_roster_plan_new (import, known);
  if (ff_roster_file_options.duplicates != NULL)
    ff_roster_plan_decide_all (plan, find_decision (ff_roster_file_options.duplicates));
  if (!dry_run && (!check_decided (plan, error) || !apply (store, plan, error)))
    return FALSE;
  print_plan (plan, json);
  return check_taken (plan, error);
}

/* --- Out --- */

/**
 * ff_roster_file_export:
 * @store: the open store
 * @format: how it is to be written
 * @group: (nullable): uid; whose volunteers alone
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the file, or %NULL with an error
 */
GBytes *
ff_roster_file_export (FfStore *store, FfRosterFormat format, const char *group, GError **error)
{
  g_autofree char *zone = ff_time_zone_get_local ();
  g_autoptr (FfRosterKnown) known = ff_roster_known_load (store, zone, error);
  g_autoptr (GPtrArray) volunteers = NULL;
  char *text;

  if (known == NULL)
    return NULL;
  volunteers = ff_roster_export_list (known, group);
  text = (format == FF_ROSTER_VCARD ? ff_vcard_write : ff_roster_csv_write) (
      volunteers, known, ff_roster_file_options.contacts_only ? FF_ROSTER_CONTACTS : FF_ROSTER_ALL);
  return g_bytes_new_take (text, strlen (text));
}
