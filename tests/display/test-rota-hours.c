/* test-rota-hours.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hours of a year: who has any, what is noted beyond duties, thanks, and the files of all of them.
 */

#include "ff-rota-hours.h"

#include "ff-letter-view.h"
#include "ff-test-rota.h"

#define LONG_NAME "Dr. Friederike-Charlotte von Donaudampfschifffahrtsgesellschaft-Hinterhuber"

/* Ana held two duties in November and Ben none; it is late on 1 December 2026. */
static void
present (FfTestPage *f)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 12, 1, 22, 0, 0);

  ff_test_rota_add_volunteer (f, "ana", "Ana", "ana@example.org");
  ff_test_rota_add_volunteer (f, "ben", "Ben, “B”", "");
  ff_test_rota_add_duty (f, "ana", 0, FF_DUTY_CONFIRMED);
  ff_test_rota_add_duty (f, "ana", 1, FF_DUTY_CONFIRMED);
  /* This is still to come. */
  ff_test_rota_add_duty (f, "ben", 2, FF_DUTY_CONFIRMED);
  ff_clock_set_now (f->clock, now);
  ff_rota_hours_present (ff_test_rota_get_page (f), f->context);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 duties, 3 hours in all");
}

static gboolean
is_there (FfTestPage *f, const char *text)
{
  return ff_test_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
show_everybody (FfTestPage *f)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (ff_test_rota_await (f, ADW_TYPE_SWITCH_ROW, "title",
                                                                 "Show Everybody")),
                             TRUE);
}

static void
open_person (FfTestPage *f, guint position)
{
  g_signal_emit_by_name (ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL), "activate",
                         position);
  ff_test_rota_await (f, ADW_TYPE_ENTRY_ROW, "title", "What");
}

static void
add (FfTestPage *f, const char *what, double hours)
{
  gtk_editable_set_text (GTK_EDITABLE (ff_test_rota_await (f, ADW_TYPE_ENTRY_ROW, "title", "What")),
                         what);
  adw_spin_row_set_value (
      ADW_SPIN_ROW (ff_test_rota_await (f, ADW_TYPE_SPIN_ROW, "title", "Hours")), hours);
  g_signal_emit_by_name (ff_test_rota_await (f, ADW_TYPE_BUTTON_ROW, "title", "Add"), "activated");
}

static void
set_year (FfTestPage *f, int year)
{
  adw_spin_row_set_value (ADW_SPIN_ROW (ff_test_rota_await (f, ADW_TYPE_SPIN_ROW, "title", "Year")),
                          year);
}

static void
close_letter (FfTestPage *f)
{
  adw_dialog_close (adw_window_get_visible_dialog (f->window));
  ff_test_page_run (100);
}

static void
test_list (FfTestPage *f, gconstpointer data)
{
  GtkWidget *list;

  present (f);
  list = ff_test_rota_await (f, GTK_TYPE_LIST_VIEW, NULL, NULL);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Volunteers and their hours");
  g_assert_true (is_there (f, "Ana"));
  g_assert_false (is_there (f, "Ben, “B”"));
  show_everybody (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ben, “B”");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "No hours");
}

/* What is noted beyond duties comes and goes, and each step can be taken back. */
static void
test_entries (FfTestPage *f, gconstpointer data)
{
  present (f);
  show_everybody (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ben, “B”");
  open_person (f, 1);
  g_assert_false (
      gtk_widget_is_sensitive (ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Thank Them…")));
  add (f, "Kitchen", 1.5);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Tuesday 1 December · 1.5 hours");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1.5 hours");
  ff_test_rota_click (f, "_Undo");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "No hours");
  add (f, "Letters", 2);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Letters");
  gtk_test_accessible_assert_property (
      ff_test_rota_await (f, GTK_TYPE_BUTTON, "tooltip-text", "Remove"),
      GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove: Tuesday 1 December · 2 hours");
  g_signal_emit_by_name (ff_test_rota_await (f, GTK_TYPE_BUTTON, "tooltip-text", "Remove"),
                         "clicked");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "No hours");
  ff_test_page_run (100);
  ff_test_rota_click (f, "_Undo");
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "title", "Letters");
}

/* What is typed for the next entry outlasts the reading after the last one. */
static void
test_typing (FfTestPage *f, gconstpointer data)
{
  GtkWidget *what;

  present (f);
  open_person (f, 0);
  add (f, "Kitchen", 1.5);
  what = ff_test_rota_await (f, ADW_TYPE_ENTRY_ROW, "title", "What");
  gtk_editable_set_text (GTK_EDITABLE (what), "Let");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "2 duties, 4.5 hours in all");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (what)), ==, "Let");
}

/* What could not be saved is not lost. */
static void
test_unsaved (FfTestPage *f, gconstpointer data)
{
  present (f);
  open_person (f, 0);
  ff_test_rota_break (f, "hours");
  add (f, "Kitchen", 1);
  ff_test_rota_await (f, ADW_TYPE_ENTRY_ROW, "text", "Kitchen");
}

/* Two roles at one date are two duties and one meeting. */
static void
add_second_role (FfTestPage *f)
{
  g_autoptr (FfAssignment) duty = ff_test_rota_make_duty (NULL, "ana", 1);
  FfWallTime date = *ff_assignment_get_rule_time (duty);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_assignment_set_place (duty, "meeting-1", &date, FF_ROLE_UID_HOST, 0);
  ff_assignment_set_status (duty, FF_DUTY_CONFIRMED);
  ff_roster_edit_save_assignment (edit, duty);
  ff_test_rota_apply (f, edit);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "3 duties, 3 hours in all");
}

static void
test_thanks (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  present (f);
  add_second_role (f);
  open_person (f, 0);
  ff_test_rota_click (f, "_Thank Them…");
  text = ff_letter_view_get_text (
      FF_LETTER_VIEW (ff_test_rota_await (f, FF_TYPE_LETTER_VIEW, NULL, NULL)));
  g_assert_nonnull (strstr (text, "Hello Ana,"));
  g_assert_nonnull (strstr (text, "in 2026: 2 meetings. Hours in all: 3."));
  close_letter (f);
}

/* Another year has other hours; what is added there is of that year. */
static void
test_year (FfTestPage *f, gconstpointer data)
{
  present (f);
  set_year (f, 2025);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "No Hours in 2025");
  g_assert_false (gtk_widget_is_sensitive (
      ff_test_rota_await (f, GTK_TYPE_BUTTON, "label", "_Export as CSV…")));
  show_everybody (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ana");
  open_person (f, 0);
  add (f, "", 4);
  ff_test_rota_await (f, ADW_TYPE_ACTION_ROW, "subtitle", "Wednesday 31 December 2025 · 4 hours");
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "4 hours");
}

static void
test_nobody (FfTestPage *f, gconstpointer data)
{
  ff_rota_hours_present (ff_test_rota_get_page (f), f->context);
  ff_test_rota_await (f, ADW_TYPE_STATUS_PAGE, "title", "Nobody Here Yet");
}

/* --- Files --- */

static gpointer
find_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (toplevel), g_type_from_name ("GtkFileChooserDialog"))
          && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

/* Saves what the button asks to save, and gives what is in the file. */
static char *
save (FfTestPage *f, const char *button, const char *name)
{
  const gint64 deadline = g_get_monotonic_time () + FF_TEST_SECONDS * G_USEC_PER_SEC;
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  GtkWidget *chooser, *entry = NULL;
  char *text;

  ff_test_rota_click (f, button);
  while ((chooser = find_chooser ()) == NULL
         || (entry = ff_test_find (chooser, GTK_TYPE_ENTRY, NULL, NULL)) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, name);
  gtk_editable_set_text (GTK_EDITABLE (entry), path);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_csv (FfTestPage *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  present (f);
  show_everybody (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Ben, “B”");
  open_person (f, 1);
  add (f, "Tea, coffee", 1.5);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1.5 hours");
  adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL)));
  ff_test_page_run (300);
  text = save (f, "_Export as CSV…", "hours.csv");
  g_assert_cmpstr (text, ==,
                   "Name,What,Date,Duties,Minutes\r\n"
                   "Ana,Duties,,2,180\r\n"
                   "\"Ben, “B”\",\"Tea, coffee\",2026-12-01,,90\r\n");
}

/* Each in their own language; whoever gave nothing is not thanked for it. */
static void
test_all_thanks (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfVolunteer) zoe = ff_test_rota_make_volunteer ("zoe", "Zoé", "");
  g_autofree char *text = NULL;

  ff_volunteer_set_text (zoe, FF_VOLUNTEER_LANGUAGE, "fr");
  ff_test_rota_save_volunteer (f, zoe);
  present (f);
  show_everybody (f);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "Zoé");
  open_person (f, 2);
  add (f, "", 1);
  ff_test_rota_await (f, GTK_TYPE_LABEL, "label", "1 hour");
  adw_navigation_view_pop (
      ADW_NAVIGATION_VIEW (ff_test_rota_await (f, ADW_TYPE_NAVIGATION_VIEW, NULL, NULL)));
  ff_test_page_run (300);
  text = save (f, "Save All _Thanks…", "thanks.txt");
  g_assert_true (g_str_has_prefix (text, "Hello Ana,\n"));
  g_assert_nonnull (strstr (text, "\n———\n\nBonjour Zoé"));
  g_assert_null (strstr (text, "Ben"));
}

/* A long name is read whole, in a narrow window too. */
static void
test_long_name (FfTestPage *f, gconstpointer data)
{
  GtkWidget *label;

  ff_test_rota_add_volunteer (f, "long", LONG_NAME, "");
  ff_test_rota_add_duty (f, "long", 3, FF_DUTY_CONFIRMED);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 640);
  present (f);
  show_everybody (f);
  label = ff_test_rota_await (f, GTK_TYPE_LABEL, "label", LONG_NAME);
  g_assert_cmpint (gtk_widget_get_width (label), <=, 360);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  open_person (f, 2);
  label = ff_test_rota_await (f, GTK_TYPE_LABEL, "label", LONG_NAME);
  g_assert_cmpint (gtk_widget_get_width (label), <=, 360);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/rota-hours/" path, FfTestPage, NULL, ff_test_rota_set_up, function,                \
              ff_test_page_tear_down)
  ADD ("list", test_list);
  ADD ("entries", test_entries);
  ADD ("typing", test_typing);
  ADD ("unsaved", test_unsaved);
  ADD ("thanks", test_thanks);
  ADD ("year", test_year);
  ADD ("nobody", test_nobody);
  ADD ("csv", test_csv);
  ADD ("all-thanks", test_all_thanks);
  ADD ("long-name", test_long_name);
#undef ADD

  return g_test_run ();
}
