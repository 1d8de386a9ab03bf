/* test-wording.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words get a hint, and which are left alone.
 */

#include <locale.h>
#include <string.h>

#include "ff-model-error.h"
#include "ff-wording.h"

/* The words that got a hint, with “|” between them. */
static char *
find (FfWording *wording, const char *text)
{
  g_autoptr (GArray) hints = ff_wording_find (wording, text);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      const FfWordingHint *hint = &g_array_index (hints, FfWordingHint, i);
      g_autofree char *word = g_utf8_substring (text, hint->start, hint->end);

      g_assert_nonnull (hint->instead[0]);
      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", word);
    }
  return g_string_free_and_steal (found);
}

typedef struct
{
  const char *text;
  const char *found;
} Case;

static void
check (FfWording *wording, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *found = find (wording, cases[i].text);

      if (g_strcmp0 (found, cases[i].found) != 0)
        g_test_message ("in: %s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "", "" },
    { "A good week.", "" },
    { "He is an addict.", "addict" },
    { "ADDICTS and Addict", "ADDICTS|Addict" },
    { "addiction is hard, addicted too", "" },
    { "a former addict and a drug\nabuser", "former addict|drug\nabuser" },
    { "Zoë, café, addict – naïve addict", "addict|addict" },
    { "clean for two weeks", "clean" },
    { "wants to clean the kitchen; clean clothes", "" },
    { "an alcoholic, but non-alcoholic beer", "alcoholic" },
    { "Alcoholics Anonymous on Monday", "" },
    { "co-dependent", "co-dependent" },
    { "the addict’s brother", "addict" },
  };
  g_autoptr (FfWording) wording = ff_wording_new ("en_CA");

  check (wording, cases, G_N_ELEMENTS (cases));
}

/* What somebody said stays as they said it. */
static void
test_quotations (void)
{
  static const Case cases[] = {
    { "“I am an addict”, she said", "" }, { "\"I am an addict\" and an addict", "addict" },
    { "she said: “I am an addict", "" },  { "“not closed addict\nan addict", "addict" },
    { "«un addict» addict", "addict" },   { "„ein addict“ addict", "addict" },
    { "‘an addict’ addict", "addict" },   { "it’s an addict, isn’t it", "addict" },
  };
  g_autoptr (FfWording) wording = ff_wording_new ("en");

  check (wording, cases, G_N_ELEMENTS (cases));
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "Un toxicomane, DROGUÉE", "toxicomane|DROGUÉE" },
    { "abus d'alcool, abus d’alcool", "abus d'alcool|abus d’alcool" },
    { "Les Alcooliques anonymes, un fou rire", "" },
  };
  g_autoptr (FfWording) wording = ff_wording_new ("fr_CA.UTF-8");

  check (wording, cases, G_N_ELEMENTS (cases));
}

static void
test_places (void)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  g_autoptr (GArray) hints = ff_wording_find (wording, "Zoë: clean time, junkie");
  const FfWordingHint *hint;

  g_assert_cmpuint (hints->len, ==, 2);
  hint = &g_array_index (hints, FfWordingHint, 0);
  g_assert_cmpuint (hint->start, ==, 5);
  g_assert_cmpuint (hint->end, ==, 10);
  g_assert_cmpstr (hint->instead[0], ==, "not using");
  g_assert_nonnull (hint->why);
}

static void
test_arabic (void)
{
  static const Case cases[] = {
    { "هو مدمن، والمدمن", "مدمن" },
    { "قال: «أنا مدمن» ثم المدمنين", "المدمنين" },
  };
  g_autoptr (FfWording) wording = ff_wording_new ("ar_EG.UTF-8");

  check (wording, cases, G_N_ELEMENTS (cases));
}

static void
test_no_list (void)
{
  g_autoptr (FfWording) wording = ff_wording_new ("he_IL");
  g_autofree char *found = NULL;

  ff_wording_add (wording, "מילה", "אדם");
  found = find (wording, "הנה מילה, addict");
  g_assert_cmpstr (found, ==, "מילה");
}

static void
test_own_words (void)
{
  g_autoptr (FfWording) wording = ff_wording_new ("en");
  g_autoptr (GArray) hints = NULL;
  g_autofree char *found = NULL;

  ff_wording_add (wording, "Fence  Sitter", "in two minds");
  ff_wording_add (wording, "addict", "neighbour");
  ff_wording_add (wording, "clean the", "tidy the");
  ff_wording_add (wording, "a.b(c", "abc");
  found = find (wording, "a fence sitter, axb(c, a.b(c; clean the room");
  g_assert_cmpstr (found, ==, "fence sitter|a.b(c|clean the");
  hints = ff_wording_find (wording, "addict");
  g_assert_cmpstr (g_array_index (hints, FfWordingHint, 0).instead[0], ==, "neighbour");
  g_assert_null (g_array_index (hints, FfWordingHint, 0).why);
}

static void
test_bad_files (void)
{
  static const char *const files[][2] = {
    { "<wording language='en'><choice><word>a</word></choice></wording>", "instead" },
    { "<wording language='en'><choice><instead>a</instead></choice></wording>", "<word>" },
    { "<wording language='en'><choice><word> </word></choice></wording>", "<word> is empty" },
    { "<wording language='en'><word>a</word></wording>", "<word> does not belong there" },
    { "<words language='en'/>", "<words> does not belong there" },
    { "<wording/>", "language" },
    { "<wording language='en'>\n<choice>\n", "line 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfWording) wording = ff_wording_new_from_text ("own.xml", files[i][0], -1, &error);

      g_assert_null (wording);
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
      g_assert_true (g_str_has_prefix (error->message, "own.xml, line "));
      if (strstr (error->message, files[i][1]) == NULL)
        g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, files[i][1]));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/words", test_words);
  g_test_add_func ("/wording/quotations", test_quotations);
  g_test_add_func ("/wording/french", test_french);
  g_test_add_func ("/wording/places", test_places);
  g_test_add_func ("/wording/arabic", test_arabic);
  g_test_add_func ("/wording/no-list", test_no_list);
  g_test_add_func ("/wording/own-words", test_own_words);
  g_test_add_func ("/wording/bad-files", test_bad_files);
  return g_test_run ();
}
