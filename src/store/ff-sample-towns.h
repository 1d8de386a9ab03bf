/* ff-sample-towns.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where made-up groups meet: real towns, and streets and rooms that nobody will find there.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;     /* the part of it after which a group is called */
  const char *city;     /* on an envelope */
  const char *province; /* its two letters */
  const char *region;
  const char *district; /* of its health authority */
  const char *zone;
  const char *prefix;   /* of its telephone numbers */
  double latitude, longitude;
} FfSampleTown;

/* That of group @number: see ff_sample_write_name(). */
const FfSampleTown *ff_sample_get_town     (guint                number);
gboolean            ff_sample_is_french    (const FfSampleTown  *town);
/* A different one for each number from 0 to 6,399. */
char               *ff_sample_write_name   (guint                number);
/* "Evening group", from 0 to 9: see FfSampleCircle */
guint               ff_sample_get_circle   (guint                number);
/* Their number in a street of @town. (transfer full) */
char               *ff_sample_write_address (const FfSampleTown *town,
                                            GRand               *random);

G_END_DECLS
