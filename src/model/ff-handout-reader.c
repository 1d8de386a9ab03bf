/* ff-handout-reader.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a handout's XML, and says in which line something is wrong with it.
 */

#include "ff-config.h"

#include "ff-handout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-handout-private.h"
#include "ff-handout-reading.h"
#include "ff-model-error.h"

static void
reading_clear (FfHandoutReading *reading)
{
  g_clear_pointer (&reading->block, ff_block_free);
  g_clear_pointer (&reading->parser, g_markup_parse_context_free);
  g_clear_pointer (&reading->programme, g_free);
  g_clear_pointer (&reading->list_text, g_free);
  g_clear_pointer (&reading->context, g_free);
  g_string_free (reading->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfHandoutReading, reading_clear)

static gboolean
read_points (FfHandoutReading *reading, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint point;

  if (*value == '\0')
    return TRUE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!ff_handout_reading_read_number (reading, "points", words[i], 1, 4, &point, error))
        return FALSE;
      reading->handout->points |= 1U << (point - 1);
    }

  return TRUE;
}

static gboolean
read_orientation (FfHandoutReading *reading, const char *value, GError **error)
{
  if (value != NULL && !g_str_equal (value, "landscape"))
    return ff_handout_reading_fail (reading, error, _ ("“%s” is “%s”; it can only be “%s”."),
                                    "orientation", value, "landscape");
  reading->handout->landscape = value != NULL;

  return TRUE;
}

static gboolean
read_kind (FfHandoutReading *reading, const char *value, GError **error)
{
  static const char *const kinds[] = {
    [FF_HANDOUT_WORKSHEET] = "worksheet",
    [FF_HANDOUT_REFERENCE] = "reference",
    [FF_HANDOUT_ACTIVITY] = "activity",
    [FF_HANDOUT_MEETING] = "meeting",
  };

  if (value == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (value, kinds[i]))
      {
        reading->handout->kind = i;
        return TRUE;
      }

  return ff_handout_reading_fail (
      reading, error,
      _ ("“kind” is “%s”; it must be “worksheet”, “reference”, “activity” or “meeting”."), value);
}

/* "2-12", or "2-" for no upper end. */
static gboolean
read_people (FfHandoutReading *reading, const char *value, GError **error)
{
  g_auto (GStrv) ends = g_strsplit (value != NULL ? value : "", "-", -1);
  FfHandout *handout = reading->handout;

  if (value == NULL)
    return TRUE;
  if (g_strv_length (ends) != 2)
    return ff_handout_reading_fail (reading, error,
                                    _ ("“people” is “%s”; it must be like “2-12” or “2-”."), value);
  if (!ff_handout_reading_read_number (reading, "people", ends[0], 1, 1000, &handout->least, error))
    return FALSE;

  return *ends[1] == '\0'
         || ff_handout_reading_read_number (reading, "people", ends[1], handout->least, 1000,
                                            &handout->most, error);
}

static gboolean
start_handout (FfHandoutReading *reading, const char **names, const char **values, GError **error)
{
  static const char *const allowed[]
      = { "id", "points", "sources", "orientation", "kind", "minutes", "people", NULL };
  const char *minutes = ff_handout_reading_find_attribute (names, values, "minutes");
  const char *id, *points, *sources;

  if (!ff_handout_reading_check_attributes (reading, "handout", names, allowed, error)
      || (id = ff_handout_reading_need_attribute (reading, "handout", names, values, "id", error))
             == NULL
      || (points
          = ff_handout_reading_need_attribute (reading, "handout", names, values, "points", error))
             == NULL
      || (sources
          = ff_handout_reading_need_attribute (reading, "handout", names, values, "sources", error))
             == NULL
      || !read_points (reading, points, error))
    return FALSE;
  if (minutes != NULL
      && !ff_handout_reading_read_number (reading, "minutes", minutes, 1, 240,
                                          &reading->handout->minutes, error))
    return FALSE;

  reading->handout->id = g_strdup (id);
  reading->handout->sources = g_strsplit (sources, " ", -1);

  return read_orientation (reading,
                           ff_handout_reading_find_attribute (names, values, "orientation"), error)
         && read_kind (reading, ff_handout_reading_find_attribute (names, values, "kind"), error)
         && read_people (reading, ff_handout_reading_find_attribute (names, values, "people"),
                         error);
}

static gboolean
start_in_lead (FfHandoutReading *reading,
               const char *element,
               const char **names,
               const char **values,
               GError **error)
{
  if (!g_str_equal (element, "step"))
    return ff_handout_reading_fail (reading, error, _ ("“%s” has no “%s”."), "lead", element);

  return ff_handout_reading_start_text (reading, element, names, values, NULL, &reading->list_text,
                                        error);
}

static gboolean
start_in_handout (FfHandoutReading *reading,
                  const char *element,
                  const char **names,
                  const char **values,
                  GError **error)
{
  FfHandout *handout = reading->handout;
  char **destination = NULL;

  if (g_str_equal (element, "title"))
    destination = &handout->title;
  else if (g_str_equal (element, "summary"))
    destination = &handout->summary;
  else if (g_str_equal (element, "origin"))
    destination = &handout->origin;
  else if (g_str_equal (element, "name"))
    destination = &reading->list_text;
  if (destination != NULL)
    return ff_handout_reading_start_text (reading, element, names, values, NULL, destination,
                                          error);
  if (!g_str_equal (element, "lead"))
    return ff_handout_reading_start_block (reading, element, names, values, error);

  if (handout->lead->len > 0)
    return ff_handout_reading_fail (reading, error, _ ("There is a second “%s”."), element);
  reading->leading = TRUE;

  return ff_handout_reading_check_attributes (reading, element, names, (const char *[]) { NULL },
                                              error);
}

/* A part that could be a text turns out to hold elements. */
static gboolean
becomes_titled (FfHandoutReading *reading)
{
  if (reading->part == NULL || !reading->form->mixed_parts || reading->part_titled
      || reading->destination != &reading->part->title
      || strspn (reading->text->str, " \t\r\n") < reading->text->len)
    return FALSE;

  reading->destination = NULL;
  reading->part_titled = TRUE;

  return TRUE;
}

static void
start_element (GMarkupParseContext *parser,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  FfHandoutReading *reading = user_data;

  if (g_markup_parse_context_get_element_stack (parser)->next == NULL)
    {
      if (g_str_equal (element, "handout"))
        start_handout (reading, names, values, error);
      else
        ff_handout_reading_fail (reading, error,
                                 _ ("A handout begins with “handout”, not with “%s”."), element);
    }
  else if (reading->destination != NULL && !becomes_titled (reading))
    ff_handout_reading_fail (reading, error, _ ("“%s” stands inside a text."), element);
  else if (reading->block != NULL)
    ff_handout_reading_start_in_block (reading, element, names, values, error);
  else if (reading->leading)
    start_in_lead (reading, element, names, values, error);
  else
    start_in_handout (reading, element, names, values, error);
}

/* Words with single spaces between them, as msgids have them. */
static char *
normalise (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (result, "%s%s", result->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (g_steal_pointer (&result));
}

/* A text of which there may be several goes where its element says. */
static void
take_list_text (FfHandoutReading *reading, const char *element)
{
  FfHandout *handout = reading->handout;
  g_autofree char *text = g_steal_pointer (&reading->list_text);

  if (reading->block != NULL)
    ff_handout_reading_answer (reading, reading->n_answers++, "", text);
  else if (reading->leading)
    g_ptr_array_add (handout->lead, g_steal_pointer (&text));
  else
    g_ptr_array_add (handout->other_names, g_steal_pointer (&text));
}

static gboolean
end_text (FfHandoutReading *reading, const char *element, GError **error)
{
  g_autofree char *msgid = normalise (reading->text->str);
  FfHandout *handout = reading->handout;
  gboolean named = g_str_equal (element, "name") && reading->block == NULL;

  if (*msgid == '\0' && !g_str_equal (element, "answer"))
    return ff_handout_reading_fail (reading, error, _ ("“%s” is empty."), element);

  /* The empty msgid is the catalogue's own header. */
  *reading->destination
      = g_strdup (*msgid == '\0' ? ""
                  : reading->context != NULL
                      ? ff_catalogue_lookup_context (handout->catalogue, reading->context, msgid)
                      : ff_catalogue_lookup (handout->catalogue, msgid));
  if (reading->destination == &handout->title || named)
    g_string_append_printf (handout->source_names, "%s ", msgid);
  if (reading->destination == &reading->list_text)
    take_list_text (reading, element);
  g_clear_pointer (&reading->context, g_free);
  reading->destination = NULL;

  return TRUE;
}

static gboolean
end_handout (FfHandoutReading *reading, GError **error)
{
  const FfHandout *handout = reading->handout;

  if (handout->title == NULL)
    return ff_handout_reading_fail (reading, error, _ ("“%s” needs a “%s”."), "handout", "title");
  if (handout->summary == NULL)
    return ff_handout_reading_fail (reading, error, _ ("“%s” needs a “%s”."), "handout", "summary");
  if (handout->blocks->len == 0)
    return ff_handout_reading_fail (reading, error, _ ("“%s” is empty."), "handout");

  return TRUE;
}

static void
end_element (GMarkupParseContext *parser, const char *element, gpointer user_data, GError **error)
{
  FfHandoutReading *reading = user_data;

  if (reading->destination != NULL && !end_text (reading, element, error))
    return;

  if (reading->block != NULL)
    ff_handout_reading_end_in_block (reading, element, error);
  else if (g_str_equal (element, "lead"))
    reading->leading = FALSE;
  else if (g_str_equal (element, "handout"))
    end_handout (reading, error);
}

static void
read_text (GMarkupParseContext *parser,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  FfHandoutReading *reading = user_data;

  if (reading->destination != NULL)
    g_string_append_len (reading->text, text, (gssize) length);
  else if (strspn (text, " \t\r\n") < length)
    ff_handout_reading_fail (reading, error,
                             _ ("There is a text outside the elements that hold text."));
}

/* Every error leaves here as ours: the XML parser's own say a line as well, but no file, and quote what is no UTF-8. */
static void
take_error (FfHandoutReading *reading, GError *problem, GError **error)
{
  g_autofree char *message = NULL;

  if (problem->domain == FF_MODEL_ERROR)
    {
      g_propagate_error (error, problem);
      return;
    }
  message = g_utf8_make_valid (problem->message, -1);
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("“%s” is not whole XML: %s"),
               reading->name, message);
  g_error_free (problem);
}

/* Line by line: the parser takes a line's end into account before it says what stands there. */
static gboolean
parse (FfHandoutReading *reading, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *line_end = newline != NULL ? newline : end;

      reading->line++;
      if (!g_markup_parse_context_parse (reading->parser, text, line_end - text, error)
          || !g_markup_parse_context_parse (reading->parser, line_end, newline != NULL ? 1 : 0,
                                            error))
        return FALSE;
      text = newline != NULL ? newline + 1 : end;
    }

  return g_markup_parse_context_end_parse (reading->parser, error);
}

/**
 * ff_handout_new_from_bytes:
 * @bytes: XML
 * @name: what errors call the file
 * @catalogue: the language to read it in
 * @error: %FF_MODEL_ERROR_DATA, with the file, the line and what is wrong there
 *
 * Reads one handout. Texts are looked up in @catalogue with their white space made single spaces, as xgettext does.
 *
 * Returns: (transfer full): the handout
 */
FfHandout *
ff_handout_new_from_bytes (GBytes *bytes, const char *name, FfCatalogue *catalogue, GError **error)
{
  static const GMarkupParser functions = { start_element, end_element, read_text, NULL, NULL };
  g_autoptr (FfHandout) handout = g_object_new (FF_TYPE_HANDOUT, NULL);
  g_auto (FfHandoutReading) reading = { .handout = handout, .name = name };
  GError *problem = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  handout->catalogue = g_object_ref (catalogue);
  reading.text = g_string_new (NULL);
  reading.parser = g_markup_parse_context_new (&functions, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  if (!parse (&reading, text, length, &problem))
    {
      take_error (&reading, problem, error);
      return NULL;
    }

  return g_steal_pointer (&handout);
}
