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
#include "ff-pack-adding.h"
#include "ff-pack-date-row.h"
#include "ff-pack-page.h"
#include "ff-pack-row.h"
#include "ff-pack-suggestions.h"
#include "ff-paper-choices.h"
#include "ff-print-pack.h"
#include "ff-toast.h"

struct _FfPackPage
{
  AdwNavigationPage parent_instance;

  FfContext *context;
  FfHandoutLibrary *library;
  FfGroup *chosen_group; /* (nullable): in the sidebar */
  FfGroup *group;        /* (nullable): whose date is chosen */
  FfPackChoice *choice;
  GHashTable *copies; /* id → GUINT_TO_POINTER: what was set and not given yet */
  char *waiting;      /* (nullable): a handout to add once there are dates */
  gboolean listed;
  GCancellable *counting; /* (nullable) */
  guint usual;
  gboolean refreshing;

  FfPackDateRow *date_row;
  GtkListBox *rows;
  FfPackSuggestions *suggestions;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
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

  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  g_hash_table_remove (self->copies, id);
  ff_pack_choice_remove (self->choice, id);
  next = gtk_list_box_get_row_at_index (self->rows, place);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->rows, place - 1);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
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
  g_autofree char *text = ff_pack_choice_describe_copies (self->choice, ff_pack_row_get_id (row));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
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
add_handout_cb (FfPackPage *self)
{
  adw_dialog_present (ff_pack_adding_new (self->library, self->choice), GTK_WIDGET (self));
}

static void
on_choice_changed (FfPackPage *self)
{
  if (ff_handout_library_get_items (self->library) == NULL)
    return;
  show_rows (self);
  ff_pack_suggestions_show (self->suggestions, self->group);
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
  ff_paper_choices_bind_language (self->language_row, ff_context_get_settings (self->context),
                                  self->group);
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

/* Also where they were read anew: what is to be added waits for the first time. */
static void
date_chosen_cb (FfPackPage *self)
{
  g_autofree char *waiting = g_steal_pointer (&self->waiting);

  choose_date (self, ff_pack_date_row_get_date (self->date_row));
  self->listed = TRUE;
  if (waiting != NULL)
    ff_pack_choice_add (self->choice, waiting);
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
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PACK_PAGE);
  g_clear_object (&self->choice);
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
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, suggestions);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, line_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, example_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, large_row);
  gtk_widget_class_bind_template_child (widget_class, FfPackPage, pages_label);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_handout_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_changed_cb);
  gtk_widget_class_install_action (widget_class, "pack.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "pack.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "pack.export-one-each", NULL, export_action);
}

static void
ff_pack_page_init (FfPackPage *self)
{
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->usual = 1;
  self->refreshing = TRUE;
  g_type_ensure (FF_TYPE_PACK_DATE_ROW);
  g_type_ensure (FF_TYPE_PACK_SUGGESTIONS);
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
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "failed", G_CALLBACK (on_choice_failed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "listed", G_CALLBACK (on_listed), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "large-print", self->large_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (on_settings_changed), self,
                           G_CONNECT_SWAPPED);
  ff_pack_suggestions_set_choice (self->suggestions, context, library, self->choice);
  ff_paper_choices_bind_paper (self->paper_row, settings);
  on_choice_changed (self);
  ff_pack_page_set_group (self, group);
  ff_pack_date_row_set_context (self->date_row, context);
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

  if (g_set_object (&self->chosen_group, group))
    ff_pack_date_row_set_group (self->date_row, group);
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
