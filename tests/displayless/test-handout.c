/* test-handout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts: the built-in ones, searching them, and files that are wrong.
 */

#include <string.h>

#include "ff-handout.h"
#include "ff-model-error.h"

static GPtrArray *
load_all (const char *language)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  GPtrArray *handouts = ff_handout_load_all (catalogue, &error);

  g_assert_no_error (error);

  return handouts;
}

static FfHandout *
load (const char *id, const char *language)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  FfHandout *handout = ff_handout_load (id, catalogue, &error);

  g_assert_no_error (error);

  return handout;
}

static void
test_built_in (void)
{
  const struct
  {
    const char *id, *title;
    FfPoints points;
    gboolean landscape;
  } expected[] = {
    { "cost-benefit", "Cost–benefit analysis", FF_POINT_1, FALSE },
    { "urge-log", "Urge log", FF_POINT_2, TRUE },
    { "seven-day-plan", "Seven-day plan", FF_POINT_4, FALSE },
  };
  g_autoptr (GPtrArray) handouts = load_all ("en");

  g_assert_cmpuint (handouts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (handouts, i);

      g_assert_cmpstr (ff_handout_get_id (handout), ==, expected[i].id);
      g_assert_cmpstr (ff_handout_get_title (handout), ==, expected[i].title);
      g_assert_cmpint (ff_handout_get_points (handout), ==, expected[i].points);
      g_assert_cmpint (ff_handout_get_landscape (handout), ==, expected[i].landscape);
      g_assert_true (g_str_has_suffix (ff_handout_get_summary (handout), "."));
      g_assert_nonnull (ff_handout_get_other_names (handout)[0]);
      g_assert_nonnull (ff_handout_get_sources (handout)[0]);
    }
}

static void
test_blocks (void)
{
  g_autoptr (FfHandout) handout = load ("cost-benefit", "en");
  GPtrArray *blocks = ff_handout_get_blocks (handout);
  const FfBlock *grid = g_ptr_array_index (blocks, 2);

  g_assert_cmpuint (blocks->len, ==, 4);
  g_assert_cmpint (grid->kind, ==, FF_BLOCK_GRID);
  g_assert_cmpuint (grid->parts->len, ==, 4);
  g_assert_cmpuint (grid->count, ==, 4);
  g_assert_cmpstr (ff_block_get_part (grid, 0)->title, ==, "Doing it: benefits");
  g_assert_cmpstr (ff_block_get_part (grid, 3)->hint, ==, "What would I miss or find hard?");
  g_assert_cmpstr (ff_block_get_row (grid, 0)->title, ==, "S");
}

/* Every text that a sheet shows is translated: none is the same as in English but for these. */
static void
assert_translated (const char *english, const char *translated)
{
  const char *const same[] = { "Date", "Situation", "Minutes", "L", "0–10", NULL };

  if (english == NULL || g_strv_contains (same, english))
    return;
  g_assert_cmpstr (english, !=, translated);
}

static void
compare_parts (GPtrArray *english, GPtrArray *translated)
{
  for (guint i = 0; i < english->len; i++)
    {
      const FfBlockPart *a = g_ptr_array_index (english, i);
      const FfBlockPart *b = g_ptr_array_index (translated, i);

      assert_translated (a->title, b->title);
      assert_translated (a->hint, b->hint);
    }
}

static void
test_translated (gconstpointer language)
{
  g_autoptr (GPtrArray) english = load_all ("en");

  for (guint i = 0; i < english->len; i++)
    {
      FfHandout *source = g_ptr_array_index (english, i);
      g_autoptr (FfHandout) handout = load (ff_handout_get_id (source), language);
      GPtrArray *blocks = ff_handout_get_blocks (source);

      assert_translated (ff_handout_get_title (source), ff_handout_get_title (handout));
      assert_translated (ff_handout_get_summary (source), ff_handout_get_summary (handout));
      for (guint block = 0; block < blocks->len; block++)
        {
          const FfBlock *a = g_ptr_array_index (blocks, block);
          const FfBlock *b = g_ptr_array_index (ff_handout_get_blocks (handout), block);

          assert_translated (a->text, b->text);
          compare_parts (a->parts, b->parts);
          compare_parts (a->rows, b->rows);
        }
    }
}

static void
test_matches (void)
{
  g_autoptr (FfHandout) english = load ("cost-benefit", "en");
  g_autoptr (FfHandout) french = load ("cost-benefit", "fr");

  g_assert_true (ff_handout_matches (english, ""));
  g_assert_true (ff_handout_matches (english, "cba"));
  g_assert_true (ff_handout_matches (english, "analysis COST"));
  g_assert_true (ff_handout_matches (english, "decisional"));
  g_assert_true (ff_handout_matches (english, "costs you later"));
  g_assert_false (ff_handout_matches (english, "cost urge"));
  g_assert_true (ff_handout_matches (french, "acb"));
  g_assert_true (ff_handout_matches (french, "benefices couts"));
  g_assert_true (ff_handout_matches (french, "cost-benefit"));
  g_assert_false (ff_handout_matches (french, "envie"));
}

static void
test_unknown (void)
{
  const char *const ids[] = { "no-such-sheet", "", "../model", "." };
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ff_handout_load (ids[i], catalogue, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
      g_assert_nonnull (strstr (error->message, ids[i]));
    }
}

static void
test_points (void)
{
  g_assert_cmpstr (ff_point_get_title (FF_POINT_1), ==, "1. Motivation");
  g_assert_cmpstr (ff_point_get_title (FF_POINT_4), ==, "4. A balanced life");
}

static FfHandout *
parse (const char *xml, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return ff_handout_new_from_bytes (bytes, "sheet.xml", catalogue, error);
}

#define START "<handout id='x' points='1 4' sources='CBT'>\n<title>T</title><summary>S</summary>\n"
#define END "\n</handout>"

static void
test_every_kind (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout
      = parse (START "<heading> A \n  heading </heading><paragraph>P</paragraph>"
                     "<table rows='2'><column width='3'><title>C</title></column></table>" END,
               &error);
  GPtrArray *blocks;

  g_assert_no_error (error);
  blocks = ff_handout_get_blocks (handout);
  g_assert_cmpint (ff_handout_get_points (handout), ==, FF_POINT_1 | FF_POINT_4);
  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_cmpstr (((FfBlock *) g_ptr_array_index (blocks, 0))->text, ==, "A heading");
  g_assert_cmpuint (((FfBlock *) g_ptr_array_index (blocks, 2))->count, ==, 2);
  g_assert_cmpfloat_with_epsilon (ff_block_get_part (g_ptr_array_index (blocks, 2), 0)->weight, 3,
                                  0.001);
}

static const struct
{
  const char *xml;
  const char *where; /* NULL: whatever the XML parser says */
  const char *problem;
} wrong[] = {
  { "", NULL, "not whole XML" },
  { START "<heading>H</heading>", NULL, "not whole XML" },
  { START "<heading>\xff</heading>" END, NULL, "not whole XML" },
  { "<sheet/>", "line 1", "“sheet”" },
  { "<handout points='1' sources='CBT'/>", "line 1", "“id”" },
  { "<handout id='x' sources='CBT'/>", "line 1", "“points”" },
  { "<handout id='x' points='1'/>", "line 1", "“sources”" },
  { "<handout id='x' points='5' sources='CBT'/>", "line 1", "“5”" },
  { "<handout id='x' points='' sources='CBT'/>", "line 1", "“points”" },
  { "<handout id='x' points='1' sources='CBT' colour='red'/>", "line 1", "“colour”" },
  { "<handout id='x' points='1' sources='CBT' orientation='round'/>", "line 1", "“round”" },
  { "<handout id='x' points='1' sources='CBT'>\n<summary>S</summary></handout>", "line 2",
    "“title”" },
  { "<handout id='x' points='1' sources='CBT'>\n<title>T</title></handout>", "line 2",
    "“summary”" },
  { START END, "line 4", "“handout” is empty" },
  { START "<title>Again</title>" END, "line 3", "second “title”" },
  { START "<picture/>" END, "line 3", "no “picture”" },
  { START "words" END, "line 4", "text outside" },
  { START "<heading></heading>" END, "line 3", "“heading” is empty" },
  { START "<heading>A <b>bold</b> one</heading>" END, "line 3", "“b” stands inside" },
  { START "<heading size='2'>H</heading>" END, "line 3", "“size”" },
  { START "\n<steps></steps>" END, "line 4", "0 of “step”" },
  { START "<steps><title>T</title></steps>" END, "line 3", "no “title”" },
  { START "<lines><label>L</label></lines>" END, "line 3", "“count”" },
  { START "<lines count='many'><label>L</label></lines>" END, "line 3", "“many”" },
  { START "<lines count='0'><label>L</label></lines>" END, "line 3", "from 1 to 30" },
  { START "<lines count='99999999999999999999'><label>L</label></lines>" END, "line 3",
    "from 1 to 30" },
  { START "<lines count='2'/>" END, "line 3", "“label”" },
  { START "<steps><step width='2'>S</step></steps>" END, "line 3", "“width”" },
  { START "<fields><field width='wide'>F</field></fields>" END, "line 3", "“wide”" },
  { START "<table rows='2'><column><hint>H</hint></column></table>" END, "line 3", "“title”" },
  { START "<table rows='2'><column><note>N</note></column></table>" END, "line 3", "“note”" },
  { START "<grid lines='2'><box><title>B</title></box></grid>" END, "line 3", "1 of “box”" },
  { START "<week lines='1'><column><title>C</title></column><day>D</day></week>" END, "line 3",
    "1 of “day”" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfHandout) handout = parse (wrong[i].xml, &error);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, error != NULL ? error->message : "no error");
      g_assert_null (handout);
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
      g_assert_nonnull (strstr (error->message, "“sheet.xml”"));
      g_assert_nonnull (strstr (error->message, wrong[i].problem));
      if (wrong[i].where != NULL)
        g_assert_nonnull (strstr (error->message, wrong[i].where));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout/built-in", test_built_in);
  g_test_add_func ("/handout/blocks", test_blocks);
  g_test_add_data_func ("/handout/translated/fr", "fr", test_translated);
  g_test_add_data_func ("/handout/translated/ar", "ar", test_translated);
  g_test_add_func ("/handout/matches", test_matches);
  g_test_add_func ("/handout/unknown", test_unknown);
  g_test_add_func ("/handout/points", test_points);
  g_test_add_func ("/handout/every-kind", test_every_kind);
  g_test_add_func ("/handout/wrong", test_wrong);

  return g_test_run ();
}
