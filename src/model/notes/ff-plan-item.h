/* ff-plan-item.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan item: one thing a participant means to do this week, set at one session and reviewed at the next.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_PLAN_ITEM (ff_plan_item_get_type ())

G_DECLARE_FINAL_TYPE (FfPlanItem, ff_plan_item, FF, PLAN_ITEM, GObject)

typedef enum
{
  FF_OUTCOME_OPEN,
  FF_OUTCOME_DONE,
  FF_OUTCOME_PARTLY,
  FF_OUTCOME_NOT,
  FF_OUTCOME_CHANGED,
} FfOutcome;

FfPlanItem *ff_plan_item_new             (const char *uid); /* (nullable) */
FfPlanItem *ff_plan_item_copy            (FfPlanItem *self);
const char *ff_plan_item_get_uid         (FfPlanItem *self);
const char *ff_plan_item_get_participant (FfPlanItem *self);
void        ff_plan_item_set_participant (FfPlanItem *self,
                                          const char *participant);
const char *ff_plan_item_get_alias       (FfPlanItem *self); /* for showing; set by the store */
void        ff_plan_item_set_alias       (FfPlanItem *self,
                                          const char *alias);
const char *ff_plan_item_get_set_at      (FfPlanItem *self); /* session uid */
void        ff_plan_item_set_set_at      (FfPlanItem *self,
                                          const char *session);
const char *ff_plan_item_get_text        (FfPlanItem *self);
void        ff_plan_item_set_text        (FfPlanItem *self,
                                          const char *text);
guint       ff_plan_item_get_position    (FfPlanItem *self); /* order within the person's plan, from 0 */
void        ff_plan_item_set_position    (FfPlanItem *self,
                                          guint       position);
guint       ff_plan_item_get_day         (FfPlanItem *self); /* 1 = Monday to 7 = Sunday; 0 = any day */
void        ff_plan_item_set_day         (FfPlanItem *self,
                                          guint       day);
FfOutcome   ff_plan_item_get_outcome     (FfPlanItem *self);
const char *ff_plan_item_get_reviewed_at (FfPlanItem *self); /* session uid; (nullable): NULL while open */
/* Marks how it went. FF_OUTCOME_OPEN takes the mark back. */
void        ff_plan_item_review          (FfPlanItem *self,
                                          FfOutcome   outcome,
                                          const char *session);

G_END_DECLS
