/* ff-person.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-person.h"

struct _FfPerson
{
  GObject parent_instance;

  char *uid;
  char *group;
  char *alias;
  FfWallTime *last_seen;
  guint check_ins;
  guint open_items;
  char *last_goal;
};

typedef enum
{
  PROP_UID = 1,
  PROP_GROUP,
  PROP_ALIAS,
  PROP_LAST_SEEN,
  PROP_CHECK_INS,
  PROP_OPEN_ITEMS,
  PROP_LAST_GOAL,
} FfPersonProps;

static GParamSpec *properties[PROP_LAST_GOAL + 1];

G_DEFINE_FINAL_TYPE (FfPerson, ff_person, G_TYPE_OBJECT)

static void
ff_person_finalize (GObject *object)
{
  FfPerson *self = FF_PERSON (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->alias, g_free);
  if (self->last_seen != NULL)
    g_boxed_free (FF_TYPE_WALL_TIME, self->last_seen);
  g_clear_pointer (&self->last_goal, g_free);

  G_OBJECT_CLASS (ff_person_parent_class)->finalize (object);
}

static void
ff_person_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfPerson *self = FF_PERSON (object);

  switch ((FfPersonProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;

    case PROP_ALIAS:
      g_value_set_string (value, self->alias);
      break;

    case PROP_LAST_SEEN:
      g_value_set_boxed (value, self->last_seen);
      break;

    case PROP_CHECK_INS:
      g_value_set_uint (value, self->check_ins);
      break;

    case PROP_OPEN_ITEMS:
      g_value_set_uint (value, self->open_items);
      break;

    case PROP_LAST_GOAL:
      g_value_set_string (value, self->last_goal);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_person_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfPerson *self = FF_PERSON (object);

  switch ((FfPersonProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_GROUP:
      self->group = g_value_dup_string (value);
      break;

    case PROP_ALIAS:
      self->alias = g_value_dup_string (value);
      break;

    case PROP_LAST_SEEN:
      self->last_seen = g_value_dup_boxed (value);
      break;

    case PROP_CHECK_INS:
      self->check_ins = g_value_get_uint (value);
      break;

    case PROP_OPEN_ITEMS:
      self->open_items = g_value_get_uint (value);
      break;

    case PROP_LAST_GOAL:
      self->last_goal = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_person_class_init (FfPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_person_finalize;
  object_class->get_property = ff_person_get_property;
  object_class->set_property = ff_person_set_property;

  properties[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, "", once);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "", once);
  properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, "", once);
  properties[PROP_LAST_SEEN]
      = g_param_spec_boxed ("last-seen", NULL, NULL, FF_TYPE_WALL_TIME, once);
  properties[PROP_CHECK_INS] = g_param_spec_uint ("check-ins", NULL, NULL, 0, G_MAXUINT, 0, once);
  properties[PROP_OPEN_ITEMS] = g_param_spec_uint ("open-items", NULL, NULL, 0, G_MAXUINT, 0, once);
  properties[PROP_LAST_GOAL] = g_param_spec_string ("last-goal", NULL, NULL, "", once);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_person_init (FfPerson *self)
{
}

/**
 * ff_person_get_uid:
 *
 * Returns: (transfer none): the UUID of the participant
 */
const char *
ff_person_get_uid (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), NULL);

  return self->uid;
}

/**
 * ff_person_get_group:
 *
 * Returns: (transfer none): the UUID of the group they come to
 */
const char *
ff_person_get_group (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), NULL);

  return self->group;
}

/**
 * ff_person_get_alias:
 *
 * Returns: (transfer none): the name they chose
 */
const char *
ff_person_get_alias (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), NULL);

  return self->alias;
}

/**
 * ff_person_get_last_seen:
 *
 * Returns: (transfer none) (nullable): the start of the last session at which they checked in, in wall time
 */
const FfWallTime *
ff_person_get_last_seen (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), NULL);

  return self->last_seen;
}

/**
 * ff_person_get_check_ins:
 *
 * Returns: how often they checked in
 */
guint
ff_person_get_check_ins (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), 0);

  return self->check_ins;
}

/**
 * ff_person_get_open_items:
 *
 * Returns: how many of the things they planned have not been looked at again
 */
guint
ff_person_get_open_items (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), 0);

  return self->open_items;
}

/**
 * ff_person_get_last_goal:
 *
 * Returns: (transfer none): what they last said they work towards; "" = nothing
 */
const char *
ff_person_get_last_goal (FfPerson *self)
{
  g_return_val_if_fail (FF_IS_PERSON (self), NULL);

  return self->last_goal;
}
