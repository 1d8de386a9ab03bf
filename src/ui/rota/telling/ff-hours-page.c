/* ff-hours-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer's own entries of a year, a row each, and a form for one more.
 */

#include "ff-config.h"

#include "ff-hours-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-letter-dialog.h"
#include "ff-roster-edit.h"
#include "ff-toast.h"
#include "ff-undoable.h"

struct _FfHoursPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;     /* (nullable) */
  FfHoursPerson *person;  /* (nullable) */
  FfVolunteer *volunteer; /* (unowned) (nullable): of the person */
  int year;
  char *added;     /* (nullable): what was written to an entry that is being saved */
  GPtrArray *rows; /* of the entries, (unowned) */

  GtkLabel *who_label;
  GtkLabel *sum_label;
  AdwPreferencesGroup *entries_group;
  FfDateTimeRow *date_row;
  AdwSpinRow *hours_row;
  AdwEntryRow *what_row;
  GtkWidget *thank_button;
};

G_DEFINE_FINAL_TYPE (FfHoursPage, ff_hours_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_closed (FfHoursPage *self)
{
  return self->context == NULL;
}

static GDateTime *
get_now (FfHoursPage *self)
{
  return ff_clock_get_now (ff_context_get_clock (self->context));
}

/* --- Saving --- */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfHoursPage) self = data;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  guint64 step;

  if (is_closed (self))
    return;
  store = ff_context_get_store (self->context);
  step = ff_roster_edit_apply_finish (store, result, &error);
  if (step == 0)
    ff_toast_error (GTK_WIDGET (self), error);
  else
    ff_undoable_tell (GTK_WIDGET (self), store, step, _ ("Hours changed"));
}

/* Unless more was written meanwhile. */
static void
give_back (FfHoursPage *self)
{
  if (self->added != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->what_row)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->what_row), self->added);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer data)
{
  FfHoursPage *self = data;

  if (!is_closed (self) && g_task_had_error (G_TASK (result)))
    give_back (self);
  g_clear_pointer (&self->added, g_free);
  on_applied (source, result, data);
}

static void
apply (FfHoursPage *self, FfRosterEdit *edit)
{
  ff_roster_edit_apply_async (edit, ff_context_get_store (self->context), NULL, on_applied,
                              g_object_ref (self));
}

static void
add_cb (FfHoursPage *self)
{
  const FfWallTime *day = ff_date_time_row_get_value (self->date_row);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
  const guint minutes = (guint) lround (adw_spin_row_get_value (self->hours_row) * 60);
  g_autoptr (FfHoursEntry) entry = NULL;
  FfRosterEdit *edit;

  if (self->volunteer == NULL || !ff_date_time_row_get_valid (self->date_row))
    return;
  entry = ff_hours_entry_new (NULL, ff_volunteer_get_uid (self->volunteer), date, minutes,
                              gtk_editable_get_text (GTK_EDITABLE (self->what_row)));
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_hours (edit, entry);
  g_set_str (&self->added, entry->what);
  ff_roster_edit_apply_async (edit, ff_context_get_store (self->context), NULL, on_added,
                              g_object_ref (self));
  gtk_editable_set_text (GTK_EDITABLE (self->what_row), "");
}

static void
remove_cb (FfHoursPage *self, GtkWidget *button)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_hours (edit, g_object_get_data (G_OBJECT (button), "uid"));
  apply (self, edit);
}

/* --- Entries --- */

static void
clear_entries (FfHoursPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->entries_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static char *
describe_date (FfHoursPage *self, const char *date)
{
  g_autofree char *midnight = g_strconcat (date, "T00:00", NULL);
  g_autoptr (GDateTime) now = get_now (self);
  g_autoptr (GDateTime) day = NULL;
  FfWallTime wall;

  if (!ff_wall_time_parse (midnight, &wall, NULL))
    return g_strdup (date);
  day = ff_format_from_wall_time (&wall);
  return ff_format_date (day, now);
}

static void
add_entry (FfHoursPage *self, const FfHoursEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *date = describe_date (self, entry->date);
  g_autofree char *hours = ff_hours_describe_minutes (entry->minutes);
  g_autofree char *detail = g_strdup_printf ("%s · %s", date, hours);
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), detail);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 *entry->what != '\0' ? entry->what : _ ("Hours"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (entry->uid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->entries_group, row);
  g_ptr_array_add (self->rows, row);
}

/* --- Thanks --- */

static void
thank_cb (FfHoursPage *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *text = NULL;

  if (self->person == NULL)
    return;
  now = get_now (self);
  text = ff_hours_person_write_thanks (self->person, self->year, now, &subject);
  ff_letter_dialog_present (GTK_WIDGET (self), _ ("Thank You"), self->volunteer, subject, text);
}

/* --- The page --- */

static void
ff_hours_page_dispose (GObject *object)
{
  FfHoursPage *self = FF_HOURS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HOURS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->volunteer = NULL;
  g_clear_object (&self->person);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_hours_page_parent_class)->dispose (object);
}

static void
ff_hours_page_class_init (FfHoursPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_hours_page_dispose;
  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-hours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, who_label);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, sum_label);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, entries_group);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, what_row);
  gtk_widget_class_bind_template_child (widget_class, FfHoursPage, thank_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, thank_cb);
}

static void
ff_hours_page_init (FfHoursPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_shown (FfHoursPage *self, FfHoursPerson *person, int year)
{
  const char *uid = ff_volunteer_get_uid (ff_hours_person_get_volunteer (person));

  return self->year == year && g_strcmp0 (ff_hours_page_get_shown (self), uid) == 0;
}

/* Of an earlier year its last day, so that what is added is among what is shown. */
static void
start_form (FfHoursPage *self)
{
  g_autoptr (GDateTime) now = get_now (self);
  FfWallTime day = ff_wall_time_from_date_time (now);

  if (day.year != self->year)
    day = (FfWallTime) { (gint16) self->year, 12, 31, 0, 0 };
  ff_date_time_row_set_value (self->date_row, &day);
  adw_spin_row_set_value (self->hours_row, 1);
  gtk_editable_set_text (GTK_EDITABLE (self->what_row), "");
}

static void
show_entries (FfHoursPage *self)
{
  GPtrArray *entries = ff_hours_person_get_entries (self->person);

  clear_entries (self);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  gtk_widget_set_visible (GTK_WIDGET (self->entries_group), self->rows->len > 0);
}

/**
 * ff_hours_page_show:
 * @self: the page
 * @context: what a view is handed
 * @person: somebody
 * @year: whose hours these are
 *
 * What is being typed stays where the same year of the same volunteer is shown anew.
 */
void
ff_hours_page_show (FfHoursPage *self, FfContext *context, FfHoursPerson *person, int year)
{
  g_autofree char *sum = NULL;
  gboolean is_another;

  g_return_if_fail (FF_IS_HOURS_PAGE (self));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_HOURS_PERSON (person));

  is_another = !is_shown (self, person, year);
  g_set_object (&self->context, context);
  g_set_object (&self->person, person);
  self->volunteer = ff_hours_person_get_volunteer (person);
  self->year = year;
  sum = ff_hours_person_describe (person);
  gtk_label_set_text (self->who_label, ff_volunteer_get_name (self->volunteer));
  gtk_label_set_text (self->sum_label, sum);
  gtk_widget_set_sensitive (self->thank_button, ff_hours_person_get_minutes (person) > 0);
  show_entries (self);
  if (is_another)
    start_form (self);
}

/**
 * ff_hours_page_get_shown:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): uid of the volunteer whose hours are shown
 */
const char *
ff_hours_page_get_shown (FfHoursPage *self)
{
  g_return_val_if_fail (FF_IS_HOURS_PAGE (self), NULL);

  return self->volunteer != NULL ? ff_volunteer_get_uid (self->volunteer) : NULL;
}

/**
 * ff_hours_page_clear:
 * @self: the page
 *
 * For when its dialog is closed, which GTK may hold on to.
 */
void
ff_hours_page_clear (FfHoursPage *self)
{
  g_return_if_fail (FF_IS_HOURS_PAGE (self));

  clear_entries (self);
  gtk_label_set_text (self->who_label, "");
  gtk_label_set_text (self->sum_label, "");
  self->volunteer = NULL;
  g_clear_object (&self->person);
  g_clear_object (&self->context);
}
