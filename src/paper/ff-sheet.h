/* ff-sheet.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something laid out on pages, the same for screen, printer and PDF.
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "ff-block.h"

G_BEGIN_DECLS

#define FF_TYPE_SHEET (ff_sheet_get_type ())

G_DECLARE_FINAL_TYPE (FfSheet, ff_sheet, FF, SHEET, GObject)

typedef enum
{
  FF_SHEET_BOX_BLOCK, /* a piece of a block; the title is one too */
  FF_SHEET_BOX_CELL,  /* a frame in it: a cell, one of four boxes */
  FF_SHEET_BOX_AREA,  /* where a person writes or marks */
  FF_SHEET_BOX_TEXT,  /* the ink of letters */
  FF_SHEET_BOX_CODE,  /* a QR code with the white around it */
  FF_SHEET_BOX_WRITTEN, /* the ink of what a person wrote */
} FfSheetBoxRole;

/* Where something ended up on a page, in points from the top left, for checks that nothing is cut off or overlaps. */
typedef struct
{
  FfSheetBoxRole role;
  guint          page;
  double         x, y, width, height;
  FfBlockKind    kind; /* of the block that it belongs to */
} FfSheetBox;

typedef enum
{
  FF_AREA_TEXT,   /* to write in */
  FF_AREA_CHECK,  /* to tick */
  FF_AREA_CHOICE, /* one of several places with the same key */
} FfAreaKind;

/* A place to write or mark, in points from the top left; strings are the sheet’s. */
typedef struct
{
  FfAreaKind  kind;
  const char *key;       /* of the answer, see ff_answers_make_key() */
  const char *label;     /* what it asks for, in the sheet’s language, to be read aloud: "Doing it: benefits, line 2" */
  const char *option;    /* (nullable): the answer that this choice gives: "0" */
  const char *choice;    /* (nullable): what this choice is called aloud: "S", "7", "Preparation" */
  const char *value;     /* (nullable): the answer that is there already; of a choice, the chosen option */
  gboolean    multiline;
  double      font_size; /* of what is written there, in points */
  guint       page;
  double      x, y, width, height;
} FfSheetArea;

const char *ff_sheet_get_title     (FfSheet            *self);
const char *ff_sheet_get_summary   (FfSheet            *self); /* one sentence: what it is for */
const char *ff_sheet_get_language  (FfSheet            *self); /* BCP 47 */
gboolean    ff_sheet_is_right_to_left (FfSheet         *self);
guint       ff_sheet_get_n_pages   (FfSheet            *self);
/* In points; wider than high in landscape, so a printer needs a page set-up for each sheet. */
void        ff_sheet_get_page_size (FfSheet            *self,
                                    double             *width,
                                    double             *height);
/* Black on white; fills nothing outside the page. */
void        ff_sheet_draw_page     (FfSheet            *self,
                                    guint               page,
                                    cairo_t            *cr);
/* The same without the answers in its areas, for a PDF whose fields hold them and a screen that writes them itself. */
void        ff_sheet_draw_form     (FfSheet            *self,
                                    guint               page,
                                    cairo_t            *cr);
const FfSheetBox *ff_sheet_get_boxes (FfSheet          *self,
                                    gsize              *n_boxes);
/* In reading order: each is one "Form" of the structure that is drawn. None on a worked example. */
const FfSheetArea *ff_sheet_get_areas (FfSheet         *self,
                                    gsize              *n_areas);
/* Of each drawing in turn, which is one "Figure" of the structure, what to read aloud. */
const char *const *ff_sheet_get_figures (FfSheet       *self,
                                    gsize              *n_figures);

G_END_DECLS
