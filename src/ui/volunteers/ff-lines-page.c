/* ff-lines-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the dialog on which hours, absences, trainings or steps are typed, a row each.
 */

#include "ff-config.h"

#include "ff-lines-page.h"

#include <glib/gi18n-lib.h>

#include "ff-hours-row.h"
#include "ff-volunteer-line-row.h"

struct _FfLinesPage
{
  AdwPreferencesPage parent_instance;

  FfVolunteerForm *form;
  FfLineKind kind;
  GPtrArray *requirements;

  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *add_row;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *name;
  const char *hint;
  const char *add;
} kinds[FF_N_LINE_KINDS] = {
  [FF_LINE_HOURS] = { N_ ("When They Are Free"),
                      N_ ("Every week, in their own time zone. Nothing here means at any time."),
                      N_ ("Add Hours") },
  [FF_LINE_ABSENCE]
  = { N_ ("Absences"), N_ ("Whole days on which they are not there, the last one included"),
      N_ ("Add Absence") },
  [FF_LINE_TRAINING] = { N_ ("Training and Checks"), N_ ("What was done, and until when it holds"),
                         N_ ("Add Training or Check") },
  [FF_LINE_STEP]
  = { N_ ("Pathway"),
      N_ ("The steps from participant to facilitator, each with its date once it is taken"),
      N_ ("Add Step") },
};

G_DEFINE_FINAL_TYPE (FfLinesPage, ff_lines_page, ADW_TYPE_PREFERENCES_PAGE)

static void
on_row_removed (FfLinesPage *self, GtkWidget *row)
{
  FfVolunteerLine *line = FF_IS_HOURS_ROW (row)
                              ? ff_hours_row_get_line (FF_HOURS_ROW (row))
                              : ff_volunteer_line_row_get_line (FF_VOLUNTEER_LINE_ROW (row));

  ff_volunteer_form_remove_line (self->form, line);
  gtk_widget_grab_focus (self->add_row);
}

static void
tell (FfLinesPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  FfLinesPage *self = data;
  GtkWidget *row;

  if (self->kind == FF_LINE_HOURS)
    {
      row = ff_hours_row_new (item);
      g_signal_connect_object (row, "add", G_CALLBACK (ff_lines_page_add), self, G_CONNECT_SWAPPED);
    }
  else
    {
      row = ff_volunteer_line_row_new (item, self->requirements);
    }
  g_signal_connect_object (row, "remove", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  return row;
}

static void
on_lines_changed (FfLinesPage *self)
{
  GListModel *lines = ff_volunteer_form_get_lines (self->form, self->kind);

  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (lines) > 0);
  tell (self);
}

static void
ff_lines_page_dispose (GObject *object)
{
  FfLinesPage *self = FF_LINES_PAGE (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_lines_page_parent_class)->dispose (object);
}

static void
ff_lines_page_class_init (FfLinesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_lines_page_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FF_TYPE_LINES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_lines_page_init (FfLinesPage *self)
{
  AdwPreferencesGroup *adding = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
  self->add_row = adw_button_row_new ();
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add_row), "list-add-symbolic");
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (ff_lines_page_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (adding, self->add_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), adding);
}

/**
 * ff_lines_page_bind:
 * @self: an empty page
 * @form: what is filled in
 * @kind: which of its lines are typed here
 * @requirements: (element-type FfRequirement): all there are; the array is filled anew when there are others
 */
void
ff_lines_page_bind (FfLinesPage *self,
                    FfVolunteerForm *form,
                    FfLineKind kind,
                    GPtrArray *requirements)
{
  g_return_if_fail (FF_IS_LINES_PAGE (self) && self->form == NULL);
  g_return_if_fail (FF_IS_VOLUNTEER_FORM (form) && requirements != NULL);
  g_return_if_fail (kind < FF_N_LINE_KINDS);

  GListModel *lines = ff_volunteer_form_get_lines (form, kind);

  self->form = g_object_ref (form);
  self->kind = kind;
  self->requirements = g_ptr_array_ref (requirements);
  adw_preferences_group_set_description (self->group, _ (kinds[kind].hint));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ (kinds[kind].add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kinds[kind].name), -1);
  gtk_list_box_bind_model (self->list, lines, make_row, self, NULL);
  g_signal_connect_object (lines, "items-changed", G_CALLBACK (on_lines_changed), self,
                           G_CONNECT_SWAPPED);
  on_lines_changed (self);
}

/**
 * ff_lines_page_add:
 * @self: a page
 *
 * Adds a line, unfolds it, and moves the focus to its first field.
 */
void
ff_lines_page_add (FfLinesPage *self)
{
  g_return_if_fail (FF_IS_LINES_PAGE (self) && self->form != NULL);

  GListModel *lines = ff_volunteer_form_get_lines (self->form, self->kind);
  GtkListBoxRow *row;

  ff_volunteer_form_add_line (self->form, self->kind);
  row = gtk_list_box_get_row_at_index (self->list, (int) g_list_model_get_n_items (lines) - 1);
  if (FF_IS_VOLUNTEER_LINE_ROW (row))
    ff_volunteer_line_row_begin (FF_VOLUNTEER_LINE_ROW (row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * ff_lines_page_set_can_add:
 * @self: a page
 * @can_add: whether there is something that a line could say
 */
void
ff_lines_page_set_can_add (FfLinesPage *self, gboolean can_add)
{
  g_return_if_fail (FF_IS_LINES_PAGE (self));

  gtk_widget_set_sensitive (self->add_row, can_add);
}
