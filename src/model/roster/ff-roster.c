/* ff-roster.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everybody and everything that a rota is made from, as it was at one moment.
 */

#include "ff-roster.h"

#include <string.h>

struct _FfRoster
{
  GObject parent_instance;

  GPtrArray *volunteers;
  GPtrArray *roles;
  GPtrArray *requirements;
  GPtrArray *needs;
  GHashTable *needs_of;  /* "uid uid" of a group and a meeting, or "uid" → array of @needs */
  GHashTable *apart;     /* "uid uid", the lesser first → both */
  GHashTable *by_uid[3]; /* uid → object of the array above */
};

enum
{
  VOLUNTEER,
  ROLE,
  REQUIREMENT,
};

G_DEFINE_FINAL_TYPE (FfRoster, ff_roster, G_TYPE_OBJECT)

static void
ff_roster_finalize (GObject *object)
{
  FfRoster *self = FF_ROSTER (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->by_uid); i++)
    g_clear_pointer (&self->by_uid[i], g_hash_table_unref);
  g_clear_pointer (&self->volunteers, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->needs_of, g_hash_table_unref);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_clear_pointer (&self->apart, g_hash_table_unref);

  G_OBJECT_CLASS (ff_roster_parent_class)->finalize (object);
}

static void
ff_roster_class_init (FfRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_roster_finalize;
}

static void
ff_roster_init (FfRoster *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->by_uid); i++)
    self->by_uid[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->volunteers = g_ptr_array_new_with_free_func (g_object_unref);
  self->roles = g_ptr_array_new_with_free_func (g_object_unref);
  self->requirements = g_ptr_array_new_with_free_func (g_object_unref);
  self->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
  self->needs_of
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->apart
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
}

/**
 * ff_roster_new:
 *
 * Returns: (transfer full): one without anybody
 */
FfRoster *
ff_roster_new (void)
{
  return g_object_new (FF_TYPE_ROSTER, NULL);
}

/**
 * ff_roster_take_volunteer:
 * @volunteer: (transfer full)
 */
void
ff_roster_take_volunteer (FfRoster *self, FfVolunteer *volunteer)
{
  g_return_if_fail (FF_IS_ROSTER (self) && FF_IS_VOLUNTEER (volunteer));

  g_ptr_array_add (self->volunteers, volunteer);
  g_hash_table_insert (self->by_uid[VOLUNTEER], (char *) ff_volunteer_get_uid (volunteer),
                       volunteer);
}

/**
 * ff_roster_take_role:
 * @role: (transfer full)
 */
void
ff_roster_take_role (FfRoster *self, FfRole *role)
{
  g_return_if_fail (FF_IS_ROSTER (self) && FF_IS_ROLE (role));

  g_ptr_array_add (self->roles, role);
  g_hash_table_insert (self->by_uid[ROLE], (char *) ff_role_get_uid (role), role);
}

/**
 * ff_roster_take_requirement:
 * @requirement: (transfer full)
 */
void
ff_roster_take_requirement (FfRoster *self, FfRequirement *requirement)
{
  g_return_if_fail (FF_IS_ROSTER (self) && FF_IS_REQUIREMENT (requirement));

  g_ptr_array_add (self->requirements, requirement);
  g_hash_table_insert (self->by_uid[REQUIREMENT], (char *) ff_requirement_get_uid (requirement),
                       requirement);
}

static char *
make_needs_key (const char *group, const char *meeting)
{
  return g_strjoin (" ", group, meeting, NULL);
}

/**
 * ff_roster_take_need:
 * @need: (transfer full)
 */
void
ff_roster_take_need (FfRoster *self, FfNeed *need)
{
  g_autofree char *key = NULL;
  GPtrArray *needs;

  g_return_if_fail (FF_IS_ROSTER (self) && need != NULL);

  g_ptr_array_add (self->needs, need);
  key = make_needs_key (need->group, need->meeting);
  needs = g_hash_table_lookup (self->needs_of, key);
  if (needs == NULL)
    {
      needs = g_ptr_array_new ();
      g_hash_table_insert (self->needs_of, g_steal_pointer (&key), needs);
    }
  g_ptr_array_add (needs, need);
}

static char *
make_key (const char *uid, const char *other)
{
  const gboolean is_first = strcmp (uid, other) < 0;

  return g_strconcat (is_first ? uid : other, " ", is_first ? other : uid, NULL);
}

/**
 * ff_roster_add_apart:
 * @uid: of a volunteer
 * @other: of another one, who may be like them and is not the same
 */
void
ff_roster_add_apart (FfRoster *self, const char *uid, const char *other)
{
  g_return_if_fail (FF_IS_ROSTER (self) && uid != NULL && other != NULL);

  g_hash_table_replace (self->apart, make_key (uid, other),
                        g_strdupv ((char *[]) { (char *) uid, (char *) other, NULL }));
}

/**
 * ff_roster_are_apart:
 * @uid: of a volunteer
 * @other: of another one
 *
 * Returns: whether somebody said that they are not the same
 */
gboolean
ff_roster_are_apart (FfRoster *self, const char *uid, const char *other)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (FF_IS_ROSTER (self) && uid != NULL && other != NULL, FALSE);

  key = make_key (uid, other);
  return g_hash_table_contains (self->apart, key);
}

/**
 * ff_roster_count_apart:
 *
 * Returns: of how many pairs somebody said that they are not the same
 */
guint
ff_roster_count_apart (FfRoster *self)
{
  g_return_val_if_fail (FF_IS_ROSTER (self), 0);

  return g_hash_table_size (self->apart);
}

/**
 * ff_roster_list_apart:
 *
 * Returns: (transfer full) (element-type GStrv): the uids of each two of whom somebody said that they are not the same, in no order
 */
GPtrArray *
ff_roster_list_apart (FfRoster *self)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GHashTableIter iter;
  gpointer uids;

  g_return_val_if_fail (FF_IS_ROSTER (self), pairs);

  g_hash_table_iter_init (&iter, self->apart);
  while (g_hash_table_iter_next (&iter, NULL, &uids))
    g_ptr_array_add (pairs, g_strdupv (uids));
  return pairs;
}

/**
 * ff_roster_get_volunteers:
 *
 * Returns: (transfer none) (element-type FfVolunteer): in the order in which they were taken
 */
GPtrArray *
ff_roster_get_volunteers (FfRoster *self)
{
  g_return_val_if_fail (FF_IS_ROSTER (self), NULL);

  return self->volunteers;
}

GPtrArray *
ff_roster_get_roles (FfRoster *self)
{
  g_return_val_if_fail (FF_IS_ROSTER (self), NULL);

  return self->roles;
}

GPtrArray *
ff_roster_get_requirements (FfRoster *self)
{
  g_return_val_if_fail (FF_IS_ROSTER (self), NULL);

  return self->requirements;
}

GPtrArray *
ff_roster_get_needs (FfRoster *self)
{
  g_return_val_if_fail (FF_IS_ROSTER (self), NULL);

  return self->needs;
}

/**
 * ff_roster_find_volunteer:
 *
 * Returns: (transfer none) (nullable): the one with this uid
 */
FfVolunteer *
ff_roster_find_volunteer (FfRoster *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_ROSTER (self) && uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid[VOLUNTEER], uid);
}

FfRole *
ff_roster_find_role (FfRoster *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_ROSTER (self) && uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid[ROLE], uid);
}

FfRequirement *
ff_roster_find_requirement (FfRoster *self, const char *uid)
{
  g_return_val_if_fail (FF_IS_ROSTER (self) && uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid[REQUIREMENT], uid);
}

static gpointer
copy_need (gconstpointer need, gpointer data)
{
  return ff_need_copy (need);
}

/* (nullable): NULL where there are none */
static GPtrArray *
list_needs_of (FfRoster *self, const char *group, const char *meeting)
{
  g_autofree char *key = make_needs_key (group, meeting);
  GPtrArray *needs = g_hash_table_lookup (self->needs_of, key);
  GPtrArray *copies;

  if (needs == NULL)
    return NULL;
  copies = g_ptr_array_copy (needs, copy_need, NULL);
  g_ptr_array_set_free_func (copies, (GDestroyNotify) ff_need_free);
  return copies;
}

/**
 * ff_roster_list_needs:
 * @group: uid
 * @meeting: uid of one of its meetings
 *
 * Returns: (transfer container) (element-type FfNeed): the meeting's own; else its group's; else one facilitator, without
 *   whom it cannot be
 */
GPtrArray *
ff_roster_list_needs (FfRoster *self, const char *group, const char *meeting)
{
  g_autoptr (GPtrArray) needs = NULL;

  g_return_val_if_fail (FF_IS_ROSTER (self) && group != NULL && meeting != NULL, NULL);

  needs = list_needs_of (self, group, meeting);
  if (needs == NULL)
    needs = list_needs_of (self, group, NULL);
  if (needs == NULL)
    {
      needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);
      g_ptr_array_add (needs, ff_need_new (group, NULL, FF_ROLE_UID_FACILITATOR, 1, TRUE));
    }
  return g_steal_pointer (&needs);
}
