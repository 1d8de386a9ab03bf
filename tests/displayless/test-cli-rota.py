#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""fourfoldctl rota: who gets which place, what is written down, and what it says where it cannot.

test-cli-rota.py FOURFOLDCTL
"""
import sqlite3
import unittest

import tap
from ctl import NOW, CtlCase

LEVELS = ['required', 'optional', 'worst', 'spread', 'strangers', 'wishes', 'changes']
FOUR_WEEKS = ('--from', '2026-11-30', '--weeks', 4, '--time-limit', 3)


class Rota(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()
        self.change('DELETE FROM assignments', 'DELETE FROM needs', 'DELETE FROM volunteers', 'DELETE FROM role_requirements',
                    'DELETE FROM requirements')

    def change(self, *statements):
        """On the database itself, with what depends on it."""
        connection = sqlite3.connect(self.database)
        try:
            connection.execute('PRAGMA foreign_keys = ON')
            with connection:
                for statement in statements:
                    connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
        finally:
            connection.close()

    def add(self, name, role='facilitator', away=None, cap=0):
        """A volunteer; the name is the UUID too."""
        self.change(
            ("""INSERT INTO volunteers (uid, name, folded, pronouns, mail, phone, zone, language, home, emergency_name, emergency_phone, notes, source,
                  serving, cap_week, cap_month, cap_in_row, only_groups, online_only, reach, sample, sequence, modified)
                VALUES (?, ?, ?, '', '', '', 'America/Vancouver', '', '', '', '', '', '', 2, ?, 0, 0, 0, 0, 0, 0, 0, 0)""",
             (name, name, name.lower(), cap)),
            ('INSERT INTO volunteer_roles SELECT v.id, 0, r.id FROM volunteers v, roles r WHERE v.uid = ? AND r.uid = ?', (name, role)))
        if away:
            self.change(("INSERT INTO absences SELECT id, 0, ?, ?, '' FROM volunteers WHERE uid = ?", (*away, name)))

    def give(self, volunteer, row, status):
        """To whom the place of a row is given already."""
        self.change(("""INSERT INTO assignments (uid, volunteer_id, meeting_id, rule_time, role_id, place, status, pinned, reason, sequence, modified)
                        SELECT 'given', v.id, m.id, ?, r.id, 0, ?, 0, '', 0, 0 FROM volunteers v, meetings m, roles r
                        WHERE v.uid = ? AND m.uid = ? AND r.uid = ?""",
                     (row['start'][:16], status, volunteer, row['meeting'], row['role'])))

    def dates(self, first='2026-11-30', last='2026-12-27'):
        return [row for row in self.rows('occurrences', '--from', first, '--to', last) if row['status'] in ('on', 'undecided')]

    def rota(self, *arguments):
        """The places, and the end."""
        *places, end = self.rows('rota', *(arguments or FOUR_WEEKS))
        return places, end

    def assigned(self):
        return self.sql("""SELECT v.uid, m.uid, a.rule_time, r.uid, a.place, a.status FROM assignments a JOIN volunteers v ON v.id = a.volunteer_id
                           JOIN meetings m ON m.id = a.meeting_id JOIN roles r ON r.id = a.role_id ORDER BY a.rule_time, m.uid""")

    def test_places(self):
        self.add('Ann')
        self.add('Ben')
        dates = self.dates()
        places, end = self.rota()
        self.assertGreater(len(dates), 3)
        self.assertEqual([(row['start'], row['meeting'], row['group']) for row in places],
                         [(row['start'], row['uid'], row['group']) for row in dates])
        for row in places:
            self.assertEqual(list(row), ['start', 'group', 'meeting', 'role', 'volunteer', 'status', 'changed'])
            self.assertEqual((row['role'], row['status'], row['changed']), ('facilitator', 'proposed', True))
        self.assertEqual({row['volunteer'] for row in places}, {'Ann', 'Ben'})
        self.assertEqual((end['covered'], end['required'], end['unfilled']), (len(dates), len(dates), []))
        self.assertEqual(self.assigned(), [])

    def test_end(self):
        self.add('Ann')
        _, end = self.rota()
        self.assertEqual(list(end), ['covered', 'required', 'unfilled', 'objective', 'gap', 'ending'])
        self.assertEqual(list(end['objective']), LEVELS)
        for level in LEVELS:
            self.assertEqual(sorted(end['objective'][level]), ['bound', 'reached'], level)
        self.assertEqual(end['objective']['required']['reached'], end['covered'])
        self.assertAlmostEqual(end['objective']['worst']['reached'], 1)
        # So few that every level is proved.
        self.assertAlmostEqual(end['gap'], 0, 6)
        self.assertEqual(end['ending'], 'done')

    def test_apply(self):
        self.add('Ann')
        self.add('Ben')
        places, _ = self.rota(*FOUR_WEEKS, '--apply')
        expected = [(row['volunteer'], row['meeting'], row['start'][:16], row['role'], 0, 0) for row in places]
        self.assertEqual(sorted(self.assigned()), sorted(expected))

        again, _ = self.rota(*FOUR_WEEKS, '--apply')
        self.assertEqual([row['volunteer'] for row in again], [row['volunteer'] for row in places])
        self.assertEqual({(row['status'], row['changed']) for row in again}, {('proposed', False)})
        self.assertEqual(sorted(self.assigned()), sorted(expected))

    def test_apply_over_what_was_asked(self):
        """Somebody who cannot come any more loses the place to somebody who can."""
        self.add('Ann', away=('2026-11-01', '2026-12-31'))
        self.add('Ben')
        places, _ = self.rota()
        self.give('Ann', places[0], 1)
        after, _ = self.rota(*FOUR_WEEKS, '--apply')
        self.assertEqual((after[0]['volunteer'], after[0]['status'], after[0]['changed']), ('Ben', 'proposed', True))
        self.assertNotIn('Ann', {row[0] for row in self.assigned()})
        self.assertEqual(len(self.assigned()), len(places))

    def test_confirmed_stays(self):
        self.add('Ann', away=('2026-11-01', '2026-12-31'))
        self.add('Ben')
        places, _ = self.rota()
        self.give('Ann', places[1], 2)
        kept, end = self.rota()
        self.assertEqual((kept[1]['volunteer'], kept[1]['status'], kept[1]['changed']), ('Ann', 'confirmed', False))
        self.assertEqual(end['covered'], len(places))

    def test_unfilled(self):
        self.add('Ann', away=('2026-12-07', '2026-12-13'))
        self.add('Ben', away=('2026-12-01', '2026-12-20'))
        places, end = self.rota()
        empty = [row for row in places if row['status'] == 'empty']
        self.assertEqual({row['volunteer'] for row in empty}, {''})
        self.assertEqual({row['changed'] for row in empty}, {False})
        self.assertEqual([row['start'] for row in end['unfilled']], [row['start'] for row in empty])
        self.assertGreater(len(empty), 0)
        self.assertEqual(end['covered'] + len(empty), end['required'])
        for row in end['unfilled']:
            self.assertEqual(list(row), ['start', 'group', 'meeting', 'role', 'required', 'why'])
            self.assertRegex(row['why'], r'^\w+day \d\d:\d\d .+, facilitator: 2 are trained, 2 away\.$')

    def test_nobody_for_a_role(self):
        self.add('Ann', role='greeter')
        _, end = self.rota()
        self.assertEqual(end['covered'], 0)
        self.assertIn('facilitator: nobody takes this role. Find somebody who would', end['unfilled'][0]['why'])

    def test_columns(self):
        """The same for a person to read, with names."""
        self.add('Ann', away=('2026-12-07', '2026-12-13'))
        self.change("UPDATE volunteers SET name = 'Ann of Ladner'")
        lines = self.done('rota', *FOUR_WEEKS).splitlines()
        places = self.dates()
        self.assertEqual([line.split('\t')[0] for line in lines[:len(places)]], [row['start'] for row in places])
        self.assertIn('\tAnn of Ladner\tproposed\ttrue', lines[0])
        self.assertIn(': 1 is trained, 1 away.', lines[len(places)])
        self.assertRegex(lines[-2], r'^\d+ of \d+ required places are covered\.$')
        self.assertEqual(lines[-1], 'No better way to fill these places exists.')

    def test_what_is_over_stays_empty(self):
        """The stretch begins now, though it was to begin earlier."""
        self.add('Ann')
        places, _ = self.rota('--from', '2026-11-16', '--weeks', 3, '--time-limit', 3)
        self.assertGreater(len(places), 0)
        self.assertTrue(all(row['start'] > NOW for row in places))
        error = self.refused(2, 'rota', '--from', '2026-11-02', '--weeks', 2)
        self.assertIn('The 2 weeks from 2026-11-02 on are over. Begin later.', error)

    def test_refusals(self):
        self.add('Ann')
        for arguments, sentence in (
                ([], 'From which day, and for how many weeks? Give both, such as --from 2026-11-24 --weeks 13.'),
                (['--from', '2026-11-30'], 'From which day, and for how many weeks?'),
                (['--weeks', 4], 'From which day, and for how many weeks?'),
                (['--from', '30/11/2026', '--weeks', 4], '“30/11/2026” is not a day. Write year, month and day, such as 2026-11-24.'),
                (['--from', '2026-02-30', '--weeks', 4], '“2026-02-30” is not a day.'),
                (['--from', '2026-11-30', '--weeks', 0], '--weeks takes a number from 1 to 53.'),
                (['--from', '2026-11-30', '--weeks', -1], '--weeks takes a number from 1 to 53.'),
                (['--from', '2026-11-30', '--weeks', 54], '--weeks takes a number from 1 to 53.'),
                (['--from', '2026-11-30', '--weeks', 4, '--time-limit', 0], '--time-limit takes a number of seconds from 1 to 3600.'),
                (['--from', '2026-11-30', '--weeks', 4, '--time-limit', 3601], '--time-limit takes a number of seconds from 1 to 3600.'),
                (['--from', '2026-11-30', '--weeks', 4, 'Tuesday'], '“Tuesday” is one word too many.')):
            with self.subTest(arguments):
                self.assertIn(sentence, self.refused(2, 'rota', *arguments))

    def test_nobody(self):
        error = self.refused(1, 'rota', *FOUR_WEEKS)
        self.assertIn('There are no volunteers yet. Enter some in Fourfold, or take them in with', error)

    def test_no_meetings(self):
        self.add('Ann')
        self.change('DELETE FROM meetings')
        error = self.refused(1, 'rota', *FOUR_WEEKS)
        self.assertIn('No meeting is held in the 4 weeks from 2026-11-30 on. Look with “fourfoldctl occurrences”', error)

    def test_no_data(self):
        self.assertIn('There is no Fourfold data in', self.refused(1, 'rota', *FOUR_WEEKS, folder=self.root / 'none'))


if __name__ == '__main__':
    tap.main()
