/* test-handout-markdown.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts of one's own: read out of Markdown, written to it, and the same when read again.
 */

#include "ff-test-markdown.h"

/* --- What can be written --- */

static void
test_text (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      "# My *own*\n\nWhat it is\nfor.\n\n## Heading\n\nA **bold** word, [a page]"
      "(https://example.org), <https://example.net> and\n`code` &amp; so on.\n\n"
      "1. Stop\n2. Think\n\n- One\n- Two\n  lines\n\n---\n\nAfter\n");

  g_assert_true (ff_handout_is_own (handout));
  g_assert_cmpstr (ff_handout_get_id (handout), ==, "own-1");
  g_assert_cmpstr (ff_handout_get_title (handout), ==, "My own");
  g_assert_cmpstr (ff_handout_get_summary (handout), ==, "What it is for.");
  g_assert_true (ff_handout_matches (handout, "own"));
  g_assert_cmpint (ff_test_markdown_get_block (handout, 0)->kind, ==, FF_BLOCK_HEADING);
  g_assert_cmpstr (ff_test_markdown_get_block (handout, 1)->text, ==,
                   "A bold word, a page (https://example.org), https://example.net and code & so "
                   "on.");
  g_assert_cmpint (ff_test_markdown_get_block (handout, 2)->kind, ==, FF_BLOCK_STEPS);
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 2), 1)->title, ==,
                   "Think");
  g_assert_cmpint (ff_test_markdown_get_block (handout, 3)->kind, ==, FF_BLOCK_LIST);
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 3), 1)->title, ==,
                   "Two lines");
  g_assert_cmpint (ff_test_markdown_get_block (handout, 4)->kind, ==, FF_BLOCK_BREAK);
  g_assert_cmpstr (ff_test_markdown_get_block (handout, 5)->text, ==, "After");
}

static void
test_about (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      "```about\npoints: 1 4\nkind: activity\nminutes: 20\npeople: 2-12\n"
      "orientation: landscape\nname: Old name\nname: Older: name\nsources: CBT MI\n"
      "lead: Say this.\nlead: Then that.\norigin: A book.\n```\n" FF_TEST_MARKDOWN_START "Text\n");
  guint least, most;

  g_assert_cmpint (ff_handout_get_points (handout), ==, FF_POINT_1 | FF_POINT_4);
  g_assert_cmpint (ff_handout_get_kind (handout), ==, FF_HANDOUT_ACTIVITY);
  g_assert_cmpuint (ff_handout_get_minutes (handout), ==, 20);
  ff_handout_get_people (handout, &least, &most);
  g_assert_cmpuint (least, ==, 2);
  g_assert_cmpuint (most, ==, 12);
  g_assert_true (ff_handout_get_landscape (handout));
  g_assert_cmpstr (ff_handout_get_other_names (handout)[1], ==, "Older: name");
  g_assert_true (ff_handout_matches (handout, "older"));
  g_assert_cmpstr (ff_handout_get_sources (handout)[1], ==, "MI");
  g_assert_cmpstr (ff_handout_get_lead (handout)[1], ==, "Then that.");
  g_assert_cmpstr (ff_handout_get_origin (handout), ==, "A book.");
}

static void
assert_answer (FfHandout *handout, const char *key, const char *text)
{
  g_assert_nonnull (ff_handout_get_example (handout));
  g_assert_cmpstr (ff_answers_get (ff_handout_get_example (handout), key), ==, text);
}

static void
test_checklist (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      FF_TEST_MARKDOWN_START "Before\n\nTo try\n- [ ] Wait\n- [x] Walk\n* [link](x) here\n");
  const FfBlock *block = ff_test_markdown_get_block (handout, 1);

  g_assert_cmpint (block->kind, ==, FF_BLOCK_CHECKLIST);
  g_assert_cmpstr (block->text, ==, "To try");
  g_assert_cmpstr (ff_block_get_part (block, 1)->title, ==, "Walk");
  g_assert_cmpint (ff_test_markdown_get_block (handout, 2)->kind, ==, FF_BLOCK_LIST);
  assert_answer (handout, "1/1/0", "yes");
  assert_answer (handout, "1/0/0", NULL);
}

static void
test_drawn_table (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      FF_TEST_MARKDOWN_START "| When {2} | How \\| why |\n|---|:-:|\n| Mon\\*day | |\n| | |\n||\n"
                             "\na | b\n--|--\n | \n");
  const FfBlock *table = ff_test_markdown_get_block (handout, 0);

  g_assert_cmpint (table->kind, ==, FF_BLOCK_TABLE);
  g_assert_cmpuint (table->parts->len, ==, 2);
  g_assert_cmpstr (ff_block_get_part (table, 0)->title, ==, "When");
  g_assert_cmpfloat_with_epsilon (ff_block_get_part (table, 0)->weight, 2, 0.001);
  g_assert_cmpstr (ff_block_get_part (table, 1)->title, ==, "How | why");
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpstr (ff_block_get_row (table, 0)->title, ==, "Mon*day");
  g_assert_cmpuint (table->count, ==, 2);
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 1), 1)->title, ==, "b");
  g_assert_cmpuint (ff_test_markdown_get_block (handout, 1)->count, ==, 1);
}

/* Every kind in a fence, with answers. */
static void
test_fences (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      FF_TEST_MARKDOWN_START "```lines 3\nWhat \\| now\nanswer: Rest\n```\n"
                             "```scale 10\nSure?\nno\nyes\nanswer: 6\n```\n"
                             "~~~fields\nName {3}\nanswer: Sam\nDate\n~~~\n"
                             "```table 2\nrow: Mon | early\nDay {2} | when\nanswer: Tue\n"
                             "What\nanswer:\nanswer: Walk\n```\n"
                             "```grid 4\nmark: S\nmark: L\nA | a\nanswer: One {L}\nB\nC\nD\n```\n"
                             "```wheel 10\nLife\nHealth\nanswer: 4\nanswer: 7\nWork\nRest\n```\n"
                             "```wave 30 curve\nUrge\nminutes\nstrength\npoint: 10 8\n```\n"
                             "```cycle\nWhere?\nOne | first\n[x] Two\nThree\n```\n"
                             "```checklist\nTo try\n- [ ] Wait\n[x] Walk\n\\[x] box\n```\n"
                             "```help-lines 4\nWhere to turn\n```\n"
                             "```list\nanswer\\: this\n```\n```break\n```\n");
  const FfBlock *table = ff_test_markdown_get_block (handout, 3);

  g_assert_cmpstr (ff_test_markdown_get_block (handout, 0)->text, ==, "What | now");
  assert_answer (handout, "0/0/0", "Rest");
  g_assert_cmpuint (ff_test_markdown_get_block (handout, 1)->count, ==, 10);
  assert_answer (handout, "1/0/0", "6");
  g_assert_cmpfloat_with_epsilon (
      ff_block_get_part (ff_test_markdown_get_block (handout, 2), 0)->weight, 3, 0.001);
  assert_answer (handout, "2/0/0", "Sam");
  g_assert_cmpuint (table->parts->len, ==, 2);
  g_assert_cmpstr (ff_block_get_part (table, 0)->hint, ==, "when");
  g_assert_cmpstr (ff_block_get_row (table, 0)->hint, ==, "early");
  assert_answer (handout, "3/0/1", "Tue");
  assert_answer (handout, "3/1/0", NULL);
  assert_answer (handout, "3/1/1", "Walk");
  g_assert_cmpuint (ff_test_markdown_get_block (handout, 4)->rows->len, ==, 2);
  assert_answer (handout, "4/0/0", "One");
  assert_answer (handout, "4/0/0/mark", "1");
  assert_answer (handout, "5/0/0", "4");
  assert_answer (handout, "5/0/1", "7");
  g_assert_true (ff_test_markdown_get_block (handout, 6)->curve);
  assert_answer (handout, "6/0/10", "8");
  assert_answer (handout, "7/0/0", "1");
  assert_answer (handout, "8/1/0", "yes");
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 8), 2)->title, ==,
                   "[x] box");
  assert_answer (handout, "8/2/0", NULL);
  g_assert_cmpuint (ff_test_markdown_get_block (handout, 9)->count, ==, 4);
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 10), 0)->title, ==,
                   "answer: this");
  g_assert_cmpint (ff_test_markdown_get_block (handout, 11)->kind, ==, FF_BLOCK_BREAK);
}

/* Right to left and Latin mixed, line ends of other systems, a byte order mark, and a word that no line holds. */
static void
test_unusual (void)
{
  g_autofree char *word = g_strnfill (500, 'x');
  g_autofree char *markdown
      = g_strconcat ("\xef\xbb\xbf# نشرة Wave مختلطة\r\n\r\nلماذا؟\r\rקצת English\r\n\r\n", word,
                     "\n", NULL);
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (markdown);

  g_assert_cmpstr (ff_handout_get_title (handout), ==, "نشرة Wave مختلطة");
  g_assert_cmpstr (ff_test_markdown_get_block (handout, 0)->text, ==, "קצת English");
  g_assert_cmpstr (ff_test_markdown_get_block (handout, 1)->text, ==, word);
}

/* --- There and back --- */

static void
test_round_trip (gconstpointer language)
{
  g_autoptr (GPtrArray) handouts = ff_test_markdown_load_built_in (language);

  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *before = g_ptr_array_index (handouts, i);
      g_autofree char *markdown = ff_handout_to_markdown (before);
      g_autoptr (FfHandout) after = NULL;

      g_test_message ("%s", ff_handout_get_id (before));
      after = ff_test_markdown_read_right (markdown);
      ff_test_markdown_compare_handouts (before, after);
    }
}

/* Words that look like Markdown, in every place where words can stand. */
static void
test_awkward_words (void)
{
  const char *const words[] = { "1. one",
                                "- dash",
                                "# hash #",
                                "*star* _line_ `code`",
                                "[a](b) ![c](d) <e> &amp; &#35;",
                                "> quote",
                                "a | b {3}",
                                "answer: x",
                                "row: y",
                                "\\back\\| \\",
                                "```",
                                "~~~",
                                "---",
                                "===",
                                "[ ] box",
                                "+ plus",
                                "http://x.org/a_b",
                                "12) so",
                                "mark: {S}",
                                ": colon",
                                "word {2}",
                                "|",
                                "a\\" };
  const char *const templates[] = { "heading",   "paragraph", "list",    "steps",   "lines 2",
                                    "checklist", "fields",    "table 3", "scale 5", "cycle" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (templates); j++)
      {
        g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
            FF_TEST_MARKDOWN_START "```grid 4\nmark: S\nA | h\nanswer: x\nB\nC\nD\n```\n");
        GPtrArray *blocks = ff_handout_get_blocks (handout);
        g_autofree char *name = g_strndup (templates[j], strcspn (templates[j], " "));
        const FfBlockForm *form = ff_block_form_find (name);
        FfBlock *block = ff_block_new (form->kind);
        g_autofree char *markdown = NULL;
        g_autoptr (FfHandout) after = NULL;

        block->count = form->count != NULL ? form->min_count + 1 : 0;
        block->text = form->has_text || form->has_label ? g_strdup (words[i]) : NULL;
        for (guint part = 0; part < MAX (form->min_parts, 1) && form->part != NULL; part++)
          {
            FfBlockPart *new_part = ff_block_part_new ();

            new_part->title = g_strdup (words[i]);
            new_part->hint = form->titled_parts ? g_strdup (words[i]) : NULL;
            new_part->weight = form->weighted_parts ? 3 : 1;
            g_ptr_array_add (block->parts, new_part);
          }
        g_ptr_array_add (blocks, block);
        ff_answers_set (ff_handout_get_example (handout), "0/0/0", words[i]);
        markdown = ff_handout_to_markdown (handout);
        g_test_message ("%s: %s\n%s", templates[j], words[i], markdown);
        after = ff_test_markdown_read_right (markdown);
        ff_test_markdown_compare_handouts (handout, after);
      }
}

static void
test_retitle (void)
{
  const struct
  {
    const char *before, *after;
  } expected[] = {
    { "# Old\n\nText\n", "# New \\*one\\*\n\nText\n" },
    { "```about\n# x: y\n```\n\n# Old ##\nText", "```about\n# x: y\n```\n\n# New \\*one\\*\nText" },
    { "Old\nin two\n===\n\nText\n", "# New \\*one\\*\n\nText\n" },
    { "## Not\n", "# New \\*one\\*\n\n## Not\n" },
    { "", "# New \\*one\\*\n\n" },
    { "# Old", "# New \\*one\\*" },
    { "Text\r\r# Old\r\rText\r", "Text\n\n# New \\*one\\*\n\nText\n" },
    { "Old\rin\rthree\r===\r", "# New \\*one\\*\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *after = ff_handout_retitle_markdown (expected[i].before, "New *one*");

      g_assert_cmpstr (after, ==, expected[i].after);
    }
}

/* A link that is called as a box is drawn is no box: its address comes after it. */
static void
test_box_that_is_a_link (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      FF_TEST_MARKDOWN_START "- [x] Walk\n- Wait\n\n[x]: \xc3\xa9t\xc3\xa9\n");
  const FfBlock *list = ff_test_markdown_get_block (handout, 0);

  g_assert_cmpint (list->kind, ==, FF_BLOCK_LIST);
  g_assert_cmpstr (ff_block_get_part (list, 0)->title, ==, "x (\xc3\xa9t\xc3\xa9) Walk");
}

/* What ends a line in other alphabets, or is no letter at all, however it came there. */
static void
test_one_line (void)
{
  g_autoptr (FfHandout) handout = ff_test_markdown_read_right (
      FF_TEST_MARKDOWN_START "a&#1;b&#27;[c&#x85;d&#8232;e\xe2\x80\xa9"
                             "f\xc2\x85g&#10;\n\n```fields\nOne\xe2\x80\xa8two\n```\n");

  g_assert_cmpstr (ff_test_markdown_get_block (handout, 0)->text, ==, "a b [c d e f g");
  g_assert_cmpstr (ff_block_get_part (ff_test_markdown_get_block (handout, 1), 0)->title, ==,
                   "One two");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-markdown/text", test_text);
  g_test_add_func ("/handout-markdown/about", test_about);
  g_test_add_func ("/handout-markdown/checklist", test_checklist);
  g_test_add_func ("/handout-markdown/drawn-table", test_drawn_table);
  g_test_add_func ("/handout-markdown/fences", test_fences);
  g_test_add_func ("/handout-markdown/unusual", test_unusual);
  g_test_add_data_func ("/handout-markdown/round-trip/en", "en", test_round_trip);
  g_test_add_data_func ("/handout-markdown/round-trip/fr", "fr", test_round_trip);
  g_test_add_data_func ("/handout-markdown/round-trip/ar", "ar", test_round_trip);
  g_test_add_func ("/handout-markdown/awkward-words", test_awkward_words);
  g_test_add_func ("/handout-markdown/retitle", test_retitle);
  g_test_add_func ("/handout-markdown/box-that-is-a-link", test_box_that_is_a_link);
  g_test_add_func ("/handout-markdown/one-line", test_one_line);

  return g_test_run ();
}
