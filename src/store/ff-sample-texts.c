/* ff-sample-texts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-sample-texts.h"

static const char *const weeks[] = {
  "A steady week on the whole.",     "A hard week.",
  "Busy week, little sleep.",        "Better than last week.",
  "Quiet week, and glad of it.",     "Mixed week, with two rough evenings.",
  "First week back at work.",        "Long week with visitors in the house.",
  "Slow start, then it got easier.", "Kept to the plan most days.",
  "The weekend was the hard part.",  "Good days until Thursday.",
};

static const char *const own_events[] = {
  "The walk home past the old places brought up an urge; took the other street instead.",
  "Payday was difficult. Left the card at home and paid the rent first.",
  "An argument with my sister set things off. Waited twenty minutes and it passed.",
  "Used on Saturday, and came tonight anyway.",
  "Went to a wedding and left early, as planned.",
  "Noticed that urges come when I skip lunch.",
  "Told a friend at work why I am not going along on Fridays.",
  "Deleted three numbers from my phone.",
  "Boredom in the evenings is still the biggest trigger.",
  "The doctor changed my medication, and mornings are easier.",
  "Rode out two strong urges with the breathing exercise.",
  "Caught myself thinking that one bad day means the whole week is lost.",
  "Drank less than in any week since spring.",
  "Had a long talk with my daughter, the first in months.",
  "The anniversary came up. Spent it with my brother.",
  "Slept six hours for four nights in a row.",
  "Stress at work: two people are off and I cover for them.",
  "Wrote down every urge. Most of them lasted less than I expected.",
};

static const char *const family_events[] = {
  "My son came for dinner and we talked about football for an hour, nothing else.",
  "Said no to lending money, kindly, and stayed with it.",
  "My partner did not come home on Friday. I went to bed at eleven anyway.",
  "Noticed how often I check my phone for news of her.",
  "Told him what I had seen and how I felt, without asking for anything.",
  "Cancelled my own plans again, and was cross with myself afterwards.",
  "She asked about treatment, for the first time. I listened.",
  "Worried most of the week about his driving.",
  "Went swimming on my own, the first thing just for me in a long time.",
  "We had a row about the car. I left the room and we talked the next day.",
  "He thanked me for not shouting.",
  "My mother thinks that I am too soft. We agreed to leave the subject.",
  "Said something good about what went well, and he smiled.",
  "Found it hard not to search her room. Did not do it.",
};

static const char *const own_wishes[] = {
  "Would like to talk about evenings tonight.",
  "Wants to look at costs and benefits once more.",
  "Curious about the urge log.",
  "Asks for ideas about saying no.",
  "Here mostly to listen.",
  "Would like to go through one belief together.",
  "Wants a plan for the long weekend.",
  "Glad to be here.",
  "Wondering what to say to an old friend who calls.",
  "Wants to find something to do on Sundays.",
};

static const char *const family_wishes[] = {
  "Would like to practise asking for something without blame.",
  "Wants to talk about boundaries with money.",
  "Here mostly to listen.",
  "Asks how others answer late calls.",
  "Wants to plan one thing for herself this week.",
  "Would like to look at what helps and what only feels like helping.",
  "Glad to hear that others know this.",
  "Wants words for a talk that is coming up.",
};

static const char *const own_items[] = {
  "Walk for half an hour after work on %s",
  "Call my brother on %s before dinner",
  "Fill in the urge log every evening until %s",
  "Eat lunch at a table every day, starting %s",
  "Take the other way home on %s",
  "Go to the pool on %s morning",
  "Write the costs and benefits down by %s",
  "Ask Sam for company on %s evening",
  "Leave the card at home on %s",
  "Phone off by ten on %s",
  "See the doctor on %s about sleep",
  "Cook something new on %s",
  "Go to the library on %s instead of staying in",
  "Practise the breathing exercise twice on %s",
  "Tell my manager by %s that I need Fridays off",
  "Sort the photos with my daughter on %s",
  "Look up the evening class and ring them on %s",
  "Get up at seven on %s, whatever happens",
};

static const char *const family_items[] = {
  "Swim for half an hour on %s",
  "Say one good thing that I noticed, on %s",
  "Tell him by %s that I do not pay fines",
  "Go to bed at eleven on %s, whoever is out",
  "Have coffee with Anna on %s",
  "Write down what I want to say before the talk on %s",
  "Leave my phone in the kitchen on %s evening",
  "Ask her on %s what would help, then listen",
  "Book the counsellor for %s",
  "Do the garden on %s, alone, with music",
  "Decide by %s what I will say about the car",
  "Invite my sister for %s",
};

static const char *const days[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

static const char *const aliases[] = {
  "Alex",    "Bea",   "Chris",  "Dana",     "Eli",       "Fern",
  "Gabriel", "Hana",  "Ivan",   "Jo",       "Kit",       "Luz",
  "Maya",    "Noor",  "Oscar",  "Pat",      "Quinn",     "René",
  "Sky",     "Teo",   "Uma",    "Vic",      "Wren",      "Xavi",
  "Yasmin",  "Zoë",   "Mikael", "Big Joe",  "Night owl", "ليلى",
  "Amina",   "Bram",  "Céline", "Dmitri",   "Esther",    "Farid",
  "Grace",   "Hugo",  "Inès",   "Jun",      "Karim",     "Lotte",
  "Mateo",   "Nadia", "Olu",    "Priya",    "Rosa",      "Stan",
  "Tamar",   "Ulla",  "Vera",   "Will",     "Yuki",      "Zack",
  "Ocean",   "Maple", "Robin",  "Little J", "Sparrow",   "M. from the harbour",
};

#define PICK(random, texts) (texts)[g_rand_int_range ((random), 0, G_N_ELEMENTS (texts))]

/* Version 4 of RFC 9562, its random bits from a seed. */
char *
ff_sample_make_uid (GRand *random)
{
  guint32 a = g_rand_int (random), b = g_rand_int (random), c = g_rand_int (random),
          d = g_rand_int (random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff,
                          0x8000 | (c >> 18), c & 0xffff, d);
}

char *
ff_sample_write_note (GRand *random, FfSampleVoice voice)
{
  gboolean own = voice == FF_SAMPLE_VOICE_OWN;
  const char *week = PICK (random, weeks);
  const char *event = own ? PICK (random, own_events) : PICK (random, family_events);
  const char *wish = own ? PICK (random, own_wishes) : PICK (random, family_wishes);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      return g_strdup (event);
    case 1:
      return g_strjoin (" ", week, wish, NULL);
    case 2:
      return g_strjoin (" ", event, wish, NULL);
    default:
      return g_strjoin (" ", week, event, wish, NULL);
    }
}

static char *
put_in (const char *pattern, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);

  return g_strjoinv (text, parts);
}

char *
ff_sample_write_item (GRand *random, FfSampleVoice voice)
{
  const char *pattern
      = voice == FF_SAMPLE_VOICE_OWN ? PICK (random, own_items) : PICK (random, family_items);

  return put_in (pattern, PICK (random, days));
}

char *
ff_sample_write_alias (guint number)
{
  return g_strdup (aliases[number % G_N_ELEMENTS (aliases)]);
}
