/* ff-command-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl search: words in check-ins and plans.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-group-repository.h"
#include "ff-listing.h"
#include "ff-search.h"
#include "ff-session-repository.h"
#include "ff-stretch.h"

#define MOST_PRINTED 1000

static gboolean json, open_plans;
static char *group_name, *person_alias, *from, *to;
static int point;

static const GOptionEntry options[] = {
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("Only what was said in this group"), N_ ("NAME") },
  { "person", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &person_alias,
    N_ ("Only what this person said"), N_ ("ALIAS") },
  { "point", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &point,
    N_ ("Only check-ins that brought up this point of the programme"), N_ ("1-8") },
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &from, N_ ("The first day"), N_ ("DATE") },
  { "to", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &to, N_ ("The last day"), N_ ("DATE") },
  { "open", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &open_plans,
    N_ ("Only plans that nobody has come back to yet"), NULL },
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json,
    N_ ("One JSON object a line instead of columns"), NULL },
  G_OPTION_ENTRY_NULL,
};

static void
print_result (const FfSearchResult *result)
{
  g_autoptr (JsonObject) row = json_object_new ();
  g_autofree char *start = ff_wall_time_to_string (&result->start);

  json_object_set_string_member (row, "start", start);
  json_object_set_string_member (row, "group", result->group_name);
  json_object_set_string_member (row, "kind",
                                 result->kind == FF_SEARCH_CHECK_IN ? "check-in" : "plan-item");
  json_object_set_string_member (row, "alias", result->alias);
  json_object_set_string_member (row, "text", result->text);
  if (json)
    {
      json_object_set_string_member (row, "uid", result->uid);
      json_object_set_string_member (row, "session", result->session);
      json_object_set_boolean_member (row, "open", result->open);
    }
  ff_listing_print (row, json);
}

static void
set_wrong (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
}

/* What is wrong with the command line is said before the data are opened. */
static gboolean
read_words (FfInvocation *invocation, FfSearchQuery *query, GError **error)
{
  query->words = g_strstrip (g_strjoinv (" ", invocation->arguments));
  query->open_plans = open_plans;
  query->point = point >= 0 && point <= 8 ? (guint) point : 0;
  if (!g_utf8_validate (query->words, -1, NULL))
    set_wrong (error, _ ("The words are not valid UTF-8 text. Type them again."));
  else if (point < 0 || point > 8)
    set_wrong (error, _ ("--point is the number of one of the programme’s points, from 1 to 8."));
  else if (*query->words == '\0' && group_name == NULL && person_alias == NULL && point == 0
           && from == NULL && to == NULL && !open_plans)
    set_wrong (error, _ ("Which words? Give at least one to look for, or say with --group, "
                         "--person, --point, --from, --to or --open what to list."));
  else
    return ff_stretch_parse_days (from, to, &query->from, &query->to, error);
  return FALSE;
}

/* In one group or, where none is named, in whichever has somebody of that name. */
static gboolean
find_person (FfStore *store, FfSearchQuery *query, GError **error)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, error);
  GError *problem = NULL;

  for (guint i = 0; groups != NULL && problem == NULL && i < groups->len; i++)
    {
      const char *group = ff_group_get_uid (g_ptr_array_index (groups, i));
      g_autoptr (FfParticipant) person = NULL;

      if (query->group != NULL && !g_str_equal (query->group, group))
        continue;
      person = ff_session_repository_find_participant (store, group, person_alias, &problem);
      if (person != NULL && query->person != NULL)
        problem = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _ ("People in more than one group are called “%s”. Say with --group "
                                  "which one you mean."),
                               person_alias);
      else if (person != NULL)
        query->person = g_strdup (ff_participant_get_uid (person));
    }
  if (groups != NULL && problem == NULL && query->person == NULL)
    problem = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("Nobody here is called “%s”. Write the name as it is in the "
                              "check-ins."),
                           person_alias);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return groups != NULL && problem == NULL;
}

static gboolean
find_filters (FfStore *store, FfSearchQuery *query, GError **error)
{
  if (group_name != NULL)
    {
      g_autoptr (FfGroup) group = ff_command_find_group (store, group_name, error);

      if (group == NULL)
        return FALSE;
      query->group = g_strdup (ff_group_get_uid (group));
    }
  return person_alias == NULL || find_person (store, query, error);
}

static gboolean
print_found (FfStore *store, const FfSearchQuery *query, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;

  ff_search_async (store, query, MOST_PRINTED + 1, 0, NULL, ff_await_ready, &result);
  found = ff_search_finish (store, ff_await (&result), NULL, error);
  for (guint i = 0; found != NULL && i < MIN (found->len, MOST_PRINTED); i++)
    print_result (g_ptr_array_index (found, i));
  if (found != NULL && found->len > MOST_PRINTED)
    g_printerr (_ ("fourfoldctl: these are the latest %d; more words find fewer.\n"), MOST_PRINTED);
  return found != NULL;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_autoptr (FfSearchQuery) query = g_new0 (FfSearchQuery, 1);
  FfStore *store;
  gboolean done;

  if (!read_words (invocation, query, error))
    return FALSE;
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  done = find_filters (store, query, error) && print_found (store, query, error);
  return ff_command_close_store (store, done ? error : NULL) && done;
}

const FfCommand ff_command_search = {
  "search", N_ ("WORDS"), N_ ("Find words in check-ins and plans"), options, run,
};
