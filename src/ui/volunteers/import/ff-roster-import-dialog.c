/* ff-roster-import-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what a file of volunteers leaves open, shows what it would do, and does it in one step.
 */

#include "ff-config.h"

#include "ff-roster-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-import-frame.h"
#include "ff-roster-questions.h"
#include "ff-roster-reading.h"
#include "ff-roster-step-item.h"
#include "ff-roster-step-row.h"

struct _FfRosterImportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *path;
  FfRosterAnswers *answers;
  FfRosterReadingResult *reading; /* (nullable) */
  FfRosterCounts counts;          /* of its plan */
  int permille;                   /* atomic: of what is under way */
  gboolean counting;
  gboolean outdated; /* something was decided while it was counted */
  gboolean seen;     /* the questions were answered as far as they are known */
  gboolean refreshing;

  FfImportFrame *frame;
  AdwBin *questions_bin;
  AdwPreferencesGroup *duplicates_group;
  AdwComboRow *all_row;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (FfRosterImportDialog, ff_roster_import_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfRosterImportDialog *self)
{
  return ff_context_get_store (self->context);
}

static void
page_changed_cb (FfRosterImportDialog *self)
{
  g_autofree char *page = NULL;
  gboolean is_plan;

  g_object_get (self->frame, "page", &page, NULL);
  is_plan = g_strcmp0 (page, "plan") == 0;
  gtk_widget_set_visible (self->next_button, g_strcmp0 (page, "questions") == 0);
  gtk_widget_set_visible (self->apply_button, is_plan);
  gtk_widget_set_visible (self->back_button,
                          is_plan && ff_roster_questions_exist (self->reading->import));
}

/* --- What would be done --- */

static char *
describe_added (const FfRosterCounts *counts)
{
  if (counts->added == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u volunteer added", "%u volunteers added", counts->added),
                          counts->added);
}

static void
allow (FfRosterImportDialog *self, gboolean allowed)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster-import.apply", allowed);
}

static void
show_counts (FfRosterImportDialog *self)
{
  const FfRosterCounts *counts = &self->counts;
  const FfRosterPlan *plan = self->reading->plan;
  g_autofree char *text
      = ff_import_frame_write_counts (describe_added (counts), counts->changed, counts->undecided,
                                      plan->counts[FF_ROSTER_STEP_SAME],
                                      plan->counts[FF_ROSTER_STEP_REFUSED],
                                      _ ("There is nobody in this file to take in."));

  ff_import_frame_set_counts (self->frame, text);
  allow (self, counts->added + counts->changed > 0 && counts->undecided == 0);
}

static void update_plan (FfRosterImportDialog *self);

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  const FfRosterCounts counts = ff_roster_reading_count_finish (FF_STORE (source), result);

  self->counting = FALSE;
  /* Its window is gone, or the file is read anew. */
  if (self->frame == NULL || self->reading == NULL || self->reading->plan == NULL)
    return;
  if (self->outdated)
    {
      update_plan (self);
      return;
    }
  self->counts = counts;
  show_counts (self);
}

/* One at a time: what is decided while it counts is counted next. */
static void
update_plan (FfRosterImportDialog *self)
{
  allow (self, FALSE);
  self->outdated = self->counting;
  if (self->counting)
    return;
  self->counting = TRUE;
  ff_roster_reading_count_async (self->reading, get_store (self), on_counted, g_object_ref (self));
}

static void
all_chosen_cb (FfRosterImportDialog *self)
{
  static const FfRosterDecision decisions[]
      = { FF_ROSTER_UNDECIDED, FF_ROSTER_ADD, FF_ROSTER_SKIP, FF_ROSTER_MERGE };
  const guint selected = adw_combo_row_get_selected (self->all_row);

  if (self->refreshing || self->reading == NULL || selected >= G_N_ELEMENTS (decisions))
    return;
  ff_roster_plan_decide_all (self->reading->plan, decisions[selected]);
  update_plan (self);
  ff_import_frame_list (self->frame, self->reading->items);
}

static void
show_plan (FfRosterImportDialog *self)
{
  const FfRosterPlan *plan = self->reading->plan;
  g_autofree char *zones = ff_roster_plan_describe_zones (plan);

  self->refreshing = TRUE;
  adw_combo_row_set_selected (self->all_row, 0);
  self->refreshing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates_group),
                          plan->counts[FF_ROSTER_STEP_DUPLICATE] > 1);
  ff_import_frame_set_counts (self->frame, "");
  ff_import_frame_set_note (self->frame, zones);
  ff_import_frame_show_plan (self->frame, self->path,
                             ff_roster_format_get_title (plan->import->format),
                             self->reading->items);
  update_plan (self);
}

static void
allow_continuing (FfRosterImportDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster-import.continue",
                                 ff_roster_questions_are_answered (self->reading->import,
                                                                   self->answers));
}

static void
answered_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  allow_continuing (FF_ROSTER_IMPORT_DIALOG (widget));
}

static void
show_questions (FfRosterImportDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  ff_roster_questions_fill (page, self->reading->import, self->reading->known, self->answers);
  adw_bin_set_child (self->questions_bin, GTK_WIDGET (page));
  allow_continuing (self);
  ff_import_frame_show (self->frame, "questions");
}

/* --- Reading --- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRosterReadingResult) reading
      = ff_roster_reading_finish (FF_STORE (source), result, &error);

  /* Its window is gone. */
  if (self->frame == NULL)
    return;
  ff_import_frame_end (self->frame);
  ff_import_frame_list (self->frame, NULL);
  if (reading == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_dialog_force_close (ADW_DIALOG (self));
      else
        ff_import_frame_show_trouble (self->frame, error);
      return;
    }
  g_clear_pointer (&self->reading, ff_roster_reading_result_unref);
  self->reading = g_steal_pointer (&reading);
  if (self->reading->plan == NULL
      || (!self->seen && ff_roster_questions_exist (self->reading->import)))
    show_questions (self);
  else
    show_plan (self);
}

static void
read_file (FfRosterImportDialog *self)
{
  GCancellable *cancellable
      = ff_import_frame_begin (self->frame, _ ("Reading the file…"), &self->permille);

  ff_roster_reading_async (get_store (self), self->path, self->answers, &self->permille,
                           cancellable, on_read, g_object_ref (self));
}

static void
continue_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);

  self->seen = (self->reading->import->asks & FF_ROSTER_ASKS_CHARSET) == 0;
  read_file (self);
}

static void
read_again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);

  self->seen = FALSE;
  read_file (self);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);

  self->seen = FALSE;
  show_questions (self);
}

static void
decided_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  update_plan (FF_ROSTER_IMPORT_DIALOG (widget));
}

/* --- Taking it in --- */

static void
tell_done (FfRosterImportDialog *self, guint64 step)
{
  const FfRosterCounts *counts = &self->counts;
  g_autofree char *text
      = ff_import_frame_write_counts (describe_added (counts), counts->changed, 0, 0,
                                      self->reading->plan->counts[FF_ROSTER_STEP_REFUSED], "");

  ff_import_frame_tell_done (self->frame, get_store (self), step, text);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const guint64 step = ff_roster_edit_apply_finish (FF_STORE (source), result, &error);

  /* Its window is gone. */
  if (self->frame == NULL)
    return;
  ff_import_frame_end (self->frame);
  if (step != 0)
    {
      tell_done (self, step);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ff_import_frame_show (self->frame, "plan");
  else
    ff_import_frame_show_trouble (self->frame, error);
}

static void
on_edit (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  g_autoptr (FfRosterEdit) edit = ff_roster_reading_make_edit_finish (FF_STORE (source), result);

  if (self->frame != NULL)
    ff_roster_edit_apply_async (g_steal_pointer (&edit), FF_STORE (source),
                                ff_import_frame_get_cancellable (self->frame), on_applied,
                                g_object_ref (self));
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);

  ff_import_frame_begin (self->frame, _ ("Importing…"), &self->permille);
  ff_roster_reading_make_edit_async (self->reading, get_store (self), on_edit, g_object_ref (self));
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);
  GtkWidget *parent = ff_import_frame_get_window (self->frame);

  if (parent != NULL)
    ff_roster_import_present (parent, self->context, NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- The dialog --- */

/* What is under way ends with the dialog, and nothing of it is done. */
static void
ff_roster_import_dialog_closed (AdwDialog *dialog)
{
  ff_import_frame_cancel (FF_ROSTER_IMPORT_DIALOG (dialog)->frame);
}

static void
ff_roster_import_dialog_dispose (GObject *object)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (object);

  self->refreshing = TRUE;
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROSTER_IMPORT_DIALOG);

  G_OBJECT_CLASS (ff_roster_import_dialog_parent_class)->dispose (object);
}

static void
ff_roster_import_dialog_finalize (GObject *object)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (object);

  g_clear_pointer (&self->reading, ff_roster_reading_result_unref);
  g_clear_pointer (&self->answers, ff_roster_answers_free);
  g_clear_object (&self->context);
  g_free (self->path);

  G_OBJECT_CLASS (ff_roster_import_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, frame);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, questions_bin);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, duplicates_group);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, all_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
ff_roster_import_dialog_class_init (FfRosterImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_roster_import_dialog_closed;
  object_class->dispose = ff_roster_import_dialog_dispose;
  object_class->finalize = ff_roster_import_dialog_finalize;

  g_type_ensure (FF_TYPE_IMPORT_FRAME);
  g_type_ensure (FF_TYPE_ROSTER_STEP_ITEM);
  g_type_ensure (FF_TYPE_ROSTER_STEP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-roster-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "roster-import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "roster-import.continue", NULL, continue_action);
  gtk_widget_class_install_action (widget_class, "roster-import.answered", NULL, answered_action);
  gtk_widget_class_install_action (widget_class, "roster-import.read-again", NULL,
                                   read_again_action);
  gtk_widget_class_install_action (widget_class, "roster-import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "roster-import.decided", NULL, decided_action);
}

static void
ff_roster_import_dialog_init (FfRosterImportDialog *self)
{
  self->answers = ff_roster_answers_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_roster_import_dialog_new:
 * @context: what a view is handed
 * @path: the file, which is read at once
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_roster_import_dialog_new (FfContext *context, const char *path)
{
  FfRosterImportDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FF_TYPE_ROSTER_IMPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->path = g_strdup (path);
  read_file (self);

  return ADW_DIALOG (self);
}
