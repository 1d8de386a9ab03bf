/* ff-programme.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A programme: a meeting's outline, the words it uses and the tools it offers; read from data.
 */

#include "ff-programme.h"

#include "ff-config.h"

#include <gio/gio.h>

#include "ff-model-error.h"
#include "ff-outline.h"
#include "ff-programme-file.h"

struct _FfProgramme
{
  GObject parent_instance;

  FfProgrammeFile *file;
  const char *points[FF_PROGRAMME_MOST_POINTS + 1]; /* as translated last */
  const char *prompts[FF_PROGRAMME_MOST_PROMPTS + 1];
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUMMARY,
} FfProgrammeProps;

static GParamSpec *properties[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (FfProgramme, ff_programme, G_TYPE_OBJECT)

static void
ff_programme_finalize (GObject *object)
{
  FfProgramme *self = FF_PROGRAMME (object);

  g_clear_pointer (&self->file, ff_programme_file_free);

  G_OBJECT_CLASS (ff_programme_parent_class)->finalize (object);
}

static void
ff_programme_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfProgramme *self = FF_PROGRAMME (object);

  switch ((FfProgrammeProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, ff_programme_get_id (self));
      break;

    case PROP_TITLE:
      g_value_set_string (value, ff_programme_get_title (self));
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, ff_programme_get_summary (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_programme_class_init (FfProgrammeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_programme_finalize;
  object_class->get_property = ff_programme_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_programme_init (FfProgramme *self)
{
}

/* The file's strings are msgids. */
static const char *
translate (const char *text)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

/**
 * ff_programme_get_id:
 *
 * Returns: (transfer none): the name by which a group keeps it, such as "four-points"
 */
const char *
ff_programme_get_id (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return self->file->id;
}

/**
 * ff_programme_get_title:
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
ff_programme_get_title (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return translate (self->file->title);
}

/**
 * ff_programme_get_summary:
 *
 * Returns: (transfer none): one sentence for choosing it, translated
 */
const char *
ff_programme_get_summary (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return translate (self->file->summary);
}

/**
 * ff_programme_get_word:
 * @word: what is meant
 *
 * Returns: (transfer none): the programme's own word for it, translated, in lower case
 */
const char *
ff_programme_get_word (FfProgramme *self, FfWord word)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (word <= FF_WORD_PLAN, NULL);

  return translate (self->file->words[word]);
}

/**
 * ff_programme_get_wording_aid:
 *
 * Returns: whether the programme discourages labels, so that the app may suggest other words
 */
gboolean
ff_programme_get_wording_aid (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), FALSE);

  return self->file->wording_aid;
}

/**
 * ff_programme_get_check_in_parts:
 *
 * Returns: what its check-ins ask, unless the group wants it otherwise
 */
FfCheckInParts
ff_programme_get_check_in_parts (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), 0);

  return self->file->check_in_parts;
}

static const char *const *
translate_all (GPtrArray *texts, const char **translated)
{
  for (guint i = 0; i < texts->len; i++)
    translated[i] = translate (g_ptr_array_index (texts, i));
  return translated;
}

/**
 * ff_programme_get_points:
 *
 * Returns: (transfer none) (array zero-terminated=1): the points under which it puts what people bring up, translated, in
 *   order; the nth is bit n-1 of a check-in's points
 */
const char *const *
ff_programme_get_points (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return translate_all (self->file->points, self->points);
}

/**
 * ff_programme_get_prompts:
 *
 * Returns: (transfer none) (array zero-terminated=1): openings for a note, translated
 */
const char *const *
ff_programme_get_prompts (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return translate_all (self->file->prompts, self->prompts);
}

/**
 * ff_programme_get_minutes:
 *
 * Returns: how long its meetings usually are; where it does not say, as long as its outline adds up to
 */
guint
ff_programme_get_minutes (FfProgramme *self)
{
  guint sum = 0;

  g_return_val_if_fail (FF_IS_PROGRAMME (self), 0);

  if (self->file->minutes > 0)
    return (guint) self->file->minutes;

  for (guint i = 0; i < self->file->parts->len; i++)
    sum += ((FfOutlinePart *) g_ptr_array_index (self->file->parts, i))->minutes;

  return sum;
}

/**
 * ff_programme_get_handouts:
 *
 * Returns: (transfer none): the ids of the tools that it offers, in order
 */
const char *const *
ff_programme_get_handouts (FfProgramme *self)
{
  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  return (const char *const *) self->file->handouts->pdata;
}

/**
 * ff_programme_get_outline:
 * @minutes: how long the meeting is
 *
 * Scales the outline to a meeting's length: no part is lost, the minutes add up to exactly @minutes,
 * and a protected part has at least its share. A meeting of fewer minutes than the outline has parts
 * gets a minute for each.
 *
 * Returns: (element-type FfOutlinePart) (transfer full): the parts in order
 */
GPtrArray *
ff_programme_get_outline (FfProgramme *self, guint minutes)
{
  GPtrArray *outline;

  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);

  outline = ff_outline_scale (self->file->parts, minutes);
  for (guint i = 0; i < outline->len; i++)
    {
      FfOutlinePart *part = g_ptr_array_index (outline, i);

      g_set_str (&part->title, translate (part->title));
    }

  return outline;
}

/**
 * ff_programme_get_outline_in:
 * @self: a programme
 * @minutes: how long the meeting is
 * @catalogue: the language of the parts' titles
 *
 * Returns: (element-type FfOutlinePart) (transfer full): what ff_programme_get_outline() gives, in another language
 */
GPtrArray *
ff_programme_get_outline_in (FfProgramme *self, guint minutes, FfCatalogue *catalogue)
{
  GPtrArray *outline;

  g_return_val_if_fail (FF_IS_PROGRAMME (self), NULL);
  g_return_val_if_fail (FF_IS_CATALOGUE (catalogue), NULL);

  outline = ff_outline_scale (self->file->parts, minutes);
  for (guint i = 0; i < outline->len; i++)
    {
      FfOutlinePart *part = g_ptr_array_index (outline, i);

      g_set_str (&part->title, ff_catalogue_lookup (catalogue, part->title));
    }

  return outline;
}

/**
 * ff_programme_new_from_text:
 * @name: the file's name, for the error
 * @text: its content
 * @length: how many bytes, or -1 where @text ends with NUL
 * @error: %FF_MODEL_ERROR_DATA, with the file, the line and what is wrong
 *
 * Returns: (transfer full): the programme, or %NULL
 */
FfProgramme *
ff_programme_new_from_text (const char *name, const char *text, gssize length, GError **error)
{
  FfProgrammeFile *file;
  FfProgramme *self;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  file = ff_programme_file_read (name, text, length, error);
  if (file == NULL)
    return NULL;

  self = g_object_new (FF_TYPE_PROGRAMME, NULL);
  self->file = file;
  return self;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  FfProgramme *first = *(FfProgramme *const *) a;
  FfProgramme *second = *(FfProgramme *const *) b;

  return (first->file->order > second->file->order) - (first->file->order < second->file->order);
}

/**
 * ff_programme_load_all:
 * @error: %FF_MODEL_ERROR_DATA
 *
 * Returns: (element-type FfProgramme) (transfer full): all programmes built in, in the order to offer
 *   them, "own" last; %NULL where one of their files is broken
 */
GPtrArray *
ff_programme_load_all (GError **error)
{
  const char *const folder = FF_RESOURCE_PREFIX "/programmes";
  g_autoptr (GPtrArray) programmes = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, error);

  if (names == NULL)
    return NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", folder, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);
      const char *text;
      gsize length;
      FfProgramme *programme;

      if (bytes == NULL)
        return NULL;

      text = g_bytes_get_data (bytes, &length);
      programme = ff_programme_new_from_text (names[i], text, (gssize) length, error);
      if (programme == NULL)
        return NULL;
      g_ptr_array_add (programmes, programme);
    }

  g_ptr_array_sort (programmes, compare_order);
  return g_steal_pointer (&programmes);
}

/**
 * ff_programme_find:
 * @programmes: (element-type FfProgramme): from ff_programme_load_all()
 * @id: (nullable): which one
 *
 * Returns: (transfer none): the one with @id, or the last one, "own", where it is unknown: a group
 *   from a newer version keeps its id, and can be used meanwhile
 */
FfProgramme *
ff_programme_find (GPtrArray *programmes, const char *id)
{
  g_return_val_if_fail (programmes != NULL && programmes->len > 0, NULL);

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);

      if (g_strcmp0 (programme->file->id, id) == 0)
        return programme;
    }

  return g_ptr_array_index (programmes, programmes->len - 1);
}
