/* ff-check-in.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in: a participant at a session, and what they brought.
 */

#include "ff-check-in-private.h"

GParamSpec *ff_check_in_properties[PROP_CULTURAL + 1];

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
  g_clear_pointer (&self->goal, g_free);
  g_clear_pointer (&self->helped, g_free);

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

    case PROP_NEWCOMER:
      g_value_set_boolean (value, self->newcomer);
      break;

    case PROP_POINTS:
      g_value_set_uint (value, self->points);
      break;

    case PROP_BALANCE:
      g_value_set_int (value, self->balance);
      break;

    case PROP_STAGE:
      g_value_set_int (value, self->stage);
      break;

    case PROP_AIM:
      g_value_set_int (value, self->aim);
      break;

    case PROP_GOAL:
      g_value_set_string (value, self->goal);
      break;

    case PROP_HELPED:
      g_value_set_string (value, self->helped);
      break;

    case PROP_SOCIAL:
    case PROP_PHYSICAL:
    case PROP_HUMAN:
    case PROP_CULTURAL:
      g_value_set_int (value, self->capital[prop_id - PROP_SOCIAL]);
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

    case PROP_NEWCOMER:
      ff_check_in_set_newcomer (self, g_value_get_boolean (value));
      break;

    case PROP_POINTS:
      ff_check_in_set_points (self, g_value_get_uint (value));
      break;

    case PROP_BALANCE:
      ff_check_in_set_balance (self, g_value_get_int (value));
      break;

    case PROP_STAGE:
      ff_check_in_set_stage (self, g_value_get_int (value));
      break;

    case PROP_AIM:
      ff_check_in_set_aim (self, g_value_get_int (value));
      break;

    case PROP_GOAL:
      ff_check_in_set_goal (self, g_value_get_string (value));
      break;

    case PROP_HELPED:
      ff_check_in_set_helped (self, g_value_get_string (value));
      break;

    case PROP_SOCIAL:
    case PROP_PHYSICAL:
    case PROP_HUMAN:
    case PROP_CULTURAL:
      ff_check_in_set_capital (self, (FfCapital) (prop_id - PROP_SOCIAL), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A number that may be left unsaid. */
static void
install_number (FfCheckInProps prop, const char *name, int highest)
{
  ff_check_in_properties[prop]
      = g_param_spec_int (name, NULL, NULL, FF_CHECK_IN_UNSAID, highest, FF_CHECK_IN_UNSAID,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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

  ff_check_in_properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  ff_check_in_properties[PROP_SESSION] = g_param_spec_string ("session", NULL, NULL, "", write);
  ff_check_in_properties[PROP_PARTICIPANT]
      = g_param_spec_string ("participant", NULL, NULL, "", write);
  ff_check_in_properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, "", write);
  ff_check_in_properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", write);
  install_number (PROP_URGE, "urge", 10);
  ff_check_in_properties[PROP_NEWCOMER]
      = g_param_spec_boolean ("newcomer", NULL, NULL, FALSE, write);
  ff_check_in_properties[PROP_POINTS]
      = g_param_spec_uint ("points", NULL, NULL, 0, FF_CHECK_IN_MOST_POINTS, 0, write);
  install_number (PROP_BALANCE, "balance", 10);
  install_number (PROP_STAGE, "stage", FF_STAGE_STARTING_AGAIN);
  install_number (PROP_AIM, "aim", FF_AIM_OTHER);
  ff_check_in_properties[PROP_GOAL] = g_param_spec_string ("goal", NULL, NULL, "", write);
  ff_check_in_properties[PROP_HELPED] = g_param_spec_string ("helped", NULL, NULL, "", write);
  install_number (PROP_SOCIAL, "social", 10);
  install_number (PROP_PHYSICAL, "physical", 10);
  install_number (PROP_HUMAN, "human", 10);
  install_number (PROP_CULTURAL, "cultural", 10);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (ff_check_in_properties),
                                     ff_check_in_properties);
}

static void
ff_check_in_init (FfCheckIn *self)
{
  self->session = g_strdup ("");
  self->participant = g_strdup ("");
  self->alias = g_strdup ("");
  self->note = g_strdup ("");
  self->goal = g_strdup ("");
  self->helped = g_strdup ("");
  self->urge = FF_CHECK_IN_UNSAID;
  self->balance = FF_CHECK_IN_UNSAID;
  self->stage = FF_CHECK_IN_UNSAID;
  self->aim = FF_CHECK_IN_UNSAID;
  for (guint i = 0; i < FF_N_CAPITALS; i++)
    self->capital[i] = FF_CHECK_IN_UNSAID;
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
  ff_check_in_take_words (copy, self);

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
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_SESSION]);
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
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_PARTICIPANT]);
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
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_ALIAS]);
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
    g_object_notify_by_pspec (G_OBJECT (self), ff_check_in_properties[PROP_NOTE]);
}
