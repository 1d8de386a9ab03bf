/* ff-hours-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row in which hours of a weekday are filled in.
 */

#include "ff-config.h"

#include "ff-hours-row.h"

#include "ff-message-label.h"
#include "ff-volunteer-words.h"

#define DAYS_OF_WEEK 7

struct _FfHoursRow
{
  AdwPreferencesRow parent_instance;

  FfVolunteerLine *line;

  GtkWidget *day_choice;
  GtkStringList *days;
  GtkWidget *from_entry;
  GtkWidget *until_entry;
  GtkWidget *wish_choice;
  FfMessageLabel *message_label;
};

enum
{
  SIGNAL_REMOVE,
  SIGNAL_ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHoursRow, ff_hours_row, ADW_TYPE_PREFERENCES_ROW)

static void
remove_cb (FfHoursRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
entered_cb (FfHoursRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static gboolean
ff_hours_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FF_HOURS_ROW (widget)->day_choice);
}

static void
ff_hours_row_dispose (GObject *object)
{
  FfHoursRow *self = FF_HOURS_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HOURS_ROW);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (ff_hours_row_parent_class)->dispose (object);
}

static void
ff_hours_row_class_init (FfHoursRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_hours_row_dispose;
  widget_class->grab_focus = ff_hours_row_grab_focus;
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", FF_TYPE_HOURS_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ADD] = g_signal_new ("add", FF_TYPE_HOURS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-hours-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, day_choice);
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, days);
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, from_entry);
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, until_entry);
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, wish_choice);
  gtk_widget_class_bind_template_child (widget_class, FfHoursRow, message_label);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
ff_hours_row_init (FfHoursRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint weekday = 1; weekday <= DAYS_OF_WEEK; weekday++)
    {
      g_autofree char *name = ff_volunteer_words_weekday (weekday);

      gtk_string_list_append (self->days, name);
    }
}

/**
 * ff_hours_row_new:
 * @line: a line of hours
 *
 * Returns: (transfer floating): a row that changes it
 */
GtkWidget *
ff_hours_row_new (FfVolunteerLine *line)
{
  GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_return_val_if_fail (FF_IS_VOLUNTEER_LINE (line), NULL);

  FfHoursRow *self = g_object_new (FF_TYPE_HOURS_ROW, NULL);

  self->line = g_object_ref (line);
  g_object_bind_property (line, "day", self->day_choice, "selected", both);
  g_object_bind_property (line, "from", self->from_entry, "text", both);
  g_object_bind_property (line, "until", self->until_entry, "text", both);
  g_object_bind_property (line, "wish", self->wish_choice, "selected", both);
  g_object_bind_property (line, "message", self->message_label, "text", G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}

/**
 * ff_hours_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
FfVolunteerLine *
ff_hours_row_get_line (FfHoursRow *self)
{
  g_return_val_if_fail (FF_IS_HOURS_ROW (self), NULL);

  return self->line;
}
