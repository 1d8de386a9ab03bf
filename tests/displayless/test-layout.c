/* test-layout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every built-in handout on every paper, empty, with its worked example and full of writing: whole, with room to write, nothing on
 * top of something else, and every place to write named.
 */

#include <string.h>

#include "ff-handout-sheet.h"
#include "ff-help-line.h"
#include "ff-pocket-card.h"
#include "ff-test-boxes.h"

/* The ink of slanting letters reaches a little beyond their place. */
#define OVERHANG 4

typedef struct
{
  const char *language;
  FfPaperSize size;
  gboolean large_print;
  gboolean filled; /* and with something in every place to write */
} Case;

static const char long_text[]
    = "Ich rufe meine Schwester an, und wir gehen am Fluss entlang. اتصل بصديق قديم. "
      "Donaudampfschifffahrtsgesellschaft, 12 × 3.";

static GPtrArray *
load_all (const char *language)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  GPtrArray *handouts = ff_handout_load_all (catalogue, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (handouts->len, >, 3);

  return handouts;
}

static gboolean
areas_overlap (const FfSheetArea *a, const FfSheetArea *b)
{
  return a->page == b->page && a->x + a->width > b->x + TOLERANCE
         && b->x + b->width > a->x + TOLERANCE && a->y + a->height > b->y + TOLERANCE
         && b->y + b->height > a->y + TOLERANCE;
}

/* A choice shares its key with others, and each gives another answer; every other area has a key of its own. */
static void
check_pair (const FfSheetArea *a, const FfSheetArea *b)
{
  if (areas_overlap (a, b))
    {
      g_test_message ("%s (%s) and %s (%s) overlap", a->key, a->label, b->key, b->label);
      g_test_fail ();
    }
  if (!g_str_equal (a->key, b->key))
    return;
  g_assert_cmpint (a->kind, ==, FF_AREA_CHOICE);
  g_assert_cmpint (b->kind, ==, FF_AREA_CHOICE);
  g_assert_cmpstr (a->option, !=, b->option);
  g_assert_cmpstr (a->label, ==, b->label);
}

static void
check_areas (FfSheet *sheet)
{
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n);
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_nonnull (areas[i].label);
      g_assert_cmpstr (areas[i].label, !=, "");
      g_assert_null (strchr (areas[i].label, '{'));
      g_assert_cmpfloat (areas[i].font_size, >, 8);
      g_assert_cmpfloat (areas[i].x, >=, UNPRINTABLE);
      g_assert_cmpfloat (areas[i].y, >=, UNPRINTABLE);
      g_assert_cmpfloat (areas[i].x + areas[i].width, <=, width - UNPRINTABLE);
      g_assert_cmpfloat (areas[i].y + areas[i].height, <=, height - UNPRINTABLE);
      g_assert_cmpint (areas[i].option != NULL, ==, areas[i].kind == FF_AREA_CHOICE);
      g_assert_cmpint (areas[i].choice != NULL, ==, areas[i].kind == FF_AREA_CHOICE);
      for (gsize j = 0; j < i; j++)
        check_pair (&areas[i], &areas[j]);
    }
}

/* What a person wrote is all inside a place to write. */
static void
check_writing (FfSheet *sheet)
{
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  for (gsize i = 0; i < n; i++)
    {
      gboolean inside = boxes[i].role != FF_SHEET_BOX_WRITTEN;
      FfSheetBox ink = boxes[i];

      ink.x += OVERHANG;
      ink.y += OVERHANG;
      ink.width -= 2 * OVERHANG;
      ink.height -= 2 * OVERHANG;
      for (gsize j = 0; j < n && !inside; j++)
        inside = boxes[j].role == FF_SHEET_BOX_AREA && boxes[j].page == ink.page
                 && contains (&boxes[j], &ink);
      if (!inside)
        {
          describe ("not in a place to write", &boxes[i]);
          g_test_fail ();
        }
      for (gsize j = 0; j < n; j++)
        if (boxes[i].role == FF_SHEET_BOX_WRITTEN && boxes[j].role == FF_SHEET_BOX_TEXT
            && overlaps (&ink, &boxes[j]))
          {
            describe ("on what is printed", &boxes[i]);
            describe ("which is", &boxes[j]);
            g_test_fail ();
          }
    }
}

/* Only the title may have a page, a slide, to itself. */
static void
check_headings (FfSheet *sheet, double margin)
{
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_BLOCK && boxes[i].kind == FF_BLOCK_HEADING
        && boxes[i].y > margin + TOLERANCE)
      {
        gboolean followed = FALSE;

        for (gsize j = 0; j < n; j++)
          followed |= boxes[j].role == FF_SHEET_BOX_BLOCK && boxes[j].page == boxes[i].page
                      && boxes[j].kind != FF_BLOCK_HEADING && boxes[j].y > boxes[i].y;
        if (!followed)
          {
            describe ("left alone", &boxes[i]);
            g_test_fail ();
          }
      }
}

static void
check_sheet (FfSheet *sheet)
{
  double margin = G_MAXDOUBLE;
  gsize n;
  const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

  for (gsize i = 0; i < n; i++)
    if (boxes[i].role == FF_SHEET_BOX_BLOCK)
      margin = MIN (margin, boxes[i].y);
  check_boxes (sheet);
  check_areas (sheet);
  check_writing (sheet);
  check_headings (sheet, margin);
}

/* Something in every place: long words, a tick, the last of the choices. */
static FfAnswers *
fill (FfSheet *sheet)
{
  FfAnswers *answers = ff_answers_new ();
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n);

  for (gsize i = 0; i < n; i++)
    ff_answers_set (answers, areas[i].key,
                    areas[i].kind == FF_AREA_TEXT    ? long_text
                    : areas[i].kind == FF_AREA_CHECK ? "yes"
                                                     : areas[i].option);

  return answers;
}

/* Nothing that is written gets lost: every key has its place again, with what stands there. */
static void
check_answers (FfSheet *empty, FfSheet *filled, FfAnswers *answers)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const FfSheetArea *areas = ff_sheet_get_areas (filled, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (areas[i].value, ==, ff_answers_get (answers, areas[i].key));
      g_hash_table_add (keys, (gpointer) areas[i].key);
    }
  areas = ff_sheet_get_areas (empty, &n);
  for (gsize i = 0; i < n; i++)
    if (!g_hash_table_contains (keys, areas[i].key))
      {
        g_test_message ("no place any more for %s (%s)", areas[i].key, areas[i].label);
        g_test_fail ();
      }
}

static void
test_handout (FfHandout *handout, const Case *test)
{
  FfPaperStyle style = { test->size, test->large_print, "Tuesday evening", TRUE };
  g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);
  g_autoptr (FfAnswers) answers = NULL;
  g_autoptr (FfSheet) filled = NULL;

  g_test_message ("%s", ff_handout_get_id (handout));
  check_sheet (sheet);
  if (!test->filled)
    return;
  answers = fill (sheet);
  style.with_example = FALSE;
  filled = ff_handout_sheet_new (handout, &style, answers);
  check_sheet (filled);
  check_answers (sheet, filled, answers);
}

static void
test_all (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) handouts = load_all (test->language);

  for (guint i = 0; i < handouts->len; i++)
    test_handout (g_ptr_array_index (handouts, i), test);
}

/* In normal print each is one page, or two that its author meant to be two; its example is no longer. */
static void
test_pages (void)
{
  for (FfPaperSize size = FF_PAPER_A4; size <= FF_PAPER_LETTER; size++)
    {
      g_autoptr (GPtrArray) handouts = load_all ("en");

      for (guint i = 0; i < handouts->len; i++)
        {
          FfHandout *handout = g_ptr_array_index (handouts, i);
          GPtrArray *blocks = ff_handout_get_blocks (handout);
          FfPaperStyle style = { size };
          g_autoptr (FfSheet) sheet = ff_handout_sheet_new (handout, &style, NULL);
          guint pages = 1;

          for (guint block = 0; block < blocks->len; block++)
            pages += ((FfBlock *) g_ptr_array_index (blocks, block))->kind == FF_BLOCK_BREAK;
          g_test_message ("%s", ff_handout_get_id (handout));
          if (ff_sheet_get_n_pages (sheet) != pages)
            {
              g_test_message ("has %u pages in place of %u", ff_sheet_get_n_pages (sheet), pages);
              g_test_fail ();
            }
        }
    }
}

/* An example has no areas, and stands behind the sheet itself. */
static void
test_example (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandout) handout = ff_handout_load ("cost-benefit", catalogue, NULL);
  FfPaperStyle style = { FF_PAPER_A4 };
  g_autoptr (FfSheet) alone = ff_handout_sheet_new (handout, &style, NULL);
  g_autoptr (FfSheet) both = NULL, filled = NULL;
  guint written = 0;
  gsize n, n_both, n_boxes;
  const FfSheetArea *areas;
  const FfSheetBox *boxes;

  style.with_example = TRUE;
  both = ff_handout_sheet_new (handout, &style, NULL);
  ff_sheet_get_areas (alone, &n);
  areas = ff_sheet_get_areas (both, &n_both);
  boxes = ff_sheet_get_boxes (both, &n_boxes);
  g_assert_cmpuint (n, ==, n_both);
  for (gsize i = 0; i < n_both; i++)
    {
      g_assert_cmpuint (areas[i].page, <, ff_sheet_get_n_pages (alone));
      g_assert_null (areas[i].value);
    }
  for (gsize i = 0; i < n_boxes; i++)
    if (boxes[i].role == FF_SHEET_BOX_WRITTEN)
      {
        g_assert_cmpuint (boxes[i].page, >=, ff_sheet_get_n_pages (alone));
        written++;
      }
  g_assert_cmpuint (written, >, 8);

  /* The same as answers: in areas, on the sheet itself. */
  style.with_example = FALSE;
  filled = ff_handout_sheet_new (handout, &style, ff_handout_get_example (handout));
  areas = ff_sheet_get_areas (filled, &n);
  written = 0;
  for (gsize i = 0; i < n; i++)
    written += areas[i].value != NULL && areas[i].kind == FF_AREA_TEXT;
  g_assert_cmpuint (written, >, 8);
}

static double
measure_ink (FfSheet *sheet, void (*draw) (FfSheet *sheet, guint page, cairo_t *cr))
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *bytes;
  double ink = 0;

  draw (sheet, 0, cr);
  cairo_surface_flush (surface);
  bytes = cairo_image_surface_get_data (surface);
  for (int i = 0; i < 850 * cairo_image_surface_get_stride (surface); i++)
    ink += bytes[i];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return ink;
}

/* A form leaves out what its fields hold, and nothing else. */
static void
test_form (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandout) handout = ff_handout_load ("cost-benefit", catalogue, NULL);
  FfPaperStyle style = { FF_PAPER_A4 };
  g_autoptr (FfSheet) empty = ff_handout_sheet_new (handout, &style, NULL);
  g_autoptr (FfAnswers) answers = ff_answers_new ();
  g_autoptr (FfSheet) filled = NULL;

  ff_answers_set (answers, "1/0/0", "Coffee");
  ff_answers_set (answers, "2/0/0", "Awake");
  ff_answers_set (answers, "2/0/0/mark", "1");
  filled = ff_handout_sheet_new (handout, &style, answers);
  g_assert_cmpfloat (measure_ink (filled, ff_sheet_draw_page), >,
                     measure_ink (empty, ff_sheet_draw_page));
  g_assert_cmpfloat_with_epsilon (measure_ink (filled, ff_sheet_draw_form),
                                  measure_ink (empty, ff_sheet_draw_page), 1);
}

static GPtrArray *
make_help_lines (guint n)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines,
                     i % 2 == 0
                         ? ff_help_line_new ("Krisentelefon Donaudampfschifffahrtsgesellschaft",
                                             "555-0101", "day and night", "Harbour")
                         : ff_help_line_new ("Night nurse", "555-0142", "", ""));

  return lines;
}

/* Ten to a sheet, fewer in large print; a group with many lines has them all on each. */
static void
test_pocket_cards (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "ar");

  for (FfPaperSize size = FF_PAPER_A4; size <= FF_PAPER_LETTER; size++)
    for (gboolean large = FALSE; large <= TRUE; large++)
      for (guint n_lines = 1; n_lines <= 12; n_lines += 11)
        {
          g_autoptr (GPtrArray) lines = make_help_lines (n_lines);
          FfPaperStyle style = { size, large, "Tuesday evening", FALSE, lines };
          g_autoptr (FfSheet) sheet = ff_pocket_card_sheet_new (catalogue, &style);
          guint cards = 0, texts = 0;
          gsize n;
          const FfSheetBox *boxes = ff_sheet_get_boxes (sheet, &n);

          check_boxes (sheet);
          check_ink (sheet, 0.5);
          for (gsize i = 0; i < n; i++)
            {
              cards += boxes[i].role == FF_SHEET_BOX_CELL;
              texts += boxes[i].role == FF_SHEET_BOX_TEXT;
            }
          g_assert_cmpuint (cards, ==, large ? 4 : 10);
          g_assert_cmpuint (texts, ==, cards * (2 + (n_lines == 1 ? 3 : 6 * 3 + 6 * 2)));
        }
}

/* Where to turn now stands at the foot of every page, and the text ends above it. */
static void
test_help_at_foot (void)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (FfHandout) handout = ff_handout_load ("seven-day-plan", catalogue, NULL);
  g_autoptr (GPtrArray) lines = make_help_lines (2);
  FfPaperStyle style = { FF_PAPER_LETTER, TRUE, "Tuesday evening", FALSE, lines };
  g_autoptr (FfSheet) without = ff_handout_sheet_new (handout, &style, NULL);
  g_autoptr (FfSheet) with = NULL;
  gsize n, n_without;

  style.help_at_foot = TRUE;
  with = ff_handout_sheet_new (handout, &style, NULL);
  check_sheet (with);
  g_assert_cmpuint (ff_sheet_get_n_pages (with), ==, ff_sheet_get_n_pages (without));
  ff_sheet_get_boxes (with, &n);
  ff_sheet_get_boxes (without, &n_without);
  g_assert_cmpuint (n, ==, n_without + ff_sheet_get_n_pages (with));
}

int
main (int argc, char *argv[])
{
  static const char *const languages[] = { "en", "fr-CA", "ar" };
  static const char *const sizes[] = { "a4", "letter", "screen" };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
      for (gboolean large = FALSE; large <= TRUE; large++)
        {
          g_autofree char *path = g_strdup_printf ("/layout/all/%s/%s/%s", languages[i],
                                                   sizes[size], large ? "large" : "normal");
          Case *test = g_new (Case, 1);

          /* That takes as long as all others: once for each language and size. */
          *test = (Case) { languages[i], (FfPaperSize) size, large,
                           i == size && large == (size == FF_PAPER_LETTER) };
          g_test_add_data_func_full (path, test, test_all, g_free);
        }
  g_test_add_func ("/layout/pages", test_pages);
  g_test_add_func ("/layout/example", test_example);
  g_test_add_func ("/layout/form", test_form);
  g_test_add_func ("/layout/pocket-cards", test_pocket_cards);
  g_test_add_func ("/layout/help-at-foot", test_help_at_foot);

  return g_test_run ();
}
