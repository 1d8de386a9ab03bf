/* ff-test-rota-written.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rosters that are written out line by line.
 */

#pragma once

#include "ff-test-rota-made.h"

G_BEGIN_DECLS

/* Each (transfer none): the roster’s. */
FfGroup      *ff_test_rota_write_group     (FfTestRotaMade *made,
                                            const char     *uid);
FfRole       *ff_test_rota_write_role      (FfTestRotaMade *made,
                                            const char     *uid,
                                            const char     *requirement); /* (nullable): its name too */
FfMeeting    *ff_test_rota_write_meeting   (FfTestRotaMade *made,
                                            const char     *uid,
                                            const char     *group,
                                            const char     *start); /* weekly, for an hour, in person */
FfVolunteer  *ff_test_rota_write_volunteer (FfTestRotaMade *made,
                                            const char     *uid, /* the name too */
                                            const char     *role);
void          ff_test_rota_write_training  (FfVolunteer    *volunteer,
                                            const char     *requirement,
                                            const char     *until); /* (nullable) */
void          ff_test_rota_write_hours     (FfVolunteer    *volunteer,
                                            guint           weekday,
                                            guint           from,
                                            guint           until,
                                            FfWish          wish);
FfAssignment *ff_test_rota_write_duty      (FfTestRotaMade *made,
                                            const char     *volunteer,
                                            const char     *meeting,
                                            const char     *start,
                                            const char     *role,
                                            FfDutyStatus    status);
FfWallTime    ff_test_rota_wall            (const char     *text);

G_END_DECLS
