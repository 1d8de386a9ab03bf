/* ff-group.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group: people who meet, and the programme they follow.
 */

#include "ff-config.h"

#include "ff-group.h"

#include <glib/gi18n-lib.h>

struct _FfGroup
{
  GObject parent_instance;

  char *uid;
  char *name;
  char *programme;
  char *zone;
  char *language;
  gboolean open;
  gboolean sample;
  FfSetting setting;
  char *texts[FF_N_GROUP_TEXTS];
  guint keep_months;
  int own_check_in_parts;
};

typedef enum
{
  PROP_UID = 1,
  PROP_NAME,
  PROP_PROGRAMME,
  PROP_ZONE,
  PROP_LANGUAGE,
  PROP_OPEN,
  PROP_SAMPLE,
} FfGroupProps;

static GParamSpec *properties[PROP_SAMPLE + 1];

G_DEFINE_FINAL_TYPE (FfGroup, ff_group, G_TYPE_OBJECT)

static void
ff_group_constructed (GObject *object)
{
  FfGroup *self = FF_GROUP (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_group_parent_class)->constructed (object);
}

static void
ff_group_finalize (GObject *object)
{
  FfGroup *self = FF_GROUP (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->programme, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->language, g_free);
  for (gsize i = 0; i < FF_N_GROUP_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (ff_group_parent_class)->finalize (object);
}

static void
ff_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfGroup *self = FF_GROUP (object);

  switch ((FfGroupProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_PROGRAMME:
      g_value_set_string (value, self->programme);
      break;

    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;

    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;

    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;

    case PROP_SAMPLE:
      g_value_set_boolean (value, self->sample);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfGroup *self = FF_GROUP (object);

  switch ((FfGroupProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_NAME:
      ff_group_set_name (self, g_value_get_string (value));
      break;

    case PROP_PROGRAMME:
      ff_group_set_programme (self, g_value_get_string (value));
      break;

    case PROP_ZONE:
      ff_group_set_zone (self, g_value_get_string (value));
      break;

    case PROP_LANGUAGE:
      ff_group_set_language (self, g_value_get_string (value));
      break;

    case PROP_OPEN:
      ff_group_set_open (self, g_value_get_boolean (value));
      break;

    case PROP_SAMPLE:
      ff_group_set_sample (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_class_init (FfGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_group_constructed;
  object_class->finalize = ff_group_finalize;
  object_class->get_property = ff_group_get_property;
  object_class->set_property = ff_group_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", write);
  properties[PROP_PROGRAMME] = g_param_spec_string ("programme", NULL, NULL, "own", write);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "UTC", write);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", write);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, write);
  properties[PROP_SAMPLE] = g_param_spec_boolean ("sample", NULL, NULL, FALSE, write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_group_init (FfGroup *self)
{
  self->name = g_strdup ("");
  self->programme = g_strdup ("own");
  self->zone = g_strdup ("UTC");
  self->language = g_strdup ("");
  self->own_check_in_parts = FF_GROUP_AS_PROGRAMME;
  for (gsize i = 0; i < FF_N_GROUP_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * ff_group_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a group named nothing, which follows the “own” programme
 */
FfGroup *
ff_group_new (const char *uid)
{
  return g_object_new (FF_TYPE_GROUP, "uid", uid, NULL);
}

/**
 * ff_group_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfGroup *
ff_group_copy (FfGroup *self)
{
  FfGroup *copy;

  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  copy = ff_group_new (self->uid);
  g_set_str (&copy->name, self->name);
  g_set_str (&copy->programme, self->programme);
  g_set_str (&copy->zone, self->zone);
  g_set_str (&copy->language, self->language);
  copy->open = self->open;
  copy->sample = self->sample;
  copy->setting = self->setting;
  copy->keep_months = self->keep_months;
  copy->own_check_in_parts = self->own_check_in_parts;
  for (gsize i = 0; i < FF_N_GROUP_TEXTS; i++)
    g_set_str (&copy->texts[i], self->texts[i]);

  return copy;
}

/**
 * ff_group_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_group_get_uid (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  return self->uid;
}

/**
 * ff_group_get_name:
 *
 * Returns: (transfer none): what people call it; never %NULL
 */
const char *
ff_group_get_name (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  return self->name;
}

void
ff_group_set_name (FfGroup *self, const char *name)
{
  g_return_if_fail (FF_IS_GROUP (self));

  if (g_set_str (&self->name, name != NULL ? name : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

/**
 * ff_group_get_programme:
 *
 * Returns: (transfer none): the id of its programme; "own" until it is set
 */
const char *
ff_group_get_programme (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  return self->programme;
}

void
ff_group_set_programme (FfGroup *self, const char *programme)
{
  g_return_if_fail (FF_IS_GROUP (self));

  if (g_set_str (&self->programme, programme != NULL ? programme : "own"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

/**
 * ff_group_get_zone:
 *
 * Returns: (transfer none): its IANA time zone; "UTC" until it is set
 */
const char *
ff_group_get_zone (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  return self->zone;
}

void
ff_group_set_zone (FfGroup *self, const char *zone)
{
  g_return_if_fail (FF_IS_GROUP (self));

  if (g_set_str (&self->zone, zone != NULL ? zone : "UTC"))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

/**
 * ff_group_get_language:
 *
 * Returns: (transfer none): BCP 47 tag of its handouts; "" = the app's language
 */
const char *
ff_group_get_language (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);

  return self->language;
}

void
ff_group_set_language (FfGroup *self, const char *language)
{
  g_return_if_fail (FF_IS_GROUP (self));

  if (g_set_str (&self->language, language != NULL ? language : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

/**
 * ff_group_get_open:
 *
 * Returns: whether visitors are welcome
 */
gboolean
ff_group_get_open (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), FALSE);

  return self->open;
}

void
ff_group_set_open (FfGroup *self, gboolean open)
{
  g_return_if_fail (FF_IS_GROUP (self));

  open = !!open;
  if (self->open == open)
    return;

  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * ff_group_get_sample:
 *
 * Returns: whether it is made up, to look around
 */
gboolean
ff_group_get_sample (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), FALSE);

  return self->sample;
}

void
ff_group_set_sample (FfGroup *self, gboolean sample)
{
  g_return_if_fail (FF_IS_GROUP (self));

  sample = !!sample;
  if (self->sample == sample)
    return;

  self->sample = sample;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAMPLE]);
}

/**
 * ff_group_get_setting:
 *
 * Returns: the kind of house in which it meets
 */
FfSetting
ff_group_get_setting (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), FF_SETTING_COMMUNITY);

  return self->setting;
}

void
ff_group_set_setting (FfGroup *self, FfSetting setting)
{
  g_return_if_fail (FF_IS_GROUP (self));
  g_return_if_fail (setting < FF_N_SETTINGS);

  self->setting = setting;
}

/**
 * ff_group_get_text:
 *
 * Returns: (transfer none): what it says there; never %NULL
 */
const char *
ff_group_get_text (FfGroup *self, FfGroupText text)
{
  g_return_val_if_fail (FF_IS_GROUP (self), NULL);
  g_return_val_if_fail (text < FF_N_GROUP_TEXTS, NULL);

  return self->texts[text];
}

void
ff_group_set_text (FfGroup *self, FfGroupText text, const char *value)
{
  g_return_if_fail (FF_IS_GROUP (self));
  g_return_if_fail (text < FF_N_GROUP_TEXTS);

  g_set_str (&self->texts[text], value != NULL ? value : "");
}

/**
 * ff_group_get_keep_months:
 *
 * Returns: for how many months its notes are kept; 0 = for good
 */
guint
ff_group_get_keep_months (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), 0);

  return self->keep_months;
}

void
ff_group_set_keep_months (FfGroup *self, guint months)
{
  g_return_if_fail (FF_IS_GROUP (self));
  g_return_if_fail (months <= FF_GROUP_MOST_MONTHS);

  self->keep_months = months;
}

/**
 * ff_group_get_own_check_in_parts:
 *
 * Returns: what a check-in asks in this group, as bits of `FfCheckInParts`, or %FF_GROUP_AS_PROGRAMME
 */
int
ff_group_get_own_check_in_parts (FfGroup *self)
{
  g_return_val_if_fail (FF_IS_GROUP (self), FF_GROUP_AS_PROGRAMME);

  return self->own_check_in_parts;
}

/**
 * ff_group_get_check_in_parts:
 * @programme: the group's programme
 *
 * Returns: what a check-in asks in this group: its own choice, or what @programme has
 */
FfCheckInParts
ff_group_get_check_in_parts (FfGroup *self, FfProgramme *programme)
{
  g_return_val_if_fail (FF_IS_GROUP (self), 0);

  return self->own_check_in_parts == FF_GROUP_AS_PROGRAMME
             ? ff_programme_get_check_in_parts (programme)
             : (FfCheckInParts) self->own_check_in_parts & FF_CHECK_IN_PARTS_ALL;
}

void
ff_group_set_own_check_in_parts (FfGroup *self, int parts)
{
  g_return_if_fail (FF_IS_GROUP (self));
  g_return_if_fail (parts >= FF_GROUP_AS_PROGRAMME);

  self->own_check_in_parts = parts;
}

/**
 * ff_setting_get_title:
 *
 * Returns: (transfer none): the words for it, in the person's language
 */
const char *
ff_setting_get_title (FfSetting setting)
{
  switch (setting)
    {
    case FF_SETTING_COMMUNITY:
      return _ ("Community");

    case FF_SETTING_INPATIENT:
      return _ ("Hospital, inpatient");

    case FF_SETTING_OUTPATIENT:
      return _ ("Hospital, outpatient");

    case FF_SETTING_CLINIC:
      return _ ("Clinic");

    case FF_SETTING_WORKPLACE:
      return _ ("Workplace");

    case FF_SETTING_CUSTODY:
      return _ ("In custody");

    default:
      g_return_val_if_reached ("");
    }
}
