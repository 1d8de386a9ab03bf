/* ff-test-rota-checker-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rooms of the checker share: dates, and how they look on the wall at a volunteer’s home.
 */

#pragma once

#include "ff-test-rota-checker.h"

G_BEGIN_DECLS

typedef struct
{
  FfOccurrence *occurrence;
  gboolean held;
  gint64 start, end; /* seconds of the epoch */
  char day[11];      /* of the start, on the meeting’s wall */
  FfMode mode;
  const char *address;
  gboolean known;
  double latitude, longitude;
} FfTestRotaDate;

/* One date at home. Minutes and days count from the first day of year 1, a Monday. */
typedef struct
{
  gint64 start, end; /* minutes on the wall */
  int first, last;   /* days touched */
  int week, month;   /* of the start */
} FfTestRotaAtHome;

typedef struct
{
  FfVolunteer *volunteer;
  FfTestRotaAtHome *at_home; /* one a date, shared by all of a zone */
  GArray *outer;             /* of guint: dates */
  int weeks, months;         /* that the stretch touches */
  double share;              /* worked out when asked for; < 0: not yet */
} FfTestRotaPerson;

struct _FfTestRotaChecker
{
  FfTestRotaMade *made;
  GArray *dates;       /* of FfTestRotaDate */
  GHashTable *by_key;  /* of a date: its number + 1 */
  GArray *places;      /* of FfTestRotaPlace */
  GHashTable *by_name; /* of a place: its number + 1 */
  GHashTable *zones;   /* id: FfTestRotaAtHome of each date */
  GHashTable *persons; /* FfVolunteer: FfTestRotaPerson */
  GHashTable *declined; /* set of “place without number ‖ volunteer” */
  GHashTable *familiar; /* set of “group ‖ volunteer” */
};

static inline FfTestRotaDate *
ff_test_rota_date (FfTestRotaChecker *self, guint date)
{
  return &g_array_index (self->dates, FfTestRotaDate, date);
}

static inline FfTestRotaPlace *
ff_test_rota_place (FfTestRotaChecker *self, guint place)
{
  return &g_array_index (self->places, FfTestRotaPlace, place);
}

static inline FfTestRotaPerson *
ff_test_rota_person (FfTestRotaChecker *self, FfVolunteer *volunteer)
{
  FfTestRotaPerson *person = g_hash_table_lookup (self->persons, volunteer);

  g_assert_nonnull (person);
  return person;
}

static inline FfTestRotaAtHome *
ff_test_rota_at_home (FfTestRotaChecker *self, FfVolunteer *volunteer, guint date)
{
  return &ff_test_rota_person (self, volunteer)->at_home[date];
}

void      ff_test_rota_look_from_home (GDateTime        *start,
                                       GDateTime        *end,
                                       GTimeZone        *zone,
                                       FfTestRotaAtHome *at_home);
int       ff_test_rota_parse_day      (const char       *day);
char     *ff_test_rota_make_date_key   (FfOccurrence     *date);
char     *ff_test_rota_make_place_name (const char       *date,
                                       const char       *role,
                                       guint             place);
char     *ff_test_rota_make_declined_key (FfOccurrence  *date,
                                       const char       *role,
                                       const char       *volunteer);
gboolean  ff_test_rota_clash          (FfTestRotaChecker *self,
                                       FfVolunteer      *volunteer,
                                       guint             a,
                                       guint             b);
gboolean  ff_test_rota_is_too_close   (FfTestRotaChecker *self,
                                       FfVolunteer      *volunteer,
                                       guint             a,
                                       guint             b);

G_END_DECLS
