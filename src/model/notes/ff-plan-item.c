/* ff-plan-item.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan item: one thing a participant means to do this week, set at one session and reviewed at the next.
 */

#include "ff-plan-item.h"

#include "ff-model-enums.h"

struct _FfPlanItem
{
  GObject parent_instance;

  char *uid;
  char *participant;
  char *alias;
  char *set_at;
  char *text;
  guint position;
  guint day;
  FfOutcome outcome;
  char *reviewed_at;
};

typedef enum
{
  PROP_UID = 1,
  PROP_PARTICIPANT,
  PROP_ALIAS,
  PROP_SET_AT,
  PROP_TEXT,
  PROP_POSITION,
  PROP_DAY,
  PROP_OUTCOME,
  PROP_REVIEWED_AT,
} FfPlanItemProps;

static GParamSpec *properties[PROP_REVIEWED_AT + 1];

G_DEFINE_FINAL_TYPE (FfPlanItem, ff_plan_item, G_TYPE_OBJECT)

static void
ff_plan_item_constructed (GObject *object)
{
  FfPlanItem *self = FF_PLAN_ITEM (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_plan_item_parent_class)->constructed (object);
}

static void
ff_plan_item_finalize (GObject *object)
{
  FfPlanItem *self = FF_PLAN_ITEM (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->participant, g_free);
  g_clear_pointer (&self->alias, g_free);
  g_clear_pointer (&self->set_at, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reviewed_at, g_free);

  G_OBJECT_CLASS (ff_plan_item_parent_class)->finalize (object);
}

static void
ff_plan_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfPlanItem *self = FF_PLAN_ITEM (object);

  switch ((FfPlanItemProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_PARTICIPANT:
      g_value_set_string (value, self->participant);
      break;

    case PROP_ALIAS:
      g_value_set_string (value, self->alias);
      break;

    case PROP_SET_AT:
      g_value_set_string (value, self->set_at);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;

    case PROP_OUTCOME:
      g_value_set_enum (value, self->outcome);
      break;

    case PROP_REVIEWED_AT:
      g_value_set_string (value, self->reviewed_at);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_plan_item_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfPlanItem *self = FF_PLAN_ITEM (object);

  switch ((FfPlanItemProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_PARTICIPANT:
      ff_plan_item_set_participant (self, g_value_get_string (value));
      break;

    case PROP_ALIAS:
      ff_plan_item_set_alias (self, g_value_get_string (value));
      break;

    case PROP_SET_AT:
      ff_plan_item_set_set_at (self, g_value_get_string (value));
      break;

    case PROP_TEXT:
      ff_plan_item_set_text (self, g_value_get_string (value));
      break;

    case PROP_POSITION:
      ff_plan_item_set_position (self, g_value_get_uint (value));
      break;

    case PROP_DAY:
      ff_plan_item_set_day (self, g_value_get_uint (value));
      break;

    case PROP_OUTCOME:
    case PROP_REVIEWED_AT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_plan_item_class_init (FfPlanItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_plan_item_constructed;
  object_class->finalize = ff_plan_item_finalize;
  object_class->get_property = ff_plan_item_get_property;
  object_class->set_property = ff_plan_item_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_PARTICIPANT] = g_param_spec_string ("participant", NULL, NULL, "", write);
  properties[PROP_ALIAS] = g_param_spec_string ("alias", NULL, NULL, "", write);
  properties[PROP_SET_AT] = g_param_spec_string ("set-at", NULL, NULL, "", write);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", write);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, write);
  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, 7, 0, write);
  properties[PROP_OUTCOME]
      = g_param_spec_enum ("outcome", NULL, NULL, FF_TYPE_OUTCOME, FF_OUTCOME_OPEN, read);
  properties[PROP_REVIEWED_AT] = g_param_spec_string ("reviewed-at", NULL, NULL, NULL, read);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_plan_item_init (FfPlanItem *self)
{
  self->participant = g_strdup ("");
  self->alias = g_strdup ("");
  self->set_at = g_strdup ("");
  self->text = g_strdup ("");
}

/**
 * ff_plan_item_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): an open plan item without text
 */
FfPlanItem *
ff_plan_item_new (const char *uid)
{
  return g_object_new (FF_TYPE_PLAN_ITEM, "uid", uid, NULL);
}

/**
 * ff_plan_item_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfPlanItem *
ff_plan_item_copy (FfPlanItem *self)
{
  FfPlanItem *copy;

  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  copy = ff_plan_item_new (self->uid);
  g_set_str (&copy->participant, self->participant);
  g_set_str (&copy->alias, self->alias);
  g_set_str (&copy->set_at, self->set_at);
  g_set_str (&copy->text, self->text);
  copy->position = self->position;
  copy->day = self->day;
  copy->outcome = self->outcome;
  g_set_str (&copy->reviewed_at, self->reviewed_at);

  return copy;
}

/**
 * ff_plan_item_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_plan_item_get_uid (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->uid;
}

/**
 * ff_plan_item_get_participant:
 *
 * Returns: (transfer none): the UUID of the participant
 */
const char *
ff_plan_item_get_participant (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->participant;
}

void
ff_plan_item_set_participant (FfPlanItem *self, const char *participant)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));

  if (g_set_str (&self->participant, participant != NULL ? participant : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTICIPANT]);
}

/**
 * ff_plan_item_get_alias:
 *
 * Returns: (transfer none): the participant's alias, which the store fills in for showing
 */
const char *
ff_plan_item_get_alias (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->alias;
}

void
ff_plan_item_set_alias (FfPlanItem *self, const char *alias)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));

  if (g_set_str (&self->alias, alias != NULL ? alias : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALIAS]);
}

/**
 * ff_plan_item_get_set_at:
 *
 * Returns: (transfer none): the UUID of the session at which it was set
 */
const char *
ff_plan_item_get_set_at (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->set_at;
}

void
ff_plan_item_set_set_at (FfPlanItem *self, const char *set_at)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));

  if (g_set_str (&self->set_at, set_at != NULL ? set_at : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SET_AT]);
}

/**
 * ff_plan_item_get_text:
 *
 * Returns: (transfer none): what they mean to do; "" = nothing written
 */
const char *
ff_plan_item_get_text (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->text;
}

void
ff_plan_item_set_text (FfPlanItem *self, const char *text)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));

  if (g_set_str (&self->text, text != NULL ? text : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * ff_plan_item_get_position:
 *
 * Returns: its place in the person's plan, from 0
 */
guint
ff_plan_item_get_position (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), 0);

  return self->position;
}

void
ff_plan_item_set_position (FfPlanItem *self, guint position)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/**
 * ff_plan_item_get_day:
 *
 * Returns: the day of the week for which it is, 1 = Monday to 7 = Sunday (ISO 8601), within the seven days after the session;
 *   0 = any day
 */
guint
ff_plan_item_get_day (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), 0);

  return self->day;
}

void
ff_plan_item_set_day (FfPlanItem *self, guint day)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));
  g_return_if_fail (day <= 7);

  if (self->day == day)
    return;

  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * ff_plan_item_get_outcome:
 *
 * Returns: how it went; %FF_OUTCOME_OPEN until it is reviewed
 */
FfOutcome
ff_plan_item_get_outcome (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), FF_OUTCOME_OPEN);

  return self->outcome;
}

/**
 * ff_plan_item_get_reviewed_at:
 *
 * Returns: (transfer none) (nullable): the UUID of the session at which it was reviewed; %NULL while open
 */
const char *
ff_plan_item_get_reviewed_at (FfPlanItem *self)
{
  g_return_val_if_fail (FF_IS_PLAN_ITEM (self), NULL);

  return self->reviewed_at;
}
/**
 * ff_plan_item_review:
 * @outcome: how it went; %FF_OUTCOME_OPEN takes the mark back
 * @session: (nullable): the UUID of the session at which it was reviewed; ignored, and may be %NULL,
 *   when the mark is taken back
 *
 * Marks how it went.
 */
void
ff_plan_item_review (FfPlanItem *self, FfOutcome outcome, const char *session)
{
  g_return_if_fail (FF_IS_PLAN_ITEM (self));
  g_return_if_fail (outcome <= FF_OUTCOME_CHANGED);
  g_return_if_fail (outcome == FF_OUTCOME_OPEN || session != NULL);

  g_object_freeze_notify (G_OBJECT (self));

  if (self->outcome != outcome)
    {
      self->outcome = outcome;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
    }
  if (g_set_str (&self->reviewed_at, outcome == FF_OUTCOME_OPEN ? NULL : session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWED_AT]);

  g_object_thaw_notify (G_OBJECT (self));
}
