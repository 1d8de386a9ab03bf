/* ff-typesetter.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures and fonts of a sheet, and the fragments that its blocks come apart into where a page ends.
 */

#pragma once

#include "ff-answers.h"
#include "ff-block.h"
#include "ff-catalogue.h"
#include "ff-help-line.h"
#include "ff-page.h"
#include "ff-paper.h"

G_BEGIN_DECLS

/* Scripts that the first ones lack get a face as plain as they are. */
#define FF_FONT_FAMILIES "Adwaita Sans, Inter, Cantarell, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, sans-serif"

typedef enum
{
  FF_STYLE_TITLE,
  FF_STYLE_SUMMARY,
  FF_STYLE_HEADING,
  FF_STYLE_BODY,
  FF_STYLE_STRONG, /* labels */
  FF_STYLE_HINT,   /* under a label */
  FF_STYLE_MARK,   /* a letter or number in a circle */
  FF_STYLE_FOOT,
  FF_STYLE_SECTION, /* over several headings */
  FF_STYLE_WRITTEN, /* by a person, in a room to write */
} FfTextStyle;

/* Points. */
typedef struct
{
  double em;      /* size of the body text */
  double line;    /* height that a written line needs */
  double gap;     /* between blocks */
  double leading; /* between lines that belong together */
  double padding; /* between a frame and what it holds */
  double radius;  /* of a frame's corners */
  double mark;    /* diameter of the circle at the end of a line */
  double number;  /* diameter of a scale's circle */
  double tick;    /* side of a box to tick */
} FfMeasures;

typedef struct
{
  double x, width;
} FfSpan;

typedef struct
{
  PangoLayout *layout;
  double       x, y; /* from the fragment's top */
  FfInk        ink;
  const char  *tag;  /* (nullable): PDF structure; NULL goes on with the text before */
} FfFragmentText;

typedef enum
{
  FF_AGAIN_NEVER,
  FF_AGAIN_ROW,  /* an empty row: as often as there is room, before anything grows */
  FF_AGAIN_LINE, /* grows by a line to write on: where there is room even then */
} FfAgain;

typedef struct _FfFragment FfFragment;
typedef struct _FfTypesetter FfTypesetter;

typedef struct
{
  const FfFragment *fragment;
  double            y;      /* from the top of the text */
  double            height;
  guint             row;    /* of its block */
} FfPlacement;

/* What is behind and around a fragment and those of its block that follow it on a page, drawn before them. */
typedef void (*FfFragmentFrame) (const FfPlacement *placements,
                                 guint              n,
                                 FfPage            *page,
                                 double             y);  /* of the top of the text */

typedef void (*FfFragmentPlace) (const FfFragment *fragment,
                                 FfPage           *page,
                                 double            y,
                                 double            height,
                                 guint             row); /* which of its block's rows it is there */

/* A piece of a block that stays in one piece. */
struct _FfFragment
{
  FfBlockKind  kind;
  const void  *block;         /* the same for all fragments of a block */
  FfTypesetter *typesetter;
  guint        number;        /* of its block, for the keys of answers */
  guint        row;           /* which of the block's rows it is, where it is one */
  guint        answers;       /* lines that are there for what is written, where a person writes line by line */
  double       space_before;  /* except at the top of a page */
  double       height;        /* at least */
  double       head;          /* of which taken by text, before the room to write */
  gboolean     grows;         /* takes a share of what is left over on its page */
  double       max_height;    /* when it grows; 0 for as high as there is room */
  double       wish;          /* how high it wants to be before rows come again */
  FfAgain     repeat;        /* comes again to fill a page … */
  FfFragment  *again;         /* (unowned) (nullable): … as this one, which has no label; NULL for itself */
  gboolean     keep_with_next;
  gboolean     loosely;       /* … unless all that is kept together is more than a page has left */
  gboolean     to_fill;       /* … or rather than leave a page half empty */
  gboolean     new_page;      /* begins one */
  guint        first;         /* of its block's parts, where it begins with another than the first */
  FfFragment  *header;        /* (unowned) (nullable): comes first on each further page of the block */
  const char  *container;     /* (nullable): PDF structure around all of the block: "Table" */
  const char  *group;         /* (nullable): PDF structure around this fragment: "TR" */
  GArray      *texts;         /* (element-type FfFragmentText) */
  GArray      *spans;         /* (element-type FfSpan): columns, or lines to write on */
  const FfMeasures *measures;
  GPtrArray   *marks;         /* (element-type PangoLayout): at the end of each line */
  GBytes      *code;          /* (nullable): a QR code … */
  double       code_x, code_y, code_side; /* … and its place, from the fragment's top */
  FfFragmentPlace place;      /* (nullable): draws what is not text */
  FfFragmentFrame frame;      /* (nullable): where one begins with this fragment */
};

struct _FfTypesetter
{
  FfCatalogue  *catalogue;
  PangoContext *context;
  PangoFontMap *fonts;
  gboolean      right_to_left;
  gboolean      large_print;
  double        scale;  /* of all letters and measures */
  double        margin; /* text begins there */
  double        width;  /* of the text */
  double        height; /* of the text on a page; 0 where nothing depends on it */
  guint         number; /* of the block that is being laid out */
  FfAnswers    *answers; /* (nullable): what is written */
  gboolean      example; /* what is written is made up, so there are no areas */
  gboolean      tight;   /* as little air as does no harm */
  gboolean      screen;  /* pages are slides: a drawing has one to itself */
  gboolean      new_page; /* the next fragment begins one */
  GPtrArray    *help_lines; /* (nullable) (element-type FfHelpLine) */
  FfMeasures    measures;
  GPtrArray    *fragments; /* (element-type FfFragment) */
  GPtrArray    *spares;    /* (element-type FfFragment): come only again */
};

FfTypesetter   *ff_typesetter_new        (FfCatalogue       *catalogue,
                                          gboolean           large_print,
                                          double             margin,
                                          double             width);
/* Before anything is set. */
void            ff_typesetter_set_scale  (FfTypesetter      *self,
                                          double             scale);
/* Fonts that are loaded already, of the same sheet. */
void            ff_typesetter_share_fonts (FfTypesetter     *self,
                                          FfTypesetter      *other);
void            ff_typesetter_set_fonts   (FfTypesetter     *self,
                                          PangoFontMap     *fonts); /* of another sheet of the same thread */
void            ff_typesetter_tighten    (FfTypesetter      *self);
void            ff_typesetter_free       (FfTypesetter      *self);
PangoLayout    *ff_typesetter_text       (FfTypesetter      *self,
                                          FfTextStyle        style,
                                          const char        *text,
                                          double             width);  /* points to wrap at; negative: one line */
/* The same, its letters as much smaller as it takes to be no higher than @height. */
PangoLayout    *ff_typesetter_fit        (FfTypesetter      *self,
                                          FfTextStyle        style,
                                          const char        *text,
                                          double             width,
                                          double             height);
double          ff_typesetter_min_width  (FfTypesetter      *self,
                                          FfTextStyle        style,
                                          const char        *text);
FfFragment     *ff_typesetter_add        (FfTypesetter      *self,
                                          FfBlockKind        kind,
                                          const void        *block);
FfFragment     *ff_typesetter_add_spare  (FfTypesetter      *self,
                                          FfBlockKind        kind,
                                          const void        *block);
double          ff_typesetter_begin_page (FfTypesetter      *self,
                                          FfFragment        *fragment);
void            ff_typesetter_divide     (FfTypesetter      *self,
                                          gsize              n,
                                          const double      *weights,
                                          const double      *min_widths,
                                          double             x,
                                          double             width,
                                          GArray            *spans);  /* (element-type FfSpan): added to */
double          ff_fragment_add_text     (FfFragment        *fragment, /* returns its height */
                                          PangoLayout       *layout,   /* (transfer full) */
                                          FfInk              ink,
                                          const char        *tag,
                                          double             x,
                                          double             y);
void            ff_fragment_add_span     (FfFragment        *fragment,
                                          double             x,
                                          double             width);
const FfSpan   *ff_fragment_get_span     (const FfFragment  *fragment,
                                          guint              i);
void            ff_fragment_place        (const FfFragment  *fragment,
                                          FfPage            *page,
                                          double             x,
                                          double             y,
                                          double             width,
                                          double             height,
                                          guint              row);

/* Makes its letters smaller. */
void            ff_text_shrink           (PangoLayout       *layout,
                                          double             factor);
double          ff_text_height           (PangoLayout       *layout);
double          ff_text_width            (PangoLayout       *layout);
double          ff_text_baseline         (PangoLayout       *layout);

/* How each kind of block comes apart. */
typedef void (*FfBlockLayout)            (FfTypesetter      *typesetter,
                                          const FfBlock     *block);

void            ff_layout_drawing        (FfTypesetter      *typesetter,
                                          const FfBlock     *block,
                                          double             least_ems,
                                          double             most,
                                          FfFragmentPlace    place);
void            ff_layout_heading        (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_paragraph      (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_steps          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_checklist      (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_fields         (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_lines          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_table          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_grid           (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_scale          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_week           (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_list           (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_wheel          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_wave           (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_cycle          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_help_lines     (FfTypesetter      *typesetter,
                                          const FfBlock     *block);
void            ff_layout_break          (FfTypesetter      *typesetter,
                                          const FfBlock     *block);

G_END_DECLS
