/* ff-views.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views beside their list, of which one is shown.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-ins-page.h"
#include "ff-focus.h"
#include "ff-handouts-page.h"
#include "ff-schedule-page.h"
#include "ff-sidebar.h"
#include "ff-today-page.h"
#include "ff-views.h"
#include "ff-volunteers-page.h"

struct _FfViews
{
  AdwBreakpointBin parent_instance;

  FfContext *context;
  const char *shown; /* (nullable): the id of the view */
  GHashTable *pages; /* id → AdwNavigationPage, made when first shown */

  AdwNavigationSplitView *split_view;
  FfSidebar *sidebar;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
} FfViewsProps;

static GParamSpec *properties[PROP_GROUP + 1];

typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
} View;

/* Each a widget with the properties "context" and "group", in the order of the list. */
static const View views[] = {
  { "today", N_ ("Today"), "ff-today-symbolic", ff_today_page_get_type },
  { "schedule", N_ ("Schedule"), "ff-schedule-symbolic", ff_schedule_page_get_type },
  { "check-ins", N_ ("Check-ins"), "ff-check-ins-symbolic", ff_check_ins_page_get_type },
  { "handouts", N_ ("Handouts"), "ff-handouts-symbolic", ff_handouts_page_get_type },
  { "volunteers", N_ ("Volunteers"), "ff-volunteers-symbolic", ff_volunteers_page_get_type },
  { NULL },
};

G_DEFINE_FINAL_TYPE (FfViews, ff_views, ADW_TYPE_BREAKPOINT_BIN)

static AdwNavigationPage *
make_page (FfViews *self, const View *view)
{
  AdwNavigationPage *page = g_object_new (view->get_type (), "context", self->context, NULL);

  g_object_bind_property (self->sidebar, "group", page, "group", G_BINDING_SYNC_CREATE);

  return page;
}

static AdwNavigationPage *
ensure_page (FfViews *self, const char *id)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, id);

  for (const View *view = views; page == NULL && view->id != NULL; view++)
    {
      if (g_str_equal (view->id, id))
        {
          page = g_object_ref_sink (make_page (self, view));
          g_hash_table_insert (self->pages, g_strdup (id), page);
        }
    }

  return page;
}

static void
group_changed_cb (FfViews *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

static void
view_activated_cb (FfViews *self, const char *id)
{
  ff_views_show (self, id);
}

static void
ff_views_constructed (GObject *object)
{
  FfViews *self = FF_VIEWS (object);

  G_OBJECT_CLASS (ff_views_parent_class)->constructed (object);

  for (const View *view = views; view->id != NULL; view++)
    ff_sidebar_add_view (self->sidebar, view->id, _ (view->title), view->icon_name);
  g_object_set (self->sidebar, "context", self->context, NULL);
}

static void
ff_views_dispose (GObject *object)
{
  FfViews *self = FF_VIEWS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VIEWS);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_views_parent_class)->dispose (object);
}

static void
ff_views_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfViews *self = FF_VIEWS (object);

  switch ((FfViewsProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, ff_views_get_group (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_views_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfViews *self = FF_VIEWS (object);

  switch ((FfViewsProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_views_class_init (FfViewsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_views_constructed;
  object_class->dispose = ff_views_dispose;
  object_class->get_property = ff_views_get_property;
  object_class->set_property = ff_views_set_property;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, FF_TYPE_GROUP,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, FF_RESOURCE_PREFIX "/ui/ff-views.ui");
  gtk_widget_class_bind_template_child (widget_class, FfViews, split_view);
  gtk_widget_class_bind_template_child (widget_class, FfViews, sidebar);
  gtk_widget_class_bind_template_callback (widget_class, group_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activated_cb);
}

static void
ff_views_init (FfViews *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_views_new:
 * @context: what the views need
 *
 * Returns: (transfer floating): the views, with none shown yet
 */
GtkWidget *
ff_views_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_VIEWS, "context", context, NULL);
}

/**
 * ff_views_get_group:
 * @self: the views
 *
 * Returns: (transfer none) (nullable): the chosen group, or %NULL for all groups
 */
FfGroup *
ff_views_get_group (FfViews *self)
{
  g_return_val_if_fail (FF_IS_VIEWS (self), NULL);

  return ff_sidebar_get_group (self->sidebar);
}

/**
 * ff_views_set_group:
 * @self: the views
 * @uid: a group's uid, or "" for all groups
 *
 * Chooses whose meetings the views show.
 */
void
ff_views_set_group (FfViews *self, const char *uid)
{
  g_return_if_fail (FF_IS_VIEWS (self));

  ff_sidebar_set_group (self->sidebar, uid);
}

/**
 * ff_views_show:
 * @self: the views
 * @id: today, schedule, check-ins, handouts or volunteers
 *
 * Shows a view, made the first time that it is asked for.
 *
 * Returns: (transfer none) (nullable): the view's page, or %NULL where there is no such view
 */
AdwNavigationPage *
ff_views_show (FfViews *self, const char *id)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (FF_IS_VIEWS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  page = ensure_page (self, id);
  if (page == NULL)
    return NULL;

  for (const View *view = views; view->id != NULL; view++)
    if (g_str_equal (view->id, id))
      self->shown = view->id;
  ff_sidebar_mark_view (self->sidebar, id);
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  return page;
}

/**
 * ff_views_get_shown:
 * @self: the views
 *
 * Returns: (transfer none) (nullable): the id of the view that is shown
 */
const char *
ff_views_get_shown (FfViews *self)
{
  g_return_val_if_fail (FF_IS_VIEWS (self), NULL);

  return self->shown;
}

/**
 * ff_views_focus_content:
 * @self: the views
 *
 * Moves the focus into what the view shows, below its header bar, as ff_focus_content() does.
 */
void
ff_views_focus_content (FfViews *self)
{
  AdwNavigationPage *page;
  GtkWidget *content;

  g_return_if_fail (FF_IS_VIEWS (self));

  page = adw_navigation_split_view_get_content (self->split_view);
  content = page != NULL ? adw_navigation_page_get_child (page) : NULL;
  if (ADW_IS_BREAKPOINT_BIN (content))
    content = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (content));
  if (ADW_IS_TOOLBAR_VIEW (content))
    content = adw_toolbar_view_get_content (ADW_TOOLBAR_VIEW (content));
  if (content != NULL)
    ff_focus_content (content);
}

/**
 * ff_views_may_close:
 * @self: the views
 * @then: the action that asks again, a string that stays: `app.quit`
 * @unsaved: what is done where something cannot be saved
 *
 * Returns: whether the window may close now; see ff_check_ins_page_may_close() and ff_handouts_page_may_close()
 */
gboolean
ff_views_may_close (FfViews *self, const char *then, FfUnsaved unsaved)
{
  g_return_val_if_fail (FF_IS_VIEWS (self), TRUE);

  gpointer page = g_hash_table_lookup (self->pages, "check-ins");
  gpointer handouts = g_hash_table_lookup (self->pages, "handouts");

  if (handouts != NULL && !ff_handouts_page_may_close (handouts, then, unsaved))
    return FALSE;

  return page == NULL
         || ff_check_ins_page_may_close (page, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                         then, unsaved);
}
