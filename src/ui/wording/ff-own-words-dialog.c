/* ff-own-words-dialog.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of one's own that get a hint while notes are written.
 */

#include "ff-config.h"

#include "ff-own-words-dialog.h"

#include <glib/gi18n-lib.h>

#include "ff-language.h"
#include "ff-own-word-repository.h"
#include "ff-toast.h"

struct _FfOwnWordsDialog
{
  AdwDialog parent_instance;

  FfStore *store;
  char *language;
  GListStore *list; /* of FfOwnWord */

  AdwToastOverlay *overlay;
  AdwWindowTitle *window_title;
  AdwEntryRow *word_row;
  AdwEntryRow *instead_row;
  GtkWidget *add_row;
  GtkWidget *words_group;
  GtkListBox *words;
};

G_DEFINE_FINAL_TYPE (FfOwnWordsDialog, ff_own_words_dialog, ADW_TYPE_DIALOG)

static char *
dup_entered (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_filled_in (FfOwnWordsDialog *self)
{
  g_autofree char *word = dup_entered (self->word_row);
  g_autofree char *instead = dup_entered (self->instead_row);

  return *word != '\0' && *instead != '\0';
}

static void
changed_cb (FfOwnWordsDialog *self)
{
  gtk_widget_set_sensitive (self->add_row, is_filled_in (self));
}

static void
read_words (FfOwnWordsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = ff_own_word_repository_list (self->store, self->language, &error);

  if (words == NULL)
    {
      ff_toast_error (GTK_WIDGET (self->words), error);
      return;
    }
  g_list_store_splice (self->list, 0, g_list_model_get_n_items (G_LIST_MODEL (self->list)),
                       words->pdata, words->len);
  gtk_widget_set_visible (self->words_group, words->len > 0);
}

static void
store_changed_cb (FfOwnWordsDialog *self, FfAggregate aggregate, GStrv ids)
{
  if (aggregate == FF_AGGREGATE_WORD || aggregate == FF_AGGREGATE_ALL)
    read_words (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FfOwnWordsDialog) self = FF_OWN_WORDS_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error) && self->overlay != NULL)
    ff_toast_error (GTK_WIDGET (self->words), error);
}

static void
save (FfOwnWordsDialog *self, FfOwnWord *word)
{
  ff_own_word_repository_save_async (self->store, word, written_cb, g_object_ref (self));
}

static void
add_cb (FfOwnWordsDialog *self)
{
  g_autofree char *text = dup_entered (self->word_row);
  g_autofree char *instead = dup_entered (self->instead_row);
  g_autoptr (FfOwnWord) word = ff_own_word_new (NULL, self->language, text, instead);

  if (!is_filled_in (self))
    return;
  save (self, word);
  gtk_editable_set_text (GTK_EDITABLE (self->word_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->instead_row), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->word_row));
}

/* Enter goes to what is still empty, then adds. */
static void
entry_activated_cb (FfOwnWordsDialog *self)
{
  g_autofree char *word = dup_entered (self->word_row);

  if (is_filled_in (self))
    add_cb (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (*word == '\0' ? self->word_row : self->instead_row));
}

typedef struct
{
  FfOwnWordsDialog *dialog;
  FfOwnWord *word;
} Deleted;

static void
deleted_free (gpointer data)
{
  Deleted *deleted = data;

  g_object_unref (deleted->dialog);
  g_object_unref (deleted->word);
  g_free (deleted);
}

static void
put_back (gpointer data)
{
  Deleted *deleted = data;

  save (deleted->dialog, deleted->word);
}

static void
delete_cb (GtkButton *button, FfOwnWord *word)
{
  FfOwnWordsDialog *self = FF_OWN_WORDS_DIALOG (
      gtk_widget_get_ancestor (GTK_WIDGET (button), FF_TYPE_OWN_WORDS_DIALOG));
  Deleted *deleted = g_new0 (Deleted, 1);
  g_autofree char *text = NULL;

  deleted->dialog = g_object_ref (self);
  deleted->word = g_object_ref (word);
  /* Translators: %s is a word of somebody's own list */
  text = g_strdup_printf (_ ("“%s” removed"), ff_own_word_get_word (word));
  ff_own_word_repository_delete_async (self->store, ff_own_word_get_uid (word), written_cb,
                                       g_object_ref (self));
  ff_toast_undo (GTK_WIDGET (self->words), text, put_back, deleted, deleted_free);
  gtk_widget_grab_focus (GTK_WIDGET (self->word_row));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  FfOwnWord *word = FF_OWN_WORD (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a word of somebody's own list */
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), ff_own_word_get_word (word));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ff_own_word_get_word (word));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ff_own_word_get_instead (word));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), word, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
ff_own_words_dialog_dispose (GObject *object)
{
  FfOwnWordsDialog *self = FF_OWN_WORDS_DIALOG (object);

  if (self->words != NULL)
    gtk_list_box_bind_model (self->words, NULL, NULL, NULL, NULL);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_OWN_WORDS_DIALOG);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (ff_own_words_dialog_parent_class)->dispose (object);
}

static void
ff_own_words_dialog_class_init (FfOwnWordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_own_words_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-own-words-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, word_row);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, instead_row);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, add_row);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, words_group);
  gtk_widget_class_bind_template_child (widget_class, FfOwnWordsDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
ff_own_words_dialog_init (FfOwnWordsDialog *self)
{
  self->list = g_list_store_new (FF_TYPE_OWN_WORD);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->words, G_LIST_MODEL (self->list), make_row, NULL, NULL);
}

/**
 * ff_own_words_dialog_new:
 * @context: what the views share
 * @language: in which the notes are written, such as `fr`
 *
 * Returns: (transfer floating): a dialog in which each change is saved at once
 */
AdwDialog *
ff_own_words_dialog_new (FfContext *context, const char *language)
{
  FfOwnWordsDialog *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  self = g_object_new (FF_TYPE_OWN_WORDS_DIALOG, NULL);
  self->store = g_object_ref (ff_context_get_store (context));
  self->language = g_strdup (language);
  name = ff_language_get_name (language);
  adw_window_title_set_subtitle (self->window_title, name);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_words (self);
  return ADW_DIALOG (self);
}
