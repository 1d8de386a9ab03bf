/* ff-shortcuts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys, and the dialog that lists them.
 */

#include "ff-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ff-shortcuts.h"

typedef struct
{
  const char *title;
  const char *accelerator;
  const char *action; /* NULL where GTK or a page binds the key */
} Shortcut;

static const Shortcut view_shortcuts[] = {
  { N_ ("Today"), "<Control>1", "win.show-view::today" },
  { N_ ("Schedule"), "<Control>2", "win.show-view::schedule" },
  { N_ ("Check-ins"), "<Control>3", "win.show-view::check-ins" },
  { N_ ("Handouts"), "<Control>4", "win.show-view::handouts" },
  { N_ ("Volunteers"), "<Control>5", "win.show-view::volunteers" },
};

static const Shortcut schedule_shortcuts[] = {
  { N_ ("New Meeting"), "<Control>n", NULL },
  { N_ ("Search Meetings"), "<Control>f", NULL },
  { N_ ("Go to Today’s Meetings"), "<Alt>Home", NULL },
  { N_ ("Earlier"), "<Alt>Page_Up", NULL },
  { N_ ("Later"), "<Alt>Page_Down", NULL },
  { N_ ("Show the Agenda"), "<Alt>1", NULL },
  { N_ ("Show a Week"), "<Alt>2", NULL },
  { N_ ("Show a Month"), "<Alt>3", NULL },
  { N_ ("Print the Schedule"), "<Control>p", NULL },
  { N_ ("Menu of a Date"), "<Shift>F10", NULL },
  { N_ ("Cancel a Date"), "Delete", NULL },
  { N_ ("Undo the Last Change"), "<Control>z", NULL },
};

static const Shortcut check_ins_shortcuts[] = {
  { N_ ("Next Person"), "<Control>Return", NULL },
  { N_ ("Line Below"), "<Control>Down", NULL },
  { N_ ("Line Above"), "<Control>Up", NULL },
  { N_ ("Unfold a Line"), "<Alt>Down", NULL },
  { N_ ("Fold a Line"), "<Alt>Up", NULL },
  { N_ ("Openings for a Note"), "<Control>i", NULL },
  { N_ ("Undo"), "<Control>z", NULL },
  { N_ ("Redo"), "<Control><Shift>z", NULL },
};

static const Shortcut handouts_shortcuts[] = {
  { N_ ("Search"), "<Control>f", NULL },
  { N_ ("Print"), "<Control>p", NULL },
  { N_ ("Save as PDF"), "<Control>s", NULL },
  { N_ ("Favourite"), "<Control>d", NULL },
  { N_ ("Present"), "F5", NULL },
  { N_ ("Move Up in a Pack"), "<Alt>Up", NULL },
  { N_ ("Move Down in a Pack"), "<Alt>Down", NULL },
  { N_ ("Take Out of a Pack"), "<Control>Delete", NULL },
  { N_ ("Insert"), "<Control>i", NULL },
  { N_ ("Next Problem"), "F8", NULL },
};

static const Shortcut volunteers_shortcuts[] = {
  { N_ ("Add a Volunteer"), "<Control>n", NULL },
  { N_ ("Search Volunteers"), "<Control>f", NULL },
  { N_ ("Show the Rota"), "<Alt>1", NULL },
  { N_ ("Show the People"), "<Alt>2", NULL },
  { N_ ("Show the Training"), "<Alt>3", NULL },
  { N_ ("Save a Volunteer"), "<Control>Return", NULL },
  { N_ ("Undo the Last Change"), "<Control>z", NULL },
};

static const Shortcut rota_shortcuts[] = {
  { N_ ("Choose Somebody"), "Return", NULL },
  { N_ ("Mark as Asked"), "a", NULL },
  { N_ ("Mark as Confirmed"), "c", NULL },
  { N_ ("Mark as Declined"), "d", NULL },
  { N_ ("Pin or Unpin"), "p", NULL },
  { N_ ("Swap"), "s", NULL },
  { N_ ("Find Cover"), "f", NULL },
  { N_ ("Empty a Place"), "Delete", NULL },
  { N_ ("Undo the Last Change"), "<Control>z", NULL },
  { N_ ("Menu of a Place"), "<Shift>F10", NULL },
};

static const Shortcut present_shortcuts[] = {
  { N_ ("Next Page"), "Page_Down", NULL },
  { N_ ("Previous Page"), "Page_Up", NULL },
  { N_ ("Hide What Is Written"), "<Control>b", NULL },
  { N_ ("Undo"), "<Control>z", NULL },
  { N_ ("Redo"), "<Control><Shift>z", NULL },
  { N_ ("Zoom In"), "<Control>plus", NULL },
  { N_ ("Zoom Out"), "<Control>minus", NULL },
  { N_ ("Whole Page"), "<Control>0", NULL },
  { N_ ("Full Screen"), "F11", NULL },
};

static const Shortcut general_shortcuts[] = {
  { N_ ("Add a Group"), "<Control><Shift>n", "win.add-group" },
  { N_ ("Edit the Group"), "<Control><Shift>e", "win.edit-group" },
  { N_ ("Where to Turn Now"), "<Control><Shift>h", "win.help-lines" },
  { N_ ("Search Notes"), "<Control><Shift>f", "win.search-notes" },
  { N_ ("Hide Names"), "<Control>h", "win.hide-names" },
  { N_ ("Lock"), "<Control>l", "app.lock" },
  { N_ ("Main Menu"), "F10", NULL },
  { N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { N_ ("Keyboard Shortcuts"), "<Control>question", "win.shortcuts" },
  { N_ ("Close the Window"), "<Control>w", "window.close" },
  { N_ ("Quit"), "<Control>q", "app.quit" },
};

static const char *const dialog_actions[] = { "app.lock", "app.quit", NULL };

static void
install (GtkApplication *application, const Shortcut *shortcuts, gsize n_shortcuts)
{
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      const char *accelerators[] = { shortcuts[i].accelerator, NULL };

      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, accelerators);
    }
}

/* One cap a key, as on the keyboard. */
static GtkWidget *
make_keys (const char *accelerator)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GdkModifierType modifiers;
  guint key;
  g_autofree char *modifier_text = NULL;
  g_autofree char *key_text = NULL;
  g_auto (GStrv) caps = NULL;
  g_autofree char *text = NULL;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  modifier_text = gtk_accelerator_get_label (0, modifiers);
  key_text = gtk_accelerator_get_label (key, 0);
  text = g_strjoin (*modifier_text != '\0' ? "+" : "", modifier_text, key_text, NULL);
  caps = g_strsplit (text, "+", -1);

  for (guint i = 0; caps[i] != NULL; i++)
    {
      GtkWidget *cap;

      if (*caps[i] == '\0')
        continue;
      cap = gtk_label_new (caps[i]);
      gtk_widget_add_css_class (cap, "keycap");
      gtk_box_append (GTK_BOX (box), cap);
    }

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);

  return box;
}

static void
add_group (AdwPreferencesPage *page,
           const char *title,
           const Shortcut *shortcuts,
           gsize n_shortcuts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcuts[i].title));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (shortcuts[i].accelerator));
      adw_preferences_group_add (group, row);
    }

  adw_preferences_page_add (page, group);
}

/**
 * ff_shortcuts_install:
 * @application: the program
 *
 * Binds the keys of the program's and the window's own actions.
 */
void
ff_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  install (application, view_shortcuts, G_N_ELEMENTS (view_shortcuts));
  install (application, general_shortcuts, G_N_ELEMENTS (general_shortcuts));
}

/**
 * ff_shortcuts_add_to_dialog:
 * @dialog: a dialog in front of the window
 *
 * A dialog keeps the window's keys to itself; those that lock and quit are to work all the same.
 */
void
ff_shortcuts_add_to_dialog (AdwDialog *dialog)
{
  GtkShortcutController *controller;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (general_shortcuts); i++)
    if (general_shortcuts[i].action != NULL
        && g_strv_contains (dialog_actions, general_shortcuts[i].action))
      gtk_shortcut_controller_add_shortcut (
          controller,
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (general_shortcuts[i].accelerator),
                            gtk_named_action_new (general_shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (controller));
}

/**
 * ff_shortcuts_present:
 * @parent: the window
 *
 * Opens a dialog that lists all keys.
 */
void
ff_shortcuts_present (GtkWidget *parent)
{
  AdwDialog *dialog;
  GtkWidget *view;
  GtkWidget *page;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  page = adw_preferences_page_new ();
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Views"), view_shortcuts,
             G_N_ELEMENTS (view_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Schedule"), schedule_shortcuts,
             G_N_ELEMENTS (schedule_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Check-ins"), check_ins_shortcuts,
             G_N_ELEMENTS (check_ins_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Handouts"), handouts_shortcuts,
             G_N_ELEMENTS (handouts_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Volunteers"), volunteers_shortcuts,
             G_N_ELEMENTS (volunteers_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("The Rota"), rota_shortcuts,
             G_N_ELEMENTS (rota_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("Presenting a Handout"), present_shortcuts,
             G_N_ELEMENTS (present_shortcuts));
  add_group (ADW_PREFERENCES_PAGE (page), _ ("General"), general_shortcuts,
             G_N_ELEMENTS (general_shortcuts));

  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  dialog = adw_dialog_new ();
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, parent);
}
