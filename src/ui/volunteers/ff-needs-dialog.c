/* ff-needs-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many of each role the meetings of a group need, and one of them where it needs others.
 */

#include "ff-config.h"

#include "ff-needs-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-group-repository.h"
#include "ff-meeting-repository.h"
#include "ff-message-label.h"
#include "ff-roster-repository.h"
#include "ff-undoable.h"

/* A role's. */
typedef struct
{
  FfRole *role;
  GtkWidget *places_row;
  GtkWidget *required_row;
} RoleRows;

struct _FfNeedsDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GPtrArray *groups; /* (element-type FfGroup) */
  GPtrArray *
      meetings; /* (element-type FfMeeting), of the chosen group; the choice has “All” before them */
  GPtrArray *rows;     /* (element-type RoleRows) */
  gboolean is_showing; /* what changes meanwhile was not done by a person */

  FfMessageLabel *message_label;
  AdwComboRow *group_row;
  AdwComboRow *meeting_row;
  AdwSwitchRow *own_row;
  AdwPreferencesGroup *roles_group;
};

G_DEFINE_FINAL_TYPE (FfNeedsDialog, ff_needs_dialog, ADW_TYPE_DIALOG)

static void
role_rows_free (gpointer data)
{
  RoleRows *rows = data;

  g_object_unref (rows->role);
  g_free (rows);
}

static FfStore *
get_store (FfNeedsDialog *self)
{
  return ff_context_get_store (self->context);
}

/* (nullable) */
static const char *
get_group (FfNeedsDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->group_row);

  return selected < self->groups->len
             ? ff_group_get_uid (g_ptr_array_index (self->groups, selected))
             : NULL;
}

/* (nullable): NULL for all of the group */
static const char *
get_meeting (FfNeedsDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->meeting_row);

  return selected > 0 && selected <= self->meetings->len
             ? ff_meeting_get_uid (g_ptr_array_index (self->meetings, selected - 1))
             : NULL;
}

static void
tell (FfNeedsDialog *self, const GError *error)
{
  g_object_set (self->message_label, "text", error != NULL ? error->message : "", NULL);
}

/* --- What is needed --- */

static const FfNeed *
find_need (GPtrArray *needs, const char *meeting, const char *role)
{
  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = g_ptr_array_index (needs, i);

      if (g_strcmp0 (need->meeting, meeting) == 0 && g_str_equal (need->role, role))
        return need;
    }
  return NULL;
}

static gboolean
has_needs (GPtrArray *needs, const char *meeting)
{
  for (guint i = 0; i < needs->len; i++)
    {
      const FfNeed *need = g_ptr_array_index (needs, i);

      if (g_strcmp0 (need->meeting, meeting) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_role (RoleRows *rows, const FfNeed *need, gboolean is_default)
{
  guint places = need != NULL ? need->places : is_default ? 1 : 0;

  adw_spin_row_set_value (ADW_SPIN_ROW (rows->places_row), places);
  adw_switch_row_set_active (ADW_SWITCH_ROW (rows->required_row),
                             need != NULL ? need->required : TRUE);
  gtk_widget_set_visible (rows->required_row, places > 0);
  /* One that is retired is shown where it is needed still. */
  gtk_widget_set_visible (rows->places_row, places > 0 || !ff_role_get_retired (rows->role));
}

static void
show_needs (FfNeedsDialog *self)
{
  const char *group = self->context != NULL ? get_group (self) : NULL;
  const char *meeting = group != NULL ? get_meeting (self) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) needs = NULL;
  gboolean is_own, is_default;

  if (group == NULL || self->is_showing)
    return;
  needs = ff_roster_repository_list_needs (get_store (self), group, &error);
  tell (self, error);
  if (needs == NULL)
    return;
  is_own = meeting != NULL && has_needs (needs, meeting);
  is_default = !is_own && !has_needs (needs, NULL);
  self->is_showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), meeting != NULL);
  adw_switch_row_set_active (self->own_row, is_own);
  gtk_widget_set_sensitive (GTK_WIDGET (self->roles_group), meeting == NULL || is_own);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RoleRows *rows = g_ptr_array_index (self->rows, i);
      const char *role = ff_role_get_uid (rows->role);

      show_role (rows, find_need (needs, is_own ? meeting : NULL, role),
                 is_default && g_str_equal (role, FF_ROLE_UID_FACILITATOR));
    }
  self->is_showing = FALSE;
}

/* --- Saving, at once --- */

static GPtrArray *
list_needs (FfNeedsDialog *self, const char *group, const char *meeting)
{
  GPtrArray *needs = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_need_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      RoleRows *rows = g_ptr_array_index (self->rows, i);
      guint places = (guint) adw_spin_row_get_value (ADW_SPIN_ROW (rows->places_row));

      if (places > 0)
        g_ptr_array_add (needs, ff_need_new (group, meeting, ff_role_get_uid (rows->role), places,
                                             adw_switch_row_get_active (
                                                 ADW_SWITCH_ROW (rows->required_row))));
    }
  return needs;
}

static void
save_needs (FfNeedsDialog *self, GPtrArray *needs)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_save_needs (edit, get_group (self), get_meeting (self), needs);
  ff_undoable_change_roster (GTK_WIDGET (self->group_row), get_store (self), edit,
                             _ ("Who is needed was changed"));
}

static void
save (FfNeedsDialog *self)
{
  g_autoptr (GPtrArray) needs = NULL;

  if (self->is_showing || get_group (self) == NULL)
    return;
  needs = list_needs (self, get_group (self), get_meeting (self));
  save_needs (self, needs);
}

/* What holds now becomes its own, or its own goes. */
static void
own_changed_cb (FfNeedsDialog *self)
{
  g_autoptr (GPtrArray) none = NULL;

  if (self->is_showing || get_meeting (self) == NULL)
    return;
  if (adw_switch_row_get_active (self->own_row))
    {
      save (self);
      return;
    }
  none = g_ptr_array_new ();
  save_needs (self, none);
}

/* --- The choices --- */

static void
set_titles (AdwComboRow *row, GStrvBuilder *builder)
{
  g_auto (GStrv) titles = g_strv_builder_end (builder);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) titles);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static char *
describe_meeting (FfMeeting *meeting)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_meeting_get_start (meeting));
  g_autofree char *day = g_date_time_format (start, "%A");
  g_autofree char *name = ff_format_capitalized (day);
  g_autofree char *time = ff_format_time (start);
  const char *place = ff_meeting_get_place (meeting);

  return *place != '\0' ? g_strdup_printf ("%s %s · %s", name, time, place)
                        : g_strdup_printf ("%s %s", name, time);
}

static void
group_chosen_cb (FfNeedsDialog *self)
{
  const char *group = self->context != NULL ? get_group (self) : NULL;
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *meetings;

  if (group == NULL)
    return;
  meetings = ff_meeting_repository_list (get_store (self), group, &error);
  tell (self, error);
  if (meetings == NULL)
    return;
  g_ptr_array_unref (self->meetings);
  self->meetings = meetings;
  g_strv_builder_add (titles, _ ("All of the group"));
  for (guint i = 0; i < meetings->len; i++)
    g_strv_builder_take (titles, describe_meeting (g_ptr_array_index (meetings, i)));
  self->is_showing = TRUE;
  set_titles (self->meeting_row, titles);
  self->is_showing = FALSE;
  show_needs (self);
}

static void
fill_groups (FfNeedsDialog *self, FfGroup *chosen)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  guint selected = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (self->groups, i);

      g_strv_builder_add (titles, ff_group_get_name (group));
      if (chosen != NULL && g_str_equal (ff_group_get_uid (group), ff_group_get_uid (chosen)))
        selected = i;
    }
  set_titles (self->group_row, titles);
  adw_combo_row_set_selected (self->group_row, selected);
}

static void
add_role (FfNeedsDialog *self, FfRole *role)
{
  RoleRows *rows = g_new0 (RoleRows, 1);
  /* Translators: %s is a role, like Facilitator */
  g_autofree char *title = g_strdup_printf (_ ("%s Is Required"), ff_role_get_title (role));

  rows->role = g_object_ref (role);
  rows->places_row = adw_spin_row_new_with_range (0, FF_NEED_MOST_PLACES, 1);
  rows->required_row = adw_switch_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows->places_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->places_row), ff_role_get_title (role));
  if (ff_role_get_retired (role))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->places_row), _ ("Retired"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (rows->required_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows->required_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (rows->required_row), _ ("Else it is good to have"));
  g_signal_connect_object (rows->places_row, "notify::value", G_CALLBACK (save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (rows->required_row, "notify::active", G_CALLBACK (save), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->roles_group, rows->places_row);
  adw_preferences_group_add (self->roles_group, rows->required_row);
  g_ptr_array_add (self->rows, rows);
}

static void
on_store_changed (FfNeedsDialog *self, FfAggregate aggregate)
{
  if (aggregate == FF_AGGREGATE_ROSTER || aggregate == FF_AGGREGATE_ALL)
    show_needs (self);
}

/* --- The dialog --- */

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
let_go (FfNeedsDialog *self)
{
  self->is_showing = TRUE;
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->context);
}

static void
ff_needs_dialog_closed (AdwDialog *dialog)
{
  let_go (FF_NEEDS_DIALOG (dialog));
}

static void
ff_needs_dialog_dispose (GObject *object)
{
  FfNeedsDialog *self = FF_NEEDS_DIALOG (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_NEEDS_DIALOG);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_needs_dialog_parent_class)->dispose (object);
}

static void
ff_needs_dialog_class_init (FfNeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_needs_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_needs_dialog_closed;
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-needs-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfNeedsDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfNeedsDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, FfNeedsDialog, meeting_row);
  gtk_widget_class_bind_template_child (widget_class, FfNeedsDialog, own_row);
  gtk_widget_class_bind_template_child (widget_class, FfNeedsDialog, roles_group);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_needs);
  gtk_widget_class_bind_template_callback (widget_class, own_changed_cb);
}

static void
ff_needs_dialog_init (FfNeedsDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->meetings = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (role_rows_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_needs_dialog_new:
 * @context: what a view is handed
 * @group: (nullable): the one that is chosen at first
 *
 * Returns: (transfer floating): a dialog; what is done in it is saved at once
 */
AdwDialog *
ff_needs_dialog_new (FfContext *context, FfGroup *group)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (group == NULL || FF_IS_GROUP (group), NULL);

  FfNeedsDialog *self = g_object_new (FF_TYPE_NEEDS_DIALOG, NULL);
  FfStore *store = ff_context_get_store (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = ff_group_repository_list (store, &error);
  g_autoptr (GPtrArray) roles
      = groups != NULL ? ff_roster_repository_list_roles (store, &error) : NULL;

  self->context = g_object_ref (context);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    add_role (self, g_ptr_array_index (roles, i));
  if (groups != NULL)
    {
      g_ptr_array_unref (self->groups);
      self->groups = g_steal_pointer (&groups);
      fill_groups (self, group);
    }
  group_chosen_cb (self);
  if (error != NULL)
    tell (self, error);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}

/**
 * ff_needs_dialog_new_for_meeting:
 * @context: what a view is handed
 * @meeting: the one that is chosen at first
 *
 * Returns: (transfer floating): a dialog; what is done in it is saved at once
 */
AdwDialog *
ff_needs_dialog_new_for_meeting (FfContext *context, FfMeeting *meeting)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_MEETING (meeting), NULL);

  g_autoptr (FfGroup) group = ff_group_repository_get (ff_context_get_store (context),
                                                       ff_meeting_get_group (meeting), NULL);
  AdwDialog *dialog = ff_needs_dialog_new (context, group);
  FfNeedsDialog *self = FF_NEEDS_DIALOG (dialog);

  for (guint i = 0; i < self->meetings->len; i++)
    if (g_str_equal (ff_meeting_get_uid (g_ptr_array_index (self->meetings, i)),
                     ff_meeting_get_uid (meeting)))
      adw_combo_row_set_selected (self->meeting_row, i + 1);
  return dialog;
}
