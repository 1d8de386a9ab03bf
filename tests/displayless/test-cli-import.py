#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What fourfoldctl takes from calendars and listings: row by row, as often as one likes, and out again.

test-cli-import.py FOURFOLDCTL
"""
import shutil
import sqlite3
from pathlib import Path

import tap
from ctl import CtlCase


class Import(CtlCase):
    GOOD = 'UID:good\nSUMMARY:Harbour\nDTSTART;TZID=America/Toronto:20261124T190000\nDURATION:PT75M\nRRULE:FREQ=WEEKLY;BYDAY=TU\n'
    HOSTILE = 'UID:bad\nSUMMARY:Each second\nDTSTART:20261124T190000Z\nRRULE:FREQ=SECONDLY\n'
    DAY = 'UID:day\nSUMMARY:A holiday\nDTSTART;VALUE=DATE:20261225\n'
    PROGRAMS = {
        'google': {'Tuesday group': 'added'},
        'outlook': {'Lunch group': 'added'},
        'apple': {'Monday fortnightly': 'added', 'Christmas': 'refused'},
        'gnome': {'Wednesday': 'refused', 'Thursday': 'added', 'Too often': 'refused'},
    }

    def setUp(self):
        super().setUp()
        self.fill()

    def calendar(self, *events, name='meetings.ics'):
        body = ''.join(f'BEGIN:VEVENT\n{event}END:VEVENT\n' for event in events)
        (self.root / name).write_text(f'BEGIN:VCALENDAR\nVERSION:2.0\n{body}END:VCALENDAR\n')
        return name

    def stored(self):
        connection = sqlite3.connect(self.database)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def take(self, *words):
        return self.rows('import', *words)

    def test_dry_run_changes_nothing(self):
        before = self.stored()
        rows = self.take(self.calendar(self.GOOD), '--dry-run')
        self.assertEqual([(row['change'], row['line'], row['uid'], row['title']) for row in rows], [('added', 3, 'good', 'Harbour')])
        self.assertEqual(self.stored(), before)

    def test_twice(self):
        name = self.calendar(self.GOOD)
        self.assertEqual([row['change'] for row in self.take(name)], ['added'])
        self.assertEqual(self.sql("SELECT zone, minutes, rule FROM meetings WHERE uid = 'good'"), [('America/Toronto', 75, 'FREQ=WEEKLY;BYDAY=TU')])
        before = self.stored()
        self.assertEqual([row['change'] for row in self.take(name)], ['same'])
        self.assertEqual(self.stored(), before)

    def test_calendars_of_other_programs(self):
        """In the style of each: zones, line ends, lines in two, a mark at the beginning, and words of their own."""
        fixtures = Path(__file__).resolve().parent / 'fixtures'
        for program in ('google', 'outlook', 'apple', 'gnome'):
            file = fixtures / f'calendar-{program}.ics'
            rows = {row['title']: row['change'] for row in self.take(file)}
            with self.subTest(program):
                self.assertEqual(rows, self.PROGRAMS[program])
                self.assertNotIn('added', [row['change'] for row in self.take(file)])
        stored = self.sql("SELECT title, start, minutes, rule, zone, place, link, passcode FROM meetings WHERE source <> '' ORDER BY title")
        self.assertEqual(stored, [
            ('Lunch group', '2026-02-03T12:00', 60, 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;WKST=SU', 'America/Los_Angeles', '', '', 'abc123'),
            ('Monday fortnightly', '2026-01-05T18:30', 75, 'FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231', 'Europe/London', 'Friends House',
             'https://zoom.us/j/999?pwd=topsecret', ''),
            ('Thursday', '2026-01-08T18:00', 60, 'FREQ=WEEKLY;COUNT=100', 'America/Toronto', '', '', ''),
            ('Tuesday group', '2026-01-06T19:00', 90, 'FREQ=WEEKLY;BYDAY=TU', 'America/Vancouver',
             'Community Centre, 2690 Larch St, Vancouver', 'https://meet.google.com/abc-defg-hij', '')])
        self.assertEqual(self.sql("SELECT o.rule_time, o.cancelled, o.start FROM overrides AS o JOIN meetings AS m ON m.id = o.meeting_id"
                                  " WHERE m.title = 'Tuesday group' ORDER BY 1"),
                         [('2026-11-24T19:00', 0, '2026-11-24T20:00'), ('2026-12-29T19:00', 1, None)])
        self.assertNotIn('Ana Secret', '\n'.join(self.stored()))

    def test_changed(self):
        self.take(self.calendar(self.GOOD))
        rows = self.take(self.calendar(self.GOOD.replace('190000', '183000')))
        self.assertEqual([row['change'] for row in rows], ['changed'])
        self.assertNotEqual(rows[0]['reason'], '')
        self.assertEqual(self.sql("SELECT start FROM meetings WHERE uid = 'good'"), [('2026-11-24T18:30',)])

    def test_refused_rows_are_listed_and_the_rest_goes_in(self):
        rows = self.take(self.calendar(self.HOSTILE, self.GOOD, self.DAY))
        self.assertEqual([(row['change'], row['line']) for row in rows], [('refused', 3), ('added', 9), ('refused', 16)])
        self.assertTrue(all(row['reason'].endswith('.') for row in rows if row['change'] == 'refused'))
        self.assertEqual(self.sql("SELECT count(*) FROM meetings WHERE uid IN ('good', 'bad', 'day')"), [(1,)])

    def test_columns_and_counts(self):
        name = self.calendar(self.HOSTILE, self.GOOD)
        lines = self.done('import', name, '--dry-run').splitlines()
        self.assertEqual(lines[-1], 'added 1, changed 0, same 0, refused 1, gone 0')
        self.assertEqual([line.split('\t')[:2] for line in lines[:-1]], [['refused', '3'], ['added', '9']])

    def test_a_calendar_of_whole_days(self):
        result = self.ctl('import', self.calendar(self.DAY))
        self.check_refusal(result, 1)
        self.assertIn('holidays', result.stderr)
        self.assertIn('refused', result.stdout)

    def test_gone(self):
        second = self.GOOD.replace('good', 'second')
        self.take(self.calendar(self.GOOD, second))
        name = self.calendar(self.GOOD)
        self.assertEqual([(row['change'], row['uid']) for row in self.take(name)], [('same', 'good'), ('gone', 'second')])
        self.assertEqual(self.sql("SELECT count(*) FROM meetings WHERE uid = 'second'"), [(1,)])
        self.take(name, '--remove-gone', '--dry-run')
        self.assertEqual(self.sql("SELECT count(*) FROM meetings WHERE uid = 'second'"), [(1,)])
        self.take(name, '--remove-gone')
        self.assertEqual(self.sql("SELECT count(*) FROM meetings WHERE uid IN ('good', 'second')"), [(1,)])

    def test_group(self):
        group = self.sql('SELECT name FROM groups ORDER BY id')[0][0]
        self.take(self.calendar(self.GOOD), '--group', group.upper())
        self.take(self.calendar(self.GOOD.replace('good', 'new'), name='b.ics'), '--group', 'A new one')
        found = self.sql("SELECT m.uid, g.name FROM meetings m JOIN groups g ON g.id = m.group_id WHERE m.uid IN ('good', 'new') ORDER BY m.uid")
        self.assertEqual(found, [('good', group), ('new', 'A new one')])
        self.sql("UPDATE groups SET name = 'Same'")
        self.assertIn('same', self.refused(1, 'import', self.calendar(self.GOOD), '--group', 'same'))

    def test_bad_words_and_files(self):
        name = self.calendar(self.GOOD)
        for words in ([], [name, name], [name, '--format', 'xls']):
            with self.subTest(words):
                self.refused(2, 'import', *words)
        (self.root / 'letter.txt').write_text('Dear all')
        (self.root / 'empty.ics').write_text('')
        for path in ('nowhere.ics', 'letter.txt', 'empty.ics', self.home):
            with self.subTest(path):
                self.refused(1, 'import', path)

    def test_first_import(self):
        """It makes the data folder, but not where nothing is to be written or the file cannot be read."""
        folder = self.root / 'first'
        name = self.calendar(self.GOOD)
        self.assertIn('first', self.refused(1, 'import', name, '--dry-run', folder=folder))
        self.assertIn('nowhere.ics', self.refused(1, 'import', 'nowhere.ics', folder=folder))
        self.assertFalse(folder.exists())
        self.done('import', name, folder=folder)
        self.assertIn('same 1', self.done('import', name, '--dry-run', folder=folder))

    def test_export_and_back(self):
        """Into an empty database and out again: the same calendar, and nothing to change the second time."""
        shutil.rmtree(self.folder)
        self.fill('coordinator')
        self.exported('ics', 'first.ics', '--passcodes')
        self.sql('DELETE FROM groups')
        rows = self.take('first.ics')
        self.assertEqual({row['change'] for row in rows}, {'added'})
        self.assertGreater(len(rows), 100)
        self.exported('ics', 'second.ics', '--passcodes')
        first, second = self.without_versions('first.ics'), self.without_versions('second.ics')
        self.assertEqual([(a, b) for a, b in zip(first, second) if a != b][:3], [])
        self.assertEqual(len(first), len(second))
        self.assertEqual({row['change'] for row in self.take('first.ics')}, {'same'})

    def without_versions(self, name):
        text = (self.root / name).read_text(newline='').replace('\r\n ', '')
        return sorted(line for line in text.split('\r\n') if not line.startswith(('DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE')))


if __name__ == '__main__':
    tap.main()
