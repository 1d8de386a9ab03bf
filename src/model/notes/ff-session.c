/* ff-session.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session: what happened at one date of a meeting.
 */

#include "ff-session.h"

struct _FfSession
{
  GObject parent_instance;

  char *uid;
  char *group;
  char *meeting;
  FfWallTime rule_time;
  FfWallTime start;
  guint unnamed;
  guint unnamed_newcomers;
  guint named;
  guint named_newcomers;
  GStrv handouts;
  GHashTable *copies; /* handout → how many, for those of which any were given */
};

typedef enum
{
  PROP_UID = 1,
  PROP_GROUP,
  PROP_MEETING,
  PROP_RULE_TIME,
  PROP_START,
  PROP_UNNAMED,
  PROP_UNNAMED_NEWCOMERS,
  PROP_ATTENDANCE,
  PROP_NEWCOMERS,
  PROP_HANDOUTS,
} FfSessionProps;

static GParamSpec *properties[PROP_HANDOUTS + 1];

G_DEFINE_FINAL_TYPE (FfSession, ff_session, G_TYPE_OBJECT)

static void
ff_session_constructed (GObject *object)
{
  FfSession *self = FF_SESSION (object);

  if (self->uid == NULL)
    self->uid = g_uuid_string_random ();

  G_OBJECT_CLASS (ff_session_parent_class)->constructed (object);
}

static void
ff_session_finalize (GObject *object)
{
  FfSession *self = FF_SESSION (object);

  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->meeting, g_free);
  g_clear_pointer (&self->handouts, g_strfreev);
  g_clear_pointer (&self->copies, g_hash_table_unref);

  G_OBJECT_CLASS (ff_session_parent_class)->finalize (object);
}

static void
ff_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfSession *self = FF_SESSION (object);

  switch ((FfSessionProps) prop_id)
    {
    case PROP_UID:
      g_value_set_string (value, self->uid);
      break;

    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;

    case PROP_MEETING:
      g_value_set_string (value, self->meeting);
      break;

    case PROP_RULE_TIME:
      g_value_set_boxed (value, &self->rule_time);
      break;

    case PROP_START:
      g_value_set_boxed (value, &self->start);
      break;

    case PROP_UNNAMED:
      g_value_set_uint (value, self->unnamed);
      break;

    case PROP_UNNAMED_NEWCOMERS:
      g_value_set_uint (value, self->unnamed_newcomers);
      break;

    case PROP_ATTENDANCE:
      g_value_set_uint (value, ff_session_get_attendance (self));
      break;

    case PROP_NEWCOMERS:
      g_value_set_uint (value, ff_session_get_newcomers (self));
      break;

    case PROP_HANDOUTS:
      g_value_set_boxed (value, self->handouts);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfSession *self = FF_SESSION (object);

  switch ((FfSessionProps) prop_id)
    {
    case PROP_UID:
      self->uid = g_value_dup_string (value);
      break;

    case PROP_GROUP:
      ff_session_set_group (self, g_value_get_string (value));
      break;

    case PROP_MEETING:
      ff_session_set_meeting (self, g_value_get_string (value));
      break;

    case PROP_RULE_TIME:
      ff_session_set_rule_time (self, g_value_get_boxed (value));
      break;

    case PROP_START:
      ff_session_set_start (self, g_value_get_boxed (value));
      break;

    case PROP_UNNAMED:
      ff_session_set_unnamed (self, g_value_get_uint (value));
      break;

    case PROP_UNNAMED_NEWCOMERS:
      ff_session_set_unnamed_newcomers (self, g_value_get_uint (value));
      break;

    case PROP_HANDOUTS:
      ff_session_set_handouts (self, g_value_get_boxed (value));
      break;

    case PROP_ATTENDANCE:
    case PROP_NEWCOMERS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_session_class_init (FfSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags write = read | G_PARAM_WRITABLE;

  object_class->constructed = ff_session_constructed;
  object_class->finalize = ff_session_finalize;
  object_class->get_property = ff_session_get_property;
  object_class->set_property = ff_session_set_property;

  properties[PROP_UID]
      = g_param_spec_string ("uid", NULL, NULL, NULL, write | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "", write);
  properties[PROP_MEETING] = g_param_spec_string ("meeting", NULL, NULL, NULL, write);
  properties[PROP_RULE_TIME]
      = g_param_spec_boxed ("rule-time", NULL, NULL, FF_TYPE_WALL_TIME, write);
  properties[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, FF_TYPE_WALL_TIME, write);
  properties[PROP_UNNAMED] = g_param_spec_uint ("unnamed", NULL, NULL, 0, G_MAXUINT, 0, write);
  properties[PROP_UNNAMED_NEWCOMERS]
      = g_param_spec_uint ("unnamed-newcomers", NULL, NULL, 0, G_MAXUINT, 0, write);
  properties[PROP_ATTENDANCE] = g_param_spec_uint ("attendance", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_NEWCOMERS] = g_param_spec_uint ("newcomers", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_HANDOUTS] = g_param_spec_boxed ("handouts", NULL, NULL, G_TYPE_STRV, write);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_session_init (FfSession *self)
{
  self->group = g_strdup ("");
  self->handouts = g_new0 (char *, 1);
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * ff_session_new:
 * @uid: (nullable): the UUID it has in the store; %NULL makes a new one up
 *
 * Returns: (transfer full): a session of no group yet, to which nobody came
 */
FfSession *
ff_session_new (const char *uid)
{
  return g_object_new (FF_TYPE_SESSION, "uid", uid, NULL);
}

/**
 * ff_session_copy:
 *
 * Copies everything, the key too, so that a writer can work on it while the person goes on.
 *
 * Returns: (transfer full): another object that says the same
 */
FfSession *
ff_session_copy (FfSession *self)
{
  FfSession *copy;

  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  copy = ff_session_new (self->uid);
  g_set_str (&copy->group, self->group);
  g_set_str (&copy->meeting, self->meeting);
  copy->rule_time = self->rule_time;
  copy->start = self->start;
  copy->unnamed = self->unnamed;
  copy->unnamed_newcomers = self->unnamed_newcomers;
  copy->named = self->named;
  copy->named_newcomers = self->named_newcomers;
  ff_session_take_handouts (copy, self);

  return copy;
}

/**
 * ff_session_get_uid:
 *
 * Returns: (transfer none): its UUID
 */
const char *
ff_session_get_uid (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return self->uid;
}

/**
 * ff_session_get_group:
 *
 * Returns: (transfer none): the UUID of its group
 */
const char *
ff_session_get_group (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return self->group;
}

void
ff_session_set_group (FfSession *self, const char *group)
{
  g_return_if_fail (FF_IS_SESSION (self));

  if (g_set_str (&self->group, group != NULL ? group : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

/**
 * ff_session_get_meeting:
 *
 * Returns: (transfer none) (nullable): the UUID of its meeting; %NULL once that was deleted
 */
const char *
ff_session_get_meeting (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return self->meeting;
}

void
ff_session_set_meeting (FfSession *self, const char *meeting)
{
  g_return_if_fail (FF_IS_SESSION (self));

  if (g_set_str (&self->meeting, meeting))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEETING]);
}

/**
 * ff_session_get_rule_time:
 *
 * Returns: (transfer none): with the meeting, the key of the occurrence; not valid until it is set
 */
const FfWallTime *
ff_session_get_rule_time (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return &self->rule_time;
}

void
ff_session_set_rule_time (FfSession *self, const FfWallTime *rule_time)
{
  g_return_if_fail (FF_IS_SESSION (self));
  g_return_if_fail (rule_time != NULL && ff_wall_time_is_valid (rule_time));

  if (ff_wall_time_compare (&self->rule_time, rule_time) == 0)
    return;

  self->rule_time = *rule_time;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RULE_TIME]);
}

/**
 * ff_session_get_start:
 *
 * Returns: (transfer none): when it really began, in wall time; not valid until it is set
 */
const FfWallTime *
ff_session_get_start (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return &self->start;
}

void
ff_session_set_start (FfSession *self, const FfWallTime *start)
{
  g_return_if_fail (FF_IS_SESSION (self));
  g_return_if_fail (start != NULL && ff_wall_time_is_valid (start));

  if (ff_wall_time_compare (&self->start, start) == 0)
    return;

  self->start = *start;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START]);
}

/**
 * ff_session_get_unnamed:
 *
 * Returns: how many people came without giving a name
 */
guint
ff_session_get_unnamed (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), 0);

  return self->unnamed;
}

void
ff_session_set_unnamed (FfSession *self, guint unnamed)
{
  g_return_if_fail (FF_IS_SESSION (self));

  if (self->unnamed == unnamed)
    return;

  self->unnamed = unnamed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNNAMED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENDANCE]);
}

/**
 * ff_session_get_unnamed_newcomers:
 *
 * Returns: how many of those without a name were here for the first time
 */
guint
ff_session_get_unnamed_newcomers (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), 0);

  return self->unnamed_newcomers;
}

void
ff_session_set_unnamed_newcomers (FfSession *self, guint newcomers)
{
  g_return_if_fail (FF_IS_SESSION (self));

  if (self->unnamed_newcomers == newcomers)
    return;

  self->unnamed_newcomers = newcomers;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNNAMED_NEWCOMERS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEWCOMERS]);
}

/**
 * ff_session_set_named:
 * @people: how many have a check-in
 * @newcomers: how many of these were here for the first time
 *
 * For the store, and for who keeps the check-ins.
 */
void
ff_session_set_named (FfSession *self, guint people, guint newcomers)
{
  gboolean more_or_fewer, more_or_fewer_new;

  g_return_if_fail (FF_IS_SESSION (self));

  more_or_fewer = self->named != people;
  more_or_fewer_new = self->named_newcomers != newcomers;
  self->named = people;
  self->named_newcomers = newcomers;
  if (more_or_fewer)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENDANCE]);
  if (more_or_fewer_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEWCOMERS]);
}

/**
 * ff_session_get_attendance:
 *
 * Returns: how many people came, those with a check-in and those without a name
 */
guint
ff_session_get_attendance (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), 0);

  return self->named + self->unnamed;
}

/**
 * ff_session_get_newcomers:
 *
 * Returns: how many of them were here for the first time
 */
guint
ff_session_get_newcomers (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), 0);

  return self->named_newcomers + self->unnamed_newcomers;
}

/**
 * ff_session_get_handouts:
 *
 * Returns: (transfer none): the ids of the tools chosen for it, in order; never %NULL
 */
const char *const *
ff_session_get_handouts (FfSession *self)
{
  g_return_val_if_fail (FF_IS_SESSION (self), NULL);

  return (const char *const *) self->handouts;
}

/* How many were given of those that are not chosen any more is forgotten. */
static gboolean
is_not_chosen (gpointer handout, gpointer copies, gpointer session)
{
  return !g_strv_contains ((const char *const *) ((FfSession *) session)->handouts, handout);
}

/**
 * ff_session_set_handouts:
 * @handouts: (nullable): the ids of the tools chosen for it, in order
 *
 * How many copies were given of those that stay is kept.
 */
void
ff_session_set_handouts (FfSession *self, const char *const *handouts)
{
  const char *const none[] = { NULL };
  GStrv copy;

  g_return_if_fail (FF_IS_SESSION (self));

  if (handouts == NULL)
    handouts = none;
  if (g_strv_equal ((const char *const *) self->handouts, handouts))
    return;

  copy = g_strdupv ((GStrv) handouts);
  g_strfreev (self->handouts);
  self->handouts = copy;
  g_hash_table_foreach_remove (self->copies, is_not_chosen, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HANDOUTS]);
}

/**
 * ff_session_get_copies:
 * @handout: the id of a tool
 *
 * Returns: how many copies of it were given; 0 where none was yet
 */
guint
ff_session_get_copies (FfSession *self, const char *handout)
{
  g_return_val_if_fail (FF_IS_SESSION (self), 0);
  g_return_val_if_fail (handout != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->copies, handout));
}

/**
 * ff_session_set_copies:
 * @handout: the id of one of the tools chosen for it; any other is passed over
 * @copies: how many were given; 0 for none
 */
void
ff_session_set_copies (FfSession *self, const char *handout, guint copies)
{
  g_return_if_fail (FF_IS_SESSION (self));
  g_return_if_fail (handout != NULL);

  if (ff_session_get_copies (self, handout) == copies
      || !g_strv_contains ((const char *const *) self->handouts, handout))
    return;

  if (copies > 0)
    g_hash_table_insert (self->copies, g_strdup (handout), GUINT_TO_POINTER (copies));
  else
    g_hash_table_remove (self->copies, handout);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HANDOUTS]);
}

/**
 * ff_session_take_handouts:
 * @other: the same session as it is elsewhere
 *
 * Takes over the tools chosen there, and how many copies of each were given.
 */
void
ff_session_take_handouts (FfSession *self, FfSession *other)
{
  g_return_if_fail (FF_IS_SESSION (self) && FF_IS_SESSION (other));

  ff_session_set_handouts (self, (const char *const *) other->handouts);
  for (guint i = 0; self->handouts[i] != NULL; i++)
    ff_session_set_copies (self, self->handouts[i],
                           ff_session_get_copies (other, self->handouts[i]));
}
