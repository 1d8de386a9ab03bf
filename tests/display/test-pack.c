/* test-pack.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack for a meeting: suggested, put together, counted, collated, and remembered.
 */

#include "ff-config.h"

#include <sqlite3.h>

#include "ff-pack-adding.h"
#include "ff-pack-page.h"
#include "ff-pack-row.h"
#include "ff-paper-choices.h"
#include "ff-session-repository.h"
#include "ff-sheet.h"
#include "ff-test-page.h"

static const FfWallTime tonight = { 2026, 11, 24, 19, 0 };

#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;                  \
                                                                                                   \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline);                                    \
        if (!g_main_context_iteration (NULL, FALSE))                                               \
          g_usleep (1000);                                                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  FfTestPage page;
  FfGroup *group;
  FfHandoutLibrary *library;
  FfPackPage *pack;
} Fixture;

static void
add_session (Fixture *f, FfWallTime start, guint attendance, const char *const *handouts)
{
  g_autoptr (FfSession) session = ff_session_new (NULL);

  ff_session_set_group (session, "g");
  ff_session_set_meeting (session, "m");
  ff_session_set_rule_time (session, &start);
  ff_session_set_start (session, &start);
  ff_session_set_unnamed (session, attendance);
  ff_session_set_handouts (session, handouts);
  ff_session_repository_save_async (f->page.store, session, ff_test_on_result, &f->page.result);
  ff_test_assert_written (f->page.store, &f->page.result);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  ff_test_page_set_up (&f->page, data);
  g_settings_reset (ff_context_get_settings (f->page.context), "large-print");
  g_settings_reset (ff_context_get_settings (f->page.context), "handout-language");
  f->group = ff_test_page_add_group (&f->page, "g", "Hill group");
  ff_test_page_add_meeting (&f->page, "m", "g", (FfWallTime) { 2026, 10, 6, 19, 0 }, "FREQ=WEEKLY");
  add_session (f, (FfWallTime) { 2026, 11, 10, 19, 0 }, 9,
               (const char *[]) { "cost-benefit", NULL });
  add_session (f, (FfWallTime) { 2026, 11, 17, 19, 0 }, 5, (const char *[]) { "urge-log", NULL });
  add_session (f, (FfWallTime) { 2026, 11, 3, 19, 0 }, 7, (const char *[]) { NULL });
  f->library = ff_handout_library_get (f->page.context);
  f->pack = FF_PACK_PAGE (ff_pack_page_new (f->page.context, f->library, f->group));
  ff_test_page_present (&f->page, GTK_WIDGET (f->pack));
  wait_until (ff_pack_choice_get_date (ff_pack_page_get_choice (f->pack)) != NULL);
  wait_until (ff_handout_library_get_items (f->library) != NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  /* What is laid out in a thread holds on to the store. */
  ff_test_page_run (300);
  g_clear_object (&f->library);
  g_clear_object (&f->group);
  ff_test_page_tear_down (&f->page, data);
}

static FfPackChoice *
choice_of (Fixture *f)
{
  return ff_pack_page_get_choice (f->pack);
}

static FfSession *
read_session (Fixture *f)
{
  ff_test_page_wait_written (&f->page);
  return ff_session_repository_find (f->page.store, "m", &tonight, NULL);
}

/* A suggestion says why, is added by its button, and stands in the session of tonight. */
static void
test_suggestion (Fixture *f, gconstpointer data)
{
  GtkWidget *reason
      = ff_test_find (GTK_WIDGET (f->pack), GTK_TYPE_LABEL, "label", "New to this group");
  GtkWidget *row = gtk_widget_get_ancestor (reason, ADW_TYPE_ACTION_ROW);
  g_autofree char *title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  GtkWidget *button = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_autofree char *label = g_strdup_printf ("Add “%s” to the pack", title);
  g_autoptr (FfSession) session = NULL;
  GtkWidget *focus;

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_widget_grab_focus (button);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_signal_emit_by_name (button, "clicked");
  session = read_session (f);
  g_assert_nonnull (session);
  g_assert_cmpuint (g_strv_length ((GStrv) ff_session_get_handouts (session)), ==, 1);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", title));
  /* The next one is at hand. */
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (f->pack)));
  g_assert_nonnull (focus);
  g_assert_nonnull (adw_action_row_get_activatable_widget (
      ADW_ACTION_ROW (gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW))));
}

/* The focus goes to the next row where one is taken out. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  GtkWidget *row, *focus;

  ff_pack_page_add (f->pack, "urge-log");
  ff_pack_page_add (f->pack, "gratitude");
  row = ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", "Urge log");
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "row.remove", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (f->page.window));
  g_assert_true (FF_IS_PACK_ROW (focus));
  g_assert_cmpstr (ff_pack_row_get_id (FF_PACK_ROW (focus)), ==, "gratitude");
}

static GtkWidget *
open_adding (Fixture *f)
{
  GtkWidget *row
      = ff_test_find (GTK_WIDGET (f->pack), ADW_TYPE_BUTTON_ROW, "title", "Add a Handout");
  GtkWidget *dialog;

  g_signal_emit_by_name (row, "activated");
  wait_until ((dialog = ff_test_find (GTK_WIDGET (f->page.window), FF_TYPE_PACK_ADDING, NULL, NULL))
                  != NULL
              && ff_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL, NULL) != NULL);
  return dialog;
}

/* Any handout goes in, found by a name that is not its title; what is in is not offered. */
static void
test_added_by_other_name (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog = open_adding (f);
  GtkWidget *entry = ff_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search handouts");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing of the kind");
  g_signal_emit_by_name (entry, "activate");
  wait_until (ff_test_find (dialog, ADW_TYPE_STATUS_PAGE, "title", "No Handout Found") != NULL);
  g_assert_cmpuint (g_strv_length ((GStrv) ff_pack_choice_get_ids (choice_of (f))), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "decisional");
  wait_until (ff_test_find (dialog, GTK_TYPE_LABEL, "label", "Also “Decisional balance”") != NULL);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstrv (ff_pack_choice_get_ids (choice_of (f)),
                    ((const char *[]) { "cost-benefit", NULL }));
  wait_until (ff_test_find (GTK_WIDGET (f->page.window), FF_TYPE_PACK_ADDING, NULL, NULL) == NULL);

  dialog = open_adding (f);
  wait_until (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Urge log") != NULL);
  g_assert_null (ff_test_find (dialog, ADW_TYPE_ACTION_ROW, "title", "Cost–benefit analysis"));
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

/* The language and the paper that are chosen here are those of the settings, and the other way round. */
static void
test_language_and_paper (Fixture *f, gconstpointer data)
{
  GSettings *settings = ff_context_get_settings (f->page.context);
  GtkWidget *language
      = ff_test_find (GTK_WIDGET (f->pack), ADW_TYPE_COMBO_ROW, "title", "Language");
  GtkWidget *paper = ff_test_find (GTK_WIDGET (f->pack), ADW_TYPE_COMBO_ROW, "title", "Paper");
  g_autofree char *chosen = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (language)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (language), 1);
  chosen = g_settings_get_string (settings, "handout-language");
  g_assert_cmpstr (chosen, !=, "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (paper), 2);
  g_assert_cmpint (ff_paper_choices_get_size (settings), ==, FF_PAPER_LETTER);
  g_settings_reset (settings, "handout-language");
  g_settings_set_string (settings, "paper", "a4");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (language)), ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (paper)), ==, 1);
}

/* The median of 5, 7 and 9. */
static void
test_usual_attendance (Fixture *f, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *copies;

  g_assert_cmpuint (ff_pack_choice_find_usual (f->page.store, "g"), ==, 7);
  g_assert_cmpuint (ff_pack_choice_find_usual (f->page.store, "nobody"), ==, 6);
  ff_pack_page_add (f->pack, "urge-log");
  row = ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", "Urge log");
  g_assert_nonnull (row);
  g_assert_cmpuint (ff_pack_row_get_copies (FF_PACK_ROW (row)), ==, 7);
  copies = ff_test_find (row, GTK_TYPE_SPIN_BUTTON, NULL, NULL);
  gtk_test_accessible_assert_property (copies, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copies of “Urge log”");
  gtk_test_accessible_assert_role (copies, GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
}

static void
set_copies (Fixture *f, const char *title, guint copies)
{
  GtkWidget *row = ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", title);

  ff_pack_row_set_copies (FF_PACK_ROW (row), copies);
}

static char *
describe (GPtrArray *sheets)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    g_string_append_printf (titles, "%.1s", ff_sheet_get_title (sheets->pdata[i]));
  return g_string_free_and_steal (titles);
}

/* Each person's sheets lie together; a handout wanted less often runs out first. */
static void
test_collated (Fixture *f, gconstpointer data)
{
  g_autoptr (FfPack) pack = NULL;
  g_autoptr (FfPack) one_each = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) collated = NULL;
  g_autoptr (GPtrArray) same = NULL;
  g_autofree char *order = NULL;
  guint copies;

  ff_pack_page_add (f->pack, "urge-log");
  ff_pack_page_add (f->pack, "cost-benefit");
  set_copies (f, "Urge log", 3);
  set_copies (f, "Cost–benefit analysis", 1);
  pack = ff_pack_page_make_pack (f->pack, FALSE, NULL);
  sheets = ff_pack_make_sheets (pack);
  collated = ff_pack_collate (pack, sheets, &copies);
  order = describe (collated);
  g_assert_cmpstr (order, ==, "UCUU");
  g_assert_cmpuint (copies, ==, 1);
  g_assert_cmpuint (ff_pack_count_pages (pack, sheets), ==,
                    3 * ff_sheet_get_n_pages (sheets->pdata[0])
                        + ff_sheet_get_n_pages (sheets->pdata[1]));

  one_each = ff_pack_page_make_pack (f->pack, TRUE, NULL);
  same = ff_pack_collate (one_each, sheets, &copies);
  g_assert_cmpuint (same->len, ==, 2);
  g_assert_cmpuint (copies, ==, 1);
  wait_until (ff_test_find (GTK_WIDGET (f->pack), GTK_TYPE_LABEL, "label", "2 handouts · 4 pages")
              != NULL);
}

static void
test_order_by_keyboard (Fixture *f, gconstpointer data)
{
  GtkWidget *row;
  g_autoptr (FfSession) session = NULL;

  ff_pack_page_add (f->pack, "urge-log");
  ff_pack_page_add (f->pack, "cost-benefit");
  row = ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", "Cost–benefit analysis");
  gtk_widget_activate_action (row, "row.move-up", NULL);
  session = read_session (f);
  g_assert_cmpstrv (ff_session_get_handouts (session),
                    ((const char *[]) { "cost-benefit", "urge-log", NULL }));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 0);
  gtk_widget_activate_action (row, "row.remove", NULL);
  g_assert_cmpstrv (ff_pack_choice_get_ids (choice_of (f)),
                    ((const char *[]) { "urge-log", NULL }));
}

/* What was printed or saved stands in the session with its copies, and as used. */
static void
test_given (Fixture *f, gconstpointer data)
{
  g_autoptr (FfPack) pack = NULL;
  g_autoptr (FfSession) session = NULL;

  ff_pack_page_add (f->pack, "urge-log");
  set_copies (f, "Urge log", 4);
  pack = ff_pack_page_make_pack (f->pack, FALSE, NULL);
  ff_pack_choice_take_given (choice_of (f), pack);
  ff_pack_tell_used (pack);
  session = read_session (f);
  g_assert_cmpuint (ff_session_get_copies (session, "urge-log"), ==, 4);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (f->pack), GTK_TYPE_LABEL, "label", "4 copies given"));
  wait_until (ff_handout_item_get_last_used (ff_handout_library_find (f->library, "urge-log")) > 0);
}

/* A handout that there is none of is told, and nothing is printed. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FfPack *pack;

  ff_pack_page_add (f->pack, "own-gone");
  pack = ff_pack_page_make_pack (f->pack, FALSE, &error);
  g_assert_null (pack);
  g_assert_nonnull (error);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (f->pack), GTK_TYPE_LABEL, "label", error->message));
}

/* As another program would that meddles with the database. */
static void
meddle (const char *folder, const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "fourfold.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
on_failed (FfPackChoice *choice, GError *error, GError **told)
{
  g_assert_null (*told);
  *told = g_error_copy (error);
}

/* What could not be kept is told, and not shown as if it were. */
static void
test_choice_not_written (Fixture *f, gconstpointer data)
{
  GError *told = NULL;

  meddle (f->page.folder, "CREATE TRIGGER refuse BEFORE INSERT ON session_handouts"
                          " BEGIN SELECT RAISE (ABORT, 'no'); END");
  g_signal_connect (choice_of (f), "failed", G_CALLBACK (on_failed), &told);
  ff_pack_page_add (f->pack, "urge-log");
  wait_until (told != NULL);
  g_assert_cmpuint (g_strv_length ((GStrv) ff_pack_choice_get_ids (choice_of (f))), ==, 0);
  g_assert_null (ff_test_find (GTK_WIDGET (f->pack), FF_TYPE_PACK_ROW, "title", "Urge log"));
  meddle (f->page.folder, "DROP TRIGGER refuse");
  g_clear_error (&told);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/pack/suggestion", test_suggestion);
  add_test ("/pack/focus", test_focus);
  add_test ("/pack/added-by-other-name", test_added_by_other_name);
  add_test ("/pack/language-and-paper", test_language_and_paper);
  add_test ("/pack/usual-attendance", test_usual_attendance);
  add_test ("/pack/collated", test_collated);
  add_test ("/pack/order-by-keyboard", test_order_by_keyboard);
  add_test ("/pack/given", test_given);
  add_test ("/pack/unknown", test_unknown);
  add_test ("/pack/choice-not-written", test_choice_not_written);
  return g_test_run ();
}
