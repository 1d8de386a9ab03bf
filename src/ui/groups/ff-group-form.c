/* ff-group-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person fills in about a group, and what is still wrong with it.
 */

#include "ff-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-group-form.h"
#include "ff-link.h"
#include "ff-recurrence.h"

/* Longer than any name, short enough for every list and sheet. */
#define NAME_LENGTH_MAX 120
#define MOST_MONTHS 1200

struct _FfGroupForm
{
  GObject parent_instance;

  char *name;
  char *programme;
  char *zone;
  char *language;
  gboolean is_open;
  FfSetting setting;
  guint keep_months; /* 0 = for ever */
  char *texts[FF_N_GROUP_TEXTS];
  FfWallTime *first_meeting;
  gboolean is_first_meeting_readable;
  GDateTime *now;

  gboolean is_name_touched;
  gboolean is_valid;
  const char *name_message; /* never NULL; "" where nothing is wrong */
  const char *zone_message;
  const char *first_meeting_message;
  const char *website_message;
  const char *email_message;
};

/* The texts come first, in the order of FfGroupText. */
typedef enum
{
  PROP_TEXTS = 1,
  PROP_SETTING = PROP_TEXTS + FF_N_GROUP_TEXTS,
  PROP_KEEP_MONTHS,
  PROP_WEBSITE_MESSAGE,
  PROP_EMAIL_MESSAGE,
  PROP_NAME,
  PROP_PROGRAMME,
  PROP_ZONE,
  PROP_LANGUAGE,
  PROP_OPEN,
  PROP_FIRST_MEETING,
  PROP_FIRST_MEETING_READABLE,
  PROP_VALID,
  PROP_NAME_MESSAGE,
  PROP_ZONE_MESSAGE,
  PROP_FIRST_MEETING_MESSAGE,
} FfGroupFormProps;

static GParamSpec *properties[PROP_FIRST_MEETING_MESSAGE + 1];

static const char *const text_names[FF_N_GROUP_TEXTS] = {
  [FF_GROUP_REGION] = "region",     [FF_GROUP_DISTRICT] = "district",
  [FF_GROUP_WEBSITE] = "website",   [FF_GROUP_EMAIL] = "email",
  [FF_GROUP_PHONE] = "phone",       [FF_GROUP_NOTES] = "notes",
  [FF_GROUP_HOLIDAYS] = "holidays",
};

G_DEFINE_FINAL_TYPE (FfGroupForm, ff_group_form, G_TYPE_OBJECT)

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isgraph (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

static const char *
judge_name (FfGroupForm *self)
{
  if (is_blank (self->name))
    return _ ("Give the group a name.");

  if (g_utf8_strlen (self->name, -1) > NAME_LENGTH_MAX)
    return _ ("This name is too long. Use at most 120 characters.");

  return "";
}

static const char *
judge_zone (FfGroupForm *self)
{
  g_autoptr (GTimeZone) zone = ff_time_zone_find (self->zone, NULL);

  return zone != NULL ? "" : _ ("This time zone is not known. Choose one from the list.");
}

static const char *
judge_website (FfGroupForm *self)
{
  g_autofree char *link = ff_link_complete (self->texts[FF_GROUP_WEBSITE]);

  if (link[0] == '\0' || ff_link_is_usable (link))
    return "";

  return _ ("This is not the address of a website. It looks like https://example.org.");
}

static const char *
judge_email (FfGroupForm *self)
{
  g_autofree char *email = g_strstrip (g_strdup (self->texts[FF_GROUP_EMAIL]));
  const char *at = strchr (email, '@');

  if (email[0] == '\0'
      || (at != NULL && at != email && at[1] != '\0' && strpbrk (email, " \t,;<>") == NULL
          && strchr (at + 1, '@') == NULL))
    return "";

  return _ ("This is not an email address. It looks like group@example.org.");
}

static const char *
judge_first_meeting (FfGroupForm *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) there = NULL;
  FfWallTime today;

  if (self->first_meeting == NULL)
    return "";

  if (!self->is_first_meeting_readable)
    return _ ("Type a time like 19:00 or 7 pm.");

  zone = ff_time_zone_find (self->zone, NULL);
  if (self->now == NULL || zone == NULL)
    return "";

  there = g_date_time_to_timezone (self->now, zone);
  today = ff_wall_time_from_date_time (there);
  today.hour = 0;
  today.minute = 0;

  return ff_wall_time_compare (self->first_meeting, &today) < 0
             ? _ ("This day has passed. Choose the next meeting.")
             : "";
}

static void
set_message (FfGroupForm *self, const char **field, const char *message, FfGroupFormProps property)
{
  if (g_str_equal (*field, message))
    return;

  *field = message;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
judge (FfGroupForm *self)
{
  const char *name = judge_name (self);
  const char *zone = judge_zone (self);
  const char *first_meeting = judge_first_meeting (self);
  const char *website = judge_website (self);
  const char *email = judge_email (self);
  gboolean is_valid = *name == '\0' && *zone == '\0' && *first_meeting == '\0' && *website == '\0'
                      && *email == '\0';

  set_message (self, &self->name_message, self->is_name_touched ? name : "", PROP_NAME_MESSAGE);
  set_message (self, &self->zone_message, zone, PROP_ZONE_MESSAGE);
  set_message (self, &self->first_meeting_message, first_meeting, PROP_FIRST_MEETING_MESSAGE);
  set_message (self, &self->website_message, website, PROP_WEBSITE_MESSAGE);
  set_message (self, &self->email_message, email, PROP_EMAIL_MESSAGE);

  if (self->is_valid != is_valid)
    {
      self->is_valid = is_valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

static void
set_text (FfGroupForm *self, char **field, const GValue *value, GParamSpec *pspec)
{
  const char *text = g_value_get_string (value);

  if (!g_set_str (field, text != NULL ? text : ""))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  judge (self);
}

static void
set_flag (FfGroupForm *self, gboolean *field, const GValue *value, GParamSpec *pspec)
{
  gboolean flag = g_value_get_boolean (value);

  if (*field == flag)
    return;

  *field = flag;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  judge (self);
}

static void
set_setting (FfGroupForm *self, guint setting, GParamSpec *pspec)
{
  if (setting >= FF_N_SETTINGS || self->setting == (FfSetting) setting)
    return;

  self->setting = (FfSetting) setting;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_keep_months (FfGroupForm *self, guint months, GParamSpec *pspec)
{
  if (self->keep_months == months)
    return;

  self->keep_months = months;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_first_meeting (FfGroupForm *self, const FfWallTime *time, GParamSpec *pspec)
{
  if (time == self->first_meeting
      || (time != NULL && self->first_meeting != NULL
          && ff_wall_time_compare (time, self->first_meeting) == 0))
    return;

  g_clear_pointer (&self->first_meeting, ff_wall_time_free);
  if (time != NULL)
    self->first_meeting = ff_wall_time_copy (time);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  judge (self);
}

static void
ff_group_form_finalize (GObject *object)
{
  FfGroupForm *self = FF_GROUP_FORM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->programme, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->language, g_free);
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->first_meeting, ff_wall_time_free);
  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (ff_group_form_parent_class)->finalize (object);
}

static void
ff_group_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfGroupForm *self = FF_GROUP_FORM (object);

  if (prop_id < PROP_SETTING)
    {
      g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
      return;
    }

  switch ((FfGroupFormProps) prop_id)
    {
    case PROP_SETTING:
      g_value_set_uint (value, self->setting);
      break;

    case PROP_KEEP_MONTHS:
      g_value_set_uint (value, self->keep_months);
      break;

    case PROP_WEBSITE_MESSAGE:
      g_value_set_string (value, self->website_message);
      break;

    case PROP_EMAIL_MESSAGE:
      g_value_set_string (value, self->email_message);
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
      g_value_set_boolean (value, self->is_open);
      break;

    case PROP_FIRST_MEETING:
      g_value_set_boxed (value, self->first_meeting);
      break;

    case PROP_FIRST_MEETING_READABLE:
      g_value_set_boolean (value, self->is_first_meeting_readable);
      break;

    case PROP_VALID:
      g_value_set_boolean (value, self->is_valid);
      break;

    case PROP_NAME_MESSAGE:
      g_value_set_string (value, self->name_message);
      break;

    case PROP_ZONE_MESSAGE:
      g_value_set_string (value, self->zone_message);
      break;

    case PROP_FIRST_MEETING_MESSAGE:
      g_value_set_string (value, self->first_meeting_message);
      break;

    case PROP_TEXTS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_form_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfGroupForm *self = FF_GROUP_FORM (object);

  if (prop_id < PROP_SETTING)
    {
      set_text (self, &self->texts[prop_id - PROP_TEXTS], value, pspec);
      return;
    }

  switch ((FfGroupFormProps) prop_id)
    {
    case PROP_SETTING:
      set_setting (self, g_value_get_uint (value), pspec);
      break;

    case PROP_KEEP_MONTHS:
      set_keep_months (self, g_value_get_uint (value), pspec);
      break;

    case PROP_NAME:
      if (g_strcmp0 (self->name, g_value_get_string (value)) != 0)
        self->is_name_touched = TRUE;
      set_text (self, &self->name, value, pspec);
      break;

    case PROP_PROGRAMME:
      set_text (self, &self->programme, value, pspec);
      break;

    case PROP_ZONE:
      set_text (self, &self->zone, value, pspec);
      break;

    case PROP_LANGUAGE:
      set_text (self, &self->language, value, pspec);
      break;

    case PROP_OPEN:
      set_flag (self, &self->is_open, value, pspec);
      break;

    case PROP_FIRST_MEETING:
      set_first_meeting (self, g_value_get_boxed (value), pspec);
      break;

    case PROP_FIRST_MEETING_READABLE:
      set_flag (self, &self->is_first_meeting_readable, value, pspec);
      break;

    case PROP_TEXTS:
    case PROP_WEBSITE_MESSAGE:
    case PROP_EMAIL_MESSAGE:
    case PROP_VALID:
    case PROP_NAME_MESSAGE:
    case PROP_ZONE_MESSAGE:
    case PROP_FIRST_MEETING_MESSAGE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_form_class_init (FfGroupFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_group_form_finalize;
  object_class->get_property = ff_group_form_get_property;
  object_class->set_property = ff_group_form_set_property;

  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    properties[PROP_TEXTS + i] = g_param_spec_string (text_names[i], NULL, NULL, "", writable);
  properties[PROP_SETTING] = g_param_spec_uint ("setting", NULL, NULL, 0, G_MAXUINT, 0, writable);
  properties[PROP_KEEP_MONTHS]
      = g_param_spec_uint ("keep-months", NULL, NULL, 0, MOST_MONTHS, 0, writable);
  properties[PROP_WEBSITE_MESSAGE]
      = g_param_spec_string ("website-message", NULL, NULL, "", readable);
  properties[PROP_EMAIL_MESSAGE] = g_param_spec_string ("email-message", NULL, NULL, "", readable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", writable);
  properties[PROP_PROGRAMME] = g_param_spec_string ("programme", NULL, NULL, "", writable);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, "", writable);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "", writable);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, writable);
  properties[PROP_FIRST_MEETING]
      = g_param_spec_boxed ("first-meeting", NULL, NULL, FF_TYPE_WALL_TIME, writable);
  properties[PROP_FIRST_MEETING_READABLE]
      = g_param_spec_boolean ("first-meeting-readable", NULL, NULL, TRUE, writable);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, readable);
  properties[PROP_NAME_MESSAGE] = g_param_spec_string ("name-message", NULL, NULL, "", readable);
  properties[PROP_ZONE_MESSAGE] = g_param_spec_string ("zone-message", NULL, NULL, "", readable);
  properties[PROP_FIRST_MEETING_MESSAGE]
      = g_param_spec_string ("first-meeting-message", NULL, NULL, "", readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_group_form_init (FfGroupForm *self)
{
  self->is_first_meeting_readable = TRUE;
  self->name_message = "";
  self->zone_message = "";
  self->first_meeting_message = "";
  self->website_message = "";
  self->email_message = "";
}

/**
 * ff_group_form_new:
 * @group: (nullable): what to begin with; else a new group where this computer is
 * @now: (nullable): what time it is; a first meeting before this day is refused
 *
 * Returns: (transfer full): a form
 */
FfGroupForm *
ff_group_form_new (FfGroup *group, GDateTime *now)
{
  FfGroupForm *self = g_object_new (FF_TYPE_GROUP_FORM, NULL);
  g_autoptr (FfGroup) fresh = group == NULL ? ff_group_new (NULL) : g_object_ref (group);

  g_return_val_if_fail (group == NULL || FF_IS_GROUP (group), self);

  self->name = g_strdup (ff_group_get_name (fresh));
  self->programme = g_strdup (ff_group_get_programme (fresh));
  self->zone = group == NULL ? ff_time_zone_get_local () : g_strdup (ff_group_get_zone (fresh));
  self->language = g_strdup (ff_group_get_language (fresh));
  self->is_open = ff_group_get_open (fresh);
  self->setting = ff_group_get_setting (fresh);
  self->keep_months = ff_group_get_keep_months (fresh);
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    self->texts[i] = g_strdup (ff_group_get_text (fresh, (FfGroupText) i));
  if (now != NULL)
    self->now = g_date_time_ref (now);
  judge (self);

  return self;
}

/**
 * ff_group_form_get_valid:
 * @self: a form
 *
 * Returns: whether everything is as it must be
 */
gboolean
ff_group_form_get_valid (FfGroupForm *self)
{
  g_return_val_if_fail (FF_IS_GROUP_FORM (self), FALSE);

  return self->is_valid;
}

/**
 * ff_group_form_apply:
 * @self: a valid form
 * @group: a group
 *
 * Puts what was filled in into the group.
 */
void
ff_group_form_apply (FfGroupForm *self, FfGroup *group)
{
  g_autofree char *name = NULL;

  g_return_if_fail (FF_IS_GROUP_FORM (self) && self->is_valid);
  g_return_if_fail (FF_IS_GROUP (group));

  name = g_strstrip (g_strdup (self->name));
  ff_group_set_name (group, name);
  ff_group_set_programme (group, self->programme);
  ff_group_set_zone (group, self->zone);
  ff_group_set_language (group, self->language);
  ff_group_set_open (group, self->is_open);
  ff_group_set_setting (group, self->setting);
  ff_group_set_keep_months (group, self->keep_months);
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    {
      g_autofree char *text = i == FF_GROUP_WEBSITE ? ff_link_complete (self->texts[i])
                                                    : g_strstrip (g_strdup (self->texts[i]));

      ff_group_set_text (group, (FfGroupText) i, text);
    }
}

/**
 * ff_group_form_make_meeting:
 * @self: a valid form
 * @group: the group that it was applied to
 * @minutes: how long the meeting is
 *
 * Returns: (transfer full) (nullable): a weekly meeting from the first one on, or %NULL where no first
 *   meeting was asked for
 */
FfMeeting *
ff_group_form_make_meeting (FfGroupForm *self, FfGroup *group, guint minutes)
{
  FfMeeting *meeting;
  g_autofree char *rule = NULL;

  g_return_val_if_fail (FF_IS_GROUP_FORM (self) && self->is_valid, NULL);
  g_return_val_if_fail (FF_IS_GROUP (group), NULL);

  if (self->first_meeting == NULL)
    return NULL;

  rule = ff_recurrence_build (FF_REPEAT_WEEKLY, self->first_meeting);
  meeting = ff_meeting_new (NULL);
  ff_meeting_set_group (meeting, ff_group_get_uid (group));
  ff_meeting_set_start (meeting, self->first_meeting);
  ff_meeting_set_minutes (meeting, minutes);
  ff_meeting_set_rule (meeting, rule);
  ff_meeting_set_zone (meeting, self->zone);

  return meeting;
}
