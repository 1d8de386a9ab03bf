/* ff-command-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl print: handouts as one PDF.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-command.h"
#include "ff-handout-sheet.h"
#include "ff-pdf.h"

#define MAX_COPIES 999

static gboolean all;
static char *output;
static char *paper_name;
static char *language;
static gboolean large_print;
static int copies = 1;
static char *group_name;

static const GOptionEntry options[] = {
  { "all", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &all, N_ ("Every handout there is"), NULL },
  { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF to write"),
    N_ ("FILE.pdf") },
  { "paper", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &paper_name,
    N_ ("“a4” or “letter” (as is usual where you are)"), N_ ("SIZE") },
  { "language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &language,
    N_ ("The language of the sheets, such as “fr” (yours)"), N_ ("LANGUAGE") },
  { "large-print", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &large_print,
    N_ ("Letters of 18 points"), NULL },
  { "copies", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &copies,
    N_ ("How many of each, from 1 to 999 (1)"), N_ ("N") },
  { "group", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &group_name,
    N_ ("A group’s name, to stand at the foot"), N_ ("NAME") },
  G_OPTION_ENTRY_NULL,
};

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_propagate_error (error,
                     g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, values));
  va_end (values);
  return FALSE;
}

static gboolean
parse_paper (FfPaperSize *size, GError **error)
{
  if (paper_name == NULL)
    *size = ff_paper_size_get_default ();
  else if (g_ascii_strcasecmp (paper_name, "a4") == 0)
    *size = FF_PAPER_A4;
  else if (g_ascii_strcasecmp (paper_name, "letter") == 0)
    *size = FF_PAPER_LETTER;
  else
    return refuse (error, _ ("“%s” is not a paper size. Choose “a4” or “letter”."), paper_name);
  return TRUE;
}

static gboolean
check_options (FfInvocation *invocation, FfPaperSize *size, GError **error)
{
  const gboolean some = invocation->arguments[0] != NULL;

  if (all && some)
    return refuse (error, _ ("Give handouts or --all, not both."));
  if (!all && !some)
    return refuse (error,
                   _ ("Which handouts? Give their ids, as “fourfoldctl handouts” lists them, "
                      "or --all."));
  if (output == NULL)
    return refuse (error, _ ("Where to? Give the PDF’s name: -o FILE.pdf."));
  if (copies < 1 || copies > MAX_COPIES)
    return refuse (error, _ ("--copies takes a number from 1 to %d."), MAX_COPIES);
  return parse_paper (size, error);
}

static gboolean
is_english (const char *tag)
{
  return g_ascii_strncasecmp (tag, "en", 2) == 0 && !g_ascii_isalpha (tag[2]);
}

/* A language that no sheet is in would silently give English: say so instead. */
static gboolean
check_language (GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_auto (GStrv) languages = ff_catalogue_list_languages (NULL);
  g_autofree char *list = NULL;

  if (is_english (language) || !is_english (ff_catalogue_get_language (catalogue)))
    return TRUE;
  list = g_strjoinv (", ", languages);
  /* Translators: the second value is a list of language codes */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("There are no handouts in “%s”. There are: %s."), language, list);
  return FALSE;
}

static FfHandout *
find_handout (GPtrArray *handouts, const char *id, GError **error)
{
  for (guint i = 0; i < handouts->len; i++)
    if (g_str_equal (ff_handout_get_id (g_ptr_array_index (handouts, i)), id))
      return g_ptr_array_index (handouts, i);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("There is no handout “%s”. “fourfoldctl handouts” lists those there are."), id);
  return NULL;
}

static GPtrArray *
load_handouts (FfInvocation *invocation, FfCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) every = ff_handout_load_all (catalogue, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (every == NULL || all)
    return g_steal_pointer (&every);
  for (char **id = invocation->arguments; *id != NULL; id++)
    {
      FfHandout *handout = find_handout (every, *id, error);

      if (handout == NULL)
        return NULL;
      g_ptr_array_add (chosen, g_object_ref (handout));
    }
  return g_steal_pointer (&chosen);
}

static GPtrArray *
lay_out (GPtrArray *handouts, const FfPaperStyle *style)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < handouts->len; i++)
    g_ptr_array_add (sheets, ff_handout_sheet_new (g_ptr_array_index (handouts, i), style, NULL));
  return sheets;
}

static const char *
get_title (GPtrArray *handouts)
{
  if (handouts->len == 1)
    return ff_handout_get_title (g_ptr_array_index (handouts, 0));
  return group_name != NULL ? group_name : _ ("Handouts");
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  FfPaperStyle style = { .large_print = large_print, .group_name = group_name };
  g_autoptr (FfCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) handouts = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  if (!check_options (invocation, &style.size, error)
      || (language != NULL && !check_language (error))
      || !ff_command_check_output (invocation, output, error))
    return FALSE;
  catalogue = ff_catalogue_new (NULL, language);
  handouts = load_handouts (invocation, catalogue, error);
  if (handouts == NULL)
    return FALSE;
  sheets = lay_out (handouts, &style);
  return ff_pdf_write (sheets, (guint) copies, get_title (handouts), output, error);
}

const FfCommand ff_command_print = {
  "print", N_ ("HANDOUT… | --all"), N_ ("Write handouts as one PDF"), options, run,
};
