/* ff-keeping-reminder.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line above Today, at most once a month: keep a copy elsewhere, or let go of old notes.
 */

#include "ff-config.h"

#include "ff-keeping-reminder.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-retention.h"
#include "ff-session-repository.h"

#define DAYS_OF_PEACE 7

typedef enum
{
  REMIND_NOTHING,
  REMIND_COPY,
  REMIND_PURGE,
} Reminder;

struct _FfKeepingReminder
{
  AdwBin parent_instance;

  FfContext *context;
  GCancellable *cancellable;
  Reminder reminder;
  int day; /* of the month, when it was last looked at */
  gboolean has_old_notes;
  gboolean is_counting;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *act_button;
};

typedef enum
{
  PROP_REVEALED = 1,
} FfKeepingReminderProps;

static GParamSpec *properties[PROP_REVEALED + 1];

G_DEFINE_FINAL_TYPE (FfKeepingReminder, ff_keeping_reminder, ADW_TYPE_BIN)

static GSettings *
get_settings (FfKeepingReminder *self)
{
  return ff_context_get_settings (self->context);
}

static GDateTime *
dup_now (FfKeepingReminder *self)
{
  return ff_clock_get_now (ff_context_get_clock (self->context));
}

static gboolean
is_due (FfKeepingReminder *self, const char *done, const char *reminded)
{
  g_autoptr (GDateTime) now = dup_now (self);
  gint64 last = done != NULL ? g_settings_get_int64 (get_settings (self), done) : 0;

  return ff_keeping_reminder_is_due (now, last,
                                     g_settings_get_int64 (get_settings (self), reminded));
}

/* What cannot be read is told where it is wanted; here it is no reason to speak. */
static gboolean
has_limit (FfKeepingReminder *self)
{
  g_autoptr (GPtrArray) groups
      = ff_group_repository_list (ff_context_get_store (self->context), NULL);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      if (!ff_group_get_sample (group) && ff_group_get_keep_months (group) > 0)
        return TRUE;
    }
  return FALSE;
}

/* The very first evening is no time to think of copies. */
static gboolean
has_settled_in (FfKeepingReminder *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  FfWallTime week_ago = ff_wall_time_from_date_time (now);

  week_ago = ff_wall_time_add_days (&week_ago, -DAYS_OF_PEACE);
  return ff_session_repository_has_before (ff_context_get_store (self->context), &week_ago, NULL);
}

static Reminder
find_reminder (FfKeepingReminder *self)
{
  if (is_due (self, "copy-elsewhere", "copy-reminded") && has_settled_in (self))
    return REMIND_COPY;
  if (self->has_old_notes && is_due (self, NULL, "retention-reminded"))
    return REMIND_PURGE;
  return REMIND_NOTHING;
}

static void
say (FfKeepingReminder *self, const char *text, const char *button, const char *action)
{
  gtk_label_set_text (self->label, text);
  gtk_button_set_label (GTK_BUTTON (self->act_button), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act_button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_copy_reminder (FfKeepingReminder *self)
{
  gboolean never = g_settings_get_int64 (get_settings (self), "copy-elsewhere") == 0;

  say (self,
       never ? _ ("Your groups are on this computer only.")
             : _ ("The last copy elsewhere is more than a month old."),
       _ ("Keep a _Copy Elsewhere…"), "win.backups");
}

static void
show_reminder (FfKeepingReminder *self)
{
  Reminder reminder = find_reminder (self);

  if (reminder == REMIND_COPY)
    show_copy_reminder (self);
  else if (reminder == REMIND_PURGE)
    say (self, _ ("Some notes are older than their group keeps them."), _ ("_Look at Them…"),
         "win.retention");
  if (self->reminder == reminder)
    return;
  self->reminder = reminder;
  gtk_revealer_set_reveal_child (self->revealer, reminder != REMIND_NOTHING);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfKeepingReminder) self = FF_KEEPING_REMINDER (user_data);
  g_autoptr (GPtrArray) purges = ff_retention_preview_finish (FF_STORE (source), result, NULL);

  self->is_counting = FALSE;
  if (self->revealer == NULL || purges == NULL)
    return;
  self->has_old_notes = FALSE;
  for (guint i = 0; i < purges->len; i++)
    self->has_old_notes = self->has_old_notes || !ff_purge_is_empty (g_ptr_array_index (purges, i));
  show_reminder (self);
}

/* Long with many notes, hence only where a group has a limit. */
static void
count_old_notes (FfKeepingReminder *self)
{
  g_autoptr (GDateTime) now = dup_now (self);

  if (self->is_counting)
    return;
  if (!has_limit (self))
    {
      self->has_old_notes = FALSE;
      return;
    }
  self->is_counting = TRUE;
  ff_retention_preview_async (ff_context_get_store (self->context), NULL, 0, now, self->cancellable,
                              counted_cb, g_object_ref (self));
}

static void
look (FfKeepingReminder *self)
{
  g_autoptr (GDateTime) now = dup_now (self);

  self->day = g_date_time_get_day_of_month (now);
  count_old_notes (self);
  show_reminder (self);
}

static void
on_tick (FfKeepingReminder *self)
{
  g_autoptr (GDateTime) now = dup_now (self);

  if (g_date_time_get_day_of_month (now) != self->day)
    look (self);
}

static void
on_store_changed (FfKeepingReminder *self, FfAggregate aggregate, GStrv ids)
{
  if (aggregate == FF_AGGREGATE_GROUP || aggregate == FF_AGGREGATE_ALL)
    look (self);
  else if (aggregate == FF_AGGREGATE_SESSION)
    {
      /* A purge tells of sessions, too. */
      if (self->has_old_notes)
        count_old_notes (self);
      show_reminder (self);
    }
}

static void
later_clicked_cb (FfKeepingReminder *self)
{
  g_autoptr (GDateTime) now = dup_now (self);

  g_settings_set_int64 (get_settings (self),
                        self->reminder == REMIND_PURGE ? "retention-reminded" : "copy-reminded",
                        g_date_time_to_unix (now));
}

static void
ff_keeping_reminder_dispose (GObject *object)
{
  FfKeepingReminder *self = FF_KEEPING_REMINDER (object);

  g_cancellable_cancel (self->cancellable);
  /* It is a child of the template, too, which would unparent it behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_KEEPING_REMINDER);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_keeping_reminder_parent_class)->dispose (object);
}

static void
ff_keeping_reminder_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfKeepingReminder *self = FF_KEEPING_REMINDER (object);

  switch ((FfKeepingReminderProps) prop_id)
    {
    case PROP_REVEALED:
      g_value_set_boolean (value, self->reminder != REMIND_NOTHING);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_keeping_reminder_class_init (FfKeepingReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_keeping_reminder_dispose;
  object_class->get_property = ff_keeping_reminder_get_property;

  properties[PROP_REVEALED]
      = g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-keeping-reminder.ui");
  gtk_widget_class_bind_template_child (widget_class, FfKeepingReminder, revealer);
  gtk_widget_class_bind_template_child (widget_class, FfKeepingReminder, box);
  gtk_widget_class_bind_template_child (widget_class, FfKeepingReminder, label);
  gtk_widget_class_bind_template_child (widget_class, FfKeepingReminder, act_button);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
}

static void
ff_keeping_reminder_init (FfKeepingReminder *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_keeping_reminder_set_context:
 * @self: a reminder
 * @context: what a view is handed; set once
 */
void
ff_keeping_reminder_set_context (FfKeepingReminder *self, FfContext *context)
{
  static const char *const keys[]
      = { "changed::copy-elsewhere", "changed::copy-reminded", "changed::retention-reminded" };

  g_return_if_fail (FF_IS_KEEPING_REMINDER (self));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (get_settings (self), keys[i], G_CALLBACK (show_reminder), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ff_context_get_clock (context), "tick", G_CALLBACK (on_tick), self,
                           G_CONNECT_SWAPPED);
  look (self);
}

/**
 * ff_keeping_reminder_is_due:
 * @now: what time it is
 * @done: when it was last done, in Unix seconds; 0 for never
 * @reminded: when somebody last chose not to hear of it for a month; 0 for never
 *
 * Returns: whether a month has passed since both
 */
gboolean
ff_keeping_reminder_is_due (GDateTime *now, gint64 done, gint64 reminded)
{
  g_autoptr (GDateTime) month_ago = g_date_time_add_months (now, -1);

  return MAX (done, reminded) <= g_date_time_to_unix (month_ago);
}
