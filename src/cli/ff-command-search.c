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
#include "ff-listing.h"
#include "ff-search.h"

/* More than a person reads, and still an answer at once. */
#define MAX_RESULTS 1000

static gboolean json;

static const GOptionEntry options[] = {
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
    json_object_set_string_member (row, "session", result->session);
  ff_listing_print (row, json);
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_autofree char *words = g_strstrip (g_strjoinv (" ", invocation->arguments));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  FfStore *store;

  if (*words == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Which words? Give at least one to look for."));
      return FALSE;
    }
  if (!g_utf8_validate (words, -1, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("The words are not valid UTF-8 text. Type them again."));
      return FALSE;
    }
  store = ff_command_open_store (invocation, error);
  if (store == NULL)
    return FALSE;
  ff_search_async (store, words, MAX_RESULTS + 1, NULL, ff_await_ready, &result);
  found = ff_search_finish (store, ff_await (&result), error);
  for (guint i = 0; found != NULL && i < MIN (found->len, MAX_RESULTS); i++)
    print_result (g_ptr_array_index (found, i));
  if (found != NULL && found->len > MAX_RESULTS)
    g_printerr (_ ("fourfoldctl: these are the latest %d; more words find fewer.\n"), MAX_RESULTS);
  return ff_command_close_store (store, found != NULL ? error : NULL) && found != NULL;
}

const FfCommand ff_command_search = {
  "search", N_ ("WORDS"), N_ ("Find words in check-ins and plans"), options, run,
};
