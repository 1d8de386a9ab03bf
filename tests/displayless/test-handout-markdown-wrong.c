/* test-handout-markdown-wrong.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts of one's own whose Markdown is wrong, too much, or not Markdown at all: what is told, and what is read all the same.
 */

#include <string.h>
#include <time.h>

#include "ff-test-markdown.h"

/* --- What is wrong --- */

static const struct
{
  const char *markdown;
  guint line;
  const char *problem;
} wrong[] = {
  { "", 1, "nothing here yet" },
  { " \n\t\n", 1, "nothing here yet" },
  { "\xff\n", 1, "not text" },
  { "# T\n\nS\n\nwo\xe9rd\n", 5, "not text" },
  { "Text\n", 1, "no title yet" },
  { "#\n\nS\n\nText\n", 1, "title after “#”" },
  { "# T\n\n## H\n", 1, "what the handout is for" },
  { "# T\n\nS\n", 0, "nothing on the handout" },
  { FF_TEST_MARKDOWN_START "Text\n\n# Again\n", 7, "one title, and it is in line 1" },
  { FF_TEST_MARKDOWN_START "A <b>bold</b> word\n", 5, "HTML" },
  { FF_TEST_MARKDOWN_START "Two\nlines <br> here\n", 6, "HTML" },
  { FF_TEST_MARKDOWN_START "<div>\nthis\n</div>\n", 5, "HTML" },
  { FF_TEST_MARKDOWN_START "<!-- note -->\n", 5, "HTML" },
  { FF_TEST_MARKDOWN_START "Text\n\n![a picture](x.png)\n", 7, "pictures" },
  { FF_TEST_MARKDOWN_START "> said\n", 5, "quotations" },
  { FF_TEST_MARKDOWN_START "    four spaces\n", 5, "four spaces" },
  { FF_TEST_MARKDOWN_START "A\x01\n", 5, "cannot be printed" },
  { FF_TEST_MARKDOWN_START "- one\n  - two\n", 6, "one paragraph" },
  { FF_TEST_MARKDOWN_START "- one\n\n  more\n", 7, "one paragraph" },
  { FF_TEST_MARKDOWN_START "- one\n-\n", 6, "empty" },
  { FF_TEST_MARKDOWN_START "- [ ]\n", 5, "empty" },
  { FF_TEST_MARKDOWN_START "- [ ] one\n", 5, "above this checklist" },
  { FF_TEST_MARKDOWN_START "To try\n- [ ] one\n- two\n", 6, "every point" },
  { FF_TEST_MARKDOWN_START "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n", 5,
    "room for 9" },
  { FF_TEST_MARKDOWN_START "```\nx\n```\n", 5, "what block" },
  { FF_TEST_MARKDOWN_START "```picture 3\nx\n```\n", 5, "no block “picture”" },
  { FF_TEST_MARKDOWN_START "```outline\nx\n```\n", 5, "no block “outline”" },
  { FF_TEST_MARKDOWN_START "```lines 3\nx\n", 5, "no end" },
  { FF_TEST_MARKDOWN_START "```lines\nx\n```\n", 5, "number from 1 to 30" },
  { FF_TEST_MARKDOWN_START "```lines many\nx\n```\n", 5, "“many”" },
  { FF_TEST_MARKDOWN_START "```lines 0\nx\n```\n", 5, "from 1 to 30" },
  { FF_TEST_MARKDOWN_START "```lines 31\nx\n```\n", 5, "from 1 to 30" },
  { FF_TEST_MARKDOWN_START "```lines 99999999999999999999\nx\n```\n", 5, "from 1 to 30" },
  { FF_TEST_MARKDOWN_START "```lines 3 wide\nx\n```\n", 5, "“wide”" },
  { FF_TEST_MARKDOWN_START "```lines 3\n```\n", 5, "no text" },
  { FF_TEST_MARKDOWN_START "```lines 3\nx\ny\n```\n", 7, "one line of words" },
  { FF_TEST_MARKDOWN_START "```lines 3\nx\nanswer: a\nanswer: b\n```\n", 8,
    "no room for one more answer" },
  { FF_TEST_MARKDOWN_START "```fields 2\nName\n```\n", 5, "no number" },
  { FF_TEST_MARKDOWN_START "```fields\nName | first\n```\n", 6, "no hints" },
  { FF_TEST_MARKDOWN_START "```fields\nName {wide}\n```\n", 6, "“wide”" },
  { FF_TEST_MARKDOWN_START "```fields\nName {0}\n```\n", 6, "from 1 to 100" },
  { FF_TEST_MARKDOWN_START "```fields\nanswer: Sam\nName\n```\n", 6, "“field” above" },
  { FF_TEST_MARKDOWN_START "```fields\na\nb\nc\nd\ne\n```\n", 5, "room for 4" },
  { FF_TEST_MARKDOWN_START "```fields\n| x\n```\n", 6, "no words" },
  { FF_TEST_MARKDOWN_START "```table\nx\n```\n", 5, "number from 0 to 40" },
  { FF_TEST_MARKDOWN_START "```table 0\nx\n```\n", 5, "no rows" },
  { FF_TEST_MARKDOWN_START "```table 2\nrow: | x\nx\n```\n", 6, "after “row:”" },
  { FF_TEST_MARKDOWN_START "```table 2\nrow: x {3}\nx\n```\n", 6, "no widths" },
  { FF_TEST_MARKDOWN_START "```table 1\nx\nanswer: a\nanswer: b\n```\n", 8,
    "no room for one more answer" },
  { FF_TEST_MARKDOWN_START "```grid 4\nA\nB\n```\n", 5, "needs at least 4" },
  { FF_TEST_MARKDOWN_START "```grid 4\nmark: S | x\nA\nB\nC\nD\n```\n", 6, "no hints" },
  { FF_TEST_MARKDOWN_START "```grid 4\nA\nanswer: x {Q}\nB\nC\nD\n```\n", 7, "no mark “Q”" },
  { FF_TEST_MARKDOWN_START "```grid 4\nA {2}\nB\nC\nD\n```\n", 6, "no widths" },
  { FF_TEST_MARKDOWN_START "```scale 10\nx\nlow\n```\n", 5, "needs at least 2" },
  { FF_TEST_MARKDOWN_START "```scale 10\nx\nlow\nhigh\nanswer: 11\n```\n", 9, "from 0 to 10" },
  { FF_TEST_MARKDOWN_START "```week 2\nday: x\ny\n```\n", 5, "1 of “day”" },
  { FF_TEST_MARKDOWN_START "```wheel 10\nx\na\nanswer: much\nb\nc\n```\n", 8, "“much”" },
  { FF_TEST_MARKDOWN_START "```wave 30\nx\na\nb\npoint: 10\n```\n", 9, "minute and the strength" },
  { FF_TEST_MARKDOWN_START "```wave 30\nx\na\nb\npoint: 31 5\n```\n", 9, "from 0 to 30" },
  { FF_TEST_MARKDOWN_START "```wave 30\nx\na\nb\npoint: 3 11\n```\n", 9, "from 0 to 10" },
  { FF_TEST_MARKDOWN_START "```steps\nx\nanswer: y\n```\n", 7, "nothing to answer" },
  { FF_TEST_MARKDOWN_START "| a | b |\n|---|---|\n", 5, "no rows" },
  { FF_TEST_MARKDOWN_START "| a |  |\n|---|---|\n| | |\n", 5, "Column 2" },
  { FF_TEST_MARKDOWN_START "| a | b |\n|---|---|\n| x | y |\n", 7, "“y”" },
  { FF_TEST_MARKDOWN_START "| a | b |\n|---|---|\n| | | |\n", 7, "3 cells" },
  { FF_TEST_MARKDOWN_START "| a | b |\n|---|---|\n| | |\n| x | |\n", 8, "come last" },
  { FF_TEST_MARKDOWN_START "| a {x} | b |\n|---|---|\n| | |\n", 5, "“x”" },
  { FF_TEST_MARKDOWN_START "| a<i> | b |\n|---|---|\n| | |\n", 5, "HTML" },
  { "```about\ncolour: red\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“colour”" },
  { "```about\nwords\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“words”" },
  { "```about\npoints: 5\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "from 1 to 4" },
  { "```about\nkind: poster\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“poster”" },
  { "```about\nminutes: long\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“long”" },
  { "```about\n\npeople: 5-2\n```\n" FF_TEST_MARKDOWN_START "Text\n", 3, "from 5 to" },
  { "```about\npeople: few\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“few”" },
  { "```about\norientation: round\n```\n" FF_TEST_MARKDOWN_START "Text\n", 2, "“round”" },
  { "```about\n```\n" FF_TEST_MARKDOWN_START "```about\n```\nText\n", 7, "second block “about”" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
      g_autoptr (FfHandout) handout = ff_test_markdown_read (wrong[i].markdown, problems);
      gboolean found = FALSE;

      for (guint j = 0; j < problems->len; j++)
        {
          const FfHandoutProblem *problem = ff_test_markdown_get_problem (problems, j);

          g_test_message ("%" G_GSIZE_FORMAT ", line %u: %s", i, problem->line, problem->text);
          found = found
                  || (problem->line == wrong[i].line
                      && strstr (problem->text, wrong[i].problem) != NULL);
          g_assert_true (g_str_has_suffix (problem->text, ".")
                         || g_str_has_suffix (problem->text, "”"));
        }
      g_assert_true (found);
    }
}

/* What is right in a text that is not is there all the same. */
static void
test_rest (void)
{
  g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
  g_autoptr (FfHandout) handout = ff_test_markdown_read (
      FF_TEST_MARKDOWN_START
      "<b>no</b>\n\n```nothing\n```\n\nText\n\n```fields\na\nb\nc\nd\ne\nanswer: x\n```\n",
      problems);

  g_assert_cmpuint (problems->len, >=, 3);
  g_assert_cmpuint (problems->len, <=, 4);
  g_assert_cmpstr (
      ff_test_markdown_get_block (handout, ff_handout_get_blocks (handout)->len - 2)->text, ==,
      "Text");
  g_assert_cmpuint (
      ff_test_markdown_get_block (handout, ff_handout_get_blocks (handout)->len - 1)->parts->len,
      ==, 4);
}

/* (transfer full) */
static char *
repeat (const char *before, const char *text, guint times, const char *after)
{
  GString *result = g_string_new (before);

  for (guint i = 0; i < times; i++)
    g_string_append (result, text);

  return g_string_free_and_steal (g_string_append (result, after));
}

static void
test_too_much (void)
{
  g_autofree char *long_text = repeat (FF_TEST_MARKDOWN_START, "word ", 200000, "\n");
  g_autofree char *columns = repeat (FF_TEST_MARKDOWN_START "|", " c |", 40, "\n");
  g_autofree char *rule = repeat ("|", "---|", 40, "\n| |\n");
  g_autofree char *table = g_strconcat (columns, rule, NULL);
  g_autofree char *title = repeat ("# ", "word ", 50, "\n\nS\n\nText\n");
  const struct
  {
    const char *markdown;
    guint line;
    const char *problem;
  } cases[] = { { long_text, 0, "too long" },
                { table, 5, "40 of “column”" },
                { title, 1, "200 letters" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
      g_autoptr (FfHandout) handout = ff_test_markdown_read (cases[i].markdown, problems);

      g_assert_cmpuint (ff_test_markdown_get_problem (problems, 0)->line, ==, cases[i].line);
      g_assert_nonnull (
          strstr (ff_test_markdown_get_problem (problems, 0)->text, cases[i].problem));
      g_assert_cmpint (handout != NULL, ==, i > 0);
    }
}

/* Signs that make a parser go deep or back and forth: read in no time, with an end to what is told. */
static void
test_deep (void)
{
  const char *const pieces[] = {
    ">",       "> ",     "- ",   "* ",           "1. ",  "[",   "*a ",      "_",        "`",
    "![",      "<a ",    "(",    "**",           "[a](", "\\",  "|",        "&",        "~~~\n",
    "- a\n  ", "```x\n", "<!--", "| a |\n|-|\n", "# \n", "<b>", "a\n===\n", "[a]: b\n", "[a]["
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *markdown
          = repeat (FF_TEST_MARKDOWN_START, pieces[i], 190000 / (guint) strlen (pieces[i]), "\n");
      g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
      clock_t start = clock (); /* of this program alone, whatever else the machine does */
      g_autoptr (FfHandout) handout = ff_test_markdown_read (markdown, problems);
      long taken = (long) ((clock () - start) / (CLOCKS_PER_SEC / 1000));

      g_test_message ("%s: %ld ms, %u problems", pieces[i], taken, problems->len);
      g_assert_nonnull (handout);
      g_assert_cmpuint (problems->len, <=, 100);
      g_assert_cmpint (taken, <, 3000);
    }
}

/* Pieces of handouts and of Markdown in any order. What is read is within the limits, and can be written and read again. */
static char *
mutate (GRand *rand, const char *markdown)
{
  const char *const pieces[] = { "```",
                                 "\n",
                                 "\n\n",
                                 "# ",
                                 "- ",
                                 "- [ ] ",
                                 "1. ",
                                 "|",
                                 "|---|",
                                 "{3}",
                                 "{",
                                 "answer: ",
                                 "row: ",
                                 "point: 5 5",
                                 "<b>",
                                 "![x](y)",
                                 "[x](y)",
                                 "    ",
                                 "99",
                                 "-1",
                                 "```table 4\n",
                                 "```wheel 10\n",
                                 "curve",
                                 "\\",
                                 "é",
                                 "ش",
                                 "---\n",
                                 "> ",
                                 "about\n",
                                 "\t",
                                 "\x07",
                                 "&amp;" };
  GString *text = g_string_new (markdown);
  guint n = (guint) g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < n && text->len > 0; i++)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (int) text->len);
      gsize length = (gsize) g_rand_int_range (rand, 0, 40);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (text, (gssize) at, (gssize) MIN (length, text->len - at));
          break;

        case 1:
          g_string_insert (text, (gssize) at,
                           pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          break;

        case 2:
          text->str[at] = (char) g_rand_int_range (rand, 1, 256);
          break;

        default:
          {
            g_autofree char *copy = g_strndup (text->str + at, MIN (length, text->len - at));

            g_string_insert (text, g_rand_int_range (rand, 0, (int) text->len), copy);
          }
        }
    }

  return g_string_free_and_steal (text);
}

static void
check_limits (FfHandout *handout)
{
  for (guint i = 0; i < ff_handout_get_blocks (handout)->len; i++)
    {
      const FfBlock *block = ff_test_markdown_get_block (handout, i);
      const FfBlockForm *form = ff_block_form_get (block->kind);

      g_assert_cmpint (block->text != NULL && *block->text != '\0', ==,
                       form->has_text || form->has_label);
      g_assert_cmpuint (block->parts->len, >=, form->min_parts);
      g_assert_cmpuint (block->parts->len, <=, form->max_parts);
      g_assert_cmpuint (block->rows->len, >=, form->min_rows);
      g_assert_cmpuint (block->rows->len, <=, form->max_rows);
      if (form->count != NULL)
        g_assert_cmpuint (block->count, >=, form->min_count);
      g_assert_cmpuint (block->count, <=, form->max_count);
      for (guint part = 0; part < block->parts->len; part++)
        g_assert_cmpstr (ff_block_get_part (block, part)->title, !=, "");
    }
}

static void
test_mutated (void)
{
  g_autoptr (GPtrArray) handouts = ff_test_markdown_load_built_in ("en");
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_whole = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *markdown
          = ff_handout_to_markdown (g_ptr_array_index (handouts, i % handouts->len));
      g_autofree char *mutated = mutate (rand, markdown);
      g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
      g_autoptr (FfHandout) handout = ff_test_markdown_read (mutated, problems);
      g_autofree char *again = NULL;
      g_autoptr (FfHandout) after = NULL;

      if (handout == NULL)
        {
          g_assert_cmpuint (problems->len, >, 0);
          continue;
        }
      check_limits (handout);
      if (problems->len > 0)
        continue;
      n_whole++;
      g_test_message ("%s", mutated);
      again = ff_handout_to_markdown (handout);
      after = ff_test_markdown_read_right (again);
      ff_test_markdown_compare_handouts (handout, after);
    }
  g_test_message ("%u were right all the same", n_whole);
  g_assert_cmpuint (n_whole, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-markdown-wrong/wrong", test_wrong);
  g_test_add_func ("/handout-markdown-wrong/rest", test_rest);
  g_test_add_func ("/handout-markdown-wrong/too-much", test_too_much);
  g_test_add_func ("/handout-markdown-wrong/deep", test_deep);
  g_test_add_func ("/handout-markdown-wrong/mutated", test_mutated);

  return g_test_run ();
}
