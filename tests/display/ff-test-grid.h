/* ff-test-grid.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A rota in a window: three volunteers, two weekly meetings, and what a person does with it.
 */

#pragma once

#include "ff-assignment-repository.h"
#include "ff-roster-edit.h"
#include "ff-rota-choice.h"
#include "ff-rota-view-private.h"
#include "ff-schedule-edit.h"
#include "ff-test-page.h"

#define FF_TEST_GRID_PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  FfTestPage page;
  FfRotaView *view;
  guint64 step; /* of the last change that the test made itself */
} FfTestGrid;

static inline void
ff_test_grid_wait_until (gboolean (*done) (FfTestGrid *f), FfTestGrid *f)
{
  gint64 deadline = g_get_monotonic_time () + FF_TEST_GRID_PATIENCE;

  while (!done (f))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      ff_test_page_run (10);
    }
}

static inline void
ff_test_grid_apply (FfTestGrid *f, FfRosterEdit *edit)
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

static inline FfVolunteer *
ff_test_grid_make_volunteer (const char *uid, const char *name, FfServing serving)
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
static inline void
ff_test_grid_set_up (FfTestGrid *f, gconstpointer data)
{
  g_autoptr (FfGroup) ladner = NULL;
  g_autoptr (FfGroup) delta = NULL;
  FfRosterEdit *edit = ff_roster_edit_new ();
  g_autoptr (FfVolunteer) robin = ff_test_grid_make_volunteer ("robin", "Robin", FF_SERVING_ACTIVE);
  g_autoptr (FfVolunteer) sam = ff_test_grid_make_volunteer ("sam", "Sam", FF_SERVING_ACTIVE);
  g_autoptr (FfVolunteer) kim = ff_test_grid_make_volunteer ("kim", "Kim", FF_SERVING_RESTING);

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
  ff_test_grid_apply (f, edit);
}

static inline void
ff_test_grid_tear_down (FfTestGrid *f, gconstpointer data)
{
  f->view = NULL;
  adw_window_set_content (f->page.window, NULL);
  ff_test_page_run (50);
  ff_test_page_tear_down (&f->page, data);
}

static inline gboolean
ff_test_grid_is_read (FfTestGrid *f)
{
  return f->view->rows != NULL
         && g_strcmp0 (gtk_stack_get_visible_child_name (f->view->stack), "loading") != 0;
}

static inline gboolean
ff_test_grid_has_cells (FfTestGrid *f)
{
  return ff_test_grid_is_read (f) && ff_rota_grid_find_cell (f->view->grid, 0, 0) != NULL;
}

static inline void
ff_test_grid_present (FfTestGrid *f, int width)
{
  f->view = FF_ROTA_VIEW (ff_rota_view_new (f->page.context));
  gtk_window_set_default_size (GTK_WINDOW (f->page.window), width, 700);
  ff_test_page_present (&f->page, GTK_WIDGET (f->view));
  ff_test_grid_wait_until (ff_test_grid_is_read, f);
}

/* The rota is read anew after each change. */
static inline void
ff_test_grid_settle (FfTestGrid *f)
{
  ff_test_page_wait_written (&f->page);
  ff_test_page_run (200);
}

static inline void
ff_test_grid_assign (FfTestGrid *f,
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
  ff_test_grid_apply (f, edit);
}

static inline const char *
ff_test_grid_get_label (FfTestGrid *f, guint row, guint week)
{
  FfRotaCell *cell = ff_rota_grid_find_cell (f->view->grid, row, week);

  g_assert_nonnull (cell);
  return ff_rota_cell_get_label (cell);
}

static inline void
ff_test_grid_assert_says (FfTestGrid *f, guint row, guint week, const char *words)
{
  const char *label = ff_test_grid_get_label (f, row, week);

  if (strstr (label, words) == NULL)
    g_error ("“%s” is not in “%s”", words, label);
}

static inline void
ff_test_grid_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
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

static inline void
ff_test_grid_press_in_grid (FfTestGrid *f, guint key)
{
  ff_test_grid_press (GTK_WIDGET (f->view->grid), key, 0);
  ff_test_grid_settle (f);
}

static inline GtkWidget *
ff_test_grid_find_undo (FfTestGrid *f)
{
  return ff_test_find (GTK_WIDGET (f->page.window), GTK_TYPE_BUTTON, "label", "_Undo");
}

static inline gboolean
ff_test_grid_can_undo (FfTestGrid *f)
{
  return ff_test_grid_find_undo (f) != NULL;
}

static inline void
ff_test_grid_undo (FfTestGrid *f)
{
  ff_test_grid_wait_until (ff_test_grid_can_undo, f);
  g_signal_emit_by_name (ff_test_grid_find_undo (f), "clicked");
  ff_test_grid_settle (f);
}

static inline FfRotaChoice *
ff_test_grid_get_choice (FfTestGrid *f)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (f->page.window);

  return FF_IS_ROTA_CHOICE (dialog) ? FF_ROTA_CHOICE (dialog) : NULL;
}

static inline gboolean
ff_test_grid_has_choice (FfTestGrid *f)
{
  return ff_test_grid_get_choice (f) != NULL && ff_rota_choice_get_options (ff_test_grid_get_choice (f)) != NULL;
}

static inline const char *
ff_test_grid_get_option (FfTestGrid *f, guint position)
{
  g_autoptr (FfRotaOption) option
      = g_list_model_get_item (ff_rota_choice_get_options (ff_test_grid_get_choice (f)), position);

  g_assert_nonnull (option);
  return ff_rota_option_get_title (option);
}

static inline guint
ff_test_grid_count_options (FfTestGrid *f)
{
  return g_list_model_get_n_items (ff_rota_choice_get_options (ff_test_grid_get_choice (f)));
}

static inline void
ff_test_grid_open_first (FfTestGrid *f)
{
  ff_rota_grid_go_to (f->view->grid, 0, 0);
  ff_test_grid_press_in_grid (f, GDK_KEY_Return);
  ff_test_grid_wait_until (ff_test_grid_has_choice, f);
}

static inline void
ff_test_grid_add (const char *path, void (*test) (FfTestGrid *f, gconstpointer data))
{
  g_test_add (path, FfTestGrid, NULL, ff_test_grid_set_up, test, ff_test_grid_tear_down);
}
