/* ff-duty-calendar.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer’s own duties as iCalendar (RFC 5545), for their calendar.
 */

#pragma once

#include "ff-catalogue.h"
#include "ff-duty.h"

G_BEGIN_DECLS

/* (transfer full): the whole file as text. @duties: (element-type FfDuty) of one volunteer; nobody’s name is in it */
char *ff_duty_calendar_write (GPtrArray   *duties,
                              FfCatalogue *catalogue,       /* of the language that they are written to in */
                              GDateTime   *now,
                              gboolean     with_passcodes); /* somebody ticked it */

G_END_DECLS
