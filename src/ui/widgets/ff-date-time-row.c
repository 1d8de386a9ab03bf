/* ff-date-time-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for a date and a time of day.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-format.h"

struct _FfDateTimeRow
{
  AdwActionRow parent_instance;

  FfWallTime value;
  gboolean is_valid;
  gboolean is_updating; /* what is shown follows the value, not the other way round */

  GtkMenuButton *date_button;
  GtkCalendar *calendar;
  GtkEntry *time_entry;
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_VALID,
  PROP_DAY_ONLY,
} FfDateTimeRowProps;

static GParamSpec *properties[PROP_DAY_ONLY + 1];

G_DEFINE_FINAL_TYPE (FfDateTimeRow, ff_date_time_row, ADW_TYPE_ACTION_ROW)

static void
set_valid (FfDateTimeRow *self, gboolean is_valid)
{
  if (self->is_valid == is_valid)
    return;

  self->is_valid = is_valid;
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->time_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->time_entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->time_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                        : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
show_date (FfDateTimeRow *self)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&self->value);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = ff_format_date_short (date, now);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (self->date_button, text);
  gtk_calendar_select_day (self->calendar, date);

  /* Translators: what a button is called for people who do not see it; a date follows */
  name = g_strdup_printf (_ ("Date: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_time (FfDateTimeRow *self)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&self->value);
  g_autofree char *text = ff_format_time (date);

  gtk_editable_set_text (GTK_EDITABLE (self->time_entry), text);
  set_valid (self, TRUE);
}

static void
take_value (FfDateTimeRow *self, const FfWallTime *value)
{
  if (ff_wall_time_compare (&self->value, value) == 0)
    return;

  self->value = *value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
day_selected_cb (FfDateTimeRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  FfWallTime value = self->value;

  if (self->is_updating)
    return;

  date = gtk_calendar_get_date (self->calendar);
  value.year = (gint16) g_date_time_get_year (date);
  value.month = (guint8) g_date_time_get_month (date);
  value.day = (guint8) g_date_time_get_day_of_month (date);
  if (!ff_wall_time_is_valid (&value))
    return;

  take_value (self, &value);
  self->is_updating = TRUE;
  show_date (self);
  self->is_updating = FALSE;
}

static void
time_typed_cb (FfDateTimeRow *self)
{
  FfWallTime value = self->value;
  guint hour, minute;

  if (self->is_updating)
    return;

  if (!ff_format_parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time_entry)), &hour,
                             &minute))
    {
      set_valid (self, FALSE);
      return;
    }

  value.hour = (guint8) hour;
  value.minute = (guint8) minute;
  set_valid (self, TRUE);
  take_value (self, &value);
}

/* What was understood is shown back in full. */
static void
time_entered_cb (FfDateTimeRow *self)
{
  if (!self->is_valid)
    return;

  self->is_updating = TRUE;
  show_time (self);
  self->is_updating = FALSE;
}

static void
ff_date_time_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_DATE_TIME_ROW);

  G_OBJECT_CLASS (ff_date_time_row_parent_class)->dispose (object);
}

static void
ff_date_time_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfDateTimeRow *self = FF_DATE_TIME_ROW (object);

  switch ((FfDateTimeRowProps) prop_id)
    {
    case PROP_VALUE:
      g_value_set_boxed (value, &self->value);
      break;

    case PROP_VALID:
      g_value_set_boolean (value, self->is_valid);
      break;

    case PROP_DAY_ONLY:
      g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->time_entry)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_date_time_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  FfDateTimeRow *self = FF_DATE_TIME_ROW (object);

  switch ((FfDateTimeRowProps) prop_id)
    {
    case PROP_VALUE:
      if (g_value_get_boxed (value) != NULL)
        ff_date_time_row_set_value (self, g_value_get_boxed (value));
      break;

    case PROP_DAY_ONLY:
      gtk_widget_set_visible (GTK_WIDGET (self->time_entry), !g_value_get_boolean (value));
      break;

    case PROP_VALID:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_date_time_row_class_init (FfDateTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_date_time_row_dispose;
  object_class->get_property = ff_date_time_row_get_property;
  object_class->set_property = ff_date_time_row_set_property;

  properties[PROP_VALUE]
      = g_param_spec_boxed ("value", NULL, NULL, FF_TYPE_WALL_TIME,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALID]
      = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAY_ONLY] = g_param_spec_boolean ("day-only", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-date-time-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfDateTimeRow, date_button);
  gtk_widget_class_bind_template_child (widget_class, FfDateTimeRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, FfDateTimeRow, time_entry);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_entered_cb);
}

static void
ff_date_time_row_init (FfDateTimeRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  FfWallTime value = ff_wall_time_from_date_time (now);

  self->is_valid = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_date_time_row_set_value (self, &value);
}

/**
 * ff_date_time_row_new:
 *
 * Returns: (transfer floating): a row that shows this minute
 */
GtkWidget *
ff_date_time_row_new (void)
{
  return g_object_new (FF_TYPE_DATE_TIME_ROW, NULL);
}

/**
 * ff_date_time_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): the last valid date and time
 */
const FfWallTime *
ff_date_time_row_get_value (FfDateTimeRow *self)
{
  g_return_val_if_fail (FF_IS_DATE_TIME_ROW (self), NULL);

  return &self->value;
}

/**
 * ff_date_time_row_set_value:
 * @self: a row
 * @value: a valid date and time
 *
 * Shows a date and time.
 */
void
ff_date_time_row_set_value (FfDateTimeRow *self, const FfWallTime *value)
{
  g_return_if_fail (FF_IS_DATE_TIME_ROW (self));
  g_return_if_fail (value != NULL && ff_wall_time_is_valid (value));

  take_value (self, value);
  self->is_updating = TRUE;
  show_date (self);
  show_time (self);
  self->is_updating = FALSE;
}

/**
 * ff_date_time_row_get_valid:
 * @self: a row
 *
 * Returns: whether what is typed is a time; while it is not, the value stays as it was
 */
gboolean
ff_date_time_row_get_valid (FfDateTimeRow *self)
{
  g_return_val_if_fail (FF_IS_DATE_TIME_ROW (self), FALSE);

  return self->is_valid;
}
