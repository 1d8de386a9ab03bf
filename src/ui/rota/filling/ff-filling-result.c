/* ff-filling-result.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the difference, the measures below them, and what can be done with it.
 */

#include "ff-config.h"

#include "ff-filling-result.h"

#include <glib/gi18n-lib.h>

#include "ff-filling-edit.h"
#include "ff-filling-line.h"
#include "ff-filling-words.h"
#include "ff-message-label.h"
#include "ff-two-lines.h"

struct _FfFillingResult
{
  AdwBin parent_instance;

  GListStore *lines;

  GtkListView *lines_view;
  GtkLabel *summary_label;
  GtkBox *measures_box;
  AdwBin *message_label;
  GtkButton *discard_button;
  GtkWidget *longer_button;
  GtkWidget *accept_button;
};

typedef enum
{
  PROP_LINES = 1,
} FfFillingResultProps;

static GParamSpec *properties[PROP_LINES + 1];

enum
{
  ACCEPTED,
  DISCARDED,
  LONGER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfFillingResult, ff_filling_result, ADW_TYPE_BIN)

/* What stands beside something that says more. */
static void
show_less (GtkWidget *label, gboolean less)
{
  const char *classes[] = { "caption", "dimmed", NULL };

  gtk_widget_set_css_classes (label, less ? classes : classes + 2);
}

/* --- How good it is --- */

static void
clear_measures (FfFillingResult *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->measures_box))) != NULL)
    gtk_box_remove (self->measures_box, child);
}

static GtkWidget *
add_label (FfFillingResult *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->measures_box, label);
  return label;
}

static void
show_measures (FfFillingResult *self, FfRotaPlan *plan)
{
  clear_measures (self);
  for (guint level = 0; level < FF_N_LEVELS; level++)
    {
      g_autofree char *bound = NULL;
      g_autofree char *reached = ff_filling_words_measure (plan, (FfLevel) level, &bound);

      if (reached == NULL)
        continue;
      gtk_widget_set_margin_top (add_label (self, reached), 6);
      if (*bound != '\0')
        show_less (add_label (self, bound), TRUE);
    }
}

/* --- Lines --- */

static void
line_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box;

  ff_two_lines_setup (item);
  box = gtk_list_item_get_child (item);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  FfFillingLine *line = gtk_list_item_get_item (item);
  GtkWidget *title = GTK_WIDGET (ff_two_lines_get_first (item));
  GtkWidget *detail = GTK_WIDGET (ff_two_lines_get_second (item));
  g_autofree char *title_text = ff_filling_line_make_title (line);
  g_autofree char *detail_text = ff_filling_line_make_detail (line);
  g_autofree char *spoken = ff_filling_line_make_spoken (line);

  gtk_label_set_text (GTK_LABEL (title), title_text);
  gtk_label_set_text (GTK_LABEL (detail), detail_text);
  gtk_widget_set_visible (detail, *detail_text != '\0');
  show_less (title, ff_filling_line_is_change (line));
  show_less (detail, !ff_filling_line_is_change (line));
  if (ff_filling_line_is_heading (line))
    gtk_widget_add_css_class (title, "heading");
  gtk_list_item_set_accessible_label (item, spoken);
}

/* --- Buttons --- */

static void
discard_cb (FfFillingResult *self)
{
  g_signal_emit (self, signals[DISCARDED], 0);
}

static void
longer_cb (FfFillingResult *self)
{
  g_signal_emit (self, signals[LONGER], 0);
}

static void
accept_cb (FfFillingResult *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

/* --- The widget --- */

static void
ff_filling_result_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfFillingResult *self = FF_FILLING_RESULT (object);

  switch ((FfFillingResultProps) prop_id)
    {
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_filling_result_dispose (GObject *object)
{
  FfFillingResult *self = FF_FILLING_RESULT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_FILLING_RESULT);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ff_filling_result_parent_class)->dispose (object);
}

static void
make_signals (void)
{
  const char *const names[] = { "accepted", "discarded", "longer" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], FF_TYPE_FILLING_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
ff_filling_result_class_init (FfFillingResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_filling_result_get_property;
  object_class->dispose = ff_filling_result_dispose;

  properties[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  make_signals ();

  g_type_ensure (FF_TYPE_MESSAGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-filling-result.ui");
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, lines_view);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, summary_label);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, measures_box);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, message_label);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, discard_button);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, longer_button);
  gtk_widget_class_bind_template_child (widget_class, FfFillingResult, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, longer_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
ff_filling_result_init (FfFillingResult *self)
{
  self->lines = g_list_store_new (FF_TYPE_FILLING_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ff_filling_result_show:
 * @self: the page
 * @plan: what is proposed
 * @lines: (element-type FfFillingLine): what would be different, and what stays empty
 * @kept: whether the solving was ended before its time
 *
 * Where nothing would be different there is nothing to accept, only to be read.
 */
void
ff_filling_result_show (FfFillingResult *self, FfRotaPlan *plan, GPtrArray *lines, gboolean kept)
{
  g_autofree char *summary = NULL;
  gboolean is_needed;

  g_return_if_fail (FF_IS_FILLING_RESULT (self));
  g_return_if_fail (FF_IS_ROTA_PLAN (plan));
  g_return_if_fail (lines != NULL);

  is_needed = ff_filling_edit_is_needed (plan);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  summary = ff_filling_words_all (plan, kept);
  gtk_label_set_text (self->summary_label, summary);
  show_measures (self, plan);
  ff_filling_result_say (self, "");
  gtk_button_set_label (self->discard_button, is_needed ? _ ("_Discard") : _ ("_Close"));
  gtk_widget_set_visible (self->longer_button, !ff_filling_words_is_best (plan));
  gtk_widget_set_visible (self->accept_button, is_needed);
  gtk_widget_set_sensitive (self->accept_button, is_needed);
  gtk_widget_grab_focus (GTK_WIDGET (self->lines_view));
}

/**
 * ff_filling_result_refuse:
 * @self: the page
 *
 * For when the rota is another one meanwhile, or what is shown is being saved.
 */
void
ff_filling_result_refuse (FfFillingResult *self)
{
  g_return_if_fail (FF_IS_FILLING_RESULT (self));

  gtk_widget_set_sensitive (self->accept_button, FALSE);
}

/**
 * ff_filling_result_say:
 * @self: the page
 * @text: a sentence; "" takes the last one away
 */
void
ff_filling_result_say (FfFillingResult *self, const char *text)
{
  g_return_if_fail (FF_IS_FILLING_RESULT (self));
  g_return_if_fail (text != NULL);

  g_object_set (self->message_label, "text", text, NULL);
}

/**
 * ff_filling_result_clear:
 * @self: the page
 *
 * For when its dialog is closed, which GTK may hold on to.
 */
void
ff_filling_result_clear (FfFillingResult *self)
{
  g_return_if_fail (FF_IS_FILLING_RESULT (self));

  g_list_store_remove_all (self->lines);
  clear_measures (self);
  gtk_label_set_text (self->summary_label, "");
}
