/* ff-volunteer-repository.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers as lists show them, and all that is kept of one of them.
 */

#pragma once

#include "ff-store.h"
#include "ff-volunteer-row.h"

G_BEGIN_DECLS

typedef enum
{
  FF_VOLUNTEERS_BY_NAME,
  FF_VOLUNTEERS_BY_ASKED,    /* never asked first, then least recently */
  FF_VOLUNTEERS_BY_TRAINING, /* what was never done first, then what runs out first */
} FfVolunteerOrder;

#define FF_SERVING_ANY (-1)

/* Whatever is NULL, or FF_SERVING_ANY, does not matter. Texts are copied. */
typedef struct
{
  const char      *words;     /* all of which are in the name, the mail or the telephone number, case and accents aside */
  const char      *group;     /* uid, that they serve */
  const char      *role;      /* uid, that they take */
  const char      *programme; /* id; those of any programme are in it */
  int              serving;   /* FfServing or FF_SERVING_ANY */
  FfVolunteerOrder order;
} FfVolunteerFilter;

/* All of them at once, on the reader thread. @now: for who is away and which duty is the last. */
void       ff_volunteer_repository_list_async           (FfStore                 *store,
                                                         const FfVolunteerFilter *filter,
                                                         GDateTime               *now,
                                                         GCancellable            *cancellable,
                                                         GAsyncReadyCallback      callback,
                                                         gpointer                 user_data);
/* (element-type FfVolunteerRow) (transfer full) */
GPtrArray *ff_volunteer_repository_list_finish          (FfStore                 *store,
                                                         GAsyncResult            *result,
                                                         GError                 **error);
/* What those in training or active, by their roles, have to do again before @before ("2026-11-24"), or never did; never done
 * first, then what runs out first. */
void       ff_volunteer_repository_list_training_async  (FfStore                 *store,
                                                         const char              *before,
                                                         GCancellable            *cancellable,
                                                         GAsyncReadyCallback      callback,
                                                         gpointer                 user_data);
/* (element-type FfTrainingDue) (transfer full) */
GPtrArray *ff_volunteer_repository_list_training_finish (FfStore                 *store,
                                                         GAsyncResult            *result,
                                                         GError                 **error);
/* All that is kept of a volunteer, and of nobody else, as JSON for them to take along: see ff_volunteer_record_to_json(). */
void       ff_volunteer_repository_get_record_async     (FfStore                 *store,
                                                         const char              *uid,
                                                         GCancellable            *cancellable,
                                                         GAsyncReadyCallback      callback,
                                                         gpointer                 user_data);
/* (transfer full); FF_STORE_ERROR_REFUSED where they are not there any more */
char      *ff_volunteer_repository_get_record_finish    (FfStore                 *store,
                                                         GAsyncResult            *result,
                                                         GError                 **error);

G_END_DECLS
