/* test-listings-write.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule as listings: what they say, what they cannot say, and what never leaves.
 */

#include <string.h>

#include "ff-export.h"
#include "ff-import-plan.h"

#define TODAY "2026-11-24T00:00:00Z"

static const FfFormat formats[] = { FF_FORMAT_MEETING_GUIDE, FF_FORMAT_TSML_CSV, FF_FORMAT_BMLT };

static FfWallTime
wall (const char *text)
{
  FfWallTime time = { 0 };
  g_autoptr (GError) error = NULL;

  ff_wall_time_parse (text, &time, &error);
  g_assert_no_error (error);
  return time;
}

typedef struct
{
  GPtrArray *groups;
  GPtrArray *meetings;
  GPtrArray *overrides;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FfGroup *group = ff_group_new ("group-1");

  ff_group_set_name (group, "Tuesday group");
  ff_group_set_text (group, FF_GROUP_WEBSITE, "https://example.org/tuesday");
  ff_group_set_text (group, FF_GROUP_EMAIL, "tuesday@example.org");
  ff_group_set_text (group, FF_GROUP_NOTES, "Two flights of stairs.");
  ff_group_set_open (group, TRUE);
  fixture->groups = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->meetings = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->overrides = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fixture->groups, group);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->groups);
  g_ptr_array_unref (fixture->meetings);
  g_ptr_array_unref (fixture->overrides);
}

static FfMeeting *
add_meeting (Fixture *fixture, const char *uid, const char *start, const char *rule)
{
  FfMeeting *meeting = ff_meeting_new (uid);
  const FfWallTime first = wall (start);

  ff_meeting_set_group (meeting, "group-1");
  ff_meeting_set_start (meeting, &first);
  ff_meeting_set_minutes (meeting, 90);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, "America/Vancouver");
  g_ptr_array_add (fixture->meetings, meeting);
  return meeting;
}

static char *
write_as (Fixture *fixture, FfFormat format, gboolean with_passcodes, GPtrArray **remarks)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (TODAY, utc);
  const FfExportOptions options
      = { .format = format, .from = today, .with_passcodes = with_passcodes };
  g_autoptr (FfSchedule) schedule
      = ff_schedule_new (fixture->groups, fixture->meetings, fixture->overrides, NULL);
  g_autoptr (GError) error = NULL;
  char *text = ff_export_write (schedule, &options, remarks, &error);

  g_assert_no_error (error);
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return text;
}

static FfImport *
read_back (const char *text, FfFormat format)
{
  static const FfImportDefaults defaults = { .zone = "Europe/London" };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FfImport *import
      = ff_import_parse (bytes, "back", FF_FORMAT_UNKNOWN, &defaults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (import->format, ==, format);
  return import;
}

static FfMeeting *
get_meeting (FfImport *import, guint position)
{
  FfImportRow *row;

  g_assert_cmpuint (position, <, import->rows->len);
  row = g_ptr_array_index (import->rows, position);
  g_assert_cmpstr (row->refused, ==, NULL);
  return row->meeting;
}

static void
fill (FfMeeting *meeting)
{
  static const char *const types[] = { "BE", "D", "X", NULL };
  FfVenue *venue = ff_meeting_get_venue (meeting);

  ff_meeting_set_title (meeting, "Beginners; \"first\" steps, and tea");
  ff_meeting_set_text (meeting, FF_MEETING_SLUG, "beginners-tuesday");
  ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Bring a cup.\nRing twice, “please”.");
  ff_meeting_set_types (meeting, types);
  ff_venue_set_mode (venue, FF_MODE_HYBRID);
  ff_venue_set_text (venue, FF_VENUE_NAME, "St. Mark's Hall");
  ff_venue_set_text (venue, FF_VENUE_ROOM, "Room 2");
  ff_venue_set_text (venue, FF_VENUE_ADDRESS, "1805 Larch St, Vancouver, BC V6K 3N9, Canada");
  ff_venue_set_text (venue, FF_VENUE_ACCESS, "Step-free door at the side.");
  ff_venue_set_text (venue, FF_VENUE_REGION, "Vancouver");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/123456789");
  ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 778 555 0100");
}

static void
assert_same_venue (FfVenue *a, FfVenue *b, const gboolean *left_out)
{
  g_assert_cmpint (ff_venue_get_mode (a), ==, ff_venue_get_mode (b));
  for (guint i = 0; i < FF_N_VENUE_TEXTS; i++)
    {
      if (!left_out[i])
        g_assert_cmpstr (ff_venue_get_text (a, (FfVenueText) i), ==,
                         ff_venue_get_text (b, (FfVenueText) i));
    }
}

/* All that the format can say comes back as it was. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  const gboolean left_out[FF_N_VENUE_TEXTS] = { FALSE };
  FfMeeting *meeting = add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY;BYDAY=TU");
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (FfImport) import = NULL;
  FfMeeting *back;
  FfImportRow *row;

  fill (meeting);
  text = write_as (fixture, format, FALSE, &remarks);
  again = write_as (fixture, format, FALSE, NULL);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (remarks->len, ==, 0);

  import = read_back (text, format);
  g_assert_cmpuint (import->rows->len, ==, 1);
  back = get_meeting (import, 0);
  row = g_ptr_array_index (import->rows, 0);
  g_assert_cmpuint (row->remarks->len, ==, 0);
  g_assert_cmpstr (ff_meeting_get_title (back), ==, ff_meeting_get_title (meeting));
  g_assert_cmpstr (ff_meeting_get_rule (back), ==, "FREQ=WEEKLY;BYDAY=TU");
  g_assert_cmpuint (ff_meeting_get_start (back)->hour, ==, 19);
  g_assert_cmpuint (ff_meeting_get_minutes (back), ==, 90);
  g_assert_cmpstr (ff_meeting_get_zone (back), ==, "America/Vancouver");
  g_assert_cmpstr (ff_meeting_get_text (back, FF_MEETING_SLUG), ==, "beginners-tuesday");
  g_assert_cmpstr (ff_meeting_get_text (back, FF_MEETING_NOTES), ==,
                   ff_meeting_get_text (meeting, FF_MEETING_NOTES));
  g_assert_true (ff_meeting_has_type (back, "X") && ff_meeting_has_type (back, "BE")
                 && ff_meeting_has_type (back, "D"));
  assert_same_venue (ff_meeting_get_venue (back), ff_meeting_get_venue (meeting), left_out);
  g_assert_nonnull (row->group);
  g_assert_cmpstr (ff_group_get_name (row->group), ==, "Tuesday group");
  g_assert_cmpstr (ff_group_get_text (row->group, FF_GROUP_EMAIL), ==, "tuesday@example.org");
  g_assert_cmpstr (ff_group_get_text (row->group, FF_GROUP_NOTES), ==, "Two flights of stairs.");
}

static const struct
{
  const char *uid;
  const char *rule;
  const char *pauses;
  guint n_rows; /* in Meeting Guide */
  gboolean left_out;
  const char *remark; /* (nullable): a part */
} rhythms[] = {
  { "weekly", "FREQ=WEEKLY", NULL, 1, FALSE, NULL },
  { "fortnightly", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", NULL, 1, FALSE, "a note says how often" },
  { "monthly", "FREQ=MONTHLY;BYDAY=1TU", NULL, 1, FALSE, "First Tuesday of the month" },
  { "by-date", "FREQ=MONTHLY;BYMONTHDAY=1", NULL, 0, TRUE, "another day of the week" },
  { "once", NULL, NULL, 0, TRUE, "held once" },
  { "over", "FREQ=WEEKLY;UNTIL=20261001T000000", NULL, 0, TRUE, "no dates in the year" },
  { "until", "FREQ=WEEKLY;UNTIL=20271001T000000", NULL, 1, FALSE, "until" },
  { "pause", "FREQ=WEEKLY", "2026-12-20/2027-01-05 Winter", 1, FALSE, "It pauses from" },
  { "paused", "FREQ=WEEKLY", "2026-11-01/2036-11-01 ", 0, TRUE, "no dates in the year" },
};

static void
test_rhythms (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);

  for (gsize i = 0; i < G_N_ELEMENTS (rhythms); i++)
    {
      FfMeeting *meeting
          = add_meeting (fixture, rhythms[i].uid, "2026-09-01T19:00", rhythms[i].rule);
      g_autoptr (FfPauses) pauses
          = rhythms[i].pauses != NULL ? ff_pauses_parse (rhythms[i].pauses, NULL) : NULL;
      g_autoptr (GPtrArray) remarks = NULL;
      g_autofree char *text = NULL;
      g_autoptr (FfImport) import = NULL;

      g_test_message ("%s", rhythms[i].uid);
      ff_meeting_set_pauses (meeting, pauses);
      ff_meeting_set_text (meeting, FF_MEETING_NOTES, "Own notes");
      text = write_as (fixture, format, FALSE, &remarks);
      if (format == FF_FORMAT_MEETING_GUIDE && rhythms[i].n_rows == 0)
        g_assert_cmpstr (text, ==, "[]");
      if (rhythms[i].n_rows > 0)
        {
          import = read_back (text, format);
          g_assert_cmpuint (import->rows->len, ==, rhythms[i].n_rows);
          g_assert_cmpstr (ff_meeting_get_text (get_meeting (import, 0), FF_MEETING_NOTES), ==,
                           "Own notes");
        }
      g_assert_cmpuint (remarks->len, ==, rhythms[i].remark != NULL ? 1 : 0);
      if (remarks->len > 0)
        {
          const FfExportRemark *remark = g_ptr_array_index (remarks, 0);

          g_assert_cmpstr (remark->title, ==, "Tuesday group");
          g_assert_cmpint (remark->left_out, ==, rhythms[i].left_out);
          g_assert_nonnull (strstr (remark->reason, rhythms[i].remark));
        }
      g_ptr_array_set_size (fixture->meetings, 0);
    }
}

/* Each word in capitals is private. */
static void
plant_secrets (FfMeeting *meeting)
{
  FfVenue *venue = ff_meeting_get_venue (meeting);

  fill (meeting);
  ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "REMARKSECRET");
  ff_meeting_set_text (meeting, FF_MEETING_NOTES,
                       "See https://zoom.us/j/1?pwd=NOTESECRET, PASSECRET1");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, "PASSECRET1");
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/123?pwd=LINKSECRET");
  ff_venue_set_text (venue, FF_VENUE_LINK_NOTE, "Passcode: JOINSECRET7. Then wait.");
  ff_venue_set_text (venue, FF_VENUE_PHONE, "+1 778 555 0100,,123456789#,,,,*PHONESECRET#");
  ff_meeting_set_text (
      meeting, FF_MEETING_EXTRA,
      "{\"meeting-guide\":{\"contact_1_name\":\"Jo "
      "SURNAMESECRET\",\"contact_1_email\":\"MAILSECRET@x.ca\","
      "\"contact_1_phone\":\"CALLSECRET\",\"feedback_emails\":[\"FEEDSECRET@x.ca\"],\"author\":"
      "\"AUTHORSECRET\","
      "\"nested\":{\"email\":\"ok@x.ca\",\"contact\":{\"a\":\"NESTSECRET\"}},\"website_2\":\"https:"
      "//z.us/?pwd=WEBSECRET\"},"
      "\"tsml\":{\"contact_1_name\":\"Jo SURNAMESECRET\",\"contact_1_email\":\"MAILSECRET@x.ca\","
      "\"contact_1_phone\":\"CALLSECRET\",\"author\":\"AUTHORSECRET\",\"last_contact\":"
      "\"LASTSECRET\"},"
      "\"bmlt\":{\"contact_name_1\":\"Jo SURNAMESECRET\",\"contact_email_1\":\"MAILSECRET@x.ca\","
      "\"contact_phone_1\":\"CALLSECRET\",\"email_contact\":\"FEEDSECRET\"},"
      "\"ics\":[\"X-OWN:ICSSECRET\"]}");
}

static void
test_secrets (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  g_autofree char *text = NULL;
  g_autofree char *full = NULL;

  plant_secrets (add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY"));
  text = write_as (fixture, format, FALSE, NULL);
  g_assert_null (strstr (text, "SECRET"));
  g_assert_nonnull (strstr (text, format == FF_FORMAT_TSML_CSV ? ",Jo," : "\"Jo\""));
  g_assert_nonnull (strstr (text, "https://zoom.us/j/123"));
  full = write_as (fixture, format, TRUE, NULL);
  g_assert_nonnull (strstr (full, "PASSECRET1"));
  g_assert_nonnull (strstr (full, "LINKSECRET"));
  g_assert_null (strstr (full, "REMARKSECRET"));
  g_assert_null (strstr (full, "SURNAMESECRET"));
  g_assert_null (strstr (full, "MAILSECRET"));
  g_assert_null (strstr (full, "CALLSECRET"));
}

/* A passcode that somebody let go comes back as one, not as a note for all to read. */
static void
test_passcode_returns (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  FfMeeting *meeting = add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY");
  FfVenue *venue = ff_meeting_get_venue (meeting);
  g_autofree char *text = NULL;
  g_autoptr (FfImport) import = NULL;
  FfVenue *back;

  ff_venue_set_mode (venue, FF_MODE_ONLINE);
  ff_venue_set_text (venue, FF_VENUE_LINK, "https://zoom.us/j/123");
  ff_venue_set_text (venue, FF_VENUE_PASSCODE, "blue sky");
  text = write_as (fixture, format, TRUE, NULL);
  import = read_back (text, format);
  back = ff_meeting_get_venue (get_meeting (import, 0));
  g_assert_cmpstr (ff_venue_get_text (back, FF_VENUE_PASSCODE), ==, "blue sky");
  g_assert_cmpstr (ff_venue_get_text (back, FF_VENUE_LINK_NOTE), ==, "");
}

static void
test_slugs (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  g_autofree char *text = NULL;
  g_autoptr (FfImport) import = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%u", i);

      ff_meeting_set_text (add_meeting (fixture, uid, "2026-09-01T19:00", "FREQ=WEEKLY"),
                           FF_MEETING_SLUG, "same");
    }
  text = write_as (fixture, format, FALSE, NULL);
  import = read_back (text, format);
  g_assert_cmpuint (import->rows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    get_meeting (import, i);
}

/* Several days are a list in Meeting Guide, and a row each in the others: of one slug in TSML CSV, which is one meeting again. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  FfMeeting *meeting = add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY;BYDAY=TU,SU");
  g_autofree char *text = NULL;
  g_autoptr (FfImport) import = NULL;

  ff_meeting_set_text (meeting, FF_MEETING_SLUG, "two");
  text = write_as (fixture, format, FALSE, NULL);
  import = read_back (text, format);
  if (format != FF_FORMAT_BMLT)
    {
      g_assert_cmpuint (import->rows->len, ==, 1);
      g_assert_cmpstr (ff_meeting_get_rule (get_meeting (import, 0)), ==,
                       "FREQ=WEEKLY;BYDAY=TU,SU");
      return;
    }
  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpstr (ff_meeting_get_rule (get_meeting (import, 0)), ==, "FREQ=WEEKLY;BYDAY=SU");
  g_assert_cmpstr (ff_meeting_get_text (get_meeting (import, 0), FF_MEETING_SLUG), ==,
                   "two-sunday");
  g_assert_cmpstr (ff_meeting_get_rule (get_meeting (import, 1)), ==, "FREQ=WEEKLY;BYDAY=TU");
  g_assert_cmpstr (ff_meeting_get_text (get_meeting (import, 1), FF_MEETING_SLUG), ==,
                   "two-tuesday");
}

static void
test_by_appointment (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  FfMeeting *meeting = add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY");
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = NULL;
  g_autoptr (FfImport) import = NULL;

  ff_meeting_set_by_appointment (meeting, TRUE);
  text = write_as (fixture, format, FALSE, &remarks);
  if (format == FF_FORMAT_BMLT)
    {
      const FfExportRemark *remark;

      g_assert_cmpstr (text, ==, "[]");
      g_assert_cmpuint (remarks->len, ==, 1);
      remark = g_ptr_array_index (remarks, 0);
      g_assert_true (remark->left_out);
      return;
    }
  g_assert_cmpuint (remarks->len, ==, 0);
  import = read_back (text, format);
  g_assert_true (ff_meeting_get_by_appointment (get_meeting (import, 0)));
}

/* What was written here and is read here changes nothing, whatever the list could not say. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  static const char *const open[] = { "O", NULL };
  static const char *const open_and_more[] = { "BE", "D", "O", "X", NULL };
  static const char *const rules[]
      = { "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1TU" };
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  const FfImportDefaults defaults = { .zone = "Europe/London" };
  g_autoptr (FfSchedule) schedule = NULL;
  g_autofree char *text = NULL;
  g_autoptr (FfImport) import = NULL;
  g_autoptr (FfImportPlan) plan = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *uid = g_strdup_printf ("m-%zu", i);
      FfMeeting *meeting = add_meeting (fixture, uid, "2026-09-01T19:00", rules[i]);

      ff_meeting_set_types (meeting, open);
      if (i == 0)
        {
          fill (meeting);
          ff_meeting_set_types (meeting, open_and_more);
          ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_LINK,
                             "https://zoom.us/j/123?pwd=abcd1234");
          ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_PASSCODE, "abcd");
          ff_meeting_set_text (meeting, FF_MEETING_REMARKS, "Key at the office");
        }
    }
  text = write_as (fixture, format, FALSE, NULL);
  import = read_back (text, format);
  schedule = ff_schedule_new (fixture->groups, fixture->meetings, fixture->overrides, NULL);
  plan = ff_import_plan_new (import, schedule, &defaults, NULL);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FfImportStep *step = g_ptr_array_index (plan->steps, i);

      g_test_message ("%u %s: %s", step->change, step->title, step->summary);
    }
  g_assert_cmpuint (plan->counts[FF_IMPORT_SAME], ==, G_N_ELEMENTS (rules));
  g_assert_cmpuint (plan->steps->len, ==, G_N_ELEMENTS (rules));
  g_assert_cmpuint (plan->groups->len, ==, 0);
}

static void
test_changed_dates (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  const FfWallTime past = wall ("2026-10-06T19:00"), next = wall ("2026-12-01T19:00");
  FfOverride *over = ff_override_new ("m-1", &past);
  FfOverride *ahead = ff_override_new ("m-1", &next);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = NULL;
  const FfExportRemark *remark;

  add_meeting (fixture, "m-1", "2026-09-01T19:00", "FREQ=WEEKLY");
  ff_override_set_cancelled (over, TRUE);
  ff_override_set_cancelled (ahead, TRUE);
  g_ptr_array_add (fixture->overrides, over);
  g_ptr_array_add (fixture->overrides, ahead);
  text = write_as (fixture, format, FALSE, &remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
  remark = g_ptr_array_index (remarks, 0);
  g_assert_false (remark->left_out);
  g_assert_nonnull (strstr (remark->reason, "1 date is cancelled"));
}

/* It begins later: the list would send people there too early. */
static void
test_later (Fixture *fixture, gconstpointer data)
{
  const FfFormat format = (FfFormat) GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) remarks = NULL;
  g_autofree char *text = NULL;

  add_meeting (fixture, "m-1", "2027-02-02T19:00", "FREQ=WEEKLY");
  text = write_as (fixture, format, FALSE, &remarks);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_nonnull (strstr (text, "from 2 February 2027"));
}

static void
assert_returns (const char *text, FfFormat format, FfMeeting *meeting, const char *const *parts)
{
  Fixture fixture;
  g_autofree char *written = NULL;

  set_up (&fixture, NULL);
  ff_meeting_set_group (meeting, "group-1");
  g_ptr_array_add (fixture.meetings, g_object_ref (meeting));
  written = write_as (&fixture, format, FALSE, NULL);
  for (; *parts != NULL; parts++)
    {
      g_test_message ("%s in %s", *parts, written);
      g_assert_nonnull (strstr (text, *parts));
      g_assert_nonnull (strstr (written, *parts));
    }
  tear_down (&fixture, NULL);
}

/* What has no place here goes back into a list of the same format. */
static void
test_rest_returns (void)
{
  static const struct
  {
    FfFormat format;
    const char *text;
    const char *parts[8];
  } lists[] = {
    { FF_FORMAT_MEETING_GUIDE,
      "[{\"name\":\"A\",\"slug\":\"a\",\"address\":\"12 King "
      "St\",\"city\":\"Hope\",\"state\":\"BC\","
      "\"region\":\"East\",\"sub_region\":\"Far\",\"types\":[\"ZZZ\"],\"venmo\":\"@tea\",\"own\":{"
      "\"deep\":[1,\"two\"]},"
      "\"approximate\":\"no\"}]",
      { "12 King St", "\"city\"", "\"sub_region\"", "ZZZ", "@tea", "\"deep\"", "\"approximate\"",
        NULL } },
    { FF_FORMAT_TSML_CSV,
      "Name,Slug,Day,Time,End Time,Types,Venmo,Sub District,My own\r\nA,a,Monday,19:00,20:00,Odd "
      "one,@tea,\"7, north\",mine\r\n",
      { "Odd one", "@tea", "\"7, north\"", "My own", "mine", NULL } },
    { FF_FORMAT_BMLT,
      "[{\"id_bigint\":\"17\",\"meeting_name\":\"A\",\"weekday_tinyint\":\"2\",\"start_time\":\"19:"
      "00:00\","
      "\"duration_time\":\"01:00:00\",\"formats\":\"XYZ\",\"location_street\":\"5 Oak St\","
      "\"location_municipality\":\"Hope\",\"worldid_mixed\":\"G123\"}]",
      { "\"17\"", "XYZ", "\"location_municipality\"", "G123", "\"01:00:00\"", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (FfImport) import = read_back (lists[i].text, lists[i].format);

      assert_returns (lists[i].text, lists[i].format, get_meeting (import, 0), lists[i].parts);
    }
}

/* An address that was corrected here is not gainsaid by the parts that the listing had. */
static void
test_corrected_address (void)
{
  g_autoptr (FfImport) import
      = read_back ("[{\"name\":\"A\",\"slug\":\"a\",\"address\":\"12 King St\",\"city\":\"Hope\"}]",
                   FF_FORMAT_MEETING_GUIDE);
  FfMeeting *meeting = get_meeting (import, 0);
  g_autofree char *text = NULL;
  Fixture fixture;

  ff_venue_set_text (ff_meeting_get_venue (meeting), FF_VENUE_ADDRESS, "14 Queen St, Hope");
  set_up (&fixture, NULL);
  g_ptr_array_add (fixture.meetings, g_object_ref (meeting));
  text = write_as (&fixture, FF_FORMAT_MEETING_GUIDE, FALSE, NULL);
  g_assert_nonnull (strstr (text, "14 Queen St"));
  g_assert_null (strstr (text, "King"));
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *id = ff_format_get_id (formats[i]);
      const struct
      {
        const char *name;
        void (*function) (Fixture *, gconstpointer);
      } tests[] = {
        { "round-trip", test_round_trip },
        { "rhythms", test_rhythms },
        { "secrets", test_secrets },
        { "passcode-returns", test_passcode_returns },
        { "slugs", test_slugs },
        { "same", test_same },
        { "days", test_days },
        { "by-appointment", test_by_appointment },
        { "changed-dates", test_changed_dates },
        { "later", test_later },
      };

      for (gsize j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/listings-write/%s/%s", id, tests[j].name);

          g_test_add (path, Fixture, GINT_TO_POINTER (formats[i]), set_up, tests[j].function,
                      tear_down);
        }
    }
  g_test_add_func ("/listings-write/rest-returns", test_rest_returns);
  g_test_add_func ("/listings-write/corrected-address", test_corrected_address);

  return g_test_run ();
}
