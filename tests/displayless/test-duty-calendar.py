#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A volunteer's duties, as another calendar program reads them: right hours, nobody's name, and later files are newer.

test-duty-calendar.py WRITE-DUTIES
"""
import io
import subprocess
import sys
import unittest
from datetime import datetime, timedelta, timezone

import icalendar
from dateutil import tz

import tap

WRITE_DUTIES = sys.argv[1]
# When each begins and how long it is, worked out by hand.
HOURS = {
    'duty-1': (datetime(2026, 10, 27, 23, 0), 90),  # the last week of daylight saving
    'duty-2': (datetime(2026, 11, 4, 0, 0), 90),
    'duty-3': (datetime(2026, 11, 1, 4, 30), 90),  # into the hour that comes twice
    'duty-4': (datetime(2027, 3, 28, 1, 30), 90),  # an hour that does not exist goes forward
    'duty-5': (datetime(2026, 10, 3, 15, 45), 90),  # as does half an hour
    'duty-6': (datetime(2026, 12, 1, 12, 0), 90),
    'duty-7': (datetime(2026, 11, 11, 23, 0), 90),  # moved
    'duty-8': (datetime(2026, 11, 18, 0, 0), 90),
    'duty-9': (datetime(2026, 12, 31, 20, 0), 90),  # a new year, which begins earlier there
}
STATUS = {'duty-1': 'TENTATIVE', 'duty-2': 'CONFIRMED', 'duty-3': 'CONFIRMED', 'duty-4': 'TENTATIVE', 'duty-5': 'CONFIRMED',
          'duty-6': 'CANCELLED', 'duty-7': 'CONFIRMED', 'duty-8': 'CANCELLED', 'duty-9': 'CONFIRMED'}


def write(*arguments):
    return subprocess.run([WRITE_DUTIES, *arguments], check=True, stdout=subprocess.PIPE, timeout=60).stdout


def events(text):
    return {str(event['UID']): event for event in icalendar.Calendar.from_ical(text).walk('VEVENT')}


class DutyCalendar(unittest.TestCase):
    def test_hours(self):
        text = write('0')
        calendar = icalendar.Calendar.from_ical(text)
        zones = tz.tzical(io.StringIO(b''.join(zone.to_ical() for zone in calendar.walk('VTIMEZONE')).decode()))
        found = {}
        for uid, event in events(text).items():
            start = event['DTSTART']
            name = start.params.get('TZID')
            wall = start.dt.replace(tzinfo=None)
            instant = wall.replace(tzinfo=timezone.utc) if name is None else \
                wall.replace(tzinfo=zones.get(name)).astimezone(timezone.utc)
            found[uid] = (instant.replace(tzinfo=None), int(event['DURATION'].dt / timedelta(minutes=1)))
        self.assertEqual(found, HOURS)

    def test_status(self):
        self.assertEqual({uid: str(event['STATUS']) for uid, event in events(write('0')).items()}, STATUS)

    def test_words(self):
        event = events(write('0'))['duty-7']
        self.assertEqual(str(event['SUMMARY']), 'Host · Ladner')
        self.assertEqual(str(event['LOCATION']), 'Library; ask, at the \\ desk')
        self.assertEqual(str(events(write('0'))['duty-2']['LOCATION']), 'Community Hall, 12 Bridge Street')

    def test_private(self):
        text = write('0').decode()
        for secret in ('Geheimnis', 'volunteer-1', 'ATTENDEE', 'ORGANIZER', 'secret@example.org'):
            self.assertNotIn(secret, text)
        self.assertIn('Geheimnis', write('0', 'with-passcodes').decode())

    def test_later_is_newer(self):
        first, second = events(write('0')), events(write('1'))
        self.assertEqual(first.keys(), second.keys())
        for uid, event in first.items():
            self.assertLess(int(event['SEQUENCE']), int(second[uid]['SEQUENCE']))
            self.assertLess(int(second[uid]['SEQUENCE']), 2 ** 31)
        self.assertEqual(write('0'), write('0'))


if __name__ == '__main__':
    tap.main()
