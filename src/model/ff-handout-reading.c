/* ff-handout-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attributes and texts of a handout's XML, and the sentence on what is wrong in which line.
 */

#include "ff-config.h"

#include "ff-handout-reading.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "ff-handout-private.h"
#include "ff-model-error.h"

/**
 * ff_handout_reading_fail:
 * @self: where the reading is
 * @error: set to %FF_MODEL_ERROR_DATA with the file and the line
 * @format: a sentence on what is wrong there
 * @...: for @format
 *
 * Returns: always %FALSE
 */
gboolean
ff_handout_reading_fail (FfHandoutReading *self, GError **error, const char *format, ...)
{
  g_autofree char *problem = NULL;
  va_list arguments;

  va_start (arguments, format);
  problem = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: a file name, a line number, and a sentence on what is wrong there */
  g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA, _ ("“%s”, line %u: %s"), self->name,
               self->line, problem);

  return FALSE;
}

/**
 * ff_handout_reading_check_attributes:
 * @self: where the reading is
 * @element: that has the attributes
 * @names: (array zero-terminated=1): those that it has
 * @allowed: (array zero-terminated=1): those that it may have
 * @error: where to say which one there is not
 *
 * Returns: whether it has no other
 */
gboolean
ff_handout_reading_check_attributes (FfHandoutReading *self,
                                     const char *element,
                                     const char **names,
                                     const char *const *allowed,
                                     GError **error)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (!g_strv_contains (allowed, names[i]))
      return ff_handout_reading_fail (self, error, _ ("“%s” has no attribute “%s”."), element,
                                      names[i]);

  return TRUE;
}

/**
 * ff_handout_reading_find_attribute:
 * @names: (array zero-terminated=1): an element's attributes
 * @values: (array zero-terminated=1): their values
 * @name: the one that is looked for
 *
 * Returns: (nullable): its value
 */
const char *
ff_handout_reading_find_attribute (const char **names, const char **values, const char *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

/**
 * ff_handout_reading_need_attribute:
 * @self: where the reading is
 * @element: that has the attributes
 * @names: (array zero-terminated=1): its attributes
 * @values: (array zero-terminated=1): their values
 * @name: the one that it must have
 * @error: where to say that it lacks
 *
 * Returns: (nullable): its value, or %NULL with @error set
 */
const char *
ff_handout_reading_need_attribute (FfHandoutReading *self,
                                   const char *element,
                                   const char **names,
                                   const char **values,
                                   const char *name,
                                   GError **error)
{
  const char *value = ff_handout_reading_find_attribute (names, values, name);

  if (value == NULL)
    ff_handout_reading_fail (self, error, _ ("“%s” needs the attribute “%s”."), element, name);

  return value;
}

/**
 * ff_handout_reading_read_number:
 * @self: where the reading is
 * @attribute: that says the number
 * @value: what it says
 * @lowest: the least that it may be
 * @highest: the most that it may be
 * @number: (out): what it is
 * @error: where to say what it must be
 *
 * Returns: whether it is a number from @lowest to @highest
 */
gboolean
ff_handout_reading_read_number (FfHandoutReading *self,
                                const char *attribute,
                                const char *value,
                                guint lowest,
                                guint highest,
                                guint *number,
                                GError **error)
{
  guint64 result;

  if (!g_ascii_string_to_unsigned (value, 10, lowest, highest, &result, NULL))
    return ff_handout_reading_fail (self, error,
                                    _ ("“%s” is “%s”; it must be a whole number from %u to %u."),
                                    attribute, value, lowest, highest);
  *number = (guint) result;

  return TRUE;
}

/**
 * ff_handout_reading_start_text:
 * @self: where the reading is
 * @element: that holds a text
 * @names: (array zero-terminated=1): its attributes
 * @values: (array zero-terminated=1): their values
 * @allowed: (array zero-terminated=1): attributes that it may have beside its translation's context
 * @destination: where the text goes from here on, until the element ends
 * @error: where to say what is wrong
 *
 * Returns: whether its text may begin
 */
gboolean
ff_handout_reading_start_text (FfHandoutReading *self,
                               const char *element,
                               const char **names,
                               const char **values,
                               const char *const *allowed,
                               char **destination,
                               GError **error)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], "context")
        && (allowed == NULL || !g_strv_contains (allowed, names[i])))
      return ff_handout_reading_fail (self, error, _ ("“%s” has no attribute “%s”."), element,
                                      names[i]);
  if (*destination != NULL)
    return ff_handout_reading_fail (self, error, _ ("There is a second “%s”."), element);

  self->destination = destination;
  g_set_str (&self->context, ff_handout_reading_find_attribute (names, values, "context"));
  g_string_truncate (self->text, 0);

  return TRUE;
}

/**
 * ff_handout_reading_answer:
 * @self: where the reading is: in a block, and perhaps in one of its parts
 * @row: of the part
 * @suffix: "", or what follows the key of something beside the text
 * @text: what the worked example has there
 */
void
ff_handout_reading_answer (FfHandoutReading *self, guint row, const char *suffix, const char *text)
{
  FfHandout *handout = self->handout;
  guint part = self->block->parts->len > 0 && self->part != NULL ? self->block->parts->len - 1 : 0;
  g_autofree char *place = ff_answers_make_key (handout->blocks->len, part, row);
  g_autofree char *key = g_strconcat (place, suffix, NULL);

  if (handout->example == NULL)
    handout->example = ff_answers_new ();
  ff_answers_set (handout->example, key, text);
}
