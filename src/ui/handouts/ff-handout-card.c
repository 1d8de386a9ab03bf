/* ff-handout-card.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout to choose: its first page small, its title and what it is for.
 */

#include "ff-config.h"

#include "ff-handout-card.h"
#include "ff-sheet-view.h"

struct _FfHandoutCard
{
  GtkFlowBoxChild parent_instance;

  FfHandout *handout;

  FfSheetView *view;
  GtkLabel *title_label;
  GtkLabel *summary_label;
};

G_DEFINE_FINAL_TYPE (FfHandoutCard, ff_handout_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
ff_handout_card_dispose (GObject *object)
{
  FfHandoutCard *self = FF_HANDOUT_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HANDOUT_CARD);
  g_clear_object (&self->handout);

  G_OBJECT_CLASS (ff_handout_card_parent_class)->dispose (object);
}

static void
ff_handout_card_class_init (FfHandoutCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_card_dispose;

  g_type_ensure (FF_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, view);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutCard, summary_label);
}

static void
ff_handout_card_init (FfHandoutCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_handout_card_new:
 * @handout: the handout
 *
 * Returns: (transfer floating): a card with an empty page
 */
GtkWidget *
ff_handout_card_new (FfHandout *handout)
{
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  FfHandoutCard *self = g_object_new (FF_TYPE_HANDOUT_CARD, NULL);

  self->handout = g_object_ref (handout);
  gtk_label_set_text (self->title_label, ff_handout_get_title (handout));
  gtk_label_set_text (self->summary_label, ff_handout_get_summary (handout));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), ff_handout_get_summary (handout));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_handout_get_title (handout),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  ff_handout_get_summary (handout), -1);
  return GTK_WIDGET (self);
}

/**
 * ff_handout_card_get_handout:
 * @self: the card
 *
 * Returns: (transfer none): the handout
 */
FfHandout *
ff_handout_card_get_handout (FfHandoutCard *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_CARD (self), NULL);

  return self->handout;
}

/**
 * ff_handout_card_set_sheet:
 * @self: the card
 * @sheet: the handout, laid out
 */
void
ff_handout_card_set_sheet (FfHandoutCard *self, FfSheet *sheet)
{
  g_return_if_fail (FF_IS_HANDOUT_CARD (self));

  ff_sheet_view_set_sheet (self->view, sheet);
}
