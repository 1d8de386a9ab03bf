#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Another recurrence engine, python-dateutil, comes to the same dates as ours, in wall time.

test-rules-oracle.py EXPAND_RULES
"""
import random
import subprocess
import sys
import unittest
from collections import Counter
from datetime import datetime, timedelta
from itertools import islice

from dateutil import rrule

import tap

EXPAND = sys.argv.pop()
MOST_DATES = 300
N_GENERATED = 700
WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

# First date and rule, after the examples of RFC 5545, section 3.8.5.3, put on meetings; then what real calendars write.
WRITTEN = [
    ('1997-09-02T09:00', 'FREQ=DAILY;COUNT=10'),
    ('1997-09-02T09:00', 'FREQ=DAILY;UNTIL=19971224T000000'),
    ('1997-09-02T09:00', 'FREQ=DAILY;INTERVAL=2'),
    ('1997-09-02T09:00', 'FREQ=DAILY;INTERVAL=10;COUNT=5'),
    ('1998-01-01T09:00', 'FREQ=YEARLY;UNTIL=20000131T140000;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA'),
    ('1998-01-01T09:00', 'FREQ=DAILY;UNTIL=20000131T140000;BYMONTH=1'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;COUNT=10'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;UNTIL=19971224T000000'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;INTERVAL=2;WKST=SU'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;UNTIL=19971007T000000;WKST=SU;BYDAY=TU,TH'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH'),
    ('1997-09-01T09:00', 'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000;WKST=SU;BYDAY=MO,WE,FR'),
    ('1997-09-02T09:00', 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH'),
    ('1997-09-05T09:00', 'FREQ=MONTHLY;COUNT=10;BYDAY=1FR'),
    ('1997-09-05T09:00', 'FREQ=MONTHLY;UNTIL=19971224T000000;BYDAY=1FR'),
    ('1997-09-07T09:00', 'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU'),
    ('1997-09-22T09:00', 'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO'),
    ('1997-09-28T09:00', 'FREQ=MONTHLY;BYMONTHDAY=-3'),
    ('1997-09-02T09:00', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15'),
    ('1997-09-30T09:00', 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1'),
    ('1997-09-10T09:00', 'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15'),
    ('1997-09-02T09:00', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'),
    ('1997-06-10T09:00', 'FREQ=YEARLY;COUNT=10;BYMONTH=6,7'),
    ('1997-03-10T09:00', 'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3'),
    ('1997-01-01T09:00', 'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200'),
    ('1997-05-19T09:00', 'FREQ=YEARLY;BYDAY=20MO'),
    ('1997-05-12T09:00', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'),
    ('1997-03-13T09:00', 'FREQ=YEARLY;BYMONTH=3;BYDAY=TH'),
    ('1997-06-05T09:00', 'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8'),
    ('1997-09-02T09:00', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'),
    ('1997-09-13T09:00', 'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13'),
    ('1996-11-05T09:00', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'),
    ('1997-09-04T09:00', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3'),
    ('1997-09-29T09:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'),
    ('1997-09-02T09:00', 'FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000'),
    ('1997-09-02T09:00', 'FREQ=MINUTELY;INTERVAL=15;COUNT=6'),
    ('1997-09-02T09:00', 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40'),
    ('1997-09-02T09:00', 'FREQ=DAILY;BYHOUR=9,12,15,18;BYMINUTE=0,30'),
    ('1997-08-05T09:00', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO'),
    ('1997-08-05T09:00', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU'),
    ('2007-01-15T09:00', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5'),
    ('2026-11-03T19:00', 'FREQ=WEEKLY;BYDAY=TU'),
    ('2026-11-03T19:00', 'FREQ=WEEKLY;WKST=SU;UNTIL=20270303T075959;BYDAY=TU'),
    ('2026-11-05T19:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'),
    ('2026-11-30T19:00', 'FREQ=MONTHLY;BYDAY=5MO'),
    ('2026-01-31T19:00', 'FREQ=MONTHLY'),
    ('2024-02-29T19:00', 'FREQ=YEARLY'),
    ('2024-02-29T19:00', 'FREQ=YEARLY;INTERVAL=3'),
    ('2026-11-24T19:00', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TU,-1TU'),
    ('2026-11-24T19:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1'),
    ('2026-11-24T19:00', 'FREQ=MONTHLY;BYMONTHDAY=29,30,31;BYSETPOS=-1'),
    ('2026-11-24T19:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=9,10,11,12,1,2,3,4,5,6'),
    ('2026-11-24T19:00', 'FREQ=DAILY;BYDAY=SA,SU;INTERVAL=3'),
    ('2026-11-24T19:00', 'FREQ=DAILY;BYMONTHDAY=-1,15;COUNT=9'),
    ('2026-11-24T19:00', 'FREQ=YEARLY;BYYEARDAY=-1,60,366'),
    ('2026-11-24T19:00', 'FREQ=YEARLY;BYWEEKNO=2,51;BYDAY=TU,SA'),
    # refused, see below
    ('2026-11-24T19:00', 'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,15,30,45'),
    ('2026-11-24T19:00', 'FREQ=MONTHLY;BYWEEKNO=20'),
    ('2026-11-24T19:00', 'FREQ=WEEKLY;BYDAY=2TU'),
    ('2026-11-24T19:00', 'FREQ=YEARLY;BYYEARDAY=100;BYMONTH=4'),
    ('2026-11-24T19:00', 'FREQ=MONTHLY;BYMONTHDAY=31,-1;BYSETPOS=1'),
    ('2026-11-24T19:00', 'FREQ=WEEKLY;BYMONTHDAY=3'),
    ('2026-11-24T19:00', 'FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1'),
    ('2026-11-24T19:00', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO'),
]

# Every sentence with which a rule is refused that other calendars would take, and why it is better refused.
REFUSED = {
    'The shortest repetition is every day.': 'nobody meets by the minute',
    'It would be more than 24 times a day.': 'nobody meets as often',
    'BYWEEKNO can name the weeks from 2 to 51.': 'libical gives wrong days around New Year',
    'BYMONTHDAY does not belong to weekly rules.': 'RFC 5545 forbids it',
    'BYYEARDAY and BYWEEKNO belong to yearly rules only.': 'RFC 5545 forbids it',
    'Numbered weekdays such as 2TU belong to monthly and yearly rules.': 'RFC 5545 forbids it',
    'BYYEARDAY or BYWEEKNO cannot stand beside these other parts.': 'calendars do not agree on what they mean together',
    'BYSETPOS needs a monthly or yearly rule with days to choose from.': 'calendars do not agree on what it means otherwise',
    'Beside BYSETPOS, days are counted either from the start or from the end.': 'libical counts a day twice',
}


def numbers(chance, low, high, most, *, negative=False):
    picked = chance.sample(range(low, high + 1), chance.randint(1, most))
    return ','.join(str(-number if negative and chance.random() < 0.3 else number) for number in picked)


def days(chance, most, numbered=0):
    picked = chance.sample(WEEKDAYS, chance.randint(1, most))
    if not numbered:
        return ','.join(picked)
    return ','.join(f'{chance.choice([-1, 1]) * chance.randint(1, numbered)}{day}' for day in picked)


def make_monthly_parts(chance):
    kind = chance.randrange(7)
    if kind == 0:
        return [f'BYDAY={days(chance, 3, 5)}']
    if kind == 1:
        return [f'BYMONTHDAY={numbers(chance, 1, 31, 4, negative=True)}']
    if kind == 2:
        return [f'BYDAY={days(chance, 5)}', f'BYSETPOS={numbers(chance, 1, 4, 2, negative=True)}']
    if kind == 3:
        return [f'BYDAY={days(chance, 3)}', f'BYMONTHDAY={numbers(chance, 1, 31, 5, negative=True)}']
    if kind == 4:
        return [f'BYDAY={days(chance, 2)}']
    if kind == 5:
        return [f'BYMONTHDAY={numbers(chance, 1, 31, 4)}', f'BYSETPOS={chance.choice([-1, 1, 2])}']
    return []


def make_yearly_parts(chance):
    kind = chance.randrange(6)
    if kind == 0:
        return [f'BYYEARDAY={numbers(chance, 1, 366, 4, negative=True)}']
    if kind == 1:
        return [f'BYWEEKNO={numbers(chance, 1, 53, 2)}', f'BYDAY={days(chance, 3)}']
    if kind == 2:
        return [f'BYDAY={days(chance, 2, 53)}']
    if kind == 3:
        return [f'BYMONTH={numbers(chance, 1, 12, 4)}'] + make_monthly_parts(chance)
    if kind == 4:
        return [f'BYMONTH={numbers(chance, 1, 12, 3)}', f'BYDAY={days(chance, 3)}']
    return []


def make_parts(chance, frequency):
    if frequency == 'MONTHLY':
        return make_monthly_parts(chance) + ([f'BYMONTH={numbers(chance, 1, 12, 6)}'] if chance.random() < 0.2 else [])
    if frequency == 'YEARLY':
        return make_yearly_parts(chance)
    parts = [f'BYDAY={days(chance, 4)}'] if chance.random() < 0.7 else []
    if chance.random() < 0.2:
        parts.append(f'BYMONTH={numbers(chance, 1, 12, 6)}')
    if chance.random() < 0.1:
        parts.append(f'BYMONTHDAY={numbers(chance, 1, 31, 6, negative=True)}')
    return parts


def make_case(chance):
    start = datetime(2020, 1, 1) + timedelta(days=chance.randrange(2500), minutes=15 * chance.randrange(96))
    frequency = chance.choice(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY'])
    parts = [f'FREQ={frequency}'] + make_parts(chance, frequency)
    if chance.random() < 0.5:
        parts.append(f'INTERVAL={chance.randint(1, 6)}')
    if chance.random() < 0.3:
        parts.append(f'WKST={chance.choice(WEEKDAYS)}')
    if chance.random() < 0.15:
        parts.append(f'BYHOUR={numbers(chance, 0, 23, 3)}')
    if chance.random() < 0.1:
        parts.append(f'BYMINUTE={numbers(chance, 0, 59, 3)}')
    end = chance.random()
    if end < 0.3:
        parts.append(f'COUNT={chance.randint(1, 60)}')
    elif end < 0.5:
        parts.append(f'UNTIL={start + timedelta(days=chance.randrange(1500)):%Y%m%dT%H%M00}')
    chance.shuffle(parts)
    return f'{start:%Y-%m-%dT%H:%M}', ';'.join(parts)


def generated():
    chance = random.Random(5545)
    return [make_case(chance) for _ in range(N_GENERATED)]


def stretches(start):
    """From the first date on; and from some years later, where ours does not begin at the first date."""
    begin = datetime.fromisoformat(start)
    yield begin, begin + timedelta(days=4 * 365)
    yield begin + timedelta(days=2200), begin + timedelta(days=3100)


def ask_ours(questions):
    lines = ''.join(f'{rule}\t{start}\t{begin:%Y-%m-%dT%H:%M}\t{end:%Y-%m-%dT%H:%M}\n' for start, rule, begin, end in questions)
    done = subprocess.run([EXPAND], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def ask_dateutil(start, rule, begin, end):
    series = rrule.rrulestr(rule, dtstart=datetime.fromisoformat(start))
    if 'COUNT' not in rule and (series._until is None or series._until > end):
        series = series.replace(until=end)
    found = (date for date in series.xafter(begin, inc=True))
    dates = []
    for date in islice(found, MOST_DATES):
        if date >= end:
            break
        dates.append(f'{date:%Y-%m-%dT%H:%M}')
    return ' '.join(dates)


class SameDates(unittest.TestCase):
    def compare(self, cases):
        questions = [(start, rule, begin, end) for start, rule in cases for begin, end in stretches(start)]
        reasons, n_dates = Counter(), 0
        answers = ask_ours(questions)
        self.assertEqual(len(answers), len(questions))
        for (start, rule, begin, end), ours in zip(questions, answers):
            if ours.startswith('! '):
                reason = ours.removeprefix('! This meeting cannot repeat like that. ')
                self.assertIn(reason, REFUSED, rule)
                reasons[reason] += 1
                continue
            theirs = ask_dateutil(start, rule, begin, end)
            self.assertEqual(ours, theirs, f'{rule} from {start}, in {begin} to {end}')
            n_dates += len(ours.split())
        taken = len(questions) - sum(reasons.values())
        print(f'# {len(cases)} rules in {len(questions)} stretches: {taken} the same, {n_dates} dates')
        for reason, count in reasons.most_common():
            print(f'# {count // 2} refused: {reason} ({REFUSED[reason]})')
        return taken, n_dates, set(reasons)

    def test_written_rules(self):
        taken, _, reasons = self.compare(WRITTEN)
        self.assertGreaterEqual(taken, 2 * (len(WRITTEN) - 10))
        self.assertEqual(reasons, set(REFUSED))

    def test_generated_rules(self):
        taken, n_dates, _ = self.compare(generated())
        self.assertGreater(taken, 2 * N_GENERATED * 0.8)
        self.assertGreater(n_dates, 20000)

    def test_whole_last_day(self):
        """An UNTIL that is a day includes all of it, where dateutil takes it for midnight."""
        start, rule = '2026-11-03T19:00', 'FREQ=WEEKLY;UNTIL=20261124'
        begin, end = next(stretches(start))
        self.assertEqual(ask_ours([(start, rule, begin, end)])[0].split()[-1], '2026-11-24T19:00')
        self.assertEqual(ask_dateutil(start, rule, begin, end).split()[-1], '2026-11-17T19:00')


if __name__ == '__main__':
    tap.main()
