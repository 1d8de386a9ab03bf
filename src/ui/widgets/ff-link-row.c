/* ff-link-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row with a link to join a meeting online: open it, or copy it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-link-row.h"
#include "ff-toast.h"

struct _FfLinkRow
{
  AdwActionRow parent_instance;

  char *link;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (FfLinkRow, ff_link_row, ADW_TYPE_ACTION_ROW)

static void
on_launched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfLinkRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_show (GTK_WIDGET (self),
                   _ ("The link could not be opened. Copy it and paste it into a browser."));
}

static void
open_cb (FfLinkRow *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (self->link);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           on_launched, g_object_ref (self));
}

static void
copy_cb (FfLinkRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->link);
  ff_toast_show (GTK_WIDGET (self), _ ("Link copied"));
}

static void
ff_link_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_LINK_ROW);

  G_OBJECT_CLASS (ff_link_row_parent_class)->dispose (object);
}

static void
ff_link_row_finalize (GObject *object)
{
  g_free (FF_LINK_ROW (object)->link);

  G_OBJECT_CLASS (ff_link_row_parent_class)->finalize (object);
}

static void
ff_link_row_class_init (FfLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_link_row_dispose;
  object_class->finalize = ff_link_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfLinkRow, open_button);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
ff_link_row_init (FfLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_link_row_set_link:
 * @self: a row
 * @link: (nullable): a link; %NULL or "" hides the row
 */
void
ff_link_row_set_link (FfLinkRow *self, const char *link)
{
  g_return_if_fail (FF_IS_LINK_ROW (self));

  g_set_str (&self->link, link != NULL ? link : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), self->link);
  gtk_widget_set_visible (GTK_WIDGET (self), self->link[0] != '\0');
}
