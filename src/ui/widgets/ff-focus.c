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
