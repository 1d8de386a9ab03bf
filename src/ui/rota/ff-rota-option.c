/* ff-rota-option.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line to choose in a list: somebody for a place, a place to swap with, a week.
 */

#include "ff-config.h"

#include <string.h>

#include "ff-fold.h"
#include "ff-rota-option.h"

struct _FfRotaOption
{
  GObject parent_instance;

  char *title;
  char *folded;
  char *subtitle;
  gboolean warned;
  GObject *item; /* (nullable) */
  guint number;
};

typedef enum
{
  PROP_SUBTITLE = 1,
} FfRotaOptionProps;

static GParamSpec *properties[PROP_SUBTITLE + 1];

G_DEFINE_FINAL_TYPE (FfRotaOption, ff_rota_option, G_TYPE_OBJECT)

static void
ff_rota_option_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaOption *self = FF_ROTA_OPTION (object);

  switch ((FfRotaOptionProps) prop_id)
    {
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_option_finalize (GObject *object)
{
  FfRotaOption *self = FF_ROTA_OPTION (object);

  g_free (self->title);
  g_free (self->folded);
  g_free (self->subtitle);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ff_rota_option_parent_class)->finalize (object);
}

static void
ff_rota_option_class_init (FfRotaOptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  object_class->get_property = ff_rota_option_get_property;
  object_class->finalize = ff_rota_option_finalize;

  properties[PROP_SUBTITLE]
      = g_param_spec_string ("subtitle", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_rota_option_init (FfRotaOption *self)
{
}

/**
 * ff_rota_option_new:
 * @title: what it is
 * @subtitle: why it is there
 * @warned: whether something speaks against it
 * @item: (nullable): the object that it stands for
 * @number: the number that it stands for
 *
 * May be called in a thread.
 *
 * Returns: (transfer full): the line
 */
FfRotaOption *
ff_rota_option_new (const char *title,
                    const char *subtitle,
                    gboolean warned,
                    gpointer item,
                    guint number)
{
  FfRotaOption *self;

  g_return_val_if_fail (title != NULL && subtitle != NULL, NULL);

  self = g_object_new (FF_TYPE_ROTA_OPTION, NULL);
  self->title = g_strdup (title);
  self->folded = ff_fold (title);
  self->subtitle = g_strdup (subtitle);
  self->warned = warned;
  g_set_object (&self->item, item);
  self->number = number;
  return self;
}

/**
 * ff_rota_option_get_title:
 * @self: a line
 *
 * Returns: (transfer none): what it is
 */
const char *
ff_rota_option_get_title (FfRotaOption *self)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self), NULL);

  return self->title;
}

/**
 * ff_rota_option_get_subtitle:
 * @self: a line
 *
 * Returns: (transfer none): why it is there
 */
const char *
ff_rota_option_get_subtitle (FfRotaOption *self)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self), NULL);

  return self->subtitle;
}

/**
 * ff_rota_option_get_warned:
 * @self: a line
 *
 * Returns: whether something speaks against it
 */
gboolean
ff_rota_option_get_warned (FfRotaOption *self)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self), FALSE);

  return self->warned;
}

/**
 * ff_rota_option_get_item:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the object that it stands for
 */
gpointer
ff_rota_option_get_item (FfRotaOption *self)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self), NULL);

  return self->item;
}

/**
 * ff_rota_option_get_number:
 * @self: a line
 *
 * Returns: the number that it stands for
 */
guint
ff_rota_option_get_number (FfRotaOption *self)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self), 0);

  return self->number;
}

/**
 * ff_rota_option_adopt:
 * @self: a line
 * @other: what stands in its place by now, of the same title
 *
 * Says of it what @other does, so that whoever shows it need not begin anew.
 */
void
ff_rota_option_adopt (FfRotaOption *self, FfRotaOption *other)
{
  g_return_if_fail (FF_IS_ROTA_OPTION (self) && FF_IS_ROTA_OPTION (other));
  g_return_if_fail (g_str_equal (self->title, other->title));

  self->warned = other->warned;
  self->number = other->number;
  g_set_object (&self->item, other->item);
  if (g_set_str (&self->subtitle, other->subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/**
 * ff_rota_option_matches:
 * @self: a line
 * @folded: what is looked for, as ff_fold() gives it
 *
 * Returns: whether it is in the title
 */
gboolean
ff_rota_option_matches (FfRotaOption *self, const char *folded)
{
  g_return_val_if_fail (FF_IS_ROTA_OPTION (self) && folded != NULL, FALSE);

  return strstr (self->folded, folded) != NULL;
}
