/* ff-focus.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Going by the keyboard into something that may still be read.
 */

#include "ff-focus.h"

/* Two seconds on most displays. */
#define FRAMES 120
/* By then GTK has put the focus somewhere, where what had it was hidden. */
#define SETTLED 6

typedef struct
{
  gpointer before; /* only to be compared */
  guint frames;
} Waiting;

typedef struct
{
  GWeakRef wanted;
  guint frames;
} Start;

static GtkWidget *
get_focus (GtkWidget *content)
{
  GtkRoot *root = gtk_widget_get_root (content);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_inside (GtkWidget *content)
{
  GtkWidget *focus = get_focus (content);

  return focus != NULL && gtk_widget_is_ancestor (focus, content);
}

/* What is there may not be drawn yet and refuse it, whatever the answer. */
static gboolean
enter (GtkWidget *content)
{
  return is_inside (content)
         || (gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD) && is_inside (content));
}

/* Until there is something, or somebody has gone elsewhere. */
static gboolean
enter_later (GtkWidget *content, GdkFrameClock *frame_clock, gpointer data)
{
  Waiting *waiting = data;

  if (waiting->frames < SETTLED)
    waiting->before = get_focus (content);
  if (get_focus (content) != waiting->before || ++waiting->frames >= FRAMES)
    return G_SOURCE_REMOVE;
  return enter (content) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/**
 * ff_focus_content:
 * @content: what the person has turned to
 *
 * Moves the focus into it, unless it is there already: who came by the keyboard goes on there. While there is nothing in it to
 * move to, it moves as soon as there is.
 */
void
ff_focus_content (GtkWidget *content)
{
  Waiting *waiting;

  g_return_if_fail (GTK_IS_WIDGET (content));

  if (enter (content))
    return;
  waiting = g_new0 (Waiting, 1);
  gtk_widget_add_tick_callback (content, enter_later, waiting, g_free);
}

/* Unless what was wanted is no longer there, or on another page by now. */
static gboolean
start_again (GtkWidget *dialog, GdkFrameClock *frame_clock, gpointer data)
{
  Start *start = data;
  g_autoptr (GtkWidget) wanted = g_weak_ref_get (&start->wanted);
  GtkWidget *focus = get_focus (dialog);

  if (++start->frames < SETTLED)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_has_css_class (dialog, "bottom-sheet") && wanted != NULL
      && gtk_widget_get_mapped (wanted) && focus != wanted
      && (focus == NULL || !gtk_widget_is_ancestor (focus, wanted)))
    gtk_widget_grab_focus (wanted);
  return G_SOURCE_REMOVE;
}

static void
start_free (gpointer data)
{
  Start *start = data;

  g_weak_ref_clear (&start->wanted);
  g_free (start);
}

/**
 * ff_focus_dialog:
 * @dialog: a dialog that is about to be shown
 *
 * Starts at its focus widget in a narrow window, too: AdwDialog (as of 1.7) forgets it where it becomes a sheet at the bottom,
 * and the focus is on the first button, which closes the dialog at the first space that is typed.
 */
void
ff_focus_dialog (AdwDialog *dialog)
{
  Start *start;

  g_return_if_fail (ADW_IS_DIALOG (dialog));

  if (adw_dialog_get_focus (dialog) == NULL)
    return;
  start = g_new0 (Start, 1);
  g_weak_ref_init (&start->wanted, adw_dialog_get_focus (dialog));
  gtk_widget_add_tick_callback (GTK_WIDGET (dialog), start_again, start, start_free);
}
