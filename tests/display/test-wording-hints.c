/* test-wording-hints.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hints under words in a note, what takes a word's place when asked to, and the list of one's own.
 */

#include "ff-test-page.h"

#include "ff-own-word-repository.h"
#include "ff-own-words-dialog.h"
#include "ff-wording-choice.h"
#include "ff-wording-hints.h"
#include "ff-wording-preferences.h"

static GtkTextView *
present_note (FfTestPage *f, FfWording *wording)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  ff_test_page_present (f, scroller);
  ff_wording_hints_set (GTK_TEXT_VIEW (view), wording);
  return GTK_TEXT_VIEW (view);
}

static void
type (GtkTextView *view, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}

static char *
get_text (GtkTextView *view)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  return gtk_text_buffer_get_text (gtk_text_view_get_buffer (view), &start, &end, TRUE);
}

static void
place_cursor (GtkTextView *view, int offset)
{
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &place, offset);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &place);
}

static gboolean
is_underlined (GtkTextView *view, int offset)
{
  GtkTextIter place;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &place, offset);
  tags = gtk_text_iter_get_tags (&place);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      PangoUnderline underline;

      g_object_get (l->data, "underline", &underline, NULL);
      if (underline != PANGO_UNDERLINE_NONE)
        return TRUE;
    }
  return FALSE;
}

/* The labels of the text's own menu, "title: choice, choice; …". */
static char *
read_menu (GtkTextView *view)
{
  GMenuModel *menu = gtk_text_view_get_extra_menu (view);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *title = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &title))
        g_string_append_printf (text, "%s: ", title);
      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label);
          g_string_append_printf (text, "%s%s", j > 0 ? ", " : "", label);
        }
      g_string_append (text, i + 1 < g_menu_model_get_n_items (menu) ? "; " : "");
    }
  return g_string_free_and_steal (text);
}

#define assert_menu(view, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *shown_menu = read_menu (view);                                                \
    g_assert_cmpstr (shown_menu, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

#define assert_text(view, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *written_text = get_text (view);                                               \
    g_assert_cmpstr (written_text, ==, expected);                                                  \
  }                                                                                                \
  G_STMT_END

static void
wait_for_hints (GtkTextView *view, guint n)
{
  ff_test_page_run (600);
  g_assert_cmpuint (ff_wording_hints_get (view)->len, ==, n);
}

static void
test_typed (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  GtkTextView *view = present_note (f, wording);

  assert_menu (view, "Words of Your Own…");
  type (view, "met an addict today");
  g_assert_cmpuint (ff_wording_hints_get (view)->len, ==, 0);
  wait_for_hints (view, 1);
  g_assert_true (is_underlined (view, 8));
  g_assert_false (is_underlined (view, 6));
  g_assert_false (is_underlined (view, 14));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "There are other words for 1 word here, in its menu.");
  assert_menu (view, "Words of Your Own…");
  place_cursor (view, 9);
  assert_menu (view, "Instead of “addict”: person who uses drugs, person with an addiction; "
                     "Words of Your Own…");
  assert_text (view, "met an addict today");
}

static void
test_written (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  GtkTextView *view = present_note (f, wording);

  type (view, "Zoë met an addict, clean for a week");
  wait_for_hints (view, 2);
  place_cursor (view, 12);
  gtk_widget_activate_action (GTK_WIDGET (view), "wording.write", "s", "person who uses drugs");
  assert_text (view, "Zoë met an person who uses drugs, clean for a week");
  /* Places may have moved: nothing is replaced until they were looked for again. */
  gtk_widget_activate_action (GTK_WIDGET (view), "wording.write", "s", "twice");
  assert_text (view, "Zoë met an person who uses drugs, clean for a week");
  wait_for_hints (view, 1);
  gtk_text_buffer_undo (gtk_text_view_get_buffer (view));
  assert_text (view, "Zoë met an addict, clean for a week");
  wait_for_hints (view, 2);
}

static void
test_taken_away (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  GtkTextView *view = present_note (f, wording);

  type (view, "an addict");
  wait_for_hints (view, 1);
  ff_wording_hints_set (view, NULL);
  g_assert_null (ff_wording_hints_get (view));
  g_assert_false (is_underlined (view, 4));
  g_assert_null (gtk_text_view_get_extra_menu (view));
  g_assert_false (gtk_widget_get_has_tooltip (GTK_WIDGET (view)));
  type (view, ", an addict");
  ff_test_page_run (600);
  g_assert_false (is_underlined (view, 4));
  ff_wording_hints_set (view, wording);
  g_assert_cmpuint (ff_wording_hints_get (view)->len, ==, 2);
}

static void
test_long (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  GtkTextView *view = present_note (f, wording);
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len <= FF_WORDING_HINTS_LONGEST)
    g_string_append (text, "an addict\n");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text->str, -1);
  wait_for_hints (view, 0);
}

static void
test_choice (FfTestPage *f, gconstpointer data)
{
  g_autoptr (FfGroup) group = ff_test_page_add_group (f, "g", "Harbour");
  GSettings *settings = ff_context_get_settings (f->context);
  g_autoptr (FfOwnWord) own = ff_own_word_new (NULL, "fr", "fainéant", "fatigué");
  g_autoptr (FfWording) wording = NULL;
  g_autoptr (GArray) hints = NULL;

  ff_own_word_repository_save_async (f->store, own, ff_test_on_result, &f->result);
  ff_test_assert_written (f->store, &f->result);

  ff_group_set_programme (group, "four-points");
  ff_group_set_language (group, "fr-CA");
  wording = ff_wording_choice_make (f->context, group);
  hints = ff_wording_find (wording, "toxicomane, addict, fainéant");
  g_assert_cmpuint (hints->len, ==, 2);

  g_settings_set_boolean (settings, "wording-hints", FALSE);
  g_assert_null (ff_wording_choice_make (f->context, group));
  g_settings_reset (settings, "wording-hints");
  ff_group_set_programme (group, "twelve-step");
  g_assert_null (ff_wording_choice_make (f->context, group));
}

static void
test_preferences (FfTestPage *f, gconstpointer data)
{
  GSettings *settings = ff_context_get_settings (f->context);
  AdwPreferencesGroup *group = ff_wording_preferences_new (settings);
  GtkWidget *row;

  ff_test_page_present (f, GTK_WIDGET (group));
  row = ff_test_find (GTK_WIDGET (group), ADW_TYPE_SWITCH_ROW, "title",
                      "Hints While Writing Notes");
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "wording-hints"));
  g_settings_reset (settings, "wording-hints");
}

static char *
list_words (FfTestPage *f)
{
  g_autoptr (GPtrArray) words = NULL;
  GString *text = g_string_new (NULL);

  ff_test_page_wait_written (f);
  words = ff_own_word_repository_list (f->store, "en", NULL);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s=%s;", ff_own_word_get_word (words->pdata[i]),
                            ff_own_word_get_instead (words->pdata[i]));
  return g_string_free_and_steal (text);
}

#define assert_words(f, expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *kept_words = list_words (f);                                                  \
    g_assert_cmpstr (kept_words, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_own_words (FfTestPage *f, gconstpointer data)
{
  AdwDialog *dialog = g_object_ref_sink (ff_own_words_dialog_new (f->context, "en"));
  GtkWidget *word, *instead, *add, *button;

  ff_test_page_present (f, adw_bin_new ());
  adw_dialog_present (dialog, GTK_WIDGET (f->window));
  ff_test_page_run (400);
  word = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", "A Word");
  instead = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title",
                          "What You Would Rather Write");
  add = ff_test_find (GTK_WIDGET (dialog), ADW_TYPE_BUTTON_ROW, "title", "_Add");

  gtk_editable_set_text (GTK_EDITABLE (word), " Couch <b> ");
  g_assert_false (gtk_widget_is_sensitive (add));
  g_signal_emit_by_name (word, "entry-activated");
  assert_words (f, "");
  gtk_editable_set_text (GTK_EDITABLE (instead), "at rest");
  g_assert_true (gtk_widget_is_sensitive (add));
  g_signal_emit_by_name (instead, "entry-activated");
  assert_words (f, "Couch <b>=at rest;");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (word)), ==, "");

  ff_test_page_run (100);
  button
      = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "tooltip-text", "Remove “Couch <b>”");
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “Couch <b>”");
  gtk_widget_activate (button);
  ff_test_page_run (300);
  assert_words (f, "");
  button = ff_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Undo");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  ff_test_page_run (300);
  assert_words (f, "Couch <b>=at rest;");

  adw_dialog_force_close (dialog);
  g_object_unref (dialog);
  ff_test_page_run (400);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/wording-hints/" name, FfTestPage, NULL, ff_test_page_set_up, func,                 \
              ff_test_page_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("typed", test_typed);
  ADD ("written", test_written);
  ADD ("taken-away", test_taken_away);
  ADD ("long", test_long);
  ADD ("choice", test_choice);
  ADD ("preferences", test_preferences);
  ADD ("own-words", test_own_words);

  return g_test_run ();
}
