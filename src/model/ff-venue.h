/* ff-venue.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where and how people meet: a room, a link, a telephone number.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_VENUE (ff_venue_get_type ())

G_DECLARE_FINAL_TYPE (FfVenue, ff_venue, FF, VENUE, GObject)

/* The numbers are in the database. */
typedef enum
{
  FF_MODE_IN_PERSON,
  FF_MODE_ONLINE,
  FF_MODE_HYBRID,
  FF_MODE_PHONE,
} FfMode;

typedef enum
{
  FF_VENUE_NAME,
  FF_VENUE_ADDRESS,    /* one line as it is written on an envelope */
  FF_VENUE_ROOM,
  FF_VENUE_ACCESS,     /* how to get in: step-free door, bell, lift */
  FF_VENUE_REGION,     /* "" = the group's */
  FF_VENUE_DISTRICT,   /* health district; "" = the group's */
  FF_VENUE_LINK,
  FF_VENUE_LINK_NOTE,
  FF_VENUE_PASSCODE,   /* private: leaves only where somebody ticks it */
  FF_VENUE_PHONE,      /* to join by telephone */
  FF_VENUE_PHONE_NOTE,
} FfVenueText;

#define FF_N_VENUE_TEXTS (FF_VENUE_PHONE_NOTE + 1)

FfVenue    *ff_venue_new          (void);
FfVenue    *ff_venue_copy         (FfVenue     *self);
gboolean    ff_venue_equal        (FfVenue     *a,
                                   FfVenue     *b);
FfMode      ff_venue_get_mode     (FfVenue     *self);
void        ff_venue_set_mode     (FfVenue     *self,
                                   FfMode       mode);
FfMode      ff_venue_guess_mode   (FfVenue     *self);
const char *ff_venue_get_text     (FfVenue     *self,
                                   FfVenueText  text);
void        ff_venue_set_text     (FfVenue     *self,
                                   FfVenueText  text,
                                   const char  *value); /* (nullable): "" */
/* The link as everybody may see it: what stands for the passcode in it is left out, the rest is as it was. (transfer full) */
char       *ff_venue_make_public_link (FfVenue *self);
char       *ff_venue_make_public_phone (FfVenue *self);
/* Degrees, WGS 84. FALSE where nobody knows. */
gboolean    ff_venue_get_position (FfVenue     *self,
                                   double      *latitude,
                                   double      *longitude);
gboolean    ff_venue_set_position (FfVenue     *self,
                                   double       latitude,
                                   double       longitude);
void        ff_venue_clear_position (FfVenue   *self);
/* Translated: "In person", "Online" … */
const char *ff_mode_get_title     (FfMode       mode);

G_END_DECLS
