/* ff-handout.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in handouts, and what there is to know about one.
 */

#include "ff-config.h"

#include "ff-handout.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ff-handout-private.h"
#include "ff-model-error.h"

G_DEFINE_FINAL_TYPE (FfHandout, ff_handout, G_TYPE_OBJECT)

#define FOLDER FF_RESOURCE_PREFIX "/handouts/"

static void
ff_handout_finalize (GObject *object)
{
  FfHandout *self = FF_HANDOUT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->other_names, g_ptr_array_unref);
  g_clear_pointer (&self->lead, g_ptr_array_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&self->example);
  g_string_free (self->source_names, TRUE);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (ff_handout_parent_class)->finalize (object);
}

static void
ff_handout_class_init (FfHandoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_handout_finalize;
}

static void
ff_handout_init (FfHandout *self)
{
  self->other_names = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->lead = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_block_free);
  self->source_names = g_string_new (NULL);
}

/**
 * ff_handout_get_id:
 * @self: a handout
 *
 * Returns: the name that it keeps in every language, like "urge-log"
 */
const char *
ff_handout_get_id (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->id;
}

/**
 * ff_handout_get_title:
 * @self: a handout
 *
 * Returns: its title in its language
 */
const char *
ff_handout_get_title (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->title;
}

/**
 * ff_handout_get_summary:
 * @self: a handout
 *
 * Returns: one sentence on what it is for, in its language; it stands under the title on paper
 */
const char *
ff_handout_get_summary (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->summary;
}

/**
 * ff_handout_get_points:
 * @self: a handout
 *
 * Returns: which of the four points it belongs to, one or several
 */
FfPoints
ff_handout_get_points (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), 0);

  return self->points;
}

/**
 * ff_handout_get_other_names:
 * @self: a handout
 *
 * Returns: (transfer none) (array zero-terminated=1): older and newer names in its language, for search
 */
const char *const *
ff_handout_get_other_names (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return (const char *const *) self->other_names->pdata;
}

/**
 * ff_handout_get_sources:
 * @self: a handout
 *
 * Returns: (transfer none) (array zero-terminated=1): the methods that it draws on: "CBT", "MI", "REBT" …
 */
const char *const *
ff_handout_get_sources (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return (const char *const *) self->sources;
}

/**
 * ff_handout_get_landscape:
 * @self: a handout
 *
 * Returns: whether its pages are wider than they are high
 */
gboolean
ff_handout_get_landscape (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), FALSE);

  return self->landscape;
}

/**
 * ff_handout_get_catalogue:
 * @self: a handout
 *
 * Returns: (transfer none): the language that it is in
 */
FfCatalogue *
ff_handout_get_catalogue (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->catalogue;
}

/**
 * ff_handout_get_blocks:
 * @self: a handout
 *
 * Returns: (transfer none) (element-type FfBlock): what stands on it under title and summary, from top to bottom
 */
GPtrArray *
ff_handout_get_blocks (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->blocks;
}

/**
 * ff_handout_get_kind:
 * @self: a handout
 *
 * Returns: how it is used
 */
FfHandoutKind
ff_handout_get_kind (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), FF_HANDOUT_WORKSHEET);

  return self->kind;
}

/**
 * ff_handout_get_minutes:
 * @self: a handout
 *
 * Returns: how many minutes it takes in a meeting; 0 where that is not said
 */
guint
ff_handout_get_minutes (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), 0);

  return self->minutes;
}

/**
 * ff_handout_get_people:
 * @self: a handout
 * @least: (out): how many people there should be
 * @most: (out): how many there may be; 0 for no upper end
 *
 * Both are 0 where any number will do, one person alone as well.
 */
void
ff_handout_get_people (FfHandout *self, guint *least, guint *most)
{
  g_return_if_fail (FF_IS_HANDOUT (self));
  g_return_if_fail (least != NULL && most != NULL);

  *least = self->least;
  *most = self->most;
}

/**
 * ff_handout_get_lead:
 * @self: a handout
 *
 * Returns: (transfer none) (array zero-terminated=1): how to lead it in a meeting, step by step
 */
const char *const *
ff_handout_get_lead (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return (const char *const *) self->lead->pdata;
}

/**
 * ff_handout_get_origin:
 * @self: a handout
 *
 * Returns: (nullable): where its method comes from, with a source
 */
const char *
ff_handout_get_origin (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->origin;
}

/**
 * ff_handout_is_own:
 * @self: a handout
 *
 * Returns: whether somebody here wrote it, instead of it being built in
 */
gboolean
ff_handout_is_own (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), FALSE);

  return self->own;
}

/**
 * ff_handout_get_example:
 * @self: a handout
 *
 * Returns: (transfer none) (nullable): its worked example
 */
FfAnswers *
ff_handout_get_example (FfHandout *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT (self), NULL);

  return self->example;
}

/**
 * ff_handout_matches:
 * @self: a handout
 * @words: what somebody looks for
 *
 * Searches title, other names and summary in the handout's language, and the English names as well: groups
 * that print in another language still know the tools by them.
 *
 * Returns: whether every one of @words begins a word there, upper and lower case and accents aside; nothing
 *   to look for matches everything
 */
gboolean
ff_handout_matches (FfHandout *self, const char *words)
{
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) wanted = NULL;

  g_return_val_if_fail (FF_IS_HANDOUT (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  wanted = g_str_tokenize_and_fold (words, NULL, NULL);
  if (wanted[0] == NULL)
    return TRUE;

  text = g_string_new (self->source_names->str);
  g_string_append_printf (text, " %s %s", self->title, self->summary);
  for (guint i = 0; i < self->other_names->len; i++)
    g_string_append_printf (text, " %s", (const char *) g_ptr_array_index (self->other_names, i));

  return g_str_match_string (words, text->str, TRUE);
}

static FfHandout *
load_file (const char *file, FfCatalogue *catalogue, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes == NULL ? NULL : ff_handout_new_from_bytes (bytes, file, catalogue, error);
}

static FfPoints
first_point (FfHandout *handout)
{
  return handout->points & -handout->points;
}

static int
compare_handouts (gconstpointer a, gconstpointer b)
{
  FfHandout *first = *(FfHandout *const *) a;
  FfHandout *second = *(FfHandout *const *) b;

  if (first_point (first) != first_point (second))
    return first_point (first) < first_point (second) ? -1 : 1;

  return g_utf8_collate (first->title, second->title);
}

/**
 * ff_handout_load_all:
 * @catalogue: the language to read them in
 * @error: %FF_MODEL_ERROR_DATA where one cannot be read
 *
 * Returns: (transfer full) (element-type FfHandout): every built-in handout, by its first point and then by title
 */
GPtrArray *
ff_handout_load_all (FfCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) handouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) files
      = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  if (files == NULL)
    return NULL;

  for (gsize i = 0; files[i] != NULL; i++)
    {
      FfHandout *handout = load_file (files[i], catalogue, error);

      if (handout == NULL)
        return NULL;
      g_ptr_array_add (handouts, handout);
    }
  g_ptr_array_sort (handouts, compare_handouts);

  return g_steal_pointer (&handouts);
}

/**
 * ff_handout_load:
 * @id: a handout's id
 * @catalogue: the language to read it in
 * @error: %FF_MODEL_ERROR_DATA where there is no such handout, or it cannot be read
 *
 * Returns: (transfer full): the built-in handout with @id
 */
FfHandout *
ff_handout_load (const char *id, FfCatalogue *catalogue, GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  file = g_strconcat (id, ".xml", NULL);
  path = g_strconcat (FOLDER, file, NULL);
  if (*id == '\0' || !g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    {
      g_set_error (error, FF_MODEL_ERROR, FF_MODEL_ERROR_DATA,
                   _ ("There is no handout called “%s”."), id);
      return NULL;
    }

  return load_file (file, catalogue, error);
}

/**
 * ff_point_get_msgid:
 * @point: one of the four points
 *
 * Returns: what it is called, with its number, to be looked up in a catalogue
 */
const char *
ff_point_get_msgid (FfPoints point)
{
  switch (point)
    {
    case FF_POINT_1:
      return N_ ("1. Motivation");

    case FF_POINT_2:
      return N_ ("2. Coping with urges");

    case FF_POINT_3:
      return N_ ("3. Thoughts, feelings and behaviours");

    case FF_POINT_4:
      return N_ ("4. A balanced life");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * ff_point_get_title:
 * @point: one of the four points
 *
 * Returns: what it is called, with its number, in the app's language
 */
const char *
ff_point_get_title (FfPoints point)
{
  return _ (ff_point_get_msgid (point));
}
