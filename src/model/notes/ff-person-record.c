/* ff-person-record.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-person-record.h"

struct _FfPersonRecord
{
  GObject parent_instance;

  FfParticipant *participant;
  FfGroup *group;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (FfPersonRecord, ff_person_record, G_TYPE_OBJECT)

/**
 * ff_person_entry_new:
 * @session: where it was
 *
 * Returns: (transfer full): one without anything said yet
 */
FfPersonEntry *
ff_person_entry_new (FfSession *session)
{
  FfPersonEntry *entry = g_new0 (FfPersonEntry, 1);

  entry->session = g_object_ref (session);
  entry->plan = g_ptr_array_new_with_free_func (g_object_unref);
  entry->reviewed = g_ptr_array_new_with_free_func (g_object_unref);
  return entry;
}

void
ff_person_entry_free (FfPersonEntry *entry)
{
  g_clear_object (&entry->session);
  g_clear_object (&entry->check_in);
  g_ptr_array_unref (entry->plan);
  g_ptr_array_unref (entry->reviewed);
  g_free (entry);
}

static void
ff_person_record_finalize (GObject *object)
{
  FfPersonRecord *self = FF_PERSON_RECORD (object);

  g_clear_object (&self->participant);
  g_clear_object (&self->group);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_person_record_parent_class)->finalize (object);
}

static void
ff_person_record_class_init (FfPersonRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_person_record_finalize;
}

static void
ff_person_record_init (FfPersonRecord *self)
{
}

/**
 * ff_person_record_new:
 * @entries: (transfer full) (element-type FfPersonEntry): latest first
 *
 * Returns: (transfer full): what is never changed afterwards
 */
FfPersonRecord *
ff_person_record_new (FfParticipant *participant, FfGroup *group, GPtrArray *entries)
{
  FfPersonRecord *self = g_object_new (FF_TYPE_PERSON_RECORD, NULL);

  self->participant = g_object_ref (participant);
  self->group = g_object_ref (group);
  self->entries = entries;
  return self;
}

/**
 * ff_person_record_get_participant:
 *
 * Returns: (transfer none): who it is about
 */
FfParticipant *
ff_person_record_get_participant (FfPersonRecord *self)
{
  g_return_val_if_fail (FF_IS_PERSON_RECORD (self), NULL);

  return self->participant;
}

/**
 * ff_person_record_get_group:
 *
 * Returns: (transfer none): the group they come to
 */
FfGroup *
ff_person_record_get_group (FfPersonRecord *self)
{
  g_return_val_if_fail (FF_IS_PERSON_RECORD (self), NULL);

  return self->group;
}

/**
 * ff_person_record_get_entries:
 *
 * Returns: (transfer none) (element-type FfPersonEntry): latest first
 */
GPtrArray *
ff_person_record_get_entries (FfPersonRecord *self)
{
  g_return_val_if_fail (FF_IS_PERSON_RECORD (self), NULL);

  return self->entries;
}
