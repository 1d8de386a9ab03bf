/* test-handouts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding a handout, seeing it as it will be on paper, and saving it.
 */

#include "ff-config.h"

#include <sqlite3.h>

#include "ff-handout-card.h"
#include "ff-handout-preview.h"
#include "ff-handout-repository.h"
#include "ff-handout-section.h"
#include "ff-handout-shelves.h"
#include "ff-handouts-page.h"
#include "ff-print-pack.h"
#include "ff-test-shell.h"
#include "ff-thumbnail.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  GtkWidget *window;
  GtkWidget *overlay;
  FfHandoutsPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GSettings *settings;

  ff_test_shell_set_up (&fixture->shell);
  settings = ff_context_get_settings (fixture->shell.context);
  g_settings_set_string (settings, "paper", "a4");
  g_settings_reset (settings, "large-print");
  g_settings_reset (settings, "handout-language");
  fixture->group = ff_test_add_group (&fixture->shell, "Tuesday", FALSE);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  fixture->page = FF_HANDOUTS_PAGE (ff_handouts_page_new (fixture->shell.context));
  ff_view_set_group (FF_VIEW (fixture->page), fixture->group);
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ff_test_until (page == NULL);
  ff_test_shell_tear_down (&fixture->shell);
  g_assert_finalize_object (g_steal_pointer (&fixture->group));
}

static GtkWidget *
find_card (Fixture *fixture, const char *title)
{
  GtkWidget *label = ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, FF_TYPE_HANDOUT_CARD);
}

/* Cards come a few at a time. */
static GtkWidget *
wait_card (Fixture *fixture, const char *title)
{
  ff_test_until (ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, title) != NULL);
  return find_card (fixture, title);
}

static GtkWidget *
find_search_entry (Fixture *fixture)
{
  GtkWidget *bar = ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_BAR, NULL);

  return ff_test_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_search_entry (fixture);
  GtkWidget *urge = wait_card (fixture, "Urge log");
  GtkWidget *plan = wait_card (fixture, "Seven-day plan");

  ff_test_until (gtk_widget_get_mapped (urge));
  gtk_test_accessible_assert_property (urge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Urge log");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search handouts");
  gtk_editable_set_text (GTK_EDITABLE (entry), "urge LOG");
  ff_test_until (!gtk_widget_is_visible (plan));
  g_assert_true (gtk_widget_is_visible (urge));
  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing of the kind");
  ff_test_until (ff_test_is_shown (
      ff_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_STATUS_PAGE, "No Handout Found")));
}

static void
test_found_by_other_name (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = find_search_entry (fixture);
  GtkWidget *card = wait_card (fixture, "Cost–benefit analysis");

  gtk_editable_set_text (GTK_EDITABLE (entry), "decisional");
  ff_test_until (
      ff_test_is_shown (ff_test_find (card, GTK_TYPE_LABEL, "Also “Decisional balance”")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  ff_test_until (!gtk_widget_get_visible (ff_test_find (card, GTK_TYPE_LABEL, "")));
}

static FfHandoutItem *
find_item (Fixture *fixture, const char *id)
{
  return ff_handout_library_find (ff_handouts_page_get_library (fixture->page), id);
}

/* With the keyboard: Ctrl+D on a card, and again. */
static void
test_favourite (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Urge log");
  GtkWidget *star = ff_test_find (card, GTK_TYPE_TOGGLE_BUTTON, NULL);

  gtk_test_accessible_assert_property (star, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "“Urge log” is a favourite");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));
  gtk_widget_activate_action (card, "card.favourite", NULL);
  ff_test_until (ff_handout_item_get_favourite (find_item (fixture, "urge-log")));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));
  ff_test_until (ff_test_is_shown (
      ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Favourites")));
  gtk_widget_activate_action (card, "card.favourite", NULL);
  ff_test_until (!ff_handout_item_get_favourite (find_item (fixture, "urge-log")));
  g_assert_null (ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, "Favourites"));
}

static void
test_one_shelf (Fixture *fixture, gconstpointer data)
{
  GtkWidget *urge = wait_card (fixture, "Urge log");
  GtkWidget *benefit = wait_card (fixture, "Cost–benefit analysis");
  GtkWidget *shelves = gtk_widget_get_ancestor (urge, FF_TYPE_HANDOUT_SHELVES);

  gtk_widget_activate_action (urge, "handouts.shelf", "s", "point-1");
  ff_test_until (!gtk_widget_get_child_visible (urge) || !gtk_widget_get_mapped (urge));
  g_assert_true (gtk_widget_get_visible (benefit));
  ff_handout_shelves_set_shelf (FF_HANDOUT_SHELVES (shelves), "");
  ff_test_until (gtk_widget_get_mapped (urge));
}

/* Down from the last row of a section goes into the next one, at the same place. */
static void
test_from_section_to_section (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Urge log");
  GtkWidget *box = gtk_widget_get_parent (card);
  GtkWidget *section = gtk_widget_get_ancestor (card, FF_TYPE_HANDOUT_SECTION);
  GtkWidget *next = gtk_widget_get_next_sibling (section);
  gboolean handled = FALSE;

  ff_test_until (gtk_widget_get_mapped (card) && gtk_widget_get_height (card) > 0);
  ff_test_until (ff_handout_section_get_first (FF_HANDOUT_SECTION (next)) != NULL);
  gtk_widget_grab_focus (card);
  g_signal_emit_by_name (box, "keynav-failed", GTK_DIR_DOWN, &handled);
  g_assert_true (handled);
  g_assert_nonnull (gtk_widget_get_focus_child (next));
}

/* Tab does not stop at each card and its star. */
static void
test_tab_leaves_section (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Urge log");
  GtkWidget *section = gtk_widget_get_ancestor (card, FF_TYPE_HANDOUT_SECTION);
  GtkWidget *next = gtk_widget_get_next_sibling (section);

  ff_test_until (gtk_widget_get_mapped (card) && gtk_widget_get_height (card) > 0);
  ff_test_until (ff_handout_section_get_first (FF_HANDOUT_SECTION (next)) != NULL);
  ff_test_until (gtk_widget_get_height (next) > 0);
  ff_test_settle ();
  gtk_widget_grab_focus (card);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (next));
  g_assert_true (FF_IS_HANDOUT_CARD (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), section));
}

static void
save_own (Fixture *fixture)
{
  FfOwnHandout own = { (char *) "one", (char *) "Our rules",
                       (char *) "# Our rules\n\nWhat we agreed.\n\n- Be kind\n" };
  gboolean is_saved = FALSE;

  ff_handout_repository_save_own_async (fixture->shell.store, &own, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static void
test_own (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  save_own (fixture);
  card = wait_card (fixture, "Our rules");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Our rules, your own");
  g_assert_true (ff_test_is_shown (ff_test_find (card, GTK_TYPE_LABEL, "Your own")));
  gtk_widget_activate_action (card, "page.delete", "s", "own-one");
  ff_test_until (find_item (fixture, "own-one") == NULL);
  ff_test_until (ff_test_find (fixture->overlay, GTK_TYPE_BUTTON, "_Undo") != NULL);
  g_signal_emit_by_name (ff_test_find (fixture->overlay, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  ff_test_until (find_item (fixture, "own-one") != NULL);
}

/* A group is offered its programme's handouts; those of one's own belong to no programme, and are for every group. */
static void
test_for_this_group (Fixture *fixture, gconstpointer data)
{
  GtkWidget *other = wait_card (fixture, "How ready are they?");
  AdwToggleGroup *scope
      = ADW_TOGGLE_GROUP (ff_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_TOGGLE_GROUP, NULL));
  GtkWidget *own;

  save_own (fixture);
  own = wait_card (fixture, "Our rules");
  g_assert_cmpstr (adw_toggle_group_get_active_name (scope), ==, "programme");
  ff_test_until (ff_test_is_shown (own));
  g_assert_false (gtk_widget_is_visible (other));
  adw_toggle_group_set_active_name (scope, "all");
  ff_test_until (ff_test_is_shown (other));
  g_assert_true (ff_test_is_shown (own));
}

static void
test_thumbnails (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Urge log");
  GdkPaintable *picture = NULL;

  ff_test_until ((picture = ff_handout_card_get_picture (FF_HANDOUT_CARD (card))) != NULL);
  ff_test_until (ff_thumbnail_get_texture (FF_THUMBNAIL (picture)) != NULL);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Cost–benefit analysis");
  FfHandoutPreview *preview;
  FfSheetView *view;
  g_autofree char *pages = NULL;
  double width, height;
  int before, after;

  gtk_widget_activate (card);
  ff_test_until ((preview = ff_handouts_page_get_preview (fixture->page)) != NULL);
  g_assert_cmpstr (ff_handout_preview_get_id (preview), ==, "cost-benefit");
  view = ff_handout_preview_get_view (preview);
  ff_test_until (ff_sheet_view_get_sheet (view) != NULL);
  gtk_test_accessible_assert_role (GTK_WIDGET (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_WIDGET (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Cost–benefit analysis");
  ff_sheet_get_page_size (ff_sheet_view_get_sheet (view), &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595, 1);
  g_assert_cmpuint (ff_sheet_get_n_pages (ff_sheet_view_get_sheet (view)), ==, 1);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (preview), GTK_TYPE_LABEL, "1 page"));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 600, &before, NULL, NULL, NULL);

  g_settings_set_string (ff_context_get_settings (fixture->shell.context), "paper", "letter");
  g_settings_set_boolean (ff_context_get_settings (fixture->shell.context), "large-print", TRUE);
  ff_test_until (ff_sheet_get_n_pages (ff_sheet_view_get_sheet (view)) > 1);
  ff_sheet_get_page_size (ff_sheet_view_get_sheet (view), &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612, 1);
  pages = g_strdup_printf ("%u pages", ff_sheet_get_n_pages (ff_sheet_view_get_sheet (view)));
  g_assert_cmpuint (ff_sheet_get_n_pages (ff_sheet_view_get_sheet (view)), >, 1);
  g_assert_nonnull (ff_test_find (GTK_WIDGET (preview), GTK_TYPE_LABEL, pages));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 600, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, >, before * 3 / 2);
}

static void
test_unknown_handout (Fixture *fixture, gconstpointer data)
{
  ff_handouts_page_show_handout (fixture->page, "no-such-sheet");
  ff_test_until (ff_test_is_shown (ff_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_STATUS_PAGE,
                                                 "This Handout Cannot Be Shown")));
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

/* It says so, and comes back with what can be read again. */
static void
test_unreadable_library (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = wait_card (fixture, "Urge log");

  ff_test_until (gtk_widget_get_mapped (card));
  meddle (fixture->shell.folder, "ALTER TABLE own_handouts RENAME TO elsewhere");
  g_signal_emit_by_name (fixture->shell.store, "changed", FF_AGGREGATE_ALL, NULL);
  ff_test_until (ff_test_is_shown (ff_test_find (GTK_WIDGET (fixture->page), ADW_TYPE_STATUS_PAGE,
                                                 "The Handouts Cannot Be Read")));
  meddle (fixture->shell.folder, "ALTER TABLE elsewhere RENAME TO own_handouts");
  g_signal_emit_by_name (fixture->shell.store, "changed", FF_AGGREGATE_ALL, NULL);
  ff_test_until (
      ff_test_is_shown (ff_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_LABEL, "Urge log")));
}

/* A toast says which handout there is none of. */
static void
assert_tells (Fixture *fixture, const char *action)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_handout_repository_load (fixture->shell.store, "own-gone", catalogue, &error));
  g_assert_null (ff_test_find (fixture->overlay, GTK_TYPE_LABEL, error->message));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, "s", "own-gone");
  ff_test_until (ff_test_find (fixture->overlay, GTK_TYPE_LABEL, error->message) != NULL);
}

static void
test_nothing_to_present (Fixture *fixture, gconstpointer data)
{
  assert_tells (fixture, "page.present");
}

static void
test_nothing_to_duplicate (Fixture *fixture, gconstpointer data)
{
  assert_tells (fixture, "page.duplicate");
}

typedef struct
{
  gboolean is_done;
  GError *error;
} Outcome;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  ff_pack_write_finish (FF_PACK (source), result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
write_pack (Fixture *fixture, const char *path, Outcome *outcome)
{
  g_autoptr (FfPack) pack = NULL;
  FfSheetView *view;

  ff_handouts_page_show_handout (fixture->page, "seven-day-plan");
  ff_test_until (ff_handouts_page_get_preview (fixture->page) != NULL);
  view = ff_handout_preview_get_view (ff_handouts_page_get_preview (fixture->page));
  ff_test_until (ff_sheet_view_get_sheet (view) != NULL);
  pack = ff_handout_preview_make_pack (ff_handouts_page_get_preview (fixture->page), NULL);
  g_assert_nonnull (pack);
  ff_pack_write_async (pack, path, written_cb, outcome);
  ff_test_until (outcome->is_done);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "plan.pdf", NULL);
  g_autofree char *contents = NULL;
  Outcome outcome = { 0 };
  gsize length;

  write_pack (fixture, path, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 5000);
}

static void
test_export_where_there_is_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->shell.folder, "none", "plan.pdf", NULL);
  Outcome outcome = { 0 };

  write_pack (fixture, path, &outcome);
  g_assert_nonnull (outcome.error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&outcome.error);
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
  add_test ("/handouts/search", test_search);
  add_test ("/handouts/found-by-other-name", test_found_by_other_name);
  add_test ("/handouts/favourite", test_favourite);
  add_test ("/handouts/one-shelf", test_one_shelf);
  add_test ("/handouts/from-section-to-section", test_from_section_to_section);
  add_test ("/handouts/tab-leaves-section", test_tab_leaves_section);
  add_test ("/handouts/own", test_own);
  add_test ("/handouts/for-this-group", test_for_this_group);
  add_test ("/handouts/thumbnails", test_thumbnails);
  add_test ("/handouts/preview", test_preview);
  add_test ("/handouts/unknown", test_unknown_handout);
  add_test ("/handouts/unreadable-library", test_unreadable_library);
  add_test ("/handouts/nothing-to-present", test_nothing_to_present);
  add_test ("/handouts/nothing-to-duplicate", test_nothing_to_duplicate);
  add_test ("/handouts/export", test_export);
  add_test ("/handouts/export-no-folder", test_export_where_there_is_no_folder);
  return g_test_run ();
}
