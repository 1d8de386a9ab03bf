/* ff-rota.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of a stretch of time and who has them, and what speaks against whom.
 */

#include "ff-rota.h"

#include "ff-rota-parts.h"
#include "ff-slot-private.h"

#define DAYS_OF_THE_GROUP 56

G_DEFINE_FINAL_TYPE (FfRota, ff_rota, G_TYPE_OBJECT)

static void
ff_rota_finalize (GObject *object)
{
  FfRota *self = FF_ROTA (object);

  g_clear_pointer (&self->duties, ff_rota_duties_free);
  g_clear_pointer (&self->astray, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
  g_clear_pointer (&self->declined, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->standing_in_role, g_free);
  g_clear_pointer (&self->standing_at_group, g_free);
  g_clear_pointer (&self->role_requirements, g_ptr_array_unref);
  g_clear_pointer (&self->requirement_index, g_hash_table_unref);
  g_clear_pointer (&self->volunteer_index, g_hash_table_unref);
  g_clear_pointer (&self->volunteers, g_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->date_index, g_hash_table_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->group_index, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->until, g_date_time_unref);
  g_clear_pointer (&self->from, g_date_time_unref);
  g_clear_object (&self->roster);

  G_OBJECT_CLASS (ff_rota_parent_class)->finalize (object);
}

static void
ff_rota_class_init (FfRotaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_rota_finalize;
}

static GArray *
make_array (gsize size, gpointer clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  if (clear != NULL)
    g_array_set_clear_func (array, (GDestroyNotify) clear);
  return array;
}

static void
ff_rota_init (FfRota *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->group_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->dates = make_array (sizeof (RotaDate), ff_rota_date_clear);
  self->date_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_rota_zone_free);
  self->volunteers = make_array (sizeof (RotaVolunteer), ff_rota_volunteer_clear);
  self->volunteer_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->requirement_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->role_requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->slots = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = make_array (sizeof (RotaPlace), NULL);
  self->kinds = make_array (sizeof (RotaKind), ff_rota_kind_clear);
  self->declined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->assignments = g_ptr_array_new_with_free_func (g_object_unref);
  self->astray = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
take_groups (FfRota *self, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      g_ptr_array_add (self->groups, g_object_ref (group));
      g_hash_table_insert (self->group_index, (gpointer) ff_group_get_uid (group),
                           GUINT_TO_POINTER (self->groups->len));
    }
}

static int
find_role (FfRota *self, const char *uid)
{
  GPtrArray *roles = ff_roster_get_roles (self->roster);

  for (guint i = 0; i < roles->len; i++)
    {
      if (g_str_equal (ff_role_get_uid (g_ptr_array_index (roles, i)), uid))
        return (int) i;
    }
  return -1;
}

typedef struct
{
  guint role, places;
  gboolean required;
} Need;

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  const Need *first = a, *second = b;

  return first->role != second->role ? (first->role < second->role ? -1 : 1)
                                     : second->required - first->required;
}

/* By role; one that nobody knows any more is nobody’s need. */
static GArray *
list_needs (FfRota *self, const char *group, const char *meeting)
{
  g_autoptr (GPtrArray) needs = ff_roster_list_needs (self->roster, group, meeting);
  GArray *known = make_array (sizeof (Need), NULL);

  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = g_ptr_array_index (needs, i);
      const int role = find_role (self, need->role);
      const Need row = { (guint) role, need->places, need->required };

      if (role >= 0)
        g_array_append_val (known, row);
    }
  g_array_sort (known, compare_needs);
  return known;
}

static void
add_slot (FfRota *self, guint date, const Need *need)
{
  const RotaDate *when = ff_rota_date (self, date);
  RotaKind *kind = self->kinds->len > 0 ? ff_rota_kind (self, self->kinds->len - 1) : NULL;
  RotaPlace place = {
    .date = date,
    .group = when->group,
    .role = need->role,
    .holder = FF_ROTA_NOBODY,
  };

  if (kind == NULL || ff_rota_place (self, kind->first)->date != date
      || ff_rota_place (self, kind->first)->role != need->role)
    {
      const RotaKind fresh = { .first = self->places->len };

      g_array_append_val (self->kinds, fresh);
      kind = ff_rota_kind (self, self->kinds->len - 1);
    }
  place.kind = self->kinds->len - 1;
  place.slot = ff_slot_new (when->occurrence, g_ptr_array_index (self->groups, when->group),
                            g_ptr_array_index (ff_roster_get_roles (self->roster), need->role),
                            kind->n++, need->required, self->slots->len);
  g_ptr_array_add (self->slots, place.slot);
  g_array_append_val (self->places, place);
}

static void
make_slots (FfRota *self, const char *group)
{
  g_autoptr (GHashTable) needs
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->dates->len; i++)
    {
      const RotaDate *date = ff_rota_date (self, i);
      FfMeeting *meeting = ff_occurrence_get_meeting (date->occurrence);
      const char *uid = ff_meeting_get_uid (meeting);
      GArray *wanted;

      if (!date->held || !date->in_stretch || date->group == G_MAXUINT
          || (group != NULL && !g_str_equal (group, ff_meeting_get_group (meeting))))
        continue;
      wanted = g_hash_table_lookup (needs, uid);
      if (wanted == NULL)
        {
          wanted = list_needs (self, ff_meeting_get_group (meeting), uid);
          g_hash_table_insert (needs, (gpointer) uid, wanted);
        }
      for (guint j = 0; j < wanted->len; j++)
        {
          const Need *need = &g_array_index (wanted, Need, j);

          for (guint k = 0; k < need->places; k++)
            add_slot (self, i, need);
        }
    }
}

/* The first kind of a date that comes at or after @date, by halves. */
static guint
find_first_kind (FfRota *self, guint date)
{
  guint low = 0, high = self->kinds->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (ff_rota_place (self, ff_rota_kind (self, middle)->first)->date < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
find_kind (FfRota *self, guint date, const char *role)
{
  for (guint i = find_first_kind (self, date); i < self->kinds->len; i++)
    {
      const RotaPlace *place = ff_rota_place (self, ff_rota_kind (self, i)->first);

      if (place->date != date)
        break;
      if (g_str_equal (ff_role_get_uid (ff_slot_get_role (place->slot)), role))
        return (int) i;
    }
  return -1;
}

static void
take_declined (FfRota *self, FfAssignment *assignment, int kind, int volunteer)
{
  const RotaKind *where = kind >= 0 ? ff_rota_kind (self, (guint) kind) : NULL;
  const guint place = ff_assignment_get_place (assignment);

  if (where == NULL)
    return;
  if (place < where->n)
    ff_slot_take_assignment (ff_rota_place (self, where->first + place)->slot, assignment);
  if (volunteer >= 0)
    {
      const gint64 key = ff_rota_make_declined ((guint) kind, (guint) volunteer);

      g_hash_table_add (self->declined, g_memdup2 (&key, sizeof key));
    }
}

/* Whether it belongs to the stretch though there is no place for it: by its date, or, where that is gone, by when it would have been. */
static gboolean
is_astray (FfRota *self, FfAssignment *assignment, int date, const char *group)
{
  const FfWallTime *rule_time = ff_assignment_get_rule_time (assignment);
  const FfWallTime from = ff_wall_time_from_date_time (self->from);
  const FfWallTime until = ff_wall_time_from_date_time (self->until);

  if (date < 0)
    return group == NULL && ff_wall_time_compare (rule_time, &from) >= 0
           && ff_wall_time_compare (rule_time, &until) < 0;
  return ff_rota_date (self, (guint) date)->in_stretch
         && (group == NULL
             || g_str_equal (group, ff_meeting_get_group (ff_occurrence_get_meeting (
                                        ff_rota_date (self, (guint) date)->occurrence))));
}

static gboolean
take_place (FfRota *self, FfAssignment *assignment, int kind, int volunteer)
{
  const guint number = ff_assignment_get_place (assignment);
  const RotaKind *where = kind >= 0 ? ff_rota_kind (self, (guint) kind) : NULL;
  RotaPlace *place;

  if (where == NULL || number >= where->n)
    return FALSE;
  place = ff_rota_place (self, where->first + number);
  ff_slot_take_assignment (place->slot, assignment);
  place->holder = volunteer;
  place->fixed = volunteer >= 0 && ff_assignment_is_fixed (assignment);
  return TRUE;
}

static void
add_outside (FfRota *self, guint volunteer, guint date)
{
  GArray *outside = ff_rota_volunteer (self, volunteer)->outside;
  guint at = outside->len;

  while (at > 0 && g_array_index (outside, guint, at - 1) > date)
    at--;
  g_array_insert_val (outside, at, date);
}

static void
take_assignment (FfRota *self, FfAssignment *assignment, const char *group)
{
  const int date = ff_rota_find_date (self, assignment);
  const int volunteer
      = GPOINTER_TO_INT (
            g_hash_table_lookup (self->volunteer_index, ff_assignment_get_volunteer (assignment)))
        - 1;
  const int kind
      = date >= 0 ? find_kind (self, (guint) date, ff_assignment_get_role (assignment)) : -1;

  if (volunteer >= 0)
    {
      RotaVolunteer *who = ff_rota_volunteer (self, (guint) volunteer);

      who->last_asked = MAX (who->last_asked, ff_assignment_get_asked (assignment));
    }
  if (!ff_assignment_is_live (assignment))
    {
      take_declined (self, assignment, kind, volunteer);
      return;
    }
  if (take_place (self, assignment, kind, volunteer))
    return;
  if (is_astray (self, assignment, date, group))
    g_ptr_array_add (self->astray, g_object_ref (assignment));
  if (date >= 0 && volunteer >= 0 && ff_rota_date (self, (guint) date)->held)
    add_outside (self, (guint) volunteer, (guint) date);
}

/* Who was there in the weeks before the stretch is of the group. */
static void
mark_recent (FfRota *self)
{
  g_autoptr (GDateTime) since = g_date_time_add_days (self->from, -DAYS_OF_THE_GROUP);

  for (guint i = 0; i < self->volunteers->len; i++)
    {
      GArray *outside = ff_rota_volunteer (self, i)->outside;

      for (guint j = 0; j < outside->len; j++)
        {
          const RotaDate *date = ff_rota_date (self, g_array_index (outside, guint, j));
          GDateTime *start = ff_occurrence_get_start (date->occurrence);

          if (date->group != G_MAXUINT && g_date_time_compare (start, since) >= 0
              && g_date_time_compare (start, self->from) < 0)
            ff_rota_mark_of_group (self, i, date->group);
        }
    }
}

static FfRotaDuties *
make_duties (FfRota *self)
{
  g_autofree int *holders = g_new (int, self->places->len + 1);

  for (guint i = 0; i < self->places->len; i++)
    holders[i] = ff_rota_place (self, i)->holder;
  return ff_rota_duties_new (self, holders);
}

/**
 * ff_rota_new:
 * @roster: everybody, what they may do and what is needed
 * @groups: (element-type FfGroup): whose meetings they are
 * @occurrences: (element-type FfOccurrence): of the stretch and %FF_ROTA_MARGIN_DAYS around it; those that are not held have no places
 * @assignments: (element-type FfAssignment): of the stretch and the margin
 * @group: (nullable): the UUID of the group whose places they are; duties elsewhere count all the same
 * @from: from when on
 * @until: before when
 *
 * Takes a while for thousands of places; not for the main thread then.
 *
 * Returns: (transfer full): the places of all dates that start in [from, until), and who has them
 */
FfRota *
ff_rota_new (FfRoster *roster,
             GPtrArray *groups,
             GPtrArray *occurrences,
             GPtrArray *assignments,
             const char *group,
             GDateTime *from,
             GDateTime *until)
{
  FfRota *self;

  g_return_val_if_fail (FF_IS_ROSTER (roster), NULL);
  g_return_val_if_fail (groups != NULL && occurrences != NULL && assignments != NULL, NULL);
  g_return_val_if_fail (from != NULL && until != NULL, NULL);

  self = g_object_new (FF_TYPE_ROTA, NULL);
  self->roster = g_object_ref (roster);
  self->from = g_date_time_ref (from);
  self->until = g_date_time_ref (until);
  take_groups (self, groups);
  ff_rota_read_dates (self, occurrences);
  ff_rota_read_volunteers (self);
  make_slots (self, group);
  for (guint i = 0; i < assignments->len; i++)
    {
      g_ptr_array_add (self->assignments, g_object_ref (g_ptr_array_index (assignments, i)));
      take_assignment (self, g_ptr_array_index (assignments, i), group);
    }
  mark_recent (self);
  ff_rota_make_choices (self);
  self->duties = make_duties (self);
  return self;
}

/**
 * ff_rota_get_roster:
 * @self: a rota
 *
 * Returns: (transfer none): what it was made from
 */
FfRoster *
ff_rota_get_roster (FfRota *self)
{
  g_return_val_if_fail (FF_IS_ROTA (self), NULL);
  return self->roster;
}

/**
 * ff_rota_get_slots:
 * @self: a rota
 *
 * Returns: (element-type FfSlot) (transfer none): by start, meeting, role, place
 */
GPtrArray *
ff_rota_get_slots (FfRota *self)
{
  g_return_val_if_fail (FF_IS_ROTA (self), NULL);
  return self->slots;
}

/**
 * ff_rota_get_astray:
 * @self: a rota
 *
 * Returns: (element-type FfAssignment) (transfer none): those of the stretch whose date is not held any more, or whose role or place is not needed
 */
GPtrArray *
ff_rota_get_astray (FfRota *self)
{
  g_return_val_if_fail (FF_IS_ROTA (self), NULL);
  return self->astray;
}

/**
 * ff_rota_find_hindrances:
 * @self: a rota
 * @slot: a place of it
 * @volunteer: somebody of its roster
 *
 * Everything else is as it is: the one who has the place now is not in the way of another.
 *
 * Returns: all that speaks against it; 0 = nothing
 */
FfHindrances
ff_rota_find_hindrances (FfRota *self, FfSlot *slot, FfVolunteer *volunteer)
{
  int who;
  guint index;

  g_return_val_if_fail (FF_IS_ROTA (self), 0);
  g_return_val_if_fail (FF_IS_SLOT (slot), 0);
  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer), 0);

  who = ff_rota_find_volunteer (self, volunteer);
  index = ff_slot_get_index (slot);
  g_return_val_if_fail (who >= 0, FF_HINDRANCE_SERVING);
  return ff_rota_find_lasting (self, (guint) who, index)
         | ff_rota_duties_find (self->duties, (guint) who, index, -1);
}
