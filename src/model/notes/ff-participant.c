/* ff-participant.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A participant: a first name or any alias they choose, in one group.
 */

#include "ff-participant.h"

#include "ff-fold.h"

struct _FfParticipant
{
  GObject parent_instance;

  char *uid;
  char *group;
  char *alias;
  char *consent;
  char *consent_date;
};

typedef enum
{
  PROP_UID = 1,
  PROP_GROUP,
  PROP_ALIAS,
  PROP_CONSENT,
  PROP_CONSENT_DATE,
} FfParticipantProps;

static GParamSpec *properties[PROP_CONSENT_DATE + 1];

G_DEFINE_FINAL_TYPE (FfParticipant, ff_participant, G_TYPE_OBJECT)

static void
ff_participant_constructed (GObject *object)
{
  FfParticipant *self = FF_PARTICIPANT (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_participant_parent_class)->constructed (object);
}

static void
ff_participant_finalize (GObject *object)
{
  FfParticipant *self = FF_PARTICIPANT (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->alias, g_free);
  g_clear_pointer (&self->consent, g_free);
  g_clear_pointer (&self->consent_date, g_free);

  G_OBJECT_CLASS (ff_participant_parent_class)->finalize (object);
}

static void
ff_participant_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfParticipant *self = FF_PARTICIPANT (object);

  switch ((FfParticipantProps) prop_id)
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

    case PROP_CONSENT:
      g_value_set_string (value, self->consent);
      break;

    case PROP_CONSENT_DATE:
      g_value_set_string (value, self->consent_date);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_participant_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfParticipant *self = FF_PARTICIPANT (object);

  switch ((FfParticipantProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_GROUP:
      ff_participant_set_group (self, g_value_get_string (value));
      break;

    case PROP_ALIAS:
      ff_participant_set_alias (self, g_value_get_string (value));
      break;

    case PROP_CONSENT:
      ff_participant_set_consent (self, g_value_get_string (value));
      break;

    case PROP_CONSENT_DATE:
      ff_participant_set_consent_date (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_participant_class_init (FfParticipantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_participant_constructed;
  object_class->finalize = ff_participant_finalize;
  object_class->get_property = ff_participant_get_property;
  object_class->set_property = ff_participant_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "", write);
  properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, "", write);
  properties[PROP_CONSENT] = g_param_spec_string ("consent", NULL, NULL, "", write);
  properties[PROP_CONSENT_DATE] = g_param_spec_string ("consent-date", NULL, NULL, NULL, write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_participant_init (FfParticipant *self)
{
  self->group = g_strdup ("");
  self->alias = g_strdup ("");
  self->consent = g_strdup ("");
}

/**
 * ff_participant_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a participant without an alias
 */
FfParticipant *
ff_participant_new (const char *uid)
{
  return g_object_new (FF_TYPE_PARTICIPANT, "uid", uid, NULL);
}

/**
 * ff_participant_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfParticipant *
ff_participant_copy (FfParticipant *self)
{
  FfParticipant *copy;

  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  copy = ff_participant_new (self->uid);
  g_set_str (&copy->group, self->group);
  g_set_str (&copy->alias, self->alias);
  g_set_str (&copy->consent, self->consent);
  g_set_str (&copy->consent_date, self->consent_date);

  return copy;
}

/**
 * ff_participant_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_participant_get_uid (FfParticipant *self)
{
  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  return self->uid;
}

/**
 * ff_participant_get_group:
 *
 * Returns: (transfer none): the UUID of the group they come to
 */
const char *
ff_participant_get_group (FfParticipant *self)
{
  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  return self->group;
}

void
ff_participant_set_group (FfParticipant *self, const char *group)
{
  g_return_if_fail (FF_IS_PARTICIPANT (self));

  if (g_set_str (&self->group, group != NULL ? group : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

/**
 * ff_participant_get_alias:
 *
 * Returns: (transfer none): the name they chose; never %NULL
 */
const char *
ff_participant_get_alias (FfParticipant *self)
{
  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  return self->alias;
}

/**
 * ff_participant_set_alias:
 * @alias: (nullable): the name they chose, in any script
 *
 * White space at both ends, in any script, is dropped.
 */
void
ff_participant_set_alias (FfParticipant *self, const char *alias)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (FF_IS_PARTICIPANT (self));

  stripped = ff_strip (alias != NULL ? alias : "");
  if (g_set_str (&self->alias, stripped))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALIAS]);
}

/**
 * ff_participant_get_consent:
 *
 * Returns: (transfer none): a note of what they agreed to; "" = none
 */
const char *
ff_participant_get_consent (FfParticipant *self)
{
  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  return self->consent;
}

void
ff_participant_set_consent (FfParticipant *self, const char *consent)
{
  g_return_if_fail (FF_IS_PARTICIPANT (self));

  if (g_set_str (&self->consent, consent != NULL ? consent : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONSENT]);
}

/**
 * ff_participant_get_consent_date:
 *
 * Returns: (transfer none) (nullable): when they agreed, as 2026-11-24
 */
const char *
ff_participant_get_consent_date (FfParticipant *self)
{
  g_return_val_if_fail (FF_IS_PARTICIPANT (self), NULL);

  return self->consent_date;
}

void
ff_participant_set_consent_date (FfParticipant *self, const char *date)
{
  g_return_if_fail (FF_IS_PARTICIPANT (self));

  if (g_set_str (&self->consent_date, date))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONSENT_DATE]);
}
