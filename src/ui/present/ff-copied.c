/* ff-copied.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was copied in a window, so that nothing of it is left when the window is closed.
 */

#include "ff-config.h"

#include "ff-copied.h"

struct _FfCopied
{
  GObject parent_instance;

  GtkWindow *window; /* (unowned): outlives this */
  GdkClipboard *clipboard;
  gboolean is_ours; /* what the clipboard holds */
};

G_DEFINE_FINAL_TYPE (FfCopied, ff_copied, G_TYPE_OBJECT)

static void
changed_cb (FfCopied *self)
{
  self->is_ours = gdk_clipboard_is_local (self->clipboard) && gtk_window_is_active (self->window);
}

static void
ff_copied_dispose (GObject *object)
{
  g_clear_object (&FF_COPIED (object)->clipboard);

  G_OBJECT_CLASS (ff_copied_parent_class)->dispose (object);
}

static void
ff_copied_class_init (FfCopiedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_copied_dispose;
}

static void
ff_copied_init (FfCopied *self)
{
}

/**
 * ff_copied_new:
 * @window: where things may be copied; outlives what is returned
 *
 * Returns: (transfer full): what watches the clipboard from now on
 */
FfCopied *
ff_copied_new (GtkWindow *window)
{
  FfCopied *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (FF_TYPE_COPIED, NULL);
  self->window = window;
  self->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (window)));
  g_signal_connect_object (self->clipboard, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_copied_forget:
 * @self: what watches the clipboard
 *
 * Empties the clipboard where it still holds what was copied in the window.
 */
void
ff_copied_forget (FfCopied *self)
{
  g_return_if_fail (FF_IS_COPIED (self));

  if (self->is_ours)
    gdk_clipboard_set_content (self->clipboard, NULL);
}
