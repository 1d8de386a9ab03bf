/* ff-meeting-choice.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A meeting in a list to tick.
 */

#include "ff-meeting-choice.h"

struct _FfMeetingChoice
{
  GObject parent_instance;

  char *label;
  gboolean chosen;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_CHOSEN,
} FfMeetingChoiceProps;

static GParamSpec *properties[PROP_CHOSEN + 1];

G_DEFINE_FINAL_TYPE (FfMeetingChoice, ff_meeting_choice, G_TYPE_OBJECT)

static void
ff_meeting_choice_finalize (GObject *object)
{
  g_free (FF_MEETING_CHOICE (object)->label);

  G_OBJECT_CLASS (ff_meeting_choice_parent_class)->finalize (object);
}

static void
ff_meeting_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfMeetingChoice *self = FF_MEETING_CHOICE (object);

  switch ((FfMeetingChoiceProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_CHOSEN:
      g_value_set_boolean (value, self->chosen);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_choice_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfMeetingChoice *self = FF_MEETING_CHOICE (object);

  switch ((FfMeetingChoiceProps) prop_id)
    {
    case PROP_CHOSEN:
      ff_meeting_choice_set_chosen (self, g_value_get_boolean (value));
      break;

    case PROP_LABEL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_meeting_choice_class_init (FfMeetingChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_meeting_choice_finalize;
  object_class->get_property = ff_meeting_choice_get_property;
  object_class->set_property = ff_meeting_choice_set_property;

  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_meeting_choice_init (FfMeetingChoice *self)
{
  self->chosen = TRUE;
}

/**
 * ff_meeting_choice_new:
 * @label: what it is called in the list
 *
 * Returns: (transfer full): a meeting that is ticked
 */
FfMeetingChoice *
ff_meeting_choice_new (const char *label)
{
  FfMeetingChoice *self = g_object_new (FF_TYPE_MEETING_CHOICE, NULL);

  self->label = g_strdup (label);

  return self;
}

/**
 * ff_meeting_choice_get_label:
 * @self: a meeting in the list
 *
 * Returns: (transfer none): what it is called there
 */
const char *
ff_meeting_choice_get_label (FfMeetingChoice *self)
{
  g_return_val_if_fail (FF_IS_MEETING_CHOICE (self), NULL);

  return self->label;
}

/**
 * ff_meeting_choice_get_chosen:
 * @self: a meeting in the list
 *
 * Returns: whether it is ticked
 */
gboolean
ff_meeting_choice_get_chosen (FfMeetingChoice *self)
{
  g_return_val_if_fail (FF_IS_MEETING_CHOICE (self), FALSE);

  return self->chosen;
}

/**
 * ff_meeting_choice_set_chosen:
 * @self: a meeting in the list
 * @chosen: whether it is ticked
 */
void
ff_meeting_choice_set_chosen (FfMeetingChoice *self, gboolean chosen)
{
  g_return_if_fail (FF_IS_MEETING_CHOICE (self));

  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
