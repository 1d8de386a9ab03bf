/* ff-occurrence-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of a meeting in a list: when, who and where.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-occurrence-row.h"
#include "ff-when.h"

struct _FfOccurrenceRow
{
  GtkBox parent_instance;

  FfOccurrence *occurrence;
  GTimeZone *zone; /* by whose clock; NULL: the meeting's own */

  GtkWidget *date;
  GtkLabel *weekday;
  GtkLabel *day;
  GtkLabel *start;
  GtkLabel *end;
  GtkLabel *title;
  GtkLabel *where;
  GtkLabel *types;
  GtkLabel *note;
  GtkLabel *mark;
  GtkWidget *wheelchair;
};

G_DEFINE_FINAL_TYPE (FfOccurrenceRow, ff_occurrence_row, GTK_TYPE_BOX)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_times (FfOccurrenceRow *self)
{
  g_autoptr (GDateTime) start = ff_when_shown (self->occurrence, self->zone);
  g_autoptr (GDateTime) end
      = g_date_time_add (start,
                         g_date_time_difference (ff_occurrence_get_end (self->occurrence),
                                                 ff_occurrence_get_start (self->occurrence)));
  g_autofree char *weekday = g_date_time_format (start, "%a");
  /* Translators: the day of the month by itself */
  g_autofree char *day = g_date_time_format (start, C_ ("day of the month", "%-d"));
  g_autofree char *start_time = ff_format_time (start);
  g_autofree char *end_time = ff_format_time (end);

  gtk_label_set_label (self->weekday, weekday);
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->start, start_time);
  gtk_label_set_label (self->end, end_time);
}

/* As much room as any time of day takes, so that titles stand under each other. */
static void
set_time_width (FfOccurrenceRow *self)
{
  g_autoptr (GDateTime) late = g_date_time_new_utc (2000, 1, 1, 22, 0, 0);
  g_autofree char *text = ff_format_time (late);

  gtk_label_set_width_chars (self->start, (int) g_utf8_strlen (text, -1));
}

static void
show_where (FfOccurrenceRow *self)
{
  g_autofree char *where = ff_when_where (self->occurrence);
  g_autofree char *zone = ff_when_zone_shown (self->occurrence, self->zone);

  if (zone != NULL && where[0] != '\0')
    {
      g_autofree char *both = g_strdup_printf ("%s · %s", zone, where);
      show_text (self->where, both);
    }
  else
    show_text (self->where, zone != NULL ? zone : where);
}

static void
ff_occurrence_row_dispose (GObject *object)
{
  FfOccurrenceRow *self = FF_OCCURRENCE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_OCCURRENCE_ROW);
  g_clear_object (&self->occurrence);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ff_occurrence_row_parent_class)->dispose (object);
}

static void
ff_occurrence_row_class_init (FfOccurrenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_occurrence_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-occurrence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, date);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, weekday);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, day);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, start);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, end);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, where);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, note);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, types);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, mark);
  gtk_widget_class_bind_template_child (widget_class, FfOccurrenceRow, wheelchair);
}

static void
ff_occurrence_row_init (FfOccurrenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_time_width (self);
}

/**
 * ff_occurrence_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
ff_occurrence_row_new (void)
{
  return g_object_new (FF_TYPE_OCCURRENCE_ROW, NULL);
}

static void
show_mark (FfOccurrenceRow *self)
{
  show_text (self->mark, ff_when_mark (self->occurrence));
  ff_occurrence_row_style_mark (GTK_WIDGET (self->mark), self->occurrence);
  if (ff_occurrence_get_cancelled (self->occurrence))
    gtk_widget_add_css_class (GTK_WIDGET (self), "cancelled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cancelled");
}

static void
show_note (FfOccurrenceRow *self)
{
  const char *note = ff_occurrence_get_note (self->occurrence);
  g_autofree char *why = ff_when_why (self->occurrence);

  if (why != NULL && note != NULL && *note != '\0')
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", why, note);
      show_text (self->note, both);
    }
  else
    show_text (self->note, why != NULL ? why : note);
}

/**
 * ff_occurrence_row_set_occurrence:
 * @self: a row
 * @occurrence: (nullable): the date to show; %NULL lets go of it
 * @schedule: (nullable): what it is from
 * @zone: (nullable): the zone of the clock to show it by; %NULL for the meeting's own
 * @with_date: whether the row says the day itself, rather than a heading above it
 */
void
ff_occurrence_row_set_occurrence (FfOccurrenceRow *self,
                                  FfOccurrence *occurrence,
                                  FfSchedule *schedule,
                                  GTimeZone *zone,
                                  gboolean with_date)
{
  FfMeeting *meeting;
  g_autofree char *types = NULL;

  g_return_if_fail (FF_IS_OCCURRENCE_ROW (self));
  g_return_if_fail (occurrence == NULL || FF_IS_OCCURRENCE (occurrence));
  g_return_if_fail (occurrence == NULL || FF_IS_SCHEDULE (schedule));

  g_set_object (&self->occurrence, occurrence);
  if (occurrence == NULL)
    return;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  meeting = ff_occurrence_get_meeting (occurrence);
  types = ff_when_types (schedule, meeting);
  gtk_widget_set_visible (self->date, with_date);
  show_times (self);
  show_text (self->title,
             ff_when_title (occurrence,
                            ff_schedule_find_group (schedule, ff_meeting_get_group (meeting))));
  show_where (self);
  show_text (self->types, types);
  show_note (self);
  show_mark (self);
  gtk_widget_set_visible (self->wheelchair, ff_meeting_has_type (meeting, FF_WHEN_WHEELCHAIR));
}

/**
 * ff_occurrence_row_get_occurrence:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the date that it shows
 */
FfOccurrence *
ff_occurrence_row_get_occurrence (FfOccurrenceRow *self)
{
  g_return_val_if_fail (FF_IS_OCCURRENCE_ROW (self), NULL);

  return self->occurrence;
}

/**
 * ff_occurrence_row_style_mark:
 * @mark: what says ff_when_mark()
 * @occurrence: of which date
 *
 * Colours it by how much the date is out of the usual.
 */
void
ff_occurrence_row_style_mark (GtkWidget *mark, FfOccurrence *occurrence)
{
  static const char *const styles[] = {
    [FF_STANDING_ON] = "neutral",      [FF_STANDING_UNDECIDED] = "question",
    [FF_STANDING_CANCELLED] = "quiet", [FF_STANDING_PAUSED] = "quiet",
    [FF_STANDING_HOLIDAY] = "quiet",
  };

  g_return_if_fail (GTK_IS_WIDGET (mark));

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (mark, styles[i]);
  gtk_widget_add_css_class (mark, styles[ff_occurrence_get_standing (occurrence)]);
}
