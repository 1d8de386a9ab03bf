/* test-files-of-volunteers.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking files of volunteers in and writing them, through the dialogs.
 */

#include "ff-config.h"

#include "ff-roster-export-dialog.h"
#include "ff-test-volunteer-files.h"

/* Its columns are shown, then what it does, and it is done. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  import (fixture, "Name,Email,Size\nBo,bo@example.org,M\nAl,nothing,\n",
          "1 volunteer added · 1 cannot be taken in");
  g_assert_cmpuint (count (fixture), ==, 0);
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* Nothing goes on before somebody said which column is the name and how dates are written. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_file (fixture, "Who,Absences\nBo,03/04/05\n");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Who");
  g_assert_false (gtk_widget_is_sensitive (look (fixture, GTK_TYPE_BUTTON, "_Continue")));
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Who");
  row = look (fixture, ADW_TYPE_COMBO_ROW, "Who");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Bo");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_true (gtk_widget_is_sensitive (look (fixture, GTK_TYPE_BUTTON, "_Continue")));
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Line 2: “03/04/05”");
  g_assert_false (gtk_widget_is_sensitive (look (fixture, GTK_TYPE_BUTTON, "_Continue")));
  row = look (fixture, ADW_TYPE_COMBO_ROW, "Line 2: “03/04/05”");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

static void
take_in (Fixture *fixture)
{
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
}

/* 03/04/05 is the day that somebody says it is. */
static void
test_order_of_dates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *order;
    const char *day;
  } orders[] = { { "Day, month, year", "2005-04-03" },
                 { "Month, day, year", "2005-03-04" },
                 { "Year, month, day", "2003-04-05" } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (FfVolunteer) bo = NULL;
      const FfAbsence *absence;

      open_file (fixture, "UID,Name,Absences\nbo,Bo,03/04/05\n");
      choose (fixture, "Line 2: “03/04/05”", orders[i].order);
      act (fixture, "roster-import.continue");
      wait_for (fixture, GTK_TYPE_LABEL, i == 0 ? "1 volunteer added" : "1 changed");
      take_in (fixture);
      bo = find_only (fixture);
      absence = g_ptr_array_index (ff_volunteer_get_absences (bo), 0);
      g_assert_cmpstr (absence->from, ==, orders[i].day);
    }
}

/* Bytes that are letters in one set and others in another: nothing is read before somebody says which. */
static void
test_charset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfVolunteer) zoe = NULL;

  open_file (fixture, "Name,Email\nZo\xe9,zoe@example.org\n");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Line 2");
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Line 2");
  choose (fixture, "Line 2", "Zoé,zoe@example.org · Latin-1");
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Name");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  take_in (fixture);
  zoe = find_only (fixture);
  g_assert_cmpstr (ff_volunteer_get_name (zoe), ==, "Zoé");
}

/* What is UTF-8 is not asked about, and a line that is not can be left out with its number. */
static void
test_utf_8 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = NULL;

  open_file (fixture, "Name\nZoé\n");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Name");
  g_assert_null (look (fixture, ADW_TYPE_COMBO_ROW, "Line 2"));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  open_file (fixture, "Name\nZoé\nZo\xe9\n");
  choose (fixture, "Line 3", "UTF-8");
  act (fixture, "roster-import.continue");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Name");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added · 1 cannot be taken in");
  plan = read_plan (fixture);
  g_assert_true (g_str_has_prefix (plan, "Line 3 · Cannot be taken in: "));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

/* An old card in Latin-1 says so nowhere. */
static void
test_old_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfVolunteer) juergen = NULL;

  open_file (fixture, "BEGIN:VCARD\r\nVERSION:2.1\r\nN:M\xfcller;J\xfcrgen\r\n"
                      "EMAIL;INTERNET:j@example.org\r\nEND:VCARD\r\n");
  choose (fixture, "Line 3", "Latin-1");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  take_in (fixture);
  juergen = find_only (fixture);
  g_assert_cmpstr (ff_volunteer_get_name (juergen), ==, "Jürgen Müller");
  g_assert_cmpstr (ff_volunteer_get_text (juergen, FF_VOLUNTEER_MAIL), ==, "j@example.org");
}

/* Columns, roles and groups that nobody knows mean what somebody says, or are left out. */
static void
test_unknown_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfGroup) harbour = ff_test_add_group (&fixture->shell, "Harbour", FALSE);
  g_autoptr (FfVolunteer) bo = NULL;
  const char *const *roles;
  const char *const *groups;

  open_file (fixture, "Name,Roles,Groups,Size\nBo,usher,Old quay;New quay,large\n");
  choose (fixture, "usher", "Host");
  choose (fixture, "Old quay", "Harbour");
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "New quay");
  choose (fixture, "Size", "Notes");
  act (fixture, "roster-import.continue");
  wait_for (fixture, GTK_TYPE_LABEL, "1 volunteer added");
  take_in (fixture);
  bo = find_only (fixture);
  roles = ff_volunteer_get_set (bo, FF_VOLUNTEER_ROLES);
  groups = ff_volunteer_get_set (bo, FF_VOLUNTEER_GROUPS);
  g_assert_cmpuint (g_strv_length ((GStrv) roles), ==, 1);
  g_assert_cmpstr (roles[0], ==, "host");
  g_assert_cmpuint (g_strv_length ((GStrv) groups), ==, 1);
  g_assert_cmpstr (groups[0], ==, ff_group_get_uid (harbour));
  g_assert_cmpstr (ff_volunteer_get_text (bo, FF_VOLUNTEER_NOTES), ==, "large");
}

/* Every row that is refused is told with its line, before all others. */
static void
test_refused_lines (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = NULL;
  g_auto (GStrv) lines = NULL;

  import (fixture,
          "Name,Email,Time Zone\nBo,bo@example.org,\nAl,nothing,\n,who@example.org,\n\n"
          "Cy,cy@example.org,\nDi,di@example.org,Nowhere/Land,too,many\n",
          "2 volunteers added · 3 cannot be taken in");
  plan = read_plan (fixture);
  lines = g_strsplit (plan, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "Line 3 · Cannot be taken in: "));
  g_assert_true (g_str_has_prefix (lines[1], "Line 4 · Cannot be taken in: "));
  g_assert_true (g_str_has_prefix (lines[2], "Line 7 · Cannot be taken in: "));
  g_assert_cmpstr (lines[3], ==, "Line 2 · Added");
  g_assert_nonnull (strstr (plan, "\nLine 6 · Added\n"));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

/* Merged where somebody chooses so, into who is here, whose name stays. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfVolunteer) bo = NULL;
  GtkWidget *choices;

  import (fixture, "Name,Email\nBo,home@example.org\n", "1 volunteer added");
  take_in (fixture);
  import (fixture, "Name,Email,Phone\nBob,home@example.org,604 555 0100\n", "1 to decide");
  choices = look (fixture, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices), 3);
  wait_for (fixture, GTK_TYPE_LABEL, "1 changed");
  take_in (fixture);
  bo = find_only (fixture);
  g_assert_cmpstr (ff_volunteer_get_name (bo), ==, "Bo");
  g_assert_cmpstr (ff_volunteer_get_text (bo, FF_VOLUNTEER_PHONE), ==, "604 555 0100");
}

/* (transfer full): what it is called in the list */
static char *
read_title (Fixture *fixture, guint line)
{
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GObject) item = NULL;
  char *title = NULL;

  g_object_get (look (fixture, FF_TYPE_IMPORT_FRAME, NULL), "items", &items, NULL);
  item = g_list_model_get_item (items, line);
  g_object_get (item, "title", &title, NULL);
  return title;
}

/* Whom a line may be is said with the reason, the likest first, before what is refused; a zone that none of them says, once. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = NULL;

  import (fixture,
          "UID,Name,Email,Phone\nbo,Bo,home@example.org,\njo,Jo,jo@example.org,604 555 0100\n",
          "2 volunteers added");
  wait_for (fixture, GTK_TYPE_LABEL,
            "2 lines say no time zone; for whoever is new there America/Vancouver is taken.");
  take_in (fixture);
  import (fixture, "Name,Email,Phone\n,nobody@example.org,\nBo,home@example.org,6045550100\n",
          "1 to decide · 1 cannot be taken in");
  plan = read_plan (fixture);
  g_assert_cmpstr (plan, ==,
                   "Line 3 · May be Bo, who is here already (same name, same mail).\n"
                   "May be Jo, who is here already (same phone number).\n"
                   "Line 2 · Cannot be taken in: It says no name. Write one into the file, or "
                   "take this line out.\n");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);

  /* Nobody is new: no zone is taken. */
  import (fixture, "UID,Name\nbo,Bob\n", "1 changed");
  g_assert_null (
      look (fixture, GTK_TYPE_LABEL,
            "1 line says no time zone; for whoever is new there America/Vancouver is taken."));
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

/* A line without a name is called by what else it says. */
static void
test_nameless (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "who@example.org", "604 555 0100", "No Name" };
  g_autofree char *plan = NULL;

  import (fixture,
          "Name,Email,Phone,Notes\n,who@example.org,,\n,,604 555 0100,\n,,,quiet\n"
          "Bo,,,\n",
          "1 volunteer added · 3 cannot be taken in");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = read_title (fixture, i);

      g_assert_cmpstr (title, ==, titles[i]);
    }
  plan = read_plan (fixture);
  g_assert_true (g_str_has_prefix (plan, "Line 2 · Cannot be taken in: It says no name. "));
  take_in (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* In microseconds: neither waiting for something to do counts, nor what else the computer does. */
static gint64
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
turn_until (Fixture *fixture, const char *label)
{
  gint64 longest = 0;

  while (!ff_test_is_shown (look (fixture, GTK_TYPE_LABEL, label)))
    {
      const gint64 before = get_thread_time ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_thread_time () - before);
    }
  g_test_message ("“%s”: the longest turn of the main loop took %.0f ms", label,
                  (double) longest / 1000);
  return longest;
}

static char *
make_table (guint n)
{
  GString *text = g_string_new ("Name,Email\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "V%u,m%u@example.org\n", i, i % (n / 2));
  return g_string_free_and_steal (text);
}

/* Fifty thousand rows are read, decided on and counted while the window goes on. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_table (50000);
  gint64 longest;

  open_file (fixture, text);
  wait_for (fixture, ADW_TYPE_COMBO_ROW, "Name");
  act (fixture, "roster-import.continue");
  longest = turn_until (fixture, "25000 volunteers added · 25000 to decide");
  choose (fixture, "All Who May Be Here Already", "Leave out");
  longest = MAX (longest, turn_until (fixture, "25000 volunteers added"));
  act (fixture, "roster-import.apply");
  g_signal_emit_by_name (look (fixture, GTK_TYPE_BUTTON, "_Cancel"), "clicked");
  turn_until (fixture, "25000 volunteers added");
  g_assert_cmpuint (count (fixture), ==, 0);
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
  g_assert_cmpint (longest, <, G_USEC_PER_SEC / 2);
}

/* More than the contract takes is refused in one sentence. */
static void
test_too_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_table (100001);
  AdwStatusPage *page;

  open_file (fixture, text);
  wait_for (fixture, ADW_TYPE_STATUS_PAGE, "Nothing Was Imported");
  page = ADW_STATUS_PAGE (look (fixture, ADW_TYPE_STATUS_PAGE, "Nothing Was Imported"));
  g_assert_cmpstr (adw_status_page_get_description (page), ==,
                   "The file has more than 100000 rows. Divide it into smaller ones.");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  open_file (fixture, "");
  wait_for (fixture, GTK_TYPE_BUTTON, "Choose Another _File…");
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "out.csv", NULL);
  g_autofree char *text = NULL;

  import (fixture, "Name,Email,Notes\nBo,bo@example.org,quiet\n", "1 volunteer added");
  act (fixture, "roster-import.apply");
  wait_for_close (fixture);
  present (fixture, ff_roster_export_dialog_new (fixture->shell.context));
  ff_roster_export_dialog_save (FF_ROSTER_EXPORT_DIALOG (fixture->dialog), path);
  ff_test_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "bo@example.org"));
  g_assert_null (strstr (text, "quiet"));
  ff_test_settle ();
  adw_dialog_force_close (fixture->dialog);
  wait_for_close (fixture);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/files-of-volunteers/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("import", test_import);
  ADD ("questions", test_questions);
  ADD ("order-of-dates", test_order_of_dates);
  ADD ("charset", test_charset);
  ADD ("utf-8", test_utf_8);
  ADD ("old-card", test_old_card);
  ADD ("unknown-names", test_unknown_names);
  ADD ("refused-lines", test_refused_lines);
  ADD ("told", test_told);
  ADD ("nameless", test_nameless);
  ADD ("merged", test_merged);
  ADD ("many", test_many);
  ADD ("too-many", test_too_many);
  ADD ("trouble", test_trouble);
  ADD ("export", test_export);
  return g_test_run ();
}
