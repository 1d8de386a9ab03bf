/* ff-agenda-source.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an agenda is made from: meetings, what is different on some dates and the groups, as last read from the store.
 */

#include "ff-config.h"

#include "ff-agenda-source.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"

struct _FfAgendaSource
{
  FfStore *store;
  char *group;           /* NULL for all groups */
  GPtrArray *meetings;   /* NULL until they are read */
  GHashTable *overrides; /* meeting uid → GPtrArray of FfOverride */
  GHashTable *groups;    /* uid → FfGroup; NULL until they are read */
  FfUnusable *unusable;
  char *problem; /* (nullable): why the last read failed */
};

static void
read_groups (FfAgendaSource *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = ff_group_repository_list (self->store, &error);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  if (groups == NULL)
    {
      g_set_str (&self->problem, error->message);
      return;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);
      g_hash_table_insert (self->groups, (gpointer) ff_group_get_uid (group), g_object_ref (group));
    }
}

static void
add_override (FfAgendaSource *self, FfOverride *override)
{
  const char *uid = ff_override_get_meeting (override);
  GPtrArray *list = g_hash_table_lookup (self->overrides, uid);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->overrides, g_strdup (uid), list);
    }
  g_ptr_array_add (list, g_object_ref (override));
}

static void
read_overrides (FfAgendaSource *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) overrides
      = ff_meeting_repository_list_overrides (self->store, self->group, &error);

  g_clear_pointer (&self->overrides, g_hash_table_unref);
  self->overrides
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (overrides == NULL)
    g_set_str (&self->problem, error->message);
  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    add_override (self, g_ptr_array_index (overrides, i));
}

static gboolean
is_of_group (FfAgendaSource *self, FfMeeting *meeting)
{
  return self->group == NULL || g_strcmp0 (self->group, ff_meeting_get_group (meeting)) == 0;
}

static void
reread_meeting (FfAgendaSource *self, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMeeting) meeting = ff_meeting_repository_get (self->store, uid, &error);

  if (error != NULL)
    g_set_str (&self->problem, error->message);
  ff_unusable_remove (self->unusable, uid);
  for (guint i = 0; i < self->meetings->len; i++)
    if (g_str_equal (ff_meeting_get_uid (g_ptr_array_index (self->meetings, i)), uid))
      {
        g_ptr_array_remove_index (self->meetings, i);
        break;
      }
  if (meeting != NULL && is_of_group (self, meeting))
    g_ptr_array_add (self->meetings, g_steal_pointer (&meeting));
}

/**
 * ff_agenda_source_new:
 * @store: where the meetings are
 *
 * Returns: (transfer full): a source for all groups, with nothing read yet
 */
FfAgendaSource *
ff_agenda_source_new (FfStore *store)
{
  FfAgendaSource *self = g_new0 (FfAgendaSource, 1);

  self->store = g_object_ref (store);
  self->unusable = ff_unusable_new ();
  return self;
}

void
ff_agenda_source_free (FfAgendaSource *self)
{
  g_clear_object (&self->store);
  g_free (self->group);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->overrides, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  ff_unusable_free (self->unusable);
  g_free (self->problem);
  g_free (self);
}

/**
 * ff_agenda_source_set_group:
 * @group: (nullable): the uid of the group whose meetings to read from now on; %NULL for all groups
 *
 * Returns: whether that is another one than before
 */
gboolean
ff_agenda_source_set_group (FfAgendaSource *self, const char *group)
{
  return g_set_str (&self->group, group);
}

/**
 * ff_agenda_source_is_read:
 *
 * Returns: whether meetings were read since ff_agenda_source_forget()
 */
gboolean
ff_agenda_source_is_read (FfAgendaSource *self)
{
  return self->meetings != NULL;
}

/**
 * ff_agenda_source_read:
 *
 * Reads the meetings and what is different on some dates. Where they cannot be read there are none, and a problem.
 */
void
ff_agenda_source_read (FfAgendaSource *self)
{
  g_autoptr (GError) error = NULL;

  ff_agenda_source_forget (self);
  self->meetings = ff_meeting_repository_list (self->store, self->group, &error);
  if (self->meetings == NULL)
    {
      g_set_str (&self->problem, error->message);
      self->meetings = g_ptr_array_new_with_free_func (g_object_unref);
    }
  read_overrides (self);
}

/**
 * ff_agenda_source_reread:
 * @meetings: the uids of meetings that were added, changed or deleted, or have other dates
 *
 * Reads only these again, after ff_agenda_source_read().
 */
void
ff_agenda_source_reread (FfAgendaSource *self, const char *const *meetings)
{
  g_return_if_fail (self->meetings != NULL);

  for (guint i = 0; meetings[i] != NULL; i++)
    reread_meeting (self, meetings[i]);
  read_overrides (self);
}

void
ff_agenda_source_forget (FfAgendaSource *self)
{
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);
  ff_unusable_clear (self->unusable);
}

void
ff_agenda_source_forget_groups (FfAgendaSource *self)
{
  g_clear_pointer (&self->groups, g_hash_table_unref);
}

/**
 * ff_agenda_source_count:
 *
 * Returns: how many meetings were read
 */
guint
ff_agenda_source_count (FfAgendaSource *self)
{
  return self->meetings != NULL ? self->meetings->len : 0;
}

/**
 * ff_agenda_source_get:
 * @position: less than ff_agenda_source_count()
 *
 * Returns: (transfer none): a meeting, in no order
 */
FfMeeting *
ff_agenda_source_get (FfAgendaSource *self, guint position)
{
  g_return_val_if_fail (position < ff_agenda_source_count (self), NULL);

  return g_ptr_array_index (self->meetings, position);
}

/**
 * ff_agenda_source_collect:
 * @meeting: one of the meetings
 * @from: the first instant
 * @until: the instant after the last one
 * @into: (element-type FfOccurrence): where its dates are added
 *
 * A meeting with a zone or a rule that cannot be used must not hide the others: it has no dates, and is
 * remembered.
 */
void
ff_agenda_source_collect (FfAgendaSource *self,
                          FfMeeting *meeting,
                          GDateTime *from,
                          GDateTime *until,
                          GPtrArray *into)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = ff_meeting_list_occurrences (
      meeting, g_hash_table_lookup (self->overrides, ff_meeting_get_uid (meeting)), NULL, from,
      until, &error);

  if (found == NULL)
    ff_unusable_add (self->unusable, meeting, error);
  else
    g_ptr_array_extend (into, found, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}

/**
 * ff_agenda_source_find_group:
 * @uid: a group's uid
 *
 * Returns: (nullable) (transfer none): the group, valid until the groups are forgotten
 */
FfGroup *
ff_agenda_source_find_group (FfAgendaSource *self, const char *uid)
{
  if (self->groups == NULL)
    read_groups (self);
  return g_hash_table_lookup (self->groups, uid);
}

/**
 * ff_agenda_source_get_unusable:
 *
 * Returns: (transfer none): the meetings of which no dates could be collected
 */
FfUnusable *
ff_agenda_source_get_unusable (FfAgendaSource *self)
{
  return self->unusable;
}

/**
 * ff_agenda_source_get_problem:
 *
 * Returns: (nullable) (transfer none): why something could not be read since ff_agenda_source_forget(), in words; %NULL where all could
 */
const char *
ff_agenda_source_get_problem (FfAgendaSource *self)
{
  return self->problem;
}
