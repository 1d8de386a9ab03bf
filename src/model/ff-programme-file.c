/* ff-programme-file.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML file that says what a programme is.
 */

#include "ff-programme-file.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-model-error.h"

/* An outline is written for a meeting of this length, as the programmes' own handbooks do. */
#define OUTLINE_MINUTES 90

typedef struct
{
  FfProgrammeFile *file;
  GString *text;   /* of the element that is open */
  char **target;   /* where that text goes; NULL in elements that have none */
  GPtrArray *list; /* or where it is added */
  guint minutes;   /* of all parts so far */
} Reading;

static const char *const words[] = {
  [FF_WORD_FACILITATOR] = "facilitator",
  [FF_WORD_CHECK_IN] = "check-in",
  [FF_WORD_CHECK_OUT] = "check-out",
  [FF_WORD_PLAN] = "plan",
};

G_STATIC_ASSERT (G_N_ELEMENTS (words) == FF_N_WORDS);

static gboolean
parse_yes_no (const char *value, gboolean *result, GError **error)
{
  *result = g_strcmp0 (value, "yes") == 0;
  if (*result || value == NULL || g_str_equal (value, "no"))
    return TRUE;

  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("“%s” is neither “yes” nor “no”"),
               value);
  return FALSE;
}

static gboolean
parse_number (const char *value, int highest, int *result, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, (guint64) highest, &number, error))
    return FALSE;

  *result = (int) number;
  return TRUE;
}

static gboolean
start_programme (Reading *reading, const char **names, const char **values, GError **error)
{
  FfProgrammeFile *file = reading->file;
  const char *order, *wording_aid;
  const char *minutes = NULL;

  if (file->id != NULL)
    {
      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> is there twice"),
                   "programme");
      return FALSE;
    }

  return g_markup_collect_attributes ("programme", names, values, error, G_MARKUP_COLLECT_STRDUP,
                                      "id", &file->id, G_MARKUP_COLLECT_STRING, "order", &order,
                                      G_MARKUP_COLLECT_STRING, "wording-aid", &wording_aid,
                                      G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL,
                                      "minutes", &minutes, G_MARKUP_COLLECT_INVALID)
         && parse_number (order, 99, &file->order, error)
         && parse_yes_no (wording_aid, &file->wording_aid, error)
         && (minutes == NULL || parse_number (minutes, 1440, &file->minutes, error));
}

/* What may stand in <check-in parts="…">, in the order of their bits. */
static const char *const check_in_parts[]
    = { "urge", "newcomer", "points", "balance", "goal", "stage", "capital", "helped", "days" };

G_STATIC_ASSERT (G_N_ELEMENTS (check_in_parts) == FF_N_CHECK_IN_PARTS);

static gboolean
parse_check_in_part (const char *name, FfCheckInParts *parts, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (check_in_parts); i++)
    {
      if (g_str_equal (name, check_in_parts[i]))
        {
          *parts |= 1 << i;
          return TRUE;
        }
    }

  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("a check-in has no part “%s”"), name);
  return FALSE;
}

static gboolean
start_check_in (Reading *reading, const char **names, const char **values, GError **error)
{
  FfProgrammeFile *file = reading->file;
  const char *parts;

  if (!g_markup_collect_attributes ("check-in", names, values, error, G_MARKUP_COLLECT_STRING,
                                    "parts", &parts, G_MARKUP_COLLECT_INVALID))
    return FALSE;
  if (file->has_check_in)
    {
      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> is there twice"),
                   "check-in");
      return FALSE;
    }

  g_auto (GStrv) each = g_strsplit (parts, " ", -1);
  file->has_check_in = TRUE;
  for (gsize i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && !parse_check_in_part (each[i], &file->check_in_parts, error))
      return FALSE;
  return TRUE;
}

static gboolean
start_listed (Reading *reading,
              const char *element,
              GPtrArray *list,
              guint most,
              const char **names,
              const char **values,
              GError **error)
{
  if (list->len == most)
    {
      g_set_error (
          error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
          /* Translators: %s is the name of an XML element, %u how many of it there may be */
          _ ("there are too many <%s>: %u at most"), element, most);
      return FALSE;
    }
  reading->list = list;
  return g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_INVALID,
                                      NULL);
}

static gboolean
start_point (Reading *reading, const char **names, const char **values, GError **error)
{
  return start_listed (reading, "point", reading->file->points, FF_PROGRAMME_MOST_POINTS, names,
                       values, error);
}

static gboolean
start_prompt (Reading *reading, const char **names, const char **values, GError **error)
{
  return start_listed (reading, "prompt", reading->file->prompts, FF_PROGRAMME_MOST_PROMPTS, names,
                       values, error);
}

static gboolean
start_word (Reading *reading, const char **names, const char **values, GError **error)
{
  const char *name;

  if (!g_markup_collect_attributes ("word", names, values, error, G_MARKUP_COLLECT_STRING, "for",
                                    &name, G_MARKUP_COLLECT_INVALID))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (name, words[i]))
        {
          reading->target = &reading->file->words[i];
          return TRUE;
        }
    }

  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("there is no word for “%s”"), name);
  return FALSE;
}

static gboolean
start_part (Reading *reading, const char **names, const char **values, GError **error)
{
  FfOutlinePart *part = g_new0 (FfOutlinePart, 1);
  const char *minutes, *is_protected;
  int number;

  g_ptr_array_add (reading->file->parts, part);
  if (!g_markup_collect_attributes ("part", names, values, error, G_MARKUP_COLLECT_STRING,
                                    "minutes", &minutes,
                                    G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL,
                                    "protected", &is_protected, G_MARKUP_COLLECT_INVALID)
      || !parse_number (minutes, OUTLINE_MINUTES, &number, error)
      || !parse_yes_no (is_protected, &part->is_protected, error))
    return FALSE;

  part->minutes = (guint) number;
  reading->minutes += part->minutes;
  reading->target = &part->title;
  return TRUE;
}

static gboolean
start_handout (Reading *reading, const char **names, const char **values, GError **error)
{
  char *id = NULL;

  if (!g_markup_collect_attributes ("handout", names, values, error, G_MARKUP_COLLECT_STRDUP, "id",
                                    &id, G_MARKUP_COLLECT_INVALID))
    return FALSE;

  g_ptr_array_add (reading->file->handouts, id);
  return TRUE;
}

/* Elements that hold a text and have no attributes, or only hold others. */
static gboolean
start_plain (Reading *reading,
             const char *element,
             const char **names,
             const char **values,
             GError **error)
{
  if (g_str_equal (element, "title"))
    reading->target = &reading->file->title;
  else if (g_str_equal (element, "summary"))
    reading->target = &reading->file->summary;

  return g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_INVALID,
                                      NULL);
}

typedef struct
{
  const char *element;
  const char *parent; /* NULL: it is the whole file */
  gboolean (*start) (Reading *reading, const char **names, const char **values, GError **error);
} Element;

static const Element elements[] = {
  { "programme", NULL, start_programme },
  { "title", "programme", NULL },
  { "summary", "programme", NULL },
  { "word", "programme", start_word },
  { "outline", "programme", NULL },
  { "part", "outline", start_part },
  { "handouts", "programme", NULL },
  { "handout", "handouts", start_handout },
  { "check-in", "programme", start_check_in },
  { "point", "check-in", start_point },
  { "prompt", "check-in", start_prompt },
};

static void
start_element (GMarkupParseContext *context,
               const char *name,
               const char **attribute_names,
               const char **attribute_values,
               gpointer user_data,
               GError **error)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  const char *parent = stack->next != NULL ? stack->next->data : NULL;
  Reading *reading = user_data;

  reading->target = NULL;
  reading->list = NULL;
  g_string_truncate (reading->text, 0);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      const Element *element = &elements[i];

      if (!g_str_equal (element->element, name) || g_strcmp0 (element->parent, parent) != 0)
        continue;

      if (element->start != NULL)
        element->start (reading, attribute_names, attribute_values, error);
      else
        start_plain (reading, name, attribute_names, attribute_values, error);
      return;
    }

  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> does not belong here"), name);
}

/* As the ITS rules do when they extract the text: lines and runs of blanks become one blank. */
static char *
normalize (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, pieces[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&line));
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autofree char *text = NULL;

  if (reading->target == NULL && reading->list == NULL)
    return;

  text = normalize (reading->text->str);
  if (*text == '\0')
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> is empty"), name);
  else if (reading->list != NULL)
    g_ptr_array_add (reading->list, g_steal_pointer (&text));
  else if (*reading->target != NULL)
    g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("<%s> is there twice"), name);
  else
    *reading->target = g_steal_pointer (&text);
  reading->target = NULL;
  reading->list = NULL;
}

static void
add_text (GMarkupParseContext *context,
          const char *text,
          gsize length,
          gpointer user_data,
          GError **error)
{
  Reading *reading = user_data;

  g_string_append_len (reading->text, text, (gssize) length);
}

/* What the whole must have; NULL where nothing lacks. */
static const char *
find_lack (const Reading *reading)
{
  const FfProgrammeFile *file = reading->file;

  if (file->title == NULL)
    return _ ("it has no <title>");
  if (file->summary == NULL)
    return _ ("it has no <summary>");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (file->words[i] == NULL)
        return _ ("a <word> is missing: facilitator, check-in, check-out and plan are needed");
    }
  if (reading->minutes != OUTLINE_MINUTES)
    return _ ("the parts of its outline do not add up to 90 minutes");
  if (!file->has_check_in)
    return _ ("it has no <check-in>");

  return NULL;
}

static gboolean
parse (Reading *reading, const char *name, const char *text, gssize length, GError **error)
{
  const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reading, NULL);
  g_autoptr (GError) cause = NULL;
  const char *lack = NULL;

  if (g_markup_parse_context_parse (context, text, length, &cause)
      && g_markup_parse_context_end_parse (context, &cause))
    lack = find_lack (reading);

  if (cause != NULL || lack != NULL)
    {
      int line, character;

      g_markup_parse_context_get_position (context, &line, &character);
      /* GMarkup counts the end of a line to the next one. */
      if (character == 1 && line > 1)
        line--;
      g_set_error (
          error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
          /* Translators: %s is a file name, %d a line, the second %s what is wrong there */
          _ ("The programme file “%s” cannot be used. Line %d: %s."), name, line,
          cause != NULL ? cause->message : lack);
      return FALSE;
    }

  return TRUE;
}

/**
 * ff_programme_file_read:
 * @name: the file's name, for the error
 * @text: its content
 * @length: how many bytes, or -1 where @text ends with NUL
 * @error: %FF_MODEL_ERROR_DATA
 *
 * Returns: (transfer full): what it says, complete and in order, or %NULL
 */
FfProgrammeFile *
ff_programme_file_read (const char *name, const char *text, gssize length, GError **error)
{
  g_autoptr (FfProgrammeFile) file = g_new0 (FfProgrammeFile, 1);
  Reading reading = { .file = file, .text = g_string_new (NULL) };
  gboolean is_good;

  file->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_outline_part_free);
  file->handouts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  file->points = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  file->prompts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  is_good = parse (&reading, name, text, length, error);
  g_string_free (reading.text, TRUE);

  return is_good ? g_steal_pointer (&file) : NULL;
}

/**
 * ff_programme_file_free:
 * @file: (transfer full) (nullable): what a programme file says
 */
void
ff_programme_file_free (FfProgrammeFile *file)
{
  if (file == NULL)
    return;

  g_free (file->id);
  g_free (file->title);
  g_free (file->summary);
  for (guint i = 0; i < FF_N_WORDS; i++)
    g_free (file->words[i]);
  g_clear_pointer (&file->parts, g_ptr_array_unref);
  g_clear_pointer (&file->handouts, g_ptr_array_unref);
  g_clear_pointer (&file->points, g_ptr_array_unref);
  g_clear_pointer (&file->prompts, g_ptr_array_unref);
  g_free (file);
}
