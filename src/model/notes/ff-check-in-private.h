/* ff-check-in-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FfCheckIn share.
 */

#pragma once

#include "ff-check-in.h"

G_BEGIN_DECLS

struct _FfCheckIn
{
  GObject parent_instance;

  char *uid;
  char *session;
  char *participant;
  char *alias;
  char *note;
  int urge;
  gboolean newcomer;
  guint points;
  int balance;
  int stage;
  int aim;
  char *goal;
  char *helped;
  int capital[FF_N_CAPITALS];
};

typedef enum
{
  PROP_UID = 1,
  PROP_SESSION,
  PROP_PARTICIPANT,
  PROP_ALIAS,
  PROP_NOTE,
  PROP_URGE,
  PROP_NEWCOMER,
  PROP_POINTS,
  PROP_BALANCE,
  PROP_STAGE,
  PROP_AIM,
  PROP_GOAL,
  PROP_HELPED,
  PROP_SOCIAL,
  PROP_PHYSICAL,
  PROP_HUMAN,
  PROP_CULTURAL,
} FfCheckInProps;

extern GParamSpec *ff_check_in_properties[PROP_CULTURAL + 1];

G_END_DECLS
