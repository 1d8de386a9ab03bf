/* test-present.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a big screen: filled in by mouse and keyboard, hidden, and kept or gone.
 */

#include "ff-config.h"

#include <gtk/gtkunixprint.h>

#include "ff-board.h"
#include "ff-filled-handout.h"
#include "ff-handout-sheet.h"
#include "ff-help-line-repository.h"
#include "ff-present-paper.h"
#include "ff-present-window.h"
#include "ff-slide-mark.h"
#include "ff-slide-text.h"
#include "ff-slide.h"
#include "ff-test-shell.h"

typedef struct
{
  FfTestShell shell;
  FfHandout *handout;
  GtkWindow *window;
  FfSlide *slide;
} Fixture;

static FfHandout *
load (const char *id)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_load (id, catalogue, &error);

  g_assert_no_error (error);
  return handout;
}

/* One of each drawing, and boxes to tick, each on a page of its own. */
static const char drawn[]
    = "<handout id='drawn' points='4' sources='CBT'><title>Drawn</title>"
      "<summary>Wheel, wave, cycle and boxes.</summary>"
      "<wheel highest='10'><label>Now and later</label><area now='4' wanted='7'>Health</area>"
      "<area>Friends</area><area>Work</area></wheel><break/>"
      "<wave minutes='30'><label>My last urge</label><axis>Minutes</axis><axis>Strength</axis>"
      "</wave><break/>"
      "<cycle><label>Where I am</label><stage><title>Thinking</title></stage>"
      "<stage><title>Getting "
      "ready</title></stage><stage><title>Doing</title></stage></cycle><break/>"
      "<checklist><label>What helped</label><item>A walk</item><item>A call</item></checklist>"
      "</handout>";

static FfHandout *
load_drawn (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GBytes) bytes = g_bytes_new_static (drawn, sizeof drawn - 1);
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_new_from_bytes (bytes, "drawn", catalogue, &error);

  g_assert_no_error (error);
  return handout;
}

static void
set_up (Fixture *fixture, gconstpointer id)
{
  ff_test_shell_set_up (&fixture->shell);
  fixture->handout = id != NULL ? load (id) : load_drawn ();
  fixture->window = ff_present_window_new (fixture->shell.context, NULL, fixture->handout);
  gtk_window_unfullscreen (fixture->window);
  gtk_window_set_default_size (fixture->window, 1000, 760);
  gtk_window_present (fixture->window);
  fixture->slide = FF_SLIDE (ff_test_find (GTK_WIDGET (fixture->window), FF_TYPE_SLIDE, NULL));
  ff_test_until (gtk_window_is_active (fixture->window));
  ff_test_until (ff_slide_get_scale (fixture->slide) > 0.5);
}

static void
tear_down (Fixture *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  if (window != NULL)
    {
      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (fixture->window);
      ff_test_until (window == NULL);
    }
  g_assert_finalize_object (fixture->handout);
  ff_test_shell_tear_down (&fixture->shell);
}

/* The place for @key; of a choice, the one that writes @option. */
static GtkWidget *
find_place (Fixture *fixture, const char *key, const char *option)
{
  for (GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (fixture->slide)); place != NULL;
       place = gtk_widget_get_next_sibling (place))
    if (FF_IS_SLIDE_TEXT (place)
            ? g_str_equal (ff_slide_text_get_key (FF_SLIDE_TEXT (place)), key)
            : g_str_equal (ff_slide_mark_get_key (FF_SLIDE_MARK (place)), key)
                  && (option == NULL
                      || g_str_equal (ff_slide_mark_get_option (FF_SLIDE_MARK (place)), option)))
      return place;
  return NULL;
}

/* Turns pages until it is there. */
static GtkWidget *
go_to (Fixture *fixture, const char *key, const char *option)
{
  GtkWidget *place = find_place (fixture, key, option);

  for (guint i = 0; place == NULL && i < 20; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "present.next", NULL);
      place = find_place (fixture, key, option);
    }
  g_assert_nonnull (place);
  ff_test_until (gtk_widget_get_width (place) > 0);
  return place;
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->window);
}

static void
assert_focus (Fixture *fixture, const char *key)
{
  g_assert_cmpstr (ff_slide_get_key (fixture->slide), ==, key);
}

/* As the key goes from what has the focus up to the slide. */
static gboolean
press (Fixture *fixture, guint key)
{
  for (GtkWidget *widget = get_focus (fixture);
       widget != gtk_widget_get_parent (GTK_WIDGET (fixture->slide));
       widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
          gboolean is_done = FALSE;

          if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
            g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_done);
          if (is_done)
            return TRUE;
        }
    }
  return FALSE;
}

static void
press_tab (Fixture *fixture)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))),
                                    text, -1);
  ff_test_settle ();
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ff_test_settle ();
}

static gboolean
is_marked (Fixture *fixture, const char *key, const char *option)
{
  return ff_slide_mark_is_marked (FF_SLIDE_MARK (find_place (fixture, key, option)));
}

static char *
get_text (Fixture *fixture, const char *key)
{
  return ff_slide_text_get_text (FF_SLIDE_TEXT (find_place (fixture, key, NULL)));
}

static void
assert_text (Fixture *fixture, const char *key, const char *expected)
{
  g_autofree char *text = get_text (fixture, key);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Writing --- */

static void
test_text (Fixture *fixture, gconstpointer id)
{
  GtkWidget *place = go_to (fixture, "1/0/0", NULL);

  gtk_test_accessible_assert_role (place, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What I am weighing up");
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, FALSE);
  gtk_widget_grab_focus (place);
  type (fixture, "Going out on Fridays");
  assert_text (fixture, "1/0/0", "Going out on Fridays");
  g_assert_true (get_focus (fixture) == place);
  /* The key for a new line goes on to the next place instead. */
  g_assert_true (press (fixture, GDK_KEY_Return));
  assert_focus (fixture, "1/1/0");
  type (fixture, "one\ntwo");
  assert_text (fixture, "1/1/0", "one two");
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
test_letters_follow_the_scale (Fixture *fixture, gconstpointer id)
{
  GtkWidget *place = go_to (fixture, "1/0/0", NULL);
  double scale = ff_slide_get_scale (fixture->slide);
  int before;

  ff_test_until (get_height_of_letters (place) > 18 * scale);
  before = get_height_of_letters (place);
  g_assert_cmpint (before, <, 18 * scale * 1.8);
  act (fixture, "present.zoom-in");
  ff_test_until (get_height_of_letters (place) > before * 1.15);
  g_assert_cmpfloat (ff_slide_get_scale (fixture->slide), >, scale * 1.2);
  act (fixture, "present.zoom-fit");
  ff_test_until (get_height_of_letters (place) == before);
  g_assert_cmpfloat_with_epsilon (ff_slide_get_scale (fixture->slide), scale, 0.01);
}

static void
test_long_text (Fixture *fixture, gconstpointer id)
{
  GtkWidget *place = go_to (fixture, "1/0/0", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  int height = gtk_widget_get_height (place);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "word%u ", i);
  gtk_widget_grab_focus (place);
  type (fixture, text->str);
  ff_test_until (gtk_widget_get_height (find_place (fixture, "1/0/0", NULL)) > height * 2);
  assert_text (fixture, "1/0/0", text->str);
  /* Where the place went on to another page, the page turned with it. */
  assert_focus (fixture, "1/0/0");
}

/* --- Marking --- */

static void
test_scale (Fixture *fixture, gconstpointer id)
{
  GtkWidget *zero = go_to (fixture, "3/0/0", "0");

  gtk_test_accessible_assert_role (zero, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (zero, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How sure am I that I can do this? 0");
  gtk_test_accessible_assert_state (zero, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_widget_grab_focus (zero);
  g_assert_true (press (fixture, GDK_KEY_7));
  ff_test_until (is_marked (fixture, "3/0/0", "7"));
  gtk_test_accessible_assert_state (find_place (fixture, "3/0/0", "7"),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (press (fixture, GDK_KEY_Right));
  ff_test_until (is_marked (fixture, "3/0/0", "8"));
  g_assert_false (is_marked (fixture, "3/0/0", "7"));
  g_assert_true (press (fixture, GDK_KEY_Down));
  ff_test_until (is_marked (fixture, "3/0/0", "7"));
  g_assert_true (press (fixture, GDK_KEY_Home));
  ff_test_until (is_marked (fixture, "3/0/0", "0"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  g_assert_true (press (fixture, GDK_KEY_1));
  ff_test_until (is_marked (fixture, "3/0/0", "1"));
  g_assert_true (press (fixture, GDK_KEY_0));
  ff_test_until (is_marked (fixture, "3/0/0", "10"));
  g_assert_true (get_focus (fixture) == find_place (fixture, "3/0/0", "10"));
  g_assert_true (press (fixture, GDK_KEY_Delete));
  ff_test_until (!is_marked (fixture, "3/0/0", "10"));
  g_assert_false (press (fixture, GDK_KEY_b));
}

static void
test_scale_from_right_to_left (Fixture *fixture, gconstpointer id)
{
  gtk_widget_grab_focus (go_to (fixture, "3/0/0", "5"));
  gtk_widget_set_direction (get_focus (fixture), GTK_TEXT_DIR_RTL);
  g_assert_true (gtk_widget_activate (get_focus (fixture)));
  ff_test_until (is_marked (fixture, "3/0/0", "5"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  ff_test_until (is_marked (fixture, "3/0/0", "6"));
}

static void
test_press_again (Fixture *fixture, gconstpointer id)
{
  GtkWidget *four = go_to (fixture, "3/0/0", "4");

  g_assert_true (gtk_widget_activate (four));
  ff_test_until (is_marked (fixture, "3/0/0", "4"));
  g_assert_true (gtk_widget_activate (find_place (fixture, "3/0/0", "4")));
  ff_test_until (!is_marked (fixture, "3/0/0", "4"));
}

static void
test_grid (Fixture *fixture, gconstpointer id)
{
  GtkWidget *line = go_to (fixture, "2/0/0", NULL);
  g_autofree char *mark
      = g_strdup (ff_slide_mark_get_key (FF_SLIDE_MARK (gtk_widget_get_next_sibling (line))));

  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Doing it: benefits, line 1");
  gtk_widget_grab_focus (line);
  press_tab (fixture);
  assert_focus (fixture, mark);
  g_assert_true (press (fixture, GDK_KEY_l));
  ff_test_until (is_marked (fixture, mark, "1"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  ff_test_until (is_marked (fixture, mark, "0"));
  /* Both marks are one place: the next key goes on to the next line. */
  press_tab (fixture);
  assert_focus (fixture, "2/0/1");
  gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_BACKWARD);
  assert_focus (fixture, mark);
  g_assert_true (get_focus (fixture) == find_place (fixture, mark, "0"));
}

static void
assert_label (GtkWidget *place, const char *label)
{
  gtk_test_accessible_assert_property (place, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_wheel (Fixture *fixture, gconstpointer id)
{
  GtkWidget *now = go_to (fixture, "0/0/0", "4");

  /* Told apart by name, and by how they look under the pointer and with the focus. */
  assert_label (now, "Health: now, 4");
  g_assert_true (gtk_widget_has_css_class (now, "now"));
  assert_label (find_place (fixture, "0/0/1", "4"), "Health: wanted, 4");
  g_assert_true (gtk_widget_has_css_class (find_place (fixture, "0/0/1", "4"), "wanted"));
  gtk_widget_grab_focus (now);
  g_assert_true (press (fixture, GDK_KEY_4));
  ff_test_until (is_marked (fixture, "0/0/0", "4"));
  g_assert_true (press (fixture, GDK_KEY_Up));
  ff_test_until (is_marked (fixture, "0/0/0", "5"));
  press_tab (fixture);
  assert_focus (fixture, "0/0/1");
  g_assert_true (press (fixture, GDK_KEY_End));
  ff_test_until (is_marked (fixture, "0/0/1", "10"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  ff_test_until (is_marked (fixture, "0/0/1", "9"));
  g_assert_true (is_marked (fixture, "0/0/0", "5"));
  press_tab (fixture);
  assert_focus (fixture, "0/1/0");
}

/* Across to the next minute, up and down in strength. */
static void
test_wave (Fixture *fixture, gconstpointer id)
{
  GtkWidget *start = go_to (fixture, "2/0/0", "0");
  g_autofree char *beside = NULL;

  gtk_widget_grab_focus (start);
  g_assert_true (press (fixture, GDK_KEY_2));
  ff_test_until (is_marked (fixture, "2/0/0", "2"));
  g_assert_true (press (fixture, GDK_KEY_Right));
  beside = g_strdup (ff_slide_get_key (fixture->slide));
  g_assert_cmpstr (beside, !=, "2/0/0");
  g_assert_true (g_str_has_prefix (beside, "2/0/"));
  g_assert_true (press (fixture, GDK_KEY_8));
  g_assert_true (press (fixture, GDK_KEY_Up));
  ff_test_until (is_marked (fixture, beside, "9"));
  g_assert_true (is_marked (fixture, "2/0/0", "2"));
  g_assert_true (press (fixture, GDK_KEY_Left));
  assert_focus (fixture, "2/0/0");
  g_assert_true (press (fixture, GDK_KEY_Left));
  assert_focus (fixture, "2/0/0");
  g_assert_true (get_focus (fixture) == find_place (fixture, "2/0/0", "2"));
}

static void
test_cycle (Fixture *fixture, gconstpointer id)
{
  GtkWidget *first = go_to (fixture, "4/0/0", "0");

  assert_label (first, "Where I am: Thinking");
  g_assert_false (gtk_widget_has_css_class (first, "now"));
  gtk_widget_grab_focus (first);
  g_assert_true (press (fixture, GDK_KEY_Down));
  ff_test_until (is_marked (fixture, "4/0/0", "0"));
  g_assert_true (press (fixture, GDK_KEY_Down));
  ff_test_until (is_marked (fixture, "4/0/0", "1"));
  g_assert_true (press (fixture, GDK_KEY_Up));
  ff_test_until (is_marked (fixture, "4/0/0", "0"));
}

static void
test_checks (Fixture *fixture, gconstpointer id)
{
  GtkWidget *walk = go_to (fixture, "6/0/0", NULL);

  gtk_test_accessible_assert_role (walk, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  assert_label (walk, "A walk");
  gtk_widget_grab_focus (walk);
  g_assert_true (gtk_widget_activate (walk));
  ff_test_until (is_marked (fixture, "6/0/0", NULL));
  gtk_test_accessible_assert_state (find_place (fixture, "6/0/0", NULL),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  press_tab (fixture);
  assert_focus (fixture, "6/1/0");
  g_assert_true (gtk_widget_activate (get_focus (fixture)));
  ff_test_until (is_marked (fixture, "6/1/0", NULL));
  g_assert_true (gtk_widget_activate (get_focus (fixture)));
  ff_test_until (!is_marked (fixture, "6/1/0", NULL));
  g_assert_true (is_marked (fixture, "6/0/0", NULL));
}

/* --- Back, and gone --- */

static void
test_undo (Fixture *fixture, gconstpointer id)
{
  gtk_widget_grab_focus (go_to (fixture, "1/0/0", NULL));
  type (fixture, "Going ");
  type (fixture, "out");
  press_tab (fixture);
  type (fixture, "Monday");
  act (fixture, "present.undo");
  assert_text (fixture, "1/1/0", "");
  assert_text (fixture, "1/0/0", "Going out");
  act (fixture, "present.undo");
  assert_text (fixture, "1/0/0", "");
  act (fixture, "present.redo");
  act (fixture, "present.redo");
  assert_text (fixture, "1/1/0", "Monday");
  act (fixture, "present.clear");
  assert_text (fixture, "1/0/0", "");
  act (fixture, "present.undo");
  assert_text (fixture, "1/0/0", "Going out");
}

static void
test_hidden (Fixture *fixture, gconstpointer id)
{
  GtkWidget *place = go_to (fixture, "1/0/0", NULL);

  gtk_widget_grab_focus (place);
  type (fixture, "Going out");
  act (fixture, "present.hidden");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Fourfold");
  g_assert_true (ff_test_is_shown (
      ff_test_find (GTK_WIDGET (fixture->window), ADW_TYPE_STATUS_PAGE, "Hidden for Now")));
  act (fixture, "present.undo");
  act (fixture, "present.hidden");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_window_get_title (fixture->window), ==, "Cost–benefit analysis");
  /* What is not seen is not changed either. */
  assert_text (fixture, "1/0/0", "Going out");
  assert_focus (fixture, "1/0/0");
}

static void
test_pages (Fixture *fixture, gconstpointer id)
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
  act (fixture, "present.next");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, second);
  act (fixture, "present.overview");
  overview = ff_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_FLOW_BOX, NULL);
  g_assert_true (ff_test_is_shown (overview));
  g_assert_null (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (overview), (int) n_pages));
  page = GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (overview), (int) n_pages - 1));
  gtk_test_accessible_assert_role (page, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_activate (page);
  ff_test_settle ();
  g_assert_true (ff_test_is_shown (GTK_WIDGET (fixture->slide)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, last);
  act (fixture, "present.next");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, last);
}

/* It shows in place of the sheet, and is not written on. */
static void
test_example (Fixture *fixture, gconstpointer id)
{
  const FfPaperStyle style = { .size = FF_PAPER_SCREEN, .large_print = TRUE };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (fixture->handout, &style, NULL);
  g_autofree char *first = g_strdup_printf ("1 / %u", ff_sheet_get_n_pages (sheet));
  GtkWidget *label = ff_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, first);

  g_assert_nonnull (label);
  act (fixture, "present.example");
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Example 1 / "));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (fixture->slide)));
  act (fixture, "present.example");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, first);
}

static void
assert_room_for_letters (Fixture *fixture, double least)
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
is_upright (Fixture *fixture)
{
  int width, height;

  gtk_widget_measure (GTK_WIDGET (fixture->slide), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->slide), GTK_ORIENTATION_VERTICAL, -1, &height, NULL,
                      NULL, NULL);
  return height > width;
}

static void
test_narrow (Fixture *fixture, gconstpointer id)
{
  GtkWidget *place = go_to (fixture, "1/1/0", NULL);

  g_assert_false (is_upright (fixture));
  gtk_widget_grab_focus (place);
  type (fixture, "Monday");
  gtk_window_set_default_size (fixture->window, 360, 720);
  ff_test_until (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 360);
  ff_test_until (is_upright (fixture));
  ff_test_until (gtk_widget_get_width (GTK_WIDGET (fixture->slide)) <= 360);
  /* The smallest letters have 14 points. */
  assert_room_for_letters (fixture, 11.0 / 14);
  g_assert_true (get_focus (fixture) == place);
  assert_text (fixture, "1/1/0", "Monday");
  type (fixture, " at eight");
  assert_text (fixture, "1/1/0", "Monday at eight");
  gtk_window_set_default_size (fixture->window, 1000, 760);
  ff_test_until (!is_upright (fixture));
  assert_focus (fixture, "1/1/0");
  assert_text (fixture, "1/1/0", "Monday at eight");
}

static AdwDialog *
get_question (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
test_closing_when_empty (Fixture *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (g_steal_pointer (&fixture->window));
  ff_test_until (window == NULL);
}

static void
test_closing (Fixture *fixture, gconstpointer id)
{
  gpointer window = fixture->window;

  gtk_widget_grab_focus (go_to (fixture, "1/0/0", NULL));
  type (fixture, "Going out");
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_assert_true (ADW_IS_ALERT_DIALOG (get_question (fixture)));
  gtk_test_accessible_assert_role (GTK_WIDGET (get_question (fixture)),
                                   GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
  g_signal_emit_by_name (get_question (fixture), "response", "continue");
  adw_dialog_force_close (get_question (fixture));
  ff_test_until (get_question (fixture) == NULL);
  assert_text (fixture, "1/0/0", "Going out");

  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_object_add_weak_pointer (window, &window);
  g_signal_emit_by_name (get_question (fixture), "response", "discard");
  fixture->window = NULL;
  ff_test_until (window == NULL);
}

/* Writes, closes and answers what the window asks. */
static void
close_and_answer (Fixture *fixture, const char *response)
{
  gtk_widget_grab_focus (go_to (fixture, "1/0/0", NULL));
  type (fixture, "Going out");
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
  g_signal_emit_by_name (get_question (fixture), "response", response);
  adw_dialog_force_close (get_question (fixture));
}

/* A dialog of GTK's own. */
static gpointer
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), type) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
respond (gpointer dialog, GtkResponseType response)
{
  g_signal_emit_by_name (dialog, "response", response);
}

/* Types the whole path where the name goes. */
static void
choose_file (const char *path)
{
  gpointer dialog;
  GtkWidget *name;

  ff_test_until ((dialog = find_toplevel (g_type_from_name ("GtkFileChooserDialog"))) != NULL);
  ff_test_until ((name = ff_test_find (dialog, GTK_TYPE_ENTRY, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), path);
  respond (dialog, GTK_RESPONSE_ACCEPT);
}

static gboolean
is_recent (const char *uri)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  gboolean found = FALSE;

  for (GList *item = items; item != NULL; item = item->next)
    found |= g_str_equal (gtk_recent_info_get_uri (item->data), uri);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return found;
}

static void
test_save_and_close (Fixture *fixture, gconstpointer id)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->shell.folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "sheet.pdf");
  g_autofree char *uri = g_file_get_uri (file);
  gpointer window = fixture->window;

  /* As another dialog for files would. */
  g_assert_true (gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri));
  ff_test_until (is_recent (uri));
  close_and_answer (fixture, "save");
  g_object_add_weak_pointer (window, &window);
  choose_file (g_file_peek_path (file));
  ff_test_until (window == NULL);
  fixture->window = NULL;
  g_assert_true (g_file_query_exists (file, NULL));
  ff_test_until (!is_recent (uri));
}

static GtkPrintUnixDialog *
wait_for_printers (void)
{
  gpointer dialog;

  ff_test_until ((dialog = find_toplevel (GTK_TYPE_PRINT_UNIX_DIALOG)) != NULL);
  return dialog;
}

/* The printer that writes a file. */
static void
print_to (GtkPrintUnixDialog *dialog, const char *uri)
{
  g_autoptr (GtkPrintSettings) settings
      = gtk_print_settings_copy (gtk_print_unix_dialog_get_settings (dialog));

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_unix_dialog_set_settings (dialog, settings);
  ff_test_until (gtk_print_unix_dialog_get_selected_printer (dialog) != NULL);
}

static void
test_print_and_close (Fixture *fixture, gconstpointer id)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->shell.folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "printed.pdf");
  g_autofree char *uri = g_file_get_uri (file);
  gpointer window = fixture->window;
  GtkPrintUnixDialog *dialog;

  close_and_answer (fixture, "print");
  dialog = wait_for_printers ();
  print_to (dialog, uri);
  g_object_add_weak_pointer (window, &window);
  respond (dialog, GTK_RESPONSE_OK);
  ff_test_until (window == NULL);
  fixture->window = NULL;
  g_assert_true (g_file_query_exists (file, NULL));
  /* The job lives on in GTK for a moment. */
  ff_test_until (G_OBJECT (fixture->handout)->ref_count == 1);
}

/* Nothing is on paper, so the window stays and asks again. */
static void
test_print_not (Fixture *fixture, GtkResponseType response)
{
  gpointer dialog;

  close_and_answer (fixture, "print");
  dialog = wait_for_printers ();
  if (response == GTK_RESPONSE_APPLY)
    print_to (dialog, "file:///nowhere.pdf");
  g_object_add_weak_pointer (dialog, &dialog);
  respond (dialog, response);
  ff_test_until (dialog == NULL);
  ff_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  gtk_window_close (fixture->window);
  ff_test_until (get_question (fixture) != NULL);
}

static void
test_print_cancelled (Fixture *fixture, gconstpointer id)
{
  test_print_not (fixture, GTK_RESPONSE_CANCEL);
}

static void
test_print_preview (Fixture *fixture, gconstpointer id)
{
  test_print_not (fixture, GTK_RESPONSE_APPLY);
}

static void
test_copied (Fixture *fixture, gconstpointer id)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  gpointer window = fixture->window;

  gtk_widget_grab_focus (go_to (fixture, "1/0/0", NULL));
  type (fixture, "Going out");
  ff_test_until (gtk_window_is_active (fixture->window));
  gtk_widget_activate_action (get_focus (fixture), "selection.select-all", NULL);
  gtk_widget_activate_action (get_focus (fixture), "clipboard.copy", NULL);
  ff_test_until (gdk_clipboard_get_content (clipboard) != NULL);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  ff_test_until (window == NULL);
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

/* --- Kept --- */

typedef struct
{
  gboolean is_done;
  GError *error;
  char *told; /* the path */
} Outcome;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  ff_filled_handout_write_finish (source, result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
told_cb (FfFilledHandout *filled, const char *path, Outcome *outcome)
{
  outcome->told = g_strdup (path);
}

static Outcome
write_filled (const char *path)
{
  g_autoptr (FfHandout) handout = load ("cost-benefit");
  g_autoptr (FfAnswers) answers = ff_answers_new ();
  const FfPaperStyle style = { .size = FF_PAPER_A4, .group_name = "Tuesday" };
  g_autoptr (FfFilledHandout) filled = NULL;
  Outcome outcome = { 0 };

  ff_answers_set (answers, "1/0/0", "Going out on Fridays");
  filled = ff_filled_handout_new (handout, answers, &style);
  g_signal_connect (filled, "written", G_CALLBACK (told_cb), &outcome);
  ff_filled_handout_write_async (filled, path, written_cb, &outcome);
  ff_test_until (outcome.is_done);
  return outcome;
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-present-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *command[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = write_filled (path);

  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.told, ==, path);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Going out on Fridays"));
  g_free (outcome.told);
  ff_test_remove_tree (folder);
}

static void
test_save_where_there_is_no_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fourfold-present-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none", "sheet.pdf", NULL);
  Outcome outcome = write_filled (path);

  g_assert_nonnull (outcome.error);
  g_assert_null (outcome.told);
  g_clear_error (&outcome.error);
  ff_test_remove_tree (folder);
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
  g_assert_finalize_object (shell.context);
  g_assert_finalize_object (shell.store);
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
add_test (const char *path, const char *handout, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, handout, set_up, test, tear_down);
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
  add_test ("/present/example", NULL, test_example);
  add_test ("/present/undo", "cost-benefit", test_undo);
  add_test ("/present/hidden", "cost-benefit", test_hidden);
  add_test ("/present/pages", "cost-benefit", test_pages);
  add_test ("/present/closing-empty", "cost-benefit", test_closing_when_empty);
  add_test ("/present/closing", "cost-benefit", test_closing);
  add_test ("/present/narrow", "cost-benefit", test_narrow);
  add_test ("/present/save-and-close", "cost-benefit", test_save_and_close);
  add_test ("/present/print-and-close", "cost-benefit", test_print_and_close);
  add_test ("/present/print-cancelled", "cost-benefit", test_print_cancelled);
  add_test ("/present/print-preview", "cost-benefit", test_print_preview);
  add_test ("/present/copied", "cost-benefit", test_copied);
  g_test_add_func ("/present/save", test_save);
  g_test_add_func ("/present/save-no-folder", test_save_where_there_is_no_folder);
  g_test_add_func ("/present/help-lines-out-of-reach", test_help_lines_out_of_reach);
  g_test_add_func ("/present/board", test_board);
  return g_test_run ();
}
