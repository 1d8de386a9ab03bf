/* test-check-ins-search.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking for words in the notes, from the keyboard, and what is shown of what was found.
 */

#include "ff-config.h"

#include "ff-check-in-line.h"
#include "ff-check-ins-page.h"
#include "ff-people-list.h"
#include "ff-person-page.h"
#include "ff-search-panel.h"
#include "ff-search-row.h"
#include "ff-search-snippet.h"
#include "ff-session-repository.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfGroup *group;
  FfGroup *other;
  GtkWidget *window;
  FfCheckInsPage *page;
} Fixture;

static void
write_note (Fixture *f,
            const char *uid,
            FfGroup *group,
            const char *alias,
            const char *start,
            const char *note,
            guint points)
{
  g_autoptr (FfSession) session = ff_session_new (uid);
  g_autoptr (FfParticipant) participant = ff_participant_new (alias);
  g_autoptr (FfCheckIn) check_in = ff_check_in_new (uid);
  gboolean is_saved = FALSE;
  FfWallTime time;

  g_assert_true (ff_wall_time_parse (start, &time, NULL));
  ff_session_set_group (session, ff_group_get_uid (group));
  ff_session_set_rule_time (session, &time);
  ff_session_set_start (session, &time);
  ff_participant_set_group (participant, ff_group_get_uid (group));
  ff_participant_set_alias (participant, alias);
  ff_check_in_set_session (check_in, uid);
  ff_check_in_set_participant (check_in, alias);
  ff_check_in_set_note (check_in, note);
  ff_check_in_set_points (check_in, points);
  ff_session_repository_save_check_in_async (f->shell.store, check_in, session, participant,
                                             ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static void
write_item (Fixture *f, const char *uid, const char *session, const char *alias, const char *text)
{
  g_autoptr (FfPlanItem) item = ff_plan_item_new (uid);
  gboolean is_saved = FALSE;

  ff_plan_item_set_set_at (item, session);
  ff_plan_item_set_participant (item, alias);
  ff_plan_item_set_text (item, text);
  ff_session_repository_save_plan_item_async (f->shell.store, item, ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  ff_test_shell_set_up (&f->shell);
  f->group = ff_test_add_group (&f->shell, "Tuesday", FALSE);
  f->other = ff_test_add_group (&f->shell, "Harbour", FALSE);
  write_note (f, "s1", f->group, "Robin", "2026-11-10T19:00", "Walked to the café & back", 1);
  write_note (f, "s2", f->group, "Sasha", "2026-11-17T19:00", "Slept better, walked twice", 2);
  write_note (f, "s3", f->other, "Kim", "2025-03-01T10:00", "A walk by the sea", 0);
  write_item (f, "i1", "s1", "Robin", "Walk on Monday");
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  f->page = FF_CHECK_INS_PAGE (ff_check_ins_page_new (f->shell.context));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (f->page));
  adw_window_set_content (ADW_WINDOW (f->window), overlay);
  gtk_window_present (GTK_WINDOW (f->window));
  ff_test_until (gtk_widget_get_mapped (GTK_WIDGET (f->page)));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gpointer page = f->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  ff_test_until (page == NULL);
  ff_test_shell_tear_down (&f->shell);
  g_assert_finalize_object (g_steal_pointer (&f->other));
  g_assert_finalize_object (g_steal_pointer (&f->group));
}

static GtkWidget *
find (Fixture *f, GType type, const char *label)
{
  GtkWidget *found;

  ff_test_until ((found = ff_test_find (GTK_WIDGET (f->page), type, label)) != NULL);
  return found;
}

static GtkWidget *
find_panel (Fixture *f)
{
  return find (f, FF_TYPE_SEARCH_PANEL, NULL);
}

static GtkListView *
find_list (Fixture *f)
{
  GtkWidget *row = ff_test_find (find_panel (f), FF_TYPE_SEARCH_ROW, NULL);

  g_assert_nonnull (row);
  return GTK_LIST_VIEW (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW));
}

static guint
count_results (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (find_list (f))));
}

/* As a person reads it, whatever of it is in bold. */
static GtkWidget *
find_text (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static gboolean
says (Fixture *f, const char *text)
{
  return find_text (find_panel (f), text) != NULL;
}

static GtkWidget *
find_chip (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (root, "chip"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_chip (child);
  return found;
}

static void
type_words (Fixture *f, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (ff_test_find (find_panel (f), GTK_TYPE_SEARCH_ENTRY, NULL)),
                         words);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* As Escape does it. */
static void
escape (Fixture *f)
{
  g_signal_emit_by_name (ff_test_find (find_panel (f), GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
}

static void
test_words (Fixture *f, gconstpointer data)
{
  ff_check_ins_page_start_search (f->page);
  g_assert_true (has_focus (ff_test_find (find_panel (f), GTK_TYPE_SEARCH_ENTRY, NULL)));
  ff_test_until (says (f, "Find What Was Said"));
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  g_assert_cmpuint (count_results (f), ==, 4);
  type_words (f, "CAFE walk");
  ff_test_until (says (f, "1 found"));
  ff_test_until (says (f, "Walked to the café & back"));
  ff_test_until (says (f, "Robin") && says (f, "Note · Tuesday"));
  type_words (f, "xylophone");
  ff_test_until (says (f, "Nothing Found"));
  type_words (f, "");
  ff_test_until (says (f, "Find What Was Said"));
}

/* The group over the views narrows down too, and follows when another is chosen. */
static void
test_group (Fixture *f, gconstpointer data)
{
  ff_check_ins_page_start_search (f->page);
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  ff_view_set_group (FF_VIEW (f->page), f->other);
  ff_test_until (says (f, "1 found"));
  ff_view_set_group (FF_VIEW (f->page), f->group);
  ff_test_until (says (f, "3 found, latest first"));
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  GtkWidget *panel, *chip;

  ff_view_set_group (FF_VIEW (f->page), f->group);
  ff_check_ins_page_start_search (f->page);
  panel = find_panel (f);
  type_words (f, "walk");
  ff_test_until (says (f, "3 found, latest first"));
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (ff_test_find (panel, ADW_TYPE_SWITCH_ROW, "Only open plans")), TRUE);
  ff_test_until (says (f, "1 found"));
  ff_test_until (says (f, "Walk on Monday"));
  chip = find_chip (panel);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Do not narrow down to: Only open plans");
  g_signal_emit_by_name (chip, "clicked");
  ff_test_until (says (f, "3 found, latest first"));
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (ff_test_find (panel, ADW_TYPE_COMBO_ROW, "Brought up")), 2);
  ff_test_until (says (f, "1 found"));
  ff_test_until (says (f, "Slept better, walked twice"));
  type_words (f, "cafe");
  ff_test_until (says (f, "Nothing Found"));
  g_signal_emit_by_name (ff_test_find (panel, GTK_TYPE_BUTTON, "_Look Everywhere"), "clicked");
  ff_test_until (says (f, "1 found"));
  /* Without words, all there is of that kind. */
  type_words (f, "");
  ff_test_until (says (f, "Find What Was Said"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (ff_test_find (panel, ADW_TYPE_COMBO_ROW, "Look in")),
                              1);
  ff_test_until (says (f, "2 found, latest first"));
}

static void
test_dates (Fixture *f, gconstpointer data)
{
  GtkWidget *dates;

  ff_check_ins_page_start_search (f->page);
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  dates = ff_test_find (find_panel (f), ADW_TYPE_COMBO_ROW, "Dates");
  adw_combo_row_set_selected (ADW_COMBO_ROW (dates), 3);
  ff_test_until (says (f, "3 found, latest first"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (dates), 4);
  ff_test_until (says (f, "1 found"));
}

static void
test_person (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  ff_check_ins_page_start_search (f->page);
  row = ff_test_find (find_panel (f), ADW_TYPE_ENTRY_ROW, "Only one person");
  gtk_editable_set_text (GTK_EDITABLE (row), "sa");
  ff_test_until (ff_test_find (find_panel (f), ADW_TYPE_ACTION_ROW, "Sasha") != NULL);
  g_signal_emit_by_name (row, "entry-activated");
  ff_test_until (says (f, "1 found"));
  ff_test_until (says (f, "Slept better, walked twice"));
}

/* Enter goes to the first result, and from there to the session with the person’s line. */
static void
test_open (Fixture *f, gconstpointer data)
{
  GtkWidget *line;

  ff_check_ins_page_start_search (f->page);
  type_words (f, "walked");
  ff_test_until (says (f, "2 found, latest first"));
  g_signal_emit_by_name (ff_test_find (find_panel (f), GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  ff_test_until (has_focus (GTK_WIDGET (find_list (f))));
  g_signal_emit_by_name (find_list (f), "activate", 1);
  ff_test_until (ff_check_ins_page_get_session (f->page) != NULL);
  g_assert_cmpstr (ff_session_get_uid (ff_session_editor_get_session (
                       ff_session_page_get_editor (ff_check_ins_page_get_session (f->page)))),
                   ==, "s1");
  line = find (f, FF_TYPE_CHECK_IN_LINE, NULL);
  g_assert_cmpstr (ff_check_in_get_participant (
                       ff_check_in_line_get_check_in (FF_CHECK_IN_LINE (line))),
                   ==, "Robin");
  ff_test_until (has_focus (line));
}

/* Escape closes it and gives the focus back. */
static void
test_escape (Fixture *f, gconstpointer data)
{
  GtkWidget *list = find (f, GTK_TYPE_LIST_VIEW, NULL);

  gtk_widget_grab_focus (list);
  ff_test_until (has_focus (list));
  ff_check_ins_page_start_search (f->page);
  ff_test_until (!has_focus (list));
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  escape (f);
  ff_test_until (has_focus (list));
  g_assert_false (gtk_widget_get_mapped (find_panel (f)));
}

/* What is written meanwhile is found, what is taken out is not. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  gboolean is_saved = FALSE;

  ff_check_ins_page_start_search (f->page);
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  write_item (f, "i2", "s2", "Sasha", "Walks");
  ff_test_until (says (f, "5 found, latest first"));
  ff_session_repository_delete_check_in_async (f->shell.store, "s1", ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
  ff_test_until (says (f, "3 found, latest first"));
}

/* Scrolled to its end, the list goes on. */
static void
test_more (Fixture *f, gconstpointer data)
{
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *uid = g_strdup_printf ("more%u", i);

      write_item (f, uid, "s2", "Sasha", "Bread");
    }
  ff_check_ins_page_start_search (f->page);
  type_words (f, "bread");
  ff_test_until (says (f, "120 found, latest first"));
  g_assert_cmpuint (count_results (f), ==, 50);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_list (f)));
  ff_test_until (gtk_adjustment_get_upper (adjustment) > 1000);
  while (count_results (f) < 120)
    {
      guint known = count_results (f);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment)
                                                - gtk_adjustment_get_page_size (adjustment) - 1);
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      ff_test_until (count_results (f) > known);
    }
  g_assert_cmpuint (count_results (f), ==, 120);
}

static void
test_hidden_names (Fixture *f, gconstpointer data)
{
  ff_check_ins_page_start_search (f->page);
  type_words (f, "café");
  ff_test_until (says (f, "Robin"));
  ff_context_set_hide_names (f->shell.context, TRUE);
  ff_test_until (!says (f, "Robin"));
  ff_context_set_hide_names (f->shell.context, FALSE);
  ff_test_until (says (f, "Robin"));
}

static void
test_people (Fixture *f, gconstpointer data)
{
  GtkWidget *lists = find (f, ADW_TYPE_TOGGLE_GROUP, NULL);

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (lists), "people");
  ff_test_until (gtk_widget_get_mapped (find (f, FF_TYPE_PEOPLE_LIST, NULL)));
  ff_check_ins_page_start_search (f->page);
  g_assert_false (gtk_widget_get_mapped (find (f, FF_TYPE_PEOPLE_LIST, NULL)));
  escape (f);
  ff_test_until (gtk_widget_get_mapped (find (f, FF_TYPE_PEOPLE_LIST, NULL)));
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (lists), "sessions");
  g_assert_false (gtk_widget_get_mapped (find (f, FF_TYPE_PEOPLE_LIST, NULL)));
}

static const char *
get_shown_person (Fixture *f)
{
  GtkWidget *page = ff_test_find (GTK_WIDGET (f->page), FF_TYPE_PERSON_PAGE, NULL);

  return page != NULL ? ff_person_page_get_participant (FF_PERSON_PAGE (page)) : NULL;
}

/* The page of a person, from there to a session, and back. */
static void
test_show_person (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  ff_check_ins_page_show_person (f->page, "Robin");
  g_assert_null (ff_check_ins_page_get_session (f->page));
  page = find (f, FF_TYPE_PERSON_PAGE, "Robin");
  g_signal_emit_by_name (page, "session-chosen", "s1");
  ff_test_until (ff_check_ins_page_get_session (f->page) != NULL);
  g_assert_cmpstr (ff_session_get_uid (ff_session_editor_get_session (
                       ff_session_page_get_editor (ff_check_ins_page_get_session (f->page)))),
                   ==, "s1");
  ff_test_until (get_shown_person (f) == NULL);
  ff_check_ins_page_show_person (f->page, "Sasha");
  find (f, FF_TYPE_PERSON_PAGE, "Sasha");
  g_assert_null (ff_check_ins_page_get_session (f->page));
  /* Another group has other people. */
  ff_view_set_group (FF_VIEW (f->page), f->other);
  ff_test_until (get_shown_person (f) == NULL);
}

/* Whose notes became those of somebody else is shown as them. */
static void
test_show_merged (Fixture *f, gconstpointer data)
{
  GtkWidget *lists = find (f, ADW_TYPE_TOGGLE_GROUP, NULL);
  GtkWidget *page;

  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (lists), "people");
  ff_check_ins_page_show_person (f->page, "Robin");
  page = find (f, FF_TYPE_PERSON_PAGE, "Robin");
  g_signal_emit_by_name (page, "gone", "Sasha");
  find (f, FF_TYPE_PERSON_PAGE, "Sasha");
  ff_test_until (g_strcmp0 (get_shown_person (f), "Sasha") == 0);
  g_signal_emit_by_name (find (f, FF_TYPE_PERSON_PAGE, "Sasha"), "gone", NULL);
  g_assert_cmpstr (get_shown_person (f), ==, "Sasha");
}

static void
test_accessible (Fixture *f, gconstpointer data)
{
  ff_check_ins_page_start_search (f->page);
  type_words (f, "walk");
  ff_test_until (says (f, "4 found, latest first"));
  gtk_test_accessible_assert_property (ff_test_find (find_panel (f), GTK_TYPE_SEARCH_ENTRY, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search notes and plans");
  gtk_test_accessible_assert_property (find_list (f), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Found, latest first");
  gtk_test_accessible_assert_role (find_text (find_panel (f), "4 found, latest first"),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
assert_snippet (const char *text, guint start, guint end, const char *expected)
{
  FfSearchMatch match = { start, end };
  FfSearchResult result = { .text = (char *) text };
  g_autofree char *snippet = NULL;

  result.matches = g_array_new (FALSE, FALSE, sizeof match);
  if (end > 0)
    g_array_append_val (result.matches, match);
  snippet = ff_search_snippet_make (&result);
  g_assert_cmpstr (snippet, ==, expected);
  g_array_unref (result.matches);
}

static void
test_snippet (void)
{
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *late
      = g_strconcat ("Ä long way before it comes to what was looked for, and that is ",
                     "here <at> last", NULL);

  assert_snippet ("", 0, 0, "");
  assert_snippet ("a < b\nc", 0, 0, "a &lt; b c");
  assert_snippet ("One café", 4, 9, "One <b>café</b>");
  assert_snippet (late, (guint) (strstr (late, "here") - late),
                  (guint) (strstr (late, "here") - late) + 4,
                  "…it comes to what was looked for, and that is <b>here</b> &lt;at&gt; last");
  {
    g_autofree char *snippet = NULL;
    FfSearchResult result
        = { .text = many, .matches = g_array_new (FALSE, FALSE, sizeof (FfSearchMatch)) };

    snippet = ff_search_snippet_make (&result);
    g_assert_true (g_str_has_suffix (snippet, "x…"));
    g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 300);
    g_array_unref (result.matches);
  }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/check-ins-search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("words", test_words);
  ADD ("group", test_group);
  ADD ("filters", test_filters);
  ADD ("dates", test_dates);
  ADD ("person", test_person);
  ADD ("open", test_open);
  ADD ("escape", test_escape);
  ADD ("follows", test_follows);
  ADD ("more", test_more);
  ADD ("hidden-names", test_hidden_names);
  ADD ("people", test_people);
  ADD ("show-person", test_show_person);
  ADD ("show-merged", test_show_merged);
  ADD ("accessible", test_accessible);
  g_test_add_func ("/check-ins-search/snippet", test_snippet);

  return g_test_run ();
}
