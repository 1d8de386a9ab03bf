/* ff-rota-parts.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a rota is made of, for the files that make it.
 */

#pragma once

#include "ff-rota-duties.h"
#include "ff-rota-private.h"

G_BEGIN_DECLS

#define MINUTES_A_DAY 1440
#define MINUTES_A_WEEK (7 * MINUTES_A_DAY)

/* A date of a meeting, in the stretch or around it. */
typedef struct
{
  FfOccurrence *occurrence;
  guint group;       /* in groups; G_MAXUINT where it is not known */
  gint64 start, end; /* minutes since 1970 in UTC */
  int day;           /* of the start, on the meeting's wall, as ff_wall_time_get_julian() counts */
  FfMode mode;
  gboolean held;
  gboolean in_stretch;
  gboolean has_position;
  double latitude, longitude;
  char *address; /* folded; "" where it is not known */
} RotaDate;

/* What the clocks of one home zone show at each date. */
typedef struct
{
  char *name;
  GTimeZone *zone;
  gint64 *start, *end; /* minutes since 1970 on the wall */
  int *week, *month;
} RotaZone;

typedef struct
{
  int from, until; /* days, the last one included; or minutes of a week, the last one not */
  FfWish wish;
} RotaSpan;

typedef struct
{
  guint requirement; /* in the roster */
  int from, until;
} RotaTraining;

typedef struct
{
  FfVolunteer *volunteer;
  const RotaZone *zone;
  gboolean at_any_time;
  gboolean online_only;
  double reach;
  gboolean has_position;
  double latitude, longitude;
  guint caps[FF_N_CAPS];
  GArray *windows;   /* (element-type RotaSpan): as they were given */
  GArray *free;      /* (element-type RotaSpan): the union of these over three weeks, the middle one from 0 */
  GArray *absences;  /* (element-type RotaSpan) */
  GArray *trainings; /* (element-type RotaTraining) */
  GArray *outside;   /* (element-type guint): dates */
  double share;
  gint64 last_asked; /* µs UTC; 0 = never, as far as is known */
} RotaVolunteer;

typedef struct
{
  FfSlot *slot;
  guint date, group, role, kind;
  int holder;
  gboolean fixed;
} RotaPlace;

typedef struct
{
  guint first; /* place */
  guint n;
  GArray *eligible; /* (element-type guint) */
  GArray *choices;  /* (element-type guint) */
} RotaKind;

struct _FfRota
{
  GObject parent_instance;

  FfRoster *roster;
  GDateTime *from, *until;
  GPtrArray *groups;       /* (element-type FfGroup) */
  GHashTable *group_index; /* uid → index + 1 */
  GArray *dates;           /* (element-type RotaDate) */
  GHashTable *date_index;  /* “meeting rule-time” → index + 1 */
  GPtrArray *zones;        /* (element-type RotaZone) */
  GArray *volunteers;      /* (element-type RotaVolunteer) */
  GHashTable *volunteer_index; /* uid → index + 1 */
  GHashTable *requirement_index; /* uid → index + 1 */
  GPtrArray *role_requirements;  /* (element-type GArray of guint): of each role */
  guint16 *standing_at_group;    /* volunteers × groups: hindrances, and FF_OF_GROUP */
  guint16 *standing_in_role;     /* volunteers × roles */
  GPtrArray *slots;              /* (element-type FfSlot) */
  GArray *places;                /* (element-type RotaPlace) */
  GArray *kinds;                 /* (element-type RotaKind) */
  GHashTable *declined;          /* gint64: kind and volunteer */
  GPtrArray *assignments;        /* (element-type FfAssignment) */
  GPtrArray *astray;             /* (element-type FfAssignment) */
  FfRotaDuties *duties;          /* as they are now */
};

/* Beside the hindrances that depend on the group, none of which is that high. */
#define FF_OF_GROUP (1u << 15)

static inline RotaDate *
ff_rota_date (FfRota *self, guint date)
{
  return &g_array_index (self->dates, RotaDate, date);
}

static inline RotaVolunteer *
ff_rota_volunteer (FfRota *self, guint volunteer)
{
  return &g_array_index (self->volunteers, RotaVolunteer, volunteer);
}

static inline RotaPlace *
ff_rota_place (FfRota *self, guint slot)
{
  return &g_array_index (self->places, RotaPlace, slot);
}

static inline RotaKind *
ff_rota_kind (FfRota *self, guint kind)
{
  return &g_array_index (self->kinds, RotaKind, kind);
}

/* ff-rota-dates.c */
void         ff_rota_read_dates      (FfRota         *self,
                                      GPtrArray      *occurrences);
int          ff_rota_find_date       (FfRota         *self, /* -1 where there is none */
                                      FfAssignment   *assignment);
RotaZone    *ff_rota_add_zone        (FfRota         *self,
                                      const char     *name);
void         ff_rota_date_clear      (RotaDate       *date);
void         ff_rota_zone_free       (RotaZone       *zone);
int          ff_rota_read_day        (const char     *text, /* G_MAXINT where it is no day */
                                      int             otherwise);
int          ff_rota_get_wall_day    (gint64          minutes);
double       ff_rota_get_distance    (double          latitude, /* kilometres */
                                      double          longitude,
                                      double          other_latitude,
                                      double          other_longitude);

/* ff-rota-volunteers.c */
void         ff_rota_read_volunteers (FfRota         *self);
void         ff_rota_volunteer_clear (RotaVolunteer  *volunteer);
void         ff_rota_mark_of_group   (FfRota         *self,
                                      guint           volunteer,
                                      guint           group);

/* ff-rota-rules.c */
FfHindrances ff_rota_find_lasting    (FfRota         *self,
                                      guint           volunteer,
                                      guint           slot);
FfHindrances ff_rota_find_at_date    (FfRota         *self, /* AWAY, HOURS, ONLINE_ONLY, TOO_FAR */
                                      guint           volunteer,
                                      guint           date);
FfHindrances ff_rota_find_training   (FfRota         *self, /* UNTRAINED, LAPSED */
                                      guint           volunteer,
                                      guint           role,
                                      int             day);
FfHindrances ff_rota_find_requirement (FfRota        *self, /* likewise */
                                      guint           volunteer,
                                      guint           requirement,
                                      int             day);
gboolean     ff_rota_is_touched_by   (const RotaVolunteer *who,
                                      guint           date,
                                      const RotaSpan *absence);
gint64       ff_rota_make_declined   (guint           kind,
                                      guint           volunteer);

/* ff-rota-plan.c: as they would be; belongs to the plan */
FfRotaDuties *ff_rota_plan_get_duties (FfRotaPlan    *self);

/* ff-rota-choices.c */
void         ff_rota_make_choices    (FfRota         *self);
void         ff_rota_kind_clear      (RotaKind       *kind);

G_END_DECLS
