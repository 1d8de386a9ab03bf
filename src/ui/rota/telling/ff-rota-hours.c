/* ff-rota-hours.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A year's hours by volunteer; their own entries can be added and taken out, and each can be thanked.
 */

#include "ff-config.h"

#include "ff-rota-hours.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-date-time-row.h"
#include "ff-duty-letter.h"
#include "ff-format.h"
#include "ff-hours-person.h"
#include "ff-letter-dialog.h"
#include "ff-roster-edit.h"
#include "ff-roster-repository.h"
#include "ff-schedule-change.h"
#include "ff-text-file.h"
#include "ff-toast.h"

#define FF_TYPE_ROTA_HOURS (ff_rota_hours_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaHours, ff_rota_hours, FF, ROTA_HOURS, AdwDialog)

struct _FfRotaHours
{
  AdwDialog parent_instance;

  FfContext *context;
  FfRoster *roster;   /* (nullable): until it is read */
  GListStore *people; /* of FfHoursPerson */
  GCancellable *reading;
  GPtrArray *rows; /* of the person's entries, (unowned) */
  char *shown;     /* (nullable): uid of the volunteer whose page is shown */

  AdwNavigationView *navigation;
  GtkStack *stack;
  AdwSpinRow *year_row;
  GtkListView *people_view;
  AdwStatusPage *nobody_page;
  GtkWidget *export_button;
  GtkWidget *thanks_button;
  GtkLabel *who_label;
  GtkLabel *sum_label;
  AdwPreferencesGroup *entries_group;
  FfDateTimeRow *date_row;
  AdwSpinRow *hours_row;
  AdwEntryRow *what_row;
  GtkWidget *thank_button;
};

G_DEFINE_FINAL_TYPE (FfRotaHours, ff_rota_hours, ADW_TYPE_DIALOG)

static gboolean
is_closed (FfRotaHours *self)
{
  return self->context == NULL;
}

static int
get_year (FfRotaHours *self)
{
  return (int) adw_spin_row_get_value (self->year_row);
}

static GDateTime *
get_now (FfRotaHours *self)
{
  return ff_clock_get_now (ff_context_get_clock (self->context));
}

/* --- Saving --- */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaHours) self = data;
  g_autoptr (GError) error = NULL;
  FfStore *store;
  guint64 step;

  if (is_closed (self))
    return;
  store = ff_context_get_store (self->context);
  step = ff_roster_edit_apply_finish (store, result, &error);
  if (step == 0)
    ff_toast_error (GTK_WIDGET (self->navigation), error);
  else
    ff_schedule_change_tell (GTK_WIDGET (self->navigation), store, step, _ ("Hours changed"));
}

static void
apply (FfRotaHours *self, FfRosterEdit *edit)
{
  ff_roster_edit_apply_async (edit, ff_context_get_store (self->context), NULL, on_applied,
                              g_object_ref (self));
}

static void
add_cb (FfRotaHours *self)
{
  const FfWallTime *day = ff_date_time_row_get_value (self->date_row);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
  const guint minutes = (guint) lround (adw_spin_row_get_value (self->hours_row) * 60);
  g_autoptr (FfHoursEntry) entry = NULL;
  FfRosterEdit *edit;

  if (self->shown == NULL || !ff_date_time_row_get_valid (self->date_row))
    return;
  entry = ff_hours_entry_new (NULL, self->shown, date, minutes,
                              gtk_editable_get_text (GTK_EDITABLE (self->what_row)));
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_hours (edit, entry);
  apply (self, edit);
  gtk_editable_set_text (GTK_EDITABLE (self->what_row), "");
}

static void
remove_cb (FfRotaHours *self, GtkWidget *button)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_hours (edit, g_object_get_data (G_OBJECT (button), "uid"));
  apply (self, edit);
}

/* --- The person --- */

static FfHoursPerson *
find_shown (FfRotaHours *self)
{
  for (guint i = 0;
       self->shown != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr (FfHoursPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      if (g_str_equal (ff_volunteer_get_uid (ff_hours_person_get_volunteer (person)), self->shown))
        return person;
    }
  return NULL;
}

static void
clear_entries (FfRotaHours *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->entries_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static char *
describe_date (FfRotaHours *self, const char *date)
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
add_entry (FfRotaHours *self, const FfHoursEntry *entry)
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

static void
show_person (FfRotaHours *self)
{
  FfHoursPerson *person = find_shown (self);
  g_autofree char *sum = NULL;
  GPtrArray *entries;

  clear_entries (self);
  if (person == NULL)
    return;
  sum = ff_hours_person_describe (person);
  entries = ff_hours_person_get_entries (person);
  gtk_label_set_text (self->who_label,
                      ff_volunteer_get_name (ff_hours_person_get_volunteer (person)));
  gtk_label_set_text (self->sum_label, sum);
  gtk_widget_set_sensitive (self->thank_button, ff_hours_person_get_minutes (person) > 0);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  gtk_widget_set_visible (GTK_WIDGET (self->entries_group), self->rows->len > 0);
}

static void
activated_cb (FfRotaHours *self, guint position)
{
  g_autoptr (FfHoursPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  g_set_str (&self->shown, ff_volunteer_get_uid (ff_hours_person_get_volunteer (person)));
  show_person (self);
  adw_navigation_view_push_by_tag (self->navigation, "person");
}

/* --- Thanks --- */

static char *
write_thanks (FfRotaHours *self, FfHoursPerson *person, char **subject)
{
  g_autoptr (GDateTime) now = get_now (self);
  FfVolunteer *volunteer = ff_hours_person_get_volunteer (person);
  const FfLetterStyle style = { .now = now };

  if (subject != NULL)
    *subject = ff_thanks_letter_make_subject (volunteer, &style);
  return ff_thanks_letter_write (volunteer, get_year (self), ff_hours_person_get_duties (person),
                                 ff_hours_person_get_minutes (person), &style);
}

static void
thank_cb (FfRotaHours *self)
{
  FfHoursPerson *person = find_shown (self);
  g_autofree char *subject = NULL;
  g_autofree char *text = NULL;

  if (person == NULL)
    return;
  text = write_thanks (self, person, &subject);
  ff_letter_dialog_present (GTK_WIDGET (self), _ ("Thank You"),
                            ff_hours_person_get_volunteer (person), subject, text);
}

static void
thank_all_cb (FfRotaHours *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr (FfHoursPerson) person = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      g_autofree char *text = NULL;

      if (ff_hours_person_get_minutes (person) == 0)
        continue;
      text = write_thanks (self, person, NULL);
      g_string_append_printf (all, "%s%s", all->len > 0 ? "\n———\n\n" : "", text);
    }
  ff_text_file_save (GTK_WIDGET (self->navigation), _ ("Save All Thanks"),
                     /* Translators: what a file is called at first; keep “.txt” */
                     _ ("thanks.txt"), "text/plain", all->str);
}

static void
export_cb (FfRotaHours *self)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *csv = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    g_ptr_array_add (people, g_list_model_get_item (G_LIST_MODEL (self->people), i));
  csv = ff_hours_people_write_csv (people);
  ff_text_file_save (GTK_WIDGET (self->navigation), _ ("Export Hours"),
                     /* Translators: what a file is called at first; keep “.csv” */
                     _ ("hours.csv"), "text/csv", csv);
}

/* --- The list --- */

static void
person_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (i > 0)
        gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
person_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfHoursPerson *person = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *text = ff_volunteer_get_name (ff_hours_person_get_volunteer (person));
  g_autofree char *hours = ff_hours_person_describe (person);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, hours);

  gtk_label_set_text (GTK_LABEL (name), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), hours);
  gtk_list_item_set_accessible_label (item, spoken);
}

/* --- Reading --- */

static void
show_trouble (FfRotaHours *self, const char *text)
{
  adw_status_page_set_title (self->nobody_page, _ ("The Hours Could Not Be Read"));
  adw_status_page_set_description (self->nobody_page, text);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
}

static void
on_hours_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaHours) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hours = ff_hours_repository_list_finish (FF_STORE (source), result, &error);
  g_autoptr (GPtrArray) people = NULL;

  if (is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hours == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  people = ff_hours_people_list (self->roster, hours);
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                       people->pdata, people->len);
  gtk_stack_set_visible_child_name (self->stack, people->len > 0 ? "people" : "nobody");
  gtk_widget_set_sensitive (self->export_button, hours->len > 0);
  gtk_widget_set_sensitive (self->thanks_button, hours->len > 0);
  show_person (self);
}

static void
read_hours (FfRotaHours *self)
{
  g_autoptr (GDateTime) now = get_now (self);
  g_autoptr (GDateTime) from
      = g_date_time_new (g_date_time_get_timezone (now), get_year (self), 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) until = g_date_time_add_years (from, 1);

  ff_hours_repository_list_async (ff_context_get_store (self->context), from, until, now,
                                  self->reading, on_hours_read, g_object_ref (self));
}

static void
on_roster_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRotaHours) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRoster) roster
      = ff_roster_repository_load_finish (FF_STORE (source), result, &error);

  if (is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (roster == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  g_set_object (&self->roster, roster);
  read_hours (self);
}

static void
read_all (FfRotaHours *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  ff_roster_repository_load_async (ff_context_get_store (self->context), self->reading,
                                   on_roster_read, g_object_ref (self));
}

static void
year_changed_cb (FfRotaHours *self)
{
  if (!is_closed (self) && self->roster != NULL)
    read_all (self);
}

static void
store_changed_cb (FfRotaHours *self, int aggregate)
{
  if (!is_closed (self)
      && (aggregate == FF_AGGREGATE_ROSTER || aggregate == FF_AGGREGATE_ROTA
          || aggregate == FF_AGGREGATE_MEETING || aggregate == FF_AGGREGATE_ALL))
    read_all (self);
}

/* --- The dialog --- */

static void
ff_rota_hours_dispose (GObject *object)
{
  FfRotaHours *self = FF_ROTA_HOURS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_HOURS);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->people);
  g_clear_object (&self->roster);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_rota_hours_parent_class)->dispose (object);
}

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
ff_rota_hours_closed (AdwDialog *dialog)
{
  FfRotaHours *self = FF_ROTA_HOURS (dialog);

  g_cancellable_cancel (self->reading);
  clear_entries (self);
  gtk_label_set_text (self->who_label, "");
  g_list_store_remove_all (self->people);
  g_clear_object (&self->roster);
  g_clear_object (&self->context);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, year_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, people_view);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, export_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, thanks_button);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, who_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, sum_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, entries_group);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, date_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, what_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, thank_button);
}

static void
ff_rota_hours_class_init (FfRotaHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_rota_hours_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_rota_hours_dispose;
  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-hours.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, thank_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, thank_cb);
}

static void
ff_rota_hours_init (FfRotaHours *self)
{
  self->people = g_list_store_new (FF_TYPE_HOURS_PERSON);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->people_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                  G_LIST_MODEL (g_object_ref (self->people)))));
}

/**
 * ff_rota_hours_present:
 * @parent: what asks for it
 * @context: what a view is handed
 *
 * Shows what everybody gave in a year: duties, and hours that were noted beyond them, which can be added and taken out here.
 */
void
ff_rota_hours_present (GtkWidget *parent, FfContext *context)
{
  FfRotaHours *self;
  g_autoptr (GDateTime) now = NULL;
  FfWallTime today;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));

  self = g_object_new (FF_TYPE_ROTA_HOURS, NULL);
  self->context = g_object_ref (context);
  now = get_now (self);
  today = ff_wall_time_from_date_time (now);
  adw_spin_row_set_value (self->year_row, today.year);
  ff_date_time_row_set_value (self->date_row, &today);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_all (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
