/* ff-person-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a person, made ready for them away from the main thread: their objects are read there, and changed by nobody.
 */

#include "ff-config.h"

#include "ff-person-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-pdf.h"

#define PRIVATE_FILE 0600

struct _FfPersonPaper
{
  GObject parent_instance;

  FfPersonRecord *record;
  FfPersonSheetStyle style; /* its texts are ours */
  FfPersonPaperForm form;
};

G_DEFINE_FINAL_TYPE (FfPersonPaper, ff_person_paper, G_TYPE_OBJECT)

static void
ff_person_paper_finalize (GObject *object)
{
  FfPersonPaper *self = FF_PERSON_PAPER (object);

  g_free ((char *) self->style.language);
  g_strfreev ((char **) self->style.points);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (ff_person_paper_parent_class)->finalize (object);
}

static void
ff_person_paper_class_init (FfPersonPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_person_paper_finalize;
}

static void
ff_person_paper_init (FfPersonPaper *self)
{
}

/**
 * ff_person_paper_new:
 * @record: all that is kept of a person; nobody changes it
 * @style: on which paper, in which language
 * @form: what is written of it
 *
 * Returns: (transfer full): the paper, not yet made
 */
FfPersonPaper *
ff_person_paper_new (FfPersonRecord *record,
                     const FfPersonSheetStyle *style,
                     FfPersonPaperForm form)
{
  FfPersonPaper *self;

  g_return_val_if_fail (FF_IS_PERSON_RECORD (record), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_object_new (FF_TYPE_PERSON_PAPER, NULL);
  self->record = g_object_ref (record);
  self->style = *style;
  self->style.language = g_strdup (style->language);
  self->style.points = (const char *const *) g_strdupv ((char **) style->points);
  self->form = form;

  return self;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfPersonPaper *self = source;

  g_task_return_pointer (task, ff_person_sheet_new (self->record, &self->style), g_object_unref);
}

/**
 * ff_person_paper_make_async:
 * @self: what to lay out
 * @callback: called when it is
 * @user_data: for @callback
 */
void
ff_person_paper_make_async (FfPersonPaper *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_person_paper_make_async);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * ff_person_paper_make_finish:
 * @self: what was laid out
 * @result: what the callback was given
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the pages, for the thread that asks
 */
FfSheet *
ff_person_paper_make_finish (FfPersonPaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_pdf (FfPersonPaper *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  FfSheet *sheet = ff_person_sheet_new (self->record, &self->style);

  g_ptr_array_add (sheets, sheet);

  return ff_pdf_write (sheets, 1, ff_sheet_get_title (sheet), path, error);
}

/* It appears whole or not at all, for nobody but who writes it. */
static gboolean
write_json (FfPersonPaper *self, const char *path, GError **error)
{
  g_autofree char *text = ff_person_record_to_json (self->record);
  g_autoptr (GError) problem = NULL;

  if (g_file_set_contents_full (path, text, (gssize) strlen (text),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                PRIVATE_FILE, &problem))
    return TRUE;
  /* GLib names the file, which may be called by a person's name. */
  g_set_error_literal (error, problem->domain, problem->code,
                       _ ("The file could not be written there. Is the place full or read-only? "
                          "Please choose another one."));

  return FALSE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FfPersonPaper *self = source;
  GError *error = NULL;
  gboolean written = self->form == FF_PERSON_PAPER_JSON ? write_json (self, data, &error)
                                                        : write_pdf (self, data, &error);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ff_person_paper_write_async:
 * @self: what to write
 * @path: of the file, which appears whole or not at all
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
ff_person_paper_write_async (FfPersonPaper *self,
                             const char *path,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ff_person_paper_write_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * ff_person_paper_write_finish:
 * @self: what was written
 * @result: what the callback was given
 * @error: why it could not be written
 *
 * Returns: whether the file is there
 */
gboolean
ff_person_paper_write_finish (FfPersonPaper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
