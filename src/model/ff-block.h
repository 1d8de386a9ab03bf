/* ff-block.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One block of a handout: a heading, steps, a table to fill in …
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_BLOCK_HEADING,   /* text */
  FF_BLOCK_PARAGRAPH, /* text */
  FF_BLOCK_STEPS,     /* parts: what to do, in order */
  FF_BLOCK_CHECKLIST, /* text over it; parts: things to tick */
  FF_BLOCK_FIELDS,    /* parts: short answers side by side, each label followed by a line */
  FF_BLOCK_LINES,     /* text over it; count: lines to write on */
  FF_BLOCK_TABLE,     /* parts: columns; rows: those with a title, which stands in the first column; count: empty rows at least */
  FF_BLOCK_GRID,      /* parts: four boxes, the first two above; rows: marks at the end of each line; count: lines a box at least */
  FF_BLOCK_SCALE,     /* text before it; parts: what its two ends mean; count: highest number */
  FF_BLOCK_WEEK,      /* parts: columns; rows: days; count: lines a day at least */
  FF_BLOCK_LIST,      /* parts: things that are said, with a dot before each */
  FF_BLOCK_WHEEL,     /* text over it; parts: areas of life around a wheel; count: highest number on each spoke */
  FF_BLOCK_WAVE,      /* text over it; parts: what goes across and what goes up; count: minutes; strength is always 0 to 10 */
  FF_BLOCK_CYCLE,     /* text over it; parts: stages around a ring, to find one’s own */
  FF_BLOCK_HELP_LINES, /* text over it; the group’s own, or count empty lines to write them on */
  FF_BLOCK_BREAK,     /* what follows begins a new page */
} FfBlockKind;

/* How much a row stands out. */
typedef enum
{
  FF_EMPHASIS_NONE,
  FF_EMPHASIS_HINT, /* its hint is no smaller than its title */
  FF_EMPHASIS_ROW,  /* a mark beside it: it is not to be passed over */
} FfEmphasis;

/* A step, a column, a box, a day: whatever its block consists of. */
typedef struct
{
  char  *title;
  char  *hint;   /* (nullable): smaller, under the title */
  FfEmphasis emphasis; /* of a row */
  double weight; /* its share of the width */
} FfBlockPart;

/* Never changed once its handout is read. */
typedef struct
{
  FfBlockKind kind;
  char       *text;  /* (nullable) */
  guint       count;
  GPtrArray  *parts; /* (element-type FfBlockPart): never NULL */
  GPtrArray  *rows;  /* (element-type FfBlockPart): never NULL */
  gboolean    curve;  /* a wave: a typical course is drawn lightly */
} FfBlock;

FfBlock           *ff_block_new           (FfBlockKind     kind);
void               ff_block_free          (FfBlock        *block);
const FfBlockPart *ff_block_get_part      (const FfBlock  *block,
                                           guint           i);
const FfBlockPart *ff_block_get_row       (const FfBlock  *block,
                                           guint           i);
FfBlockPart       *ff_block_part_new      (void);
void               ff_block_part_free     (FfBlockPart    *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBlock, ff_block_free)

/* How a kind is written in a handout's XML. */
typedef struct
{
  FfBlockKind kind;
  const char *element;
  gboolean    has_text;            /* its text is the element's own */
  gboolean    has_label;           /* its text is in a <label> */
  const char *part;                /* (nullable): the element of each part */
  guint       min_parts, max_parts;
  gboolean    titled_parts;        /* parts hold a <title> and perhaps a <hint>, else text */
  gboolean    mixed_parts;         /* parts hold either */
  gboolean    weighted_parts;      /* parts may say width="…" */
  const char *row;                 /* (nullable): the element of each row */
  guint       min_rows, max_rows;
  gboolean    titled_rows;         /* as with parts */
  const char *count;               /* (nullable): the attribute that gives the count */
  guint       min_count, max_count;
  guint       max_answers;         /* of the worked example, to a part; or to the block where it has no parts; 0 = none */
  const char *answer;              /* (nullable): the attribute that gives the block's one answer, a number up to max_answers */
  const char *part_answers[2];     /* (nullable): attributes that give a part's answers, numbers up to its count, or "yes" where there is one */
} FfBlockForm;

const FfBlockForm *ff_block_form_find     (const char     *element); /* (nullable) */
const FfBlockForm *ff_block_form_get      (FfBlockKind     kind);    /* (nullable) */

G_END_DECLS
