/* test-handout-markdown.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts of one's own: read out of Markdown and written to it, and texts that are wrong.
 */

#include <string.h>

#include "ff-handout.h"

static FfHandout *
read_markdown (const char *markdown, GPtrArray *problems)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");

  return ff_handout_new_from_markdown ("own-1", markdown, catalogue, problems);
}

static GPtrArray *
make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
}

static const FfHandoutProblem *
get_problem (GPtrArray *problems, guint i)
{
  g_assert_cmpuint (i, <, problems->len);
  return g_ptr_array_index (problems, i);
}

static void
assert_no_problem (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("line %u: %s", get_problem (problems, i)->line,
                    get_problem (problems, i)->text);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Without anything wrong with it. */
static FfHandout *
read_right (const char *markdown)
{
  g_autoptr (GPtrArray) problems = make_problems ();
  FfHandout *handout = read_markdown (markdown, problems);

  assert_no_problem (problems);
  g_assert_nonnull (handout);
  return handout;
}

static const FfBlock *
get_block (FfHandout *handout, guint i)
{
  GPtrArray *blocks = ff_handout_get_blocks (handout);

  g_assert_cmpuint (i, <, blocks->len);
  return g_ptr_array_index (blocks, i);
}

#define START "# Title\n\nFor this.\n\n" /* four lines */

/* --- What can be written --- */

static void
test_text (void)
{
  g_autoptr (FfHandout) handout
      = read_right ("# My *own*\n\nWhat it is\nfor.\n\n## Heading\n\nA **bold** word, [a page]"
                    "(https://example.org), <https://example.net> and\n`code` &amp; so on.\n\n"
                    "1. Stop\n2. Think\n\n- One\n- Two\n  lines\n\n---\n\nAfter\n");

  g_assert_true (ff_handout_is_own (handout));
  g_assert_cmpstr (ff_handout_get_id (handout), ==, "own-1");
  g_assert_cmpstr (ff_handout_get_title (handout), ==, "My own");
  g_assert_cmpstr (ff_handout_get_summary (handout), ==, "What it is for.");
  g_assert_true (ff_handout_matches (handout, "own"));
  g_assert_cmpint (get_block (handout, 0)->kind, ==, FF_BLOCK_HEADING);
  g_assert_cmpstr (get_block (handout, 1)->text, ==,
                   "A bold word, a page (https://example.org), https://example.net and code & so "
                   "on.");
  g_assert_cmpint (get_block (handout, 2)->kind, ==, FF_BLOCK_STEPS);
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 2), 1)->title, ==, "Think");
  g_assert_cmpint (get_block (handout, 3)->kind, ==, FF_BLOCK_LIST);
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 3), 1)->title, ==, "Two lines");
  g_assert_cmpint (get_block (handout, 4)->kind, ==, FF_BLOCK_BREAK);
  g_assert_cmpstr (get_block (handout, 5)->text, ==, "After");
}

static void
test_about (void)
{
  g_autoptr (FfHandout) handout
      = read_right ("```about\npoints: 1 4\nkind: activity\nminutes: 20\npeople: 2-12\n"
                    "orientation: landscape\nname: Old name\nname: Older: name\nsources: CBT MI\n"
                    "lead: Say this.\nlead: Then that.\norigin: A book.\n```\n" START "Text\n");
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
  g_autoptr (FfHandout) handout
      = read_right (START "Before\n\nTo try\n- [ ] Wait\n- [x] Walk\n* [link](x) here\n");
  const FfBlock *block = get_block (handout, 1);

  g_assert_cmpint (block->kind, ==, FF_BLOCK_CHECKLIST);
  g_assert_cmpstr (block->text, ==, "To try");
  g_assert_cmpstr (ff_block_get_part (block, 1)->title, ==, "Walk");
  g_assert_cmpint (get_block (handout, 2)->kind, ==, FF_BLOCK_LIST);
  assert_answer (handout, "1/1/0", "yes");
  assert_answer (handout, "1/0/0", NULL);
}

static void
test_drawn_table (void)
{
  g_autoptr (FfHandout) handout
      = read_right (START "| When {2} | How \\| why |\n|---|:-:|\n| Mon\\*day | |\n| | |\n||\n"
                          "\na | b\n--|--\n | \n");
  const FfBlock *table = get_block (handout, 0);

  g_assert_cmpint (table->kind, ==, FF_BLOCK_TABLE);
  g_assert_cmpuint (table->parts->len, ==, 2);
  g_assert_cmpstr (ff_block_get_part (table, 0)->title, ==, "When");
  g_assert_cmpfloat_with_epsilon (ff_block_get_part (table, 0)->weight, 2, 0.001);
  g_assert_cmpstr (ff_block_get_part (table, 1)->title, ==, "How | why");
  g_assert_cmpuint (table->rows->len, ==, 1);
  g_assert_cmpstr (ff_block_get_row (table, 0)->title, ==, "Mon*day");
  g_assert_cmpuint (table->count, ==, 2);
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 1), 1)->title, ==, "b");
  g_assert_cmpuint (get_block (handout, 1)->count, ==, 1);
}

/* Every kind in a fence, with answers. */
static void
test_fences (void)
{
  g_autoptr (FfHandout) handout
      = read_right (START "```lines 3\nWhat \\| now\nanswer: Rest\n```\n"
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
  const FfBlock *table = get_block (handout, 3);

  g_assert_cmpstr (get_block (handout, 0)->text, ==, "What | now");
  assert_answer (handout, "0/0/0", "Rest");
  g_assert_cmpuint (get_block (handout, 1)->count, ==, 10);
  assert_answer (handout, "1/0/0", "6");
  g_assert_cmpfloat_with_epsilon (ff_block_get_part (get_block (handout, 2), 0)->weight, 3, 0.001);
  assert_answer (handout, "2/0/0", "Sam");
  g_assert_cmpuint (table->parts->len, ==, 2);
  g_assert_cmpstr (ff_block_get_part (table, 0)->hint, ==, "when");
  g_assert_cmpstr (ff_block_get_row (table, 0)->hint, ==, "early");
  assert_answer (handout, "3/0/1", "Tue");
  assert_answer (handout, "3/1/0", NULL);
  assert_answer (handout, "3/1/1", "Walk");
  g_assert_cmpuint (get_block (handout, 4)->rows->len, ==, 2);
  assert_answer (handout, "4/0/0", "One");
  assert_answer (handout, "4/0/0/mark", "1");
  assert_answer (handout, "5/0/0", "4");
  assert_answer (handout, "5/0/1", "7");
  g_assert_true (get_block (handout, 6)->curve);
  assert_answer (handout, "6/0/10", "8");
  assert_answer (handout, "7/0/0", "1");
  assert_answer (handout, "8/1/0", "yes");
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 8), 2)->title, ==, "[x] box");
  assert_answer (handout, "8/2/0", NULL);
  g_assert_cmpuint (get_block (handout, 9)->count, ==, 4);
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 10), 0)->title, ==, "answer: this");
  g_assert_cmpint (get_block (handout, 11)->kind, ==, FF_BLOCK_BREAK);
}

/* Right to left and Latin mixed, line ends of other systems, a byte order mark, and a word that no line holds. */
static void
test_unusual (void)
{
  g_autofree char *word = g_strnfill (500, 'x');
  g_autofree char *markdown
      = g_strconcat ("\xef\xbb\xbf# نشرة Wave مختلطة\r\n\r\nلماذا؟\r\rקצת English\r\n\r\n", word,
                     "\n", NULL);
  g_autoptr (FfHandout) handout = read_right (markdown);

  g_assert_cmpstr (ff_handout_get_title (handout), ==, "نشرة Wave مختلطة");
  g_assert_cmpstr (get_block (handout, 0)->text, ==, "קצת English");
  g_assert_cmpstr (get_block (handout, 1)->text, ==, word);
}

/* --- There and back --- */

static void
compare_parts (GPtrArray *before, GPtrArray *after)
{
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const FfBlockPart *a = g_ptr_array_index (before, i);
      const FfBlockPart *b = g_ptr_array_index (after, i);

      g_assert_cmpstr (a->title, ==, b->title);
      g_assert_cmpstr (a->hint, ==, b->hint);
      g_assert_cmpfloat_with_epsilon (a->weight, b->weight, 0.001);
    }
}

static void
compare_answers (FfHandout *before, FfHandout *after, guint block)
{
  for (guint part = 0; part < 40; part++)
    for (guint row = 0; row <= 240; row++)
      {
        g_autofree char *key = ff_answers_make_key (block, part, row);
        g_autofree char *mark = g_strconcat (key, "/mark", NULL);
        FfAnswers *a = ff_handout_get_example (before), *b = ff_handout_get_example (after);

        g_assert_cmpstr (a != NULL ? ff_answers_get (a, key) : NULL, ==,
                         b != NULL ? ff_answers_get (b, key) : NULL);
        g_assert_cmpstr (a != NULL ? ff_answers_get (a, mark) : NULL, ==,
                         b != NULL ? ff_answers_get (b, mark) : NULL);
      }
}

static void
compare_handouts (FfHandout *before, FfHandout *after)
{
  guint least[2], most[2];

  g_assert_cmpstr (ff_handout_get_title (before), ==, ff_handout_get_title (after));
  g_assert_cmpstr (ff_handout_get_summary (before), ==, ff_handout_get_summary (after));
  g_assert_cmpint (ff_handout_get_points (before), ==, ff_handout_get_points (after));
  g_assert_cmpint (ff_handout_get_kind (before), ==, ff_handout_get_kind (after));
  g_assert_cmpuint (ff_handout_get_minutes (before), ==, ff_handout_get_minutes (after));
  g_assert_cmpint (ff_handout_get_landscape (before), ==, ff_handout_get_landscape (after));
  g_assert_cmpstr (ff_handout_get_origin (before), ==, ff_handout_get_origin (after));
  g_assert_cmpstrv (ff_handout_get_sources (before), ff_handout_get_sources (after));
  g_assert_cmpstrv (ff_handout_get_other_names (before), ff_handout_get_other_names (after));
  g_assert_cmpstrv (ff_handout_get_lead (before), ff_handout_get_lead (after));
  ff_handout_get_people (before, &least[0], &most[0]);
  ff_handout_get_people (after, &least[1], &most[1]);
  g_assert_cmpuint (least[0], ==, least[1]);
  g_assert_cmpuint (most[0], ==, most[1]);
  g_assert_cmpuint (ff_handout_get_blocks (before)->len, ==, ff_handout_get_blocks (after)->len);
  for (guint i = 0; i < ff_handout_get_blocks (before)->len; i++)
    {
      const FfBlock *a = get_block (before, i), *b = get_block (after, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpuint (a->count, ==, b->count);
      g_assert_cmpint (a->curve, ==, b->curve);
      compare_parts (a->parts, b->parts);
      compare_parts (a->rows, b->rows);
      compare_answers (before, after, i);
    }
}

static GPtrArray *
load_built_in (const char *language)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  GPtrArray *handouts = ff_handout_load_all (catalogue, &error);

  g_assert_no_error (error);
  return handouts;
}

static void
test_round_trip (gconstpointer language)
{
  g_autoptr (GPtrArray) handouts = load_built_in (language);

  for (guint i = 0; i < handouts->len; i++)
    {
      FfHandout *before = g_ptr_array_index (handouts, i);
      g_autofree char *markdown = ff_handout_to_markdown (before);
      g_autoptr (FfHandout) after = NULL;

      g_test_message ("%s", ff_handout_get_id (before));
      after = read_right (markdown);
      compare_handouts (before, after);
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
        g_autoptr (FfHandout) handout
            = read_right (START "```grid 4\nmark: S\nA | h\nanswer: x\nB\nC\nD\n```\n");
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
        after = read_right (markdown);
        compare_handouts (handout, after);
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
  g_autoptr (FfHandout) handout
      = read_right (START "- [x] Walk\n- Wait\n\n[x]: \xc3\xa9t\xc3\xa9\n");
  const FfBlock *list = get_block (handout, 0);

  g_assert_cmpint (list->kind, ==, FF_BLOCK_LIST);
  g_assert_cmpstr (ff_block_get_part (list, 0)->title, ==, "x (\xc3\xa9t\xc3\xa9) Walk");
}

/* What ends a line in other alphabets, or is no letter at all, however it came there. */
static void
test_one_line (void)
{
  g_autoptr (FfHandout) handout
      = read_right (START "a&#1;b&#27;[c&#x85;d&#8232;e\xe2\x80\xa9"
                          "f\xc2\x85g&#10;\n\n```fields\nOne\xe2\x80\xa8two\n```\n");

  g_assert_cmpstr (get_block (handout, 0)->text, ==, "a b [c d e f g");
  g_assert_cmpstr (ff_block_get_part (get_block (handout, 1), 0)->title, ==, "One two");
}

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
  { START "Text\n\n# Again\n", 7, "one title, and it is in line 1" },
  { START "A <b>bold</b> word\n", 5, "HTML" },
  { START "Two\nlines <br> here\n", 6, "HTML" },
  { START "<div>\nthis\n</div>\n", 5, "HTML" },
  { START "<!-- note -->\n", 5, "HTML" },
  { START "Text\n\n![a picture](x.png)\n", 7, "pictures" },
  { START "> said\n", 5, "quotations" },
  { START "    four spaces\n", 5, "four spaces" },
  { START "A\x01\n", 5, "cannot be printed" },
  { START "- one\n  - two\n", 6, "one paragraph" },
  { START "- one\n\n  more\n", 7, "one paragraph" },
  { START "- one\n-\n", 6, "empty" },
  { START "- [ ]\n", 5, "empty" },
  { START "- [ ] one\n", 5, "above this checklist" },
  { START "To try\n- [ ] one\n- two\n", 6, "every point" },
  { START "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n", 5, "room for 9" },
  { START "```\nx\n```\n", 5, "what block" },
  { START "```picture 3\nx\n```\n", 5, "no block “picture”" },
  { START "```outline\nx\n```\n", 5, "no block “outline”" },
  { START "```lines 3\nx\n", 5, "no end" },
  { START "```lines\nx\n```\n", 5, "number from 1 to 30" },
  { START "```lines many\nx\n```\n", 5, "“many”" },
  { START "```lines 0\nx\n```\n", 5, "from 1 to 30" },
  { START "```lines 31\nx\n```\n", 5, "from 1 to 30" },
  { START "```lines 99999999999999999999\nx\n```\n", 5, "from 1 to 30" },
  { START "```lines 3 wide\nx\n```\n", 5, "“wide”" },
  { START "```lines 3\n```\n", 5, "no text" },
  { START "```lines 3\nx\ny\n```\n", 7, "one line of words" },
  { START "```lines 3\nx\nanswer: a\nanswer: b\n```\n", 8, "no room for one more answer" },
  { START "```fields 2\nName\n```\n", 5, "no number" },
  { START "```fields\nName | first\n```\n", 6, "no hints" },
  { START "```fields\nName {wide}\n```\n", 6, "“wide”" },
  { START "```fields\nName {0}\n```\n", 6, "from 1 to 100" },
  { START "```fields\nanswer: Sam\nName\n```\n", 6, "“field” above" },
  { START "```fields\na\nb\nc\nd\ne\n```\n", 5, "room for 4" },
  { START "```fields\n| x\n```\n", 6, "no words" },
  { START "```table\nx\n```\n", 5, "number from 0 to 40" },
  { START "```table 0\nx\n```\n", 5, "no rows" },
  { START "```table 2\nrow: | x\nx\n```\n", 6, "after “row:”" },
  { START "```table 2\nrow: x {3}\nx\n```\n", 6, "no widths" },
  { START "```table 1\nx\nanswer: a\nanswer: b\n```\n", 8, "no room for one more answer" },
  { START "```grid 4\nA\nB\n```\n", 5, "needs at least 4" },
  { START "```grid 4\nmark: S | x\nA\nB\nC\nD\n```\n", 6, "no hints" },
  { START "```grid 4\nA\nanswer: x {Q}\nB\nC\nD\n```\n", 7, "no mark “Q”" },
  { START "```grid 4\nA {2}\nB\nC\nD\n```\n", 6, "no widths" },
  { START "```scale 10\nx\nlow\n```\n", 5, "needs at least 2" },
  { START "```scale 10\nx\nlow\nhigh\nanswer: 11\n```\n", 9, "from 0 to 10" },
  { START "```week 2\nday: x\ny\n```\n", 5, "1 of “day”" },
  { START "```wheel 10\nx\na\nanswer: much\nb\nc\n```\n", 8, "“much”" },
  { START "```wave 30\nx\na\nb\npoint: 10\n```\n", 9, "minute and the strength" },
  { START "```wave 30\nx\na\nb\npoint: 31 5\n```\n", 9, "from 0 to 30" },
  { START "```wave 30\nx\na\nb\npoint: 3 11\n```\n", 9, "from 0 to 10" },
  { START "```steps\nx\nanswer: y\n```\n", 7, "nothing to answer" },
  { START "| a | b |\n|---|---|\n", 5, "no rows" },
  { START "| a |  |\n|---|---|\n| | |\n", 5, "Column 2" },
  { START "| a | b |\n|---|---|\n| x | y |\n", 7, "“y”" },
  { START "| a | b |\n|---|---|\n| | | |\n", 7, "3 cells" },
  { START "| a | b |\n|---|---|\n| | |\n| x | |\n", 8, "come last" },
  { START "| a {x} | b |\n|---|---|\n| | |\n", 5, "“x”" },
  { START "| a<i> | b |\n|---|---|\n| | |\n", 5, "HTML" },
  { "```about\ncolour: red\n```\n" START "Text\n", 2, "“colour”" },
  { "```about\nwords\n```\n" START "Text\n", 2, "“words”" },
  { "```about\npoints: 5\n```\n" START "Text\n", 2, "from 1 to 4" },
  { "```about\nkind: poster\n```\n" START "Text\n", 2, "“poster”" },
  { "```about\nminutes: long\n```\n" START "Text\n", 2, "“long”" },
  { "```about\n\npeople: 5-2\n```\n" START "Text\n", 3, "from 5 to" },
  { "```about\npeople: few\n```\n" START "Text\n", 2, "“few”" },
  { "```about\norientation: round\n```\n" START "Text\n", 2, "“round”" },
  { "```about\n```\n" START "```about\n```\nText\n", 7, "second block “about”" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) problems = make_problems ();
      g_autoptr (FfHandout) handout = read_markdown (wrong[i].markdown, problems);
      gboolean found = FALSE;

      for (guint j = 0; j < problems->len; j++)
        {
          const FfHandoutProblem *problem = get_problem (problems, j);

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
  g_autoptr (GPtrArray) problems = make_problems ();
  g_autoptr (FfHandout) handout = read_markdown (
      START "<b>no</b>\n\n```nothing\n```\n\nText\n\n```fields\na\nb\nc\nd\ne\nanswer: x\n```\n",
      problems);

  g_assert_cmpuint (problems->len, >=, 3);
  g_assert_cmpuint (problems->len, <=, 4);
  g_assert_cmpstr (get_block (handout, ff_handout_get_blocks (handout)->len - 2)->text, ==, "Text");
  g_assert_cmpuint (get_block (handout, ff_handout_get_blocks (handout)->len - 1)->parts->len, ==,
                    4);
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
  g_autofree char *long_text = repeat (START, "word ", 200000, "\n");
  g_autofree char *columns = repeat (START "|", " c |", 40, "\n");
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
      g_autoptr (GPtrArray) problems = make_problems ();
      g_autoptr (FfHandout) handout = read_markdown (cases[i].markdown, problems);

      g_assert_cmpuint (get_problem (problems, 0)->line, ==, cases[i].line);
      g_assert_nonnull (strstr (get_problem (problems, 0)->text, cases[i].problem));
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
          = repeat (START, pieces[i], 190000 / (guint) strlen (pieces[i]), "\n");
      g_autoptr (GPtrArray) problems = make_problems ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (FfHandout) handout = read_markdown (markdown, problems);
      gint64 taken = g_get_monotonic_time () - start;

      g_test_message ("%s: %" G_GINT64_FORMAT " ms, %u problems", pieces[i], taken / 1000,
                      problems->len);
      g_assert_nonnull (handout);
      g_assert_cmpuint (problems->len, <=, 100);
      g_assert_cmpint (taken, <, 3 * G_USEC_PER_SEC);
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
      const FfBlock *block = get_block (handout, i);
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
  g_autoptr (GPtrArray) handouts = load_built_in ("en");
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_whole = 0;

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *markdown
          = ff_handout_to_markdown (g_ptr_array_index (handouts, i % handouts->len));
      g_autofree char *mutated = mutate (rand, markdown);
      g_autoptr (GPtrArray) problems = make_problems ();
      g_autoptr (FfHandout) handout = read_markdown (mutated, problems);
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
      after = read_right (again);
      compare_handouts (handout, after);
    }
  g_test_message ("%u were right all the same", n_whole);
  g_assert_cmpuint (n_whole, >, 20);
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
  g_test_add_func ("/handout-markdown/wrong", test_wrong);
  g_test_add_func ("/handout-markdown/rest", test_rest);
  g_test_add_func ("/handout-markdown/too-much", test_too_much);
  g_test_add_func ("/handout-markdown/deep", test_deep);
  g_test_add_func ("/handout-markdown/mutated", test_mutated);

  return g_test_run ();
}
