/* main.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts fourfoldctl: finds the command, hands it its options, and says in one line what went wrong.
 */

#include "ff-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "ff-command.h"
#include "ff-fold.h"
#include "ff-wall-time.h"

#define PROGRAM "fourfoldctl"

typedef enum
{
  STATUS_DONE = 0,
  STATUS_FAILED = 1,
  STATUS_USAGE = 2,
} Status;

static const FfCommand *const commands[] = {
  &ff_command_sample,     &ff_command_occurrences, &ff_command_handouts, &ff_command_print,
  &ff_command_export,     &ff_command_import,      &ff_command_rota,     &ff_command_search,
  &ff_command_backup,     &ff_command_restore,     &ff_command_check,    &ff_command_purge,
  &ff_command_passphrase,
};

static char *folder;
static char *now_text;
static char *passphrase_file;
static gboolean show_version;
static char **arguments;

static const GOptionEntry common_options[] = {
  { "data-dir", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &folder,
    N_ ("The folder that holds the data"), N_ ("DIR") },
  { "passphrase-file", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &passphrase_file,
    N_ ("The file whose first line is the passphrase; “-” reads standard input"), N_ ("FILE") },
  { "now", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &now_text,
    N_ ("Pretend that it is this time"), N_ ("YYYY-MM-DDTHH:MM") },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry program_options[] = {
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &show_version, N_ ("Show the version"),
    NULL },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry remaining[] = {
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL,
    NULL },
  G_OPTION_ENTRY_NULL,
};

static void
set_up_language (void)
{
  const char *directory = g_getenv ("FOURFOLD_LOCALE_DIR");

  /* What people said in confidence does not end up in a core dump. */
  setrlimit (RLIMIT_CORE, &(struct rlimit) { 0, 0 });
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : FF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A script reads the first line, so there is only one, whatever a library or a file put into its message. */
static Status
complain (const GError *error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message, -1);
  g_autofree char *line = ff_tidy (valid, TRUE);

  g_printerr (PROGRAM ": %s\n", line);
  return error->domain == G_OPTION_ERROR ? STATUS_USAGE : STATUS_FAILED;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-12s %s", commands[i]->name, _ (commands[i]->summary));
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("“fourfoldctl COMMAND --help” tells more about a command."));
  return g_string_free_and_steal (text);
}

static const FfCommand *
find_command (const char *name, GError **error)
{
  if (name == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("Which command? “fourfoldctl --help” lists them."));
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a command. “fourfoldctl --help” lists those there are."), name);
  return NULL;
}

/* GLib says what is wrong; what to do is ours to add. */
static gboolean
parse (GOptionContext *context, char ***argv, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_option_context_parse_strv (context, argv, &reason))
    return TRUE;
  /* Translators: the value is a sentence without its full stop, such as “Unknown option --bogus” */
  g_set_error (error, reason->domain, reason->code, _ ("%s. Add --help to see what there is."),
               reason->message);
  return FALSE;
}

/* The options before the command; those left over are the command and what belongs to it. */
static gboolean
parse_program_options (char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("COMMAND …"));
  g_autofree char *description = describe_commands ();

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ ("Fourfold’s services for scripts and tests."));
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, program_options, GETTEXT_PACKAGE);
  return parse (context, argv, error);
}

static gboolean
parse_command_options (const FfCommand *command, char ***argv, GError **error)
{
  g_autofree char *name = g_strconcat (PROGRAM, " ", command->name, NULL);
  g_autoptr (GOptionContext) context
      = g_option_context_new (*command->parameters != '\0' ? _ (command->parameters) : NULL);

  g_set_prgname (name);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, remaining, GETTEXT_PACKAGE);
  return parse (context, argv, error);
}

static gboolean
set_clock (FfClock *clock, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) now = NULL;
  FfWallTime time;

  if (now_text == NULL)
    return TRUE;
  if (!ff_wall_time_parse (now_text, &time, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is not a time for --now. Write it such as 2026-11-24T19:00."),
                   now_text);
      return FALSE;
    }
  zone = g_time_zone_new_local ();
  now = ff_wall_time_to_instant (&time, zone);
  ff_clock_set_now (clock, now);
  return TRUE;
}

/* What was printed counts only once it is out: the disk behind a redirection may be full. */
static gboolean
flush_output (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The output could not be written (%s). Make room or choose another place."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
run_command (const FfCommand *command, char ***argv, GError **error)
{
  static char *none[] = { NULL };
  g_autoptr (FfClock) clock = ff_clock_new ();
  FfInvocation invocation = { .clock = clock };

  if (!parse_command_options (command, argv, error) || !set_clock (clock, error))
    return FALSE;
  if (folder == NULL)
    folder = ff_store_get_default_folder ();
  invocation.folder = folder;
  invocation.passphrase_file = passphrase_file;
  invocation.arguments = arguments != NULL ? arguments : none;
  return command->run (&invocation, error) && flush_output (error);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  const FfCommand *command;

  set_up_language ();
  g_set_prgname (PROGRAM);
  if (!parse_program_options (&words, &error))
    return complain (error);
  if (show_version)
    {
      g_print (PROGRAM " %s\n", FF_VERSION);
      return STATUS_DONE;
    }
  command = find_command (words[1], &error);
  if (command == NULL)
    return complain (error);
  g_free (words[1]);
  memmove (&words[1], &words[2], sizeof (char *) * g_strv_length (&words[2]) + sizeof (char *));
  return run_command (command, &words, &error) ? STATUS_DONE : complain (error);
}
