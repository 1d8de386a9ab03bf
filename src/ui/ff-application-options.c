/* ff-application-options.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program is told on the command line.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-application-private.h"
#include "ff-wall-time.h"

#define EXIT_USAGE 2

static const GOptionEntry options[] = {
  { .long_name = "data-dir",
    .arg = G_OPTION_ARG_FILENAME,
    .description = N_ ("Keep everything in this folder instead of the usual one"),
    .arg_description = N_ ("DIR") },
  { .long_name = "now",
    .arg = G_OPTION_ARG_STRING,
    .description = N_ ("Start as if it were this time, for tests and demonstrations"),
    .arg_description = N_ ("YYYY-MM-DDTHH:MM") },
  { .long_name = "background",
    .arg = G_OPTION_ARG_NONE,
    .description = N_ ("Start without a window, to remind of meetings") },
  { .long_name = "version",
    .arg = G_OPTION_ARG_NONE,
    .description = N_ ("Show the version and leave") },
  { NULL },
};

static gboolean
set_now (FfApplication *self, const char *text, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = NULL;
  FfWallTime time;

  if (!ff_wall_time_parse (text, &time, error))
    return FALSE;

  now = ff_wall_time_to_instant (&time, zone);
  ff_clock_set_now (self->clock, now);

  return TRUE;
}

/* One that runs already needs nothing more, and shows no window for this. */
static int
start_hidden (FfApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (self), NULL, &error))
    {
      g_printerr ("fourfold: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (g_application_get_is_remote (G_APPLICATION (self)))
    return EXIT_SUCCESS;

  self->is_hidden = TRUE;
  return -1;
}

/* A folder or a time of one's own must not end up in a window that is already open: such a start is a program of its own, and the
 * store's lock sees to it that two never share a folder. */
int
ff_application_handle_options (GApplication *application, GVariantDict *given)
{
  FfApplication *self = FF_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *folder = NULL;
  const char *now = NULL;

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Fourfold %s\n", FF_VERSION);
      return EXIT_SUCCESS;
    }

  if (g_variant_dict_lookup (given, "data-dir", "^&ay", &folder))
    {
      g_free (self->folder);
      self->folder = g_canonicalize_filename (folder, NULL);
    }
  if (g_variant_dict_lookup (given, "now", "&s", &now) && !set_now (self, now, &error))
    {
      g_printerr ("fourfold: --now: %s\n", error->message);
      return EXIT_USAGE;
    }
  if (folder != NULL || now != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (g_variant_dict_contains (given, "background"))
    return start_hidden (self);

  return -1;
}

void
ff_application_add_options (FfApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("For people who run mutual-aid recovery groups."));
}
