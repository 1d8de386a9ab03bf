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

/* In its text an element of @list, which ends in NULL. */
static gboolean
has_word (const char *text, const char *const *list)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text != NULL ? text : "", "en", NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_strv_contains (list, words[i]))
      {
        g_test_message ("“%s” in “%s”", words[i], text);
        return TRUE;
      }

  return FALSE;
}

/* Words that put a label on people; and nobody is shouted at. */
static void
assert_kind_words (const char *text)
{
  const char *const labels[]
      = { "addict", "addicts", "alcoholic", "alcoholics", "abuser",   "abusers",
          "junkie", "clean",   "dirty",     "relapse",    "relapsed", NULL };

  g_assert_false (has_word (text, labels));
  g_assert_true (text == NULL || strchr (text, '!') == NULL);
}

static void
assert_kind_handout (FfHandout *handout)
{
  GPtrArray *blocks = ff_handout_get_blocks (handout);
  const char *const *lead = ff_handout_get_lead (handout);

  assert_kind_words (ff_handout_get_title (handout));
  assert_kind_words (ff_handout_get_summary (handout));
  for (gsize i = 0; lead[i] != NULL; i++)
    assert_kind_words (lead[i]);
  for (guint i = 0; i < blocks->len; i++)
    {
      const FfBlock *block = g_ptr_array_index (blocks, i);

      assert_kind_words (block->text);
      for (guint part = 0; part < block->parts->len; part++)
        {
          assert_kind_words (ff_block_get_part (block, part)->title);
          assert_kind_words (ff_block_get_part (block, part)->hint);
        }
    }
}

static void
test_built_in (void)
{
  g_autoptr (GPtrArray) handouts = load_all ("en");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (handouts, i);

      g_test_message ("%s", ff_handout_get_id (handout));
      g_assert_true (g_hash_table_add (ids, (gpointer) ff_handout_get_id (handout)));
      g_assert_true (g_str_has_suffix (ff_handout_get_summary (handout), "."));
      g_assert_nonnull (ff_handout_get_other_names (handout)[0]);
      g_assert_false (ff_handout_is_own (handout));
      assert_kind_handout (handout);
    }
  g_assert_true (g_hash_table_contains (ids, "cost-benefit"));
}

static void
test_blocks (void)
{
  g_autoptr (FfHandout) handout = load ("cost-benefit", "en");
  GPtrArray *blocks = ff_handout_get_blocks (handout);
  const FfBlock *grid = g_ptr_array_index (blocks, 2);

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
  const char *const same[]
      = { "Date", "Situation", "Minutes", "L", "0–10", "1", "2", "3", "4", "5", NULL };

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

/* Arabic has a few sheets so far, French all of them. */
static gboolean
is_translated (FfHandout *handout, const char *language)
{
  const char *const arabic[] = { "cost-benefit", "seven-day-plan", "urge-log", NULL };

  return !g_str_equal (language, "ar") || g_strv_contains (arabic, ff_handout_get_id (handout));
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

      if (!is_translated (source, language))
        continue;

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

static const FfBlock *
get_block (FfHandout *handout, guint i)
{
  return g_ptr_array_index (ff_handout_get_blocks (handout), i);
}

static void
test_about (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout
      = parse ("<handout id='x' points='' sources='' kind='activity' minutes='20' people='2-'>\n"
               "<title>T</title><summary>S</summary><name>N</name><origin>O</origin>"
               "<lead><step>First</step><step>Then</step></lead><list><item>I</item></list>" END,
               &error);
  guint least, most;

  g_assert_no_error (error);
  ff_handout_get_people (handout, &least, &most);
  g_assert_cmpuint (least, ==, 2);
  g_assert_cmpuint (most, ==, 0);
  g_assert_cmpint (ff_handout_get_points (handout), ==, 0);
  g_assert_cmpint (ff_handout_get_kind (handout), ==, FF_HANDOUT_ACTIVITY);
  g_assert_cmpuint (ff_handout_get_minutes (handout), ==, 20);
  g_assert_cmpstr (ff_handout_get_origin (handout), ==, "O");
  g_assert_cmpuint (g_strv_length ((GStrv) ff_handout_get_lead (handout)), ==, 2);
  g_assert_cmpstr (ff_handout_get_lead (handout)[1], ==, "Then");
  g_assert_null (ff_handout_get_example (handout));
}

static void
test_example (void)
{
  const struct
  {
    const char *key, *text;
  } expected[] = {
    { "0/1/0", "3 May" }, { "1/0/0", "All of it" }, { "2/0/1", "Two" },    { "2/1/0", "Three" },
    { "3/2/0", "Line" },  { "3/2/1", "More" },      { "3/2/1/mark", "1" }, { "4/0/0", "6" },
    { "5/1/0", "4" },     { "5/1/1", "7" },         { "6/0/10", "8" },     { "7/0/0", "2" },
    { "8/1/0", "yes" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout = parse (
      START
      "<fields><field>Name</field><field width='2'><title>Date</title><answer>3 "
      "May</answer></field></fields>"
      "<lines count='2'><label>L</label><answer>All of it</answer></lines>"
      "<table rows='1'><column><title>A</title><answer/><answer>Two</answer></column>"
      "<column><title>B</title><answer>Three</answer></column><row><title>R</title><hint>H</hint></"
      "row></table>"
      "<grid "
      "lines='2'><mark>S</mark><mark>L</mark><box><title>B</title></box><box><title>B</title></box>"
      "<box><title>B</title><answer>Line</answer><answer "
      "mark='1'>More</answer></box><box><title>B</title></box></grid>"
      "<scale highest='10' answer='6'><label>L</label><end>a</end><end>b</end></scale>"
      "<wheel highest='10'><label>L</label><area>A</area><area now='4' "
      "wanted='7'>B</area><area>C</area></wheel>"
      "<wave minutes='30' curve='yes'><label>L</label><axis>x</axis><axis>y</axis><point "
      "minute='10' strength='8'/></wave>"
      "<cycle "
      "answer='2'><label>L</label><stage><title>A</title></stage><stage><title>B</title></stage>"
      "<stage><title>C</title></stage></cycle>"
      "<checklist><label>L</label><item>A</item><item "
      "ticked='yes'>B</item></checklist><break/>" END,
      &error);
  FfAnswers *example;

  g_assert_no_error (error);
  example = ff_handout_get_example (handout);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].key);
      g_assert_cmpstr (ff_answers_get (example, expected[i].key), ==, expected[i].text);
    }
  g_assert_null (ff_answers_get (example, "2/0/0"));
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 0), 1)->title, ==, "Date");
  g_assert_cmpfloat_with_epsilon (ff_block_get_part (get_block (handout, 0), 1)->weight, 2, 0.001);
  g_assert_cmpstr (ff_block_get_row (get_block (handout, 2), 0)->hint, ==, "H");
  g_assert_true (get_block (handout, 6)->curve);
  g_assert_cmpint (get_block (handout, 9)->kind, ==, FF_BLOCK_BREAK);
}

static void
test_outline (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout
      = parse (START "<outline programme='four-points' minutes='60'/>" END, &error);
  const FfBlock *table;
  const FfBlockPart *last;

  g_assert_no_error (error);
  table = get_block (handout, 0);
  last = ff_block_get_row (table, table->rows->len - 1);
  g_assert_cmpint (table->kind, ==, FF_BLOCK_TABLE);
  g_assert_cmpuint (table->rows->len, ==, 6);
  g_assert_cmpstr (last->title, ==, "Check-out with seven-day plans");
  g_assert_nonnull (strstr (last->hint, "until minute 60"));
  g_assert_nonnull (strstr (last->hint, "Keep this time"));
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
  { "<handout id='x' points='1' sources='CBT' kind='song'/>", "line 1", "“song”" },
  { "<handout id='x' points='1' sources='CBT' minutes='0'/>", "line 1", "“minutes”" },
  { "<handout id='x' points='1' sources='CBT' people='12'/>", "line 1", "“2-12”" },
  { "<handout id='x' points='1' sources='CBT' people='5-2'/>", "line 1", "from 5 to 1000" },
  { START "<lead><line>L</line></lead>" END, "line 3", "“lead” has no “line”" },
  { START "<lead><step>A</step></lead>\n<lead/>" END, "line 4", "second “lead”" },
  { START "<origin>A</origin>\n<origin>B</origin>" END, "line 4", "second “origin”" },
  { START "<fields><field>F<title>T</title></field></fields>" END, "line 3", "stands inside" },
  { START "<fields><field><hint>H</hint></field></fields>" END, "line 3", "no “hint”" },
  { START
    "<fields><field><title>T</title><answer>A</answer>\n<answer>B</answer></field></fields>" END,
    "line 4", "one “answer” too many" },
  { START "<steps><step>S</step>\n<answer>A</answer></steps>" END, "line 4", "no “answer”" },
  { START "<scale highest='5' answer='6'><label>L</label></scale>" END, "line 3", "from 0 to 5" },
  { START "<checklist><label>L</label><item ticked='no'>I</item></checklist>" END, "line 3",
    "only be “yes”" },
  { START "<wheel highest='10'><label>L</label><area now='11'>A</area></wheel>" END, "line 3",
    "from 0 to 10" },
  { START "<wheel highest='10'><label>L</label><area>A</area></wheel>" END, "line 3",
    "1 of “area”" },
  { START "<wave minutes='30' curve='no'><label>L</label></wave>" END, "line 3", "only be “yes”" },
  { START "<wave minutes='30'><label>L</label><point minute='31' strength='1'/></wave>" END,
    "line 3", "from 0 to 30" },
  { START "<wave minutes='30'><label>L</label><point minute='3'/></wave>" END, "line 3",
    "“strength”" },
  { START "<cycle answer='8'><label>L</label></cycle>" END, "line 3", "from 0 to 7" },
  { START "<table rows='0'><column><title>C</title></column></table>" END, "line 3",
    "has no rows" },
  { START "<grid lines='2'><box><title>B</title><answer mark='0'>A</answer></box></grid>" END,
    "line 3", "“mark”" },
  { START "<outline programme='nothing' minutes='60'/>" END, "line 3", "no programme “nothing”" },
  { START "<outline minutes='60'/>" END, "line 3", "“programme”" },
  { START "<break size='1'/>" END, "line 3", "“size”" },
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
  g_test_add_func ("/handout/about", test_about);
  g_test_add_func ("/handout/example", test_example);
  g_test_add_func ("/handout/outline", test_outline);
  g_test_add_func ("/handout/wrong", test_wrong);

  return g_test_run ();
}
