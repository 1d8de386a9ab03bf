/* ff-review-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan item that comes back, to be marked done, partly, not or changed.
 */

#include "ff-config.h"

#include "ff-review-row.h"
#include "ff-row-focus.h"

struct _FfReviewRow
{
  AdwPreferencesRow parent_instance;

  FfPlanItem *item;
  gboolean refreshing;

  GtkLabel *text_label;
  GtkWidget *clear_button;
  AdwToggleGroup *outcomes;
};

enum
{
  SIGNAL_REVIEWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfReviewRow, ff_review_row, ADW_TYPE_PREFERENCES_ROW)

/* The toggles are in the order of FfOutcome, of which the first has none. */
static guint
toggle_of (FfOutcome outcome)
{
  return outcome == FF_OUTCOME_OPEN ? GTK_INVALID_LIST_POSITION : (guint) outcome - 1;
}

static void
refresh (FfReviewRow *self)
{
  FfOutcome outcome = ff_plan_item_get_outcome (self->item);
  const char *text = ff_plan_item_get_text (self->item);

  self->refreshing = TRUE;
  gtk_label_set_text (self->text_label, text);
  adw_toggle_group_set_active (self->outcomes, toggle_of (outcome));
  gtk_widget_set_visible (self->clear_button, outcome != FF_OUTCOME_OPEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcomes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  self->refreshing = FALSE;
}

static void
choose (FfReviewRow *self, FfOutcome outcome)
{
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_REVIEWED], 0, (guint) outcome);
}

static void
outcome_changed_cb (FfReviewRow *self)
{
  guint active = adw_toggle_group_get_active (self->outcomes);

  choose (self, active == GTK_INVALID_LIST_POSITION ? FF_OUTCOME_OPEN : (FfOutcome) (active + 1));
}

static void
clear_cb (FfReviewRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->outcomes));
  choose (self, FF_OUTCOME_OPEN);
}

static void
ff_review_row_dispose (GObject *object)
{
  FfReviewRow *self = FF_REVIEW_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_REVIEW_ROW);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ff_review_row_parent_class)->dispose (object);
}

static void
ff_review_row_class_init (FfReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_review_row_dispose;

  signals[SIGNAL_REVIEWED] = g_signal_new ("reviewed", FF_TYPE_REVIEW_ROW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  widget_class->focus = ff_row_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfReviewRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, FfReviewRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, FfReviewRow, outcomes);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ff_review_row_init (FfReviewRow *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_review_row_new:
 * @item: the item that comes back
 *
 * Returns: (transfer floating): a row that shows it as it is marked now
 */
GtkWidget *
ff_review_row_new (FfPlanItem *item)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (item), NULL);

  FfReviewRow *self = g_object_new (FF_TYPE_REVIEW_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * ff_review_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none): the item
 */
FfPlanItem *
ff_review_row_get_item (FfReviewRow *self)
{
  g_return_val_if_fail (FF_IS_REVIEW_ROW (self), NULL);
  return self->item;
}
