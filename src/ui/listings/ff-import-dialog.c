/* ff-import-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what a file of meetings would do, and does it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-import-dialog.h"
#include "ff-import-item.h"
#include "ff-import-reading.h"
#include "ff-schedule-change.h"

#define PROGRESS_INTERVAL 100 /* ms */
#define ROWS_MADE 250 /* more than a list view makes rows for, however many items there are */
#define ROWS_A_FRAME 20
#define ITEMS_A_FRAME 1000

struct _FfImportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *path;
  GPtrArray *groups;         /* (element-type utf8): names, as in the row after its first line */
  char *group;               /* (nullable): that meetings without one go to */
  GListStore *items;         /* of FfImportItem */
  FfImportReading *reading;  /* (nullable) */
  GCancellable *cancellable; /* (nullable): of what is under way */
  GtkWidget *parent;         /* weak: where the toast goes */
  int permille;              /* atomic */
  guint progress_source;
  guint listing_tick;
  gboolean refreshing;
  gboolean outdated; /* another group was chosen while it was read */

  GtkStack *stack;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *trouble_page;
  GtkLabel *file_label;
  GtkLabel *counts_label;
  AdwComboRow *group_row;
  AdwSwitchRow *gone_row;
};

typedef enum
{
  PROP_ITEMS = 1,
} FfImportDialogProps;

static GParamSpec *properties[PROP_ITEMS + 1];

G_DEFINE_FINAL_TYPE (FfImportDialog, ff_import_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfImportDialog *self)
{
  return ff_context_get_store (self->context);
}

/* --- What is under way --- */

static gboolean
show_progress (gpointer data)
{
  FfImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (FfImportDialog *self, const char *text)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (&self->permille, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->working_label, text);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, self);
}

static void
end_work (FfImportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
}

static void
show_trouble (FfImportDialog *self, const GError *error)
{
  adw_status_page_set_description (self->trouble_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* --- Preview --- */

static char *
describe_counts (const FfImportPlan *plan, gboolean with_same)
{
  const guint *n = plan->counts;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (n[FF_IMPORT_ADDED] > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u meeting added", "%u meetings added",
                                                           n[FF_IMPORT_ADDED]),
                                                 n[FF_IMPORT_ADDED]));
  if (n[FF_IMPORT_CHANGED] > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u changed", "%u changed",
                                                           n[FF_IMPORT_CHANGED]),
                                                 n[FF_IMPORT_CHANGED]));
  if (n[FF_IMPORT_SAME] > 0 && with_same)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u stays as it is", "%u stay as they are",
                                                    n[FF_IMPORT_SAME]),
                                          n[FF_IMPORT_SAME]));
  if (n[FF_IMPORT_REFUSED] > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u cannot be taken in",
                                                    "%u cannot be taken in", n[FF_IMPORT_REFUSED]),
                                          n[FF_IMPORT_REFUSED]));
  all = g_strv_builder_end (parts);
  if (all[0] == NULL)
    return g_strdup (_ ("There is no meeting in this file."));
  return g_strjoinv (" · ", all);
}

static void
update_apply (FfImportDialog *self)
{
  const guint *n = self->reading->plan->counts;
  const gboolean removes = n[FF_IMPORT_GONE] > 0 && adw_switch_row_get_active (self->gone_row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 n[FF_IMPORT_ADDED] > 0 || n[FF_IMPORT_CHANGED] > 0 || removes);
}

static void
gone_chosen_cb (FfImportDialog *self)
{
  if (self->reading != NULL)
    update_apply (self);
}

/* A list makes rows for the first items at once, which are few a frame, so that the window goes on. */
static gboolean
list_more (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (widget);
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
stop_listing (FfImportDialog *self)
{
  if (self->listing_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->listing_tick);
  self->listing_tick = 0;
}

static void
start_listing (FfImportDialog *self)
{
  stop_listing (self);
  g_list_store_remove_all (self->items);
  if (list_more (GTK_WIDGET (self), NULL, NULL))
    self->listing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), list_more, NULL, NULL);
}

static void
show_preview (FfImportDialog *self)
{
  const FfImportPlan *plan = self->reading->plan;
  const guint n_gone = plan->counts[FF_IMPORT_GONE];
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *counts = describe_counts (plan, TRUE);
  g_autofree char *gone
      = g_strdup_printf (ngettext ("%u meeting came from this file once.",
                                   "%u meetings came from this file once.", n_gone),
                         n_gone);
  /* Translators: the name of a file and of its format, such as “Meeting Guide JSON” */
  g_autofree char *file = g_strdup_printf (_ ("“%1$s”, %2$s"), name,
                                           ff_format_get_title (self->reading->import->format));

  gtk_label_set_text (self->file_label, file);
  gtk_label_set_text (self->counts_label, counts);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->gone_row), gone);
  gtk_widget_set_visible (GTK_WIDGET (self->gone_row), n_gone > 0);
  start_listing (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  update_apply (self);
}

/* --- Reading --- */

static void read_file (FfImportDialog *self);

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfImportReading) reading
      = ff_import_reading_read_finish (FF_STORE (source), result, &error);

  end_work (self);
  /* Closed in the meantime. */
  if (self->stack == NULL)
    return;
  if (self->outdated)
    {
      read_file (self);
      return;
    }
  stop_listing (self);
  g_clear_pointer (&self->reading, ff_import_reading_free);
  self->reading = g_steal_pointer (&reading);
  if (self->reading != NULL)
    show_preview (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    show_trouble (self, error);
}

static void
read_file (FfImportDialog *self)
{
  FfProgramme *programme = g_ptr_array_index (ff_context_get_programmes (self->context), 0);
  g_autofree char *zone = ff_time_zone_get_local ();
  const FfImportDefaults defaults = { self->group, ff_programme_get_id (programme), zone, "" };

  self->outdated = FALSE;
  begin_work (self, _ ("Reading the file…"));
  ff_import_reading_read_async (get_store (self), self->path, &defaults, &self->permille,
                                self->cancellable, on_read, g_object_ref (self));
}

static void
group_chosen_cb (FfImportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->group_row);

  if (self->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_set_str (&self->group, selected == 0 ? NULL : g_ptr_array_index (self->groups, selected - 1));
  if (self->cancellable != NULL)
    self->outdated = TRUE;
  else
    read_file (self);
}

static void
list_groups (FfImportDialog *self)
{
  g_autoptr (GPtrArray) groups = ff_group_repository_list (get_store (self), NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->groups = g_ptr_array_new_with_free_func (g_free);
  gtk_string_list_append (names, _ ("A group of their own"));
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const char *name = ff_group_get_name (g_ptr_array_index (groups, i));

      g_ptr_array_add (self->groups, g_strdup (name));
      gtk_string_list_append (names, name);
      if (g_strcmp0 (name, self->group) == 0)
        selected = i + 1;
    }
  self->refreshing = TRUE;
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group_row, selected);
  self->refreshing = FALSE;
}

/* --- Taking it in --- */

static void
tell_done (FfImportDialog *self, guint64 step)
{
  g_autofree char *text = describe_counts (self->reading->plan, FALSE);

  if (self->parent != NULL)
    ff_schedule_change_tell (self->parent, get_store (self), step, text);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint64 step = ff_schedule_edit_apply_finish (get_store (self), result, &error);

  end_work (self);
  if (step != 0)
    tell_done (self, step);
  if (self->stack == NULL)
    return;
  if (step != 0)
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_stack_set_visible_child_name (self->stack, "preview");
      update_apply (self);
    }
  else
    show_trouble (self, error);
}

static void
on_applying (guint done, guint total, gpointer data)
{
  FfImportDialog *self = data;

  g_atomic_int_set (&self->permille, (int) (1000.0 * done / MAX (total, 1)));
}

static void
on_edit (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfImportDialog) self = data;
  FfScheduleEdit *edit = ff_import_reading_make_edit_finish (FF_STORE (source), result);

  ff_schedule_edit_apply_async (edit, get_store (self), self->cancellable, on_applying, self,
                                on_applied, g_object_ref (self));
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (widget);

  begin_work (self, _ ("Importing…"));
  ff_import_reading_make_edit_async (self->reading, get_store (self),
                                     gtk_widget_get_visible (GTK_WIDGET (self->gone_row))
                                         && adw_switch_row_get_active (self->gone_row),
                                     on_edit, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (FF_IMPORT_DIALOG (widget)->cancellable);
}

/* --- The dialog --- */

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (widget);
  GtkWidget *parent = self->parent;

  if (parent != NULL)
    ff_import_dialog_choose (parent, self->context, self->group);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What is under way ends with the dialog, and nothing of it is done. */
static void
ff_import_dialog_closed (AdwDialog *dialog)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (dialog);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
ff_import_dialog_dispose (GObject *object)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (object);

  self->refreshing = TRUE;
  end_work (self);
  stop_listing (self);
  g_clear_weak_pointer (&self->parent);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ff_import_dialog_parent_class)->dispose (object);
}

static void
ff_import_dialog_finalize (GObject *object)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (object);

  g_clear_pointer (&self->reading, ff_import_reading_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_free (self->group);
  g_free (self->path);

  G_OBJECT_CLASS (ff_import_dialog_parent_class)->finalize (object);
}

static void
ff_import_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (object);

  switch ((FfImportDialogProps) prop_id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_import_dialog_class_init (FfImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_import_dialog_dispose;
  object_class->finalize = ff_import_dialog_finalize;
  object_class->get_property = ff_import_dialog_get_property;
  ADW_DIALOG_CLASS (klass)->closed = ff_import_dialog_closed;

  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_IMPORT_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, working_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, gone_row);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, gone_chosen_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
}

static void
ff_import_dialog_init (FfImportDialog *self)
{
  self->items = g_list_store_new (FF_TYPE_IMPORT_ITEM);
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The dialog goes before its toast is shown. */
static void
on_parent_changed (FfImportDialog *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  if (GTK_IS_WINDOW (root))
    g_set_weak_pointer (&self->parent, GTK_WIDGET (root));
}

/**
 * ff_import_dialog_new:
 * @context: what a view is handed
 * @path: the file, which is read at once
 * @group: (nullable): the name of the group that meetings without one go to at first; %NULL gives
 *   them groups of their own
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_import_dialog_new (FfContext *context, const char *path, const char *group)
{
  FfImportDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FF_TYPE_IMPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->path = g_strdup (path);
  self->group = g_strdup (group);
  g_signal_connect (self, "notify::root", G_CALLBACK (on_parent_changed), NULL);
  list_groups (self);
  read_file (self);

  return ADW_DIALOG (self);
}
