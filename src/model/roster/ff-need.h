/* ff-need.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of a role a meeting needs.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_NEED_MOST_PLACES 9u

/* A group’s needs hold for each of its meetings that has none of its own. */
typedef struct
{
  char    *group;    /* uid */
  char    *meeting;  /* (nullable) uid: for this meeting alone */
  char    *role;     /* uid */
  guint    places;   /* 1 to 9 */
  gboolean required; /* else it is good to have */
} FfNeed;

#define FF_TYPE_NEED (ff_need_get_type ())

GType   ff_need_get_type (void);
FfNeed *ff_need_new      (const char   *group,
                          const char   *meeting,
                          const char   *role,
                          guint         places,
                          gboolean      required);
FfNeed *ff_need_copy     (const FfNeed *self);
void    ff_need_free     (FfNeed       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfNeed, ff_need_free)

G_END_DECLS
