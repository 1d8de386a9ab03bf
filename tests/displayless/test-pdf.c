/* test-pdf.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDFs as other programs read them, and files that cannot be written.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pango.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ff-handout-sheet.h"
#include "ff-pdf-artifacts.h"
#include "ff-pdf-face.h"
#include "ff-pdf-mend.h"
#include "ff-pdf.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fourfold-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sheets.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GPtrArray *
make_sheets (const char *language, const char *group_name)
{
  const char *const ids[] = { "cost-benefit", "urge-log", "seven-day-plan" };
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = { FF_PAPER_A4, FALSE, group_name };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfHandout) handout = ff_handout_load (ids[i], catalogue, &error);

      g_assert_no_error (error);
      g_ptr_array_add (sheets, ff_handout_sheet_new (handout, &style, NULL));
    }

  return sheets;
}

/* What a program writes to its standard output. */
static char *
ask (const char *program, const char *option, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  GBytes *bytes = NULL;
  gsize length;
  char *answer;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, path,
                              g_str_equal (program, "pdfinfo") ? NULL : "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &bytes, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  /* So that what is binary in between does not end it. */
  answer = g_bytes_unref_to_data (bytes, &length);
  answer = g_realloc (answer, length + 1);
  answer[length] = '\0';
  for (gsize i = 0; i < length; i++)
    if (answer[i] == '\0')
      answer[i] = ' ';

  return answer;
}

static void
write_sheets (GPtrArray *sheets, guint copies, const char *title, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_pdf_write (sheets, copies, title, path, &error));
  g_assert_no_error (error);
}

static void
assert_in_order (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (text, words[i]);

      if (found == NULL)
        g_test_message ("“%s” does not follow; what is left is: %.200s", words[i], text);
      g_assert_nonnull (found);
      text = found + strlen (words[i]);
    }
}

static void
test_reading_order (Fixture *fixture, gconstpointer unused)
{
  const char *const words[] = { "Cost–benefit analysis",
                                "See what something you do",
                                "Choose one thing",
                                "What I am weighing up",
                                "Doing it: benefits",
                                "Doing it: costs",
                                "Not doing it: benefits",
                                "Not doing it: costs",
                                "What stands out for me",
                                "Tuesday evening",
                                "Urge log",
                                "Situation",
                                "Trigger",
                                "Strength",
                                "Minutes",
                                "To try next time",
                                "Seven-day plan",
                                "My goal this week",
                                "Who can help",
                                "Morning",
                                "Monday",
                                "Sunday",
                                NULL };
  g_autoptr (GPtrArray) sheets = make_sheets ("en", "Tuesday evening");
  g_autofree char *text = NULL;

  write_sheets (sheets, 1, "Pack", fixture->path);
  text = ask ("pdftotext", "-raw", fixture->path);
  assert_in_order (text, words);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, word)) != NULL; at += strlen (word))
    n++;

  return n;
}

/* What reads it aloud has to know how, for each sheet. */
static void
test_language (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) english = make_sheets ("en", NULL);
  g_autoptr (GPtrArray) french = make_sheets ("fr-CA", NULL);
  g_autofree char *one = NULL, *both = NULL;

  write_sheets (french, 1, "Pack", fixture->path);
  one = ask ("qpdf", "--qdf", fixture->path);
  g_assert_cmpuint (count (one, "\n  /Lang (fr"), ==, 1);

  g_ptr_array_add (english, g_object_ref (g_ptr_array_index (french, 0)));
  write_sheets (english, 1, "Pack", fixture->path);
  both = ask ("qpdf", "--qdf", fixture->path);
  g_assert_cmpuint (count (both, "\n  /Lang (en)"), ==, 1);
  g_assert_cmpuint (count (both, "\n  /Lang (fr"), ==, 1);
}

static void
test_properties (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autofree char *properties = NULL;

  write_sheets (sheets, 2, "Feuilles d’été 🌱", fixture->path);
  properties = ask ("pdfinfo", "-isodates", fixture->path);
  g_assert_nonnull (strstr (properties, "Feuilles d’été 🌱\n"));
  g_assert_true (g_regex_match_simple ("^Author: +Fourfold$", properties, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Creator: +Fourfold ", properties, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Tagged: +yes$", properties, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Pages: +6$", properties, G_REGEX_MULTILINE, 0));
}

static void
test_structure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autofree char *structure = NULL;

  write_sheets (sheets, 1, "Pack", fixture->path);
  structure = ask ("pdfinfo", "-struct", fixture->path);
  g_assert_cmpuint (count (structure, "Document\n"), ==, 1);
  g_assert_cmpuint (count (structure, "\n  Part "), ==, 3);
  g_assert_cmpuint (count (structure, " H1 "), ==, 3);
  g_assert_cmpuint (count (structure, " H2 "), ==, 4);
  g_assert_cmpuint (count (structure, " LI "), ==, 10);
  g_assert_cmpuint (count (structure, " Table "), ==, 2);
  g_assert_cmpuint (count (structure, " TR\n"), >=, 1 + 5 + 1 + 7);
  g_assert_cmpuint (count (structure, " TH:\n"), ==, 7 + 4 + 7);
  g_assert_cmpuint (count (structure, " TD\n"), >=, 7 * 5 + 4 * 7);
}

/* Copies follow each other whole: A B C A B C. */
static void
test_copies (Fixture *fixture, gconstpointer unused)
{
  const char *const words[] = {
    "Cost–benefit analysis", "Urge log", "Seven-day plan", "Cost–benefit analysis", "Urge log",
    "Seven-day plan",        NULL
  };
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autofree char *text = NULL;

  write_sheets (sheets, 2, "Pack", fixture->path);
  text = ask ("pdftotext", "-raw", fixture->path);
  assert_in_order (text, words);
  g_assert_cmpuint (count (text, "Urge log"), ==, 2);
}

/* Whatever the number of copies, each handout is in the outline once, on its first page. */
static void
test_outline (Fixture *fixture, gconstpointer unused)
{
  const char *const entries[]
      = { "page=\"1\">Cost–benefit analysis</item>", "page=\"2\">Urge log</item>",
          "page=\"3\">Seven-day plan</item>", NULL };
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *xml = NULL;

  write_sheets (sheets, 3, "Pack", fixture->path);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "pdftohtml", "-xml",
                              "-stdout", "-i", fixture->path, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &xml, NULL, &error));
  g_assert_no_error (error);
  assert_in_order (xml, entries);
  g_assert_cmpuint (count (xml, "</item>"), ==, 3);
}

static void
test_scripts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("ar", "مجموعة الثلاثاء 🌱");
  g_autofree char *text = NULL;

  write_sheets (sheets, 1, "أوراق", fixture->path);
  text = ask ("pdftotext", "-nopgbrk", fixture->path);
  g_assert_nonnull (strstr (text, "مجموعة"));
  g_assert_nonnull (strstr (text, "🌱"));
  g_assert_nonnull (strstr (text, "التاريخ"));
}

/* What was written before is in the fields, looks as written, and can be changed. */
static void
test_answers (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfHandout) handout = ff_handout_load ("cost-benefit", catalogue, &error);
  g_autoptr (FfAnswers) answers = ff_answers_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfPaperStyle style = { FF_PAPER_A4 };
  g_autofree char *before = NULL, *after = NULL, *objects = NULL;
  gsize n_areas;
  const FfSheetArea *areas;

  g_assert_no_error (error);
  g_ptr_array_add (sheets, ff_handout_sheet_new (handout, &style, NULL));
  areas = ff_sheet_get_areas (g_ptr_array_index (sheets, 0), &n_areas);
  for (gsize i = 0; i < n_areas; i++)
    ff_answers_set (answers, areas[i].key,
                    areas[i].kind == FF_AREA_TEXT ? "Élan for أحمد" : areas[i].option);
  write_sheets (sheets, 1, "Empty", fixture->path);
  before = ask ("pdftotext", "-raw", fixture->path);
  g_assert_null (strstr (before, "Élan"));

  g_ptr_array_set_size (sheets, 0);
  g_ptr_array_add (sheets, ff_handout_sheet_new (handout, &style, answers));
  write_sheets (sheets, 2, "Full", fixture->path);
  after = ask ("pdftotext", "-raw", fixture->path);
  objects = ask ("qpdf", "--qdf", fixture->path);
  areas = ff_sheet_get_areas (g_ptr_array_index (sheets, 0), &n_areas);
  g_assert_cmpuint (count (after, "Élan for "), ==, count (objects, "/FT /Tx"));
  g_assert_cmpuint (count (objects, "\n  /V (") + count (objects, "\n  /V <"), ==,
                    count (objects, "/FT /Tx"));
  g_assert_cmpuint (count (objects, "/V /Off"), ==, 0);
  g_assert_cmpuint (count (objects, "\n  /Type /Page\n"), ==, 2);
}

/* A library that cannot go on says so, and nothing is written. */
static void
test_damaged (Fixture *fixture, gconstpointer unused)
{
  const char *const drawings[]
      = { "", "not a PDF", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" };
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (FfPdfPart));
  const FfPdfPart part = { g_ptr_array_index (sheets, 0), 1, 1, 0, 1 };

  g_array_append_val (parts, part);
  for (gsize i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_autoptr (GByteArray) drawn = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      g_byte_array_append (drawn, (const guint8 *) drawings[i], (guint) strlen (drawings[i]));
      g_assert_null (ff_pdf_mend (drawn, parts, 1, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "could not be finished"));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
assert_wrapped (const char *content, const char *expected)
{
  g_autoptr (GString) wrapped = ff_pdf_artifacts_wrap (content, strlen (content));

  g_assert_cmpstr (wrapped->str, ==, expected);
}

static void
test_artifacts (Fixture *fixture, gconstpointer unused)
{
  assert_wrapped ("", "");
  assert_wrapped ("q\n0 0 m 1 1 l S\nQ\n", "q\n/Artifact BMC\n0 0 m 1 1 l S\nEMC\nQ\n");
  assert_wrapped ("/P << /MCID 0 >> BDC\n(x)Tj\nEMC\n1 w\n",
                  "/P << /MCID 0 >> BDC\n(x)Tj\nEMC\n1 w\n");
  assert_wrapped ("1 w\n0 0 9 9 re f\n/P << /MCID 0 >> BDC\n(x)Tj\nEMC\n/x5 Do",
                  "/Artifact BMC\n1 w\n0 0 9 9 re f\nEMC\n/P << /MCID 0 >> BDC\n(x)Tj\nEMC\n"
                  "/Artifact BMC\n/x5 Do\nEMC\n");
}

/* Letters beyond Windows' Latin ones need a font that has them. */
static void
test_faces (Fixture *fixture, gconstpointer unused)
{
  const char *const languages[] = { "en", "fr", "de", "es", "ar", "fa", "pl", "cs", "ru" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *sample
          = pango_language_get_sample_string (pango_language_from_string (languages[i]));
      hb_face_t *face = ff_pdf_face_new (languages[i]);
      hb_font_t *font = hb_font_create (face);

      g_assert_nonnull (face);
      g_assert_true (ff_pdf_face_is_latin (languages[i]) == (i < 4));
      for (const char *at = sample; *at != '\0'; at = g_utf8_next_char (at))
        {
          hb_codepoint_t glyph = 0;

          if (!hb_font_get_nominal_glyph (font, g_utf8_get_char (at), &glyph))
            g_test_message ("the face for %s has no U+%04X", languages[i], g_utf8_get_char (at));
          g_assert_cmpuint (glyph, !=, 0);
        }
      g_assert_cmpuint (hb_face_get_glyph_count (face), <, 4000);
      hb_font_destroy (font);
      hb_face_destroy (face);
    }
}

static void
assert_kept (const char *path)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

/* A full disk, as far as one process can make it: its files may not grow. */
static void
test_full_disk (Fixture *fixture, gconstpointer unused)
{
  if (g_test_subprocess ())
    {
      const struct rlimit limit = { 4096, 4096 };
      g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
      g_autoptr (GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (ff_pdf_write (sheets, 1, "Pack", fixture->path, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, fixture->path));
      assert_kept (fixture->path);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_no_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_pdf_write (sheets, 1, "Pack", path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, folder));
}

static void
test_folder_in_the_way (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ff_pdf_write (sheets, 1, "Pack", fixture->folder, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

#define NOBODY 65534

static void
test_forbidden_folder (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autoptr (GError) error = NULL;
  uid_t user = geteuid ();

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  /* Root may write everywhere, so it goes on as somebody who may not. */
  if (user == 0 && seteuid (NOBODY) != 0)
    g_test_skip ("whoever runs this may write everywhere");
  else
    {
      g_assert_false (ff_pdf_write (sheets, 1, "Pack", fixture->path, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
      g_assert_nonnull (strstr (error->message, fixture->folder));
      g_assert_cmpint (seteuid (user), ==, 0);
      assert_kept (fixture->path);
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_replaced (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) sheets = make_sheets ("en", NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  write_sheets (sheets, 1, "Pack", fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/pdf/reading-order", test_reading_order);
  ADD ("/pdf/language", test_language);
  ADD ("/pdf/properties", test_properties);
  ADD ("/pdf/structure", test_structure);
  ADD ("/pdf/copies", test_copies);
  ADD ("/pdf/outline", test_outline);
  ADD ("/pdf/scripts", test_scripts);
  ADD ("/pdf/answers", test_answers);
  ADD ("/pdf/damaged", test_damaged);
  ADD ("/pdf/artifacts", test_artifacts);
  ADD ("/pdf/faces", test_faces);
  ADD ("/pdf/replaced", test_replaced);
  ADD ("/pdf/full-disk", test_full_disk);
  ADD ("/pdf/no-folder", test_no_folder);
  ADD ("/pdf/folder-in-the-way", test_folder_in_the_way);
  ADD ("/pdf/forbidden-folder", test_forbidden_folder);

  return g_test_run ();
}
