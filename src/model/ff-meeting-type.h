/* ff-meeting-type.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The types of meeting that finders on the web know (Meeting Guide), by code and by word.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_TYPE_KIND_ACCESS,   /* getting in and taking part */
  FF_TYPE_KIND_FORMAT,   /* what happens there */
  FF_TYPE_KIND_PEOPLE,   /* whom it is for */
  FF_TYPE_KIND_LANGUAGE,
} FfTypeKind;

typedef struct
{
  const char *code;     /* "X" */
  const char *name;     /* "Wheelchair Access", as the format writes it in English */
  FfTypeKind kind;
  const char *language; /* (nullable): BCP 47, of FF_TYPE_KIND_LANGUAGE */
} FfMeetingType;

const FfMeetingType *ff_meeting_types_list        (gsize               *n_types); /* all 87, by code */
const FfMeetingType *ff_meeting_type_find         (const char          *code);    /* (nullable) */
const FfMeetingType *ff_meeting_type_find_by_name (const char          *name);    /* (nullable): English or translated, case aside */
const char          *ff_meeting_type_get_title    (const FfMeetingType *type);    /* translated */
const char          *ff_type_kind_get_title       (FfTypeKind           kind);    /* translated */

G_END_DECLS
