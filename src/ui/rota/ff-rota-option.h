/* ff-rota-option.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line to choose in a list: somebody for a place, a place to swap with, a week.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_ROTA_OPTION (ff_rota_option_get_type ())

/* property, read-only: "subtitle" */
G_DECLARE_FINAL_TYPE (FfRotaOption, ff_rota_option, FF, ROTA_OPTION, GObject)

/* @warned: something speaks against it; @item: (nullable): what it stands for; @number: likewise */
FfRotaOption *ff_rota_option_new          (const char   *title,
                                           const char   *subtitle,
                                           gboolean      warned,
                                           gpointer      item,
                                           guint         number);
const char   *ff_rota_option_get_title    (FfRotaOption *self);
const char   *ff_rota_option_get_subtitle (FfRotaOption *self);
gboolean      ff_rota_option_get_warned   (FfRotaOption *self);
gpointer      ff_rota_option_get_item     (FfRotaOption *self); /* (nullable) (transfer none) */
guint         ff_rota_option_get_number   (FfRotaOption *self);
/* Says what @other of the same title does. */
void          ff_rota_option_adopt        (FfRotaOption *self,
                                           FfRotaOption *other);
gboolean      ff_rota_option_matches      (FfRotaOption *self,
                                           const char   *folded); /* "" = anything */

G_END_DECLS
