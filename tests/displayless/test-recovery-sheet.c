/* test-recovery-sheet.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery key on paper: all of it and the date, on one page, in every size of paper and of print.
 */

#include <glib/gstdio.h>
#include <string.h>

#include "ff-pdf.h"
#include "ff-recovery-sheet.h"
#include "ff-test-boxes.h"

#define KEY "7QK4M-2XWPT-9HD3R-VB6YN-E8GJC-5SZAF"

typedef struct
{
  const char *name;
  FfPaperStyle style;
} Paper;

static const Paper papers[] = {
  { "a4", { .size = FF_PAPER_A4 } },
  { "a4-large", { .size = FF_PAPER_A4, .large_print = TRUE } },
  { "letter", { .size = FF_PAPER_LETTER } },
  { "letter-large", { .size = FF_PAPER_LETTER, .large_print = TRUE } },
};

static FfSheet *
make_sheet (const Paper *paper)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, "en");
  g_autoptr (GDateTime) made = g_date_time_new_utc (2026, 11, 24, 20, 15, 0);

  return ff_recovery_sheet_new (catalogue, &paper->style, KEY, made);
}

/* As another program reads it, in the order of the page; what only shapes lines is left out. (transfer full) */
static char *
read_pdf (FfSheet *sheet)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autofree char *folder = g_dir_make_tmp ("fourfold-recovery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  const char *const arguments[] = { "pdftotext", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  GString *plain;
  int status;

  g_ptr_array_add (sheets, sheet);
  ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);

  plain = g_string_new_take (text);
  g_string_replace (plain, "\342\200\216", "", 0);
  g_string_replace (plain, "\342\201\240", "", 0);
  g_string_replace (plain, "\342\200\213", "", 0);
  g_string_replace (plain, "\n", " ", 0);
  return g_string_free_and_steal (plain);
}

/* The groups are in their order, whether a line ends between two of them or not. */
static void
assert_key (const char *text)
{
  g_auto (GStrv) groups = g_strsplit (KEY, "-", -1);
  const char *place = text;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      place = strstr (place, groups[i]);
      if (place == NULL)
        g_error ("“%s” is not in its place in “%s”", groups[i], text);
      place += strlen (groups[i]);
    }
}

static void
test_paper (gconstpointer data)
{
  g_autoptr (FfSheet) sheet = make_sheet (data);
  g_autofree char *text = read_pdf (sheet);

  g_assert_cmpuint (ff_sheet_get_n_pages (sheet), ==, 1);
  check_boxes (sheet);
  check_ink (sheet, 0.6);
  assert_key (text);
  g_assert_nonnull (strstr (text, "2026-11-24"));
  g_assert_nonnull (strstr (text, "How to use it"));
}

/* Neither its title nor its summary, which become names of files and print jobs, tell the key. */
static void
test_discreet (void)
{
  g_autoptr (FfSheet) sheet = make_sheet (&papers[0]);

  g_assert_cmpstr (ff_sheet_get_title (sheet), ==, "Recovery sheet");
  g_assert_null (strstr (ff_sheet_get_summary (sheet), "7QK4M"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strconcat ("/recovery-sheet/", papers[i].name, NULL);
      g_autofree char *arabic
          = g_strconcat ("/recovery-sheet/right-to-left/", papers[i].name, NULL);

      g_test_add_data_func (path, &papers[i], test_paper);
    }
  g_test_add_func ("/recovery-sheet/discreet", test_discreet);

  return g_test_run ();
}
