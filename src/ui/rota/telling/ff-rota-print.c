/* ff-rota-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the rota, of all groups or one and of some weeks, and shows it as it will be on paper, to print or to save.
 */

#include "ff-config.h"

#include "ff-rota-print.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-group-repository.h"
#include "ff-paper-choices.h"
#include "ff-paper-proof.h"
#include "ff-rota-reading.h"
#include "ff-rota-sheet.h"
#include "ff-week-days.h"

#define FF_TYPE_ROTA_PRINT (ff_rota_print_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaPrint, ff_rota_print, FF, ROTA_PRINT, AdwDialog)

struct _FfRotaPrint
{
  AdwDialog parent_instance;

  FfContext *context; /* (nullable): NULL once it is closed */
  GPtrArray *groups;  /* as in the row, after its first line */
  GDateTime *from;
  GDateTime *until;
  FfRota *rota;          /* (nullable): until it is read */
  GCancellable *reading; /* of what is read now */
  gboolean refreshing;

  GtkStack *stack;
  AdwComboRow *group_row;
  AdwSpinRow *weeks_row;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwSwitchRow *large_row;
  FfPaperProof *proof;
  AdwStatusPage *trouble_page;
};

G_DEFINE_FINAL_TYPE (FfRotaPrint, ff_rota_print, ADW_TYPE_DIALOG)

/* (nullable) (transfer none) */
static FfGroup *
get_group (FfRotaPrint *self)
{
  const guint selected = adw_combo_row_get_selected (self->group_row);

  return selected > 0 && selected <= self->groups->len
             ? g_ptr_array_index (self->groups, selected - 1)
             : NULL;
}

/* --- What is laid out, in whatever thread --- */

typedef struct
{
  FfRota *rota;
  FfRotaSheetStyle style; /* its texts are ours */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->rota);
  g_free ((char *) paper->style.language);
  g_free ((char *) paper->style.title);
  g_date_time_unref (paper->style.printed);
  g_free (paper);
}

static GPtrArray *
make_sheets (gpointer data)
{
  const Paper *paper = data;
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sheets, ff_rota_sheet_new (paper->rota, &paper->style));
  return sheets;
}

static FfPaperJob *
make_paper (FfRotaPrint *self)
{
  GSettings *settings = ff_context_get_settings (self->context);
  FfGroup *group = get_group (self);
  Paper *paper = g_new0 (Paper, 1);

  paper->rota = g_object_ref (self->rota);
  paper->style.size = ff_paper_choices_get_size (settings);
  paper->style.large_print = g_settings_get_boolean (settings, "large-print");
  paper->style.language = g_settings_get_string (settings, "handout-language");
  paper->style.title = g_strdup (group != NULL ? ff_group_get_name (group) : NULL);
  paper->style.first_weekday = ff_week_first_weekday ();
  paper->style.printed = ff_clock_get_now (ff_context_get_clock (self->context));
  return ff_paper_job_new (_ ("Rota"), make_sheets, paper, paper_free);
}

static void
lay_out (FfRotaPrint *self)
{
  g_autoptr (FfPaperJob) paper = NULL;

  if (self->context == NULL || self->rota == NULL)
    return;
  paper = make_paper (self);
  ff_paper_proof_lay_out (self->proof, paper);
}

/* --- Reading --- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaPrint) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRota) rota = ff_rota_reading_finish (result, &error);

  /* Closed, or something else was chosen. */
  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->rota, rota);
  if (rota != NULL)
    {
      lay_out (self);
      return;
    }
  adw_status_page_set_description (self->trouble_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
stop_reading (FfRotaPrint *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->rota);
  ff_paper_proof_lay_out (self->proof, NULL);
}

static void
read_rota (FfRotaPrint *self)
{
  const int weeks = (int) adw_spin_row_get_value (self->weeks_row);
  g_autoptr (GDateTime) end = g_date_time_add_weeks (self->from, weeks);
  FfGroup *group = get_group (self);

  stop_reading (self);
  self->reading = g_cancellable_new ();
  ff_rota_reading_async (self->context, group != NULL ? ff_group_get_uid (group) : NULL, self->from,
                         g_date_time_compare (end, self->until) < 0 ? end : self->until,
                         self->reading, on_read, g_object_ref (self));
}

/* --- Choices --- */

static void
chosen_cb (FfRotaPrint *self)
{
  if (!self->refreshing && self->context != NULL)
    read_rota (self);
}

static void
list_groups (FfRotaPrint *self, FfGroup *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->groups = ff_group_repository_list (ff_context_get_store (self->context), NULL);
  if (self->groups == NULL)
    self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_string_list_append (names, _ ("All groups"));
  for (guint i = 0; i < self->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (self->groups, i);

      gtk_string_list_append (names, ff_group_get_name (group));
      if (chosen != NULL && g_str_equal (ff_group_get_uid (group), ff_group_get_uid (chosen)))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->group_row), self->groups->len > 1);
}

/* As many as were asked for, or fewer from the first on. */
static void
list_weeks (FfRotaPrint *self)
{
  const double weeks = (double) g_date_time_difference (self->until, self->from)
                       / (7.0 * (double) G_TIME_SPAN_DAY);
  const double most = MAX (ceil (weeks - 0.02), 1); /* an hour more where the clocks change */

  gtk_adjustment_set_upper (adw_spin_row_get_adjustment (self->weeks_row), most);
  adw_spin_row_set_value (self->weeks_row, most);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks_row), most > 1);
}

/* --- The dialog --- */

static void
ff_rota_print_dispose (GObject *object)
{
  FfRotaPrint *self = FF_ROTA_PRINT (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_PRINT);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_clear_object (&self->rota);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_rota_print_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_rota_print_closed (AdwDialog *dialog)
{
  FfRotaPrint *self = FF_ROTA_PRINT (dialog);

  self->refreshing = TRUE;
  stop_reading (self);
  g_clear_object (&self->context);
}

static void
ff_rota_print_class_init (FfRotaPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_rota_print_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_rota_print_dispose;
  g_type_ensure (FF_TYPE_PAPER_PROOF);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-print.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, weeks_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, proof);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "paper.save",
                                       NULL);
}

static void
ff_rota_print_init (FfRotaPrint *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "paper",
                                  ff_paper_proof_get_actions (self->proof));
}

/**
 * ff_rota_print_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: (nullable): whose places at first; %NULL for all groups'
 * @from: dates that begin then or later …
 * @until: … and before this
 *
 * Shows the rota as it will be on paper: names as people like them, no way to reach them, and lines for what is open. How many pages that
 * makes is said before anything is printed, and a group or the first weeks can be chosen.
 */
void
ff_rota_print_present (GtkWidget *parent,
                       FfContext *context,
                       FfGroup *group,
                       GDateTime *from,
                       GDateTime *until)
{
  FfRotaPrint *self;
  GSettings *settings;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));
  g_return_if_fail (from != NULL && until != NULL);

  self = g_object_new (FF_TYPE_ROTA_PRINT, NULL);
  settings = ff_context_get_settings (context);
  self->context = g_object_ref (context);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  list_groups (self, group);
  list_weeks (self);
  ff_paper_choices_bind_language (self->language_row, settings, NULL);
  ff_paper_choices_bind_paper (self->paper_row, settings);
  ff_paper_choices_bind_large (self->large_row, settings);
  ff_paper_choices_watch (settings, G_CALLBACK (lay_out), G_OBJECT (self));
  self->refreshing = FALSE;
  read_rota (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
