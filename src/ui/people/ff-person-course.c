/* ff-person-course.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How urge and balance went, over some weeks or all of them.
 */

#include "ff-config.h"

#include "ff-person-course.h"

#include "ff-weeks-chart.h"

struct _FfPersonCourse
{
  AdwBin parent_instance;

  FfPersonRecord *record;

  AdwPreferencesGroup *group;
  FfWeeksChart *chart;
  AdwToggleGroup *stretches;
};

G_DEFINE_FINAL_TYPE (FfPersonCourse, ff_person_course, ADW_TYPE_BIN)

/* Weeks, in the order of the toggles; 0 is all of them. */
static const guint stretches[] = { 13, 52, 0 };

static void
refresh (FfPersonCourse *self)
{
  guint active = MIN (adw_toggle_group_get_active (self->stretches), G_N_ELEMENTS (stretches) - 1);
  g_autoptr (FfWeeks) weeks = ff_weeks_new (self->record, stretches[active]);
  g_autofree char *words = ff_weeks_describe (weeks);

  adw_preferences_group_set_description (self->group, words);
  ff_weeks_chart_set_weeks (self->chart, g_steal_pointer (&weeks));
}

static void
stretch_changed_cb (FfPersonCourse *self)
{
  if (self->record != NULL)
    refresh (self);
}

static void
ff_person_course_dispose (GObject *object)
{
  FfPersonCourse *self = FF_PERSON_COURSE (object);

  g_clear_object (&self->record);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PERSON_COURSE);

  G_OBJECT_CLASS (ff_person_course_parent_class)->dispose (object);
}

static void
ff_person_course_class_init (FfPersonCourseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_person_course_dispose;
  g_type_ensure (FF_TYPE_WEEKS_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-person-course.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPersonCourse, group);
  gtk_widget_class_bind_template_child (widget_class, FfPersonCourse, chart);
  gtk_widget_class_bind_template_child (widget_class, FfPersonCourse, stretches);
  gtk_widget_class_bind_template_callback (widget_class, stretch_changed_cb);
}

static void
ff_person_course_init (FfPersonCourse *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_person_course_show:
 * @self: the course
 * @record: all that is known of a person
 */
void
ff_person_course_show (FfPersonCourse *self, FfPersonRecord *record)
{
  g_return_if_fail (FF_IS_PERSON_COURSE (self));
  g_return_if_fail (record != NULL);

  g_autoptr (FfWeeks) all = ff_weeks_new (record, 0);

  g_set_object (&self->record, record);
  gtk_widget_set_visible (GTK_WIDGET (self), ff_weeks_says (all, FF_SERIES_URGE)
                                                 || ff_weeks_says (all, FF_SERIES_BALANCE));
  gtk_widget_set_visible (GTK_WIDGET (self->stretches), all->n * all->each > stretches[0]);
  refresh (self);
}
