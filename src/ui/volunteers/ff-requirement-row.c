/* ff-requirement-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A training or a check in the list of requirements: what it is called, its kind and how long it holds.
 */

#include "ff-config.h"

#include "ff-requirement-row.h"

#include <glib/gi18n-lib.h>

#include "ff-undoable.h"

#define MOST_MONTHS 600

struct _FfRequirementRow
{
  AdwExpanderRow parent_instance;

  FfStore *store;
  FfRequirement *requirement; /* (nullable) until it is shown */
  gboolean is_showing;        /* what changes meanwhile was not done by a person */

  GtkWidget *name_row;
  GtkWidget *kind_row;
  GtkWidget *months_row;
  GtkWidget *note_row;
};

G_DEFINE_FINAL_TYPE (FfRequirementRow, ff_requirement_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
on_changed (FfRequirementRow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self->name_row)));
  g_autoptr (FfRequirement) requirement = NULL;
  FfRosterEdit *edit;

  if (self->is_showing)
    return;
  if (*name == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name_row),
                             ff_requirement_get_name (self->requirement));
      return;
    }
  requirement = ff_requirement_copy (self->requirement);
  ff_requirement_set_name (requirement, name);
  ff_requirement_set_note (requirement, get_text (self->note_row));
  ff_requirement_set_kind (requirement, (FfRequirementKind) adw_combo_row_get_selected (
                                            ADW_COMBO_ROW (self->kind_row)));
  ff_requirement_set_valid_months (requirement, (guint) adw_spin_row_get_value (
                                                    ADW_SPIN_ROW (self->months_row)));
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_requirement (edit, requirement);
  ff_undoable_change_roster (GTK_WIDGET (self), self->store, edit, _ ("Requirement changed"));
}

static void
on_delete (FfRequirementRow *self)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_requirement (edit, ff_requirement_get_uid (self->requirement));
  ff_undoable_change_roster (gtk_widget_get_parent (GTK_WIDGET (self)), self->store, edit,
                             _ ("Requirement deleted, and who did it when"));
}

static void
ff_requirement_row_dispose (GObject *object)
{
  FfRequirementRow *self = FF_REQUIREMENT_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->requirement);

  G_OBJECT_CLASS (ff_requirement_row_parent_class)->dispose (object);
}

static void
ff_requirement_row_class_init (FfRequirementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_requirement_row_dispose;
}

static GtkWidget *
add_entry (FfRequirementRow *self, const char *title)
{
  GtkWidget *row
      = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "show-apply-button", TRUE, NULL);

  g_signal_connect_object (row, "apply", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static GtkWidget *
add_kind (FfRequirementRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint i = 0; i < FF_N_REQUIREMENT_KINDS; i++)
    gtk_string_list_append (kinds, ff_requirement_kind_get_title ((FfRequirementKind) i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (kinds));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static GtkWidget *
add_months (FfRequirementRow *self)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, MOST_MONTHS, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Months It Holds"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("0: for good"));
  g_signal_connect_object (row, "notify::value", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  return row;
}

static void
add_delete (FfRequirementRow *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Delete Requirement"));
  gtk_widget_add_css_class (row, "destructive-action");
  g_signal_connect_object (row, "activated", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
ff_requirement_row_init (FfRequirementRow *self)
{
  /* Choosing the first kind is not what a person does. */
  self->is_showing = TRUE;
  self->name_row = add_entry (self, _ ("Name"));
  self->kind_row = add_kind (self);
  self->months_row = add_months (self);
  self->note_row = add_entry (self, _ ("Where and how it is done"));
  add_delete (self);
  self->is_showing = FALSE;
  g_object_set (self, "use-markup", FALSE, NULL);
}

/**
 * ff_requirement_row_new:
 * @store: where requirements are
 *
 * Returns: (transfer floating): a row that shows none yet
 */
GtkWidget *
ff_requirement_row_new (FfStore *store)
{
  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  FfRequirementRow *self = g_object_new (FF_TYPE_REQUIREMENT_ROW, NULL);

  self->store = g_object_ref (store);
  return GTK_WIDGET (self);
}

/**
 * ff_requirement_row_show:
 * @self: a row
 * @requirement: what it shows
 */
void
ff_requirement_row_show (FfRequirementRow *self, FfRequirement *requirement)
{
  g_return_if_fail (FF_IS_REQUIREMENT_ROW (self));
  g_return_if_fail (FF_IS_REQUIREMENT (requirement));

  const char *name = ff_requirement_get_name (requirement);
  const char *kind = ff_requirement_kind_get_title (ff_requirement_get_kind (requirement));
  guint months = ff_requirement_get_valid_months (requirement);
  g_autofree char *holds
      = months > 0 ? g_strdup_printf (ngettext ("%u month", "%u months", months), months)
                   : g_strdup (_ ("For good"));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", kind, holds);

  self->is_showing = TRUE;
  g_set_object (&self->requirement, requirement);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), ff_requirement_get_note (requirement));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row),
                              ff_requirement_get_kind (requirement));
  adw_spin_row_set_value (ADW_SPIN_ROW (self->months_row), months);
  self->is_showing = FALSE;
}

/**
 * ff_requirement_row_get_uid:
 * @self: a row that shows a requirement
 *
 * Returns: (transfer none): the requirement's
 */
const char *
ff_requirement_row_get_uid (FfRequirementRow *self)
{
  g_return_val_if_fail (FF_IS_REQUIREMENT_ROW (self) && self->requirement != NULL, "");

  return ff_requirement_get_uid (self->requirement);
}
