/* ff-what-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the dialog on which is chosen what a volunteer does, for whom, and in which languages.
 */

#include "ff-config.h"

#include "ff-what-page.h"

#include <glib/gi18n-lib.h>

#include "ff-choice-group.h"
#include "ff-meeting-type.h"
#include "ff-programme.h"
#include "ff-volunteer-words.h"

struct _FfWhatPage
{
  AdwPreferencesPage parent_instance;

  FfVolunteerForm *form;

  GtkWidget *serving_row;
  GtkStringList *servings;
  FfChoiceGroup *roles_group;
  FfChoiceGroup *groups_group;
  FfChoiceGroup *programmes_group;
  FfChoiceGroup *languages_group;
  GtkWidget *only_groups_row;
};

G_DEFINE_FINAL_TYPE (FfWhatPage, ff_what_page, ADW_TYPE_PREFERENCES_PAGE)

typedef struct
{
  GStrvBuilder *ids;
  GStrvBuilder *titles;
} Choices;

static void
end_choices (FfWhatPage *self,
             Choices *choices,
             FfChoiceGroup *group,
             FfVolunteerSet set,
             const char *add)
{
  g_auto (GStrv) ids = g_strv_builder_unref_to_strv (choices->ids);
  g_auto (GStrv) titles = g_strv_builder_unref_to_strv (choices->titles);

  ff_choice_group_bind (group, self->form, set, (const char *const *) ids,
                        (const char *const *) titles, add);
  gtk_widget_set_visible (GTK_WIDGET (group), g_strv_length (ids) > 0);
}

static void
begin_choices (Choices *choices)
{
  choices->ids = g_strv_builder_new ();
  choices->titles = g_strv_builder_new ();
}

static void
offer (Choices *choices, const char *id, const char *title)
{
  g_strv_builder_add (choices->ids, id);
  g_strv_builder_add (choices->titles, title);
}

static void
offer_roles (FfWhatPage *self, GPtrArray *roles)
{
  Choices choices;

  begin_choices (&choices);
  for (guint i = 0; i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);
      const char *uid = ff_role_get_uid (role);
      g_autofree char *title = ff_volunteer_words_role (role);

      if (!ff_role_get_retired (role)
          || ff_volunteer_form_has (self->form, FF_VOLUNTEER_ROLES, uid))
        offer (&choices, uid, title);
    }
  end_choices (self, &choices, self->roles_group, FF_VOLUNTEER_ROLES, _ ("Add a Role"));
}

static void
offer_groups (FfWhatPage *self, GPtrArray *groups)
{
  Choices choices;

  begin_choices (&choices);
  for (guint i = 0; i < groups->len; i++)
    {
      FfGroup *group = g_ptr_array_index (groups, i);

      offer (&choices, ff_group_get_uid (group), ff_group_get_name (group));
    }
  end_choices (self, &choices, self->groups_group, FF_VOLUNTEER_GROUPS, _ ("Add a Group"));
}

static void
offer_programmes (FfWhatPage *self, GPtrArray *programmes)
{
  Choices choices;

  begin_choices (&choices);
  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);

      offer (&choices, ff_programme_get_id (programme), ff_programme_get_title (programme));
    }
  end_choices (self, &choices, self->programmes_group, FF_VOLUNTEER_PROGRAMMES,
               _ ("Add a Programme"));
}

static void
offer_languages (FfWhatPage *self)
{
  gsize n_types;
  const FfMeetingType *types = ff_meeting_types_list (&n_types);
  Choices choices;

  begin_choices (&choices);
  for (gsize i = 0; i < n_types; i++)
    if (types[i].kind == FF_TYPE_KIND_LANGUAGE && types[i].language != NULL)
      offer (&choices, types[i].language, ff_meeting_type_get_title (&types[i]));
  end_choices (self, &choices, self->languages_group, FF_VOLUNTEER_LANGUAGES, _ ("Add a Language"));
}

static void
ff_what_page_dispose (GObject *object)
{
  FfWhatPage *self = FF_WHAT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_WHAT_PAGE);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (ff_what_page_parent_class)->dispose (object);
}

static void
ff_what_page_class_init (FfWhatPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_what_page_dispose;
  g_type_ensure (FF_TYPE_CHOICE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-what-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, serving_row);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, servings);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, roles_group);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, groups_group);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, programmes_group);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, languages_group);
  gtk_widget_class_bind_template_child (widget_class, FfWhatPage, only_groups_row);
}

static void
ff_what_page_init (FfWhatPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FF_N_SERVINGS; i++)
    gtk_string_list_append (self->servings, ff_serving_get_title ((FfServing) i));
}

/**
 * ff_what_page_bind:
 * @self: an empty page
 * @form: what is filled in
 * @roles: (element-type FfRole): all there are
 * @groups: (element-type FfGroup): all there are
 * @programmes: (element-type FfProgramme): all there are
 */
void
ff_what_page_bind (FfWhatPage *self,
                   FfVolunteerForm *form,
                   GPtrArray *roles,
                   GPtrArray *groups,
                   GPtrArray *programmes)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_return_if_fail (FF_IS_WHAT_PAGE (self) && self->form == NULL);
  g_return_if_fail (FF_IS_VOLUNTEER_FORM (form));
  g_return_if_fail (roles != NULL && groups != NULL && programmes != NULL);

  self->form = g_object_ref (form);
  g_object_bind_property (form, "serving", self->serving_row, "selected", both);
  g_object_bind_property (form, "only-groups", self->only_groups_row, "active", both);
  offer_roles (self, roles);
  offer_groups (self, groups);
  offer_programmes (self, programmes);
  offer_languages (self);
}
