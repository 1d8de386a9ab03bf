/* ff-pack-suggestions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a group may want in its pack: its suggestions, each with the reason why.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-repository.h"
#include "ff-pack-suggestions.h"
#include "ff-suggestion.h"
#include "ff-toast.h"

struct _FfPackSuggestions
{
  AdwPreferencesGroup parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfPackChoice *choice;

  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (FfPackSuggestions, ff_pack_suggestions, ADW_TYPE_PREFERENCES_GROUP)

static gint64
get_now (FfPackSuggestions *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_to_unix (now);
}

static void
add_clicked_cb (FfPackSuggestions *self, GtkWidget *button)
{
  ff_pack_choice_add (self->choice, g_object_get_data (G_OBJECT (button), "id"));
}

static void
add_suggestion (FfPackSuggestions *self, const FfSuggestion *suggestion)
{
  const char *title = ff_handout_get_title (suggestion->handout);
  g_autofree char *reason = ff_suggestion_make_reason (suggestion->had, get_now (self));
  /* Translators: %s is a handout’s title */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s” to the pack"), title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id",
                          g_strdup (ff_handout_get_id (suggestion->handout)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row names it after its title, which says nothing of what it does. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_box_append (self->rows, row);
}

/* What the group's programme offers and is not chosen yet, in its order. */
static GPtrArray *
list_offered (FfPackSuggestions *self, FfGroup *group)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func (g_object_unref);
  FfProgramme *programme
      = ff_programme_find (ff_context_get_programmes (self->context),
                           group != NULL ? ff_group_get_programme (group) : "own");
  const char *const *ids = ff_programme_get_handouts (programme);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      FfHandoutItem *item = ff_handout_library_find (self->library, ids[i]);

      if (item != NULL && !ff_pack_choice_contains (self->choice, ids[i]))
        g_ptr_array_add (offered, g_object_ref (ff_handout_item_get_handout (item)));
    }
  return offered;
}

static void
ff_pack_suggestions_dispose (GObject *object)
{
  FfPackSuggestions *self = FF_PACK_SUGGESTIONS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PACK_SUGGESTIONS);
  g_clear_object (&self->choice);
  g_clear_object (&self->library);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_pack_suggestions_parent_class)->dispose (object);
}

static void
ff_pack_suggestions_class_init (FfPackSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_pack_suggestions_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-pack-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPackSuggestions, rows);
}

static void
ff_pack_suggestions_init (FfPackSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_pack_suggestions_set_choice:
 * @self: the suggestions
 * @context: what a view is handed
 * @library: every handout
 * @choice: what is in the pack, and where a suggestion is added; set once
 */
void
ff_pack_suggestions_set_choice (FfPackSuggestions *self,
                                FfContext *context,
                                FfHandoutLibrary *library,
                                FfPackChoice *choice)
{
  g_return_if_fail (FF_IS_PACK_SUGGESTIONS (self));
  g_return_if_fail (self->choice == NULL);

  self->context = g_object_ref (context);
  self->library = g_object_ref (library);
  self->choice = g_object_ref (choice);
}

/* -1 where the keyboard focus is elsewhere. */
static int
find_focused (FfPackSuggestions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows)))
    return -1;
  if (!GTK_IS_LIST_BOX_ROW (focus))
    focus = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
}

/* The one that follows what was added can be added by the same key. */
static void
focus_row (FfPackSuggestions *self, int place)
{
  GtkListBoxRow *row = NULL;

  while (place >= 0 && (row = gtk_list_box_get_row_at_index (self->rows, place)) == NULL)
    place--;
  if (row != NULL)
    gtk_widget_grab_focus (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

/**
 * ff_pack_suggestions_show:
 * @self: the suggestions
 * @group: (nullable): whose they are; none without
 *
 * Shows what the group has not had for longest and is not in the pack.
 */
void
ff_pack_suggestions_show (FfPackSuggestions *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_PACK_SUGGESTIONS (self));
  g_return_if_fail (self->choice != NULL);

  g_autoptr (GPtrArray) offered = list_offered (self, group);
  g_autoptr (GHashTable) had = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GError) error = NULL;
  int focused = find_focused (self);

  gtk_list_box_remove_all (self->rows);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (group == NULL)
    return;
  had = ff_handout_repository_list_had (ff_context_get_store (self->context),
                                        ff_group_get_uid (group), get_now (self), &error);
  if (had == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  suggestions = ff_suggestion_list (offered, had);
  for (guint i = 0; i < suggestions->len; i++)
    add_suggestion (self, g_ptr_array_index (suggestions, i));
  gtk_widget_set_visible (GTK_WIDGET (self), suggestions->len > 0);
  focus_row (self, focused);
}
