/* ff-json-rows.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the elements of a JSON array stand in a text, found before any of them is read.
 */

#include "ff-config.h"

#include "ff-json-rows.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* JSON that is nested deeper says nothing of a meeting. */
#define MAX_DEPTH 32

typedef struct
{
  const char *at;
  const char *end;
  const char *line_start;
  guint line;
} Place;

static gboolean
fail (const Place *place, GError **error)
{
  const guint column = (guint) (place->at - place->line_start) + 1;

  if (place->at == place->end)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT,
                 _ ("The file breaks off at line %u, column %u. Fetch it again from where it came "
                    "from."),
                 place->line, column);
  else
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("The file is no list of meetings in JSON: line %u, column %u is not understood. "
           "Fetch it again from where it came from."),
        place->line, column);
  return FALSE;
}

static void
step (Place *place)
{
  if (*place->at++ == '\n')
    {
      place->line++;
      place->line_start = place->at;
    }
}

static void
skip_space (Place *place)
{
  while (place->at < place->end && g_ascii_isspace (*place->at))
    step (place);
}

static gboolean
skip_string (Place *place, GError **error)
{
  for (step (place); place->at < place->end && *place->at != '"'; step (place))
    {
      if (*place->at == '\\' && place->at + 1 < place->end)
        step (place);
    }
  if (place->at == place->end)
    return fail (place, error);
  step (place);
  return TRUE;
}

/* Brackets are only counted: what they hold is read later, element by element. */
static gboolean
skip_brackets (Place *place, guint *deepest, GError **error)
{
  guint depth = 0;

  do
    {
      if (place->at == place->end)
        return fail (place, error);
      if (*place->at == '"')
        {
          if (!skip_string (place, error))
            return FALSE;
          continue;
        }
      if (*place->at == '{' || *place->at == '[')
        {
          depth++;
          *deepest = MAX (*deepest, depth);
        }
      else if (*place->at == '}' || *place->at == ']')
        depth--;
      step (place);
    }
  while (depth > 0);
  return TRUE;
}

static gboolean
skip_value (Place *place, guint *deepest, GError **error)
{
  const char *start = place->at;

  if (place->at == place->end)
    return fail (place, error);
  if (*place->at == '"')
    return skip_string (place, error);
  if (*place->at == '{' || *place->at == '[')
    return skip_brackets (place, deepest, error);
  while (place->at < place->end && !g_ascii_isspace (*place->at)
         && memchr (",]}:\"", *place->at, 5) == NULL)
    step (place);
  return place->at > start || fail (place, error);
}

static gboolean
scan_array (Place *place, GArray *rows, GError **error)
{
  step (place);
  for (;;)
    {
      FfJsonRow row = { 0 };

      skip_space (place);
      if (place->at < place->end && *place->at == ']')
        break;
      row.text = place->at;
      row.line = place->line;
      if (!skip_value (place, &row.depth, error))
        return FALSE;
      row.length = (gsize) (place->at - row.text);
      g_array_append_val (rows, row);
      skip_space (place);
      if (place->at == place->end || (*place->at != ',' && *place->at != ']'))
        return fail (place, error);
      if (*place->at == ',')
        step (place);
    }
  step (place);
  return TRUE;
}

static gboolean
scan_member (Place *place, const char *name, GArray *rows, gboolean *found, GError **error)
{
  const char *key = place->at + 1;
  const gsize length = strlen (name);
  gboolean is_it;
  guint depth = 0;

  if (place->at == place->end || *place->at != '"')
    return fail (place, error);
  if (!skip_string (place, error))
    return FALSE;
  is_it = (gsize) (place->at - key) == length + 1 && memcmp (key, name, length) == 0;
  skip_space (place);
  if (place->at == place->end || *place->at != ':')
    return fail (place, error);
  step (place);
  skip_space (place);
  if (!is_it || *found || place->at == place->end || *place->at != '[')
    return skip_value (place, &depth, error);
  *found = TRUE;
  return scan_array (place, rows, error);
}

static gboolean
scan_object (Place *place, const char *name, GArray *rows, GError **error)
{
  gboolean found = FALSE;

  step (place);
  skip_space (place);
  while (place->at < place->end && *place->at != '}')
    {
      if (!scan_member (place, name, rows, &found, error))
        return FALSE;
      skip_space (place);
      if (place->at < place->end && *place->at == ',')
        {
          step (place);
          skip_space (place);
        }
      else if (place->at < place->end && *place->at != '}')
        return fail (place, error);
    }
  if (place->at == place->end)
    return fail (place, error);
  step (place);
  if (!found)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("The file has no list “%s” of meetings. Choose the meetings’ own file."), name);
  return found;
}

/**
 * ff_json_rows_find:
 * @text: JSON; it need not end with a nul
 * @name: the member that holds the array, where @text is an object
 *
 * Finds the elements without reading them, so that each is read on its own: one that is wrong costs no other, it can be named by its
 * line, and no more than one is in memory. The text is refused as a whole where its elements cannot be told apart.
 *
 * Returns: (transfer full) (element-type FfJsonRow): the elements, which point into @text, or %NULL with an error of %G_IO_ERROR
 */
GArray *
ff_json_rows_find (const char *text, gsize length, const char *name, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FfJsonRow));
  Place place = { text, text + length, text, 1 };
  gboolean whole;

  skip_space (&place);
  if (place.at < place.end && *place.at == '[')
    whole = scan_array (&place, rows, error);
  else if (place.at < place.end && *place.at == '{')
    whole = scan_object (&place, name, rows, error);
  else
    whole = fail (&place, error);
  if (!whole)
    return NULL;
  skip_space (&place);
  if (place.at < place.end)
    {
      fail (&place, error);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

/**
 * ff_json_row_parse:
 * @parser: used for one element after the other
 * @reason: (out): why it is no object, a sentence
 *
 * Returns: (transfer none) (nullable): what the element says, until @parser is used again
 */
JsonObject *
ff_json_row_parse (const FfJsonRow *row, JsonParser *parser, char **reason)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  *reason = NULL;
  if (row->depth > MAX_DEPTH)
    *reason = g_strdup (_ ("Its values are nested too deeply. Take them out of each other."));
  else if (!g_utf8_validate_len (row->text, row->length, NULL))
    *reason = g_strdup (_ ("It is not in UTF-8. Save the file as UTF-8 and import it again."));
  else if (!json_parser_load_from_data (parser, row->text, (gssize) row->length, &error))
    {
      /* The parser cuts a letter in two where it stumbles over it. */
      g_autofree char *message = g_utf8_make_valid (error->message, -1);

      *reason = g_strdup_printf (_ ("It is no JSON: %s. Correct it."), message);
    }
  if (*reason != NULL)
    return NULL;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return json_node_get_object (root);
  *reason = g_strdup (_ ("It is no object with the fields of a meeting. Take it out."));
  return NULL;
}
