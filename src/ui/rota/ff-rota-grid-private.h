/* ff-rota-grid-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the rota grid share: its cells, its head and first column, the keyboard and the pointer.
 */

#pragma once

#include "ff-rota-grid.h"

G_BEGIN_DECLS

struct _FfRotaGrid
{
  GtkWidget parent_instance;

  FfRotaRows *rows; /* (nullable) */
  int current;      /* week, or -1 */
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  GtkWidget *frame;  /* its head, first column and lines, drawn by themselves: they stay while cells change */
  GtkWidget *body;   /* what scrolls; has the cells */
  GHashTable *bound; /* number of a cell → FfRotaCell */
  GPtrArray *spare;  /* (element-type FfRotaCell) hidden ones */
  GMenuModel *menu_model; /* (nullable) */
  GtkWidget *menu;        /* (nullable): made when it is first opened */
  guint row; /* where the keyboard is */
  guint week;
  FfRotaCell *target; /* what something is dragged over */
  guint updating;     /* tick callback */
  gboolean allocating;
  gboolean showing;  /* the cursor is to be scrolled to once there is a size */
  gboolean focusing; /* and to have the focus */

  int line_height;
  int row_height;
  int column_width;
  int least_width; /* of a column */
  int side_width;  /* of the first column */
  int role_width;  /* of the roles in it */
  int head_height;
};

/* Where things are */
void        ff_rota_grid_measure_font (FfRotaGrid      *self);
guint       ff_rota_grid_count_rows   (FfRotaGrid      *self);
guint       ff_rota_grid_count_weeks  (FfRotaGrid      *self);
/* From the left of all that can be scrolled to. */
int         ff_rota_grid_get_x        (FfRotaGrid      *self,
                                       guint            week);
double      ff_rota_grid_get_value    (FfRotaGrid      *self,
                                       GtkOrientation   orientation);
void        ff_rota_grid_scroll_to    (FfRotaGrid      *self,
                                       guint            row,
                                       guint            week);
void        ff_rota_grid_set_adjustment (FfRotaGrid    *self,
                                       GtkOrientation   orientation,
                                       GtkAdjustment   *adjustment); /* (nullable) */
void        ff_rota_grid_configure    (FfRotaGrid      *self,
                                       GtkOrientation   orientation,
                                       int              page,
                                       int              whole,
                                       int              step);
FfRotaCell *ff_rota_grid_pick         (FfRotaGrid      *self,
                                       double           x,
                                       double           y);

/* The cells */
GtkWidget  *ff_rota_grid_make_body    (void);
void        ff_rota_grid_update_cells (FfRotaGrid      *self);
/* With the next frame: not while it is being allocated. */
void        ff_rota_grid_queue_update (FfRotaGrid      *self);
FfRotaCell *ff_rota_grid_ensure_cell  (FfRotaGrid      *self,
                                       guint            row,
                                       guint            week);
/* Each shows what is there now. */
void        ff_rota_grid_bind_anew    (FfRotaGrid      *self);

/* Drawing */
GtkWidget  *ff_rota_grid_make_frame   (void);

/* The keyboard and the pointer */
void        ff_rota_grid_keys_class_init (GtkWidgetClass *widget_class);
void        ff_rota_grid_pointer_init (FfRotaGrid      *self);
void        ff_rota_grid_set_cursor   (FfRotaGrid      *self,
                                       guint            row,
                                       guint            week);
void        ff_rota_grid_focus_cursor (FfRotaGrid      *self);

/* Signals and properties */
void        ff_rota_grid_emit_opened  (FfRotaGrid      *self);
void        ff_rota_grid_emit_dropped (FfRotaGrid      *self,
                                       FfSlot          *slot,
                                       GObject         *what);
void        ff_rota_grid_notify_slot  (FfRotaGrid      *self);

G_END_DECLS
