/* test-participants.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People: listed, read, renamed, merged and put back, and forgotten.
 */

#include "ff-participant-repository.h"

#include "ff-store-error.h"
#include "ff-test-notes.h"

static char *
list (Notes *f, const char *group, const char *prefix, guint limit, guint offset)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  ff_participant_repository_list_async (f->store, group, prefix, limit, offset, NULL,
                                        ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  people = ff_participant_repository_list_finish (f->store, done, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    {
      FfPerson *person = people->pdata[i];
      const FfWallTime *seen = ff_person_get_last_seen (person);
      g_autofree char *time = seen != NULL ? ff_wall_time_to_string (seen) : g_strdup ("never");

      g_string_append_printf (text, "%s %s %s %.10s %u %u %s\n", ff_person_get_uid (person),
                              ff_person_get_group (person), ff_person_get_alias (person), time,
                              ff_person_get_check_ins (person), ff_person_get_open_items (person),
                              ff_person_get_last_goal (person));
    }
  return g_string_free_and_steal (text);
}

#define assert_list(f, group, prefix, limit, offset, expected)                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *listed = list (f, group, prefix, limit, offset);                              \
    g_assert_cmpstr (listed, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
save_with_goal (Notes *f, const char *date, const char *alias, const char *goal)
{
  g_autoptr (FfCheckIn) made = make_check_in_on ("g", date, alias, "A steady week.");

  ff_check_in_set_goal (made, goal);
  save_check_in (f, "g", date, alias, made);
}

static void
test_list (Notes *f, gconstpointer data)
{
  g_autoptr (FfPlanItem) done = NULL;

  save_with_goal (f, "2026-11-10", "Zoë", "No drinking on weekdays");
  save_with_goal (f, "2026-11-17", "Zoë", "");
  save_with_goal (f, "2026-11-03", "Zoë", "Feel better");
  save_with_goal (f, "2026-11-17", "Ana", "");
  check_in (f, "h", "2026-11-18", "Zora", "");
  plan (f, "g", "2026-11-10", "Zoë", 0, "Walk");
  plan (f, "g", "2026-11-10", "Zoë", 1, "");
  done = make_item ("g", "2026-11-10", "Zoë", 2, "Ring Anna");
  ff_plan_item_review (done, FF_OUTCOME_DONE, "g-2026-11-17");
  save_item (f, done);

#define ZORA "p-Zora h Zora 2026-11-18 1 0 \n"
#define ANA "p-Ana g Ana 2026-11-17 1 0 \n"
#define ZOE "p-Zoë g Zoë 2026-11-17 3 1 No drinking on weekdays\n"
  assert_list (f, NULL, "", 10, 0, ZORA ANA ZOE);
  assert_list (f, "g", "", 10, 0, ANA ZOE);
  assert_list (f, NULL, "", 1, 1, ANA);
  assert_list (f, NULL, "", 5, 3, "");
  assert_list (f, NULL, "ZO", 10, 0, ZORA ZOE);
  assert_list (f, "g", "zoé", 10, 0, ZOE);
  assert_list (f, "g", "zor", 10, 0, "");
  assert_list (f, "nobody", "", 10, 0, "");
}

/* Somebody who checked in with everything there is to say, looked back at a plan and made another. */
static void
write_all (Notes *f)
{
  g_autoptr (FfCheckIn) all = make_check_in_on ("g", "2026-11-17", "Zoë", "Slept well.\n“Fine”");
  g_autoptr (FfPlanItem) planned = NULL;
  g_autoptr (FfPlanItem) next = make_item ("g", "2026-11-17", "Zoë", 0, "Swim");

  check_in (f, "g", "2026-11-10", "Zoë", "First time here");
  planned = make_item ("g", "2026-11-10", "Zoë", 0, "Walk with Ana");
  check_in (f, "g", "2026-11-10", "Bo", "Somebody else’s words");
  plan (f, "g", "2026-11-10", "Bo", 0, "Somebody else’s plan");
  ff_check_in_set_urge (all, 0);
  ff_check_in_set_newcomer (all, TRUE);
  ff_check_in_set_points (all, 1 | 4 | 128);
  ff_check_in_set_balance (all, 10);
  ff_check_in_set_stage (all, FF_STAGE_STARTING_AGAIN);
  ff_check_in_set_aim (all, FF_AIM_LESS);
  ff_check_in_set_goal (all, "Two evenings a week");
  ff_check_in_set_helped (all, "The urge log");
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    ff_check_in_set_capital (all, (FfCapital) i, 3 + (int) i);
  save_check_in (f, "g", "2026-11-17", "Zoë", all);
  ff_plan_item_review (planned, FF_OUTCOME_PARTLY, "g-2026-11-17");
  ff_plan_item_set_day (planned, 7);
  save_item (f, planned);
  save_item (f, next);
  ff_participant_repository_save_consent_async (f->store, "p-Zoë", "Notes are fine", "2026-11-10",
                                                ff_test_on_result, &f->result);
  assert_written (f);
}

static FfPersonRecord *
read_record (Notes *f, const char *uid, GError **error)
{
  g_autoptr (GAsyncResult) done = NULL;

  ff_participant_repository_get_record_async (f->store, uid, NULL, ff_test_on_result, &f->result);
  ff_test_wait (&f->result);
  done = g_steal_pointer (&f->result);
  return ff_participant_repository_get_record_finish (f->store, done, error);
}

static void
test_record (Notes *f, gconstpointer data)
{
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfPersonRecord) none = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;
  FfPersonEntry *entry;

  write_all (f);
  record = read_record (f, "p-Zoë", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ff_participant_get_alias (ff_person_record_get_participant (record)), ==, "Zoë");
  g_assert_cmpstr (ff_group_get_name (ff_person_record_get_group (record)), ==, "Harbour");
  entries = ff_person_record_get_entries (record);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpstr (ff_session_get_uid (entry->session), ==, "g-2026-11-17");
  g_assert_cmpint (ff_check_in_get_urge (entry->check_in), ==, 0);
  g_assert_true (ff_check_in_get_newcomer (entry->check_in));
  g_assert_cmpuint (ff_check_in_get_points (entry->check_in), ==, 133);
  g_assert_cmpint (ff_check_in_get_balance (entry->check_in), ==, 10);
  g_assert_cmpint (ff_check_in_get_stage (entry->check_in), ==, FF_STAGE_STARTING_AGAIN);
  g_assert_cmpint (ff_check_in_get_aim (entry->check_in), ==, FF_AIM_LESS);
  g_assert_cmpstr (ff_check_in_get_goal (entry->check_in), ==, "Two evenings a week");
  g_assert_cmpstr (ff_check_in_get_helped (entry->check_in), ==, "The urge log");
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    g_assert_cmpint (ff_check_in_get_capital (entry->check_in, (FfCapital) i), ==, 3 + (int) i);
  g_assert_cmpuint (entry->plan->len, ==, 1);
  g_assert_cmpuint (entry->reviewed->len, ==, 1);
  g_assert_cmpuint (ff_plan_item_get_day (entry->reviewed->pdata[0]), ==, 7);
  entry = entries->pdata[1];
  g_assert_cmpuint (entry->plan->len, ==, 1);
  g_assert_true (entry->plan->pdata[0]
                 == ((FfPersonEntry *) entries->pdata[0])->reviewed->pdata[0]);
  g_assert_cmpuint (entry->reviewed->len, ==, 0);

  none = read_record (f, "p-Nobody", &error);
  g_assert_null (none);
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "is not there any more"));
  g_clear_error (&error);
  g_assert_null (ff_participant_repository_get_record (f->store, "p-Nobody", &error));
  g_assert_error (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED);
  g_assert_null (ff_participant_repository_get (f->store, "p-Nobody", NULL));
}

static const char json[] = "{\n"
                           "  \"format\" : \"fourfold-person\",\n"
                           "  \"version\" : 1,\n"
                           "  \"alias\" : \"Zoë\",\n"
                           "  \"group\" : \"Harbour\",\n"
                           "  \"zone\" : \"America/Vancouver\",\n"
                           "  \"consent\" : {\n"
                           "    \"note\" : \"Notes are fine\",\n"
                           "    \"date\" : \"2026-11-10\"\n"
                           "  },\n"
                           "  \"sessions\" : [\n"
                           "    {\n"
                           "      \"start\" : \"2026-11-17T19:00\",\n"
                           "      \"check_in\" : {\n"
                           "        \"note\" : \"Slept well.\\n“Fine”\",\n"
                           "        \"first_time\" : true,\n"
                           "        \"points\" : [\n"
                           "          1,\n"
                           "          3,\n"
                           "          8\n"
                           "        ],\n"
                           "        \"urge\" : 0,\n"
                           "        \"balance\" : 10,\n"
                           "        \"goal\" : \"Two evenings a week\",\n"
                           "        \"aim\" : \"less or differently\",\n"
                           "        \"stage\" : \"starting again\",\n"
                           "        \"helped\" : \"The urge log\",\n"
                           "        \"recovery_capital\" : {\n"
                           "          \"social\" : 3,\n"
                           "          \"physical\" : 4,\n"
                           "          \"human\" : 5,\n"
                           "          \"cultural\" : 6\n"
                           "        }\n"
                           "      },\n"
                           "      \"looked_back_at\" : [\n"
                           "        {\n"
                           "          \"text\" : \"Walk with Ana\",\n"
                           "          \"day\" : \"Sunday\",\n"
                           "          \"outcome\" : \"partly done\"\n"
                           "        }\n"
                           "      ],\n"
                           "      \"plan\" : [\n"
                           "        {\n"
                           "          \"text\" : \"Swim\",\n"
                           "          \"outcome\" : \"open\"\n"
                           "        }\n"
                           "      ]\n"
                           "    },\n"
                           "    {\n"
                           "      \"start\" : \"2026-11-10T19:00\",\n"
                           "      \"check_in\" : {\n"
                           "        \"note\" : \"First time here\"\n"
                           "      },\n"
                           "      \"plan\" : [\n"
                           "        {\n"
                           "          \"text\" : \"Walk with Ana\",\n"
                           "          \"day\" : \"Sunday\",\n"
                           "          \"outcome\" : \"partly done\"\n"
                           "        }\n"
                           "      ]\n"
                           "    }\n"
                           "  ]\n"
                           "}\n";

/* All of theirs, and nothing of anybody else. */
static void
test_json (Notes *f, gconstpointer data)
{
  g_autoptr (FfPersonRecord) record = NULL;
  g_autoptr (FfPersonRecord) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *others = NULL;

  write_all (f);
  record = ff_participant_repository_get_record (f->store, "p-Zoë", &error);
  g_assert_no_error (error);
  text = ff_person_record_to_json (record);
  g_assert_cmpstr (text, ==, json);
  other = ff_participant_repository_get_record (f->store, "p-Bo", &error);
  others = ff_person_record_to_json (other);
  g_assert_null (strstr (others, "consent"));
  g_assert_null (strstr (others, "Zoë"));
}

static void
rename_person (Notes *f, const char *uid, const char *alias)
{
  ff_participant_repository_rename_async (f->store, uid, alias, ff_test_on_result, &f->result);
}

static void
undo (Notes *f)
{
  ff_participant_repository_undo_async (f->store, ff_test_on_result, &f->result);
}

static void
test_rename (Notes *f, gconstpointer data)
{
  g_autofree char *long_alias = g_strnfill (201, 'x');
  g_autoptr (FfParticipant) found = NULL;

  write_all (f);
  g_hash_table_remove_all (f->changes);
  rename_person (f, "p-Zoë", " Élodie ");
  assert_written (f);
  assert_answer (f, "SELECT alias, folded, plain FROM participants WHERE uid = 'p-Zoë'",
                 "Élodie|élodie|elodie|\n");
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Zoë"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-10"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-17"));
  found = ff_session_repository_find_participant (f->store, "g", "ÉLODIE", NULL);
  g_assert_cmpstr (ff_participant_get_uid (found), ==, "p-Zoë");
  /* Only how it is written. */
  rename_person (f, "p-Zoë", "ÉLODIE");
  assert_written (f);

  rename_person (f, "p-Zoë", "BO");
  assert_refused (f, "Somebody in this group has this name already");
  rename_person (f, "p-Zoë", " ");
  assert_refused (f, "1 to 200 characters");
  rename_person (f, "p-Zoë", long_alias);
  assert_refused (f, "1 to 200 characters");
  rename_person (f, "p-Nobody", "Else");
  assert_refused (f, "is not there any more");

  undo (f);
  assert_written (f);
  undo (f);
  assert_written (f);
  assert_answer (f, "SELECT alias FROM participants WHERE uid = 'p-Zoë'", "Zoë|\n");
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-17"));
  undo (f);
  assert_refused (f, "cannot be put back");
}

/* The same alias in another group is somebody else. */
static void
test_rename_elsewhere (Notes *f, gconstpointer data)
{
  check_in (f, "g", "2026-11-10", "Bo", "");
  check_in (f, "h", "2026-11-11", "Kim", "");
  rename_person (f, "p-Kim", "Bo");
  assert_written (f);
  assert_answer (f, "SELECT count (*) FROM participants WHERE folded = 'bo'", "2|\n");
}

static void
test_consent (Notes *f, gconstpointer data)
{
  g_autofree char *long_note = g_strnfill (10001, 'x');
  g_autoptr (FfParticipant) bo = NULL;

  check_in (f, "g", "2026-11-10", "Bo", "");
  g_hash_table_remove_all (f->changes);
  ff_participant_repository_save_consent_async (f->store, "p-Bo", "Only first names", "2026-11-10",
                                                ff_test_on_result, &f->result);
  assert_written (f);
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Bo"));
  g_assert_cmpuint (g_hash_table_size (f->changes), ==, 0);
  bo = ff_participant_repository_get (f->store, "p-Bo", NULL);
  g_assert_cmpstr (ff_participant_get_consent (bo), ==, "Only first names");
  g_assert_cmpstr (ff_participant_get_consent_date (bo), ==, "2026-11-10");

  ff_participant_repository_save_consent_async (f->store, "p-Bo", long_note, NULL,
                                                ff_test_on_result, &f->result);
  assert_refused (f, "note of consent");
  ff_participant_repository_save_consent_async (f->store, "p-Bo", "", "yesterday",
                                                ff_test_on_result, &f->result);
  assert_refused (f, "date of consent");
  ff_participant_repository_save_consent_async (f->store, "p-Nobody", "", NULL, ff_test_on_result,
                                                &f->result);
  assert_refused (f, "is not there any more");
  ff_participant_repository_save_consent_async (f->store, "p-Bo", "", NULL, ff_test_on_result,
                                                &f->result);
  assert_written (f);
  assert_answer (f, "SELECT consent, consent_date IS NULL FROM participants", "|1|\n");
}

static void
merge (Notes *f, const char *kept, const char *gone)
{
  ff_participant_repository_merge_async (f->store, kept, gone, ff_test_on_result, &f->result);
}

/* Al and Alex are one: both at one session, each alone at another, plans of both, one looked back at. */
static void
write_twins (Notes *f)
{
  g_autoptr (FfCheckIn) al = make_check_in_on ("g", "2026-11-10", "Al", "Good week.");
  g_autoptr (FfCheckIn) alex = make_check_in_on ("g", "2026-11-10", "Alex", "Long week.");
  g_autoptr (FfCheckIn) first = make_check_in_on ("g", "2026-11-03", "Alex", "First time");
  g_autoptr (FfPlanItem) reviewed = make_item ("g", "2026-11-03", "Alex", 0, "Walk");

  ff_check_in_set_urge (al, 3);
  ff_check_in_set_points (al, 1);
  ff_check_in_set_goal (al, "Less");
  ff_check_in_set_newcomer (al, TRUE);
  ff_check_in_set_capital (al, FF_CAPITAL_HUMAN, 2);
  ff_check_in_set_urge (alex, 8);
  ff_check_in_set_points (alex, 6);
  ff_check_in_set_balance (alex, 5);
  ff_check_in_set_stage (alex, FF_STAGE_ACTING);
  ff_check_in_set_goal (alex, "Less");
  ff_check_in_set_helped (alex, "Friends");
  ff_check_in_set_aim (alex, FF_AIM_OTHER);
  ff_check_in_set_capital (alex, FF_CAPITAL_HUMAN, 9);
  ff_check_in_set_capital (alex, FF_CAPITAL_SOCIAL, 7);
  ff_check_in_set_newcomer (first, TRUE);
  save_check_in (f, "g", "2026-11-03", "Alex", first);
  save_check_in (f, "g", "2026-11-10", "Al", al);
  save_check_in (f, "g", "2026-11-10", "Alex", alex);
  check_in (f, "g", "2026-11-17", "Alex", "Here again");
  check_in (f, "g", "2026-11-10", "Bo", "Somebody else");
  plan (f, "g", "2026-11-10", "Al", 0, "Swim");
  plan (f, "g", "2026-11-10", "Al", 4, "Sleep");
  plan (f, "g", "2026-11-10", "Alex", 0, "Read");
  plan (f, "g", "2026-11-10", "Alex", 1, "Cook");
  ff_plan_item_review (reviewed, FF_OUTCOME_DONE, "g-2026-11-10");
  save_item (f, reviewed);
  ff_participant_repository_save_consent_async (f->store, "p-Al", "Said yes", "2026-11-10",
                                                ff_test_on_result, &f->result);
  assert_written (f);
  ff_participant_repository_save_consent_async (f->store, "p-Alex", "No photographs", "2026-11-03",
                                                ff_test_on_result, &f->result);
  assert_written (f);
}

static void
test_merge (Notes *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_twins (f);
  before = dump_people (f);
  g_hash_table_remove_all (f->changes);
  merge (f, "p-Al", "p-Alex");
  assert_written (f);
  assert_answer (f, "SELECT uid, alias, last_seen, consent, consent_date FROM participants",
                 "p-Al|Al|2026-11-17T19:00|Said yes\nNo photographs|2026-11-10|\n"
                 "p-Bo|Bo|2026-11-10T19:00||(null)|\n");
  assert_answer (
      f,
      "SELECT c.uid, p.alias, note, goal, helped, urge, points, balance, stage, aim,"
      " newcomer, human, social, physical FROM check_ins AS c"
      " JOIN participants AS p ON p.id = c.participant_id ORDER BY c.uid",
      "g-2026-11-03/Alex|Al|First time|||(null)|0|(null)|(null)|(null)|1|(null)|(null)|(null)|\n"
      "g-2026-11-10/Al|Al|Good week.\nLong week.|Less|Friends|3|7|5|3|2|0|2|7|(null)|\n"
      "g-2026-11-10/Bo|Bo|Somebody else|||(null)|0|(null)|(null)|(null)|0|(null)|(null)|(null)|\n"
      "g-2026-11-17/Alex|Al|Here again|||(null)|0|(null)|(null)|(null)|0|(null)|(null)|(null)|\n");
  assert_answer (f,
                 "SELECT text, position, outcome FROM plan_items AS i JOIN participants AS p"
                 " ON p.id = i.participant_id WHERE p.uid = 'p-Al' ORDER BY session_id, position",
                 "Walk|0|1|\nSwim|0|0|\nSleep|4|0|\nRead|5|0|\nCook|6|0|\n");
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Al"));
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Alex"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-03"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-10"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-17"));

  undo (f);
  assert_written (f);
  after = dump_people (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Alex"));
  undo (f);
  assert_refused (f, "cannot be put back");
}

/* What one of them did not say is said by the other, whoever of the two is kept. */
static void
test_merge_other_way (Notes *f, gconstpointer data)
{
  write_twins (f);
  merge (f, "p-Alex", "p-Al");
  assert_written (f);
  assert_answer (f,
                 "SELECT note, goal, urge, points, human FROM check_ins"
                 " WHERE uid = 'g-2026-11-10/Alex'",
                 "Long week.\nGood week.|Less|8|7|9|\n");
  assert_answer (f, "SELECT consent, consent_date FROM participants WHERE uid = 'p-Alex'",
                 "No photographs\nSaid yes|2026-11-10|\n");
}

/* New at the session where both were written down, and only under the name that goes. */
static void
test_merge_new_by_other_name (Notes *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) alex = make_check_in_on ("g", "2026-11-10", "Alex", "First time");

  ff_check_in_set_newcomer (alex, TRUE);
  check_in (f, "g", "2026-11-10", "Al", "Good week.");
  save_check_in (f, "g", "2026-11-10", "Alex", alex);
  merge (f, "p-Al", "p-Alex");
  assert_written (f);
  assert_answer (f, "SELECT uid, newcomer FROM check_ins", "g-2026-11-10/Al|1|\n");
}

static void
test_merge_refused (Notes *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_twins (f);
  check_in (f, "h", "2026-11-11", "Kim", "");
  before = dump_people (f);
  merge (f, "p-Al", "p-Al");
  assert_refused (f, "they are one already");
  merge (f, "p-Al", "p-Nobody");
  assert_refused (f, "is not there any more");
  merge (f, "p-Al", "p-Kim");
  assert_refused (f, "different groups");
  after = dump_people (f);
  g_assert_cmpstr (after, ==, before);

  /* What was merged and written over since is not undone. */
  merge (f, "p-Al", "p-Alex");
  assert_written (f);
  check_in (f, "g", "2026-11-10", "Al", "Written since");
  undo (f);
  assert_refused (f, "changed again since");
  assert_answer (f, "SELECT note FROM check_ins WHERE uid = 'g-2026-11-10/Al'", "Written since|\n");
}

/* Whoever was merged came again under the old name, as somebody new: taking it back, all that was theirs is that person's. */
static void
test_merge_came_back (Notes *f, gconstpointer data)
{
  g_autoptr (FfCheckIn) again = make_check_in_on ("g", "2026-11-24", "Alex", "Back");
  g_autoptr (FfSession) session = make_session_on ("g", "2026-11-24");
  g_autoptr (FfParticipant) anew = ff_participant_new ("p-anew");

  write_twins (f);
  merge (f, "p-Al", "p-Alex");
  assert_written (f);
  ff_participant_set_group (anew, "g");
  ff_participant_set_alias (anew, "ALEX");
  ff_check_in_set_participant (again, "p-anew");
  ff_session_repository_save_check_in_async (f->store, again, session, anew, ff_test_on_result,
                                             &f->result);
  assert_written (f);
  undo (f);
  assert_written (f);
  assert_answer (f,
                 "SELECT p.uid, c.uid FROM check_ins AS c JOIN participants AS p"
                 " ON p.id = c.participant_id WHERE p.folded = 'alex' ORDER BY c.uid",
                 "p-anew|g-2026-11-03/Alex|\np-anew|g-2026-11-10/Alex|\n"
                 "p-anew|g-2026-11-17/Alex|\np-anew|g-2026-11-24/Alex|\n");
  assert_answer (
      f,
      "SELECT text, position FROM plan_items WHERE participant_id ="
      " (SELECT id FROM participants WHERE uid = 'p-anew') ORDER BY session_id, position",
      "Walk|0|\nRead|0|\nCook|1|\n");
  assert_answer (f, "SELECT last_seen FROM participants ORDER BY uid",
                 "2026-11-10T19:00|\n2026-11-10T19:00|\n2026-11-24T19:00|\n");
}

static void
forget (Notes *f, const char *uid, gboolean backups_too)
{
  ff_participant_repository_forget_async (f->store, uid, backups_too, ff_test_on_result,
                                          &f->result);
}

static void
test_forget (Notes *f, gconstpointer data)
{
  write_twins (f);
  ff_session_repository_delete_check_in_async (f->store, "g-2026-11-10/Bo", ff_test_on_result,
                                               &f->result);
  assert_written (f);
  g_hash_table_remove_all (f->changes);
  forget (f, "p-Alex", FALSE);
  assert_written (f);
  /* Who came is still counted, and who came for the first time. */
  assert_answer (f, "SELECT uid, unnamed, unnamed_newcomers FROM sessions ORDER BY uid",
                 "g-2026-11-03|1|1|\ng-2026-11-10|1|0|\ng-2026-11-17|1|0|\n");
  assert_answer (f, "SELECT uid FROM participants", "p-Al|\n");
  assert_answer (f, "SELECT uid FROM check_ins", "g-2026-11-10/Al|\n");
  assert_answer (f, "SELECT text FROM plan_items ORDER BY position", "Swim|\nSleep|\n");
  assert_answer (f, "SELECT count (*) FROM chores", "0|\n");
  assert_answer (f, "SELECT count (*) FROM search_pauses", "0|\n");
  g_assert_true (was_told (f, FF_AGGREGATE_PARTICIPANT, "p-Alex"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-03"));
  g_assert_true (was_told (f, FF_AGGREGATE_SESSION, "g-2026-11-17"));

  forget (f, "p-Alex", FALSE);
  assert_refused (f, "is not there any more");
  assert_answer (f, "SELECT count (*) FROM search_pauses", "0|\n");
  ff_session_repository_restore_check_in_async (f->store, "g-2026-11-10/Bo", ff_test_on_result,
                                                &f->result);
  assert_refused (f, "cannot be put back");
  undo (f);
  assert_refused (f, "cannot be put back");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/participants/" name, Notes, NULL, set_up_notes, func, tear_down_notes)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list", test_list);
  ADD ("record", test_record);
  ADD ("json", test_json);
  ADD ("rename", test_rename);
  ADD ("rename-elsewhere", test_rename_elsewhere);
  ADD ("consent", test_consent);
  ADD ("merge", test_merge);
  ADD ("merge-other-way", test_merge_other_way);
  ADD ("merge-new-by-other-name", test_merge_new_by_other_name);
  ADD ("merge-refused", test_merge_refused);
  ADD ("merge-came-back", test_merge_came_back);
  ADD ("forget", test_forget);

  return g_test_run ();
}
