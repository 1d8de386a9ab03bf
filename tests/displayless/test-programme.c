/* test-programme.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Programmes: the ones built in, their outlines at any length, and files that are broken.
 */

#include <string.h>

#include "ff-handout.h"
#include "ff-model-error.h"
#include "ff-programme.h"

static GPtrArray *
load (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *programmes = ff_programme_load_all (&error);

  g_assert_no_error (error);
  g_assert_nonnull (programmes);
  return programmes;
}

static void
test_built_in (void)
{
  const char *const ids[] = { "four-points", "family-friends", "inside-out", "twelve-step", "own" };
  g_autoptr (GPtrArray) programmes = load ();

  g_assert_cmpuint (programmes->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);
      g_autofree char *title = NULL;

      g_assert_cmpstr (ff_programme_get_id (programme), ==, ids[i]);
      g_assert_true (g_str_has_suffix (ff_programme_get_summary (programme), "."));
      g_object_get (programme, "title", &title, NULL);
      g_assert_cmpstr (title, ==, ff_programme_get_title (programme));
      g_assert_cmpstr (title, !=, "");
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  FfProgramme *points = ff_programme_find (programmes, "four-points");
  FfProgramme *steps = ff_programme_find (programmes, "twelve-step");

  g_assert_cmpstr (ff_programme_get_word (points, FF_WORD_FACILITATOR), ==, "facilitator");
  g_assert_cmpstr (ff_programme_get_word (points, FF_WORD_CHECK_IN), ==, "check-in");
  g_assert_cmpstr (ff_programme_get_word (points, FF_WORD_CHECK_OUT), ==, "check-out");
  g_assert_cmpstr (ff_programme_get_word (points, FF_WORD_PLAN), ==, "seven-day plan");
  g_assert_cmpstr (ff_programme_get_word (steps, FF_WORD_FACILITATOR), ==, "chairperson");
  g_assert_cmpstr (ff_programme_get_word (steps, FF_WORD_CHECK_IN), ==, "sharing");
  g_assert_true (ff_programme_get_wording_aid (points));
  g_assert_false (ff_programme_get_wording_aid (steps));
}

/* What each of them asks: a stage and the capital only where a group wants them. */
static void
test_check_in (void)
{
  static const struct
  {
    const char *programme;
    gboolean has_urge;
    guint n_points;
  } asked[] = {
    { "four-points", TRUE, 4 }, { "family-friends", FALSE, 4 },
    { "inside-out", TRUE, 4 },  { "twelve-step", FALSE, 0 },
    { "own", FALSE, 0 },
  };
  g_autoptr (GPtrArray) programmes = load ();

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      FfProgramme *programme = ff_programme_find (programmes, asked[i].programme);
      FfCheckInParts parts = ff_programme_get_check_in_parts (programme);
      const char *const *points = ff_programme_get_points (programme);

      g_assert_cmpint ((parts & FF_CHECK_IN_PART_URGE) != 0, ==, asked[i].has_urge);
      g_assert_cmpint (parts & (FF_CHECK_IN_PART_STAGE | FF_CHECK_IN_PART_CAPITAL), ==, 0);
      g_assert_cmpint (parts & FF_CHECK_IN_PART_NEWCOMER, !=, 0);
      g_assert_cmpuint (g_strv_length ((char **) points), ==, asked[i].n_points);
      g_assert_cmpint ((parts & FF_CHECK_IN_PART_POINTS) != 0, ==, asked[i].n_points > 0);
      g_assert_nonnull (ff_programme_get_prompts (programme)[0]);
    }
  for (guint i = 0; i < FF_N_CHECK_IN_PARTS; i++)
    g_assert_cmpstr (ff_check_in_part_get_title (1 << i), !=, "");
}

static gboolean
offers (GPtrArray *programmes, const char *programme, const char *handout)
{
  return g_strv_contains (ff_programme_get_handouts (ff_programme_find (programmes, programme)),
                          handout);
}

static void
test_handouts (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GHashTable) offered = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) handouts = ff_handout_load_all (catalogue, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);
      const char *const *ids = ff_programme_get_handouts (programme);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize j = 0; ids[j] != NULL; j++)
        {
          g_autoptr (FfHandout) handout = ff_handout_load (ids[j], catalogue, &error);

          g_assert_no_error (error);
          g_assert_true (g_hash_table_add (seen, (gpointer) ids[j]));
          g_hash_table_add (offered, (gpointer) ids[j]);
        }
    }
  for (guint i = 0; i < handouts->len; i++)
    {
      const char *id = ff_handout_get_id (g_ptr_array_index (handouts, i));

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_contains (offered, id));
    }
  g_assert_true (offers (programmes, "four-points", "urge-log"));
  g_assert_true (offers (programmes, "family-friends", "ff-boundaries"));
  g_assert_false (offers (programmes, "family-friends", "urge-log"));
  g_assert_true (offers (programmes, "inside-out", "io-urge-log"));
  g_assert_false (offers (programmes, "inside-out", "urge-log"));
  g_assert_true (offers (programmes, "twelve-step", "gratitude"));
  g_assert_true (offers (programmes, "own", "seven-day-plan"));
}

static void
test_unknown_is_own (void)
{
  g_autoptr (GPtrArray) programmes = load ();

  g_assert_cmpstr (ff_programme_get_id (ff_programme_find (programmes, "from-the-future")), ==,
                   "own");
  g_assert_cmpstr (ff_programme_get_id (ff_programme_find (programmes, NULL)), ==, "own");
}

/* The outline as the handbook has it, at 90 minutes. */
static void
test_outline_as_written (void)
{
  const guint minutes[] = { 5, 20, 3, 44, 3, 15 };
  g_autoptr (GPtrArray) programmes = load ();
  g_autoptr (GPtrArray) outline
      = ff_programme_get_outline (ff_programme_find (programmes, "four-points"), 90);

  g_assert_cmpuint (outline->len, ==, G_N_ELEMENTS (minutes));
  for (guint i = 0; i < outline->len; i++)
    {
      const FfOutlinePart *part = g_ptr_array_index (outline, i);

      g_assert_cmpuint (part->minutes, ==, minutes[i]);
      g_assert_cmpint (part->is_protected, ==, i == outline->len - 1);
    }
  g_assert_cmpstr (((FfOutlinePart *) g_ptr_array_index (outline, 1))->title, ==, "Check-in");
}

static void
check_outline (FfProgramme *programme, GPtrArray *written, guint minutes)
{
  g_autoptr (GPtrArray) outline = ff_programme_get_outline (programme, minutes);
  guint sum = 0;

  g_assert_cmpuint (outline->len, ==, written->len);
  for (guint i = 0; i < outline->len; i++)
    {
      const FfOutlinePart *part = g_ptr_array_index (outline, i);
      const FfOutlinePart *original = g_ptr_array_index (written, i);

      sum += part->minutes;
      g_assert_cmpuint (part->minutes, >=, 1);
      g_assert_cmpstr (part->title, ==, original->title);
      g_assert_cmpint (part->is_protected, ==, original->is_protected);
      if (part->is_protected)
        g_assert_cmpuint (part->minutes * 90, >=, original->minutes * minutes);
      /* nor does any part run away with the time: at most two minutes over its share */
      g_assert_cmpuint (part->minutes * 90, <=, (original->minutes * minutes) + 2 * 90);
    }
  g_assert_cmpuint (sum, ==, minutes);
}

static void
test_outline_of_any_length (void)
{
  g_autoptr (GPtrArray) programmes = load ();

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);
      g_autoptr (GPtrArray) written = ff_programme_get_outline (programme, 90);
      guint protected_parts = 0;

      for (guint j = 0; j < written->len; j++)
        protected_parts += ((FfOutlinePart *) g_ptr_array_index (written, j))->is_protected ? 1 : 0;
      g_assert_cmpuint (protected_parts, >=, 1);

      for (guint minutes = 10; minutes <= 300; minutes++)
        check_outline (programme, written, minutes);
    }
}

/* Shorter than there are parts: a minute each, rather than a lost part. */
static void
test_outline_too_short (void)
{
  g_autoptr (GPtrArray) programmes = load ();
  FfProgramme *programme = ff_programme_find (programmes, "twelve-step");

  for (guint minutes = 0; minutes <= 7; minutes++)
    {
      g_autoptr (GPtrArray) outline = ff_programme_get_outline (programme, minutes);

      g_assert_cmpuint (outline->len, ==, 7);
      for (guint i = 0; i < outline->len; i++)
        g_assert_cmpuint (((FfOutlinePart *) g_ptr_array_index (outline, i))->minutes, ==, 1);
    }
}

#define START "<programme id='x' order='1' wording-aid='no'>\n"
#define TEXTS "<title>T</title>\n<summary>S</summary>\n"
#define WORDS                                                                                      \
  "<word for='facilitator'>a</word><word for='check-in'>b</word>"                                  \
  "<word for='check-out'>c</word><word for='plan'>d</word>\n"
#define OUTLINE "<outline><part minutes='80'>A</part><part minutes='10'>B</part></outline>\n"
#define CHECK_IN "<check-in parts='urge days'><point>P</point><prompt>Q:</prompt></check-in>\n"
#define END "</programme>"

static void
test_file (void)
{
  static const char *const point[] = { "P", NULL };
  static const char *const prompt[] = { "Q:", NULL };
  g_autoptr (GError) error = NULL;
  const char *text = START
      "<title>\n  Two\n  lines\t&amp; more\n</title><summary>S</summary>" WORDS OUTLINE CHECK_IN
      "<!-- no tools -->" END;
  g_autoptr (FfProgramme) programme = ff_programme_new_from_text ("x.xml", text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ff_programme_get_title (programme), ==, "Two lines & more");
  g_assert_null (ff_programme_get_handouts (programme)[0]);
  g_assert_cmpint (ff_programme_get_check_in_parts (programme), ==,
                   FF_CHECK_IN_PART_URGE | FF_CHECK_IN_PART_DAYS);
  g_assert_cmpstrv (ff_programme_get_points (programme), point);
  g_assert_cmpstrv (ff_programme_get_prompts (programme), prompt);
}

static const struct
{
  const char *text;
  const char *line;
  const char *what;
} broken[] = {
  { "", "Line 1", "" },
  { "not XML", "Line 1", "" },
  { START TEXTS WORDS OUTLINE, "Line 6", "" },
  { START TEXTS WORDS OUTLINE END START END, "Line 6", "<programme> is there twice" },
  { START "<titel>T</titel>" END, "Line 2", "<titel> does not belong here" },
  { START TEXTS WORDS "<part minutes='90'>A</part>" END, "Line 5", "<part> does not belong here" },
  { START "<summary>S</summary>" WORDS OUTLINE END, "Line 4", "no <title>" },
  { START "<title>T</title>" WORDS OUTLINE END, "Line 4", "no <summary>" },
  { START "<title> \n </title>" END, "Line 3", "<title> is empty" },
  { START TEXTS "<title>T</title>" END, "Line 4", "<title> is there twice" },
  { START TEXTS "<word for='plan'>d</word>" OUTLINE END, "Line 5", "facilitator" },
  { START TEXTS "<word for='leader'>d</word>" END, "Line 4", "leader" },
  { START TEXTS WORDS "<outline><part minutes='89'>A</part></outline>" END, "Line 5", "90" },
  { START TEXTS WORDS "<outline><part minutes='0'>A</part></outline>" END, "Line 5", "0" },
  { START TEXTS WORDS "<outline><part minutes='-5'>A</part></outline>" END, "Line 5", "-5" },
  { START TEXTS WORDS "<outline><part minutes='99999999999999999999'>A</part></outline>" END,
    "Line 5", "" },
  { START TEXTS WORDS "<outline><part>A</part></outline>" END, "Line 5", "minutes" },
  { START TEXTS WORDS "<outline><part minutes='90' protected='maybe'>A</part></outline>" END,
    "Line 5", "maybe" },
  { START TEXTS WORDS OUTLINE "<handouts><handout/></handouts>" END, "Line 6", "id" },
  { "<programme id='x' order='1'>" END, "Line 1", "wording-aid" },
  { "<programme id='x' order='first' wording-aid='no'>" END, "Line 1", "first" },
  { START TEXTS WORDS OUTLINE END, "Line 6", "no <check-in>" },
  { START TEXTS WORDS OUTLINE "<check-in/>" END, "Line 6", "parts" },
  { START TEXTS WORDS OUTLINE "<check-in parts='urges'/>" END, "Line 6", "no part “urges”" },
  { START TEXTS WORDS OUTLINE CHECK_IN CHECK_IN END, "Line 7", "<check-in> is there twice" },
  { START TEXTS WORDS OUTLINE "<check-in parts=''><point> </point></check-in>" END, "Line 6",
    "<point> is empty" },
  { START TEXTS WORDS OUTLINE "<point>P</point>" END, "Line 6", "<point> does not belong here" },
  { START TEXTS WORDS OUTLINE
    "<check-in parts=''><point>1</point><point>2</point><point>3</point><point>4</point>"
    "<point>5</point><point>6</point><point>7</point><point>8</point><point>9</point></"
    "check-in>" END,
    "Line 6", "8 at most" },
  { START TEXTS WORDS OUTLINE
    "<check-in parts=''><prompt>1</prompt><prompt>2</prompt><prompt>3</prompt><prompt>4</prompt>"
    "<prompt>5</prompt><prompt>6</prompt><prompt>7</prompt></check-in>" END,
    "Line 6", "6 at most" },
  { START "<title>\xff</title>" END, "Line 2", "" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfProgramme) programme
          = ff_programme_new_from_text ("odd.xml", broken[i].text, -1, &error);

      g_test_message ("%s", error != NULL ? error->message : broken[i].text);
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
      g_assert_null (programme);
      g_assert_nonnull (strstr (error->message, "odd.xml"));
      g_assert_nonnull (strstr (error->message, broken[i].line));
      g_assert_nonnull (strstr (error->message, broken[i].what));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/programme/built-in", test_built_in);
  g_test_add_func ("/programme/words", test_words);
  g_test_add_func ("/programme/check-in", test_check_in);
  g_test_add_func ("/programme/handouts", test_handouts);
  g_test_add_func ("/programme/unknown-is-own", test_unknown_is_own);
  g_test_add_func ("/programme/outline-as-written", test_outline_as_written);
  g_test_add_func ("/programme/outline-of-any-length", test_outline_of_any_length);
  g_test_add_func ("/programme/outline-too-short", test_outline_too_short);
  g_test_add_func ("/programme/file", test_file);
  g_test_add_func ("/programme/broken", test_broken);

  return g_test_run ();
}
