/* ff-handout-section.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handouts of one point, under its title.
 */

#include "ff-config.h"

#include "ff-handout-card.h"
#include "ff-handout-section.h"

struct _FfHandoutSection
{
  GtkBox parent_instance;

  GtkLabel *title_label;
  GtkFlowBox *cards;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHandoutSection, ff_handout_section, GTK_TYPE_BOX)

static void
activated_cb (FfHandoutSection *self, FfHandoutCard *card)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ff_handout_card_get_handout (card));
}

static void
ff_handout_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_HANDOUT_SECTION);

  G_OBJECT_CLASS (ff_handout_section_parent_class)->dispose (object);
}

static void
ff_handout_section_class_init (FfHandoutSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_section_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FF_TYPE_HANDOUT_SECTION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_HANDOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-section.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutSection, cards);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
ff_handout_section_init (FfHandoutSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_handout_section_new:
 * @title: what its handouts have in common
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
ff_handout_section_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  FfHandoutSection *self = g_object_new (FF_TYPE_HANDOUT_SECTION, NULL);

  gtk_label_set_text (self->title_label, title);
  return GTK_WIDGET (self);
}

/**
 * ff_handout_section_add:
 * @self: the section
 * @card: a #FfHandoutCard
 */
void
ff_handout_section_add (FfHandoutSection *self, GtkWidget *card)
{
  g_return_if_fail (FF_IS_HANDOUT_SECTION (self));
  g_return_if_fail (FF_IS_HANDOUT_CARD (card));

  gtk_flow_box_append (self->cards, card);
}

/**
 * ff_handout_section_filter:
 * @self: the section
 * @filter: (scope call): says which handouts are seen
 * @data: for @filter
 *
 * Hides the other handouts, and the section where none is left.
 *
 * Returns: whether any is left
 */
gboolean
ff_handout_section_filter (FfHandoutSection *self, FfHandoutFilter filter, gpointer data)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), FALSE);

  gboolean any = FALSE;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      gboolean seen = filter (ff_handout_card_get_handout (FF_HANDOUT_CARD (card)), data);

      gtk_widget_set_visible (card, seen);
      any = any || seen;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  return any;
}
