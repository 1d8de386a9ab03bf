/* ff-handout.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet to print: what it is for, and the blocks that it is made of, in one language.
 */

#pragma once

#include <gio/gio.h>

#include "ff-answers.h"
#include "ff-block.h"
#include "ff-catalogue.h"

G_BEGIN_DECLS

#define FF_TYPE_HANDOUT (ff_handout_get_type ())

G_DECLARE_FINAL_TYPE (FfHandout, ff_handout, FF, HANDOUT, GObject)

typedef enum
{
  FF_POINT_1 = 1 << 0, /* building and maintaining motivation */
  FF_POINT_2 = 1 << 1, /* coping with urges */
  FF_POINT_3 = 1 << 2, /* managing thoughts, feelings and behaviours */
  FF_POINT_4 = 1 << 3, /* living a balanced life */
} FfPoints;

/* How one is used. */
typedef enum
{
  FF_HANDOUT_WORKSHEET, /* to fill in */
  FF_HANDOUT_REFERENCE, /* to read and keep */
  FF_HANDOUT_ACTIVITY,  /* to do together */
  FF_HANDOUT_MEETING,   /* around the meeting itself: ground rules, outline cards */
} FfHandoutKind;

const char        *ff_handout_get_id          (FfHandout   *self); /* "cost-benefit", "urge-log", "seven-day-plan" */
const char        *ff_handout_get_title       (FfHandout   *self);
const char        *ff_handout_get_summary     (FfHandout   *self); /* one sentence: what it is for */
const char *const *ff_handout_get_sources     (FfHandout   *self); /* where its method comes from: "CBT", "REBT", "MI" … */
gboolean           ff_handout_get_landscape   (FfHandout   *self);
FfPoints           ff_handout_get_points      (FfHandout   *self);
const char *const *ff_handout_get_other_names (FfHandout   *self); /* older and newer names, for search */
FfCatalogue       *ff_handout_get_catalogue   (FfHandout   *self); /* the language it is in */
GPtrArray         *ff_handout_get_blocks      (FfHandout   *self); /* (element-type FfBlock) (transfer none) */
FfHandoutKind      ff_handout_get_kind        (FfHandout   *self);
guint              ff_handout_get_minutes     (FfHandout   *self); /* that it takes in a meeting; 0 = not said */
void               ff_handout_get_people      (FfHandout   *self,  /* for how many it is; 0 and 0 = any number, also alone */
                                               guint       *least,
                                               guint       *most); /* 0 = no upper end */
const char *const *ff_handout_get_lead        (FfHandout   *self); /* how to lead it in a meeting, step by step; may be empty */
const char        *ff_handout_get_origin      (FfHandout   *self); /* (nullable): where its method comes from, in a sentence with a source */
gboolean           ff_handout_is_own          (FfHandout   *self); /* written here, not built in */
FfAnswers         *ff_handout_get_example     (FfHandout   *self); /* (nullable) (transfer none): its worked example */
gboolean           ff_handout_matches         (FfHandout   *self,  /* every word of @words in the title, other names or summary; case and accents aside */
                                               const char  *words);

/* Every built-in handout, in the catalogue's language, in the order to show them. (element-type FfHandout) (transfer full) */
GPtrArray         *ff_handout_load_all        (FfCatalogue *catalogue,
                                               GError     **error);
/* (transfer full): NULL with FF_MODEL_ERROR_DATA and a sentence naming @id where there is no such handout */
FfHandout         *ff_handout_load            (const char  *id,
                                               FfCatalogue *catalogue,
                                               GError     **error);
FfHandout         *ff_handout_new_from_bytes  (GBytes      *bytes,
                                               const char  *name,
                                               FfCatalogue *catalogue,
                                               GError     **error);
/* No own handout is longer. */
#define FF_HANDOUT_MAX_BYTES 200000U

/* An own handout, "own-" and its uid as @id, out of Markdown. Every problem with it is added to @problems (element-type FfHandoutProblem); what is
 * left is laid out all the same. (nullable) (transfer full): NULL where @markdown is blank, too long or not text. */
FfHandout         *ff_handout_new_from_markdown (const char  *id,
                                               const char  *markdown,
                                               FfCatalogue *catalogue,
                                               GPtrArray   *problems);
/* What it takes, out of a file. (transfer full) (nullable): NULL with a problem or an error. */
char              *ff_handout_read_markdown   (GFile       *file,
                                               GPtrArray   *problems,
                                               GError     **error);
/* To begin an own handout with. (transfer full) */
char              *ff_handout_to_markdown     (FfHandout   *self);
/* @markdown with another title. (transfer full) */
char              *ff_handout_retitle_markdown (const char *markdown,
                                              const char  *title);

/* What is wrong with an own handout, and where. */
typedef struct
{
  guint line; /* from 1; 0 = all of it */
  char *text; /* a sentence that says what to do */
} FfHandoutProblem;

void               ff_handout_problem_free    (FfHandoutProblem *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfHandoutProblem, ff_handout_problem_free)

/* The same before it is translated, for ff_catalogue_lookup(). */
const char        *ff_point_get_msgid         (FfPoints     point);
const char        *ff_point_get_title         (FfPoints     point); /* translated into the app's language: "1. Motivation" … */

G_END_DECLS
