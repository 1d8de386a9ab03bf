/* ff-date-changes.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to a meeting or to one of its dates, each told by a toast and taken back by its Undo.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-changes.h"
#include "ff-meeting-repository.h"
#include "ff-toast.h"

/* A change under way, then what its Undo needs. */
typedef struct
{
  GtkWidget *widget; /* weak: the toast that keeps this may be in it */
  FfStore *store;
  FfOverride *before; /* NULL where nothing differed that day */
  char *meeting;
  FfWallTime rule_time;
  char *text; /* of the toast; NULL for none */
} Change;

static Change *
change_new (GtkWidget *widget, FfStore *store, const char *meeting, char *text)
{
  Change *change = g_new0 (Change, 1);

  g_set_weak_pointer (&change->widget, widget);
  change->store = g_object_ref (store);
  change->meeting = g_strdup (meeting);
  change->text = text;
  return change;
}

static void
change_free (Change *change)
{
  g_clear_weak_pointer (&change->widget);
  g_object_unref (change->store);
  g_clear_object (&change->before);
  g_free (change->meeting);
  g_free (change->text);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error) && change->widget != NULL)
    ff_toast_error (change->widget, error);
}

static Change *
for_undo (Change *change)
{
  return change_new (change->widget, change->store, change->meeting, NULL);
}

static void
undo_date (gpointer data)
{
  Change *change = data;

  if (change->before != NULL)
    ff_meeting_repository_save_override_async (change->store, change->before, on_undone,
                                               for_undo (change));
  else
    ff_meeting_repository_delete_override_async (change->store, change->meeting, &change->rule_time,
                                                 on_undone, for_undo (change));
}

static void
undo_delete (gpointer data)
{
  Change *change = data;

  ff_meeting_repository_restore_async (change->store, change->meeting, on_undone,
                                       for_undo (change));
}

static void
finish (FfStore *store, GAsyncResult *result, Change *change, FfUndoFunc undo)
{
  g_autoptr (Change) owned = change;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = change->widget;
  g_autofree char *text = g_steal_pointer (&change->text);

  gboolean written = ff_store_write_finish (store, result, &error);

  if (widget == NULL || gtk_widget_get_root (widget) == NULL)
    return;
  if (!written)
    ff_toast_error (widget, error);
  else if (text != NULL)
    ff_toast_undo (widget, text, undo, g_steal_pointer (&owned), (GDestroyNotify) change_free);
}

static void
on_date_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (FF_STORE (source), result, user_data, undo_date);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  finish (FF_STORE (source), result, user_data, undo_delete);
}

static gboolean
says_nothing (FfOverride *override)
{
  const char *note = ff_override_get_note (override);

  return !ff_override_get_cancelled (override) && ff_override_get_start (override) == NULL
         && ff_override_get_place (override) == NULL && ff_override_get_link (override) == NULL
         && (note == NULL || note[0] == '\0');
}

/* Writes what @override now says; one that says nothing is taken away. */
static void
write_override (FfOverride *override, Change *change)
{
  if (says_nothing (override))
    ff_meeting_repository_delete_override_async (change->store, change->meeting, &change->rule_time,
                                                 on_date_written, change);
  else
    ff_meeting_repository_save_override_async (change->store, override, on_date_written, change);
}

/* Gives the override of the date to be changed, and in @change what Undo puts back. */
static FfOverride *
begin_date (GtkWidget *widget,
            FfStore *store,
            FfOccurrence *occurrence,
            char *text,
            Change **change)
{
  const char *uid = ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence));
  const FfWallTime *rule_time = ff_occurrence_get_rule_time (occurrence);
  g_autoptr (GError) error = NULL;
  FfOverride *override;

  *change = change_new (widget, store, uid, text);
  (*change)->rule_time = *rule_time;
  override = ff_meeting_repository_get_override (store, uid, rule_time, &error);
  if (error != NULL)
    {
      ff_toast_error (widget, error);
      g_clear_pointer (change, change_free);
      return NULL;
    }
  if (override == NULL)
    return ff_override_new (uid, rule_time);
  (*change)->before = ff_override_copy (override);
  return override;
}

static char *
dup_date (FfOccurrence *occurrence)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (ff_occurrence_get_start (occurrence));

  /* Translators: a date in a short message, like “24 November” */
  return g_date_time_format (local, C_ ("short message", "%-d %B"));
}

static void
set_cancelled (GtkWidget *widget,
               FfStore *store,
               FfOccurrence *occurrence,
               gboolean cancelled,
               const char *note,
               char *text)
{
  Change *change;
  g_autoptr (FfOverride) override = begin_date (widget, store, occurrence, text, &change);

  if (override == NULL)
    return;
  ff_override_set_cancelled (override, cancelled);
  if (note != NULL)
    ff_override_set_note (override, note);
  write_override (override, change);
}

/**
 * ff_date_cancel:
 * @widget: where to show the toast
 * @store: the store
 * @occurrence: the date that will not take place
 * @note: (nullable): what to show with it from now on; %NULL leaves its note as it is
 */
void
ff_date_cancel (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autofree char *date = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  date = dup_date (occurrence);
  set_cancelled (widget, store, occurrence, TRUE, note,
                 /* Translators: %s is a date like 24 November */
                 g_strdup_printf (_ ("Cancelled on %s"), date));
}

/**
 * ff_date_restore:
 * @widget: where to show the toast
 * @store: the store
 * @occurrence: a cancelled date that takes place after all
 * @note: (nullable): what to show with it from now on; %NULL leaves its note as it is
 */
void
ff_date_restore (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autofree char *date = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));

  date = dup_date (occurrence);
  set_cancelled (widget, store, occurrence, FALSE, note,
                 /* Translators: a cancelled date is restored; %s is a date like 24 November */
                 g_strdup_printf (_ ("Takes place again on %s"), date));
}

/**
 * ff_date_set_note:
 * @widget: where to say what went wrong
 * @store: the store
 * @occurrence: the date
 * @note: what to show with it; "" for nothing
 */
void
ff_date_set_note (GtkWidget *widget, FfStore *store, FfOccurrence *occurrence, const char *note)
{
  g_autoptr (FfOverride) override = NULL;
  g_autofree char *text = NULL;
  Change *change;

  g_return_if_fail (FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (note != NULL);

  text = g_strstrip (g_strdup (note));
  override = begin_date (widget, store, occurrence, NULL, &change);
  if (override == NULL)
    return;
  ff_override_set_note (override, text);
  write_override (override, change);
}

/**
 * ff_meeting_delete:
 * @widget: where to show the toast
 * @store: the store
 * @meeting: the series to delete, with all its dates; notes written at its sessions stay
 */
void
ff_meeting_delete (GtkWidget *widget, FfStore *store, FfMeeting *meeting)
{
  const char *uid;

  g_return_if_fail (FF_IS_MEETING (meeting));

  uid = ff_meeting_get_uid (meeting);
  ff_meeting_repository_delete_async (
      store, uid, on_deleted, change_new (widget, store, uid, g_strdup (_ ("Meeting deleted"))));
}
