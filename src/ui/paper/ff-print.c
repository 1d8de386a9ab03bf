/* ff-print.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets on the printer, and files where the person wants them.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-paper.h"
#include "ff-print.h"
#include "ff-sheet.h"
#include "ff-toast.h"

#define PREVIEW "ff-preview" /* set on a print operation that was for looking only */

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- Printing --- */

/* The sheet that the @page of all is on, and which of its pages that is. */
static FfSheet *
find_page (GPtrArray *sheets, guint page, guint *page_of_sheet)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      FfSheet *sheet = g_ptr_array_index (sheets, i);
      guint n_pages = ff_sheet_get_n_pages (sheet);

      if (page < n_pages)
        {
          *page_of_sheet = page;
          return sheet;
        }
      page -= n_pages;
    }
  g_assert_not_reached ();
}

static GtkPaperSize *
make_paper_size (double width, double height)
{
  double a4_width, a4_height, letter_width, letter_height;

  ff_paper_size_get_points (FF_PAPER_A4, &a4_width, &a4_height);
  ff_paper_size_get_points (FF_PAPER_LETTER, &letter_width, &letter_height);
  if (ABS (width - a4_width) < 1 && ABS (height - a4_height) < 1)
    return gtk_paper_size_new (GTK_PAPER_NAME_A4);
  if (ABS (width - letter_width) < 1 && ABS (height - letter_height) < 1)
    return gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  return gtk_paper_size_new_custom ("fourfold", _ ("Handout"), width, height, GTK_UNIT_POINTS);
}

/* A sheet that lies on its side is upright paper, turned. */
static void
set_up_page (GtkPageSetup *setup, FfSheet *sheet)
{
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;

  ff_sheet_get_page_size (sheet, &width, &height);
  size = make_paper_size (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *print,
                       int page,
                       GtkPageSetup *setup,
                       gpointer data)
{
  guint page_of_sheet;
  FfSheet *sheet = find_page (data, (guint) page, &page_of_sheet);
  double width, height;

  /* The paper that was chosen in the dialog stays; only the turn is the sheet's. */
  ff_sheet_get_page_size (sheet, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *print, int page, gpointer data)
{
  guint page_of_sheet;
  FfSheet *sheet = find_page (data, (guint) page, &page_of_sheet);
  cairo_t *cr = gtk_print_context_get_cairo_context (print);
  double width, height, scale;

  /* Another paper than the sheet's may have been chosen in the dialog. */
  ff_sheet_get_page_size (sheet, &width, &height);
  scale = MIN (gtk_print_context_get_width (print) / width,
               gtk_print_context_get_height (print) / height);
  cairo_save (cr);
  cairo_translate (cr, (gtk_print_context_get_width (print) - width * scale) / 2,
                   (gtk_print_context_get_height (print) - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  ff_sheet_draw_page (sheet, page_of_sheet, cr);
  cairo_restore (cr);
}

/* GTK's own preview hands a file to another program; the preview is ours, in the window, and the dialog just closes. */
static void
end_preview (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

static gboolean
on_preview (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *print,
            GtkWindow *parent,
            GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_object_set_data (G_OBJECT (operation), PREVIEW, operation);
  gtk_print_context_set_cairo_context (print, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (end_preview), NULL);
  ff_toast_show (widget, _ ("Each sheet is shown in the window as it is printed"));
  return TRUE;
}

static void
release_sheets (gpointer sheets, GClosure *closure)
{
  g_ptr_array_unref (sheets);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  ff_toast_error (widget, error);
}

/* GTK calls a preview a success. */
static gboolean
is_printed (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  return result == GTK_PRINT_OPERATION_RESULT_APPLY
         && g_object_get_data (G_OBJECT (operation), PREVIEW) == NULL;
}

/* Who wants to know that the sheets are on their way to the printer. */
typedef struct
{
  FfPrinted printed;
  GObject *asker;
} Wish;

static void
release_wish (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_clear_object (&wish->asker);
  g_free (wish);
}

static void
on_done_as_wished (GtkPrintOperation *operation, GtkPrintOperationResult result, Wish *wish)
{
  if (is_printed (operation, result))
    wish->printed (wish->asker);
}

static void
tell_when_printed (GtkPrintOperation *operation, FfPrinted printed, GObject *asker)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->printed = printed;
  wish->asker = g_object_ref (asker);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_as_wished), wish, release_wish, 0);
}

static GtkPrintOperation *
make_operation (GPtrArray *sheets, guint copies, const char *title, gboolean folded)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  guint n_pages = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_pages += ff_sheet_get_n_pages (g_ptr_array_index (sheets, i));
  set_up_page (setup, g_ptr_array_index (sheets, 0));
  gtk_print_settings_set_n_copies (settings, (int) copies);
  gtk_print_settings_set_collate (settings, TRUE);
  /* GTK's vertical is turned over the short edge. */
  if (folded)
    gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_VERTICAL);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

/**
 * ff_print_sheets:
 * @widget: what asks for it; its window is the dialog's parent, and problems are told there
 * @sheets: (element-type FfSheet): what to print, one at least
 * @copies: how often; collated
 * @title: of the job
 * @folded: whether they are to be folded: printed on both sides and turned over the short edge
 * @printed: (nullable): called once they are on their way to the printer, and not where printing was cancelled
 * @asker: (nullable): for @printed, and kept until then
 *
 * Opens the print dialog.
 */
void
ff_print_sheets (GtkWidget *widget,
                 GPtrArray *sheets,
                 guint copies,
                 const char *title,
                 gboolean folded,
                 FfPrinted printed,
                 GObject *asker)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (sheets != NULL && sheets->len > 0);
  g_return_if_fail (printed == NULL || G_IS_OBJECT (asker));

  g_autoptr (GtkPrintOperation) operation = make_operation (sheets, copies, title, folded);

  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page),
                         g_ptr_array_ref (sheets), release_sheets, 0);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (on_request_page_setup),
                         g_ptr_array_ref (sheets), release_sheets, 0);
  g_signal_connect_object (operation, "preview", G_CALLBACK (on_preview), widget, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), widget, 0);
  if (printed != NULL)
    tell_when_printed (operation, printed, asker);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window_of (widget),
                           NULL);
}

/* --- A file --- */

typedef struct
{
  GWeakRef widget;
  GObject *source;
  FfPdfWrite write;
  FfPdfWriteFinish finish;
  GFile *file;
} Export;

static void
export_free (Export *export)
{
  g_weak_ref_clear (&export->widget);
  g_clear_object (&export->file);
  g_clear_object (&export->source);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
finish_open (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ff_toast_error (widget, error);
}

static void
on_open (GFile *file, AdwToast *toast)
{
  GtkWidget *overlay = g_object_get_data (G_OBJECT (toast), "overlay");
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, window_of (overlay), NULL, finish_open,
                            g_object_ref (overlay));
}

static void
tell_saved (GtkWidget *widget, GFile *file)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Saved as “%s”"), name);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data (G_OBJECT (toast), "overlay", overlay);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_open), file, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
finish_write (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&export->widget);
  g_autoptr (GError) error = NULL;
  gboolean written = export->finish (source, result, &error);

  if (widget != NULL && written)
    tell_saved (widget, export->file);
  else if (widget != NULL)
    ff_toast_error (widget, error);
}

static void
finish_choose (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&export->widget);
  g_autoptr (GError) error = NULL;
  const char *path;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (export->file == NULL || widget == NULL)
    {
      if (widget != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        ff_toast_error (widget, error);
      return;
    }
  path = g_file_peek_path (export->file);
  if (path == NULL)
    {
      ff_toast_show (widget,
                     _ ("That place is not on this computer. Please choose a folder here."));
      return;
    }
  export->write (export->source, path, finish_write, export);
  g_steal_pointer (&export);
}

/**
 * ff_print_save_file:
 * @widget: what asks for it; its window is the dialog's parent, and the outcome is told there
 * @heading: of the dialog
 * @title: what the file is called at first, without its ending
 * @form: what is in it
 * @source: what is written
 * @write: writes it, in a thread
 * @finish: whether it was written
 *
 * Asks for a file and has it written.
 */
void
ff_print_save_file (GtkWidget *widget,
                    const char *heading,
                    const char *title,
                    FfFileForm form,
                    GObject *source,
                    FfPdfWrite write,
                    FfPdfWriteFinish finish)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (heading != NULL && title != NULL);
  g_return_if_fail (G_IS_OBJECT (source));

  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gboolean is_json = form == FF_FILE_JSON;
  g_autofree char *name = g_strconcat (title, is_json ? ".json" : ".pdf", NULL);
  Export *export = g_new0 (Export, 1);

  g_weak_ref_init (&export->widget, widget);
  export->source = g_object_ref (source);
  export->write = write;
  export->finish = finish;
  gtk_file_filter_add_mime_type (filter, is_json ? "application/json" : "application/pdf");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, heading);
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, window_of (widget), NULL, finish_choose, export);
}

/**
 * ff_print_save:
 * @widget: what asks for it; its window is the dialog's parent, and the outcome is told there
 * @title: what the file is called at first
 * @source: what is written
 * @write: writes it, in a thread
 * @finish: whether it was written
 *
 * Asks for a file and has it written as PDF.
 */
void
ff_print_save (GtkWidget *widget,
               const char *title,
               GObject *source,
               FfPdfWrite write,
               FfPdfWriteFinish finish)
{
  ff_print_save_file (widget, _ ("Save as PDF"), title, FF_FILE_PDF, source, write, finish);
}
