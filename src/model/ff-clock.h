/* ff-clock.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What time it is now, which a test or a demonstration may set.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FF_TYPE_CLOCK (ff_clock_get_type ())

G_DECLARE_FINAL_TYPE (FfClock, ff_clock, FF, CLOCK, GObject)

/* signal "tick": emitted at the start of every minute of the main loop, and when the clock is set */
FfClock   *ff_clock_new     (void);
GDateTime *ff_clock_get_now (FfClock   *self);  /* (transfer full): in the computer's zone */
void       ff_clock_set_now (FfClock   *self,   /* from then on the clock goes on from there */
                             GDateTime *now);   /* (nullable): back to the real time */

G_END_DECLS
