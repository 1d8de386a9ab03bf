/* ff-person-terms.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a person's check-in, in words, the same on paper and on the screen.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

/* Something that was said, and what it is about. */
typedef struct
{
  const char *title; /* (nullable): the catalogue's */
  char       *text;
} FfPersonLine;

/* "Here for the first time · Urge 6 · Balance 4"; "" where none of it was said. */
char      *ff_person_terms_describe_values (FfCatalogue       *catalogue,
                                            FfCheckIn         *check_in);
/* "Tuesday: Walk · Done" */
char      *ff_person_terms_describe_item   (FfCatalogue       *catalogue,
                                            FfPlanItem        *item);
/* "Less, or differently · Getting ready" */
char      *ff_person_terms_describe_change (FfCatalogue       *catalogue,
                                            FfCheckIn         *check_in);
char      *ff_person_terms_describe_capital (FfCatalogue      *catalogue,
                                            FfCheckIn         *check_in);
/* All of an entry but its values. (element-type FfPersonLine) (transfer full) */
GPtrArray *ff_person_terms_list            (FfCatalogue       *catalogue,
                                            FfPersonEntry     *entry,
                                            const char *const *points); /* (nullable): the programme's */

G_END_DECLS
