/* ff-present-window.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A handout on a screen that a whole meeting looks at, to be filled in together.
 */

#include "ff-config.h"

#include "ff-present-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-toast.h"

#define ZOOM_STEP 1.25
#define MOST_SCALE 8.0 /* pixels a point */
#define TYPING_PAUSE_MS 120

typedef enum
{
  PROP_EXAMPLE = 1,
  PROP_HIDDEN,
  PROP_OVERVIEW,
} FfPresentWindowProps;

static GParamSpec *properties[PROP_OVERVIEW + 1];

G_DEFINE_FINAL_TYPE (FfPresentWindow, ff_present_window, ADW_TYPE_WINDOW)

/* --- Pages --- */

guint
ff_present_window_get_n_pages (FfPresentWindow *self)
{
  return self->is_example ? ff_sheet_get_n_pages (self->example) - self->first_of_example
                          : ff_sheet_get_n_pages (self->sheet);
}

guint
ff_present_window_get_page (FfPresentWindow *self)
{
  return self->is_example ? self->page_of_example : self->page;
}

void
ff_present_window_show_page_on (FfPresentWindow *self, FfSlide *slide, guint page)
{
  if (self->is_example)
    ff_slide_set_sheet (slide, self->example, self->first_of_example + page);
  else
    ff_slide_set_sheet (slide, self->sheet, page);
}

static void
update_actions (FfPresentWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_slide = !self->is_hidden && !self->is_overview;
  gboolean is_writable = is_slide && !self->is_example;

  gtk_widget_action_set_enabled (widget, "present.previous",
                                 is_slide && ff_present_window_get_page (self) > 0);
  gtk_widget_action_set_enabled (
      widget, "present.next",
      is_slide && ff_present_window_get_page (self) + 1 < ff_present_window_get_n_pages (self));
  gtk_widget_action_set_enabled (widget, "present.overview", !self->is_hidden);
  gtk_widget_action_set_enabled (widget, "present.example",
                                 !self->is_hidden
                                     && ff_handout_get_example (self->handout) != NULL);
  gtk_widget_action_set_enabled (widget, "present.undo",
                                 is_writable && ff_board_can_undo (self->board));
  gtk_widget_action_set_enabled (widget, "present.redo",
                                 is_writable && ff_board_can_redo (self->board));
  gtk_widget_action_set_enabled (widget, "present.clear",
                                 is_writable
                                     && !ff_answers_is_empty (ff_board_get_answers (self->board)));
  gtk_widget_action_set_enabled (widget, "present.zoom-in", is_slide);
  gtk_widget_action_set_enabled (widget, "present.zoom-out", is_slide);
  gtk_widget_action_set_enabled (widget, "present.zoom-fit", is_slide);
}

static void
tell_page (FfPresentWindow *self)
{
  guint page = ff_present_window_get_page (self) + 1,
        n_pages = ff_present_window_get_n_pages (self);
  /* Translators: the first number is the page that is shown, the second how many there are */
  g_autofree char *text
      = g_strdup_printf (self->is_example ? _ ("Example %u / %u") : _ ("%u / %u"), page, n_pages);
  g_autofree char *spoken
      = g_strdup_printf (self->is_example ? _ ("Example, page %u of %u") : _ ("Page %u of %u"),
                         page, n_pages);

  gtk_label_set_text (self->pages_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pages_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slide), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
ff_present_window_show_page (FfPresentWindow *self)
{
  ff_present_window_show_page_on (self, self->slide, ff_present_window_get_page (self));
  tell_page (self);
  update_actions (self);
}

void
ff_present_window_turn (FfPresentWindow *self, guint page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->is_example)
    self->page_of_example = page;
  else
    self->page = page;
  ff_present_window_show_page (self);
  /* A button that turns pages is perhaps pressed again. */
  if ((focus == NULL || !gtk_widget_is_ancestor (focus, self->pages_box))
      && !ff_slide_focus_key (self->slide, NULL))
    gtk_widget_grab_focus (self->pages_button);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->slide), gtk_label_get_text (self->pages_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
previous_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_present_window_turn (FF_PRESENT_WINDOW (widget),
                          ff_present_window_get_page (FF_PRESENT_WINDOW (widget)) - 1);
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_present_window_turn (FF_PRESENT_WINDOW (widget),
                          ff_present_window_get_page (FF_PRESENT_WINDOW (widget)) + 1);
}

/* --- What is written --- */

/* The place may have gone on to another page when the rooms before it grew. */
static guint
find_page (FfSheet *sheet, const char *key, guint page)
{
  gsize n_areas;
  const FfSheetArea *areas = ff_sheet_get_areas (sheet, &n_areas);
  guint found = G_MAXUINT;

  for (gsize i = 0; i < n_areas && key != NULL; i++)
    if (g_str_equal (areas[i].key, key) && (found == G_MAXUINT || areas[i].page == page))
      found = areas[i].page;
  return MIN (found != G_MAXUINT ? found : page, ff_sheet_get_n_pages (sheet) - 1);
}

void
ff_present_window_make_slides (FfPresentWindow *self, const char *key, guint page)
{
  g_clear_object (&self->sheet);
  self->sheet = ff_present_paper_make_slides (self->paper, self->is_upright,
                                              ff_board_get_answers (self->board));
  self->page = find_page (self->sheet, key, page);
}

static void
lay_out (FfPresentWindow *self)
{
  g_autofree char *key = g_strdup (ff_slide_get_key (self->slide));

  ff_present_window_make_slides (self, key, self->page);
  ff_present_window_show_page (self);
}

static gboolean
layout_due_cb (gpointer data)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (data);

  self->layout_id = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

/* A mark shows in the next frame. Letters show where they are typed, and the paper follows in a pause. */
static void
changed_cb (FfPresentWindow *self, gboolean typing)
{
  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (typing)
    self->layout_id = g_timeout_add (TYPING_PAUSE_MS, layout_due_cb, self);
  else
    self->layout_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, layout_due_cb, self, NULL);
  update_actions (self);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_board_undo (FF_PRESENT_WINDOW (widget)->board);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_board_redo (FF_PRESENT_WINDOW (widget)->board);
}

/* Unless something was written since. */
static void
undo_clear (gpointer data)
{
  if (ff_answers_is_empty (ff_board_get_answers (data)))
    ff_board_undo (data);
}

static void
clear_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);

  ff_board_clear (self->board);
  ff_toast_undo (widget, _ ("The sheet is empty"), undo_clear, g_object_ref (self->board),
                 g_object_unref);
}

/* --- How it is shown --- */

/* The first frame lays the larger page out, the next one knows where things are on it. */
static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (self->frames_to_scroll-- > 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->slide))
    gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_parent (GTK_WIDGET (self->slide))), focus,
                            NULL);
  return G_SOURCE_REMOVE;
}

/* Where people are writing stays in sight. */
static void
zoom (FfPresentWindow *self, double scale)
{
  ff_slide_set_scale (self->slide, scale);
  self->frames_to_scroll = 1;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

static void
zoom_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);

  zoom (self, MIN (ff_slide_get_scale (self->slide) * ZOOM_STEP, MOST_SCALE));
}

static void
zoom_out_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);

  zoom (self, ff_slide_get_scale (self->slide) / ZOOM_STEP);
}

static void
zoom_fit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  zoom (FF_PRESENT_WINDOW (widget), 0);
}

void
ff_present_window_show_what_fits (FfPresentWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, self->is_hidden     ? "hidden"
                                                 : self->is_overview ? "overview"
                                                                     : "slide");
  /* Nor does the title say what a meeting works at. */
  gtk_window_set_title (GTK_WINDOW (self),
                        self->is_hidden ? _ ("Fourfold") : ff_handout_get_title (self->handout));
  update_actions (self);
}

void
ff_present_window_make_example (FfPresentWindow *self)
{
  g_clear_object (&self->example);
  self->example
      = ff_present_paper_make_example (self->paper, self->is_upright, &self->first_of_example);
}

static void
set_example (FfPresentWindow *self, gboolean is_example)
{
  if (self->is_example == is_example)
    return;
  if (self->example == NULL)
    ff_present_window_make_example (self);
  self->is_example = is_example;
  ff_present_window_show_page (self);
  ff_present_window_fill_overview (self);
  if (!is_example)
    ff_slide_focus_key (self->slide, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXAMPLE]);
}

static void
set_hidden (FfPresentWindow *self, gboolean is_hidden)
{
  if (self->is_hidden == is_hidden)
    return;
  if (is_hidden)
    g_set_str (&self->key, ff_slide_get_key (self->slide));
  self->is_hidden = is_hidden;
  ff_present_window_show_what_fits (self);
  if (is_hidden)
    gtk_widget_grab_focus (self->show_button);
  else if (!ff_slide_focus_key (self->slide, self->key))
    ff_slide_focus_key (self->slide, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

static void
ff_present_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (ff_present_window_parent_class)
      ->size_allocate (widget, width, height, baseline);
  ff_present_window_turn_if_narrow (FF_PRESENT_WINDOW (widget));
}

static void
escape_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (widget);

  if (self->is_overview && !self->is_hidden)
    ff_present_window_set_overview (self, FALSE);
  else if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* --- On paper, or gone --- */

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_keeping_save (FF_PRESENT_WINDOW (widget)->keeping);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_keeping_print (FF_PRESENT_WINDOW (widget)->keeping);
}

static gboolean
ff_present_window_close_request (GtkWindow *window)
{
  if (!ff_present_window_may_close (FF_PRESENT_WINDOW (window)))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (ff_present_window_parent_class)->close_request (window);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* --- The window --- */

static void
ff_present_window_dispose (GObject *object)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (object);

  if (self->copied != NULL)
    ff_copied_forget (self->copied);
  g_clear_object (&self->copied);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_PRESENT_WINDOW);
  g_clear_object (&self->example);
  g_clear_object (&self->sheet);
  g_clear_object (&self->keeping);
  g_clear_object (&self->board);
  g_clear_object (&self->paper);
  g_clear_object (&self->handout);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (ff_present_window_parent_class)->dispose (object);
}

static void
ff_present_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (object);

  switch ((FfPresentWindowProps) prop_id)
    {
    case PROP_EXAMPLE:
      g_value_set_boolean (value, self->is_example);
      break;

    case PROP_HIDDEN:
      g_value_set_boolean (value, self->is_hidden);
      break;

    case PROP_OVERVIEW:
      g_value_set_boolean (value, self->is_overview);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_present_window_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  FfPresentWindow *self = FF_PRESENT_WINDOW (object);

  switch ((FfPresentWindowProps) prop_id)
    {
    case PROP_EXAMPLE:
      set_example (self, g_value_get_boolean (value));
      break;

    case PROP_HIDDEN:
      set_hidden (self, g_value_get_boolean (value));
      break;

    case PROP_OVERVIEW:
      ff_present_window_set_overview (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *klass)
{
  const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "present.previous", previous_action }, { "present.next", next_action },
    { "present.undo", undo_action },         { "present.redo", redo_action },
    { "present.clear", clear_action },       { "present.zoom-in", zoom_in_action },
    { "present.zoom-out", zoom_out_action }, { "present.zoom-fit", zoom_fit_action },
    { "present.save", save_action },         { "present.print", print_action },
    { "present.escape", escape_action },     { "present.close", close_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_property_action (klass, "present.example", "example");
  gtk_widget_class_install_property_action (klass, "present.hidden", "hidden");
  gtk_widget_class_install_property_action (klass, "present.overview", "overview");
  gtk_widget_class_install_property_action (klass, "present.fullscreen", "fullscreened");
}

static void
ff_present_window_class_init (FfPresentWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ff_present_window_dispose;
  object_class->get_property = ff_present_window_get_property;
  object_class->set_property = ff_present_window_set_property;
  widget_class->size_allocate = ff_present_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = ff_present_window_close_request;

  properties[PROP_EXAMPLE] = g_param_spec_boolean ("example", NULL, NULL, FALSE, flags);
  properties[PROP_HIDDEN] = g_param_spec_boolean ("hidden", NULL, NULL, FALSE, flags);
  properties[PROP_OVERVIEW] = g_param_spec_boolean ("overview", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (FF_TYPE_SLIDE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-present-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, slide);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, pages_label);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, pages_box);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, pages_button);
  gtk_widget_class_bind_template_child (widget_class, FfPresentWindow, show_button);
  gtk_widget_class_bind_template_callback_full (widget_class, "page_chosen_cb",
                                                G_CALLBACK (ff_present_window_page_chosen));
  install_actions (widget_class);
}

static void
ff_present_window_init (FfPresentWindow *self)
{
  self->board = ff_board_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_slide_set_board (self->slide, self->board);
  ff_slide_set_scale (self->slide, FF_PRESENT_LEAST_SCALE);
  self->copied = ff_copied_new (GTK_WINDOW (self));
  g_signal_connect_object (self->board, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ff_present_window_new:
 * @context: what a view is handed
 * @group: (nullable): the group whose name stands on what is printed
 * @handout: what to show
 *
 * Returns: (transfer none): a window that fills the screen once it is presented; owned by GTK
 */
GtkWindow *
ff_present_window_new (FfContext *context, FfGroup *group, FfHandout *handout)
{
  g_return_val_if_fail (FF_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (FF_IS_HANDOUT (handout), NULL);

  GApplication *application = g_application_get_default ();
  FfPresentWindow *self = g_object_new (FF_TYPE_PRESENT_WINDOW, NULL);

  if (GTK_IS_APPLICATION (application))
    gtk_window_set_application (GTK_WINDOW (self), GTK_APPLICATION (application));
  self->handout = g_object_ref (handout);
  self->paper = ff_present_paper_new (context, group, handout);
  self->keeping = ff_keeping_new (GTK_WIDGET (self->stack), self->paper, self->board,
                                  ff_handout_get_title (handout));
  lay_out (self);
  ff_present_window_show_what_fits (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}

/**
 * ff_present_window_may_close:
 * @self: the window
 *
 * Asks what is to become of what is written, where there is anything that is not kept.
 *
 * Returns: whether nothing would be lost
 */
gboolean
ff_present_window_may_close (FfPresentWindow *self)
{
  g_return_val_if_fail (FF_IS_PRESENT_WINDOW (self), TRUE);

  return ff_keeping_may_close (self->keeping);
}
