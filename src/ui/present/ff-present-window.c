/* ff-present-window.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a screen that a whole meeting looks at, to be filled in together.
 */

#include "ff-config.h"

#include "ff-handout-sheet.h"
#include "ff-present-window.h"
#include "ff-slide.h"

struct _FfPresentWindow
{
  AdwWindow parent_instance;

  FfContext *context;
  FfGroup *group; /* (nullable) */
  FfHandout *handout;
  FfSheet *sheet;

  FfSlide *slide;
};

G_DEFINE_FINAL_TYPE (FfPresentWindow, ff_present_window, ADW_TYPE_WINDOW)

static void
ff_present_window_dispose (GObject *object)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PRESENT_WINDOW);
  g_clear_object (&self->sheet);
  g_clear_object (&self->handout);
  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ff_present_window_parent_class)->dispose (object);
}

static void
ff_present_window_class_init (FfPresentWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_present_window_dispose;
  g_type_ensure (FF_TYPE_SLIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-present-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, slide);
}

static void
ff_present_window_init (FfPresentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_present_window_new:
 * @context: what a view is handed
 * @group: (nullable): the group whose name stands on what is printed
 * @handout: what to show
 *
 * Returns: (transfer none): a window to present, owned by GTK
 */
GtkWindow *
ff_present_window_new (FfContext *context, FfGroup *group, FfHandout *handout)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  const FfPaperStyle style = { .size = FF_PAPER_SCREEN, .large_print = TRUE };
  FfPresentWindow *self
      = g_object_new (FF_TYPE_PRESENT_WINDOW, "title", ff_handout_get_title (handout), NULL);

  self->context = g_object_ref (context);
  g_set_object (&self->group, group);
  self->handout = g_object_ref (handout);
  self->sheet = ff_handout_sheet_new (handout, &style, NULL);
  ff_slide_set_sheet (self->slide, self->sheet, 0);
  return GTK_WINDOW (self);
}
