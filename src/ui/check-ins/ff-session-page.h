/* ff-session-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session as it is written down: who is here, what they bring, how last week's plan went, and the next one.
 */

#pragma once

#include <adwaita.h>

#include "ff-context.h"
#include "ff-group.h"
#include "ff-session-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_SESSION_PAGE (ff_session_page_get_type ())

G_DECLARE_FINAL_TYPE (FfSessionPage, ff_session_page, FF, SESSION_PAGE, AdwNavigationPage)

AdwNavigationPage *ff_session_page_new        (FfContext       *context,
                                               FfGroup         *group,
                                               FfSessionEditor *editor);
FfSessionEditor   *ff_session_page_get_editor (FfSessionPage   *self);
/* To the line for the next person. */
void               ff_session_page_start      (FfSessionPage   *self);
/* To the line of somebody who is there already. */
void               ff_session_page_show_person (FfSessionPage  *self,
                                                const char     *participant); /* uid */

G_END_DECLS
