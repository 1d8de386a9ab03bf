/* ff-handout-reading.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reading of a handout's XML is, for those who read its elements.
 */

#pragma once

#include "ff-handout.h"

G_BEGIN_DECLS

typedef struct
{
  FfHandout *handout;
  const char *name; /* of the file */
  GMarkupParseContext *parser;
  guint line; /* being parsed, from 1 */

  gboolean leading; /* inside <lead> */
  FfBlock *block;   /* being read, not yet the handout's */
  const FfBlockForm *form;
  FfBlockPart *part; /* being read, a part or a row; owned by @block */
  const char *part_element;
  gboolean part_titled;    /* it has elements inside, else its text is its title */
  guint n_answers;         /* of @part, or of the block where it has none */
  char *programme;         /* of an outline */
  char **destination;      /* where the text of the innermost element goes */
  char *list_text;         /* destination of each <name>, <lead> step and <answer> */
  char *context;           /* of that text, for its translation */
  GString *text;
} FfHandoutReading;

gboolean    ff_handout_reading_fail             (FfHandoutReading  *self,   /* always FALSE */
                                                 GError           **error,
                                                 const char        *format,
                                                 ...) G_GNUC_PRINTF (3, 4);
gboolean    ff_handout_reading_check_attributes (FfHandoutReading  *self,
                                                 const char        *element,
                                                 const char       **names,
                                                 const char *const *allowed,
                                                 GError           **error);
const char *ff_handout_reading_find_attribute   (const char       **names,
                                                 const char       **values,
                                                 const char        *name);
const char *ff_handout_reading_need_attribute   (FfHandoutReading  *self,
                                                 const char        *element,
                                                 const char       **names,
                                                 const char       **values,
                                                 const char        *name,
                                                 GError           **error);
gboolean    ff_handout_reading_read_number      (FfHandoutReading  *self,
                                                 const char        *attribute,
                                                 const char        *value,
                                                 guint              lowest,
                                                 guint              highest,
                                                 guint             *number,
                                                 GError           **error);
gboolean    ff_handout_reading_start_text       (FfHandoutReading  *self,
                                                 const char        *element,
                                                 const char       **names,
                                                 const char       **values,
                                                 const char *const *allowed, /* attributes beside context */
                                                 char             **destination,
                                                 GError           **error);
/* Something of the worked example: @suffix is "" or "/mark". */
void        ff_handout_reading_answer           (FfHandoutReading  *self,
                                                 guint              row,
                                                 const char        *suffix,
                                                 const char        *text);

/* Inside a block; @element is known not to be a text's. */
gboolean    ff_handout_reading_start_block      (FfHandoutReading  *self,
                                                 const char        *element,
                                                 const char       **names,
                                                 const char       **values,
                                                 GError           **error);
gboolean    ff_handout_reading_start_in_block   (FfHandoutReading  *self,
                                                 const char        *element,
                                                 const char       **names,
                                                 const char       **values,
                                                 GError           **error);
gboolean    ff_handout_reading_end_in_block     (FfHandoutReading  *self,
                                                 const char        *element,
                                                 GError           **error);

G_END_DECLS
