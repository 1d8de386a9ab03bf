/* ff-reminder-notice.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notifications before meetings: what, when and where, and nobody's name.
 */

#include "ff-config.h"

#include "ff-reminder-notice.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"

#define MOST_NOTICES 3
#define REST_ID "reminders"

/* On the clock of this computer, wherever the meeting is. */
static char *
format_time (GDateTime *instant)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (instant);

  return ff_format_time (local);
}

/**
 * ff_reminder_notice_get_body:
 * @reminder: a reminder
 *
 * Returns: (transfer full): when on the clock of this computer, and where
 */
char *
ff_reminder_notice_get_body (FfReminder *reminder)
{
  FfOccurrence *occurrence = reminder->occurrence;
  const char *place = ff_occurrence_get_place (occurrence);
  const gboolean is_online = *ff_occurrence_get_link (occurrence) != '\0';
  g_autofree char *time = format_time (ff_occurrence_get_start (occurrence));

  if (ff_occurrence_get_standing (occurrence) == FF_STANDING_UNDECIDED)
    /* Translators: the first %s is a time of day, the second a holiday’s name */
    return g_strdup_printf (_ ("At %s on %s: somebody has to say whether it is held."), time,
                            ff_occurrence_get_reason (occurrence));
  if (*place != '\0' && is_online)
    /* Translators: a time of day, and the place of a meeting */
    return g_strdup_printf (_ ("At %s, %s and online"), time, place);
  if (*place != '\0')
    /* Translators: a time of day, and the place of a meeting */
    return g_strdup_printf (C_ ("reminder", "At %s, %s"), time, place);
  if (is_online)
    return g_strdup_printf (_ ("At %s, online"), time);

  return g_strdup_printf (C_ ("reminder", "At %s"), time);
}

/**
 * ff_reminder_notice_get_rest:
 * @due: (element-type FfReminder): what it is time for, soonest first
 *
 * Returns: (transfer full) (nullable): what sums up those that have no notification of their own
 */
char *
ff_reminder_notice_get_rest (GPtrArray *due)
{
  g_autofree char *time = NULL;
  FfReminder *last;

  if (due->len <= MOST_NOTICES)
    return NULL;

  last = g_ptr_array_index (due, due->len - 1);
  time = format_time (ff_occurrence_get_start (last->occurrence));
  return g_strdup_printf (
      /* Translators: how many, and a time of day */
      ngettext ("%u more meeting begins by %s", "%u more meetings begin by %s",
                due->len - MOST_NOTICES),
      due->len - MOST_NOTICES, time);
}

static void
send_one (GApplication *application, FfReminder *reminder)
{
  g_autoptr (GNotification) notification = g_notification_new (reminder->title);
  g_autofree char *body = ff_reminder_notice_get_body (reminder);
  g_autofree char *key = ff_reminder_get_key (reminder);
  g_autofree char *rule_time
      = ff_wall_time_to_string (ff_occurrence_get_rule_time (reminder->occurrence));

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (
      notification, "app.open-occurrence", "(ss)",
      ff_meeting_get_uid (ff_occurrence_get_meeting (reminder->occurrence)), rule_time);
  g_application_send_notification (application, key, notification);
}

/**
 * ff_reminder_notice_send:
 * @application: whose notifications they are
 * @due: (element-type FfReminder): what it is time for, soonest first
 *
 * Activating one opens the check-ins of its date; the one that sums up opens the schedule.
 */
void
ff_reminder_notice_send (GApplication *application, GPtrArray *due)
{
  g_autofree char *rest = ff_reminder_notice_get_rest (due);

  for (guint i = 0; i < MIN (due->len, MOST_NOTICES); i++)
    send_one (application, g_ptr_array_index (due, i));

  if (rest != NULL)
    {
      g_autoptr (GNotification) notification = g_notification_new (rest);

      g_notification_set_default_action (notification, "app.open-schedule");
      g_application_send_notification (application, REST_ID, notification);
    }
}
