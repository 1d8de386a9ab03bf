/* ff-rota-choice.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list to choose one line from, best first, with a search: candidates, cover, swaps, gaps.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-fold.h"
#include "ff-growing-list.h"
#include "ff-rota-choice.h"
#include "ff-rota-option-row.h"

struct _FfRotaChoice
{
  AdwDialog parent_instance;

  GListModel *options; /* (nullable) */
  GtkFilterListModel *found;
  GtkSliceListModel *growing; /* what is found, some more of it each frame */
  GtkFilter *filter;
  char *words; /* folded */
  gboolean offers_everybody;
  gboolean everybody;
  gboolean can_skip;
  char *deed;       /* (nullable) */
  gboolean telling; /* what was chosen, once it is closed */

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  char *nothing; /* what it says where there is nothing to choose … */
  char *advice;  /* … and what would help */
};

typedef enum
{
  PROP_OFFERS_EVERYBODY = 1,
  PROP_EVERYBODY,
  PROP_CAN_SKIP,
  PROP_DEED,
} FfRotaChoiceProps;

static GParamSpec *properties[PROP_DEED + 1];

enum
{
  CHOSEN,
  SKIPPED,
  CONFIRMED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfRotaChoice, ff_rota_choice, ADW_TYPE_DIALOG)

static gboolean
has_text (gpointer object, const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  FfRotaChoice *self = user_data;

  if (self->offers_everybody && !self->everybody && ff_rota_option_get_warned (item))
    return FALSE;
  return ff_rota_option_matches (item, self->words);
}

/* That nothing is found says nothing of what there is. */
static void
explain_nothing (FfRotaChoice *self)
{
  const gboolean is_searched = *self->words != '\0';
  const gboolean may_show_more = self->offers_everybody && !self->everybody;

  adw_status_page_set_title (self->empty, is_searched ? _ ("Nothing Found") : self->nothing);
  /* Where everybody is shown already nothing is left to be advised. */
  adw_status_page_set_description (self->empty, may_show_more || !(is_searched || self->everybody)
                                                    ? self->advice
                                                    : NULL);
}

static void
update (FfRotaChoice *self)
{
  if (self->options == NULL)
    return;
  ff_growing_list_start (self->growing, GTK_WIDGET (self));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0 ? "list" : "empty");
  explain_nothing (self);
}

/* Where there is nothing there is nothing to search: the focus goes on to what can be done. */
static void
offer_search (FfRotaChoice *self)
{
  const gboolean has_options = g_list_model_get_n_items (self->options) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->search), has_options);
  if (has_options)
    return;
  adw_dialog_set_focus (ADW_DIALOG (self), NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->nothing,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (FfRotaChoice *self)
{
  g_autofree char *words = ff_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (g_set_str (&self->words, words))
    update (self);
}

/* Enter in the search takes the best of what is left. */
static void
search_activate_cb (FfRotaChoice *self)
{
  search_changed_cb (self);
  if (self->found != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    ff_rota_choice_choose (self, 0);
}

static void
stop_search_cb (FfRotaChoice *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (FfRotaChoice *self, guint position)
{
  ff_rota_choice_choose (self, position);
}

/* Once it is closed, so that what comes of it is on top. */
static void
close_and_tell (FfRotaChoice *self, guint signal, FfRotaOption *option)
{
  g_object_ref (self);
  self->telling = TRUE;
  adw_dialog_close (ADW_DIALOG (self));
  if (option != NULL)
    g_signal_emit (self, signals[signal], 0, option);
  else
    g_signal_emit (self, signals[signal], 0);
  g_signal_emit (self, signals[DONE], 0);
  g_object_unref (self);
}

static void
skip_cb (FfRotaChoice *self)
{
  close_and_tell (self, SKIPPED, NULL);
}

static void
confirm_cb (FfRotaChoice *self)
{
  close_and_tell (self, CONFIRMED, NULL);
}

static void
let_go (FfRotaChoice *self)
{
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->growing);
  g_clear_object (&self->found);
  g_clear_object (&self->options);
  g_clear_object (&self->filter);
}

/* The toolkit keeps a dialog that was closed; what was in it it need not. */
static void
ff_rota_choice_closed (AdwDialog *dialog)
{
  FfRotaChoice *self = FF_ROTA_CHOICE (dialog);

  let_go (self);
  if (!self->telling)
    g_signal_emit (self, signals[DONE], 0);
}

static void
ff_rota_choice_dispose (GObject *object)
{
  FfRotaChoice *self = FF_ROTA_CHOICE (object);

  let_go (self);
  g_clear_pointer (&self->nothing, g_free);
  g_clear_pointer (&self->advice, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->deed, g_free);
  /* libadwaita 1.7 keeps what is in a dialog for ever otherwise. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_ROTA_CHOICE);

  G_OBJECT_CLASS (ff_rota_choice_parent_class)->dispose (object);
}

static void
ff_rota_choice_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfRotaChoice *self = FF_ROTA_CHOICE (object);

  switch ((FfRotaChoiceProps) prop_id)
    {
    case PROP_OFFERS_EVERYBODY:
      g_value_set_boolean (value, self->offers_everybody);
      break;

    case PROP_EVERYBODY:
      g_value_set_boolean (value, self->everybody);
      break;

    case PROP_CAN_SKIP:
      g_value_set_boolean (value, self->can_skip);
      break;

    case PROP_DEED:
      g_value_set_string (value, self->deed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_flag (FfRotaChoice *self, gboolean *flag, const GValue *value, GParamSpec *pspec)
{
  if (*flag == g_value_get_boolean (value))
    return;
  *flag = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
ff_rota_choice_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FfRotaChoice *self = FF_ROTA_CHOICE (object);

  switch ((FfRotaChoiceProps) prop_id)
    {
    case PROP_OFFERS_EVERYBODY:
      set_flag (self, &self->offers_everybody, value, pspec);
      break;

    case PROP_EVERYBODY:
      set_flag (self, &self->everybody, value, pspec);
      break;

    case PROP_CAN_SKIP:
      set_flag (self, &self->can_skip, value, pspec);
      break;

    case PROP_DEED:
      if (g_set_str (&self->deed, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_rota_choice_class_init (FfRotaChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_rota_choice_dispose;
  object_class->get_property = ff_rota_choice_get_property;
  object_class->set_property = ff_rota_choice_set_property;
  ADW_DIALOG_CLASS (klass)->closed = ff_rota_choice_closed;

  properties[PROP_OFFERS_EVERYBODY]
      = g_param_spec_boolean ("offers-everybody", NULL, NULL, FALSE, flags);
  properties[PROP_EVERYBODY] = g_param_spec_boolean ("everybody", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_SKIP] = g_param_spec_boolean ("can-skip", NULL, NULL, FALSE, flags);
  properties[PROP_DEED] = g_param_spec_string ("deed", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHOSEN] = g_signal_new ("chosen", FF_TYPE_ROTA_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, FF_TYPE_ROTA_OPTION);
  signals[SKIPPED] = g_signal_new ("skipped", FF_TYPE_ROTA_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CONFIRMED] = g_signal_new ("confirmed", FF_TYPE_ROTA_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", FF_TYPE_ROTA_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_ROTA_OPTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-rota-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, title_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, search);
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, list);
  gtk_widget_class_bind_template_child (widget_class, FfRotaChoice, empty);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
ff_rota_choice_init (FfRotaChoice *self)
{
  g_autoptr (GtkListItemFactory) rows = ff_rota_option_row_factory ();

  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, rows);
}

/**
 * ff_rota_choice_new:
 * @title: what is chosen
 * @subtitle: what for
 * @empty: what it says where there is nothing to choose
 * @advice: what would help then
 *
 * Returns: (transfer floating): a dialog that waits for ff_rota_choice_show()
 */
AdwDialog *
ff_rota_choice_new (const char *title, const char *subtitle, const char *empty, const char *advice)
{
  FfRotaChoice *self;

  g_return_val_if_fail (title != NULL && subtitle != NULL, NULL);
  g_return_val_if_fail (empty != NULL && advice != NULL, NULL);

  self = g_object_new (FF_TYPE_ROTA_CHOICE, "title", title, NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  self->nothing = g_strdup (empty);
  self->advice = g_strdup (advice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return ADW_DIALOG (self);
}

/**
 * ff_rota_choice_show:
 * @self: a dialog
 * @options: (element-type FfRotaOption): what there is to choose, in order
 */
void
ff_rota_choice_show (FfRotaChoice *self, GListModel *options)
{
  g_autoptr (GtkNoSelection) model = NULL;

  g_return_if_fail (FF_IS_ROTA_CHOICE (self) && G_IS_LIST_MODEL (options));

  let_go (self);
  self->options = g_object_ref (options);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (options), g_object_ref (self->filter));
  self->growing = ff_growing_list_new (g_object_ref (G_LIST_MODEL (self->found)));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->growing)));
  offer_search (self);
  update (self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/**
 * ff_rota_choice_get_options:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the lines that can be seen now
 */
GListModel *
ff_rota_choice_get_options (FfRotaChoice *self)
{
  g_return_val_if_fail (FF_IS_ROTA_CHOICE (self), NULL);

  return G_LIST_MODEL (self->found);
}

/**
 * ff_rota_choice_choose:
 * @self: a dialog
 * @position: which of the lines that can be seen
 *
 * Closes it and says which line it was; nothing where all of them are confirmed at once.
 */
void
ff_rota_choice_choose (FfRotaChoice *self, guint position)
{
  g_autoptr (FfRotaOption) option = NULL;

  g_return_if_fail (FF_IS_ROTA_CHOICE (self) && self->found != NULL);

  option = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  if (option == NULL || self->deed != NULL)
    return;
  close_and_tell (self, CHOSEN, option);
}
