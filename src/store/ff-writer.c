/* ff-writer.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-writer.h"

struct _FfWriter
{
  /* Any thread: */
  GAsyncQueue *queue;
  GThread *thread;
  FfWrittenFunc written;
  gpointer user_data;

  /* The writer's thread alone, until it has ended: */
  FfConnection *connection;
  GError *broken; /* why nothing can be written any more */
};

typedef struct
{
  GTask *task; /* NULL: the end of the queue */
  FfWrittenFunc written;
  gpointer user_data;
  FfWriteFunc func;
  FfAfterFunc after; /* NULL: nothing is to be done after it */
  gpointer data;
  GDestroyNotify free_data;
  FfChange *change;
  gboolean committed;
  GError *error;
} FfWrite;

static void
ff_write_free (FfWrite *write)
{
  if (write->free_data != NULL)
    g_clear_pointer (&write->data, write->free_data);
  g_clear_pointer (&write->change, ff_change_free);
  g_clear_error (&write->error);
  g_clear_object (&write->task);
  g_free (write);
}

static gboolean
tell_written (gpointer data)
{
  FfWrite *write = data;

  write->written (write->task, write->committed ? write->change : NULL, write->user_data);
  if (write->error == NULL)
    g_task_return_boolean (write->task, TRUE);
  else
    g_task_return_error (write->task, g_steal_pointer (&write->error));
  return G_SOURCE_REMOVE;
}

/* Through the main context and at one priority, so that the words arrive in the order of the writes. */
static void
finish_on_main_thread (FfWrite *write)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[fourfold] written");
  g_source_set_callback (source, tell_written, write, (GDestroyNotify) ff_write_free);
  g_source_attach (source, g_task_get_context (write->task));
}

static void
roll_back (FfWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (ff_connection_rollback (self->connection, &error))
    return;
  g_warning ("A transaction could not be rolled back: %s", error->message);
  self->broken = g_steal_pointer (&error);
}

static void
write_one (FfWriter *self, FfWrite *write)
{
  g_assert (g_thread_self () == self->thread);

  if (self->broken != NULL)
    write->error = g_error_copy (self->broken);
  else if (ff_connection_begin (self->connection, &write->error))
    {
      if (!write->func (self->connection, write->data, write->change, &write->error)
          || !ff_connection_commit (self->connection, &write->error))
        roll_back (self);
      else
        {
          write->committed = TRUE;
          if (write->after != NULL)
            write->after (self->connection, write->data, &write->error);
        }
    }
  /* Not left to be freed on the main thread: it may be large, and it may hold what people said. */
  if (write->free_data != NULL)
    g_clear_pointer (&write->data, write->free_data);
  finish_on_main_thread (write);
}

static gpointer
run (gpointer data)
{
  FfWriter *self = data;

  for (;;)
    {
      FfWrite *write = g_async_queue_pop (self->queue);

      if (write->task == NULL)
        {
          ff_write_free (write);
          break;
        }
      write_one (self, write);
    }
  ff_connection_hand_over (self->connection);
  return NULL;
}

FfWriter *
ff_writer_new (FfConnection *connection, FfWrittenFunc written, gpointer user_data)
{
  FfWriter *self = g_new0 (FfWriter, 1);

  self->queue = g_async_queue_new_full ((GDestroyNotify) ff_write_free);
  self->connection = connection;
  self->written = written;
  self->user_data = user_data;
  ff_connection_hand_over (connection);
  /* The queue is empty until this returns, so the thread's own assertions find the field set. */
  self->thread = g_thread_new ("fourfold-writer", run, self);
  return self;
}

void
ff_writer_push (FfWriter *self,
                GTask *task,
                FfWriteFunc func,
                FfAfterFunc after,
                gpointer data,
                GDestroyNotify free_data)
{
  FfWrite *write = g_new0 (FfWrite, 1);

  write->task = g_object_ref (task);
  write->written = self->written;
  write->user_data = self->user_data;
  write->func = func;
  write->after = after;
  write->data = data;
  write->free_data = free_data;
  write->change = ff_change_new ();
  g_async_queue_push (self->queue, write);
}

FfConnection *
ff_writer_stop (FfWriter *self)
{
  FfConnection *connection;

  g_async_queue_push (self->queue, g_new0 (FfWrite, 1));
  g_thread_join (self->thread);
  connection = self->connection;
  g_async_queue_unref (self->queue);
  g_clear_error (&self->broken);
  g_free (self);
  return connection;
}
