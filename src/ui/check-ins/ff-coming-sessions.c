/* ff-coming-sessions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates for which check-ins are to be written next, as buttons over the list.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-coming-sessions.h"
#include "ff-format.h"
#include "ff-group-repository.h"
#include "ff-session-repository.h"

#define MOST_OFFERED 3

/* Of one group, what was missed in the last week is offered, and the next date of a monthly meeting; of all groups, what is on about now. */
#define DAYS_BACK 7
#define DAYS_AHEAD 35

static gboolean
is_written (FfStore *store, FfOccurrence *occurrence)
{
  g_autoptr (FfSession) session
      = ff_session_repository_find (store,
                                    ff_meeting_get_uid (ff_occurrence_get_meeting (occurrence)),
                                    ff_occurrence_get_rule_time (occurrence), NULL);

  return session != NULL;
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * ff_coming_sessions_list_async:
 * @timetable: of the same group, or of all
 * @clock: what time it is
 * @group: (nullable): one group, or %NULL for all
 * @cancellable: (nullable): to give up
 * @callback: takes the dates with ff_timetable_list_finish(), for ff_coming_sessions_choose()
 * @user_data: for @callback
 */
void
ff_coming_sessions_list_async (FfTimetable *timetable,
                               FfClock *clock,
                               FfGroup *group,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (clock);
  g_autoptr (GDateTime) from = g_date_time_add_days (now, group != NULL ? -DAYS_BACK : -1);
  g_autoptr (GDateTime) until = g_date_time_add_days (now, group != NULL ? DAYS_AHEAD : 1);

  ff_timetable_list_async (timetable, from, until, cancellable, callback, user_data);
}

/**
 * ff_coming_sessions_choose:
 * @dates: (element-type FfOccurrence): dates by their start
 * @context: what a view is handed
 * @group: (nullable): one group, or %NULL for all
 *
 * Today's dates; else the next one. Of one group also those of the last week that nothing was written about.
 *
 * Returns: (element-type FfOccurrence) (transfer full): the dates in their order
 */
GPtrArray *
ff_coming_sessions_choose (GPtrArray *dates, FfContext *context, FfGroup *group)
{
  FfStore *store = ff_context_get_store (context);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autoptr (GPtrArray) offered = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean any_now = FALSE;

  for (guint i = 0; i < dates->len && offered->len < MOST_OFFERED; i++)
    {
      FfOccurrence *occurrence = g_ptr_array_index (dates, i);
      GDateTime *start = ff_occurrence_get_start (occurrence);
      gboolean today = is_same_day (start, now);
      gboolean past = g_date_time_compare (start, now) < 0;

      if (ff_occurrence_get_cancelled (occurrence))
        continue;
      if (today || (past ? group != NULL && !is_written (store, occurrence) : !any_now))
        g_ptr_array_add (offered, g_object_ref (occurrence));
      any_now = any_now || today || !past;
    }
  return g_steal_pointer (&offered);
}

static GtkWidget *
make_button (FfOccurrence *occurrence, FfContext *context)
{
  FfMeeting *meeting = ff_occurrence_get_meeting (occurrence);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autofree char *date = ff_format_date_short (ff_occurrence_get_start (occurrence), now);
  /* Translators: %s is a short date like “Tue 24 Nov” */
  g_autofree char *text = g_strdup_printf (_ ("Write check-ins for %s"), date);
  g_autofree char *time = ff_format_time (ff_occurrence_get_start (occurrence));
  g_autofree char *key = ff_wall_time_to_string (ff_occurrence_get_rule_time (occurrence));
  g_autoptr (FfGroup) group = ff_group_repository_get (ff_context_get_store (context),
                                                       ff_meeting_get_group (meeting), NULL);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  if (group != NULL)
    {
      g_autofree char *tooltip = g_strdup_printf ("%s, %s", ff_group_get_name (group), time);
      gtk_widget_set_tooltip_text (button, tooltip);
    }
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", ff_meeting_get_uid (meeting),
                                    key);
  if (g_date_time_compare (ff_occurrence_get_end (occurrence), now) >= 0)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

/**
 * ff_coming_sessions_fill:
 * @box: where the buttons go, instead of what is in it
 * @occurrences: (element-type FfOccurrence): the dates
 * @context: what a view is handed
 */
void
ff_coming_sessions_fill (GtkBox *box, GPtrArray *occurrences, FfContext *context)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < occurrences->len; i++)
    gtk_box_append (box, make_button (g_ptr_array_index (occurrences, i), context));
}
