/* ff-check-in.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A check-in: a participant at a session, and what they brought.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN (ff_check_in_get_type ())

G_DECLARE_FINAL_TYPE (FfCheckIn, ff_check_in, FF, CHECK_IN, GObject)

#define FF_CHECK_IN_UNSAID (-1)      /* in the place of a number that nobody asked for */
#define FF_CHECK_IN_NO_URGE FF_CHECK_IN_UNSAID
#define FF_CHECK_IN_MOST_POINTS 255u /* eight of them, a bit each */

/* The numbers are in the database. */
typedef enum
{
  FF_STAGE_NOT_THINKING,
  FF_STAGE_THINKING,
  FF_STAGE_GETTING_READY,
  FF_STAGE_ACTING,
  FF_STAGE_KEEPING_UP,
  FF_STAGE_STARTING_AGAIN,
} FfStage;

typedef enum
{
  FF_AIM_ABSTINENCE,
  FF_AIM_LESS, /* less, or differently */
  FF_AIM_OTHER,
} FfAim;

typedef enum
{
  FF_CAPITAL_SOCIAL,
  FF_CAPITAL_PHYSICAL,
  FF_CAPITAL_HUMAN,
  FF_CAPITAL_CULTURAL,
} FfCapital;

#define FF_N_CAPITALS (FF_CAPITAL_CULTURAL + 1)

/* properties: all that is said below, by its name ("note", "urge", "newcomer", …); recovery capital as "social", "physical", "human", "cultural" */
FfCheckIn  *ff_check_in_new             (const char *uid); /* (nullable) */
FfCheckIn  *ff_check_in_copy            (FfCheckIn  *self);
const char *ff_check_in_get_uid         (FfCheckIn  *self);
const char *ff_check_in_get_session     (FfCheckIn  *self);
void        ff_check_in_set_session     (FfCheckIn  *self,
                                         const char *session);
const char *ff_check_in_get_participant (FfCheckIn  *self);
void        ff_check_in_set_participant (FfCheckIn  *self,
                                         const char *participant);
const char *ff_check_in_get_alias       (FfCheckIn  *self); /* the participant's, for showing; set by the store */
void        ff_check_in_set_alias       (FfCheckIn  *self,
                                         const char *alias);
const char *ff_check_in_get_note        (FfCheckIn  *self); /* what they bring; "" = nothing written */
void        ff_check_in_set_note        (FfCheckIn  *self,
                                         const char *note);
int         ff_check_in_get_urge        (FfCheckIn  *self); /* 0 to 10, or FF_CHECK_IN_UNSAID */
void        ff_check_in_set_urge        (FfCheckIn  *self,
                                         int         urge);
gboolean    ff_check_in_get_newcomer    (FfCheckIn  *self);
void        ff_check_in_set_newcomer    (FfCheckIn  *self,
                                         gboolean    newcomer);
guint       ff_check_in_get_points      (FfCheckIn  *self); /* bit n - 1: the programme's nth point was brought up */
void        ff_check_in_set_points      (FfCheckIn  *self,
                                         guint       points);
int         ff_check_in_get_balance     (FfCheckIn  *self); /* 0 to 10, or FF_CHECK_IN_UNSAID */
void        ff_check_in_set_balance     (FfCheckIn  *self,
                                         int         balance);
int         ff_check_in_get_stage       (FfCheckIn  *self); /* FfStage, or FF_CHECK_IN_UNSAID */
void        ff_check_in_set_stage       (FfCheckIn  *self,
                                         int         stage);
int         ff_check_in_get_aim         (FfCheckIn  *self); /* FfAim, or FF_CHECK_IN_UNSAID */
void        ff_check_in_set_aim         (FfCheckIn  *self,
                                         int         aim);
const char *ff_check_in_get_goal        (FfCheckIn  *self); /* what they work towards, in their own words; "" = not said */
void        ff_check_in_set_goal        (FfCheckIn  *self,
                                         const char *goal);
const char *ff_check_in_get_helped      (FfCheckIn  *self); /* what helped since last time; "" = not said */
void        ff_check_in_set_helped      (FfCheckIn  *self,
                                         const char *helped);
int         ff_check_in_get_capital     (FfCheckIn  *self,  /* 0 to 10, or FF_CHECK_IN_UNSAID */
                                         FfCapital   kind);
void        ff_check_in_set_capital     (FfCheckIn  *self,
                                         FfCapital   kind,
                                         int         capital);
void        ff_check_in_take_words      (FfCheckIn  *self,  /* all that is said in @other; not whose it is */
                                         FfCheckIn  *other);

G_END_DECLS
