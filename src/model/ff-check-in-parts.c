/* ff-check-in-parts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check-in asks beside the name, the note and the plan.
 */

#include "ff-check-in-parts.h"

#include "ff-config.h"

#include <glib/gi18n-lib.h>

/**
 * ff_check_in_part_get_title:
 * @part: exactly one part
 *
 * Returns: (transfer none): what is asked, translated
 */
const char *
ff_check_in_part_get_title (FfCheckInParts part)
{
  switch (part)
    {
    case FF_CHECK_IN_PART_URGE:
      return _ ("Strongest urge, 0 to 10");
    case FF_CHECK_IN_PART_NEWCOMER:
      return _ ("Here for the first time");
    case FF_CHECK_IN_PART_POINTS:
      return _ ("What they brought up, by point");
    case FF_CHECK_IN_PART_BALANCE:
      return _ ("Balance, 0 to 10");
    case FF_CHECK_IN_PART_GOAL:
      return _ ("Goal, in their own words");
    case FF_CHECK_IN_PART_STAGE:
      return _ ("Stage of change");
    case FF_CHECK_IN_PART_CAPITAL:
      return _ ("Recovery capital, 0 to 10");
    case FF_CHECK_IN_PART_HELPED:
      return _ ("What helped since last time");
    case FF_CHECK_IN_PART_DAYS:
      return _ ("A day for each thing planned");
    default:
      g_return_val_if_reached ("");
    }
}
