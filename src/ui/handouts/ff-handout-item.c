/* ff-handout-item.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout in the library, in every language, with what is known of it.
 */

#include "ff-config.h"

#include "ff-handout-item.h"

struct _FfHandoutItem
{
  GObject parent_instance;

  FfHandout *handout;
  GPtrArray *translations; /* (element-type FfHandout): the same in other languages */
  gboolean favourite;
  gint64 last_used;
};

typedef enum
{
  PROP_FAVOURITE = 1,
  PROP_LAST_USED,
} FfHandoutItemProps;

static GParamSpec *properties[PROP_LAST_USED + 1];

G_DEFINE_FINAL_TYPE (FfHandoutItem, ff_handout_item, G_TYPE_OBJECT)

static void
ff_handout_item_dispose (GObject *object)
{
  FfHandoutItem *self = FF_HANDOUT_ITEM (object);

  g_clear_object (&self->handout);
  g_clear_pointer (&self->translations, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_handout_item_parent_class)->dispose (object);
}

static void
ff_handout_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfHandoutItem *self = FF_HANDOUT_ITEM (object);

  switch ((FfHandoutItemProps) prop_id)
    {
    case PROP_FAVOURITE:
      g_value_set_boolean (value, self->favourite);
      break;

    case PROP_LAST_USED:
      g_value_set_int64 (value, self->last_used);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_handout_item_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  FfHandoutItem *self = FF_HANDOUT_ITEM (object);

  switch ((FfHandoutItemProps) prop_id)
    {
    case PROP_FAVOURITE:
      ff_handout_item_set_favourite (self, g_value_get_boolean (value));
      break;

    case PROP_LAST_USED:
      ff_handout_item_set_last_used (self, g_value_get_int64 (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_handout_item_class_init (FfHandoutItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_handout_item_dispose;
  object_class->get_property = ff_handout_item_get_property;
  object_class->set_property = ff_handout_item_set_property;

  properties[PROP_FAVOURITE] = g_param_spec_boolean ("favourite", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_USED]
      = g_param_spec_int64 ("last-used", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_handout_item_init (FfHandoutItem *self)
{
  self->translations = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ff_handout_item_new:
 * @handout: the handout in the app's language
 *
 * Returns: (transfer full): the handout, no favourite and never used
 */
FfHandoutItem *
ff_handout_item_new (FfHandout *handout)
{
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  FfHandoutItem *self = g_object_new (FF_TYPE_HANDOUT_ITEM, NULL);

  self->handout = g_object_ref (handout);
  return self;
}

/**
 * ff_handout_item_get_handout:
 * @self: an item
 *
 * Returns: (transfer none): the handout in the app's language
 */
FfHandout *
ff_handout_item_get_handout (FfHandoutItem *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), NULL);

  return self->handout;
}

/**
 * ff_handout_item_get_id:
 * @self: an item
 *
 * Returns: the handout's id
 */
const char *
ff_handout_item_get_id (FfHandoutItem *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), NULL);

  return ff_handout_get_id (self->handout);
}

/**
 * ff_handout_item_get_title:
 * @self: an item
 *
 * Returns: the handout's title in the app's language
 */
const char *
ff_handout_item_get_title (FfHandoutItem *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), NULL);

  return ff_handout_get_title (self->handout);
}

/**
 * ff_handout_item_add_language:
 * @self: an item
 * @handout: the same handout in another language
 *
 * From here on it is found by its words in that language, too.
 */
void
ff_handout_item_add_language (FfHandoutItem *self, FfHandout *handout)
{
  g_return_if_fail (FF_IS_HANDOUT_ITEM (self));
  g_return_if_fail (FF_IS_HANDOUT (handout));

  g_ptr_array_add (self->translations, g_object_ref (handout));
}

/**
 * ff_handout_item_get_favourite:
 * @self: an item
 *
 * Returns: whether it is a favourite
 */
gboolean
ff_handout_item_get_favourite (FfHandoutItem *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), FALSE);

  return self->favourite;
}

/**
 * ff_handout_item_set_favourite:
 * @self: an item
 * @favourite: whether it is a favourite
 */
void
ff_handout_item_set_favourite (FfHandoutItem *self, gboolean favourite)
{
  g_return_if_fail (FF_IS_HANDOUT_ITEM (self));

  if (self->favourite == favourite)
    return;
  self->favourite = favourite;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAVOURITE]);
}

/**
 * ff_handout_item_get_last_used:
 * @self: an item
 *
 * Returns: when it was last printed, saved or presented, in Unix seconds; 0 for never
 */
gint64
ff_handout_item_get_last_used (FfHandoutItem *self)
{
  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), 0);

  return self->last_used;
}

/**
 * ff_handout_item_set_last_used:
 * @self: an item
 * @last_used: Unix seconds; 0 for never
 */
void
ff_handout_item_set_last_used (FfHandoutItem *self, gint64 last_used)
{
  g_return_if_fail (FF_IS_HANDOUT_ITEM (self));

  if (self->last_used == last_used)
    return;
  self->last_used = last_used;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_USED]);
}

/* (nullable): the one of a handout's names in which all of @words are. */
static const char *
find_name (FfHandout *handout, const char *words)
{
  const char *const *names = ff_handout_get_other_names (handout);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_match_string (words, names[i], TRUE))
      return names[i];
  return NULL;
}

/* (nullable): its name elsewhere that has all of @words. */
static const char *
find_translated_name (FfHandoutItem *self, const char *words)
{
  for (guint i = 0; i < self->translations->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (self->translations, i);
      const char *name = ff_handout_get_title (handout);

      if (!g_str_match_string (words, name, TRUE))
        name = find_name (handout, words);
      if (name != NULL)
        return name;
    }
  return NULL;
}

/* Words spread over several texts: the title in the language in which all of them were found. */
static gboolean
matches_elsewhere (FfHandoutItem *self, const char *words, const char **name)
{
  for (guint i = 0; i < self->translations->len; i++)
    {
      FfHandout *handout = g_ptr_array_index (self->translations, i);

      if (ff_handout_matches (handout, words))
        {
          *name = ff_handout_get_title (handout);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ff_handout_item_matches:
 * @self: an item
 * @words: what a person typed; everything matches where there is none
 * @name: (out) (nullable) (optional): another name of the handout, older, newer or in another language, that shows why it was
 *   found; %NULL where its own title or summary does
 *
 * Returns: whether every word is in its title, summary or other names in one language; case and accents aside
 */
gboolean
ff_handout_item_matches (FfHandoutItem *self, const char *words, const char **name)
{
  const char *unused;

  g_return_val_if_fail (FF_IS_HANDOUT_ITEM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  if (name == NULL)
    name = &unused;
  *name = NULL;
  if (g_str_match_string (words, ff_handout_get_title (self->handout), TRUE))
    return TRUE;
  *name = find_name (self->handout, words);
  if (*name == NULL)
    *name = find_translated_name (self, words);
  return *name != NULL || ff_handout_matches (self->handout, words)
         || matches_elsewhere (self, words, name);
}
