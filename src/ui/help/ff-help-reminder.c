/* ff-help-reminder.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A quiet row that is there only while a group has no help lines.
 */

#include "ff-config.h"

#include "ff-help-reminder.h"

#include <glib/gi18n-lib.h>

#include "ff-help-line-repository.h"

struct _FfHelpReminder
{
  AdwBin parent_instance;

  FfStore *store;
  FfGroup *group; /* (nullable) */

  GtkWidget *row;
  GtkActionable *add_button;
};

G_DEFINE_FINAL_TYPE (FfHelpReminder, ff_help_reminder, ADW_TYPE_BIN)

/* What cannot be read is told where it is wanted; here it is no reason to say that there is nothing. */
static void
update (FfHelpReminder *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (self->group != NULL)
    lines = ff_help_line_repository_list (self->store, ff_group_get_uid (self->group), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), lines != NULL && lines->len == 0);
}

static void
on_store_changed (FfHelpReminder *self, FfAggregate aggregate, GStrv ids)
{
  if (self->group != NULL
      && (aggregate == FF_AGGREGATE_ALL
          || (aggregate == FF_AGGREGATE_GROUP
              && g_strv_contains ((const char *const *) ids, ff_group_get_uid (self->group)))))
    update (self);
}

static void
show_group (FfHelpReminder *self)
{
  g_autofree char *subtitle = g_strdup_printf (
      /* Translators: %s is a group's name */
      _ ("Whom people of %s can turn to when it cannot wait"), ff_group_get_name (self->group));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), subtitle);
  gtk_actionable_set_action_target (self->add_button, "s", ff_group_get_uid (self->group));
}

static void
ff_help_reminder_dispose (GObject *object)
{
  FfHelpReminder *self = FF_HELP_REMINDER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_HELP_REMINDER);
  g_clear_object (&self->store);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (ff_help_reminder_parent_class)->dispose (object);
}

static void
ff_help_reminder_class_init (FfHelpReminderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_help_reminder_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-help-reminder.ui");
  gtk_widget_class_bind_template_child (widget_class, FfHelpReminder, row);
  gtk_widget_class_bind_template_child (widget_class, FfHelpReminder, add_button);
}

static void
ff_help_reminder_init (FfHelpReminder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_help_reminder_set_group:
 * @self: a reminder
 * @store: where help lines are kept; always the same
 * @group: (nullable): whose are looked after
 */
void
ff_help_reminder_set_group (FfHelpReminder *self, FfStore *store, FfGroup *group)
{
  g_return_if_fail (FF_IS_HELP_REMINDER (self));
  g_return_if_fail (FF_IS_STORE (store));
  g_return_if_fail (group == NULL || FF_IS_GROUP (group));

  if (g_set_object (&self->store, store))
    g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                             G_CONNECT_SWAPPED);
  if (!g_set_object (&self->group, group))
    return;
  if (group != NULL)
    show_group (self);
  update (self);
}
