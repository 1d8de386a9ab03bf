/* ff-role-row.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A role in the list of roles: what it is called and what it requires.
 */

#include "ff-config.h"

#include "ff-role-row.h"

#include <glib/gi18n-lib.h>

#include "ff-assignment-repository.h"
#include "ff-requirement.h"
#include "ff-roster-repository.h"
#include "ff-toast.h"
#include "ff-undoable.h"

struct _FfRoleRow
{
  AdwExpanderRow parent_instance;

  FfContext *context;
  FfStore *store;
  FfRole *role;        /* (nullable) until it is shown */
  GPtrArray *switches; /* (element-type AdwSwitchRow) */
  gboolean is_showing; /* what changes meanwhile was not done by a person */

  GtkWidget *name_row;
  GtkWidget *use_row;
  GtkWidget *retire_button;
  GtkWidget *delete_row;
};

G_DEFINE_FINAL_TYPE (FfRoleRow, ff_role_row, ADW_TYPE_EXPANDER_ROW)

static void
save (FfRoleRow *self, FfRole *role, const char *text)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_save_role (edit, role);
  ff_undoable_change_roster (GTK_WIDGET (self), self->store, edit, text);
}

/* A built-in one without a name of its own goes by its title again; an own one keeps the name that it has. */
static void
on_name_applied (FfRoleRow *self)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr (FfRole) role = ff_role_copy (self->role);

  if (*name == '\0' && ff_role_get_kind (role) == FF_ROLE_OWN)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->name_row), ff_role_get_name (role));
      return;
    }
  ff_role_set_name (role, name);
  save (self, role, _ ("Role renamed"));
}

static void
on_switched (FfRoleRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (FfRole) role = NULL;
  g_auto (GStrv) uids = NULL;

  if (self->is_showing)
    return;
  for (guint i = 0; i < self->switches->len; i++)
    {
      GObject *row = g_ptr_array_index (self->switches, i);

      if (adw_switch_row_get_active (ADW_SWITCH_ROW (row)))
        g_strv_builder_add (builder, g_object_get_data (row, "uid"));
    }
  uids = g_strv_builder_end (builder);
  role = ff_role_copy (self->role);
  ff_role_set_requirements (role, (const char *const *) uids);
  save (self, role, _ ("What the role requires was changed"));
}

static void
on_delete (FfRoleRow *self)
{
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_roster_edit_delete_role (edit, ff_role_get_uid (self->role));
  ff_undoable_change_roster (gtk_widget_get_parent (GTK_WIDGET (self)), self->store, edit,
                             _ ("Role deleted"));
}

/* --- Retiring --- */

/* A role that is retired once the duties to come that hold it are counted, also where the dialog closes meanwhile. */
typedef struct
{
  FfRoleRow *self;
  GtkWidget *list; /* it stays where the row goes */
  FfRole *role;
} Retiring;

static void
retiring_free (Retiring *retiring)
{
  g_object_unref (retiring->self);
  g_object_unref (retiring->list);
  g_object_unref (retiring->role);
  g_free (retiring);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Retiring, retiring_free)

static void
set_retired (GtkWidget *list, FfStore *store, FfRole *role, gboolean retired, const char *text)
{
  g_autoptr (FfRole) changed = ff_role_copy (role);
  FfRosterEdit *edit = ff_roster_edit_new ();

  ff_role_set_retired (changed, retired);
  ff_roster_edit_save_role (edit, changed);
  ff_undoable_change_roster (list, store, edit, text);
}

static guint
count_duties (GPtrArray *duties, FfRole *role)
{
  guint n = 0;

  for (guint i = 0; i < duties->len; i++)
    {
      FfAssignment *duty = g_ptr_array_index (duties, i);

      n += ff_assignment_get_status (duty) != FF_DUTY_DECLINED
           && g_str_equal (ff_assignment_get_role (duty), ff_role_get_uid (role));
    }
  return n;
}

static void
on_duties_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Retiring) retiring = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duties
      = ff_assignment_repository_list_finish (FF_STORE (source), result, &error);
  g_autofree char *text = NULL;
  guint n;

  if (retiring->self->context != NULL)
    gtk_widget_set_sensitive (retiring->self->retire_button, TRUE);
  if (duties == NULL)
    {
      if (gtk_widget_get_root (retiring->list) != NULL)
        ff_toast_error (retiring->list, error);
      return;
    }
  n = count_duties (duties, retiring->role);
  text = n > 0 ? g_strdup_printf (ngettext ("Role retired. %u duty to come keeps it.",
                                            "Role retired. %u duties to come keep it.", n),
                                  n)
               : g_strdup (_ ("Role retired"));
  set_retired (retiring->list, FF_STORE (source), retiring->role, TRUE, text);
}

static void
count_and_retire (FfRoleRow *self, GtkWidget *list)
{
  const FfWallTime until = { 9999, 1, 1, 0, 0 };
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  const FfWallTime from = ff_wall_time_from_date_time (now);
  Retiring *retiring = g_new0 (Retiring, 1);

  retiring->self = g_object_ref (self);
  retiring->list = g_object_ref (list);
  retiring->role = g_object_ref (self->role);
  gtk_widget_set_sensitive (self->retire_button, FALSE);
  ff_assignment_repository_list_async (self->store, NULL, NULL, &from, &until, NULL, on_duties_read,
                                       retiring);
}

/* Retires what is offered, and brings back what is retired. */
static void
on_retire (FfRoleRow *self)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  if (ff_role_get_retired (self->role))
    set_retired (list, self->store, self->role, FALSE, _ ("Role brought back"));
  else
    count_and_retire (self, list);
}

static void
ff_role_row_dispose (GObject *object)
{
  FfRoleRow *self = FF_ROLE_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_object (&self->role);
  g_clear_pointer (&self->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_role_row_parent_class)->dispose (object);
}

static void
ff_role_row_class_init (FfRoleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_role_row_dispose;
}

static void
ff_role_row_init (FfRoleRow *self)
{
  self->switches = g_ptr_array_new ();
  self->name_row
      = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Name"), "show-apply-button", TRUE, NULL);
  self->delete_row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->delete_row), _ ("Delete Role"));
  gtk_widget_add_css_class (self->delete_row, "destructive-action");
  g_signal_connect_object (self->name_row, "apply", G_CALLBACK (on_name_applied), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delete_row, "activated", G_CALLBACK (on_delete), self,
                           G_CONNECT_SWAPPED);
  self->use_row = adw_action_row_new ();
  self->retire_button = gtk_button_new ();
  gtk_widget_set_valign (self->retire_button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->use_row), self->retire_button);
  g_signal_connect_object (self->retire_button, "clicked", G_CALLBACK (on_retire), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->name_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->use_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->delete_row);
  g_object_set (self, "use-markup", FALSE, NULL);
}

static char *
make_title (FfRequirement *requirement)
{
  /* Translators: %s is a training or a check that a role may require */
  return g_strdup_printf (_ ("Requires %s"), ff_requirement_get_name (requirement));
}

static gboolean
has_switches_of (FfRoleRow *self, GPtrArray *requirements)
{
  if (requirements->len != self->switches->len)
    return FALSE;
  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      GObject *row = g_ptr_array_index (self->switches, i);
      g_autofree char *title = make_title (requirement);

      if (!g_str_equal (g_object_get_data (row, "uid"), ff_requirement_get_uid (requirement))
          || !g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return FALSE;
    }
  return TRUE;
}

static void
make_switches (FfRoleRow *self, GPtrArray *requirements)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);

  for (guint i = 0; i < self->switches->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->switches, i));
  g_ptr_array_set_size (self->switches, 0);
  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      GtkWidget *row = adw_switch_row_new ();
      g_autofree char *title = make_title (requirement);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      g_object_set_data_full (G_OBJECT (row), "uid",
                              g_strdup (ff_requirement_get_uid (requirement)), g_free);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_switched), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->switches, row);
      adw_expander_row_add_row (expander, row);
    }
}

static void
show_requirements (FfRoleRow *self, GPtrArray *requirements)
{
  const char *const *required = ff_role_get_requirements (self->role);
  g_autoptr (GString) names = g_string_new (NULL);

  if (!has_switches_of (self, requirements))
    make_switches (self, requirements);
  for (guint i = 0; i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      gboolean is_required = g_strv_contains (required, ff_requirement_get_uid (requirement));

      adw_switch_row_set_active (g_ptr_array_index (self->switches, i), is_required);
      if (is_required)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " · " : "",
                                ff_requirement_get_name (requirement));
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
}

/* --- Whether it is in use --- */

/* “Needed by 2 groups or meetings · Taken by 4 volunteers” */
static char *
describe_use (guint needs, guint volunteers)
{
  g_autofree char *needed = g_strdup_printf (
      ngettext ("Needed by %u group or meeting", "Needed by %u groups or meetings", needs), needs);
  g_autofree char *taken
      = g_strdup_printf (ngettext ("Taken by %u volunteer", "Taken by %u volunteers", volunteers),
                         volunteers);

  if (needs > 0 && volunteers > 0)
    return g_strconcat (needed, " · ", taken, NULL);
  if (needs > 0)
    return g_steal_pointer (&needed);
  return volunteers > 0 ? g_steal_pointer (&taken) : g_strdup (_ ("Not in use"));
}

static const char *
describe_retiring (FfRole *role, guint needs, guint volunteers)
{
  if (ff_role_get_kind (role) == FF_ROLE_FACILITATOR)
    return _ ("A meeting needs it where nothing else is set, so it stays.");
  if (ff_role_get_retired (role))
    return _ ("Brought back, it is offered again.");
  if (needs > 0)
    return _ ("Once no meeting needs it, it can be retired.");
  if (volunteers > 0)
    return _ (
        "Retired, it is not offered any more. Who takes it keeps it, and past duties keep its "
        "title.");
  return _ ("Retired, it is not offered any more. Past duties keep its title.");
}

static void
show_use (FfRoleRow *self)
{
  const gboolean retired = ff_role_get_retired (self->role);
  const char *title = ff_role_get_title (self->role);
  g_autofree char *use = NULL;
  /* Translators: %s is a role */
  g_autofree char *label = g_strdup_printf (retired ? _ ("Bring Back %s") : _ ("Retire %s"), title);
  guint needs, volunteers;

  if (!ff_roster_repository_get_role_use (self->store, ff_role_get_uid (self->role), &needs,
                                          &volunteers, NULL))
    return;
  use = describe_use (needs, volunteers);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->use_row), use);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->use_row),
                               describe_retiring (self->role, needs, volunteers));
  gtk_button_set_label (GTK_BUTTON (self->retire_button),
                        retired ? _ ("Bring Back") : _ ("Retire"));
  /* Else its name would be what it is labelled, without the role. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->retire_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->retire_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->retire_button,
                          ff_role_get_kind (self->role) != FF_ROLE_FACILITATOR);
  gtk_widget_set_sensitive (self->retire_button, retired || needs == 0);
}

/**
 * ff_role_row_new:
 * @context: the store, where roles are, and the clock
 *
 * Returns: (transfer floating): a row that shows no role yet
 */
GtkWidget *
ff_role_row_new (FfContext *context)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfRoleRow *self = g_object_new (FF_TYPE_ROLE_ROW, NULL);

  self->context = g_object_ref (context);
  self->store = g_object_ref (ff_context_get_store (context));
  return GTK_WIDGET (self);
}

/**
 * ff_role_row_show:
 * @self: a row
 * @role: what it shows
 * @requirements: (element-type FfRequirement): all there are
 */
void
ff_role_row_show (FfRoleRow *self, FfRole *role, GPtrArray *requirements)
{
  g_return_if_fail (FF_IS_ROLE_ROW (self));
  g_return_if_fail (FF_IS_ROLE (role));
  g_return_if_fail (requirements != NULL);

  self->is_showing = TRUE;
  g_set_object (&self->role, role);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), ff_role_get_title (role));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), ff_role_get_title (role));
  show_requirements (self, requirements);
  show_use (self);
  gtk_widget_set_visible (self->delete_row, ff_role_get_kind (role) == FF_ROLE_OWN);
  self->is_showing = FALSE;
}

/**
 * ff_role_row_get_uid:
 * @self: a row that shows a role
 *
 * Returns: (transfer none): the role's
 */
const char *
ff_role_row_get_uid (FfRoleRow *self)
{
  g_return_val_if_fail (FF_IS_ROLE_ROW (self) && self->role != NULL, "");

  return ff_role_get_uid (self->role);
}
