/* ff-own-word.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-own-word.h"

struct _FfOwnWord
{
  GObject parent_instance;

  char *uid;
  char *language;
  char *word;
  char *instead;
};

G_DEFINE_FINAL_TYPE (FfOwnWord, ff_own_word, G_TYPE_OBJECT)

static void
ff_own_word_finalize (GObject *object)
{
  FfOwnWord *self = FF_OWN_WORD (object);

  g_free (self->uid);
  g_free (self->language);
  g_free (self->word);
  g_free (self->instead);

  G_OBJECT_CLASS (ff_own_word_parent_class)->finalize (object);
}

static void
ff_own_word_class_init (FfOwnWordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_own_word_finalize;
}

static void
ff_own_word_init (FfOwnWord *self)
{
}

/**
 * ff_own_word_new:
 * @uid: (nullable): of one that is stored; a new one is made for %NULL
 * @language: the language of what is written, such as `fr`
 * @word: the word, or several
 * @instead: what to write instead
 *
 * White space at the ends of both is dropped.
 *
 * Returns: (transfer full): a word, which never changes
 */
FfOwnWord *
ff_own_word_new (const char *uid, const char *language, const char *word, const char *instead)
{
  FfOwnWord *self = g_object_new (FF_TYPE_OWN_WORD, NULL);

  self->uid = uid != NULL ? g_strdup (uid) : g_uuid_string_random ();
  self->language = g_strdup (language);
  self->word = g_strstrip (g_strdup (word));
  self->instead = g_strstrip (g_strdup (instead));
  return self;
}

const char *
ff_own_word_get_uid (FfOwnWord *self)
{
  return self->uid;
}

const char *
ff_own_word_get_language (FfOwnWord *self)
{
  return self->language;
}

const char *
ff_own_word_get_word (FfOwnWord *self)
{
  return self->word;
}

const char *
ff_own_word_get_instead (FfOwnWord *self)
{
  return self->instead;
}
