/* ff-rota-view-astray.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever has a duty that has no place in the rota any more is not forgotten: a banner leads to them.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-rota-astray.h"
#include "ff-rota-view-private.h"

static GListModel *
list_astray (FfRotaView *self)
{
  return ff_rota_astray_list (ff_rota_view_get_rota (self), self->source, self->context);
}

static void
astray_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaView *self = FF_ROTA_VIEW (widget);
  g_autoptr (GListModel) astray = list_astray (self);
  FfRotaAstrayDialog *dialog = ff_rota_astray_dialog_new (ff_context_get_store (self->context));

  ff_rota_astray_dialog_show (dialog, astray);
  g_set_weak_pointer (&self->astray_dialog, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* What was read just now, also in the list that is open. */
void
ff_rota_view_show_astray (FfRotaView *self)
{
  g_autoptr (GListModel) astray = NULL;
  g_autofree char *title = NULL;
  guint n;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rota.astray", self->rows != NULL);
  if (self->rows == NULL)
    return;
  astray = list_astray (self);
  n = g_list_model_get_n_items (astray);
  title = g_strdup_printf (
      ngettext ("%u duty has no place any more.", "%u duties have no place any more.", n), n);
  adw_banner_set_title (self->astray_banner, title);
  adw_banner_set_revealed (self->astray_banner, n > 0);
  if (self->astray_dialog != NULL)
    ff_rota_astray_dialog_show (self->astray_dialog, astray);
}

void
ff_rota_view_astray_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rota.astray", NULL, astray_action);
}
