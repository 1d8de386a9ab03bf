/* ff-roster-step-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a line of what taking volunteers in would do. The list to choose from is made for duplicates only: most lines have none.
 */

#include "ff-config.h"

#include "ff-roster-step-row.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-step-item.h"

struct _FfRosterStepRow
{
  GtkBox parent_instance;

  FfRosterStepItem *item;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *choices; /* (nullable) */
};

typedef enum
{
  PROP_ITEM = 1,
} FfRosterStepRowProps;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (FfRosterStepRow, ff_roster_step_row, GTK_TYPE_BOX)

static void
on_chosen (GtkDropDown *choices, GParamSpec *pspec, FfRosterStepRow *self)
{
  const guint selected = gtk_drop_down_get_selected (choices);

  if (self->item == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  ff_roster_step_item_choose (self->item, selected);
  gtk_widget_activate_action (GTK_WIDGET (self), "roster-import.decided", NULL);
}

static void
show_choices (FfRosterStepRow *self)
{
  g_auto (GStrv) words = ff_roster_step_item_list_choices (self->item);
  const char *title = ff_roster_step_item_get_title (self->item);
  g_autofree char *label = NULL;

  if (words == NULL)
    return;
  /* Translators: what to do with somebody of that name who may be here already */
  label = g_strdup_printf (_ ("What to do with %s"), title);
  self->choices = gtk_drop_down_new_from_strings ((const char *const *) words);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices),
                              ff_roster_step_item_get_choice (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_margin_top (self->choices, 6);
  g_signal_connect_object (self->choices, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (self), self->choices);
}

static void
set_item (FfRosterStepRow *self, FfRosterStepItem *item)
{
  if (self->choices != NULL)
    gtk_box_remove (GTK_BOX (self), g_steal_pointer (&self->choices));
  g_set_object (&self->item, item);
  gtk_label_set_text (self->title, item != NULL ? ff_roster_step_item_get_title (item) : "");
  gtk_label_set_text (self->detail, item != NULL ? ff_roster_step_item_get_detail (item) : "");
  if (item != NULL)
    show_choices (self);
}

static void
ff_roster_step_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  switch ((FfRosterStepRowProps) prop_id)
    {
    case PROP_ITEM:
      set_item (FF_ROSTER_STEP_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_roster_step_row_dispose (GObject *object)
{
  g_clear_object (&FF_ROSTER_STEP_ROW (object)->item);

  G_OBJECT_CLASS (ff_roster_step_row_parent_class)->dispose (object);
}

static void
ff_roster_step_row_class_init (FfRosterStepRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_roster_step_row_dispose;
  object_class->set_property = ff_roster_step_row_set_property;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, FF_TYPE_ROSTER_STEP_ITEM,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static GtkLabel *
add_label (FfRosterStepRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
ff_roster_step_row_init (FfRosterStepRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->title = add_label (self);
  self->detail = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dimmed");
}
