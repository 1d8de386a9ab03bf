/* ff-import-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the file of meetings that the dialog takes in.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-file-choosing.h"
#include "ff-import-dialog.h"

/**
 * ff_import_dialog_open:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: (nullable): the name of the group that meetings without one go to at first
 * @file: a file, which somebody chose or let fall
 *
 * Shows what it would do.
 */
void
ff_import_dialog_open (GtkWidget *parent, FfContext *context, const char *group, GFile *file)
{
  const char *path = ff_file_choosing_get_path (parent, file);

  if (path != NULL)
    adw_dialog_present (ff_import_dialog_new (context, path, group), parent);
}

typedef struct
{
  FfContext *context;
  char *group;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->context);
  g_free (wish->group);
  g_free (wish);
}

static void
on_chosen (GtkWidget *parent, GFile *file, gpointer data)
{
  const Wish *wish = data;

  ff_import_dialog_open (parent, wish->context, wish->group, file);
}

/**
 * ff_import_dialog_choose:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: (nullable): the name of the group that meetings without one go to at first
 *
 * Asks for a file, and shows what it would do.
 */
void
ff_import_dialog_choose (GtkWidget *parent, FfContext *context, const char *group)
{
  static const char *const suffixes[] = { "ics", "json", "csv", NULL };
  Wish *wish;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));

  wish = g_new0 (Wish, 1);
  wish->context = g_object_ref (context);
  wish->group = g_strdup (group);
  ff_file_choosing_ask (parent, _ ("Import Meetings"), _ ("Calendars and listings"), suffixes,
                        on_chosen, wish, wish_free);
}
