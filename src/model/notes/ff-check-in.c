/* ff-check-in.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in: a participant at a session, and what they brought.
 */

#include "ff-check-in.h"

struct _FfCheckIn
{
  GObject parent_instance;

  char *uid;
  char *session;
  char *participant;
  char *alias;
  char *note;
  int urge;
};

typedef enum
{
  PROP_UID = 1,
  PROP_SESSION,
  PROP_PARTICIPANT,
  PROP_ALIAS,
  PROP_NOTE,
  PROP_URGE,
} FfCheckInProps;

static GParamSpec *properties[PROP_URGE + 1];

G_DEFINE_FINAL_TYPE (FfCheckIn, ff_check_in, G_TYPE_OBJECT)

static void
ff_check_in_constructed (GObject *object)
{
  FfCheckIn *self = FF_CHECK_IN (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_check_in_parent_class)->constructed (object);
}

static void
ff_check_in_finalize (GObject *object)
{
  FfCheckIn *self = FF_CHECK_IN (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->session, g_free);
  g_clear_pointer (&self->participant, g_free);
  g_clear_pointer (&self->alias, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (ff_check_in_parent_class)->finalize (object);
}

static void
ff_check_in_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfCheckIn *self = FF_CHECK_IN (object);

  switch ((FfCheckInProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_SESSION:
      g_value_set_string (value, self->session);
      break;

    case PROP_PARTICIPANT:
      g_value_set_string (value, self->participant);
      break;

    case PROP_ALIAS:
      g_value_set_string (value, self->alias);
      break;

    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;

    case PROP_URGE:
      g_value_set_int (value, self->urge);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfCheckIn *self = FF_CHECK_IN (object);

  switch ((FfCheckInProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_SESSION:
      ff_check_in_set_session (self, g_value_get_string (value));
      break;

    case PROP_PARTICIPANT:
      ff_check_in_set_participant (self, g_value_get_string (value));
      break;

    case PROP_ALIAS:
      ff_check_in_set_alias (self, g_value_get_string (value));
      break;

    case PROP_NOTE:
      ff_check_in_set_note (self, g_value_get_string (value));
      break;

    case PROP_URGE:
      ff_check_in_set_urge (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_class_init (FfCheckInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_check_in_constructed;
  object_class->finalize = ff_check_in_finalize;
  object_class->get_property = ff_check_in_get_property;
  object_class->set_property = ff_check_in_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_SESSION] = g_param_spec_string ("session", NULL, NULL, "", write);
  properties[PROP_PARTICIPANT] = g_param_spec_string ("participant", NULL, NULL, "", write);
  properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, "", write);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", write);
  properties[PROP_URGE]
      = g_param_spec_int ("urge", NULL, NULL, FF_CHECK_IN_NO_URGE, 10, FF_CHECK_IN_NO_URGE, write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_check_in_init (FfCheckIn *self)
{
  self->session = g_strdup ("");
  self->participant = g_strdup ("");
  self->alias = g_strdup ("");
  self->note = g_strdup ("");
  self->urge = FF_CHECK_IN_NO_URGE;
}

/**
 * ff_check_in_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a check-in with nothing written
 */
FfCheckIn *
ff_check_in_new (const char *uid)
{
  return g_object_new (FF_TYPE_CHECK_IN, "uid", uid, NULL);
}

/**
 * ff_check_in_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfCheckIn *
ff_check_in_copy (FfCheckIn *self)
{
  FfCheckIn *copy;

  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  copy = ff_check_in_new (self->uid);
  g_set_str (&copy->session, self->session);
  g_set_str (&copy->participant, self->participant);
  g_set_str (&copy->alias, self->alias);
  g_set_str (&copy->note, self->note);
  copy->urge = self->urge;

  return copy;
}

/**
 * ff_check_in_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_check_in_get_uid (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->uid;
}

/**
 * ff_check_in_get_session:
 *
 * Returns: (transfer none): the UUID of the session
 */
const char *
ff_check_in_get_session (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->session;
}

void
ff_check_in_set_session (FfCheckIn *self, const char *session)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->session, session != NULL ? session : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * ff_check_in_get_participant:
 *
 * Returns: (transfer none): the UUID of the participant
 */
const char *
ff_check_in_get_participant (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->participant;
}

void
ff_check_in_set_participant (FfCheckIn *self, const char *participant)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->participant, participant != NULL ? participant : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTICIPANT]);
}

/**
 * ff_check_in_get_alias:
 *
 * Returns: (transfer none): the participant's alias, which the store fills in for showing
 */
const char *
ff_check_in_get_alias (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->alias;
}

void
ff_check_in_set_alias (FfCheckIn *self, const char *alias)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->alias, alias != NULL ? alias : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALIAS]);
}

/**
 * ff_check_in_get_note:
 *
 * Returns: (transfer none): what they bring; "" = nothing written
 */
const char *
ff_check_in_get_note (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), NULL);

  return self->note;
}

void
ff_check_in_set_note (FfCheckIn *self, const char *note)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));

  if (g_set_str (&self->note, note != NULL ? note : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

/**
 * ff_check_in_get_urge:
 *
 * Returns: their strongest urge, 0 to 10, or %FF_CHECK_IN_NO_URGE
 */
int
ff_check_in_get_urge (FfCheckIn *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN (self), FF_CHECK_IN_NO_URGE);

  return self->urge;
}

void
ff_check_in_set_urge (FfCheckIn *self, int urge)
{
  g_return_if_fail (FF_IS_CHECK_IN (self));
  g_return_if_fail (urge >= FF_CHECK_IN_NO_URGE && urge <= 10);

  if (self->urge == urge)
    return;

  self->urge = urge;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URGE]);
}
