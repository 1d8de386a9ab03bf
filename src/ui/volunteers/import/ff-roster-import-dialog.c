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

#include "ff-roster-questions.h"
#include "ff-roster-reading.h"
#include "ff-roster-step-item.h"
#include "ff-roster-step-row.h"
#include "ff-schedule-change.h"
#include "ff-toast.h"

#define PROGRESS_INTERVAL 100 /* ms */
#define ROWS_MADE 250 /* more than a list view makes rows for, however many items there are */
#define ROWS_A_FRAME 20
#define ITEMS_A_FRAME 1000

struct _FfRosterImportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *path;
  FfRosterAnswers *answers;
  FfRosterReadingResult *reading; /* (nullable) */
  GListStore *items;              /* of FfRosterStepItem */
  GCancellable *cancellable;      /* (nullable): of what is under way */
  GtkWidget *parent;              /* weak: where the toast goes */
  int permille;                   /* atomic */
  guint progress_source;
  guint listing_tick;
  guint added, changed;
  gboolean seen; /* the questions were answered as far as they are known */
  gboolean refreshing;

  GtkStack *stack;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *trouble_page;
  AdwBin *questions_bin;
  GtkLabel *file_label;
  GtkLabel *counts_label;
  AdwPreferencesGroup *duplicates_group;
  AdwComboRow *all_row;
  GtkWidget *back_button;
  GtkWidget *next_button;
  GtkWidget *apply_button;
};

typedef enum
{
  PROP_ITEMS = 1,
} FfRosterImportDialogProps;

static GParamSpec *properties[PROP_ITEMS + 1];

G_DEFINE_FINAL_TYPE (FfRosterImportDialog, ff_roster_import_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfRosterImportDialog *self)
{
  return ff_context_get_store (self->context);
}

static void
show_page (FfRosterImportDialog *self, const char *name)
{
  const gboolean is_plan = g_str_equal (name, "plan");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->next_button, g_str_equal (name, "questions"));
  gtk_widget_set_visible (self->apply_button, is_plan);
  gtk_widget_set_visible (self->back_button,
                          is_plan && ff_roster_questions_exist (self->reading->import));
}

/* --- What is under way --- */

static gboolean
show_progress (gpointer data)
{
  FfRosterImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (FfRosterImportDialog *self, const char *text)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->permille, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->working_label, text);
  show_page (self, "working");
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, self);
}

static void
end_work (FfRosterImportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
}

static void
show_trouble (FfRosterImportDialog *self, const GError *error)
{
  adw_status_page_set_description (self->trouble_page, error->message);
  show_page (self, "trouble");
}

/* --- The list --- */

/* A list makes rows for the first items at once, which are few a frame, so that the window goes on. */
static gboolean
list_more (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);
  GPtrArray *items = self->reading->items;
  const guint listed = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const guint more = MIN (listed < ROWS_MADE ? ROWS_A_FRAME : ITEMS_A_FRAME, items->len - listed);

  if (more > 0)
    g_list_store_splice (self->items, listed, 0, items->pdata + listed, more);
  if (listed + more < items->len)
    return G_SOURCE_CONTINUE;
  self->listing_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_listing (FfRosterImportDialog *self)
{
  if (self->listing_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->listing_tick);
  self->listing_tick = 0;
}

static void
start_listing (FfRosterImportDialog *self)
{
  stop_listing (self);
  g_list_store_remove_all (self->items);
  if (list_more (GTK_WIDGET (self), NULL, NULL))
    self->listing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), list_more, NULL, NULL);
}

/* --- What would be done --- */

/* @text: (transfer full) */
static void
add_count (GStrvBuilder *parts, char *text, guint n)
{
  if (n > 0)
    g_strv_builder_take (parts, text);
  else
    g_free (text);
}

static char *
describe_counts (FfRosterImportDialog *self)
{
  const FfRosterPlan *plan = self->reading->plan;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  add_count (parts,
             g_strdup_printf (ngettext ("%u volunteer added", "%u volunteers added", self->added),
                              self->added),
             self->added);
  add_count (parts,
             g_strdup_printf (ngettext ("%u changed", "%u changed", self->changed), self->changed),
             self->changed);
  add_count (parts,
             g_strdup_printf (ngettext ("%u to decide", "%u to decide",
                                        ff_roster_plan_count_undecided (plan)),
                              ff_roster_plan_count_undecided (plan)),
             ff_roster_plan_count_undecided (plan));
  add_count (parts,
             g_strdup_printf (ngettext ("%u stays as it is", "%u stay as they are",
                                        plan->counts[FF_ROSTER_STEP_SAME]),
                              plan->counts[FF_ROSTER_STEP_SAME]),
             plan->counts[FF_ROSTER_STEP_SAME]);
  add_count (parts,
             g_strdup_printf (ngettext ("%u cannot be taken in", "%u cannot be taken in",
                                        plan->counts[FF_ROSTER_STEP_REFUSED]),
                              plan->counts[FF_ROSTER_STEP_REFUSED]),
             plan->counts[FF_ROSTER_STEP_REFUSED]);
  all = g_strv_builder_end (parts);
  return all[0] != NULL ? g_strjoinv (" · ", all)
                        : g_strdup (_ ("There is nobody in this file to take in."));
}

static void
update_plan (FfRosterImportDialog *self)
{
  const FfRosterPlan *plan = self->reading->plan;
  g_autoptr (GPtrArray) volunteers
      = ff_roster_plan_list_volunteers (plan, &self->added, &self->changed);
  g_autofree char *counts = describe_counts (self);

  gtk_label_set_text (self->counts_label, counts);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roster-import.apply",
                                 volunteers->len > 0 && ff_roster_plan_count_undecided (plan) == 0);
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
  start_listing (self);
}

static void
show_plan (FfRosterImportDialog *self)
{
  const FfRosterPlan *plan = self->reading->plan;
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: the name of a file and of its format, such as “Meeting Guide JSON” */
  g_autofree char *file = g_strdup_printf (_ ("“%1$s”, %2$s"), name,
                                           ff_roster_format_get_title (plan->import->format));

  gtk_label_set_text (self->file_label, file);
  self->refreshing = TRUE;
  adw_combo_row_set_selected (self->all_row, 0);
  self->refreshing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->duplicates_group),
                          plan->counts[FF_ROSTER_STEP_DUPLICATE] > 1);
  start_listing (self);
  show_page (self, "plan");
  update_plan (self);
}

static void
show_questions (FfRosterImportDialog *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  ff_roster_questions_fill (page, self->reading->import, self->reading->known, self->answers);
  adw_bin_set_child (self->questions_bin, GTK_WIDGET (page));
  show_page (self, "questions");
}

/* --- Reading --- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRosterReadingResult) reading
      = ff_roster_reading_finish (FF_STORE (source), result, &error);

  end_work (self);
  /* Closed in the meantime. */
  if (self->stack == NULL)
    return;
  stop_listing (self);
  g_list_store_remove_all (self->items);
  if (reading == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_dialog_force_close (ADW_DIALOG (self));
      else
        show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->reading, ff_roster_reading_result_free);
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
  begin_work (self, _ ("Reading the file…"));
  ff_roster_reading_async (get_store (self), self->path, self->answers, &self->permille,
                           self->cancellable, on_read, g_object_ref (self));
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
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  add_count (parts,
             g_strdup_printf (ngettext ("%u volunteer added", "%u volunteers added", self->added),
                              self->added),
             self->added);
  add_count (parts,
             g_strdup_printf (ngettext ("%u changed", "%u changed", self->changed), self->changed),
             self->changed);
  all = g_strv_builder_end (parts);
  text = g_strjoinv (" · ", all);
  if (self->parent != NULL)
    ff_schedule_change_tell (self->parent, get_store (self), step, text);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  const guint64 step = ff_roster_edit_apply_finish (FF_STORE (source), result, &error);

  end_work (self);
  if (step != 0)
    tell_done (self, step);
  if (self->stack == NULL)
    return;
  if (step != 0)
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_page (self, "plan");
  else
    show_trouble (self, error);
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);
  FfRosterEdit *edit = ff_roster_plan_make_edit (self->reading->plan, &self->added, &self->changed);

  begin_work (self, _ ("Importing…"));
  ff_roster_edit_apply_async (edit, get_store (self), self->cancellable, on_applied,
                              g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (FF_ROSTER_IMPORT_DIALOG (widget)->cancellable);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (widget);

  if (self->parent != NULL)
    ff_roster_import_present (self->parent, self->context, NULL);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* --- The dialog --- */

/* What is under way ends with the dialog, and nothing of it is done. */
static void
ff_roster_import_dialog_closed (AdwDialog *dialog)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
ff_roster_import_dialog_dispose (GObject *object)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (object);

  self->refreshing = TRUE;
  end_work (self);
  stop_listing (self);
  g_clear_weak_pointer (&self->parent);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROSTER_IMPORT_DIALOG);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ff_roster_import_dialog_parent_class)->dispose (object);
}

static void
ff_roster_import_dialog_finalize (GObject *object)
{
  FfRosterImportDialog *self = FF_ROSTER_IMPORT_DIALOG (object);

  g_clear_pointer (&self->reading, ff_roster_reading_result_free);
  g_clear_pointer (&self->answers, ff_roster_answers_free);
  g_clear_object (&self->context);
  g_free (self->path);

  G_OBJECT_CLASS (ff_roster_import_dialog_parent_class)->finalize (object);
}

static void
ff_roster_import_dialog_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  switch ((FfRosterImportDialogProps) prop_id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, FF_ROSTER_IMPORT_DIALOG (object)->items);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, working_label);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, questions_bin);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, duplicates_group);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, all_row);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, FfRosterImportDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, all_chosen_cb);
}

static void
ff_roster_import_dialog_class_init (FfRosterImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_roster_import_dialog_closed;
  object_class->dispose = ff_roster_import_dialog_dispose;
  object_class->finalize = ff_roster_import_dialog_finalize;
  object_class->get_property = ff_roster_import_dialog_get_property;

  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_ROSTER_STEP_ITEM);
  g_type_ensure (FF_TYPE_ROSTER_STEP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-roster-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "roster-import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "roster-import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "roster-import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "roster-import.continue", NULL, continue_action);
  gtk_widget_class_install_action (widget_class, "roster-import.read-again", NULL,
                                   read_again_action);
  gtk_widget_class_install_action (widget_class, "roster-import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "roster-import.decided", NULL, decided_action);
}

static void
ff_roster_import_dialog_init (FfRosterImportDialog *self)
{
  self->answers = ff_roster_answers_new ();
  self->items = g_list_store_new (FF_TYPE_ROSTER_STEP_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The dialog goes before its toast is shown. */
static void
on_parent_changed (FfRosterImportDialog *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  if (GTK_IS_WINDOW (root))
    g_set_weak_pointer (&self->parent, GTK_WIDGET (root));
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
  g_signal_connect (self, "notify::root", G_CALLBACK (on_parent_changed), NULL);
  read_file (self);

  return ADW_DIALOG (self);
}
