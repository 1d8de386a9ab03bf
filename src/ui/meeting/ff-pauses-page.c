/* ff-pauses-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the meeting dialog for the seasons in which it rests.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-message-label.h"
#include "ff-pauses-page.h"

struct _FfPausesPage
{
  FfMeetingPage parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget): of the pauses, in their order */

  AdwPreferencesGroup *pauses;
  FfDateTimeRow *first_row;
  FfDateTimeRow *last_row;
  GtkEditable *reason_row;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (FfPausesPage, ff_pauses_page, FF_TYPE_MEETING_PAGE)

static FfMeetingForm *
get_form (FfPausesPage *self)
{
  return ff_meeting_page_get_form (FF_MEETING_PAGE (self));
}

static void
remove_clicked (FfPausesPage *self, GtkWidget *button)
{
  FfPauses *pauses = ff_meeting_form_get_pauses (get_form (self));
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
  g_autoptr (FfPauses) left = ff_pauses_remove (pauses, position);

  gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
  ff_meeting_form_set_pauses (get_form (self), left);
}

static void
add_pause (FfPausesPage *self, const FfPause *pause, guint position)
{
  g_autoptr (GDateTime) first = ff_format_from_wall_time (&pause->first);
  g_autoptr (GDateTime) last = ff_format_from_wall_time (&pause->last);
  g_autofree char *from = g_date_time_format (first, _ ("%-d %B %Y"));
  g_autofree char *to = g_date_time_format (last, _ ("%-d %B %Y"));
  /* Translators: the first and the last day of a break */
  g_autofree char *days = g_strdup_printf (_ ("%1$s to %2$s"), from, to);
  /* Translators: %s are the days of a break, like 1 July 2026 to 31 August 2026 */
  g_autofree char *name = g_strdup_printf (_ ("Remove the break from %s"), days);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pause->note);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->pauses, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_pauses (FfPausesPage *self)
{
  FfPauses *pauses = ff_meeting_form_get_pauses (get_form (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->pauses, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < ff_pauses_count (pauses); i++)
    add_pause (self, ff_pauses_get (pauses, i), i);
}

static void
day_chosen_cb (FfPausesPage *self)
{
  g_object_set (self->message, "text", "", NULL);
}

static void
add_cb (FfPausesPage *self)
{
  FfPause pause = { *ff_date_time_row_get_value (self->first_row),
                    *ff_date_time_row_get_value (self->last_row), NULL };
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (self->reason_row)));
  g_autoptr (FfPauses) pauses = NULL;

  pause.first.hour = pause.first.minute = pause.last.hour = pause.last.minute = 0;
  if (ff_wall_time_compare (&pause.last, &pause.first) < 0)
    {
      g_object_set (self->message, "text",
                    _ ("The last day is before the first one. Choose a later last day."), NULL);
      return;
    }
  pause.note = note;
  pauses = ff_pauses_add (ff_meeting_form_get_pauses (get_form (self)), &pause);
  ff_meeting_form_set_pauses (get_form (self), pauses);
  gtk_editable_set_text (self->reason_row, "");
}

static void
ff_pauses_page_fill (FfMeetingPage *page, FfMeetingForm *form)
{
  FfPausesPage *self = FF_PAUSES_PAGE (page);
  const FfWallTime *start = ff_meeting_form_get_start (form);

  if (ff_wall_time_is_valid (start))
    {
      ff_date_time_row_set_value (self->first_row, start);
      ff_date_time_row_set_value (self->last_row, start);
    }
  g_signal_connect_object (form, "notify::pauses", G_CALLBACK (show_pauses), self,
                           G_CONNECT_SWAPPED);
  show_pauses (self);
}

static void
ff_pauses_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_PAUSES_PAGE);
  g_clear_pointer (&FF_PAUSES_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_pauses_page_parent_class)->dispose (object);
}

static void
ff_pauses_page_class_init (FfPausesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_pauses_page_dispose;
  FF_MEETING_PAGE_CLASS (klass)->fill = ff_pauses_page_fill;

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-pauses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPausesPage, pauses);
  gtk_widget_class_bind_template_child (widget_class, FfPausesPage, first_row);
  gtk_widget_class_bind_template_child (widget_class, FfPausesPage, last_row);
  gtk_widget_class_bind_template_child (widget_class, FfPausesPage, reason_row);
  gtk_widget_class_bind_template_child (widget_class, FfPausesPage, message);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ff_pauses_page_init (FfPausesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}
