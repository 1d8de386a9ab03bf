/* ff-people-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of a group or of all groups, who was here last first.
 */

#include "ff-config.h"

#include "ff-people-list.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-person-words.h"
#include "ff-toast.h"

struct _FfPeopleList
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfPeople *people;
  GtkFilterListModel *offered;
  char *marked;      /* (nullable) */
  char *without;     /* (nullable) */
  gboolean outdated; /* something was written while it was not on the screen */
  int today;         /* as the rows have it */

  GtkWidget *filter_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPeopleList, ff_people_list, ADW_TYPE_BIN)

/* --- A line of the list --- */

typedef struct
{
  GtkLabel *alias;
  GtkLabel *details;
  GtkWidget *first_time;
} Line;

static GtkLabel *
make_label (GtkWidget *box, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
      gtk_widget_add_css_class (GTK_WIDGET (label), "dimmed");
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
row_setup_cb (FfPeopleList *self, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Line *line = g_new0 (Line, 1);

  line->alias = make_label (words, NULL);
  line->details = make_label (words, "caption");
  line->first_time = gtk_label_new (C_ ("a person", "New"));
  gtk_widget_set_valign (line->first_time, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line->first_time, "caption");
  gtk_widget_add_css_class (line->first_time, "newcomer");
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), line->first_time);
  g_object_set_data_full (G_OBJECT (row), "line", line, g_free);
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (FfPeopleList *self, GtkListItem *list_item)
{
  Line *line = g_object_get_data (G_OBJECT (gtk_list_item_get_child (list_item)), "line");
  FfPerson *person = gtk_list_item_get_item (list_item);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  const char *alias = ff_context_show_alias (self->context, ff_person_get_alias (person),
                                             gtk_list_item_get_position (list_item) + 1);
  g_autofree char *details = ff_person_words_last_seen (ff_person_get_last_seen (person), now);
  guint n_open = ff_person_get_open_items (person);
  gboolean first_time = ff_person_get_check_ins (person) == 1;
  g_autofree char *spoken = NULL;

  if (n_open > 0)
    {
      g_autofree char *items
          = g_strdup_printf (ngettext ("%u plan item", "%u plan items", n_open), n_open);
      g_autofree char *seen = g_steal_pointer (&details);

      details = g_strdup_printf ("%s · %s", seen, items);
    }
  gtk_label_set_text (line->alias, alias);
  gtk_label_set_text (line->details, details);
  gtk_widget_set_visible (line->first_time, first_time);
  spoken = first_time ? g_strdup_printf ("%s · %s", details, C_ ("a person", "New"))
                      : g_strdup (details);
  gtk_list_item_set_accessible_label (list_item, alias);
  gtk_list_item_set_accessible_description (list_item, spoken);
}

/* --- What is shown --- */

static gboolean
is_filtered (FfPeopleList *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)) != '\0';
}

static gboolean
is_offered (gpointer person, gpointer data)
{
  return g_strcmp0 (ff_person_get_uid (person), FF_PEOPLE_LIST (data)->without) != 0;
}

static void
choose_people (FfPeopleList *self)
{
  self->outdated = FALSE;
  ff_people_choose (self->people, self->group != NULL ? ff_group_get_uid (self->group) : NULL,
                    gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
}

static void
show_mark (FfPeopleList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->marked != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfPerson) person = g_list_model_get_item (model, i);

      if (g_str_equal (ff_person_get_uid (person), self->marked))
        {
          position = i;
          break;
        }
    }
  gtk_single_selection_set_selected (self->selection, position);
}

static void
on_read (FfPeopleList *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  const char *name = any ? "people" : is_filtered (self) ? "nobody" : "empty";

  gtk_widget_set_visible (self->filter_entry, any || is_filtered (self));
  gtk_stack_set_visible_child_name (self->stack, name);
  show_mark (self);
}

static void
on_trouble (FfPeopleList *self, const GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
}

/* Rows are bound anew: names and days are said in other words. */
static void
show_again (FfPeopleList *self)
{
  g_object_ref (self->selection);
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

static int
get_today (FfPeopleList *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  FfWallTime today = ff_wall_time_from_date_time (now);

  return ff_wall_time_get_julian (&today);
}

static void
on_tick (FfPeopleList *self)
{
  int today = get_today (self);

  if (today != self->today)
    show_again (self);
  self->today = today;
}

static void
on_hide_names_changed (FfPeopleList *self)
{
  gboolean hidden = ff_context_get_hide_names (self->context);

  /* What is looked for would be a name. */
  if (hidden)
    gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  gtk_widget_set_sensitive (self->filter_entry, !hidden);
  show_again (self);
}

static void
on_store_changed (FfPeopleList *self, FfAggregate aggregate, GStrv ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_ALL:
      self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
      if (!self->outdated)
        ff_people_read_again (self->people);
      break;

    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      break;

    default:
      g_warn_if_reached ();
    }
}

/* --- What a person does --- */

static void
filter_changed_cb (FfPeopleList *self)
{
  choose_people (self);
}

static void
choose_at (FfPeopleList *self, guint position)
{
  g_autoptr (FfPerson) person = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (person != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ff_person_get_uid (person));
}

/* Enter takes the first one found. */
static void
filter_activated_cb (FfPeopleList *self)
{
  choose_at (self, 0);
}

static void
activated_cb (FfPeopleList *self, guint position)
{
  choose_at (self, position);
}

static void
scrolled_cb (FfPeopleList *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
      = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (below < page)
    ff_people_load_more (self->people);
}

/* --- The widget --- */

static void
ff_people_list_map (GtkWidget *widget)
{
  FfPeopleList *self = FF_PEOPLE_LIST (widget);

  GTK_WIDGET_CLASS (ff_people_list_parent_class)->map (widget);

  if (self->outdated)
    ff_people_read_again (self->people);
  self->outdated = FALSE;
}

static void
ff_people_list_dispose (GObject *object)
{
  FfPeopleList *self = FF_PEOPLE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PEOPLE_LIST);
  if (self->people != NULL)
    g_object_run_dispose (G_OBJECT (self->people));
  g_clear_object (&self->offered);
  g_clear_object (&self->people);
  g_clear_pointer (&self->without, g_free);
  g_clear_pointer (&self->marked, g_free);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_people_list_parent_class)->dispose (object);
}

static void
ff_people_list_class_init (FfPeopleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_people_list_dispose;
  widget_class->map = ff_people_list_map;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_PEOPLE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-people-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPeopleList, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, FfPeopleList, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPeopleList, list_view);
  gtk_widget_class_bind_template_child (widget_class, FfPeopleList, selection);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
}

static void
ff_people_list_init (FfPeopleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_people_list_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the people of all groups
 */
GtkWidget *
ff_people_list_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfPeopleList *self = g_object_new (FF_TYPE_PEOPLE_LIST, NULL);

  self->context = g_object_ref (context);
  self->people = ff_people_new (ff_context_get_store (context));
  g_signal_connect_object (self->people, "read", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->people, "trouble", G_CALLBACK (on_trouble), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (on_hide_names_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_clock (context), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  self->offered
      = gtk_filter_list_model_new (g_object_ref (ff_people_get_model (self->people)),
                                   GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->offered));
  gtk_widget_set_sensitive (self->filter_entry, !ff_context_get_hide_names (context));
  self->today = get_today (self);
  choose_people (self);
  return GTK_WIDGET (self);
}

/**
 * ff_people_list_set_group:
 * @self: the list
 * @group: (nullable): whose people are shown, or %NULL for those of all groups
 */
void
ff_people_list_set_group (FfPeopleList *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_PEOPLE_LIST (self));

  if (g_set_object (&self->group, group))
    choose_people (self);
}

/**
 * ff_people_list_mark:
 * @self: the list
 * @participant: (nullable): whose page is open beside it
 *
 * Marks that person in the list, without choosing them again.
 */
void
ff_people_list_mark (FfPeopleList *self, const char *participant)
{
  g_return_if_fail (FF_IS_PEOPLE_LIST (self));

  if (g_set_str (&self->marked, participant))
    show_mark (self);
}

/**
 * ff_people_list_leave_out:
 * @self: the list
 * @participant: who is not offered, by uid
 */
void
ff_people_list_leave_out (FfPeopleList *self, const char *participant)
{
  g_return_if_fail (FF_IS_PEOPLE_LIST (self));

  if (g_set_str (&self->without, participant))
    gtk_filter_changed (gtk_filter_list_model_get_filter (self->offered),
                        GTK_FILTER_CHANGE_DIFFERENT);
}
