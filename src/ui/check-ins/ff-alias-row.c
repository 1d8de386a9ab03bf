/* ff-alias-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line for the next person: a name or alias, completed with those of people who came before.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-alias-row.h"
#include "ff-session-repository.h"

#define MOST_OFFERED 6

struct _FfAliasRow
{
  AdwEntryRow parent_instance;

  FfStore *store;
  char *group;
  gboolean hides_names;

  GtkPopover *popover;
  GtkListBox *list;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfAliasRow, ff_alias_row, ADW_TYPE_ENTRY_ROW)

static void
hide_offers (FfAliasRow *self)
{
  gtk_popover_popdown (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

static void
choose (FfAliasRow *self, const char *alias)
{
  g_autofree char *chosen = g_strstrip (g_strdup (alias));

  hide_offers (self);
  if (*chosen == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self), "");
  else
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static void
add_offer (FfAliasRow *self, const char *alias)
{
  GtkWidget *label = gtk_label_new (alias);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, alias, -1);
  g_object_set_data_full (G_OBJECT (row), "alias", g_strdup (alias), g_free);
  gtk_list_box_append (self->list, row);
}

static void
text_changed_cb (FfAliasRow *self)
{
  g_autofree char *prefix = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  ff_alias_row_set_refused (self, FALSE);
  gtk_list_box_remove_all (self->list);
  if (*prefix == '\0' || self->store == NULL || self->hides_names)
    {
      hide_offers (self);
      return;
    }

  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people
      = ff_session_repository_complete_alias (self->store, self->group, prefix, MOST_OFFERED,
                                              &error);
  if (people == NULL)
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
  if (people == NULL || people->len == 0)
    {
      hide_offers (self);
      return;
    }

  for (guint i = 0; i < people->len; i++)
    add_offer (self, ff_participant_get_alias (g_ptr_array_index (people, i)));
  gtk_popover_popup (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
}

static void
row_activated_cb (FfAliasRow *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "alias"));
}

static void
entry_activated_cb (FfAliasRow *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (selected != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    row_activated_cb (self, selected);
  else
    choose (self, gtk_editable_get_text (GTK_EDITABLE (self)));
}

/* The focus stays in the line; what is selected below it is spoken. */
static void
select_offer (FfAliasRow *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + step : step > 0 ? 0 : -1;
  GtkListBoxRow *next = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (next == NULL && step > 0)
    return;
  gtk_list_box_select_row (self->list, next);
  if (next != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), g_object_get_data (G_OBJECT (next), "alias"),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whoever goes on to the note has written the name. */
static gboolean
go_on (FfAliasRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (*text == '\0')
    return GDK_EVENT_PROPAGATE;
  entry_activated_cb (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (FfAliasRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Tab && (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    return go_on (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      select_offer (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      select_offer (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      hide_offers (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (FfAliasRow *self)
{
  hide_offers (self);
}

static void
ff_alias_row_dispose (GObject *object)
{
  FfAliasRow *self = FF_ALIAS_ROW (object);

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ALIAS_ROW);
  g_clear_pointer (&self->group, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_alias_row_parent_class)->dispose (object);
}

static void
ff_alias_row_class_init (FfAliasRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_alias_row_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_ALIAS_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_ALIAS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-alias-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAliasRow, popover);
  gtk_widget_class_bind_template_child (widget_class, FfAliasRow, list);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
ff_alias_row_init (FfAliasRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

/**
 * ff_alias_row_set_source:
 * @self: the row
 * @store: where the people are
 * @group: whose people are completed, by uid
 */
void
ff_alias_row_set_source (FfAliasRow *self, FfStore *store, const char *group)
{
  g_return_if_fail (FF_IS_ALIAS_ROW (self));
  g_return_if_fail (FF_IS_STORE (store));

  g_set_object (&self->store, store);
  g_set_str (&self->group, group);
}

/**
 * ff_alias_row_set_refused:
 * @self: the row
 * @is_refused: whether what stands in the line could not be taken
 *
 * Marks the line until something in it is changed.
 */
void
ff_alias_row_set_refused (FfAliasRow *self, gboolean is_refused)
{
  g_return_if_fail (FF_IS_ALIAS_ROW (self));

  if (is_refused)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               is_refused ? GTK_ACCESSIBLE_INVALID_TRUE
                                          : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * ff_alias_row_set_hides_names:
 * @self: the row
 * @hides_names: whether others see this screen: then nobody is offered, and what is typed is not shown
 */
void
ff_alias_row_set_hides_names (FfAliasRow *self, gboolean hides_names)
{
  g_return_if_fail (FF_IS_ALIAS_ROW (self));

  self->hides_names = hides_names;
  if (hides_names)
    hide_offers (self);
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                           !hides_names);
}
