/* ff-roster-duplicates-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Volunteers who may be one person twice: whom to keep is chosen, or that they are not the same, and then they are not asked about
 * again unless that is taken back.
 */

#include "ff-config.h"

#include "ff-roster-duplicates-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-apart-page.h"
#include "ff-roster-likeness.h"
#include "ff-roster-repository.h"
#include "ff-undoable.h"

#define MOST_PAIRS 100u

struct _FfRosterDuplicatesDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfRoster *roster; /* (nullable) */
  GPtrArray *pairs; /* (nullable) (element-type FfRosterPair): of @roster */
  GCancellable *cancellable;

  GtkStack *stack;
  AdwStatusPage *none_page;
  AdwBin *pairs_bin;
  FfRosterApartPage *apart_page;
};

G_DEFINE_FINAL_TYPE (FfRosterDuplicatesDialog, ff_roster_duplicates_dialog, ADW_TYPE_DIALOG)

/* --- What a person does --- */

/* What it comes to is read again when the store tells that it changed. */
static void
apply (FfRosterDuplicatesDialog *self, FfRosterEdit *edit, const char *text)
{
  ff_undoable_change_roster (GTK_WIDGET (self->stack), ff_context_get_store (self->context), edit,
                             text);
}

/* @parameter: uid of whom to keep and of whom becomes part of them */
static void
merge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  const char *kept, *gone;

  g_variant_get (parameter, "(&s&s)", &kept, &gone);
  ff_roster_edit_merge_volunteers (edit, kept, gone);
  apply (FF_ROSTER_DUPLICATES_DIALOG (widget), edit, _ ("Merged into one volunteer"));
}

/* @parameter: uids of two */
static void
apart_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  const char *uid, *other;

  g_variant_get (parameter, "(&s&s)", &uid, &other);
  ff_roster_edit_keep_apart (edit, uid, other);
  apply (FF_ROSTER_DUPLICATES_DIALOG (widget), edit, _ ("Not asked about again"));
}

/* @parameter: uids of two */
static void
ask_again_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfRosterEdit *edit = ff_roster_edit_new ();
  const char *uid, *other;

  g_variant_get (parameter, "(&s&s)", &uid, &other);
  ff_roster_edit_forget_apart (edit, uid, other);
  apply (FF_ROSTER_DUPLICATES_DIALOG (widget), edit, _ ("Asked about again"));
}

/* --- Pairs --- */

/* "dale@example.org · 604 555 0100" */
static char *
describe (FfVolunteer *volunteer)
{
  const char *mail = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_MAIL);
  const char *phone = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_PHONE);

  return g_strconcat (mail, *mail != '\0' && *phone != '\0' ? " · " : "", phone, NULL);
}

static void
add_person (AdwExpanderRow *row, FfVolunteer *kept, FfVolunteer *gone)
{
  GtkWidget *person = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Keep"));
  g_autofree char *subtitle = describe (kept);
  /* Translators: a name */
  g_autofree char *label = g_strdup_printf (_ ("Keep %s, and merge the other entry into theirs"),
                                            ff_volunteer_get_name (kept));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (person), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (person), ff_volunteer_get_name (kept));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (person), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Else its name would be what it is labelled, without whom. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", ff_volunteer_get_uid (kept),
                                    ff_volunteer_get_uid (gone));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roster-duplicates.merge");
  adw_action_row_add_suffix (ADW_ACTION_ROW (person), button);
  adw_expander_row_add_row (row, person);
}

static GtkWidget *
make_pair (const FfRosterPair *pair)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *apart = adw_button_row_new ();
  g_autofree char *like = ff_roster_like_describe (pair->like);
  /* Translators: the names of two volunteers */
  g_autofree char *title
      = g_strdup_printf (_ ("%1$s and %2$s"), ff_volunteer_get_name (pair->first),
                         ff_volunteer_get_name (pair->second));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), like);
  add_person (ADW_EXPANDER_ROW (row), pair->first, pair->second);
  add_person (ADW_EXPANDER_ROW (row), pair->second, pair->first);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (apart), _ ("Not the Same"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (apart), "(ss)",
                                    ff_volunteer_get_uid (pair->first),
                                    ff_volunteer_get_uid (pair->second));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (apart), "roster-duplicates.apart");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), apart);
  return row;
}

/* (nullable): where there are none */
static GtkWidget *
make_way_to_apart (FfRosterDuplicatesDialog *self)
{
  const guint n = ff_roster_count_apart (self->roster);
  g_autofree char *count = g_strdup_printf (ngettext ("%u pair", "%u pairs", n), n);
  GtkWidget *group, *row;

  if (n == 0)
    return NULL;
  group = adw_preferences_group_new ();
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Said Not to Be the Same"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "apart");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
show_pairs (FfRosterDuplicatesDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *way = make_way_to_apart (self);
  g_autoptr (GPtrArray) apart = ff_roster_list_apart_pairs (self->roster);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("They may be one person twice, or two people who share a mail. Whoever is kept takes over "
         "the duties, trainings and absences of the other."));
  for (guint i = 0; i < self->pairs->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_pair (g_ptr_array_index (self->pairs, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_status_page_set_child (self->none_page, self->pairs->len == 0 ? way : NULL);
  if (way != NULL && self->pairs->len > 0)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (way));
  adw_bin_set_child (self->pairs_bin, page);
  ff_roster_apart_page_show (self->apart_page, apart);
  gtk_stack_set_visible_child_name (self->stack, self->pairs->len > 0 ? "pairs" : "none");
  adw_status_page_set_title (self->none_page, _ ("No Duplicates"));
  adw_status_page_set_description (
      self->none_page,
      ff_roster_count_apart (self->roster) > 0
          ? _ ("You said of all who share a name, mail or phone number that they are not the same.")
          : _ ("No two volunteers have the same name, mail or phone number."));
}

/* --- Reading --- */

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ff_roster_list_pairs (data, MOST_PAIRS),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  FfRosterDuplicatesDialog *self = FF_ROSTER_DUPLICATES_DIALOG (source);
  GPtrArray *pairs = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Read again since. */
  if (pairs == NULL)
    return;
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  self->pairs = pairs;
  g_set_object (&self->roster, g_task_get_task_data (G_TASK (result)));
  show_pairs (self);
}

static void
on_roster (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfRosterDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfRoster) roster
      = ff_roster_repository_load_finish (FF_STORE (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (roster == NULL)
    {
      adw_status_page_set_child (self->none_page, NULL);
      adw_status_page_set_title (self->none_page, "");
      adw_status_page_set_description (self->none_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  task = g_task_new (self, self->cancellable, on_found, NULL);
  g_task_set_task_data (task, g_steal_pointer (&roster), g_object_unref);
  g_task_run_in_thread (task, find_in_thread);
}

static void
read_roster (FfRosterDuplicatesDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ff_roster_repository_load_async (ff_context_get_store (self->context), self->cancellable,
                                   on_roster, g_object_ref (self));
}

static void
on_store_changed (FfRosterDuplicatesDialog *self, FfAggregate aggregate)
{
  if (self->context != NULL && (aggregate == FF_AGGREGATE_ROSTER || aggregate == FF_AGGREGATE_ALL))
    read_roster (self);
}

/* --- The dialog --- */

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
let_go (FfRosterDuplicatesDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_object (&self->roster);
  g_clear_object (&self->context);
}

static void
ff_roster_duplicates_dialog_closed (AdwDialog *dialog)
{
  let_go (FF_ROSTER_DUPLICATES_DIALOG (dialog));
}

static void
ff_roster_duplicates_dialog_dispose (GObject *object)
{
  FfRosterDuplicatesDialog *self = FF_ROSTER_DUPLICATES_DIALOG (object);

  let_go (self);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROSTER_DUPLICATES_DIALOG);

  G_OBJECT_CLASS (ff_roster_duplicates_dialog_parent_class)->dispose (object);
}

static void
ff_roster_duplicates_dialog_class_init (FfRosterDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_DIALOG_CLASS (klass)->closed = ff_roster_duplicates_dialog_closed;
  G_OBJECT_CLASS (klass)->dispose = ff_roster_duplicates_dialog_dispose;
  g_type_ensure (FF_TYPE_ROSTER_APART_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, FF_RESOURCE_PREFIX
                                               "/ui/ff-roster-duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRosterDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRosterDuplicatesDialog, none_page);
  gtk_widget_class_bind_template_child (widget_class, FfRosterDuplicatesDialog, pairs_bin);
  gtk_widget_class_bind_template_child (widget_class, FfRosterDuplicatesDialog, apart_page);
  gtk_widget_class_install_action (widget_class, "roster-duplicates.merge", "(ss)", merge_action);
  gtk_widget_class_install_action (widget_class, "roster-duplicates.apart", "(ss)", apart_action);
  gtk_widget_class_install_action (widget_class, "roster-duplicates.ask-again", "(ss)",
                                   ask_again_action);
}

static void
ff_roster_duplicates_dialog_init (FfRosterDuplicatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_roster_duplicates_dialog_new:
 * @context: what a view is handed
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
AdwDialog *
ff_roster_duplicates_dialog_new (FfContext *context)
{
  FfRosterDuplicatesDialog *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  self = g_object_new (FF_TYPE_ROSTER_DUPLICATES_DIALOG, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  read_roster (self);
  return ADW_DIALOG (self);
}

/**
 * ff_roster_duplicates_present:
 * @parent: what asks for it
 * @context: what a view is handed
 */
void
ff_roster_duplicates_present (GtkWidget *parent, FfContext *context)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  adw_dialog_present (ff_roster_duplicates_dialog_new (context), parent);
}
