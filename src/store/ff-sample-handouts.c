/* ff-sample-handouts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sample has of handouts: those given at past sessions, one of its own, favourites, and where to turn.
 */

#include "ff-programme.h"
#include "ff-sample-private.h"
#include "ff-statement.h"

/* Numbers that no telephone has: 555-0100 to 555-0199 are kept free for stories. */
static const struct
{
  const char *name, *contact, *hours, *area;
} help_lines[] = {
  { "Sample crisis line", "604-555-0100", "Day and night", "Made up, to look around with" },
  { "Sample detox intake", "604-555-0112", "Every day, 8 am to 8 pm", "North Shore" },
  { "Sample outreach van", "Text 604-555-0123", "Evenings", "Downtown" },
  { "Sample family support", "604-555-0134", "Weekdays, 9 am to 5 pm", "For families and friends" },
};

static const char own_markdown[]
    = "```about\n"
      "points: 4\n"
      "minutes: 15\n"
      "people: 2-12\n"
      "name: Evening plan\n"
      "lead: Read the list aloud, and ask what else has worked for people here.\n"
      "```\n"
      "\n"
      "# My Evening, Made Lighter\n"
      "\n"
      "The hours after work are often the long ones. Plan one evening before it comes.\n"
      "\n"
      "What I could do instead\n"
      "\n"
      "- [ ] Cook something I like\n"
      "- [ ] Walk round the block, whatever the weather\n"
      "- [ ] Ring somebody who is glad to hear from me\n"
      "- [ ] Go to bed an hour earlier\n"
      "\n"
      "## This Thursday evening\n"
      "\n"
      "| Time | What I will do | With whom |\n"
      "| --- | --- | --- |\n"
      "|  |  |  |\n"
      "|  |  |  |\n"
      "|  |  |  |\n"
      "\n"
      "```lines 3\n"
      "What could come between, and what I do then\n"
      "```\n";

static const char *const favourites[]
    = { "urge-log", "seven-day-plan", "own-" FF_SAMPLE_OWN_HANDOUT, NULL };

/* The tools that the programme offers, but for the last quarter, which the group never had. */
static void
choose_offered (FfSampling *self, const char *programme)
{
  FfProgramme *found = ff_programme_find (self->programmes, programme);
  const char *const *offered = ff_programme_get_handouts (found);
  guint n = g_strv_length ((GStrv) offered);

  g_set_str (&self->offered_for, programme);
  g_clear_pointer (&self->offered, g_strfreev);
  self->offered = g_strdupv ((GStrv) offered);
  for (guint i = n - n / 4; i < n; i++)
    g_clear_pointer (&self->offered[i], g_free);
}

/* One a week, in a round that goes through all of them; a second one every third week. */
void
ff_sampling_give_handouts (FfSampling *self,
                           const char *programme,
                           FfSession *session,
                           guint week,
                           guint present)
{
  const char *given[3] = { NULL };
  guint n;

  if (g_strcmp0 (self->offered_for, programme) != 0)
    choose_offered (self, programme);
  n = g_strv_length (self->offered);
  if (n == 0)
    return;
  given[0] = self->offered[week % n];
  if (week % 3 == 0 && n > 1)
    given[1] = self->offered[(week + n / 2 + (n == 2 ? 0 : 1)) % n];
  if (given[1] == given[0])
    given[1] = NULL;
  ff_session_set_handouts (session, given);
  for (guint i = 0; given[i] != NULL; i++)
    ff_session_set_copies (session, given[i], present + 2);
}

gboolean
ff_sampling_add_help_lines (FfSampling *self, FfGroup *group, gboolean at_foot, GError **error)
{
  g_autoptr (FfStatement) insert
      = ff_statement_new (self->connection,
                          "INSERT INTO help_lines (group_id, position, name, contact, hours, area)"
                          " VALUES ((SELECT id FROM groups WHERE uid = ?1), ?2, ?3, ?4, ?5, ?6)");
  g_autoptr (FfStatement) foot
      = ff_statement_new (self->connection, "UPDATE groups SET help_at_foot = ?2 WHERE uid = ?1");

  for (guint i = 0; i < G_N_ELEMENTS (help_lines); i++)
    {
      ff_statement_bind_text (insert, 1, ff_group_get_uid (group));
      ff_statement_bind_int (insert, 2, i);
      ff_statement_bind_text (insert, 3, help_lines[i].name);
      ff_statement_bind_text (insert, 4, help_lines[i].contact);
      ff_statement_bind_text (insert, 5, help_lines[i].hours);
      ff_statement_bind_text (insert, 6, help_lines[i].area);
      if (!ff_statement_run (insert, error))
        return FALSE;
    }
  ff_statement_bind_text (foot, 1, ff_group_get_uid (group));
  ff_statement_bind_int (foot, 2, at_foot ? 1 : 0);
  return ff_statement_run (foot, error);
}

/* One that a person has here already stays as it is. */
gboolean
ff_sampling_add_handouts (FfSampling *self, GError **error)
{
  g_autoptr (FfStatement) own
      = ff_statement_new (self->connection,
                          "INSERT INTO own_handouts (uid, title, markdown, sequence, modified)"
                          " VALUES (?1, ?2, ?3, 0, ?4) ON CONFLICT (uid) DO NOTHING");
  g_autoptr (FfStatement) mark
      = ff_statement_new (self->connection,
                          "INSERT INTO handout_marks (handout, favourite) VALUES (?1, 1)"
                          " ON CONFLICT (handout) DO NOTHING");

  ff_statement_bind_text (own, 1, FF_SAMPLE_OWN_HANDOUT);
  ff_statement_bind_text (own, 2, "My Evening, Made Lighter");
  ff_statement_bind_text (own, 3, own_markdown);
  ff_statement_bind_int (own, 4, self->modified);
  if (!ff_statement_run (own, error))
    return FALSE;
  for (guint i = 0; favourites[i] != NULL; i++)
    {
      ff_statement_bind_text (mark, 1, favourites[i]);
      if (!ff_statement_run (mark, error))
        return FALSE;
    }
  return TRUE;
}
