/* ff-person-export.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is kept of a person, for them: in a file or on paper, neither of which is called by their name.
 */

#include "ff-config.h"

#include "ff-person-export.h"

#include <glib/gi18n-lib.h>

#include "ff-paper-choices.h"
#include "ff-person-paper.h"
#include "ff-print.h"

static FfPaperJob *
make_paper (FfContext *context, FfPersonRecord *record, FfPersonPaperForm form)
{
  FfGroup *group = ff_person_record_get_group (record);
  GSettings *settings = ff_context_get_settings (context);
  FfProgramme *programme
      = ff_programme_find (ff_context_get_programmes (context), ff_group_get_programme (group));
  FfPersonSheetStyle style = {
    .size = ff_paper_choices_get_size (settings),
    .large_print = g_settings_get_boolean (settings, "large-print"),
    .language = ff_group_get_language (group),
    .points = ff_programme_get_points (programme),
  };

  return ff_person_paper_new (record, &style, form);
}

static void
write_paper (gpointer source, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  g_object_set_data_full (source, "path", g_strdup (path), g_free);
  ff_paper_job_write_async (FF_PAPER_JOB (source), path, callback, user_data);
}

/* GTK's own dialog puts every file among the recent ones, for all programs to show. */
static gboolean
finish_paper (gpointer source, GAsyncResult *result, GError **error)
{
  g_autofree char *uri
      = g_filename_to_uri (g_object_get_data (G_OBJECT (source), "path"), NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  return ff_paper_job_write_finish (FF_PAPER_JOB (source), result, error);
}

/* --- In a file --- */

typedef struct
{
  GtkWidget *widget;
  FfContext *context;
  FfPersonRecord *record;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->widget);
  g_clear_object (&export->context);
  g_clear_object (&export->record);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  gboolean as_json = g_str_equal (answer, "json");
  g_autoptr (FfPaperJob) paper = NULL;

  /* Its window may have been closed meanwhile. */
  if (g_str_equal (answer, "cancel") || gtk_widget_get_root (export->widget) == NULL)
    return;
  paper = make_paper (export->context, export->record,
                      as_json ? FF_PERSON_PAPER_JSON : FF_PERSON_PAPER_PDF);
  ff_print_save_file (
      export->widget, as_json ? _ ("Save as JSON") : _ ("Save as PDF"),
      /* Translators: what a file is called at first that holds what is kept of a person; no name in it */
      _ ("Check-ins and plans"), as_json ? FF_FILE_JSON : FF_FILE_PDF, G_OBJECT (paper),
      write_paper, finish_paper);
}

/**
 * ff_person_export:
 * @widget: what asks for it; its window is the dialog's parent, and the outcome is told there
 * @context: what a view is handed
 * @record: all that is kept of the person
 */
void
ff_person_export (GtkWidget *widget, FfContext *context, FfPersonRecord *record)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_PERSON_RECORD (record));

  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Export for Them?"),
      _ ("All that is written about this person goes into one file, for them to take along. It is "
         "not protected by a passphrase: whoever has the file can read it.\n\nThe name that is "
         "proposed for the file does not say whose it is."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->context = g_object_ref (context);
  export->record = g_object_ref (record);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "json", _ ("Save as _JSON…"),
                                  "pdf", _ ("Save as _PDF…"), NULL);
  adw_alert_dialog_set_default_response (alert, "pdf");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, widget, NULL, on_answered, export);
}

/* --- On paper --- */

/**
 * ff_person_print:
 * @widget: what asks for it
 * @context: what a view is handed
 * @record: all that is kept of the person
 *
 * Opens the print dialog.
 */
void
ff_person_print (GtkWidget *widget, FfContext *context, FfPersonRecord *record)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FF_IS_CONTEXT (context));
  g_return_if_fail (FF_IS_PERSON_RECORD (record));

  g_autoptr (FfPaperJob) paper = make_paper (context, record, FF_PERSON_PAPER_PDF);

  ff_paper_job_print (paper, widget);
}
