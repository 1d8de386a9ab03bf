/* ff-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-reader.h"

struct _FfReader
{
  /* Any thread: */
  GAsyncQueue *queue;
  GThread *thread;
  GCancellable *stopping;

  FfConnection *connection; /* the reader's thread alone */
};

typedef struct
{
  GTask *task; /* NULL: the end of the queue */
  FfReadFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} FfRead;

static void
ff_read_free (FfRead *read)
{
  if (read->free_data != NULL)
    g_clear_pointer (&read->data, read->free_data);
  g_clear_object (&read->task);
  g_free (read);
}

static void
cancel_other (GCancellable *cancellable, gpointer other)
{
  g_cancellable_cancel (other);
}

static gulong
follow (GCancellable *followed, GCancellable *follower)
{
  if (followed == NULL)
    return 0;
  return g_cancellable_connect (followed, G_CALLBACK (cancel_other), g_object_ref (follower),
                                g_object_unref);
}

static void
read_one (FfReader *self, FfRead *read)
{
  g_autoptr (GCancellable) either = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gulong by_caller = follow (g_task_get_cancellable (read->task), either);
  gulong by_stop = follow (self->stopping, either);
  gpointer result = NULL;

  g_assert (g_thread_self () == self->thread);

  ff_connection_set_cancellable (self->connection, either);
  if (!g_cancellable_set_error_if_cancelled (either, &error))
    result = read->func (self->connection, read->data, either, &error);
  ff_connection_set_cancellable (self->connection, NULL);
  if (by_caller != 0)
    g_cancellable_disconnect (g_task_get_cancellable (read->task), by_caller);
  g_cancellable_disconnect (self->stopping, by_stop);

  if (error != NULL)
    g_task_return_error (read->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (read->task, result, read->free_result);
  ff_read_free (read);
}

static gpointer
run (gpointer data)
{
  FfReader *self = data;

  for (;;)
    {
      FfRead *read = g_async_queue_pop (self->queue);

      if (read->task == NULL)
        {
          ff_read_free (read);
          break;
        }
      read_one (self, read);
    }
  ff_connection_hand_over (self->connection);
  return NULL;
}

FfReader *
ff_reader_new (FfConnection *connection)
{
  FfReader *self = g_new0 (FfReader, 1);

  self->queue = g_async_queue_new_full ((GDestroyNotify) ff_read_free);
  self->stopping = g_cancellable_new ();
  self->connection = connection;
  ff_connection_hand_over (connection);
  self->thread = g_thread_new ("fourfold-reader", run, self);
  return self;
}

void
ff_reader_push (FfReader *self,
                GTask *task,
                FfReadFunc func,
                gpointer data,
                GDestroyNotify free_data,
                GDestroyNotify free_result)
{
  FfRead *read = g_new0 (FfRead, 1);

  read->task = g_object_ref (task);
  read->func = func;
  read->data = data;
  read->free_data = free_data;
  read->free_result = free_result;
  g_async_queue_push (self->queue, read);
}

void
ff_reader_stop (FfReader *self)
{
  g_cancellable_cancel (self->stopping);
  g_async_queue_push (self->queue, g_new0 (FfRead, 1));
  g_thread_join (self->thread);
  ff_connection_free (self->connection);
  g_async_queue_unref (self->queue);
  g_object_unref (self->stopping);
  g_free (self);
}
