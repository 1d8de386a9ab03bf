/* ff-group-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding a group, or changing one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-catalogue.h"
#include "ff-first-help-line.h"
#include "ff-group-dialog.h"
#include "ff-group-form.h"
#include "ff-group-repository.h"
#include "ff-help-line-repository.h"
#include "ff-help-lines-dialog.h"
#include "ff-holidays-dialog.h"
#include "ff-keep-notes.h"
#include "ff-language.h"
#include "ff-message-label.h"
#include "ff-needs-dialog.h"
#include "ff-programme-row.h"
#include "ff-schedule-edit.h"
#include "ff-schedule-repository.h"
#include "ff-toast.h"
#include "ff-undoable.h"
#include "ff-unsaved.h"
#include "ff-zone-row.h"

struct _FfGroupDialog
{
  AdwDialog parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable): NULL while adding */
  FfGroupForm *form;
  char *begun;         /* what was filled in when it opened */
  GStrv languages;     /* BCP 47; the first is "", the app's own */
  GPtrArray *holidays; /* (element-type utf8): uids of the calendars; the first is "", none */
  gboolean filling;    /* a list is being filled: what is selected meanwhile was not chosen */

  GtkButton *save_button;
  GtkWidget *name_row;
  GtkWidget *programme_row;
  GtkWidget *open_row;
  GtkWidget *zone_row;
  AdwComboRow *language_row;
  AdwComboRow *holidays_row;
  GtkStringList *calendars;
  FfKeepNotes *keep_notes;
  GtkWidget *setting_row;
  GtkStringList *settings;
  GtkWidget *region_row;
  GtkWidget *district_row;
  GtkWidget *website_row;
  GtkWidget *email_row;
  GtkWidget *phone_row;
  GtkTextBuffer *notes;
  FfFirstHelpLine *first_help_line;
  GtkWidget *help_group;
  GtkWidget *needs_group;
  AdwActionRow *help_row;
  GtkWidget *delete_group;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
  PROP_FORM,
} FfGroupDialogProps;

static GParamSpec *properties[PROP_FORM + 1];

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfGroupDialog, ff_group_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  FfGroupDialog *dialog;
  FfGroup *group;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->dialog);
  g_clear_object (&saving->group);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  FfGroupDialog *self = saving->dialog;
  g_autoptr (GError) error = NULL;

  if (ff_schedule_edit_apply_finish (ff_context_get_store (self->context), result, &error) == 0)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      ff_toast_error (self->name_row, error);
      return;
    }

  if (self->group == NULL)
    {
      ff_first_help_line_save (self->first_help_line, ff_context_get_store (self->context),
                               ff_group_get_uid (saving->group));
      g_signal_emit (self, signals[SAVED], 0, saving->group);
    }
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_clicked_cb (FfGroupDialog *self)
{
  FfScheduleEdit *edit;
  Saving *saving;

  if (!ff_group_form_get_valid (self->form)
      || !ff_first_help_line_get_valid (self->first_help_line))
    return;

  saving = g_new0 (Saving, 1);
  saving->dialog = g_object_ref (self);
  saving->group = self->group != NULL ? ff_group_copy (self->group) : ff_group_new (NULL);
  ff_group_form_apply (self->form, saving->group);

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  edit = ff_schedule_edit_new ();
  ff_schedule_edit_save_group (edit, saving->group);
  ff_schedule_edit_apply_async (edit, ff_context_get_store (self->context), NULL, NULL, NULL,
                                saved_cb, saving);
}

/* With everything in it: the toast in the window, which outlives this dialog, takes that back. */
static void
delete_activated_cb (FfGroupDialog *self)
{
  FfScheduleEdit *edit = ff_schedule_edit_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  ff_schedule_edit_delete_group (edit, ff_group_get_uid (self->group));
  ff_undoable_change_schedule (GTK_WIDGET (root), ff_context_get_store (self->context), edit,
                               _ ("Group deleted"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
both (FfGroupDialog *self, gboolean first, gboolean second)
{
  return first && second;
}

static void
help_activated_cb (FfGroupDialog *self)
{
  adw_dialog_present (ff_help_lines_dialog_new (self->context, ff_group_get_uid (self->group)),
                      GTK_WIDGET (self));
}

static void
needs_activated_cb (FfGroupDialog *self)
{
  adw_dialog_present (ff_needs_dialog_new (self->context, self->group), GTK_WIDGET (self));
}

static void
count_help_lines (FfGroupDialog *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;

  if (self->group == NULL)
    return;
  lines = ff_help_line_repository_list (ff_context_get_store (self->context),
                                        ff_group_get_uid (self->group), NULL);
  if (lines != NULL && lines->len > 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u help line", "%u help lines", lines->len), lines->len);
  adw_action_row_set_subtitle (self->help_row, text != NULL ? text : _ ("No help lines yet"));
}

static void
language_selected_cb (FfGroupDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  if (self->form != NULL && selected < g_strv_length (self->languages))
    g_object_set (self->form, "language", self->languages[selected], NULL);
}

/* A group's language stays on offer even where its translation is not installed any more. */
static void
fill_languages (FfGroupDialog *self)
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
holidays_selected_cb (FfGroupDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->holidays_row);

  if (!self->filling && self->form != NULL && selected < self->holidays->len)
    g_object_set (self->form, "holidays", g_ptr_array_index (self->holidays, selected), NULL);
}

/* One that was deleted meanwhile is not kept any more. */
static void
fill_holidays (FfGroupDialog *self)
{
  g_autoptr (GPtrArray) list
      = ff_schedule_repository_list_holidays (ff_context_get_store (self->context), NULL);
  g_autofree char *chosen = NULL;
  guint selected = 0;

  g_object_get (self->form, "holidays", &chosen, NULL);
  self->filling = TRUE;
  g_ptr_array_set_size (self->holidays, 0);
  gtk_string_list_splice (self->calendars, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->calendars)), NULL);
  g_ptr_array_add (self->holidays, g_strdup (""));
  gtk_string_list_append (self->calendars, C_ ("holidays", "None"));
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      FfHolidays *holidays = g_ptr_array_index (list, i);

      g_ptr_array_add (self->holidays, g_strdup (ff_holidays_get_uid (holidays)));
      gtk_string_list_append (self->calendars, ff_holidays_get_name (holidays));
      if (g_str_equal (ff_holidays_get_uid (holidays), chosen))
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->holidays_row, selected);
  self->filling = FALSE;
  holidays_selected_cb (self);
}

static void
store_changed_cb (FfGroupDialog *self)
{
  fill_holidays (self);
  count_help_lines (self);
}

static void
holidays_activated_cb (FfGroupDialog *self)
{
  adw_dialog_present (ADW_DIALOG (ff_holidays_dialog_new (self->context)), GTK_WIDGET (self));
}

static void
fill_settings (FfGroupDialog *self)
{
  for (guint i = 0; i < FF_N_SETTINGS; i++)
    gtk_string_list_append (self->settings, ff_setting_get_title ((FfSetting) i));
}

static void
bind_listing (FfGroupDialog *self)
{
  GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (self->form, "setting", self->setting_row, "selected", both);
  g_object_bind_property (self->form, "region", self->region_row, "text", both);
  g_object_bind_property (self->form, "district", self->district_row, "text", both);
  g_object_bind_property (self->form, "website", self->website_row, "text", both);
  g_object_bind_property (self->form, "email", self->email_row, "text", both);
  g_object_bind_property (self->form, "phone", self->phone_row, "text", both);
  g_object_bind_property (self->form, "notes", self->notes, "text", both);
}

static void
bind_form (FfGroupDialog *self)
{
  GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (self->form, "name", self->name_row, "text", both);
  g_object_bind_property (self->form, "open", self->open_row, "active", both);
  if (self->group != NULL)
    ff_programme_row_set_programme (FF_PROGRAMME_ROW (self->programme_row),
                                    ff_group_get_programme (self->group));
  g_object_bind_property (self->programme_row, "programme", self->form, "programme",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->form, "zone", self->zone_row, "zone", both);
  g_object_bind_property (self->form, "keep-months", self->keep_notes, "months", both);
}

static char *
write_state (FfGroupDialog *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GObject) line = NULL;

  g_object_get (self->first_help_line, "form", &line, NULL);
  ff_unsaved_write_state (G_OBJECT (self->form), text);
  ff_unsaved_write_state (line, text);
  return g_string_free_and_steal (text);
}

static gboolean
has_unsaved (AdwDialog *dialog)
{
  FfGroupDialog *self = FF_GROUP_DIALOG (dialog);
  g_autofree char *state = write_state (self);

  return !g_str_equal (state, self->begun);
}

static void
ff_group_dialog_constructed (GObject *object)
{
  FfGroupDialog *self = FF_GROUP_DIALOG (object);

  G_OBJECT_CLASS (ff_group_dialog_parent_class)->constructed (object);

  gtk_button_set_label (self->save_button, self->group != NULL ? _ ("_Save") : _ ("_Add"));
  adw_dialog_set_title (ADW_DIALOG (self),
                        self->group != NULL ? _ ("Edit Group") : _ ("Add Group"));
  gtk_widget_set_visible (self->delete_group, self->group != NULL);
  gtk_widget_set_visible (self->help_group, self->group != NULL);
  gtk_widget_set_visible (self->needs_group, self->group != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->first_help_line), self->group == NULL);
  adw_dialog_set_focus (ADW_DIALOG (self), self->name_row);

  self->form = ff_group_form_new (self->group, NULL);
  ff_programme_row_set_programmes (FF_PROGRAMME_ROW (self->programme_row),
                                   ff_context_get_programmes (self->context));
  fill_settings (self);
  bind_form (self);
  bind_listing (self);
  fill_languages (self);
  store_changed_cb (self);
  g_signal_connect_object (ff_context_get_store (self->context), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (object, properties[PROP_FORM]);
  self->begun = write_state (self);
  ff_unsaved_guard (ADW_DIALOG (self), has_unsaved);
}

static void
ff_group_dialog_dispose (GObject *object)
{
  FfGroupDialog *self = FF_GROUP_DIALOG (object);

  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_GROUP_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->group);
  g_clear_object (&self->context);
  g_clear_pointer (&self->begun, g_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->holidays, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_group_dialog_parent_class)->dispose (object);
}

static void
ff_group_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfGroupDialog *self = FF_GROUP_DIALOG (object);

  switch ((FfGroupDialogProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_FORM:
      g_value_set_object (value, self->form);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_dialog_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  FfGroupDialog *self = FF_GROUP_DIALOG (object);

  switch ((FfGroupDialogProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;

    case PROP_GROUP:
      self->group = g_value_dup_object (value);
      break;

    case PROP_FORM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_group_dialog_class_init (FfGroupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags construct_only = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = ff_group_dialog_constructed;
  object_class->dispose = ff_group_dialog_dispose;
  object_class->get_property = ff_group_dialog_get_property;
  object_class->set_property = ff_group_dialog_set_property;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, FF_TYPE_CONTEXT, construct_only);
  properties[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, FF_TYPE_GROUP, construct_only);
  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, FF_TYPE_GROUP_FORM,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SAVED] = g_signal_new ("saved", FF_TYPE_GROUP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, FF_TYPE_GROUP);

  g_type_ensure (FF_TYPE_FIRST_HELP_LINE);
  g_type_ensure (FF_TYPE_HELP_LINE_FORM);
  g_type_ensure (FF_TYPE_KEEP_NOTES);
  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  g_type_ensure (FF_TYPE_PROGRAMME_ROW);
  g_type_ensure (FF_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, programme_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, open_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, first_help_line);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, help_group);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, needs_group);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, help_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, holidays_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, calendars);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, keep_notes);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, setting_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, settings);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, region_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, district_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, website_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfGroupDialog, notes);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, both);
  gtk_widget_class_bind_template_callback (widget_class, help_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, needs_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, holidays_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, holidays_activated_cb);
}

static void
ff_group_dialog_init (FfGroupDialog *self)
{
  self->holidays = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_group_dialog_new:
 * @context: what the views need
 * @group: (nullable): the group to change, or %NULL to add one
 *
 * Returns: (transfer floating): a dialog, for adw_dialog_present()
 */
AdwDialog *
ff_group_dialog_new (FfContext *context, FfGroup *group)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (group == NULL || FF_IS_GROUP (group), NULL);

  return g_object_new (FF_TYPE_GROUP_DIALOG, "context", context, "group", group, NULL);
}
