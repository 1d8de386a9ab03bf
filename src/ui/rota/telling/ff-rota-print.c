/* ff-rota-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the rota, lays it out in a thread, and hands it to the printer or into a file.
 */

#include "ff-config.h"

#include "ff-rota-print.h"

#include <glib/gi18n-lib.h>

#include "ff-language.h"
#include "ff-pack.h"
#include "ff-paper-job.h"
#include "ff-print.h"
#include "ff-rota-reading.h"
#include "ff-rota-sheet.h"
#include "ff-sheet-view.h"
#include "ff-week-days.h"

#define FF_TYPE_ROTA_PRINT (ff_rota_print_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaPrint, ff_rota_print, FF, ROTA_PRINT, AdwDialog)

struct _FfRotaPrint
{
  AdwDialog parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfRota *rota;   /* (nullable): until it is read */
  GCancellable *reading;
  GStrv languages; /* as in the row, after its first line */
  gboolean refreshing;
  gboolean laying_out;
  gboolean outdated; /* something was chosen while it was laid out */

  GtkStack *stack;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwSwitchRow *large_row;
  GtkLabel *pages_label;
  FfSheetView *view;
  AdwStatusPage *trouble_page;
};

G_DEFINE_FINAL_TYPE (FfRotaPrint, ff_rota_print, ADW_TYPE_DIALOG)

static gboolean
is_closed (FfRotaPrint *self)
{
  return self->context == NULL;
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

static Paper *
paper_new (FfRotaPrint *self)
{
  GSettings *settings = ff_context_get_settings (self->context);
  Paper *paper = g_new0 (Paper, 1);

  paper->rota = g_object_ref (self->rota);
  paper->style.size = ff_pack_read_paper_size (settings);
  paper->style.large_print = g_settings_get_boolean (settings, "large-print");
  paper->style.language = g_settings_get_string (settings, "handout-language");
  paper->style.title = g_strdup (self->group != NULL ? ff_group_get_name (self->group) : NULL);
  paper->style.first_weekday = ff_week_first_weekday ();
  paper->style.printed = ff_clock_get_now (ff_context_get_clock (self->context));
  return paper;
}

static GPtrArray *
make_sheets (gpointer data)
{
  Paper *paper = data;
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sheets, ff_rota_sheet_new (paper->rota, &paper->style));
  return sheets;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paper *paper = data;

  g_task_return_pointer (task, ff_rota_sheet_new (paper->rota, &paper->style), g_object_unref);
}

/* --- The sheet --- */

static void lay_out (FfRotaPrint *self);

static void
allow (FfRotaPrint *self, gboolean allowed)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.save", allowed);
}

static void
show_sheet (FfRotaPrint *self, FfSheet *sheet)
{
  guint n_pages = ff_sheet_get_n_pages (sheet), n_shown;
  g_autofree char *text = NULL;

  ff_sheet_view_set_sheet (self->view, sheet);
  n_shown = ff_sheet_view_get_n_shown (self->view);
  if (n_shown < n_pages)
    /* Translators: %1$u and %2$u are numbers of pages */
    text = g_strdup_printf (_ ("%1$u pages; the first %2$u are shown"), n_pages, n_shown);
  else
    text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  gtk_label_set_text (self->pages_label, text);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  allow (self, TRUE);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer data)
{
  FfRotaPrint *self = FF_ROTA_PRINT (source);
  g_autoptr (FfSheet) sheet = g_task_propagate_pointer (G_TASK (result), NULL);

  self->laying_out = FALSE;
  if (is_closed (self))
    return;
  if (self->outdated)
    lay_out (self);
  else
    show_sheet (self, sheet);
}

/* One at a time: what is chosen while it works is done next. */
static void
lay_out (FfRotaPrint *self)
{
  g_autoptr (GTask) task = NULL;

  allow (self, FALSE);
  self->outdated = self->laying_out;
  if (self->laying_out || self->rota == NULL)
    return;
  self->laying_out = TRUE;
  task = g_task_new (self, NULL, on_laid_out, NULL);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, paper_new (self), paper_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaPrint) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRota) rota = ff_rota_reading_finish (result, &error);

  if (is_closed (self))
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

/* --- Choices --- */

static void
list_languages (FfRotaPrint *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *chosen
      = g_settings_get_string (ff_context_get_settings (self->context), "handout-language");
  guint selected = 0;

  self->languages = ff_catalogue_list_languages (NULL);
  gtk_string_list_append (names, _ ("The app’s"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = ff_language_get_name (self->languages[i]);

      gtk_string_list_append (names, name);
      if (g_str_equal (self->languages[i], chosen))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
language_chosen_cb (FfRotaPrint *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (!self->refreshing && selected != GTK_INVALID_LIST_POSITION)
    g_settings_set_string (ff_context_get_settings (self->context), "handout-language",
                           selected == 0 ? "" : self->languages[selected - 1]);
}

/* In the order of the schema's values. */
static void
list_papers (FfRotaPrint *self)
{
  const char *usual = ff_paper_size_get_default () == FF_PAPER_LETTER ? _ ("Letter") : _ ("A4");
  /* Translators: %s is the size of paper that is usual here, A4 or Letter */
  g_autofree char *automatic = g_strdup_printf (_ ("As usual here (%s)"), usual);
  const char *names[] = { automatic, _ ("A4"), _ ("Letter"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->paper_row,
                              (guint) g_settings_get_enum (ff_context_get_settings (self->context),
                                                           "paper"));
}

static void
paper_chosen_cb (FfRotaPrint *self)
{
  guint selected = adw_combo_row_get_selected (self->paper_row);

  if (!self->refreshing && selected != GTK_INVALID_LIST_POSITION)
    g_settings_set_enum (ff_context_get_settings (self->context), "paper", (int) selected);
}

static void
on_settings_changed (FfRotaPrint *self, const char *key)
{
  const char *const ours[] = { "handout-language", "large-print", "paper", NULL };

  if (!is_closed (self) && g_strv_contains (ours, key))
    lay_out (self);
}

/* --- The dialog --- */

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRotaPrint *self = FF_ROTA_PRINT (widget);
  FfSheet *sheet = ff_sheet_view_get_sheet (self->view);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sheets, g_object_ref (sheet));
  ff_print_sheets (GTK_WIDGET (self->stack), sheets, 1, ff_sheet_get_title (sheet), FALSE, NULL,
                   NULL);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRotaPrint *self = FF_ROTA_PRINT (widget);
  g_autoptr (FfPaperJob) job
      = ff_paper_job_new (_ ("Rota"), make_sheets, paper_new (self), paper_free);

  ff_paper_job_save (job, GTK_WIDGET (self->stack));
}

static void
ff_rota_print_dispose (GObject *object)
{
  FfRotaPrint *self = FF_ROTA_PRINT (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_PRINT);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_object (&self->rota);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_rota_print_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_rota_print_closed (AdwDialog *dialog)
{
  FfRotaPrint *self = FF_ROTA_PRINT (dialog);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->reading);
  ff_sheet_view_set_sheet (self->view, NULL);
  g_clear_object (&self->rota);
  g_clear_object (&self->group);
  g_clear_object (&self->context);
}

static void
ff_rota_print_class_init (FfRotaPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_rota_print_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_rota_print_dispose;
  g_type_ensure (FF_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-print.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, pages_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, view);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPrint, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_chosen_cb);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_action);
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
}

/**
 * ff_rota_print_present:
 * @parent: what asks for it
 * @context: what a view is handed
 * @group: (nullable): whose places; %NULL for all groups'
 * @from: dates that begin then or later …
 * @until: … and before this
 *
 * Shows the rota as it will be on paper: names as people like them, no way to reach them, and lines for what is open.
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
  self->group = group != NULL ? g_object_ref (group) : NULL;
  self->reading = g_cancellable_new ();
  list_languages (self);
  list_papers (self);
  g_settings_bind (settings, "large-print", self->large_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  self->refreshing = FALSE;
  allow (self, FALSE);
  ff_rota_reading_async (context, group != NULL ? ff_group_get_uid (group) : NULL, from, until,
                         self->reading, on_read, g_object_ref (self));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
