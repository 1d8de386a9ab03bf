/* ff-consent-dialog.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person agreed to, and when; saved as it is written.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-participant.h"

G_BEGIN_DECLS

#define FF_TYPE_CONSENT_DIALOG (ff_consent_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FfConsentDialog, ff_consent_dialog, FF, CONSENT_DIALOG, AdwDialog)

void  ff_consent_dialog_present       (GtkWidget     *parent,
                                       FfContext     *context,
                                       FfParticipant *participant);
/* "24 November 2026"; "" for no date. (transfer full) */
char *ff_consent_dialog_describe_date (const char    *date);       /* (nullable): as 2026-11-24 */

G_END_DECLS
