/* ff-roster-plan.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What taking a file of volunteers in would do. Whoever may be somebody who is here already is a question, even where the mail is the
 * same: a couple or an office may share it.
 */

#include "ff-config.h"

#include "ff-roster-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-merge.h"

typedef struct
{
  FfRosterPlan *plan;
  GPtrArray *stored;          /* (element-type FfVolunteer) */
  FfRosterIndex *by_likeness; /* of @stored */
  FfRosterIndex *rows;        /* of new ones in the file, by their step */
  GHashTable *by_source;      /* UID of a vCard → FfVolunteer */
  GHashTable *seen;           /* uid, or that of a vCard → line */
} Planning;

static void
candidate_free (FfRosterCandidate *candidate)
{
  g_clear_object (&candidate->volunteer);
  g_free (candidate->summary);
  g_free (candidate);
}

static void
step_free (FfRosterStep *step)
{
  g_clear_object (&step->before);
  g_clear_object (&step->after);
  g_clear_pointer (&step->candidates, g_ptr_array_unref);
  g_free (step->summary);
  g_free (step);
}

/* --- Who it is beyond doubt --- */

static FfVolunteer *
find_same (const Planning *planning, FfVolunteer *volunteer)
{
  FfRoster *roster = ff_roster_known_get_roster (planning->plan->known);
  const char *source = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_SOURCE);
  FfVolunteer *found = ff_roster_find_volunteer (roster, ff_volunteer_get_uid (volunteer));

  if (found == NULL && *source != '\0')
    found = g_hash_table_lookup (planning->by_source, source);
  return found;
}

static void
plan_same (Planning *planning, FfRosterStep *step, FfVolunteer *before)
{
  const FfRosterKnown *known = planning->plan->known;

  step->before = g_object_ref (before);
  step->after = ff_roster_merge (before, step->row, TRUE, known);
  step->summary = ff_roster_merge_describe (before, step->after, known);
  step->change = *step->summary != '\0' ? FF_ROSTER_STEP_CHANGED : FF_ROSTER_STEP_SAME;
}

/* --- Who it may be --- */

static FfRosterCandidate *
add_candidate (Planning *planning, FfRosterStep *step, FfVolunteer *other)
{
  const FfRosterKnown *known = planning->plan->known;
  g_autoptr (FfVolunteer) merged = ff_roster_merge (other, step->row, FALSE, known);
  FfRosterCandidate *candidate = g_new0 (FfRosterCandidate, 1);

  candidate->volunteer = g_object_ref (other);
  candidate->like = ff_roster_compare (other, step->row->volunteer);
  candidate->summary = ff_roster_merge_describe (other, merged, known);
  if (step->candidates == NULL)
    step->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  g_ptr_array_add (step->candidates, candidate);
  return candidate;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const FfRosterCandidate *first = *(const FfRosterCandidate *const *) a;
  const FfRosterCandidate *second = *(const FfRosterCandidate *const *) b;

  return __builtin_popcount (second->like) - __builtin_popcount (first->like);
}

static void
find_candidates (Planning *planning, FfRosterStep *step)
{
  FfVolunteer *volunteer = step->row->volunteer;
  g_autoptr (GArray) stored
      = ff_roster_index_find (planning->by_likeness, volunteer, FF_ROSTER_MOST_CANDIDATES);
  g_autoptr (GArray) rows
      = ff_roster_index_find (planning->rows, volunteer, FF_ROSTER_MOST_CANDIDATES);

  for (guint i = 0; i < stored->len; i++)
    add_candidate (planning, step,
                   g_ptr_array_index (planning->stored, g_array_index (stored, guint, i)));
  for (guint i = 0; i < rows->len; i++)
    {
      const guint number = g_array_index (rows, guint, i);
      const FfRosterStep *earlier = g_ptr_array_index (planning->plan->steps, number);
      FfRosterCandidate *candidate = add_candidate (planning, step, earlier->after);

      candidate->line = earlier->row->line;
      candidate->step = number;
    }
  if (step->candidates == NULL)
    return;
  g_ptr_array_sort (step->candidates, compare_candidates);
  if (step->candidates->len > FF_ROSTER_MOST_CANDIDATES)
    g_ptr_array_set_size (step->candidates, (int) FF_ROSTER_MOST_CANDIDATES);
}

/* The same name and the same mail or number, and nothing new: there is nothing to ask. */
static const FfRosterCandidate *
find_nothing_new (const FfRosterStep *step)
{
  for (guint i = 0; step->candidates != NULL && i < step->candidates->len; i++)
    {
      const FfRosterCandidate *candidate = g_ptr_array_index (step->candidates, i);

      if ((candidate->like & FF_ROSTER_LIKE_NAME) != 0
          && (candidate->like & (FF_ROSTER_LIKE_MAIL | FF_ROSTER_LIKE_PHONE)) != 0
          && *candidate->summary == '\0')
        return candidate;
    }
  return NULL;
}

static void
plan_new (Planning *planning, FfRosterStep *step, guint number)
{
  const FfRosterCandidate *known;

  step->after = g_object_ref (step->row->volunteer);
  find_candidates (planning, step);
  known = find_nothing_new (step);
  if (known != NULL)
    {
      step->change = FF_ROSTER_STEP_SAME;
      if (known->line != 0)
        /* Translators: the number of a line of a file */
        step->summary = g_strdup_printf (_ ("It says no more than line %u."), known->line);
      else
        step->before = g_object_ref (known->volunteer);
      return;
    }
  step->change = step->candidates != NULL ? FF_ROSTER_STEP_DUPLICATE : FF_ROSTER_STEP_ADDED;
  ff_roster_index_add (planning->rows, step->after, number);
}

/* --- Each row --- */

/* By what the next import will know whoever the row is. */
static const char *
find_key (FfVolunteer *volunteer, FfVolunteer *same)
{
  const char *source
      = volunteer != NULL ? ff_volunteer_get_text (volunteer, FF_VOLUNTEER_SOURCE) : "";

  if (same == NULL && *source != '\0')
    return source;
  if (same != NULL)
    return ff_volunteer_get_uid (same);
  return volunteer != NULL ? ff_volunteer_get_uid (volunteer) : "";
}

static void
plan_row (Planning *planning, const FfRosterRow *row)
{
  FfRosterPlan *plan = planning->plan;
  FfRosterStep *step = g_new0 (FfRosterStep, 1);
  FfVolunteer *same = row->volunteer != NULL ? find_same (planning, row->volunteer) : NULL;
  const char *key = find_key (row->volunteer, same);
  const guint line = GPOINTER_TO_UINT (g_hash_table_lookup (planning->seen, key));

  step->row = row;
  step->change = FF_ROSTER_STEP_REFUSED;
  if (row->volunteer == NULL)
    step->summary = g_strdup (row->refused);
  else if (line != 0)
    /* Translators: the number of a line of a file */
    step->summary = g_strdup_printf (_ ("Line %u is of the same volunteer, by their number (UID). "
                                        "Leave one of them out."),
                                     line);
  else if (same != NULL)
    plan_same (planning, step, same);
  else
    plan_new (planning, step, plan->steps->len);
  if (row->volunteer != NULL)
    g_hash_table_insert (planning->seen, (gpointer) key, GUINT_TO_POINTER (row->line));
  if (step->summary == NULL)
    step->summary = g_strdup ("");
  plan->counts[step->change]++;
  g_ptr_array_add (plan->steps, step);
}

static void
index_stored (Planning *planning)
{
  planning->by_likeness = ff_roster_index_new ();
  planning->by_source = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < planning->stored->len; i++)
    {
      FfVolunteer *volunteer = g_ptr_array_index (planning->stored, i);
      const char *source = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_SOURCE);

      ff_roster_index_add (planning->by_likeness, volunteer, i);
      if (*source != '\0')
        g_hash_table_insert (planning->by_source, (gpointer) source, volunteer);
    }
}

/**
 * ff_roster_plan_new:
 * @import: a file of which nothing has to be asked any more
 * @known: what it was read with
 *
 * A row is somebody who is stored where its number or that of its vCard says so; where only the name, the mail or the phone number is the
 * same it is asked.
 *
 * Returns: (transfer full): what would be done
 */
FfRosterPlan *
ff_roster_plan_new (FfRosterImport *import, FfRosterKnown *known)
{
  FfRosterPlan *plan;
  Planning planning;

  g_return_val_if_fail (import != NULL && known != NULL, NULL);
  g_return_val_if_fail (import->asks == 0, NULL);

  plan = g_new0 (FfRosterPlan, 1);
  plan->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  plan->import = ff_roster_import_ref (import);
  plan->known = ff_roster_known_ref (known);
  planning = (Planning) { .plan = plan };
  planning.stored = ff_roster_get_volunteers (ff_roster_known_get_roster (known));
  planning.rows = ff_roster_index_new ();
  planning.seen = g_hash_table_new (g_str_hash, g_str_equal);
  index_stored (&planning);
  for (guint i = 0; i < import->rows->len; i++)
    plan_row (&planning, g_ptr_array_index (import->rows, i));
  g_hash_table_unref (planning.seen);
  g_hash_table_unref (planning.by_source);
  ff_roster_index_free (planning.rows);
  ff_roster_index_free (planning.by_likeness);
  return plan;
}

/**
 * ff_roster_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
ff_roster_plan_free (FfRosterPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  ff_roster_import_unref (self->import);
  ff_roster_known_unref (self->known);
  g_free (self);
}

/* --- In words --- */

/**
 * ff_roster_candidate_describe:
 * @self: who somebody in the file may be
 *
 * Returns: (transfer full): who that is, and why it may be so: a sentence
 */
char *
ff_roster_candidate_describe (const FfRosterCandidate *self)
{
  const char *name = ff_volunteer_get_name (self->volunteer);
  g_autofree char *like = ff_roster_like_describe (self->like);

  if (self->line != 0)
    /* Translators: a name, the number of a line of a file, and such as “same mail” */
    return g_strdup_printf (_ ("May be %s of line %u (%s)."), name, self->line, like);
  /* Translators: a name, and such as “same mail” */
  return g_strdup_printf (_ ("May be %s, who is here already (%s)."), name, like);
}

static gboolean
is_given_zone (const FfRosterStep *step)
{
  return (step->change == FF_ROSTER_STEP_ADDED || step->change == FF_ROSTER_STEP_DUPLICATE)
         && (step->row->said & FF_ROSTER_FIELD_BIT (FF_ROSTER_FIELD_ZONE)) == 0;
}

/**
 * ff_roster_plan_describe_zones:
 * @self: a plan
 *
 * A zone is never taken silently, and it is told once and not with each row.
 *
 * Returns: (transfer full) (nullable): how many new ones say no time zone, and which they are given; %NULL where all say one
 */
char *
ff_roster_plan_describe_zones (const FfRosterPlan *self)
{
  const char *zone = NULL;
  gboolean is_one = TRUE;
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FfRosterStep *step = g_ptr_array_index (self->steps, i);
      const char *given;

      if (!is_given_zone (step))
        continue;
      given = ff_volunteer_get_text (step->row->volunteer, FF_VOLUNTEER_ZONE);
      is_one = is_one && (zone == NULL || g_str_equal (zone, given));
      zone = given;
      n++;
    }
  if (n == 0)
    return NULL;
  if (is_one)
    return g_strdup_printf (
        /* Translators: how many, and a time zone such as “America/Vancouver” */
        ngettext ("%1$u line says no time zone; for whoever is new there %2$s is taken.",
                  "%1$u lines say no time zone; for whoever is new there %2$s is taken.", n),
        n, zone);
  return g_strdup_printf (
      ngettext ("%u line says no time zone; for whoever is new there their group’s is taken.",
                "%u lines say no time zone; for whoever is new there their group’s is taken.", n),
      n);
}

/* --- What was decided --- */

/**
 * ff_roster_plan_count_undecided:
 * @self: a plan
 *
 * Returns: how many duplicates nobody decided on yet
 */
guint
ff_roster_plan_count_undecided (const FfRosterPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FfRosterStep *step = g_ptr_array_index (self->steps, i);

      n += step->change == FF_ROSTER_STEP_DUPLICATE && step->decision == FF_ROSTER_UNDECIDED ? 1
                                                                                             : 0;
    }
  return n;
}

/**
 * ff_roster_plan_decide_all:
 * @self: a plan
 * @decision: what becomes of every duplicate
 */
void
ff_roster_plan_decide_all (FfRosterPlan *self, FfRosterDecision decision)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      FfRosterStep *step = g_ptr_array_index (self->steps, i);

      if (step->change != FF_ROSTER_STEP_DUPLICATE)
        continue;
      step->decision = decision;
      step->chosen = 0;
    }
}

/**
 * ff_roster_plan_list_decided:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type FfRosterDecided): what is decided now, a step each, for a thread to go by
 */
GArray *
ff_roster_plan_list_decided (const FfRosterPlan *self)
{
  GArray *decided = g_array_sized_new (FALSE, FALSE, sizeof (FfRosterDecided), self->steps->len);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FfRosterStep *step = g_ptr_array_index (self->steps, i);
      const FfRosterDecided one = { step->decision, step->chosen };

      g_array_append_val (decided, one);
    }
  return decided;
}

typedef struct
{
  const FfRosterPlan *plan;
  const GArray *decided;
  GPtrArray *uids;      /* (element-type utf8) in order, of those who are saved */
  GHashTable *by_uid;   /* uid → FfVolunteer: as they become */
  const char **becomes; /* of each step: the uid that it went to; NULL = none */
} Resolving;

/* @volunteer: (transfer full) */
static void
keep (Resolving *resolving, guint step, FfVolunteer *volunteer)
{
  const char *uid = ff_volunteer_get_uid (volunteer);
  gpointer key;

  if (!g_hash_table_lookup_extended (resolving->by_uid, uid, &key, NULL))
    {
      key = g_strdup (uid);
      g_ptr_array_add (resolving->uids, key);
    }
  g_hash_table_insert (resolving->by_uid, key, volunteer);
  resolving->becomes[step] = key;
}

/* Into whom the row goes: as an earlier row left them. (nullable) */
static FfVolunteer *
find_base (const Resolving *resolving, const FfRosterStep *step, guint chosen)
{
  const FfRosterCandidate *candidate = g_ptr_array_index (step->candidates, chosen);
  const char *uid = candidate->line != 0 ? resolving->becomes[candidate->step]
                                         : ff_volunteer_get_uid (candidate->volunteer);
  FfVolunteer *changed = uid != NULL ? g_hash_table_lookup (resolving->by_uid, uid) : NULL;

  if (changed != NULL || candidate->line != 0)
    return changed;
  return candidate->volunteer;
}

static void
resolve_step (Resolving *resolving, guint number)
{
  const FfRosterStep *step = g_ptr_array_index (resolving->plan->steps, number);
  const FfRosterDecided decided = g_array_index (resolving->decided, FfRosterDecided, number);
  const FfRosterKnown *known = resolving->plan->known;
  FfVolunteer *base = step->before;
  FfVolunteer *changed;

  if (step->change == FF_ROSTER_STEP_SAME || step->change == FF_ROSTER_STEP_REFUSED
      || (step->change == FF_ROSTER_STEP_DUPLICATE
          && (decided.decision == FF_ROSTER_UNDECIDED || decided.decision == FF_ROSTER_SKIP)))
    return;
  if (step->change == FF_ROSTER_STEP_CHANGED)
    {
      changed = g_hash_table_lookup (resolving->by_uid, ff_volunteer_get_uid (base));
      keep (resolving, number,
            ff_roster_merge (changed != NULL ? changed : base, step->row, TRUE, known));
      return;
    }
  base = decided.decision == FF_ROSTER_MERGE ? find_base (resolving, step, decided.chosen) : NULL;
  keep (resolving, number,
        base != NULL ? ff_roster_merge (base, step->row, FALSE, known)
                     : g_object_ref (step->after));
}

static guint
count_stored (const FfRosterPlan *self, GPtrArray *volunteers)
{
  FfRoster *roster = ff_roster_known_get_roster (self->known);
  guint n = 0;

  for (guint i = 0; i < volunteers->len; i++)
    {
      const char *uid = ff_volunteer_get_uid (g_ptr_array_index (volunteers, i));

      n += ff_roster_find_volunteer (roster, uid) != NULL ? 1 : 0;
    }
  return n;
}

/**
 * ff_roster_plan_list_volunteers_as:
 * @self: a plan
 * @decided: (element-type FfRosterDecided): what ff_roster_plan_list_decided() gave
 * @added: (out) (optional): how many are new
 * @changed: (out) (optional): how many are stored and differ
 *
 * A row that is merged into an earlier one that is skipped stands for itself.
 *
 * Returns: (transfer full) (element-type FfVolunteer): whom to save, each once
 */
GPtrArray *
ff_roster_plan_list_volunteers_as (const FfRosterPlan *self,
                                   const GArray *decided,
                                   guint *added,
                                   guint *changed)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_uid
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autofree const char **becomes = g_new0 (const char *, self->steps->len + 1);
  GPtrArray *volunteers = g_ptr_array_new_with_free_func (g_object_unref);
  Resolving resolving = { self, decided, uids, by_uid, becomes };
  guint n_stored;

  for (guint i = 0; i < self->steps->len; i++)
    resolve_step (&resolving, i);
  for (guint i = 0; i < uids->len; i++)
    g_ptr_array_add (volunteers,
                     g_object_ref (g_hash_table_lookup (by_uid, g_ptr_array_index (uids, i))));
  n_stored = count_stored (self, volunteers);
  if (added != NULL)
    *added = volunteers->len - n_stored;
  if (changed != NULL)
    *changed = n_stored;
  return volunteers;
}

/**
 * ff_roster_plan_list_volunteers:
 * @self: a plan
 * @added: (out) (optional): how many are new
 * @changed: (out) (optional): how many are stored and differ
 *
 * Returns: (transfer full) (element-type FfVolunteer): whom to save, as ff_roster_plan_list_volunteers_as(), by what is decided now
 */
GPtrArray *
ff_roster_plan_list_volunteers (const FfRosterPlan *self, guint *added, guint *changed)
{
  g_autoptr (GArray) decided = ff_roster_plan_list_decided (self);

  return ff_roster_plan_list_volunteers_as (self, decided, added, changed);
}
