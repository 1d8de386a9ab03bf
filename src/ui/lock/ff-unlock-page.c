/* ff-unlock-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown while the notes are locked: a passphrase is asked for, and nothing is said of what it protects.
 */

#include "ff-config.h"

#include "ff-unlock-page.h"

#include <glib/gi18n-lib.h>

#include "ff-passphrase-work.h"
#include "ff-secret.h"
#include "ff-store-error.h"

/* Deriving the key takes about half a second; a spinner for that would only flicker. */
#define SPINNER_AFTER_MS 700

struct _FfUnlockPage
{
  AdwBin parent_instance;

  char *folder;
  guint wait_id; /* every second until another try is taken */
  guint spinner_id;
  gboolean is_busy;
  gboolean is_wrong; /* the last one was not the passphrase */

  GtkImage *icon;
  GtkEditable *entry;
  GtkWidget *unlock_button;
  GtkWidget *recover_button;
  GtkLabel *message;
  GtkStack *actions;
};

enum
{
  UNLOCKED,
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfUnlockPage, ff_unlock_page, ADW_TYPE_BIN)

static gboolean wait_cb (gpointer user_data);

/* (transfer full) */
static char *
describe_wait (FfUnlockPage *self, guint seconds)
{
  g_autofree char *wait
      = g_strdup_printf (ngettext ("The next try can be made in %u second.",
                                   "The next try can be made in %u seconds.", seconds),
                         seconds);

  if (!self->is_wrong)
    return g_steal_pointer (&wait);

  /* Translators: the first sentence says that the passphrase is wrong, the second how long to wait */
  return g_strdup_printf (C_ ("sentences", "%s %s"), _ ("That is not the passphrase."), wait);
}

static void
say (FfUnlockPage *self, const char *text)
{
  if (g_str_equal (gtk_label_get_label (self->message), text))
    return;
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
update (FfUnlockPage *self)
{
  const guint wait = ff_passphrase_get_wait (self->folder);
  const gboolean has_text = *gtk_editable_get_text (self->entry) != '\0';

  gtk_widget_set_sensitive (self->unlock_button, has_text && !self->is_busy && wait == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !self->is_busy);
  gtk_widget_set_sensitive (self->recover_button, !self->is_busy);
  if (self->is_busy)
    return;
  if (wait > 0)
    {
      g_autofree char *text = describe_wait (self, wait);

      say (self, text);
      if (self->wait_id == 0)
        self->wait_id = g_timeout_add_seconds (1, wait_cb, self);
      return;
    }
  g_clear_handle_id (&self->wait_id, g_source_remove);
  say (self, self->is_wrong ? _ ("That is not the passphrase. Please try again.") : "");
}

static gboolean
wait_cb (gpointer user_data)
{
  FfUnlockPage *self = FF_UNLOCK_PAGE (user_data);

  if (ff_passphrase_get_wait (self->folder) == 0)
    self->wait_id = 0;
  update (self);

  return self->wait_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
spinner_due_cb (gpointer user_data)
{
  FfUnlockPage *self = FF_UNLOCK_PAGE (user_data);

  self->spinner_id = 0;
  gtk_stack_set_visible_child_name (self->actions, "busy");

  return G_SOURCE_REMOVE;
}

/* What has the focus lets go of it first: a text field would go on blinking. */
static void
set_busy (FfUnlockPage *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (is_busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  self->is_busy = is_busy;
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (is_busy)
    self->spinner_id = g_timeout_add (SPINNER_AFTER_MS, spinner_due_cb, self);
  else
    gtk_stack_set_visible_child_name (self->actions, "ready");
  update (self);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfUnlockPage) self = FF_UNLOCK_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSecret) secret = ff_passphrase_work_unlock_finish (result, &error);
  gboolean is_too_soon;

  /* It was left meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  /* Busy until the store is open, which takes this page away. */
  if (secret != NULL)
    {
      gtk_editable_set_text (self->entry, "");
      g_signal_emit (self, signals[UNLOCKED], 0, secret);
      return;
    }

  is_too_soon = g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_TOO_SOON);
  self->is_wrong = g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_WRONG_PASSPHRASE);
  /* What was not even tried may be right. */
  if (!is_too_soon)
    gtk_editable_set_text (self->entry, "");
  set_busy (self, FALSE);
  if (!self->is_wrong && !is_too_soon)
    g_signal_emit (self, signals[TROUBLE], 0, error);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
unlock_clicked_cb (FfUnlockPage *self)
{
  if (!gtk_widget_get_sensitive (self->unlock_button))
    return;

  say (self, "");
  set_busy (self, TRUE);
  ff_passphrase_work_unlock_async (self->folder, gtk_editable_get_text (self->entry), unlocked_cb,
                                   g_object_ref (self));
}

static void
text_changed_cb (FfUnlockPage *self)
{
  update (self);
}

static gboolean
ff_unlock_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_UNLOCK_PAGE (widget)->entry));
}

static void
ff_unlock_page_dispose (GObject *object)
{
  FfUnlockPage *self = FF_UNLOCK_PAGE (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_UNLOCK_PAGE);

  G_OBJECT_CLASS (ff_unlock_page_parent_class)->dispose (object);
}

static void
ff_unlock_page_finalize (GObject *object)
{
  g_clear_pointer (&FF_UNLOCK_PAGE (object)->folder, g_free);

  G_OBJECT_CLASS (ff_unlock_page_parent_class)->finalize (object);
}

static void
ff_unlock_page_class_init (FfUnlockPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_unlock_page_dispose;
  object_class->finalize = ff_unlock_page_finalize;
  widget_class->grab_focus = ff_unlock_page_grab_focus;

  signals[UNLOCKED] = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_SECRET);
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, icon);
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, recover_button);
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, message);
  gtk_widget_class_bind_template_child (widget_class, FfUnlockPage, actions);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_clicked_cb);
}

static void
ff_unlock_page_init (FfUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, FF_APPLICATION_ID);
}

/**
 * ff_unlock_page_new:
 * @folder: the data folder
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
ff_unlock_page_new (const char *folder)
{
  FfUnlockPage *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (FF_TYPE_UNLOCK_PAGE, NULL);
  self->folder = g_strdup (folder);
  update (self);

  return GTK_WIDGET (self);
}
