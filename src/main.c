/* main.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the program.
 */

#include "ff-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/resource.h>

#include "ff-application.h"
#include "ff-time-of-day.h"

int
main (int argc, char *argv[])
{
  g_autoptr (FfApplication) application = NULL;
  const char *locale_dir = g_getenv ("FOURFOLD_LOCALE_DIR");

  /* What people said in confidence does not end up in a core dump. */
  setrlimit (RLIMIT_CORE, &(struct rlimit) { 0, 0 });
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : FF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  ff_time_of_day_follow_locale ();

  application = ff_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
