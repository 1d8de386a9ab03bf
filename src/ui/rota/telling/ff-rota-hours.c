/* ff-rota-hours.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A year's hours by volunteer, each with a page of their own, and files of all of them.
 */

#include "ff-config.h"

#include "ff-rota-hours.h"

#include <glib/gi18n-lib.h>

#include "ff-hours-page.h"
#include "ff-hours-person.h"
#include "ff-roster-repository.h"
#include "ff-text-file.h"
#include "ff-two-lines.h"

#define FF_TYPE_ROTA_HOURS (ff_rota_hours_get_type ())

G_DECLARE_FINAL_TYPE (FfRotaHours, ff_rota_hours, FF, ROTA_HOURS, AdwDialog)

struct _FfRotaHours
{
  AdwDialog parent_instance;

  FfContext *context;
  FfRoster *roster;   /* (nullable): until it is read */
  GListStore *people; /* of FfHoursPerson */
  GtkFilterListModel *shown;
  GCancellable *reading;

  AdwNavigationView *navigation;
  GtkStack *stack;
  AdwSpinRow *year_row;
  AdwSwitchRow *everybody_row;
  GtkListView *people_view;
  AdwStatusPage *nobody_page;
  GtkWidget *export_button;
  GtkWidget *thanks_button;
  FfHoursPage *page;
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

/* --- The list --- */

static void
activated_cb (FfRotaHours *self, guint position)
{
  g_autoptr (FfHoursPerson) person = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  ff_hours_page_show (self->page, self->context, person, get_year (self));
  adw_navigation_view_push_by_tag (self->navigation, "person");
}

static gboolean
is_shown (gpointer item, gpointer data)
{
  FfRotaHours *self = data;

  return adw_switch_row_get_active (self->everybody_row) || ff_hours_person_get_minutes (item) > 0;
}

static void
show_nobody (FfRotaHours *self)
{
  g_autofree char *title = g_strdup_printf (_ ("No Hours in %d"), get_year (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->people)) == 0)
    {
      adw_status_page_set_title (self->nobody_page, _ ("Nobody Here Yet"));
      adw_status_page_set_description (self->nobody_page,
                                       _ ("Volunteers and their hours appear here once somebody "
                                          "is on the roster."));
      return;
    }
  adw_status_page_set_title (self->nobody_page, title);
  adw_status_page_set_description (self->nobody_page,
                                   _ ("To note hours for somebody turn on “Show Everybody”."));
}

static void
show_list (FfRotaHours *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0;

  if (!any)
    show_nobody (self);
  gtk_stack_set_visible_child_name (self->stack, any ? "people" : "nobody");
}

static void
filter_changed_cb (FfRotaHours *self)
{
  if (self->shown == NULL || self->roster == NULL)
    return;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->shown), GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
person_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  ff_two_lines_setup (item);
}

static void
person_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfHoursPerson *person = gtk_list_item_get_item (item);
  g_autofree char *hours = ff_hours_person_describe (person);

  ff_two_lines_bind (item, ff_volunteer_get_name (ff_hours_person_get_volunteer (person)), hours);
}

/* --- Files --- */

static GPtrArray *
list_people (FfRotaHours *self)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    g_ptr_array_add (people, g_list_model_get_item (G_LIST_MODEL (self->people), i));
  return people;
}

static void
thank_all_cb (FfRotaHours *self)
{
  g_autoptr (GPtrArray) people = list_people (self);
  g_autoptr (GDateTime) now = get_now (self);
  g_autofree char *text = ff_hours_people_write_thanks (people, get_year (self), now);

  ff_text_file_save (GTK_WIDGET (self->navigation), _ ("Save All Thanks"),
                     /* Translators: what a file is called at first; keep “.txt” */
                     _ ("thanks.txt"), "text/plain", text);
}

static void
export_cb (FfRotaHours *self)
{
  g_autoptr (GPtrArray) people = list_people (self);
  g_autofree char *csv = ff_hours_people_write_csv (people);

  ff_text_file_save (GTK_WIDGET (self->navigation), _ ("Export Hours"),
                     /* Translators: what a file is called at first; keep “.csv” */
                     _ ("hours.csv"), "text/csv", csv);
}

/* --- Reading --- */

static void
show_trouble (FfRotaHours *self, const char *text)
{
  adw_status_page_set_title (self->nobody_page, _ ("The Hours Could Not Be Read"));
  adw_status_page_set_description (self->nobody_page, text);
  gtk_stack_set_visible_child_name (self->stack, "nobody");
}

/* Somebody who is gone meanwhile stays as they were shown. */
static void
show_person_anew (FfRotaHours *self, GPtrArray *people)
{
  const char *uid = ff_hours_page_get_shown (self->page);

  for (guint i = 0; uid != NULL && i < people->len; i++)
    {
      FfHoursPerson *person = g_ptr_array_index (people, i);

      if (!g_str_equal (ff_volunteer_get_uid (ff_hours_person_get_volunteer (person)), uid))
        continue;
      ff_hours_page_show (self->page, self->context, person, get_year (self));
      return;
    }
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
  show_list (self);
  gtk_widget_set_sensitive (self->export_button, hours->len > 0);
  gtk_widget_set_sensitive (self->thanks_button, hours->len > 0);
  show_person_anew (self, people);
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
  g_clear_object (&self->shown);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_HOURS);
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
  ff_hours_page_clear (self->page);
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
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, everybody_row);
  gtk_widget_class_bind_template_child (widget_class, FfRotaHours, page);
}

static void
ff_rota_hours_class_init (FfRotaHoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_rota_hours_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_rota_hours_dispose;
  g_type_ensure (FF_TYPE_HOURS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-hours.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, thank_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_bind_cb);
}

static void
ff_rota_hours_init (FfRotaHours *self)
{
  self->people = g_list_store_new (FF_TYPE_HOURS_PERSON);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown
      = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)),
                                   GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL)));
  gtk_list_view_set_model (self->people_view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                                  G_LIST_MODEL (g_object_ref (self->shown)))));
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

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FF_IS_CONTEXT (context));

  self = g_object_new (FF_TYPE_ROTA_HOURS, NULL);
  self->context = g_object_ref (context);
  now = get_now (self);
  adw_spin_row_set_value (self->year_row, g_date_time_get_year (now));
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (store_changed_cb),
                           self, G_CONNECT_SWAPPED);
  read_all (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
