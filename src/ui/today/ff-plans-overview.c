/* ff-plans-overview.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who comes back with which plan: one line a person.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-item.h"
#include "ff-plans-overview.h"

#define ALIAS_CHARS 12

struct _FfPlansOverview
{
  AdwBin parent_instance;

  GListStore *people; /* of GtkStringList: the alias, then the items */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FfPlansOverview, ff_plans_overview, ADW_TYPE_BIN)

static GtkWidget *
make_item (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_alias (const char *alias)
{
  GtkWidget *label = gtk_label_new (alias);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), ALIAS_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), ALIAS_CHARS);
  gtk_widget_set_tooltip_text (label, alias);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static char *
dup_spoken (GtkStringList *person)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (person)); i++)
    g_strv_builder_add (items, gtk_string_list_get_string (person, i));
  texts = g_strv_builder_end (items);
  joined = g_strjoinv ("; ", texts);
  /* Translators: a person, then what they planned */
  return g_strdup_printf (_ ("%s: %s"), gtk_string_list_get_string (person, 0), joined);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkStringList *person = GTK_STRING_LIST (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *spoken = dup_spoken (person);

  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (person)); i++)
    gtk_box_append (GTK_BOX (items), make_item (gtk_string_list_get_string (person, i)));
  gtk_widget_set_hexpand (items, TRUE);
  gtk_box_append (GTK_BOX (box), make_alias (gtk_string_list_get_string (person, 0)));
  gtk_box_append (GTK_BOX (box), items);
  gtk_widget_add_css_class (box, "plan-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static gboolean
is_same (GtkStringList *a, GtkStringList *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (b)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (a, i), gtk_string_list_get_string (b, i)))
      return FALSE;
  return TRUE;
}

/* One list for each person, in the order of the items. */
static GPtrArray *
gather (GPtrArray *items)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);
  const char *participant = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      FfPlanItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (participant, ff_plan_item_get_participant (item)) != 0)
        {
          participant = ff_plan_item_get_participant (item);
          g_ptr_array_add (people, gtk_string_list_new (
                                       (const char *[]) { ff_plan_item_get_alias (item), NULL }));
        }
      gtk_string_list_append (g_ptr_array_index (people, people->len - 1),
                              ff_plan_item_get_text (item));
    }
  return people;
}

static void
ff_plans_overview_dispose (GObject *object)
{
  FfPlansOverview *self = FF_PLANS_OVERVIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PLANS_OVERVIEW);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (ff_plans_overview_parent_class)->dispose (object);
}

static void
ff_plans_overview_class_init (FfPlansOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_plans_overview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-plans-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPlansOverview, list);
}

static void
ff_plans_overview_init (FfPlansOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_list_store_new (GTK_TYPE_STRING_LIST);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->people), make_row, NULL, NULL);
}

/**
 * ff_plans_overview_set_items:
 * @self: an overview
 * @items: (element-type FfPlanItem): by person, as ff_session_repository_list_items_to_review() gives them
 *
 * Shows @items; people whose plan is the same as before keep their line.
 */
void
ff_plans_overview_set_items (FfPlansOverview *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) people = NULL;
  guint old, first = 0, same_end = 0;

  g_return_if_fail (FF_IS_PLANS_OVERVIEW (self));
  g_return_if_fail (items != NULL);

  people = gather (items);
  old = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  while (first < MIN (old, people->len))
    {
      g_autoptr (GtkStringList) person = g_list_model_get_item (G_LIST_MODEL (self->people), first);
      if (!is_same (person, g_ptr_array_index (people, first)))
        break;
      first++;
    }
  while (same_end < MIN (old, people->len) - first)
    {
      g_autoptr (GtkStringList) person
          = g_list_model_get_item (G_LIST_MODEL (self->people), old - 1 - same_end);
      if (!is_same (person, g_ptr_array_index (people, people->len - 1 - same_end)))
        break;
      same_end++;
    }
  if (first + same_end < MAX (old, people->len))
    g_list_store_splice (self->people, first, old - first - same_end,
                         people->pdata != NULL ? people->pdata + first : NULL,
                         people->len - first - same_end);
}
