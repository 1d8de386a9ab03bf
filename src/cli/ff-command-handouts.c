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
#include "ff-handout.h"
#include "ff-listing.h"

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

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) handouts = NULL;

  if (!ff_command_refuse_arguments (invocation, error))
    return FALSE;
  catalogue = ff_catalogue_new (NULL, NULL);
  handouts = ff_handout_load_all (catalogue, error);
  if (handouts == NULL)
    return FALSE;
  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (handouts, i);
      g_autoptr (JsonObject) row = json_object_new ();

      json_object_set_string_member (row, "id", ff_handout_get_id (handout));
      json_object_set_array_member (row, "points", list_points (handout));
      json_object_set_string_member (row, "title", ff_handout_get_title (handout));
      ff_listing_print (row, json);
    }
  return TRUE;
}

const FfCommand ff_command_handouts = {
  "handouts", "", N_ ("List the handouts"), options, run,
};
