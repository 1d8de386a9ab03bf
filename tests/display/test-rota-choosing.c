/* test-rota-choosing.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who gets a place of the rota: cover for one date, a swap, the menu of a cell, dragging, and the people beside it.
 */

#include "ff-test-grid.h"

/* Robin has Ladner on the first Tuesday, Sam Delta on the day after. */
static void
present_two (FfTestGrid *f)
{
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "sam", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
}

static void
act_on_first (FfTestGrid *f, const char *action)
{
  ff_rota_grid_go_to (f->view->grid, 0, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), action, NULL));
}

static const char *
get_subtitle (FfTestGrid *f, guint position)
{
  g_autoptr (FfRotaOption) option
      = g_list_model_get_item (ff_rota_choice_get_options (ff_test_grid_get_choice (f)), position);

  return ff_rota_option_get_subtitle (option);
}

/* Whoever could take it is asked; whoever has it is not among them. */
static void
test_cover (FfTestGrid *f, gconstpointer data)
{
  present_two (f);
  act_on_first (f, "rota.cover");
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 1);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Sam");
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Sam, asked");
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
}

static void
test_swap (FfTestGrid *f, gconstpointer data)
{
  present_two (f);
  act_on_first (f, "rota.swap");
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 1);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Sam");
  g_assert_nonnull (strstr (get_subtitle (f, 0), "Delta, Facilitator"));
  ff_rota_choice_choose (ff_test_grid_get_choice (f), 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Sam, swapped");
  ff_test_grid_assert_says (f, 1, 0, "Robin, swapped");
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  ff_test_grid_assert_says (f, 1, 0, "Sam, confirmed");
}

static GtkWidget *
find_search (FfTestGrid *f)
{
  return ff_test_find (GTK_WIDGET (ff_test_grid_get_choice (f)), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
}

static GtkWidget *
find_empty (FfTestGrid *f, const char *title)
{
  return ff_test_find (GTK_WIDGET (ff_test_grid_get_choice (f)), ADW_TYPE_STATUS_PAGE, "title",
                       title);
}

/* Enter on a place that somebody has is for somebody else. */
static void
test_other (FfTestGrid *f, gconstpointer data)
{
  present_two (f);
  act_on_first (f, "rota.assign");
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 1);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Sam");
}

/* Where nobody's place would do there is nothing to search. */
static void
test_no_swap (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *focus;

  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  act_on_first (f, "rota.swap");
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  ff_test_page_run (300);
  g_assert_nonnull (find_empty (f, "Nobody to Swap With"));
  g_assert_null (find_search (f));
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (f->view)));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (ff_test_grid_get_choice (f))));
}

/* That a search finds nothing does not mean that there is nobody. */
static void
test_not_found (FfTestGrid *f, gconstpointer data)
{
  present_two (f);
  act_on_first (f, "rota.swap");
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  ff_test_page_run (300);
  gtk_editable_set_text (GTK_EDITABLE (find_search (f)), "zz");
  ff_test_page_run (500);
  g_assert_null (find_empty (f, "Nobody to Swap With"));
  g_assert_nonnull (find_empty (f, "Nothing Found"));
}

/* Of the grid, as the toolkit would call it. */
static gpointer
find_controller (FfTestGrid *f, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->view->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type)
          && (button == 0
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == button))
        return controller;
    }
  g_assert_not_reached ();
}

static graphene_point_t
find_middle (FfTestGrid *f, guint row, guint week)
{
  GtkWidget *cell = GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, row, week));
  const graphene_point_t middle = GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (cell) / 2,
                                                       (float) gtk_widget_get_height (cell) / 2);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (cell, GTK_WIDGET (f->view->grid), &middle, &point));
  return point;
}

static gboolean
offers (FfTestGrid *f, const char *label)
{
  return ff_test_find (GTK_WIDGET (f->view->grid), GTK_TYPE_LABEL, "label", label) != NULL;
}

static void
open_menu (FfTestGrid *f, guint row, guint week)
{
  graphene_point_t at = find_middle (f, row, week);

  g_signal_emit_by_name (find_controller (f, GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_SECONDARY),
                         "pressed", 1, (double) at.x, (double) at.y);
  ff_test_page_run (300);
}

/* It is for the cell under the pointer, and has what can be done with it. */
static void
test_menu (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *menu;

  present_two (f);
  open_menu (f, 0, 1);
  menu = ff_test_find (GTK_WIDGET (f->view->grid), GTK_TYPE_POPOVER_MENU, NULL, NULL);
  g_assert_nonnull (menu);
  g_assert_true (offers (f, "_Choose Somebody…"));
  g_assert_false (offers (f, "C_onfirmed"));
  g_assert_false (offers (f, "_Empty This Place"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  ff_test_page_run (300);
  open_menu (f, 0, 0);
  g_assert_true (offers (f, "C_onfirmed"));
  g_assert_true (offers (f, "S_wap…"));
  g_assert_true (offers (f, "_Empty This Place"));
  gtk_widget_activate_action (menu, "rota.empty", NULL);
  gtk_popover_popdown (GTK_POPOVER (menu));
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  ff_test_grid_assert_says (f, 1, 0, "Sam, confirmed");
}

/* What is picked up there; %NULL where nothing can be. */
static GdkContentProvider *
pick_up (FfTestGrid *f, guint row, guint week)
{
  graphene_point_t at = find_middle (f, row, week);
  GdkContentProvider *provider = NULL;

  g_signal_emit_by_name (find_controller (f, GTK_TYPE_DRAG_SOURCE, 0), "prepare", (double) at.x,
                         (double) at.y, &provider);
  return provider;
}

static gboolean
let_fall (FfTestGrid *f, const GValue *value, guint row, guint week)
{
  GtkDropTarget *target = find_controller (f, GTK_TYPE_DROP_TARGET, 0);
  graphene_point_t at = find_middle (f, row, week);
  GdkDragAction action = 0;
  gboolean taken = FALSE;

  g_signal_emit_by_name (target, "motion", (double) at.x, (double) at.y, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_MOVE);
  g_signal_emit_by_name (target, "drop", value, (double) at.x, (double) at.y, &taken);
  return taken;
}

static void
test_drag (FfTestGrid *f, gconstpointer data)
{
  g_autoptr (GdkContentProvider) nothing = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  present_two (f);
  nothing = pick_up (f, 0, 1);
  g_assert_null (nothing);
  provider = pick_up (f, 0, 0);
  g_assert_nonnull (provider);
  g_value_init (&value, FF_TYPE_SLOT);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  /* Onto itself is no change. */
  g_assert_false (let_fall (f, &value, 0, 0));
  g_assert_true (let_fall (f, &value, 0, 1));
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  ff_test_grid_assert_says (f, 0, 1, "Robin, proposed");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 1))));
}

static gboolean
has_question (FfTestGrid *f)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (f->page.window));
}

/* Of two who change places it is asked about the one whom something speaks against, and of both by name. */
static void
test_swap_against (FfTestGrid *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) zoe = ff_test_grid_make_volunteer ("zoe", "Zoe", FF_SERVING_RESTING);
  g_autoptr (GdkContentProvider) provider = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  AdwDialog *dialog;

  ff_roster_edit_save_volunteer (edit, zoe);
  ff_test_grid_apply (f, edit);
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 12, 1, 19, 0 }, "zoe", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  provider = pick_up (f, 0, 0);
  g_value_init (&value, FF_TYPE_SLOT);
  g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
  g_assert_true (let_fall (f, &value, 1, 0));
  ff_test_grid_wait_until (has_question, f);
  dialog = adw_window_get_visible_dialog (f->page.window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Kim All the Same?");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "Is resting for now.");
  adw_dialog_close (dialog);
  ff_test_page_run (500);

  ff_rota_view_swap (f->view, ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 1, 0)),
                     ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 1)));
  ff_test_grid_wait_until (has_question, f);
  dialog = adw_window_get_visible_dialog (f->page.window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Kim, Zoe All the Same?");
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "Kim: Is resting for now.\nZoe: Is resting for now.");
  adw_dialog_close (dialog);
  ff_test_page_run (500);
}

static GtkWidget *
find_person (FfTestGrid *f, const char *name)
{
  return ff_test_find (GTK_WIDGET (f->view->people_list), GTK_TYPE_LABEL, "label", name);
}

/* Those who serve, with how many places they have; chosen or dragged, they get one, and the list stays. */
static void
test_people (FfTestGrid *f, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *robin;
  GtkWidget *list;

  present_two (f);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (500);
  robin = find_person (f, "Robin");
  g_assert_nonnull (robin);
  g_assert_nonnull (find_person (f, "Sam"));
  g_assert_null (find_person (f, "Kim"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (robin))), ==,
                   "1 place");
  ff_rota_grid_go_to (f->view->grid, 0, 2);
  list = ff_test_find (GTK_WIDGET (f->view->people_list), GTK_TYPE_LIST_VIEW, NULL, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 2, "Robin, proposed");
  g_assert_true (find_person (f, "Robin") == robin);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (robin))), ==,
                   "2 places");
  g_value_init (&value, FF_TYPE_VOLUNTEER);
  g_value_set_object (&value,
                      ff_rota_find_holder (ff_rota_view_get_rota (f->view),
                                           ff_rota_cell_get_slot (
                                               ff_rota_grid_find_cell (f->view->grid, 1, 0))));
  g_assert_true (let_fall (f, &value, 1, 1));
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 1, 1, "Sam, proposed");
}

static void
test_people_found (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *search;

  present_two (f);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (500);
  search = ff_test_find (GTK_WIDGET (f->view->people_list), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "SÁM");
  ff_test_page_run (500);
  g_assert_null (find_person (f, "Robin"));
  g_assert_nonnull (find_person (f, "Sam"));
}

/* Escape ends the search, then goes back to the places; where the list covers them it goes away. */
static void
test_people_left (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *search;
  GtkWidget *places;

  present_two (f);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (500);
  search = ff_test_find (GTK_WIDGET (f->view->people_list), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_widget_grab_focus (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "sam");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  places = gtk_root_get_focus (GTK_ROOT (f->page.window));
  g_assert_true (gtk_widget_is_ancestor (places, search));
  g_signal_emit_by_name (search, "stop-search");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (f->view->split));
  places = gtk_root_get_focus (GTK_ROOT (f->page.window));
  g_assert_true (gtk_widget_is_ancestor (places, GTK_WIDGET (f->view->grid)));

  adw_overlay_split_view_set_collapsed (f->view->split, TRUE);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (300);
  g_signal_emit_by_name (search, "stop-search");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (f->view->split));
}

/* By name, whoever has a place first. */
static void
test_absent (FfTestGrid *f, gconstpointer data)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) zoe = ff_test_grid_make_volunteer ("zoe", "Zoe", FF_SERVING_RESTING);

  ff_roster_edit_save_volunteer (edit, zoe);
  ff_test_grid_apply (f, edit);
  ff_test_grid_assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "zoe", FF_DUTY_CONFIRMED);
  ff_test_grid_assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_CONFIRMED);
  ff_test_grid_present (f, 1000);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.absences", NULL);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
  g_assert_cmpuint (ff_test_grid_count_options (f), ==, 2);
  g_assert_cmpstr (ff_test_grid_get_option (f, 0), ==, "Kim");
  g_assert_cmpstr (ff_test_grid_get_option (f, 1), ==, "Zoe");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ff_test_grid_add ("/rota-choosing/cover", test_cover);
  ff_test_grid_add ("/rota-choosing/other", test_other);
  ff_test_grid_add ("/rota-choosing/swap", test_swap);
  ff_test_grid_add ("/rota-choosing/swap/nobody", test_no_swap);
  ff_test_grid_add ("/rota-choosing/swap/against", test_swap_against);
  ff_test_grid_add ("/rota-choosing/swap/not-found", test_not_found);
  ff_test_grid_add ("/rota-choosing/menu", test_menu);
  ff_test_grid_add ("/rota-choosing/drag", test_drag);
  ff_test_grid_add ("/rota-choosing/people", test_people);
  ff_test_grid_add ("/rota-choosing/people/found", test_people_found);
  ff_test_grid_add ("/rota-choosing/people/left", test_people_left);
  ff_test_grid_add ("/rota-choosing/absent", test_absent);

  return g_test_run ();
}
