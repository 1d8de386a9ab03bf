/* ff-choice-group.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several of what there is to choose from: a switch each, or where there are many, those chosen and a list to add from.
 */

#include "ff-config.h"

#include "ff-choice-group.h"

#include <glib/gi18n-lib.h>

/* More than this are not shown all at once. */
#define MOST_SWITCHES 8

struct _FfChoiceGroup
{
  AdwPreferencesGroup parent_instance;

  FfVolunteerForm *form;
  FfVolunteerSet set;
  GStrv ids;
  GStrv titles;
  GPtrArray *rows; /* those that are chosen, where there are many */
  AdwComboRow *add_row;
  GtkStringList *offered; /* the first one says to choose */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FfChoiceGroup, ff_choice_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- A switch each --- */

static void
on_switched (FfChoiceGroup *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  ff_volunteer_form_set_has (self->form, self->set, g_object_get_data (G_OBJECT (row), "id"),
                             adw_switch_row_get_active (row));
}

static void
add_switch (FfChoiceGroup *self, const char *id, const char *title)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set (row, "title", title, "active", ff_volunteer_form_has (self->form, self->set, id),
                NULL);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* --- Those chosen --- */

static const char *
get_title (FfChoiceGroup *self, const char *id)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], id))
      return self->titles[i];
  return id;
}

static void
on_removed (FfChoiceGroup *self, GtkButton *button)
{
  ff_volunteer_form_set_has (self->form, self->set, g_object_get_data (G_OBJECT (button), "id"),
                             FALSE);
}

static GtkWidget *
make_row (FfChoiceGroup *self, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *title = get_title (self, id);
  /* Translators: takes something out of a list of what was chosen, like a group that somebody serves */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_chosen (FfChoiceGroup *self)
{
  g_auto (GStrv) chosen = ff_volunteer_form_list (self->form, self->set);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_object_ref (self->add_row);
  adw_preferences_group_remove (group, GTK_WIDGET (self->add_row));
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      GtkWidget *row = make_row (self, chosen[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (group, row);
    }
  adw_preferences_group_add (group, GTK_WIDGET (self->add_row));
  g_object_unref (self->add_row);
}

/* Only what is new is drawn anew: the sets of other groups change, too. */
static void
on_sets_changed (FfChoiceGroup *self)
{
  g_auto (GStrv) chosen = ff_volunteer_form_list (self->form, self->set);

  if (g_strv_length (chosen) != self->rows->len)
    show_chosen (self);
}

static void
on_added (FfChoiceGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->add_row);

  if (self->is_filling || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->add_row, 0);
  self->is_filling = FALSE;
  ff_volunteer_form_set_has (self->form, self->set, self->ids[selected - 1], TRUE);
}

static char *
get_string (GtkStringObject *object)
{
  return g_strdup (gtk_string_object_get_string (object));
}

static void
add_list (FfChoiceGroup *self, const char *title)
{
  g_autoptr (GtkExpression) expression
      = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_string), NULL,
                                     NULL);

  self->add_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), title);
  self->offered = gtk_string_list_new (NULL);
  gtk_string_list_append (self->offered, _ ("Choose…"));
  for (guint i = 0; self->titles[i] != NULL; i++)
    gtk_string_list_append (self->offered, self->titles[i]);
  adw_combo_row_set_expression (self->add_row, expression);
  adw_combo_row_set_model (self->add_row, G_LIST_MODEL (self->offered));
  adw_combo_row_set_enable_search (self->add_row, TRUE);
  adw_combo_row_set_search_match_mode (self->add_row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_object (self->add_row, "notify::selected", G_CALLBACK (on_added), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add_row));
  show_chosen (self);
  g_signal_connect_object (self->form, "sets-changed", G_CALLBACK (on_sets_changed), self,
                           G_CONNECT_SWAPPED);
}

/* --- The widget --- */

static void
ff_choice_group_dispose (GObject *object)
{
  FfChoiceGroup *self = FF_CHOICE_GROUP (object);

  g_clear_object (&self->form);
  g_clear_object (&self->offered);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_choice_group_parent_class)->dispose (object);
}

static void
ff_choice_group_class_init (FfChoiceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_choice_group_dispose;
}

static void
ff_choice_group_init (FfChoiceGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * ff_choice_group_bind:
 * @self: an empty group
 * @form: whose set it changes
 * @set: which
 * @ids: what there is
 * @titles: what each is called
 * @add: what the row is called that adds one, where there are many
 */
void
ff_choice_group_bind (FfChoiceGroup *self,
                      FfVolunteerForm *form,
                      FfVolunteerSet set,
                      const char *const *ids,
                      const char *const *titles,
                      const char *add)
{
  g_return_if_fail (FF_IS_CHOICE_GROUP (self) && self->form == NULL);
  g_return_if_fail (FF_IS_VOLUNTEER_FORM (form));
  g_return_if_fail (ids != NULL && titles != NULL && add != NULL);

  self->form = g_object_ref (form);
  self->set = set;
  self->ids = g_strdupv ((GStrv) ids);
  self->titles = g_strdupv ((GStrv) titles);
  if (g_strv_length (self->ids) > MOST_SWITCHES)
    add_list (self, add);
  else
    for (guint i = 0; ids[i] != NULL; i++)
      add_switch (self, ids[i], titles[i]);
}
