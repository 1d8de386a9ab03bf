/* ff-outline-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a meeting, each with the time at which it begins.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-outline-row.h"

struct _FfOutlineRow
{
  AdwExpanderRow parent_instance;

  char *programme;
  GDateTime *start;
  guint minutes;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (FfOutlineRow, ff_outline_row, ADW_TYPE_EXPANDER_ROW)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static GtkWidget *
make_row (FfOutlinePart *part, GDateTime *start)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = ff_format_time (start);
  g_autofree char *minutes = ff_format_minutes (part->minutes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), part->title);
  if (part->is_protected)
    /* Translators: of a part of the meeting that is never cut short when time runs out */
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Keeps its time"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_label (time));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_label (minutes));
  return row;
}

static void
clear_rows (FfOutlineRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
ff_outline_row_finalize (GObject *object)
{
  FfOutlineRow *self = FF_OUTLINE_ROW (object);

  g_free (self->programme);
  g_clear_pointer (&self->start, g_date_time_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_outline_row_parent_class)->finalize (object);
}

static void
ff_outline_row_class_init (FfOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_outline_row_finalize;
}

static void
ff_outline_row_init (FfOutlineRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Outline"));
}

/**
 * ff_outline_row_set_meeting:
 * @self: a row
 * @programme: what gives the parts
 * @start: when the meeting begins; its zone is the one shown
 * @minutes: how long the meeting is
 *
 * Lists the parts of the programme's outline, scaled to the meeting. Nothing happens where all is as
 * before, so that it stays open.
 */
void
ff_outline_row_set_meeting (FfOutlineRow *self,
                            FfProgramme *programme,
                            GDateTime *start,
                            guint minutes)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *length = NULL;

  g_return_if_fail (FF_IS_OUTLINE_ROW (self));
  g_return_if_fail (FF_IS_PROGRAMME (programme));
  g_return_if_fail (start != NULL);

  if (g_strcmp0 (self->programme, ff_programme_get_id (programme)) == 0 && self->minutes == minutes
      && self->start != NULL && g_date_time_equal (self->start, start))
    return;
  g_set_str (&self->programme, ff_programme_get_id (programme));
  g_clear_pointer (&self->start, g_date_time_unref);
  self->start = g_date_time_ref (start);
  self->minutes = minutes;

  clear_rows (self);
  length = ff_format_minutes (minutes);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), length);
  parts = ff_programme_get_outline (programme, minutes);
  at = g_date_time_ref (start);
  for (guint i = 0; i < parts->len; i++)
    {
      FfOutlinePart *part = g_ptr_array_index (parts, i);
      GtkWidget *row = make_row (part, at);
      GDateTime *next = g_date_time_add_minutes (at, (int) part->minutes);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
      g_date_time_unref (at);
      at = next;
    }
}
