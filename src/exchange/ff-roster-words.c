/* ff-roster-words.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people write for how somebody serves, for a language, and for yes and no.
 */

#include "ff-config.h"

#include "ff-roster-words.h"

#include "ff-fold.h"

static const struct
{
  FfServing serving;
  const char *word;
  const char *others;
} servings[] = {
  { FF_SERVING_INTERESTED, "interested", "interesse|interessee|interested in serving" },
  { FF_SERVING_IN_TRAINING, "in training", "training|trainee|en formation" },
  { FF_SERVING_ACTIVE, "active", "actif|active volunteer|yes|oui" },
  { FF_SERVING_RESTING, "resting", "inactive|paused|on leave|en pause|en conge|inactif" },
};

/* What people write of languages, beside codes such as “fr-CA”. */
static const char *const language_names[][2] = {
  { "en", "english|anglais|anglaise" },
  { "fr", "french|francais|francaise" },
  { "es", "spanish|espanol|espagnol" },
  { "ar", "arabic|arabe" },
  { "zh", "chinese|chinois|mandarin|cantonese" },
  { "pa", "punjabi|panjabi|pendjabi" },
  { "de", "german|deutsch|allemand" },
  { "pt", "portuguese|portugues|portugais" },
  { "it", "italian|italiano|italien" },
  { "tl", "tagalog|filipino" },
  { "vi", "vietnamese|vietnamien" },
  { "ko", "korean|coreen" },
  { "fa", "persian|farsi|persan" },
  { "hi", "hindi" },
  { "ru", "russian|russe" },
  { "pl", "polish|polski|polonais" },
  { "uk", "ukrainian|ukrainien" },
  { "nl", "dutch|nederlands|neerlandais" },
};

static gboolean
is_among (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static gboolean
is_language_code (const char *text)
{
  guint n = 0, part = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '-' && n > 0)
        {
          n = 0;
          part++;
          continue;
        }
      if (!(part == 0 ? g_ascii_isalpha (*c) : g_ascii_isalnum (*c)) || ++n > (part == 0 ? 3u : 8u))
        return FALSE;
    }
  return n >= 1 && (part > 0 || n >= 2);
}

/**
 * ff_roster_words_find_language:
 * @text: a code, or what a language is called
 *
 * Returns: (transfer full) (nullable): its code; %NULL where nobody knows
 */
char *
ff_roster_words_find_language (const char *text)
{
  g_autofree char *word = ff_fold (text);

  if (is_language_code (text))
    return g_strdup (text);
  for (gsize i = 0; i < G_N_ELEMENTS (language_names); i++)
    {
      if (is_among (language_names[i][1], word))
        return g_strdup (language_names[i][0]);
    }
  return NULL;
}

/**
 * ff_roster_words_get_serving:
 * @serving: how somebody serves
 *
 * Returns: (transfer none): the word for it in a table
 */
const char *
ff_roster_words_get_serving (FfServing serving)
{
  for (gsize i = 0; i < G_N_ELEMENTS (servings); i++)
    {
      if (servings[i].serving == serving)
        return servings[i].word;
    }
  return "";
}

/**
 * ff_roster_words_find_serving:
 * @text: what somebody wrote
 * @serving: (out): how somebody serves
 *
 * Returns: whether it is a word for that
 */
gboolean
ff_roster_words_find_serving (const char *text, FfServing *serving)
{
  g_autofree char *word = ff_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (servings); i++)
    {
      g_autofree char *title = ff_fold (ff_serving_get_title (servings[i].serving));

      if (!g_str_equal (servings[i].word, word) && !g_str_equal (title, word)
          && !is_among (servings[i].others, word))
        continue;
      *serving = servings[i].serving;
      return TRUE;
    }
  return FALSE;
}

/**
 * ff_roster_words_find_switch:
 * @text: what somebody wrote
 * @value: (out): whether it means yes
 *
 * Returns: whether it is a word for yes or no
 */
gboolean
ff_roster_words_find_switch (const char *text, gboolean *value)
{
  g_autofree char *word = ff_fold (text);

  *value = is_among ("yes|y|oui|o|true|vrai|1|x", word);
  return *value || is_among ("no|n|non|false|faux|0|-", word);
}
