/* ff-volunteer-duties.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The duties of a volunteer: those to come, and the last ones that were.
 */

#include "ff-config.h"

#include "ff-volunteer-duties.h"

#include <glib/gi18n-lib.h>

#include "ff-assignment-repository.h"
#include "ff-format.h"
#include "ff-roster-repository.h"
#include "ff-schedule-repository.h"
#include "ff-toast.h"

/* Each of both lists; the rota has all. */
#define MOST_ROWS 12
#define HALF_YEAR 183

struct _FfVolunteerDuties
{
  AdwBin parent_instance;

  FfContext *context;     /* (nullable) */
  GCancellable *reading;  /* (nullable) */
  GPtrArray *assignments; /* (nullable) from when they are read until they are shown */

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (FfVolunteerDuties, ff_volunteer_duties, ADW_TYPE_BIN)

/* --- A duty --- */

/* What a row is made with. */
typedef struct
{
  FfSchedule *schedule;
  GPtrArray *roles; /* (nullable) */
  GDateTime *now;
  FfWallTime present;
} Words;

static const char *
find_role_title (const Words *words, const char *uid)
{
  for (guint i = 0; words->roles != NULL && i < words->roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (words->roles, i);

      if (g_str_equal (ff_role_get_uid (role), uid))
        return ff_role_get_title (role);
    }
  return "";
}

/* (nullable): NULL where the date is not there any more */
static FfOccurrence *
find_occurrence (FfSchedule *schedule, FfAssignment *assignment)
{
  const FfWallTime *rule_time = ff_assignment_get_rule_time (assignment);
  FfMeeting *meeting = ff_schedule_find_meeting (schedule, ff_assignment_get_meeting (assignment));
  GPtrArray *overrides
      = meeting != NULL ? ff_schedule_get_overrides (schedule, ff_meeting_get_uid (meeting)) : NULL;
  FfOverride *own = NULL;

  if (meeting == NULL)
    return NULL;
  for (guint i = 0; overrides != NULL && own == NULL && i < overrides->len; i++)
    {
      FfOverride *override = g_ptr_array_index (overrides, i);

      if (ff_wall_time_compare (ff_override_get_rule_time (override), rule_time) == 0)
        own = override;
    }
  return ff_occurrence_new (meeting, rule_time, own, ff_schedule_find_holidays (schedule, meeting),
                            NULL);
}

static GtkWidget *
make_row (const Words *words, FfAssignment *assignment)
{
  g_autoptr (FfOccurrence) occurrence = find_occurrence (words->schedule, assignment);
  FfMeeting *meeting;
  FfGroup *group;
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (occurrence == NULL)
    return NULL;
  meeting = ff_occurrence_get_meeting (occurrence);
  group = ff_schedule_find_group (words->schedule, ff_meeting_get_group (meeting));
  when = ff_format_when (ff_occurrence_get_start (occurrence), words->now);
  title = ff_format_capitalized (when);
  subtitle
      = g_strdup_printf ("%s · %s · %s", group != NULL ? ff_group_get_name (group) : "",
                         find_role_title (words, ff_assignment_get_role (assignment)),
                         ff_occurrence_get_cancelled (occurrence)
                             ? _ ("The meeting is not held")
                             : ff_duty_status_get_title (ff_assignment_get_status (assignment)));
  row = adw_action_row_new ();
  /* First: texts that are set before it are taken for markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set (row, "title", title, "subtitle", subtitle, NULL);
  return row;
}

static void
add_group (FfVolunteerDuties *self, const char *title, GPtrArray *rows)
{
  GtkWidget *group;

  if (rows->len == 0)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));
  gtk_box_append (self->box, group);
}

static void
add_duty (GPtrArray *rows, const Words *words, FfAssignment *assignment)
{
  GtkWidget *row = rows->len < MOST_ROWS ? make_row (words, assignment) : NULL;

  if (row != NULL)
    g_ptr_array_add (rows, g_object_ref_sink (row));
}

/* By rule time: those to come soonest first, those that were latest first. */
static void
show_duties (FfVolunteerDuties *self, const Words *words)
{
  GPtrArray *assignments = self->assignments;
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < assignments->len; i++)
    {
      FfAssignment *assignment = g_ptr_array_index (assignments, i);

      if (ff_wall_time_compare (ff_assignment_get_rule_time (assignment), &words->present) >= 0)
        add_duty (coming, words, assignment);
    }
  for (guint i = assignments->len; i > 0; i--)
    {
      FfAssignment *assignment = g_ptr_array_index (assignments, i - 1);

      if (ff_wall_time_compare (ff_assignment_get_rule_time (assignment), &words->present) < 0)
        add_duty (past, words, assignment);
    }
  add_group (self, _ ("Duties to Come"), coming);
  add_group (self, _ ("Last Duties"), past);
}

/* --- Reading --- */

/* They are being read again, or the page went meanwhile. */
static gboolean
is_given_up (FfVolunteerDuties *self, const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL;
}

static void
on_scheduled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfVolunteerDuties) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfSchedule) schedule
      = ff_schedule_repository_read_finish (FF_STORE (source), result, &error);
  g_autoptr (GPtrArray) roles = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (is_given_up (self, error))
    return;
  g_clear_object (&self->reading);
  if (schedule != NULL)
    {
      roles = ff_roster_repository_list_roles (FF_STORE (source), NULL);
      now = ff_clock_get_now (ff_context_get_clock (self->context));
      show_duties (self, &(Words) { schedule, roles, now, ff_wall_time_from_date_time (now) });
    }
  else
    {
      ff_toast_error (GTK_WIDGET (self), error);
    }
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfVolunteerDuties) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) assignments
      = ff_assignment_repository_list_finish (FF_STORE (source), result, &error);

  if (is_given_up (self, error))
    return;
  if (assignments == NULL)
    {
      g_clear_object (&self->reading);
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  self->assignments = g_steal_pointer (&assignments);
  ff_schedule_repository_read_async (FF_STORE (source), NULL, self->reading, on_scheduled,
                                     g_object_ref (self));
}

static void
stop (FfVolunteerDuties *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->assignments, g_ptr_array_unref);
}

static void
ff_volunteer_duties_dispose (GObject *object)
{
  FfVolunteerDuties *self = FF_VOLUNTEER_DUTIES (object);

  stop (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_volunteer_duties_parent_class)->dispose (object);
}

static void
ff_volunteer_duties_class_init (FfVolunteerDutiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_duties_dispose;
}

static void
ff_volunteer_duties_init (FfVolunteerDuties *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * ff_volunteer_duties_show:
 * @self: the duties
 * @context: what a view is handed
 * @volunteer: whose, by uid
 *
 * Reads half a year of them before and after today, on the reader's thread.
 */
void
ff_volunteer_duties_show (FfVolunteerDuties *self, FfContext *context, const char *volunteer)
{
  g_return_if_fail (FF_IS_VOLUNTEER_DUTIES (self));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (volunteer != NULL);

  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  FfWallTime today = ff_wall_time_from_date_time (now);
  FfWallTime from = ff_wall_time_add_days (&today, -HALF_YEAR);
  FfWallTime until = ff_wall_time_add_days (&today, HALF_YEAR);

  g_set_object (&self->context, context);
  stop (self);
  self->reading = g_cancellable_new ();
  ff_assignment_repository_list_async (ff_context_get_store (context), NULL, volunteer, &from,
                                       &until, self->reading, on_listed, g_object_ref (self));
}
