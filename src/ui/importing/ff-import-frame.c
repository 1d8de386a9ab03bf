/* ff-import-frame.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every dialog that takes a file in shows: that it is being read, what is asked, what it would do, or why nothing was done.
 */

#include "ff-config.h"

#include "ff-import-frame.h"

#include <glib/gi18n-lib.h>

#include "ff-undoable.h"

#define PROGRESS_INTERVAL 100 /* ms */
#define ROWS_MADE 250 /* more than a list view makes rows for, however many items there are */
#define ROWS_A_FRAME 20
#define ITEMS_A_FRAME 1000

struct _FfImportFrame
{
  AdwBin parent_instance;

  GtkWidget *questions;        /* (nullable) */
  GtkWidget *options;          /* (nullable) */
  GtkListItemFactory *factory; /* (nullable) */
  GListStore *items;
  GPtrArray *listing;        /* (nullable): what @items becomes */
  GCancellable *cancellable; /* (nullable): of what is under way */
  const int *permille;       /* (nullable): atomic, of what is under way */
  GtkWidget *window;         /* weak: where the toast goes */
  guint progress_source;
  guint listing_tick;

  GtkStack *stack;
  GtkLabel *working_label;
  GtkProgressBar *progress_bar;
  AdwStatusPage *trouble_page;
  GtkLabel *file_label;
  GtkLabel *counts_label;
  GtkLabel *note_label;
};

typedef enum
{
  PROP_PAGE = 1,
  PROP_QUESTIONS,
  PROP_OPTIONS,
  PROP_FACTORY,
  PROP_ITEMS,
} FfImportFrameProps;

static GParamSpec *properties[PROP_ITEMS + 1];

G_DEFINE_FINAL_TYPE (FfImportFrame, ff_import_frame, ADW_TYPE_BIN)

/* --- What is under way --- */

static gboolean
show_progress (gpointer data)
{
  FfImportFrame *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/**
 * ff_import_frame_begin:
 * @self: the frame
 * @text: what is under way
 * @permille: how far it is, set with g_atomic_int_set(); has to stay until ff_import_frame_end()
 *
 * Returns: (transfer none): what ends it, as its button does
 */
GCancellable *
ff_import_frame_begin (FfImportFrame *self, const char *text, int *permille)
{
  g_return_val_if_fail (FF_IS_IMPORT_FRAME (self), NULL);
  g_return_val_if_fail (permille != NULL, NULL);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (permille, 0);
  self->permille = permille;
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->working_label, text);
  ff_import_frame_show (self, "working");
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, self);
  return self->cancellable;
}

/**
 * ff_import_frame_end:
 * @self: the frame, also once it is disposed of
 *
 * What was under way is over; the page stays until another is shown.
 */
void
ff_import_frame_end (FfImportFrame *self)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
  self->permille = NULL;
}

/**
 * ff_import_frame_get_cancellable:
 * @self: the frame
 *
 * Returns: (transfer none) (nullable): what ends what is under way; %NULL where nothing is
 */
GCancellable *
ff_import_frame_get_cancellable (FfImportFrame *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_FRAME (self), NULL);

  return self->cancellable;
}

/**
 * ff_import_frame_cancel:
 * @self: the frame
 *
 * Ends what is under way, if anything is: nothing of it is done.
 */
void
ff_import_frame_cancel (FfImportFrame *self)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  g_cancellable_cancel (self->cancellable);
}

static void
cancel_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ff_import_frame_cancel (FF_IMPORT_FRAME (widget));
}

/* --- Pages --- */

/**
 * ff_import_frame_show:
 * @self: the frame
 * @page: “working”, “trouble”, “questions” or “plan”
 */
void
ff_import_frame_show (FfImportFrame *self, const char *page)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  gtk_stack_set_visible_child_name (self->stack, page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * ff_import_frame_show_trouble:
 * @self: the frame
 * @error: why nothing was done
 */
void
ff_import_frame_show_trouble (FfImportFrame *self, const GError *error)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));
  g_return_if_fail (error != NULL);

  adw_status_page_set_description (self->trouble_page, error->message);
  ff_import_frame_show (self, "trouble");
}

/* A list makes rows for the first items at once, which are few a frame, so that the window goes on. */
static gboolean
list_more (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  FfImportFrame *self = FF_IMPORT_FRAME (widget);
  GPtrArray *listing = self->listing;
  const guint listed = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const guint more = MIN (listed < ROWS_MADE ? ROWS_A_FRAME : ITEMS_A_FRAME, listing->len - listed);

  if (more > 0)
    g_list_store_splice (self->items, listed, 0, listing->pdata + listed, more);
  if (listed + more < listing->len)
    return G_SOURCE_CONTINUE;
  self->listing_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_listing (FfImportFrame *self)
{
  if (self->listing_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->listing_tick);
  self->listing_tick = 0;
  g_clear_pointer (&self->listing, g_ptr_array_unref);
}

/**
 * ff_import_frame_list:
 * @self: the frame
 * @items: (nullable) (element-type GObject): what the list shows; %NULL empties it at once
 */
void
ff_import_frame_list (FfImportFrame *self, GPtrArray *items)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  stop_listing (self);
  g_list_store_remove_all (self->items);
  if (items == NULL)
    return;
  self->listing = g_ptr_array_ref (items);
  if (list_more (GTK_WIDGET (self), NULL, NULL))
    self->listing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), list_more, NULL, NULL);
}

/**
 * ff_import_frame_set_counts:
 * @self: the frame
 * @counts: how much would be done, in words
 */
void
ff_import_frame_set_counts (FfImportFrame *self, const char *counts)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  gtk_label_set_text (self->counts_label, counts);
}

/**
 * ff_import_frame_set_note:
 * @self: the frame
 * @note: (nullable): what holds of many lines of the file, a sentence
 */
void
ff_import_frame_set_note (FfImportFrame *self, const char *note)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

/**
 * ff_import_frame_show_plan:
 * @self: the frame
 * @path: of the file
 * @format: its name
 * @items: (element-type GObject): what would be done, for the list
 */
void
ff_import_frame_show_plan (FfImportFrame *self,
                           const char *path,
                           const char *format,
                           GPtrArray *items)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  g_return_if_fail (FF_IS_IMPORT_FRAME (self));
  g_return_if_fail (path != NULL);

  name = g_filename_display_basename (path);
  /* Translators: the name of a file and of its format, such as “Meeting Guide JSON” */
  file = g_strdup_printf (_ ("“%1$s”, %2$s"), name, format);
  gtk_label_set_text (self->file_label, file);
  ff_import_frame_list (self, items);
  ff_import_frame_show (self, "plan");
}

/* --- In words --- */

/* @text: (transfer full) */
static void
add_count (GStrvBuilder *parts, guint n, char *text)
{
  if (n > 0)
    g_strv_builder_take (parts, text);
  else
    g_free (text);
}

/**
 * ff_import_frame_write_counts:
 * @added: (transfer full): how much is added, such as “3 meetings added”; "" for nothing
 * @changed: how many are changed
 * @undecided: how many somebody has to decide on
 * @same: how many stay as they are
 * @refused: how many cannot be taken in
 * @nothing: what is said where all of that is nought
 *
 * Returns: (transfer full): all of it in one line
 */
char *
ff_import_frame_write_counts (char *added,
                              guint changed,
                              guint undecided,
                              guint same,
                              guint refused,
                              const char *nothing)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  add_count (parts, *added != '\0', added);
  add_count (parts, changed,
             g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed));
  add_count (parts, undecided,
             g_strdup_printf (ngettext ("%u to decide", "%u to decide", undecided), undecided));
  add_count (parts, same,
             g_strdup_printf (ngettext ("%u stays as it is", "%u stay as they are", same), same));
  add_count (parts, refused,
             g_strdup_printf (ngettext ("%u cannot be taken in", "%u cannot be taken in", refused),
                              refused));
  all = g_strv_builder_end (parts);
  return all[0] != NULL ? g_strjoinv (" · ", all) : g_strdup (nothing);
}

/* --- Its window --- */

/**
 * ff_import_frame_get_window:
 * @self: the frame
 *
 * Returns: (transfer none) (nullable): the window that it was shown in last
 */
GtkWidget *
ff_import_frame_get_window (FfImportFrame *self)
{
  g_return_val_if_fail (FF_IS_IMPORT_FRAME (self), NULL);

  return self->window;
}

/**
 * ff_import_frame_tell_done:
 * @self: the frame
 * @store: where it was done
 * @step: what takes it back
 * @text: what was done
 */
void
ff_import_frame_tell_done (FfImportFrame *self, FfStore *store, guint64 step, const char *text)
{
  g_return_if_fail (FF_IS_IMPORT_FRAME (self));

  if (self->window != NULL)
    ff_undoable_tell (self->window, store, step, text);
}

/* The dialog goes before its toast is shown. */
static void
ff_import_frame_root (GtkWidget *widget)
{
  FfImportFrame *self = FF_IMPORT_FRAME (widget);

  GTK_WIDGET_CLASS (ff_import_frame_parent_class)->root (widget);
  g_set_weak_pointer (&self->window, GTK_WIDGET (gtk_widget_get_root (widget)));
}

/* --- The widget --- */

static void
ff_import_frame_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FfImportFrame *self = FF_IMPORT_FRAME (object);

  switch ((FfImportFrameProps) prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, gtk_stack_get_visible_child_name (self->stack));
      break;

    case PROP_QUESTIONS:
      g_value_set_object (value, self->questions);
      break;

    case PROP_OPTIONS:
      g_value_set_object (value, self->options);
      break;

    case PROP_FACTORY:
      g_value_set_object (value, self->factory);
      break;

    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_import_frame_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  FfImportFrame *self = FF_IMPORT_FRAME (object);

  switch ((FfImportFrameProps) prop_id)
    {
    case PROP_QUESTIONS:
      g_set_object (&self->questions, g_value_get_object (value));
      break;

    case PROP_OPTIONS:
      g_set_object (&self->options, g_value_get_object (value));
      break;

    case PROP_FACTORY:
      g_set_object (&self->factory, g_value_get_object (value));
      break;

    case PROP_PAGE:
    case PROP_ITEMS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ff_import_frame_dispose (GObject *object)
{
  FfImportFrame *self = FF_IMPORT_FRAME (object);

  ff_import_frame_cancel (self);
  ff_import_frame_end (self);
  stop_listing (self);
  g_clear_weak_pointer (&self->window);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_IMPORT_FRAME);
  g_clear_object (&self->questions);
  g_clear_object (&self->options);
  g_clear_object (&self->factory);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ff_import_frame_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, read);
  properties[PROP_QUESTIONS] = g_param_spec_object ("questions", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_OPTIONS] = g_param_spec_object ("options", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_FACTORY]
      = g_param_spec_object ("factory", NULL, NULL, GTK_TYPE_LIST_ITEM_FACTORY, both);
  properties[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ff_import_frame_class_init (FfImportFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ff_import_frame_dispose;
  object_class->get_property = ff_import_frame_get_property;
  object_class->set_property = ff_import_frame_set_property;
  widget_class->root = ff_import_frame_root;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-import-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, working_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, file_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, counts_label);
  gtk_widget_class_bind_template_child (widget_class, FfImportFrame, note_label);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
}

static void
ff_import_frame_init (FfImportFrame *self)
{
  self->items = g_list_store_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
}
