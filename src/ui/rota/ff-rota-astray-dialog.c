/* ff-rota-astray-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of duties that have no place in the rota any more, each to be removed.
 */

#include "ff-config.h"

#include "ff-rota-astray-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-assignment.h"
#include "ff-rota-option.h"
#include "ff-undoable.h"

struct _FfRotaAstrayDialog
{
  AdwDialog parent_instance;

  FfStore *store;
  GListStore *duties; /* of FfRotaOption */

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FfRotaAstrayDialog, ff_rota_astray_dialog, ADW_TYPE_DIALOG)

/* Whoever goes on with the keys is at the next row then, or at the one before. */
static void
leave_row (FfRotaAstrayDialog *self)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_UP);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRotaAstrayDialog *self = FF_ROTA_ASTRAY_DIALOG (widget);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_assignment (edit, g_variant_get_string (parameter, NULL));
  leave_row (self);
  ff_undoable_change_roster (GTK_WIDGET (self->stack), self->store, edit, _ ("Duty removed"));
}

static GtkWidget *
make_button (FfRotaOption *duty)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Remove"));
  /* Translators: %s is whose duty and when, like “Robin, Tuesday 1 December, 19:00–20:30” */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), ff_rota_option_get_title (duty));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Else its name would be what it is labelled, without whom. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    ff_assignment_get_uid (ff_rota_option_get_item (duty)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rota-astray.remove");
  return button;
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_rota_option_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ff_rota_option_get_subtitle (item));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (item));
  return row;
}

static void
ff_rota_astray_dialog_dispose (GObject *object)
{
  FfRotaAstrayDialog *self = FF_ROTA_ASTRAY_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_ASTRAY_DIALOG);
  g_clear_object (&self->duties);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (ff_rota_astray_dialog_parent_class)->dispose (object);
}

static void
ff_rota_astray_dialog_class_init (FfRotaAstrayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_rota_astray_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-astray-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaAstrayDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaAstrayDialog, list);
  gtk_widget_class_install_action (widget_class, "rota-astray.remove", "s", remove_action);
}

static void
ff_rota_astray_dialog_init (FfRotaAstrayDialog *self)
{
  self->duties = g_list_store_new (FF_TYPE_ROTA_OPTION);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->duties), make_row, NULL, NULL);
}

/**
 * ff_rota_astray_dialog_new:
 * @store: where duties are removed
 *
 * Returns: (transfer floating): an empty list
 */
FfRotaAstrayDialog *
ff_rota_astray_dialog_new (FfStore *store)
{
  FfRotaAstrayDialog *self;

  g_return_val_if_fail (FF_IS_STORE (store), NULL);

  self = g_object_new (FF_TYPE_ROTA_ASTRAY_DIALOG, NULL);
  self->store = g_object_ref (store);
  return self;
}

static gboolean
is_same (GListModel *before, guint i, GListModel *now, guint j)
{
  g_autoptr (FfRotaOption) one = g_list_model_get_item (before, i);
  g_autoptr (FfRotaOption) other = g_list_model_get_item (now, j);

  return g_str_equal (ff_assignment_get_uid (ff_rota_option_get_item (one)),
                      ff_assignment_get_uid (ff_rota_option_get_item (other)))
         && g_str_equal (ff_rota_option_get_title (one), ff_rota_option_get_title (other))
         && g_str_equal (ff_rota_option_get_subtitle (one), ff_rota_option_get_subtitle (other));
}

/**
 * ff_rota_astray_dialog_show:
 * @self: a list
 * @duties: (element-type FfRotaOption): what ff_rota_astray_list() gave
 *
 * Shows these instead of what it showed; rows before and after what differs are left as they are.
 */
void
ff_rota_astray_dialog_show (FfRotaAstrayDialog *self, GListModel *duties)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *shown;
  guint n_shown, n, first = 0;

  g_return_if_fail (FF_IS_ROTA_ASTRAY_DIALOG (self));
  g_return_if_fail (G_IS_LIST_MODEL (duties));

  shown = G_LIST_MODEL (self->duties);
  n_shown = g_list_model_get_n_items (shown);
  n = g_list_model_get_n_items (duties);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "duties" : "none");
  while (first < n_shown && first < n && is_same (shown, first, duties, first))
    first++;
  while (n_shown > first && n > first && is_same (shown, n_shown - 1, duties, n - 1))
    {
      n_shown--;
      n--;
    }
  for (guint i = first; i < n; i++)
    g_ptr_array_add (fresh, g_list_model_get_item (duties, i));
  g_list_store_splice (self->duties, first, n_shown - first, fresh->pdata, fresh->len);
}
