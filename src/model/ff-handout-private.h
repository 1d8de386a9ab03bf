/* ff-handout-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader fills in of a handout.
 */

#pragma once

#include "ff-handout.h"

G_BEGIN_DECLS

struct _FfHandout
{
  GObject parent_instance;

  char        *id;
  char        *title;
  char        *summary;
  FfPoints     points;
  gboolean     landscape;
  GStrv        sources;
  GPtrArray   *other_names;  /* (element-type utf8), ending in NULL */
  FfHandoutKind kind;
  guint        minutes;      /* that it takes; 0 = not said */
  guint        least, most;  /* people; 0 = not said */
  GPtrArray   *lead;         /* (element-type utf8), ending in NULL */
  char        *origin;       /* (nullable) */
  gboolean     own;
  GPtrArray   *blocks;       /* (element-type FfBlock) */
  FfAnswers   *example;      /* (nullable) */
  GString     *source_names; /* title and other names before translation: people search by these too */
  FfCatalogue *catalogue;
};

G_END_DECLS
