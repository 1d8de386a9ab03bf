/* ff-week-block.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block of the week grid: one meeting, what a crowded hour keeps back, an empty hour, or one on its way elsewhere.
 */

#include "ff-config.h"

#include "ff-week-block.h"

/* Between the edge of a block and its text. */
#define INSET_X 6
#define INSET_Y 3

/* Drawn by itself: a week of a region has hundreds of blocks, and labels in each would cost a frame. */
struct _FfWeekBlock
{
  GtkWidget parent_instance;

  FfWeekBlockKind kind;
  FfOccurrence *occurrence;
  char *time;
  char *title;
  char *detail;
  char *label;

  PangoLayout *layout; /* made when it is first drawn at a size */
  int width;
  int height;
};

static guint activate_signal;

G_DEFINE_FINAL_TYPE (FfWeekBlock, ff_week_block, GTK_TYPE_WIDGET)

static const char *const standing_classes[] = {
  [FF_STANDING_ON] = NULL,
  [FF_STANDING_UNDECIDED] = "undecided",
  [FF_STANDING_CANCELLED] = "cancelled",
  [FF_STANDING_PAUSED] = "cancelled",
  [FF_STANDING_HOLIDAY] = "cancelled",
};

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_struck (FfWeekBlock *self)
{
  return self->occurrence != NULL && ff_occurrence_get_cancelled (self->occurrence);
}

static void
emphasize_title (FfWeekBlock *self, guint begin)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  guint end = begin + (guint) strlen (self->title);
  PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

  attribute->start_index = begin;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
  if (is_struck (self))
    {
      attribute = pango_attr_strikethrough_new (TRUE);
      attribute->start_index = begin;
      attribute->end_index = end;
      pango_attr_list_insert (attributes, attribute);
    }
  pango_layout_set_attributes (self->layout, attributes);
}

/* With little height only the title, else the time before it and the place under it. */
static void
set_text (FfWeekBlock *self, int height)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int line_height;
  guint begin;

  pango_layout_set_text (self->layout, "0", -1);
  pango_layout_get_pixel_size (self->layout, NULL, &line_height);
  if (height >= 2 * line_height && has_text (self->time))
    g_string_append_printf (text, "%s ", self->time);
  begin = (guint) text->len;
  g_string_append (text, self->title);
  if (height >= 2 * line_height && has_text (self->detail))
    g_string_append_printf (text, "\n%s", self->detail);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  pango_layout_set_height (self->layout, height < 2 * line_height ? 0 : height * PANGO_SCALE);
  emphasize_title (self, begin);
}

static void
ensure_layout (FfWeekBlock *self, int width, int height)
{
  if (self->layout != NULL && self->width == width && self->height == height)
    return;
  g_clear_object (&self->layout);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->width = width;
  self->height = height;
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (self->layout, MAX (width - 2 * INSET_X, 1) * PANGO_SCALE);
  /* A Latin name in an Arabic window begins where all lines there begin. */
  pango_layout_set_auto_dir (self->layout, FALSE);
  if (self->kind == FF_WEEK_BLOCK_MORE)
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  else if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  set_text (self, MAX (height - 2 * INSET_Y, 0));
}

static void
ff_week_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfWeekBlock *self = FF_WEEK_BLOCK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int text_height;
  float y = INSET_Y;
  GdkRGBA color;

  if (!has_text (self->title) || width <= 2 * INSET_X)
    return;
  ensure_layout (self, width, height);
  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  /* One line in a low block stands in its middle. */
  if (self->kind == FF_WEEK_BLOCK_MORE || text_height > height - 2 * INSET_Y)
    y = (float) (height - text_height) / 2;
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (INSET_X, y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_pop (snapshot);
}

/* Another font or colour scheme. */
static void
ff_week_block_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ff_week_block_parent_class)->css_changed (widget, change);
  g_clear_object (&FF_WEEK_BLOCK (widget)->layout);
}

static void
ff_week_block_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ff_week_block_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&FF_WEEK_BLOCK (widget)->layout);
}

static void
ff_week_block_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (ff_week_block_parent_class)->direction_changed (widget, before);
  g_clear_object (&FF_WEEK_BLOCK (widget)->layout);
}

static gboolean
ff_week_block_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean by_keyboard,
                             GtkTooltip *tooltip)
{
  FfWeekBlock *self = FF_WEEK_BLOCK (widget);

  if (self->kind != FF_WEEK_BLOCK_MEETING)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->label);
  return TRUE;
}

static void
ff_week_block_dispose (GObject *object)
{
  FfWeekBlock *self = FF_WEEK_BLOCK (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (ff_week_block_parent_class)->dispose (object);
}

static void
ff_week_block_class_init (FfWeekBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = ff_week_block_dispose;
  widget_class->snapshot = ff_week_block_snapshot;
  widget_class->css_changed = ff_week_block_css_changed;
  widget_class->system_setting_changed = ff_week_block_system_setting_changed;
  widget_class->direction_changed = ff_week_block_direction_changed;
  widget_class->query_tooltip = ff_week_block_query_tooltip;

  activate_signal
      = g_signal_new ("activate", FF_TYPE_WEEK_BLOCK, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  /* There is nothing in a block but its menu. */
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "week-block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
ff_week_block_init (FfWeekBlock *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ff_week_block_new:
 *
 * Returns: (transfer floating): a block that shows nothing yet
 */
GtkWidget *
ff_week_block_new (void)
{
  return g_object_new (FF_TYPE_WEEK_BLOCK, NULL);
}

static void
show_kind (FfWeekBlock *self)
{
  const char *classes[4] = { NULL };
  guint n = 0;

  switch (self->kind)
    {
    case FF_WEEK_BLOCK_MORE:
      classes[n++] = "more";
      break;

    case FF_WEEK_BLOCK_SLOT:
      classes[n++] = "slot";
      break;

    case FF_WEEK_BLOCK_GHOST:
      classes[n++] = "ghost";
      break;

    case FF_WEEK_BLOCK_MEETING:
    default:
      if (standing_classes[ff_occurrence_get_standing (self->occurrence)] != NULL)
        classes[n++] = standing_classes[ff_occurrence_get_standing (self->occurrence)];
    }
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

/**
 * ff_week_block_show:
 * @self: a block
 * @kind: what it is
 * @occurrence: (nullable): the date that it shows; a meeting or one on its way has one
 * @time: when, as a word before the title, or ""
 * @title: what it is called, or ""
 * @detail: what stands under the title, or ""
 * @label: all of it, as its accessible name and tooltip
 */
void
ff_week_block_show (FfWeekBlock *self,
                    FfWeekBlockKind kind,
                    FfOccurrence *occurrence,
                    const char *time,
                    const char *title,
                    const char *detail,
                    const char *label)
{
  g_return_if_fail (FF_IS_WEEK_BLOCK (self));
  g_return_if_fail (occurrence != NULL || kind != FF_WEEK_BLOCK_MEETING);

  self->kind = kind;
  g_set_object (&self->occurrence, occurrence);
  g_set_str (&self->time, time);
  g_set_str (&self->title, title);
  g_set_str (&self->detail, detail);
  if (g_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  show_kind (self);
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_week_block_get_kind:
 * @self: a block
 *
 * Returns: what it is
 */
FfWeekBlockKind
ff_week_block_get_kind (FfWeekBlock *self)
{
  g_return_val_if_fail (FF_IS_WEEK_BLOCK (self), FF_WEEK_BLOCK_SLOT);

  return self->kind;
}

/**
 * ff_week_block_get_occurrence:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): the date that it shows
 */
FfOccurrence *
ff_week_block_get_occurrence (FfWeekBlock *self)
{
  g_return_val_if_fail (FF_IS_WEEK_BLOCK (self), NULL);

  return self->occurrence;
}

/**
 * ff_week_block_get_label:
 * @self: a block
 *
 * Returns: (transfer none): what a screen reader says for it
 */
const char *
ff_week_block_get_label (FfWeekBlock *self)
{
  g_return_val_if_fail (FF_IS_WEEK_BLOCK (self), NULL);

  return self->label;
}
