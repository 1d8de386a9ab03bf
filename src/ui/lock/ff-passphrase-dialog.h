/* ff-passphrase-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets, changes or removes the passphrase, and hands out the recovery key.
 */

#pragma once

#include <adwaita.h>

#include "ff-application.h"
#include "ff-passphrase-form.h"

G_BEGIN_DECLS

#define FF_TYPE_PASSPHRASE_DIALOG (ff_passphrase_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfPassphraseDialog, ff_passphrase_dialog, FF, PASSPHRASE_DIALOG, AdwDialog)

AdwDialog *ff_passphrase_dialog_new (FfApplication    *application,
                                     GSettings        *settings,
                                     FfPassphraseStep  step);

G_END_DECLS
