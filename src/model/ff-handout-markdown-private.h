/* ff-handout-markdown-private.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that read a handout's Markdown share.
 */

#pragma once

#include <cmark.h>

#include "ff-handout-private.h"

G_BEGIN_DECLS

/* One reading. Texts and lines belong to the reader. */
typedef struct
{
  FfHandout *handout;
  GPtrArray *problems;   /* (element-type FfHandoutProblem) */
  GStrv      lines;      /* of the text, from 0, without their ends */
  guint      n_lines;
  guint      title_line; /* 0 = no title yet */
  gboolean   has_about;
} FfMarkdownReader;

void     ff_markdown_reader_complain (FfMarkdownReader *reader,
                                      guint             line, /* from 1; 0 = all of it */
                                      const char       *format,
                                      ...) G_GNUC_PRINTF (3, 4);
/* Adds @block, which @form describes and which begins at @line, where it has all that it needs; says so where not, and frees it.
 * What it has too much of is left off. */
gboolean ff_markdown_reader_add      (FfMarkdownReader  *reader,
                                      guint              line,
                                      const FfBlockForm *form,
                                      FfBlock           *block); /* (transfer full) */
/* What stands there in the worked example, in the block that was added last. */
void     ff_markdown_reader_answer   (FfMarkdownReader  *reader,
                                      guint              part,
                                      guint              row,
                                      const char        *text);

/* The words of all that stands in @node, with single spaces. (transfer full) */
char    *ff_markdown_get_text        (FfMarkdownReader *reader,
                                      cmark_node       *node);
/* Words with single spaces between them. (transfer full) */
char    *ff_markdown_tidy            (const char       *text);
/* @text, tidy, without the backslashes that stand before punctuation. (transfer full) */
char    *ff_markdown_unescape        (const char       *text);
/* The first @sign in @text that no backslash stands before. (nullable) */
char    *ff_markdown_find            (char             *text,
                                      char              sign);
/* "Title | hint {3}", of which all but the title may be missing; changes @text. @brace gets what is in braces at the end. */
void     ff_markdown_read_part       (char             *text,
                                      FfBlockPart      *part,
                                      char            **brace);

/* How wide a column or field is, "3". */
void     ff_markdown_read_width      (FfMarkdownReader *reader,
                                      guint             line,
                                      const char       *text,
                                      FfBlockPart      *part);
/* A whole number from @least to @most; says so where @text is none. */
gboolean ff_markdown_read_number     (FfMarkdownReader *reader,
                                      guint             line,
                                      const char       *text,
                                      guint             least,
                                      guint             most,
                                      guint            *number);

/* A fenced block: the lines of @node are read as its name says. */
void     ff_markdown_read_fence      (FfMarkdownReader *reader,
                                      cmark_node       *node);
void     ff_markdown_read_about      (FfMarkdownReader *reader,
                                      char            **lines,
                                      guint             first_line);
/* Whether the paragraph is a table, which is read then. */
gboolean ff_markdown_read_table      (FfMarkdownReader *reader,
                                      cmark_node       *paragraph);

G_END_DECLS
