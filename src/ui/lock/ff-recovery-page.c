/* ff-recovery-page.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The recovery key on the screen, until somebody has put it away.
 */

#include "ff-config.h"

#include "ff-recovery-page.h"

#include "ff-recovery-paper.h"

struct _FfRecoveryPage
{
  AdwNavigationPage parent_instance;

  FfPaperJob *paper;

  GtkLabel *key_label;
  GtkLabel *explanation_label;
};

enum
{
  PUT_AWAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfRecoveryPage, ff_recovery_page, ADW_TYPE_NAVIGATION_PAGE)

static void
print_clicked_cb (FfRecoveryPage *self)
{
  ff_paper_job_print (self->paper, GTK_WIDGET (self));
}

static void
save_clicked_cb (FfRecoveryPage *self)
{
  ff_paper_job_save (self->paper, GTK_WIDGET (self));
}

static void
put_away_clicked_cb (FfRecoveryPage *self)
{
  g_signal_emit (self, signals[PUT_AWAY], 0);
}

static void
ff_recovery_page_dispose (GObject *object)
{
  FfRecoveryPage *self = FF_RECOVERY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_RECOVERY_PAGE);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (ff_recovery_page_parent_class)->dispose (object);
}

static void
ff_recovery_page_class_init (FfRecoveryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_recovery_page_dispose;

  signals[PUT_AWAY] = g_signal_new ("put-away", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRecoveryPage, key_label);
  gtk_widget_class_bind_template_child (widget_class, FfRecoveryPage, explanation_label);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_away_clicked_cb);
}

static void
ff_recovery_page_init (FfRecoveryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_recovery_page_new:
 * @settings: the program's settings, for the paper
 * @recovery_key: the key in groups
 * @made: the day
 * @explanation: a translated sentence: what else is to be known now
 *
 * Returns: (transfer floating): a page without a way back
 */
AdwNavigationPage *
ff_recovery_page_new (GSettings *settings,
                      const char *recovery_key,
                      GDateTime *made,
                      const char *explanation)
{
  FfRecoveryPage *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (recovery_key != NULL, NULL);

  self = g_object_new (FF_TYPE_RECOVERY_PAGE, NULL);
  self->paper = ff_recovery_paper_new (settings, recovery_key, made);
  gtk_label_set_label (self->key_label, recovery_key);
  gtk_label_set_label (self->explanation_label, explanation);

  return ADW_NAVIGATION_PAGE (self);
}
