/* ff-listing-fields.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of one row of a listing, by the keys of Meeting Guide JSON, taken out one by one; what is left stays for the way back.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ff-import.h"

G_BEGIN_DECLS

typedef struct
{
  FfImportRow *row;
  JsonObject *object;
  GHashTable *taken; /* of keys */
} FfListingFields;

FfListingFields *ff_listing_fields_new        (FfImportRow     *row,
                                               JsonObject      *object);
void             ff_listing_fields_free       (FfListingFields *self);
/* (nullable) (transfer none): NULL for null too; it stays among the rest until it is taken */
JsonNode        *ff_listing_fields_get        (FfListingFields *self,
                                               const char      *key);
void             ff_listing_fields_take       (FfListingFields *self,
                                               const char      *key);
/* Plain text, "" where there is none. */
char            *ff_listing_fields_take_text  (FfListingFields *self,
                                               const char      *key,
                                               gboolean         one_line,
                                               glong            max_letters);
/* The same without taking it and without a remark. */
char            *ff_listing_fields_peek_text  (FfListingFields *self,
                                               const char      *key);
/* A list, or text with commas. (transfer full), never NULL */
GStrv            ff_listing_fields_list_texts (FfListingFields *self,
                                               const char      *key);
gboolean         ff_listing_fields_get_number (FfListingFields *self,
                                               const char      *key,
                                               double          *number);
/* What nobody took. (nullable) (transfer full): NULL where nothing is left */
JsonObject      *ff_listing_fields_get_rest   (FfListingFields *self);

/* Plain text on one line of any member, "" where there is none. */
char            *ff_listing_object_get_text   (JsonObject      *object,
                                               const char      *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfListingFields, ff_listing_fields_free)

G_END_DECLS
