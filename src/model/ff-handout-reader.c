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
#include <stdarg.h>
#include <string.h>

#include "ff-handout-private.h"
#include "ff-model-error.h"

typedef struct
{
  FfHandout *handout;
  const char *name; /* of the file */
  GMarkupParseContext *parser;
  guint line; /* being parsed, from 1 */

  FfBlock *block; /* being read, not yet the handout's */
  const FfBlockForm *form;
  FfBlockPart *part;  /* being read; owned by @block */
  char **destination; /* where the text of the innermost element goes */
  char *other_name;   /* destination of each <name> */
  char *context;      /* of that text, for its translation */
  GString *text;
} Reader;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->block, ff_block_free);
  g_clear_pointer (&reader->parser, g_markup_parse_context_free);
  g_clear_pointer (&reader->other_name, g_free);
  g_clear_pointer (&reader->context, g_free);
  g_string_free (reader->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* Sets @error to where we are and what is wrong there; always FALSE. */
static gboolean G_GNUC_PRINTF (3, 4) fail (Reader *reader, GError **error, const char *format, ...)
{
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: a file name, a line number, and a sentence on what is wrong there */
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("“%s”, line %u: %s"), reader->name,
               reader->line, problem);

  return FALSE;
}

/* Checks that @element has no attribute beside @allowed, a list that ends in NULL. */
static gboolean
check_attributes (Reader *reader,
                  const char *element,
                  const char **names,
                  const char *const *allowed,
                  GError **error)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (allowed, names[i]))
      return fail (reader, error, _ ("“%s” has no attribute “%s”."), element, names[i]);

  return TRUE;
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static const char *
need_attribute (Reader *reader,
                const char *element,
                const char **names,
                const char **values,
                const char *name,
                GError **error)
{
  const char *value = find_attribute (names, values, name);

  if (value == NULL)
    fail (reader, error, _ ("“%s” needs the attribute “%s”."), element, name);

  return value;
}

static gboolean
read_number (Reader *reader,
             const char *attribute,
             const char *value,
             guint lowest,
             guint highest,
             guint *number,
             GError **error)
{
  guint64 result;

  if (!g_ascii_string_to_unsigned (value, 10, lowest, highest, &result, NULL))
    return fail (reader, error, _ ("“%s” is “%s”; it must be a whole number from %u to %u."),
                 attribute, value, lowest, highest);
  *number = (guint) result;

  return TRUE;
}

static gboolean
read_points (Reader *reader, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint point;

  if (words[0] == NULL)
    return read_number (reader, "points", value, 1, 4, &point, error);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!read_number (reader, "points", words[i], 1, 4, &point, error))
        return FALSE;
      reader->handout->points |= 1U << (point - 1);
    }

  return TRUE;
}

static gboolean
start_handout (Reader *reader, const char **names, const char **values, GError **error)
{
  static const char *const allowed[] = { "id", "points", "sources", "orientation", NULL };
  const char *orientation = find_attribute (names, values, "orientation");
  const char *id, *points, *sources;

  if (!check_attributes (reader, "handout", names, allowed, error)
      || (id = need_attribute (reader, "handout", names, values, "id", error)) == NULL
      || (points = need_attribute (reader, "handout", names, values, "points", error)) == NULL
      || (sources = need_attribute (reader, "handout", names, values, "sources", error)) == NULL
      || !read_points (reader, points, error))
    return FALSE;
  if (orientation != NULL && !g_str_equal (orientation, "landscape"))
    return fail (reader, error, _ ("“%s” is “%s”; it can only be “landscape”."), "orientation",
                 orientation);

  reader->handout->id = g_strdup (id);
  reader->handout->sources = g_strsplit (sources, " ", -1);
  reader->handout->landscape = orientation != NULL;

  return TRUE;
}

/* From here on text goes to @destination, until the element ends. */
static gboolean
start_text (Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            char **destination,
            GError **error)
{
  gboolean weighted = reader->part != NULL && !reader->form->titled_parts;
  const char *const allowed[] = { "context", weighted ? "width" : NULL, NULL };

  if (!check_attributes (reader, element, names, allowed, error))
    return FALSE;
  if (*destination != NULL)
    return fail (reader, error, _ ("There is a second “%s”."), element);

  reader->destination = destination;
  reader->context = g_strdup (find_attribute (names, values, "context"));
  g_string_truncate (reader->text, 0);

  return TRUE;
}

static gboolean
start_block (Reader *reader,
             const char *element,
             const char **names,
             const char **values,
             GError **error)
{
  const FfBlockForm *form = ff_block_form_find (element);
  const char *count;

  if (form == NULL)
    return fail (reader, error, _ ("A handout has no “%s”."), element);

  reader->form = form;
  reader->block = ff_block_new (form->kind);
  if (form->has_text)
    return start_text (reader, element, names, values, &reader->block->text, error);
  if (!check_attributes (reader, element, names, (const char *[]) { form->count, NULL }, error))
    return FALSE;
  if (form->count == NULL)
    return TRUE;

  count = need_attribute (reader, element, names, values, form->count, error);

  return count != NULL
         && read_number (reader, form->count, count, form->min_count, form->max_count,
                         &reader->block->count, error);
}

static gboolean
start_part (Reader *reader,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  const char *width = find_attribute (names, values, "width");
  guint weight;

  reader->part = ff_block_part_new ();
  g_ptr_array_add (reader->block->parts, reader->part);
  if (width != NULL)
    {
      if (!reader->form->weighted_parts)
        return fail (reader, error, _ ("“%s” has no attribute “%s”."), element, "width");
      if (!read_number (reader, "width", width, 1, 100, &weight, error))
        return FALSE;
      reader->part->weight = weight;
    }
  if (reader->form->titled_parts)
    return check_attributes (reader, element, names, (const char *[]) { "width", NULL }, error);

  return start_text (reader, element, names, values, &reader->part->title, error);
}

static gboolean
start_in_block (Reader *reader,
                const char *element,
                const char **names,
                const char **values,
                GError **error)
{
  const FfBlockForm *form = reader->form;

  if (form->has_label && g_str_equal (element, "label"))
    return start_text (reader, element, names, values, &reader->block->text, error);
  if (g_strcmp0 (element, form->part) == 0)
    return start_part (reader, element, names, values, error);
  if (g_strcmp0 (element, form->row) == 0)
    {
      FfBlockPart *row = ff_block_part_new ();

      g_ptr_array_add (reader->block->rows, row);
      return start_text (reader, element, names, values, &row->title, error);
    }

  return fail (reader, error, _ ("“%s” has no “%s”."), form->element, element);
}

static gboolean
start_in_part (Reader *reader,
               const char *element,
               const char **names,
               const char **values,
               GError **error)
{
  if (g_str_equal (element, "title"))
    return start_text (reader, element, names, values, &reader->part->title, error);
  if (g_str_equal (element, "hint"))
    return start_text (reader, element, names, values, &reader->part->hint, error);

  return fail (reader, error, _ ("“%s” has no “%s”."), reader->form->part, element);
}

static gboolean
start_in_handout (Reader *reader,
                  const char *element,
                  const char **names,
                  const char **values,
                  GError **error)
{
  if (g_str_equal (element, "title"))
    return start_text (reader, element, names, values, &reader->handout->title, error);
  if (g_str_equal (element, "summary"))
    return start_text (reader, element, names, values, &reader->handout->summary, error);
  if (g_str_equal (element, "name"))
    return start_text (reader, element, names, values, &reader->other_name, error);

  return start_block (reader, element, names, values, error);
}

static void
start_element (GMarkupParseContext *parser,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Reader *reader = user_data;

  if (g_markup_parse_context_get_element_stack (parser)->next == NULL)
    {
      if (g_str_equal (element, "handout"))
        start_handout (reader, names, values, error);
      else
        fail (reader, error, _ ("A handout begins with “handout”, not with “%s”."), element);
    }
  else if (reader->destination != NULL)
    fail (reader, error, _ ("“%s” stands inside a text."), element);
  else if (reader->part != NULL)
    start_in_part (reader, element, names, values, error);
  else if (reader->block != NULL)
    start_in_block (reader, element, names, values, error);
  else
    start_in_handout (reader, element, names, values, error);
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

static gboolean
end_text (Reader *reader, const char *element, GError **error)
{
  g_autofree char *msgid = normalise (reader->text->str);
  FfHandout *handout = reader->handout;

  if (*msgid == '\0')
    return fail (reader, error, _ ("“%s” is empty."), element);

  *reader->destination
      = g_strdup (reader->context != NULL
                      ? ff_catalogue_lookup_context (handout->catalogue, reader->context, msgid)
                      : ff_catalogue_lookup (handout->catalogue, msgid));
  if (reader->destination == &handout->title || reader->destination == &reader->other_name)
    g_string_append_printf (handout->source_names, "%s ", msgid);
  if (reader->other_name != NULL)
    g_ptr_array_add (handout->other_names, g_steal_pointer (&reader->other_name));
  g_clear_pointer (&reader->context, g_free);
  reader->destination = NULL;

  return TRUE;
}

static gboolean
check_number (Reader *reader,
              const char *part,
              guint n,
              guint lowest,
              guint highest,
              GError **error)
{
  if (n >= lowest && n <= highest)
    return TRUE;

  return fail (reader, error, _ ("“%s” has %u of “%s”; it needs from %u to %u."),
               reader->form->element, n, part, lowest, highest);
}

static gboolean
end_block (Reader *reader, GError **error)
{
  const FfBlockForm *form = reader->form;
  FfBlock *block = reader->block;

  if ((form->has_text || form->has_label) && block->text == NULL)
    return fail (reader, error, _ ("“%s” needs a “%s”."), form->element, "label");
  if (form->part != NULL
      && !check_number (reader, form->part, block->parts->len, form->min_parts, form->max_parts,
                        error))
    return FALSE;
  if (form->row != NULL
      && !check_number (reader, form->row, block->rows->len, form->min_rows, form->max_rows, error))
    return FALSE;

  g_ptr_array_add (reader->handout->blocks, g_steal_pointer (&reader->block));
  reader->form = NULL;

  return TRUE;
}

static gboolean
end_handout (Reader *reader, GError **error)
{
  if (reader->handout->title == NULL)
    return fail (reader, error, _ ("“%s” needs a “%s”."), "handout", "title");
  if (reader->handout->summary == NULL)
    return fail (reader, error, _ ("“%s” needs a “%s”."), "handout", "summary");
  if (reader->handout->blocks->len == 0)
    return fail (reader, error, _ ("“%s” is empty."), "handout");

  return TRUE;
}

static void
end_element (GMarkupParseContext *parser, const char *element, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader->destination != NULL && !end_text (reader, element, error))
    return;

  if (reader->part != NULL && g_strcmp0 (element, reader->form->part) == 0)
    {
      if (reader->part->title == NULL)
        fail (reader, error, _ ("“%s” needs a “%s”."), element, "title");
      reader->part = NULL;
    }
  else if (reader->block != NULL && g_str_equal (element, reader->form->element))
    end_block (reader, error);
  else if (g_str_equal (element, "handout"))
    end_handout (reader, error);
}

static void
read_text (GMarkupParseContext *parser,
           const char *text,
           gsize length,
           gpointer user_data,
           GError **error)
{
  Reader *reader = user_data;

  if (reader->destination != NULL)
    g_string_append_len (reader->text, text, (gssize) length);
  else if (strspn (text, " \t\r\n") < length)
    fail (reader, error, _ ("There is a text outside the elements that hold text."));
}

/* Every error leaves here as ours: the XML parser's own say a line as well, but no file, and quote what is no UTF-8. */
static void
take_error (Reader *reader, GError *problem, GError **error)
{
  g_autofree char *message = NULL;

  if (problem->domain == FF_MODEL_ERROR)
    {
      g_propagate_error (error, problem);
      return;
    }
  message = g_utf8_make_valid (problem->message, -1);
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("“%s” is not whole XML: %s"),
               reader->name, message);
  g_error_free (problem);
}

/* Line by line: the parser takes a line's end into account before it says what stands there. */
static gboolean
parse (Reader *reader, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *line_end = newline != NULL ? newline : end;

      reader->line++;
      if (!g_markup_parse_context_parse (reader->parser, text, line_end - text, error)
          || !g_markup_parse_context_parse (reader->parser, line_end, newline != NULL ? 1 : 0,
                                            error))
        return FALSE;
      text = newline != NULL ? newline + 1 : end;
    }

  return g_markup_parse_context_end_parse (reader->parser, error);
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
  g_auto (Reader) reader = { .handout = handout, .name = name };
  GError *problem = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  handout->catalogue = g_object_ref (catalogue);
  reader.text = g_string_new (NULL);
  reader.parser = g_markup_parse_context_new (&functions, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  if (!parse (&reader, text, length, &problem))
    {
      take_error (&reader, problem, error);
      return NULL;
    }

  return g_steal_pointer (&handout);
}
