/* test-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every sheet on every paper: complete, inside its margins, with nothing cut off or on top of something else.
 */

#include <locale.h>
#include <string.h>

#include "ff-handout-sheet.h"
#include "ff-test-boxes.h"

typedef struct
{
  const char *id;
  const char *language;
  FfPaperSize size;
  gboolean large_print;
} Case;

static FfSheet *
make_sheet (const char *id, const char *language, const FfPaperStyle *style)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout = ff_handout_load (id, catalogue, &error);

  g_assert_no_error (error);

  return ff_handout_sheet_new (handout, style, NULL);
}

static FfSheet *
make_own_sheet (const char *blocks, gboolean large_print)
{
  g_autofree char *xml
      = g_strconcat ("<handout id='own' points='1' sources='CBT'><title>Own</title>"
                     "<summary>A sheet.</summary>",
                     blocks, "</handout>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout = ff_handout_new_from_bytes (bytes, "own.xml", catalogue, &error);

  g_assert_no_error (error);

  return ff_handout_sheet_new (handout, &(FfPaperStyle) { FF_PAPER_A4, large_print, NULL }, NULL);
}

/* A text that begins in a cell ends in it. */
static void
check_texts_in_cells (FfSheet *sheet)
{
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      if (boxes[i].role == FF_SHEET_BOX_CELL && boxes[j].role == FF_SHEET_BOX_TEXT
          && overlaps (&boxes[i], &boxes[j]) && !contains (&boxes[i], &boxes[j]))
        {
          describe ("leaves its cell", &boxes[j]);
          describe ("which is", &boxes[i]);
          g_test_fail ();
        }
}

/* Handwriting needs 8 mm, in large print 12. */
static void
check_room_to_write (FfSheet *sheet, gboolean large_print)
{
  double least = (large_print ? 12 : 8) * POINTS_PER_MM - TOLERANCE;
  guint areas = 0;
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_AREA && boxes[i].kind != FF_BLOCK_CHECKLIST)
      {
        g_assert_cmpfloat (boxes[i].height, >=, least);
        g_assert_cmpfloat (boxes[i].width, >=, least);
        areas++;
      }
  g_assert_cmpuint (areas, >, 7);
}

/* Texts begin, and columns follow each other, from the side where reading begins. */
static void
check_direction (FfSheet *sheet, const char *language)
{
  gboolean right_to_left = g_str_equal (language, "ar");
  const FfSheetBox *title = NULL, *first = NULL, *second = NULL;
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  for (gsize i = 0; i < n && second == NULL; i++)
    if (boxes[i].role == FF_SHEET_BOX_TEXT && title == NULL)
      title = &boxes[i];
    else if (boxes[i].role == FF_SHEET_BOX_CELL && boxes[i].kind != FF_BLOCK_SCALE)
      {
        second = first != NULL ? &boxes[i] : NULL;
        first = first != NULL ? first : &boxes[i];
      }

  g_assert_nonnull (second);
  g_assert_cmpfloat_with_epsilon (first->y, second->y, TOLERANCE);
  if (right_to_left)
    {
      g_assert_cmpfloat (width - title->x - title->width, <, title->x);
      g_assert_cmpfloat (second->x, <, first->x);
    }
  else
    {
      g_assert_cmpfloat (title->x, <, width - title->x - title->width);
      g_assert_cmpfloat (first->x, <, second->x);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  FfPaperStyle style = { test->size, test->large_print, "Tuesday evening" };
  g_autoptr (FfSheet) sheet = make_sheet (test->id, test->language, &style);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, test->large_print ? 2 : 1);
  check_boxes (sheet);
  check_texts_in_cells (sheet);
  check_room_to_write (sheet, test->large_print);
  check_direction (sheet, test->language);
  check_ink (sheet, 0.5);
}

static void
test_page_size (void)
{
  FfPaperStyle a4 = { FF_PAPER_A4, FALSE, NULL };
  FfPaperStyle letter = { FF_PAPER_LETTER, FALSE, NULL };
  g_autoptr (FfSheet) upright = make_sheet ("cost-benefit", "en", &letter);
  g_autoptr (FfSheet) wide = make_sheet ("urge-log", "en", &a4);
  double width, height;

  ff_sheet_get_page_size (upright, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 612, 0.001);
  g_assert_cmpfloat_with_epsilon (height, 792, 0.001);
  ff_sheet_get_page_size (wide, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 595.28, 0.01);
}

static void
test_default_size (void)
{
  if (setlocale (LC_PAPER, "de_DE.UTF-8") == NULL || setlocale (LC_PAPER, "en_CA.UTF-8") == NULL)
    {
      g_test_skip ("the locales de_DE and en_CA are not installed");
      return;
    }
  g_assert_cmpint (ff_paper_size_get_default (), ==, FF_PAPER_LETTER);
  setlocale (LC_PAPER, "de_DE.UTF-8");
  g_assert_cmpint (ff_paper_size_get_default (), ==, FF_PAPER_A4);
  setlocale (LC_PAPER, "C");
  g_assert_cmpint (ff_paper_size_get_default (), ==, FF_PAPER_A4);
}

/* Names far longer than the foot, and in any script, are cut with an ellipsis and stay on the page. */
static void
test_group_names (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  const char *names[] = { "", "مجموعة الثلاثاء 🌱", "One\nTwo", NULL };

  for (guint i = 0; i < 3000; i++)
    g_string_append (endless, "Donnerstagabend");
  names[3] = endless->str;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FfPaperStyle style = { FF_PAPER_LETTER, TRUE, names[i] };
      g_autoptr (FfSheet) sheet = make_sheet ("cost-benefit", "en", &style);

      check_boxes (sheet);
      check_ink (sheet, 0.5);
    }
}

static void
test_long_words (void)
{
  g_autoptr (FfSheet) sheet = make_own_sheet (
      "<fields><field>Rechtsschutzversicherungsgesellschaften</field>"
      "<field>Kraftfahrzeughaftpflichtversicherung</field></fields>"
      "<table rows='2'>"
      "<column><title>Donaudampfschifffahrtsgesellschaft</title></column>"
      "<column><title>Kraftfahrzeughaftpflichtversicherung</title></column>"
      "<column><title>Rechtsschutzversicherungsgesellschaften</title></column>"
      "<column><title>Arbeiterunfallversicherungsgesetz</title></column>"
      "<column><title>Lebensmittelzusatzstoffverordnung</title></column>"
      "<column><title>Grundstücksverkehrsgenehmigung</title></column></table>"
      "<checklist><label>Nahrungsmittelunverträglichkeitsuntersuchungsergebnisse</label>"
      "<item>Nahrungsmittelunverträglichkeitsuntersuchungsergebnisse und so weiter und so "
      "fort, bis die Zeile voll ist und noch eine braucht</item></checklist>",
      TRUE);

  check_boxes (sheet);
  check_texts_in_cells (sheet);
  check_ink (sheet, 0.5);
}

/* What somebody’s cat writes on the keyboard is laid out as fast as words are, and whole. */
static void
test_endless_words (void)
{
  const char *const words[] = { "w", "`", "e\xcc\x81", "\xd8\xb9" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) xml = g_string_new ("<paragraph>");
      g_autoptr (FfSheet) sheet = NULL;
      gint64 start = g_get_monotonic_time ();

      while (xml->len < 100000)
        g_string_append (xml, words[i]);
      g_string_append (xml, "</paragraph>");
      sheet = make_own_sheet (xml->str, FALSE);
      g_assert_cmpuint (ff_sheet_get_n_pages (sheet), >, 5);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_TIME_SPAN_SECOND);
      check_boxes (sheet);
    }
}

/* A heading goes to the next page rather than stand alone at the foot of one. */
static void
test_headings_stay_with_text (void)
{
  for (guint lines = 20; lines <= 30; lines++)
    {
      g_autofree char *xml = g_strdup_printf (
          "<lines count='%u'><label>Lines</label></lines><heading>Heading</heading>"
          "<paragraph>Text</paragraph><heading>Heading</heading>"
          "<lines count='9'><label>A label that takes more than half of the width of the page that "
          "it is on</label></lines>",
          lines);
      g_autoptr (FfSheet) sheet = make_own_sheet (xml, FALSE);
      gsize n;
      const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

      check_boxes (sheet);
      for (gsize i = 0; i < n; i++)
        if (boxes[i].role == FF_SHEET_BOX_BLOCK && boxes[i].kind == FF_BLOCK_HEADING)
          {
            gboolean followed = FALSE;

            for (gsize j = 0; j < n; j++)
              followed |= boxes[j].role == FF_SHEET_BOX_BLOCK && boxes[j].page == boxes[i].page
                          && boxes[j].kind != FF_BLOCK_HEADING && boxes[j].y > boxes[i].y;
            g_assert_true (followed);
          }
    }
}

static void
test_tables_go_on (void)
{
  g_autoptr (FfSheet) sheet
      = make_own_sheet ("<table rows='40'><column><title>First</title></column>"
                        "<column><title>Second</title></column></table>",
                        FALSE);
  g_autofree guint *texts = g_new0 (guint, ff_sheet_get_n_pages (sheet));
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), >, 2);
  check_boxes (sheet);
  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_TEXT && boxes[i].kind == FF_BLOCK_TABLE)
      texts[boxes[i].page]++;
  for (guint page = 0; page < ff_sheet_get_n_pages (sheet); page++)
    g_assert_cmpuint (texts[page], ==, 2);
}

/* Rows that go on overleaf are no tightly packed ones here and a few high ones there. */
static void
test_rows_are_even (void)
{
  g_autoptr (GString) xml
      = g_string_new ("<lines count='11'><label>Lines</label></lines><table rows='0'>"
                      "<column><title>Step</title></column>"
                      "<column><title>Notes</title></column>");
  g_autoptr (FfSheet) sheet = NULL;
  double lowest = G_MAXDOUBLE, highest = 0;
  guint rows[2] = { 0 };
  gsize n;
  const FfSheetBox *boxes;

  for (guint i = 0; i < 12; i++)
    g_string_append (xml, "<row><title>A row</title><hint>With a hint</hint></row>");
  g_string_append (xml, "</table>");
  sheet = make_own_sheet (xml->str, FALSE);
  boxes = ff_sheet_get_boxes (sheet, &n);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 2);
  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_AREA && boxes[i].kind == FF_BLOCK_TABLE)
      {
        lowest = MIN (lowest, boxes[i].height);
        highest = MAX (highest, boxes[i].height);
        rows[boxes[i].page]++;
      }
  g_assert_cmpuint (rows[0] + rows[1], ==, 12);
  g_assert_cmpuint (rows[1], >, 1);
  g_assert_cmpfloat (highest, <, lowest * 2.2);
}

/* Which point a handout belongs to stands in the margin above, out of the way of printers; nothing moves for it. */
static void
test_point_above (void)
{
  const FfPaperStyle style = { FF_PAPER_A4, FALSE, NULL };
  const char *const ids[] = { "cost-benefit", "ground-rules" };
  double title = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (FfSheet) sheet = make_sheet (ids[i], "en", &style);
      guint above = 0;
      gsize n;
      const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

      for (gsize box = 0; box < n; box++)
        if (boxes[box].role == FF_SHEET_BOX_TEXT && boxes[box].y + boxes[box].height < 50)
          {
            g_assert_cmpfloat (boxes[box].y, >, 7 * POINTS_PER_MM);
            above++;
          }
      g_assert_cmpuint (above, ==, i == 0 ? 1 : 0);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (boxes[0].y, title, TOLERANCE);
      title = boxes[0].y;
    }
}

static void
add_cases (const char *id)
{
  const char *const languages[] = { "en", "fr-CA", "ar" };
  const FfPaperSize sizes[] = { FF_PAPER_A4, FF_PAPER_LETTER };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      for (gboolean large = FALSE; large <= TRUE; large++)
        {
          g_autofree char *path = g_strdup_printf ("/sheet/%s/%s/%s/%s", id, languages[i],
                                                   sizes[size] == FF_PAPER_A4 ? "a4" : "letter",
                                                   large ? "large" : "normal");
          Case *test = g_new (Case, 1);

          *test = (Case) { id, languages[i], sizes[size], large };
          g_test_add_data_func_full (path, test, test_case, g_free);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("cost-benefit");
  add_cases ("urge-log");
  add_cases ("seven-day-plan");
  g_test_add_func ("/sheet/page-size", test_page_size);
  g_test_add_func ("/sheet/default-size", test_default_size);
  g_test_add_func ("/sheet/group-names", test_group_names);
  g_test_add_func ("/sheet/long-words", test_long_words);
  g_test_add_func ("/sheet/endless-words", test_endless_words);
  g_test_add_func ("/sheet/headings-stay-with-text", test_headings_stay_with_text);
  g_test_add_func ("/sheet/tables-go-on", test_tables_go_on);
  g_test_add_func ("/sheet/rows-are-even", test_rows_are_even);
  g_test_add_func ("/sheet/point-above", test_point_above);

  return g_test_run ();
}
