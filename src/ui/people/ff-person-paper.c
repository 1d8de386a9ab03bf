/* ff-person-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that is kept of a person, made ready for them: their objects are read in a thread, and changed by nobody.
 */

#include "ff-config.h"

#include "ff-person-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PRIVATE_FILE 0600

typedef struct
{
  FfPersonRecord *record;
  FfPersonSheetStyle style; /* its texts are ours */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_free ((char *) paper->style.language);
  g_strfreev ((char **) paper->style.points);
  g_object_unref (paper->record);
  g_free (paper);
}

static GPtrArray *
make_sheets (gpointer data)
{
  const Paper *paper = data;
  GPtrArray *sheets = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (sheets, ff_person_sheet_new (paper->record, &paper->style));
  return sheets;
}

/* It appears whole or not at all, for nobody but who writes it. */
static gboolean
write_json (gpointer data, const char *path, GError **error)
{
  const Paper *paper = data;
  g_autofree char *text = ff_person_record_to_json (paper->record);
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

/**
 * ff_person_paper_new:
 * @record: all that is kept of a person; nobody changes it
 * @style: on which paper, in which language
 * @form: what is written of it
 *
 * Returns: (transfer full): the paper, not yet made
 */
FfPaperJob *
ff_person_paper_new (FfPersonRecord *record,
                     const FfPersonSheetStyle *style,
                     FfPersonPaperForm form)
{
  Paper *paper;
  FfPaperJob *job;

  g_return_val_if_fail (FF_IS_PERSON_RECORD (record), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  paper = g_new0 (Paper, 1);
  paper->record = g_object_ref (record);
  paper->style = *style;
  paper->style.language = g_strdup (style->language);
  paper->style.points = (const char *const *) g_strdupv ((char **) style->points);
  job = ff_paper_job_new (NULL, make_sheets, paper, paper_free);
  if (form == FF_PERSON_PAPER_JSON)
    ff_paper_job_set_write (job, write_json);
  return job;
}
