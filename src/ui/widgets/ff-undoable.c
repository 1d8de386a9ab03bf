/* ff-undoable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change of the store, tells of it by a toast, and takes it back by the toast's Undo or by a key.
 */

#include "ff-config.h"

#include "ff-undoable.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

/* The view that is on the screen, of its window; the last change, of a view. */
#define VIEW "ff-undoable-view"
#define LAST "ff-undoable-last"

/* A change under way, then what is needed to take it back: shared by its toast and its view, which may both do that. */
typedef struct
{
  GtkWidget *widget; /* weak: the toast that keeps this may be in it */
  GtkWidget *view;   /* weak (nullable): it keeps this */
  AdwToast *toast;   /* weak (nullable) */
  FfStore *store;
  guint64 step; /* 0 until it is done, and from when it is taken back */
  char *text;   /* of the toast; NULL for none */
  gboolean by_key;
} Change;

/* It is asked for while the widget is there: that may be in a dialog that closes before the change is done. */
static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), VIEW) : NULL;
}

static Change *
change_new (GtkWidget *widget, FfStore *store, guint64 step, const char *text)
{
  Change *change = g_rc_box_new0 (Change);

  g_set_weak_pointer (&change->widget, widget);
  g_set_weak_pointer (&change->view, find_view (widget));
  change->store = g_object_ref (store);
  change->step = step;
  change->text = g_strdup (text);
  return change;
}

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_clear_weak_pointer (&change->widget);
  g_clear_weak_pointer (&change->view);
  g_clear_weak_pointer (&change->toast);
  g_object_unref (change->store);
  g_free (change->text);
}

static void
change_unref (gpointer change)
{
  g_rc_box_release_full (change, change_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_unref)

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_root (widget) != NULL;
}

/* Who pressed a key may not see what it changed. */
static void
tell_undone (Change *change)
{
  /* Translators: what was done and is taken back, like “Meeting deleted” */
  g_autofree char *text = g_strdup_printf (_ ("Undone: “%s”"), change->text);

  ff_toast_show (change->widget, text);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_undone = ff_store_write_finish (FF_STORE (source), result, &error);

  if (!is_shown (change->widget))
    return;
  if (!is_undone)
    ff_toast_error (change->widget, error);
  else if (change->by_key)
    tell_undone (change);
}

/* Once, whether by its toast or by the key. */
static void
undo (gpointer data)
{
  Change *change = data;
  const guint64 step = change->step;

  if (step == 0)
    return;
  change->step = 0;
  ff_store_undo_async (change->store, step, on_undone, g_rc_box_acquire (change));
}

/* A change without a word is not one to take back blindly, nor is one before it. */
static void
keep (Change *change)
{
  if (change->view != NULL)
    g_object_set_data_full (G_OBJECT (change->view), LAST,
                            change->text != NULL ? g_rc_box_acquire (change) : NULL, change_unref);
}

static void
offer (Change *change)
{
  keep (change);
  if (change->text != NULL && is_shown (change->widget))
    g_set_weak_pointer (&change->toast, ff_toast_undo (change->widget, change->text, undo,
                                                       g_rc_box_acquire (change), change_unref));
}

static void
tell (Change *change, guint64 step, const GError *error)
{
  change->step = step;
  if (step != 0)
    offer (change);
  else if (is_shown (change->widget))
    ff_toast_error (change->widget, error);
}

static void
on_schedule_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  const guint64 step = ff_schedule_edit_apply_finish (change->store, result, &error);

  tell (change, step, error);
}

static void
on_roster_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;
  const guint64 step = ff_roster_edit_apply_finish (change->store, result, &error);

  tell (change, step, error);
}

/**
 * ff_undoable_change_schedule:
 * @widget: where to show the toast
 * @store: the store
 * @edit: (transfer full): what to do
 * @text: (nullable): what to say when it is done, with Undo; %NULL says only what went wrong
 */
void
ff_undoable_change_schedule (GtkWidget *widget,
                             FfStore *store,
                             FfScheduleEdit *edit,
                             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (edit != NULL);

  ff_schedule_edit_apply_async (edit, store, NULL, NULL, NULL, on_schedule_changed,
                                change_new (widget, store, 0, text));
}

/**
 * ff_undoable_change_roster:
 * @widget: where to show the toast
 * @store: the store
 * @edit: (transfer full): what to do
 * @text: (nullable): what to say when it is done, with Undo; %NULL says only what went wrong
 */
void
ff_undoable_change_roster (GtkWidget *widget, FfStore *store, FfRosterEdit *edit, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (edit != NULL);

  ff_roster_edit_apply_async (edit, store, NULL, on_roster_changed,
                              change_new (widget, store, 0, text));
}

/**
 * ff_undoable_tell:
 * @widget: where to show the toast
 * @store: the store
 * @step: what was done, as ff_store_undo_async() takes it
 * @text: what was done
 *
 * For a change that was made elsewhere: the toast, with its Undo.
 */
void
ff_undoable_tell (GtkWidget *widget, FfStore *store, guint64 step, const char *text)
{
  g_autoptr (Change) change = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (text != NULL);

  change = change_new (widget, store, step, text);
  offer (change);
}

static void
on_map (GtkWidget *view)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (view)), VIEW, view);
}

/* The next one may be there before this one has gone. */
static void
on_unmap (GtkWidget *view)
{
  if (find_view (view) == view)
    g_object_set_data (G_OBJECT (gtk_widget_get_root (view)), VIEW, NULL);
}

/* What is written is the text's own to take back, and what a dialog is about is in front of the view. */
static gboolean
is_elsewhere (GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
             || gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL);
}

static void
undo_action (GtkWidget *view, const char *action_name, GVariant *parameter)
{
  Change *last = g_object_get_data (G_OBJECT (view), LAST);

  if (last == NULL || last->step == 0 || is_elsewhere (view))
    return;
  last->by_key = TRUE;
  g_set_weak_pointer (&last->widget, view);
  if (last->toast != NULL)
    adw_toast_dismiss (last->toast);
  undo (last);
}

/**
 * ff_undoable_install_action:
 * @widget_class: of a view
 *
 * Installs the action “page.undo”: it takes back the last change that was made on the view or in a dialog before it, also once
 * its toast has gone, and does nothing where that was taken back already or where a text or a dialog has the focus.
 */
void
ff_undoable_install_action (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "page.undo", NULL, undo_action);
}

/**
 * ff_undoable_add_view:
 * @view: a widget that has “page.undo”, not in a window yet
 *
 * From now on the last change that is made while it is on the screen is kept for that action.
 */
void
ff_undoable_add_view (GtkWidget *view)
{
  g_return_if_fail (GTK_IS_WIDGET (view));

  g_signal_connect (view, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (view, "unmap", G_CALLBACK (on_unmap), NULL);
}
