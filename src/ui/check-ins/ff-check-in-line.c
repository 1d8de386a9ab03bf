/* ff-check-in-line.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person at a session, on one line: name, note and urge; all else unfolds.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-check-in-line-private.h"
#include "ff-check-in-words.h"
#include "ff-row-focus.h"

typedef enum
{
  PROP_NARROW = 1,
} FfCheckInLineProps;

enum
{
  SIGNAL_DELETE_REQUESTED,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_NARROW + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfCheckInLine, ff_check_in_line, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_theirs (gpointer item, gpointer data)
{
  return g_strcmp0 (ff_plan_item_get_participant (item), ff_check_in_get_participant (data)) == 0;
}

/* --- What is seen while it is folded --- */

/* What they meant to do is there before anything is written about this time. */
static void
show_last_time (FfCheckInLine *self)
{
  g_autofree char *text = ff_check_in_words_last_time (G_LIST_MODEL (self->review));

  gtk_label_set_text (self->last_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->last_label), text != NULL && !self->unfolded);
}

static void
show_summary (FfCheckInLine *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->plan));
  g_autofree char *text = ff_check_in_words_this_time (self->check_in, self->programme, n_items);

  gtk_label_set_text (self->summary_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), text != NULL && !self->unfolded);
}

static void
refresh (FfCheckInLine *self)
{
  gboolean asks_urge = (self->parts & FF_CHECK_IN_PART_URGE) != 0
                       || ff_check_in_get_urge (self->check_in) != FF_CHECK_IN_UNSAID;

  ff_note_view_set_text (self->note_view, ff_check_in_get_note (self->check_in));
  ff_figure_entry_set_figure (self->urge_entry, ff_check_in_get_urge (self->check_in));
  gtk_widget_set_visible (GTK_WIDGET (self->urge_entry), asks_urge);
  gtk_widget_set_visible (self->newcomer_mark, ff_check_in_get_newcomer (self->check_in));
  ff_check_in_line_show_openings (self);
  show_summary (self);
}

/* --- What is done in it --- */

static void
note_edited_cb (FfCheckInLine *self)
{
  g_autofree char *note = ff_note_view_dup_text (self->note_view);

  ff_session_editor_set_words (self->editor, self->check_in, "note", note);
}

static void
urge_changed_cb (FfCheckInLine *self)
{
  if (self->editor != NULL)
    ff_session_editor_set_figure (self->editor, self->check_in, "urge",
                                  ff_figure_entry_get_figure (self->urge_entry));
}

static void
finished_cb (FfCheckInLine *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
on_delete_requested (FfCheckInLine *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
alias_clicked_cb (FfCheckInLine *self)
{
  ff_check_in_line_set_unfolded (self, !self->unfolded);
}

/* What is folded away is not walked through by Tab. */
static void
child_revealed_cb (FfCheckInLine *self)
{
  if (self->details != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->details),
                            self->unfolded || gtk_revealer_get_child_revealed (self->revealer));
}

static void
make_details (FfCheckInLine *self)
{
  self->details = FF_CHECK_IN_DETAILS (
      ff_check_in_details_new (self->editor, self->check_in, self->programme, self->parts));
  ff_check_in_details_set_name (self->details, self->name);
  ff_check_in_details_set_wording (self->details, self->wording);
  g_signal_connect_object (self->details, "delete-requested", G_CALLBACK (on_delete_requested),
                           self, G_CONNECT_SWAPPED);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->details));
}

/* --- The line --- */

static void
set_narrow (FfCheckInLine *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_max_width_chars (self->alias_label, narrow ? -1 : 12);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/* As it is written, whatever has the higher place on the line: a long note is no reason to come to the urge first. */
static gboolean
ff_check_in_line_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfCheckInLine *self = FF_CHECK_IN_LINE (widget);
  GtkWidget *parts[] = { self->alias_button, GTK_WIDGET (self->note_view),
                         GTK_WIDGET (self->urge_entry), GTK_WIDGET (self->revealer) };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int n_parts = G_N_ELEMENTS (parts);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int from = step > 0 ? 0 : n_parts - 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return ff_row_focus (widget, direction);

  for (int i = 0; i < n_parts && focus != NULL; i++)
    if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
      from = i;
  for (int i = from; i >= 0 && i < n_parts; i += step)
    if (gtk_widget_child_focus (parts[i], direction))
      return TRUE;
  return FALSE;
}

static gboolean
ff_check_in_line_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_CHECK_IN_LINE (widget)->note_view));
}

static void
ff_check_in_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((FfCheckInLineProps) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, FF_CHECK_IN_LINE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_line_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch ((FfCheckInLineProps) prop_id)
    {
    case PROP_NARROW:
      set_narrow (FF_CHECK_IN_LINE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_check_in_line_dispose (GObject *object)
{
  FfCheckInLine *self = FF_CHECK_IN_LINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_CHECK_IN_LINE);
  g_clear_object (&self->review);
  g_clear_object (&self->plan);
  g_clear_object (&self->check_in);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->wording, ff_wording_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ff_check_in_line_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, head);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, alias_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, arrow);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, alias_label);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, newcomer_mark);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, last_label);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, note_view);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, summary_label);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, prompts_button);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, urge_entry);
  gtk_widget_class_bind_template_child (widget_class, FfCheckInLine, revealer);
  gtk_widget_class_bind_template_callback (widget_class, alias_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, urge_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
}

static void
ff_check_in_line_class_init (FfCheckInLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_check_in_line_dispose;
  object_class->get_property = ff_check_in_line_get_property;
  object_class->set_property = ff_check_in_line_set_property;
  widget_class->grab_focus = ff_check_in_line_grab_focus;
  widget_class->focus = ff_check_in_line_focus;

  properties[PROP_NARROW]
      = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_DELETE_REQUESTED]
      = g_signal_new ("delete-requested", FF_TYPE_CHECK_IN_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", FF_TYPE_CHECK_IN_LINE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FF_TYPE_NOTE_VIEW);
  g_type_ensure (FF_TYPE_FIGURE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-check-in-line.ui");
  bind_children (widget_class);
  ff_check_in_line_actions_class_init (widget_class);
}

static void
ff_check_in_line_init (FfCheckInLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->alias_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->urge_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ff_check_in_part_get_title (FF_CHECK_IN_PART_URGE), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->urge_entry),
                               ff_check_in_part_get_title (FF_CHECK_IN_PART_URGE));
}

static GtkFilterListModel *
filter (GListModel *model, FfCheckIn *check_in)
{
  GtkFilter *theirs
      = GTK_FILTER (gtk_custom_filter_new (is_theirs, g_object_ref (check_in), g_object_unref));

  return gtk_filter_list_model_new (g_object_ref (model), theirs);
}

static void
on_review_marked (FfCheckInLine *self, FfPlanItem *item, const char *property)
{
  show_last_time (self);
}

static void
watch_review (FfCheckInLine *self)
{
  GListModel *review = G_LIST_MODEL (self->review);

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      g_autoptr (FfPlanItem) item = g_list_model_get_item (review, i);

      g_signal_handlers_disconnect_by_func (item, on_review_marked, self);
      g_signal_connect_object (item, "notify", G_CALLBACK (on_review_marked), self,
                               G_CONNECT_SWAPPED);
    }
  show_last_time (self);
}

/**
 * ff_check_in_line_new:
 * @editor: the session's editor, which is told of everything that is typed
 * @check_in: one of its check-ins
 * @programme: whose words, points and openings are used
 * @parts: what is asked; what was said already is shown as well
 *
 * Returns: (transfer floating): the line, folded
 */
GtkWidget *
ff_check_in_line_new (FfSessionEditor *editor,
                      FfCheckIn *check_in,
                      FfProgramme *programme,
                      FfCheckInParts parts)
{
  g_return_val_if_fail (FF_IS_SESSION_EDITOR (editor), NULL);
  g_return_val_if_fail (FF_IS_CHECK_IN (check_in), NULL);

  FfCheckInLine *self = g_object_new (FF_TYPE_CHECK_IN_LINE, NULL);

  self->check_in = g_object_ref (check_in);
  self->programme = programme;
  self->parts = parts;
  self->review = filter (ff_session_editor_get_review (editor), check_in);
  self->plan = filter (ff_session_editor_get_plan (editor), check_in);
  ff_check_in_line_set_openings (self);
  refresh (self);
  watch_review (self);
  ff_check_in_line_set_name (self, ff_check_in_get_alias (check_in));
  self->editor = g_object_ref (editor);
  g_signal_connect_object (check_in, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->review, "items-changed", G_CALLBACK (watch_review), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "items-changed", G_CALLBACK (show_summary), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * ff_check_in_line_get_check_in:
 * @self: the line
 *
 * Returns: (transfer none): whose line it is
 */
FfCheckIn *
ff_check_in_line_get_check_in (FfCheckInLine *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_LINE (self), NULL);
  return self->check_in;
}

/**
 * ff_check_in_line_set_parts:
 * @self: the line
 * @parts: what is asked from now on
 */
void
ff_check_in_line_set_parts (FfCheckInLine *self, FfCheckInParts parts)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));

  self->parts = parts;
  if (self->details != NULL)
    ff_check_in_details_set_parts (self->details, parts);
  refresh (self);
}

/**
 * ff_check_in_line_set_name:
 * @self: the line
 * @name: how the person is called on this screen, where names may be hidden
 */
void
ff_check_in_line_set_name (FfCheckInLine *self, const char *name)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));
  g_return_if_fail (name != NULL);

  /* Translators: %s is the name or alias of a person in the group */
  g_autofree char *brings = g_strdup_printf (_ ("What %s brings"), name);

  g_set_str (&self->name, name);
  gtk_label_set_text (self->alias_label, name);
  gtk_widget_set_tooltip_text (self->alias_button, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set (self->note_view, "label", brings, "placeholder", brings, NULL);
  if (self->details != NULL)
    ff_check_in_details_set_name (self->details, name);
}

/**
 * ff_check_in_line_set_unfolded:
 * @self: the line
 * @is_unfolded: whether all that a check-in asks is shown
 */
void
ff_check_in_line_set_unfolded (FfCheckInLine *self, gboolean is_unfolded)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));

  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                         ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))
                         : NULL;

  if (self->unfolded == is_unfolded)
    return;
  self->unfolded = is_unfolded;
  if (is_unfolded && self->details == NULL)
    make_details (self);
  if (!is_unfolded && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->details)))
    gtk_widget_grab_focus (self->alias_button);
  gtk_widget_set_visible (GTK_WIDGET (self->details), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, is_unfolded);
  child_revealed_cb (self);
  gtk_image_set_from_icon_name (self->arrow,
                                is_unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->alias_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_unfolded, -1);
  show_last_time (self);
  show_summary (self);
}

/**
 * ff_check_in_line_start:
 * @self: the line
 *
 * Moves the focus to the note, where a person begins.
 */
void
ff_check_in_line_start (FfCheckInLine *self)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

/**
 * ff_check_in_line_show_change:
 * @self: the line
 * @property: (nullable): what changed in it
 *
 * Moves the focus to where something was undone or done again.
 */
void
ff_check_in_line_show_change (FfCheckInLine *self, const char *property)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));

  if (g_strcmp0 (property, "note") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
  else if (g_strcmp0 (property, "urge") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->urge_entry));
  else if (self->details == NULL || !self->unfolded
           || !ff_check_in_details_show_change (self->details, property))
    gtk_widget_grab_focus (self->alias_button);
}

/**
 * ff_check_in_line_get_place:
 * @self: the line
 *
 * Returns: (nullable): "note" or "urge" where the focus is there, %NULL where it is elsewhere in the line
 */
const char *
ff_check_in_line_get_place (FfCheckInLine *self)
{
  g_return_val_if_fail (FF_IS_CHECK_IN_LINE (self), NULL);

  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->urge_entry)))
    return "urge";
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->note_view)))
    return "note";
  return NULL;
}

/**
 * ff_check_in_line_set_wording:
 * @self: the line
 * @wording: (nullable): the words that get a hint, or %NULL for none
 */
void
ff_check_in_line_set_wording (FfCheckInLine *self, FfWording *wording)
{
  g_return_if_fail (FF_IS_CHECK_IN_LINE (self));

  g_clear_pointer (&self->wording, ff_wording_unref);
  self->wording = wording != NULL ? ff_wording_ref (wording) : NULL;
  ff_note_view_set_wording (self->note_view, wording);
  if (self->details != NULL)
    ff_check_in_details_set_wording (self->details, wording);
}
