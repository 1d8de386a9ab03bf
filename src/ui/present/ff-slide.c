/* ff-slide.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of a sheet, as large as its room allows, to be written on.
 */

#include "ff-config.h"

#include "ff-slide.h"

#include <math.h>

#include "ff-slide-keys.h"
#include "ff-slide-mark.h"
#include "ff-slide-text.h"

#define MARGIN 6 /* around the paper, for its shadow and for the ring around what has the focus */

struct _FfSlide
{
  GtkWidget parent_instance;

  FfBoard *board; /* (nullable) */
  FfSheet *sheet; /* (nullable) */
  guint page;
  double wanted_scale;     /* 0: what fits */
  GPtrArray *places;       /* (element-type GtkWidget): in reading order; the slide's children */
  GArray *areas;           /* (element-type FfSheetArea): where each of them is */
  GtkCssProvider *letters; /* the size of what is written, which follows the scale */
  double scale_of_letters;
};

G_DEFINE_FINAL_TYPE (FfSlide, ff_slide, GTK_TYPE_WIDGET)

/* --- Where things are --- */

static void
get_origin (FfSlide *self, double scale, double *x, double *y)
{
  double width, height;

  ff_sheet_get_page_size (self->sheet, &width, &height);
  *x = floor ((gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2);
  *y = floor ((gtk_widget_get_height (GTK_WIDGET (self)) - height * scale) / 2);
}

/* In tenths of a point. */
static guint
size_of_letters (const FfSheetArea *area)
{
  return (guint) lround (area->font_size * 10);
}

static void
scale_letters (FfSlide *self, double scale)
{
  g_autoptr (GString) css = g_string_new (NULL);
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);

  if (ABS (self->scale_of_letters - scale) < 0.001)
    return;
  self->scale_of_letters = scale;
  for (guint i = 0; i < self->areas->len; i++)
    {
      const FfSheetArea *area = &g_array_index (self->areas, FfSheetArea, i);
      guint size = size_of_letters (area);
      char pixels[G_ASCII_DTOSTR_BUF_SIZE];

      if (area->kind != FF_AREA_TEXT || !g_hash_table_add (sizes, GUINT_TO_POINTER (size)))
        continue;
      g_ascii_formatd (pixels, sizeof pixels, "%.2f", size / 10.0 * scale);
      g_string_append_printf (css, "#%s textview.letters-%u { font-size: %spx; }\n",
                              gtk_widget_get_name (GTK_WIDGET (self)), size, pixels);
    }
  gtk_css_provider_load_from_string (self->letters, css->str);
}

static void
ff_slide_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfSlide *self = FF_SLIDE (widget);
  double scale = ff_slide_get_scale (self);
  double x, y;

  if (self->sheet == NULL)
    return;
  get_origin (self, scale, &x, &y);
  scale_letters (self, scale);
  for (guint i = 0; i < self->places->len; i++)
    {
      const FfSheetArea *area = &g_array_index (self->areas, FfSheetArea, i);
      GtkWidget *place = g_ptr_array_index (self->places, i);
      GtkAllocation at = { (int) lround (x + area->x * scale), (int) lround (y + area->y * scale),
                           MAX (1, (int) lround (area->width * scale)),
                           MAX (1, (int) lround (area->height * scale)) };
      int least_width, least_height;

      gtk_widget_measure (place, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      at.width = MAX (at.width, least_width);
      gtk_widget_measure (place, GTK_ORIENTATION_VERTICAL, at.width, &least_height, NULL, NULL,
                          NULL);
      /* Letters stand on the line that is drawn for them. */
      if (area->kind == FF_AREA_TEXT && !area->multiline && least_height < at.height)
        at.y += at.height - least_height;
      at.height = area->kind == FF_AREA_TEXT && !area->multiline ? least_height
                                                                 : MAX (at.height, least_height);
      gtk_widget_size_allocate (place, &at, -1);
    }
}

static void
ff_slide_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  FfSlide *self = FF_SLIDE (widget);
  double width = 0, height = 0, length;

  if (self->sheet != NULL)
    ff_sheet_get_page_size (self->sheet, &width, &height);
  length = (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->wanted_scale;
  *minimum = *natural = (int) ceil (length) + 2 * MARGIN;
}

static void
ff_slide_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfSlide *self = FF_SLIDE (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.4f };
  double scale = ff_slide_get_scale (self);
  double width, height, x, y;
  GskRoundedRect outline;
  cairo_t *cr;

  if (self->sheet == NULL || scale <= 0)
    return;

  ff_sheet_get_page_size (self->sheet, &width, &height);
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)), 0);
  get_origin (self, scale, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 5);
  gtk_snapshot_append_color (snapshot, &white, &outline.bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &outline.bounds);
  cairo_scale (cr, scale, scale);
  ff_sheet_draw_page (self->sheet, self->page, cr);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
  for (guint i = 0; i < self->places->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->places, i), snapshot);
}

/* --- The places to write and mark --- */

static void
written_cb (FfSlide *self, FfSlideText *place)
{
  g_autofree char *text = ff_slide_text_get_text (place);

  ff_board_type (self->board, ff_slide_text_get_key (place), text);
}

/* What is marked already loses its mark. */
static void
pressed_cb (FfSlide *self, FfSlideMark *place)
{
  ff_board_mark (self->board, ff_slide_mark_get_key (place),
                 ff_slide_mark_is_marked (place) ? NULL : ff_slide_mark_get_option (place));
}

/* What stands on a wheel's spoke for now or for what is wanted looks as the lines that the legend tells them by. */
static void
mark_level (FfSlide *self, const FfSheetArea *area, GtkWidget *mark)
{
  gsize n_boxes;
  const FfSheetBox *boxes = ff_sheet_get_boxes (self->sheet, &n_boxes);

  for (gsize i = 0; i < n_boxes; i++)
    if (boxes[i].kind == FF_BLOCK_WHEEL && boxes[i].role == FF_SHEET_BOX_BLOCK
        && boxes[i].page == area->page && area->y >= boxes[i].y
        && area->y < boxes[i].y + boxes[i].height)
      {
        gtk_widget_add_css_class (mark, g_str_has_suffix (area->key, "/1") ? "wanted" : "now");
        return;
      }
}

static GtkWidget *
make_place (FfSlide *self, const FfSheetArea *area)
{
  GtkWidget *place;

  if (area->kind != FF_AREA_TEXT)
    {
      place = ff_slide_mark_new (area);
      mark_level (self, area, place);
      g_signal_connect_object (place, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
    }
  else
    {
      g_autofree char *letters = g_strdup_printf ("letters-%u", size_of_letters (area));

      place = ff_slide_text_new (area);
      gtk_widget_add_css_class (place, letters);
      g_signal_connect_object (place, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (place, "left", G_CALLBACK (ff_board_pause), self->board,
                               G_CONNECT_SWAPPED);
    }
  return place;
}

static void
show_answer (FfSlide *self, GtkWidget *place)
{
  FfAnswers *answers = ff_board_get_answers (self->board);

  if (FF_IS_SLIDE_TEXT (place))
    ff_slide_text_set_text (FF_SLIDE_TEXT (place),
                            ff_answers_get (answers,
                                            ff_slide_text_get_key (FF_SLIDE_TEXT (place))));
  else
    ff_slide_mark_set_marked (
        FF_SLIDE_MARK (place),
        g_strcmp0 (ff_answers_get (answers, ff_slide_mark_get_key (FF_SLIDE_MARK (place))),
                   ff_slide_mark_get_option (FF_SLIDE_MARK (place)))
            == 0);
}

/* At once, that the next key finds it; the paper follows. */
static void
board_changed_cb (FfSlide *self)
{
  for (guint i = 0; i < self->places->len; i++)
    show_answer (self, g_ptr_array_index (self->places, i));
}

static char *
name_place (const FfSheetArea *area)
{
  return g_strdup_printf ("%u %s %s %s", area->kind, area->key,
                          area->option != NULL ? area->option : "", area->label);
}

/* A place that is there before and after stays the same widget, with its focus and its cursor. */
static void
update_places (FfSlide *self)
{
  g_autoptr (GHashTable) earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer place;
  gsize n_areas;
  const FfSheetArea *areas = ff_sheet_get_areas (self->sheet, &n_areas);

  for (guint i = 0; i < self->places->len; i++)
    g_hash_table_insert (earlier, name_place (&g_array_index (self->areas, FfSheetArea, i)),
                         g_ptr_array_index (self->places, i));
  g_ptr_array_set_size (self->places, 0);
  g_array_set_size (self->areas, 0);
  for (gsize i = 0; i < n_areas && self->board != NULL; i++)
    {
      g_autofree char *name = name_place (&areas[i]);

      if (areas[i].page != self->page)
        continue;
      place = g_hash_table_lookup (earlier, name);
      if (place != NULL)
        g_hash_table_remove (earlier, name);
      else
        place = make_place (self, &areas[i]);
      gtk_widget_insert_before (place, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->places, place);
      g_array_append_val (self->areas, areas[i]);
      show_answer (self, place);
    }
  g_hash_table_iter_init (&iter, earlier);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    gtk_widget_unparent (place);
}

/* Not the child that had the focus when it was last here. */
static GtkWidget *
find_focus (FfSlide *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self) ? focus : NULL;
}

static gboolean
ff_slide_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfSlide *self = FF_SLIDE (widget);

  return ff_slide_keys_move_focus (self->places, find_focus (self), direction);
}

static gboolean
key_pressed_cb (FfSlide *self,
                guint key,
                guint code,
                GdkModifierType modifiers,
                GtkEventController *controller)
{
  GtkWidget *focus = find_focus (self);

  if (!FF_IS_SLIDE_MARK (focus) || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  return ff_slide_keys_press (self->board, self->places, self->areas, FF_SLIDE_MARK (focus), key);
}

static void
ff_slide_dispose (GObject *object)
{
  FfSlide *self = FF_SLIDE (object);

  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->places, i));
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  if (self->letters != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->letters));
  g_clear_object (&self->letters);
  g_clear_object (&self->sheet);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (ff_slide_parent_class)->dispose (object);
}

static void
ff_slide_class_init (FfSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_slide_dispose;
  widget_class->focus = ff_slide_focus;
  widget_class->measure = ff_slide_measure;
  widget_class->size_allocate = ff_slide_size_allocate;
  widget_class->snapshot = ff_slide_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ff_slide_init (FfSlide *self)
{
  static guint last;
  g_autofree char *name = g_strdup_printf ("slide-%u", ++last);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->places = g_ptr_array_new ();
  self->areas = g_array_new (FALSE, FALSE, sizeof (FfSheetArea));
  self->letters = gtk_css_provider_new ();
  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->letters),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * ff_slide_new:
 *
 * Returns: (transfer floating): a slide without paper
 */
GtkWidget *
ff_slide_new (void)
{
  return g_object_new (FF_TYPE_SLIDE, NULL);
}

/**
 * ff_slide_set_board:
 * @self: the slide
 * @writing: what is written on its sheets
 *
 * Lets people write on it; without, it is only to be looked at.
 */
void
ff_slide_set_board (FfSlide *self, FfBoard *board)
{
  g_return_if_fail (FF_IS_SLIDE (self));
  g_return_if_fail (FF_IS_BOARD (board));
  g_return_if_fail (self->board == NULL);

  self->board = g_object_ref (board);
  g_signal_connect_object (board, "changed", G_CALLBACK (board_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_slide_set_sheet:
 * @self: the slide
 * @sheet: what it shows
 * @page: which page of it, from 0
 */
void
ff_slide_set_sheet (FfSlide *self, FfSheet *sheet, guint page)
{
  g_return_if_fail (FF_IS_SLIDE (self));
  g_return_if_fail (FF_IS_SHEET (sheet));
  g_return_if_fail (page < ff_sheet_get_n_pages (sheet));

  g_autoptr (FfSheet) former = self->sheet; /* whose strings the areas' are */

  self->sheet = g_object_ref (sheet);
  self->page = page;
  update_places (self);
  self->scale_of_letters = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ff_slide_set_scale:
 * @self: the slide
 * @scale: in pixels a point at least; 0 for what fits the room that it is given
 */
void
ff_slide_set_scale (FfSlide *self, double scale)
{
  g_return_if_fail (FF_IS_SLIDE (self));
  g_return_if_fail (scale >= 0);

  self->wanted_scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ff_slide_get_scale:
 * @self: the slide
 *
 * Returns: how many pixels a point of the paper has now; 0 before it has a place
 */
double
ff_slide_get_scale (FfSlide *self)
{
  double width, height;

  g_return_val_if_fail (FF_IS_SLIDE (self), 0);

  if (self->sheet == NULL)
    return 0;

  ff_sheet_get_page_size (self->sheet, &width, &height);
  return MAX (0, MIN ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / width,
                      (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN) / height));
}

/**
 * ff_slide_get_key:
 * @self: the slide
 *
 * Returns: (nullable): the key of the answer where the focus is
 */
const char *
ff_slide_get_key (FfSlide *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (FF_IS_SLIDE (self), NULL);

  focus = find_focus (self);
  if (FF_IS_SLIDE_TEXT (focus))
    return ff_slide_text_get_key (FF_SLIDE_TEXT (focus));
  return FF_IS_SLIDE_MARK (focus) ? ff_slide_mark_get_key (FF_SLIDE_MARK (focus)) : NULL;
}

/**
 * ff_slide_focus_key:
 * @self: the slide
 * @key: (nullable): of an answer; %NULL for the first place on the page
 *
 * Returns: whether there is such a place, which has the focus now
 */
gboolean
ff_slide_focus_key (FfSlide *self, const char *key)
{
  g_return_val_if_fail (FF_IS_SLIDE (self), FALSE);

  for (guint i = 0; i < self->places->len; i++)
    if (key == NULL || g_str_equal (g_array_index (self->areas, FfSheetArea, i).key, key))
      return ff_slide_keys_focus_group (self->places, i);
  return FALSE;
}
