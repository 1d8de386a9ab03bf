/* ff-repeat-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for how often it is held.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-message-label.h"
#include "ff-repeat-page.h"
#include "ff-zone-row.h"

#define N_WEEKDAYS 7

struct _FfRepeatPage
{
  FfMeetingPage parent_instance;

  gboolean filling; /* lists are being filled: what is selected meanwhile was not chosen */

  AdwComboRow *kind_row;
  GtkStringList *kinds;
  GtkWidget *interval_row;
  GtkWidget *weekdays_row;
  AdwWrapBox *weekdays;
  GtkWidget *days[N_WEEKDAYS];
  GtkWidget *ends;
  GtkWidget *end_row;
  GtkWidget *until_row;
  GtkWidget *count_row;
  GtkWidget *by_appointment_row;
  GtkWidget *zone_row;
};

G_DEFINE_FINAL_TYPE (FfRepeatPage, ff_repeat_page, FF_TYPE_MEETING_PAGE)

static FfRepeatForm *
get_repeat (FfRepeatPage *self)
{
  FfMeetingForm *form = ff_meeting_page_get_form (FF_MEETING_PAGE (self));

  return form != NULL ? ff_meeting_form_get_repeat (form) : NULL;
}

static void
show_fields (FfRepeatPage *self)
{
  guint kind;
  guint end;

  g_object_get (get_repeat (self), "kind", &kind, "end", &end, NULL);
  gboolean repeats = kind != FF_REPEAT_FORM_ONCE && kind != FF_REPEAT_FORM_OTHER;
  gtk_widget_set_visible (self->weekdays_row, kind == FF_REPEAT_FORM_WEEKLY);
  gtk_widget_set_visible (self->interval_row, repeats);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interval_row),
                                 kind == FF_REPEAT_FORM_WEEKLY ? _ ("Every So Many Weeks")
                                                               : _ ("Every So Many Months"));
  gtk_widget_set_visible (self->ends, repeats);
  gtk_widget_set_visible (self->until_row, end == FF_REPEAT_END_DAY);
  gtk_widget_set_visible (self->count_row, end == FF_REPEAT_END_COUNT);
}

static void
show_weekdays (FfRepeatPage *self)
{
  guint weekdays;

  g_object_get (get_repeat (self), "weekdays", &weekdays, NULL);
  self->filling = TRUE;
  for (int i = 0; i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->days[i]),
                                  (weekdays & FF_WEEKDAY_BIT (i + 1)) != 0);
  self->filling = FALSE;
}

static void
weekday_toggled (FfRepeatPage *self)
{
  guint weekdays = 0;

  if (self->filling || get_repeat (self) == NULL)
    return;
  for (int i = 0; i < N_WEEKDAYS; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->days[i])))
        weekdays |= FF_WEEKDAY_BIT (i + 1);
    }
  g_object_set (get_repeat (self), "weekdays", weekdays, NULL);
}

/* The words name the weekday of the first date. */
static void
fill_kinds (FfRepeatPage *self)
{
  FfRepeatForm *repeat = get_repeat (self);
  const FfWallTime *start
      = ff_meeting_form_get_start (ff_meeting_page_get_form (FF_MEETING_PAGE (self)));
  g_auto (GStrv) kinds = NULL;
  guint kind;

  if (!ff_wall_time_is_valid (start))
    return;
  kinds = ff_repeat_form_list_kinds (repeat);
  g_object_get (repeat, "kind", &kind, NULL);
  self->filling = TRUE;
  gtk_string_list_splice (self->kinds, 0, g_list_model_get_n_items (G_LIST_MODEL (self->kinds)),
                          (const char *const *) kinds);
  adw_combo_row_set_selected (self->kind_row, kind);
  self->filling = FALSE;
}

static void
kind_selected_cb (FfRepeatPage *self)
{
  if (!self->filling && get_repeat (self) != NULL)
    g_object_set (get_repeat (self), "kind", adw_combo_row_get_selected (self->kind_row), NULL);
}

/* One button a weekday, from Monday on. */
static void
add_weekdays (FfRepeatPage *self)
{
  for (int i = 0; i < N_WEEKDAYS; i++)
    {
      /* 2 November 2026 is a Monday. */
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 11, 2 + i, 0, 0, 0);
      g_autofree char *abbreviation = g_date_time_format (day, "%a");
      g_autofree char *name = g_date_time_format (day, "%A");

      self->days[i] = gtk_toggle_button_new_with_label (abbreviation);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      gtk_widget_set_tooltip_text (self->days[i], name);
      g_signal_connect_object (self->days[i], "toggled", G_CALLBACK (weekday_toggled), self,
                               G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->weekdays, self->days[i]);
    }
}

static void
ff_repeat_page_fill (FfMeetingPage *page, FfMeetingForm *form)
{
  FfRepeatPage *self = FF_REPEAT_PAGE (page);
  FfRepeatForm *repeat = ff_meeting_form_get_repeat (form);

  self->filling = TRUE;
  ff_meeting_page_bind (repeat, "interval", self->interval_row, "value");
  ff_meeting_page_bind (repeat, "end", self->end_row, "selected");
  ff_meeting_page_bind (repeat, "until", self->until_row, "value");
  ff_meeting_page_bind (repeat, "count", self->count_row, "value");
  ff_meeting_page_bind (form, "by-appointment", self->by_appointment_row, "active");
  ff_meeting_page_bind (form, "zone", self->zone_row, "zone");
  g_signal_connect_object (repeat, "notify::start", G_CALLBACK (fill_kinds), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (repeat, "notify::kind", G_CALLBACK (show_fields), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (repeat, "notify::end", G_CALLBACK (show_fields), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (repeat, "notify::weekdays", G_CALLBACK (show_weekdays), self,
                           G_CONNECT_SWAPPED);
  self->filling = FALSE;
  fill_kinds (self);
  show_weekdays (self);
  show_fields (self);
}

static void
ff_repeat_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_REPEAT_PAGE);

  G_OBJECT_CLASS (ff_repeat_page_parent_class)->dispose (object);
}

static void
ff_repeat_page_class_init (FfRepeatPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_repeat_page_dispose;
  FF_MEETING_PAGE_CLASS (klass)->fill = ff_repeat_page_fill;

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  g_type_ensure (FF_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-repeat-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, interval_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, weekdays_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, weekdays);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, ends);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, end_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, until_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, count_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, by_appointment_row);
  gtk_widget_class_bind_template_child (widget_class, FfRepeatPage, zone_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
}

static void
ff_repeat_page_init (FfRepeatPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_weekdays (self);
}
