/* ff-wording-choice.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words get a hint in the notes of a group, if any.
 */

#include "ff-wording-choice.h"

#include <string.h>

#include "ff-own-word-repository.h"

/**
 * ff_wording_choice_get_language:
 * @group: (nullable): a group
 *
 * Returns: (transfer full): the group's own language, else the program's; without the country
 */
char *
ff_wording_choice_get_language (FfGroup *group)
{
  const char *language = group != NULL ? ff_group_get_language (group) : "";

  if (language == NULL || *language == '\0')
    language = g_get_language_names ()[0];
  if (g_str_equal (language, "C"))
    language = "en";
  return g_strndup (language, strcspn (language, "_-.@"));
}

/* Without them where the store cannot be asked just now: hints are no reason for trouble. */
static void
add_own_words (FfWording *wording, FfStore *store, const char *language)
{
  g_autoptr (GPtrArray) words = ff_own_word_repository_list (store, language, NULL);

  for (guint i = 0; words != NULL && i < words->len; i++)
    ff_wording_add (wording, ff_own_word_get_word (words->pdata[i]),
                    ff_own_word_get_instead (words->pdata[i]));
}

/**
 * ff_wording_choice_make:
 * @context: what the views share
 * @group: whose notes are written
 *
 * Returns: (transfer full) (nullable): the words of the group's language and one's own; %NULL where the programme leaves the
 *   choice of words to its people, as 12-Step meetings do, or the preferences say no
 */
FfWording *
ff_wording_choice_make (FfContext *context, FfGroup *group)
{
  FfProgramme *programme
      = ff_programme_find (ff_context_get_programmes (context), ff_group_get_programme (group));
  g_autofree char *language = NULL;
  FfWording *wording;

  if (!ff_programme_get_wording_aid (programme)
      || !g_settings_get_boolean (ff_context_get_settings (context), "wording-hints"))
    return NULL;
  language = ff_wording_choice_get_language (group);
  wording = ff_wording_new (language);
  add_own_words (wording, ff_context_get_store (context), language);
  return wording;
}
