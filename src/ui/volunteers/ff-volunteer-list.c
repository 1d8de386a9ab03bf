/* ff-volunteer-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of the roster, searched, filtered and sorted.
 */

#include "ff-config.h"

#include "ff-volunteer-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-roster-repository.h"
#include "ff-volunteer-cell.h"
#include "ff-volunteer-words.h"
#include "ff-volunteers.h"

#define ROWS_A_FRAME 24
#define ROWS_LAID_OUT 240 /* that many or more, and the view makes no more rows */

struct _FfVolunteerList
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfVolunteers *volunteers;
  GtkFilterListModel *offered;
  GtkSliceListModel *begun; /* what the view has of them */
  GPtrArray *roles;         /* as the choice has them, behind “Any role” */
  char *without;            /* (nullable) */
  char *today;              /* as the rows have it */
  gboolean outdated;        /* something was written while it was not on the screen */
  guint going_on;           /* the tick, while not all are begun */
  gboolean is_filling;      /* what is selected meanwhile was not chosen by a person */

  GtkWidget *bar;
  GtkWidget *search_entry;
  GtkDropDown *role_choice;
  GtkDropDown *serving_choice;
  GtkDropDown *programme_choice;
  GtkDropDown *order_choice;
  GtkStack *stack;
  GtkListView *list_view;
  GtkNoSelection *selection;
  AdwStatusPage *empty_page;
  AdwStatusPage *trouble_page;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfVolunteerList, ff_volunteer_list, ADW_TYPE_BIN)

/* --- A line of the list --- */

static void
row_setup_cb (FfVolunteerList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ff_volunteer_cell_new ());
}

static const char *
find_role_title (FfVolunteerList *self, const char *uid)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (self->roles, i);

      if (g_str_equal (ff_role_get_uid (role), uid))
        return ff_role_get_title (role);
    }
  return NULL;
}

static void
add_word (GString *words, const char *word)
{
  if (word != NULL && *word != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

/* "In training · Facilitator · Next on Tue 1 Dec" */
static char *
describe (FfVolunteerList *self, FfVolunteerRow *row)
{
  const char *const *roles = ff_volunteer_row_get_roles (row);
  const FfWallTime *next = ff_volunteer_row_get_next_duty (row);
  GString *words = g_string_new (NULL);

  add_word (words, ff_volunteer_row_get_pronouns (row));
  if (ff_volunteer_row_get_serving (row) != FF_SERVING_ACTIVE)
    add_word (words, ff_serving_get_title (ff_volunteer_row_get_serving (row)));
  for (guint i = 0; roles[i] != NULL; i++)
    add_word (words, find_role_title (self, roles[i]));
  if (next != NULL)
    {
      g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
      g_autoptr (GDateTime) date = ff_format_from_wall_time (next);
      g_autofree char *day = ff_format_date_short (date, now);
      /* Translators: the date of somebody’s next duty */
      g_autofree char *text = g_strdup_printf (_ ("Next on %s"), day);

      add_word (words, text);
    }
  return g_string_free_and_steal (words);
}

/* What is to be seen to; "" where nothing is. Nothing is asked of those who do not serve. */
static char *
describe_state (FfVolunteerList *self, FfVolunteerRow *row, const char **css_class)
{
  const char *training = ff_volunteer_row_get_training (row);
  const char *away = ff_volunteer_row_get_away_until (row);
  FfServing serving = ff_volunteer_row_get_serving (row);
  gboolean serves = serving == FF_SERVING_ACTIVE || serving == FF_SERVING_IN_TRAINING;
  g_autofree char *day = NULL;

  *css_class = "error";
  if (serves && training != NULL && *training == '\0')
    return g_strdup (_ ("Training missing"));
  if (serves && training != NULL && strcmp (training, self->today) < 0)
    return g_strdup (_ ("Training lapsed"));
  *css_class = "dimmed";
  if (away == NULL)
    return g_strdup ("");
  day = ff_volunteer_words_day (away);
  return g_strdup_printf (_ ("Away until %s"), day);
}

static void
row_bind_cb (FfVolunteerList *self, GtkListItem *list_item)
{
  FfVolunteerRow *row = gtk_list_item_get_item (list_item);
  const char *name = ff_context_show_alias (self->context, ff_volunteer_row_get_name (row),
                                            gtk_list_item_get_position (list_item) + 1);
  const char *css_class;
  g_autofree char *details = describe (self, row);
  g_autofree char *state = describe_state (self, row, &css_class);
  g_autofree char *spoken
      = *state != '\0' ? g_strdup_printf ("%s · %s", state, details) : g_strdup (details);

  ff_volunteer_cell_show (FF_VOLUNTEER_CELL (gtk_list_item_get_child (list_item)), name, details,
                          state, css_class);
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, spoken);
}

/* --- What is looked for --- */

static const char *
get_words (FfVolunteerList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static const char *
get_role (FfVolunteerList *self)
{
  guint selected = gtk_drop_down_get_selected (self->role_choice);

  if (selected == 0 || selected > self->roles->len)
    return NULL;
  return ff_role_get_uid (g_ptr_array_index (self->roles, selected - 1));
}

static const char *
get_programme (FfVolunteerList *self)
{
  GPtrArray *programmes = ff_context_get_programmes (self->context);
  guint selected = gtk_drop_down_get_selected (self->programme_choice);

  if (selected == 0 || selected > programmes->len)
    return NULL;
  return ff_programme_get_id (g_ptr_array_index (programmes, selected - 1));
}

static gboolean
is_filtered (FfVolunteerList *self)
{
  return *get_words (self) != '\0' || get_role (self) != NULL || get_programme (self) != NULL
         || gtk_drop_down_get_selected (self->serving_choice) != 0;
}

static void
choose (FfVolunteerList *self)
{
  FfVolunteerFilter filter = { .serving = FF_SERVING_ANY };
  guint serving;

  if (self->is_filling || self->volunteers == NULL)
    return;
  serving = gtk_drop_down_get_selected (self->serving_choice);
  filter.words = *get_words (self) != '\0' ? get_words (self) : NULL;
  filter.group = self->group != NULL ? ff_group_get_uid (self->group) : NULL;
  filter.role = get_role (self);
  filter.programme = get_programme (self);
  if (serving > 0 && serving <= FF_N_SERVINGS)
    filter.serving = (int) serving - 1;
  filter.order = (FfVolunteerOrder) gtk_drop_down_get_selected (self->order_choice);
  self->outdated = FALSE;
  ff_volunteers_choose (self->volunteers, &filter);
}

static gboolean
is_offered (gpointer row, gpointer data)
{
  return g_strcmp0 (ff_volunteer_row_get_uid (row), FF_VOLUNTEER_LIST (data)->without) != 0;
}

/* --- A few rows a frame --- */

static gboolean
go_on (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  FfVolunteerList *self = FF_VOLUNTEER_LIST (widget);
  guint n = gtk_slice_list_model_get_size (self->begun) + ROWS_A_FRAME;

  gtk_slice_list_model_set_size (self->begun, n < ROWS_LAID_OUT ? n : G_MAXUINT);
  if (n < ROWS_LAID_OUT)
    return G_SOURCE_CONTINUE;
  self->going_on = 0;
  return G_SOURCE_REMOVE;
}

/* A list view makes some two hundred rows for what it is given, which takes longer than a frame: others begin with a screenful, and the
 * rest follows. */
static void
on_found (FfVolunteerList *self, gboolean others)
{
  if (!others)
    return;
  gtk_slice_list_model_set_size (self->begun, ROWS_A_FRAME);
  if (self->going_on == 0)
    self->going_on = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_on, NULL, NULL);
}

static void
on_read (FfVolunteerList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->offered));
  const char *page = n > 0 ? "people" : is_filtered (self) ? "nobody" : "empty";

  gtk_widget_set_visible (self->bar, !g_str_equal (page, "empty"));
  adw_status_page_set_title (self->empty_page, self->group != NULL
                                                   ? _ ("Nobody Serves This Group Yet")
                                                   : _ ("No Volunteers Yet"));
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_trouble (FfVolunteerList *self, const GError *error)
{
  adw_status_page_set_description (self->trouble_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Rows are bound anew: names and days are said in other words. */
static void
show_again (FfVolunteerList *self)
{
  g_object_ref (self->selection);
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

static char *
get_today (FfVolunteerList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return ff_volunteer_words_today (now);
}

static void
on_tick (FfVolunteerList *self)
{
  g_autofree char *today = get_today (self);

  if (!g_set_str (&self->today, today))
    return;
  ff_volunteers_read_again (self->volunteers);
  show_again (self);
}

static void
on_hide_names_changed (FfVolunteerList *self)
{
  gboolean hidden = ff_context_get_hide_names (self->context);

  /* What is looked for would be a name. */
  if (hidden)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_set_sensitive (self->search_entry, !hidden);
  show_again (self);
}

/* --- The choices --- */

static void
set_strings (GtkDropDown *choice, GStrv strings)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) strings);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
}

/* The one that was chosen stays, where it is still there. */
static void
fill_roles (FfVolunteerList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *chosen = g_strdup (get_role (self));
  GPtrArray *roles = ff_roster_repository_list_roles (ff_context_get_store (self->context), NULL);
  g_auto (GStrv) titles = NULL;
  guint selected = 0;

  if (roles == NULL)
    return;
  g_ptr_array_unref (self->roles);
  self->roles = roles;
  g_strv_builder_add (builder, _ ("Any role"));
  for (guint i = 0; i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);

      g_strv_builder_take (builder, ff_volunteer_words_role (role));
      if (g_strcmp0 (ff_role_get_uid (role), chosen) == 0)
        selected = i + 1;
    }
  titles = g_strv_builder_end (builder);
  self->is_filling = TRUE;
  set_strings (self->role_choice, titles);
  gtk_drop_down_set_selected (self->role_choice, selected);
  self->is_filling = FALSE;
}

static void
fill_choices (FfVolunteerList *self)
{
  g_autoptr (GStrvBuilder) servings = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) programmes = g_strv_builder_new ();
  GPtrArray *known = ff_context_get_programmes (self->context);
  g_auto (GStrv) serving_titles = NULL;
  g_auto (GStrv) programme_titles = NULL;

  g_strv_builder_add (servings, _ ("Everybody"));
  for (guint i = 0; i < FF_N_SERVINGS; i++)
    g_strv_builder_add (servings, ff_serving_get_title ((FfServing) i));
  g_strv_builder_add (programmes, _ ("Any programme"));
  for (guint i = 0; i < known->len; i++)
    g_strv_builder_add (programmes, ff_programme_get_title (g_ptr_array_index (known, i)));
  serving_titles = g_strv_builder_end (servings);
  programme_titles = g_strv_builder_end (programmes);
  self->is_filling = TRUE;
  set_strings (self->serving_choice, serving_titles);
  set_strings (self->programme_choice, programme_titles);
  self->is_filling = FALSE;
  fill_roles (self);
}

static void
read_again_cb (FfVolunteerList *self)
{
  self->outdated = FALSE;
  ff_volunteers_read_again (self->volunteers);
}

static void
on_store_changed (FfVolunteerList *self, FfAggregate aggregate, GStrv ids)
{
  if (aggregate != FF_AGGREGATE_ROSTER && aggregate != FF_AGGREGATE_ROTA
      && aggregate != FF_AGGREGATE_ALL)
    return;
  /* Without ids it is roles or what they require. */
  if (aggregate != FF_AGGREGATE_ROTA && (ids == NULL || ids[0] == NULL))
    {
      fill_roles (self);
      show_again (self);
    }
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->outdated)
    read_again_cb (self);
}

/* --- What a person does --- */

static void
choose_at (FfVolunteerList *self, guint position)
{
  g_autoptr (FfVolunteerRow) row = g_list_model_get_item (G_LIST_MODEL (self->offered), position);

  if (row != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ff_volunteer_row_get_uid (row));
}

/* Enter takes the first one found. */
static void
search_activated_cb (FfVolunteerList *self)
{
  choose_at (self, 0);
}

static void
activated_cb (FfVolunteerList *self, guint position)
{
  choose_at (self, position);
}

/* --- The widget --- */

static void
ff_volunteer_list_map (GtkWidget *widget)
{
  FfVolunteerList *self = FF_VOLUNTEER_LIST (widget);

  GTK_WIDGET_CLASS (ff_volunteer_list_parent_class)->map (widget);

  if (self->outdated)
    read_again_cb (self);
}

static void
ff_volunteer_list_dispose (GObject *object)
{
  FfVolunteerList *self = FF_VOLUNTEER_LIST (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEER_LIST);
  if (self->volunteers != NULL)
    g_object_run_dispose (G_OBJECT (self->volunteers));
  g_clear_object (&self->begun);
  g_clear_object (&self->offered);
  g_clear_object (&self->volunteers);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->without, g_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_volunteer_list_parent_class)->dispose (object);
}

static void
ff_volunteer_list_class_init (FfVolunteerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_list_dispose;
  widget_class->map = ff_volunteer_list_map;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_VOLUNTEER_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-volunteer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, bar);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, role_choice);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, serving_choice);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, programme_choice);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, order_choice);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, stack);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, selection);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerList, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
}

static void
ff_volunteer_list_init (FfVolunteerList *self)
{
  self->roles = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
connect_signals (FfVolunteerList *self)
{
  g_signal_connect_object (self->volunteers, "found", G_CALLBACK (on_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->volunteers, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->volunteers, "trouble", G_CALLBACK (on_trouble), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_store (self->context), "changed",
                           G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::hide-names", G_CALLBACK (on_hide_names_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_clock (self->context), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_volunteer_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the roster
 */
GtkWidget *
ff_volunteer_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfVolunteerList *self = g_object_new (FF_TYPE_VOLUNTEER_LIST, NULL);

  self->context = g_object_ref (context);
  self->today = get_today (self);
  self->volunteers
      = ff_volunteers_new (ff_context_get_store (context), ff_context_get_clock (context));
  self->offered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->volunteers)), NULL);
  self->begun
      = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->offered)), 0, G_MAXUINT);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->begun));
  gtk_widget_set_sensitive (self->search_entry, !ff_context_get_hide_names (context));
  fill_choices (self);
  connect_signals (self);
  choose (self);
  return GTK_WIDGET (self);
}

/**
 * ff_volunteer_list_set_group:
 * @self: the list
 * @group: (nullable): whose people are shown, or %NULL for all
 */
void
ff_volunteer_list_set_group (FfVolunteerList *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LIST (self));

  if (g_set_object (&self->group, group))
    choose (self);
}

/**
 * ff_volunteer_list_leave_out:
 * @self: the list
 * @volunteer: who is not offered, by uid
 */
void
ff_volunteer_list_leave_out (FfVolunteerList *self, const char *volunteer)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LIST (self));

  g_autoptr (GtkFilter) filter = NULL;

  if (!g_set_str (&self->without, volunteer))
    return;
  filter = GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL));
  gtk_filter_list_model_set_filter (self->offered, filter);
}

/**
 * ff_volunteer_list_search:
 * @self: the list
 *
 * Moves the focus to where words are typed.
 */
void
ff_volunteer_list_search (FfVolunteerList *self)
{
  g_return_if_fail (FF_IS_VOLUNTEER_LIST (self));

  gtk_widget_grab_focus (self->search_entry);
}
