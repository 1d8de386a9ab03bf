/* test-present.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a big screen, filled in by mouse and keyboard: every kind of place, and the letters in it.
 */

#include "ff-config.h"

#include "ff-test-present.h"

/* --- Writing --- */

static void
test_text (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *place = ff_test_present_go_to (fixture, "1/0/0", NULL);

  gtk_test_accessible_assert_role (place, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What I am weighing up");
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE);
  gtk_widget_grab_focus (place);
  ff_test_present_type (fixture, "Going out on Fridays");
  ff_test_present_assert_text (fixture, "1/0/0", "Going out on Fridays");
  g_assert_true (ff_test_present_get_focus (fixture) == place);
  /* The key for a new line goes on to the next place instead. */
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Return));
  ff_test_present_assert_focus (fixture, "1/1/0");
  ff_test_present_type (fixture, "one\ntwo");
  ff_test_present_assert_text (fixture, "1/1/0", "one two");
}

static int
get_height_of_letters (GtkWidget *place)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (place, "Hjg");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
test_letters_follow_the_scale (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *place = ff_test_present_go_to (fixture, "1/0/0", NULL);
  double scale = ff_slide_get_scale (fixture->slide);
  int before;

  ff_test_until (get_height_of_letters (place) > 18 * scale);
  before = get_height_of_letters (place);
  g_assert_cmpint (before, <, 18 * scale * 1.8);
  ff_test_present_act (fixture, "present.zoom-in");
  ff_test_until (get_height_of_letters (place) > before * 1.15);
  g_assert_cmpfloat (ff_slide_get_scale (fixture->slide), >, scale * 1.2);
  ff_test_present_act (fixture, "present.zoom-fit");
  ff_test_until (get_height_of_letters (place) == before);
  g_assert_cmpfloat_with_epsilon (ff_slide_get_scale (fixture->slide), scale, 0.01);
}

static void
test_long_text (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *place = ff_test_present_go_to (fixture, "1/0/0", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  int height = gtk_widget_get_height (place);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "word%u ", i);
  gtk_widget_grab_focus (place);
  ff_test_present_type (fixture, text->str);
  ff_test_until (gtk_widget_get_height (ff_test_present_find_place (fixture, "1/0/0", NULL))
                 > height * 2);
  ff_test_present_assert_text (fixture, "1/0/0", text->str);
  /* Where the place went on to another page, the page turned with it. */
  ff_test_present_assert_focus (fixture, "1/0/0");
}

/* --- Marking --- */

static void
test_scale (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *zero = ff_test_present_go_to (fixture, "3/0/0", "0");

  gtk_test_accessible_assert_role (zero, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (zero, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How sure am I that I can do this? 0");
  gtk_test_accessible_assert_state (zero, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_widget_grab_focus (zero);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_7));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "7"));
  gtk_test_accessible_assert_state (ff_test_present_find_place (fixture, "3/0/0", "7"),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Right));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "8"));
  g_assert_false (ff_test_present_is_marked (fixture, "3/0/0", "7"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Down));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "7"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Home));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "0"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_1));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "1"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_0));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "10"));
  g_assert_true (ff_test_present_get_focus (fixture)
                 == ff_test_present_find_place (fixture, "3/0/0", "10"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Delete));
  ff_test_until (!ff_test_present_is_marked (fixture, "3/0/0", "10"));
  g_assert_false (ff_test_present_press (fixture, GDK_KEY_b));
}

static void
test_scale_from_right_to_left (FfTestPresent *fixture, gconstpointer id)
{
  gtk_widget_grab_focus (ff_test_present_go_to (fixture, "3/0/0", "5"));
  gtk_widget_set_direction (ff_test_present_get_focus (fixture), GTK_TEXT_DIR_RTL);
  g_assert_true (gtk_widget_activate (ff_test_present_get_focus (fixture)));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "5"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "6"));
}

static void
test_press_again (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *four = ff_test_present_go_to (fixture, "3/0/0", "4");

  g_assert_true (gtk_widget_activate (four));
  ff_test_until (ff_test_present_is_marked (fixture, "3/0/0", "4"));
  g_assert_true (gtk_widget_activate (ff_test_present_find_place (fixture, "3/0/0", "4")));
  ff_test_until (!ff_test_present_is_marked (fixture, "3/0/0", "4"));
}

static void
test_grid (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *line = ff_test_present_go_to (fixture, "2/0/0", NULL);
  g_autofree char *mark
      = g_strdup (ff_slide_mark_get_key (FF_SLIDE_MARK (gtk_widget_get_next_sibling (line))));

  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Doing it: benefits, line 1");
  gtk_widget_grab_focus (line);
  ff_test_present_press_tab (fixture);
  ff_test_present_assert_focus (fixture, mark);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_l));
  ff_test_until (ff_test_present_is_marked (fixture, mark, "1"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  ff_test_until (ff_test_present_is_marked (fixture, mark, "0"));
  /* Both marks are one place: the next key goes on to the next line. */
  ff_test_present_press_tab (fixture);
  ff_test_present_assert_focus (fixture, "2/0/1");
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  ff_test_present_assert_focus (fixture, mark);
  g_assert_true (ff_test_present_get_focus (fixture)
                 == ff_test_present_find_place (fixture, mark, "0"));
}

static void
assert_label (GtkWidget *place, const char *label)
{
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_wheel (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *now = ff_test_present_go_to (fixture, "0/0/0", "4");

  /* Told apart by name, and by how they look under the pointer and with the focus. */
  assert_label (now, "Health: now, 4");
  g_assert_true (gtk_widget_has_css_class (now, "now"));
  assert_label (ff_test_present_find_place (fixture, "0/0/1", "4"), "Health: wanted, 4");
  g_assert_true (
      gtk_widget_has_css_class (ff_test_present_find_place (fixture, "0/0/1", "4"), "wanted"));
  gtk_widget_grab_focus (now);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_4));
  ff_test_until (ff_test_present_is_marked (fixture, "0/0/0", "4"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Up));
  ff_test_until (ff_test_present_is_marked (fixture, "0/0/0", "5"));
  ff_test_present_press_tab (fixture);
  ff_test_present_assert_focus (fixture, "0/0/1");
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_End));
  ff_test_until (ff_test_present_is_marked (fixture, "0/0/1", "10"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  ff_test_until (ff_test_present_is_marked (fixture, "0/0/1", "9"));
  g_assert_true (ff_test_present_is_marked (fixture, "0/0/0", "5"));
  ff_test_present_press_tab (fixture);
  ff_test_present_assert_focus (fixture, "0/1/0");
}

/* Across to the next minute, up and down in strength. */
static void
test_wave (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *start = ff_test_present_go_to (fixture, "2/0/0", "0");
  g_autofree char *beside = NULL;

  gtk_widget_grab_focus (start);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_2));
  ff_test_until (ff_test_present_is_marked (fixture, "2/0/0", "2"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Right));
  beside = g_strdup (ff_slide_get_key (fixture->slide));
  g_assert_cmpstr (beside, !=, "2/0/0");
  g_assert_true (g_str_has_prefix (beside, "2/0/"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_8));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Up));
  ff_test_until (ff_test_present_is_marked (fixture, beside, "9"));
  g_assert_true (ff_test_present_is_marked (fixture, "2/0/0", "2"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  ff_test_present_assert_focus (fixture, "2/0/0");
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Left));
  ff_test_present_assert_focus (fixture, "2/0/0");
  g_assert_true (ff_test_present_get_focus (fixture)
                 == ff_test_present_find_place (fixture, "2/0/0", "2"));
}

static void
test_cycle (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *first = ff_test_present_go_to (fixture, "4/0/0", "0");

  assert_label (first, "Where I am: Thinking");
  g_assert_false (gtk_widget_has_css_class (first, "now"));
  gtk_widget_grab_focus (first);
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Down));
  ff_test_until (ff_test_present_is_marked (fixture, "4/0/0", "0"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Down));
  ff_test_until (ff_test_present_is_marked (fixture, "4/0/0", "1"));
  g_assert_true (ff_test_present_press (fixture, GDK_KEY_Up));
  ff_test_until (ff_test_present_is_marked (fixture, "4/0/0", "0"));
}

static void
test_checks (FfTestPresent *fixture, gconstpointer id)
{
  GtkWidget *walk = ff_test_present_go_to (fixture, "6/0/0", NULL);

  gtk_test_accessible_assert_role (walk, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  assert_label (walk, "A walk");
  gtk_widget_grab_focus (walk);
  g_assert_true (gtk_widget_activate (walk));
  ff_test_until (ff_test_present_is_marked (fixture, "6/0/0", NULL));
  gtk_test_accessible_assert_state (ff_test_present_find_place (fixture, "6/0/0", NULL),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  ff_test_present_press_tab (fixture);
  ff_test_present_assert_focus (fixture, "6/1/0");
  g_assert_true (gtk_widget_activate (ff_test_present_get_focus (fixture)));
  ff_test_until (ff_test_present_is_marked (fixture, "6/1/0", NULL));
  g_assert_true (gtk_widget_activate (ff_test_present_get_focus (fixture)));
  ff_test_until (!ff_test_present_is_marked (fixture, "6/1/0", NULL));
  g_assert_true (ff_test_present_is_marked (fixture, "6/0/0", NULL));
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
  add_test ("/present/text", "cost-benefit", test_text);
  add_test ("/present/letters", "cost-benefit", test_letters_follow_the_scale);
  add_test ("/present/long-text", "cost-benefit", test_long_text);
  add_test ("/present/scale", "seven-day-plan", test_scale);
  add_test ("/present/scale-rtl", "seven-day-plan", test_scale_from_right_to_left);
  add_test ("/present/press-again", "seven-day-plan", test_press_again);
  add_test ("/present/grid", "cost-benefit", test_grid);
  add_test ("/present/wheel", NULL, test_wheel);
  add_test ("/present/wave", NULL, test_wave);
  add_test ("/present/cycle", NULL, test_cycle);
  add_test ("/present/checks", NULL, test_checks);
  return g_test_run ();
}
