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
  GPtrArray   *blocks;       /* (element-type FfBlock) */
  GString     *source_names; /* title and other names before translation: people search by these too */
  FfCatalogue *catalogue;
};

G_END_DECLS
