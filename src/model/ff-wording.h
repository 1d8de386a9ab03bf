/* ff-wording.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that put a label on a person, and what to write instead; read from data, with words of one's own.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfWording FfWording;

/* One place in a text. */
typedef struct
{
  guint              start;   /* characters from the beginning */
  guint              end;     /* behind the last one */
  const char *const *instead; /* (transfer none): person-first choices; never empty */
  const char        *why;     /* (transfer none) (nullable): one sentence */
} FfWordingHint;

/* The list for @language, such as "fr_CA"; without any words where there is none. (transfer full) */
FfWording *ff_wording_new      (const char  *language);
/* What the XML file @name says. (transfer full) */
FfWording *ff_wording_new_from_text (const char  *name,
                                     const char  *text,
                                     gssize       length, /* -1: up to the NUL */
                                     GError     **error);
FfWording *ff_wording_ref      (FfWording   *self);
void       ff_wording_unref    (FfWording   *self);
/* A word of one's own; it comes before the list's. Before the first ff_wording_find(). */
void       ff_wording_add      (FfWording   *self,
                                const char  *word,
                                const char  *instead);
/* (element-type FfWordingHint) (transfer full): in order, none of them overlapping, none within a quotation */
GArray    *ff_wording_find     (FfWording   *self,
                                const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfWording, ff_wording_unref)

G_END_DECLS
