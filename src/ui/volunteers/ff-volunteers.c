/* ff-volunteers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads volunteers on the reader's thread; of what is read again only the part that differs changes in the list. Neither making nor
 * freeing thousands of rows holds the main thread: they come as one array and go as one, freed in another thread.
 */

#include "ff-config.h"

#include "ff-volunteers.h"

struct _FfVolunteers
{
  GObject parent_instance;

  FfStore *store;
  FfClock *clock;
  FfVolunteerFilter filter; /* its texts are ours */
  GPtrArray *rows;
  GCancellable *reading; /* (nullable) */
  gboolean is_chosen;    /* others are looked for than those shown */
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_READ,
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void ff_volunteers_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfVolunteers,
                               ff_volunteers,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ff_volunteers_list_model_init))

/* --- As a list --- */

static GType
ff_volunteers_get_item_type (GListModel *model)
{
  return FF_TYPE_VOLUNTEER_ROW;
}

static guint
ff_volunteers_get_n_items (GListModel *model)
{
  return FF_VOLUNTEERS (model)->rows->len;
}

static gpointer
ff_volunteers_get_item (GListModel *model, guint position)
{
  FfVolunteers *self = FF_VOLUNTEERS (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
ff_volunteers_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ff_volunteers_get_item_type;
  iface->get_n_items = ff_volunteers_get_n_items;
  iface->get_item = ff_volunteers_get_item;
}

/* --- What changed --- */

static gboolean
is_same_time (const FfWallTime *left, const FfWallTime *right)
{
  if (left == NULL || right == NULL)
    return left == right;
  return ff_wall_time_compare (left, right) == 0;
}

static gboolean
is_same (FfVolunteerRow *left, FfVolunteerRow *right)
{
  return g_str_equal (ff_volunteer_row_get_uid (left), ff_volunteer_row_get_uid (right))
         && g_str_equal (ff_volunteer_row_get_name (left), ff_volunteer_row_get_name (right))
         && g_str_equal (ff_volunteer_row_get_pronouns (left),
                         ff_volunteer_row_get_pronouns (right))
         && ff_volunteer_row_get_serving (left) == ff_volunteer_row_get_serving (right)
         && g_strv_equal (ff_volunteer_row_get_roles (left), ff_volunteer_row_get_roles (right))
         && g_strcmp0 (ff_volunteer_row_get_training (left), ff_volunteer_row_get_training (right))
                == 0
         && g_strcmp0 (ff_volunteer_row_get_away_until (left),
                       ff_volunteer_row_get_away_until (right))
                == 0
         && is_same_time (ff_volunteer_row_get_next_duty (left),
                          ff_volunteer_row_get_next_duty (right))
         && is_same_time (ff_volunteer_row_get_last_duty (left),
                          ff_volunteer_row_get_last_duty (right));
}

static void
free_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_ptr_array_unref (data);
  g_task_return_boolean (task, TRUE);
}

/* @rows: (transfer full) */
static void
free_elsewhere (GPtrArray *rows)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, rows, NULL);
  g_task_run_in_thread (task, free_in_thread);
}

/* A row that says the same stays the same object. */
static gboolean
keep_if_same (gpointer *known, gpointer *read)
{
  gpointer row = *known;

  if (!is_same (row, *read))
    return FALSE;
  *known = *read;
  *read = row;
  return TRUE;
}

/* @rows: (transfer full) */
static void
take (FfVolunteers *self, GPtrArray *rows)
{
  GPtrArray *known = self->rows;
  guint before = 0, after = 0, least = MIN (known->len, rows->len);

  while (before < least && keep_if_same (&known->pdata[before], &rows->pdata[before]))
    before++;
  while (
      after < least - before
      && keep_if_same (&known->pdata[known->len - 1 - after], &rows->pdata[rows->len - 1 - after]))
    after++;
  self->rows = rows;
  if (known->len > before + after || rows->len > before + after)
    g_list_model_items_changed (G_LIST_MODEL (self), before, known->len - before - after,
                                rows->len - before - after);
  free_elsewhere (known);
}

/* --- Reading --- */

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfVolunteers) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows
      = ff_volunteer_repository_list_finish (FF_STORE (source), result, &error);

  /* Others are being read instead. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  if (rows == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_TROUBLE], 0, error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, self->is_chosen);
  self->is_chosen = FALSE;
  take (self, g_steal_pointer (&rows));
  g_signal_emit (self, signals[SIGNAL_READ], 0);
}

static void
stop (FfVolunteers *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
free_filter (FfVolunteers *self)
{
  g_free ((char *) self->filter.words);
  g_free ((char *) self->filter.group);
  g_free ((char *) self->filter.role);
  g_free ((char *) self->filter.programme);
}

static void
ff_volunteers_dispose (GObject *object)
{
  FfVolunteers *self = FF_VOLUNTEERS (object);

  stop (self);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_volunteers_parent_class)->dispose (object);
}

static void
ff_volunteers_finalize (GObject *object)
{
  FfVolunteers *self = FF_VOLUNTEERS (object);

  free_filter (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_volunteers_parent_class)->finalize (object);
}

static void
ff_volunteers_class_init (FfVolunteersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_volunteers_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_volunteers_finalize;

  signals[SIGNAL_FOUND] = g_signal_new ("found", FF_TYPE_VOLUNTEERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_READ] = g_signal_new ("read", FF_TYPE_VOLUNTEERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TROUBLE]
      = g_signal_new ("trouble", FF_TYPE_VOLUNTEERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ff_volunteers_init (FfVolunteers *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->filter.serving = FF_SERVING_ANY;
}

/**
 * ff_volunteers_new:
 * @store: where they are
 * @clock: what time it is
 *
 * Returns: (transfer full): nobody yet; see ff_volunteers_choose()
 */
FfVolunteers *
ff_volunteers_new (FfStore *store, FfClock *clock)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_CLOCK (clock), NULL);

  FfVolunteers *self = g_object_new (FF_TYPE_VOLUNTEERS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  return self;
}

/**
 * ff_volunteers_choose:
 * @self: volunteers
 * @filter: whom to look for
 *
 * Reads them; those shown stay until the others are there.
 */
void
ff_volunteers_choose (FfVolunteers *self, const FfVolunteerFilter *filter)
{
  g_return_if_fail (FF_IS_VOLUNTEERS (self));
  g_return_if_fail (filter != NULL);

  free_filter (self);
  self->filter = *filter;
  self->filter.words = g_strdup (filter->words);
  self->filter.group = g_strdup (filter->group);
  self->filter.role = g_strdup (filter->role);
  self->filter.programme = g_strdup (filter->programme);
  self->is_chosen = TRUE;
  ff_volunteers_read_again (self);
}

/**
 * ff_volunteers_read_again:
 * @self: volunteers
 *
 * Reads them once more, after something was written.
 */
void
ff_volunteers_read_again (FfVolunteers *self)
{
  g_return_if_fail (FF_IS_VOLUNTEERS (self));

  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);

  stop (self);
  self->reading = g_cancellable_new ();
  ff_volunteer_repository_list_async (self->store, &self->filter, now, self->reading, on_listed,
                                      g_object_ref (self));
}
