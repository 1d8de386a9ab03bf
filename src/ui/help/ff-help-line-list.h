/* ff-help-line-list.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s help lines while they are looked at and changed; each change is saved at once.
 */

#pragma once

#include <gio/gio.h>

#include "ff-help-line.h"
#include "ff-store.h"

G_BEGIN_DECLS

#define FF_TYPE_HELP_LINE_LIST (ff_help_line_list_get_type ())

/* A GListModel of FfHelpLine. properties: "at-foot" (of every handout), read-only: "n-items", "full" (no more can be added) */
G_DECLARE_FINAL_TYPE (FfHelpLineList, ff_help_line_list, FF, HELP_LINE_LIST, GObject)

/* signal "failed" (GError *): something could not be read or written; what is shown is what is kept */
FfHelpLineList *ff_help_line_list_new         (FfStore        *store);
void            ff_help_line_list_set_group   (FfHelpLineList *self,
                                               const char     *group);    /* (nullable): its uid */
const char     *ff_help_line_list_get_group   (FfHelpLineList *self);     /* (nullable) */
gboolean        ff_help_line_list_get_at_foot (FfHelpLineList *self);
void            ff_help_line_list_set_at_foot (FfHelpLineList *self,
                                               gboolean        at_foot);
void            ff_help_line_list_insert      (FfHelpLineList *self,
                                               guint           position,  /* beyond the last = at the end */
                                               FfHelpLine     *line);
void            ff_help_line_list_replace     (FfHelpLineList *self,
                                               guint           position,
                                               FfHelpLine     *line);
void            ff_help_line_list_remove      (FfHelpLineList *self,
                                               guint           position);
void            ff_help_line_list_move        (FfHelpLineList *self,
                                               guint           from,
                                               guint           to);
/* (element-type FfHelpLine) (transfer full) */
GPtrArray      *ff_help_line_list_dup         (FfHelpLineList *self);

G_END_DECLS
