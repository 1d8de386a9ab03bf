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
#include "ff-handout-repository.h"
#include "ff-handout-sheet.h"
#include "ff-help-line-repository.h"
#include "ff-pdf.h"
#include "ff-pocket-card.h"

#define MAX_COPIES 999

static gboolean all;
static char *output;
static char *paper_name;
static char *language;
static gboolean large_print;
static int copies = 1;
static char *group_name;
static gboolean no_example;
static gboolean help_card;
static char *from;

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
    N_ ("A group’s name, to stand at the foot; its help lines where it says so"), N_ ("NAME") },
  { "no-example", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &no_example,
    N_ ("Leave the worked examples out"), NULL },
  { "help-card", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &help_card,
    N_ ("The group’s help lines as cards for a pocket"), NULL },
  { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &from,
    N_ ("A handout of your own, in Markdown"), N_ ("FILE.md") },
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
  if (!all && !some && !help_card && from == NULL)
    return refuse (error,
                   _ ("Which handouts? Give their ids, as “fourfoldctl handouts” lists them, "
                      "or --all."));
  if (help_card && group_name == NULL)
    return refuse (error, _ ("Whose help lines? Give the group: --group NAME."));
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

/* @reason: (nullable): why own ones cannot be read now */
static FfHandout *
find_handout (GPtrArray *handouts, const char *id, const GError *reason, GError **error)
{
  for (guint i = 0; i < handouts->len; i++)
    if (g_str_equal (ff_handout_get_id (g_ptr_array_index (handouts, i)), id))
      return g_ptr_array_index (handouts, i);
  if (reason != NULL && g_str_has_prefix (id, FF_OWN_HANDOUT_PREFIX))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: a handout’s id, and a sentence that says why */
                 _ ("“%s” is a handout of your own, and those cannot be read now. %s"), id,
                 reason->message);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("There is no handout “%s”. “fourfoldctl handouts” lists those there are."), id);
  return NULL;
}

static void
tell_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const FfHandoutProblem *problem = g_ptr_array_index (problems, i);

      g_printerr ("%s:%u: %s\n", from, problem->line, problem->text);
    }
}

/* What can be laid out is, and what cannot is told with its line. */
static FfHandout *
read_file (FfCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) problems
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_handout_problem_free);
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (GError) reason = NULL;
  g_autofree char *markdown = ff_handout_read_markdown (file, problems, &reason);
  FfHandout *handout = NULL;

  if (markdown != NULL)
    handout = ff_handout_new_from_markdown (FF_OWN_HANDOUT_PREFIX "file", markdown, catalogue,
                                            problems);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (handout == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 /* Translators: the name of a file, and a sentence about what is wrong in it */
                 _ ("“%s” cannot be laid out. %s"), from,
                 problems->len > 0 ? ((FfHandoutProblem *) problems->pdata[0])->text : "");
  else
    tell_problems (problems);
  return handout;
}

static GPtrArray *
load_every (FfStore *store, FfCatalogue *catalogue, GError **error)
{
  return store != NULL ? ff_handout_repository_load_all (store, catalogue, error)
                       : ff_handout_load_all (catalogue, error);
}

/* @store: (nullable); @reason: (nullable) why there is none */
static GPtrArray *
load_handouts (FfInvocation *invocation,
               FfStore *store,
               const GError *reason,
               FfCatalogue *catalogue,
               GError **error)
{
  g_autoptr (GPtrArray) every = load_every (store, catalogue, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (every == NULL)
    return NULL;
  for (guint i = 0; all && i < every->len; i++)
    g_ptr_array_add (chosen, g_object_ref (every->pdata[i]));
  for (char **id = invocation->arguments; *id != NULL; id++)
    {
      FfHandout *handout = find_handout (every, *id, reason, error);

      if (handout == NULL)
        return NULL;
      g_ptr_array_add (chosen, g_object_ref (handout));
    }
  if (from != NULL)
    {
      FfHandout *handout = read_file (catalogue, error);

      if (handout == NULL)
        return NULL;
      g_ptr_array_add (chosen, handout);
    }
  return g_steal_pointer (&chosen);
}

/* A name alone is enough for the foot of a page; cards need a group that is there and has help lines. */
static gboolean
read_help_lines (FfStore *store, const GError *reason, FfPaperStyle *style, GError **error)
{
  g_autoptr (GError) unknown = NULL;
  g_autoptr (FfGroup) group = NULL;

  if (group_name == NULL)
    return TRUE;
  if (store == NULL && help_card)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: a group’s name, and a sentence that says why, or nothing */
                   _ ("The help lines of “%s” cannot be read. %s"), group_name,
                   reason != NULL ? reason->message : _ ("There are no Fourfold data here."));
      return FALSE;
    }
  if (store != NULL)
    group = ff_command_find_group (store, group_name, &unknown);
  if (group == NULL && help_card)
    {
      g_propagate_error (error, g_steal_pointer (&unknown));
      return FALSE;
    }
  if (group == NULL)
    return TRUE;
  style->group_name = group_name = g_strdup (ff_group_get_name (group));
  style->help_lines = ff_help_line_repository_list (store, ff_group_get_uid (group), error);
  if (style->help_lines == NULL)
    return FALSE;
  style->help_at_foot = ff_help_line_repository_get_at_foot (store, ff_group_get_uid (group), NULL);
  if (!help_card || style->help_lines->len > 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("“%s” has no help lines yet. Write them down in Fourfold first."), group_name);
  return FALSE;
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
get_title (GPtrArray *sheets)
{
  if (sheets->len == 1)
    return ff_sheet_get_title (g_ptr_array_index (sheets, 0));
  return group_name != NULL ? group_name : _ ("Handouts");
}

/* Built-in handouts are printed without looking for any data: another Fourfold may have them. */
static gboolean
needs_data (FfInvocation *invocation)
{
  if (all || group_name != NULL)
    return TRUE;
  for (char **id = invocation->arguments; *id != NULL; id++)
    if (g_str_has_prefix (*id, FF_OWN_HANDOUT_PREFIX))
      return TRUE;
  return FALSE;
}

static void
tell_left_out (const GError *reason)
{
  if (all)
    g_printerr (_ ("fourfoldctl: Your own handouts are left out. %s\n"), reason->message);
  else if (group_name != NULL && !help_card)
    g_printerr (_ ("fourfoldctl: The help lines of “%s” are left out. %s\n"), group_name,
                reason->message);
}

static GPtrArray *
make_sheets (FfInvocation *invocation, FfPaperStyle *style, GError **error)
{
  g_autoptr (FfCatalogue) catalogue = ff_catalogue_new (NULL, language);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) handouts = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  FfStore *store = needs_data (invocation) ? ff_command_try_store (invocation, &reason) : NULL;

  if (read_help_lines (store, reason, style, error))
    handouts = load_handouts (invocation, store, reason, catalogue, error);
  if (store != NULL && !ff_command_close_store (store, handouts != NULL ? error : NULL))
    return NULL;
  if (handouts == NULL)
    return NULL;
  if (reason != NULL)
    tell_left_out (reason);
  sheets = lay_out (handouts, style);
  if (help_card)
    g_ptr_array_add (sheets, ff_pocket_card_sheet_new (catalogue, style));
  return g_steal_pointer (&sheets);
}

static gboolean
run (FfInvocation *invocation, GError **error)
{
  FfPaperStyle style
      = { .large_print = large_print, .group_name = group_name, .with_example = !no_example };
  g_autoptr (GPtrArray) sheets = NULL;
  gboolean written;

  if (!check_options (invocation, &style.size, error)
      || (language != NULL && !check_language (error))
      || !ff_command_check_output (invocation, output, error))
    return FALSE;
  sheets = make_sheets (invocation, &style, error);
  written
      = sheets != NULL && ff_pdf_write (sheets, (guint) copies, get_title (sheets), output, error);
  g_clear_pointer (&style.help_lines, g_ptr_array_unref);
  return written;
}

const FfCommand ff_command_print = {
  "print",
  N_ ("HANDOUT… | --all | --from FILE.md | --help-card"),
  N_ ("Write handouts as one PDF"),
  options,
  run,
};
