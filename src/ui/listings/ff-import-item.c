/* ff-import-item.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what an import would do.
 */

#include "ff-import-item.h"

struct _FfImportItem
{
  GObject parent_instance;

  FfImportItemKind kind;
  char *title;
  char *detail;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
} FfImportItemProps;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (FfImportItem, ff_import_item, G_TYPE_OBJECT)

static void
ff_import_item_finalize (GObject *object)
{
  FfImportItem *self = FF_IMPORT_ITEM (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (ff_import_item_parent_class)->finalize (object);
}

static void
ff_import_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfImportItem *self = FF_IMPORT_ITEM (object);

  switch ((FfImportItemProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_import_item_class_init (FfImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ff_import_item_finalize;
  object_class->get_property = ff_import_item_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_import_item_init (FfImportItem *self)
{
}

/**
 * ff_import_item_new:
 * @kind: what happens to it
 * @title: what it is called
 * @detail: (transfer full): what happens to it, and why
 *
 * Returns: (transfer full): a line
 */
FfImportItem *
ff_import_item_new (FfImportItemKind kind, const char *title, char *detail)
{
  FfImportItem *self = g_object_new (FF_TYPE_IMPORT_ITEM, NULL);

  self->kind = kind;
  self->title = g_strdup (title);
  self->detail = detail;

  return self;
}

/**
 * ff_import_item_get_kind:
 * @self: a line
 *
 * Returns: what happens to it
 */
FfImportItemKind
ff_import_item_get_kind (FfImportItem *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_ITEM (self), FF_IMPORT_ITEM_SAME);

  return self->kind;
}

/**
 * ff_import_item_get_title:
 * @self: a line
 *
 * Returns: (transfer none): what it is called
 */
const char *
ff_import_item_get_title (FfImportItem *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_ITEM (self), NULL);

  return self->title;
}

/**
 * ff_import_item_get_detail:
 * @self: a line
 *
 * Returns: (transfer none): what happens to it, and why
 */
const char *
ff_import_item_get_detail (FfImportItem *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_ITEM (self), NULL);

  return self->detail;
}
