/* ff-person-record-json.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a person as JSON, for them to take along.
 */

#include <json-glib/json-glib.h>

#include "ff-person-record.h"

static const char *const stages[] = {
  [FF_STAGE_NOT_THINKING] = "not thinking about change",
  [FF_STAGE_THINKING] = "thinking about it",
  [FF_STAGE_GETTING_READY] = "getting ready",
  [FF_STAGE_ACTING] = "acting",
  [FF_STAGE_KEEPING_UP] = "keeping it up",
  [FF_STAGE_STARTING_AGAIN] = "starting again",
};

static const char *const aims[] = {
  [FF_AIM_ABSTINENCE] = "abstinence",
  [FF_AIM_LESS] = "less or differently",
  [FF_AIM_OTHER] = "something else",
};

static const char *const capitals[FF_N_CAPITALS] = {
  [FF_CAPITAL_SOCIAL] = "social",
  [FF_CAPITAL_PHYSICAL] = "physical",
  [FF_CAPITAL_HUMAN] = "human",
  [FF_CAPITAL_CULTURAL] = "cultural",
};

static const char *const outcomes[] = {
  [FF_OUTCOME_OPEN] = "open",          [FF_OUTCOME_DONE] = "done",
  [FF_OUTCOME_PARTLY] = "partly done", [FF_OUTCOME_NOT] = "not done",
  [FF_OUTCOME_CHANGED] = "changed",
};

static const char *const days[]
    = { NULL, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

/* What was not said is not there, rather than there and empty. */
static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, int number)
{
  if (number == FF_CHECK_IN_UNSAID)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_points (JsonBuilder *builder, guint points)
{
  if (points == 0)
    return;
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (int bit = 0; bit < 8; bit++)
    if (points & (1u << bit))
      json_builder_add_int_value (builder, bit + 1);
  json_builder_end_array (builder);
}

static void
add_capital (JsonBuilder *builder, FfCheckIn *check_in)
{
  gboolean is_said = FALSE;

  for (guint i = 0; i < FF_N_CAPITALS; i++)
    is_said |= ff_check_in_get_capital (check_in, (FfCapital) i) != FF_CHECK_IN_UNSAID;
  if (!is_said)
    return;
  json_builder_set_member_name (builder, "recovery_capital");
  json_builder_begin_object (builder);
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    add_number (builder, capitals[i], ff_check_in_get_capital (check_in, (FfCapital) i));
  json_builder_end_object (builder);
}

static void
add_check_in (JsonBuilder *builder, FfCheckIn *check_in)
{
  const int stage = ff_check_in_get_stage (check_in);
  const int aim = ff_check_in_get_aim (check_in);

  json_builder_set_member_name (builder, "check_in");
  json_builder_begin_object (builder);
  add_text (builder, "note", ff_check_in_get_note (check_in));
  if (ff_check_in_get_newcomer (check_in))
    {
      json_builder_set_member_name (builder, "first_time");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_points (builder, ff_check_in_get_points (check_in));
  add_number (builder, "urge", ff_check_in_get_urge (check_in));
  add_number (builder, "balance", ff_check_in_get_balance (check_in));
  add_text (builder, "goal", ff_check_in_get_goal (check_in));
  add_text (builder, "aim", aim != FF_CHECK_IN_UNSAID ? aims[aim] : NULL);
  add_text (builder, "stage", stage != FF_CHECK_IN_UNSAID ? stages[stage] : NULL);
  add_text (builder, "helped", ff_check_in_get_helped (check_in));
  add_capital (builder, check_in);
  json_builder_end_object (builder);
}

static void
add_items (JsonBuilder *builder, const char *name, GPtrArray *items)
{
  if (items->len == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      FfPlanItem *item = items->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "text", ff_plan_item_get_text (item));
      add_text (builder, "day", days[ff_plan_item_get_day (item)]);
      add_text (builder, "outcome", outcomes[ff_plan_item_get_outcome (item)]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entry (JsonBuilder *builder, const FfPersonEntry *entry)
{
  g_autofree char *start = ff_wall_time_to_string (ff_session_get_start (entry->session));

  json_builder_begin_object (builder);
  add_text (builder, "start", start);
  if (entry->check_in != NULL)
    add_check_in (builder, entry->check_in);
  add_items (builder, "looked_back_at", entry->reviewed);
  add_items (builder, "plan", entry->plan);
  json_builder_end_object (builder);
}

static void
add_consent (JsonBuilder *builder, FfParticipant *participant)
{
  const char *date = ff_participant_get_consent_date (participant);

  if (*ff_participant_get_consent (participant) == '\0' && date == NULL)
    return;
  json_builder_set_member_name (builder, "consent");
  json_builder_begin_object (builder);
  add_text (builder, "note", ff_participant_get_consent (participant));
  add_text (builder, "date", date);
  json_builder_end_object (builder);
}

/**
 * ff_person_record_to_json:
 *
 * One object, indented, in English whatever the app's language is, with a line break at its end:
 *
 * - `format` ("fourfold-person") and `version` (1)
 * - `alias`, `group` (its name), `zone` (IANA, of every time), `consent` (`note`, `date`)
 * - `sessions`, latest first, of each `start` (wall time, as 2026-11-24T19:00) and
 *   - `check_in`: `note`, `first_time` (true), `points` (numbers of the programme's points, from 1), `urge` and `balance` (0 to 10),
 *     `goal`, `aim`, `stage`, `helped`, `recovery_capital` (`social`, `physical`, `human`, `cultural`, 0 to 10)
 *   - `looked_back_at` and `plan`: of each thing `text`, `day` and `outcome`
 *
 * What was not said is left out. Nothing in it is about anybody else: not who else came, and not how many.
 *
 * Returns: (transfer full): UTF-8
 */
char *
ff_person_record_to_json (FfPersonRecord *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (FF_IS_PERSON_RECORD (self), NULL);

  entries = ff_person_record_get_entries (self);
  json_builder_begin_object (builder);
  add_text (builder, "format", "fourfold-person");
  add_number (builder, "version", 1);
  add_text (builder, "alias", ff_participant_get_alias (ff_person_record_get_participant (self)));
  add_text (builder, "group", ff_group_get_name (ff_person_record_get_group (self)));
  add_text (builder, "zone", ff_group_get_zone (ff_person_record_get_group (self)));
  add_consent (builder, ff_person_record_get_participant (self));
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, entries->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
