/* ff-writing.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person writes, and what is written there.
 */

#pragma once

#include "ff-typesetter.h"

G_BEGIN_DECLS

/* A place on a fragment's page to write or mark; positions are the page's. */
typedef struct
{
  FfAreaKind  kind;
  guint       part, row;
  gboolean    of_mark;   /* not the line's text but its mark */
  const char *label;
  guint       option;    /* of a choice */
  const char *choice;    /* (nullable): its name */
  gboolean    multiline;
  double      x, y, width, height;
} FfWriting;

#define FF_WRITING(kind_, part_, row_, label_)                                                     \
  {                                                                                                \
    .kind = (kind_), .part = (part_), .row = (row_), .label = (label_)                             \
  }

/* (nullable): what is written there, or of a choice the chosen option. */
const char  *ff_fragment_get_answer     (const FfFragment *fragment,
                                         guint             part,
                                         guint             row);
const char  *ff_typesetter_get_answer   (FfTypesetter     *typesetter, /* on the block that is being laid out */
                                         guint             part,
                                         guint             row);
/* How many rows of the block that is being laid out have to be there for what is written. */
guint        ff_typesetter_count_answers (FfTypesetter    *typesetter);

/* Begins an area, or on a worked example what is written there; returns it. What is added until the end is written by hand. */
const char  *ff_writing_begin           (const FfFragment *fragment,
                                         FfPage           *page,
                                         const FfWriting  *writing);
void         ff_writing_end             (const FfFragment *fragment,
                                         FfPage           *page);
/* An area with what is written in it, on lines that are @pitch apart, the first that far below its top; 0 for text that stands free. */
void         ff_writing_add             (const FfFragment *fragment,
                                         FfPage           *page,
                                         const FfWriting  *writing,
                                         double            pitch);
/* A place to mark, with the mark where it is made: a ring around a choice, a tick in a box. */
void         ff_writing_add_mark        (const FfFragment *fragment,
                                         FfPage           *page,
                                         const FfWriting  *writing);

/* How much room @text takes on lines of a width. */
guint        ff_writing_count_lines     (FfTypesetter     *typesetter,
                                         const char       *text, /* (nullable) */
                                         double            width);
double       ff_writing_measure         (FfTypesetter     *typesetter,
                                         const char       *text, /* (nullable) */
                                         double            width);

/* Labels to be read aloud. (transfer full) */
char        *ff_writing_label_part      (FfTypesetter     *typesetter,
                                         const char       *whole,
                                         const char       *part);
char        *ff_writing_label_line      (FfTypesetter     *typesetter,
                                         const char       *what,
                                         guint             line);  /* from 0 */
char        *ff_writing_label_row       (FfTypesetter     *typesetter,
                                         const char       *what,
                                         guint             row);   /* from 0 */

G_END_DECLS
