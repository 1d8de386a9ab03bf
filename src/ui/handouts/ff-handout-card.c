/* ff-handout-card.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout to choose: its first page small, its title and what it is for.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-card.h"
#include "ff-handout-menu.h"

#define SIDE 204 /* the longer one of a page, as the blueprint leaves room for it */

struct _FfHandoutCard
{
  GtkFlowBoxChild parent_instance;

  FfHandoutItem *item;
  GtkWidget *menu; /* (nullable): while it is open */
  guint menu_idle;

  GtkPicture *picture;
  GtkToggleButton *star;
  GtkWidget *own_mark;
  GtkLabel *title_label;
  GtkLabel *name_label;
  GtkLabel *summary_label;
};

G_DEFINE_FINAL_TYPE (FfHandoutCard, ff_handout_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
show_favourite (FfHandoutCard *self)
{
  gboolean favourite = ff_handout_item_get_favourite (self->item);

  gtk_toggle_button_set_active (self->star, favourite);
  gtk_button_set_icon_name (GTK_BUTTON (self->star),
                            favourite ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), favourite
                                                            ? _ ("Take Out of Favourites (Ctrl+D)")
                                                            : _ ("Add to Favourites (Ctrl+D)"));
}

/* The button shows what is stored, so it turns once that is written. */
static void
star_clicked_cb (FfHandoutCard *self)
{
  show_favourite (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "page.favourite", "s",
                              ff_handout_item_get_id (self->item));
}

static void
favourite_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  star_clicked_cb (FF_HANDOUT_CARD (widget));
}

/* --- Menu --- */

static gboolean
remove_menu (gpointer data)
{
  FfHandoutCard *self = data;

  self->menu_idle = 0;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not at once: the action that was chosen is still under way. */
static void
on_menu_closed (FfHandoutCard *self)
{
  if (self->menu_idle == 0)
    self->menu_idle = g_idle_add (remove_menu, self);
}

static void
open_menu (FfHandoutCard *self, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = ff_handout_menu_new (self->item, TRUE);

  if (self->menu != NULL)
    return;
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), place == NULL);
  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_pressed_long_cb (FfHandoutCard *self, double x, double y)
{
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
menu_pressed_cb (FfHandoutCard *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  menu_pressed_long_cb (self, x, y);
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_menu (FF_HANDOUT_CARD (widget), NULL);
}

static void
ff_handout_card_dispose (GObject *object)
{
  FfHandoutCard *self = FF_HANDOUT_CARD (object);

  g_clear_handle_id (&self->menu_idle, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUT_CARD);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ff_handout_card_parent_class)->dispose (object);
}

static void
ff_handout_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfHandoutCard *self = FF_HANDOUT_CARD (widget);

  GTK_WIDGET_CLASS (ff_handout_card_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ff_handout_card_class_init (FfHandoutCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_card_dispose;
  widget_class->size_allocate = ff_handout_card_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, picture);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, star);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, own_mark);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, star_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_long_cb);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "card.favourite", NULL, favourite_action);
}

static void
ff_handout_card_init (FfHandoutCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_item (FfHandoutCard *self)
{
  FfHandout *handout = ff_handout_item_get_handout (self->item);
  const char *title = ff_handout_get_title (handout);
  const char *summary = ff_handout_get_summary (handout);
  gboolean own = ff_handout_is_own (handout);
  /* Translators: %s is a handout’s title */
  g_autofree char *star = g_strdup_printf (_ ("“%s” is a favourite"), title);
  /* Translators: a handout that was written here is read aloud like this: its title, and whose it is */
  g_autofree char *label = own ? g_strdup_printf (_ ("%s, your own"), title) : g_strdup (title);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->summary_label, summary);
  gtk_widget_set_visible (self->own_mark, own);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->picture), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, star,
                                  -1);
  show_favourite (self);
}

/**
 * ff_handout_card_new:
 * @item: the handout
 *
 * Returns: (transfer floating): a card without its page
 */
GtkWidget *
ff_handout_card_new (FfHandoutItem *item)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (item), NULL);

  FfHandoutCard *self = g_object_new (FF_TYPE_HANDOUT_CARD, NULL);

  self->item = g_object_ref (item);
  show_item (self);
  g_signal_connect_object (item, "notify::favourite", G_CALLBACK (show_favourite), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * ff_handout_card_get_item:
 * @self: the card
 *
 * Returns: (transfer none): the handout
 */
FfHandoutItem *
ff_handout_card_get_item (FfHandoutCard *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_CARD (self), NULL);

  return self->item;
}

/**
 * ff_handout_card_get_picture:
 * @self: the card
 *
 * Returns: (transfer none) (nullable): its first page
 */
GdkPaintable *
ff_handout_card_get_picture (FfHandoutCard *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_CARD (self), NULL);

  return gtk_picture_get_paintable (self->picture);
}

/**
 * ff_handout_card_set_picture:
 * @self: the card
 * @thumbnails: what draws first pages
 * @size: the paper
 *
 * Shows the first page, once it is drawn.
 */
void
ff_handout_card_set_picture (FfHandoutCard *self, FfThumbnails *thumbnails, FfPaperSize size)
{
  g_return_if_fail (FF_IS_HANDOUT_CARD (self));

  guint side = SIDE * (guint) gtk_widget_get_scale_factor (GTK_WIDGET (self));

  gtk_picture_set_paintable (
      self->picture,
      ff_thumbnails_get (thumbnails, ff_handout_item_get_handout (self->item), size, side));
}

/**
 * ff_handout_card_set_name:
 * @self: the card
 * @name: (nullable): the other name by which it was found, to be shown under its title
 */
void
ff_handout_card_set_name (FfHandoutCard *self, const char *name)
{
  g_return_if_fail (FF_IS_HANDOUT_CARD (self));

  /* Translators: %s is another name of a handout, by which it was found */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Also “%s”"), name) : NULL;

  gtk_label_set_text (self->name_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), text != NULL);
}
