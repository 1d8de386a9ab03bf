/* test-rota-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rota: what its cells say, each act by keyboard and its Undo, an override with its reason, the narrow list.
 */

#include "ff-assignment-repository.h"
#include "ff-roster-edit.h"
#include "ff-rota-choice.h"
#include "ff-rota-view-private.h"
#include "ff-schedule-edit.h"
#include "ff-test-page.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  FfTestPage page;
  FfRotaView *view;
  guint64 step; /* of the last change that the test made itself */
} Fixture;

static void
wait_until (gboolean (*done) (Fixture *f), Fixture *f)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!done (f))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      ff_test_page_run (10);
    }
}

static void
apply (Fixture *f, FfRosterEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  f->page.result = NULL;
  ff_roster_edit_apply_async (edit, f->page.store, NULL, ff_test_on_result, &f->page.result);
  ff_test_wait (&f->page.result);
  done = g_steal_pointer (&f->page.result);
  f->step = ff_roster_edit_apply_finish (f->page.store, done, &error);
  g_assert_no_error (error);
}

static FfVolunteer *
make_volunteer (const char *uid, const char *name, FfServing serving)
{
  const char *roles[] = { FF_ROLE_UID_FACILITATOR, NULL };
  FfVolunteer *volunteer = ff_volunteer_new (uid);

  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_NAME, name);
  ff_volunteer_set_text (volunteer, FF_VOLUNTEER_ZONE, "America/Vancouver");
  ff_volunteer_set_serving (volunteer, serving);
  ff_volunteer_set_set (volunteer, FF_VOLUNTEER_ROLES, roles);
  return volunteer;
}

/* Robin and Sam are free; Kim rests. Ladner meets on Tuesdays at 19:00, Delta on Wednesdays at 18:00, both with a facilitator. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) ladner = NULL;
  g_autoptr (FfGroup) delta = NULL;
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) robin = make_volunteer ("robin", "Robin", FF_SERVING_ACTIVE);
  g_autoptr (FfVolunteer) sam = make_volunteer ("sam", "Sam", FF_SERVING_ACTIVE);
  g_autoptr (FfVolunteer) kim = make_volunteer ("kim", "Kim", FF_SERVING_RESTING);

  ff_test_page_set_up (&f->page, data);
  ladner = ff_test_page_add_group (&f->page, "ladner", "Ladner");
  delta = ff_test_page_add_group (&f->page, "delta", "Delta");
  ff_test_page_add_meeting (&f->page, "m1", "ladner", (FfWallTime) { 2026, 11, 3, 19, 0 },
                            "FREQ=WEEKLY");
  ff_test_page_add_meeting (&f->page, "m2", "delta", (FfWallTime) { 2026, 11, 4, 18, 0 },
                            "FREQ=WEEKLY");
  ff_roster_edit_save_volunteer (edit, robin);
  ff_roster_edit_save_volunteer (edit, sam);
  ff_roster_edit_save_volunteer (edit, kim);
  apply (f, edit);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  f->view = NULL;
  adw_window_set_content (f->page.window, NULL);
  ff_test_page_run (50);
  ff_test_page_tear_down (&f->page, data);
}

static gboolean
is_read (Fixture *f)
{
  return f->view->rows != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (f->view->stack), "loading") != 0;
}

static gboolean
has_cells (Fixture *f)
{
  return is_read (f) && ff_rota_grid_find_cell (f->view->grid, 0, 0) != NULL;
}

static void
present (Fixture *f, int width)
{
  f->view = FF_ROTA_VIEW (ff_rota_view_new (f->page.context));
  gtk_window_set_default_size (GTK_WINDOW (f->page.window), width, 700);
  ff_test_page_present (&f->page, GTK_WIDGET (f->view));
  wait_until (is_read, f);
}

/* The rota is read anew after each change. */
static void
settle (Fixture *f)
{
  ff_test_page_wait_written (&f->page);
  ff_test_page_run (200);
}

static void
assign (Fixture *f,
        const char *meeting,
        FfWallTime date,
        const char *volunteer,
        FfDutyStatus status)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfAssignment) assignment = ff_assignment_new (NULL);

  ff_assignment_set_place (assignment, meeting, &date, FF_ROLE_UID_FACILITATOR, 0);
  ff_assignment_set_volunteer (assignment, volunteer);
  ff_assignment_set_status (assignment, status);
  ff_roster_edit_save_assignment (edit, assignment);
  apply (f, edit);
}

static const char *
get_label (Fixture *f, guint row, guint week)
{
  FfRotaCell *cell = ff_rota_grid_find_cell (f->view->grid, row, week);

  g_assert_nonnull (cell);
  return ff_rota_cell_get_label (cell);
}

static void
assert_says (Fixture *f, guint row, guint week, const char *words)
{
  const char *label = get_label (f, row, week);

  if (strstr (label, words) == NULL)
    g_error ("“%s” is not in “%s”", words, label);
}

static void
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
          g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);

          if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
            trigger = gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger));
          if (!gtk_shortcut_trigger_equal (trigger, wanted))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                        gtk_shortcut_get_arguments (shortcut));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
press_in_grid (Fixture *f, guint key)
{
  press (GTK_WIDGET (f->view->grid), key, 0);
  settle (f);
}

static GtkWidget *
find_undo (Fixture *f)
{
  return ff_test_find (GTK_WIDGET (f->page.window), GTK_TYPE_BUTTON, "label", "_Undo");
}

static gboolean
can_undo (Fixture *f)
{
  return find_undo (f) != NULL;
}

static void
undo (Fixture *f)
{
  wait_until (can_undo, f);
  g_signal_emit_by_name (find_undo (f), "clicked");
  settle (f);
}

static void
test_cells (Fixture *f, gconstpointer data)
{
  assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  assign (f, "m1", (FfWallTime) { 2026, 12, 1, 19, 0 }, "robin", FF_DUTY_DECLINED);
  assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_ASKED);
  present (f, 1000);
  wait_until (has_cells, f);
  g_assert_cmpuint (ff_rota_rows_count (f->view->rows), ==, 2);
  assert_says (f, 0, 0, "Tuesday");
  assert_says (f, 0, 0, "Ladner, Facilitator: Robin, confirmed");
  assert_says (f, 0, 1, "empty. Declined by Robin");
  assert_says (f, 0, 2, ": empty");
  /* Kim rests. */
  assert_says (f, 1, 0, "Kim, asked, needs a look");
  gtk_test_accessible_assert_role (ff_rota_grid_find_cell (f->view->grid, 0, 0),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (f->view->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (f->view->grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "Rota");
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_PROPOSED);
  present (f, 1000);
  wait_until (has_cells, f);
  gtk_widget_grab_focus (GTK_WIDGET (f->view->grid));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 0))));
  press_in_grid (f, GDK_KEY_a);
  assert_says (f, 0, 0, "Robin, asked");
  press_in_grid (f, GDK_KEY_c);
  assert_says (f, 0, 0, "Robin, confirmed");
  press_in_grid (f, GDK_KEY_p);
  assert_says (f, 0, 0, "pinned");
  press_in_grid (f, GDK_KEY_d);
  assert_says (f, 0, 0, "empty. Declined by Robin");
  undo (f);
  assert_says (f, 0, 0, "Robin, confirmed, pinned");
  press_in_grid (f, GDK_KEY_Delete);
  assert_says (f, 0, 0, ": empty");
  undo (f);
  assert_says (f, 0, 0, "Robin, confirmed, pinned");
  press_in_grid (f, GDK_KEY_Right);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 0, 1))));
  press_in_grid (f, GDK_KEY_Down);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 1))));
  press_in_grid (f, GDK_KEY_End);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (ff_rota_grid_find_cell (f->view->grid, 1, 12))));
}

static FfRotaChoice *
get_choice (Fixture *f)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (f->page.window);

  return FF_IS_ROTA_CHOICE (dialog) ? FF_ROTA_CHOICE (dialog) : NULL;
}

static gboolean
has_choice (Fixture *f)
{
  return get_choice (f) != NULL && ff_rota_choice_get_options (get_choice (f)) != NULL;
}

static const char *
get_option (Fixture *f, guint position)
{
  g_autoptr (FfRotaOption) option
      = g_list_model_get_item (ff_rota_choice_get_options (get_choice (f)), position);

  g_assert_nonnull (option);
  return ff_rota_option_get_title (option);
}

static guint
count_options (Fixture *f)
{
  return g_list_model_get_n_items (ff_rota_choice_get_options (get_choice (f)));
}

static void
open_first (Fixture *f)
{
  ff_rota_grid_go_to (f->view->grid, 0, 0);
  press_in_grid (f, GDK_KEY_Return);
  wait_until (has_choice, f);
}

static void
test_candidates (Fixture *f, gconstpointer data)
{
  present (f, 1000);
  wait_until (has_cells, f);
  open_first (f);
  g_assert_cmpuint (count_options (f), ==, 2);
  g_assert_cmpstr (get_option (f, 0), ==, "Robin");
  ff_rota_choice_choose (get_choice (f), 0);
  settle (f);
  assert_says (f, 0, 0, "Robin, proposed");
  undo (f);
  assert_says (f, 0, 0, ": empty");
}

/* Nobody whom something speaks against gets a place without a reason. */
static void
test_override (Fixture *f, gconstpointer data)
{
  AdwDialog *question;
  GtkWidget *entry;
  FfSlot *slot;

  present (f, 1000);
  wait_until (has_cells, f);
  open_first (f);
  g_object_set (get_choice (f), "everybody", TRUE, NULL);
  g_assert_cmpuint (count_options (f), ==, 3);
  g_assert_cmpstr (get_option (f, 2), ==, "Kim");
  ff_rota_choice_choose (get_choice (f), 2);
  ff_test_page_run (300);
  assert_says (f, 0, 0, ": empty");
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
  settle (f);
  assert_says (f, 0, 0, "Kim, proposed, needs a look");
  slot = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  g_assert_cmpstr (ff_assignment_get_reason (ff_slot_get_assignment (slot)), ==, "Agreed by phone");
}

/* What is dragged onto an empty place moves; onto another's, both swap. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  FfSlot *from;
  FfSlot *to;

  assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "sam", FF_DUTY_CONFIRMED);
  present (f, 1000);
  wait_until (has_cells, f);
  from = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  to = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 1));
  g_signal_emit_by_name (f->view->grid, "dropped", to, from);
  settle (f);
  assert_says (f, 0, 0, ": empty");
  assert_says (f, 0, 1, "Robin, proposed");
  undo (f);
  from = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  to = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 1, 0));
  g_signal_emit_by_name (f->view->grid, "dropped", to, from);
  settle (f);
  assert_says (f, 0, 0, "Sam, swapped");
  assert_says (f, 1, 0, "Robin, swapped");
}

/* Kim rests, so their places need cover, one after the other. */
static void
test_cover (Fixture *f, gconstpointer data)
{
  assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "kim", FF_DUTY_CONFIRMED);
  assign (f, "m2", (FfWallTime) { 2026, 11, 25, 18, 0 }, "kim", FF_DUTY_CONFIRMED);
  present (f, 1000);
  wait_until (has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.absences", NULL);
  wait_until (has_choice, f);
  g_assert_cmpuint (count_options (f), ==, 1);
  g_assert_cmpstr (get_option (f, 0), ==, "Kim");
  ff_rota_choice_choose (get_choice (f), 0);
  wait_until (has_choice, f);
  g_assert_cmpstr (get_option (f, 0), ==, "Robin");
  ff_rota_choice_choose (get_choice (f), 0);
  settle (f);
  wait_until (has_choice, f);
  ff_rota_choice_choose (get_choice (f), 0);
  settle (f);
  assert_says (f, 0, 0, "asked");
  assert_says (f, 1, 0, "asked");
  g_assert_null (get_choice (f));
}

/* Robin had a Tuesday and may have it again thirteen weeks later; Kim had one, and rests by now. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  GtkWidget *button;

  assign (f, "m1", (FfWallTime) { 2026, 11, 3, 19, 0 }, "robin", FF_DUTY_CONFIRMED);
  assign (f, "m1", (FfWallTime) { 2026, 11, 10, 19, 0 }, "kim", FF_DUTY_CONFIRMED);
  present (f, 1000);
  wait_until (has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.copy", NULL);
  wait_until (has_choice, f);
  g_assert_cmpuint (count_options (f), ==, 2);
  g_assert_cmpstr (get_option (f, 0), ==, "Robin");
  g_assert_cmpstr (get_option (f, 1), ==, "Kim");
  ff_test_page_run (100);
  button = ff_test_find (GTK_WIDGET (get_choice (f)), GTK_TYPE_BUTTON, "label", "Propose 1 Place");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (f);
  ff_rota_grid_go_to (f->view->grid, 0, 10);
  ff_test_page_run (50);
  assert_says (f, 0, 10, "Robin, proposed");
  assert_says (f, 0, 11, ": empty");
}

static void
test_gaps (Fixture *f, gconstpointer data)
{
  present (f, 1000);
  wait_until (has_cells, f);
  gtk_widget_activate_action (GTK_WIDGET (f->view), "rota.gaps", NULL);
  wait_until (has_choice, f);
  g_assert_cmpuint (count_options (f), ==, 26);
  ff_rota_choice_choose (get_choice (f), 3);
  ff_test_page_run (200);
  g_assert_cmpuint (f->view->grid == NULL ? 0 : ff_rota_grid_count_cells (f->view->grid), >, 0);
  g_assert_true (ff_rota_grid_get_slot (f->view->grid)
                 == ff_rota_row_get_slot (ff_rota_rows_get_row (f->view->rows, 0), 3));
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  assign (f, "m1", (FfWallTime) { 2026, 11, 24, 19, 0 }, "robin", FF_DUTY_PROPOSED);
  present (f, 360);
  g_assert_true (f->view->narrow);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->view->stack), ==, "list");
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Ladner, Facilitator"));
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Robin · Proposed"));
  press (GTK_WIDGET (f->view->list), GDK_KEY_c, 0);
  settle (f);
  g_assert_nonnull (
      ff_test_find (GTK_WIDGET (f->view), GTK_TYPE_LABEL, "label", "Robin · Confirmed"));
}

static void
test_group (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) delta = ff_group_new ("delta");

  present (f, 1000);
  wait_until (has_cells, f);
  ff_rota_view_set_group (f->view, delta);
  settle (f);
  g_assert_cmpuint (ff_rota_rows_count (f->view->rows), ==, 1);
  g_assert_cmpstr (ff_rota_row_get_title (ff_rota_rows_get_row (f->view->rows, 0)), ==, "Delta");
}

static void
test_nobody (Fixture *f, gconstpointer data)
{
  f->page.result = NULL;
  for (guint i = 0; i < 3; i++)
    {
      const char *uids[] = { "robin", "sam", "kim" };

      ff_roster_erase_volunteer_async (f->page.store, uids[i], FALSE, ff_test_on_result,
                                       &f->page.result);
      ff_test_assert_written (f->page.store, &f->page.result);
    }
  present (f, 1000);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->view->stack), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_title (f->view->empty), ==, "Nobody to Ask Yet");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/rota-grid/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/rota-grid/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/rota-grid/candidates", Fixture, NULL, set_up, test_candidates, tear_down);
  g_test_add ("/rota-grid/override", Fixture, NULL, set_up, test_override, tear_down);
  g_test_add ("/rota-grid/drop", Fixture, NULL, set_up, test_drop, tear_down);
  g_test_add ("/rota-grid/cover", Fixture, NULL, set_up, test_cover, tear_down);
  g_test_add ("/rota-grid/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/rota-grid/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/rota-grid/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/rota-grid/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/rota-grid/nobody", Fixture, NULL, set_up, test_nobody, tear_down);

  return g_test_run ();
}
