/* ff-holidays-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One calendar of holidays: its days, and what each means for those who keep it.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-holidays-page.h"
#include "ff-message-label.h"
#include "ff-undoable.h"

struct _FfHolidaysPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;   /* weak: the dialog keeps it */
  FfHolidays *holidays; /* as shown */
  GPtrArray *rows;      /* (element-type GtkWidget) */

  GtkEditable *name_row;
  GtkWidget *name_message;
  AdwPreferencesGroup *days;
  FfDateTimeRow *date_row;
  GtkEditable *day_row;
  AdwComboRow *policy_row;
  GtkWidget *day_message;
};

/* As they are offered: most groups do not meet on a holiday. */
static const FfHolidayPolicy policies[] = { FF_HOLIDAY_CANCEL, FF_HOLIDAY_ASK, FF_HOLIDAY_HOLD };

enum
{
  DELETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHolidaysPage, ff_holidays_page, ADW_TYPE_NAVIGATION_PAGE)

static GListModel *
list_policies (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  /* Translators: what happens to meetings on a holiday */
  gtk_string_list_append (words, C_ ("holiday", "Not Held"));
  gtk_string_list_append (words, C_ ("holiday", "To Be Decided"));
  gtk_string_list_append (words, C_ ("holiday", "Held as Usual"));
  return G_LIST_MODEL (words);
}

static guint
find_policy (FfHolidayPolicy policy)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (policies) && policies[i] != policy)
    i++;
  return i;
}

/* @changed is what is shown from now on. */
static void
save (FfHolidaysPage *self, FfHolidays *changed, const char *text)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();

  g_set_object (&self->holidays, changed);
  ff_schedule_edit_save_holidays (edit, changed);
  ff_undoable_change_schedule (GTK_WIDGET (self), ff_context_get_store (self->context), edit, text);
}

static const FfHoliday *
get_day (FfHolidaysPage *self, gpointer widget)
{
  const FfWallTime *day = g_object_get_data (G_OBJECT (widget), "day");

  return ff_holidays_find (self->holidays, day);
}

static void
policy_chosen (FfHolidaysPage *self, GParamSpec *pspec, GtkDropDown *choice)
{
  const FfHoliday *day = get_day (self, choice);
  g_autoptr (FfHolidays) changed = ff_holidays_copy (self->holidays);
  guint selected = gtk_drop_down_get_selected (choice);

  if (day == NULL || selected >= G_N_ELEMENTS (policies) || day->policy == policies[selected])
    return;
  ff_holidays_add (changed, &day->day, policies[selected], day->name);
  save (self, changed, NULL);
}

static void show_days (FfHolidaysPage *self);

static void
remove_clicked (FfHolidaysPage *self, GtkWidget *button)
{
  const FfHoliday *day = get_day (self, button);
  g_autoptr (FfHolidays) changed = ff_holidays_copy (self->holidays);
  g_autofree char *text = NULL;

  if (day == NULL)
    return;
  /* Translators: %s is a holiday */
  text = g_strdup_printf (_ ("%s removed"), day->name);
  ff_holidays_remove (changed, &day->day);
  gtk_widget_grab_focus (GTK_WIDGET (self->day_row));
  save (self, changed, text);
  show_days (self);
}

static GtkWidget *
make_choice (FfHolidaysPage *self, const FfHoliday *day)
{
  GtkWidget *choice = gtk_drop_down_new (list_policies (), NULL);
  /* Translators: %s is a holiday: whether a meeting is held on it */
  g_autofree char *name = g_strdup_printf (_ ("On %s"), day->name);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_policy (day->policy));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (choice), "day", ff_wall_time_copy (&day->day),
                          (GDestroyNotify) ff_wall_time_free);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (policy_chosen), self,
                           G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_remove_button (FfHolidaysPage *self, const FfHoliday *day)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a holiday */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), day->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "day", ff_wall_time_copy (&day->day),
                          (GDestroyNotify) ff_wall_time_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_day_row (FfHolidaysPage *self, const FfHoliday *day)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&day->day);
  g_autofree char *subtitle = g_date_time_format (date, _ ("%-d %B %Y"));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), day->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_choice (self, day));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, day));
  adw_preferences_group_add (self->days, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_days (FfHolidaysPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->days, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < ff_holidays_count (self->holidays); i++)
    add_day_row (self, ff_holidays_get (self->holidays, i));
  gtk_widget_set_visible (GTK_WIDGET (self->days), self->rows->len > 0);
}

static void
name_applied_cb (FfHolidaysPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autoptr (FfHolidays) changed = ff_holidays_copy (self->holidays);

  g_object_set (self->name_message, "text", name[0] == '\0' ? _ ("Give the calendar a name.") : "",
                NULL);
  if (name[0] == '\0')
    return;
  ff_holidays_set_name (changed, name);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  save (self, changed, NULL);
}

static void
add_day_cb (FfHolidaysPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->day_row)));
  g_autoptr (FfHolidays) changed = ff_holidays_copy (self->holidays);
  FfWallTime day = *ff_date_time_row_get_value (self->date_row);
  guint selected = adw_combo_row_get_selected (self->policy_row);

  g_object_set (self->day_message, "text", name[0] == '\0' ? _ ("Give the day a name.") : "", NULL);
  if (name[0] == '\0' || selected >= G_N_ELEMENTS (policies))
    return;
  day.hour = day.minute = 0;
  ff_holidays_add (changed, &day, policies[selected], name);
  save (self, changed, NULL);
  show_days (self);
  gtk_editable_set_text (self->day_row, "");
}

static void
delete_cb (FfHolidaysPage *self)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  ff_schedule_edit_delete_holidays (edit, ff_holidays_get_uid (self->holidays));
  ff_undoable_change_schedule (overlay, ff_context_get_store (self->context), edit,
                               _ ("Calendar deleted"));
  g_signal_emit (self, signals[DELETED], 0);
}

static void
ff_holidays_page_dispose (GObject *object)
{
  FfHolidaysPage *self = FF_HOLIDAYS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HOLIDAYS_PAGE);
  g_clear_weak_pointer (&self->context);
  g_clear_object (&self->holidays);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_holidays_page_parent_class)->dispose (object);
}

static void
ff_holidays_page_class_init (FfHolidaysPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_holidays_page_dispose;

  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-holidays-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, name_message);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, days);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, day_row);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, policy_row);
  gtk_widget_class_bind_template_child (widget_class, FfHolidaysPage, day_message);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
ff_holidays_page_init (FfHolidaysPage *self)
{
  g_autoptr (GListModel) words = list_policies ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->policy_row, words);
}

/**
 * ff_holidays_page_set_context:
 * @self: a page
 * @context: what the views share
 */
void
ff_holidays_page_set_context (FfHolidaysPage *self, FfContext *context)
{
  g_autoptr (GDateTime) now = NULL;
  FfWallTime today;

  g_return_if_fail (FF_IS_HOLIDAYS_PAGE (self));
  g_return_if_fail (FF_IS_CONTEXT (context));

  g_set_weak_pointer (&self->context, context);
  now = ff_clock_get_now (ff_context_get_clock (context));
  today = ff_wall_time_from_date_time (now);
  ff_date_time_row_set_value (self->date_row, &today);
}

/**
 * ff_holidays_page_get_holidays:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what is shown
 */
FfHolidays *
ff_holidays_page_get_holidays (FfHolidaysPage *self)
{
  g_return_val_if_fail (FF_IS_HOLIDAYS_PAGE (self), NULL);

  return self->holidays;
}

static gboolean
is_same (FfHolidays *a, FfHolidays *b)
{
  g_autofree char *days_a = ff_holidays_to_string (a);
  g_autofree char *days_b = ff_holidays_to_string (b);

  return g_str_equal (ff_holidays_get_uid (a), ff_holidays_get_uid (b))
         && g_strcmp0 (ff_holidays_get_name (a), ff_holidays_get_name (b)) == 0
         && g_str_equal (days_a, days_b);
}

/**
 * ff_holidays_page_set_holidays:
 * @self: a page
 * @holidays: the calendar to show
 *
 * Shows it; where it is shown already, nothing is touched.
 */
void
ff_holidays_page_set_holidays (FfHolidaysPage *self, FfHolidays *holidays)
{
  g_return_if_fail (FF_IS_HOLIDAYS_PAGE (self));
  g_return_if_fail (FF_IS_HOLIDAYS (holidays));

  if (self->holidays != NULL && is_same (self->holidays, holidays))
    return;
  g_set_object (&self->holidays, holidays);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), ff_holidays_get_name (holidays));
  gtk_editable_set_text (self->name_row, ff_holidays_get_name (holidays));
  g_object_set (self->name_message, "text", "", NULL);
  g_object_set (self->day_message, "text", "", NULL);
  show_days (self);
}
