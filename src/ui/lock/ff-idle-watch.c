/* ff-idle-watch.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notices that nobody has used the windows for a while, time asleep included.
 */

#include "ff-config.h"

#include "ff-idle-watch.h"

#include <math.h>
#include <time.h>

#define CHECK_SECONDS 10

struct _FfIdleWatch
{
  GObject parent_instance;

  GtkApplication *application;
  FfIdleClock clock;
  gint64 last; /* when a window was used */
  int minutes;
  guint check_id;
  double x, y; /* where the pointer was */
};

typedef enum
{
  PROP_MINUTES = 1,
} FfIdleWatchProps;

static GParamSpec *properties[PROP_MINUTES + 1];

enum
{
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfIdleWatch, ff_idle_watch, G_TYPE_OBJECT)

#define CONTROLLER_NAME "ff-idle-watch"

/* Unlike the clock of timeouts, this one goes on while the computer sleeps. */
static gint64
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec;
}

static gboolean
is_idle (FfIdleWatch *self)
{
  return self->minutes > 0 && self->clock () - self->last >= (gint64) self->minutes * 60;
}

/* A layout that changes under a pointer at rest makes motion events as well. */
static gboolean
has_moved (FfIdleWatch *self, GdkEvent *event)
{
  double x, y;

  if (!gdk_event_get_position (event, &x, &y) || (fabs (x - self->x) < 1 && fabs (y - self->y) < 1))
    return FALSE;
  self->x = x;
  self->y = y;

  return TRUE;
}

static gboolean
is_use (FfIdleWatch *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_TOUCHPAD_SWIPE:
      return TRUE;

    case GDK_MOTION_NOTIFY:
      return has_moved (self, event);

    default:
      return FALSE;
    }
}

static gboolean
event_cb (FfIdleWatch *self, GdkEvent *event)
{
  if (!is_use (self, event))
    return GDK_EVENT_PROPAGATE;

  /* The first thing after a long sleep comes too late, and is not for what was shown before it. */
  if (is_idle (self))
    {
      ff_idle_watch_check (self);
      ff_idle_watch_touch (self);
      return GDK_EVENT_STOP;
    }
  ff_idle_watch_touch (self);

  return GDK_EVENT_PROPAGATE;
}

static void
add_window (FfIdleWatch *self, GtkWindow *window)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_name (controller, CONTROLLER_NAME);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static gboolean
check_cb (gpointer user_data)
{
  ff_idle_watch_check (user_data);

  return G_SOURCE_CONTINUE;
}

static void
remove_controller (GtkWidget *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), CONTROLLER_NAME) == 0)
        gtk_widget_remove_controller (window, controller);
    }
}

static void
ff_idle_watch_dispose (GObject *object)
{
  FfIdleWatch *self = FF_IDLE_WATCH (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  if (self->application != NULL)
    for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
      remove_controller (l->data);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (ff_idle_watch_parent_class)->dispose (object);
}

static void
ff_idle_watch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfIdleWatch *self = FF_IDLE_WATCH (object);

  switch ((FfIdleWatchProps) prop_id)
    {
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_idle_watch_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfIdleWatch *self = FF_IDLE_WATCH (object);

  switch ((FfIdleWatchProps) prop_id)
    {
    case PROP_MINUTES:
      if (self->minutes == g_value_get_int (value))
        break;
      self->minutes = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_idle_watch_class_init (FfIdleWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_idle_watch_dispose;
  object_class->get_property = ff_idle_watch_get_property;
  object_class->set_property = ff_idle_watch_set_property;

  properties[PROP_MINUTES]
      = g_param_spec_int ("minutes", NULL, NULL, 0, G_MAXINT / 60, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[IDLE] = g_signal_new ("idle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
ff_idle_watch_init (FfIdleWatch *self)
{
}

/**
 * ff_idle_watch_new:
 * @application: whose windows are watched, those that are opened later as well
 * @clock: (nullable): seconds that only go forward, for tests
 *
 * Returns: (transfer full): a watch that waits for no time at all until it is told how long
 */
FfIdleWatch *
ff_idle_watch_new (GtkApplication *application, FfIdleClock clock)
{
  FfIdleWatch *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (FF_TYPE_IDLE_WATCH, NULL);
  self->application = g_object_ref (application);
  self->clock = clock != NULL ? clock : get_seconds;
  self->last = self->clock ();
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    add_window (self, l->data);
  g_signal_connect_object (application, "window-added", G_CALLBACK (add_window), self,
                           G_CONNECT_SWAPPED);
  self->check_id = g_timeout_add_seconds (CHECK_SECONDS, check_cb, self);
  g_source_set_name_by_id (self->check_id, "[fourfold] idle");

  return self;
}

/**
 * ff_idle_watch_touch:
 * @self: a watch
 *
 * Begins to count anew.
 */
void
ff_idle_watch_touch (FfIdleWatch *self)
{
  g_return_if_fail (FF_IS_IDLE_WATCH (self));

  self->last = self->clock ();
}

/**
 * ff_idle_watch_check:
 * @self: a watch
 *
 * Emits the signal where nobody has used a window for long enough.
 */
void
ff_idle_watch_check (FfIdleWatch *self)
{
  g_return_if_fail (FF_IS_IDLE_WATCH (self));

  if (is_idle (self))
    g_signal_emit (self, signals[IDLE], 0);
}
