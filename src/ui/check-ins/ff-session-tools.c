/* ff-session-tools.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that a meeting worked with, and a quick way to add one.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-handout-library.h"
#include "ff-session-tools.h"

struct _FfSessionTools
{
  AdwBin parent_instance;

  FfSessionEditor *editor;
  FfProgramme *programme;
  FfHandoutLibrary *library;
  GStrv shown;

  AdwWrapBox *chips;
  GtkWidget *add_button;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (FfSessionTools, ff_session_tools, ADW_TYPE_BIN)

static const char *const *
get_used (FfSessionTools *self)
{
  return ff_session_get_handouts (ff_session_editor_get_session (self->editor));
}

/* --- Those that are used --- */

static void
on_remove_clicked (FfSessionTools *self, GtkButton *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  gtk_widget_grab_focus (self->add_button);
  ff_session_editor_set_handout (self->editor, id, FALSE);
  ff_session_tools_refresh (self);
}

static GtkWidget *
make_chip (FfSessionTools *self, const char *id)
{
  FfHandoutItem *item = ff_handout_library_find (self->library, id);
  const char *title = item != NULL ? ff_handout_item_get_title (item) : id;
  /* Translators: %s is the title of a tool, such as “Urge log” */
  g_autofree char *remove = g_strdup_printf (_ ("Take out “%s”"), title);
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  return chip;
}

/* --- Those that can be added --- */

static void
add_tool (FfSessionTools *self, GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  ff_session_editor_set_handout (self->editor, id, TRUE);
  gtk_popover_popdown (self->popover);
  ff_session_tools_refresh (self);
}

static void
row_activated_cb (FfSessionTools *self, GtkListBoxRow *row)
{
  add_tool (self, row);
}

static void
add_row (FfSessionTools *self, FfHandoutItem *item)
{
  GtkWidget *label = gtk_label_new (ff_handout_item_get_title (item));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (ff_handout_item_get_id (item)), g_free);
  gtk_list_box_append (self->rows, row);
}

static void
search_changed_cb (FfSessionTools *self)
{
  const char *const *handouts = ff_programme_get_handouts (self->programme);
  const char *words = gtk_editable_get_text (self->search_entry);

  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; handouts[i] != NULL; i++)
    {
      FfHandoutItem *item = ff_handout_library_find (self->library, handouts[i]);

      if (item != NULL && !g_strv_contains (get_used (self), handouts[i])
          && ff_handout_item_matches (item, words, NULL))
        add_row (self, item);
    }
}

/* Enter takes the first that is found. */
static void
search_activated_cb (FfSessionTools *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->rows, 0);
  if (row != NULL)
    add_tool (self, row);
}

static void
popover_shown_cb (FfSessionTools *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* --- The box --- */

static void
ff_session_tools_dispose (GObject *object)
{
  FfSessionTools *self = FF_SESSION_TOOLS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FF_TYPE_SESSION_TOOLS);
  g_clear_object (&self->library);
  g_clear_pointer (&self->shown, g_strfreev);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (ff_session_tools_parent_class)->dispose (object);
}

static void
ff_session_tools_class_init (FfSessionToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_session_tools_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               FF_RESOURCE_PREFIX "/ui/ff-session-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, FfSessionTools, chips);
  gtk_widget_class_bind_template_child (widget_class, FfSessionTools, add_button);
  gtk_widget_class_bind_template_child (widget_class, FfSessionTools, popover);
  gtk_widget_class_bind_template_child (widget_class, FfSessionTools, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FfSessionTools, rows);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ff_session_tools_init (FfSessionTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Titles may be different now. */
static void
on_listed (FfSessionTools *self)
{
  g_clear_pointer (&self->shown, g_strfreev);
  ff_session_tools_refresh (self);
}

/**
 * ff_session_tools_set_session:
 * @self: the tools
 * @context: what a view is handed
 * @editor: what the session is written with
 * @programme: whose tools are offered
 *
 * To be called once.
 */
void
ff_session_tools_set_session (FfSessionTools *self,
                              FfContext *context,
                              FfSessionEditor *editor,
                              FfProgramme *programme)
{
  g_return_if_fail (FF_IS_SESSION_TOOLS (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  self->programme = programme;
  self->library = ff_handout_library_get (context);
  g_signal_connect_object (self->library, "listed", G_CALLBACK (on_listed), self,
                           G_CONNECT_SWAPPED);
  ff_session_tools_refresh (self);
}

/**
 * ff_session_tools_refresh:
 * @self: the tools
 *
 * Shows those that the session has now.
 */
void
ff_session_tools_refresh (FfSessionTools *self)
{
  g_return_if_fail (FF_IS_SESSION_TOOLS (self));

  gboolean is_read = ff_handout_library_get_items (self->library) != NULL;
  const char *const *used = get_used (self);
  GtkWidget *chip;

  if (!is_read || (self->shown != NULL && g_strv_equal (used, (const char *const *) self->shown)))
    return;
  g_strfreev (self->shown);
  self->shown = g_strdupv ((char **) used);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  for (guint i = 0; used[i] != NULL; i++)
    adw_wrap_box_append (self->chips, make_chip (self, used[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), used[0] != NULL);
  gtk_widget_set_sensitive (self->add_button, TRUE);
}
