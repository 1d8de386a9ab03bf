/* ff-undoable.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a change of the store, tells of it by a toast, and takes it back by the toast's Undo.
 */

#include "ff-config.h"

#include "ff-undoable.h"

#include "ff-toast.h"

/* A change under way, then what its Undo needs. */
typedef struct
{
  GtkWidget *widget; /* weak: the toast that keeps this may be in it */
  FfStore *store;
  guint64 step;
  char *text; /* of the toast; NULL for none */
} Change;

static Change *
change_new (GtkWidget *widget, FfStore *store, guint64 step, const char *text)
{
  Change *change = g_new0 (Change, 1);

  g_set_weak_pointer (&change->widget, widget);
  change->store = g_object_ref (store);
  change->step = step;
  change->text = g_strdup (text);
  return change;
}

static void
change_free (Change *change)
{
  g_clear_weak_pointer (&change->widget);
  g_object_unref (change->store);
  g_free (change->text);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static gboolean
is_shown (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_root (widget) != NULL;
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error) && is_shown (change->widget))
    ff_toast_error (change->widget, error);
}

static void
undo (gpointer data)
{
  Change *change = data;

  ff_store_undo_async (change->store, change->step, on_undone,
                       change_new (change->widget, change->store, change->step, NULL));
}

static void
tell (Change *change, guint64 step, const GError *error)
{
  if (!is_shown (change->widget))
    return;
  if (step == 0)
    ff_toast_error (change->widget, error);
  else if (change->text != NULL)
    ff_undoable_tell (change->widget, change->store, step, change->text);
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
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (text != NULL);

  ff_toast_undo (widget, text, undo, change_new (widget, store, step, NULL),
                 (GDestroyNotify) change_free);
}
