/* ff-command-rota.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl rota: fills the places of some weeks, and says who gets which and why some stay empty.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-await.h"
#include "ff-command.h"
#include "ff-listing.h"
#include "ff-roster-edit.h"
#include "ff-rota-solving.h"
#include "ff-rota-source.h"
#include "ff-stretch.h"

#define MOST_WEEKS 53
#define MOST_SECONDS 3600

static char *from_text;
static int weeks = G_MININT;
static int seconds = 20;
static gboolean apply;
static gboolean json;

static const GOptionEntry options[] = {
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &from_text,
    N_ ("The first day, such as 2026-11-24"), N_ ("DATE") },
  { "weeks", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &weeks, N_ ("For how many weeks"), N_ ("N") },
  { "time-limit", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &seconds,
    N_ ("For how many seconds to look for something better (20)"), N_ ("S") },
  { "apply", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &apply,
    N_ ("Write it down as proposed instead of only showing it"), NULL },
  { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json,
    N_ ("One JSON object a line instead of columns"), NULL },
  G_OPTION_ENTRY_NULL,
};

static const char *const endings[] = {
  [FF_ROTA_ENDING_DONE] = "done",
  [FF_ROTA_ENDING_EARLY] = "early",
  [FF_ROTA_ENDING_FAILED] = "failed",
};

static const char *const levels[FF_N_LEVELS] = {
  [FF_LEVEL_REQUIRED] = "required",   [FF_LEVEL_OPTIONAL] = "optional",
  [FF_LEVEL_WORST] = "worst",         [FF_LEVEL_SPREAD] = "spread",
  [FF_LEVEL_STRANGERS] = "strangers", [FF_LEVEL_WISHES] = "wishes",
  [FF_LEVEL_CHANGES] = "changes",
};

static const char *const statuses[FF_N_DUTY_STATUSES] = {
  [FF_DUTY_PROPOSED] = "proposed",   [FF_DUTY_ASKED] = "asked",
  [FF_DUTY_CONFIRMED] = "confirmed", [FF_DUTY_SWAPPED] = "swapped",
  [FF_DUTY_DECLINED] = "declined",
};

/* --- What comes out --- */

static char *
format_start (FfSlot *slot)
{
  return g_date_time_format (ff_occurrence_get_start (ff_slot_get_occurrence (slot)),
                             "%Y-%m-%dT%H:%M:%S%:z");
}

static JsonObject *
begin_row (FfSlot *slot)
{
  g_autofree char *start = format_start (slot);
  JsonObject *row = json_object_new ();

  json_object_set_string_member (row, "start", start);
  json_object_set_string_member (row, "group", ff_group_get_name (ff_slot_get_group (slot)));
  json_object_set_string_member (row, "meeting",
                                 ff_meeting_get_uid (
                                     ff_occurrence_get_meeting (ff_slot_get_occurrence (slot))));
  json_object_set_string_member (row, "role", ff_role_get_uid (ff_slot_get_role (slot)));
  return row;
}

/* Whose it is now; %NULL where it is nobody’s, or somebody’s whose data are erased. */
static const char *
get_before (FfSlot *slot)
{
  FfAssignment *assignment = ff_slot_get_assignment (slot);
  const char *volunteer = assignment != NULL ? ff_assignment_get_volunteer (assignment) : "";

  return *volunteer != '\0' ? volunteer : NULL;
}

static const char *
get_after (FfRotaPlan *plan, FfSlot *slot)
{
  FfVolunteer *volunteer = ff_rota_plan_get_volunteer (plan, slot);

  return volunteer != NULL ? ff_volunteer_get_uid (volunteer) : NULL;
}

static gboolean
is_changed (FfRotaPlan *plan, FfSlot *slot)
{
  return g_strcmp0 (get_before (slot), get_after (plan, slot)) != 0;
}

static const char *
get_status (FfRotaPlan *plan, FfSlot *slot)
{
  if (get_after (plan, slot) == NULL)
    return "empty";
  return is_changed (plan, slot)
             ? statuses[FF_DUTY_PROPOSED]
             : statuses[ff_assignment_get_status (ff_slot_get_assignment (slot))];
}

/* A script is told the UUID, a person the name. */
static void
print_slot (FfRotaPlan *plan, FfSlot *slot)
{
  g_autoptr (JsonObject) row = begin_row (slot);
  FfVolunteer *volunteer = ff_rota_plan_get_volunteer (plan, slot);
  const char *who = "";

  if (volunteer != NULL)
    who = json ? ff_volunteer_get_uid (volunteer) : ff_volunteer_get_name (volunteer);
  json_object_set_string_member (row, "volunteer", who);
  json_object_set_string_member (row, "status", get_status (plan, slot));
  json_object_set_boolean_member (row, "changed", is_changed (plan, slot));
  ff_listing_print (row, json);
}

static void
set_number (JsonObject *object, const char *name, double number)
{
  if (isnan (number))
    json_object_set_null_member (object, name);
  else
    json_object_set_double_member (object, name, number);
}

static JsonObject *
make_objective (FfRotaPlan *plan)
{
  JsonObject *objective = json_object_new ();

  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      const FfMeasure measure = ff_rota_plan_get_measure (plan, (FfLevel) level);
      JsonObject *part = json_object_new ();

      set_number (part, "reached", measure.reached);
      set_number (part, "bound", measure.bound);
      json_object_set_object_member (objective, levels[level], part);
    }
  return objective;
}

static JsonArray *
list_unfilled (FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) unfilled = ff_rota_plan_list_unfilled (plan);
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < unfilled->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (unfilled, i);
      g_autofree char *why = ff_rota_plan_explain (plan, slot);
      JsonObject *row = begin_row (slot);

      json_object_set_boolean_member (row, "required", ff_slot_get_required (slot));
      json_object_set_string_member (row, "why", why);
      json_array_add_object_element (rows, row);
    }
  return rows;
}

static guint
count_required (FfRota *rota)
{
  GPtrArray *slots = ff_rota_get_slots (rota);
  guint n = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      if (ff_slot_get_required (g_ptr_array_index (slots, i)))
        n++;
    }
  return n;
}

static guint
count_covered (FfRotaPlan *plan)
{
  return (guint) lround (ff_rota_plan_get_measure (plan, FF_LEVEL_REQUIRED).reached);
}

static void
print_end (FfRotaPlan *plan)
{
  g_autoptr (JsonObject) end = json_object_new ();

  json_object_set_int_member (end, "covered", count_covered (plan));
  json_object_set_int_member (end, "required", count_required (ff_rota_plan_get_rota (plan)));
  json_object_set_array_member (end, "unfilled", list_unfilled (plan));
  json_object_set_object_member (end, "objective", make_objective (plan));
  set_number (end, "gap", ff_rota_plan_get_gap (plan));
  json_object_set_string_member (end, "ending", endings[ff_rota_plan_get_ending (plan)]);
  ff_listing_print (end, TRUE);
}

static void
print_end_in_words (FfRotaPlan *plan)
{
  g_autoptr (GPtrArray) unfilled = ff_rota_plan_list_unfilled (plan);
  const guint required = count_required (ff_rota_plan_get_rota (plan));
  const double gap = ff_rota_plan_get_gap (plan);

  for (guint i = 0; i < unfilled->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (unfilled, i);
      g_autofree char *start = format_start (slot);
      g_autofree char *why = ff_rota_plan_explain (plan, slot);

      g_print ("%s\t%s\n", start, why);
    }
  g_print (ngettext ("%u of %u required place is covered.", "%u of %u required places are covered.",
                     required),
           count_covered (plan), required);
  g_print ("\n");
  if (ff_rota_plan_get_ending (plan) == FF_ROTA_ENDING_FAILED)
    g_print ("%s\n", _ ("The search for the best way failed, so the places were filled one after "
                        "the other: another way may be better."));
  else if (isnan (gap))
    g_print (_ ("How much better it could be is not known. A longer --time-limit may tell.\n"));
  else if (gap < 0.0005)
    g_print ("%s\n", _ ("No better way to fill these places exists."));
  else
    g_print (_ ("At the most %.1f %% better is possible in any one respect.\n"), gap * 100.0);
}

static void
print_plan (FfRotaPlan *plan)
{
  GPtrArray *slots = ff_rota_get_slots (ff_rota_plan_get_rota (plan));

  for (guint i = 0; i < slots->len; i++)
    print_slot (plan, g_ptr_array_index (slots, i));
  if (json)
    print_end (plan);
  else
    print_end_in_words (plan);
}

/* --- Writing it down --- */

static void
add_change (FfRosterEdit *edit, FfRotaPlan *plan, FfSlot *slot)
{
  FfAssignment *before = ff_slot_get_assignment (slot);
  FfOccurrence *occurrence = ff_slot_get_occurrence (slot);
  const char *after = get_after (plan, slot);
  g_autoptr (FfAssignment) assignment = NULL;

  if (before != NULL)
    ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (before));
  if (after == NULL)
    return;
  assignment = ff_assignment_new (NULL);
  ff_assignment_set_volunteer (assignment, after);
  ff_assignment_set_place (assignment, ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                           ff_occurrence_get_rule_time (occurrence),
                           ff_role_get_uid (ff_slot_get_role (slot)), ff_slot_get_place (slot));
  ff_assignment_set_status (assignment, FF_DUTY_PROPOSED);
  ff_roster_edit_save_assignment (edit, assignment);
}

static gboolean
write_down (FfStore *store, FfRotaPlan *plan, GError **error)
{
  GPtrArray *slots = ff_rota_get_slots (ff_rota_plan_get_rota (plan));
  g_autoptr (FfRosterEdit) edit = ff_roster_edit_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      FfSlot *slot = g_ptr_array_index (slots, i);

      if (is_changed (plan, slot))
        add_change (edit, plan, slot);
    }
  if (ff_roster_edit_is_empty (edit))
    return TRUE;
  ff_roster_edit_apply_async (g_steal_pointer (&edit), store, NULL, ff_await_ready, &result);
  return ff_roster_edit_apply_finish (store, ff_await (&result), error) != 0;
}

/* --- The command --- */

static FfRota *
read_rota (FfStore *store, const FfStretch *stretch, GError **error)
{
  g_autoptr (GDateTime) before = g_date_time_add_days (stretch->from, -FF_ROTA_MARGIN_DAYS);
  g_autoptr (GDateTime) after = g_date_time_add_days (stretch->until, FF_ROTA_MARGIN_DAYS);
  g_autoptr (FfRotaSource) source = ff_rota_source_read (store, before, after, error);
  g_autoptr (FfRota) rota = NULL;

  if (source == NULL)
    return NULL;
  if (ff_roster_get_volunteers (source->roster)->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There are no volunteers yet. Enter some in Fourfold, or take them "
                              "in with “fourfoldctl import FILE --format roster-csv”."));
      return NULL;
    }
  rota = ff_rota_new (source->roster, source->groups, source->occurrences, source->assignments,
                      NULL, stretch->from, stretch->until);
  if (ff_rota_get_slots (rota)->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   ngettext ("No meeting is held in the %d week from %s on. Look with "
                             "“fourfoldctl occurrences” when there are some.",
                             "No meeting is held in the %d weeks from %s on. Look with "
                             "“fourfoldctl occurrences” when there are some.",
                             (gulong) weeks),
                   weeks, from_text);
      return NULL;
    }
  return g_steal_pointer (&rota);
}

static gboolean
fill (FfStore *store, gpointer data, GError **error)
{
  g_autoptr (FfRota) rota = read_rota (store, data, error);
  g_autoptr (FfRotaPlan) plan = NULL;

  if (rota == NULL)
    return FALSE;
  plan = ff_rota_solve (rota, FF_SOLVING_DECOMPOSED, seconds, NULL, NULL, NULL);
  if (apply && !write_down (store, plan, error))
    return FALSE;
  print_plan (plan);
  return TRUE;
}

static gboolean
check_numbers (GError **error)
{
  if (from_text == NULL || weeks == G_MININT)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("From which day, and for how many weeks? Give both, such as --from "
                            "2026-11-24 --weeks 13."));
  else if (weeks < 1 || weeks > MOST_WEEKS)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--weeks takes a number from 1 to %d."), MOST_WEEKS);
  else if (seconds < 1 || seconds > MOST_SECONDS)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("--time-limit takes a number of seconds from 1 to %d."), MOST_SECONDS);
  else
    return TRUE;
  return FALSE;
}

/* What is over is not filled any more: the stretch begins now at the earliest. */
static gboolean
parse_options (FfInvocation *invocation, FfStretch *stretch, GError **error)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (invocation->clock);
  g_autoptr (GDateTime) first = NULL;

  if (!ff_command_refuse_arguments (invocation, error) || !check_numbers (error)
      || !ff_stretch_parse (from_text, NULL, &first, NULL, error))
    return FALSE;
  stretch->until = g_date_time_add_weeks (first, weeks);
  if (stretch->until == NULL || g_date_time_compare (stretch->until, now) <= 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   ngettext ("The %d week from %s on is over. Begin later.",
                             "The %d weeks from %s on are over. Begin later.", (gulong) weeks),
                   weeks, from_text);
      return FALSE;
    }
  stretch->from = g_date_time_ref (g_date_time_compare (first, now) < 0 ? now : first);
  return TRUE;
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  g_auto (FfStretch) stretch = { 0 };

  return parse_options (invocation, &stretch, error)
         && ff_command_use_store (ff_command_open_store (invocation, error), fill, &stretch, error);
}

const FfCommand ff_command_rota = {
  "rota",  "",  N_ ("Fill the places of some weeks, fairly, and say why some stay empty"),
  options, run,
};
