/* ff-person-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person as the group knows them: the plan that counts now, and what they brought over time.
 */

#include "ff-config.h"

#include "ff-person-page.h"

#include <glib/gi18n-lib.h>

#include "ff-catalogue.h"
#include "ff-consent-dialog.h"
#include "ff-format.h"
#include "ff-merge-dialog.h"
#include "ff-participant-repository.h"
#include "ff-person-course.h"
#include "ff-person-export.h"
#include "ff-person-forget.h"
#include "ff-person-helped.h"
#include "ff-person-history.h"
#include "ff-person-plan.h"
#include "ff-person-terms.h"
#include "ff-rename-dialog.h"
#include "ff-store-error.h"
#include "ff-toast.h"

struct _FfPersonPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  char *participant;
  FfPersonRecord *record; /* (nullable) until it is read */
  FfCatalogue *catalogue; /* the app's language */
  GCancellable *reading;  /* (nullable) */
  gboolean outdated;      /* something was written while it was not on the screen */

  AdwWindowTitle *window_title;
  GtkWidget *menu_button;
  GtkStack *stack;
  AdwStatusPage *trouble_page;
  FfPersonPlan *plan;
  GtkWidget *goal_group;
  AdwActionRow *goal_row;
  AdwActionRow *capital_row;
  FfPersonCourse *course;
  FfPersonHelped *helped;
  GtkWidget *consent_group;
  AdwActionRow *consent_row;
  FfPersonHistory *history;
};

enum
{
  SIGNAL_SESSION_CHOSEN,
  SIGNAL_GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const actions[] = {
  "person.rename", "person.merge", "person.consent",
  "person.export", "person.print", "person.forget",
};

G_DEFINE_FINAL_TYPE (FfPersonPage, ff_person_page, ADW_TYPE_NAVIGATION_PAGE)

/* --- What is shown --- */

static void
show_title (FfPersonPage *self)
{
  const char *alias = "";

  if (self->record != NULL)
    alias = ff_participant_get_alias (ff_person_record_get_participant (self->record));
  alias = ff_context_show_alias (self->context, alias, 0);
  /* A page has to be called something while it is read. */
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *alias != '\0' ? alias : _ ("Person"));
  adw_window_title_set_title (self->window_title, alias);
  adw_window_title_set_subtitle (self->window_title,
                                 self->record != NULL
                                     ? ff_group_get_name (ff_person_record_get_group (self->record))
                                     : "");
}

static char *
describe_day (FfPersonPage *self, FfSession *session)
{
  g_autoptr (GDateTime) start = ff_format_from_wall_time (ff_session_get_start (session));
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autofree char *date = ff_format_date (start, now);

  return ff_format_capitalized (date);
}

/* What they said last of it, and when. */
static gboolean
show_goal (FfPersonPage *self, FfPersonEntry *entry)
{
  g_autofree char *change = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;
  const char *goal = ff_check_in_get_goal (entry->check_in);

  change = ff_person_terms_describe_change (self->catalogue, entry->check_in);
  if (*goal == '\0' && *change == '\0')
    return FALSE;
  day = describe_day (self, entry->session);
  subtitle = *goal == '\0' || *change == '\0' ? g_strdup (day)
                                              : g_strdup_printf ("%s · %s", change, day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->goal_row),
                                 *goal != '\0' ? goal : change);
  adw_action_row_set_subtitle (self->goal_row, subtitle);
  return TRUE;
}

static gboolean
show_capital (FfPersonPage *self, FfPersonEntry *entry)
{
  g_autofree char *capital = ff_person_terms_describe_capital (self->catalogue, entry->check_in);
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  if (*capital == '\0')
    return FALSE;
  day = describe_day (self, entry->session);
  subtitle = g_strdup_printf ("%s · %s", capital, day);
  adw_action_row_set_subtitle (self->capital_row, subtitle);
  return TRUE;
}

static void
show_goals (FfPersonPage *self)
{
  GPtrArray *entries = ff_person_record_get_entries (self->record);
  gboolean any_goal = FALSE, any_capital = FALSE;

  for (guint i = 0; i < entries->len && !(any_goal && any_capital); i++)
    {
      FfPersonEntry *entry = g_ptr_array_index (entries, i);

      if (entry->check_in == NULL)
        continue;
      any_goal = any_goal || show_goal (self, entry);
      any_capital = any_capital || show_capital (self, entry);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goal_row), any_goal);
  gtk_widget_set_visible (GTK_WIDGET (self->capital_row), any_capital);
  gtk_widget_set_visible (self->goal_group, any_goal || any_capital);
}

static void
show_consent (FfPersonPage *self)
{
  FfParticipant *participant = ff_person_record_get_participant (self->record);
  const char *consent = ff_participant_get_consent (participant);
  const char *date = ff_participant_get_consent_date (participant);
  g_autofree char *day = ff_consent_dialog_describe_date (date);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->consent_row),
                                 *consent != '\0' ? consent : day);
  adw_action_row_set_subtitle (self->consent_row, *consent != '\0' ? day : "");
  gtk_widget_set_visible (self->consent_group, *consent != '\0' || date != NULL);
}

/* The programme's. */
static const char *const *
get_points (FfPersonPage *self)
{
  FfGroup *group = ff_person_record_get_group (self->record);

  return ff_programme_get_points (ff_programme_find (ff_context_get_programmes (self->context),
                                                     ff_group_get_programme (group)));
}

static void
set_actions_enabled (FfPersonPage *self, gboolean enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);
  gtk_widget_set_sensitive (self->menu_button, enabled);
}

static void
show_record (FfPersonPage *self)
{
  show_title (self);
  ff_person_plan_show (self->plan, self->record, self->context);
  show_goals (self);
  ff_person_course_show (self->course, self->record);
  ff_person_helped_show (self->helped, self->record, self->context);
  show_consent (self);
  ff_person_history_show (self->history, self->record, self->context, get_points (self));
  set_actions_enabled (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "person");
}

static void
show_gone (FfPersonPage *self, const char *instead)
{
  /* It was told already. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "gone") == 0)
    return;
  g_clear_object (&self->record);
  set_actions_enabled (self, FALSE);
  show_title (self);
  gtk_stack_set_visible_child_name (self->stack, "gone");
  g_signal_emit (self, signals[SIGNAL_GONE], 0, instead);
}

/* --- Reading --- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPersonPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPersonRecord) record
      = ff_participant_repository_get_record_finish (FF_STORE (source), result, &error);

  /* It is being read again, or the page went meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  g_clear_object (&self->reading);
  if (g_error_matches (error, FF_STORE_ERROR, FF_STORE_ERROR_REFUSED))
    {
      show_gone (self, NULL);
    }
  else if (error != NULL && self->record != NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
    }
  else if (error != NULL)
    {
      adw_status_page_set_description (self->trouble_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
    }
  else
    {
      g_set_object (&self->record, record);
      show_record (self);
    }
}

static void
stop_reading (FfPersonPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_record (FfPersonPage *self)
{
  stop_reading (self);
  self->outdated = FALSE;
  self->reading = g_cancellable_new ();
  ff_participant_repository_get_record_async (ff_context_get_store (self->context),
                                              self->participant, self->reading, on_read,
                                              g_object_ref (self));
}

static void
try_again_cb (FfPersonPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "reading");
  read_record (self);
}

static void
on_store_changed (FfPersonPage *self, FfAggregate aggregate, GStrv ids)
{
  switch (aggregate)
    {
    case FF_AGGREGATE_SESSION:
    case FF_AGGREGATE_GROUP:
    case FF_AGGREGATE_ALL:
      break;

    case FF_AGGREGATE_PARTICIPANT:
      if (ids != NULL && !g_strv_contains ((const char *const *) ids, self->participant))
        return;
      break;

    case FF_AGGREGATE_MEETING:
    case FF_AGGREGATE_HANDOUT:
    case FF_AGGREGATE_WORD:
    case FF_AGGREGATE_ROSTER:
    case FF_AGGREGATE_ROTA:
      return;

    default:
      g_warn_if_reached ();
      return;
    }
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->outdated)
    read_record (self);
}

/* --- What a person does --- */

static void
session_chosen_cb (FfPersonPage *self, const char *session)
{
  g_signal_emit (self, signals[SIGNAL_SESSION_CHOSEN], 0, session);
}

/* Also where what is there does not fill the window yet. */
static void
scrolled_cb (FfPersonPage *self, GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double below
      = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->record != NULL && page > 0 && below < page)
    ff_person_history_show_more (self->history);
}

static void
on_merged (GObject *page, const char *kept)
{
  FfPersonPage *self = FF_PERSON_PAGE (page);

  if (!g_str_equal (kept, self->participant))
    show_gone (self, kept);
}

static void
on_merging_wanted (GObject *page, const char *other)
{
  FfPersonPage *self = FF_PERSON_PAGE (page);

  ff_merge_dialog_present (GTK_WIDGET (self), self->context,
                           ff_person_record_get_group (self->record), self->participant, other,
                           on_merged, page);
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  ff_rename_dialog_present (widget, self->context, ff_person_record_get_participant (self->record),
                            on_merging_wanted, G_OBJECT (self));
}

static void
merge_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  on_merging_wanted (G_OBJECT (widget), NULL);
}

static void
consent_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  ff_consent_dialog_present (widget, self->context,
                             ff_person_record_get_participant (self->record));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  ff_person_export (widget, self->context, self->record);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  ff_person_print (widget, self->context, self->record);
}

static void
on_forgetting (GObject *page, FfForgetting state)
{
  FfPersonPage *self = FF_PERSON_PAGE (page);

  switch (state)
    {
    case FF_FORGETTING_BEGUN:
      stop_reading (self);
      set_actions_enabled (self, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "reading");
      break;

    case FF_FORGETTING_DONE:
      show_gone (self, NULL);
      break;

    case FF_FORGETTING_FAILED:
      read_record (self);
      break;

    default:
      g_warn_if_reached ();
    }
}

static void
forget_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  ff_person_forget (widget, self->context, self->record, on_forgetting, G_OBJECT (self));
}

/* --- The page --- */

static void
ff_person_page_map (GtkWidget *widget)
{
  FfPersonPage *self = FF_PERSON_PAGE (widget);

  GTK_WIDGET_CLASS (ff_person_page_parent_class)->map (widget);

  if (self->outdated)
    read_record (self);
}

static void
ff_person_page_dispose (GObject *object)
{
  FfPersonPage *self = FF_PERSON_PAGE (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PERSON_PAGE);
  g_clear_object (&self->record);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->participant, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_person_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, plan);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, goal_group);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, goal_row);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, capital_row);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, course);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, helped);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, consent_group);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, consent_row);
  gtk_widget_class_bind_template_child (widget_class, FfPersonPage, history);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_chosen_cb);
}

static void
ff_person_page_class_init (FfPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_person_page_dispose;
  widget_class->map = ff_person_page_map;

  signals[SIGNAL_SESSION_CHOSEN]
      = g_signal_new ("session-chosen", FF_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_GONE] = g_signal_new ("gone", FF_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (FF_TYPE_PERSON_PLAN);
  g_type_ensure (FF_TYPE_PERSON_COURSE);
  g_type_ensure (FF_TYPE_PERSON_HELPED);
  g_type_ensure (FF_TYPE_PERSON_HISTORY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-person-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "person.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "person.consent", NULL, consent_action);
  gtk_widget_class_install_action (widget_class, "person.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "person.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "person.forget", NULL, forget_action);
}

static void
ff_person_page_init (FfPersonPage *self)
{
  self->catalogue = ff_catalogue_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_person_page_new:
 * @context: what a view is handed
 * @participant: the person's uid
 *
 * Returns: (transfer floating): the person's page
 */
AdwNavigationPage *
ff_person_page_new (FfContext *context, const char *participant)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (participant != NULL, NULL);

  FfPersonPage *self = g_object_new (FF_TYPE_PERSON_PAGE, NULL);

  self->context = g_object_ref (context);
  self->participant = g_strdup (participant);
  g_signal_connect_object (ff_context_get_store (context), "changed", G_CALLBACK (on_store_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::hide-names", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
  set_actions_enabled (self, FALSE);
  show_title (self);
  read_record (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_person_page_get_participant:
 * @self: the page
 *
 * Returns: (transfer none): whose it is, by uid
 */
const char *
ff_person_page_get_participant (FfPersonPage *self)
{
  g_return_val_if_fail (FF_IS_PERSON_PAGE (self), NULL);

  return self->participant;
}
