/* ff-scope.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which dates of a meeting a change is for: this one, this and those after it, or all.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FF_SCOPE_ONLY_THIS,
  FF_SCOPE_FROM_HERE, /* this and all later dates */
  FF_SCOPE_ALL,
} FfScope;

typedef void (*FfScopeFunc) (FfScope  scope,
                             gpointer data);

/* @warning: (nullable): what to think of first. Asks in a dialog over @widget; @chosen is called once where one was chosen, and not at all where the question was put away. */
void ff_scope_ask (GtkWidget      *widget,
                   const char     *heading,
                   const char     *warning,
                   gboolean        offer_only_this,
                   FfScopeFunc     chosen,
                   gpointer        data,
                   GDestroyNotify  destroy);

G_END_DECLS
