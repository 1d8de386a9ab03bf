/* ff-export-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for whom the schedule is to be written, and tells what that format cannot say.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-export-dialog.h"
#include "ff-export-writing.h"
#include "ff-feeds.h"
#include "ff-group-repository.h"
#include "ff-toast.h"

struct _FfExportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GPtrArray *groups; /* (element-type FfGroup): as in the row after its first line */
  char *path;        /* (nullable): where it is being written */
  char *feed;        /* (nullable): uid of the group whose file that is from now on */
  gboolean refreshing;

  GtkStack *stack;
  AdwComboRow *format_row;
  AdwComboRow *group_row;
  AdwSwitchRow *passcodes_row;
  AdwSwitchRow *feed_row;
  GtkLabel *remarks_label;
  GtkListView *remarks_view;
};

/* As in the row. */
static const struct
{
  FfFormat format;
  const char *suffix;
  const char *type;
} formats[] = {
  { FF_FORMAT_ICALENDAR, "ics", "text/calendar" },
  { FF_FORMAT_MEETING_GUIDE, "json", "application/json" },
  { FF_FORMAT_TSML_CSV, "csv", "text/csv" },
  { FF_FORMAT_BMLT, "json", "application/json" },
};

G_DEFINE_FINAL_TYPE (FfExportDialog, ff_export_dialog, ADW_TYPE_DIALOG)

/* (nullable) */
static FfGroup *
get_group (FfExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->group_row);

  return selected > 0 && selected <= self->groups->len
             ? g_ptr_array_index (self->groups, selected - 1)
             : NULL;
}

static GSettings *
get_settings (FfExportDialog *self)
{
  return ff_context_get_settings (self->context);
}

/* Calendar programs come for a file again, and a calendar is one group's. */
static gboolean
can_be_kept (FfExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->format_row);

  return get_group (self) != NULL && selected < G_N_ELEMENTS (formats)
         && formats[selected].format == FF_FORMAT_ICALENDAR;
}

static void
show_feed (FfExportDialog *self)
{
  FfGroup *group = get_group (self);
  g_autofree char *path
      = group != NULL ? ff_feeds_get_path (get_settings (self), ff_group_get_uid (group)) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *subtitle
      = name != NULL
            /* Translators: %s is the name of a file */
            ? g_strdup_printf (_ ("“%s” is written again whenever a meeting changes."), name)
            : g_strdup (_ ("Once saved, it is written again whenever a meeting changes."));

  self->refreshing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->feed_row), can_be_kept (self));
  adw_switch_row_set_active (self->feed_row, can_be_kept (self) && path != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->feed_row), subtitle);
  self->refreshing = FALSE;
}

/* Others come for a file that is kept up to date, so that it has no passcodes; given up it is at once, begun when it is saved. */
static void
feed_chosen_cb (FfExportDialog *self)
{
  const gboolean is_kept = adw_switch_row_get_active (self->feed_row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->passcodes_row), !is_kept);
  if (is_kept)
    adw_switch_row_set_active (self->passcodes_row, FALSE);
  if (is_kept || self->refreshing)
    return;
  ff_feeds_set_path (get_settings (self), ff_group_get_uid (get_group (self)), NULL);
  show_feed (self);
}

static void
group_chosen_cb (FfExportDialog *self)
{
  if (!self->refreshing)
    show_feed (self);
}

static void
format_chosen_cb (FfExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->format_row);

  if (self->refreshing)
    return;
  if (selected < G_N_ELEMENTS (formats))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format_row),
                                 ff_format_get_title (formats[selected].format));
  show_feed (self);
}

static void
list_groups (FfExportDialog *self, const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->groups = ff_group_repository_list (ff_context_get_store (self->context), NULL);
  if (self->groups == NULL)
    self->groups = g_ptr_array_new ();
  gtk_string_list_append (names, _ ("All groups"));
  for (guint i = 0; i < self->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (self->groups, i);

      gtk_string_list_append (names, ff_group_get_name (group));
      if (g_strcmp0 (ff_group_get_uid (group), chosen) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group_row, selected);
  self->refreshing = FALSE;
}

/* --- Writing --- */

static void
show_remarks (FfExportDialog *self, GPtrArray *remarks, const char *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (
      ngettext ("“%s” is saved. One thing could not be said in it as it is here:",
                "“%s” is saved. Some things could not be said in it as they are here:",
                remarks->len),
      name);

  for (guint i = 0; i < remarks->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (remarks, i));
  gtk_label_set_text (self->remarks_label, text);
  gtk_list_view_set_model (self->remarks_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                   G_LIST_MODEL (g_steal_pointer (&list)))));
  gtk_stack_set_visible_child_name (self->stack, "remarks");
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks = ff_export_writing_finish (FF_STORE (source), result, &error);
  g_autofree char *path = g_steal_pointer (&self->path);
  g_autofree char *feed = g_steal_pointer (&self->feed);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *saved = g_strdup_printf (_ ("Saved as “%s”"), name);

  if (remarks != NULL && feed != NULL)
    ff_feeds_set_path (get_settings (self), feed, path);
  /* Closed in the meantime. */
  if (self->stack == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", TRUE);
  if (remarks != NULL)
    show_feed (self);
  if (remarks == NULL)
    ff_toast_error (GTK_WIDGET (self->stack), error);
  else if (remarks->len > 0)
    show_remarks (self, remarks, name);
  else
    ff_toast_show (GTK_WIDGET (self->stack), saved);
}

/**
 * ff_export_dialog_save:
 * @self: the dialog
 * @path: of the file
 *
 * Writes the meetings as they are chosen, and tells what could not be said.
 */
void
ff_export_dialog_save (FfExportDialog *self, const char *path)
{
  FfGroup *group;
  guint selected;

  g_return_if_fail (FF_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  group = get_group (self);
  selected = adw_combo_row_get_selected (self->format_row);
  g_set_str (&self->path, path);
  g_set_str (&self->feed,
             adw_switch_row_get_active (self->feed_row) ? ff_group_get_uid (group) : NULL);
  gtk_stack_set_visible_child_name (self->stack, "choices");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
  ff_export_writing_async (ff_context_get_store (self->context),
                           group != NULL ? ff_group_get_uid (group) : NULL,
                           formats[selected].format,
                           adw_switch_row_get_active (self->passcodes_row), path, on_written,
                           g_object_ref (self));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stack == NULL)
    return;
  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        ff_toast_error (GTK_WIDGET (self->stack), error);
    }
  else if (g_file_peek_path (file) == NULL)
    ff_toast_show (GTK_WIDGET (self->stack),
                   _ ("That place is not on this computer. Please choose a folder here."));
  else
    ff_export_dialog_save (self, g_file_peek_path (file));
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfExportDialog *self = FF_EXPORT_DIALOG (widget);
  const guint selected = adw_combo_row_get_selected (self->format_row);
  FfGroup *group = get_group (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name
      = g_strdup_printf ("%s.%s", group != NULL ? ff_group_get_name (group) : _ ("Meetings"),
                         formats[selected].suffix);

  gtk_file_filter_add_mime_type (filter, formats[selected].type);
  gtk_file_filter_add_suffix (filter, formats[selected].suffix);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _ ("Export Meetings"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_chosen,
                        g_object_ref (self));
}

/* --- The dialog --- */

static void
ff_export_dialog_dispose (GObject *object)
{
  FfExportDialog *self = FF_EXPORT_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_export_dialog_parent_class)->dispose (object);
}

/* What is being written is told of its place even when the dialog was closed in the meantime. */
static void
ff_export_dialog_finalize (GObject *object)
{
  FfExportDialog *self = FF_EXPORT_DIALOG (object);

  g_clear_object (&self->context);
  g_free (self->path);
  g_free (self->feed);

  G_OBJECT_CLASS (ff_export_dialog_parent_class)->finalize (object);
}

static void
ff_export_dialog_class_init (FfExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, passcodes_row);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, feed_row);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, FfExportDialog, remarks_view);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, feed_chosen_cb);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
}

static void
ff_export_dialog_init (FfExportDialog *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_export_dialog_new:
 * @context: what a view is handed
 * @group: (nullable): uid of the group that is chosen at first; %NULL for all
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_export_dialog_new (FfContext *context, const char *group)
{
  FfExportDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_EXPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  list_groups (self, group);
  format_chosen_cb (self);

  return ADW_DIALOG (self);
}
