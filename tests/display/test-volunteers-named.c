/* test-volunteers-named.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers for who does not see them or uses keys alone: names of all there is to act on, the way back, and empty lists.
 */

#include "ff-config.h"

#include "ff-hours-row.h"
#include "ff-lines-page.h"
#include "ff-test-rota.h"
#include "ff-training-list.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-list.h"

static void
assert_named (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static gboolean
is_named (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY)
      || (tooltip != NULL && *tooltip != '\0'))
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0'
           || FF_IS_HOURS_ROW (widget);
  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
}

/* What a person can do something with says what it is. What belongs to a row of a known kind is the library's. */
static guint
assert_all_named (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_DROP_DOWN (widget)
      || GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_LIST_VIEW (widget))
    {
      n++;
      if (!is_named (widget))
        g_error ("A %s has no name", G_OBJECT_TYPE_NAME (widget));
    }
  if (GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget) || ADW_IS_SPIN_ROW (widget)
      || GTK_IS_MENU_BUTTON (widget) || ADW_IS_ENTRY_ROW (widget) || ADW_IS_EXPANDER_ROW (widget))
    return n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_visible (child) ? assert_all_named (child) : 0;
  return n;
}

/* All seven pages, with a line on each that has lines. */
static void
test_dialog_names (FfTestPage *f, gconstpointer data)
{
  static const char *const pages[]
      = { "what", "hours", "absences", "limits", "trainings", "steps" };
  AdwDialog *dialog = ff_volunteer_dialog_new (f->context, NULL, NULL);
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *navigation;
  GtkWidget *row;

  for (guint kind = 0; kind < FF_N_LINE_KINDS; kind++)
    ff_volunteer_form_add_line (ff_volunteer_dialog_get_form (FF_VOLUNTEER_DIALOG (dialog)),
                                (FfLineKind) kind);
  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  navigation = ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  row = ff_test_rota_await (f, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  assert_named (row, "Notes");
  g_assert_cmpuint (assert_all_named (navigation), >, 15);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      AdwNavigationPage *page;

      adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (navigation), pages[i]);
      ff_test_page_run (50);
      page = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation));
      g_assert_cmpstr (adw_navigation_page_get_tag (page), ==, pages[i]);
      g_assert_cmpuint (assert_all_named (GTK_WIDGET (page)), >, 2);
      adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
    }
  adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (navigation), "hours");
  row = ff_test_rota_await (f, FF_TYPE_HOURS_ROW, NULL, NULL);
  assert_named (ff_test_find (row, GTK_TYPE_DROP_DOWN, NULL, NULL), "Day");
  assert_named (ff_test_find (row, GTK_TYPE_ENTRY, "tooltip-text", "From"), "From");
  assert_named (ff_test_find (row, GTK_TYPE_ENTRY, "tooltip-text",
                              "Until; Enter adds the next day"),
                "Until");
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

/* What is added is filled in at once: the focus is in its first field, not on its header. */
static void
test_added (FfTestPage *f, gconstpointer data)
{
  static const struct
  {
    const char *page;
    const char *field;
  } cases[] = {
    { "absences", "First Day" },
    { "trainings", "What" },
    { "steps", "Step" },
  };
  AdwDialog *dialog;
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *navigation;

  ff_test_rota_require_training (f);
  dialog = ff_volunteer_dialog_new (f->context, NULL, NULL);
  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  navigation = ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page;
      GtkWidget *field;

      adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (navigation), cases[i].page);
      ff_test_page_run (300);
      page = GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)));
      ff_lines_page_add (FF_LINES_PAGE (ff_test_find (page, FF_TYPE_LINES_PAGE, NULL, NULL)));
      ff_test_page_run (300);
      field = gtk_root_get_focus (GTK_ROOT (f->window));
      if (!ADW_IS_PREFERENCES_ROW (field))
        field = gtk_widget_get_ancestor (field, ADW_TYPE_PREFERENCES_ROW);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)), ==,
                       cases[i].field);
      adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
      ff_test_page_run (300);
    }
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

/* (nullable): what the key does there */
static GtkShortcut *
find_shortcut (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *keys
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (keys, trigger))
            return shortcut;
        }
    }
  return NULL;
}

/* Escape leaves a page; only on the first one it is the dialog’s. */
static void
test_escape (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = ff_volunteer_dialog_new (f->context, NULL, NULL);
  GtkWidget *bin = adw_bin_new ();
  GtkWidget *navigation;
  GtkShortcutAction *action;

  ff_test_page_present (f, bin);
  adw_dialog_present (dialog, bin);
  navigation = ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL);
  action = gtk_shortcut_get_action (find_shortcut (navigation, "Escape"));
  adw_navigation_view_push_by_tag (ADW_NAVIGATION_VIEW (navigation), "limits");
  g_assert_true (gtk_shortcut_action_activate (action, 0, navigation, NULL));
  g_assert_false (gtk_shortcut_action_activate (action, 0, navigation, NULL));
  g_assert_true (adw_window_get_visible_dialog (f->window) == dialog);
  adw_dialog_force_close (dialog);
  ff_test_page_run (50);
}

/* One status page and nothing to filter, also where a group is chosen that nobody serves. */
static void
test_empty (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "ladner", "Ladner");
  GtkWidget *list = ff_volunteer_list_new (f->context);
  GtkWidget *entry;

  ff_test_page_present (f, list);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "No Volunteers Yet");
  entry = ff_test_find (list, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  g_assert_true (entry == NULL || !gtk_widget_get_mapped (entry));
  ff_volunteer_list_set_group (FF_VOLUNTEER_LIST (list), group);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "Nobody Serves This Group Yet");
  ff_test_page_run (100);
  entry = ff_test_find (list, GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  g_assert_true (entry == NULL || !gtk_widget_get_mapped (entry));
}

static void
test_lists_named (FfTestPage *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  ff_test_rota_add_volunteer (f, "robin", "Robin", "");
  ff_test_rota_require_training (f);
  gtk_box_append (GTK_BOX (box), ff_volunteer_list_new (f->context));
  gtk_box_append (GTK_BOX (box), ff_training_list_new (f->context));
  ff_test_page_present (f, box);
  ff_test_rota_await (f, GTK_TYPE_INSCRIPTION, "text", "First training · not done yet");
  g_assert_cmpuint (assert_all_named (box), >=, 6);
}

#define add(path, function)                                                                        \
  g_test_add (path, FfTestPage, NULL, ff_test_page_set_up, function, ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/volunteers-named/dialog", test_dialog_names);
  add ("/volunteers-named/added", test_added);
  add ("/volunteers-named/escape", test_escape);
  add ("/volunteers-named/empty", test_empty);
  add ("/volunteers-named/lists", test_lists_named);

  return g_test_run ();
}
