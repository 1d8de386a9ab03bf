/* ff-pack-adding.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One more handout for a pack, found by any of its names.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-pack-adding.h"

struct _FfPackAdding
{
  AdwDialog parent_instance;

  FfPackChoice *choice;

  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (FfPackAdding, ff_pack_adding, ADW_TYPE_DIALOG)

static FfHandoutItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static void
row_activated_cb (FfPackAdding *self, GtkListBoxRow *row)
{
  ff_pack_choice_add (self->choice, ff_handout_item_get_id (get_item (row)));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Returns: whether it is found */
static gboolean
show_row (GtkListBoxRow *row, const char *words)
{
  FfHandoutItem *item = get_item (row);
  const char *name = NULL;
  gboolean found = ff_handout_item_matches (item, words, &name);
  /* Translators: %s is another name of a handout, by which it was found */
  g_autofree char *also = name != NULL ? g_strdup_printf (_ ("Also “%s”"), name) : NULL;
  const char *summary = ff_handout_get_summary (ff_handout_item_get_handout (item));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), also != NULL ? also : summary);
  gtk_widget_set_visible (GTK_WIDGET (row), found);
  return found;
}

static void
search_changed_cb (FfPackAdding *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);
  gboolean any = FALSE;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    any = show_row (row, words) || any;
  gtk_stack_set_visible_child_name (self->stack, any ? "handouts" : "none");
}

/* Enter takes the first that is found. */
static void
search_activated_cb (FfPackAdding *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (row)))
      {
        row_activated_cb (self, row);
        return;
      }
}

static void
add_row (FfPackAdding *self, FfHandoutItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_handout_item_get_title (item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_list_box_append (self->rows, row);
}

static void
ff_pack_adding_dispose (GObject *object)
{
  FfPackAdding *self = FF_PACK_ADDING (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PACK_ADDING);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (ff_pack_adding_parent_class)->dispose (object);
}

static void
ff_pack_adding_class_init (FfPackAddingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_pack_adding_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-pack-adding.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPackAdding, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfPackAdding, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPackAdding, rows);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ff_pack_adding_init (FfPackAdding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_pack_adding_new:
 * @library: every handout, read
 * @choice: what is in the pack; the handout that is chosen here comes last
 *
 * Returns: (transfer floating): a dialog that offers what is not in the pack yet
 */
AdwDialog *
ff_pack_adding_new (FfHandoutLibrary *library, FfPackChoice *choice)
{
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (library), NULL);
  g_return_val_if_fail (FF_IS_PACK_CHOICE (choice), NULL);

  FfPackAdding *self = g_object_new (FF_TYPE_PACK_ADDING, NULL);
  GPtrArray *items = ff_handout_library_get_items (library);

  self->choice = g_object_ref (choice);
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!ff_pack_choice_contains (choice, ff_handout_item_get_id (items->pdata[i])))
      add_row (self, items->pdata[i]);
  search_changed_cb (self);
  return ADW_DIALOG (self);
}
