/* test-undo-key.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key that takes the last change of a view back: without its toast, once, and not from a text or a dialog.
 */

#include "ff-config.h"

#include "ff-schedule-page.h"
#include "ff-test-grid.h"
#include "ff-undoable.h"
#include "ff-volunteers-page.h"

#define UNDONE "Undone: “Robin: Confirmed”"

static const FfWallTime tuesday = { 2026, 11, 24, 19, 0 };

/* The rota is one of the lists of the volunteers' page. */
static GtkWidget *
present (FfTestGrid *f)
{
  GtkWidget *page = ff_volunteers_page_new (f->page.context);

  ff_test_grid_assign (f, "m1", tuesday, "robin", FF_DUTY_ASKED);
  gtk_window_set_default_size (GTK_WINDOW (f->page.window), 1000, 700);
  ff_test_page_present (&f->page, page);
  f->view = FF_ROTA_VIEW (ff_test_find (page, FF_TYPE_ROTA_VIEW, NULL, NULL));
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  return page;
}

static void
confirm (FfTestGrid *f)
{
  ff_rota_grid_go_to (f->view->grid, 0, 0);
  ff_test_grid_press_in_grid (f, GDK_KEY_c);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
}

static gboolean
says (FfTestGrid *f, const char *text)
{
  return ff_test_find (GTK_WIDGET (f->page.window), GTK_TYPE_LABEL, "label", text) != NULL;
}

static gboolean
says_undone (FfTestGrid *f)
{
  return says (f, UNDONE);
}

static gboolean
cannot_undo (FfTestGrid *f)
{
  return !ff_test_grid_can_undo (f);
}

static gboolean
says_refused (FfTestGrid *f)
{
  return says (f, "This cannot be undone: what it changed was changed again since. All stays as it "
                  "is now; change it by hand.");
}

/* What would be said where a step is taken back twice. */
static gboolean
says_unknown (FfTestGrid *f)
{
  return says (f, "This cannot be put back: it was not done since Fourfold was started, it is back "
                  "already, or too much was done after it.");
}

static void
clear_toasts (FfTestGrid *f)
{
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (adw_window_get_content (f->page.window)));
  ff_test_grid_wait_until (cannot_undo, f);
}

static void
press (FfTestGrid *f, GtkWidget *page)
{
  ff_test_grid_press (page, GDK_KEY_z, GDK_CONTROL_MASK);
  ff_test_grid_settle (f);
}

static void
test_without_toast (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);

  /* There is nothing yet. */
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  confirm (f);
  clear_toasts (f);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  ff_test_grid_wait_until (says_undone, f);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  g_assert_false (says_unknown (f));
}

/* The toast goes, as what it offers is done. */
static void
test_with_toast (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);
  g_autoptr (GtkWidget) button = NULL;

  confirm (f);
  button = g_object_ref (ff_test_grid_find_undo (f));
  ff_test_grid_press (page, GDK_KEY_z, GDK_CONTROL_MASK);
  g_signal_emit_by_name (button, "clicked");
  ff_test_grid_settle (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  ff_test_grid_wait_until (says_undone, f);
  g_assert_false (ff_test_grid_can_undo (f));
  clear_toasts (f);
  g_assert_false (says_unknown (f));
}

static void
test_after_toast (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);

  confirm (f);
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  press (f, page);
  ff_test_page_run (500);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
  g_assert_false (says_undone (f));
  g_assert_false (says_unknown (f));
}

/* Only the last one; each that is made anew can be taken back. */
static void
test_last (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);

  confirm (f);
  ff_test_grid_press_in_grid (f, GDK_KEY_d);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  ff_test_grid_press_in_grid (f, GDK_KEY_a);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
}

static FfRosterEdit *
empty (FfTestGrid *f)
{
  FfSlot *slot = ff_rota_cell_get_slot (ff_rota_grid_find_cell (f->view->grid, 0, 0));
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_assignment (edit, ff_assignment_get_uid (ff_slot_get_assignment (slot)));
  return edit;
}

static void
test_changed_since (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);

  confirm (f);
  clear_toasts (f);
  ff_test_grid_apply (f, empty (f));
  ff_test_grid_settle (f);
  press (f, page);
  ff_test_grid_wait_until (says_refused, f);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  g_assert_false (says_undone (f));
}

/* Nobody was told of it: taking back what was before it would be a surprise. */
static void
test_without_words (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) zoe = ff_test_grid_make_volunteer ("zoe", "Zoe", FF_SERVING_ACTIVE);

  confirm (f);
  ff_roster_edit_save_volunteer (edit, zoe);
  ff_undoable_change_roster (page, f->page.store, edit, NULL);
  ff_test_grid_settle (f);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
}

/* A text has an undo of its own, also where there is nothing left for it to do. */
static void
test_in_text (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);
  GtkWidget *search;

  confirm (f);
  adw_overlay_split_view_set_show_sidebar (f->view->split, TRUE);
  ff_test_page_run (500);
  search = ff_test_find (GTK_WIDGET (f->view->people_list), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_widget_grab_focus (search);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  gtk_widget_grab_focus (GTK_WIDGET (f->view->grid));
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
}

/* What is done in a dialog belongs to the view behind it, even if the dialog closes meanwhile; not while it is in front. */
static void
test_in_dialog (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *page = present (f);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *button = gtk_button_new_with_label ("Button");

  confirm (f);
  adw_dialog_set_child (dialog, button);
  adw_dialog_present (dialog, page);
  ff_test_page_run (300);
  gtk_widget_grab_focus (button);
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
  clear_toasts (f);
  ff_undoable_change_roster (button, f->page.store, empty (f), "Emptied");
  adw_dialog_force_close (dialog);
  ff_test_grid_settle (f);
  ff_test_page_run (300);
  ff_test_grid_assert_says (f, 0, 0, ": empty");
  g_assert_false (ff_test_grid_can_undo (f));
  gtk_widget_grab_focus (GTK_WIDGET (f->view->grid));
  press (f, page);
  ff_test_grid_assert_says (f, 0, 0, "Robin, confirmed");
}

static gboolean
is_cancelled (FfTestGrid *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfOverride) override
      = ff_meeting_repository_get_override (f->page.store, "m1", &tuesday, &error);

  g_assert_no_error (error);
  return override != NULL && ff_override_get_cancelled (override);
}

/* Each view takes back what was done while it was there. */
static void
test_views (FfTestGrid *f, gconstpointer data)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *schedule = ff_schedule_page_new (f->page.context);
  GtkWidget *volunteers = ff_volunteers_page_new (f->page.context);

  gtk_stack_add_child (GTK_STACK (stack), schedule);
  gtk_stack_add_child (GTK_STACK (stack), volunteers);
  ff_test_page_present (&f->page, stack);
  gtk_widget_activate_action (schedule, "page.cancel-date", "(ss)", "m1", "2026-11-24T19:00");
  ff_test_grid_settle (f);
  g_assert_true (is_cancelled (f));
  clear_toasts (f);
  gtk_stack_set_visible_child (GTK_STACK (stack), volunteers);
  ff_test_page_run (300);
  press (f, volunteers);
  g_assert_true (is_cancelled (f));
  gtk_stack_set_visible_child (GTK_STACK (stack), schedule);
  ff_test_page_run (300);
  press (f, schedule);
  g_assert_false (is_cancelled (f));
  g_assert_true (says (f, "Undone: “Cancelled on 24 November”"));
}

/* Where no view keeps it, its toast offers it, as ever. */
static void
test_no_view (FfTestGrid *f, gconstpointer data)
{
  ff_test_grid_assign (f, "m1", tuesday, "robin", FF_DUTY_ASKED);
  ff_test_grid_present (f, 1000);
  ff_test_grid_wait_until (ff_test_grid_has_cells, f);
  confirm (f);
  ff_test_grid_undo (f);
  ff_test_grid_assert_says (f, 0, 0, "Robin, asked");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ff_test_grid_add ("/undo-key/without-toast", test_without_toast);
  ff_test_grid_add ("/undo-key/with-toast", test_with_toast);
  ff_test_grid_add ("/undo-key/after-toast", test_after_toast);
  ff_test_grid_add ("/undo-key/last", test_last);
  ff_test_grid_add ("/undo-key/changed-since", test_changed_since);
  ff_test_grid_add ("/undo-key/without-words", test_without_words);
  ff_test_grid_add ("/undo-key/in-text", test_in_text);
  ff_test_grid_add ("/undo-key/in-dialog", test_in_dialog);
  ff_test_grid_add ("/undo-key/views", test_views);
  ff_test_grid_add ("/undo-key/no-view", test_no_view);

  return g_test_run ();
}
