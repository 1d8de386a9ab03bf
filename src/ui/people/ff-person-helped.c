/* ff-person-helped.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What helped a person: as they said it, and what they planned and did; the most recent first.
 */

#include "ff-config.h"

#include "ff-person-helped.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-format.h"

#define FIRST 4
#define PIECE 20
#define MOST_LINES 4

struct _FfPersonHelped
{
  AdwBin parent_instance;

  FfContext *context;
  FfPersonRecord *record;
  GHashTable *known; /* (element-type utf8): what helped, folded */
  guint n_wanted;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FfPersonHelped, ff_person_helped, ADW_TYPE_BIN)

/* All of it stands in the history. */
static GtkWidget *
make_row (FfPersonHelped *self, FfPersonEntry *entry, const char *text, gboolean was_planned)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (entry->session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *date = ff_format_date (start, now);
  /* Translators: they did what they had planned at a meeting; %s is its date */
  g_autofree char *planned = g_strdup_printf (_ ("Planned and done · %s"), date);
  g_autofree char *said = ff_format_capitalized (date);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), MOST_LINES);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), was_planned ? planned : said);
  return row;
}

/* What helped again and again is said once. */
static void
add_text (FfPersonHelped *self, FfPersonEntry *entry, const char *text, gboolean was_planned)
{
  g_autofree char *key = ff_fold (text);

  if (*key == '\0' || !g_hash_table_add (self->known, g_steal_pointer (&key)))
    return;
  if (g_hash_table_size (self->known) <= self->n_wanted)
    gtk_list_box_append (self->list, make_row (self, entry, text, was_planned));
}

static void
add_entry (FfPersonHelped *self, FfPersonEntry *entry)
{
  if (entry->check_in != NULL)
    add_text (self, entry, ff_check_in_get_helped (entry->check_in), FALSE);
  for (guint i = 0; entry->plan != NULL && i < entry->plan->len; i++)
    {
      FfPlanItem *item = g_ptr_array_index (entry->plan, i);

      if (ff_plan_item_get_outcome (item) == FF_OUTCOME_DONE)
        add_text (self, entry, ff_plan_item_get_text (item), TRUE);
    }
}

static void
refresh (FfPersonHelped *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);

  gtk_list_box_remove_all (self->list);
  g_hash_table_remove_all (self->known);
  for (guint i = 0; i < entries->len && g_hash_table_size (self->known) <= self->n_wanted; i++)
    add_entry (self, g_ptr_array_index (entries, i));
  gtk_widget_set_visible (GTK_WIDGET (self), g_hash_table_size (self->known) > 0);
  if (g_hash_table_size (self->known) > self->n_wanted)
    {
      GtkWidget *more = adw_button_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _ ("Show More"));
      gtk_list_box_append (self->list, more);
    }
}

/* Only the row at the end can be chosen; what comes in its place has the focus next. */
static void
on_row_activated (FfPersonHelped *self)
{
  int position = (int) self->n_wanted;

  self->n_wanted += PIECE;
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, position)));
}

static void
ff_person_helped_dispose (GObject *object)
{
  FfPersonHelped *self = FF_PERSON_HELPED (object);

  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_person_helped_parent_class)->dispose (object);
}

static void
ff_person_helped_class_init (FfPersonHelpedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_person_helped_dispose;
}

static void
ff_person_helped_init (FfPersonHelped *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->n_wanted = FIRST;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What helped, latest first"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What Helped"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), group);
}

/**
 * ff_person_helped_show:
 * @self: the list
 * @record: all that is known of a person
 * @context: what a view is handed
 */
void
ff_person_helped_show (FfPersonHelped *self, FfPersonRecord *record, FfContext *context)
{
  g_return_if_fail (FF_IS_PERSON_HELPED (self));
  g_return_if_fail (record != NULL);

  g_set_object (&self->record, record);
  g_set_object (&self->context, context);
  refresh (self);
}
