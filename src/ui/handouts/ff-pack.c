/* ff-pack.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pack: chosen handouts × copies, in a language and on a paper.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-repository.h"
#include "ff-handout-sheet.h"
#include "ff-help-line-repository.h"
#include "ff-pack.h"
#include "ff-paper-choices.h"
#include "ff-pdf.h"
#include "ff-thread.h"

struct _FfPack
{
  GObject parent_instance;

  FfContext *context;
  FfCatalogue *catalogue;
  char *group_name;      /* (nullable) */
  char *line;            /* (nullable) */
  GPtrArray *ids;        /* (element-type utf8), ending in NULL */
  GPtrArray *handouts;   /* (element-type FfHandout) */
  GArray *copies;        /* (element-type guint) */
  GPtrArray *help_lines; /* (element-type FfHelpLine) (nullable) */
  gboolean help_at_foot;
  gboolean with_example;
  gboolean large_print;
  FfPaperSize size;
};

enum
{
  SIGNAL_USED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfPack, ff_pack, G_TYPE_OBJECT)

static void
ff_pack_finalize (GObject *object)
{
  FfPack *self = FF_PACK (object);

  g_clear_object (&self->context);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->group_name, g_free);
  g_clear_pointer (&self->line, g_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->handouts, g_ptr_array_unref);
  g_clear_pointer (&self->copies, g_array_unref);
  g_clear_pointer (&self->help_lines, g_ptr_array_unref);

  G_OBJECT_CLASS (ff_pack_parent_class)->finalize (object);
}

static void
ff_pack_class_init (FfPackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_pack_finalize;

  signals[SIGNAL_USED]
      = g_signal_new ("used", FF_TYPE_PACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_pack_init (FfPack *self)
{
  self->ids = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->handouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->copies = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Handouts can be printed without them, so that they cannot be read is no reason not to. */
static void
read_help_lines (FfPack *self, const char *group)
{
  FfStore *store = ff_context_get_store (self->context);
  g_autoptr (GError) error = NULL;

  self->help_lines = ff_help_line_repository_list (store, group, &error);
  if (self->help_lines != NULL)
    self->help_at_foot = ff_help_line_repository_get_at_foot (store, group, &error);
  if (error != NULL)
    g_message ("The help lines cannot be read: %s", error->message);
}

/**
 * ff_pack_read_language:
 * @settings: the program's settings
 * @group: (nullable): a group
 *
 * Returns: (transfer full): the language of handouts for the group; "" for the app's own
 */
char *
ff_pack_read_language (GSettings *settings, FfGroup *group)
{
  g_autofree char *language = g_settings_get_string (settings, "handout-language");

  if (*language == '\0' && group != NULL)
    g_set_str (&language, ff_group_get_language (group));
  return g_steal_pointer (&language);
}

/**
 * ff_pack_new:
 * @context: what a view is handed; its settings say the paper, the size of print and the language
 * @group: (nullable): the group whose name and help lines are on the sheets, and whose language they are in where the
 *   settings say none
 *
 * Returns: (transfer full): a pack without handouts
 */
FfPack *
ff_pack_new (FfContext *context, FfGroup *group)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);

  FfPack *self = g_object_new (FF_TYPE_PACK, NULL);
  GSettings *settings = ff_context_get_settings (context);
  g_autofree char *language = ff_pack_read_language (settings, group);

  self->context = g_object_ref (context);
  self->catalogue = ff_catalogue_new (NULL, language);
  self->size = ff_paper_choices_get_size (settings);
  self->large_print = g_settings_get_boolean (settings, "large-print");
  if (group != NULL)
    {
      self->group_name = g_strdup (ff_group_get_name (group));
      read_help_lines (self, ff_group_get_uid (group));
    }
  return self;
}

/**
 * ff_pack_add:
 * @self: the pack
 * @id: a handout's
 * @copies: how often it is wanted; 1 at least
 * @error: where to say that there is no such handout, or that it cannot be read
 *
 * Returns: whether it is in the pack now
 */
gboolean
ff_pack_add (FfPack *self, const char *id, guint copies, GError **error)
{
  g_return_val_if_fail (FF_IS_PACK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (copies > 0, FALSE);

  FfHandout *handout = ff_handout_repository_load (ff_context_get_store (self->context), id,
                                                   self->catalogue, error);

  if (handout == NULL)
    return FALSE;
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->handouts, handout);
  g_array_append_val (self->copies, copies);
  return TRUE;
}

/**
 * ff_pack_get_ids:
 * @self: the pack
 *
 * Returns: (transfer none) (array zero-terminated=1): its handouts, in order
 */
const char *const *
ff_pack_get_ids (FfPack *self)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);

  return (const char *const *) self->ids->pdata;
}

/**
 * ff_pack_get_copies:
 * @self: the pack
 * @i: the place of a handout, from 0
 *
 * Returns: how many times it is wanted
 */
guint
ff_pack_get_copies (FfPack *self, guint i)
{
  g_return_val_if_fail (FF_IS_PACK (self), 0);
  g_return_val_if_fail (i < self->copies->len, 0);

  return g_array_index (self->copies, guint, i);
}

/**
 * ff_pack_set_with_example:
 * @self: the pack
 * @with_example: whether each handout's worked example follows it
 */
void
ff_pack_set_with_example (FfPack *self, gboolean with_example)
{
  g_return_if_fail (FF_IS_PACK (self));

  self->with_example = with_example;
}

/**
 * ff_pack_set_line:
 * @self: the pack
 * @line: (nullable): what stands small at the foot of every page, after the group's name
 */
void
ff_pack_set_line (FfPack *self, const char *line)
{
  g_return_if_fail (FF_IS_PACK (self));

  g_set_str (&self->line, line != NULL && *line != '\0' ? line : NULL);
}

/**
 * ff_pack_make_title:
 * @self: the pack
 *
 * Returns: (transfer full): the handout's title, or a word for several of them
 */
char *
ff_pack_make_title (FfPack *self)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);

  if (self->handouts->len == 1)
    return g_strdup (ff_handout_get_title (g_ptr_array_index (self->handouts, 0)));
  if (self->group_name != NULL)
    /* Translators: the title of several handouts in one file; %s is a group's name */
    return g_strdup_printf (_ ("Handouts for %s"), self->group_name);
  return g_strdup (_ ("Handouts"));
}

/* --- On pages --- */

/* (nullable) */
static char *
make_foot (FfPack *self)
{
  if (self->group_name != NULL && self->line != NULL)
    return g_strdup_printf ("%s · %s", self->group_name, self->line);
  return g_strdup (self->group_name != NULL ? self->group_name : self->line);
}

/**
 * ff_pack_make_sheets:
 * @self: the pack
 *
 * Lays every handout out once, in whatever thread asks.
 *
 * Returns: (element-type FfSheet) (transfer full): a sheet for each handout
 */
GPtrArray *
ff_pack_make_sheets (FfPack *self)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);

  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *foot = make_foot (self);
  FfPaperStyle style = {
    .size = self->size,
    .large_print = self->large_print,
    .group_name = foot,
    .with_example = self->with_example,
    .help_lines = self->help_lines,
    .help_at_foot = self->help_at_foot,
  };

  for (guint i = 0; i < self->handouts->len; i++)
    g_ptr_array_add (sheets,
                     ff_handout_sheet_new (g_ptr_array_index (self->handouts, i), &style, NULL));
  return sheets;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ff_pack_make_sheets (source), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * ff_pack_make_async:
 * @self: the pack
 * @cancellable: (nullable): to give up
 * @callback: called when every handout is laid out
 * @user_data: for @callback
 */
void
ff_pack_make_async (FfPack *self,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_return_if_fail (FF_IS_PACK (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ff_pack_make_async);
  ff_thread_run (task, make_in_thread);
}

/**
 * ff_pack_make_finish:
 * @self: the pack
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (element-type FfSheet) (transfer full): a sheet for each handout, for the thread that asks
 */
GPtrArray *
ff_pack_make_finish (FfPack *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ff_pack_count_pages:
 * @self: the pack
 * @sheets: (element-type FfSheet): a sheet for each handout
 *
 * Returns: how many pages all copies have together
 */
guint
ff_pack_count_pages (FfPack *self, GPtrArray *sheets)
{
  g_return_val_if_fail (FF_IS_PACK (self), 0);
  g_return_val_if_fail (sheets != NULL && sheets->len == self->copies->len, 0);

  guint n_pages = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_pages += ff_sheet_get_n_pages (sheets->pdata[i]) * ff_pack_get_copies (self, i);
  return n_pages;
}

static guint
find_most_copies (FfPack *self, gboolean *all_the_same)
{
  guint most = 0;

  *all_the_same = TRUE;
  for (guint i = 0; i < self->copies->len; i++)
    {
      *all_the_same = *all_the_same && ff_pack_get_copies (self, i) == ff_pack_get_copies (self, 0);
      most = MAX (most, ff_pack_get_copies (self, i));
    }
  return most;
}

/**
 * ff_pack_collate:
 * @self: the pack
 * @sheets: (element-type FfSheet): a sheet for each handout
 * @copies: (out): how often the result is wanted
 *
 * Lays each person's sheets on top of each other: the first copy of every handout, then the second copy of those that
 * are wanted twice, and so on. Where every handout is wanted as often, that is left to the printer.
 *
 * Returns: (element-type FfSheet) (transfer full): the sheets in the order to print them
 */
GPtrArray *
ff_pack_collate (FfPack *self, GPtrArray *sheets, guint *copies)
{
  g_return_val_if_fail (FF_IS_PACK (self), NULL);
  g_return_val_if_fail (sheets != NULL && sheets->len == self->copies->len, NULL);
  g_return_val_if_fail (copies != NULL, NULL);

  GPtrArray *collated = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean all_the_same;
  guint most = find_most_copies (self, &all_the_same);

  *copies = all_the_same ? MAX (most, 1) : 1;
  for (guint round = 0; round < (all_the_same ? 1 : most); round++)
    for (guint i = 0; i < sheets->len; i++)
      if (round < ff_pack_get_copies (self, i))
        g_ptr_array_add (collated, g_object_ref (sheets->pdata[i]));
  return collated;
}

/* --- As a PDF --- */

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfPack *self = source;
  GError *error = NULL;
  guint copies;
  g_autofree char *title = ff_pack_make_title (self);
  g_autoptr (GPtrArray) sheets = ff_pack_make_sheets (self);
  g_autoptr (GPtrArray) collated = ff_pack_collate (self, sheets, &copies);

  if (ff_pdf_write (collated, copies, title, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_pack_write_async:
 * @self: the pack, with one handout at least
 * @path: of the PDF, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Writes the pack as one PDF, in a thread.
 */
void
ff_pack_write_async (FfPack *self,
                     const char *path,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (FF_IS_PACK (self));
  g_return_if_fail (path != NULL);

  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_pack_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  ff_thread_run (task, write_in_thread);
}

/**
 * ff_pack_write_finish:
 * @self: the pack
 * @result: what the callback was given
 * @error: where to say why the file could not be written
 *
 * Returns: whether the file is there
 */
gboolean
ff_pack_write_finish (FfPack *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Once it is on paper --- */

static void
on_used (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!ff_store_write_finish (FF_STORE (source), result, &error))
    g_message ("When handouts were last used cannot be kept: %s", error->message);
}

/**
 * ff_pack_tell_used:
 * @self: the pack, which was just printed or saved
 *
 * Keeps that its handouts were used now, and emits "used".
 */
void
ff_pack_tell_used (FfPack *self)
{
  g_return_if_fail (FF_IS_PACK (self));

  g_autoptr (GDateTime) now = ff_clock_get_now (ff_context_get_clock (self->context));

  ff_handout_repository_use_async (ff_context_get_store (self->context), ff_pack_get_ids (self),
                                   g_date_time_to_unix (now), on_used, NULL);
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}
