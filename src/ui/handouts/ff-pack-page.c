/* ff-pack-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pack for a meeting: which handouts, how many copies, in which order; printed once or saved as one PDF.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-group-repository.h"
#include "ff-handout-repository.h"
#include "ff-pack-page.h"
#include "ff-pack-row.h"
#include "ff-print.h"
#include "ff-suggestion.h"
#include "ff-timetable.h"
#include "ff-toast.h"
#include "ff-when.h"

#define DAYS_AHEAD 35 /* so that the next date of a monthly meeting is offered */
#define MOST_DATES 12

struct _FfPackPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfTimetable *timetable;
  FfGroup *chosen_group; /* (nullable): in the sidebar */
  FfGroup *group;        /* (nullable): whose date is chosen */
  FfPackChoice *choice;
  GPtrArray *dates;   /* (element-type FfOccurrence): as in the row */
  GHashTable *copies; /* id → GUINT_TO_POINTER: what was set and not given yet */
  char *waiting;      /* (nullable): a handout to add once there are dates */
  gboolean listed;
  GCancellable *listing;  /* (nullable) */
  GCancellable *counting; /* (nullable) */
  guint usual;
  gboolean refreshing;

  AdwComboRow *date_row;
  GtkListBox *rows;
  AdwComboRow *add_row;
  GtkWidget *suggestions_group;
  GtkListBox *suggestions;
  AdwEntryRow *line_row;
  AdwSwitchRow *example_row;
  AdwSwitchRow *large_row;
  GtkLabel *pages_label;
};

G_DEFINE_FINAL_TYPE (FfPackPage, ff_pack_page, ADW_TYPE_NAVIGATION_PAGE)

static FfStore *
get_store (FfPackPage *self)
{
  return ff_context_get_store (self->context);
}

static gint64
get_now (FfPackPage *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  return g_date_time_to_unix (now);
}

/* --- How many pages --- */

static void
show_pages (FfPackPage *self, guint n_handouts, guint n_pages)
{
  g_autofree char *handouts
      = g_strdup_printf (ngettext ("%u handout", "%u handouts", n_handouts), n_handouts);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  /* Translators: how many handouts, and how many pages all their copies have */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), handouts, pages);

  gtk_label_set_text (self->pages_label, text);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPackPage) self = user_data;
  FfPack *pack = FF_PACK (source);
  g_autoptr (GPtrArray) sheets = ff_pack_make_finish (pack, result, NULL);

  /* Given up: something else was chosen meanwhile, or the page is gone. */
  if (sheets == NULL)
    return;
  g_clear_object (&self->counting);
  show_pages (self, sheets->len, ff_pack_count_pages (pack, sheets));
}

static void
count_pages (FfPackPage *self)
{
  gboolean any = *ff_pack_choice_get_ids (self->choice) != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPack) pack = any ? ff_pack_page_make_pack (self, FALSE, &error) : NULL;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.print", pack != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.export", pack != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.export-one-each", pack != NULL);
  gtk_label_set_text (self->pages_label, error != NULL ? error->message : "");
  if (pack == NULL)
    return;
  self->counting = g_cancellable_new ();
  ff_pack_make_async (pack, self->counting, on_laid_out, g_object_ref (self));
}

/* --- What is in it --- */

static guint
find_copies (FfPackPage *self, const char *id)
{
  guint set = GPOINTER_TO_UINT (g_hash_table_lookup (self->copies, id));
  guint given = ff_pack_choice_get_copies (self->choice, id);

  return CLAMP (set > 0 ? set : given > 0 ? given : self->usual, 1, FF_PACK_MOST_COPIES);
}

static void
on_moved (FfPackPage *self, int by, FfPackRow *row)
{
  g_autofree char *id = g_strdup (ff_pack_row_get_id (row));

  ff_pack_choice_move (self->choice, id, by);
}

static void
on_removed (FfPackPage *self, FfPackRow *row)
{
  g_autofree char *id = g_strdup (ff_pack_row_get_id (row));

  g_hash_table_remove (self->copies, id);
  ff_pack_choice_remove (self->choice, id);
}

static void
on_copies_changed (FfPackPage *self, FfPackRow *row)
{
  if (self->refreshing)
    return;
  g_hash_table_insert (self->copies, g_strdup (ff_pack_row_get_id (row)),
                       GUINT_TO_POINTER (ff_pack_row_get_copies (row)));
  count_pages (self);
}

static FfPackRow *
find_row (FfPackPage *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_str_equal (ff_pack_row_get_id (FF_PACK_ROW (row)), id))
      return FF_PACK_ROW (row);
  return NULL;
}

/* One that is not in the library any more stays in the pack, under its id, until it is taken out. */
static GtkWidget *
make_row (FfPackPage *self, const char *id)
{
  FfHandoutItem *item = ff_handout_library_find (self->library, id);
  GtkWidget *row = ff_pack_row_new (id, item != NULL ? ff_handout_item_get_title (item) : id);

  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "copies-changed", G_CALLBACK (on_copies_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_copies (FfPackPage *self, FfPackRow *row)
{
  guint given = ff_pack_choice_get_copies (self->choice, ff_pack_row_get_id (row));
  g_autofree char *text
      = given > 0 ? g_strdup_printf (ngettext ("%u copy given", "%u copies given", given), given)
                  : g_strdup ("");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  ff_pack_row_set_copies (row, find_copies (self, ff_pack_row_get_id (row)));
}

static void
remove_rows_of_others (FfPackPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL;)
    if (ff_pack_choice_contains (self->choice, ff_pack_row_get_id (FF_PACK_ROW (row))))
      i++;
    else
      gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

/* Rows stay the same widgets, so that the one that is moved keeps the keyboard focus. */
static void
show_rows (FfPackPage *self)
{
  const char *const *ids = ff_pack_choice_get_ids (self->choice);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->refreshing = TRUE;
  remove_rows_of_others (self);
  for (int i = 0; ids[i] != NULL; i++)
    {
      FfPackRow *row = find_row (self, ids[i]);

      if (row == NULL)
        {
          row = FF_PACK_ROW (make_row (self, ids[i]));
          gtk_list_box_insert (self->rows, GTK_WIDGET (row), i);
        }
      else if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != i)
        {
          gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row));

          focused = focused || focus == GTK_WIDGET (row);
          g_object_ref (row);
          gtk_list_box_remove (self->rows, GTK_WIDGET (row));
          gtk_list_box_insert (self->rows, GTK_WIDGET (row), i);
          if (focused)
            gtk_widget_grab_focus (focus);
          g_object_unref (row);
        }
      show_copies (self, row);
    }
  self->refreshing = FALSE;
}

/* --- What could be in it --- */

static void
add_clicked_cb (FfPackPage *self, GtkWidget *button)
{
  ff_pack_choice_add (self->choice, g_object_get_data (G_OBJECT (button), "id"));
}

static void
add_suggestion (FfPackPage *self, const FfSuggestion *suggestion)
{
  const char *title = ff_handout_get_title (suggestion->handout);
  g_autofree char *reason = ff_suggestion_make_reason (suggestion->had, get_now (self));
  /* Translators: %s is a handout’s title */
  g_autofree char *label = g_strdup_printf (_ ("Add “%s” to the pack"), title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id",
                          g_strdup (ff_handout_get_id (suggestion->handout)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  /* The row names its button by the title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_box_append (self->suggestions, row);
}

/* What the group's programme offers and is not chosen yet, in its order. */
static GPtrArray *
list_offered (FfPackPage *self)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func (g_object_unref);
  FfProgramme *programme
      = ff_programme_find (ff_context_get_programmes (self->context),
                           self->group != NULL ? ff_group_get_programme (self->group) : "own");
  const char *const *ids = ff_programme_get_handouts (programme);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      FfHandoutItem *item = ff_handout_library_find (self->library, ids[i]);

      if (item != NULL && !ff_pack_choice_contains (self->choice, ids[i]))
        g_ptr_array_add (offered, g_object_ref (ff_handout_item_get_handout (item)));
    }
  return offered;
}

/* -1 where the focus is somewhere else. */
static int
find_focused_suggestion (FfPackPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->suggestions)))
    return -1;
  return gtk_list_box_row_get_index (
      GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)));
}

/* The one that is now where one was added, or the last. */
static void
focus_suggestion (FfPackPage *self, int at)
{
  GtkListBoxRow *row;

  do
    row = at >= 0 ? gtk_list_box_get_row_at_index (self->suggestions, at--) : NULL;
  while (row == NULL && at >= 0);
  if (row != NULL)
    gtk_widget_grab_focus (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
show_suggestions (FfPackPage *self)
{
  int focused = find_focused_suggestion (self);
  g_autoptr (GPtrArray) offered = list_offered (self);
  g_autoptr (GHashTable) had = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GError) error = NULL;

  gtk_list_box_remove_all (self->suggestions);
  gtk_widget_set_visible (self->suggestions_group, self->group != NULL && offered->len > 0);
  if (self->group == NULL)
    return;
  had = ff_handout_repository_list_had (get_store (self), ff_group_get_uid (self->group),
                                        get_now (self), &error);
  if (had == NULL)
    {
      ff_toast_error (GTK_WIDGET (self), error);
      return;
    }
  suggestions = ff_suggestion_list (offered, had);
  for (guint i = 0; i < suggestions->len; i++)
    add_suggestion (self, g_ptr_array_index (suggestions, i));
  focus_suggestion (self, focused);
}

static void
list_handouts (FfPackPage *self)
{
  GPtrArray *items = ff_handout_library_get_items (self->library);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (titles, _ ("Choose…"));
  for (guint i = 0; items != NULL && i < items->len; i++)
    gtk_string_list_append (titles, ff_handout_item_get_title (items->pdata[i]));
  self->refreshing = TRUE;
  adw_combo_row_set_expression (self->add_row, expression);
  adw_combo_row_set_model (self->add_row, G_LIST_MODEL (titles));
  self->refreshing = FALSE;
}

/* The row offers; what it offered goes into the pack, and it is ready for the next. */
static void
handout_chosen_cb (FfPackPage *self)
{
  GPtrArray *items = ff_handout_library_get_items (self->library);
  guint selected = adw_combo_row_get_selected (self->add_row);

  if (self->refreshing || items == NULL || selected == 0 || selected > items->len)
    return;
  ff_pack_choice_add (self->choice, ff_handout_item_get_id (items->pdata[selected - 1]));
  self->refreshing = TRUE;
  adw_combo_row_set_selected (self->add_row, 0);
  self->refreshing = FALSE;
}

static void
on_choice_changed (FfPackPage *self)
{
  if (ff_handout_library_get_items (self->library) == NULL)
    return;
  show_rows (self);
  show_suggestions (self);
  count_pages (self);
}

static void
on_choice_failed (FfPackPage *self, GError *error)
{
  ff_toast_error (GTK_WIDGET (self), error);
}

static void
on_listed (FfPackPage *self)
{
  gtk_list_box_remove_all (self->rows);
  list_handouts (self);
  on_choice_changed (self);
}

/* --- The dates --- */

static void
choose_date (FfPackPage *self, FfOccurrence *date)
{
  g_clear_object (&self->group);
  if (date != NULL)
    self->group
        = ff_group_repository_get (get_store (self),
                                   ff_meeting_get_group (ff_occurrence_get_meeting (date)), NULL);
  else
    g_set_object (&self->group, self->chosen_group);
  self->usual = self->group != NULL
                    ? ff_pack_choice_find_usual (get_store (self), ff_group_get_uid (self->group))
                    : 1;
  if (ff_pack_choice_get_date (self->choice) != date)
    {
      g_hash_table_remove_all (self->copies);
      ff_pack_choice_set_date (self->choice, date);
    }
  else
    on_choice_changed (self);
}

static void
date_chosen_cb (FfPackPage *self)
{
  guint selected = adw_combo_row_get_selected (self->date_row);

  if (!self->refreshing && selected != GTK_INVALID_LIST_POSITION)
    choose_date (self, selected < self->dates->len ? self->dates->pdata[selected] : NULL);
}

static char *
describe_date (FfPackPage *self, FfOccurrence *date)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  g_autoptr (FfGroup) group
      = ff_group_repository_get (get_store (self),
                                 ff_meeting_get_group (ff_occurrence_get_meeting (date)), NULL);
  g_autofree char *when = ff_when_describe (date, now);

  return self->chosen_group != NULL
             ? g_steal_pointer (&when)
             : g_strdup_printf ("%s · %s", ff_when_title (date, group), when);
}

static gboolean
is_same_date (FfOccurrence *a, FfOccurrence *b)
{
  return g_str_equal (ff_meeting_get_uid (ff_occurrence_get_meeting (a)),
                      ff_meeting_get_uid (ff_occurrence_get_meeting (b)))
         && ff_wall_time_compare (ff_occurrence_get_rule_time (a), ff_occurrence_get_rule_time (b))
                == 0;
}

/* The date that was chosen stays so where it is still there; at first it is the next one. */
static guint
find_chosen (FfPackPage *self)
{
  FfOccurrence *chosen = ff_pack_choice_get_date (self->choice);

  for (guint i = 0; chosen != NULL && i < self->dates->len; i++)
    if (is_same_date (self->dates->pdata[i], chosen))
      return i;
  return 0;
}

static void
offer_dates (FfPackPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = find_chosen (self);

  for (guint i = 0; i < self->dates->len; i++)
    {
      g_autofree char *name = describe_date (self, self->dates->pdata[i]);

      gtk_string_list_append (names, name);
    }
  gtk_string_list_append (names, _ ("No meeting in particular"));
  self->refreshing = TRUE;
  adw_combo_row_set_model (self->date_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->date_row, chosen);
  self->refreshing = FALSE;
  date_chosen_cb (self);
}

static void
on_dates (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfPackPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dates = ff_timetable_list_finish (FF_TIMETABLE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (dates == NULL)
    ff_toast_error (GTK_WIDGET (self), error);
  g_ptr_array_set_size (self->dates, 0);
  for (guint i = 0; dates != NULL && i < dates->len && self->dates->len < MOST_DATES; i++)
    if (!ff_occurrence_get_cancelled (dates->pdata[i]))
      g_ptr_array_add (self->dates, g_object_ref (dates->pdata[i]));
  self->listed = TRUE;
  offer_dates (self);
  if (self->waiting != NULL)
    ff_pack_choice_add (self->choice, self->waiting);
  g_clear_pointer (&self->waiting, g_free);
}

static void
list_dates (FfPackPage *self)
{
  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));
  /* The meeting that is on now may still need sheets. */
  g_autoptr (GDateTime) from = g_date_time_add_hours (now, -2);
  g_autoptr (GDateTime) until = g_date_time_add_days (now, DAYS_AHEAD);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  ff_timetable_list_async (self->timetable, from, until, self->listing, on_dates,
                           g_object_ref (self));
}

/* --- On paper --- */

static void
paper_changed_cb (FfPackPage *self)
{
  if (!self->refreshing)
    count_pages (self);
}

static void
on_settings_changed (FfPackPage *self, const char *key)
{
  const char *const ours[] = { "handout-language", "large-print", "paper", NULL };

  if (g_strv_contains (ours, key))
    count_pages (self);
}

static void
on_used (FfPackPage *self, FfPack *pack)
{
  if (self->context == NULL)
    return;
  ff_pack_choice_take_given (self->choice, pack);
  g_hash_table_remove_all (self->copies);
}

static FfPack *
make_pack_to_use (FfPackPage *self, gboolean one_each)
{
  g_autoptr (GError) error = NULL;
  FfPack *pack = ff_pack_page_make_pack (self, one_each, &error);

  if (pack != NULL)
    g_signal_connect_object (pack, "used", G_CALLBACK (on_used), self, G_CONNECT_SWAPPED);
  else
    ff_toast_error (GTK_WIDGET (self), error);
  return pack;
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FfPack) pack = make_pack_to_use (FF_PACK_PAGE (widget), FALSE);

  if (pack != NULL)
    ff_print_pack (widget, pack);
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (FfPack) pack
      = make_pack_to_use (FF_PACK_PAGE (widget), g_str_equal (action_name, "pack.export-one-each"));

  if (pack != NULL)
    ff_print_export_pack (widget, pack);
}

/* --- The page --- */

static void
ff_pack_page_dispose (GObject *object)
{
  FfPackPage *self = FF_PACK_PAGE (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PACK_PAGE);
  g_clear_object (&self->choice);
  g_clear_object (&self->timetable);
  g_clear_object (&self->group);
  g_clear_object (&self->chosen_group);
  g_clear_object (&self->library);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_pack_page_parent_class)->dispose (object);
}

static void
ff_pack_page_finalize (GObject *object)
{
  FfPackPage *self = FF_PACK_PAGE (object);

  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_free);

  G_OBJECT_CLASS (ff_pack_page_parent_class)->finalize (object);
}

static void
ff_pack_page_class_init (FfPackPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_pack_page_dispose;
  object_class->finalize = ff_pack_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-pack-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, date_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, rows);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, add_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, suggestions_group);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, suggestions);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, line_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, example_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, pages_label);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, handout_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_install_action (widget_class, "pack.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "pack.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "pack.export-one-each", NULL, export_action);
}

static void
ff_pack_page_init (FfPackPage *self)
{
  self->dates = g_ptr_array_new_with_free_func (g_object_unref);
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->usual = 1;
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->refreshing = FALSE;
}

/**
 * ff_pack_page_new:
 * @context: what a view is handed
 * @library: every handout
 * @group: (nullable): whose dates are offered; those of all groups without
 *
 * Returns: (transfer floating): the page, for the next date
 */
AdwNavigationPage *
ff_pack_page_new (FfContext *context, FfHandoutLibrary *library, FfGroup *group)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT_LIBRARY (library), NULL);

  FfPackPage *self = g_object_new (FF_TYPE_PACK_PAGE, NULL);
  GSettings *settings = ff_context_get_settings (context);

  self->context = g_object_ref (context);
  self->library = g_object_ref (library);
  self->choice = ff_pack_choice_new (get_store (self));
  self->timetable = ff_timetable_new (context);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "failed", G_CALLBACK (on_choice_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "listed", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "large-print", self->large_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  list_handouts (self);
  on_choice_changed (self);
  g_signal_connect_object (self->timetable, "changed", G_CALLBACK (list_dates), self,
                           G_CONNECT_SWAPPED);
  ff_pack_page_set_group (self, group);
  list_dates (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * ff_pack_page_set_group:
 * @self: the page
 * @group: (nullable): whose dates are offered; those of all groups without
 */
void
ff_pack_page_set_group (FfPackPage *self, FfGroup *group)
{
  g_return_if_fail (FF_IS_PACK_PAGE (self));

  if (!g_set_object (&self->chosen_group, group))
    return;
  ff_timetable_set_group (self->timetable, group != NULL ? ff_group_get_uid (group) : NULL);
}

/**
 * ff_pack_page_add:
 * @self: the page
 * @id: a handout's
 *
 * Adds it to the pack for the date that is chosen, at first the next one.
 */
void
ff_pack_page_add (FfPackPage *self, const char *id)
{
  g_return_if_fail (FF_IS_PACK_PAGE (self));
  g_return_if_fail (id != NULL);

  if (self->listed)
    ff_pack_choice_add (self->choice, id);
  else
    g_set_str (&self->waiting, id);
}

/**
 * ff_pack_page_get_choice:
 * @self: the page
 *
 * Returns: (transfer none): what is chosen for which date
 */
FfPackChoice *
ff_pack_page_get_choice (FfPackPage *self)
{
  g_return_val_if_fail (FF_IS_PACK_PAGE (self), NULL);

  return self->choice;
}

/**
 * ff_pack_page_make_pack:
 * @self: the page
 * @one_each: one copy of each handout, whatever is wanted
 * @error: where to say which handout there is none of
 *
 * Returns: (transfer full) (nullable): what is chosen, to print or to save
 */
FfPack *
ff_pack_page_make_pack (FfPackPage *self, gboolean one_each, GError **error)
{
  g_return_val_if_fail (FF_IS_PACK_PAGE (self), NULL);

  g_autoptr (FfPack) pack = ff_pack_new (self->context, self->group);
  const char *const *ids = ff_pack_choice_get_ids (self->choice);

  ff_pack_set_with_example (pack, adw_switch_row_get_active (self->example_row));
  ff_pack_set_line (pack, gtk_editable_get_text (GTK_EDITABLE (self->line_row)));
  for (gsize i = 0; ids[i] != NULL; i++)
    if (!ff_pack_add (pack, ids[i], one_each ? 1 : find_copies (self, ids[i]), error))
      return NULL;
  return g_steal_pointer (&pack);
}
