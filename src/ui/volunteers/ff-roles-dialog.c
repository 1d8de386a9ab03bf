/* ff-roles-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roles there are, and the trainings and checks that they require.
 */

#include "ff-config.h"

#include "ff-roles-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-message-label.h"
#include "ff-requirement-row.h"
#include "ff-role-row.h"
#include "ff-roster-repository.h"
#include "ff-undoable.h"

/* What the list shows of each of something that has a uid. */
typedef const char *(*GetUid) (gpointer row);

struct _FfRolesDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  GPtrArray *role_rows;
  GPtrArray *retired_rows;
  GPtrArray *requirement_rows;

  FfMessageLabel *message_label;
  AdwPreferencesGroup *roles_group;
  AdwPreferencesGroup *retired_group;
  AdwPreferencesGroup *requirements_group;
  GtkEditable *new_role_row;
  GtkEditable *new_requirement_row;
};

G_DEFINE_FINAL_TYPE (FfRolesDialog, ff_roles_dialog, ADW_TYPE_DIALOG)

/* --- What is shown --- */

/* (nullable) */
static GtkWidget *
find_row (GPtrArray *rows, const char *uid, GetUid get_uid)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (get_uid (g_ptr_array_index (rows, i)), uid))
      return g_ptr_array_index (rows, i);
  return NULL;
}

static gboolean
is_role (gconstpointer role, gconstpointer uid)
{
  return g_str_equal (ff_role_get_uid ((FfRole *) role), uid);
}

static gboolean
is_requirement (gconstpointer requirement, gconstpointer uid)
{
  return g_str_equal (ff_requirement_get_uid ((FfRequirement *) requirement), uid);
}

static void
remove_gone (AdwPreferencesGroup *group,
             GPtrArray *rows,
             GetUid get_uid,
             GPtrArray *items,
             GEqualFunc is_item)
{
  for (guint i = rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (rows, i - 1);

      if (g_ptr_array_find_with_equal_func (items, get_uid (row), is_item, NULL))
        continue;
      adw_preferences_group_remove (group, row);
      g_ptr_array_remove_index (rows, i - 1);
    }
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
  return row;
}

static void
show_requirements (FfRolesDialog *self, GPtrArray *requirements)
{
  FfStore *store = ff_context_get_store (self->context);

  remove_gone (self->requirements_group, self->requirement_rows,
               (GetUid) ff_requirement_row_get_uid, requirements, is_requirement);
  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      GtkWidget *row = find_row (self->requirement_rows, ff_requirement_get_uid (requirement),
                                 (GetUid) ff_requirement_row_get_uid);

      if (row == NULL)
        row = add_row (self->requirements_group, self->requirement_rows,
                       ff_requirement_row_new (store));
      ff_requirement_row_show (FF_REQUIREMENT_ROW (row), requirement);
    }
}

/* One that is brought back goes where it was, so that those after it are after it again. */
static void
put_in_order (AdwPreferencesGroup *group, GPtrArray *rows, GPtrArray *roles)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < roles->len; i++)
    {
      const char *uid = ff_role_get_uid (g_ptr_array_index (roles, i));
      GtkWidget *row = find_row (rows, uid, (GetUid) ff_role_row_get_uid);

      is_sorted = is_sorted && row == g_ptr_array_index (rows, i);
      g_ptr_array_add (sorted, g_object_ref (row));
    }
  if (is_sorted)
    return;
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < sorted->len; i++)
    {
      adw_preferences_group_remove (group, g_ptr_array_index (sorted, i));
      add_row (group, rows, g_ptr_array_index (sorted, i));
    }
}

static void
show_roles (FfRolesDialog *self,
            AdwPreferencesGroup *group,
            GPtrArray *rows,
            GPtrArray *roles,
            GPtrArray *requirements)
{
  remove_gone (group, rows, (GetUid) ff_role_row_get_uid, roles, is_role);
  for (guint i = 0; i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);
      GtkWidget *row = find_row (rows, ff_role_get_uid (role), (GetUid) ff_role_row_get_uid);

      if (row == NULL)
        row = add_row (group, rows, ff_role_row_new (self->context));
      ff_role_row_show (FF_ROLE_ROW (row), role, requirements);
    }
  put_in_order (group, rows, roles);
}

static void
show_all_roles (FfRolesDialog *self, GPtrArray *roles, GPtrArray *requirements)
{
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();
  g_autoptr (GPtrArray) retired = g_ptr_array_new ();

  for (guint i = 0; i < roles->len; i++)
    g_ptr_array_add (ff_role_get_retired (roles->pdata[i]) ? retired : offered, roles->pdata[i]);
  show_roles (self, self->roles_group, self->role_rows, offered, requirements);
  show_roles (self, self->retired_group, self->retired_rows, retired, requirements);
  gtk_widget_set_visible (GTK_WIDGET (self->retired_group), retired->len > 0);
}

static void
read_again (FfRolesDialog *self)
{
  FfStore *store = ff_context_get_store (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (store, &error);
  g_autoptr (GPtrArray) requirements
      = error == NULL ? ff_roster_repository_list_requirements (store, &error) : NULL;

  g_object_set (self->message_label, "text", error != NULL ? error->message : "", NULL);
  if (error != NULL)
    return;
  show_requirements (self, requirements);
  show_all_roles (self, roles, requirements);
}

static void
on_store_changed (FfRolesDialog *self, FfAggregate aggregate)
{
  if (self->context != NULL && (aggregate == FF_AGGREGATE_ROSTER || aggregate == FF_AGGREGATE_ALL))
    read_again (self);
}

/* --- What a person does --- */

/* (transfer full) (nullable): what was typed, of which nothing stays in the row */
static char *
take_name (GtkEditable *row)
{
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  gtk_editable_set_text (row, "");
  if (*name == '\0')
    g_clear_pointer (&name, g_free);
  return name;
}

static void
add_role_cb (FfRolesDialog *self)
{
  g_autofree char *name = take_name (self->new_role_row);
  g_autoptr (FfRole) role = NULL;
  FfRosterEdit *edit;

  if (name == NULL)
    return;
  role = ff_role_new (NULL);
  ff_role_set_name (role, name);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_role (edit, role);
  ff_undoable_change_roster (GTK_WIDGET (self->new_role_row), ff_context_get_store (self->context),
                             edit, _ ("Role added"));
}

static void
add_requirement_cb (FfRolesDialog *self)
{
  g_autofree char *name = take_name (self->new_requirement_row);
  g_autoptr (FfRequirement) requirement = NULL;
  FfRosterEdit *edit;

  if (name == NULL)
    return;
  requirement = ff_requirement_new (NULL);
  ff_requirement_set_name (requirement, name);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_requirement (edit, requirement);
  ff_undoable_change_roster (GTK_WIDGET (self->new_requirement_row),
                             ff_context_get_store (self->context), edit, _ ("Requirement added"));
}

/* --- The dialog --- */

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
let_go (FfRolesDialog *self)
{
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->context);
}

static void
ff_roles_dialog_closed (AdwDialog *dialog)
{
  let_go (FF_ROLES_DIALOG (dialog));
}

static void
ff_roles_dialog_dispose (GObject *object)
{
  FfRolesDialog *self = FF_ROLES_DIALOG (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROLES_DIALOG);
  g_clear_pointer (&self->role_rows, g_ptr_array_unref);
  g_clear_pointer (&self->retired_rows, g_ptr_array_unref);
  g_clear_pointer (&self->requirement_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_roles_dialog_parent_class)->dispose (object);
}

static void
ff_roles_dialog_class_init (FfRolesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_roles_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ff_roles_dialog_closed;
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-roles-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, roles_group);
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, retired_group);
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, requirements_group);
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, new_role_row);
  gtk_widget_class_bind_template_child (widget_class, FfRolesDialog, new_requirement_row);
  gtk_widget_class_bind_template_callback (widget_class, add_role_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_requirement_cb);
}

static void
ff_roles_dialog_init (FfRolesDialog *self)
{
  self->role_rows = g_ptr_array_new ();
  self->retired_rows = g_ptr_array_new ();
  self->requirement_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_roles_dialog_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): a dialog; what is done in it is saved at once
 */
AdwDialog *
ff_roles_dialog_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfRolesDialog *self = g_object_new (FF_TYPE_ROLES_DIALOG, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  read_again (self);
  return ADW_DIALOG (self);
}
