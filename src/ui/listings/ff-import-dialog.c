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
#include "ff-import-frame.h"
#include "ff-import-item.h"
#include "ff-import-reading.h"

struct _FfImportDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  char *path;
  GPtrArray *groups;        /* (element-type utf8): names, as in the row after its first line */
  char *group;              /* (nullable): that meetings without one go to */
  FfImportReading *reading; /* (nullable) */
  int permille;             /* atomic: of what is under way */
  gboolean refreshing;
  gboolean outdated; /* another group was chosen while it was read */

  FfImportFrame *frame;
  AdwComboRow *group_row;
  AdwSwitchRow *gone_row;
};

G_DEFINE_FINAL_TYPE (FfImportDialog, ff_import_dialog, ADW_TYPE_DIALOG)

static FfStore *
get_store (FfImportDialog *self)
{
  return ff_context_get_store (self->context);
}

static GCancellable *
begin_work (FfImportDialog *self, const char *text)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  return ff_import_frame_begin (self->frame, text, &self->permille);
}

/* --- What would be done --- */

static char *
describe_counts (const FfImportPlan *plan, gboolean with_same)
{
  const guint *n = plan->counts;
  char *added = n[FF_IMPORT_ADDED] > 0
                    ? g_strdup_printf (ngettext ("%u meeting added", "%u meetings added",
                                                 n[FF_IMPORT_ADDED]),
                                       n[FF_IMPORT_ADDED])
                    : g_strdup ("");

  return ff_import_frame_write_counts (added, n[FF_IMPORT_CHANGED], 0,
                                       with_same ? n[FF_IMPORT_SAME] : 0, n[FF_IMPORT_REFUSED],
                                       _ ("There is no meeting in this file."));
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

static void
show_plan (FfImportDialog *self)
{
  const FfImportPlan *plan = self->reading->plan;
  const guint n_gone = plan->counts[FF_IMPORT_GONE];
  g_autofree char *counts = describe_counts (plan, TRUE);
  g_autofree char *gone
      = g_strdup_printf (ngettext ("%u meeting came from this file once.",
                                   "%u meetings came from this file once.", n_gone),
                         n_gone);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->gone_row), gone);
  gtk_widget_set_visible (GTK_WIDGET (self->gone_row), n_gone > 0);
  ff_import_frame_set_counts (self->frame, counts);
  ff_import_frame_show_plan (self->frame, self->path,
                             ff_format_get_title (self->reading->import->format),
                             self->reading->items);
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

  /* Its window is gone. */
  if (self->frame == NULL)
    return;
  ff_import_frame_end (self->frame);
  if (self->outdated)
    {
      read_file (self);
      return;
    }
  ff_import_frame_list (self->frame, NULL);
  g_clear_pointer (&self->reading, ff_import_reading_free);
  self->reading = g_steal_pointer (&reading);
  if (self->reading != NULL)
    show_plan (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    ff_import_frame_show_trouble (self->frame, error);
}

static void
read_file (FfImportDialog *self)
{
  FfProgramme *programme = g_ptr_array_index (ff_context_get_programmes (self->context), 0);
  g_autofree char *zone = ff_time_zone_get_local ();
  const FfImportDefaults defaults = { self->group, ff_programme_get_id (programme), zone, "" };

  self->outdated = FALSE;
  ff_import_reading_read_async (get_store (self), self->path, &defaults, &self->permille,
                                begin_work (self, _ ("Reading the file…")), on_read,
                                g_object_ref (self));
}

static void
group_chosen_cb (FfImportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->group_row);

  if (self->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;
  g_set_str (&self->group, selected == 0 ? NULL : g_ptr_array_index (self->groups, selected - 1));
  if (ff_import_frame_get_cancellable (self->frame) != NULL)
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
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  guint64 step = ff_schedule_edit_apply_finish (get_store (self), result, &error);
  g_autofree char *done = describe_counts (self->reading->plan, FALSE);

  /* Its window is gone. */
  if (self->frame == NULL)
    return;
  ff_import_frame_end (self->frame);
  if (step != 0)
    {
      ff_import_frame_tell_done (self->frame, get_store (self), step, done);
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ff_import_frame_show (self->frame, "plan");
      update_apply (self);
    }
  else
    ff_import_frame_show_trouble (self->frame, error);
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
  g_autoptr (FfScheduleEdit) edit = ff_import_reading_make_edit_finish (FF_STORE (source), result);

  if (self->frame != NULL)
    ff_schedule_edit_apply_async (g_steal_pointer (&edit), get_store (self),
                                  ff_import_frame_get_cancellable (self->frame), on_applying, self,
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

/* --- The dialog --- */

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (widget);
  GtkWidget *parent = ff_import_frame_get_window (self->frame);

  if (parent != NULL)
    ff_import_dialog_choose (parent, self->context, self->group);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* What is under way ends with the dialog, and nothing of it is done. */
static void
ff_import_dialog_closed (AdwDialog *dialog)
{
  ff_import_frame_cancel (FF_IMPORT_DIALOG (dialog)->frame);
}

static void
ff_import_dialog_dispose (GObject *object)
{
  FfImportDialog *self = FF_IMPORT_DIALOG (object);

  self->refreshing = TRUE;
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_IMPORT_DIALOG);

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
ff_import_dialog_class_init (FfImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_import_dialog_dispose;
  object_class->finalize = ff_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = ff_import_dialog_closed;

  g_type_ensure (FF_TYPE_IMPORT_FRAME);
  g_type_ensure (FF_TYPE_IMPORT_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, frame);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfImportDialog, gone_row);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, gone_chosen_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
}

static void
ff_import_dialog_init (FfImportDialog *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
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
  list_groups (self);
  read_file (self);

  return ADW_DIALOG (self);
}
