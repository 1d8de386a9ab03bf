/* ff-check-in-line-actions.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of a check-in's line: unfolding it, and the words that open a note.
 */

#include "ff-config.h"

#include "ff-check-in-line-private.h"

static void
unfold_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_in_line_set_unfolded (FF_CHECK_IN_LINE (widget), TRUE);
}

static void
fold_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_check_in_line_set_unfolded (FF_CHECK_IN_LINE (widget), FALSE);
}

static void
offer_openings_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfCheckInLine *self = FF_CHECK_IN_LINE (widget);

  if (gtk_widget_get_visible (GTK_WIDGET (self->prompts_button)))
    gtk_menu_button_popup (self->prompts_button);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfCheckInLine *self = FF_CHECK_IN_LINE (widget);
  g_autofree char *text = g_strconcat (g_variant_get_string (parameter, NULL), " ", NULL);

  ff_note_view_insert (self->note_view, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

static GMenuModel *
make_openings (FfProgramme *programme)
{
  const char *const *prompts = ff_programme_get_prompts (programme);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; prompts[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (prompts[i], NULL);

      g_menu_item_set_action_and_target (item, "line.open", "s", prompts[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

void
ff_check_in_line_set_openings (FfCheckInLine *self)
{
  g_autoptr (GMenuModel) openings = make_openings (self->programme);

  gtk_menu_button_set_menu_model (self->prompts_button, openings);
}

/* They are offered until something is written. */
void
ff_check_in_line_show_openings (FfCheckInLine *self)
{
  gboolean is_offered = ff_programme_get_prompts (self->programme)[0] != NULL
                        && *ff_check_in_get_note (self->check_in) == '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->prompts_button), is_offered);
}

void
ff_check_in_line_actions_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "line.unfold", NULL, unfold_action);
  gtk_widget_class_install_action (widget_class, "line.fold", NULL, fold_action);
  gtk_widget_class_install_action (widget_class, "line.offer-openings", NULL,
                                   offer_openings_action);
  gtk_widget_class_install_action (widget_class, "line.open", "s", open_action);
}
