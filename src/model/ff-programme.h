/* ff-programme.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A programme: a meeting's outline, the words it uses and the tools it offers; read from data.
 */

#pragma once

#include <glib-object.h>

#include "ff-catalogue.h"
#include "ff-check-in-parts.h"

G_BEGIN_DECLS

#define FF_TYPE_PROGRAMME (ff_programme_get_type ())

#define FF_PROGRAMME_MOST_POINTS 8
#define FF_PROGRAMME_MOST_PROMPTS 6

G_DECLARE_FINAL_TYPE (FfProgramme, ff_programme, FF, PROGRAMME, GObject)

/* One part of a meeting's outline. */
typedef struct
{
  char    *title;      /* translated */
  guint    minutes;
  gboolean is_protected; /* never cut short when time runs out */
} FfOutlinePart;

typedef enum
{
  FF_WORD_FACILITATOR, /* "facilitator", "chairperson" */
  FF_WORD_CHECK_IN,    /* "check-in", "sharing" */
  FF_WORD_CHECK_OUT,
  FF_WORD_PLAN,        /* "seven-day plan" */
} FfWord;

const char *ff_programme_get_id          (FfProgramme *self);
const char *ff_programme_get_title       (FfProgramme *self); /* translated */
const char *ff_programme_get_summary     (FfProgramme *self); /* translated: one sentence for choosing it */
const char *ff_programme_get_word        (FfProgramme *self,
                                          FfWord       word); /* translated */
gboolean    ff_programme_get_wording_aid (FfProgramme *self);
FfCheckInParts ff_programme_get_check_in_parts (FfProgramme *self); /* what its check-ins ask, unless the group wants it otherwise */
const char *const *ff_programme_get_points  (FfProgramme *self); /* translated; at most FF_PROGRAMME_MOST_POINTS, may be none */
const char *const *ff_programme_get_prompts (FfProgramme *self); /* translated openings for a note; at most FF_PROGRAMME_MOST_PROMPTS */
guint       ff_programme_get_minutes     (FfProgramme *self); /* of a usual meeting */
const char *const *ff_programme_get_handouts (FfProgramme *self); /* ids of the tools offered, in order */
/* The outline scaled to a meeting's length: every part kept at one minute or more, the sum exact, protected parts never below their
 * share. (element-type FfOutlinePart) (transfer full) */
GPtrArray  *ff_programme_get_outline     (FfProgramme *self,
                                          guint        minutes);

/* The same in the language of a sheet of paper. (element-type FfOutlinePart) (transfer full) */
GPtrArray  *ff_programme_get_outline_in  (FfProgramme *self,
                                          guint        minutes,
                                          FfCatalogue *catalogue);

/* The programme that the file @name says, in @text. */
FfProgramme *ff_programme_new_from_text (const char *name,
                                         const char *text,
                                         gssize       length, /* -1: up to the NUL */
                                         GError     **error);
/* All programmes built in, in the order to offer them; "own" last. (element-type FfProgramme) (transfer full) */
GPtrArray   *ff_programme_load_all       (GError     **error);
/* The one with @id, or the "own" programme where it is unknown. (transfer none) */
FfProgramme *ff_programme_find           (GPtrArray   *programmes,
                                          const char  *id);

void ff_outline_part_free (FfOutlinePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfOutlinePart, ff_outline_part_free)

G_END_DECLS
