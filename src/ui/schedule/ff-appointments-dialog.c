/* ff-appointments-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meetings that have no dates: people make an appointment.
 */

#include "ff-config.h"

#include "ff-appointments-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-when.h"

struct _FfAppointmentsDialog
{
  AdwDialog parent_instance;

  FfSchedule *schedule;
  GListStore *meetings;

  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (FfAppointmentsDialog, ff_appointments_dialog, ADW_TYPE_DIALOG)

static char *
dup_where (FfAppointmentsDialog *self, FfMeeting *meeting)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);
  const char *place = ff_meeting_get_place (meeting);
  g_autofree char *types = ff_when_types (self->schedule, meeting);
  const char *where = *place != '\0' ? place : ff_mode_get_title (ff_venue_get_mode (venue));

  return *types != '\0' ? g_strdup_printf ("%s · %s", where, types) : g_strdup (where);
}

static void
setup_row (FfAppointmentsDialog *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *label
          = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                          PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      if (i > 0)
        gtk_widget_add_css_class (label, "caption");
      if (i == 1)
        gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "occurrence-row");
  gtk_list_item_set_child (item, box);
}

static void
bind_row (FfAppointmentsDialog *self, GtkListItem *item)
{
  FfMeeting *meeting = gtk_list_item_get_item (item);
  const char *title = ff_schedule_get_title (self->schedule, meeting);
  const char *notes = ff_meeting_get_text (meeting, FF_MEETING_NOTES);
  g_autofree char *where = dup_where (self, meeting);
  g_autofree char *label = g_strjoin (_ (", "), title, where, *notes != '\0' ? notes : NULL, NULL);
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (child), title);
  child = gtk_widget_get_next_sibling (child);
  gtk_label_set_label (GTK_LABEL (child), where);
  child = gtk_widget_get_next_sibling (child);
  gtk_label_set_label (GTK_LABEL (child), notes);
  gtk_widget_set_visible (child, *notes != '\0');
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (FfAppointmentsDialog *self, guint position)
{
  g_autoptr (FfMeeting) meeting = g_list_model_get_item (G_LIST_MODEL (self->meetings), position);
  g_autofree char *uid = g_strdup (ff_meeting_get_uid (meeting));
  GtkWidget *page = gtk_widget_get_parent (GTK_WIDGET (self));

  g_object_ref (page);
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (page, "page.edit-meeting", "s", uid);
  g_object_unref (page);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  FfAppointmentsDialog *self = user_data;

  return g_utf8_collate (ff_schedule_get_title (self->schedule, (gpointer) a),
                         ff_schedule_get_title (self->schedule, (gpointer) b));
}

static void
ff_appointments_dialog_dispose (GObject *object)
{
  FfAppointmentsDialog *self = FF_APPOINTMENTS_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_APPOINTMENTS_DIALOG);
  g_clear_object (&self->meetings);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (ff_appointments_dialog_parent_class)->dispose (object);
}

static void
ff_appointments_dialog_class_init (FfAppointmentsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_appointments_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-appointments-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAppointmentsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ff_appointments_dialog_init (FfAppointmentsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->meetings = g_list_store_new (FF_TYPE_MEETING);
}

/**
 * ff_appointments_dialog_new:
 * @schedule: what to show the meetings of
 *
 * Returns: (transfer floating): those that have no dates, by name
 */
GtkWidget *
ff_appointments_dialog_new (FfSchedule *schedule)
{
  FfAppointmentsDialog *self = g_object_new (FF_TYPE_APPOINTMENTS_DIALOG, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) model = NULL;
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);

  self->schedule = g_object_ref (schedule);
  for (guint i = 0; i < meetings->len; i++)
    if (ff_meeting_get_by_appointment (g_ptr_array_index (meetings, i)))
      g_list_store_append (self->meetings, g_ptr_array_index (meetings, i));
  g_list_store_sort (self->meetings, compare_titles, self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->meetings))));
  gtk_list_view_set_model (self->list, model);
  return GTK_WIDGET (self);
}

/**
 * ff_appointments_dialog_count:
 * @schedule: a schedule
 *
 * Returns: how many of its meetings have no dates
 */
guint
ff_appointments_dialog_count (FfSchedule *schedule)
{
  GPtrArray *meetings = ff_schedule_get_meetings (schedule);
  guint number = 0;

  for (guint i = 0; i < meetings->len; i++)
    number += (guint) ff_meeting_get_by_appointment (g_ptr_array_index (meetings, i));
  return number;
}
