/* ff-import-item.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what an import would do.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_IMPORT_ITEM (ff_import_item_get_type ())

G_DECLARE_FINAL_TYPE (FfImportItem, ff_import_item, FF, IMPORT_ITEM, GObject)

/* In the order in which they are shown: first what somebody may want to look at. */
typedef enum
{
  FF_IMPORT_ITEM_REFUSED,
  FF_IMPORT_ITEM_GONE,
  FF_IMPORT_ITEM_CHANGED,
  FF_IMPORT_ITEM_ADDED,
  FF_IMPORT_ITEM_SAME, /* only where there is a remark on it */
} FfImportItemKind;

/* properties, read-only: "title", "detail" */
FfImportItem    *ff_import_item_new        (FfImportItemKind  kind,
                                            const char       *title,
                                            char             *detail); /* (transfer full) */
FfImportItemKind ff_import_item_get_kind   (FfImportItem     *self);
const char      *ff_import_item_get_title  (FfImportItem     *self);
const char      *ff_import_item_get_detail (FfImportItem     *self);

G_END_DECLS
