/* ff-context.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every view is handed: the store, the clock, the settings, the programmes, and whether names are shown.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-context.h"

struct _FfContext
{
  GObject parent_instance;

  FfStore *store;
  FfClock *clock;
  GSettings *settings;
  GPtrArray *programmes;
  gboolean hide_names;
};

typedef enum
{
  PROP_HIDE_NAMES = 1,
} FfContextProps;

static GParamSpec *properties[PROP_HIDE_NAMES + 1];

G_DEFINE_FINAL_TYPE (FfContext, ff_context, G_TYPE_OBJECT)

static void
ff_context_finalize (GObject *object)
{
  FfContext *self = FF_CONTEXT (object);

  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_context_parent_class)->finalize (object);
}

static void
ff_context_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfContext *self = FF_CONTEXT (object);

  switch ((FfContextProps) prop_id)
    {
    case PROP_HIDE_NAMES:
      g_value_set_boolean (value, ff_context_get_hide_names (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_context_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfContext *self = FF_CONTEXT (object);

  switch ((FfContextProps) prop_id)
    {
    case PROP_HIDE_NAMES:
      ff_context_set_hide_names (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_context_class_init (FfContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_context_finalize;
  object_class->get_property = ff_context_get_property;
  object_class->set_property = ff_context_set_property;

  properties[PROP_HIDE_NAMES]
      = g_param_spec_boolean ("hide-names", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_context_init (FfContext *self)
{
}

/**
 * ff_context_new:
 * @store: the open store
 * @clock: what time it is
 * @settings: the program's settings
 * @programmes: (element-type FfProgramme): all programmes, in the order to offer them
 *
 * Brings together what every view needs.
 *
 * Returns: (transfer full): the context
 */
FfContext *
ff_context_new (FfStore *store, FfClock *clock, GSettings *settings, GPtrArray *programmes)
{
  FfContext *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);
  g_return_val_if_fail (FF_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (programmes != NULL, NULL);

  self = g_object_new (FF_TYPE_CONTEXT, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->programmes = g_ptr_array_ref (programmes);

  return self;
}

/**
 * ff_context_get_store:
 * @self: a context
 *
 * Returns: (transfer none): the open store
 */
FfStore *
ff_context_get_store (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->store;
}

/**
 * ff_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): what time it is
 */
FfClock *
ff_context_get_clock (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * ff_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the program's settings
 */
GSettings *
ff_context_get_settings (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * ff_context_get_programmes:
 * @self: a context
 *
 * Returns: (transfer none) (element-type FfProgramme): all programmes, in the order to offer them
 */
GPtrArray *
ff_context_get_programmes (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);

  return self->programmes;
}

/**
 * ff_context_get_hide_names:
 * @self: a context
 *
 * Returns: whether others see this screen, so that nobody's name is shown
 */
gboolean
ff_context_get_hide_names (FfContext *self)
{
  g_return_val_if_fail (FF_IS_CONTEXT (self), FALSE);

  return self->hide_names;
}

/**
 * ff_context_set_hide_names:
 * @self: a context
 * @hide_names: whether others see this screen
 *
 * Who shows names follows the property, and asks ff_context_show_alias() again.
 */
void
ff_context_set_hide_names (FfContext *self, gboolean hide_names)
{
  g_return_if_fail (FF_IS_CONTEXT (self));

  if (self->hide_names == !!hide_names)
    return;

  self->hide_names = !!hide_names;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDE_NAMES]);
}

/**
 * ff_context_show_alias:
 * @self: a context
 * @alias: the name that a person goes by in the group
 * @position: where they stand in what is shown, from 1, or 0 where there is no order
 *
 * What stands for a person on the screen: their name, or a number while names are hidden.
 *
 * Returns: (transfer none): what to show, which stays as long as @alias does
 */
const char *
ff_context_show_alias (FfContext *self, const char *alias, guint position)
{
  g_autofree char *numbered = NULL;

  g_return_val_if_fail (FF_IS_CONTEXT (self), NULL);
  g_return_val_if_fail (alias != NULL, NULL);

  if (!self->hide_names)
    return alias;
  if (position == 0)
    return _ ("Someone");

  /* Translators: stands for a person’s name while names are hidden; %u is their place in the list. */
  numbered = g_strdup_printf (_ ("Person %u"), position);

  /* Kept by GLib for good: there are as many as people were ever seen in one list. */
  return g_intern_string (numbered);
}
