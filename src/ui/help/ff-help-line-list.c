/* ff-help-line-list.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A group’s help lines while they are looked at and changed.
 */

#include "ff-help-line-list.h"

#include "ff-help-line-repository.h"

struct _FfHelpLineList
{
  GObject parent_instance;

  FfStore *store;
  char *group; /* (nullable) */
  GListStore *lines;
  gboolean at_foot;
  guint n_writing;
};

typedef enum
{
  PROP_AT_FOOT = 1,
  PROP_N_ITEMS,
  PROP_FULL,
} FfHelpLineListProps;

static GParamSpec *properties[PROP_FULL + 1];

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return FF_TYPE_HELP_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FF_HELP_LINE_LIST (model)->lines));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (FF_HELP_LINE_LIST (model)->lines), position);
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FfHelpLineList,
                               ff_help_line_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static guint
count (FfHelpLineList *self)
{
  return get_n_items (G_LIST_MODEL (self));
}

static void
on_items_changed (FfHelpLineList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed == added)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL]);
}

static gboolean
says_the_same (FfHelpLine *a, FfHelpLine *b)
{
  return g_str_equal (ff_help_line_get_name (a), ff_help_line_get_name (b))
         && g_str_equal (ff_help_line_get_contact (a), ff_help_line_get_contact (b))
         && g_str_equal (ff_help_line_get_hours (a), ff_help_line_get_hours (b))
         && g_str_equal (ff_help_line_get_area (a), ff_help_line_get_area (b));
}

/* What is the same already keeps its row, and the focus that is there. */
static void
show_lines (FfHelpLineList *self, GPtrArray *fresh)
{
  guint n = count (self);
  guint start = 0;

  while (start < MIN (n, fresh->len))
    {
      g_autoptr (FfHelpLine) shown = g_list_model_get_item (G_LIST_MODEL (self->lines), start);

      if (!says_the_same (shown, fresh->pdata[start]))
        break;
      start++;
    }
  if (start < n || start < fresh->len)
    g_list_store_splice (self->lines, start, n - start, fresh->pdata + start, fresh->len - start);
}

static void
show_at_foot (FfHelpLineList *self, gboolean at_foot)
{
  if (self->at_foot == at_foot)
    return;
  self->at_foot = at_foot;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_FOOT]);
}

static void
read_group (FfHelpLineList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (self->group != NULL)
    fresh = ff_help_line_repository_list (self->store, self->group, &error);
  show_lines (self, fresh != NULL ? fresh : none);
  show_at_foot (self,
                self->group != NULL && error == NULL
                    && ff_help_line_repository_get_at_foot (self->store, self->group, &error));
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* While something is on its way to the store, what is there is older than what is shown. */
static void
on_store_changed (FfHelpLineList *self, FfAggregate aggregate, GStrv ids)
{
  if (self->n_writing > 0 || self->group == NULL)
    return;
  if (aggregate == FF_AGGREGATE_ALL
      || (aggregate == FF_AGGREGATE_GROUP
          && g_strv_contains ((const char *const *) ids, self->group)))
    read_group (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfHelpLineList) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (ff_store_write_finish (FF_STORE (source), result, &error))
    return;
  g_signal_emit (self, signals[FAILED], 0, error);
  read_group (self);
}

static void
save (FfHelpLineList *self)
{
  g_autoptr (GPtrArray) lines = ff_help_line_list_dup (self);

  self->n_writing++;
  ff_help_line_repository_save_async (self->store, self->group, lines, self->at_foot, on_saved,
                                      g_object_ref (self));
}

static void
ff_help_line_list_dispose (GObject *object)
{
  FfHelpLineList *self = FF_HELP_LINE_LIST (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_help_line_list_parent_class)->dispose (object);
}

static void
ff_help_line_list_finalize (GObject *object)
{
  FfHelpLineList *self = FF_HELP_LINE_LIST (object);

  g_clear_object (&self->lines);
  g_clear_pointer (&self->group, g_free);

  G_OBJECT_CLASS (ff_help_line_list_parent_class)->finalize (object);
}

static void
ff_help_line_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfHelpLineList *self = FF_HELP_LINE_LIST (object);

  switch ((FfHelpLineListProps) prop_id)
    {
    case PROP_AT_FOOT:
      g_value_set_boolean (value, self->at_foot);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, count (self));
      break;

    case PROP_FULL:
      g_value_set_boolean (value, count (self) >= FF_N_HELP_LINES);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_help_line_list_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfHelpLineList *self = FF_HELP_LINE_LIST (object);

  switch ((FfHelpLineListProps) prop_id)
    {
    case PROP_AT_FOOT:
      ff_help_line_list_set_at_foot (self, g_value_get_boolean (value));
      break;

    case PROP_N_ITEMS:
    case PROP_FULL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_help_line_list_class_init (FfHelpLineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_help_line_list_dispose;
  object_class->finalize = ff_help_line_list_finalize;
  object_class->get_property = ff_help_line_list_get_property;
  object_class->set_property = ff_help_line_list_set_property;

  properties[PROP_AT_FOOT]
      = g_param_spec_boolean ("at-foot", NULL, NULL, FALSE, read | G_PARAM_WRITABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, FF_N_HELP_LINES, 0, read);
  properties[PROP_FULL] = g_param_spec_boolean ("full", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FAILED] = g_signal_new ("failed", FF_TYPE_HELP_LINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ff_help_line_list_init (FfHelpLineList *self)
{
  self->lines = g_list_store_new (FF_TYPE_HELP_LINE);
  g_signal_connect_object (self->lines, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_help_line_list_new:
 * @store: where they are kept
 *
 * Returns: (transfer full): of no group yet
 */
FfHelpLineList *
ff_help_line_list_new (FfStore *store)
{
  FfHelpLineList *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  self = g_object_new (FF_TYPE_HELP_LINE_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * ff_help_line_list_set_group:
 * @self: a list
 * @group: (nullable): a group's uid
 *
 * Reads that group's help lines, and follows them.
 */
void
ff_help_line_list_set_group (FfHelpLineList *self, const char *group)
{
  g_return_if_fail (FF_IS_HELP_LINE_LIST (self));

  if (g_set_str (&self->group, group))
    read_group (self);
}

/**
 * ff_help_line_list_get_group:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the uid of the group
 */
const char *
ff_help_line_list_get_group (FfHelpLineList *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE_LIST (self), NULL);

  return self->group;
}

/**
 * ff_help_line_list_get_at_foot:
 * @self: a list
 *
 * Returns: whether they stand at the foot of every handout
 */
gboolean
ff_help_line_list_get_at_foot (FfHelpLineList *self)
{
  g_return_val_if_fail (FF_IS_HELP_LINE_LIST (self), FALSE);

  return self->at_foot;
}

void
ff_help_line_list_set_at_foot (FfHelpLineList *self, gboolean at_foot)
{
  g_return_if_fail (FF_IS_HELP_LINE_LIST (self));

  if (self->at_foot == at_foot || self->group == NULL)
    return;
  show_at_foot (self, at_foot);
  save (self);
}

/**
 * ff_help_line_list_insert:
 * @self: a list of a group, not full
 * @position: where; beyond the last one means at the end
 * @line: a help line
 */
void
ff_help_line_list_insert (FfHelpLineList *self, guint position, FfHelpLine *line)
{
  g_return_if_fail (FF_IS_HELP_LINE_LIST (self) && self->group != NULL);
  g_return_if_fail (FF_IS_HELP_LINE (line));

  g_list_store_insert (self->lines, MIN (position, count (self)), line);
  save (self);
}

/**
 * ff_help_line_list_replace:
 * @self: a list of a group
 * @position: of the line as it was
 * @line: as it is now
 */
void
ff_help_line_list_replace (FfHelpLineList *self, guint position, FfHelpLine *line)
{
  gpointer lines[] = { line };

  g_return_if_fail (FF_IS_HELP_LINE_LIST (self) && self->group != NULL);
  g_return_if_fail (FF_IS_HELP_LINE (line));
  g_return_if_fail (position < count (self));

  g_list_store_splice (self->lines, position, 1, lines, 1);
  save (self);
}

/**
 * ff_help_line_list_remove:
 * @self: a list of a group
 * @position: of a line
 */
void
ff_help_line_list_remove (FfHelpLineList *self, guint position)
{
  g_return_if_fail (FF_IS_HELP_LINE_LIST (self) && self->group != NULL);
  g_return_if_fail (position < count (self));

  g_list_store_remove (self->lines, position);
  save (self);
}

/**
 * ff_help_line_list_move:
 * @self: a list of a group
 * @from: where the line is
 * @to: where it is to be; the others make room
 */
void
ff_help_line_list_move (FfHelpLineList *self, guint from, guint to)
{
  g_autoptr (FfHelpLine) line = NULL;

  g_return_if_fail (FF_IS_HELP_LINE_LIST (self) && self->group != NULL);
  g_return_if_fail (from < count (self) && to < count (self));

  if (from == to)
    return;
  line = get_item (G_LIST_MODEL (self), from);
  g_list_store_remove (self->lines, from);
  g_list_store_insert (self->lines, to, line);
  save (self);
}

/**
 * ff_help_line_list_dup:
 * @self: a list
 *
 * Returns: (transfer full) (element-type FfHelpLine): its lines, the one to try first at the top
 */
GPtrArray *
ff_help_line_list_dup (FfHelpLineList *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (FF_IS_HELP_LINE_LIST (self), lines);

  for (guint i = 0; i < count (self); i++)
    g_ptr_array_add (lines, get_item (G_LIST_MODEL (self), i));
  return lines;
}
