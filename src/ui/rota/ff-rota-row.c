/* ff-rota-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the rota grid: a place of a role at a meeting, week by week.
 */

#include "ff-config.h"

#include "ff-rota-row.h"

typedef struct
{
  FfSlot *slot; /* (nullable) */
  FfRotaState state;
  FfHindrances against;
} Cell;

struct _FfRotaRow
{
  GObject parent_instance;

  char *meeting;
  char *title;
  char *when;
  char *role;
  guint n_weeks;
  Cell *cells;
};

G_DEFINE_FINAL_TYPE (FfRotaRow, ff_rota_row, G_TYPE_OBJECT)

static void
ff_rota_row_finalize (GObject *object)
{
  FfRotaRow *self = FF_ROTA_ROW (object);

  for (guint i = 0; i < self->n_weeks; i++)
    g_clear_object (&self->cells[i].slot);
  g_free (self->cells);
  g_free (self->meeting);
  g_free (self->title);
  g_free (self->when);
  g_free (self->role);

  G_OBJECT_CLASS (ff_rota_row_parent_class)->finalize (object);
}

static void
ff_rota_row_class_init (FfRotaRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_rota_row_finalize;
}

static void
ff_rota_row_init (FfRotaRow *self)
{
}

/**
 * ff_rota_row_new:
 * @n_weeks: how many weeks are shown
 * @meeting: the meeting's uid
 * @title: its name
 * @when: its day and hour, in words
 * @role: the role, in words
 *
 * Returns: (transfer full): a line without any place
 */
FfRotaRow *
ff_rota_row_new (guint n_weeks,
                 const char *meeting,
                 const char *title,
                 const char *when,
                 const char *role)
{
  FfRotaRow *self;

  g_return_val_if_fail (meeting != NULL && title != NULL && when != NULL && role != NULL, NULL);

  self = g_object_new (FF_TYPE_ROTA_ROW, NULL);
  self->n_weeks = n_weeks;
  self->cells = g_new0 (Cell, n_weeks);
  self->meeting = g_strdup (meeting);
  self->title = g_strdup (title);
  self->when = g_strdup (when);
  self->role = g_strdup (role);
  return self;
}

/**
 * ff_rota_row_get_title:
 * @self: a line
 *
 * Returns: (transfer none): the meeting's or its group's name
 */
const char *
ff_rota_row_get_title (FfRotaRow *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), NULL);

  return self->title;
}

/**
 * ff_rota_row_get_when:
 * @self: a line
 *
 * Returns: (transfer none): the day and hour, like "Tuesday 18:00"
 */
const char *
ff_rota_row_get_when (FfRotaRow *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), NULL);

  return self->when;
}

/**
 * ff_rota_row_get_role:
 * @self: a line
 *
 * Returns: (transfer none): the role, with a number where there are several places of it
 */
const char *
ff_rota_row_get_role (FfRotaRow *self)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), NULL);

  return self->role;
}

/**
 * ff_rota_row_is_beside:
 * @self: a line
 * @other: (nullable): the one before or after it
 *
 * Returns: whether both are of one meeting at one hour
 */
gboolean
ff_rota_row_is_beside (FfRotaRow *self, FfRotaRow *other)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), FALSE);

  return other != NULL && g_str_equal (self->meeting, other->meeting)
         && g_str_equal (self->when, other->when);
}

/**
 * ff_rota_row_get_slot:
 * @self: a line
 * @week: which week, from 0
 *
 * Returns: (transfer none) (nullable): the place
 */
FfSlot *
ff_rota_row_get_slot (FfRotaRow *self, guint week)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), NULL);

  return week < self->n_weeks ? self->cells[week].slot : NULL;
}

/**
 * ff_rota_row_get_state:
 * @self: a line
 * @week: which week, from 0; one in which there is a place
 *
 * Returns: what the place looks like
 */
FfRotaState
ff_rota_row_get_state (FfRotaRow *self, guint week)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self) && week < self->n_weeks, FF_ROTA_EMPTY);
  g_return_val_if_fail (self->cells[week].slot != NULL, FF_ROTA_EMPTY);

  return self->cells[week].state;
}

/**
 * ff_rota_row_get_against:
 * @self: a line
 * @week: which week, from 0
 *
 * Returns: what speaks against whoever has the place; 0 where nothing does or nobody has it
 */
FfHindrances
ff_rota_row_get_against (FfRotaRow *self, guint week)
{
  g_return_val_if_fail (FF_IS_ROTA_ROW (self), 0);

  return week < self->n_weeks ? self->cells[week].against : 0;
}

/**
 * ff_rota_row_set_slot:
 * @self: a line that is being made
 * @week: which week, from 0
 * @slot: the place
 * @state: what it looks like
 * @against: what speaks against whoever has it
 */
void
ff_rota_row_set_slot (FfRotaRow *self,
                      guint week,
                      FfSlot *slot,
                      FfRotaState state,
                      FfHindrances against)
{
  g_return_if_fail (FF_IS_ROTA_ROW (self) && week < self->n_weeks);
  g_return_if_fail (FF_IS_SLOT (slot));

  g_set_object (&self->cells[week].slot, slot);
  self->cells[week].state = state;
  self->cells[week].against = against;
}
