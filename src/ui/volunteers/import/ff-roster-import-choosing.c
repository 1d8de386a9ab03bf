/* ff-roster-import-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the file of volunteers that the dialog takes in.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-file-choosing.h"
#include "ff-roster-import-dialog.h"

static void
on_chosen (GtkWidget *parent, GFile *file, gpointer context)
{
  ff_roster_import_present (parent, context, file);
}

/**
 * ff_roster_import_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @file: (nullable): a table or vCards; %NULL asks for one
 *
 * Asks what the file leaves open and shows what it would do.
 */
void
ff_roster_import_present (GtkWidget *parent, FfContext *context, GFile *file)
{
  static const char *const suffixes[] = { "csv", "vcf", "vcard", "txt", NULL };
  const char *path;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file == NULL)
    {
      ff_file_choosing_ask (parent, _ ("Import Volunteers"), _ ("Tables and address books"),
                            suffixes, on_chosen, g_object_ref (context), g_object_unref);
      return;
    }
  path = ff_file_choosing_get_path (parent, file);
  if (path != NULL)
    adw_dialog_present (ff_roster_import_dialog_new (context, path), parent);
}
