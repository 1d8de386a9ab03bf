/* ff-handout-block-reading.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a block of a handout's XML, its parts, rows and answers.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-outline.h"
#include "ff-handout-private.h"
#include "ff-handout-reading.h"

static const FfBlockForm outline_form
    = { FF_BLOCK_TABLE, "outline", .count = "minutes", .min_count = 15, .max_count = 240 };

/* A number from 0 that is the worked example's, in an attribute that may lack. */
static gboolean
read_answer (FfHandoutReading *self,
             const char *attribute,
             const char **names,
             const char **values,
             guint row,
             guint highest,
             GError **error)
{
  const char *value = ff_handout_reading_find_attribute (names, values, attribute);
  guint number;

  if (value == NULL)
    return TRUE;
  if (!ff_handout_reading_read_number (self, attribute, value, 0, highest, &number, error))
    return FALSE;
  ff_handout_reading_answer (self, row, "", value);

  return TRUE;
}

static gboolean
read_curve (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const char *curve = ff_handout_reading_find_attribute (names, values, "curve");

  self->block->curve = g_strcmp0 (curve, "yes") == 0;
  if (curve != NULL && !self->block->curve)
    return ff_handout_reading_fail (self, error, _ ("“%s” is “%s”; it can only be “%s”."), "curve",
                                    curve, "yes");

  return TRUE;
}

/* The attributes that an element may have, out of those given; ends in NULL. */
static void
allow (const char **allowed, const char *first, const char *second, const char *third)
{
  const char *const wanted[] = { first, second, third };
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != NULL)
      allowed[n++] = wanted[i];
  allowed[n] = NULL;
}

static gboolean
read_count (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const FfBlockForm *form = self->form;
  const char *count
      = ff_handout_reading_need_attribute (self, form->element, names, values, form->count, error);

  return count != NULL
         && ff_handout_reading_read_number (self, form->count, count, form->min_count,
                                            form->max_count, &self->block->count, error);
}

static gboolean
read_programme (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const char *programme = ff_handout_reading_need_attribute (self, self->form->element, names,
                                                             values, "programme", error);

  g_set_str (&self->programme, programme);

  return programme != NULL;
}

static gboolean
read_block_attributes (FfHandoutReading *self,
                       const char **names,
                       const char **values,
                       GError **error)
{
  const FfBlockForm *form = self->form;
  const char *special = NULL;
  const char *allowed[4];

  if (form == &outline_form)
    special = "programme";
  else if (form->kind == FF_BLOCK_WAVE)
    special = "curve";
  allow (allowed, form->count, form->answer, special);

  if (!ff_handout_reading_check_attributes (self, form->element, names, allowed, error)
      || (form->count != NULL && !read_count (self, names, values, error))
      || (form == &outline_form && !read_programme (self, names, values, error))
      || (form->kind == FF_BLOCK_WAVE && !read_curve (self, names, values, error)))
    return FALSE;

  return form->answer == NULL
         || read_answer (self, form->answer, names, values, 0,
                         form->count != NULL ? self->block->count : form->max_parts - 1, error);
}

/**
 * ff_handout_reading_start_block:
 * @self: where the reading is: in a handout
 * @element: that begins there
 * @names: (array zero-terminated=1): its attributes
 * @values: (array zero-terminated=1): their values
 * @error: where to say what is wrong with it
 *
 * Returns: whether it begins a block
 */
gboolean
ff_handout_reading_start_block (FfHandoutReading *self,
                                const char *element,
                                const char **names,
                                const char **values,
                                GError **error)
{
  const FfBlockForm *form = ff_block_form_find (element);

  if (form == NULL && g_str_equal (element, outline_form.element))
    form = &outline_form;
  if (form == NULL)
    return ff_handout_reading_fail (self, error, _ ("A handout has no “%s”."), element);

  self->form = form;
  self->block = ff_block_new (form->kind);
  self->part = NULL;
  self->n_answers = 0;
  if (form->has_text)
    return ff_handout_reading_start_text (self, element, names, values, NULL, &self->block->text,
                                          error);

  return read_block_attributes (self, names, values, error);
}

static gboolean
read_width (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const char *width = ff_handout_reading_find_attribute (names, values, "width");
  guint weight = 1;

  if (width != NULL
      && !ff_handout_reading_read_number (self, "width", width, 1, 100, &weight, error))
    return FALSE;
  self->part->weight = weight;

  return TRUE;
}

/* What the worked example has at a part, in its attributes. */
static gboolean
read_part_answers (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const FfBlockForm *form = self->form;

  if (form->kind == FF_BLOCK_CHECKLIST)
    {
      const char *ticked = ff_handout_reading_find_attribute (names, values, form->part_answers[0]);

      if (ticked != NULL && !g_str_equal (ticked, "yes"))
        return ff_handout_reading_fail (self, error, _ ("“%s” is “%s”; it can only be “%s”."),
                                        form->part_answers[0], ticked, "yes");
      if (ticked != NULL)
        ff_handout_reading_answer (self, 0, "", "yes");
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (form->part_answers) && form->part_answers[i] != NULL; i++)
    if (!read_answer (self, form->part_answers[i], names, values, i, self->block->count, error))
      return FALSE;

  return TRUE;
}

static gboolean
start_part (FfHandoutReading *self,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  const FfBlockForm *form = self->form;
  const char *allowed[4];

  self->part = ff_block_part_new ();
  self->part_element = form->part;
  self->part_titled = form->titled_parts;
  self->n_answers = 0;
  g_ptr_array_add (self->block->parts, self->part);
  allow (allowed, form->weighted_parts ? "width" : NULL, form->part_answers[0],
         form->part_answers[1]);
  if (form->weighted_parts && !read_width (self, names, values, error))
    return FALSE;
  if (!read_part_answers (self, names, values, error))
    return FALSE;
  if (form->titled_parts)
    return ff_handout_reading_check_attributes (self, element, names, allowed, error);

  return ff_handout_reading_start_text (self, element, names, values, allowed, &self->part->title,
                                        error);
}

static gboolean
start_row (FfHandoutReading *self,
           const char *element,
           const char **names,
           const char **values,
           GError **error)
{
  FfBlockPart *row = ff_block_part_new ();

  g_ptr_array_add (self->block->rows, row);
  if (!self->form->titled_rows)
    return ff_handout_reading_start_text (self, element, names, values, NULL, &row->title, error);

  self->part = row;
  self->part_element = self->form->row;
  self->part_titled = TRUE;
  self->n_answers = self->form->max_answers; /* a row has none of its own */

  return ff_handout_reading_check_attributes (self, element, names, (const char *[]) { NULL },
                                              error);
}

/* A mark of a grid’s box is chosen at a line that has an answer. */
static gboolean
read_mark (FfHandoutReading *self, const char **names, const char **values, GError **error)
{
  const char *mark = ff_handout_reading_find_attribute (names, values, "mark");
  guint number;

  if (mark == NULL)
    return TRUE;
  if (self->block->rows->len == 0)
    return ff_handout_reading_fail (self, error, _ ("“%s” has no attribute “%s”."), "answer",
                                    "mark");
  if (!ff_handout_reading_read_number (self, "mark", mark, 0, self->block->rows->len - 1, &number,
                                       error))
    return FALSE;
  ff_handout_reading_answer (self, self->n_answers, "/mark", mark);

  return TRUE;
}

static gboolean
start_answer (FfHandoutReading *self,
              const char *element,
              const char **names,
              const char **values,
              GError **error)
{
  if (self->n_answers >= self->form->max_answers)
    return ff_handout_reading_fail (self, error, _ ("There is one “%s” too many."), element);

  return read_mark (self, names, values, error)
         && ff_handout_reading_start_text (self, element, names, values,
                                           (const char *[]) { "mark", NULL }, &self->list_text,
                                           error);
}

/* Where the worked example's line goes through in a wave. */
static gboolean
read_point (FfHandoutReading *self,
            const char *element,
            const char **names,
            const char **values,
            GError **error)
{
  const char *minute, *strength;
  guint at, number;

  if (!ff_handout_reading_check_attributes (self, element, names,
                                            (const char *[]) { "minute", "strength", NULL }, error)
      || (minute
          = ff_handout_reading_need_attribute (self, element, names, values, "minute", error))
             == NULL
      || (strength
          = ff_handout_reading_need_attribute (self, element, names, values, "strength", error))
             == NULL
      || !ff_handout_reading_read_number (self, "minute", minute, 0, self->block->count, &at, error)
      || !ff_handout_reading_read_number (self, "strength", strength, 0, 10, &number, error))
    return FALSE;
  self->part = NULL;
  ff_handout_reading_answer (self, at, "", strength);

  return TRUE;
}

static gboolean
start_in_part (FfHandoutReading *self,
               const char *element,
               const char **names,
               const char **values,
               GError **error)
{
  if (g_str_equal (element, "title"))
    return ff_handout_reading_start_text (self, element, names, values, NULL, &self->part->title,
                                          error);
  if (g_str_equal (element, "hint") && !self->form->mixed_parts)
    return ff_handout_reading_start_text (self, element, names, values, NULL, &self->part->hint,
                                          error);
  if (g_str_equal (element, "answer") && self->form->max_answers > 0)
    return start_answer (self, element, names, values, error);

  return ff_handout_reading_fail (self, error, _ ("“%s” has no “%s”."), self->part_element,
                                  element);
}

/**
 * ff_handout_reading_start_in_block:
 * @self: where the reading is: in a block, not in a text
 * @element: that begins there
 * @names: (array zero-terminated=1): its attributes
 * @values: (array zero-terminated=1): their values
 * @error: where to say what is wrong with it
 *
 * Returns: whether it may stand there
 */
gboolean
ff_handout_reading_start_in_block (FfHandoutReading *self,
                                   const char *element,
                                   const char **names,
                                   const char **values,
                                   GError **error)
{
  const FfBlockForm *form = self->form;

  if (self->part != NULL && self->part_titled)
    return start_in_part (self, element, names, values, error);
  if (form->has_label && g_str_equal (element, "label"))
    return ff_handout_reading_start_text (self, element, names, values, NULL, &self->block->text,
                                          error);
  if (g_strcmp0 (element, form->part) == 0)
    return start_part (self, element, names, values, error);
  if (g_strcmp0 (element, form->row) == 0)
    return start_row (self, element, names, values, error);
  if (form->part == NULL && form->max_answers > 0 && g_str_equal (element, "answer"))
    return start_answer (self, element, names, values, error);
  if (form->kind == FF_BLOCK_WAVE && g_str_equal (element, "point"))
    return read_point (self, element, names, values, error);

  return ff_handout_reading_fail (self, error, _ ("“%s” has no “%s”."), form->element, element);
}

static gboolean
check_number (FfHandoutReading *self,
              const char *part,
              guint n,
              guint lowest,
              guint highest,
              GError **error)
{
  if (n >= lowest && n <= highest)
    return TRUE;

  return ff_handout_reading_fail (self, error, _ ("“%s” has %u of “%s”; it needs from %u to %u."),
                                  self->form->element, n, part, lowest, highest);
}

/* Counts that only the whole block can be asked for. */
static gboolean
check_block (FfHandoutReading *self, GError **error)
{
  const FfBlockForm *form = self->form;
  FfBlock *block = self->block;

  if ((form->has_text || form->has_label) && block->text == NULL)
    return ff_handout_reading_fail (self, error, _ ("“%s” needs a “%s”."), form->element, "label");
  if (form->part != NULL
      && !check_number (self, form->part, block->parts->len, form->min_parts, form->max_parts,
                        error))
    return FALSE;
  if (form->row != NULL
      && !check_number (self, form->row, block->rows->len, form->min_rows, form->max_rows, error))
    return FALSE;
  if (form->kind == FF_BLOCK_TABLE && form->part != NULL && block->rows->len + block->count == 0)
    return ff_handout_reading_fail (self, error, _ ("“%s” has no rows."), form->element);

  return TRUE;
}

static gboolean
end_block (FfHandoutReading *self, GError **error)
{
  if (!check_block (self, error))
    return FALSE;
  if (self->form == &outline_form
      && !ff_handout_outline_fill (self->block, self->programme,
                                   ff_handout_get_catalogue (self->handout)))
    return ff_handout_reading_fail (self, error, _ ("There is no programme “%s”."),
                                    self->programme);

  g_ptr_array_add (self->handout->blocks, g_steal_pointer (&self->block));
  self->form = NULL;
  self->part = NULL;

  return TRUE;
}

/**
 * ff_handout_reading_end_in_block:
 * @self: where the reading is: in a block
 * @element: that ends there, its text taken
 * @error: where to say what it lacks
 *
 * Returns: whether it is whole
 */
gboolean
ff_handout_reading_end_in_block (FfHandoutReading *self, const char *element, GError **error)
{
  if (self->part != NULL && g_str_equal (element, self->part_element))
    {
      const char *title = self->part->title;

      self->part = NULL;
      return title != NULL
             || ff_handout_reading_fail (self, error, _ ("“%s” needs a “%s”."), element, "title");
    }

  return !g_str_equal (element, self->form->element) || end_block (self, error);
}
