/* ff-retention-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removes old notes for good, once it is seen what goes and what stays.
 */

#include "ff-config.h"

#include "ff-retention-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-backup-words.h"
#include "ff-format.h"
#include "ff-holdings.h"
#include "ff-retention.h"
#include "ff-toast.h"

struct _FfRetentionDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GCancellable *cancellable;           /* (nullable): of the preview that is under way */
  GPtrArray *rows;                     /* (element-type GtkWidget): in @preview_group */
  guint check_ins, plan_items, people; /* that go */
  gboolean backups_too;
  gboolean is_closed;

  AdwToastOverlay *overlay;
  GtkWidget *remove_button;
  AdwComboRow *age_row;
  AdwPreferencesGroup *preview_group;
  GtkWidget *spinner;
  AdwActionRow *stays_row;
};

G_DEFINE_FINAL_TYPE (FfRetentionDialog, ff_retention_dialog, ADW_TYPE_DIALOG)

/* As in the list of the row; 0: as each group keeps them. */
static const guint ages[] = { 0, 6, 12, 24, 36 };

static FfStore *
get_store (FfRetentionDialog *self)
{
  return ff_context_get_store (self->context);
}

static GDateTime *
dup_now (FfRetentionDialog *self)
{
  return ff_clock_get_now (ff_context_get_clock (self->context));
}

static guint
get_months (FfRetentionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->age_row);

  return ages[MIN (selected, G_N_ELEMENTS (ages) - 1)];
}

/* --- What goes --- */

/* (transfer full): “12 check-ins and 5 plan items of 3 meetings” */
static char *
describe_goes (guint check_ins, guint plan_items, guint sessions)
{
  g_autofree char *notes
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", check_ins), check_ins);
  g_autofree char *items
      = g_strdup_printf (ngettext ("%u plan item", "%u plan items", plan_items), plan_items);
  g_autofree char *meetings
      = g_strdup_printf (ngettext ("%u meeting", "%u meetings", sessions), sessions);

  /* Translators: numbers of check-ins, of plan items, and of the meetings that they are of, each with its word */
  return g_strdup_printf (_ ("%1$s and %2$s of %3$s"), notes, items, meetings);
}

static char *
describe_purge (const FfPurge *purge, GDateTime *now)
{
  g_autoptr (GDateTime) before = ff_format_from_wall_time (&purge->before);
  g_autofree char *date = ff_format_date (before, now);
  g_autofree char *goes = NULL;
  g_autofree char *people = NULL;

  if (ff_purge_is_empty (purge))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Nothing before %s"), date);
  goes = describe_goes (purge->check_ins, purge->plan_items, purge->sessions);
  people = g_strdup_printf (ngettext ("%u person has no notes left, and goes too",
                                      "%u people have no notes left, and go too", purge->people),
                            purge->people);
  return purge->people > 0
             /* Translators: a date, what goes that is older, and who goes with it */
             ? g_strdup_printf (_ ("Before %1$s: %2$s. %3$s."), date, goes, people)
             /* Translators: a date, and what goes that is older */
             : g_strdup_printf (_ ("Before %1$s: %2$s."), date, goes);
}

static void
add_row (FfRetentionDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->preview_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (FfRetentionDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->preview_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_purges (FfRetentionDialog *self, GPtrArray *purges)
{
  g_autoptr (GDateTime) now = dup_now (self);

  self->check_ins = self->plan_items = self->people = 0;
  for (guint i = 0; i < purges->len; i++)
    {
      const FfPurge *purge = g_ptr_array_index (purges, i);
      g_autofree char *text = describe_purge (purge, now);

      add_row (self, purge->name, text);
      self->check_ins += purge->check_ins;
      self->plan_items += purge->plan_items;
      self->people += purge->people;
    }
  if (purges->len == 0)
    add_row (self, _ ("Every Group Keeps Its Notes for Ever"),
             _ ("How long a group keeps them is chosen where the group is edited."));
  gtk_widget_set_sensitive (self->remove_button,
                            self->check_ins + self->plan_items + self->people > 0);
}

/* --- What stays --- */

static void
held_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfRetentionDialog) self = FF_RETENTION_DIALOG (user_data);
  g_autoptr (FfHoldings) held = ff_holdings_read_finish (FF_STORE (source), result, NULL);
  g_autofree char *text = NULL;
  guint stay;

  if (held == NULL || self->is_closed)
    return;
  stay = held->check_ins - MIN (self->check_ins, held->check_ins);
  text = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", stay), stay);
  adw_action_row_set_subtitle (self->stays_row, text);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfRetentionDialog) self = FF_RETENTION_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) purges = ff_retention_preview_finish (FF_STORE (source), result, &error);

  /* Closed, or another age was chosen meanwhile. */
  if (self->is_closed || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_visible (self->spinner, FALSE);
  if (purges == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->overlay), error);
      return;
    }
  show_purges (self, purges);
  ff_holdings_read_async (FF_STORE (source), self->cancellable, held_cb, g_object_ref (self));
}

static void
stop_preview (FfRetentionDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
preview (FfRetentionDialog *self)
{
  g_autoptr (GDateTime) now = dup_now (self);

  stop_preview (self);
  self->cancellable = g_cancellable_new ();
  remove_rows (self);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_set_sensitive (self->remove_button, FALSE);
  ff_retention_preview_async (get_store (self), NULL, get_months (self), now, self->cancellable,
                              previewed_cb, g_object_ref (self));
}

static void
age_selected_cb (FfRetentionDialog *self)
{
  if (self->context != NULL)
    preview (self);
}

/* --- Removing --- */

static void
purged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfRetentionDialog) self = FF_RETENTION_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) purges = ff_retention_purge_finish (FF_STORE (source), result, &error);
  g_autofree char *text = NULL;
  guint n_gone = 0;

  if (self->is_closed)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  /* It is also an error where the notes went and traces are left. */
  preview (self);
  if (purges == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->overlay), error);
      return;
    }
  for (guint i = 0; i < purges->len; i++)
    n_gone += ((FfPurge *) g_ptr_array_index (purges, i))->check_ins;
  text = g_strdup_printf (ngettext ("%u check-in removed", "%u check-ins removed", n_gone), n_gone);
  ff_toast_show (GTK_WIDGET (self->overlay), text);
}

static void
backups_toggled_cb (FfRetentionDialog *self, GtkCheckButton *check)
{
  self->backups_too = gtk_check_button_get_active (check);
}

static void
confirmed_cb (FfRetentionDialog *self, const char *response)
{
  g_autoptr (GDateTime) now = NULL;

  if (!g_str_equal (response, "remove") || self->is_closed)
    return;
  now = dup_now (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  ff_retention_purge_async (get_store (self), NULL, get_months (self), now, self->backups_too,
                            purged_cb, g_object_ref (self));
}

static void
remove_clicked_cb (FfRetentionDialog *self)
{
  g_autofree char *check_ins
      = g_strdup_printf (ngettext ("%u check-in", "%u check-ins", self->check_ins),
                         self->check_ins);
  g_autofree char *items
      = g_strdup_printf (ngettext ("%u plan item", "%u plan items", self->plan_items),
                         self->plan_items);
  /* Translators: numbers of check-ins and of plan items, each with its word */
  g_autofree char *body
      = g_strdup_printf (_ ("%1$s and %2$s are removed for good. This cannot be undone."),
                         check_ins, items);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Remove Old Notes?"), body);
  GtkWidget *check
      = gtk_check_button_new_with_mnemonic (_ ("Remove older _backups on this computer, too"));

  self->backups_too = FALSE;
  g_signal_connect_object (check, "toggled", G_CALLBACK (backups_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), check);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                  _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- The dialog --- */

static void
ff_retention_dialog_closed (AdwDialog *dialog)
{
  FfRetentionDialog *self = FF_RETENTION_DIALOG (dialog);

  self->is_closed = TRUE;
  stop_preview (self);
}

static void
ff_retention_dialog_dispose (GObject *object)
{
  FfRetentionDialog *self = FF_RETENTION_DIALOG (object);

  self->is_closed = TRUE;
  stop_preview (self);
  g_clear_object (&self->context);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_RETENTION_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_retention_dialog_parent_class)->dispose (object);
}

static void
ff_retention_dialog_class_init (FfRetentionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_retention_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_retention_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-retention-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, age_row);
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, FfRetentionDialog, stays_row);
  gtk_widget_class_bind_template_callback (widget_class, age_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
ff_retention_dialog_init (FfRetentionDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_retention_dialog_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_retention_dialog_new (FfContext *context)
{
  FfRetentionDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_RETENTION_DIALOG, NULL);
  self->context = g_object_ref (context);
  preview (self);
  return ADW_DIALOG (self);
}
