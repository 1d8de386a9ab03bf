/* ff-welcome.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first start: one group in three fields, or a made-up one to look around in.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-date-time-row.h"
#include "ff-first-help-line.h"
#include "ff-group-form.h"
#include "ff-group-repository.h"
#include "ff-programme-row.h"
#include "ff-sample.h"
#include "ff-toast.h"
#include "ff-welcome.h"

/* Most meetings are in the evening. */
#define USUAL_HOUR 19
#define SAMPLE_SEED 4

struct _FfWelcome
{
  AdwBin parent_instance;

  FfContext *context;
  FfGroupForm *form;

  GtkImage *icon;
  GtkWidget *content;
  GtkStack *actions;
  GtkWidget *name_row;
  GtkWidget *programme_row;
  GtkWidget *meeting_row;
  FfFirstHelpLine *first_help_line;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_FORM,
} FfWelcomeProps;

static GParamSpec *properties[PROP_FORM + 1];

G_DEFINE_FINAL_TYPE (FfWelcome, ff_welcome, ADW_TYPE_BIN)

static char *
first_message (FfWelcome *self, const char *name, const char *meeting)
{
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  return g_strdup (meeting != NULL ? meeting : "");
}

static gboolean
has_text (FfWelcome *self, const char *text)
{
  return text != NULL && *text != '\0';
}

/* What has the focus lets go of it first: a text field would go on blinking. */
static void
set_busy (FfWelcome *self, gboolean is_busy)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (is_busy && root != NULL)
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (self->content, !is_busy);
  gtk_stack_set_visible_child_name (self->actions, is_busy ? "busy" : "ready");
}

static gboolean
both (FfWelcome *self, gboolean first, gboolean second)
{
  return first && second;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfWelcome) self = FF_WELCOME (user_data);
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    ff_toast_error (GTK_WIDGET (self), error);
}

static void
start_clicked_cb (FfWelcome *self)
{
  g_autoptr (FfGroup) group = NULL;
  g_autoptr (FfMeeting) meeting = NULL;
  FfProgramme *programme;

  if (!ff_group_form_get_valid (self->form)
      || !ff_first_help_line_get_valid (self->first_help_line))
    return;

  group = ff_group_new (NULL);
  ff_group_form_apply (self->form, group);
  programme = ff_programme_find (ff_context_get_programmes (self->context),
                                 ff_group_get_programme (group));
  meeting = ff_group_form_make_meeting (self->form, group, ff_programme_get_minutes (programme));

  set_busy (self, TRUE);
  ff_group_repository_save_async (ff_context_get_store (self->context), group, meeting, written_cb,
                                  g_object_ref (self));
  /* Behind the group in the writer's queue, since the welcome is gone as soon as there is a group. */
  ff_first_help_line_save (self->first_help_line, ff_context_get_store (self->context),
                           ff_group_get_uid (group));
}

static void
entry_activated_cb (FfWelcome *self)
{
  start_clicked_cb (self);
}

static void
sample_clicked_cb (FfWelcome *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  set_busy (self, TRUE);
  ff_sample_fill_async (ff_context_get_store (self->context), FF_SAMPLE_FACILITATOR, SAMPLE_SEED,
                        now, written_cb, g_object_ref (self));
}

/* Today, where the evening is still to come, else tomorrow. */
static FfWallTime
guess_first_meeting (GDateTime *now)
{
  FfWallTime time = ff_wall_time_from_date_time (now);

  if (time.hour >= USUAL_HOUR)
    time = ff_wall_time_add_days (&time, 1);
  time.hour = USUAL_HOUR;
  time.minute = 0;

  return time;
}

static void
bind_form (FfWelcome *self)
{
  GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (self->form, "name", self->name_row, "text", both);
  g_object_bind_property (self->programme_row, "programme", self->form, "programme",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->form, "first-meeting", self->meeting_row, "value", both);
  g_object_bind_property (self->meeting_row, "valid", self->form, "first-meeting-readable",
                          G_BINDING_SYNC_CREATE);
}

static void
ff_welcome_constructed (GObject *object)
{
  FfWelcome *self = FF_WELCOME (object);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  FfWallTime first_meeting = guess_first_meeting (now);

  G_OBJECT_CLASS (ff_welcome_parent_class)->constructed (object);

  self->form = ff_group_form_new (NULL, now);
  g_object_set (self->form, "first-meeting", &first_meeting, NULL);
  ff_programme_row_set_programmes (FF_PROGRAMME_ROW (self->programme_row),
                                   ff_context_get_programmes (self->context));
  bind_form (self);
  g_object_notify_by_pspec (object, properties[PROP_FORM]);
}

static gboolean
ff_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FF_WELCOME (widget)->name_row);
}

static void
ff_welcome_dispose (GObject *object)
{
  FfWelcome *self = FF_WELCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WELCOME);
  g_clear_object (&self->form);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_welcome_parent_class)->dispose (object);
}

static void
ff_welcome_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfWelcome *self = FF_WELCOME (object);

  switch ((FfWelcomeProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_welcome_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfWelcome *self = FF_WELCOME (object);

  switch ((FfWelcomeProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    case PROP_FORM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_welcome_class_init (FfWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_welcome_constructed;
  object_class->dispose = ff_welcome_dispose;
  object_class->get_property = ff_welcome_get_property;
  object_class->set_property = ff_welcome_set_property;
  widget_class->grab_focus = ff_welcome_grab_focus;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_GROUP_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_DATE_TIME_ROW);
  g_type_ensure (FF_TYPE_FIRST_HELP_LINE);
  g_type_ensure (FF_TYPE_HELP_LINE_FORM);
  g_type_ensure (FF_TYPE_PROGRAMME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, icon);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, content);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, first_help_line);
  gtk_widget_class_bind_template_callback (widget_class, both);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, actions);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, programme_row);
  gtk_widget_class_bind_template_child (widget_class, FfWelcome, meeting_row);
  gtk_widget_class_bind_template_callback (widget_class, first_message);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
}

static void
ff_welcome_init (FfWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, FF_APPLICATION_ID);
}

/**
 * ff_welcome_new:
 * @context: what the views need
 *
 * Returns: (transfer floating): a welcome
 */
GtkWidget *
ff_welcome_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  return g_object_new (FF_TYPE_WELCOME, "context", context, NULL);
}
