/* ff-toast.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short messages at the foot of the window, with Undo where there is something to undo.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

typedef struct
{
  GtkWidget *widget; /* weak */
  FfUndoFunc undo;
  gpointer data;
  GDestroyNotify destroy;
} UndoClosure;

static void
undo_closure_free (gpointer data, GClosure *closure)
{
  UndoClosure *undo = data;

  if (undo->destroy != NULL)
    undo->destroy (undo->data);
  g_clear_weak_pointer (&undo->widget);
  g_free (undo);
}

/* The button goes with its toast: whoever pressed it is back where they were, not at the beginning of the window. */
static void
give_back_focus (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_get_mapped (widget) || gtk_widget_is_ancestor (focus, widget))
    return;
  if (!gtk_widget_grab_focus (widget))
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
toast_button_clicked_cb (AdwToast *toast, UndoClosure *closure)
{
  FfUndoFunc undo = g_steal_pointer (&closure->undo);

  give_back_focus (closure->widget);
  if (undo != NULL)
    undo (closure->data);
}

/* A dialog is beside the overlay, not in it: there the window's overlay serves. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      if (ADW_IS_APPLICATION_WINDOW (root))
        overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
      else if (ADW_IS_WINDOW (root))
        overlay = adw_window_get_content (ADW_WINDOW (root));
    }

  return ADW_IS_TOAST_OVERLAY (overlay) ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

static void
forget_toast (gpointer data)
{
  GWeakRef *ref = data;

  g_weak_ref_clear (ref);
  g_free (ref);
}

/* One change after another would queue up, and each come back once the later one's time is over. */
static void
replace_undo (AdwToastOverlay *overlay, AdwToast *toast)
{
  GWeakRef *last = g_object_get_data (G_OBJECT (overlay), "ff-undo-toast");
  g_autoptr (AdwToast) before = NULL;

  if (last == NULL)
    {
      last = g_new0 (GWeakRef, 1);
      g_weak_ref_init (last, NULL);
      g_object_set_data_full (G_OBJECT (overlay), "ff-undo-toast", last, forget_toast);
    }
  before = g_weak_ref_get (last);
  if (before != NULL)
    adw_toast_dismiss (before);
  g_weak_ref_set (last, toast);
}

/* Takes @toast, and says whether it is shown. A widget that has left its window has nobody to tell. */
static gboolean
add_toast (GtkWidget *widget, AdwToast *toast, gboolean is_undo)
{
  AdwToastOverlay *overlay = find_overlay (widget);

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return FALSE;
    }
  if (is_undo)
    replace_undo (overlay, toast);
  adw_toast_overlay_add_toast (overlay, toast);
  return TRUE;
}

static AdwToast *
make_toast (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);

  return toast;
}

/* A toast's own title is cut where it is too long, and what to do stands at the end of a sentence. */
static AdwToast *
make_whole_toast (GtkWidget *widget, const char *text)
{
  AdwToast *toast = make_toast ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return toast;
}

/**
 * ff_toast_show:
 * @widget: a widget in the window that is to show it
 * @text: one translated sentence, or few
 *
 * Shows a message for a few seconds.
 */
void
ff_toast_show (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  add_toast (widget, make_whole_toast (widget, text), FALSE);
}

/**
 * ff_toast_undo:
 * @widget: a widget in the window that is to show it
 * @text: what was done, translated
 * @undo: (scope notified): takes it back; called once at the most
 * @data: for @undo
 * @destroy: (nullable): frees @data when the toast is gone, undone or not
 *
 * Shows what was done, with a button that takes it back, in place of what was offered to be taken back before.
 *
 * Returns: (transfer none) (nullable): the toast, which goes by itself; %NULL where there is no window to show it in
 */
AdwToast *
ff_toast_undo (GtkWidget *widget,
               const char *text,
               FfUndoFunc undo,
               gpointer data,
               GDestroyNotify destroy)
{
  AdwToast *toast;
  UndoClosure *closure;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (undo != NULL, NULL);

  closure = g_new0 (UndoClosure, 1);
  g_set_weak_pointer (&closure->widget, widget);
  closure->undo = undo;
  closure->data = data;
  closure->destroy = destroy;

  toast = make_toast (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_button_clicked_cb), closure,
                         undo_closure_free, G_CONNECT_DEFAULT);

  return add_toast (widget, toast, TRUE) ? toast : NULL;
}

/**
 * ff_toast_error:
 * @widget: a widget in the window that is to show it
 * @error: what went wrong
 *
 * Shows an error's own words until they are dismissed. A cancelled operation is not worth a word.
 */
void
ff_toast_error (GtkWidget *widget, const GError *error)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  toast = make_whole_toast (widget, error->message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  add_toast (widget, toast, FALSE);
}
