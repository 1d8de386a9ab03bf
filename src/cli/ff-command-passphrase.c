/* ff-command-passphrase.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fourfoldctl passphrase: set, change and remove what protects the data.
 */

#include "ff-config.h"

#include <glib/gi18n-lib.h>

#include "ff-command.h"
#include "ff-passphrase-file.h"
#include "ff-passphrase.h"

static char *new_file;

static const GOptionEntry options[] = {
  { "new-passphrase-file", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &new_file,
    N_ ("The file whose first line is the passphrase to be set; “-” reads standard input"),
    N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

typedef gboolean (*Deed) (FfInvocation *invocation, GError **error);

static gboolean
check_option (const char *value, const char *name, gboolean is_wanted, GError **error)
{
  if ((value != NULL) == is_wanted)
    return TRUE;
  if (is_wanted)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 /* Translators: the name of an option */
                 _ ("Say with %s which file holds the passphrase."), name);
  else
    /* Translators: the name of an option */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("%s means nothing here. Leave it out."), name);
  return FALSE;
}

static gboolean
check_options (FfInvocation *invocation, gboolean has_old, gboolean has_new, GError **error)
{
  return check_option (invocation->passphrase_file, "--passphrase-file", has_old, error)
         && check_option (new_file, "--new-passphrase-file", has_new, error);
}

/* The key is a line of its own, so that a script can take it. */
static gboolean
tell_recovery_key (char *recovery)
{
  if (recovery == NULL)
    return FALSE;
  g_print ("%s\n", recovery);
  g_print (
      _ ("This is the recovery key, which opens the data where the passphrase is forgotten. It "
         "is not shown again: write it down and keep it in a safe place.\n"));
  ff_passphrase_file_wipe (recovery);
  return TRUE;
}

static gboolean
set (FfInvocation *invocation, GError **error)
{
  char *passphrase;
  gboolean done;

  if (!check_options (invocation, FALSE, TRUE, error))
    return FALSE;
  passphrase = ff_passphrase_file_read (new_file, error);
  done = passphrase != NULL && ff_command_check_data (invocation, error)
         && tell_recovery_key (ff_passphrase_set (invocation->folder, passphrase, error));
  ff_passphrase_file_wipe (passphrase);
  return done;
}

static gboolean
change (FfInvocation *invocation, GError **error)
{
  char *old;
  char *passphrase;
  gboolean done;

  if (!check_options (invocation, TRUE, TRUE, error))
    return FALSE;
  old = ff_passphrase_file_read (invocation->passphrase_file, error);
  passphrase = old != NULL ? ff_passphrase_file_read (new_file, error) : NULL;
  done = passphrase != NULL && ff_command_check_data (invocation, error)
         && tell_recovery_key (ff_passphrase_change (invocation->folder, old, passphrase, error));
  ff_passphrase_file_wipe (old);
  ff_passphrase_file_wipe (passphrase);
  return done;
}

static gboolean
take_away (FfInvocation *invocation, GError **error)
{
  char *passphrase;
  gboolean done;

  if (!check_options (invocation, TRUE, FALSE, error))
    return FALSE;
  passphrase = ff_passphrase_file_read (invocation->passphrase_file, error);
  done = passphrase != NULL && ff_command_check_data (invocation, error)
         && ff_passphrase_remove (invocation->folder, passphrase, error);
  ff_passphrase_file_wipe (passphrase);
  if (done)
    g_print (_ ("The data has no passphrase any more.\n"));
  return done;
}

static const struct
{
  const char *name;
  Deed deed;
} deeds[] = { { "set", set }, { "change", change }, { "remove", take_away } };

static gboolean
run (FfInvocation *invocation, GError **error)
{
  if (g_strv_length (invocation->arguments) == 1)
    for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
      if (g_str_equal (deeds[i].name, invocation->arguments[0]))
        return deeds[i].deed (invocation, error);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("Say what to do with the passphrase: set, change or remove."));
  return FALSE;
}

const FfCommand ff_command_passphrase = {
  "passphrase", N_ ("set|change|remove"), N_ ("Protect the data with a passphrase"), options, run,
};
