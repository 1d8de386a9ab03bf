/* ff-volunteer-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a volunteer, or changing what is kept of one.
 */

#include "ff-config.h"

#include "ff-volunteer-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-catalogue.h"
#include "ff-group-repository.h"
#include "ff-language.h"
#include "ff-lines-page.h"
#include "ff-message-label.h"
#include "ff-roles-dialog.h"
#include "ff-roster-repository.h"
#include "ff-toast.h"
#include "ff-undoable.h"
#include "ff-unsaved.h"
#include "ff-volunteer-state.h"
#include "ff-volunteer-words.h"
#include "ff-what-page.h"
#include "ff-zone-row.h"

struct _FfVolunteerDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfVolunteer *volunteer; /* (nullable): NULL while adding */
  FfVolunteerForm *form;
  GPtrArray *groups;
  GPtrArray *roles;
  GPtrArray *requirements;
  GStrv languages; /* BCP 47; the first is "", the app's own */
  char *begun;     /* what ff_volunteer_state_write() gave at first */

  AdwNavigationView *navigation;
  GtkButton *save_button;
  GtkWidget *name_row;
  GtkWidget *pronouns_row;
  GtkWidget *mail_row;
  GtkWidget *phone_row;
  AdwComboRow *language_row;
  GtkWidget *zone_row;
  GtkWidget *home_row;
  AdwActionRow *what_row;
  AdwActionRow *hours_row;
  AdwActionRow *absences_row;
  AdwActionRow *limits_row;
  AdwActionRow *trainings_row;
  AdwActionRow *steps_row;
  GtkWidget *emergency_name_row;
  GtkWidget *emergency_phone_row;
  GtkTextBuffer *notes;
  GtkWidget *week_row;
  GtkWidget *month_row;
  GtkWidget *in_row_row;
  GtkWidget *online_row;
  GtkWidget *reach_row;
  GtkWidget *position_row;
  FfWhatPage *what_page;
  FfLinesPage *hours_page;
  FfLinesPage *absences_page;
  FfLinesPage *trainings_page;
  FfLinesPage *steps_page;
};

typedef enum
{
  PROP_FORM = 1,
} FfVolunteerDialogProps;

static GParamSpec *properties[PROP_FORM + 1];

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfVolunteerDialog, ff_volunteer_dialog, ADW_TYPE_DIALOG)

/* --- Saving --- */

typedef struct
{
  FfVolunteerDialog *dialog;
  char *uid;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->dialog);
  g_free (saving->uid);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  FfVolunteerDialog *self = saving->dialog;
  g_autoptr (GError) error = NULL;
  FfStore *store = FF_STORE (source);
  guint64 step = ff_roster_edit_apply_finish (store, result, &error);
  GtkWidget *root;

  /* Its window was closed meanwhile. */
  if (self->context == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (step == 0)
    {
      ff_toast_error (self->name_row, error);
      return;
    }
  root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  if (root != NULL)
    ff_undoable_tell (root, store, step,
                      self->volunteer != NULL ? _ ("Volunteer saved") : _ ("Volunteer added"));
  /* Closed first: the focus goes back to where it was, and on from there. */
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, saving->uid);
}

static void
save_cb (FfVolunteerDialog *self)
{
  g_autoptr (FfVolunteer) volunteer = NULL;
  FfRosterEdit *edit;
  Saving *saving;

  if (!ff_volunteer_form_get_valid (self->form))
    return;
  volunteer = ff_volunteer_form_make (self->form);
  edit = ff_roster_edit_new ();
  ff_roster_edit_save_volunteer (edit, volunteer);
  saving = g_new0 (Saving, 1);
  saving->dialog = g_object_ref (self);
  saving->uid = g_strdup (ff_volunteer_get_uid (volunteer));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  ff_roster_edit_apply_async (edit, ff_context_get_store (self->context), NULL, on_saved, saving);
}

/* --- What the pages hold, in short --- */

static char *
describe_roles (FfVolunteerDialog *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (self->roles, i);
      g_autofree char *title = ff_volunteer_words_role (role);

      if (ff_volunteer_form_has (self->form, FF_VOLUNTEER_ROLES, ff_role_get_uid (role)))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", title);
    }
  if (words->len == 0)
    g_string_append (words, _ ("No role yet: they are given no duties"));
  return g_string_free_and_steal (words);
}

/* As it stands in the form, also while something in it is still wrong. */
static void
describe_pages (FfVolunteerDialog *self)
{
  g_autofree char *roles = describe_roles (self);

  adw_action_row_set_subtitle (self->what_row, roles);
  if (!ff_volunteer_form_get_valid (self->form))
    return;

  g_autoptr (FfVolunteer) volunteer = ff_volunteer_form_make (self->form);
  g_autofree char *week = ff_volunteer_words_week (volunteer);
  g_autofree char *limits = ff_volunteer_words_limits (volunteer);
  guint n_absences = ff_volunteer_get_absences (volunteer)->len;
  guint n_trainings = ff_volunteer_get_trainings (volunteer)->len;
  guint n_steps = ff_volunteer_get_steps (volunteer)->len;
  g_autofree char *absences
      = g_strdup_printf (ngettext ("%u absence", "%u absences", n_absences), n_absences);
  g_autofree char *trainings
      = g_strdup_printf (ngettext ("%u record", "%u records", n_trainings), n_trainings);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);

  adw_action_row_set_subtitle (self->hours_row, week);
  adw_action_row_set_subtitle (self->absences_row, n_absences > 0 ? absences : "");
  adw_action_row_set_subtitle (self->limits_row, limits);
  adw_action_row_set_subtitle (self->trainings_row, n_trainings > 0 ? trainings : "");
  adw_action_row_set_subtitle (self->steps_row, n_steps > 0 ? steps : "");
}

/* --- Filling --- */

static void
language_selected_cb (FfVolunteerDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->form != NULL && self->languages != NULL && selected < g_strv_length (self->languages))
    g_object_set (self->form, "language", self->languages[selected], NULL);
}

/* One that somebody is written to in stays on offer even where its translation is not installed any more. */
static void
fill_languages (FfVolunteerDialog *self)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_auto (GStrv) installed = ff_catalogue_list_languages (NULL);
  g_autofree char *chosen = NULL;
  guint selected = 0;

  g_object_get (self->form, "language", &chosen, NULL);
  g_strv_builder_add (tags, "");
  g_strv_builder_addv (tags, (const char **) installed);
  if (*chosen != '\0' && !g_strv_contains ((const char *const *) installed, chosen))
    g_strv_builder_add (tags, chosen);
  self->languages = g_strv_builder_end (tags);
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = ff_language_get_name (self->languages[i]);

      gtk_string_list_append (names, i == 0 ? _ ("As This Computer") : name);
      if (g_str_equal (self->languages[i], chosen))
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
bind (FfVolunteerDialog *self, const char *property, gpointer target, const char *target_property)
{
  g_object_bind_property (self->form, property, target, target_property,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
bind_form (FfVolunteerDialog *self)
{
  bind (self, "name", self->name_row, "text");
  bind (self, "pronouns", self->pronouns_row, "text");
  bind (self, "mail", self->mail_row, "text");
  bind (self, "phone", self->phone_row, "text");
  bind (self, "zone", self->zone_row, "zone");
  bind (self, "home", self->home_row, "text");
  bind (self, "emergency-name", self->emergency_name_row, "text");
  bind (self, "emergency-phone", self->emergency_phone_row, "text");
  bind (self, "notes", self->notes, "text");
  bind (self, "week-cap", self->week_row, "value");
  bind (self, "month-cap", self->month_row, "value");
  bind (self, "row-cap", self->in_row_row, "value");
  bind (self, "online-only", self->online_row, "active");
  bind (self, "reach", self->reach_row, "value");
  bind (self, "position", self->position_row, "text");
}

static void
bind_lines (FfVolunteerDialog *self, FfLinesPage *page, FfLineKind kind)
{
  ff_lines_page_bind (page, self->form, kind, self->requirements);
  g_signal_connect_object (page, "changed", G_CALLBACK (describe_pages), self, G_CONNECT_SWAPPED);
}

static void
fill (FfVolunteerDialog *self)
{
  bind_form (self);
  bind_lines (self, self->hours_page, FF_LINE_HOURS);
  bind_lines (self, self->absences_page, FF_LINE_ABSENCE);
  bind_lines (self, self->trainings_page, FF_LINE_TRAINING);
  bind_lines (self, self->steps_page, FF_LINE_STEP);
  fill_languages (self);
  ff_what_page_bind (self->what_page, self->form, self->roles, self->groups,
                     ff_context_get_programmes (self->context));
  ff_lines_page_set_can_add (self->trainings_page, self->requirements->len > 0);
  describe_pages (self);
  g_signal_connect_object (self->form, "notify", G_CALLBACK (describe_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "sets-changed", G_CALLBACK (describe_pages), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
has_unsaved (AdwDialog *dialog)
{
  FfVolunteerDialog *self = FF_VOLUNTEER_DIALOG (dialog);
  g_autofree char *state = self->form != NULL ? ff_volunteer_state_write (self->form) : NULL;

  return state != NULL && !g_str_equal (state, self->begun);
}

/* What the form has not is there all the same, as one that can be added to the roster for the first time. */
static GPtrArray *
or_none (GPtrArray *list)
{
  return list != NULL ? list : g_ptr_array_new_with_free_func (g_object_unref);
}

static void
roles_cb (FfVolunteerDialog *self)
{
  adw_dialog_present (ff_roles_dialog_new (self->context), GTK_WIDGET (self));
}

/* Rows look requirements up in the same array, so that it is filled anew and not replaced. */
static void
on_store_changed (FfVolunteerDialog *self, FfAggregate aggregate)
{
  g_autoptr (GPtrArray) requirements = NULL;

  if (self->context == NULL || aggregate != FF_AGGREGATE_ROSTER)
    return;
  requirements
      = ff_roster_repository_list_requirements (ff_context_get_store (self->context), NULL);
  if (requirements == NULL)
    return;
  g_ptr_array_set_size (self->requirements, 0);
  for (guint i = 0; i < requirements->len; i++)
    g_ptr_array_add (self->requirements, g_object_ref (g_ptr_array_index (requirements, i)));
  ff_lines_page_set_can_add (self->trainings_page, self->requirements->len > 0);
}

/* --- The dialog --- */

/* GTK may hold on to a dialog that was under the pointer: what it shows is let go of here. */
static void
let_go (FfVolunteerDialog *self)
{
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  g_clear_object (&self->form);
  g_clear_object (&self->volunteer);
  g_clear_object (&self->context);
}

static void
ff_volunteer_dialog_closed (AdwDialog *dialog)
{
  let_go (FF_VOLUNTEER_DIALOG (dialog));
}

static void
ff_volunteer_dialog_dispose (GObject *object)
{
  FfVolunteerDialog *self = FF_VOLUNTEER_DIALOG (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEER_DIALOG);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->requirements, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->begun, g_free);

  G_OBJECT_CLASS (ff_volunteer_dialog_parent_class)->dispose (object);
}

static void
ff_volunteer_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfVolunteerDialog *self = FF_VOLUNTEER_DIALOG (object);

  switch ((FfVolunteerDialogProps) prop_id)
    {
    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, pronouns_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, mail_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, home_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, what_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, absences_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, limits_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, trainings_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, steps_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, emergency_name_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, emergency_phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, week_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, in_row_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, online_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, reach_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, position_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, what_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, hours_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, absences_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, trainings_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerDialog, steps_page);
}

static void
ff_volunteer_dialog_class_init (FfVolunteerDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_volunteer_dialog_dispose;
  object_class->get_property = ff_volunteer_dialog_get_property;
  ADW_DIALOG_CLASS (klass)->closed = ff_volunteer_dialog_closed;

  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_VOLUNTEER_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", FF_TYPE_VOLUNTEER_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FF_TYPE_LINES_PAGE);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  g_type_ensure (FF_TYPE_WHAT_PAGE);
  g_type_ensure (FF_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-volunteer-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, roles_cb);
}

/* What is typed here reads left to right in any language, from the side where all rows begin. */
static void
read_left_to_right (GtkWidget *row)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  if (gtk_widget_get_direction (row) != GTK_TEXT_DIR_RTL)
    return;
  gtk_widget_set_direction (GTK_WIDGET (text), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (text, 1);
}

/* What was typed is not lost on the way back: Escape leaves a page first, and only then the dialog. */
static gboolean
go_back (GtkWidget *navigation, GVariant *arguments, gpointer data)
{
  return adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
}

/* From any page; what is still wrong is told on the first one. */
static gboolean
save_here (GtkWidget *navigation, GVariant *arguments, gpointer data)
{
  FfVolunteerDialog *self
      = FF_VOLUNTEER_DIALOG (gtk_widget_get_ancestor (navigation, FF_TYPE_VOLUNTEER_DIALOG));

  if (ff_volunteer_form_get_valid (self->form))
    save_cb (self);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "contact");
  return GDK_EVENT_STOP;
}

/* Before the notes take it for a new line. */
static void
add_saving_key (FfVolunteerDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (save_here, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->navigation), keys);
}

static void
ff_volunteer_dialog_init (FfVolunteerDialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_saving_key (self);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (go_back, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->navigation), keys);
  read_left_to_right (self->mail_row);
  read_left_to_right (self->phone_row);
  read_left_to_right (self->emergency_phone_row);
  read_left_to_right (self->position_row);
}

/**
 * ff_volunteer_dialog_new:
 * @context: what a view is handed
 * @volunteer: (nullable): whom to change, or %NULL to add one
 * @group: (nullable): which a new one serves at first
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
ff_volunteer_dialog_new (FfContext *context, FfVolunteer *volunteer, FfGroup *group)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (volunteer == NULL || FF_IS_VOLUNTEER (volunteer), NULL);
  g_return_val_if_fail (group == NULL || FF_IS_GROUP (group), NULL);

  FfVolunteerDialog *self = g_object_new (FF_TYPE_VOLUNTEER_DIALOG, NULL);
  FfStore *store = ff_context_get_store (context);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autofree char *today = ff_volunteer_words_today (now);

  self->context = g_object_ref (context);
  self->volunteer = volunteer != NULL ? g_object_ref (volunteer) : NULL;
  self->groups = or_none (ff_group_repository_list (store, NULL));
  self->roles = or_none (ff_roster_repository_list_roles (store, NULL));
  self->requirements = or_none (ff_roster_repository_list_requirements (store, NULL));
  self->form = ff_volunteer_form_new (volunteer, self->groups, self->requirements, group, today);
  adw_dialog_set_title (ADW_DIALOG (self),
                        volunteer != NULL ? _ ("Edit Volunteer") : _ ("Add Volunteer"));
  gtk_button_set_label (self->save_button, volunteer != NULL ? _ ("_Save") : _ ("_Add"));
  adw_dialog_set_focus (ADW_DIALOG (self), self->name_row);
  fill (self);
  self->begun = ff_volunteer_state_write (self->form);
  ff_unsaved_guard (ADW_DIALOG (self), has_unsaved);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
  return ADW_DIALOG (self);
}

/**
 * ff_volunteer_dialog_get_form:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what is filled in; %NULL once it is closed
 */
FfVolunteerForm *
ff_volunteer_dialog_get_form (FfVolunteerDialog *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_DIALOG (self), NULL);

  return self->form;
}

/**
 * ff_volunteer_dialog_add_absence:
 * @self: a dialog
 *
 * Turns to the absences and adds one.
 */
void
ff_volunteer_dialog_add_absence (FfVolunteerDialog *self)
{
  g_return_if_fail (FF_IS_VOLUNTEER_DIALOG (self));

  adw_navigation_view_push_by_tag (self->navigation, "absences");
  ff_lines_page_add (self->absences_page);
}
