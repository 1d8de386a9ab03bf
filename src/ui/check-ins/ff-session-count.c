/* ff-session-count.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many came to a session, with those who gave no name.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-session-count.h"

struct _FfSessionCount
{
  AdwPreferencesGroup parent_instance;

  FfSessionEditor *editor; /* (nullable): until it is set */
  gboolean refreshing;

  AdwSpinRow *unnamed_row;
  AdwSpinRow *newcomers_row;
};

G_DEFINE_FINAL_TYPE (FfSessionCount, ff_session_count, ADW_TYPE_PREFERENCES_GROUP)

static guint
count_newcomers (GListModel *check_ins)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (check_ins, i);
      n += ff_check_in_get_newcomer (check_in) ? 1 : 0;
    }
  return n;
}

/* Those with a line, and those who gave no name. */
static void
show_sum (FfSessionCount *self)
{
  FfSession *session = ff_session_editor_get_session (self->editor);
  GListModel *check_ins = ff_session_editor_get_check_ins (self->editor);
  guint n_people = g_list_model_get_n_items (check_ins) + ff_session_get_unnamed (session);
  guint n_new = count_newcomers (check_ins) + ff_session_get_unnamed_newcomers (session);
  g_autofree char *people = g_strdup_printf (
      /* Translators: how many people came to a meeting */
      g_dngettext (GETTEXT_PACKAGE, "%u person came", "%u people came", n_people), n_people);
  g_autofree char *new = g_strdup_printf (
      /* Translators: how many of those who came were there for the first time */
      g_dngettext (GETTEXT_PACKAGE, "%u of them new", "%u of them new", n_new), n_new);
  /* Translators: the first is “9 people came”, the second “2 of them new” */
  g_autofree char *both = g_strdup_printf (_ ("%s, %s"), people, new);

  if (n_people == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), NULL);
  else
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), n_new > 0 ? both : people);
}

static void
unnamed_changed_cb (FfSessionCount *self)
{
  if (self->refreshing)
    return;
  ff_session_editor_set_unnamed (self->editor,
                                 (guint) lround (adw_spin_row_get_value (self->unnamed_row)));
  show_sum (self);
}

static void
newcomers_changed_cb (FfSessionCount *self)
{
  if (self->refreshing)
    return;
  ff_session_editor_set_unnamed_newcomers (self->editor, (guint) lround (adw_spin_row_get_value (
                                                             self->newcomers_row)));
  show_sum (self);
}

static void
on_check_ins_changed (FfSessionCount *self,
                      guint position,
                      guint removed,
                      guint added,
                      GListModel *check_ins)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (FfCheckIn) check_in = g_list_model_get_item (check_ins, i);

      g_signal_connect_object (check_in, "notify::newcomer", G_CALLBACK (show_sum), self,
                               G_CONNECT_SWAPPED);
    }
  show_sum (self);
}

static void
ff_session_count_dispose (GObject *object)
{
  FfSessionCount *self = FF_SESSION_COUNT (object);

  self->refreshing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SESSION_COUNT);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ff_session_count_parent_class)->dispose (object);
}

static void
ff_session_count_class_init (FfSessionCountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_session_count_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-session-count.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSessionCount, unnamed_row);
  gtk_widget_class_bind_template_child (widget_class, FfSessionCount, newcomers_row);
  gtk_widget_class_bind_template_callback (widget_class, unnamed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, newcomers_changed_cb);
}

static void
ff_session_count_init (FfSessionCount *self)
{
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_session_count_set_editor:
 * @self: the count
 * @editor: what the session is written with
 *
 * To be called once.
 */
void
ff_session_count_set_editor (FfSessionCount *self, FfSessionEditor *editor)
{
  g_return_if_fail (FF_IS_SESSION_COUNT (self));
  g_return_if_fail (self->editor == NULL);

  GListModel *check_ins = ff_session_editor_get_check_ins (editor);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (check_ins, "items-changed", G_CALLBACK (on_check_ins_changed), self,
                           G_CONNECT_SWAPPED);
  on_check_ins_changed (self, 0, 0, g_list_model_get_n_items (check_ins), check_ins);
  ff_session_count_refresh (self);
}

/**
 * ff_session_count_refresh:
 * @self: the count
 *
 * Shows what the session has now.
 */
void
ff_session_count_refresh (FfSessionCount *self)
{
  g_return_if_fail (FF_IS_SESSION_COUNT (self));

  FfSession *session = ff_session_editor_get_session (self->editor);

  self->refreshing = TRUE;
  adw_spin_row_set_value (self->unnamed_row, ff_session_get_unnamed (session));
  adw_spin_row_set_value (self->newcomers_row, ff_session_get_unnamed_newcomers (session));
  self->refreshing = FALSE;
  show_sum (self);
}
