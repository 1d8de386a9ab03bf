/* ff-present-paper.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheets of a handout that is presented: slides for the screen, paper for what was written.
 */

#include "ff-config.h"

#include "ff-present-paper.h"

#include "ff-handout-sheet.h"
#include "ff-help-line-repository.h"
#include "ff-paper-choices.h"

struct _FfPresentPaper
{
  GObject parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfHandout *handout;
  GPtrArray *help_lines; /* (element-type FfHelpLine) (nullable) */
  gboolean help_at_foot;
  PangoFontMap *fonts; /* of all slides: a meeting writes, and they are laid out again */
};

G_DEFINE_FINAL_TYPE (FfPresentPaper, ff_present_paper, G_TYPE_OBJECT)

static void
ff_present_paper_finalize (GObject *object)
{
  FfPresentPaper *self = FF_PRESENT_PAPER (object);

  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_object (&self->handout);
  g_clear_pointer (&self->help_lines, g_ptr_array_unref);
  g_clear_object (&self->fonts);

  G_OBJECT_CLASS (ff_present_paper_parent_class)->finalize (object);
}

static void
ff_present_paper_class_init (FfPresentPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_present_paper_finalize;
}

static void
ff_present_paper_init (FfPresentPaper *self)
{
  self->fonts = ff_paper_make_fonts ();
}

/* Where they cannot be read, there are empty lines in their place. */
static void
read_help_lines (FfPresentPaper *self)
{
  FfStore *store = ff_context_get_store (self->context);
  const char *group = ff_group_get_uid (self->group);

  self->help_lines = ff_help_line_repository_list (store, group, NULL);
  self->help_at_foot = ff_help_line_repository_get_at_foot (store, group, NULL);
}

/**
 * ff_present_paper_new:
 * @context: what a view is handed
 * @group: (nullable): the group whose name stands on what is printed, and whose help lines are shown
 * @handout: which one
 *
 * Returns: (transfer full): what makes its sheets
 */
FfPresentPaper *
ff_present_paper_new (FfContext *context, FfGroup *group, FfHandout *handout)
{
  FfPresentPaper *self;

  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  self = g_object_new (FF_TYPE_PRESENT_PAPER, NULL);
  self->context = g_object_ref (context);
  g_set_object (&self->group, group);
  self->handout = g_object_ref (handout);
  if (group != NULL)
    read_help_lines (self);
  return self;
}

/* Nothing on the screen says which group it is. */
static FfPaperStyle
make_screen_style (FfPresentPaper *self, gboolean is_upright)
{
  return (FfPaperStyle) {
    .size = is_upright ? FF_PAPER_UPRIGHT_SCREEN : FF_PAPER_SCREEN,
    .large_print = TRUE,
    .help_lines = self->help_lines,
    .fonts = self->fonts,
  };
}

/**
 * ff_present_paper_make_slides:
 * @self: what makes the sheets; slides are drawn in the thread where they are made
 * @is_upright: whether they are for a narrow window
 * @answers: what is written
 *
 * Returns: (transfer full): the handout on slides, with what is written
 */
FfSheet *
ff_present_paper_make_slides (FfPresentPaper *self, gboolean is_upright, FfAnswers *answers)
{
  FfPaperStyle style;

  g_return_val_if_fail (FF_IS_PRESENT_PAPER (self), NULL);

  style = make_screen_style (self, is_upright);
  return ff_handout_sheet_new (self->handout, &style, answers);
}

/**
 * ff_present_paper_make_example:
 * @self: what makes the sheets, of a handout that has a worked example
 * @is_upright: whether they are for a narrow window
 * @first: (out): the page where it begins
 *
 * Returns: (transfer full): the handout on slides, empty, and its worked example
 */
FfSheet *
ff_present_paper_make_example (FfPresentPaper *self, gboolean is_upright, guint *first)
{
  g_autoptr (FfSheet) without = NULL;
  FfPaperStyle style;

  g_return_val_if_fail (FF_IS_PRESENT_PAPER (self), NULL);
  g_return_val_if_fail (first != NULL, NULL);

  style = make_screen_style (self, is_upright);
  without = ff_handout_sheet_new (self->handout, &style, NULL);
  *first = ff_sheet_get_n_pages (without);
  style.with_example = TRUE;
  return ff_handout_sheet_new (self->handout, &style, NULL);
}

/**
 * ff_present_paper_fill:
 * @self: what makes the sheets
 * @answers: what is written; nobody changes them any more
 *
 * Returns: (transfer full): the handout as it is printed or saved, on the paper of the settings
 */
FfFilledHandout *
ff_present_paper_fill (FfPresentPaper *self, FfAnswers *answers)
{
  GSettings *settings;
  FfPaperStyle style;

  g_return_val_if_fail (FF_IS_PRESENT_PAPER (self), NULL);

  settings = ff_context_get_settings (self->context);
  style = (FfPaperStyle) {
    .size = ff_paper_choices_get_size (settings),
    .large_print = g_settings_get_boolean (settings, "large-print"),
    .group_name = self->group != NULL ? ff_group_get_name (self->group) : NULL,
    .help_lines = self->help_lines,
    .help_at_foot = self->help_at_foot,
  };
  return ff_filled_handout_new (self->handout, answers, &style);
}
