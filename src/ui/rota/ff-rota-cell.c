/* ff-rota-cell.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell of the rota grid: one place at one date, or a week in which there is none.
 */

#include "ff-config.h"

#include <math.h>

#include "ff-format.h"
#include "ff-rota-cell.h"
#include "ff-rota-place.h"

/* Between the edge of a cell and its text, and between a sign and its word. */
#define INSET_X 6
#define INSET_Y 4
#define GAP 4
#define SIGN 14

/* Drawn by itself: some hundred of them are on the screen while it scrolls. */
struct _FfRotaCell
{
  GtkWidget parent_instance;

  guint row;
  guint week;
  FfRota *rota;
  FfSlot *slot; /* (nullable) */
  FfRotaState state;
  FfHindrances against;
  char *role;
  char *label;
  char *title;  /* who has it */
  char *detail; /* how far it is agreed */
  const char *sign;
  gboolean pinned;

  PangoLayout *layouts[2]; /* made when it is first drawn */
};

G_DEFINE_FINAL_TYPE (FfRotaCell, ff_rota_cell, GTK_TYPE_WIDGET)

static void
forget_layouts (FfRotaCell *self)
{
  g_clear_object (&self->layouts[0]);
  g_clear_object (&self->layouts[1]);
}

static PangoLayout *
make_layout (FfRotaCell *self, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static void
ensure_layouts (FfRotaCell *self)
{
  if (self->layouts[0] != NULL)
    return;
  self->layouts[0] = make_layout (self, self->title, self->slot != NULL);
  self->layouts[1] = make_layout (self, self->detail, FALSE);
}

/* @x from the side on which reading begins */
static float
mirror (FfRotaCell *self, float x, float width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
             ? (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width
             : x;
}

static void
draw_sign (FfRotaCell *self, GtkSnapshot *snapshot, const char *name, float x, float y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
      = gtk_icon_theme_lookup_icon (theme, name, NULL, SIGN, gtk_widget_get_scale_factor (widget),
                                    gtk_widget_get_direction (widget), 0);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, SIGN), y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIGN, SIGN,
                                            &color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (FfRotaCell *self,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           float x,
           float y,
           float width)
{
  GdkRGBA color;

  if (width < 1)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mirror (self, x, width), y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* At the end of the first line: it is pinned, something speaks against it. Gives where they begin. */
static float
draw_marks (FfRotaCell *self, GtkSnapshot *snapshot)
{
  float end = (float) gtk_widget_get_width (GTK_WIDGET (self)) - INSET_X;

  if (self->against != 0)
    {
      end -= SIGN;
      draw_sign (self, snapshot, "dialog-warning-symbolic", end, INSET_Y + 1);
      end -= GAP;
    }
  if (self->pinned)
    {
      end -= SIGN;
      draw_sign (self, snapshot, "view-pin-symbolic", end, INSET_Y + 1);
      end -= GAP;
    }
  return end;
}

static void
ff_rota_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfRotaCell *self = FF_ROTA_CELL (widget);
  float width = (float) gtk_widget_get_width (widget);
  int first;
  int second;
  float y;

  if (self->slot == NULL || width <= 2 * INSET_X)
    return;
  ensure_layouts (self);
  pango_layout_get_pixel_size (self->layouts[0], NULL, &first);
  pango_layout_get_pixel_size (self->layouts[1], NULL, &second);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width,
                                                         (float) gtk_widget_get_height (widget)));
  draw_text (self, snapshot, self->layouts[0], INSET_X, INSET_Y,
             draw_marks (self, snapshot) - INSET_X);
  y = (float) (INSET_Y + first);
  draw_sign (self, snapshot, self->sign, INSET_X, y + floorf ((float) (second - SIGN) / 2));
  draw_text (self, snapshot, self->layouts[1], INSET_X + SIGN + GAP, y,
             width - 2 * INSET_X - SIGN - GAP);
  gtk_snapshot_pop (snapshot);
}

/* Another font or colour scheme. */
static void
ff_rota_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ff_rota_cell_parent_class)->css_changed (widget, change);
  forget_layouts (FF_ROTA_CELL (widget));
}

static void
ff_rota_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ff_rota_cell_parent_class)->system_setting_changed (widget, setting);
  forget_layouts (FF_ROTA_CELL (widget));
}

static void
ff_rota_cell_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (ff_rota_cell_parent_class)->direction_changed (widget, before);
  forget_layouts (FF_ROTA_CELL (widget));
}

static gboolean
ff_rota_cell_query_tooltip (GtkWidget *widget,
                            int x,
                            int y,
                            gboolean by_keyboard,
                            GtkTooltip *tooltip)
{
  FfRotaCell *self = FF_ROTA_CELL (widget);
  g_autofree char *text = NULL;

  if (self->slot == NULL)
    return FALSE;
  text = ff_rota_place_tooltip (self->rota, self->slot, self->state, self->role, self->against);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ff_rota_cell_dispose (GObject *object)
{
  FfRotaCell *self = FF_ROTA_CELL (object);

  forget_layouts (self);
  g_clear_object (&self->rota);
  g_clear_object (&self->slot);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (ff_rota_cell_parent_class)->dispose (object);
}

static void
ff_rota_cell_class_init (FfRotaCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_rota_cell_dispose;
  widget_class->snapshot = ff_rota_cell_snapshot;
  widget_class->css_changed = ff_rota_cell_css_changed;
  widget_class->system_setting_changed = ff_rota_cell_system_setting_changed;
  widget_class->direction_changed = ff_rota_cell_direction_changed;
  widget_class->query_tooltip = ff_rota_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "rota-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
ff_rota_cell_init (FfRotaCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ff_rota_cell_new:
 *
 * Returns: (transfer floating): a cell that shows nothing yet
 */
GtkWidget *
ff_rota_cell_new (void)
{
  return g_object_new (FF_TYPE_ROTA_CELL, NULL);
}

/* What is drawn. The rota is read anew after each change, and most cells say what they did. */
static gboolean
set_words (FfRotaCell *self, const char *title, const char *detail, const char *sign)
{
  gboolean changed = g_set_str (&self->title, title);

  changed |= g_set_str (&self->detail, detail);
  changed |= self->sign != sign;
  self->sign = sign;
  return changed;
}

static gboolean
show_slot (FfRotaCell *self)
{
  FfAssignment *assignment = ff_slot_get_assignment (self->slot);
  GDateTime *start = ff_occurrence_get_start (ff_slot_get_occurrence (self->slot));
  gboolean pinned = assignment != NULL && ff_assignment_get_pinned (assignment);
  gboolean changed = pinned != self->pinned;
  const char *classes[4] = { ff_rota_place_state_class (self->state), NULL };
  /* The day alone where nobody has it, as the hour stands at the line's beginning. */
  g_autofree char *title = assignment != NULL ? ff_rota_place_who (self->rota, self->slot)
                                              : g_date_time_format (start, "%-e %b");
  g_autofree char *detail = ff_rota_place_detail (self->rota, self->slot, self->state);

  changed |= set_words (self, title, detail, ff_rota_place_state_icon (self->state));
  self->pinned = pinned;
  if (self->against != 0)
    classes[1] = "against";
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  return changed;
}

static gboolean
show_none (FfRotaCell *self)
{
  const char *none[] = { "none", NULL };

  self->pinned = FALSE;
  gtk_widget_set_css_classes (GTK_WIDGET (self), none);
  return set_words (self, NULL, NULL, NULL);
}

/**
 * ff_rota_cell_show:
 * @self: a cell
 * @rows: the rota
 * @row: the line that it is in
 * @week: the week that it is in
 * @label: what a screen reader says for it
 */
void
ff_rota_cell_show (FfRotaCell *self, FfRotaRows *rows, guint row, guint week, const char *label)
{
  FfRotaRow *line;
  FfSlot *slot;
  FfHindrances against;
  gboolean changed;

  g_return_if_fail (FF_IS_ROTA_CELL (self) && FF_IS_ROTA_ROWS (rows));

  line = ff_rota_rows_get_row (rows, row);
  slot = ff_rota_row_get_slot (line, week);
  against = ff_rota_row_get_against (line, week);
  changed = (self->against != 0) != (against != 0);
  self->row = row;
  self->week = week;
  g_set_object (&self->rota, ff_rota_rows_get_rota (rows));
  g_set_object (&self->slot, slot);
  if (slot != NULL)
    self->state = ff_rota_row_get_state (line, week);
  self->against = against;
  g_set_str (&self->role, ff_rota_row_get_role (line));
  changed |= slot != NULL ? show_slot (self) : show_none (self);
  if (g_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) week + 1,
                                  -1);
  if (!changed)
    return;
  forget_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_rota_cell_get_row:
 * @self: a cell
 *
 * Returns: the line that it is in, from 0
 */
guint
ff_rota_cell_get_row (FfRotaCell *self)
{
  g_return_val_if_fail (FF_IS_ROTA_CELL (self), 0);

  return self->row;
}

/**
 * ff_rota_cell_get_week:
 * @self: a cell
 *
 * Returns: the week that it is in, from 0
 */
guint
ff_rota_cell_get_week (FfRotaCell *self)
{
  g_return_val_if_fail (FF_IS_ROTA_CELL (self), 0);

  return self->week;
}

/**
 * ff_rota_cell_get_slot:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the place that it shows
 */
FfSlot *
ff_rota_cell_get_slot (FfRotaCell *self)
{
  g_return_val_if_fail (FF_IS_ROTA_CELL (self), NULL);

  return self->slot;
}

/**
 * ff_rota_cell_get_label:
 * @self: a cell
 *
 * Returns: (transfer none): what a screen reader says for it
 */
const char *
ff_rota_cell_get_label (FfRotaCell *self)
{
  g_return_val_if_fail (FF_IS_ROTA_CELL (self), NULL);

  return self->label;
}

/**
 * ff_rota_cell_measure_height:
 * @widget: where it is to be shown
 *
 * Returns: how high a cell is in that font
 */
int
ff_rota_cell_measure_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0\n0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * INSET_Y;
}
