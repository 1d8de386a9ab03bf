/* ff-meeting-page.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the meeting dialog that fills in a part of its form.
 */

#pragma once

#include <adwaita.h>

#include "ff-meeting-form.h"

G_BEGIN_DECLS

#define FF_TYPE_MEETING_PAGE (ff_meeting_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (FfMeetingPage, ff_meeting_page, FF, MEETING_PAGE, AdwNavigationPage)

struct _FfMeetingPageClass
{
  AdwNavigationPageClass parent_class;

  /* Called once, when the form is there: to bind to it what is shown. */
  void (*fill) (FfMeetingPage *self,
                FfMeetingForm *form);
};

/* property "form": set once */
FfMeetingForm *ff_meeting_page_get_form (FfMeetingPage *self);
/* Both ways, beginning with what the form says. */
void           ff_meeting_page_bind     (gpointer       form,
                                         const char    *field,
                                         gpointer       row,
                                         const char    *property);

G_END_DECLS
