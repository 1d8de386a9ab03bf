/* test-rota-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota: what its cells say, each act by keyboard and its Undo, an override with its reason, the narrow list.
 */

#include "ff-test-grid.h"

static void
test_cells (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 12, 1, 19, 0 }, "robin", FF_DUTY_DECLINED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_ASKED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  g_assert_cmpuint (ff_rota_rows_count (f->view->rows), ==, 2);
  ff_test_grid_assert_says (f, 0, 0, "Tuesday");
  ff_test_grid_assert_says (f, 0, 0, "Ladner, Facilitator: Robin, confirmed");
  ff_test_grid_assert_says (f, 0, 1, "empty. Declined by Robin");
  ff_test_grid_assert_says (f, 0, 2, ": empty");
  /* Kim rests. */
  ff_test_grid_assert_says (f, 1, 0, "Kim, asked, needs a look");
  gtk_test_accessible_assert_role (ff_rota_grid_find_cell (f->view->grid, 0, 0),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (f->view->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (f->view->grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rota");
}

static void
test_keys (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_PROPOSED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  gtk_widget_grab_focus (GTK_WIDGET (f->view->grid));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 0))));
  ff_test_grid_press_in_grid (f, GDK_KEY_a);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  ff_test_grid_press_in_grid (f, GDK_KEY_c);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  ff_test_grid_press_in_grid (f, GDK_KEY_p);
  ff_test_grid_assert_says (f, 0, 0, "pinned");
  ff_test_grid_press_in_grid (f, GDK_KEY_d);
  ff_test_grid_assert_says (f, 0, 0, "empty. Declined by Robin");
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed, pinned");
  ff_test_grid_press_in_grid (f, GDK_KEY_Delete);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed, pinned");
  ff_test_grid_press_in_grid (f, GDK_KEY_Right);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 1))));
  ff_test_grid_press_in_grid (f, GDK_KEY_Down);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 1))));
  ff_test_grid_press_in_grid (f, GDK_KEY_End);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 12))));
}

static void
test_candidates (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  ff_test_grid_open_first (f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 2);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Robin");
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, proposed");
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
}

/* Nobody whom something speaks against gets a place without a reason. */
static void
test_override (FfTestGrid *f, gconstpointer data)
{
  AdwDialog *question;
  GtkWidget *entry;
  FfSlot *slot;

  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  ff_test_grid_open_first (f);
  g_object_set (ff_test_grid_get_choice (f), "everybody", TRUE, NULL);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 3);
  g_assert_cmpstr (ff_test_grid_get_option (f, 2), ==, "Kim");
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 2);
  ff_test_page_run (300);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  question = adw_window_get_visible_dialog (f->page.window);
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (question)), !=, "");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "assign"));
  entry = ff_test_find (GTK_WIDGET (question), ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "assign"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Agreed by phone");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (question), "assign"));
  g_signal_emit_by_name (question, "response", "assign");
  adw_dialog_force_close (question);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Kim, proposed, needs a look");
  slot = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  g_assert_cmpstr (ff_assignment_get_reason (ff_slot_get_assignment (slot)), ==, "Agreed by phone");
}

/* What is dragged onto an empty place moves; onto another's, both swap. */
static void
test_drop (FfTestGrid *f, gconstpointer data)
{
  FfSlot *from;
  FfSlot *to;

  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "sam", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  from = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  to = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 1));
  g_signal_emit_by_name (f->view->grid, "dropped", to, from);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  ff_test_grid_assert_says (f, 0, 1, "Robin, proposed");
  ff_test_grid_undo (f);
  from = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  to = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 1, 0));
  g_signal_emit_by_name (f->view->grid, "dropped", to, from);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Sam, swapped");
  ff_test_grid_assert_says (f, 1, 0, "Robin, swapped");
}

/* Kim rests, so their places need cover, one after the other. */
static void
test_cover (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "kim", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.absences", NULL);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 1);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Kim");
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Robin");
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "asked");
  ff_test_grid_assert_says (f, 1, 0, "asked");
  g_assert_null (ff_test_grid_get_choice (f));
}

/* Robin had a Tuesday and may have it again thirteen weeks later; Kim had one, and rests by now. */
static void
test_copy (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *button;

  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 3, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 10, 19, 0 }, "kim", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.copy", NULL);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 2);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Robin");
  g_assert_cmpstr (ff_test_grid_get_option (f, 1), ==, "Kim");
  ff_test_page_run (100);
  button = ff_test_find (GTK_WIDGET (ff_test_grid_get_choice (f)), GTK_TYPE_BUTTON, "label",
                         "Propose 1 Place");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ff_test_grid_settle (f);
  ff_rota_grid_go_to (f->view->grid, 0, 10);
  ff_test_page_run (50);
  ff_test_grid_assert_says (f, 0, 10, "Robin, proposed");
  ff_test_grid_assert_says (f, 0, 11, ": empty");
}

static void
test_gaps (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.gaps", NULL);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 26);
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 3);
  ff_test_page_run (200);
  g_assert_cmpuint (f->view->grid == NULL ? 0 : ff_rota_grid_count_cells (f->view->grid), >, 0);
  g_assert_true (ff_rota_grid_get_slot (f->view->grid)
                 == ff_rota_row_get_slot (ff_rota_rows_get_row (f->view->rows, 0), 3));
}

static gboolean
looks_missed (FfTestGrid *f, guint row, guint week)
{
  return gtk_widget_has_css_class (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, row, week)),
                                   "missed");
}

/* On Thursday noon this week's places are over: no gap any more, but somebody can still be put down for the record. */
static void
test_missed (FfTestGrid *f, gconstpointer data)
{
  ff_test_page_set_now (&f->page, 26, 12, 0);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  g_assert_true (looks_missed (f, 0, 0));
  g_assert_true (looks_missed (f, 1, 0));
  g_assert_false (looks_missed (f, 0, 1));
  ff_test_grid_assert_says (f, 0, 0, ": nobody");
  ff_test_grid_assert_says (f, 0, 1, ": empty");
  g_assert_cmpuint (ff_rota_rows_get_week (f->view->rows, 0)->required, ==, 0);
  g_assert_cmpuint (ff_rota_rows_get_week (f->view->rows, 1)->required, ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.gaps", NULL);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 25);
  adw_dialog_force_close (ADW_DIALOG (ff_test_grid_get_choice (f)));
  ff_test_page_run (50);
  ff_test_grid_open_first (f);
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, proposed");
  g_assert_false (looks_missed (f, 0, 0));
}

static void
test_narrow (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_PROPOSED);
  ff_test_grid_present (f, 360);
  g_assert_true (f->view->narrow);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->view->stack), ==, "list");
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Ladner, Facilitator"));
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Robin · Proposed"));
  ff_test_grid_press (GTK_WIDGET (f->view->list), GDK_KEY_c, 0);
  ff_test_grid_settle (f);
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Robin · Confirmed"));
}

static GtkWidget *
get_focus (FfTestGrid *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->page.window));
}

/* Who turns to the rota is at this week's first place, later where they were; what stands above it is a step back. */
static void
test_focus (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *view;

  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  view = GTK_WIDGET (f->view);
  gtk_root_set_focus (GTK_ROOT (f->page.window), NULL);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (f) == GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 0)));
  ff_test_grid_press_in_grid (f, GDK_KEY_Down);
  gtk_root_set_focus (GTK_ROOT (f->page.window), NULL);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (f) == GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 0)));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (get_focus (f), GTK_WIDGET (f->view->grid)));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focus (f) == GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 0)));
}

/* The toolkit warns, and a warning ends the test, where a page is wider than its window. */
static void
test_large_text (FfTestGrid *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int usual;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  ff_test_grid_present (f, 360);
  ff_test_page_run (300);
  g_assert_true (f->view->narrow);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->view)), <=, 360);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
}

/* The button that takes something back goes with its toast. */
static void
test_focus_undone (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *undo;

  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 12, 1, 19, 0 }, "robin", FF_DUTY_PROPOSED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  ff_rota_grid_go_to (f->view->grid, 0, 1);
  ff_test_grid_press_in_grid (f, GDK_KEY_Delete);
  ff_test_grid_wait_until (ff_test_grid_can_undo, f);
  undo = ff_test_grid_find_undo (f);
  gtk_widget_grab_focus (undo);
  g_assert_true (gtk_widget_has_focus (undo));
  g_signal_emit_by_name (undo, "clicked");
  ff_test_grid_settle (f);
  ff_test_page_run (500);
  ff_test_grid_assert_says (f, 0, 1, "Robin, proposed");
  g_assert_true (get_focus (f) == GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 1)));
}

static void
test_focus_narrow (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_present (f, 360);
  gtk_root_set_focus (GTK_ROOT (f->page.window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->view), GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (get_focus (f));
  g_assert_true (gtk_widget_is_ancestor (get_focus (f), GTK_WIDGET (f->view->list)));
}

static void
test_group (FfTestGrid *f, gconstpointer data)
{
  g_autoptr (FfGroup) delta = ff_group_new ("delta");

  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  ff_rota_view_set_group (f->view, delta);
  ff_test_grid_settle (f);
  g_assert_cmpuint (ff_rota_rows_count (f->view->rows), ==, 1);
  g_assert_cmpstr (ff_rota_row_get_title (ff_rota_rows_get_row (f->view->rows, 0)), ==, "Delta");
}

static void
do_nothing (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
}

static void
test_nobody (FfTestGrid *f, gconstpointer data)
{
  const GActionEntry entries[] = { { .name = "add-volunteer", .activate = do_nothing } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  f->page.result = NULL;
  for (guint i = 0; i < 3; i++)
    {
      const char *uids[] = { "robin", "sam", "kim" };

      ff_roster_erase_volunteer_async (f->page.store, uids[i], FALSE, ff_test_on_result,
                                       &f->page.result);
      ff_test_assert_written (f->page.store, &f->page.result);
    }
  ff_test_grid_present (f, 1000);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->view->stack), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (f->view->empty), ==, "Nobody to Ask Yet");
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (f->page.window), "page", G_ACTION_GROUP (actions));
  gtk_root_set_focus (GTK_ROOT (f->page.window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->view), GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (f))), ==, "_Add Volunteer…");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ff_test_grid_add ("/rota-grid/cells", test_cells);
  ff_test_grid_add ("/rota-grid/keys", test_keys);
  ff_test_grid_add ("/rota-grid/candidates", test_candidates);
  ff_test_grid_add ("/rota-grid/override", test_override);
  ff_test_grid_add ("/rota-grid/drop", test_drop);
  ff_test_grid_add ("/rota-grid/cover", test_cover);
  ff_test_grid_add ("/rota-grid/copy", test_copy);
  ff_test_grid_add ("/rota-grid/gaps", test_gaps);
  ff_test_grid_add ("/rota-grid/missed", test_missed);
  ff_test_grid_add ("/rota-grid/narrow", test_narrow);
  ff_test_grid_add ("/rota-grid/narrow/large-text", test_large_text);
  ff_test_grid_add ("/rota-grid/focus", test_focus);
  ff_test_grid_add ("/rota-grid/focus/undone", test_focus_undone);
  ff_test_grid_add ("/rota-grid/focus/narrow", test_focus_narrow);
  ff_test_grid_add ("/rota-grid/group", test_group);
  ff_test_grid_add ("/rota-grid/nobody", test_nobody);

  return g_test_run ();
}
