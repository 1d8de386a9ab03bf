/* ff-roster-known.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file of volunteers can name, found by uid or by name.
 */

#include "ff-roster-known.h"

#include "ff-fold.h"
#include "ff-wall-time.h"
#include "ff-windows-zone.h"

typedef struct
{
  const char *uid;
  const char *title; /* to show */
  const char *word;  /* in files */
} Thing;

struct _FfRosterKnown
{
  gatomicrefcount ref_count;
  FfRoster *roster;
  GPtrArray *groups;
  GPtrArray *programmes;
  char *zone;
  GStrv zones;
  GArray *things[FF_N_ROSTER_NAMINGS]; /* of Thing */
  GHashTable
      *by_name[FF_N_ROSTER_NAMINGS]; /* folded name or uid → uid; "" where several are called so */
};

static void
add_name (FfRosterKnown *self, FfRosterNaming naming, const char *name, const char *uid)
{
  char *folded = ff_fold (name);
  const char *other = g_hash_table_lookup (self->by_name[naming], folded);

  if (*folded == '\0' || (other != NULL && g_str_equal (other, uid)))
    g_free (folded);
  else
    g_hash_table_replace (self->by_name[naming], folded, (gpointer) (other == NULL ? uid : ""));
}

static void
add_thing (FfRosterKnown *self,
           FfRosterNaming naming,
           const char *uid,
           const char *title,
           const char *word)
{
  const Thing thing = { uid, title, word };

  g_array_append_val (self->things[naming], thing);
  add_name (self, naming, title, uid);
}

/* After all names, so that a uid finds its own whatever another is called. */
static void
add_uids (FfRosterKnown *self, FfRosterNaming naming)
{
  for (guint i = 0; i < self->things[naming]->len; i++)
    {
      Thing *thing = &g_array_index (self->things[naming], Thing, i);
      g_autofree char *name = ff_fold (thing->word);
      const char *owner = g_hash_table_lookup (self->by_name[naming], name);

      if (g_strcmp0 (owner, thing->uid) != 0)
        thing->word = thing->uid;
    }
  for (guint i = 0; i < self->things[naming]->len; i++)
    {
      const Thing *thing = &g_array_index (self->things[naming], Thing, i);

      g_hash_table_replace (self->by_name[naming], ff_fold (thing->uid), (gpointer) thing->uid);
    }
}

static void
add_roles (FfRosterKnown *self)
{
  GPtrArray *roles = ff_roster_get_roles (self->roster);
  GPtrArray *requirements = ff_roster_get_requirements (self->roster);

  for (guint i = 0; i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);
      const gboolean has_name = *ff_role_get_name (role) != '\0';

      add_thing (self, FF_ROSTER_NAMES_ROLE, ff_role_get_uid (role), ff_role_get_title (role),
                 has_name ? ff_role_get_name (role) : ff_role_get_uid (role));
    }
  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      const char *name = ff_requirement_get_name (requirement);

      add_thing (self, FF_ROSTER_NAMES_REQUIREMENT, ff_requirement_get_uid (requirement), name,
                 name);
    }
}

static void
add_groups (FfRosterKnown *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (self->groups, i);

      add_thing (self, FF_ROSTER_NAMES_GROUP, ff_group_get_uid (group), ff_group_get_name (group),
                 ff_group_get_name (group));
    }
  for (guint i = 0; i < self->programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (self->programmes, i);
      const char *id = ff_programme_get_id (programme);

      add_thing (self, FF_ROSTER_NAMES_PROGRAMME, id, ff_programme_get_title (programme), id);
    }
}

/* One that is in use is known, though it may be listed by no country: “Etc/UTC”. */
static void
add_zone_in_use (FfRosterKnown *self, const char *zone)
{
  g_autofree char *name = ff_fold (zone);

  if (*zone != '\0' && !g_hash_table_contains (self->by_name[FF_ROSTER_NAMES_ZONE], name))
    add_thing (self, FF_ROSTER_NAMES_ZONE, zone, zone, zone);
}

static void
add_zones (FfRosterKnown *self)
{
  GPtrArray *volunteers = ff_roster_get_volunteers (self->roster);

  self->zones = ff_time_zone_list ();
  for (guint i = 0; self->zones[i] != NULL; i++)
    add_thing (self, FF_ROSTER_NAMES_ZONE, self->zones[i], self->zones[i], self->zones[i]);
  add_zone_in_use (self, self->zone);
  for (guint i = 0; i < self->groups->len; i++)
    add_zone_in_use (self, ff_group_get_zone (g_ptr_array_index (self->groups, i)));
  for (guint i = 0; i < volunteers->len; i++)
    add_zone_in_use (self,
                     ff_volunteer_get_text (g_ptr_array_index (volunteers, i), FF_VOLUNTEER_ZONE));
}

/**
 * ff_roster_known_new:
 * @roster: everybody and everything in it
 * @groups: (element-type FfGroup): all groups
 * @programmes: (element-type FfProgramme): all programmes
 * @zone: of those whose row and group say none
 *
 * Returns: (transfer full): what a file can name
 */
FfRosterKnown *
ff_roster_known_new (FfRoster *roster, GPtrArray *groups, GPtrArray *programmes, const char *zone)
{
  FfRosterKnown *self;

  g_return_val_if_fail (FF_IS_ROSTER (roster), NULL);
  g_return_val_if_fail (groups != NULL && programmes != NULL && zone != NULL, NULL);

  self = g_new0 (FfRosterKnown, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->roster = g_object_ref (roster);
  self->groups = g_ptr_array_ref (groups);
  self->programmes = g_ptr_array_ref (programmes);
  self->zone = g_strdup (zone);
  for (guint i = 0; i < FF_N_ROSTER_NAMINGS; i++)
    {
      self->things[i] = g_array_new (FALSE, FALSE, sizeof (Thing));
      self->by_name[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  add_roles (self);
  add_groups (self);
  add_zones (self);
  for (guint i = 0; i < FF_N_ROSTER_NAMINGS; i++)
    add_uids (self, (FfRosterNaming) i);
  return self;
}

/**
 * ff_roster_known_ref:
 * @self: what a file can name
 *
 * Returns: (transfer full): the same
 */
FfRosterKnown *
ff_roster_known_ref (FfRosterKnown *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ff_roster_known_unref:
 * @self: (transfer full): what a file can name, gone with its last reference
 */
void
ff_roster_known_unref (FfRosterKnown *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < FF_N_ROSTER_NAMINGS; i++)
    {
      g_array_unref (self->things[i]);
      g_hash_table_unref (self->by_name[i]);
    }
  g_strfreev (self->zones);
  g_free (self->zone);
  g_ptr_array_unref (self->programmes);
  g_ptr_array_unref (self->groups);
  g_object_unref (self->roster);
  g_free (self);
}

/**
 * ff_roster_known_get_roster:
 * @self: what a file can name
 *
 * Returns: (transfer none): the roster
 */
FfRoster *
ff_roster_known_get_roster (const FfRosterKnown *self)
{
  return self->roster;
}

/**
 * ff_roster_known_get_groups:
 * @self: what a file can name
 *
 * Returns: (transfer none) (element-type FfGroup): all groups
 */
GPtrArray *
ff_roster_known_get_groups (const FfRosterKnown *self)
{
  return self->groups;
}

/**
 * ff_roster_known_find:
 * @self: what a file can name
 * @naming: of what @text is a name
 * @text: as it stands in the file, case and accents aside
 *
 * Returns: (transfer none) (nullable): the uid, or the identifier of a zone; %NULL where there is none, or two of one name
 */
const char *
ff_roster_known_find (const FfRosterKnown *self, FfRosterNaming naming, const char *text)
{
  g_autofree char *folded = ff_fold (text);
  const char *uid = g_hash_table_lookup (self->by_name[naming], folded);

  if (uid == NULL && naming == FF_ROSTER_NAMES_ZONE)
    uid = ff_windows_zone_find (text);
  return uid != NULL && *uid != '\0' ? uid : NULL;
}

/**
 * ff_roster_known_get_word:
 * @self: what a file can name
 * @naming: what it is
 * @uid: whose name
 *
 * Returns: (transfer none): what it is called in files: its name, or its uid where the name would not find it again
 */
const char *
ff_roster_known_get_word (const FfRosterKnown *self, FfRosterNaming naming, const char *uid)
{
  for (guint i = 0; naming != FF_ROSTER_NAMES_ZONE && i < self->things[naming]->len; i++)
    {
      const Thing *thing = &g_array_index (self->things[naming], Thing, i);

      if (g_str_equal (thing->uid, uid))
        return thing->word;
    }
  return uid;
}

/* A role that is retired is known where a file names it, and offered to nobody. */
static gboolean
is_offered (const FfRosterKnown *self, FfRosterNaming naming, const char *uid)
{
  return naming != FF_ROSTER_NAMES_ROLE
         || !ff_role_get_retired (ff_roster_find_role (self->roster, uid));
}

/**
 * ff_roster_known_list:
 * @self: what a file can name
 * @naming: of which kind
 *
 * Returns: (transfer full): all there are to choose from, uid and title in turn
 */
GStrv
ff_roster_known_list (const FfRosterKnown *self, FfRosterNaming naming)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  for (guint i = 0; i < self->things[naming]->len; i++)
    {
      const Thing *thing = &g_array_index (self->things[naming], Thing, i);

      if (is_offered (self, naming, thing->uid))
        g_strv_builder_add_many (all, thing->uid, thing->title, NULL);
    }
  return g_strv_builder_end (all);
}

/**
 * ff_roster_known_get_zone:
 * @self: what a file can name
 * @groups: uids
 *
 * Returns: (transfer none): the zone of the first of them that is known, else the one for all
 */
const char *
ff_roster_known_get_zone (const FfRosterKnown *self, const char *const *groups)
{
  for (guint i = 0; groups[i] != NULL; i++)
    {
      for (guint j = 0; j < self->groups->len; j++)
        {
          FfGroup *group = g_ptr_array_index (self->groups, j);

          if (g_str_equal (ff_group_get_uid (group), groups[i])
              && *ff_group_get_zone (group) != '\0')
            return ff_group_get_zone (group);
        }
    }
  return self->zone;
}
