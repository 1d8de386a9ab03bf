/* ff-volunteer-record.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a volunteer as JSON, for them to take along.
 */

#include "ff-volunteer-record.h"

#include <json-glib/json-glib.h>

static const char *const servings[FF_N_SERVINGS] = {
  [FF_SERVING_INTERESTED] = "interested",
  [FF_SERVING_IN_TRAINING] = "in training",
  [FF_SERVING_ACTIVE] = "active",
  [FF_SERVING_RESTING] = "resting",
};

static const char *const statuses[FF_N_DUTY_STATUSES] = {
  [FF_DUTY_PROPOSED] = "proposed",   [FF_DUTY_ASKED] = "asked",
  [FF_DUTY_CONFIRMED] = "confirmed", [FF_DUTY_SWAPPED] = "swapped",
  [FF_DUTY_DECLINED] = "declined",
};

static const char *const texts[FF_N_VOLUNTEER_TEXTS] = {
  [FF_VOLUNTEER_NAME] = "name",
  [FF_VOLUNTEER_PRONOUNS] = "pronouns",
  [FF_VOLUNTEER_MAIL] = "mail",
  [FF_VOLUNTEER_PHONE] = "telephone",
  [FF_VOLUNTEER_ZONE] = "zone",
  [FF_VOLUNTEER_LANGUAGE] = "written_to_in",
  [FF_VOLUNTEER_HOME] = "home",
  [FF_VOLUNTEER_EMERGENCY_NAME] = "emergency_contact",
  [FF_VOLUNTEER_EMERGENCY_PHONE] = "emergency_telephone",
  [FF_VOLUNTEER_NOTES] = "notes",
  [FF_VOLUNTEER_SOURCE] = "card",
};

static const char *const caps[FF_N_CAPS] = {
  [FF_CAP_WEEK] = "most_a_week",
  [FF_CAP_MONTH] = "most_a_month",
  [FF_CAP_IN_ROW] = "most_weeks_in_a_row",
};

static const char *const days[]
    = { NULL, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const wishes[] = { "likes", "free", "rather not" };

/**
 * ff_volunteer_duty_new:
 * @meeting: its title, or its group's name
 * @zone: of its times
 *
 * Returns: (transfer full): a line of a record
 */
FfVolunteerDuty *
ff_volunteer_duty_new (FfAssignment *assignment, const char *meeting, const char *zone)
{
  FfVolunteerDuty *duty;

  g_return_val_if_fail (FF_IS_ASSIGNMENT (assignment), NULL);

  duty = g_new0 (FfVolunteerDuty, 1);
  duty->assignment = g_object_ref (assignment);
  duty->meeting = g_strdup (meeting);
  duty->zone = g_strdup (zone);
  return duty;
}

void
ff_volunteer_duty_free (FfVolunteerDuty *duty)
{
  g_object_unref (duty->assignment);
  g_free (duty->meeting);
  g_free (duty->zone);
  g_free (duty->moved);
  g_free (duty);
}

FfVolunteerRecord *
ff_volunteer_record_new (FfVolunteer *volunteer, FfRoster *roster)
{
  FfVolunteerRecord *self;

  g_return_val_if_fail (FF_IS_VOLUNTEER (volunteer) && FF_IS_ROSTER (roster), NULL);

  self = g_new0 (FfVolunteerRecord, 1);
  self->volunteer = g_object_ref (volunteer);
  self->roster = g_object_ref (roster);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->duties = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_volunteer_duty_free);
  self->hours = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_hours_entry_free);
  return self;
}

void
ff_volunteer_record_free (FfVolunteerRecord *self)
{
  g_object_unref (self->volunteer);
  g_object_unref (self->roster);
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->duties);
  g_ptr_array_unref (self->hours);
  g_free (self);
}

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
add_number (JsonBuilder *builder, const char *name, guint number)
{
  if (number == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_truth (JsonBuilder *builder, const char *name, gboolean truth)
{
  if (!truth)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

static const char *
find_role (FfVolunteerRecord *self, const char *uid)
{
  FfRole *role = ff_roster_find_role (self->roster, uid);

  return role != NULL && *ff_role_get_name (role) != '\0' ? ff_role_get_name (role) : uid;
}

static const char *
find_requirement (FfVolunteerRecord *self, const char *uid)
{
  FfRequirement *requirement = ff_roster_find_requirement (self->roster, uid);

  return requirement != NULL ? ff_requirement_get_name (requirement) : uid;
}

static const char *
find_in_set (FfVolunteerRecord *self, FfVolunteerSet set, const char *value)
{
  const char *group;

  switch (set)
    {
    case FF_VOLUNTEER_ROLES:
      return find_role (self, value);
    case FF_VOLUNTEER_GROUPS:
      group = g_hash_table_lookup (self->groups, value);
      return group != NULL ? group : value;
    case FF_VOLUNTEER_LANGUAGES:
    case FF_VOLUNTEER_PROGRAMMES:
    default:
      return value;
    }
}

static void
add_sets (JsonBuilder *builder, FfVolunteerRecord *self)
{
  static const char *const names[FF_N_VOLUNTEER_SETS] = {
    [FF_VOLUNTEER_LANGUAGES] = "languages",
    [FF_VOLUNTEER_PROGRAMMES] = "programmes",
    [FF_VOLUNTEER_ROLES] = "roles",
    [FF_VOLUNTEER_GROUPS] = "groups",
  };

  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    {
      const char *const *values = ff_volunteer_get_set (self->volunteer, (FfVolunteerSet) i);

      if (values[0] == NULL)
        continue;
      json_builder_set_member_name (builder, names[i]);
      json_builder_begin_array (builder);
      for (guint j = 0; values[j] != NULL; j++)
        json_builder_add_string_value (builder, find_in_set (self, (FfVolunteerSet) i, values[j]));
      json_builder_end_array (builder);
    }
}

static void
add_limits (JsonBuilder *builder, FfVolunteer *volunteer)
{
  double latitude, longitude;

  add_text (builder, "serving", servings[ff_volunteer_get_serving (volunteer)]);
  for (guint i = 0; i < FF_N_CAPS; i++)
    add_number (builder, caps[i], ff_volunteer_get_cap (volunteer, (FfCap) i));
  add_truth (builder, "only_these_groups", ff_volunteer_get_only_groups (volunteer));
  add_truth (builder, "online_only", ff_volunteer_get_online_only (volunteer));
  add_number (builder, "travels_kilometres", ff_volunteer_get_reach (volunteer));
  if (!ff_volunteer_get_position (volunteer, &latitude, &longitude))
    return;
  json_builder_set_member_name (builder, "latitude");
  json_builder_add_double_value (builder, latitude);
  json_builder_set_member_name (builder, "longitude");
  json_builder_add_double_value (builder, longitude);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* Beyond midnight it is of the next day. */
static void
add_minute (JsonBuilder *builder, const char *name, guint minute)
{
  g_autofree char *text = g_strdup_printf ("%02u:%02u", minute / 60, minute % 60);

  add_text (builder, name, text);
}

static void
add_hours_free (JsonBuilder *builder, FfVolunteer *volunteer)
{
  GArray *all = ff_volunteer_get_availability (volunteer);

  begin_list (builder, "free");
  for (guint i = 0; i < all->len; i++)
    {
      const FfAvailability *hours = &g_array_index (all, FfAvailability, i);

      json_builder_begin_object (builder);
      add_text (builder, "day", days[CLAMP (hours->weekday, 1, 7)]);
      add_minute (builder, "from", hours->from);
      add_minute (builder, "until", hours->until);
      add_text (builder, "wish", wishes[MIN (hours->wish, FF_WISH_RATHER_NOT)]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_absences (JsonBuilder *builder, FfVolunteer *volunteer)
{
  GPtrArray *all = ff_volunteer_get_absences (volunteer);

  begin_list (builder, "away");
  for (guint i = 0; i < all->len; i++)
    {
      const FfAbsence *absence = all->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "first", absence->from);
      add_text (builder, "last", absence->until);
      add_text (builder, "reason", absence->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_trainings (JsonBuilder *builder, FfVolunteerRecord *self)
{
  GPtrArray *all = ff_volunteer_get_trainings (self->volunteer);

  begin_list (builder, "trainings");
  for (guint i = 0; i < all->len; i++)
    {
      const FfTraining *training = all->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "training", find_requirement (self, training->requirement));
      add_text (builder, "done", training->done);
      add_text (builder, "until", training->until);
      add_text (builder, "document", training->document);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_steps (JsonBuilder *builder, FfVolunteer *volunteer)
{
  GPtrArray *all = ff_volunteer_get_steps (volunteer);

  begin_list (builder, "steps");
  for (guint i = 0; i < all->len; i++)
    {
      const FfStep *step = all->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "step", step->title);
      add_text (builder, "date", step->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* An instant in UTC; nothing for 0. */
static void
add_instant (JsonBuilder *builder, const char *name, gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autofree char *text
      = time != NULL && microseconds != 0 ? g_date_time_format_iso8601 (time) : NULL;

  add_text (builder, name, text);
}

static const char *
get_status (const FfVolunteerDuty *duty)
{
  if (duty->relieved)
    return "relieved";
  return duty->given_up ? "given up" : statuses[ff_assignment_get_status (duty->assignment)];
}

/* Of a duty that somebody else has now, what is said of them is theirs. */
static void
add_duty (JsonBuilder *builder, FfVolunteerRecord *self, const FfVolunteerDuty *duty)
{
  FfAssignment *assignment = duty->assignment;
  g_autofree char *start = ff_wall_time_to_string (ff_assignment_get_rule_time (assignment));

  json_builder_begin_object (builder);
  add_text (builder, "start", start);
  add_text (builder, "moved_to", duty->moved);
  add_text (builder, "zone", duty->zone);
  add_text (builder, "meeting", duty->meeting);
  add_text (builder, "role", find_role (self, ff_assignment_get_role (assignment)));
  add_text (builder, "status", get_status (duty));
  if (!duty->given_up && !duty->relieved)
    {
      add_truth (builder, "pinned", ff_assignment_get_pinned (assignment));
      add_instant (builder, "asked", ff_assignment_get_asked (assignment));
      add_text (builder, "reason", ff_assignment_get_reason (assignment));
    }
  json_builder_end_object (builder);
}

static void
add_duties (JsonBuilder *builder, FfVolunteerRecord *self)
{
  begin_list (builder, "duties");
  for (guint i = 0; i < self->duties->len; i++)
    add_duty (builder, self, self->duties->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_hours (JsonBuilder *builder, FfVolunteerRecord *self)
{
  begin_list (builder, "hours");
  for (guint i = 0; i < self->hours->len; i++)
    {
      const FfHoursEntry *entry = self->hours->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "date", entry->date);
      add_number (builder, "minutes", entry->minutes);
      add_text (builder, "what", entry->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * ff_volunteer_record_to_json:
 *
 * One object, indented, in English whatever the app's language is, with a line break at its end:
 *
 * - `format` ("fourfold-volunteer") and `version` (1)
 * - `number` (in Fourfold) and `changed` (when the entry was last saved, in UTC)
 * - `name`, `pronouns`, `mail`, `telephone`, `zone` (IANA), `written_to_in`, `home`, `emergency_contact`,
 *   `emergency_telephone`, `notes`, `card`
 * - `languages`, `programmes`, `roles`, `groups`
 * - `serving`, `most_a_week`, `most_a_month`, `most_weeks_in_a_row`, `only_these_groups`, `online_only`, `travels_kilometres`,
 *   `latitude`, `longitude`
 * - `free` (`day`, `from`, `until`, `wish`), `away` (`first`, `last`, `reason`), `trainings` (`training`, `done`, `until`,
 *   `document`), `steps` (`step`, `date`)
 * - `duties` (`start`, `moved_to`, `zone`, `meeting`, `role`, `status`, `pinned`, `asked`, `reason`), those that somebody else
 *   stepped in for among them as `given up` and those that they are not told yet to have no more as `relieved`, and `hours`
 *   (`date`, `minutes`, `what`)
 *
 * What was not said is left out. Nothing in it is about anybody else: not from whom a duty was taken over, nor who stepped in.
 *
 * Returns: (transfer full): UTF-8
 */
char *
ff_volunteer_record_to_json (FfVolunteerRecord *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  add_text (builder, "format", "fourfold-volunteer");
  add_number (builder, "version", 1);
  add_text (builder, "number", ff_volunteer_get_uid (self->volunteer));
  add_instant (builder, "changed", ff_volunteer_get_modified (self->volunteer));
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    add_text (builder, texts[i], ff_volunteer_get_text (self->volunteer, (FfVolunteerText) i));
  add_sets (builder, self);
  add_limits (builder, self->volunteer);
  add_hours_free (builder, self->volunteer);
  add_absences (builder, self->volunteer);
  add_trainings (builder, self);
  add_steps (builder, self->volunteer);
  add_duties (builder, self);
  add_hours (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}
