/* ff-passphrase-work.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a passphrase needs time for, in a thread: unlocking, setting, changing, removing.
 */

#pragma once

#include <gio/gio.h>

#include "ff-passphrase-form.h"
#include "ff-passphrase.h"

G_BEGIN_DECLS

void      ff_passphrase_work_unlock_async  (const char           *folder,
                                            const char           *passphrase,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FfSecret *ff_passphrase_work_unlock_finish (GAsyncResult         *result,
                                            GError              **error);

typedef struct _FfPassphraseWork FfPassphraseWork;

/* What is filled in, on its way to a thread; the words are wiped when it is freed. */
FfPassphraseWork *ff_passphrase_work_new   (FfPassphraseForm     *form);
void              ff_passphrase_work_free  (FfPassphraseWork     *work);
/* May take long. While no store holds the folder; an FfClosedWork. */
gboolean          ff_passphrase_work_do    (const char           *folder,
                                            FfSecret            **secret, /* (inout) (nullable): what the store is opened with */
                                            gpointer              work,
                                            GError              **error);
/* (nullable): what there is to print now that it is done */
const char       *ff_passphrase_work_get_recovery_key (FfPassphraseWork *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfPassphraseWork, ff_passphrase_work_free)

G_END_DECLS
