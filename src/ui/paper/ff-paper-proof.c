/* ff-paper-proof.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being chosen, as it will be on paper, laid out anew with each choice; from here it is printed and saved.
 */

#include "ff-config.h"

#include "ff-paper-proof.h"

#include <glib/gi18n-lib.h>

#include "ff-sheet-view.h"

#define MANY_PAGES 40u /* nobody prints more by mistake */

struct _FfPaperProof
{
  AdwBin parent_instance;

  FfPaperJob *job;   /* (nullable): what was asked for last */
  GPtrArray *sheets; /* (nullable): of it */
  gboolean making;
  char *pages;
  GSimpleActionGroup *actions;

  GtkStack *stack;
  FfSheetView *view;
};

typedef enum
{
  PROP_PAGES = 1,
} FfPaperProofProps;

static GParamSpec *properties[PROP_PAGES + 1];

G_DEFINE_FINAL_TYPE (FfPaperProof, ff_paper_proof, ADW_TYPE_BIN)

/* --- What is shown --- */

static void
allow (FfPaperProof *self, gboolean allowed)
{
  static const char *const names[] = { "print", "save" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), allowed);
    }
}

/* @text: (transfer full) */
static void
take_pages (FfPaperProof *self, char *text)
{
  g_free (self->pages);
  self->pages = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGES]);
}

static void
show_sheets (FfPaperProof *self, GPtrArray *sheets)
{
  FfSheet *sheet = g_ptr_array_index (sheets, 0);
  const guint n_pages = ff_sheet_get_n_pages (sheet);
  guint n_shown;

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = g_ptr_array_ref (sheets);
  ff_sheet_view_set_sheet (self->view, sheet);
  n_shown = ff_sheet_view_get_n_shown (self->view);
  if (n_shown < n_pages)
    /* Translators: %1$u and %2$u are numbers of pages */
    take_pages (self,
                g_strdup_printf (_ ("%1$u pages; the first %2$u are shown"), n_pages, n_shown));
  else
    take_pages (self, g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages));
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  allow (self, TRUE);
}

static void make (FfPaperProof *self);

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfPaperProof) self = data;
  g_autoptr (GPtrArray) sheets = ff_paper_job_make_finish (FF_PAPER_JOB (source), result);

  self->making = FALSE;
  /* Closed, or nothing is chosen any more. */
  if (self->view == NULL || self->job == NULL)
    return;
  if ((GObject *) self->job == source)
    show_sheets (self, sheets);
  else
    make (self);
}

static void
make (FfPaperProof *self)
{
  self->making = TRUE;
  ff_paper_job_make_async (self->job, on_made, g_object_ref (self));
}

/**
 * ff_paper_proof_lay_out:
 * @self: where it is shown
 * @job: (nullable): what is chosen now; %NULL shows nothing and keeps nothing
 */
void
ff_paper_proof_lay_out (FfPaperProof *self, FfPaperJob *job)
{
  g_return_if_fail (FF_IS_PAPER_PROOF (self));
  g_return_if_fail (job == NULL || FF_IS_PAPER_JOB (job));

  allow (self, FALSE);
  g_set_object (&self->job, job);
  if (job == NULL)
    {
      g_clear_pointer (&self->sheets, g_ptr_array_unref);
      ff_sheet_view_set_sheet (self->view, NULL);
      gtk_stack_set_visible_child_name (self->stack, "working");
      take_pages (self, g_strdup (""));
    }
  else if (!self->making)
    make (self);
}

/* --- What is done with it --- */

static void
on_many_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FfPaperProof) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "print") && self->sheets != NULL)
    ff_paper_job_print_sheets (self->job, GTK_WIDGET (self), self->sheets);
}

static void
ask_for_many (FfPaperProof *self, guint n_pages)
{
  g_autofree char *heading
      = g_strdup_printf (ngettext ("Print %u Page?", "Print %u Pages?", n_pages), n_pages);
  AdwDialog *dialog = adw_alert_dialog_new (
      heading, _ ("This is a lot of paper. You can go back and choose less of it first."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Back"), "print", _ ("_Print…"), NULL);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_many_answered, g_object_ref (self));
}

static void
print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPaperProof *self = data;
  const guint n_pages = ff_sheet_get_n_pages (g_ptr_array_index (self->sheets, 0));

  if (n_pages > MANY_PAGES)
    ask_for_many (self, n_pages);
  else
    ff_paper_job_print_sheets (self->job, GTK_WIDGET (self), self->sheets);
}

static void
save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FfPaperProof *self = data;
  const char *title = ff_paper_job_get_title (self->job);

  ff_paper_job_save_as (self->job, GTK_WIDGET (self),
                        title != NULL ? title
                                      : ff_sheet_get_title (g_ptr_array_index (self->sheets, 0)));
}

/**
 * ff_paper_proof_get_actions:
 * @self: where it is shown
 *
 * Returns: (transfer none): “print” and “save”
 */
GActionGroup *
ff_paper_proof_get_actions (FfPaperProof *self)
{
  g_return_val_if_fail (FF_IS_PAPER_PROOF (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/* --- The widget --- */

static void
ff_paper_proof_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfPaperProofProps) prop_id)
    {
    case PROP_PAGES:
      g_value_set_string (value, FF_PAPER_PROOF (object)->pages);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_paper_proof_dispose (GObject *object)
{
  FfPaperProof *self = FF_PAPER_PROOF (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PAPER_PROOF);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->job);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ff_paper_proof_parent_class)->dispose (object);
}

static void
ff_paper_proof_finalize (GObject *object)
{
  g_free (FF_PAPER_PROOF (object)->pages);

  G_OBJECT_CLASS (ff_paper_proof_parent_class)->finalize (object);
}

static void
ff_paper_proof_class_init (FfPaperProofClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_paper_proof_dispose;
  object_class->finalize = ff_paper_proof_finalize;
  object_class->get_property = ff_paper_proof_get_property;

  properties[PROP_PAGES]
      = g_param_spec_string ("pages", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_SHEET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-paper-proof.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPaperProof, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPaperProof, view);
}

static void
ff_paper_proof_init (FfPaperProof *self)
{
  static const GActionEntry entries[]
      = { { .name = "print", .activate = print }, { .name = "save", .activate = save } };

  self->pages = g_strdup ("");
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_init_template (GTK_WIDGET (self));
  allow (self, FALSE);
}
