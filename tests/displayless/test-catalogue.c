/* test-catalogue.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts in a chosen language, from whole and from damaged files.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ff-catalogue.h"
#include "ff-message-file.h"
#include "ff-model-error.h"

typedef struct
{
  char *folder;
} Fixture;

typedef struct
{
  const char *original;
  gsize original_length; /* 0: up to its end */
  const char *translation;
} Message;

/* Sorted by original, as msgfmt writes them. */
static const Message french[] = {
  { "", 0, "Content-Type: text/plain; charset=UTF-8\n" },
  { "Bad", 0, "\xff\xfe" },
  { "Empty", 0, "" },
  { "Evening", 0, "Soir" },
  { "Morning", 0, "Matin" },
  { "long term\004L", 0, "L" },
  { "one\0many", 8, "une" },
  { "short term\004S", 0, "C" },
};

static void
append_number (GByteArray *bytes, guint32 number, gboolean swapped)
{
  guint32 written = swapped ? GUINT32_SWAP_LE_BE (number) : number;

  g_byte_array_append (bytes, (const guint8 *) &written, sizeof written);
}

static gsize
length_of (const Message *message)
{
  return message->original_length > 0 ? message->original_length : strlen (message->original);
}

/* GNU gettext manual, "The Format of GNU MO Files", without the hash table. */
static GByteArray *
make_file (const Message *messages, guint32 n, gboolean swapped)
{
  GByteArray *bytes = g_byte_array_new ();
  guint32 offset = 28 + n * 16;

  append_number (bytes, 0x950412de, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, n, swapped);
  append_number (bytes, 28, swapped);
  append_number (bytes, 28 + n * 8, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, 28 + n * 16, swapped);
  for (guint32 i = 0; i < n; i++)
    {
      append_number (bytes, (guint32) length_of (&messages[i]), swapped);
      append_number (bytes, offset, swapped);
      offset += (guint32) length_of (&messages[i]) + 1;
    }
  for (guint32 i = 0; i < n; i++)
    {
      append_number (bytes, (guint32) strlen (messages[i].translation), swapped);
      append_number (bytes, offset, swapped);
      offset += (guint32) strlen (messages[i].translation) + 1;
    }
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].original,
                         (guint) length_of (&messages[i]) + 1);
  for (guint32 i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].translation,
                         (guint) strlen (messages[i].translation) + 1);

  return bytes;
}

static void
install (Fixture *fixture, const char *locale, const void *data, gsize length)
{
  g_autofree char *folder = g_build_filename (fixture->folder, locale, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "fourfold.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
install_messages (Fixture *fixture, const char *locale, const Message *messages, guint32 n)
{
  g_autoptr (GByteArray) bytes = make_file (messages, n, FALSE);

  install (fixture, locale, bytes->data, bytes->len);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fourfold-catalogue-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_french (FfCatalogue *catalogue)
{
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Morning"), ==, "Matin");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Evening"), ==, "Soir");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Night"), ==, "Night");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Empty"), ==, "Empty");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, ""), ==, "");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "one"), ==, "une");
  g_assert_cmpstr (ff_catalogue_lookup_context (catalogue, "short term", "S"), ==, "C");
  g_assert_cmpstr (ff_catalogue_lookup_context (catalogue, "another", "S"), ==, "S");
}

static void
test_lookup (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FfCatalogue) catalogue = NULL;

  install_messages (fixture, "fr", french, G_N_ELEMENTS (french));
  catalogue = ff_catalogue_new (fixture->folder, "fr");
  assert_french (catalogue);
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Bad"), ==, "Bad");
  g_assert_cmpstr (ff_catalogue_get_language (catalogue), ==, "fr");
  g_assert_false (ff_catalogue_is_right_to_left (catalogue));
}

static void
test_other_byte_order (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GByteArray) bytes = make_file (french, G_N_ELEMENTS (french), TRUE);
  g_autoptr (FfCatalogue) catalogue = NULL;

  install (fixture, "fr", bytes->data, bytes->len);
  catalogue = ff_catalogue_new (fixture->folder, "fr");
  assert_french (catalogue);
}

static void
test_fall_back (Fixture *fixture, gconstpointer unused)
{
  const Message quebec[] = { { "Evening", 0, "Soirée" } };
  g_autoptr (FfCatalogue) region = NULL, language = NULL, nothing = NULL;

  install_messages (fixture, "fr", french, G_N_ELEMENTS (french));
  install_messages (fixture, "fr_CA", quebec, G_N_ELEMENTS (quebec));

  region = ff_catalogue_new (fixture->folder, "fr-CA");
  g_assert_cmpstr (ff_catalogue_get_language (region), ==, "fr-CA");
  g_assert_cmpstr (ff_catalogue_lookup (region, "Evening"), ==, "Soirée");
  g_assert_cmpstr (ff_catalogue_lookup (region, "Morning"), ==, "Matin");

  language = ff_catalogue_new (fixture->folder, "fr_BE.UTF-8");
  g_assert_cmpstr (ff_catalogue_get_language (language), ==, "fr");
  g_assert_cmpstr (ff_catalogue_lookup (language, "Evening"), ==, "Soir");

  nothing = ff_catalogue_new (fixture->folder, "de");
  g_assert_cmpstr (ff_catalogue_get_language (nothing), ==, "en");
  g_assert_cmpstr (ff_catalogue_lookup (nothing, "Evening"), ==, "Evening");
}

static void
test_directions (Fixture *fixture, gconstpointer unused)
{
  const struct
  {
    const char *locale, *asked, *language;
    gboolean right_to_left;
  } cases[] = {
    { "ar", "ar-EG", "ar", TRUE },
    { "he", "he_IL.UTF-8", "he", TRUE },
    { "fa", "fa", "fa", TRUE },
    { "ur", "ur-PK", "ur", TRUE },
    { "sr@latin", "sr-Latn-RS", "sr-Latn", FALSE },
    { "pa@arabic", "pa-Arab", "pa-Arab", TRUE },
    { "pt_BR", "pt-br", "pt-BR", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfCatalogue) catalogue = NULL;

      install_messages (fixture, cases[i].locale, french, G_N_ELEMENTS (french));
      catalogue = ff_catalogue_new (fixture->folder, cases[i].asked);
      g_assert_cmpstr (ff_catalogue_get_language (catalogue), ==, cases[i].language);
      g_assert_cmpint (ff_catalogue_is_right_to_left (catalogue), ==, cases[i].right_to_left);
    }
}

static void
test_languages (Fixture *fixture, gconstpointer unused)
{
  const char *const expected[] = { "ar", "en", "fr", "pt-BR", NULL };
  g_auto (GStrv) languages = NULL;
  g_auto (GStrv) none = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "de", "LC_MESSAGES", NULL);

  install_messages (fixture, "pt_BR", french, G_N_ELEMENTS (french));
  install_messages (fixture, "fr", french, G_N_ELEMENTS (french));
  install_messages (fixture, "ar", french, G_N_ELEMENTS (french));
  g_assert_cmpint (g_mkdir_with_parents (empty, 0700), ==, 0);

  languages = ff_catalogue_list_languages (fixture->folder);
  g_assert_cmpstrv (languages, expected);
  none = ff_catalogue_list_languages (missing);
  g_assert_cmpstrv (none, ((const char *const[]) { "en", NULL }));
}

static void
test_strange_languages (Fixture *fixture, gconstpointer unused)
{
  const char *const strange[] = { "C", "POSIX", "../..", "fr/../fr", "-", "@", "_", ".", "é", "f" };

  install_messages (fixture, "fr", french, G_N_ELEMENTS (french));
  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (fixture->folder, strange[i]);

      g_assert_cmpstr (ff_catalogue_get_language (catalogue), ==, "en");
      g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Morning"), ==, "Morning");
    }
}

/* The environment of the tests says English; FOURFOLD_LOCALE_DIR says where the build left its translations. */
static void
test_own_language (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FfCatalogue) own = ff_catalogue_new (NULL, NULL);
  g_autoptr (FfCatalogue) empty = ff_catalogue_new (NULL, "");
  g_autoptr (FfCatalogue) chosen = ff_catalogue_new (NULL, "fr-CA");

  g_assert_cmpstr (ff_catalogue_get_language (own), ==, "en");
  g_assert_cmpstr (ff_catalogue_get_language (empty), ==, "en");
  g_assert_cmpstr (ff_catalogue_get_language (chosen), ==, "fr");
  g_assert_cmpstr (ff_catalogue_lookup (chosen, "Urge log"), ==, "Journal des envies");
}

/* In place and without waiting for the disk: it is done thousands of times. */
static void
write_quickly (const char *path, const GByteArray *bytes, gsize length)
{
  g_assert_true (g_file_set_contents_full (path, (const char *) bytes->data, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Looks everything up that could be led out of the file. */
static void
read_everything (FfMessageFile *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (french); i++)
    {
      const char *text = ff_message_file_lookup (file, french[i].original);

      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

static void
test_cut_short (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GByteArray) bytes = make_file (french, G_N_ELEMENTS (french), FALSE);
  g_autofree char *path = g_build_filename (fixture->folder, "fourfold.mo", NULL);

  for (gsize length = 0; length < bytes->len; length++)
    {
      g_autoptr (GError) error = NULL;

      write_quickly (path, bytes, length);
      g_assert_null (ff_message_file_open (path, &error));
      g_assert_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA);
      g_assert_nonnull (strstr (error->message, path));
    }
}

static void
test_altered (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GByteArray) bytes = make_file (french, G_N_ELEMENTS (french), FALSE);
  g_autofree char *path = g_build_filename (fixture->folder, "fourfold.mo", NULL);

  for (gsize i = 0; i < bytes->len; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autoptr (FfMessageFile) file = NULL;

        bytes->data[i] ^= 1U << bit;
        write_quickly (path, bytes, bytes->len);
        bytes->data[i] ^= 1U << bit;
        file = ff_message_file_open (path, NULL);
        if (file != NULL)
          read_everything (file);
      }
}

static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FfCatalogue) catalogue = NULL;

  install (fixture, "fr", "no catalogue", 12);
  catalogue = ff_catalogue_new (fixture->folder, "fr");
  g_assert_cmpstr (ff_catalogue_get_language (catalogue), ==, "en");
  g_assert_cmpstr (ff_catalogue_lookup (catalogue, "Morning"), ==, "Morning");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/catalogue/lookup", test_lookup);
  ADD ("/catalogue/other-byte-order", test_other_byte_order);
  ADD ("/catalogue/fall-back", test_fall_back);
  ADD ("/catalogue/directions", test_directions);
  ADD ("/catalogue/languages", test_languages);
  ADD ("/catalogue/strange-languages", test_strange_languages);
  ADD ("/catalogue/own-language", test_own_language);
  ADD ("/catalogue/cut-short", test_cut_short);
  ADD ("/catalogue/altered", test_altered);
  ADD ("/catalogue/damaged", test_damaged);

  return g_test_run ();
}
