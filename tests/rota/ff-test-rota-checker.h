/* ff-test-rota-checker.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks against whom and how good a plan is, worked out a second time from the roster alone.
 */

#pragma once

#include "ff-rota-plan.h"
#include "ff-test-rota-made.h"

G_BEGIN_DECLS

/* Shares no code with src/rota: it reads what was made up, and lays out days, weeks and hours with GDateTime. */
typedef struct _FfTestRotaChecker FfTestRotaChecker;

typedef struct
{
  guint date; /* of the checker’s dates */
  FfGroup *group;
  FfRole *role;
  guint place;
  gboolean required;
  FfVolunteer *before; /* (nullable): who has it */
  gboolean fixed;
} FfTestRotaPlace;

FfTestRotaChecker     *ff_test_rota_checker_new   (FfTestRotaMade    *made);
void                   ff_test_rota_checker_free  (FfTestRotaChecker *self);
/* A volunteer was changed. */
void                   ff_test_rota_checker_read_again (FfTestRotaChecker *self,
                                                   FfVolunteer       *volunteer);
GPtrArray             *ff_test_rota_checker_get_volunteers (FfTestRotaChecker *self);
guint                  ff_test_rota_checker_count (FfTestRotaChecker *self);
const FfTestRotaPlace *ff_test_rota_checker_get   (FfTestRotaChecker *self,
                                                   guint              place);
FfOccurrence          *ff_test_rota_checker_get_date (FfTestRotaChecker *self,
                                                   guint              date);
/* -1 where there is no such place. */
int                    ff_test_rota_checker_find  (FfTestRotaChecker *self,
                                                   FfSlot            *slot);
char                  *ff_test_rota_checker_make_title (FfTestRotaChecker *self,
                                                   guint              place);

/* A plan is one (nullable) FfVolunteer for each of the checker’s places, in their order. (transfer container) */
GPtrArray             *ff_test_rota_checker_list_before (FfTestRotaChecker *self);
GPtrArray             *ff_test_rota_checker_read_plan (FfTestRotaChecker *self,
                                                   FfRotaPlan        *plan);
/* What does not depend on other duties. */
FfHindrances           ff_test_rota_checker_find_lasting (FfTestRotaChecker *self,
                                                   guint              place,
                                                   FfVolunteer       *volunteer);
/* All, everything else being as in @plan. */
FfHindrances           ff_test_rota_checker_find_hindrances (FfTestRotaChecker *self,
                                                   guint              place,
                                                   FfVolunteer       *volunteer,
                                                   GPtrArray         *plan);
/* The same where the dates of the other duties are known. (element-type guint) */
FfHindrances           ff_test_rota_checker_find_among (FfTestRotaChecker *self,
                                                   guint              place,
                                                   FfVolunteer       *volunteer,
                                                   GArray            *duties);
/* Dates of duties that no plan of these places changes. (element-type guint) (transfer none) */
GArray                *ff_test_rota_checker_get_outer (FfTestRotaChecker *self,
                                                   FfVolunteer       *volunteer);
/* Every rule that @plan breaks, a sentence each. (element-type utf8) (transfer full) */
GPtrArray             *ff_test_rota_checker_list_broken (FfTestRotaChecker *self,
                                                   GPtrArray         *plan);
double                 ff_test_rota_checker_get_share (FfTestRotaChecker *self,
                                                   FfVolunteer       *volunteer);
double                 ff_test_rota_checker_measure (FfTestRotaChecker *self,
                                                   GPtrArray         *plan,
                                                   FfLevel            level);
/* What one place adds to the levels below fairness. */
gboolean               ff_test_rota_checker_is_stranger (FfTestRotaChecker *self,
                                                   guint              place,
                                                   FfVolunteer       *volunteer);
FfWish                 ff_test_rota_checker_find_wish (FfTestRotaChecker *self,
                                                   guint              place,
                                                   FfVolunteer       *volunteer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTestRotaChecker, ff_test_rota_checker_free)

G_END_DECLS
