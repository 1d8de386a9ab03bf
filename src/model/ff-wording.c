/* ff-wording.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-config.h"

#include "ff-wording.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

#define FOLDER FF_RESOURCE_PREFIX "/wording/"

/* What stands between quotation marks is somebody's own word; one that is not closed yet reaches to the end of the line.
 * An apostrophe within a word opens and closes nothing. */
#define QUOTATIONS                                                                                 \
  "“[^”\\n]*(?:”|$)|\"[^\"\\n]*(?:\"|$)|«[^»\\n]*(?:»|$)|„[^“”\\n]*(?:[“”]|$)|‹[^›\\n]*(?:›|$)"    \
  "|(?<![\\p{L}\\p{N}])‘[^’\\n]*(?:’(?!\\p{L})|$)"

typedef struct
{
  GPtrArray *words;   /* as they are typed, in small letters */
  GPtrArray *instead; /* ends with NULL once it is read */
  GPtrArray *unless;
  char *why;
} Choice;

struct _FfWording
{
  int references;
  GPtrArray *choices; /* (element-type Choice) */
  GHashTable *
      known; /* (nullable): what find() needs, made once: word → Choice; phrases to leave alone → NULL */
  GRegex *pattern;
};

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_ptr_array_unref (choice->words);
  g_ptr_array_unref (choice->instead);
  g_ptr_array_unref (choice->unless);
  g_free (choice->why);
  g_free (choice);
}

static Choice *
add_choice (FfWording *self)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->words = g_ptr_array_new_with_free_func (g_free);
  choice->instead = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  choice->unless = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

/* One space for any number of them, one apostrophe for both, and no capital letters. */
static char *
simplify (const char *words)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+", words, G_REGEX_DEFAULT, 0);
  g_autofree char *joined = g_strjoinv (" ", parts);
  g_autofree char *small = g_utf8_strdown (g_strstrip (joined), -1);
  GString *simple = g_string_new (small);

  g_string_replace (simple, "’", "'", 0);
  return g_string_free_and_steal (simple);
}

static FfWording *
new_empty (void)
{
  FfWording *self = g_new0 (FfWording, 1);

  self->references = 1;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  return self;
}

FfWording *
ff_wording_ref (FfWording *self)
{
  self->references++;
  return self;
}

void
ff_wording_unref (FfWording *self)
{
  if (--self->references > 0)
    return;
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->pattern, g_regex_unref);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

typedef struct
{
  FfWording *wording;
  Choice *choice; /* the one that is open */
  GString *text;
} Reading;

static gboolean
may_stand_in (const char *name, const char *parent)
{
  static const char *const places[][2] = { { "choice", "wording" },
                                           { "word", "choice" },
                                           { "instead", "choice" },
                                           { "unless", "choice" },
                                           { "why", "choice" } };

  if (parent == NULL)
    return g_str_equal (name, "wording");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (name, places[i][0]) && g_str_equal (parent, places[i][1]))
      return TRUE;
  return FALSE;
}

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **attribute_names,
               const char **attribute_values,
               gpointer user_data,
               GError **error)
{
  Reading *reading = user_data;
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *language = NULL;

  g_string_truncate (reading->text, 0);
  if (!may_stand_in (name, stack->next != NULL ? stack->next->data : NULL))
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> does not belong there"),
                 name);
  else if (g_str_equal (name, "wording"))
    g_markup_collect_attributes (name, attribute_names, attribute_values, error,
                                 G_MARKUP_COLLECT_STRING, "language", &language,
                                 G_MARKUP_COLLECT_INVALID);
  else if (g_str_equal (name, "choice"))
    reading->choice = add_choice (reading->wording);
}

static gboolean
check_choice (Choice *choice, GError **error)
{
  if (choice->words->len > 0 && choice->instead->len > 0)
    return TRUE;
  g_set_error_literal (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
                       _ ("a <choice> needs a <word> and what to write <instead>"));
  return FALSE;
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  Choice *choice = reading->choice;
  g_autofree char *text = g_strstrip (g_strdup (reading->text->str));

  if (g_str_equal (name, "choice"))
    check_choice (choice, error);
  if (g_str_equal (name, "choice") || g_str_equal (name, "wording"))
    return;
  if (*text == '\0')
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> is empty"), name);
  else if (g_str_equal (name, "word"))
    g_ptr_array_add (choice->words, simplify (text));
  else if (g_str_equal (name, "unless"))
    g_ptr_array_add (choice->unless, simplify (text));
  else if (g_str_equal (name, "instead"))
    g_ptr_array_add (choice->instead, g_steal_pointer (&text));
  else
    choice->why = g_steal_pointer (&text);
}

static void
add_text (GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer user_data,
          GError **error)
{
  g_string_append_len (((Reading *) user_data)->text, text, (gssize) length);
}

/**
 * ff_wording_new_from_text:
 * @name: what the file is called, for errors
 * @text: what it says
 * @length: how many bytes; -1 up to the NUL
 * @error: return location for %FF_MODEL_ERROR_DATA that names file and line
 *
 * Returns: (transfer full): `NULL` with an error
 */
FfWording *
ff_wording_new_from_text (const char *name, const char *text, gssize length, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (FfWording) self = new_empty ();
  g_autoptr (GString) element = g_string_new (NULL);
  Reading reading = { self, NULL, element };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  g_autoptr (GError) problem = NULL;
  int line;

  if (g_markup_parse_context_parse (context, text, length, &problem)
      && g_markup_parse_context_end_parse (context, &problem))
    return g_steal_pointer (&self);
  g_markup_parse_context_get_position (context, &line, NULL);
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
               /* Translators: a file, a line in it, what is wrong there */
               _ ("%s, line %d: %s"), name, line, problem->message);
  return NULL;
}

static FfWording *
load (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".xml", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  FfWording *self;

  if (bytes == NULL)
    return NULL;
  self = ff_wording_new_from_text (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), &error);
  if (self == NULL)
    g_critical ("%s", error->message);
  return self;
}

/**
 * ff_wording_new:
 * @language: such as `fr_CA`; its own list is taken, else the one of `fr`
 *
 * Returns: (transfer full): a list, without any words where there is none for the language
 */
FfWording *
ff_wording_new (const char *language)
{
  g_auto (GStrv) names = g_get_locale_variants (language);
  FfWording *self = NULL;

  for (guint i = 0; names[i] != NULL && self == NULL; i++)
    self = load (names[i]);
  return self != NULL ? self : new_empty ();
}

/**
 * ff_wording_add:
 * @self: a list that nothing was looked for in yet
 * @word: a word or several, as somebody may type them; capital letters do not matter
 * @instead: what to write instead
 */
void
ff_wording_add (FfWording *self, const char *word, const char *instead)
{
  Choice *choice;

  g_return_if_fail (self->pattern == NULL);

  choice = add_choice (self);
  g_ptr_array_add (choice->words, simplify (word));
  g_ptr_array_add (choice->instead, g_strdup (instead));
}

/* Later choices win, as words of one's own are added last. */
static void
learn (FfWording *self)
{
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = self->choices->pdata[i];

      for (guint j = 0; j < choice->words->len; j++)
        g_hash_table_insert (self->known, choice->words->pdata[j], choice);
      for (guint j = 0; j < choice->unless->len; j++)
        if (!g_hash_table_contains (self->known, choice->unless->pdata[j]))
          g_hash_table_insert (self->known, choice->unless->pdata[j], NULL);
    }
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a), second = strlen (*(const char *const *) b);

  return (first < second) - (first > second);
}

static char *
write_pattern (FfWording *self)
{
  g_autoptr (GPtrArray) words = g_hash_table_get_keys_as_ptr_array (self->known);
  g_autoptr (GString) pattern = g_string_new (QUOTATIONS);

  g_ptr_array_sort (words, compare_longest_first);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (words->pdata[i], -1);
      g_autoptr (GString) word = g_string_new (escaped);

      g_string_replace (word, " ", "\\s+", 0);
      g_string_replace (word, "'", "['’]", 0);
      g_string_append_printf (pattern, "%s%s", i == 0 ? "|(?<![\\p{L}\\p{N}])(?:" : "|", word->str);
    }
  if (words->len > 0)
    g_string_append (pattern, ")(?![\\p{L}\\p{N}])");
  return g_string_free_and_steal (g_steal_pointer (&pattern));
}

static void
prepare (FfWording *self)
{
  g_autofree char *pattern = NULL;
  g_autoptr (GError) error = NULL;

  if (self->pattern != NULL)
    return;
  learn (self);
  pattern = write_pattern (self);
  self->pattern = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_MULTILINE | G_REGEX_OPTIMIZE,
                               G_REGEX_MATCH_DEFAULT, &error);
  /* Every word was escaped. */
  g_assert_no_error (error);
}

static void
add_hint (GArray *hints, Choice *choice, const char *text, int start, int end)
{
  FfWordingHint hint = { 0 };

  hint.start = (guint) g_utf8_pointer_to_offset (text, text + start);
  hint.end = (guint) g_utf8_pointer_to_offset (text, text + end);
  hint.instead = (const char *const *) choice->instead->pdata;
  hint.why = choice->why;
  g_array_append_val (hints, hint);
}

/**
 * ff_wording_find:
 * @self: a list
 * @text: what somebody wrote
 *
 * Whole words only, whatever their case; the longest of several that begin at one place. Quotations are left alone.
 *
 * Returns: (transfer full) (element-type FfWordingHint): in order; valid as long as @self
 */
GArray *
ff_wording_find (FfWording *self, const char *text)
{
  GArray *hints = g_array_new (FALSE, FALSE, sizeof (FfWordingHint));
  g_autoptr (GMatchInfo) match = NULL;

  prepare (self);
  for (g_regex_match (self->pattern, text, G_REGEX_MATCH_DEFAULT, &match);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *word = simplify (found);
      Choice *choice = g_hash_table_lookup (self->known, word);
      int start, end;

      if (choice != NULL && g_match_info_fetch_pos (match, 0, &start, &end))
        add_hint (hints, choice, text, start, end);
    }
  return hints;
}
