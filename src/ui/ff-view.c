/* ff-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all views have: the context, and the group that is chosen.
 */

#include "ff-view.h"

typedef struct
{
  FfContext *context;
  FfGroup *group;
} FfViewPrivate;

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
} FfViewProps;

static GParamSpec *properties[PROP_GROUP + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FfView, ff_view, ADW_TYPE_NAVIGATION_PAGE)

static void
ff_view_dispose (GObject *object)
{
  FfViewPrivate *priv = ff_view_get_instance_private (FF_VIEW (object));

  g_clear_object (&priv->group);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (ff_view_parent_class)->dispose (object);
}

static void
ff_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfView *self = FF_VIEW (object);

  switch ((FfViewProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, ff_view_get_context (self));
      break;

    case PROP_GROUP:
      g_value_set_object (value, ff_view_get_group (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfView *self = FF_VIEW (object);
  FfViewPrivate *priv = ff_view_get_instance_private (self);

  switch ((FfViewProps) prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
      ff_view_set_group (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_view_class_init (FfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_view_dispose;
  object_class->get_property = ff_view_get_property;
  object_class->set_property = ff_view_set_property;

  /**
   * FfView:context:
   *
   * The store, the clock, the settings and the programmes.
   */
  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FfView:group:
   *
   * The group that the view shows, or %NULL for all groups.
   */
  properties[PROP_GROUP]
      = g_param_spec_object ("group", NULL, NULL, FF_TYPE_GROUP,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_view_init (FfView *self)
{
}

/**
 * ff_view_get_context:
 * @self: a view
 *
 * Returns: (transfer none): the store, the clock, the settings and the programmes; %NULL once disposed
 */
FfContext *
ff_view_get_context (FfView *self)
{
  FfViewPrivate *priv = ff_view_get_instance_private (self);

  g_return_val_if_fail (FF_IS_VIEW (self), NULL);

  return priv->context;
}

/**
 * ff_view_get_store:
 * @self: a view that is not disposed
 *
 * Returns: (transfer none): the context's store
 */
FfStore *
ff_view_get_store (FfView *self)
{
  return ff_context_get_store (ff_view_get_context (self));
}

/**
 * ff_view_get_clock:
 * @self: a view that is not disposed
 *
 * Returns: (transfer none): the context's clock
 */
FfClock *
ff_view_get_clock (FfView *self)
{
  return ff_context_get_clock (ff_view_get_context (self));
}

/**
 * ff_view_get_group:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): the group that it shows; %NULL for all groups
 */
FfGroup *
ff_view_get_group (FfView *self)
{
  FfViewPrivate *priv = ff_view_get_instance_private (self);

  g_return_val_if_fail (FF_IS_VIEW (self), NULL);

  return priv->group;
}

/**
 * ff_view_set_group:
 * @self: a view
 * @group: (nullable): the group to show; %NULL for all groups
 */
void
ff_view_set_group (FfView *self, FfGroup *group)
{
  FfViewPrivate *priv = ff_view_get_instance_private (self);
  g_autoptr (FfGroup) before = NULL;

  g_return_if_fail (FF_IS_VIEW (self));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));

  g_set_object (&before, priv->group);
  if (!g_set_object (&priv->group, group))
    return;

  FF_VIEW_GET_CLASS (self)->group_changed (self, before);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}
