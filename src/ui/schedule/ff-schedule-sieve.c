/* ff-schedule-sieve.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the meetings that are wanted by their words.
 */

#include "ff-schedule-sieve.h"

#include "ff-meeting-words.h"

/**
 * ff_schedule_sieve_free:
 * @self: (transfer full): a search
 *
 * Frees it and what it holds.
 */
void
ff_schedule_sieve_free (FfScheduleSieve *self)
{
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->programmes, g_hash_table_unref);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_object (&self->shown);
  g_free (self);
}

static GPtrArray *
build_words (FfScheduleSieve *self, GCancellable *cancellable)
{
  GPtrArray *meetings = ff_schedule_get_meetings (self->schedule);
  g_autoptr (GPtrArray) words = g_ptr_array_new_full (meetings->len, g_free);

  for (guint i = 0; i < meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (meetings, i);
      FfGroup *group = ff_schedule_find_group (self->schedule, ff_meeting_get_group (meeting));
      const char *programme
          = group != NULL ? g_hash_table_lookup (self->programmes, ff_group_get_programme (group))
                          : NULL;

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_ptr_array_add (words, ff_meeting_words_build (self->schedule, meeting, programme));
    }
  return g_steal_pointer (&words);
}

/**
 * ff_schedule_sieve_sift:
 * @task: its data is the search
 * @source: (nullable): whoever searches
 * @data: the search
 * @cancellable: gives up
 *
 * Fills in what is shown, and each meeting's words where they were not known.
 */
void
ff_schedule_sieve_sift (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfScheduleSieve *self = data;
  g_autofree guint8 *chosen = NULL;

  if (self->words == NULL)
    self->words = build_words (self, cancellable);
  if (g_task_return_error_if_cancelled (task))
    return;
  chosen = g_new0 (guint8, MAX (self->words->len, 1));
  for (guint i = 0; i < self->words->len; i++)
    chosen[i] = ff_meeting_words_match (g_ptr_array_index (self->words, i),
                                        (const char *const *) self->wanted);
  self->shown = ff_schedule_choose (self->schedule, chosen);
  g_task_return_boolean (task, TRUE);
}
