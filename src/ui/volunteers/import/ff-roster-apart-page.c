/* ff-roster-apart-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of who were said not to be the same.
 */

#include "ff-config.h"

#include "ff-roster-apart-page.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-likeness.h"

struct _FfRosterApartPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkListBox *pairs_list;
};

G_DEFINE_FINAL_TYPE (FfRosterApartPage, ff_roster_apart_page, ADW_TYPE_NAVIGATION_PAGE)

static void
ff_roster_apart_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_ROSTER_APART_PAGE);

  G_OBJECT_CLASS (ff_roster_apart_page_parent_class)->dispose (object);
}

static void
ff_roster_apart_page_class_init (FfRosterApartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_roster_apart_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-roster-apart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRosterApartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRosterApartPage, pairs_list);
}

static void
ff_roster_apart_page_init (FfRosterApartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_button (const FfRosterPair *pair)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Ask _Again"));
  /* Translators: the names of two volunteers */
  g_autofree char *label
      = g_strdup_printf (_ ("Ask again whether %1$s and %2$s are the same"),
                         ff_volunteer_get_name (pair->first), ff_volunteer_get_name (pair->second));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Else its name would be what it is labelled, without whom. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    ff_volunteer_get_uid (pair->first),
                                    ff_volunteer_get_uid (pair->second));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roster-duplicates.ask-again");
  return button;
}

static GtkWidget *
make_row (const FfRosterPair *pair)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *like = ff_roster_like_describe (pair->like);
  /* Translators: the names of two volunteers */
  g_autofree char *title
      = g_strdup_printf (_ ("%1$s and %2$s"), ff_volunteer_get_name (pair->first),
                         ff_volunteer_get_name (pair->second));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), like);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (pair));
  return row;
}

/* What a row shows, and of whom. (transfer full) */
static char *
make_key (const FfRosterPair *pair)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s\n%u", ff_volunteer_get_uid (pair->first),
                          ff_volunteer_get_uid (pair->second), ff_volunteer_get_name (pair->first),
                          ff_volunteer_get_name (pair->second), pair->like);
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* Whoever goes on with the keys is at the next row then, or at the last. */
static void
remove_row (FfRosterApartPage *self, GtkListBoxRow *row)
{
  const int index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->pairs_list, index + 1);

  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (self->pairs_list, index - 1);
  if (has_focus (GTK_WIDGET (row)) && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (has_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  gtk_list_box_remove (self->pairs_list, GTK_WIDGET (row));
}

static void
remove_others (FfRosterApartPage *self, const char *const *keys)
{
  GtkListBoxRow *row;
  int index = 0;

  while ((row = gtk_list_box_get_row_at_index (self->pairs_list, index)) != NULL)
    if (g_strv_contains (keys, g_object_get_data (G_OBJECT (row), "key")))
      index++;
    else
      remove_row (self, row);
}

/**
 * ff_roster_apart_page_show:
 * @self: the page
 * @pairs: (element-type FfRosterPair): who were said not to be the same, by name
 *
 * Shows these instead of what it showed; rows that stay are left as they are, with the focus where it is in one of them.
 */
void
ff_roster_apart_page_show (FfRosterApartPage *self, GPtrArray *pairs)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (FF_IS_ROSTER_APART_PAGE (self));
  g_return_if_fail (pairs != NULL);

  for (guint i = 0; i < pairs->len; i++)
    g_strv_builder_take (builder, make_key (g_ptr_array_index (pairs, i)));
  keys = g_strv_builder_end (builder);
  remove_others (self, (const char *const *) keys);
  for (guint i = 0; i < pairs->len; i++)
    {
      GtkListBoxRow *there = gtk_list_box_get_row_at_index (self->pairs_list, (int) i);
      GtkWidget *row;

      if (there != NULL && g_str_equal (g_object_get_data (G_OBJECT (there), "key"), keys[i]))
        continue;
      row = make_row (g_ptr_array_index (pairs, i));
      g_object_set_data_full (G_OBJECT (row), "key", g_strdup (keys[i]), g_free);
      gtk_list_box_insert (self->pairs_list, row, (int) i);
    }
  gtk_stack_set_visible_child_name (self->stack, pairs->len > 0 ? "pairs" : "none");
}
