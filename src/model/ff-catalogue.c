/* ff-catalogue.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks texts up in the message catalogues of one language, most particular first.
 */

#include "ff-config.h"

#include "ff-catalogue.h"

#include <gio/gio.h>
#include <string.h>

#include "ff-message-file.h"

struct _FfCatalogue
{
  GObject parent_instance;

  char *language;
  GPtrArray *files; /* (element-type FfMessageFile) */
  gboolean right_to_left;
};

G_DEFINE_FINAL_TYPE (FfCatalogue, ff_catalogue, G_TYPE_OBJECT)

#define SOURCE_LANGUAGE "en"

/* Scripts as locale names write them after an @, and as BCP 47 does. */
static const struct
{
  const char *modifier;
  const char *script;
} scripts[] = {
  { "latin", "Latn" },
  { "cyrillic", "Cyrl" },
  { "arabic", "Arab" },
  { "devanagari", "Deva" },
};

/* Languages written from right to left unless another script is named (Unicode CLDR, characterOrder). */
static const char *const right_to_left_languages[] = {
  "ar", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", NULL,
};

typedef struct
{
  char *language;
  char *script; /* as BCP 47 has it */
  char *region;
} LanguageTag;

static void
language_tag_clear (LanguageTag *tag)
{
  g_clear_pointer (&tag->language, g_free);
  g_clear_pointer (&tag->script, g_free);
  g_clear_pointer (&tag->region, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanguageTag, language_tag_clear)

static char *
script_of_modifier (const char *modifier)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_ascii_strcasecmp (scripts[i].modifier, modifier) == 0)
      return g_strdup (scripts[i].script);

  return NULL;
}

static char *
capitalise (const char *word)
{
  char *result = g_ascii_strdown (word, -1);

  result[0] = g_ascii_toupper (result[0]);

  return result;
}

static gboolean
is_word (const char *text, gsize shortest, gsize longest)
{
  gsize length = strlen (text);

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalpha (*c))
      return FALSE;

  return length >= shortest && length <= longest;
}

static gboolean
is_region (const char *text)
{
  return is_word (text, 2, 2) || (strlen (text) == 3 && strspn (text, "0123456789") == 3);
}

/* Reads "fr-CA", "fr_CA.UTF-8", "sr@latin" and "sr-Latn-RS" alike; FALSE for what is no language, such as "C" and "../x". */
static gboolean
language_tag_parse (LanguageTag *tag, const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, "@", 2);
  g_auto (GStrv) subtags = NULL;
  gsize at = 1;

  if (halves[0] == NULL)
    return FALSE;
  halves[0][strcspn (halves[0], ".")] = '\0';
  subtags = g_strsplit_set (halves[0], "-_", -1);
  if (subtags[0] == NULL || !is_word (subtags[0], 2, 3))
    return FALSE;

  tag->language = g_ascii_strdown (subtags[0], -1);
  if (subtags[at] != NULL && is_word (subtags[at], 4, 4))
    tag->script = capitalise (subtags[at++]);
  else if (halves[1] != NULL)
    tag->script = script_of_modifier (halves[1]);
  if (subtags[at] != NULL && is_region (subtags[at]))
    tag->region = g_ascii_strup (subtags[at], -1);

  return TRUE;
}

static char *
language_tag_to_bcp47 (const LanguageTag *tag)
{
  g_autoptr (GString) text = g_string_new (tag->language);

  if (tag->script != NULL)
    g_string_append_printf (text, "-%s", tag->script);
  if (tag->region != NULL)
    g_string_append_printf (text, "-%s", tag->region);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The folder's name for @tag, with or without its region; NULL where scripts are unknown to gettext. */
static char *
language_tag_to_locale (const LanguageTag *tag, gboolean with_region)
{
  g_autoptr (GString) text = g_string_new (tag->language);

  if (with_region && tag->region != NULL)
    g_string_append_printf (text, "_%s", tag->region);
  for (gsize i = 0; tag->script != NULL && i < G_N_ELEMENTS (scripts); i++)
    if (g_str_equal (scripts[i].script, tag->script))
      g_string_append_printf (text, "@%s", scripts[i].modifier);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
language_tag_is_right_to_left (const LanguageTag *tag)
{
  if (tag->script != NULL)
    return g_str_equal (tag->script, "Arab") || g_str_equal (tag->script, "Hebr");

  return g_strv_contains (right_to_left_languages, tag->language);
}

static const char *
resolve_directory (const char *directory)
{
  const char *asked = g_getenv ("FOURFOLD_LOCALE_DIR");

  if (directory != NULL)
    return directory;

  return asked != NULL && *asked != '\0' ? asked : FF_LOCALE_DIR;
}

static char *
path_of_locale (const char *directory, const char *locale)
{
  return g_build_filename (directory, locale, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
}

static gboolean
add_file (FfCatalogue *self, const char *directory, const char *locale)
{
  g_autofree char *path = path_of_locale (directory, locale);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMessageFile) file = ff_message_file_open (path, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_message ("%s", error->message);
      return FALSE;
    }
  g_ptr_array_add (self->files, g_steal_pointer (&file));

  return TRUE;
}

static void
take_language (FfCatalogue *self, const LanguageTag *tag)
{
  g_free (self->language);
  self->language = language_tag_to_bcp47 (tag);
  self->right_to_left = language_tag_is_right_to_left (tag);
}

/* TRUE where @language is settled: its texts were found, or it is the one that the source texts are in. */
static gboolean
open_language (FfCatalogue *self, const char *directory, const char *language)
{
  g_auto (LanguageTag) tag = { NULL };
  g_autofree char *whole = NULL;
  g_autofree char *without_region = NULL;

  if (!language_tag_parse (&tag, language))
    return FALSE;

  whole = language_tag_to_locale (&tag, TRUE);
  without_region = language_tag_to_locale (&tag, FALSE);
  if (tag.region != NULL && add_file (self, directory, whole))
    take_language (self, &tag);
  if (add_file (self, directory, without_region) && self->files->len == 1)
    {
      g_clear_pointer (&tag.region, g_free);
      take_language (self, &tag);
    }

  return self->files->len > 0 || g_str_equal (tag.language, SOURCE_LANGUAGE);
}

static void
ff_catalogue_finalize (GObject *object)
{
  FfCatalogue *self = FF_CATALOGUE (object);

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_catalogue_parent_class)->finalize (object);
}

static void
ff_catalogue_class_init (FfCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_catalogue_finalize;
}

static void
ff_catalogue_init (FfCatalogue *self)
{
  self->language = g_strdup (SOURCE_LANGUAGE);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_message_file_free);
}

/**
 * ff_catalogue_new:
 * @directory: (nullable): the folder holding `LL/LC_MESSAGES/fourfold.mo`; %NULL: what the environment
 *   variable `FOURFOLD_LOCALE_DIR` says, else where the app was installed
 * @language: (nullable): BCP 47 or a locale's name; %NULL or "" is the app's own language
 *
 * Opens the texts of one language: those of its region first, then those of the language as a whole.
 * Where there are none, or they are damaged, the English source texts are given.
 *
 * This exists beside gettext because gettext gives texts only in the language that the whole process runs
 * in, while a facilitator may work in English and print in French, and may do so in a thread. It reads the
 * same files, so translators see one set of texts.
 *
 * Returns: (transfer full): the catalogue; it never changes, so any thread may look up in it
 */
FfCatalogue *
ff_catalogue_new (const char *directory, const char *language)
{
  g_autoptr (FfCatalogue) self = g_object_new (FF_TYPE_CATALOGUE, NULL);
  const char *const own[] = { language, NULL };
  const char *const *languages = own;

  if (language == NULL || *language == '\0')
    languages = g_get_language_names ();

  for (gsize i = 0; languages[i] != NULL; i++)
    if (open_language (self, resolve_directory (directory), languages[i]))
      break;

  return g_steal_pointer (&self);
}

/**
 * ff_catalogue_get_language:
 * @self: a catalogue
 *
 * Returns: BCP 47 tag of the language that its texts are in; "en" where it has none of its own
 */
const char *
ff_catalogue_get_language (FfCatalogue *self)
{
  g_return_val_if_fail (FF_IS_CATALOGUE (self), NULL);

  return self->language;
}

/**
 * ff_catalogue_is_right_to_left:
 * @self: a catalogue
 *
 * Returns: whether its language is written from right to left
 */
gboolean
ff_catalogue_is_right_to_left (FfCatalogue *self)
{
  g_return_val_if_fail (FF_IS_CATALOGUE (self), FALSE);

  return self->right_to_left;
}

/**
 * ff_catalogue_lookup:
 * @self: a catalogue
 * @msgid: an English source text
 *
 * Returns: (transfer none): its translation, or @msgid itself where there is none
 */
const char *
ff_catalogue_lookup (FfCatalogue *self, const char *msgid)
{
  g_return_val_if_fail (FF_IS_CATALOGUE (self), msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      const char *text = ff_message_file_lookup (g_ptr_array_index (self->files, i), msgid);

      if (text != NULL)
        return text;
    }

  return msgid;
}

/**
 * ff_catalogue_lookup_context:
 * @self: a catalogue
 * @context: what sets @msgid apart from the same text elsewhere
 * @msgid: an English source text
 *
 * Returns: (transfer none): its translation, or @msgid itself where there is none
 */
const char *
ff_catalogue_lookup_context (FfCatalogue *self, const char *context, const char *msgid)
{
  g_autofree char *key = NULL;
  const char *text;

  g_return_val_if_fail (context != NULL, msgid);
  g_return_val_if_fail (msgid != NULL, NULL);

  key = g_strconcat (context, "\004", msgid, NULL);
  text = ff_catalogue_lookup (self, key);

  return text == key ? msgid : text;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * ff_catalogue_list_languages:
 * @directory: (nullable): as for [ctor@Catalogue.new]
 *
 * Returns: (transfer full): BCP 47 tags of the languages with texts there, sorted; "en" is always among them
 */
GStrv
ff_catalogue_list_languages (const char *directory)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GDir) folder = g_dir_open (resolve_directory (directory), 0, NULL);
  const char *name;

  g_ptr_array_add (tags, g_strdup (SOURCE_LANGUAGE));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = path_of_locale (resolve_directory (directory), name);
      g_auto (LanguageTag) tag = { NULL };
      g_autofree char *text = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !language_tag_parse (&tag, name))
        continue;
      text = language_tag_to_bcp47 (&tag);
      if (!g_ptr_array_find_with_equal_func (tags, text, g_str_equal, NULL))
        g_ptr_array_add (tags, g_steal_pointer (&text));
    }
  g_ptr_array_sort (tags, compare_tags);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}
