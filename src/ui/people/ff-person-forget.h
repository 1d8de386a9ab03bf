/* ff-person-forget.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks whether a person is to be forgotten, and forgets them.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-person-record.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FORGETTING_BEGUN,
  FF_FORGETTING_DONE,
  FF_FORGETTING_FAILED,
} FfForgetting;

typedef void (*FfForgettingFunc) (GObject      *asker,
                                  FfForgetting  state);

void ff_person_forget (GtkWidget        *widget,
                       FfContext        *context,
                       FfPersonRecord   *record,
                       FfForgettingFunc  tell,
                       GObject          *asker);

G_END_DECLS
