/* ff-agenda-view.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates from today on, one under the other, as far as somebody scrolls.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda-list.h"
#include "ff-agenda-view.h"
#include "ff-toast.h"
#include "ff-week-days.h"
#include "ff-when.h"

/* How much is worked out at first, and at each step on or back; of very many meetings, and of others. */
#define MANY_MEETINGS 500
#define STEP_WEEKS_OF_MANY 1
#define STEP_WEEKS 4
/* With few dates, how far to look without being asked, and how far scrolling goes. */
#define LOOK_AHEAD_WEEKS 26
#define HORIZON_WEEKS 104

struct _FfAgendaView
{
  AdwBin parent_instance;

  FfAgenda *agenda;
  FfClock *clock;
  char *title;
  GDateTime *goal;  /* (nullable): what to show once it was worked out */
  gboolean earlier; /* earlier dates were asked for and are being worked out */
  guint n_before;   /* how many dates there were then */

  GtkStack *stack;
  FfAgendaList *list;
};

typedef enum
{
  PROP_TITLE = 1,
} FfAgendaViewProps;

static GParamSpec *props[PROP_TITLE + 1];

enum
{
  OPENED,
  LISTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfAgendaView, ff_agenda_view, ADW_TYPE_BIN)

static GDateTime *
dup_midnight (FfAgendaView *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (self->clock);
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

static int
get_step (FfAgendaView *self)
{
  FfSchedule *schedule = ff_timetable_get_shown (ff_agenda_get_timetable (self->agenda));

  return schedule != NULL && ff_schedule_get_meetings (schedule)->len > MANY_MEETINGS
             ? STEP_WEEKS_OF_MANY
             : STEP_WEEKS;
}

/* Whether there is more to be had within @weeks from today; works it out if so. */
static gboolean
look_ahead (FfAgendaView *self, int weeks)
{
  g_autoptr (GDateTime) today = dup_midnight (self);
  g_autoptr (GDateTime) horizon = g_date_time_add_weeks (today, weeks);
  GDateTime *until = ff_agenda_get_until (self->agenda);
  g_autoptr (GDateTime) further = g_date_time_add_weeks (until, get_step (self));

  if (!ff_agenda_has_meetings (self->agenda) || g_date_time_compare (until, horizon) >= 0)
    return FALSE;
  ff_agenda_set_span (self->agenda, ff_agenda_get_from (self->agenda), further);
  return TRUE;
}

/* That of the first date that is seen; today's where there is none. */
static GDateTime *
dup_first (FfAgendaView *self)
{
  FfOccurrence *first = ff_agenda_list_get_first (self->list);

  return first != NULL ? ff_when_shown (first, ff_agenda_get_zone (self->agenda))
                       : dup_midnight (self);
}

static void
show_title (FfAgendaView *self)
{
  g_autoptr (GDateTime) first = dup_first (self);
  FfWallTime day = ff_wall_time_from_date_time (first);
  g_autofree char *title = ff_month_format (&day);

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
show_state (FfAgendaView *self)
{
  const char *state = "quiet";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) > 0)
    state = "list";
  else if (ff_agenda_get_loading (self->agenda))
    state = "loading";
  gtk_stack_set_visible_child_name (self->stack, state);
}

/* Midnight before the Monday of the week that @time is in, on the clock that it is shown by. */
static GDateTime *
dup_monday (GDateTime *time)
{
  g_autoptr (GDateTime) monday
      = g_date_time_add_days (time, 1 - g_date_time_get_day_of_week (time));
  int year, month, day;

  g_date_time_get_ymd (monday, &year, &month, &day);
  return g_date_time_new (g_date_time_get_timezone (time), year, month, day, 0, 0, 0);
}

static void
show_week_of (FfAgendaView *self, guint position)
{
  g_autoptr (FfOccurrence) date = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);
  g_autoptr (GDateTime) time = ff_when_shown (date, ff_agenda_get_zone (self->agenda));
  g_autoptr (GDateTime) monday = dup_monday (time);

  ff_agenda_list_show_first (self->list, ff_agenda_find (self->agenda, monday));
}

static void
reveal_earlier (FfAgendaView *self)
{
  guint added = g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) - self->n_before;

  self->earlier = FALSE;
  if (added > 0)
    show_week_of (self, added - 1);
  else
    ff_toast_show (GTK_WIDGET (self), _ ("No meetings in the weeks before"));
}

static void
reveal_goal (FfAgendaView *self)
{
  g_autoptr (GDateTime) goal = g_steal_pointer (&self->goal);

  ff_agenda_list_show_first (self->list, ff_agenda_find (self->agenda, goal));
}

/* Few dates leave room on the screen, which asks for no more by itself. */
static void
on_listed (FfAgendaView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) > 0
      || !look_ahead (self, LOOK_AHEAD_WEEKS))
    {
      show_state (self);
      if (self->earlier)
        reveal_earlier (self);
      else if (self->goal != NULL)
        reveal_goal (self);
    }
  g_signal_emit (self, signals[LISTED], 0);
}

static void
end_near_cb (FfAgendaView *self)
{
  if (!ff_agenda_get_loading (self->agenda))
    look_ahead (self, HORIZON_WEEKS);
}

static void
scrolled_cb (FfAgendaView *self)
{
  show_title (self);
}

static void
opened_cb (FfAgendaView *self, FfOccurrence *occurrence)
{
  g_signal_emit (self, signals[OPENED], 0, occurrence);
}

static void
ff_agenda_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfAgendaView *self = FF_AGENDA_VIEW (object);

  switch ((FfAgendaViewProps) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_agenda_view_dispose (GObject *object)
{
  FfAgendaView *self = FF_AGENDA_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_AGENDA_VIEW);
  g_clear_object (&self->agenda);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->goal, g_date_time_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_agenda_view_parent_class)->dispose (object);
}

static void
ff_agenda_view_class_init (FfAgendaViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_agenda_view_get_property;
  object_class->dispose = ff_agenda_view_dispose;

  /**
   * FfAgendaView:title:
   *
   * The month of the first date that is seen.
   */
  props[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, FF_TYPE_OCCURRENCE);
  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FfAgendaView, stack);
  gtk_widget_class_bind_template_child (widget_class, FfAgendaView, list);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_near_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
}

static void
ff_agenda_view_init (FfAgendaView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_agenda_view_new:
 * @timetable: whose dates to show
 * @clock: what says which day is today
 *
 * Returns: (transfer floating): the dates of the coming weeks
 */
GtkWidget *
ff_agenda_view_new (FfTimetable *timetable, FfClock *clock)
{
  FfAgendaView *self;

  g_return_val_if_fail (FF_IS_TIMETABLE (timetable), NULL);
  g_return_val_if_fail (FF_IS_CLOCK (clock), NULL);

  self = g_object_new (FF_TYPE_AGENDA_VIEW, NULL);
  self->clock = g_object_ref (clock);
  self->agenda = ff_agenda_new (timetable);
  ff_agenda_list_set_agenda (self->list, self->agenda, clock);
  g_signal_connect_object (self->agenda, "listed", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  ff_agenda_view_start_over (self);
  show_title (self);
  return GTK_WIDGET (self);
}

/**
 * ff_agenda_view_get_agenda:
 * @self: the view
 *
 * Returns: (transfer none): the dates that it shows
 */
FfAgenda *
ff_agenda_view_get_agenda (FfAgendaView *self)
{
  g_return_val_if_fail (FF_IS_AGENDA_VIEW (self), NULL);

  return self->agenda;
}

/**
 * ff_agenda_view_set_by_week:
 * @self: the view
 * @by_week: whether each heading is a week, rather than a day
 */
void
ff_agenda_view_set_by_week (FfAgendaView *self, gboolean by_week)
{
  g_return_if_fail (FF_IS_AGENDA_VIEW (self));

  ff_agenda_list_set_by_week (self->list, by_week);
}

/**
 * ff_agenda_view_start_over:
 * @self: the view
 *
 * Lists the dates from today on, and lets go of those that scrolling brought.
 */
void
ff_agenda_view_start_over (FfAgendaView *self)
{
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) until = NULL;

  g_return_if_fail (FF_IS_AGENDA_VIEW (self));

  from = dup_midnight (self);
  until = g_date_time_add_weeks (from, STEP_WEEKS_OF_MANY);
  self->earlier = FALSE;
  g_clear_pointer (&self->goal, g_date_time_unref);
  self->goal = g_date_time_ref (from);
  ff_agenda_list_start_over (self->list);
  ff_agenda_set_span (self->agenda, from, until);
  show_state (self);
}

/**
 * ff_agenda_view_show_today:
 * @self: the view
 *
 * Moves the focus to the first date from today on.
 */
void
ff_agenda_view_show_today (FfAgendaView *self)
{
  g_autoptr (GDateTime) today = NULL;
  guint position;

  g_return_if_fail (FF_IS_AGENDA_VIEW (self));

  today = dup_midnight (self);
  position = ff_agenda_find (self->agenda, today);
  ff_agenda_list_show_first (self->list, position);
  ff_agenda_list_scroll_to (self->list, position);
}

/**
 * ff_agenda_view_show_next:
 * @self: the view
 *
 * Goes on to the week after that of the first date that is seen.
 */
void
ff_agenda_view_show_next (FfAgendaView *self)
{
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) monday = NULL;
  g_autoptr (GDateTime) next = NULL;
  guint position;

  g_return_if_fail (FF_IS_AGENDA_VIEW (self));

  first = dup_first (self);
  monday = dup_monday (first);
  next = g_date_time_add_weeks (monday, 1);
  position = ff_agenda_find (self->agenda, next);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->agenda)))
    ff_agenda_list_show_first (self->list, position);
  else if (!ff_agenda_get_loading (self->agenda) && look_ahead (self, HORIZON_WEEKS))
    {
      g_clear_pointer (&self->goal, g_date_time_unref);
      self->goal = g_steal_pointer (&next);
    }
}

/**
 * ff_agenda_view_show_previous:
 * @self: the view
 *
 * Goes back to the beginning of the week of the first date that is seen, or to the week before; works out what was before today
 * where it has to.
 */
void
ff_agenda_view_show_previous (FfAgendaView *self)
{
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) monday = NULL;
  g_autoptr (GDateTime) earlier = NULL;
  guint begin;

  g_return_if_fail (FF_IS_AGENDA_VIEW (self));

  first = dup_first (self);
  monday = dup_monday (first);
  begin = ff_agenda_find (self->agenda, monday);
  if (begin > 0)
    {
      show_week_of (self, ff_agenda_find (self->agenda, first) > begin ? begin : begin - 1);
      return;
    }
  if (ff_agenda_get_loading (self->agenda) || !ff_agenda_has_meetings (self->agenda))
    return;
  self->earlier = TRUE;
  self->n_before = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));
  earlier = g_date_time_add_weeks (ff_agenda_get_from (self->agenda), -get_step (self));
  ff_agenda_set_span (self->agenda, earlier, ff_agenda_get_until (self->agenda));
}

/**
 * ff_agenda_view_get_title:
 * @self: the view
 *
 * Returns: (transfer none): the month of the first date that is seen
 */
const char *
ff_agenda_view_get_title (FfAgendaView *self)
{
  g_return_val_if_fail (FF_IS_AGENDA_VIEW (self), NULL);

  return self->title;
}
