/* ff-volunteer-facts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer does, when they are free, what they are trained in: all of it to read.
 */

#include "ff-config.h"

#include "ff-volunteer-facts.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-group-repository.h"
#include "ff-meeting-type.h"
#include "ff-roster-repository.h"
#include "ff-time-of-day.h"
#include "ff-volunteer-words.h"

#define DAYS_OF_WEEK 7

struct _FfVolunteerFacts
{
  AdwBin parent_instance;

  GtkBox *box;

  /* While it is shown: */
  FfContext *context;
  FfVolunteer *volunteer;
  char *today;
};

G_DEFINE_FINAL_TYPE (FfVolunteerFacts, ff_volunteer_facts, ADW_TYPE_BIN)

/* --- Groups of rows --- */

static AdwPreferencesGroup *
begin_group (const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  return group;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* First: texts that are set before it are taken for markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_set (row, "title", title, "subtitle", subtitle, "subtitle-selectable", TRUE, NULL);
  adw_preferences_group_add (group, row);
  return row;
}

/* Nothing where there is no text. */
static guint
add_property (AdwPreferencesGroup *group, const char *title, const char *text)
{
  if (text == NULL || *text == '\0')
    return 0;
  gtk_widget_add_css_class (add_row (group, title, text), "property");
  return 1;
}

static void
end_group (FfVolunteerFacts *self, AdwPreferencesGroup *group, guint n_rows)
{
  g_object_ref_sink (group);
  if (n_rows > 0)
    gtk_box_append (self->box, GTK_WIDGET (group));
  g_object_unref (group);
}

/* --- What they do --- */

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static char *
list_roles (FfVolunteerFacts *self, GPtrArray *roles)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);
      g_autofree char *title = ff_volunteer_words_role (role);

      if (ff_volunteer_has (self->volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (role)))
        add_word (words, title);
    }
  return g_string_free_and_steal (words);
}

static char *
list_groups (FfVolunteerFacts *self)
{
  const char *const *uids = ff_volunteer_get_set (self->volunteer, FF_VOLUNTEER_GROUPS);
  GString *words = g_string_new (NULL);

  for (guint i = 0; uids[i] != NULL; i++)
    {
      g_autoptr (FfGroup) group
          = ff_group_repository_get (ff_context_get_store (self->context), uids[i], NULL);

      if (group != NULL)
        add_word (words, ff_group_get_name (group));
    }
  return g_string_free_and_steal (words);
}

static char *
list_programmes (FfVolunteerFacts *self)
{
  GPtrArray *programmes = ff_context_get_programmes (self->context);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < programmes->len; i++)
    {
      FfProgramme *programme = g_ptr_array_index (programmes, i);

      if (ff_volunteer_has (self->volunteer, FF_VOLUNTEER_PROGRAMMES,
                            ff_programme_get_id (programme)))
        add_word (words, ff_programme_get_title (programme));
    }
  return g_string_free_and_steal (words);
}

static char *
list_languages (FfVolunteerFacts *self)
{
  gsize n_types;
  const FfMeetingType *types = ff_meeting_types_list (&n_types);
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < n_types; i++)
    if (types[i].kind == FF_TYPE_KIND_LANGUAGE && types[i].language != NULL
        && ff_volunteer_has (self->volunteer, FF_VOLUNTEER_LANGUAGES, types[i].language))
      add_word (words, ff_meeting_type_get_title (&types[i]));
  return g_string_free_and_steal (words);
}

static void
show_what (FfVolunteerFacts *self, GPtrArray *roles)
{
  AdwPreferencesGroup *group = begin_group (_ ("What They Do"));
  g_autofree char *role_names = list_roles (self, roles);
  g_autofree char *groups = list_groups (self);
  g_autofree char *programmes = list_programmes (self);
  g_autofree char *languages = list_languages (self);
  guint n = 0;

  n += add_property (group, _ ("Roles"), role_names);
  n += add_property (group, _ ("Groups"), groups);
  n += add_property (group, _ ("Programmes"), programmes);
  n += add_property (group, _ ("Languages"), languages);
  end_group (self, group, n);
}

/* --- When --- */

static void
show_hours (FfVolunteerFacts *self)
{
  AdwPreferencesGroup *group = begin_group (_ ("When They Are Free"));
  g_autofree char *city
      = ff_time_of_day_format_city (ff_volunteer_get_text (self->volunteer, FF_VOLUNTEER_ZONE));
  /* Translators: %s is a city that names a time zone */
  g_autofree char *zone = g_strdup_printf (_ ("%s time"), city);
  g_autofree char *limits = ff_volunteer_words_limits (self->volunteer);
  guint n = 0;

  adw_preferences_group_set_description (group, zone);
  for (guint weekday = 1; weekday <= DAYS_OF_WEEK; weekday++)
    {
      g_autofree char *name = ff_volunteer_words_weekday (weekday);
      g_autofree char *hours = ff_volunteer_words_hours (self->volunteer, weekday);

      n += add_property (group, name, hours);
    }
  if (n == 0)
    add_row (group, _ ("At Any Time"), NULL);
  add_property (group, _ ("Limits"), limits);
  end_group (self, group, n + 1);
}

static void
show_absences (FfVolunteerFacts *self)
{
  AdwPreferencesGroup *group = begin_group (_ ("Absences to Come"));
  GPtrArray *absences = ff_volunteer_get_absences (self->volunteer);
  guint n = 0;

  for (guint i = 0; i < absences->len; i++)
    {
      FfAbsence *absence = g_ptr_array_index (absences, i);
      g_autofree char *days = NULL;

      if (g_strcmp0 (absence->until, self->today) < 0)
        continue;
      days = ff_volunteer_words_days (absence->from, absence->until);
      add_row (group, days, absence->reason);
      n++;
    }
  end_group (self, group, n);
}

/* --- Training and checks --- */

static gboolean
is_required (FfVolunteerFacts *self, GPtrArray *roles, const char *requirement)
{
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    {
      FfRole *role = g_ptr_array_index (roles, i);

      if (!ff_role_get_retired (role)
          && ff_volunteer_has (self->volunteer, FF_VOLUNTEER_ROLES, ff_role_get_uid (role))
          && g_strv_contains (ff_role_get_requirements (role), requirement))
        return TRUE;
    }
  return FALSE;
}

static void
mark_holding (GtkWidget *row, FfHolding holding)
{
  switch (holding)
    {
    case FF_HOLDING_GOOD:
      break;

    case FF_HOLDING_QUARTER:
    case FF_HOLDING_MONTH:
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("appointment-soon-symbolic"));
      gtk_widget_add_css_class (row, "warning");
      break;

    case FF_HOLDING_LAPSED:
    case FF_HOLDING_MISSING:
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (row, "error");
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
show_trainings (FfVolunteerFacts *self, GPtrArray *roles, GPtrArray *requirements)
{
  AdwPreferencesGroup *group = begin_group (_ ("Training and Checks"));
  guint n = 0;

  for (guint i = 0; requirements != NULL && i < requirements->len; i++)
    {
      FfRequirement *requirement = g_ptr_array_index (requirements, i);
      const char *uid = ff_requirement_get_uid (requirement);
      const FfTraining *training = ff_volunteer_find_last_training (self->volunteer, uid);
      gboolean required = is_required (self, roles, uid);
      g_autofree char *text = ff_volunteer_words_training (training, self->today);
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      if (training == NULL && !required)
        continue;
      subtitle = training != NULL && *training->document != '\0'
                     ? g_strdup_printf ("%s · %s", text, training->document)
                     : g_strdup (text);
      row = add_row (group, ff_requirement_get_name (requirement), subtitle);
      if (required)
        mark_holding (row, ff_volunteer_words_holding (training, self->today));
      n++;
    }
  end_group (self, group, n);
}

static void
show_steps (FfVolunteerFacts *self)
{
  AdwPreferencesGroup *group = begin_group (_ ("Pathway"));
  GPtrArray *steps = ff_volunteer_get_steps (self->volunteer);

  for (guint i = 0; i < steps->len; i++)
    {
      FfStep *step = g_ptr_array_index (steps, i);
      g_autofree char *day = step->date != NULL ? ff_volunteer_words_day (step->date)
                                                : g_strdup (_ ("Still to come"));
      GtkWidget *row = add_row (group, step->title, day);
      GtkWidget *image = gtk_image_new_from_icon_name (
          step->date != NULL ? "object-select-symbolic" : "content-loading-symbolic");

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    }
  end_group (self, group, steps->len);
}

/* --- The rest --- */

static void
show_more (FfVolunteerFacts *self)
{
  FfVolunteer *volunteer = self->volunteer;
  AdwPreferencesGroup *home = begin_group (_ ("Home"));
  AdwPreferencesGroup *emergency = begin_group (_ ("In an Emergency"));
  AdwPreferencesGroup *notes = begin_group (_ ("Notes"));
  const char *text = ff_volunteer_get_text (volunteer, FF_VOLUNTEER_NOTES);
  g_autofree char *phone = ff_volunteer_words_contact (
      ff_volunteer_get_text (volunteer, FF_VOLUNTEER_EMERGENCY_PHONE));
  guint n;

  n = add_property (home, _ ("Lives Near"), ff_volunteer_get_text (volunteer, FF_VOLUNTEER_HOME));
  end_group (self, home, n);
  n = add_property (emergency, _ ("Whom to Call"),
                    ff_volunteer_get_text (volunteer, FF_VOLUNTEER_EMERGENCY_NAME));
  n += add_property (emergency, _ ("Their Telephone"), phone);
  end_group (self, emergency, n);
  add_row (notes, text, NULL);
  end_group (self, notes, *text != '\0' ? 1 : 0);
}

static void
ff_volunteer_facts_class_init (FfVolunteerFactsClass *klass)
{
}

static void
ff_volunteer_facts_init (FfVolunteerFacts *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * ff_volunteer_facts_show:
 * @self: the facts
 * @context: what a view is handed
 * @volunteer: of whom
 */
void
ff_volunteer_facts_show (FfVolunteerFacts *self, FfContext *context, FfVolunteer *volunteer)
{
  g_return_if_fail (FF_IS_VOLUNTEER_FACTS (self));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_VOLUNTEER (volunteer));

  FfStore *store = ff_context_get_store (context);
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (context));
  g_autoptr (GPtrArray) roles = ff_roster_repository_list_roles (store, NULL);
  g_autoptr (GPtrArray) requirements = ff_roster_repository_list_requirements (store, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  self->context = context;
  self->volunteer = volunteer;
  self->today = ff_volunteer_words_today (now);
  show_what (self, roles);
  show_hours (self);
  show_absences (self);
  show_trainings (self, roles, requirements);
  show_steps (self);
  show_more (self);
  self->context = NULL;
  self->volunteer = NULL;
  g_clear_pointer (&self->today, g_free);
}
