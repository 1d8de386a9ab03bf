/* test-drawn.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks beyond all measure, and drawings with any number of parts and words of any length: nothing cut off, nothing on top of
 * something else.
 */

#include <string.h>

#include "ff-handout-sheet.h"
#include "ff-test-boxes.h"

static const char *const words[] = { "Gesundheitsversorgung",
                                     "Famille et belle-famille",
                                     "Freundschaften und Bekanntschaften",
                                     "Épanouissement professionnel",
                                     "Geld",
                                     "Donaudampfschifffahrtsgesellschaftskapitän",
                                     "صحّة الجسم والنفس",
                                     "Wohnungsangelegenheiten",
                                     "Loisirs",
                                     "Gemeinschaftsverantwortung, auch in der Nachbarschaft",
                                     "Selbst",
                                     "Anticonstitutionnellement" };

static FfHandout *
read_blocks (const char *blocks, const char *language)
{
  g_autofree char *xml
      = g_strconcat ("<handout id='own' points='1' sources='CBT'><title>Own</title>"
                     "<summary>A sheet.</summary>",
                     blocks, "</handout>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_new_from_bytes (bytes, "own.xml", catalogue, &error);

  g_assert_no_error (error);

  return handout;
}

static void
check_everywhere (FfHandout *handout)
{
  for (FfPaperSize size = FF_PAPER_A4; size <= FF_PAPER_SCREEN; size++)
    for (gboolean large = FALSE; large <= TRUE; large++)
      {
        FfPaperStyle style = { size, large, "Tuesday evening", TRUE };
        g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);

        g_test_message ("paper %u, large %d", size, large);
        check_boxes (sheet);
        check_ink (sheet, 0.2);
      }
}

static const FfSheetArea *
find_area (FfSheet *sheet, const char *key, const char *option)
{
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (areas[i].key, key) && g_strcmp0 (areas[i].option, option) == 0)
      return &areas[i];
  g_assert_not_reached ();
}

static guint
count_choices (FfSheet *sheet)
{
  guint choices = 0;
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n);

  for (gsize i = 0; i < n; i++)
    choices += areas[i].kind == FF_AREA_CHOICE;

  return choices;
}

static FfHandout *
make_wheel (guint n, const char *language)
{
  g_autoptr (GString) xml = g_string_new ("<wheel highest='10'><label>My life</label>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (xml, "<area now='%u' wanted='%u'>%s</area>", i % 11, (i + 3) % 11,
                            words[i]);
  g_string_append (xml, "</wheel>");

  return read_blocks (xml->str, language);
}

static void
test_wheels (void)
{
  for (guint n = 3; n <= G_N_ELEMENTS (words); n++)
    {
      g_autoptr (FfHandout) handout = make_wheel (n, n % 2 == 0 ? "ar" : "en");
      FfPaperStyle style = { FF_PAPER_A4 };
      g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);
      gsize n_figures;
      const char *const *figures = ff_sheet_get_figures (sheet, &n_figures);

      g_test_message ("%u areas", n);
      check_everywhere (handout);
      g_assert_cmpuint (count_choices (sheet), ==, n * 2 * 11);
      g_assert_cmpuint (n_figures, ==, 1);
      g_assert_nonnull (strstr (figures[0], words[n - 1]));
    }
}

/* The first spoke goes up, the second where reading goes; zero is inside. */
static void
test_wheel_directions (void)
{
  for (gboolean right_to_left = FALSE; right_to_left <= TRUE; right_to_left++)
    {
      g_autoptr (FfHandout) handout = make_wheel (4, right_to_left ? "ar" : "en");
      FfPaperStyle style = { FF_PAPER_A4 };
      g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);
      const FfSheetArea *top = find_area (sheet, "0/0/0", "10");
      const FfSheetArea *inner = find_area (sheet, "0/0/0", "0");
      const FfSheetArea *second = find_area (sheet, "0/1/0", "10");

      if (!right_to_left)
        g_assert_cmpstr (top->label, ==, "Gesundheitsversorgung: now");
      g_assert_cmpstr (top->choice, ==, "10");
      g_assert_cmpfloat (top->y, <, inner->y);
      if (right_to_left)
        g_assert_cmpfloat (second->x, <, top->x - 50);
      else
        g_assert_cmpfloat (second->x, >, top->x + 50);
    }
}

static void
test_waves (void)
{
  static const guint minutes[] = { 5, 30, 45, 60, 120 };

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *xml
          = g_strdup_printf ("<wave minutes='%u' curve='yes'><label>An urge</label><axis>%s</axis>"
                             "<axis>%s</axis><point minute='2' strength='9'/></wave>",
                             minutes[i], words[9], words[5]);
      g_autoptr (FfHandout) handout = read_blocks (xml, i % 2 == 0 ? "en" : "ar");
      FfPaperStyle style = { FF_PAPER_LETTER };
      g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);

      g_test_message ("%u minutes", minutes[i]);
      check_everywhere (handout);
      g_assert_cmpuint (count_choices (sheet) % 11, ==, 0);
      g_assert_cmpuint (count_choices (sheet), >=, 11 * 5);
      g_assert_cmpfloat (find_area (sheet, "0/0/0", "10")->y, <,
                         find_area (sheet, "0/0/0", "0")->y);
    }
}

static void
test_cycles (void)
{
  for (guint n = 3; n <= 8; n++)
    {
      g_autoptr (GString) xml = g_string_new ("<cycle answer='1'><label>Where am I?</label>");
      g_autoptr (FfHandout) handout = NULL;
      g_autoptr (FfSheet) sheet = NULL;
      FfPaperStyle style = { FF_PAPER_A4 };

      for (guint i = 0; i < n; i++)
        g_string_append_printf (xml, "<stage><title>%s</title><hint>%s</hint></stage>", words[i],
                                words[n - i]);
      g_string_append (xml, "</cycle>");
      handout = read_blocks (xml->str, n % 2 == 0 ? "en" : "ar");
      sheet = ff_handout_sheet_new (handout, &style, NULL);
      g_test_message ("%u stages", n);
      check_everywhere (handout);
      g_assert_cmpuint (count_choices (sheet), ==, n);
      g_assert_cmpstr (find_area (sheet, "0/0/0", "2")->choice, ==, words[2]);
    }
}

/* A word of 500 letters, and a text of thousands, wherever a text can be. */
static void
test_endless_words (void)
{
  static const char *const forms[] = {
    "<heading>%s</heading><paragraph>After it</paragraph>",
    "<paragraph>%s</paragraph>",
    "<steps><step>Short</step><step>%s</step></steps>",
    "<list><item>%s</item><item>Short</item></list>",
    "<checklist><label>%s</label><item>Short</item></checklist>",
    "<checklist><label>Label</label><item>Short</item><item>%s</item></checklist>",
    "<fields><field>%s</field><field>Date</field></fields>",
    "<fields><field><title>Name</title><answer>%s</answer></field></fields>",
    "<lines count='2'><label>%s</label></lines>",
    "<lines count='2'><label>Label</label><answer>%s</answer></lines>",
    "<table rows='1'><column><title>%s</title></column><column><title>B</title></column></table>",
    "<table rows='1'><column><title>A</title></column><column><title>B</title><answer>x</answer>"
    "<answer>%s</answer></column><row><title>Row</title></row></table>",
    "<table rows='0'><column><title>A</title></column><column><title>B</title></column>"
    "<row><title>%s</title></row></table>",
    "<grid "
    "lines='2'><mark>S</mark><box><title>%s</title></box><box><title>B</title><answer>y</answer>"
    "</box><box><title>C</title></box><box><title>D</title></box></grid>",
    "<grid lines='2'><box><title>A</title><answer>%s</answer></box><box><title>B</title></box>"
    "<box><title>C</title></box><box><title>D</title></box></grid>",
    "<scale highest='10'><label>%s</label><end>low</end><end>high</end></scale>",
    "<wheel highest='10'><label>Life</label><area>%s</area><area>B</area><area>C</area></wheel>",
    "<help-lines lines='2'><label>%s</label></help-lines>",
  };
  g_autofree char *word = g_strnfill (500, 'w');
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "Latin و عربي together, ");
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (guint which = 0; which < 2; which++)
      {
        g_autoptr (GString) xml = g_string_new (forms[i]);
        g_autoptr (FfHandout) handout = NULL;

        g_string_replace (xml, "%s", which == 0 ? word : text->str, 1);
        g_test_message ("%.40s, %s", forms[i], which == 0 ? "a word" : "a text");
        handout = read_blocks (xml->str, i % 2 == 0 ? "en" : "ar");
        check_everywhere (handout);
      }
}

/* The reader allows eight columns; should more ever come, they go on below. */
static void
test_many_columns (void)
{
  g_autoptr (FfHandout) handout
      = read_blocks ("<table rows='3'><column><title>First</title></column></table>", "en");
  FfBlock *block = g_ptr_array_index (ff_handout_get_blocks (handout), 0);
  FfPaperStyle style = { FF_PAPER_A4 };
  g_autoptr (FfSheet) sheet = NULL;
  gsize n;

  for (guint i = 1; i < 40; i++)
    {
      FfBlockPart *part = ff_block_part_new ();

      part->title = g_strdup (words[i % G_N_ELEMENTS (words)]);
      g_ptr_array_add (block->parts, part);
    }
  check_everywhere (handout);
  sheet = ff_handout_sheet_new (handout, &style, NULL);
  ff_sheet_get_areas (sheet, &n);
  g_assert_cmpuint (n, ==, 40 * 3);
  find_area (sheet, "0/39/2", NULL);
}

/* What follows a break begins a page; a break before everything or after it makes no empty one. */
static void
test_breaks (void)
{
  g_autoptr (FfHandout) handout = read_blocks (
      "<break/><paragraph>One</paragraph><break/><break/><paragraph>Two</paragraph><break/>", "en");
  FfPaperStyle style = { FF_PAPER_A4 };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawn/wheels", test_wheels);
  g_test_add_func ("/drawn/wheel-directions", test_wheel_directions);
  g_test_add_func ("/drawn/waves", test_waves);
  g_test_add_func ("/drawn/cycles", test_cycles);
  g_test_add_func ("/drawn/endless-words", test_endless_words);
  g_test_add_func ("/drawn/many-columns", test_many_columns);
  g_test_add_func ("/drawn/breaks", test_breaks);

  return g_test_run ();
}
