/* bench-rota-grid.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long the rota of a country holds the main thread at once, act by act, beside a plain table and a plain list.
 *
 * bench-rota-grid FOLDER   makes 500 meetings with three roles for 13 weeks and 500 volunteers in the empty FOLDER; prints for each act its name,
 *                          the longest turn of the main loop and what all turns took, in microseconds of that thread
 */

#include <stdio.h>
#include <time.h>

#include "ff-roster-edit.h"
#include "ff-rota-choice.h"
#include "ff-rota-grid-private.h"
#include "ff-rota-view-private.h"
#include "ff-schedule-edit.h"
#include "ff-test-rota-made.h"

#define SETTLE 400 /* ms without anything to wait for */
#define STEPS 40
#define FILLING 20000 /* ms of searching */
#define WEEKS 13

typedef gboolean (*Done) (gpointer data);

/* --- Turns of the main loop --- */

static gint64 longest; /* of the act that is measured */
static gint64 total;

static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
begin (void)
{
  longest = total = 0;
}

static void
count (gint64 since)
{
  gint64 taken = get_thread_time () - since;

  longest = MAX (longest, taken);
  total += taken;
}

static void
turn (void)
{
  gint64 since = get_thread_time ();

  g_main_context_iteration (NULL, TRUE);
  count (since);
}

static gboolean
stop (gpointer stopped)
{
  *(gboolean *) stopped = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run (guint milliseconds)
{
  gboolean stopped = FALSE;

  g_timeout_add (milliseconds, stop, &stopped);
  while (!stopped)
    turn ();
}

/* Until it is there and on the screen. */
static void
await (Done done, gpointer data)
{
  while (done != NULL && !done (data))
    turn ();
  run (SETTLE);
}

static void
tell (const char *act)
{
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", act, longest, total);
}

/* --- A rota in a store --- */

static void
on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
save_schedule (FfStore *store, FfTestRotaMade *made, GError **error)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < made->groups->len; i++)
    ff_schedule_edit_save_group (edit, g_ptr_array_index (made->groups, i));
  for (guint i = 0; i < made->meetings->len; i++)
    ff_schedule_edit_save_meeting (edit, g_ptr_array_index (made->meetings, i));
  ff_schedule_edit_apply_async (edit, store, NULL, NULL, NULL, on_result, &result);
  ff_schedule_edit_apply_finish (store, wait_for (&result), error);
}

static void
save_needs (FfRosterEdit *edit, FfTestRotaMade *made)
{
  for (guint i = 0; i < made->meetings->len; i++)
    {
      FfMeeting *meeting = g_ptr_array_index (made->meetings, i);
      const char *group = ff_meeting_get_group (meeting);
      const char *uid = ff_meeting_get_uid (meeting);
      g_autoptr (GPtrArray) needs = ff_roster_list_needs (made->roster, group, uid);

      ff_roster_edit_save_needs (edit, group, uid, needs);
    }
}

static void
save_roster (FfStore *store, FfTestRotaMade *made, GError **error)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  GPtrArray *roles = ff_roster_get_roles (made->roster);
  GPtrArray *requirements = ff_roster_get_requirements (made->roster);
  GPtrArray *volunteers = ff_roster_get_volunteers (made->roster);
  g_autoptr (GAsyncResult) result = NULL;

  for (guint i = 0; i < requirements->len; i++)
    ff_roster_edit_save_requirement (edit, g_ptr_array_index (requirements, i));
  for (guint i = 0; i < roles->len; i++)
    ff_roster_edit_save_role (edit, g_ptr_array_index (roles, i));
  save_needs (edit, made);
  for (guint i = 0; i < volunteers->len; i++)
    ff_roster_edit_save_volunteer (edit, g_ptr_array_index (volunteers, i));
  for (guint i = 0; i < made->assignments->len; i++)
    ff_roster_edit_save_assignment (edit, g_ptr_array_index (made->assignments, i));
  ff_roster_edit_apply_async (edit, store, NULL, on_result, &result);
  ff_roster_edit_apply_finish (store, wait_for (&result), error);
}

static FfContext *
make_context (const char *folder, FfTestRotaMade *made, GError **error)
{
  g_autoptr (FfStore) store = ff_store_open (folder, NULL, error);
  g_autoptr (FfClock) clock = ff_clock_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.fourfold_app.Fourfold");
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (GDateTime) now = g_date_time_add_hours (made->from, 12);

  if (store == NULL || (programmes = ff_programme_load_all (error)) == NULL)
    return NULL;
  save_schedule (store, made, error);
  if (*error == NULL)
    save_roster (store, made, error);
  if (*error != NULL)
    return NULL;
  ff_clock_set_now (clock, now);
  return ff_context_new (store, clock, settings, programmes);
}

/* --- The rota --- */

static gboolean
is_shown (gpointer data)
{
  FfRotaView *view = data;

  return view->rows != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (view->stack), "loading") != 0;
}

/* Another rota than the one that was shown. */
static gboolean
is_other (gpointer data)
{
  gpointer *shown = data;

  return ((FfRotaView *) shown[0])->rows != shown[1];
}

static FfRotaChoice *
get_choice (GtkWidget *window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));

  return FF_IS_ROTA_CHOICE (dialog) ? FF_ROTA_CHOICE (dialog) : NULL;
}

static gboolean
is_listed (gpointer window)
{
  return get_choice (window) != NULL && ff_rota_choice_get_options (get_choice (window)) != NULL;
}

static void
step (FfRotaGrid *grid, int down, int across)
{
  gint64 since = get_thread_time ();

  ff_rota_grid_set_cursor (grid, (guint) ((int) grid->row + down),
                           (guint) ((int) grid->week + across));
  ff_rota_grid_focus_cursor (grid);
  count (since);
  run (30);
}

static void
measure_steps (FfRotaView *view)
{
  begin ();
  for (int i = 0; i < STEPS; i++)
    step (view->grid, i % 8 < 4, i % 8 < 4 ? 0 : i % 2 == 0 ? 1 : -1);
  tell ("arrow");
  begin ();
  for (int i = 0; i < STEPS; i++)
    step (view->grid, 12, 0);
  tell ("page");
}

static void
act (FfRotaView *view, const char *action)
{
  gint64 since = get_thread_time ();

  gtk_widget_activate_action (GTK_WIDGET (view), action, NULL);
  count (since);
}

static void
measure_choice (FfRotaView *view, GtkWidget *window)
{
  gpointer shown[] = { view, NULL };
  gint64 since;

  begin ();
  act (view, "rota.assign");
  await (is_listed, window);
  tell ("candidates");
  begin ();
  since = get_thread_time ();
  g_object_set (get_choice (window), "everybody", TRUE, NULL);
  count (since);
  await (NULL, NULL);
  tell ("everybody");
  begin ();
  shown[1] = view->rows;
  since = get_thread_time ();
  ff_rota_choice_choose (get_choice (window), 0);
  count (since);
  await (is_other, shown);
  tell ("assign");
}

static void
measure_turn (FfRotaView *view)
{
  gpointer shown[] = { view, view->rows };

  begin ();
  act (view, "rota.next");
  await (is_other, shown);
  shown[1] = view->rows;
  act (view, "rota.previous");
  await (is_other, shown);
  tell ("turn");
}

/* (nullable): that can be pressed */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *window;
  const char *label;
} Button;

static gboolean
is_there (gpointer data)
{
  const Button *button = data;

  return find_button (button->window, button->label) != NULL;
}

static void
press (GtkWidget *window, const char *label)
{
  gint64 since = get_thread_time ();

  g_signal_emit_by_name (find_button (window, label), "clicked");
  count (since);
}

static void
measure_filling (FfRotaView *view, GtkWidget *window)
{
  gpointer shown[] = { view, view->rows };
  Button fill = { window, "_Fill" };
  Button accept = { window, "_Accept" };

  begin ();
  act (view, "rota.fill");
  await (is_there, &fill);
  press (window, "_Fill");
  run (FILLING);
  tell ("fill");
  begin ();
  press (window, "Stop and _Keep");
  await (is_there, &accept);
  tell ("difference");
  begin ();
  press (window, "_Accept");
  await (is_other, shown);
  tell ("accept");
}

static void
measure_people (FfRotaView *view)
{
  gint64 since = get_thread_time ();

  begin ();
  adw_overlay_split_view_set_show_sidebar (view->split, TRUE);
  count (since);
  await (NULL, NULL);
  tell ("people");
}

static void
measure_list (FfRotaView *view)
{
  gint64 since = get_thread_time ();

  begin ();
  g_object_set (view, "narrow", TRUE, NULL);
  count (since);
  await (NULL, NULL);
  tell ("list");
}

static void
measure_rota (FfContext *context, GtkWidget *window)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  FfRotaView *view;
  gint64 since;

  /* What goes is not what comes. */
  adw_window_set_content (ADW_WINDOW (window), NULL);
  run (SETTLE);
  begin ();
  since = get_thread_time ();
  view = FF_ROTA_VIEW (ff_rota_view_new (context));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (view));
  adw_window_set_content (ADW_WINDOW (window), overlay);
  count (since);
  await (is_shown, view);
  tell ("open");
  fprintf (stderr, "%u lines\n", ff_rota_rows_count (view->rows));
  gtk_widget_grab_focus (GTK_WIDGET (view->grid));
  measure_steps (view);
  measure_choice (view, window);
  measure_turn (view);
  measure_people (view);
  measure_list (view);
  g_object_set (view, "narrow", FALSE, NULL);
  await (NULL, NULL);
  measure_filling (view, window);
}

/* --- What GTK gives: a table of two lines a cell, and a list of two lines a row --- */

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), NULL);
  return factory;
}

static GtkSelectionModel *
make_strings (guint n)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (strings, g_strdup_printf ("Robin of the Harbour %u\nConfirmed", i));
  return GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings)));
}

static void
scroll_table (GtkColumnView *table, guint row, guint column)
{
  g_autoptr (GtkColumnViewColumn) at
      = g_list_model_get_item (gtk_column_view_get_columns (table), column);
  gint64 since = get_thread_time ();

  gtk_column_view_scroll_to (table, row, at, GTK_LIST_SCROLL_FOCUS, NULL);
  count (since);
  run (30);
}

static void
measure_table (GtkWidget *window, guint rows)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkColumnView *table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gint64 since = get_thread_time ();

  begin ();
  gtk_column_view_set_tab_behavior (table, GTK_LIST_TAB_CELL);
  for (guint i = 0; i < WEEKS + 1; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Week", make_factory ());

      gtk_column_view_column_set_fixed_width (column, 150);
      gtk_column_view_append_column (table, column);
    }
  gtk_column_view_set_model (table, make_strings (rows));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (table));
  adw_window_set_content (ADW_WINDOW (window), scroller);
  count (since);
  await (NULL, NULL);
  tell ("table-open");
  begin ();
  for (guint i = 0; i < STEPS; i++)
    scroll_table (table, i / 2, i % 2);
  tell ("table-arrow");
  begin ();
  for (guint i = 0; i < STEPS; i++)
    scroll_table (table, 12 * (i + 1), 0);
  tell ("table-page");
}

static void
measure_plain_list (GtkWidget *window, guint rows)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_view_new (make_strings (rows), make_factory ());
  AdwDialog *dialog = adw_dialog_new ();
  gint64 since = get_thread_time ();

  begin ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_dialog_set_child (dialog, scroller);
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_present (dialog, window);
  count (since);
  await (NULL, NULL);
  tell ("plain-list");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTestRotaMade) made = NULL;
  g_autoptr (FfContext) context = NULL;
  GtkWidget *window;

  if (argc != 2)
    {
      g_printerr ("usage: bench-rota-grid FOLDER\n");
      return 2;
    }
  adw_init ();
  made = ff_test_rota_made_large (1);
  context = make_context (argv[1], made, &error);
  if (context == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  run (SETTLE);
  measure_table (window, 3 * made->meetings->len);
  measure_plain_list (window, ff_roster_get_volunteers (made->roster)->len);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  measure_rota (context, window);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
