/* ff-test-markdown.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Handouts read out of Markdown, and two of them compared.
 */

#pragma once

#include "ff-handout.h"

static inline FfHandout *
ff_test_markdown_read (const char *markdown, GPtrArray *problems)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");

  return ff_handout_new_from_markdown ("own-1", markdown, catalogue, problems);
}

static inline GPtrArray *
ff_test_markdown_make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
}

static const FfHandoutProblem *
ff_test_markdown_get_problem (GPtrArray *problems, guint i)
{
  g_assert_cmpuint (i, <, problems->len);
  return g_ptr_array_index (problems, i);
}

static inline void
ff_test_markdown_assert_no_problem (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("line %u: %s", ff_test_markdown_get_problem (problems, i)->line,
                    ff_test_markdown_get_problem (problems, i)->text);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Without anything wrong with it. */
static inline FfHandout *
ff_test_markdown_read_right (const char *markdown)
{
  g_autoptr (GPtrArray) problems = ff_test_markdown_make_problems ();
  FfHandout *handout = ff_test_markdown_read (markdown, problems);

  ff_test_markdown_assert_no_problem (problems);
  g_assert_nonnull (handout);
  return handout;
}

static const FfBlock *
ff_test_markdown_get_block (FfHandout *handout, guint i)
{
  GPtrArray *blocks = ff_handout_get_blocks (handout);

  g_assert_cmpuint (i, <, blocks->len);
  return g_ptr_array_index (blocks, i);
}

#define FF_TEST_MARKDOWN_START "# Title\n\nFor this.\n\n" /* four lines */

static inline void
ff_test_markdown_compare_parts (GPtrArray *before, GPtrArray *after)
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

static inline void
ff_test_markdown_compare_answers (FfHandout *before, FfHandout *after, guint block)
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

static inline void
ff_test_markdown_compare_handouts (FfHandout *before, FfHandout *after)
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
      const FfBlock *a = ff_test_markdown_get_block (before, i),
                    *b = ff_test_markdown_get_block (after, i);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpstr (a->text, ==, b->text);
      g_assert_cmpuint (a->count, ==, b->count);
      g_assert_cmpint (a->curve, ==, b->curve);
      ff_test_markdown_compare_parts (a->parts, b->parts);
      ff_test_markdown_compare_parts (a->rows, b->rows);
      ff_test_markdown_compare_answers (before, after, i);
    }
}

static inline GPtrArray *
ff_test_markdown_load_built_in (const char *language)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) error = NULL;
  GPtrArray *handouts = ff_handout_load_all (catalogue, &error);

  g_assert_no_error (error);
  return handouts;
}
