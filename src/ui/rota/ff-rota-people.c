/* ff-rota-people.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers beside the rota, with how many places each has, to be dragged onto one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-growing-list.h"
#include "ff-rota-option.h"
#include "ff-rota-people.h"

struct _FfRotaPeople
{
  AdwBin parent_instance;

  char *words;        /* folded */
  GListModel *people; /* (nullable): not shown yet */
  GtkFilter *filter;
  GtkFilterListModel *found;
  GtkSliceListModel *growing; /* what is found, some more of it each frame */
  GtkSingleSelection *selection;

  GtkSearchEntry *search;
  GtkListView *list;
};

static guint chosen_signal;
static guint left_signal;

G_DEFINE_FINAL_TYPE (FfRotaPeople, ff_rota_people, ADW_TYPE_BIN)

static gboolean
is_found (gpointer item, gpointer user_data)
{
  FfRotaPeople *self = user_data;

  return ff_rota_option_matches (item, self->words);
}

static void
search_changed_cb (FfRotaPeople *self)
{
  g_autofree char *words = ff_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (!g_set_str (&self->words, words) || self->filter == NULL)
    return;
  ff_growing_list_start (self->growing, GTK_WIDGET (self));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Escape ends the search, then leaves the list. */
static void
stop_search_cb (FfRotaPeople *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    g_signal_emit (self, left_signal, 0);
}

static void
activate_cb (FfRotaPeople *self, guint position)
{
  g_autoptr (FfRotaOption) option
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (option != NULL)
    g_signal_emit (self, chosen_signal, 0, ff_rota_option_get_item (option));
}

static GdkContentProvider *
on_prepare (GtkListItem *item)
{
  FfRotaOption *option = gtk_list_item_get_item (item);

  return option != NULL
             ? gdk_content_provider_new_typed (FF_TYPE_VOLUNTEER, ff_rota_option_get_item (option))
             : NULL;
}

static void
setup_cb (FfRotaPeople *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDragSource *source = gtk_drag_source_new ();
  const char *styles[] = { NULL, "caption" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (styles[i] != NULL)
        gtk_widget_add_css_class (label, styles[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_list_item_set_child (item, box);
}

static void
show_places (FfRotaOption *option, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       ff_rota_option_get_subtitle (option));
  gtk_list_item_set_accessible_description (item, ff_rota_option_get_subtitle (option));
}

static void
bind_cb (FfRotaPeople *self, GtkListItem *item)
{
  FfRotaOption *option = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       ff_rota_option_get_title (option));
  gtk_list_item_set_accessible_label (item, ff_rota_option_get_title (option));
  g_signal_connect_object (option, "notify::subtitle", G_CALLBACK (show_places), item, 0);
  show_places (option, NULL, item);
}

static void
unbind_cb (FfRotaPeople *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_places, item);
}

static void
let_go (FfRotaPeople *self)
{
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->growing);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
}

/* After a change of the rota they are the same with other numbers: the list stays where it is. */
static gboolean
adopt (GListModel *shown, GListModel *people)
{
  guint n = g_list_model_get_n_items (people);

  if (g_list_model_get_n_items (shown) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FfRotaOption) before = g_list_model_get_item (shown, i);
      g_autoptr (FfRotaOption) now = g_list_model_get_item (people, i);

      if (!g_str_equal (ff_rota_option_get_title (before), ff_rota_option_get_title (now)))
        return FALSE;
      ff_rota_option_adopt (before, now);
    }
  return TRUE;
}

static void
show_people (FfRotaPeople *self)
{
  g_autoptr (GListModel) people = g_steal_pointer (&self->people);

  if (self->found != NULL)
    {
      if (adopt (gtk_filter_list_model_get_model (self->found), people))
        return;
      ff_growing_list_start (self->growing, GTK_WIDGET (self));
      gtk_filter_list_model_set_model (self->found, people);
      return;
    }
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (people), g_object_ref (self->filter));
  self->growing = ff_growing_list_new (g_object_ref (G_LIST_MODEL (self->found)));
  ff_growing_list_start (self->growing, GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->growing)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
ff_rota_people_map (GtkWidget *widget)
{
  FfRotaPeople *self = FF_ROTA_PEOPLE (widget);

  if (self->people != NULL)
    show_people (self);
  GTK_WIDGET_CLASS (ff_rota_people_parent_class)->map (widget);
}

static void
ff_rota_people_dispose (GObject *object)
{
  FfRotaPeople *self = FF_ROTA_PEOPLE (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_PEOPLE);
  g_clear_object (&self->people);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (ff_rota_people_parent_class)->dispose (object);
}

static void
ff_rota_people_class_init (FfRotaPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_rota_people_dispose;
  widget_class->map = ff_rota_people_map;

  left_signal = g_signal_new ("left", FF_TYPE_ROTA_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  chosen_signal = g_signal_new ("chosen", FF_TYPE_ROTA_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, FF_TYPE_VOLUNTEER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-people.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaPeople, search);
  gtk_widget_class_bind_template_child (widget_class, FfRotaPeople, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
ff_rota_people_init (FfRotaPeople *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_rota_people_show:
 * @self: a list
 * @people: (element-type FfRotaOption): what ff_rota_people_list() gave
 *
 * Where the list is hidden, that waits until it is opened.
 */
void
ff_rota_people_show (FfRotaPeople *self, GListModel *people)
{
  g_return_if_fail (FF_IS_ROTA_PEOPLE (self) && G_IS_LIST_MODEL (people));

  g_set_object (&self->people, people);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_people (self);
}

static GHashTable *
count_places (FfRota *rota)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *slots = ff_rota_get_slots (rota);

  for (guint i = 0; i < slots->len; i++)
    {
      FfAssignment *assignment = ff_slot_get_assignment (g_ptr_array_index (slots, i));
      gpointer uid;

      if (assignment == NULL)
        continue;
      uid = (gpointer) ff_assignment_get_volunteer (assignment);
      g_hash_table_insert (
          counts, uid, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, uid)) + 1));
    }
  return counts;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (ff_rota_option_get_title ((FfRotaOption *) a),
                         ff_rota_option_get_title ((FfRotaOption *) b));
}

/**
 * ff_rota_people_list:
 * @rota: a rota
 *
 * Returns: (element-type FfRotaOption) (transfer full): those who serve, by name, with how many places they have
 */
GListModel *
ff_rota_people_list (FfRota *rota)
{
  GListStore *people;
  GPtrArray *volunteers;
  g_autoptr (GHashTable) counts = NULL;

  g_return_val_if_fail (FF_IS_ROTA (rota), NULL);

  people = g_list_store_new (FF_TYPE_ROTA_OPTION);
  volunteers = ff_roster_get_volunteers (ff_rota_get_roster (rota));
  counts = count_places (rota);
  for (guint i = 0; i < volunteers->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      FfServing serving = ff_volunteer_get_serving (volunteer);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ff_volunteer_get_uid (volunteer)));
      g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);
      g_autoptr (FfRotaOption) option = NULL;

      if (serving != FF_SERVING_ACTIVE && serving != FF_SERVING_IN_TRAINING)
        continue;
      option = ff_rota_option_new (ff_volunteer_get_name (volunteer), places, FALSE, volunteer, n);
      g_list_store_append (people, option);
    }
  g_list_store_sort (people, compare_names, NULL);
  return G_LIST_MODEL (people);
}
