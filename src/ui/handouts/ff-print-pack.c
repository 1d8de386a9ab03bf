/* ff-print-pack.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs of handouts on the printer, and as a PDF where the person wants it.
 */

#include "ff-config.h"

#include "ff-print-pack.h"

#include "ff-print.h"
#include "ff-toast.h"

/* --- Printing --- */

static void
tell_used (GObject *pack)
{
  ff_pack_tell_used (FF_PACK (pack));
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FfPack *pack = FF_PACK (source);
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = ff_pack_make_finish (pack, result, &error);
  g_autoptr (GPtrArray) collated = NULL;
  g_autofree char *title = NULL;
  guint copies;

  if (sheets == NULL)
    {
      ff_toast_error (widget, error);
      return;
    }
  /* Its window was closed meanwhile. */
  if (gtk_widget_get_root (widget) == NULL)
    return;
  collated = ff_pack_collate (pack, sheets, &copies);
  title = ff_pack_make_title (pack);
  ff_print_sheets (widget, collated, copies, title, FALSE, tell_used, G_OBJECT (pack));
}

/**
 * ff_print_pack:
 * @widget: what asks for it; its window is the dialog's parent, and problems are told there
 * @pack: what to print; nothing happens where it is empty
 *
 * Opens the print dialog.
 */
void
ff_print_pack (GtkWidget *widget, FfPack *pack)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_PACK (pack));

  if (*ff_pack_get_ids (pack) != NULL)
    ff_pack_make_async (pack, NULL, on_laid_out, g_object_ref (widget));
}

/**
 * ff_print_handouts:
 * @widget: what asks for it
 * @context: what a view is handed
 * @group: (nullable): whose meeting they are for
 * @ids: the handouts
 *
 * Opens the print dialog for one copy of each.
 */
void
ff_print_handouts (GtkWidget *widget, FfContext *context, FfGroup *group, const char *const *ids)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ids != NULL);

  g_autoptr (FfPack) pack = ff_pack_new (context, group);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!ff_pack_add (pack, ids[i], 1, &error))
      {
        ff_toast_error (widget, error);
        return;
      }
  ff_print_pack (widget, pack);
}

/* --- PDF --- */

static void
write_pack (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  ff_pack_write_async (FF_PACK (source), path, callback, user_data);
}

static gboolean
finish_pack (gpointer source, GAsyncResult *result, GError **error)
{
  if (!ff_pack_write_finish (FF_PACK (source), result, error))
    return FALSE;
  ff_pack_tell_used (FF_PACK (source));
  return TRUE;
}

/**
 * ff_print_export_pack:
 * @widget: what asks for it; its window is the dialog's parent, and the outcome is told there
 * @pack: what to save
 *
 * Asks for a file and writes the pack as PDF.
 */
void
ff_print_export_pack (GtkWidget *widget, FfPack *pack)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_PACK (pack));

  g_autofree char *title = ff_pack_make_title (pack);

  if (*ff_pack_get_ids (pack) != NULL)
    ff_print_save (widget, title, G_OBJECT (pack), write_pack, finish_pack);
}
