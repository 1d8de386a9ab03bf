#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Another program, reading the exported calendar, comes to the same hours as Fourfold.

test-calendar-hours.py FOURFOLDCTL

The other programs are python3-icalendar with dateutil, and ical.js, which npm fetches once.
"""
import fcntl
import functools
import io
import os
import shutil
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
from dateutil import rrule, tz

import tap
from ctl import CtlCase

HERE = ZoneInfo('America/Vancouver')  # the tests' own zone
FIRST, LAST = datetime(2026, 7, 1), datetime(2028, 6, 30)
ZONES = ['America/Vancouver', 'America/Toronto', 'America/St_Johns', 'Europe/London', 'Europe/Paris', 'Australia/Sydney',
         'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca', 'Africa/Cairo', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']
# First date, rule. The Sundays before dawn meet hours that the clocks skip and hours that they repeat.
SERIES = [
    ('2026-01-06T19:00', 'FREQ=WEEKLY;BYDAY=TU'),
    ('2026-01-04T02:30', 'FREQ=WEEKLY;BYDAY=SU'),
    ('2026-01-04T02:15', 'FREQ=WEEKLY;BYDAY=SU'),
    ('2026-01-04T01:30', 'FREQ=WEEKLY;BYDAY=SU'),
    ('2026-01-02T00:10', 'FREQ=WEEKLY;BYDAY=FR'),
    ('2026-01-03T23:45', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA'),
    ('2025-12-09T18:30', 'FREQ=MONTHLY;BYDAY=2TU'),
    ('2025-11-30T10:00', 'FREQ=MONTHLY;BYDAY=-1SU'),
    ('2026-02-05T20:00', 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270603T200000'),
    ('2026-02-05T20:00', 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=60'),
    ('2026-02-04T20:00', 'FREQ=WEEKLY;BYDAY=MO,TH'),
    ('2027-03-14T02:30', None),
]


class Reader:
    """A calendar program that knows iCalendar and Python's time zones, and nothing of Fourfold."""

    def __init__(self, text, trust_the_file):
        self.calendar = icalendar.Calendar.from_ical(text)
        self.zones = None
        if trust_the_file:
            described = b''.join(zone.to_ical() for zone in self.calendar.walk('VTIMEZONE'))
            self.zones = tz.tzical(io.StringIO(described.decode())) if described else None

    def instant(self, wall, name):
        if name == 'UTC':
            return wall.replace(tzinfo=timezone.utc)
        if self.zones is None:
            return wall.replace(tzinfo=ZoneInfo(name)).astimezone(timezone.utc)
        # dateutil takes an hour that was skipped by the offset after the gap, against RFC 5545, 3.3.5, unless asked to move it forward.
        return tz.resolve_imaginary(wall.replace(tzinfo=self.zones.get(name))).astimezone(timezone.utc)

    @staticmethod
    def wall(value):
        name = value.params.get('TZID', 'UTC')
        return value.dt.replace(tzinfo=None), name

    def hours(self):
        """(uid, instant) of every date from the first day to the last."""
        begin, end = FIRST.replace(tzinfo=HERE), (LAST + timedelta(days=1)).replace(tzinfo=HERE)
        replaced = {}
        for event in self.calendar.walk('VEVENT'):
            if 'RECURRENCE-ID' in event:
                replaced[str(event['UID']), self.wall(event['RECURRENCE-ID'])[0]] = self.instant(*self.wall(event['DTSTART']))
        found = []
        for event in self.calendar.walk('VEVENT'):
            if 'RECURRENCE-ID' in event or event.get('STATUS') == 'CANCELLED':
                continue
            uid = str(event['UID'])
            start, name = self.wall(event['DTSTART'])
            for date in self.dates(event, start, name):
                found.append((uid, replaced.get((uid, date)) or self.instant(date, name)))
        return sorted((uid, instant) for uid, instant in found if begin <= instant < end)

    def dates(self, event, start, name):
        if 'RRULE' not in event:
            yield start
            return
        rule = event['RRULE'].to_ical().decode()
        exceptions = event.get('EXDATE', [])
        removed = {one.dt.replace(tzinfo=None)
                   for group in (exceptions if isinstance(exceptions, list) else [exceptions]) for one in group.dts}
        # UNTIL is in UTC; the rule is followed on the wall clock of the zone.
        parts = [part for part in rule.split(';') if not part.startswith('UNTIL=')]
        until = event['RRULE'].get('UNTIL')
        for date in rrule.rrulestr(';'.join(parts), dtstart=start):
            if date > LAST + timedelta(days=3) or (until and self.instant(date, name) > until[0]):
                return
            if date not in removed:
                yield date


@functools.cache
def find_ical_js():
    """(the library, None), or (None, why there is none)."""
    source = Path(__file__).resolve().parent.parent / 'ical-js'
    folder = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'fourfold' / 'npm'
    library = folder / 'node_modules' / 'ical.js' / 'dist' / 'ical.js'
    if not shutil.which('node') or not shutil.which('npm'):
        return None, 'node and npm are not installed'
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'lock', 'w') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock_file = folder / 'package-lock.json'
        if library.exists() and lock_file.exists() and lock_file.read_bytes() == (source / 'package-lock.json').read_bytes():
            return library, None
        for name in ('package.json', 'package-lock.json'):
            shutil.copyfile(source / name, folder / name)
        try:
            command = ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0', '--fetch-timeout=20000']
            result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
        except subprocess.TimeoutExpired:
            return None, 'npm did not fetch ical.js within a minute'
    if result.returncode != 0:
        return None, 'npm could not fetch ical.js: ' + (result.stderr.strip().splitlines() or ['it does not say why'])[0]
    return library, None


class Hours(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()
        self.sql('DELETE FROM meetings')
        self.sql('UPDATE groups SET holidays_id = NULL')

    def add(self, uid, start, rule, zone):
        self.sql('INSERT INTO meetings (uid, group_id, title, start, minutes, rule, zone, place, link, sequence, modified) '
                 "SELECT ?, min (id), '', ?, 75, ?, ?, '', '', 0, 0 FROM groups", uid, start, rule, zone)

    def change(self, uid, rule_time, cancelled=0, start=None, note=''):
        self.sql('INSERT INTO overrides (uid, meeting_id, rule_time, cancelled, start, note, sequence, modified) '
                 'SELECT ?, id, ?, ?, ?, ?, 0, 0 FROM meetings WHERE uid = ?', uid + rule_time, rule_time, cancelled, start, note, uid)

    def expected(self):
        rows = self.rows('occurrences', '--from', f'{FIRST:%Y-%m-%d}', '--to', f'{LAST:%Y-%m-%d}')
        for row in rows:
            self.assertEqual(row['minutes'], 75)
        return sorted((row['uid'], datetime.fromisoformat(row['start']).astimezone(timezone.utc))
                      for row in rows if row['status'] in ('on', 'undecided'))

    def check_ical_js(self, expected):
        library, trouble = find_ical_js()
        if library is None:
            print(f'# without ical.js: {trouble}')
            return
        self.zones = {uid: ZoneInfo(zone) for uid, zone in self.sql('SELECT uid, zone FROM meetings')}
        begin, end = (int(day.replace(tzinfo=HERE).timestamp()) for day in (FIRST, LAST + timedelta(days=1)))
        script = Path(__file__).resolve().parent.parent / 'ical-js' / 'hours.js'
        result = subprocess.run(['node', script, library, self.root / 'all.ics', str(begin), str(end)], capture_output=True, text=True, timeout=250)
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        read = sorted((uid, datetime.fromtimestamp(int(instant), timezone.utc))
                      for uid, instant in (line.rsplit(' ', 1) for line in result.stdout.splitlines()))
        # ical.js takes a time that the clocks skip or repeat by the other offset, against RFC 5545, 3.3.5: nothing else may differ.
        differs = [(uid, instant) for uid, instant in set(read) ^ set(expected) if not self.is_by_a_change_of_clocks(uid, instant)]
        self.assertEqual(sorted(differs)[:20], [])
        self.assertEqual(len(read), len(expected))

    def is_by_a_change_of_clocks(self, uid, instant):
        zone = self.zones[uid]
        before, after = ((instant + timedelta(minutes=minutes)).astimezone(zone).utcoffset() for minutes in (-121, 121))
        return before != after

    def compare(self, *options):
        expected = self.expected()
        self.exported('ics', 'all.ics', *options)
        text = (self.root / 'all.ics').read_bytes()
        for trust_the_file in (False, True):
            with self.subTest('by the zones in the file' if trust_the_file else 'by the zones of the reader'):
                read = Reader(text, trust_the_file).hours()
                self.assertEqual(sorted(set(read) ^ set(expected)), [])
                self.assertEqual(len(read), len(expected))
        with self.subTest('by ical.js'):
            self.check_ical_js(expected)
        return expected

    def test_ical_js_is_there(self):
        """Said where it is missing: the other tests go without it then."""
        library, trouble = find_ical_js()
        if library is None:
            self.skipTest(trouble)
        self.assertTrue(library.is_file())

    def check_zone(self, zone):
        for number, (start, rule) in enumerate(SERIES):
            self.add(f'series-{number:02}', start, rule, zone)
        hours = self.compare()
        self.assertGreater(len(hours), 700)
        self.assertIn(len([uid for uid, _ in hours if uid == 'series-00']), (104, 105))
        self.compare('--from', f'{FIRST:%Y-%m-%d}', '--to', f'{LAST:%Y-%m-%d}')

    def test_changed_dates(self):
        """Cancelled, moved, moved out of and into the two years, and annotated."""
        for number, zone in enumerate(ZONES):
            uid = f'series-{number:02}'
            self.add(uid, '2026-01-04T02:30', 'FREQ=WEEKLY;BYDAY=SU', zone)
            self.change(uid, '2026-10-25T02:30', cancelled=1)
            self.change(uid, '2027-03-14T02:30', cancelled=1)
            self.change(uid, '2026-11-01T02:30', start='2026-11-01T01:30')
            self.change(uid, '2026-12-06T02:30', start='2026-12-09T18:00', note='In the library')
            self.change(uid, '2026-06-07T02:30', start='2027-03-28T02:30')
            self.change(uid, '2027-05-02T02:30', start='2029-01-01T12:00')
            self.change(uid, '2027-06-06T02:30', note='Bring a cup')
            self.change(uid, '2027-06-08T02:30', note='The rule gives no Tuesday')
            self.change(uid, '2027-06-15T02:30', cancelled=1)
        self.assertGreater(len(self.compare()), 1000)

    def test_sample(self):
        self.sql('DELETE FROM groups')
        self.folder = self.root / 'coordinator'
        self.database = self.folder / 'fourfold.db'
        self.fill('coordinator')
        self.sql('UPDATE meetings SET minutes = 75')
        self.assertGreater(len(self.compare()), 20000)


for zone in ZONES:
    setattr(Hours, 'test_' + zone.replace('/', '_'), lambda self, zone=zone: self.check_zone(zone))

if __name__ == '__main__':
    tap.main()
