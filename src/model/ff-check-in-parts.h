/* ff-check-in-parts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check-in asks beside the name, the note and the plan.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers are in the database. */
typedef enum
{
  FF_CHECK_IN_PART_URGE = 1 << 0,     /* the strongest urge, 0 to 10 */
  FF_CHECK_IN_PART_NEWCOMER = 1 << 1, /* here for the first time */
  FF_CHECK_IN_PART_POINTS = 1 << 2,   /* which of the programme's points they brought up */
  FF_CHECK_IN_PART_BALANCE = 1 << 3,  /* balance, 0 to 10 */
  FF_CHECK_IN_PART_GOAL = 1 << 4,     /* what they work towards, in their own words */
  FF_CHECK_IN_PART_STAGE = 1 << 5,    /* of change */
  FF_CHECK_IN_PART_CAPITAL = 1 << 6,  /* the four kinds of recovery capital, 0 to 10 */
  FF_CHECK_IN_PART_HELPED = 1 << 7,   /* what helped since last time */
  FF_CHECK_IN_PART_DAYS = 1 << 8,     /* a day for each thing planned */
} FfCheckInParts;

#define FF_N_CHECK_IN_PARTS 9
#define FF_CHECK_IN_PARTS_ALL ((FfCheckInParts) ((1 << FF_N_CHECK_IN_PARTS) - 1))

const char *ff_check_in_part_get_title (FfCheckInParts part); /* translated: "Strongest urge, 0 to 10" … */

G_END_DECLS
