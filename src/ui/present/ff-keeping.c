/* ff-keeping.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of what a meeting wrote: saved, printed, or gone when its window closes.
 */

#include "ff-config.h"

#include "ff-keeping.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-filled-handout.h"
#include "ff-print.h"

struct _FfKeeping
{
  GObject parent_instance;

  GWeakRef widget; /* a print job may outlive its window */
  FfPresentPaper *paper;
  FfBoard *board;
  char *title;
  FfFilledHandout *printing; /* (nullable): what the printer was asked for last */
  gboolean is_asking;
  gboolean is_closing; /* when what is written is kept */
};

G_DEFINE_FINAL_TYPE (FfKeeping, ff_keeping, G_TYPE_OBJECT)

static void
ff_keeping_finalize (GObject *object)
{
  FfKeeping *self = FF_KEEPING (object);

  g_weak_ref_clear (&self->widget);
  g_clear_object (&self->paper);
  g_clear_object (&self->board);
  g_clear_object (&self->printing);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ff_keeping_parent_class)->finalize (object);
}

static void
ff_keeping_class_init (FfKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_keeping_finalize;
}

static void
ff_keeping_init (FfKeeping *self)
{
}

/* (nullable) (transfer none) */
static GtkWindow *
get_window (FfKeeping *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* What was written meanwhile is asked about again. */
static void
kept (FfKeeping *self, FfFilledHandout *filled)
{
  GtkWindow *window = get_window (self);

  ff_board_set_kept (self->board, ff_filled_handout_get_answers (filled));
  if (self->is_closing && window != NULL)
    gtk_window_close (window);
}

/* --- Saved --- */

/* The dialog for files may have told the desktop of it. */
static void
saved_cb (FfKeeping *self, const char *path, FfFilledHandout *filled)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  kept (self, filled);
}

static void
save (FfKeeping *self, gboolean and_close)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (FfFilledHandout) filled
      = ff_present_paper_fill (self->paper, ff_board_get_answers (self->board));

  self->is_closing = and_close;
  g_signal_connect_object (filled, "written", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  ff_print_save (widget, self->title, G_OBJECT (filled), ff_filled_handout_write_async,
                 ff_filled_handout_write_finish);
}

/* --- Printed --- */

static void
printed (GObject *asker)
{
  FfKeeping *self = FF_KEEPING (asker);

  kept (self, self->printing);
}

static void
print (FfKeeping *self, gboolean and_close)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  self->is_closing = and_close;
  g_clear_object (&self->printing);
  self->printing = ff_present_paper_fill (self->paper, ff_board_get_answers (self->board));
  g_ptr_array_add (sheets, ff_filled_handout_make_sheet (self->printing));
  ff_print_sheets (widget, sheets, 1, self->title, FALSE, printed, G_OBJECT (self));
}

/* --- Or gone --- */

static void
answered_cb (FfKeeping *self, const char *response)
{
  GtkWindow *window = get_window (self);

  self->is_asking = FALSE;
  if (g_str_equal (response, "save"))
    save (self, TRUE);
  else if (g_str_equal (response, "print"))
    print (self, TRUE);
  else if (g_str_equal (response, "discard") && window != NULL)
    gtk_window_destroy (window);
}

static void
ask (FfKeeping *self)
{
  AdwDialog *dialog;
  AdwAlertDialog *question;

  if (self->is_asking)
    return;

  self->is_asking = TRUE;
  dialog = adw_alert_dialog_new (
      _ ("Keep What Is Written?"),
      _ ("When this window closes, what is written on the sheet is gone: it is stored nowhere."));
  question = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_add_responses (question, "continue", _ ("_Keep Writing"), "discard",
                                  _ ("_Discard"), "print", _ ("_Print…"), "save",
                                  _ ("_Save as PDF…"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (question, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (question, "continue");
  adw_alert_dialog_set_default_response (question, "save");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (get_window (self)));
}

/**
 * ff_keeping_new:
 * @widget: in the window that closes; problems and outcomes are told where it is
 * @paper: what makes sheets of what is written
 * @board: what is written
 * @title: of files and print jobs
 *
 * Returns: (transfer full): what saves, prints and asks
 */
FfKeeping *
ff_keeping_new (GtkWidget *widget, FfPresentPaper *paper, FfBoard *board, const char *title)
{
  FfKeeping *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (FF_IS_PRESENT_PAPER (paper), NULL);
  g_return_val_if_fail (FF_IS_BOARD (board), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (FF_TYPE_KEEPING, NULL);
  g_weak_ref_init (&self->widget, widget);
  self->paper = g_object_ref (paper);
  self->board = g_object_ref (board);
  self->title = g_strdup (title);
  return self;
}

/**
 * ff_keeping_save:
 * @self: what saves
 *
 * Asks for a file and saves what is written as PDF.
 */
void
ff_keeping_save (FfKeeping *self)
{
  g_return_if_fail (FF_IS_KEEPING (self));

  save (self, FALSE);
}

/**
 * ff_keeping_print:
 * @self: what prints
 *
 * Opens the print dialog.
 */
void
ff_keeping_print (FfKeeping *self)
{
  g_return_if_fail (FF_IS_KEEPING (self));

  print (self, FALSE);
}

/**
 * ff_keeping_may_close:
 * @self: what asks
 *
 * Asks what is to become of what is written, where there is anything that is not kept. The window closes once that is
 * saved or printed, or at once where it is discarded.
 *
 * Returns: whether nothing would be lost
 */
gboolean
ff_keeping_may_close (FfKeeping *self)
{
  g_return_val_if_fail (FF_IS_KEEPING (self), TRUE);

  if (ff_board_is_kept (self->board))
    return TRUE;
  gtk_window_present (get_window (self));
  ask (self);
  return FALSE;
}
