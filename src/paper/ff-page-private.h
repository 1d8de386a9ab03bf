/* ff-page-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page holds until it is drawn.
 */

#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ITEM_BEGIN,
  FF_ITEM_END,
  FF_ITEM_TEXT,
  FF_ITEM_RULE,
  FF_ITEM_FRAME,
  FF_ITEM_CIRCLE,
  FF_ITEM_PATH,
  FF_ITEM_CODE,
  FF_ITEM_TINT,
} FfItemKind;

typedef struct
{
  FfItemKind   kind;
  FfInk        ink;
  gboolean     answer;  /* in an area: not drawn where a field of a PDF holds it */
  double       x, y, width, height;
  double       size;    /* thickness of a line, radius of a frame's corners */
  const char  *tag;
  PangoLayout *layout;
  GBytes      *code;
  FfPathFlags  flags;
  FfCorners    corners; /* of a tint that are round; start is left */
  GArray      *points;  /* (element-type FfPoint) */
} FfItem;

struct _FfPage
{
  guint               number;
  double              width;
  double              origin;
  gboolean            right_to_left;
  gboolean            written; /* what is added now */
  gboolean            in_area;
  FfBlockKind         kind;
  GArray             *items; /* (element-type FfItem) */
  const FfPageRecord *record;
};

G_END_DECLS
