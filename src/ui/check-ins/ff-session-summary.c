/* ff-session-summary.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as a line in a list: with its group's name and how many checked in.
 */

#include "ff-session-summary.h"

struct _FfSessionSummary
{
  GObject parent_instance;

  FfSession *session;
  char *group_name;
  guint n_check_ins;
};

typedef enum
{
  PROP_N_CHECK_INS = 1,
} FfSessionSummaryProps;

static GParamSpec *properties[PROP_N_CHECK_INS + 1];

G_DEFINE_FINAL_TYPE (FfSessionSummary, ff_session_summary, G_TYPE_OBJECT)

static void
ff_session_summary_finalize (GObject *object)
{
  FfSessionSummary *self = FF_SESSION_SUMMARY (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->group_name, g_free);
  G_OBJECT_CLASS (ff_session_summary_parent_class)->finalize (object);
}

static void
ff_session_summary_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfSessionSummary *self = FF_SESSION_SUMMARY (object);

  switch ((FfSessionSummaryProps) prop_id)
    {
    case PROP_N_CHECK_INS:
      g_value_set_uint (value, self->n_check_ins);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_session_summary_class_init (FfSessionSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ff_session_summary_finalize;
  object_class->get_property = ff_session_summary_get_property;

  properties[PROP_N_CHECK_INS] = g_param_spec_uint ("n-check-ins", NULL, NULL, 0, G_MAXUINT, 0,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_session_summary_init (FfSessionSummary *self)
{
}

/**
 * ff_session_summary_new:
 * @session: the session
 * @group_name: its group's name
 * @n_check_ins: how many checked in
 *
 * Returns: (transfer full): the summary
 */
FfSessionSummary *
ff_session_summary_new (FfSession *session, const char *group_name, guint n_check_ins)
{
  g_return_val_if_fail (FF_IS_SESSION (session), NULL);

  FfSessionSummary *self = g_object_new (FF_TYPE_SESSION_SUMMARY, NULL);

  self->session = g_object_ref (session);
  self->group_name = g_strdup (group_name);
  self->n_check_ins = n_check_ins;
  return self;
}

/**
 * ff_session_summary_get_session:
 * @self: the summary
 *
 * Returns: (transfer none): the session
 */
FfSession *
ff_session_summary_get_session (FfSessionSummary *self)
{
  g_return_val_if_fail (FF_IS_SESSION_SUMMARY (self), NULL);
  return self->session;
}

/**
 * ff_session_summary_get_group_name:
 * @self: the summary
 *
 * Returns: the group's name; "" where it is not known
 */
const char *
ff_session_summary_get_group_name (FfSessionSummary *self)
{
  g_return_val_if_fail (FF_IS_SESSION_SUMMARY (self), NULL);
  return self->group_name;
}

/**
 * ff_session_summary_get_n_check_ins:
 * @self: the summary
 *
 * Returns: how many checked in
 */
guint
ff_session_summary_get_n_check_ins (FfSessionSummary *self)
{
  g_return_val_if_fail (FF_IS_SESSION_SUMMARY (self), 0);
  return self->n_check_ins;
}

/**
 * ff_session_summary_set_n_check_ins:
 * @self: the summary
 * @n_check_ins: how many checked in
 */
void
ff_session_summary_set_n_check_ins (FfSessionSummary *self, guint n_check_ins)
{
  g_return_if_fail (FF_IS_SESSION_SUMMARY (self));

  if (self->n_check_ins == n_check_ins)
    return;
  self->n_check_ins = n_check_ins;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHECK_INS]);
}
