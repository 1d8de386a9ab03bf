/* ff-volunteer-rules.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with what was typed about a volunteer, in a sentence each.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each gives a translated sentence, or "" where nothing is wrong. */
const char *ff_volunteer_rules_name          (const char *name);
const char *ff_volunteer_rules_mail          (const char *mail);     /* may be empty */
const char *ff_volunteer_rules_zone          (const char *zone);
const char *ff_volunteer_rules_position      (const char *position); /* may be empty */
/* "49.2827, -123.1207" in degrees; FALSE where it is not like that. */
gboolean    ff_volunteer_rules_read_position (const char *position,
                                              double     *latitude,
                                              double     *longitude);

G_END_DECLS
