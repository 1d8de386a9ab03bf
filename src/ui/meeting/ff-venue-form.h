/* ff-venue-form.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says of where a meeting is and how to join it, and a sentence for each thing that cannot be so.
 */

#pragma once

#include "ff-venue.h"

G_BEGIN_DECLS

#define FF_TYPE_VENUE_FORM (ff_venue_form_get_type ())

G_DECLARE_FINAL_TYPE (FfVenueForm, ff_venue_form, FF, VENUE_FORM, GObject)

/* properties, to be bound: "mode" (uint, an FfMode), and the texts "name", "address", "room", "access", "region", "district", "link",
 * "link-note", "passcode", "phone", "phone-note";
 * read-only: "valid", "somewhere" (people come to a place), "online", "by-phone" (people may join by telephone), "summary" (of the place, a
 * line), and a sentence or "": "link-message", "phone-message"; "link-hint" says what the link is completed to, or what is still missing */
FfVenueForm *ff_venue_form_new       (FfVenue     *venue);
gboolean     ff_venue_form_get_valid (FfVenueForm *self);
FfMode       ff_venue_form_get_mode  (FfVenueForm *self);
/* (transfer full): without what does not belong to its mode */
FfVenue     *ff_venue_form_build     (FfVenueForm *self);
/* Name, address, room, access, region and district as they are there; the mode and the rest stay. */
void         ff_venue_form_take_place (FfVenueForm *self,
                                       FfVenue     *venue);

G_END_DECLS
