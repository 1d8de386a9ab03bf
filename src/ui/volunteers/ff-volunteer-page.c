/* ff-volunteer-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a volunteer, and what can be done with it.
 */

#include "ff-config.h"

#include "ff-volunteer-page.h"

#include <glib/gi18n-lib.h>

#include "ff-roster-repository.h"
#include "ff-toast.h"
#include "ff-volunteer-dialog.h"
#include "ff-volunteer-duties.h"
#include "ff-volunteer-erase.h"
#include "ff-volunteer-export.h"
#include "ff-volunteer-facts.h"
#include "ff-volunteer-merge-dialog.h"
#include "ff-volunteer-words.h"

struct _FfVolunteerPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  char *uid;
  FfVolunteer *volunteer; /* (nullable) until it is read */
  gboolean outdated;      /* something was written while it was not on the screen */

  GtkWidget *menu_button;
  GtkWidget *edit_button;
  GtkStack *stack;
  AdwStatusPage *trouble_page;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkWidget *contact_group;
  AdwActionRow *mail_row;
  AdwActionRow *phone_row;
  FfVolunteerFacts *facts;
  FfVolunteerDuties *duties;
};

enum
{
  SIGNAL_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const actions[] = {
  "volunteer.edit",   "volunteer.add-absence", "volunteer.merge",
  "volunteer.export", "volunteer.erase",
};

G_DEFINE_FINAL_TYPE (FfVolunteerPage, ff_volunteer_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- What is shown --- */

static void
set_actions_enabled (FfVolunteerPage *self, gboolean enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
  gtk_widget_set_visible (self->menu_button, enabled);
  gtk_widget_set_visible (self->edit_button, enabled);
}

static void
show_name (FfVolunteerPage *self)
{
  const char *name = self->volunteer != NULL ? ff_volunteer_get_name (self->volunteer) : "";
  const char *shown = ff_context_show_alias (self->context, name, 0);
  const char *pronouns;
  const char *serving;
  g_autofree char *about = NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self),
                                 *shown != '\0' ? shown : _ ("Volunteer"));
  if (self->volunteer == NULL)
    return;
  pronouns = ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_PRONOUNS);
  serving = ff_serving_get_title (ff_volunteer_get_serving (self->volunteer));
  about = *pronouns != '\0' ? g_strdup_printf ("%s · %s", pronouns, serving) : g_strdup (serving);
  gtk_label_set_text (self->name_label, shown);
  gtk_label_set_text (self->about_label, about);
  adw_avatar_set_text (self->avatar, shown);
  adw_avatar_set_show_initials (self->avatar, !ff_context_get_hide_names (self->context));
}

static void
show_contact (FfVolunteerPage *self)
{
  const char *mail = ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_MAIL);
  const char *phone = ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_PHONE);
  gboolean hidden = ff_context_get_hide_names (self->context);
  g_autofree char *shown_mail = ff_volunteer_words_contact (mail);
  g_autofree char *shown_phone = ff_volunteer_words_contact (phone);

  adw_action_row_set_subtitle (self->mail_row, shown_mail);
  adw_action_row_set_subtitle (self->phone_row, shown_phone);
  gtk_widget_set_visible (GTK_WIDGET (self->mail_row), *mail != '\0' && !hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_row), *phone != '\0' && !hidden);
  gtk_widget_set_visible (self->contact_group, (*mail != '\0' || *phone != '\0') && !hidden);
}

static void
show_gone (FfVolunteerPage *self, const char *instead)
{
  /* It was told already. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "gone") == 0)
    return;
  g_clear_object (&self->volunteer);
  set_actions_enabled (self, FALSE);
  show_name (self);
  gtk_stack_set_visible_child_name (self->stack, "gone");
  g_signal_emit (self, signals[SIGNAL_GONE], 0, instead);
}

static void
show_trouble (FfVolunteerPage *self, const GError *error)
{
  set_actions_enabled (self, FALSE);
  adw_status_page_set_description (self->trouble_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
read_again (FfVolunteerPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfVolunteer) volunteer
      = ff_roster_repository_get_volunteer (ff_context_get_store (self->context), self->uid,
                                            &error);

  self->outdated = FALSE;
  if (error != NULL)
    {
      show_trouble (self, error);
      return;
    }
  if (volunteer == NULL)
    {
      show_gone (self, NULL);
      return;
    }
  g_set_object (&self->volunteer, volunteer);
  show_name (self);
  show_contact (self);
  ff_volunteer_facts_show (self->facts, self->context, volunteer);
  ff_volunteer_duties_show (self->duties, self->context, self->uid);
  set_actions_enabled (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "volunteer");
}

static void
on_store_changed (FfVolunteerPage *self, FfAggregate aggregate, GStrv ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_ROTA:
    case FF_AGGREGATE_ALL:
      break;

    case FF_AGGREGATE_ROSTER:
      /* Without ids it is roles or what they require. */
      if (ids != NULL && ids[0] != NULL && !g_strv_contains ((const char *const *) ids, self->uid))
        return;
      break;

    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_PARTICIPANT:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
      return;

    default:
      g_warn_if_reached ();
      return;
    }
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->outdated)
    read_again (self);
}

static void
on_hide_names_changed (FfVolunteerPage *self)
{
  show_name (self);
  if (self->volunteer != NULL)
    show_contact (self);
}

/* --- What a person does --- */

static void
on_launched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfVolunteerPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_show (GTK_WIDGET (self),
                   _ ("No program for it was found. Copy the address and use it elsewhere."));
}

static void
launch (FfVolunteerPage *self, const char *scheme, FfVolunteerText text)
{
  g_autofree char *escaped
      = g_uri_escape_string (ff_volunteer_get_text (self->volunteer, text), "@+", FALSE);
  g_autofree char *uri = g_strconcat (scheme, escaped, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           on_launched, g_object_ref (self));
}

static void
mail_cb (FfVolunteerPage *self)
{
  launch (self, "mailto:", FF_VOLUNTEER_MAIL);
}

static void
phone_cb (FfVolunteerPage *self)
{
  launch (self, "tel:", FF_VOLUNTEER_PHONE);
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);

  adw_dialog_present (ff_volunteer_dialog_new (self->context, self->volunteer, NULL), widget);
}

static void
add_absence_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);
  AdwDialog *dialog = ff_volunteer_dialog_new (self->context, self->volunteer, NULL);

  adw_dialog_present (dialog, widget);
  ff_volunteer_dialog_add_absence (FF_VOLUNTEER_DIALOG (dialog));
}

static void
on_merged (FfVolunteerPage *self, const char *kept)
{
  if (!g_str_equal (kept, self->uid))
    show_gone (self, kept);
}

static void
merge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);
  AdwDialog *dialog = ff_volunteer_merge_dialog_new (self->context, self->volunteer);

  g_signal_connect_object (dialog, "merged", G_CALLBACK (on_merged), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);

  ff_volunteer_export (widget, self->context, self->volunteer);
}

static void
erase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);

  ff_volunteer_erase (widget, self->context, self->volunteer);
}

/* --- The widget --- */

static void
ff_volunteer_page_map (GtkWidget *widget)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (widget);

  GTK_WIDGET_CLASS (ff_volunteer_page_parent_class)->map (widget);

  if (self->outdated)
    read_again (self);
}

static void
ff_volunteer_page_dispose (GObject *object)
{
  FfVolunteerPage *self = FF_VOLUNTEER_PAGE (object);

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_VOLUNTEER_PAGE);
  g_clear_object (&self->volunteer);
  g_clear_object (&self->context);
  g_clear_pointer (&self->uid, g_free);

  G_OBJECT_CLASS (ff_volunteer_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, contact_group);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, mail_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, facts);
  gtk_widget_class_bind_template_child (widget_class, FfVolunteerPage, duties);
}

static void
ff_volunteer_page_class_init (FfVolunteerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_volunteer_page_dispose;
  widget_class->map = ff_volunteer_page_map;
  signals[SIGNAL_GONE] = g_signal_new ("gone", FF_TYPE_VOLUNTEER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FF_TYPE_VOLUNTEER_FACTS);
  g_type_ensure (FF_TYPE_VOLUNTEER_DUTIES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-volunteer-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
  gtk_widget_class_bind_template_callback (widget_class, phone_cb);
  gtk_widget_class_install_action (widget_class, "volunteer.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "volunteer.add-absence", NULL, add_absence_action);
  gtk_widget_class_install_action (widget_class, "volunteer.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "volunteer.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "volunteer.erase", NULL, erase_action);
}

static void
ff_volunteer_page_init (FfVolunteerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_volunteer_page_new:
 * @context: what a view is handed
 * @volunteer: a volunteer's uid
 *
 * Returns: (transfer floating): their page
 */
AdwNavigationPage *
ff_volunteer_page_new (FfContext *context, const char *volunteer)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (volunteer != NULL, NULL);

  FfVolunteerPage *self = g_object_new (FF_TYPE_VOLUNTEER_PAGE, NULL);

  self->context = g_object_ref (context);
  self->uid = g_strdup (volunteer);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (on_hide_names_changed), self,
                           G_CONNECT_SWAPPED);
  read_again (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_volunteer_page_get_volunteer:
 * @self: a page
 *
 * Returns: (transfer none): whose it is, by uid
 */
const char *
ff_volunteer_page_get_volunteer (FfVolunteerPage *self)
{
  g_return_val_if_fail (FF_IS_VOLUNTEER_PAGE (self), NULL);

  return self->uid;
}
