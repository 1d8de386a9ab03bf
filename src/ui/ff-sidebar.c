/* ff-sidebar.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side of the window: which group, and which view.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-sidebar.h"
#include "ff-toast.h"

/* From so many entries on, scrolling for one is slower than typing its name. */
#define SEARCHABLE_FROM 10

struct _FfSidebar
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  GListStore *groups;
  FfGroup *group;
  char *wanted; /* uid of the group that was chosen, "" for all of them */
  gboolean is_refreshing;

  GtkDropDown *switcher;
  GtkListBox *list;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
  PROP_SAMPLE,
} FfSidebarProps;

static GParamSpec *properties[PROP_SAMPLE + 1];

enum
{
  VIEW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfSidebar, ff_sidebar, ADW_TYPE_NAVIGATION_PAGE)

static guint
count_groups (FfSidebar *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->groups));
}

static gboolean
has_sample (FfSidebar *self)
{
  for (guint i = 0; i < count_groups (self); i++)
    {
      g_autoptr (FfGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (ff_group_get_sample (group))
        return TRUE;
    }

  return FALSE;
}

static char *
get_entry_name (GObject *entry)
{
  if (FF_IS_GROUP (entry))
    return g_strdup (ff_group_get_name (FF_GROUP (entry)));

  return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (entry)));
}

static gboolean
have_same_texts (FfGroup *a, FfGroup *b)
{
  for (guint i = 0; i < FF_N_GROUP_TEXTS; i++)
    if (g_strcmp0 (ff_group_get_text (a, (FfGroupText) i), ff_group_get_text (b, (FfGroupText) i))
        != 0)
      return FALSE;

  return TRUE;
}

/* In everything, since whoever edits the chosen one saves all of it. */
static gboolean
are_same (FfGroup *a, FfGroup *b)
{
  return g_str_equal (ff_group_get_uid (a), ff_group_get_uid (b))
         && g_strcmp0 (ff_group_get_name (a), ff_group_get_name (b)) == 0
         && g_strcmp0 (ff_group_get_programme (a), ff_group_get_programme (b)) == 0
         && g_strcmp0 (ff_group_get_zone (a), ff_group_get_zone (b)) == 0
         && g_strcmp0 (ff_group_get_language (a), ff_group_get_language (b)) == 0
         && ff_group_get_open (a) == ff_group_get_open (b)
         && ff_group_get_sample (a) == ff_group_get_sample (b)
         && ff_group_get_setting (a) == ff_group_get_setting (b)
         && ff_group_get_keep_months (a) == ff_group_get_keep_months (b)
         && ff_group_get_own_check_in_parts (a) == ff_group_get_own_check_in_parts (b)
         && have_same_texts (a, b);
}

/* Replaces what differs between the first and the last difference, and nothing else. */
static void
update_groups (FfSidebar *self, GPtrArray *fresh)
{
  guint n_old = count_groups (self);
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_old, fresh->len))
    {
      g_autoptr (FfGroup) old = g_list_model_get_item (G_LIST_MODEL (self->groups), start);

      if (!are_same (old, g_ptr_array_index (fresh, start)))
        break;
      start++;
    }

  while (end < MIN (n_old, fresh->len) - start)
    {
      g_autoptr (FfGroup) old
          = g_list_model_get_item (G_LIST_MODEL (self->groups), n_old - 1 - end);

      if (!are_same (old, g_ptr_array_index (fresh, fresh->len - 1 - end)))
        break;
      end++;
    }

  if (n_old != fresh->len || start < n_old)
    g_list_store_splice (self->groups, start, n_old - start - end,
                         fresh->pdata != NULL ? fresh->pdata + start : NULL,
                         fresh->len - start - end);
}

/* The switcher's position for the wanted group: 0 where it is not there (any more). */
static guint
find_wanted (FfSidebar *self)
{
  GListModel *entries = gtk_drop_down_get_model (self->switcher);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (GObject) entry = g_list_model_get_item (entries, i);

      if (FF_IS_GROUP (entry) && g_str_equal (ff_group_get_uid (FF_GROUP (entry)), self->wanted))
        return i;
    }

  return 0;
}

static void
take_selected (FfSidebar *self)
{
  GObject *entry = gtk_drop_down_get_selected_item (self->switcher);
  FfGroup *group = FF_IS_GROUP (entry) ? FF_GROUP (entry) : NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 count_groups (self) == 1 && group != NULL
                                     ? ff_group_get_name (group)
                                     : _ ("Fourfold"));

  if (g_set_object (&self->group, group))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

/* 'All groups' is offered where there is a choice, and is not in the way where there is none. */
static void
update_switcher (FfSidebar *self)
{
  guint n_groups = count_groups (self);

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), n_groups > 1);
  gtk_drop_down_set_enable_search (self->switcher, n_groups >= SEARCHABLE_FROM);
  gtk_drop_down_set_selected (self->switcher, find_wanted (self));
}

static void
set_all_groups_offered (FfSidebar *self, gboolean is_offered)
{
  GListModel *parts = gtk_flatten_list_model_get_model (
      GTK_FLATTEN_LIST_MODEL (gtk_drop_down_get_model (self->switcher)));
  g_autoptr (GtkStringList) all = g_list_model_get_item (parts, 0);
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (all));

  if (is_offered && n_all == 0)
    gtk_string_list_append (all, _ ("All Groups"));
  else if (!is_offered && n_all > 0)
    gtk_string_list_remove (all, 0);
}

static void
refresh (FfSidebar *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  gboolean was_sample = has_sample (self);

  fresh = ff_group_repository_list (ff_context_get_store (self->context), &error);
  if (fresh == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }

  self->is_refreshing = TRUE;
  update_groups (self, fresh);
  set_all_groups_offered (self, fresh->len > 1);
  update_switcher (self);
  self->is_refreshing = FALSE;
  take_selected (self);

  if (was_sample != has_sample (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAMPLE]);
}

static void
store_changed_cb (FfSidebar *self, FfAggregate aggregate, GStrv ids)
{
  if (aggregate == FF_AGGREGATE_GROUP || aggregate == FF_AGGREGATE_ALL)
    refresh (self);
}

static void
selected_changed_cb (FfSidebar *self)
{
  GObject *entry;

  if (self->is_refreshing)
    return;

  entry = gtk_drop_down_get_selected_item (self->switcher);
  g_set_str (&self->wanted, FF_IS_GROUP (entry) ? ff_group_get_uid (FF_GROUP (entry)) : "");
  take_selected (self);
}

static void
row_activated_cb (FfSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[VIEW_ACTIVATED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
make_switcher_model (FfSidebar *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkStringList) all = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) name = NULL;
  g_autoptr (GtkFlattenListModel) entries = NULL;

  g_list_store_append (parts, all);
  g_list_store_append (parts, self->groups);
  entries = gtk_flatten_list_model_new (G_LIST_MODEL (parts));
  name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_entry_name),
                                      NULL, NULL);

  gtk_drop_down_set_expression (self->switcher, name);
  gtk_drop_down_set_model (self->switcher, G_LIST_MODEL (entries));
}

static void
ff_sidebar_constructed (GObject *object)
{
  FfSidebar *self = FF_SIDEBAR (object);

  G_OBJECT_CLASS (ff_sidebar_parent_class)->constructed (object);

  self->is_refreshing = TRUE;
  make_switcher_model (self);
  self->is_refreshing = FALSE;
}

static void
ff_sidebar_dispose (GObject *object)
{
  FfSidebar *self = FF_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SIDEBAR);
  g_clear_object (&self->context);
  g_clear_object (&self->groups);
  g_clear_object (&self->group);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (ff_sidebar_parent_class)->dispose (object);
}

static void
ff_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfSidebar *self = FF_SIDEBAR (object);

  switch ((FfSidebarProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_SAMPLE:
      g_value_set_boolean (value, has_sample (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfSidebar *self = FF_SIDEBAR (object);

  switch ((FfSidebarProps) prop_id)
    {
    case PROP_CONTEXT:
      if (g_set_object (&self->context, g_value_get_object (value)) && self->context != NULL)
        {
          g_signal_connect_object (ff_context_get_store (self->context), "changed",
                                   G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
          refresh (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    case PROP_GROUP:
    case PROP_SAMPLE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_sidebar_class_init (FfSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_sidebar_constructed;
  object_class->dispose = ff_sidebar_dispose;
  object_class->get_property = ff_sidebar_get_property;
  object_class->set_property = ff_sidebar_set_property;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, FF_TYPE_GROUP,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAMPLE] = g_param_spec_boolean ("sample", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[VIEW_ACTIVATED] = g_signal_new ("view-activated", FF_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, FfSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ff_sidebar_init (FfSidebar *self)
{
  self->groups = g_list_store_new (FF_TYPE_GROUP);
  self->wanted = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_sidebar_get_group:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the chosen group, or %NULL for all groups
 */
FfGroup *
ff_sidebar_get_group (FfSidebar *self)
{
  g_return_val_if_fail (FF_IS_SIDEBAR (self), NULL);

  return self->group;
}

/**
 * ff_sidebar_set_group:
 * @self: a sidebar
 * @uid: a group's uid, or "" for all groups
 *
 * Chooses a group. One that is not there yet is chosen as soon as it is; until then all groups are.
 */
void
ff_sidebar_set_group (FfSidebar *self, const char *uid)
{
  g_return_if_fail (FF_IS_SIDEBAR (self));
  g_return_if_fail (uid != NULL);

  g_set_str (&self->wanted, uid);
  self->is_refreshing = TRUE;
  gtk_drop_down_set_selected (self->switcher, find_wanted (self));
  self->is_refreshing = FALSE;
  take_selected (self);
}

/**
 * ff_sidebar_add_view:
 * @self: a sidebar
 * @id: what the view is called in actions
 * @title: what people call it
 * @icon_name: a symbolic icon
 *
 * Adds a view at the end of the list.
 */
void
ff_sidebar_add_view (FfSidebar *self, const char *id, const char *title, const char *icon_name)
{
  GtkWidget *box;
  GtkWidget *row;

  g_return_if_fail (FF_IS_SIDEBAR (self));

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));

  row = gtk_list_box_row_new ();
  gtk_widget_set_name (row, id);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (self->list, row);
}

/**
 * ff_sidebar_mark_view:
 * @self: a sidebar
 * @id: a view that was added
 *
 * Marks the view that is shown.
 */
void
ff_sidebar_mark_view (FfSidebar *self, const char *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (FF_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), id))
        {
          gtk_list_box_select_row (self->list, row);
          return;
        }
    }
}
