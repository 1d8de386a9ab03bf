/* ff-volunteer-form.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is filled in about a volunteer, and what is still wrong with it.
 */

#include "ff-config.h"

#include "ff-volunteer-form.h"

#include <glib/gi18n-lib.h>

#include "ff-volunteer-lines.h"
#include "ff-volunteer-rules.h"

#define MOST_KILOMETRES 20000
#define MOST_DUTIES 99

/* The caps are in the order of FfCap. */
enum
{
  SERVING,
  CAPS,
  REACH = CAPS + FF_N_CAPS,
  N_NUMBERS
};

enum
{
  ONLY_GROUPS,
  ONLINE_ONLY,
  N_FLAGS
};

typedef enum
{
  NAME_MESSAGE,
  MAIL_MESSAGE,
  ZONE_MESSAGE,
  ZONE_REASON,
  POSITION_MESSAGE,
  LINES_MESSAGE,
  N_MESSAGES
} Message;

struct _FfVolunteerForm
{
  GObject parent_instance;

  FfVolunteer *volunteer; /* what it began with, or a new one */
  GPtrArray *groups;
  char *chosen; /* (nullable): uid of the group */

  char *texts[FF_N_VOLUNTEER_TEXTS];
  char *position;
  guint numbers[N_NUMBERS];
  gboolean flags[N_FLAGS];
  GPtrArray *sets[FF_N_VOLUNTEER_SETS]; /* of strings */
  FfVolunteerLines *lines;

  gboolean is_name_touched;
  gboolean is_zone_given; /* by somebody: it does not follow the groups */
  gboolean is_following;  /* the zone is being set by the form itself */
  gboolean is_valid;
  const char *messages[N_MESSAGES]; /* never NULL; "" where nothing is wrong */
};

/* Blocks, each in the order of what it holds. */
typedef enum
{
  PROP_TEXTS = 1,
  PROP_NUMBERS = PROP_TEXTS + FF_N_VOLUNTEER_TEXTS,
  PROP_FLAGS = PROP_NUMBERS + N_NUMBERS,
  PROP_MESSAGES = PROP_FLAGS + N_FLAGS,
  PROP_POSITION = PROP_MESSAGES + N_MESSAGES,
  PROP_VALID,
} FfVolunteerFormProps;

static GParamSpec *properties[PROP_VALID + 1];

enum
{
  SIGNAL_SETS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const text_names[FF_N_VOLUNTEER_TEXTS] = {
  [FF_VOLUNTEER_NAME] = "name",
  [FF_VOLUNTEER_PRONOUNS] = "pronouns",
  [FF_VOLUNTEER_MAIL] = "mail",
  [FF_VOLUNTEER_PHONE] = "phone",
  [FF_VOLUNTEER_ZONE] = "zone",
  [FF_VOLUNTEER_LANGUAGE] = "language",
  [FF_VOLUNTEER_HOME] = "home",
  [FF_VOLUNTEER_EMERGENCY_NAME] = "emergency-name",
  [FF_VOLUNTEER_EMERGENCY_PHONE] = "emergency-phone",
  [FF_VOLUNTEER_NOTES] = "notes",
  [FF_VOLUNTEER_SOURCE] = "source",
};

static const char *const number_names[N_NUMBERS] = {
  [SERVING] = "serving",
  [CAPS + FF_CAP_WEEK] = "week-cap",
  [CAPS + FF_CAP_MONTH] = "month-cap",
  [CAPS + FF_CAP_IN_ROW] = "row-cap",
  [REACH] = "reach",
};

static const guint most[N_NUMBERS] = {
  [SERVING] = FF_N_SERVINGS - 1,       [CAPS + FF_CAP_WEEK] = MOST_DUTIES,
  [CAPS + FF_CAP_MONTH] = MOST_DUTIES, [CAPS + FF_CAP_IN_ROW] = MOST_DUTIES,
  [REACH] = MOST_KILOMETRES,
};

static const char *const message_names[N_MESSAGES] = {
  [NAME_MESSAGE] = "name-message",         [MAIL_MESSAGE] = "mail-message",
  [ZONE_MESSAGE] = "zone-message",         [ZONE_REASON] = "zone-reason",
  [POSITION_MESSAGE] = "position-message", [LINES_MESSAGE] = "lines-message",
};

G_DEFINE_FINAL_TYPE (FfVolunteerForm, ff_volunteer_form, G_TYPE_OBJECT)

/* --- What is wrong with it --- */

static void
say (FfVolunteerForm *self, Message message, const char *text)
{
  if (g_str_equal (self->messages[message], text))
    return;
  self->messages[message] = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGES + message]);
}

static void
judge (FfVolunteerForm *self)
{
  const char *name = ff_volunteer_rules_name (self->texts[FF_VOLUNTEER_NAME]);
  const char *mail = ff_volunteer_rules_mail (self->texts[FF_VOLUNTEER_MAIL]);
  const char *zone = ff_volunteer_rules_zone (self->texts[FF_VOLUNTEER_ZONE]);
  const char *position = ff_volunteer_rules_position (self->position);
  const char *lines = ff_volunteer_lines_get_message (self->lines);
  gboolean is_valid
      = *name == '\0' && *mail == '\0' && *zone == '\0' && *position == '\0' && *lines == '\0';

  say (self, NAME_MESSAGE, self->is_name_touched ? name : "");
  say (self, MAIL_MESSAGE, mail);
  say (self, ZONE_MESSAGE, zone);
  say (self, POSITION_MESSAGE, position);
  say (self, LINES_MESSAGE, lines);
  if (self->is_valid == is_valid)
    return;
  self->is_valid = is_valid;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

/* --- The home zone --- */

static FfGroup *
find_group (FfVolunteerForm *self, const char *uid)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (self->groups, i);

      if (g_strcmp0 (ff_group_get_uid (group), uid) == 0)
        return group;
    }
  return NULL;
}

/* That of the first group they serve, else of the one that is chosen, else the computer's. */
static void
follow_groups (FfVolunteerForm *self)
{
  GPtrArray *served = self->sets[FF_VOLUNTEER_GROUPS];
  const char *reason = _ ("As the first group they serve has it");
  g_autofree char *zone = NULL;
  FfGroup *group = NULL;

  if (self->is_zone_given)
    return;
  for (guint i = 0; i < served->len && group == NULL; i++)
    group = find_group (self, g_ptr_array_index (served, i));
  if (group == NULL)
    {
      group = find_group (self, self->chosen);
      reason = group != NULL ? _ ("As the chosen group has it") : _ ("As this computer has it");
    }
  zone = group != NULL ? g_strdup (ff_group_get_zone (group)) : ff_time_zone_get_local ();
  self->is_following = TRUE;
  g_object_set (self, "zone", zone, NULL);
  self->is_following = FALSE;
  say (self, ZONE_REASON, reason);
}

static void
give_zone (FfVolunteerForm *self)
{
  if (self->is_following)
    return;
  self->is_zone_given = TRUE;
  say (self, ZONE_REASON, "");
}

/* --- The object --- */

static void
set_text (FfVolunteerForm *self, char **field, const GValue *value, GParamSpec *pspec)
{
  const char *text = g_value_get_string (value);

  if (!g_set_str (field, text != NULL ? text : ""))
    return;
  if (field == &self->texts[FF_VOLUNTEER_NAME])
    self->is_name_touched = TRUE;
  if (field == &self->texts[FF_VOLUNTEER_ZONE])
    give_zone (self);
  judge (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_number (FfVolunteerForm *self, guint *field, guint number, GParamSpec *pspec)
{
  if (*field == number)
    return;
  *field = number;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_flag (FfVolunteerForm *self, gboolean *field, gboolean flag, GParamSpec *pspec)
{
  if (*field == flag)
    return;
  *field = flag;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ff_volunteer_form_finalize (GObject *object)
{
  FfVolunteerForm *self = FF_VOLUNTEER_FORM (object);

  g_clear_object (&self->volunteer);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self->position);
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    g_free (self->texts[i]);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    g_ptr_array_unref (self->sets[i]);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ff_volunteer_form_parent_class)->finalize (object);
}

static void
ff_volunteer_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfVolunteerForm *self = FF_VOLUNTEER_FORM (object);

  if (prop_id < PROP_NUMBERS)
    g_value_set_string (value, self->texts[prop_id - PROP_TEXTS]);
  else if (prop_id < PROP_FLAGS)
    g_value_set_uint (value, self->numbers[prop_id - PROP_NUMBERS]);
  else if (prop_id < PROP_MESSAGES)
    g_value_set_boolean (value, self->flags[prop_id - PROP_FLAGS]);
  else if (prop_id < PROP_POSITION)
    g_value_set_string (value, self->messages[prop_id - PROP_MESSAGES]);
  else if (prop_id == PROP_POSITION)
    g_value_set_string (value, self->position);
  else if (prop_id == PROP_VALID)
    g_value_set_boolean (value, self->is_valid);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ff_volunteer_form_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfVolunteerForm *self = FF_VOLUNTEER_FORM (object);

  if (prop_id < PROP_NUMBERS)
    set_text (self, &self->texts[prop_id - PROP_TEXTS], value, pspec);
  else if (prop_id < PROP_FLAGS)
    set_number (self, &self->numbers[prop_id - PROP_NUMBERS], g_value_get_uint (value), pspec);
  else if (prop_id < PROP_MESSAGES)
    set_flag (self, &self->flags[prop_id - PROP_FLAGS], g_value_get_boolean (value), pspec);
  else if (prop_id == PROP_POSITION)
    set_text (self, &self->position, value, pspec);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
ff_volunteer_form_class_init (FfVolunteerFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_volunteer_form_finalize;
  object_class->get_property = ff_volunteer_form_get_property;
  object_class->set_property = ff_volunteer_form_set_property;

  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    properties[PROP_TEXTS + i] = g_param_spec_string (text_names[i], NULL, NULL, "", writable);
  for (guint i = 0; i < N_NUMBERS; i++)
    properties[PROP_NUMBERS + i]
        = g_param_spec_uint (number_names[i], NULL, NULL, 0, most[i], 0, writable);
  properties[PROP_FLAGS + ONLY_GROUPS]
      = g_param_spec_boolean ("only-groups", NULL, NULL, FALSE, writable);
  properties[PROP_FLAGS + ONLINE_ONLY]
      = g_param_spec_boolean ("online-only", NULL, NULL, FALSE, writable);
  for (guint i = 0; i < N_MESSAGES; i++)
    properties[PROP_MESSAGES + i]
        = g_param_spec_string (message_names[i], NULL, NULL, "", readable);
  properties[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, "", writable);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_SETS_CHANGED]
      = g_signal_new ("sets-changed", FF_TYPE_VOLUNTEER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
ff_volunteer_form_init (FfVolunteerForm *self)
{
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    self->sets[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_MESSAGES; i++)
    self->messages[i] = "";
}

static void
read_volunteer (FfVolunteerForm *self)
{
  FfVolunteer *volunteer = self->volunteer;
  double latitude, longitude;

  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    self->texts[i] = g_strdup (ff_volunteer_get_text (volunteer, (FfVolunteerText) i));
  for (guint i = 0; i < FF_N_CAPS; i++)
    self->numbers[CAPS + i] = ff_volunteer_get_cap (volunteer, (FfCap) i);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    {
      const char *const *values = ff_volunteer_get_set (volunteer, (FfVolunteerSet) i);

      for (guint j = 0; values[j] != NULL; j++)
        g_ptr_array_add (self->sets[i], g_strdup (values[j]));
    }
  self->position = g_strdup ("");
  if (ff_volunteer_get_position (volunteer, &latitude, &longitude))
    {
      char text[2][G_ASCII_DTOSTR_BUF_SIZE];

      g_free (self->position);
      self->position
          = g_strdup_printf ("%s, %s",
                             g_ascii_formatd (text[0], G_ASCII_DTOSTR_BUF_SIZE, "%.6g", latitude),
                             g_ascii_formatd (text[1], G_ASCII_DTOSTR_BUF_SIZE, "%.7g", longitude));
    }
  self->numbers[SERVING] = ff_volunteer_get_serving (volunteer);
  self->numbers[REACH] = ff_volunteer_get_reach (volunteer);
  self->flags[ONLY_GROUPS] = ff_volunteer_get_only_groups (volunteer);
  self->flags[ONLINE_ONLY] = ff_volunteer_get_online_only (volunteer);
}

/**
 * ff_volunteer_form_new:
 * @volunteer: (nullable): what to begin with, or %NULL for a new one
 * @groups: (element-type FfGroup): all there are
 * @requirements: (element-type FfRequirement): all there are
 * @chosen: (nullable): the group that a new one serves at first
 * @today: the day, as 2026-11-24
 *
 * Returns: (transfer full): a form
 */
FfVolunteerForm *
ff_volunteer_form_new (FfVolunteer *volunteer,
                       GPtrArray *groups,
                       GPtrArray *requirements,
                       FfGroup *chosen,
                       const char *today)
{
  g_return_val_if_fail (volunteer == NULL || FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (groups != NULL && requirements != NULL, NULL);
  g_return_val_if_fail (chosen == NULL || FF_IS_GROUP (chosen), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  FfVolunteerForm *self = g_object_new (FF_TYPE_VOLUNTEER_FORM, NULL);

  self->volunteer = volunteer != NULL ? ff_volunteer_copy (volunteer) : ff_volunteer_new (NULL);
  self->groups = g_ptr_array_ref (groups);
  self->lines = ff_volunteer_lines_new (self->volunteer, requirements, today);
  g_signal_connect_object (self->lines, "judged", G_CALLBACK (judge), self, G_CONNECT_SWAPPED);
  read_volunteer (self);
  self->is_zone_given = *self->texts[FF_VOLUNTEER_ZONE] != '\0';
  if (chosen != NULL)
    self->chosen = g_strdup (ff_group_get_uid (chosen));
  if (volunteer == NULL && chosen != NULL)
    g_ptr_array_add (self->sets[FF_VOLUNTEER_GROUPS], g_strdup (self->chosen));
  follow_groups (self);
  judge (self);
  return self;
}

/**
 * ff_volunteer_form_get_valid:
 * @self: a form
 *
 * Returns: whether everything is as it must be
 */
gboolean
ff_volunteer_form_get_valid (FfVolunteerForm *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self), FALSE);

  return self->is_valid;
}

static gboolean
find (FfVolunteerForm *self, FfVolunteerSet set, const char *value, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->sets[set], value, g_str_equal, position);
}

/**
 * ff_volunteer_form_has:
 * @self: a form
 * @set: of what
 * @value: a uid, an id or a language
 *
 * Returns: whether it is among them
 */
gboolean
ff_volunteer_form_has (FfVolunteerForm *self, FfVolunteerSet set, const char *value)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self), FALSE);
  g_return_val_if_fail (set < FF_N_VOLUNTEER_SETS && value != NULL, FALSE);

  return find (self, set, value, NULL);
}

/**
 * ff_volunteer_form_set_has:
 * @self: a form
 * @set: of what
 * @value: a uid, an id or a language
 * @has: whether it is to be among them
 */
void
ff_volunteer_form_set_has (FfVolunteerForm *self,
                           FfVolunteerSet set,
                           const char *value,
                           gboolean has)
{
  guint position = 0;

  g_return_if_fail (FF_IS_VOLUNTEER_FORM (self));
  g_return_if_fail (set < FF_N_VOLUNTEER_SETS && value != NULL);

  if (find (self, set, value, &position) == !!has)
    return;
  if (has)
    g_ptr_array_add (self->sets[set], g_strdup (value));
  else
    g_ptr_array_remove_index (self->sets[set], position);
  if (set == FF_VOLUNTEER_GROUPS)
    follow_groups (self);
  g_signal_emit (self, signals[SIGNAL_SETS_CHANGED], 0);
}

/**
 * ff_volunteer_form_list:
 * @self: a form
 * @set: of what
 *
 * Returns: (transfer full): all, in the order in which they were added
 */
GStrv
ff_volunteer_form_list (FfVolunteerForm *self, FfVolunteerSet set)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self), NULL);
  g_return_val_if_fail (set < FF_N_VOLUNTEER_SETS, NULL);

  GStrv values = g_new0 (char *, self->sets[set]->len + 1);

  for (guint i = 0; i < self->sets[set]->len; i++)
    values[i] = g_strdup (g_ptr_array_index (self->sets[set], i));
  return values;
}

/**
 * ff_volunteer_form_get_lines:
 * @self: a form
 * @kind: of what
 *
 * Returns: (transfer none): a list of #FfVolunteerLine
 */
GListModel *
ff_volunteer_form_get_lines (FfVolunteerForm *self, FfLineKind kind)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self), NULL);
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  return ff_volunteer_lines_get (self->lines, kind);
}

/**
 * ff_volunteer_form_add_line:
 * @self: a form
 * @kind: of what
 *
 * Adds one with what is likely: the hours of the one before on the next day; an absence or a training of today.
 *
 * Returns: (transfer none): the new one
 */
FfVolunteerLine *
ff_volunteer_form_add_line (FfVolunteerForm *self, FfLineKind kind)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self), NULL);
  g_return_val_if_fail (kind < FF_N_LINE_KINDS, NULL);

  return ff_volunteer_lines_add (self->lines, kind);
}

/**
 * ff_volunteer_form_remove_line:
 * @self: a form
 * @line: one of its lines
 */
void
ff_volunteer_form_remove_line (FfVolunteerForm *self, FfVolunteerLine *line)
{
  g_return_if_fail (FF_IS_VOLUNTEER_FORM (self));
  g_return_if_fail (FF_IS_VOLUNTEER_LINE (line));

  ff_volunteer_lines_remove (self->lines, line);
}

/**
 * ff_volunteer_form_make:
 * @self: a valid form
 *
 * Returns: (transfer full): a volunteer of whom everything is as it was filled in
 */
FfVolunteer *
ff_volunteer_form_make (FfVolunteerForm *self)
{
  g_autoptr (FfVolunteer) volunteer = NULL;
  double latitude, longitude;

  g_return_val_if_fail (FF_IS_VOLUNTEER_FORM (self) && self->is_valid, NULL);

  volunteer = ff_volunteer_copy (self->volunteer);
  for (guint i = 0; i < FF_N_VOLUNTEER_TEXTS; i++)
    ff_volunteer_set_text (volunteer, (FfVolunteerText) i, self->texts[i]);
  for (guint i = 0; i < FF_N_CAPS; i++)
    ff_volunteer_set_cap (volunteer, (FfCap) i, self->numbers[CAPS + i]);
  for (guint i = 0; i < FF_N_VOLUNTEER_SETS; i++)
    {
      g_auto (GStrv) values = ff_volunteer_form_list (self, (FfVolunteerSet) i);

      ff_volunteer_set_set (volunteer, (FfVolunteerSet) i, (const char *const *) values);
    }
  if (ff_volunteer_rules_read_position (self->position, &latitude, &longitude))
    ff_volunteer_set_position (volunteer, latitude, longitude);
  else
    ff_volunteer_clear_position (volunteer);
  ff_volunteer_set_serving (volunteer, (FfServing) self->numbers[SERVING]);
  ff_volunteer_set_reach (volunteer, self->numbers[REACH]);
  ff_volunteer_set_only_groups (volunteer, self->flags[ONLY_GROUPS]);
  ff_volunteer_set_online_only (volunteer, self->flags[ONLINE_ONLY]);
  ff_volunteer_lines_write (self->lines, volunteer);
  return g_steal_pointer (&volunteer);
}
