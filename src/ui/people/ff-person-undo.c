/* ff-person-undo.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the last renaming or merging back.
 */

#include "ff-person-undo.h"

#include "ff-participant-repository.h"
#include "ff-toast.h"

/* The window outlives dialogs and pages that were left. */
typedef struct
{
  GWeakRef window;
  FfStore *store;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_weak_ref_clear (&undo->window);
  g_clear_object (&undo->store);
  g_free (undo);
}

static Undo *
undo_new (GtkWidget *window, FfStore *store)
{
  Undo *undo = g_new0 (Undo, 1);

  g_weak_ref_init (&undo->window, window);
  undo->store = g_object_ref (store);
  return undo;
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  Undo *undo = data;
  g_autoptr (GtkWidget) window = g_weak_ref_get (&undo->window);
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error) && window != NULL)
    ff_toast_error (window, error);
  undo_free (undo);
}

static void
take_back (gpointer data)
{
  Undo *undo = data;
  g_autoptr (GtkWidget) window = g_weak_ref_get (&undo->window);

  ff_participant_repository_undo_async (undo->store, on_undone, undo_new (window, undo->store));
}

/**
 * ff_person_undo_offer:
 * @widget: a widget in the window that is to show it
 * @store: where it was done
 * @text: what was done, translated
 */
void
ff_person_undo_offer (GtkWidget *widget, FfStore *store, const char *text)
{
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_STORE (store));

  window = GTK_WIDGET (gtk_widget_get_root (widget));
  if (window != NULL)
    ff_toast_undo (window, text, take_back, undo_new (window, store), undo_free);
}
