/* ff-command.h
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A command of fourfoldctl, and what every command is handed.
 */

#pragma once

#include "ff-clock.h"
#include "ff-group.h"
#include "ff-store.h"

G_BEGIN_DECLS

/* One start of the program, with the options that all commands take. */
typedef struct
{
  char     *folder;    /* the data folder */
  FfClock  *clock;
  char     *passphrase_file; /* NULL: none was given */
  char    **arguments; /* what is left besides options; never NULL */
} FfInvocation;

typedef struct
{
  const char         *name;
  const char         *parameters; /* for the usage line */
  const char         *summary;    /* marked for translation */
  const GOptionEntry *options;    /* ended by G_OPTION_ENTRY_NULL */
  /* An error of G_OPTION_ERROR means wrong usage (exit status 2), any other that it failed (1). */
  gboolean          (*run) (FfInvocation *invocation,
                            GError      **error);
} FfCommand;

extern const FfCommand ff_command_sample;
extern const FfCommand ff_command_occurrences;
extern const FfCommand ff_command_handouts;
extern const FfCommand ff_command_print;
extern const FfCommand ff_command_export;
extern const FfCommand ff_command_import;
extern const FfCommand ff_command_search;
extern const FfCommand ff_command_backup;
extern const FfCommand ff_command_restore;
extern const FfCommand ff_command_check;
extern const FfCommand ff_command_passphrase;
extern const FfCommand ff_command_purge;
extern const FfCommand ff_command_rota;

gboolean ff_command_refuse_arguments (FfInvocation  *invocation,
                                      GError       **error);
gboolean ff_command_check_data       (FfInvocation  *invocation,
                                      GError       **error);
gboolean ff_command_unlock           (FfInvocation  *invocation,
                                      FfSecret     **secret,
                                      GError       **error);
FfStore *ff_command_open_any_store   (FfInvocation  *invocation,
                                      GError       **error);
FfStore *ff_command_open_store       (FfInvocation  *invocation,
                                      GError       **error);
FfStore *ff_command_try_store        (FfInvocation  *invocation,
                                      GError       **reason);
gboolean ff_command_close_store      (FfStore       *store,
                                      GError       **error);
/* What a command does with the data while they are open. */
typedef gboolean (*FfCommandWork)    (FfStore       *store,
                                      gpointer       data,
                                      GError       **error);
gboolean ff_command_use_store        (FfStore       *store, /* (transfer full) (nullable) */
                                      FfCommandWork  work,
                                      gpointer       data,
                                      GError       **error);
FfGroup *ff_command_find_group       (FfStore       *store,
                                      const char    *name,
                                      GError       **error);
gboolean ff_command_check_output     (FfInvocation  *invocation,
                                      const char    *path,
                                      GError       **error);

G_END_DECLS
