/* ff-sample-texts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of made-up data. In English only: it stands for what a group wrote itself.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of several wordings suits a programme. */
typedef enum
{
  FF_SAMPLE_VOICE_OWN,    /* somebody about their own behaviour */
  FF_SAMPLE_VOICE_FAMILY, /* somebody about a person they love */
} FfSampleVoice;

/* All (transfer full), all from @random alone. */
char *ff_sample_make_uid       (GRand          *random);
char *ff_sample_write_note     (GRand          *random,
                                FfSampleVoice   voice);
/* @day: (out): 1 = Monday to 7 = Sunday where the text leaves it to that, 0 = none */
char *ff_sample_write_item     (GRand          *random,
                                FfSampleVoice   voice,
                                guint          *day);
/* What somebody works towards, and @aim (FfAim) of it. (transfer none) */
const char *ff_sample_choose_goal    (GRand         *random,
                                      FfSampleVoice  voice,
                                      int           *aim);
const char *ff_sample_choose_helped  (GRand         *random,
                                      FfSampleVoice  voice);
const char *ff_sample_choose_consent (GRand         *random);
/* A different one for each number from 0 to 59. */
char *ff_sample_write_alias    (guint           number);

G_END_DECLS
