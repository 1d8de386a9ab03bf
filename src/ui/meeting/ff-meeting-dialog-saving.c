/* ff-meeting-dialog-saving.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a meeting: what clashes is told first, and asked which dates are meant. What is not saved is not lost unasked.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-clash.h"
#include "ff-format.h"
#include "ff-meeting-dialog-private.h"
#include "ff-meeting-repository.h"
#include "ff-series-edit.h"
#include "ff-toast.h"
#include "ff-undoable.h"
#include "ff-unsaved.h"

#define CLASHES_SHOWN 3

/* What has the focus lets go of it first: a text field would go on blinking. */
static void
set_busy (FfMeetingDialog *self, gboolean busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !busy);
}

static char *
write_state (FfMeetingDialog *self)
{
  FfTypesForm *types = ff_meeting_form_get_types (self->form);
  g_autofree char *codes = g_strjoinv (" ", (GStrv) ff_types_form_get_codes (types));
  GString *text = g_string_new (codes);

  ff_unsaved_write_state (G_OBJECT (self->form), text);
  ff_unsaved_write_state (G_OBJECT (ff_meeting_form_get_repeat (self->form)), text);
  ff_unsaved_write_state (G_OBJECT (ff_meeting_form_get_venue (self->form)), text);
  ff_unsaved_write_state (G_OBJECT (types), text);
  return g_string_free_and_steal (text);
}

static gboolean
has_unsaved (AdwDialog *dialog)
{
  FfMeetingDialog *self = FF_MEETING_DIALOG (dialog);
  g_autofree char *state = write_state (self);

  return !g_str_equal (state, self->begun);
}

/* From now on what is filled in is asked about before it is lost. */
void
ff_meeting_dialog_guard (FfMeetingDialog *self)
{
  self->begun = write_state (self);
  ff_unsaved_guard (ADW_DIALOG (self), has_unsaved);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfMeetingDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FfStore *store = ff_context_get_store (self->context);
  guint64 step = ff_schedule_edit_apply_finish (store, result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (step == 0)
    {
      set_busy (self, FALSE);
      ff_toast_error (self->title_row, error);
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  if (root != NULL)
    ff_undoable_tell (GTK_WIDGET (root), store, step,
                      self->meeting == NULL ? _ ("Meeting added") : _ ("Meeting saved"));
}

static void
apply (FfMeetingDialog *self, FfScheduleEdit *edit)
{
  set_busy (self, TRUE);
  ff_schedule_edit_apply_async (edit, ff_context_get_store (self->context), NULL, NULL, NULL,
                                on_saved, g_object_ref (self));
}

static void
save_in_scope (FfScope scope, gpointer data)
{
  FfMeetingDialog *self = data;
  g_autoptr (FfMeeting) changed = ff_meeting_form_build (self->form);
  g_autoptr (FfScheduleEdit) edit = ff_schedule_edit_new ();
  g_autoptr (FfOverride) override = NULL;
  g_autoptr (GError) error = NULL;

  override
      = ff_meeting_repository_get_override (ff_context_get_store (self->context),
                                            ff_meeting_get_uid (self->meeting), &self->at, &error);
  if (error == NULL
      && ff_series_edit_save (edit, self->meeting, &self->at, override, changed, scope, &error))
    apply (self, g_steal_pointer (&edit));
  else
    ff_toast_error (self->title_row, error);
}

static void
save (FfMeetingDialog *self)
{
  g_autoptr (FfMeeting) changed = ff_meeting_form_build (self->form);

  if (self->meeting == NULL || !self->has_at)
    {
      FfScheduleEdit *edit = ff_schedule_edit_new ();

      ff_schedule_edit_save_meeting (edit, changed);
      apply (self, edit);
      return;
    }
  if (ff_series_edit_asks (self->opened, changed))
    ff_scope_ask (GTK_WIDGET (self), _ ("Save for Which Dates?"), NULL,
                  ff_series_edit_fits_one (self->opened, changed), save_in_scope,
                  g_object_ref (self), g_object_unref);
  else
    save_in_scope (FF_SCOPE_ALL, self);
}

/* Saves once it is known what clashes; where it is only found now, it is told first. */
void
ff_meeting_dialog_save_cb (FfMeetingDialog *self)
{
  if (!ff_meeting_form_get_valid (self->form) || self->is_waiting)
    return;
  if (ff_clash_watch_get_sure (self->watch))
    {
      save (self);
      return;
    }
  self->is_waiting = TRUE;
  ff_clash_watch_check_now (self->watch);
}

const char *
ff_meeting_dialog_get_save_label (FfMeetingDialog *self)
{
  if (self->watch != NULL && ff_clash_watch_get_clashes (self->watch)->len > 0)
    return self->meeting == NULL ? _ ("_Add Anyway") : _ ("_Save Anyway");
  return self->meeting == NULL ? _ ("_Add") : _ ("_Save");
}

static char *
describe_first (FfMeetingDialog *self, FfOccurrence *occurrence)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (GDateTime) start = g_date_time_to_local (ff_occurrence_get_start (occurrence));
  g_autofree char *date = ff_format_date_short (start, now);
  g_autofree char *time = ff_format_time (start);

  /* Translators: the first date on which two meetings are in the same room, like “First on Tue 1 Dec, 19:00” */
  return g_strdup_printf (_ ("First on %1$s, %2$s"), date, time);
}

static void
add_clash_row (FfMeetingDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (image, "warning");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (self->clashes, row);
  g_ptr_array_add (self->clash_rows, row);
}

static void
add_clash (FfMeetingDialog *self, const FfClash *clash)
{
  FfSchedule *schedule = ff_clash_watch_get_schedule (self->watch);
  const char *other = ff_schedule_get_title (schedule, ff_occurrence_get_meeting (clash->other));
  /* Translators: %s is a meeting or its group */
  g_autofree char *title
      = g_strdup_printf (clash->same_link ? _ ("The same link as “%s” at the same time")
                                          : _ ("The same room as “%s” at the same time"),
                         other);
  g_autofree char *subtitle = describe_first (self, clash->mine);

  add_clash_row (self, title, subtitle);
}

static void
fill_clashes (FfMeetingDialog *self)
{
  GPtrArray *clashes = ff_clash_watch_get_clashes (self->watch);

  for (guint i = 0; i < self->clash_rows->len; i++)
    adw_preferences_group_remove (self->clashes, g_ptr_array_index (self->clash_rows, i));
  g_ptr_array_set_size (self->clash_rows, 0);
  for (guint i = 0; i < clashes->len && i < CLASHES_SHOWN; i++)
    add_clash (self, g_ptr_array_index (clashes, i));
  if (clashes->len > CLASHES_SHOWN)
    {
      guint more = clashes->len - CLASHES_SHOWN;
      g_autofree char *title = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "And %u more meeting", "And %u more meetings", more), more);

      add_clash_row (self, title, "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), clashes->len > 0);
}

/* What was compared is shown; what waited for it goes on, unless there is now something to read first. */
void
ff_meeting_dialog_show_clashes (FfMeetingDialog *self)
{
  gboolean waited = self->is_waiting;
  gboolean clashes = ff_clash_watch_get_clashes (self->watch)->len > 0;
  gboolean were_there = self->clash_rows->len > 0;

  self->is_waiting = FALSE;
  fill_clashes (self);
  ff_meeting_dialog_notify_label (self);
  if (waited && !clashes && ff_meeting_form_get_valid (self->form))
    {
      save (self);
      return;
    }
  if (waited)
    adw_preferences_page_scroll_to_top (self->page);
  if (clashes && !were_there && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self),
                             adw_preferences_row_get_title (
                                 ADW_PREFERENCES_ROW (g_ptr_array_index (self->clash_rows, 0))),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
