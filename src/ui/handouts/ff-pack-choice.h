/* ff-pack-choice.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handouts chosen for one date of a meeting, kept with its session.
 */

#pragma once

#include "ff-occurrence.h"
#include "ff-pack.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_PACK_CHOICE (ff_pack_choice_get_type ())

G_DECLARE_FINAL_TYPE (FfPackChoice, ff_pack_choice, FF, PACK_CHOICE, GObject)

/* Signals: "changed"; "failed" (GError): the store could not be read or written; it is as it was again. */
FfPackChoice *ff_pack_choice_new        (FfStore       *store);
/* @date: (nullable): what is chosen for no date in particular is kept only here */
void          ff_pack_choice_set_date   (FfPackChoice  *self,
                                         FfOccurrence  *date);
FfOccurrence *ff_pack_choice_get_date   (FfPackChoice  *self); /* (nullable) */
const char *const *ff_pack_choice_get_ids (FfPackChoice *self); /* in order, never NULL */
gboolean      ff_pack_choice_contains   (FfPackChoice  *self,
                                         const char    *id);
guint         ff_pack_choice_get_copies (FfPackChoice  *self,  /* that were given; 0 = none yet */
                                         const char    *id);
/* (nullable): in words; NULL for none yet */
char         *ff_pack_choice_describe_copies (FfPackChoice *self,
                                              const char   *id);
void          ff_pack_choice_add        (FfPackChoice  *self,
                                         const char    *id);
void          ff_pack_choice_remove     (FfPackChoice  *self,
                                         const char    *id);
void          ff_pack_choice_move       (FfPackChoice  *self,
                                         const char    *id,
                                         int            by); /* places down */
/* The pack was printed or saved for that date. */
void          ff_pack_choice_take_given (FfPackChoice  *self,
                                         FfPack        *pack);
/* How many people usually come to @group. */
guint         ff_pack_choice_find_usual (FfStore       *store,
                                         const char    *group);

G_END_DECLS
