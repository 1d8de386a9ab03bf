/* ff-told.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts the duties of a stretch by who has them.
 */

#include "ff-config.h"

#include "ff-told.h"

#include <glib/gi18n-lib.h>

#include "ff-duty-calendar.h"

struct _FfTold
{
  GObject parent_instance;

  FfVolunteer *volunteer;
  GPtrArray *duties;   /* (element-type FfDuty) */
  GPtrArray *relieved; /* (element-type FfDuty): as declined */
};

G_DEFINE_FINAL_TYPE (FfTold, ff_told, G_TYPE_OBJECT)

static void
ff_told_finalize (GObject *object)
{
  FfTold *self = FF_TOLD (object);

  g_clear_object (&self->volunteer);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_pointer (&self->relieved, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_told_parent_class)->finalize (object);
}

static void
ff_told_class_init (FfToldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_told_finalize;
}

static void
ff_told_init (FfTold *self)
{
  self->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);
  self->relieved = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_duty_free);
}

FfVolunteer *
ff_told_get_volunteer (FfTold *self)
{
  g_return_val_if_fail (FF_IS_TOLD (self), NULL);

  return self->volunteer;
}

/**
 * ff_told_get_duties:
 * @self: somebody to write to
 *
 * Returns: (transfer none) (element-type FfDuty): theirs, by start
 */
GPtrArray *
ff_told_get_duties (FfTold *self)
{
  g_return_val_if_fail (FF_IS_TOLD (self), NULL);

  return self->duties;
}

/**
 * ff_told_get_relieved:
 * @self: somebody to write to
 *
 * Returns: (transfer none) (element-type FfDuty): what they knew of and do not have any more, by start; declined, so that their
 *   calendar takes it out
 */
GPtrArray *
ff_told_get_relieved (FfTold *self)
{
  g_return_val_if_fail (FF_IS_TOLD (self), NULL);

  return self->relieved;
}

static gboolean
is_new (const FfDuty *duty)
{
  return ff_assignment_get_status (duty->assignment) == FF_DUTY_PROPOSED
         && !ff_occurrence_get_cancelled (duty->occurrence);
}

/**
 * ff_told_count_new:
 * @self: somebody to write to
 *
 * Returns: for how many dates nobody asked them yet
 */
guint
ff_told_count_new (FfTold *self)
{
  guint n = 0;

  g_return_val_if_fail (FF_IS_TOLD (self), 0);

  for (guint i = 0; i < self->duties->len; i++)
    n += is_new (g_ptr_array_index (self->duties, i)) ? 1 : 0;
  return n;
}

/**
 * ff_told_has_news:
 * @self: somebody to write to
 *
 * Returns: whether nobody asked them yet for one of their dates, or told them of one that is not theirs any more
 */
gboolean
ff_told_has_news (FfTold *self)
{
  g_return_val_if_fail (FF_IS_TOLD (self), FALSE);

  return ff_told_count_new (self) > 0 || self->relieved->len > 0;
}

static char *
describe_dates (FfTold *self)
{
  const guint n = self->duties->len, n_new = ff_told_count_new (self);
  g_autofree char *all = g_strdup_printf (ngettext ("%u date", "%u dates", n), n);
  g_autofree char *new
      = g_strdup_printf (ngettext ("%u of them not asked yet", "%u of them not asked yet", n_new),
                         n_new);

  if (n_new == 0)
    return g_steal_pointer (&all);
  /* Translators: %1$s is “3 dates”, %2$s is “2 of them not asked yet” */
  return g_strdup_printf (_ ("%1$s, %2$s"), all, new);
}

/**
 * ff_told_describe:
 * @self: somebody to write to
 *
 * Returns: (transfer full): how many dates they have, how many of them are new, and how many are not theirs any more
 */
char *
ff_told_describe (FfTold *self)
{
  g_autofree char *dates = describe_dates (self);
  g_autofree char *relieved = NULL;
  const guint n = self->relieved->len;

  if (n == 0)
    return g_steal_pointer (&dates);
  relieved = g_strdup_printf (ngettext ("%u no longer theirs", "%u no longer theirs", n), n);
  if (self->duties->len == 0)
    return g_steal_pointer (&relieved);
  /* Translators: %1$s is “3 dates, 2 of them not asked yet”, %2$s is “1 no longer theirs” */
  return g_strdup_printf (C_ ("dates and dates gone", "%1$s; %2$s"), dates, relieved);
}

/**
 * ff_told_write_calendar:
 * @self: somebody to write to
 * @now: when it is made
 * @with_passcodes: whether links keep theirs
 *
 * Returns: (transfer full): an .ics in their language, from which a calendar that had an older one takes out what is not theirs
 *   any more: the same UID, cancelled, with a higher SEQUENCE (RFC 5545, 3.8.1.11 and 3.8.7.4)
 */
char *
ff_told_write_calendar (FfTold *self, GDateTime *now, gboolean with_passcodes)
{
  g_autoptr (FfCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_val_if_fail (FF_IS_TOLD (self) && now != NULL, NULL);

  catalogue
      = ff_catalogue_new (NULL, ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_LANGUAGE));
  g_ptr_array_extend (all, self->duties, NULL, NULL);
  g_ptr_array_extend (all, self->relieved, NULL, NULL);
  return ff_duty_calendar_write (all, catalogue, now, with_passcodes);
}

/**
 * ff_told_make_asked:
 * @self: somebody who was written to
 * @now: when
 *
 * Returns: (transfer full): one step in which all that are proposed become asked, and what is not theirs any more is not kept to
 *   be told again; empty where there are none
 */
FfRosterEdit *
ff_told_make_asked (FfTold *self, GDateTime *now)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  const gint64 asked = g_date_time_to_unix_usec (now);

  for (guint i = 0; i < self->duties->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (self->duties, i);
      g_autoptr (FfAssignment) assignment = NULL;

      if (!is_new (duty))
        continue;
      assignment = ff_assignment_copy (duty->assignment);
      ff_assignment_set_status (assignment, FF_DUTY_ASKED);
      ff_assignment_set_asked (assignment, asked);
      ff_roster_edit_save_assignment (edit, assignment);
    }
  for (guint i = 0; i < self->relieved->len; i++)
    {
      const FfDuty *duty = g_ptr_array_index (self->relieved, i);

      ff_roster_edit_forget_relieved (edit, ff_assignment_get_uid (duty->assignment),
                                      ff_volunteer_get_uid (self->volunteer));
    }
  return edit;
}

/* --- The list --- */

typedef struct
{
  FfRotaSource *source;
  char *group; /* (nullable) */
  GDateTime *from, *until;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  ff_rota_source_free (listing->source);
  g_free (listing->group);
  g_date_time_unref (listing->from);
  g_date_time_unref (listing->until);
  g_free (listing);
}

static char *
make_key (const char *meeting, const FfWallTime *rule_time)
{
  g_autofree char *text = ff_wall_time_to_string (rule_time);

  return g_strconcat (meeting, " ", text, NULL);
}

static gboolean
is_within (Listing *listing, FfOccurrence *occurrence)
{
  GDateTime *start = ff_occurrence_get_start (occurrence);
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);

  return g_date_time_compare (start, listing->from) >= 0
         && g_date_time_compare (start, listing->until) < 0
         && (listing->group == NULL
             || g_str_equal (ff_meeting_get_group (meeting), listing->group));
}

static GHashTable *
index_occurrences (Listing *listing)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *occurrences = listing->source->occurrences;

  for (guint i = 0; i < occurrences->len; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (occurrences, i);

      if (is_within (listing, occurrence))
        g_hash_table_insert (table,
                             make_key (ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                                       ff_occurrence_get_rule_time (occurrence)),
                             occurrence);
    }
  return table;
}

/* Everybody who is found while the duties are gone through. */
typedef struct
{
  Listing *listing;
  GHashTable *occurrences; /* by what make_key() makes */
  GHashTable *groups;      /* by uid */
  GHashTable *by_volunteer;
  GPtrArray *all; /* (element-type FfTold) */
} Sorting;

static FfTold *
find_told (Sorting *sorting, const char *uid)
{
  FfTold *told = g_hash_table_lookup (sorting->by_volunteer, uid);
  FfVolunteer *volunteer;

  if (told != NULL)
    return told;
  volunteer = ff_roster_find_volunteer (sorting->listing->source->roster, uid);
  if (volunteer == NULL)
    return NULL;
  told = g_object_new (FF_TYPE_TOLD, NULL);
  told->volunteer = g_object_ref (volunteer);
  g_hash_table_insert (sorting->by_volunteer, (gpointer) ff_volunteer_get_uid (volunteer), told);
  g_ptr_array_add (sorting->all, told);
  return told;
}

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  return ff_duty_compare (*(const FfDuty *const *) a, *(const FfDuty *const *) b);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  FfTold *first = *(FfTold *const *) a, *second = *(FfTold *const *) b;

  return g_utf8_collate (ff_volunteer_get_name (first->volunteer),
                         ff_volunteer_get_name (second->volunteer));
}

/* (nullable): where the date is not one of those that are listed */
static FfDuty *
make_duty (Sorting *sorting, FfAssignment *assignment)
{
  g_autofree char *key
      = make_key (ff_assignment_get_meeting (assignment), ff_assignment_get_rule_time (assignment));
  FfOccurrence *occurrence = g_hash_table_lookup (sorting->occurrences, key);
  FfRole *role
      = ff_roster_find_role (sorting->listing->source->roster, ff_assignment_get_role (assignment));
  FfGroup *group = NULL;

  if (occurrence != NULL)
    group = g_hash_table_lookup (sorting->groups,
                                 ff_meeting_get_group (ff_occurrence_get_meeting (occurrence)));
  return group != NULL && role != NULL ? ff_duty_new (assignment, occurrence, group, role) : NULL;
}

/* (nullable): also of a date that is gone, which is why it is theirs no more */
static FfDuty *
make_relieved (Sorting *sorting, FfAssignment *assignment)
{
  g_autoptr (FfDuty) duty = ff_rota_source_make_duty (sorting->listing->source, assignment);

  return duty != NULL && is_within (sorting->listing, duty->occurrence) ? g_steal_pointer (&duty)
                                                                        : NULL;
}

static void
sort_in (Sorting *sorting, FfAssignment *assignment, gboolean is_relieved)
{
  g_autoptr (FfDuty) duty
      = is_relieved ? make_relieved (sorting, assignment) : make_duty (sorting, assignment);
  FfTold *told
      = duty != NULL ? find_told (sorting, ff_assignment_get_volunteer (assignment)) : NULL;

  if (told != NULL)
    g_ptr_array_add (is_relieved ? told->relieved : told->duties, g_steal_pointer (&duty));
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Listing *listing = data;
  g_autoptr (GHashTable) occurrences = index_occurrences (listing);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_volunteer = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  Sorting sorting = { listing, occurrences, groups, by_volunteer, all };

  for (guint i = 0; i < listing->source->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (listing->source->groups, i);

      g_hash_table_insert (groups, (gpointer) ff_group_get_uid (group), group);
    }
  for (guint i = 0; i < listing->source->assignments->len; i++)
    if (ff_assignment_is_live (g_ptr_array_index (listing->source->assignments, i)))
      sort_in (&sorting, g_ptr_array_index (listing->source->assignments, i), FALSE);
  for (guint i = 0; i < listing->source->relieved->len; i++)
    sort_in (&sorting, g_ptr_array_index (listing->source->relieved, i), TRUE);
  for (guint i = 0; i < all->len; i++)
    {
      FfTold *told = g_ptr_array_index (all, i);

      g_ptr_array_sort (told->duties, compare_duties);
      g_ptr_array_sort (told->relieved, compare_duties);
    }
  g_ptr_array_sort (all, compare_names);
  g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ff_told_list_async:
 * @source: (transfer full): what the rota is made from
 * @group: (nullable): uid of the group whose dates count; %NULL for all
 * @from: those that begin then or later …
 * @until: … and before this
 * @cancellable: (nullable): to give up
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * Dates that are not held any more are among the duties, so that people can be told; so is whoever has lost all they had.
 */
void
ff_told_list_async (FfRotaSource *source,
                    const char *group,
                    GDateTime *from,
                    GDateTime *until,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  listing->source = source;
  listing->group = g_strdup (group);
  listing->from = g_date_time_ref (from);
  listing->until = g_date_time_ref (until);
  g_task_set_source_tag (task, ff_told_list_async);
  g_task_set_task_data (task, listing, listing_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * ff_told_list_finish:
 * @result: what the callback was given
 * @error: return location for a #GError; only where it was cancelled
 *
 * Returns: (transfer full) (element-type FfTold): by name
 */
GPtrArray *
ff_told_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
