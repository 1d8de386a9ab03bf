/* ff-rota-reason.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks why somebody is given a place although something speaks against it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @reason: never "" */
typedef void (*FfRotaReasonFunc) (const char *reason,
                                  gpointer    user_data);

/* @why: what speaks against it, a sentence a line. @func is called once at the most; @data is freed with @destroy either way. */
AdwDialog *ff_rota_reason_ask (GtkWidget        *parent,
                               const char       *name,
                               const char       *why,
                               FfRotaReasonFunc  func,
                               gpointer          data,
                               GDestroyNotify    destroy);

G_END_DECLS
