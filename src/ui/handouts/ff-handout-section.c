/* ff-handout-section.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards of handouts that belong together, under a title.
 */

#include "ff-config.h"

#include "ff-handout-section.h"

struct _FfHandoutSection
{
  GtkBox parent_instance;

  char *id;
  GPtrArray *items; /* (element-type FfHandoutItem): those wanted, in order */

  GtkLabel *title_label;
  GtkFlowBox *cards;
};

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfHandoutSection, ff_handout_section, GTK_TYPE_BOX)

static void
activated_cb (FfHandoutSection *self, FfHandoutCard *card)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.open", "s",
                              ff_handout_item_get_id (ff_handout_card_get_item (card)));
}

/* --- From card to card, beyond the section --- */

static int
middle_of (FfHandoutSection *self, GtkWidget *card)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    return 0;
  return (int) (bounds.origin.x + bounds.size.width / 2);
}

static gboolean
keynav_failed_cb (FfHandoutSection *self, GtkDirectionType direction)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));

  if (card == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, direction == GTK_DIR_DOWN, middle_of (self, card));
  return TRUE;
}

/* Arrows go from card to card; Tab goes on from the whole section, past fifty cards in a dozen steps. */
static gboolean
focus_section (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean leaves = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (leaves && focus != NULL && gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  return GTK_WIDGET_CLASS (ff_handout_section_parent_class)->focus (widget, direction);
}

static void
ff_handout_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_HANDOUT_SECTION);
  g_clear_pointer (&FF_HANDOUT_SECTION (object)->items, g_ptr_array_unref);
  g_clear_pointer (&FF_HANDOUT_SECTION (object)->id, g_free);

  G_OBJECT_CLASS (ff_handout_section_parent_class)->dispose (object);
}

static void
ff_handout_section_class_init (FfHandoutSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_handout_section_dispose;
  widget_class->focus = focus_section;

  signals[SIGNAL_LEFT] = g_signal_new ("left", FF_TYPE_HANDOUT_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-handout-section.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHandoutSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfHandoutSection, cards);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
ff_handout_section_init (FfHandoutSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_handout_section_new:
 * @id: of the shelf that it shows
 * @title: what its handouts have in common
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
ff_handout_section_new (const char *id, const char *title)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  FfHandoutSection *self = g_object_new (FF_TYPE_HANDOUT_SECTION, NULL);

  self->id = g_strdup (id);
  gtk_label_set_text (self->title_label, title);
  return GTK_WIDGET (self);
}

/**
 * ff_handout_section_get_id:
 * @self: the section
 *
 * Returns: the shelf’s id
 */
const char *
ff_handout_section_get_id (FfHandoutSection *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), NULL);

  return self->id;
}

static GtkWidget *
first_card (FfHandoutSection *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->cards));
}

static FfHandoutItem *
item_of (GtkWidget *card)
{
  return ff_handout_card_get_item (FF_HANDOUT_CARD (card));
}

/* The focus goes to a neighbour of the card that is about to go. */
static void
remove_card (FfHandoutSection *self, GtkWidget *card)
{
  GtkWidget *neighbour = gtk_widget_get_next_sibling (card);

  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (card);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) == card && neighbour != NULL)
    gtk_widget_grab_focus (neighbour);
  gtk_flow_box_remove (self->cards, card);
}

/**
 * ff_handout_section_set_items:
 * @self: the section
 * @items: (element-type FfHandoutItem): the handouts to show, in order
 *
 * Takes the cards of others away; those that are missing come with ff_handout_section_add_next().
 */
void
ff_handout_section_set_items (FfHandoutSection *self, GPtrArray *items)
{
  g_return_if_fail (FF_IS_HANDOUT_SECTION (self));
  g_return_if_fail (items != NULL);

  GtkWidget *next;

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  for (GtkWidget *card = first_card (self); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (!g_ptr_array_find (items, item_of (card), NULL))
        remove_card (self, card);
    }
}

/**
 * ff_handout_section_get_n_items:
 * @self: the section
 *
 * Returns: how many handouts are to be shown
 */
guint
ff_handout_section_get_n_items (FfHandoutSection *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), 0);

  return self->items != NULL ? self->items->len : 0;
}

/* (nullable): the card of @item after @card, taken out of its place */
static GtkWidget *
take_later (FfHandoutSection *self, GtkWidget *card, FfHandoutItem *item)
{
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (item_of (card) == item)
      {
        g_object_ref (card);
        gtk_flow_box_remove (self->cards, card);
        return card;
      }
  return NULL;
}

/**
 * ff_handout_section_add_next:
 * @self: the section
 *
 * Puts cards that are there already into their order, and makes the first that is missing.
 *
 * Returns: (transfer none) (nullable): the new card; %NULL once all are there
 */
FfHandoutCard *
ff_handout_section_add_next (FfHandoutSection *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), NULL);

  GtkWidget *at = first_card (self);

  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    {
      FfHandoutItem *item = g_ptr_array_index (self->items, i);
      g_autoptr (GtkWidget) moved = NULL;
      GtkWidget *card;

      if (at != NULL && item_of (at) == item)
        {
          at = gtk_widget_get_next_sibling (at);
          continue;
        }
      moved = take_later (self, at, item);
      card = moved != NULL ? moved : ff_handout_card_new (item);
      gtk_flow_box_insert (self->cards, card, (int) i);
      if (moved == NULL)
        return FF_HANDOUT_CARD (card);
      at = gtk_widget_get_next_sibling (card);
    }
  return NULL;
}

/**
 * ff_handout_section_show_thumbnails:
 * @self: the section
 * @thumbnails: what draws first pages
 * @size: the paper
 */
void
ff_handout_section_show_thumbnails (FfHandoutSection *self,
                                    FfThumbnails *thumbnails,
                                    FfPaperSize size)
{
  g_return_if_fail (FF_IS_HANDOUT_SECTION (self));

  for (GtkWidget *card = first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    ff_handout_card_set_picture (FF_HANDOUT_CARD (card), thumbnails, size);
}

/**
 * ff_handout_section_filter:
 * @self: the section
 * @filter: (scope call): says which handouts are seen, and why
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

  for (GtkWidget *card = first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      const char *name = NULL;
      gboolean seen = filter (item_of (card), self, &name, data);

      gtk_widget_set_visible (card, seen);
      ff_handout_card_set_name (FF_HANDOUT_CARD (card), name);
      any = any || seen;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  return any;
}

/**
 * ff_handout_section_get_first:
 * @self: the section
 *
 * Returns: (transfer none) (nullable): the first handout that is seen
 */
FfHandoutItem *
ff_handout_section_get_first (FfHandoutSection *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), NULL);

  GtkWidget *card = first_card (self);

  while (card != NULL && !gtk_widget_get_visible (card))
    card = gtk_widget_get_next_sibling (card);
  return card != NULL && gtk_widget_get_visible (GTK_WIDGET (self)) ? item_of (card) : NULL;
}

static int
top_of (FfHandoutSection *self, GtkWidget *card)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds) ? (int) bounds.origin.y : 0;
}

/**
 * ff_handout_section_focus:
 * @self: the section
 * @down: whether an arrow key came from above, so that its first row is entered; else its last
 * @x: where it came from
 *
 * Moves the keyboard focus to the card that is nearest.
 *
 * Returns: whether there is any
 */
gboolean
ff_handout_section_focus (FfHandoutSection *self, gboolean down, int x)
{
  g_return_val_if_fail (FF_IS_HANDOUT_SECTION (self), FALSE);

  GtkWidget *best = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  for (GtkWidget *card = first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      int ahead = best != NULL ? top_of (self, card) - top_of (self, best) : 0;

      if (!gtk_widget_get_visible (card))
        continue;
      if (best == NULL || (!down && ahead > 0)
          || (ahead == 0 && ABS (middle_of (self, card) - x) < ABS (middle_of (self, best) - x)))
        best = card;
    }
  return best != NULL && gtk_widget_grab_focus (best);
}
