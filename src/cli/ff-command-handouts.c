/* ff-command-handouts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl handouts: the sheets that there are.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-command.h"
#include "ff-handout-repository.h"
#include "ff-listing.h"
#include "ff-programme.h"

static gboolean json;

static const GOptionEntry options[] = {
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json,
    N_ ("One JSON object a line instead of columns"), NULL },
  G_OPTION_ENTRY_NULL,
};

static JsonArray *
list_points (FfHandout *handout)
{
  JsonArray *points = json_array_new ();

  for (guint i = 0; i < 4; i++)
    if (ff_handout_get_points (handout) & (FF_POINT_1 << i))
      json_array_add_int_element (points, i + 1);
  return points;
}

static JsonArray *
list_programmes (FfHandout *handout, GPtrArray *programmes)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);

      if (g_strv_contains (ff_programme_get_handouts (programme), ff_handout_get_id (handout)))
        json_array_add_string_element (ids, ff_programme_get_id (programme));
    }
  return ids;
}

static const char *
name_kind (FfHandoutKind kind)
{
  switch (kind)
    {
    case FF_HANDOUT_REFERENCE:
      return "reference";

    case FF_HANDOUT_ACTIVITY:
      return "activity";

    case FF_HANDOUT_MEETING:
      return "meeting";

    case FF_HANDOUT_WORKSHEET:
    default:
      return "worksheet";
    }
}

static void
print_row (FfHandout *handout, GPtrArray *programmes)
{
  g_autoptr (JsonObject) row = json_object_new ();

  json_object_set_string_member (row, "id", ff_handout_get_id (handout));
  json_object_set_array_member (row, "points", list_points (handout));
  json_object_set_string_member (row, "title", ff_handout_get_title (handout));
  if (json)
    {
      json_object_set_array_member (row, "programmes", list_programmes (handout, programmes));
      json_object_set_string_member (row, "kind", name_kind (ff_handout_get_kind (handout)));
      json_object_set_int_member (row, "minutes", ff_handout_get_minutes (handout));
      json_object_set_boolean_member (row, "own", ff_handout_is_own (handout));
    }
  ff_listing_print (row, json);
}

/* Own ones where there are data that can be read; where there are some that cannot, that is said. */
static GPtrArray *
load_handouts (FfInvocation *invocation, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) handouts = NULL;
  FfStore *store = ff_command_try_store (invocation, &reason);

  if (reason != NULL)
    g_printerr (_ ("fourfoldctl: Your own handouts are left out. %s\n"), reason->message);
  if (store == NULL)
    return ff_handout_load_all (catalogue, error);
  handouts = ff_handout_repository_load_all (store, catalogue, error);
  if (!ff_command_close_store (store, handouts != NULL ? error : NULL))
    return NULL;
  return g_steal_pointer (&handouts);
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (GPtrArray) handouts = NULL;

  if (!ff_command_refuse_arguments (invocation, error))
    return FALSE;
  programmes = ff_programme_load_all (error);
  if (programmes == NULL)
    return FALSE;
  handouts = load_handouts (invocation, error);
  if (handouts == NULL)
    return FALSE;
  for (guint i = 0; i < handouts->len; i++)
    print_row (g_ptr_array_index (handouts, i), programmes);
  return TRUE;
}

const FfCommand ff_command_handouts = {
  "handouts", "", N_ ("List the handouts"), options, run,
};
