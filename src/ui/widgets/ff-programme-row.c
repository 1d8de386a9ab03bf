/* ff-programme-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for choosing a programme, with a sentence on each.
 */

#include "ff-config.h"

#include "ff-programme-row.h"

struct _FfProgrammeRow
{
  AdwComboRow parent_instance;
};

typedef enum
{
  PROP_PROGRAMME = 1,
} FfProgrammeRowProps;

static GParamSpec *properties[PROP_PROGRAMME + 1];

G_DEFINE_FINAL_TYPE (FfProgrammeRow, ff_programme_row, ADW_TYPE_COMBO_ROW)

static void
selected_changed_cb (FfProgrammeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

static void
ff_programme_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FF_TYPE_PROGRAMME_ROW);

  G_OBJECT_CLASS (ff_programme_row_parent_class)->dispose (object);
}

static void
ff_programme_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfProgrammeRow *self = FF_PROGRAMME_ROW (object);

  switch ((FfProgrammeRowProps) prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_string (value, ff_programme_row_get_programme (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_programme_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  FfProgrammeRow *self = FF_PROGRAMME_ROW (object);

  switch ((FfProgrammeRowProps) prop_id)
    {
    case PROP_PROGRAMME:
      if (g_value_get_string (value) != NULL)
        ff_programme_row_set_programme (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_programme_row_class_init (FfProgrammeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_programme_row_dispose;
  object_class->get_property = ff_programme_row_get_property;
  object_class->set_property = ff_programme_row_set_property;

  properties[PROP_PROGRAMME]
      = g_param_spec_string ("programme", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_PROGRAMME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-programme-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
}

static void
ff_programme_row_init (FfProgrammeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_programme_row_set_programmes:
 * @self: a row
 * @programmes: (element-type FfProgramme): what to choose from, in this order
 *
 * Offers programmes, the first of them chosen.
 */
void
ff_programme_row_set_programmes (FfProgrammeRow *self, GPtrArray *programmes)
{
  g_autoptr (GListStore) model = g_list_store_new (FF_TYPE_PROGRAMME);

  g_return_if_fail (FF_IS_PROGRAMME_ROW (self));
  g_return_if_fail (programmes != NULL);

  g_list_store_splice (model, 0, 0, programmes->pdata, programmes->len);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

/**
 * ff_programme_row_get_programme:
 * @self: a row
 *
 * Returns: (transfer none): the chosen programme's id, or "" where there is nothing to choose from
 */
const char *
ff_programme_row_get_programme (FfProgrammeRow *self)
{
  FfProgramme *programme;

  g_return_val_if_fail (FF_IS_PROGRAMME_ROW (self), NULL);

  programme = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  return programme != NULL ? ff_programme_get_id (programme) : "";
}

/**
 * ff_programme_row_set_programme:
 * @self: a row
 * @id: a programme's id; an unknown one changes nothing
 *
 * Chooses a programme.
 */
void
ff_programme_row_set_programme (FfProgrammeRow *self, const char *id)
{
  GListModel *model;

  g_return_if_fail (FF_IS_PROGRAMME_ROW (self));
  g_return_if_fail (id != NULL);

  model = adw_combo_row_get_model (ADW_COMBO_ROW (self));
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FfProgramme) programme = g_list_model_get_item (model, i);

      if (g_str_equal (ff_programme_get_id (programme), id))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
          return;
        }
    }
}
