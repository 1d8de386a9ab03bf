/* ff-about.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made this, under which licence, and what it is not.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-about.h"

static const char *const developers[] = { "The Fourfold developers", NULL };

/**
 * ff_about_present:
 * @parent: the window
 *
 * Opens the about dialog.
 */
void
ff_about_present (GtkWidget *parent)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  adw_show_about_dialog (
      parent, "application-name", _ ("Fourfold"), "application-icon", FF_APPLICATION_ID, "version",
      FF_VERSION, "developer-name", _ ("The Fourfold developers"), "developers", developers,
      /* Translators: your name and address, one translator a line; they are shown in the about dialog */
      "translator-credits", _ ("translator-credits"), "copyright", "© 2026 The Fourfold developers",
      "license-type", GTK_LICENSE_GPL_3_0, "website", "https://github.com/fourfold-app/fourfold",
      "issue-url", "https://github.com/fourfold-app/fourfold/issues", "comments",
      _ ("For people who run mutual-aid recovery groups: the meeting at hand, last week’s plans, "
         "check-ins and worksheets on paper.\n\n"
         "Fourfold is independent: it belongs to no programme, organisation or fellowship, and "
         "none has endorsed it.\n\n"
         "Everything stays on this computer. Fourfold does not use the network."),
      NULL);
}
