/* ff-sample-texts.c
 *
 * Copyright 2026 The Fourfold developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ff-sample-texts.h"

#include <string.h>

#include "ff-check-in.h"

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

static const struct
{
  FfAim aim;
  const char *goal;
} own_goals[] = {
  { FF_AIM_ABSTINENCE, "No alcohol for a year, then see" },
  { FF_AIM_ABSTINENCE, "Stay away from cards and machines for good" },
  { FF_AIM_ABSTINENCE, "Nothing at all until the baby is born, and after" },
  { FF_AIM_ABSTINENCE, "Clear-headed at my daughter’s wedding, and from there on" },
  { FF_AIM_LESS, "Two glasses at most, and none on weekdays" },
  { FF_AIM_LESS, "Half of what I smoked in spring" },
  { FF_AIM_LESS, "Never alone, and never before work" },
  { FF_AIM_LESS, "One evening of games a week, with the others" },
  { FF_AIM_OTHER, "Sleep through the night again" },
  { FF_AIM_OTHER, "Back at work by the summer" },
  { FF_AIM_OTHER, "Find out what I want instead" },
};

static const char *const family_goals[] = {
  "Sleep without listening for the door", "Say no to lending money and stay friends",
  "One evening a week that is mine",      "Talk about it without raising my voice",
  "Be his mother, not his guard",         "See my friends again",
};

static const char *const own_helped[] = {
  "Ringing my brother before it got strong.",
  "Two short walks a day.",
  "The urge log: seeing on paper that it passes.",
  "The breathing exercise, on the bus.",
  "Leaving the card at home.",
  "An early night, three times.",
  "Lunch with the others at work.",
  "Having told my manager about Fridays.",
  "Coming here.",
  "The costs and benefits list on the fridge.",
  "Waiting twenty minutes.",
  "Playing the guitar again.",
};

static const char *const family_helped[] = {
  "Leaving the phone in the kitchen at night.",
  "Swimming.",
  "Waiting a day before I answered.",
  "The words we practised here.",
  "Talking to Anna.",
  "An evening without asking where he had been.",
  "Saying what I saw, and nothing else.",
};

static const char *const consents[] = {
  "Agrees to notes under this alias. No copies to anybody.",
  "Fine with notes while coming here; wants them gone a year after that.",
  "Agrees, and would like to read them now and then.",
  "Agrees to notes about plans and urges. Nothing about the family.",
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

#define ON_A_DAY " on %s"

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
ff_sample_write_item (GRand *random, FfSampleVoice voice, guint *day)
{
  const char *pattern
      = voice == FF_SAMPLE_VOICE_OWN ? PICK (random, own_items) : PICK (random, family_items);
  const guint number = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (days));

  *day = 0;
  /* Some put the day into their own words. */
  if (!g_str_has_suffix (pattern, ON_A_DAY) || strlen (pattern) % 5 == 0)
    return put_in (pattern, days[number]);
  *day = number + 1;
  return g_strndup (pattern, strlen (pattern) - strlen (ON_A_DAY));
}

const char *
ff_sample_choose_goal (GRand *random, FfSampleVoice voice, int *aim)
{
  const guint number = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (own_goals));

  if (voice == FF_SAMPLE_VOICE_FAMILY)
    {
      *aim = FF_AIM_OTHER;
      return family_goals[number % G_N_ELEMENTS (family_goals)];
    }
  *aim = own_goals[number].aim;
  return own_goals[number].goal;
}

const char *
ff_sample_choose_helped (GRand *random, FfSampleVoice voice)
{
  return voice == FF_SAMPLE_VOICE_OWN ? PICK (random, own_helped) : PICK (random, family_helped);
}

const char *
ff_sample_choose_consent (GRand *random)
{
  return PICK (random, consents);
}

char *
ff_sample_write_alias (guint number)
{
  return g_strdup (aliases[number % G_N_ELEMENTS (aliases)]);
}
