/* test-present-pages.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a big screen, gone through: pages, its example, hidden, a step back, a narrow window, help lines that cannot be read.
 */

#include "ff-config.h"

#include "ff-board.h"
#include "ff-handout-sheet.h"
#include "ff-help-line-repository.h"
#include "ff-present-paper.h"
#include "ff-test-present.h"

/* --- Back, and gone --- */

static void
test_undo (FfTestPresent *fixture, gconstpointer id)
{
  gtk_widget_grab_focus (ff_test_present_go_to (fixture, "1/0/0", NULL));
  ff_test_present_type (fixture, "Going ");
  ff_test_present_type (fixture, "out");
  ff_test_present_press_tab (fixture);
  ff_test_present_type (fixture, "Monday");
  ff_test_present_act (fixture, "present.undo");
  ff_test_present_assert_text (fixture, "1/1/0", "");
  ff_test_present_assert_text (fixture, "1/0/0", "Going out");
  ff_test_present_act (fixture, "present.undo");
  ff_test_present_assert_text (fixture, "1/0/0", "");
  ff_test_present_act (fixture, "present.redo");
  ff_test_present_act (fixture, "present.redo");
  ff_test_present_assert_text (fixture, "1/1/0", "Monday");
  ff_test_present_act (fixture, "present.clear");
  ff_test_present_assert_text (fixture, "1/0/0", "");
  ff_test_present_act (fixture, "present.undo");
  ff_test_present_assert_text (fixture, "1/0/0", "Going out");
}

static void
test_hidden (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *place = ff_test_present_go_to (fixture, "1/0/0", NULL);

  gtk_widget_grab_focus (place);
  ff_test_present_type (fixture, "Going out");
  ff_test_present_act (fixture, "present.hidden");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Fourfold");
  g_assert_true (ff_test_is_shown (
      ff_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_STATUS_PAGE, "Hidden for Now")));
  ff_test_present_act (fixture, "present.undo");
  ff_test_present_act (fixture, "present.hidden");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Cost–benefit analysis");
  /* What is not seen is not changed either. */
  ff_test_present_assert_text (fixture, "1/0/0", "Going out");
  ff_test_present_assert_focus (fixture, "1/0/0");
}

static void
test_pages (FfTestPresent *fixture, gconstpointer id)
{
  const FfPaperStyle style = { .size = FF_PAPER_SCREEN, .large_print = TRUE };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (fixture->handout, &style, NULL);
  guint n_pages = ff_sheet_get_n_pages (sheet);
  g_autofree char *first = g_strdup_printf ("1 / %u", n_pages);
  g_autofree char *second = g_strdup_printf ("2 / %u", n_pages);
  g_autofree char *last = g_strdup_printf ("%u / %u", n_pages, n_pages);
  g_autofree char *spoken = g_strdup_printf ("Page 1 of %u", n_pages);
  GtkWidget *label = ff_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, first);
  GtkWidget *overview, *page;

  g_assert_cmpuint (n_pages, >, 2);
  g_assert_true (ff_test_is_shown (label));
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->slide), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       spoken);
  ff_test_present_act (fixture, "present.next");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, second);
  ff_test_present_act (fixture, "present.overview");
  overview = ff_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_FLOW_BOX, NULL);
  g_assert_true (ff_test_is_shown (overview));
  g_assert_null (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (overview), (int) n_pages));
  page = GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (overview), (int) n_pages - 1));
  gtk_test_accessible_assert_role (page, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_activate (page);
  ff_test_settle ();
  g_assert_true (ff_test_is_shown (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, last);
  ff_test_present_act (fixture, "present.next");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, last);
}

/* It shows in place of the sheet, and is not written on. */
static void
test_example (FfTestPresent *fixture, gconstpointer id)
{
  const FfPaperStyle style = { .size = FF_PAPER_SCREEN, .large_print = TRUE };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (fixture->handout, &style, NULL);
  g_autofree char *first = g_strdup_printf ("1 / %u", ff_sheet_get_n_pages (sheet));
  GtkWidget *label = ff_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, first);

  g_assert_nonnull (label);
  ff_test_present_act (fixture, "present.example");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Example 1 / "));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (fixture->slide)));
  ff_test_present_act (fixture, "present.example");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, first);
}

static void
assert_room_for_letters (FfTestPresent *fixture, double least)
{
  GtkWidget *scroller
      = gtk_widget_get_ancestor (GTK_WIDGET (fixture->slide), GTK_TYPE_SCROLLED_WINDOW);

  g_assert_cmpfloat (ff_slide_get_scale (fixture->slide), >=, least);
  /* And nothing is out of sight beside it. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->slide)), <=,
                   gtk_widget_get_width (scroller));
}

/* In points, as far as the slide's height says. */
static gboolean
is_upright (FfTestPresent *fixture)
{
  int width, height;

  gtk_widget_measure (GTK_WIDGET (fixture->slide), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->slide), GTK_ORIENTATION_VERTICAL, -1, &height, NULL,
                      NULL, NULL);
  return height > width;
}

static void
test_narrow (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *place = ff_test_present_go_to (fixture, "1/1/0", NULL);

  g_assert_false (is_upright (fixture));
  gtk_widget_grab_focus (place);
  ff_test_present_type (fixture, "Monday");
  gtk_window_set_default_size (fixture->window, 360, 720);
  ff_test_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 360);
  ff_test_until (is_upright (fixture));
  ff_test_until (gtk_widget_get_width (GTK_WIDGET (fixture->slide)) <= 360);
  /* The smallest letters have 14 points. */
  assert_room_for_letters (fixture, 11.0 / 14);
  g_assert_true (ff_test_present_get_focus (fixture) == place);
  ff_test_present_assert_text (fixture, "1/1/0", "Monday");
  ff_test_present_type (fixture, " at eight");
  ff_test_present_assert_text (fixture, "1/1/0", "Monday at eight");
  gtk_window_set_default_size (fixture->window, 1000, 760);
  ff_test_until (!is_upright (fixture));
  ff_test_present_assert_focus (fixture, "1/1/0");
  ff_test_present_assert_text (fixture, "1/1/0", "Monday at eight");
}

static gsize
count_areas (FfTestShell *shell, FfGroup *group)
{
  static const char xml[] = "<handout id='help' points='' sources='CBT'><title>Help</title>"
                            "<summary>Where to turn.</summary>"
                            "<help-lines lines='4'><label>Call</label></help-lines></handout>";
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (FfAnswers) answers = ff_answers_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout = ff_handout_new_from_bytes (bytes, "help", catalogue, &error);
  g_autoptr (FfPresentPaper) paper = NULL;
  g_autoptr (FfSheet) sheet = NULL;
  gsize n_areas;

  g_assert_no_error (error);
  paper = ff_present_paper_new (shell->context, group, handout);
  sheet = ff_present_paper_make_slides (paper, FALSE, answers);
  ff_sheet_get_areas (sheet, &n_areas);
  return n_areas;
}

/* Where the group's help lines cannot be read, there is room to write them. */
static void
test_help_lines_out_of_reach (void)
{
  FfTestShell shell;
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfHelpLine) line = ff_help_line_new ("Crisis line", "555-0100", NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  gboolean is_saved = FALSE, is_closed = FALSE;

  ff_test_shell_set_up (&shell);
  group = ff_test_add_group (&shell, "Tuesday", FALSE);
  g_ptr_array_add (lines, line);
  ff_help_line_repository_save_async (shell.store, ff_group_get_uid (group), lines, FALSE,
                                      ff_test_saved_cb, &is_saved);
  ff_test_until (is_saved);
  g_assert_cmpuint (count_areas (&shell, group), ==, 0);
  ff_store_close_async (shell.store, ff_test_closed_cb, &is_closed);
  ff_test_until (is_closed);
  g_assert_cmpuint (count_areas (&shell, group), >, 0);
  ff_test_finalize (shell.context);
  ff_test_finalize (shell.store);
  ff_test_remove_tree (shell.folder);
  g_free (shell.folder);
}

/* A step back is to the answers that were, and what was saved is safe only as it stands. */
static void
test_board (void)
{
  g_autoptr (FfBoard) board = ff_board_new ();

  g_assert_true (ff_board_is_kept (board));
  ff_board_type (board, "0/0/0", "a");
  ff_board_type (board, "0/0/0", "ab");
  ff_board_pause (board);
  ff_board_type (board, "0/0/0", "abc");
  g_assert_false (ff_board_is_kept (board));
  ff_board_set_kept (board, ff_board_get_answers (board));
  g_assert_true (ff_board_is_kept (board));
  ff_board_mark (board, "0/0/0", "abc");
  g_assert_true (ff_board_is_kept (board));
  ff_board_undo (board);
  g_assert_false (ff_board_is_kept (board));
  g_assert_cmpstr (ff_answers_get (ff_board_get_answers (board), "0/0/0"), ==, "ab");
  g_assert_true (ff_board_can_redo (board));
  ff_board_mark (board, "1/0/0", "yes");
  g_assert_false (ff_board_can_redo (board));
  ff_board_undo (board);
  ff_board_undo (board);
  g_assert_true (ff_board_is_kept (board));
  g_assert_false (ff_board_can_undo (board));
  ff_board_undo (board);
  g_assert_true (ff_answers_is_empty (ff_board_get_answers (board)));
}

static void
add_test (const char *path, const char *handout, void (*test) (FfTestPresent *, gconstpointer))
{
  g_test_add (path, FfTestPresent, handout, ff_test_present_set_up, test,
              ff_test_present_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add_test ("/present-pages/example", NULL, test_example);
  add_test ("/present-pages/undo", "cost-benefit", test_undo);
  add_test ("/present-pages/hidden", "cost-benefit", test_hidden);
  add_test ("/present-pages/pages", "cost-benefit", test_pages);
  add_test ("/present-pages/narrow", "cost-benefit", test_narrow);
  g_test_add_func ("/present-pages/help-lines-out-of-reach", test_help_lines_out_of_reach);
  g_test_add_func ("/present-pages/board", test_board);
  return g_test_run ();
}
