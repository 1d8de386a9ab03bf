/* ff-day-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for a day that is typed like 2026-11-24 or chosen from a calendar, or left empty.
 */

#include "ff-config.h"

#include "ff-day-row.h"

#include "ff-format.h"

struct _FfDayRow
{
  AdwEntryRow parent_instance;

  gboolean is_updating; /* the calendar follows what is typed, not the other way round */

  GtkPopover *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (FfDayRow, ff_day_row, ADW_TYPE_ENTRY_ROW)

static void
shown_cb (FfDayRow *self)
{
  g_autofree char *text = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self)), "T00:00", NULL);
  FfWallTime day;

  if (!ff_wall_time_parse (text, &day, NULL))
    return;

  g_autoptr (GDateTime) date = ff_format_from_wall_time (&day);
  self->is_updating = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_updating = FALSE;
}

static void
day_selected_cb (FfDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (!self->is_updating)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
ff_day_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_DAY_ROW);

  G_OBJECT_CLASS (ff_day_row_parent_class)->dispose (object);
}

static void
ff_day_row_class_init (FfDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_day_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfDayRow, popover);
  gtk_widget_class_bind_template_child (widget_class, FfDayRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
ff_day_row_init (FfDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_day_row_new:
 * @title: what day it is, translated
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ff_day_row_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (FF_TYPE_DAY_ROW, "title", title, NULL);
}
