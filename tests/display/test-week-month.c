/* test-week-month.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week and the month: what they say, the way through them by keyboard, and moving a meeting.
 */

#include "ff-month-cell.h"
#include "ff-month-view.h"
#include "ff-occurrence-row.h"
#include "ff-test-page.h"
#include "ff-week-crowd.h"
#include "ff-week-grid-private.h"
#include "ff-week-view.h"

/* How long something may take, in microseconds. */
#define PATIENCE (10 * G_USEC_PER_SEC)
#define PM "\u00a0PM"
#define AM "\u00a0AM"

typedef struct
{
  FfTestPage page;
  FfTimetable *timetable;
  GtkWidget *view;
  FfWeekGrid *grid; /* of a week */
  GString *log;     /* what the view emitted: "opened a; " */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = NULL;

  ff_test_page_set_up (&f->page, data);
  g_settings_reset (ff_context_get_settings (f->page.context), "schedule-zone");
  group = ff_test_page_add_group (&f->page, "g1", "Harbour Group");
  f->log = g_string_new (NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  f->view = NULL;
  adw_window_set_content (f->page.window, NULL);
  ff_test_page_run (50);
  if (f->timetable != NULL)
    g_assert_finalize_object (f->timetable);
  g_string_free (f->log, TRUE);
  ff_test_page_tear_down (&f->page, data);
}

static void
on_opened (Fixture *f, FfOccurrence *occurrence)
{
  g_string_append_printf (f->log, "opened %s; ",
                          ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)));
}

static void
on_moved (Fixture *f, FfOccurrence *occurrence, const FfWallTime *start)
{
  g_autofree char *time = ff_wall_time_to_string (start);

  g_string_append_printf (f->log, "moved %s %s; ",
                          ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)), time);
}

static void
on_create (Fixture *f, const FfWallTime *start)
{
  g_autofree char *time = ff_wall_time_to_string (start);

  g_string_append_printf (f->log, "create %s; ", time);
}

static void
assert_log (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->log->str, ==, expected);
  g_string_truncate (f->log, 0);
}

static void
present (Fixture *f, gboolean month, int width)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  f->timetable = ff_timetable_new (f->page.context);
  f->view = month ? ff_month_view_new (f->timetable, f->page.clock)
                  : ff_week_view_new (f->timetable, f->page.clock);
  g_signal_connect_swapped (f->view, "opened", G_CALLBACK (on_opened), f);
  g_signal_connect_swapped (f->view, "create", G_CALLBACK (on_create), f);
  if (!month)
    g_signal_connect_swapped (f->view, "moved", G_CALLBACK (on_moved), f);
  gtk_window_set_default_size (GTK_WINDOW (f->page.window), width, 700);
  ff_test_page_present (&f->page, f->view);
  while (!gtk_widget_get_mapped (f->view) && g_get_monotonic_time () < deadline)
    ff_test_page_run (20);
  ff_test_page_run (300);
  if (month)
    return;
  f->grid = FF_WEEK_GRID (ff_test_find (f->view, FF_TYPE_WEEK_GRID, NULL, NULL));
  while (f->grid->layout == NULL && g_get_monotonic_time () < deadline)
    ff_test_page_run (20);
}

static gboolean
press_at (GtkWidget *widget, GtkShortcutTrigger *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger)
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                               GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }
  return FALSE;
}

/* As the key does: at what has the focus, then at what is around it. */
static void
press (Fixture *f, const char *key)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (f->page.window));

  g_assert_nonnull (trigger);
  while (widget != NULL && !press_at (widget, trigger))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
  ff_test_page_run (150);
}

/* Soon: dates are read in a thread. */
static void
assert_focus (Fixture *f, const char *name)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  GtkWidget *focus = NULL;
  g_autofree char *other = NULL;

  do
    {
      g_clear_pointer (&other, g_free);
      focus = gtk_root_get_focus (GTK_ROOT (f->page.window));
      if (focus != NULL)
        other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      if (focus != NULL && other == NULL)
        return;
      ff_test_page_run (20);
    }
  while (g_get_monotonic_time () < deadline);
  g_assert_nonnull (focus);
  g_assert_cmpstr (other, ==, name);
}

static void
add (Fixture *f, const char *uid, int day, int hour, int minute)
{
  ff_test_page_add_meeting (&f->page, uid, "g1",
                            (FfWallTime) { 2026, 11, (guint8) day, (guint8) hour, (guint8) minute },
                            NULL);
}

/* In the C locale a week begins on Sunday; today is Tuesday 24 November 2026. */
static void
test_names (Fixture *f, gconstpointer data)
{
  g_autoptr (FfOverride) override = ff_override_new ("b", &(FfWallTime) { 2026, 11, 26, 19, 0 });
  FfWeekBlock *block;

  add (f, "a", 24, 19, 0);
  add (f, "b", 26, 19, 0);
  ff_override_set_cancelled (override, TRUE);
  ff_test_save_override (f->page.store, override);
  present (f, FALSE, 900);
  g_assert_cmpstr (ff_week_view_get_title (FF_WEEK_VIEW (f->view)), ==, "22–28 November 2026");
  g_assert_cmpuint (ff_week_grid_count_blocks (f->grid), ==, 2);
  block = ff_week_grid_get_block (f->grid, 0);
  gtk_test_accessible_assert_role (GTK_WIDGET (block), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_WIDGET (block), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 24 November, 7:00" PM
                                       ", Harbour Group, Community Hall");
  gtk_test_accessible_assert_property (GTK_WIDGET (ff_week_grid_get_block (f->grid, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 26 November, 7:00" PM
                                       ", Harbour Group, Community Hall, Cancelled");
  g_assert_true (
      gtk_widget_has_css_class (GTK_WIDGET (ff_week_grid_get_block (f->grid, 1)), "cancelled"));
  g_assert_cmpint (ff_week_grid_find_today (f->grid), ==, 2);
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  add (f, "a", 24, 19, 0);
  add (f, "b", 25, 19, 30);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  assert_focus (f, "Tuesday 24 November, 7:00" PM ", Harbour Group, Community Hall");
  press (f, "Right");
  assert_focus (f, "Wednesday 25 November, 7:30" PM ", Harbour Group, Community Hall");
  press (f, "Return");
  assert_log (f, "opened b; ");
  press (f, "Up");
  assert_focus (f, "Wednesday 25 November, 6:00" PM ", no meeting");
  press (f, "Return");
  assert_log (f, "create 2026-11-25T18:00; ");
  press (f, "End");
  assert_focus (f, "Wednesday 25 November, 7:30" PM ", Harbour Group, Community Hall");
  /* Tab leaves. */
  g_assert_false (gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD));
}

static void
test_turn (Fixture *f, gconstpointer data)
{
  add (f, "a", 22, 19, 0);
  add (f, "b", 21, 19, 0);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  assert_focus (f, "Sunday 22 November, 7:00" PM ", Harbour Group, Community Hall");
  press (f, "Left");
  ff_test_page_run (200);
  g_assert_cmpstr (ff_week_view_get_title (FF_WEEK_VIEW (f->view)), ==, "15–21 November 2026");
  assert_focus (f, "Saturday 21 November, 7:00" PM ", Harbour Group, Community Hall");
  press (f, "Page_Down");
  ff_test_page_run (200);
  g_assert_cmpstr (ff_week_view_get_title (FF_WEEK_VIEW (f->view)), ==, "22–28 November 2026");
  assert_focus (f, "Saturday 28 November, 7:00" PM ", no meeting");
}

static void
test_move_by_keyboard (Fixture *f, gconstpointer data)
{
  gboolean moving;

  add (f, "a", 24, 19, 0);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  press (f, "<Control>Down");
  g_object_get (f->grid, "moving", &moving, NULL);
  g_assert_true (moving);
  g_assert_cmpstr (ff_week_block_get_label (f->grid->ghost), ==, "Tuesday 24 November, 7:15" PM);
  press (f, "Down");
  press (f, "<Control>Right");
  press (f, "Return");
  assert_log (f, "moved a 2026-11-25T19:30; ");
  g_object_get (f->grid, "moving", &moving, NULL);
  g_assert_false (moving);
  /* Put back where it was, or let go of. */
  press (f, "<Control>Down");
  press (f, "<Control>Up");
  press (f, "Return");
  press (f, "<Control>Left");
  press (f, "Escape");
  assert_log (f, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->grid->ghost)));
}

static void
test_cancelled_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (FfOverride) override = ff_override_new ("a", &(FfWallTime) { 2026, 11, 24, 19, 0 });

  add (f, "a", 24, 19, 0);
  ff_override_set_cancelled (override, TRUE);
  ff_test_save_override (f->page.store, override);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  press (f, "<Control>Down");
  press (f, "Return");
  assert_log (f, "opened a; ");
}

/* What the menu of a meeting offers, and that Move… begins a move. */
static void
test_menu (Fixture *f, gconstpointer data)
{
  add (f, "a", 24, 19, 0);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  press (f, "<Shift>F10");
  g_assert_nonnull (f->grid->menu);
  g_assert_true (gtk_widget_get_mapped (f->grid->menu));
  g_assert_nonnull (ff_test_find (f->grid->menu, GTK_TYPE_WIDGET, "css-name", "modelbutton"));
  gtk_popover_popdown (GTK_POPOVER (f->grid->menu));
  gtk_widget_activate_action (GTK_WIDGET (f->grid), "week.move", NULL);
  ff_test_page_run (200);
  g_assert_null (f->grid->menu);
  press (f, "Down");
  press (f, "Return");
  assert_log (f, "moved a 2026-11-24T19:15; ");
}

static graphene_rect_t
get_bounds (Fixture *f, guint number)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (ff_week_grid_get_block (f->grid, number)),
                                            GTK_WIDGET (f->grid), &bounds));
  return bounds;
}

static void
drag (Fixture *f, double x, double y, double by_x, double by_y)
{
  g_signal_emit_by_name (f->grid->drag, "drag-begin", x, y);
  g_signal_emit_by_name (f->grid->drag, "drag-update", by_x / 2, by_y / 2);
  g_signal_emit_by_name (f->grid->drag, "drag-update", by_x, by_y);
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  graphene_rect_t bounds;
  double column, hour, x, y;

  add (f, "a", 24, 19, 10);
  present (f, FALSE, 900);
  bounds = get_bounds (f, 0);
  hour = f->grid->hour_height;
  column = (gtk_widget_get_width (GTK_WIDGET (f->grid)) - f->grid->gutter) / 7.0;
  x = (double) bounds.origin.x + 20;
  y = (double) bounds.origin.y + 10;
  drag (f, x, y, 2 * column, -3.1 * hour);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->grid->ghost)));
  g_assert_true (
      gtk_widget_has_css_class (GTK_WIDGET (ff_week_grid_get_block (f->grid, 0)), "moving"));
  g_signal_emit_by_name (f->grid->drag, "drag-end", 2 * column, -3.1 * hour);
  assert_log (f, "moved a 2026-11-26T16:00; ");
  /* Only sideways: it keeps its own time. */
  drag (f, x, y, -column, 3);
  g_signal_emit_by_name (f->grid->drag, "drag-end", -column, 3.0);
  assert_log (f, "moved a 2026-11-23T19:10; ");
  /* Back before it is dropped, or cancelled. */
  drag (f, x, y, 0, 60);
  g_signal_emit_by_name (f->grid->drag, "drag-update", 0.0, 0.0);
  g_signal_emit_by_name (f->grid->drag, "drag-end", 0.0, 0.0);
  assert_log (f, "");
  drag (f, x, y, 0, 60);
  gtk_widget_grab_focus (GTK_WIDGET (ff_week_grid_get_block (f->grid, 0)));
  press (f, "Escape");
  g_signal_emit_by_name (f->grid->drag, "drag-end", 0.0, 60.0);
  assert_log (f, "");
}

/* Shown at 12:00 here, held at 19:00 in London. */
static void
test_move_in_zone (Fixture *f, gconstpointer data)
{
  g_autoptr (FfMeeting) meeting = ff_meeting_new ("london");
  FfWallTime shown;
  FfOccurrence *occurrence;
  g_autoptr (GDateTime) start = NULL;

  ff_meeting_set_group (meeting, "g1");
  ff_meeting_set_start (meeting, &(FfWallTime) { 2026, 11, 24, 19, 0 });
  ff_meeting_set_minutes (meeting, 60);
  ff_meeting_set_zone (meeting, "Europe/London");
  ff_test_save_meeting (f->page.store, meeting);
  g_settings_set_string (ff_context_get_settings (f->page.context), "schedule-zone", "mine");
  present (f, FALSE, 900);
  occurrence = ff_week_block_get_occurrence (ff_week_grid_get_block (f->grid, 0));
  start = g_date_time_to_local (ff_occurrence_get_start (occurrence));
  shown = ff_wall_time_from_date_time (start);
  g_assert_cmpint (shown.hour, !=, 19);
  g_assert_cmpuint (ff_week_grid_get_cursor (f->grid)->minute, ==, shown.hour * 60u);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  press (f, "<Control>Down");
  press (f, "Return");
  assert_log (f, "moved london 2026-11-24T19:15; ");
  /* In its own zone it is where those who meet have it. */
  g_settings_set_string (ff_context_get_settings (f->page.context), "schedule-zone", "meeting");
  ff_test_page_run (300);
  g_assert_cmpuint (ff_week_grid_get_cursor (f->grid)->minute, ==, 19 * 60);
  g_assert_nonnull (
      strstr (ff_week_block_get_label (ff_week_grid_get_block (f->grid, 0)), "London time"));
}

static void
test_crowd (Fixture *f, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *list;
  FfWeekBlock *more;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%02d", i);

      add (f, uid, 24, 19, 0);
    }
  present (f, FALSE, 900);
  g_assert_cmpuint (ff_week_grid_count_blocks (f->grid), ==, 2);
  more = ff_week_grid_get_block (f->grid, 1);
  g_assert_cmpint (ff_week_block_get_kind (more), ==, FF_WEEK_BLOCK_MORE);
  gtk_test_accessible_assert_property (GTK_WIDGET (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 24 November, 7:00" PM ", 29 more meetings");
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  press (f, "Right");
  press (f, "Return");
  dialog = adw_window_get_visible_dialog (f->page.window);
  g_assert_true (FF_IS_WEEK_CROWD (dialog));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Tuesday 24 November, 7:00" PM);
  list = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 29);
  g_signal_emit_by_name (list, "activate", 3);
  ff_test_page_run (300);
  assert_log (f, "opened m04; ");
  g_assert_null (adw_window_get_visible_dialog (f->page.window));
}

/* What changes elsewhere leaves the keyboard where it is. */
static void
test_keeps_place (Fixture *f, gconstpointer data)
{
  add (f, "b", 24, 19, 0);
  present (f, FALSE, 900);
  gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
  add (f, "a", 23, 9, 0);
  ff_test_page_run (300);
  g_assert_cmpuint (ff_week_grid_count_blocks (f->grid), ==, 2);
  assert_focus (f, "Tuesday 24 November, 7:00" PM ", Harbour Group, Community Hall");
}

static void
test_narrow (Fixture *f, gconstpointer data)
{
  add (f, "a", 27, 19, 0);
  present (f, FALSE, 360);
  g_assert_cmpstr (ff_week_view_get_title (FF_WEEK_VIEW (f->view)), ==, "24–26 November 2026");
  g_assert_cmpuint (ff_week_grid_count_blocks (f->grid), ==, 0);
  g_assert_nonnull (ff_test_find (f->view, GTK_TYPE_LABEL, "label", "No meetings in these days"));
  ff_week_view_show_next (FF_WEEK_VIEW (f->view));
  ff_test_page_run (200);
  g_assert_cmpstr (ff_week_view_get_title (FF_WEEK_VIEW (f->view)), ==, "27–29 November 2026");
  g_assert_cmpuint (ff_week_grid_count_blocks (f->grid), ==, 1);
  g_assert_null (ff_test_find (f->view, GTK_TYPE_LABEL, "label", "No meetings in these days"));
}

/* A window that is presented may have focused it already. */
static void
focus_chosen (Fixture *f)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!FF_IS_MONTH_CELL (gtk_root_get_focus (GTK_ROOT (f->page.window)))
         && g_get_monotonic_time () < deadline)
    {
      gtk_widget_child_focus (f->view, GTK_DIR_TAB_FORWARD);
      ff_test_page_run (20);
    }
}

static void
test_month_names (Fixture *f, gconstpointer data)
{
  add (f, "a", 24, 19, 0);
  add (f, "b", 24, 9, 0);
  present (f, TRUE, 900);
  g_assert_cmpstr (ff_month_view_get_title (FF_MONTH_VIEW (f->view)), ==, "November 2026");
  focus_chosen (f);
  assert_focus (f, "Tuesday 24 November, 2 meetings");
  gtk_test_accessible_assert_property (gtk_root_get_focus (GTK_ROOT (f->page.window)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "9:00" AM " Harbour Group, 7:00" PM " Harbour Group");
  press (f, "Right");
  assert_focus (f, "Wednesday 25 November, no meeting");
  press (f, "Return");
  assert_log (f, "create 2026-11-25T19:00; ");
  press (f, "Down");
  press (f, "Left");
  g_assert_cmpstr (ff_month_view_get_title (FF_MONTH_VIEW (f->view)), ==, "December 2026");
  assert_focus (f, "Tuesday 1 December, no meeting");
  press (f, "Page_Up");
  g_assert_cmpstr (ff_month_view_get_title (FF_MONTH_VIEW (f->view)), ==, "November 2026");
  assert_focus (f, "Sunday 1 November, no meeting");
}

static void
test_month_day (Fixture *f, gconstpointer data)
{
  AdwDialog *dialog;
  GtkWidget *list;

  add (f, "a", 24, 19, 0);
  add (f, "b", 24, 9, 0);
  present (f, TRUE, 900);
  focus_chosen (f);
  press (f, "Return");
  dialog = adw_window_get_visible_dialog (f->page.window);
  g_assert_true (FF_IS_WEEK_CROWD (dialog));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Tuesday 24 November");
  list = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, NULL, NULL);
  g_signal_emit_by_name (list, "activate", 0);
  ff_test_page_run (300);
  assert_log (f, "opened b; ");
}

static void
test_month_narrow (Fixture *f, gconstpointer data)
{
  add (f, "a", 24, 19, 0);
  present (f, TRUE, 360);
  g_assert_nonnull (ff_test_find (f->view, GTK_TYPE_LABEL, "label", "Tuesday 24 November"));
  g_assert_nonnull (ff_test_find (f->view, FF_TYPE_OCCURRENCE_ROW, NULL, NULL));
  focus_chosen (f);
  press (f, "Right");
  ff_test_page_run (200);
  assert_focus (f, "Wednesday 25 November, no meeting");
  g_assert_null (ff_test_find (f->view, FF_TYPE_OCCURRENCE_ROW, NULL, NULL));
  g_assert_nonnull (ff_test_find (f->view, GTK_TYPE_LABEL, "label", "No meetings on this day"));
}

/* What stands on a line is opened where it is pressed; what has no room is counted. */
static void
test_month_lines (Fixture *f, gconstpointer data)
{
  GtkWidget *cell;
  double y = 0;
  guint lines = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *uid = g_strdup_printf ("m%02d", i);

      add (f, uid, 24, 8, i);
    }
  present (f, TRUE, 900);
  focus_chosen (f);
  cell = gtk_root_get_focus (GTK_ROOT (f->page.window));
  g_assert_null (ff_month_cell_find (FF_MONTH_CELL (cell), 2));
  for (; y < gtk_widget_get_height (cell); y += 1)
    {
      FfOccurrence *occurrence = ff_month_cell_find (FF_MONTH_CELL (cell), y);

      if (occurrence != NULL)
        lines = (guint) ff_occurrence_get_rule_time (occurrence)->minute + 1;
      else if (lines > 0)
        break;
    }
  g_assert_cmpuint (lines, >=, 1);
  g_assert_cmpuint (lines, <, 20);
  g_assert_true (ff_month_cell_is_more (FF_MONTH_CELL (cell), y));
  g_assert_cmpuint (ff_month_cell_get_count (FF_MONTH_CELL (cell)), ==, 20);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/week/names", test_names);
  ADD ("/week/keys", test_keys);
  ADD ("/week/turn", test_turn);
  ADD ("/week/move-by-keyboard", test_move_by_keyboard);
  ADD ("/week/cancelled-stays", test_cancelled_stays);
  ADD ("/week/menu", test_menu);
  ADD ("/week/drag", test_drag);
  ADD ("/week/move-in-zone", test_move_in_zone);
  ADD ("/week/crowd", test_crowd);
  ADD ("/week/keeps-place", test_keeps_place);
  ADD ("/week/narrow", test_narrow);
  ADD ("/month/names", test_month_names);
  ADD ("/month/day", test_month_day);
  ADD ("/month/narrow", test_month_narrow);
  ADD ("/month/lines", test_month_lines);

  return g_test_run ();
}
