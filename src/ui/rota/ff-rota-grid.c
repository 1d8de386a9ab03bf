/* ff-rota-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weeks side by side, the places of each meeting below each other: to go through by keyboard, and to drag people in.
 */

#include "ff-config.h"

#include "ff-rota-grid-private.h"

typedef enum
{
  PROP_SLOT = 1,
  PROP_MENU,
  /* of GtkScrollable */
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} FfRotaGridProps;

static GParamSpec *properties[PROP_MENU + 1];

enum
{
  OPENED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (FfRotaGrid,
                               ff_rota_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
ff_rota_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);

  ff_rota_grid_measure_font (self);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = self->head_height + self->row_height;
      *natural = self->head_height + (int) ff_rota_grid_count_rows (self) * self->row_height;
    }
  else
    {
      *minimum = 2 * self->least_width;
      *natural = self->side_width + (int) ff_rota_grid_count_weeks (self) * self->least_width;
    }
  *natural = MAX (*natural, *minimum);
}

static void
ff_rota_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint weeks = MAX (ff_rota_grid_count_weeks (self), 1);
  int page;
  int body_height = MAX (height - self->head_height, 0);
  graphene_point_t at;

  self->allocating = TRUE;
  ff_rota_grid_measure_font (self);
  self->side_width = MIN (self->side_width, width * 2 / 5);
  page = width - self->side_width;
  self->column_width = MAX (self->least_width, page / (int) weeks);
  ff_rota_grid_configure (self, GTK_ORIENTATION_HORIZONTAL, page, (int) weeks * self->column_width,
                          self->column_width);
  ff_rota_grid_configure (self, GTK_ORIENTATION_VERTICAL, body_height,
                          (int) ff_rota_grid_count_rows (self) * self->row_height,
                          self->row_height);
  at = GRAPHENE_POINT_INIT (mirrored ? 0 : (float) self->side_width, (float) self->head_height);
  gtk_widget_allocate (self->frame, width, height, -1, NULL);
  gtk_widget_allocate (self->body, page, body_height, -1, gsk_transform_translate (NULL, &at));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  self->allocating = FALSE;
  ff_rota_grid_queue_update (self);
}

static void
ff_rota_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);

  GTK_WIDGET_CLASS (ff_rota_grid_parent_class)->css_changed (widget, change);
  self->line_height = 0;
  gtk_widget_queue_resize (widget);
}

static void
ff_rota_grid_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  FfRotaGrid *self = FF_ROTA_GRID (widget);

  GTK_WIDGET_CLASS (ff_rota_grid_parent_class)->system_setting_changed (widget, setting);
  self->line_height = 0;
  gtk_widget_queue_resize (widget);
}

static void
ff_rota_grid_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaGrid *self = FF_ROTA_GRID (object);

  switch ((FfRotaGridProps) prop_id)
    {
    case PROP_SLOT:
      g_value_set_object (value, ff_rota_grid_get_slot (self));
      break;

    case PROP_MENU:
      g_value_set_object (value, self->menu_model);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_grid_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfRotaGrid *self = FF_ROTA_GRID (object);

  switch ((FfRotaGridProps) prop_id)
    {
    case PROP_MENU:
      g_set_object (&self->menu_model, g_value_get_object (value));
      break;

    case PROP_HADJUSTMENT:
      ff_rota_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      ff_rota_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    case PROP_SLOT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_grid_dispose (GObject *object)
{
  FfRotaGrid *self = FF_ROTA_GRID (object);
  GtkWidget *child;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_model);
  self->target = NULL;
  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  if (self->body != NULL)
    while ((child = gtk_widget_get_first_child (self->body)) != NULL)
      gtk_widget_unparent (child);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  ff_rota_grid_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  ff_rota_grid_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ff_rota_grid_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_SLOT]
      = g_param_spec_object ("slot", NULL, NULL, FF_TYPE_SLOT,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] = g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
ff_rota_grid_class_init (FfRotaGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_rota_grid_dispose;
  object_class->get_property = ff_rota_grid_get_property;
  object_class->set_property = ff_rota_grid_set_property;
  widget_class->measure = ff_rota_grid_measure;
  widget_class->size_allocate = ff_rota_grid_size_allocate;
  widget_class->css_changed = ff_rota_grid_css_changed;
  widget_class->system_setting_changed = ff_rota_grid_system_setting_changed;

  install_properties (object_class);
  signals[OPENED] = g_signal_new ("opened", FF_TYPE_ROTA_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_SLOT);
  signals[DROPPED] = g_signal_new ("dropped", FF_TYPE_ROTA_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, FF_TYPE_SLOT, G_TYPE_OBJECT);
  ff_rota_grid_keys_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rota-grid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ff_rota_grid_init (FfRotaGrid *self)
{
  self->current = -1;
  self->bound = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->frame = ff_rota_grid_make_frame ();
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  self->body = ff_rota_grid_make_body ();
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  ff_rota_grid_pointer_init (self);
}

/**
 * ff_rota_grid_show:
 * @self: a grid
 * @rows: what it shows
 * @current: the week that it is now, from 0; -1 if it is not among them
 */
void
ff_rota_grid_show (FfRotaGrid *self, FfRotaRows *rows, int current)
{
  g_autoptr (FfSlot) before = NULL;
  gboolean had_focus;
  guint row;
  guint week;

  g_return_if_fail (FF_IS_ROTA_GRID (self) && FF_IS_ROTA_ROWS (rows));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_set_object (&before, ff_rota_grid_get_slot (self));
  self->showing
      = self->rows == NULL
        || ff_wall_time_compare (ff_rota_rows_get_first (self->rows), ff_rota_rows_get_first (rows))
               != 0;
  g_set_object (&self->rows, rows);
  self->current = current;
  if (before != NULL && ff_rota_rows_find (rows, before, &row, &week))
    {
      self->row = row;
      self->week = week;
    }
  else if (self->showing)
    self->week = (guint) MAX (current, 0);
  self->row = MIN (self->row, MAX (ff_rota_grid_count_rows (self), 1) - 1);
  ff_rota_grid_bind_anew (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT,
                                  (int) ff_rota_grid_count_rows (self),
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT,
                                  (int) ff_rota_grid_count_weeks (self), -1);
  ff_rota_grid_update_cells (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  ff_rota_grid_notify_slot (self);
  if (had_focus)
    ff_rota_grid_focus_cursor (self);
}

/**
 * ff_rota_grid_get_rows:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FfRotaRows *
ff_rota_grid_get_rows (FfRotaGrid *self)
{
  g_return_val_if_fail (FF_IS_ROTA_GRID (self), NULL);

  return self->rows;
}

/**
 * ff_rota_grid_get_slot:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the place where the keyboard is
 */
FfSlot *
ff_rota_grid_get_slot (FfRotaGrid *self)
{
  g_return_val_if_fail (FF_IS_ROTA_GRID (self), NULL);

  if (self->row >= ff_rota_grid_count_rows (self))
    return NULL;
  return ff_rota_row_get_slot (ff_rota_rows_get_row (self->rows, self->row), self->week);
}

/* What the other parts tell with. */
void
ff_rota_grid_emit_opened (FfRotaGrid *self)
{
  FfSlot *slot = ff_rota_grid_get_slot (self);

  if (slot != NULL)
    g_signal_emit (self, signals[OPENED], 0, slot);
}

void
ff_rota_grid_emit_dropped (FfRotaGrid *self, FfSlot *slot, GObject *what)
{
  g_signal_emit (self, signals[DROPPED], 0, slot, what);
}

void
ff_rota_grid_notify_slot (FfRotaGrid *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}
