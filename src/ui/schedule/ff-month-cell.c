/* ff-month-cell.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day of the month: its number, and as many meetings as it has room for.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-month-cell.h"
#include "ff-week-words.h"

#define INSET 4
#define LINE_GAP 2
#define LINE_RADIUS 4
#define DOT 5
#define MOST_DOTS 3

/* Drawn by itself: six weeks have some two hundred lines, and a label for each would cost a frame. */
struct _FfMonthCell
{
  GtkWidget parent_instance;

  FfWallTime day;
  FfMonthDays *days;
  guint number;
  FfMonthCellState state;
  char *label;

  int line_height;
};

static guint activate_signal;

G_DEFINE_FINAL_TYPE (FfMonthCell, ff_month_cell, GTK_TYPE_WIDGET)

static int
get_line_height (FfMonthCell *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->line_height > 0)
    return self->line_height;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  pango_layout_get_pixel_size (layout, NULL, &self->line_height);
  return self->line_height;
}

/* The number of the day stands in a circle. */
static int
get_top (FfMonthCell *self)
{
  return INSET + get_line_height (self) + INSET + LINE_GAP;
}

static const FfMonthDay *
get_month_day (FfMonthCell *self)
{
  return self->days != NULL ? &self->days->days[self->number] : NULL;
}

/* How many lines there are; where not all have room, the last one says how many more there are. */
static guint
count_lines (FfMonthCell *self, guint *more)
{
  const FfMonthDay *day = get_month_day (self);
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - get_top (self);
  guint fit = (guint) MAX (room / (get_line_height (self) + LINE_GAP), 0);
  guint count = day != NULL ? day->count : 0;
  guint shown;

  *more = 0;
  fit = MIN (fit, FF_MONTH_LINES);
  if (self->state & FF_MONTH_CELL_COMPACT || fit == 0)
    return 0;
  if (count <= fit)
    return count;
  shown = fit - 1;
  *more = count - shown;
  return shown;
}

static int
find_line (FfMonthCell *self, double y)
{
  double line = (y - get_top (self)) / (get_line_height (self) + LINE_GAP);

  return line < 0 ? -1 : (int) line;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_round (GtkSnapshot *snapshot,
            double x,
            double y,
            double width,
            double height,
            double radius,
            const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (
      &rect, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height),
      (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

static gboolean
is_mirrored (FfMonthCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static GdkRGBA
get_accent (void)
{
  g_autoptr (GdkRGBA) accent
      = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());

  return *accent;
}

static void
draw_number (FfMonthCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (GDateTime) date = ff_format_from_wall_time (&self->day);
  g_autofree char *number = g_date_time_format (date, C_ ("day of the month", "%-d"));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  double size = get_line_height (self) + 2 * INSET - 2;
  double x = self->state & FF_MONTH_CELL_COMPACT ? (full - size) / 2 : INSET - 1;
  GdkRGBA accent = get_accent ();
  int width, height;

  if (is_mirrored (self))
    x = full - x - size;
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (self->state & FF_MONTH_CELL_TODAY)
    draw_round (snapshot, x, 1, size, size, size / 2, &accent);
  draw_layout (snapshot, layout, x + (size - width) / 2, 1 + (size - height) / 2,
               self->state & FF_MONTH_CELL_TODAY ? &(GdkRGBA) { 1, 1, 1, 1 } : color);
}

static void
draw_line (FfMonthCell *self,
           GtkSnapshot *snapshot,
           const char *text,
           FfOccurrence *occurrence,
           int y,
           const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET;
  GdkRGBA tint = get_accent ();
  GdkRGBA ink = *color;

  /* A Latin name in an Arabic window begins where all lines there begin. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, is_mirrored (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width - 2 * INSET, 1) * PANGO_SCALE);
  if (occurrence != NULL && ff_occurrence_get_cancelled (occurrence))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (layout, attributes);
      ink.alpha *= 0.7f;
    }
  else if (occurrence != NULL)
    {
      tint.alpha = 0.18f * color->alpha;
      draw_round (snapshot, INSET, y, width, get_line_height (self), LINE_RADIUS, &tint);
    }
  draw_layout (snapshot, layout, 2 * INSET, y, &ink);
}

static void
draw_lines (FfMonthCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const FfMonthDay *day = get_month_day (self);
  guint more;
  guint n_lines = count_lines (self, &more);
  int y = get_top (self);

  for (guint i = 0; i < n_lines; i++, y += get_line_height (self) + LINE_GAP)
    {
      const FfMonthLine *line = &g_array_index (day->lines, FfMonthLine, i);

      draw_line (self, snapshot, line->text, line->occurrence, y, color);
    }
  if (more > 0)
    {
      /* Translators: how many more meetings there are than have room, as in “+12” */
      g_autofree char *text = g_strdup_printf (C_ ("more", "+%u"), more);

      draw_line (self, snapshot, text, NULL, y, color);
    }
}

/* As many dots as meetings; more than three are counted. */
static void
draw_dots (FfMonthCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  guint count = ff_month_cell_get_count (self);
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  int y = get_top (self) + LINE_GAP;
  GdkRGBA accent = get_accent ();

  if (count > MOST_DOTS)
    {
      g_autofree char *text = g_strdup_printf ("%u", count);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      draw_layout (snapshot, layout, (full - width) / 2.0, y - LINE_GAP, color);
      return;
    }
  for (guint i = 0; i < count; i++)
    draw_round (snapshot, full / 2.0 + (i - count / 2.0) * (DOT + 2) + 1, y, DOT, DOT, DOT / 2.0,
                &accent);
}

static void
ff_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfMonthCell *self = FF_MONTH_CELL (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  draw_number (self, snapshot, &color);
  if (self->state & FF_MONTH_CELL_COMPACT)
    draw_dots (self, snapshot, &color);
  else
    draw_lines (self, snapshot, &color);
}

static void
ff_month_cell_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  FfMonthCell *self = FF_MONTH_CELL (widget);
  int line = get_line_height (self) + LINE_GAP;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_line_height (self) + 2 * INSET;
      return;
    }
  *minimum = *natural = get_top (self) + line + LINE_GAP;
  if (!(self->state & FF_MONTH_CELL_COMPACT))
    *natural += 3 * line;
}

static void
forget_text (FfMonthCell *self)
{
  self->line_height = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ff_month_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ff_month_cell_parent_class)->css_changed (widget, change);
  forget_text (FF_MONTH_CELL (widget));
}

static void
ff_month_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ff_month_cell_parent_class)->system_setting_changed (widget, setting);
  forget_text (FF_MONTH_CELL (widget));
}

/* What a line says is often cut off, and never says where. */
static gboolean
ff_month_cell_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean by_keyboard,
                             GtkTooltip *tooltip)
{
  FfMonthCell *self = FF_MONTH_CELL (widget);
  FfOccurrence *occurrence = by_keyboard ? NULL : ff_month_cell_find (self, y);
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;
  const FfMonthLine *line;

  if (occurrence == NULL)
    return FALSE;
  line = &g_array_index (get_month_day (self)->lines, FfMonthLine, find_line (self, y));
  detail = ff_week_words_detail (occurrence);
  text = *detail != '\0' ? g_strdup_printf ("%s\n%s", line->text, detail) : g_strdup (line->text);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
ff_month_cell_dispose (GObject *object)
{
  FfMonthCell *self = FF_MONTH_CELL (object);

  g_clear_pointer (&self->days, ff_month_days_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (ff_month_cell_parent_class)->dispose (object);
}

static void
ff_month_cell_class_init (FfMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->dispose = ff_month_cell_dispose;
  widget_class->snapshot = ff_month_cell_snapshot;
  widget_class->measure = ff_month_cell_measure;
  widget_class->css_changed = ff_month_cell_css_changed;
  widget_class->system_setting_changed = ff_month_cell_system_setting_changed;
  widget_class->query_tooltip = ff_month_cell_query_tooltip;

  activate_signal
      = g_signal_new ("activate", FF_TYPE_MONTH_CELL, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "month-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
ff_month_cell_init (FfMonthCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * ff_month_cell_new:
 *
 * Returns: (transfer floating): a day that shows nothing yet
 */
GtkWidget *
ff_month_cell_new (void)
{
  return g_object_new (FF_TYPE_MONTH_CELL, NULL);
}

/* "Tuesday 24 November, 3 meetings", and what the first of them are. */
static void
update_label (FfMonthCell *self)
{
  const FfMonthDay *day = get_month_day (self);
  g_autofree char *date = ff_week_words_day (&self->day);
  g_autofree char *count = ff_week_words_count (ff_month_cell_get_count (self));
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *label = NULL;

  /* Translators: a day of a month and what is on it, like “Tuesday 24 November, 3 meetings” */
  label = g_strdup_printf (C_ ("day of a month", "%1$s, %2$s"), date,
                           ff_month_cell_get_count (self) > 0 ? count : _ ("no meeting"));
  for (guint i = 0; day != NULL && i < MIN (day->lines->len, MOST_DOTS); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? _ (", ") : "",
                            g_array_index (day->lines, FfMonthLine, i).text);
  g_set_str (&self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, lines->str, -1);
}

/**
 * ff_month_cell_show:
 * @self: a day
 * @day: which one
 * @days: (nullable): what is on the days, or %NULL where that is not known yet
 * @number: which of @days it is
 */
void
ff_month_cell_show (FfMonthCell *self, const FfWallTime *day, FfMonthDays *days, guint number)
{
  g_return_if_fail (FF_IS_MONTH_CELL (self) && day != NULL && number < FF_DAYS_A_MONTH);

  self->day = *day;
  self->number = number;
  if (days != NULL)
    ff_month_days_ref (days);
  g_clear_pointer (&self->days, ff_month_days_unref);
  self->days = days;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_month_cell_set_state:
 * @self: a day
 * @state: how it stands among the others
 */
void
ff_month_cell_set_state (FfMonthCell *self, FfMonthCellState state)
{
  const char *classes[5] = { NULL };
  guint n = 0;

  g_return_if_fail (FF_IS_MONTH_CELL (self));

  if (state & FF_MONTH_CELL_OTHER)
    classes[n++] = "other";
  if (state & FF_MONTH_CELL_TODAY)
    classes[n++] = "today";
  if (state & FF_MONTH_CELL_CHOSEN)
    classes[n++] = "chosen";
  if (state & FF_MONTH_CELL_COMPACT)
    classes[n++] = "compact";
  if ((self->state ^ state) & FF_MONTH_CELL_COMPACT)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->state = state;
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_widget_set_focusable (GTK_WIDGET (self), (state & FF_MONTH_CELL_CHOSEN) != 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_month_cell_get_day:
 * @self: a day
 *
 * Returns: (transfer none): which one it is
 */
const FfWallTime *
ff_month_cell_get_day (FfMonthCell *self)
{
  g_return_val_if_fail (FF_IS_MONTH_CELL (self), NULL);

  return &self->day;
}

/**
 * ff_month_cell_get_count:
 * @self: a day
 *
 * Returns: how many meetings it has
 */
guint
ff_month_cell_get_count (FfMonthCell *self)
{
  const FfMonthDay *day;

  g_return_val_if_fail (FF_IS_MONTH_CELL (self), 0);

  day = get_month_day (self);
  return day != NULL ? day->count : 0;
}

/**
 * ff_month_cell_find:
 * @self: a day
 * @y: a height in it
 *
 * Returns: (transfer none) (nullable): the date whose line is there
 */
FfOccurrence *
ff_month_cell_find (FfMonthCell *self, double y)
{
  guint more;
  int line;

  g_return_val_if_fail (FF_IS_MONTH_CELL (self), NULL);

  line = find_line (self, y);
  if (line < 0 || line >= (int) count_lines (self, &more))
    return NULL;
  return g_array_index (get_month_day (self)->lines, FfMonthLine, line).occurrence;
}

/**
 * ff_month_cell_is_more:
 * @self: a day
 * @y: a height in it
 *
 * Returns: whether there stands how many more there are
 */
gboolean
ff_month_cell_is_more (FfMonthCell *self, double y)
{
  guint more;
  guint n_lines;

  g_return_val_if_fail (FF_IS_MONTH_CELL (self), FALSE);

  n_lines = count_lines (self, &more);
  return more > 0 && find_line (self, y) >= (int) n_lines;
}
