/* ff-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a sheet: things in their places, ready to be drawn as often as wanted.
 */

#pragma once

#include <pango/pangocairo.h>

#include "ff-sheet.h"

G_BEGIN_DECLS

/* How strongly something is drawn; every one of them survives a photocopier. */
typedef enum
{
  FF_INK_BLACK,
  FF_INK_FRAME, /* around cells and boxes */
  FF_INK_LINE,  /* to write on */
  FF_INK_FAINT, /* what may be overwritten, such as letters in circles */
  FF_INK_PALE,  /* behind what is written */
  FF_INK_TINT,  /* behind what is printed */
  FF_INK_PAPER, /* the white that something stands on */
} FfInk;

typedef enum
{
  FF_PATH_CLOSED = 1 << 0,
  FF_PATH_DASHED = 1 << 1,
  FF_PATH_FILLED = 1 << 2,
  FF_PATH_SMOOTH = 1 << 3, /* a curve through the points, which follow each other across */
} FfPathFlags;

/* Of a rectangle; its start is where reading begins. */
typedef enum
{
  FF_CORNER_TOP_START = 1 << 0,
  FF_CORNER_TOP_END = 1 << 1,
  FF_CORNER_BOTTOM_END = 1 << 2,
  FF_CORNER_BOTTOM_START = 1 << 3,
} FfCorners;

typedef struct
{
  double x, y;
} FfPoint;

/* What the pages of a sheet note down together; the sheet's. */
typedef struct
{
  GArray       *boxes;   /* (element-type FfSheetBox) */
  GArray       *areas;   /* (element-type FfSheetArea) */
  GPtrArray    *figures; /* (element-type utf8) */
  GStringChunk *strings; /* of areas and figures */
} FfPageRecord;

typedef struct _FfPage FfPage;

/* Positions are in points from the edge where reading begins; a right-to-left page mirrors them itself. */
FfPage  *ff_page_new        (guint           number,
                             double          width,
                             gboolean        right_to_left,
                             const FfPageRecord *record); /* outlives the page; added to */
void     ff_page_free       (FfPage         *page);
/* Where a column begins: added to every x from here on. */
void     ff_page_set_origin (FfPage         *page,
                             double          x);
void     ff_page_set_kind   (FfPage         *page,
                             FfBlockKind     kind);  /* of the boxes from here on */
void     ff_page_begin      (FfPage         *page,
                             const char     *tag);   /* PDF structure: "H1", "Table" …; a string that stays */
void     ff_page_end        (FfPage         *page,
                             const char     *tag);
/* A drawing, "Figure": what is added until it ends says nothing else to those who have it read to them. */
void     ff_page_begin_figure (FfPage       *page,
                             const char     *text);  /* of the drawing, to be read aloud */
void     ff_page_end_figure (FfPage         *page);
/* What is added from here on is what a person wrote, not what is printed. */
void     ff_page_set_written (FfPage        *page,
                             gboolean        written);
/* A drawing of the answers in several areas, between begin and end. */
void     ff_page_begin_answer (FfPage       *page);
void     ff_page_end_answer (FfPage         *page);
/* @area's place is as all positions here; page and strings are the page's to set and copy. Until it ends, what is written there may be added. */
void     ff_page_begin_area (FfPage         *page,
                             const FfSheetArea *area);
void     ff_page_end_area   (FfPage         *page);
void     ff_page_add_text   (FfPage         *page,
                             PangoLayout    *layout,
                             FfInk           ink,
                             double          x,
                             double          y);
void     ff_page_add_rule   (FfPage         *page,
                             FfInk           ink,
                             double          thickness,
                             double          x,
                             double          y,
                             double          width,
                             double          height);
void     ff_page_add_frame  (FfPage         *page,
                             double          radius,
                             double          x,
                             double          y,
                             double          width,
                             double          height);
/* A light ground, to be added before what stands on it. */
void     ff_page_add_tint   (FfPage         *page,
                             FfCorners       corners, /* that are round */
                             double          radius,
                             double          x,
                             double          y,
                             double          width,
                             double          height);
void     ff_page_add_circle (FfPage         *page,
                             double          x,       /* of the square around it */
                             double          y,
                             double          diameter);
/* As a pen draws it. */
void     ff_page_add_ring   (FfPage         *page,
                             double          thickness,
                             double          x,
                             double          y,
                             double          diameter);
void     ff_page_add_disc   (FfPage         *page,
                             FfInk           ink,
                             double          x,
                             double          y,
                             double          diameter);
void     ff_page_add_path   (FfPage         *page,
                             FfInk           ink,
                             double          thickness,
                             FfPathFlags     flags,
                             const FfPoint  *points,
                             gsize           n_points);
void     ff_page_add_code   (FfPage         *page,
                             GBytes         *code,    /* see ff_qr_code_new(); drawn in the middle, quiet zone around it */
                             double          x,
                             double          y,
                             double          side);   /* with its quiet zone */
void     ff_page_add_box    (FfPage         *page,
                             FfSheetBoxRole  role,
                             double          x,
                             double          y,
                             double          width,
                             double          height);
void     ff_page_draw       (FfPage         *page,
                             cairo_t        *cr,
                             gboolean        answers); /* with what is written in its areas */

G_END_DECLS
