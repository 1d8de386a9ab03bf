/* ff-search-filters.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What narrows a search of the notes down: dates, notes or plans, a point of the programme, one person.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-format.h"
#include "ff-participant-repository.h"
#include "ff-person.h"
#include "ff-search-filters.h"

#define MOST_SUGGESTED 5

typedef enum
{
  DATES_ALL,
  DATES_FOUR_WEEKS,
  DATES_THREE_MONTHS,
  DATES_THIS_YEAR,
  DATES_LAST_YEAR,
  DATES_CHOSEN,
} Dates;

struct _FfSearchFilters
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group;         /* (nullable) */
  char *person;           /* (nullable): uid */
  char *alias;            /* (nullable) */
  GCancellable *listing;  /* (nullable) */
  GPtrArray *suggestions; /* rows of person_group */
  gboolean is_filling;

  AdwComboRow *dates_row;
  FfDateTimeRow *from_row;
  FfDateTimeRow *to_row;
  AdwComboRow *kinds_row;
  AdwSwitchRow *open_row;
  AdwComboRow *point_row;
  AdwPreferencesGroup *person_group;
  AdwEntryRow *person_row;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PERSON_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSearchFilters, ff_search_filters, ADW_TYPE_BIN)

static void
changed_cb (FfSearchFilters *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* --- Dates --- */

static FfWallTime
today (FfSearchFilters *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  FfWallTime day = ff_wall_time_from_date_time (now);

  day.hour = day.minute = 0;
  return day;
}

static void
dates_chosen_cb (FfSearchFilters *self)
{
  gboolean chosen = adw_combo_row_get_selected (self->dates_row) == DATES_CHOSEN;

  gtk_widget_set_visible (GTK_WIDGET (self->from_row), chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), chosen);
  changed_cb (self);
}

static FfWallTime
first_of_year (gint16 year)
{
  return (FfWallTime) { .year = year, .month = 1, .day = 1 };
}

static void
fill_dates (FfSearchFilters *self, FfSearchQuery *query)
{
  FfWallTime day = today (self);

  switch ((Dates) adw_combo_row_get_selected (self->dates_row))
    {
    case DATES_ALL:
      break;
    case DATES_FOUR_WEEKS:
      query->from = ff_wall_time_add_days (&day, -27);
      break;
    case DATES_THREE_MONTHS:
      query->from = ff_wall_time_add_days (&day, -90);
      break;
    case DATES_THIS_YEAR:
      query->from = first_of_year (day.year);
      break;
    case DATES_LAST_YEAR:
      query->from = first_of_year (day.year - 1);
      query->to = (FfWallTime) { .year = day.year - 1, .month = 12, .day = 31 };
      break;
    case DATES_CHOSEN:
      query->from = *ff_date_time_row_get_value (self->from_row);
      query->to = *ff_date_time_row_get_value (self->to_row);
      break;
    default:
      g_return_if_reached ();
    }
}

/* --- A person --- */

static void
remove_suggestions (FfSearchFilters *self)
{
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  for (guint i = 0; i < self->suggestions->len; i++)
    adw_preferences_group_remove (self->person_group, self->suggestions->pdata[i]);
  g_ptr_array_set_size (self->suggestions, 0);
}

static void
choose (FfSearchFilters *self, const char *participant, const char *alias)
{
  remove_suggestions (self);
  ff_search_filters_set_person (self, participant, alias);
  gtk_editable_set_text (GTK_EDITABLE (self->person_row), "");
  g_signal_emit (self, signals[SIGNAL_PERSON_CHOSEN], 0);
}

static void
on_suggestion_activated (FfSearchFilters *self, AdwActionRow *row)
{
  FfPerson *person = g_object_get_data (G_OBJECT (row), "person");
  g_autofree char *uid = g_strdup (ff_person_get_uid (person));
  g_autofree char *alias = g_strdup (ff_person_get_alias (person));

  choose (self, uid, alias);
}

static void
suggest (FfSearchFilters *self, FfPerson *person)
{
  GtkWidget *row = adw_action_row_new ();
  const char *shown = ff_context_show_alias (self->context, ff_person_get_alias (person),
                                             self->suggestions->len + 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), shown);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "person", g_object_ref (person), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_suggestion_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->person_group, row);
  g_ptr_array_add (self->suggestions, row);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfSearchFilters) self = user_data;
  g_autoptr (GPtrArray) people
      = ff_participant_repository_list_finish (FF_STORE (source), result, NULL);

  if (people == NULL || g_task_get_cancellable (G_TASK (result)) != self->listing)
    return;
  remove_suggestions (self);
  for (guint i = 0; i < people->len; i++)
    suggest (self, people->pdata[i]);
}

static void
person_typed_cb (FfSearchFilters *self)
{
  const char *prefix = gtk_editable_get_text (GTK_EDITABLE (self->person_row));

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  if (*prefix == '\0')
    {
      remove_suggestions (self);
      return;
    }
  self->listing = g_cancellable_new ();
  ff_participant_repository_list_async (ff_context_get_store (self->context),
                                        self->group != NULL ? ff_group_get_uid (self->group) : NULL,
                                        prefix, MOST_SUGGESTED, 0, self->listing, on_listed,
                                        g_object_ref (self));
}

/* Enter takes the first one. */
static void
person_entered_cb (FfSearchFilters *self)
{
  if (self->suggestions->len > 0)
    on_suggestion_activated (self, self->suggestions->pdata[0]);
}

/* --- Chips --- */

typedef void (*Clear) (FfSearchFilters *self);

static void
clear_dates (FfSearchFilters *self)
{
  adw_combo_row_set_selected (self->dates_row, DATES_ALL);
}

static void
clear_kinds (FfSearchFilters *self)
{
  adw_combo_row_set_selected (self->kinds_row, 0);
}

static void
clear_open (FfSearchFilters *self)
{
  adw_switch_row_set_active (self->open_row, FALSE);
}

static void
clear_point (FfSearchFilters *self)
{
  adw_combo_row_set_selected (self->point_row, 0);
}

static void
clear_person (FfSearchFilters *self)
{
  ff_search_filters_set_person (self, NULL, NULL);
}

static void
on_chip_clicked (GtkButton *chip, FfSearchFilters *self)
{
  Clear clear = (Clear) g_object_get_data (G_OBJECT (chip), "clear");

  clear (self);
}

static void
add_chip (FfSearchFilters *self, GPtrArray *chips, const char *text, Clear clear)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: %s is something that a search is narrowed down to, such as “Last 4 weeks” */
  g_autofree char *name = g_strdup_printf (_ ("Do not narrow down to: %s"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "pill");
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "clear", (gpointer) clear);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_chip_clicked), self, 0);
  g_ptr_array_add (chips, chip);
}

static const char *
get_selected_text (AdwComboRow *row)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (row);

  return selected != NULL ? gtk_string_object_get_string (selected) : "";
}

static char *
describe_days (FfSearchFilters *self)
{
  FfWallTime day = today (self);
  g_autoptr (GDateTime) now = ff_format_from_wall_time (&day);
  g_autoptr (GDateTime) from
      = ff_format_from_wall_time (ff_date_time_row_get_value (self->from_row));
  g_autoptr (GDateTime) to = ff_format_from_wall_time (ff_date_time_row_get_value (self->to_row));
  g_autofree char *first = ff_format_date_short (from, now);
  g_autofree char *last = ff_format_date_short (to, now);

  /* Translators: the first and the last day of some time */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}

/* --- The filters --- */

static void
on_names_hidden (FfSearchFilters *self)
{
  remove_suggestions (self);
  changed_cb (self);
}

static void
ff_search_filters_dispose (GObject *object)
{
  FfSearchFilters *self = FF_SEARCH_FILTERS (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SEARCH_FILTERS);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_search_filters_parent_class)->dispose (object);
}

static void
ff_search_filters_finalize (GObject *object)
{
  FfSearchFilters *self = FF_SEARCH_FILTERS (object);

  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->alias, g_free);

  G_OBJECT_CLASS (ff_search_filters_parent_class)->finalize (object);
}

static void
ff_search_filters_class_init (FfSearchFiltersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_search_filters_dispose;
  object_class->finalize = ff_search_filters_finalize;

  /**
   * FfSearchFilters::changed:
   *
   * Something else is looked for now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FF_TYPE_SEARCH_FILTERS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * FfSearchFilters::person-chosen:
   *
   * A person was chosen, after which nothing more is to be done here.
   */
  signals[SIGNAL_PERSON_CHOSEN]
      = g_signal_new ("person-chosen", FF_TYPE_SEARCH_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-search-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, dates_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, from_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, to_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, kinds_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, open_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, point_row);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, person_group);
  gtk_widget_class_bind_template_child (widget_class, FfSearchFilters, person_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_entered_cb);
}

static void
ff_search_filters_init (FfSearchFilters *self)
{
  self->suggestions = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

/**
 * ff_search_filters_set_context:
 * @context: what a view is handed; once
 */
void
ff_search_filters_set_context (FfSearchFilters *self, FfContext *context)
{
  FfWallTime day;

  g_return_if_fail (FF_IS_SEARCH_FILTERS (self));
  g_return_if_fail (FF_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (on_names_hidden), self,
                           G_CONNECT_SWAPPED);
  self->is_filling = TRUE;
  day = today (self);
  ff_date_time_row_set_value (self->to_row, &day);
  day = ff_wall_time_add_days (&day, -27);
  ff_date_time_row_set_value (self->from_row, &day);
  self->is_filling = FALSE;
}

/* Points are the programme's own, so they mean something within one group only. */
static void
offer_points (FfSearchFilters *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  const char *const *points = NULL;

  if (self->group != NULL)
    points = ff_programme_get_points (ff_programme_find (ff_context_get_programmes (self->context),
                                                         ff_group_get_programme (self->group)));
  gtk_string_list_append (model, _ ("Anything"));
  for (guint i = 0; points != NULL && points[i] != NULL; i++)
    gtk_string_list_append (model, points[i]);
  adw_combo_row_set_model (self->point_row, G_LIST_MODEL (model));
  gtk_widget_set_visible (GTK_WIDGET (self->point_row), points != NULL && points[0] != NULL);
}

/**
 * ff_search_filters_set_group:
 * @group: (nullable): what is chosen over the views; %NULL for all groups
 *
 * A person or a point of another group is not looked for any more.
 */
void
ff_search_filters_set_group (FfSearchFilters *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_SEARCH_FILTERS (self));

  self->is_filling = TRUE;
  g_set_object (&self->group, group);
  offer_points (self);
  ff_search_filters_set_person (self, NULL, NULL);
  remove_suggestions (self);
  self->is_filling = FALSE;
  changed_cb (self);
}

void
ff_search_filters_set_person (FfSearchFilters *self, const char *participant, const char *alias)
{
  g_return_if_fail (FF_IS_SEARCH_FILTERS (self));

  if (!g_set_str (&self->person, participant))
    return;
  g_set_str (&self->alias, alias);
  changed_cb (self);
}

/**
 * ff_search_filters_fill:
 * @query: gets all but its words
 */
void
ff_search_filters_fill (FfSearchFilters *self, FfSearchQuery *query)
{
  static const FfSearchKinds kinds[] = { 0, FF_SEARCH_CHECK_IN, FF_SEARCH_PLAN_ITEM };

  g_return_if_fail (FF_IS_SEARCH_FILTERS (self));

  g_set_str (&query->group, self->group != NULL ? ff_group_get_uid (self->group) : NULL);
  g_set_str (&query->person, self->person);
  fill_dates (self, query);
  query->kinds = kinds[adw_combo_row_get_selected (self->kinds_row) % G_N_ELEMENTS (kinds)];
  query->open_plans = adw_switch_row_get_active (self->open_row);
  if (gtk_widget_get_visible (GTK_WIDGET (self->point_row)))
    query->point = adw_combo_row_get_selected (self->point_row);
}

gboolean
ff_search_filters_any (FfSearchFilters *self)
{
  g_autoptr (FfSearchQuery) query = g_new0 (FfSearchQuery, 1);

  ff_search_filters_fill (self, query);
  g_clear_pointer (&query->group, g_free);
  return ff_search_query_asks (query);
}

void
ff_search_filters_reset (FfSearchFilters *self)
{
  gboolean any;

  g_return_if_fail (FF_IS_SEARCH_FILTERS (self));

  any = ff_search_filters_any (self);
  self->is_filling = TRUE;
  clear_dates (self);
  clear_kinds (self);
  clear_open (self);
  clear_point (self);
  clear_person (self);
  self->is_filling = FALSE;
  if (any)
    changed_cb (self);
}

GPtrArray *
ff_search_filters_make_chips (FfSearchFilters *self)
{
  GPtrArray *chips = g_ptr_array_new ();
  guint dates = adw_combo_row_get_selected (self->dates_row);
  g_autofree char *days = dates == DATES_CHOSEN ? describe_days (self) : NULL;

  if (self->person != NULL)
    add_chip (self, chips, ff_context_show_alias (self->context, self->alias, 0), clear_person);
  if (dates != DATES_ALL)
    add_chip (self, chips, days != NULL ? days : get_selected_text (self->dates_row), clear_dates);
  if (adw_combo_row_get_selected (self->kinds_row) != 0)
    add_chip (self, chips, get_selected_text (self->kinds_row), clear_kinds);
  if (adw_switch_row_get_active (self->open_row))
    add_chip (self, chips, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->open_row)),
              clear_open);
  if (gtk_widget_get_visible (GTK_WIDGET (self->point_row))
      && adw_combo_row_get_selected (self->point_row) != 0)
    add_chip (self, chips, get_selected_text (self->point_row), clear_point);
  return chips;
}
