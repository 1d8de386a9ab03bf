#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""fourfoldctl as it is typed: its help, its words, the data it makes up, dates and notes that it finds.

test-cli.py FOURFOLDCTL
"""
import random
import re
import shutil
import subprocess

import tap
from ctl import PROGRAM, CtlCase

COMMANDS = ['sample', 'occurrences', 'handouts', 'print', 'export', 'import', 'rota', 'search', 'backup', 'restore', 'check', 'purge', 'passphrase']


class Usage(CtlCase):
    def test_help_lists_the_commands(self):
        text = self.done('--help')
        listed = re.findall(r'^  ([a-z]+) {2,}\S', text, re.M)
        self.assertEqual(listed, COMMANDS)

    def test_help_of_each_command(self):
        for command in COMMANDS:
            with self.subTest(command):
                text = self.done(command, '--help')
                self.assertIn(f'fourfoldctl {command} [OPTION…]', text)
                self.assertIn('--data-dir', text)
                self.assertIn('--passphrase-file', text)

    def test_version(self):
        self.assertRegex(self.done('--version'), r'\Afourfoldctl \d+\.\d+\.\d+\n\Z')

    def test_no_command(self):
        self.assertIn('--help', self.refused(2))

    def test_unknown_command(self):
        for command in ['Sample', 'nonsense', '']:
            with self.subTest(command):
                self.refused(2, command)

    def test_unknown_option(self):
        self.refused(2, '--nonsense')
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn('--nonsense', self.refused(2, command, '--nonsense'))

    def test_options_before_and_after_the_command(self):
        result = self.run_program([str(PROGRAM), 'sample', '--size=coordinator', '--data-dir', str(self.folder), '--now', '2026-11-24T12:00'])
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertTrue(self.database.exists())

    def test_bad_time(self):
        for time_ in ('now', '2026-11-24', '2026-02-30T12:00', '2026-11-24T25:00', ''):
            with self.subTest(time_):
                self.check_refusal(self.run_program([str(PROGRAM), '--now', time_, 'handouts']), 2)

    def test_too_many_words(self):
        for command in ('sample', 'handouts', 'check', 'occurrences'):
            with self.subTest(command):
                self.assertIn('“extra”', self.refused(2, command, 'extra'))

    def test_needs_no_display_and_no_gtk(self):
        self.done('handouts', DISPLAY='', WAYLAND_DISPLAY='')
        libraries = subprocess.run(['ldd', str(PROGRAM)], check=True, capture_output=True, text=True).stdout
        self.assertNotRegex(libraries, r'libgtk|libadwaita|libgdk')

    def test_random_words(self):
        """Whatever is typed gives a status of 0, 1 or 2, and a refusal of one line."""
        self.fill()
        chance = random.Random(42)
        pieces = [*COMMANDS, '--from', '--to', '--json', '--all', '-o', '--paper', '--copies', '--group', '--size', '--seed', '--language',
                  '2026-11-24', 'x', '', '--', '-', '🌱', 'ics', '99999999999999999999', '-1', 'a4', 'fr', '\x01', '/', '%s%n', '=']
        for _ in range(150):
            words = chance.choices(pieces, k=chance.randrange(1, 6))
            if 'restore' in words or 'backup' in words or 'sample' in words:
                words = [word for word in words if word != '/']
            with self.subTest(words):
                result = self.ctl(*words)
                if result.returncode == 0:
                    self.assertEqual(result.stderr, '')
                else:
                    self.assertIn(result.returncode, (1, 2), result)
                    self.check_refusal(result, result.returncode)
        self.done('check')


class NoData(CtlCase):
    def test_a_mistyped_folder_is_not_made(self):
        for command in (['occurrences', '--from', '2026-11-24', '--to', '2026-11-25'], ['search', 'walk'],
                        ['backup', 'x.tar'], ['export', 'ics', 'x.ics'], ['check']):
            with self.subTest(command[0]):
                self.assertIn(str(self.folder), self.refused(1, *command))
                self.assertFalse(self.folder.exists())

    def test_default_folder(self):
        result = self.run_program([str(PROGRAM), 'sample', '--size', 'coordinator'])
        self.assertEqual((result.returncode, result.stderr), (0, ''))
        self.assertTrue((self.home / 'share' / 'fourfold' / 'fourfold.db').exists())


class Sample(CtlCase):
    def test_sizes(self):
        for size, groups, meetings in (('facilitator', 2, 2), ('coordinator', 300, 500), ('country', 6000, 10000)):
            with self.subTest(size):
                shutil.rmtree(self.folder, ignore_errors=True)
                self.done('sample', '--size', size)
                self.assertEqual(self.sql('SELECT count (*), min (sample) FROM groups'), [(groups, 1)])
                self.assertGreaterEqual(self.sql('SELECT count (*) FROM meetings')[0][0], meetings)
                self.assertGreater(self.sql('SELECT count (*) FROM check_ins')[0][0], 0)

    def test_same_seed_same_data(self):
        found = []
        for number, seed in enumerate((7, 7, 8)):
            self.folder = self.root / str(number)
            self.database = self.folder / 'fourfold.db'
            self.done('sample', '--size', 'coordinator', '--seed', seed)
            found.append([self.sql('SELECT uid, alias FROM participants ORDER BY id'),
                          self.sql('SELECT * FROM holiday_calendars'), self.sql('SELECT * FROM groups'),
                          self.sql('SELECT * FROM meetings'), self.sql('SELECT * FROM overrides'),
                          self.sql('SELECT uid, note, urge FROM check_ins ORDER BY id')])
        self.assertEqual(found[0], found[1])
        self.assertNotEqual(found[0], found[2])

    def test_not_over_what_is_there(self):
        self.fill()
        before = self.sql('SELECT uid FROM groups')
        self.refused(1, 'sample')
        self.assertEqual(self.sql('SELECT uid FROM groups'), before)

    def test_bad_size_and_seed(self):
        self.assertIn('coordinator', self.refused(2, 'sample', '--size', 'continent'))
        self.refused(2, 'sample', '--seed', '-1')
        self.refused(2, 'sample', '--seed', 'many')
        self.refused(2, 'sample', '--seed', str(2 ** 32))
        self.assertFalse(self.folder.exists())


class Occurrences(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()

    def test_json(self):
        rows = self.rows('occurrences', '--from', '2026-11-23', '--to', '2026-12-06')
        self.assertGreaterEqual(len(rows), 3)
        for row in rows:
            self.assertEqual(list(row), ['uid', 'group', 'start', 'minutes', 'status'])
            self.assertRegex(row['start'], r'\A2026-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d\Z')
            self.assertIn(row['minutes'], range(1, 1441))
            self.assertIn(row['status'], ('on', 'undecided', 'cancelled', 'paused', 'holiday'))

    def test_columns(self):
        arguments = ('occurrences', '--from', '2026-11-23', '--to', '2026-12-06')
        lines = [line.split('\t') for line in self.done(*arguments).splitlines()]
        self.assertEqual(lines, [[str(value) for value in row.values()] for row in self.rows(*arguments)])

    def test_both_days_count(self):
        uid = self.sql('SELECT uid FROM meetings ORDER BY id LIMIT 1')[0][0]
        self.sql('UPDATE meetings SET rule = NULL, start = ?, zone = ? WHERE uid = ?', '2027-01-05T23:59', 'America/Vancouver', uid)
        for first, last, there in (('2027-01-05', '2027-01-05', True), ('2027-01-06', '2027-01-07', False),
                                   ('2027-01-04', '2027-01-04', False), ('2027-01-04', '2027-01-05', True)):
            with self.subTest(first + last):
                found = [row['uid'] for row in self.rows('occurrences', '--from', first, '--to', last)]
                self.assertEqual(uid in found, there)

    def test_status(self):
        row = self.rows('occurrences', '--from', '2026-11-24', '--to', '2026-12-06')[0]
        meeting, time_ = row['uid'], row['start'][:16]
        day = time_[:10]
        for override, pauses, policy, status in (('cancelled', '', 'hold', 'cancelled'), ('held', f'{day}/{day} Rest', 'cancel', 'on'),
                                                 (None, f'{day}/{day} Rest', 'cancel', 'paused'), (None, '', 'cancel', 'holiday'),
                                                 (None, '', 'ask', 'undecided'), (None, '', 'hold', 'on')):
            with self.subTest(status=status, override=override):
                self.sql('DELETE FROM overrides')
                self.sql('UPDATE groups SET holidays_id = NULL')
                self.sql('DELETE FROM holiday_calendars')
                if override:
                    self.sql(f"INSERT INTO overrides (uid, meeting_id, rule_time, cancelled, held, note, sequence, modified) SELECT 'o', id, ?, "
                             "?, ?, '', 0, 0 FROM meetings WHERE uid = ?", time_, override == 'cancelled', override == 'held', meeting)
                self.sql("UPDATE meetings SET pauses = ? WHERE uid = ?", pauses, meeting)
                self.sql("INSERT INTO holiday_calendars (id, uid, name, days, sequence, modified) VALUES (1, 'h', 'H', ?, 0, 0)", f'{day} {policy} A day')
                self.sql('UPDATE groups SET holidays_id = 1')
                found = [row['status'] for row in self.rows('occurrences', '--from', day, '--to', day) if row['uid'] == meeting]
                self.assertEqual(found, [status])

    def test_a_name_with_a_tab_stays_in_its_column(self):
        self.sql('UPDATE groups SET name = ?', 'One\ttwo\nthree “four” \\ \x01 مجموعة 🌱')
        lines = self.done('occurrences', '--from', '2026-11-24', '--to', '2026-12-01').splitlines()
        self.assertTrue(lines and all(line.count('\t') == 4 for line in lines))
        rows = self.rows('occurrences', '--from', '2026-11-24', '--to', '2026-12-01')
        self.assertEqual(rows[0]['group'], 'One\ttwo\nthree “four” \\ \x01 مجموعة 🌱')

    def test_an_unusable_meeting_hides_no_other(self):
        whole = self.done('occurrences', '--from', '2026-11-24', '--to', '2026-12-24').splitlines()
        [(uid,)] = self.sql('SELECT uid FROM meetings ORDER BY id LIMIT 1')
        rest = [line for line in whole if not line.startswith(uid)]
        self.assertTrue(0 < len(rest) < len(whole))
        for change in ("rule = 'FREQ=SECONDLY'", "rule = NULL, zone = 'Eastern'",
                       "zone = 'America/Vancouver', start = '2026-02-31T25:00'"):
            with self.subTest(change=change):
                self.sql(f'UPDATE meetings SET {change} WHERE uid = ?', uid)
                result = self.ctl('occurrences', '--from', '2026-11-24', '--to', '2026-12-24')
                self.check_refusal(result, 1)
                self.assertIn('1 meeting is left out', result.stderr)
                self.assertEqual(result.stdout.splitlines(), rest)

    def test_bad_days(self):
        for days in (['--from', '2026-11-24'], ['--to', '2026-11-24'], ['--from', '24.11.2026', '--to', '2026-11-25'],
                     ['--from', '2026-02-30', '--to', '2026-11-25'], ['--from', '2026-11-25', '--to', '2026-11-24'],
                     ['--from', '', '--to', '2026-11-24'], ['--from', '2026-11-24T12:00', '--to', '2026-11-25']):
            with self.subTest(days):
                self.refused(2, 'occurrences', *days)


class Search(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()
        self.text = 'Tune the glockenspiel by Thursday'
        self.sql('UPDATE plan_items SET text = ? WHERE id = (SELECT min (id) FROM plan_items)', self.text)

    def test_finds(self):
        word = max(re.findall(r'\w+', self.text), key=len)
        rows = self.rows('search', word)
        self.assertIn(self.text, [row['text'] for row in rows])
        for row in rows:
            self.assertEqual(set(row), {'start', 'group', 'kind', 'alias', 'text', 'uid', 'session', 'open'})
            self.assertIn(row['kind'], ('check-in', 'plan-item'))
        starts = [row['start'] for row in rows]
        self.assertEqual(starts, sorted(starts, reverse=True))
        lines = self.done('search', word).splitlines()
        self.assertEqual([line.split('\t')[4] for line in lines], [re.sub(r'[\t\n\r\v\f]', ' ', row['text']) for row in rows])

    def test_says_when_there_is_more(self):
        self.sql("UPDATE plan_items SET text = 'xylophone ' || id")
        result = self.run_program([str(PROGRAM), '--data-dir', str(self.folder), 'search', 'xylophone'])
        self.assertEqual((result.returncode, len(result.stdout.splitlines())), (0, 1000))
        self.assertIn('1000', result.stderr)

    def test_several_words_and_none_found(self):
        self.assertEqual(self.rows('search', 'xylophonquux'), [])
        words = re.findall(r'\w+', self.text)
        self.assertIn(self.text, [row['text'] for row in self.rows('search', *words)])
        self.assertEqual(self.rows('search', words[0], 'xylophonquux'), [])

    def test_words_like_syntax(self):
        for words in ('"', "'", '*', 'a"b', 'NOT', 'AND OR', '(', '-x', '^a', 'text:x', '%', '\\', '🌱', 'مرحبا'):
            with self.subTest(words):
                self.rows('search', '--', words)

    def uids(self, *arguments):
        return {row['uid'] for row in self.rows('search', *arguments)}

    def listed(self, condition, *values):
        """The check-ins and plan items for which @condition holds, by the database itself."""
        found = set()
        for table in ('check_ins', 'plan_items'):
            if 'points' in condition and table == 'plan_items' or 'outcome' in condition and table == 'check_ins':
                continue
            found |= {uid for uid, in self.sql(
                f'SELECT t.uid FROM {table} AS t JOIN sessions AS s ON s.id = t.session_id JOIN groups AS g ON g.id = s.group_id '
                f'JOIN participants AS p ON p.id = t.participant_id WHERE {condition}', *values)}
        return found

    def assert_filter(self, arguments, condition, *values):
        expected = self.listed(condition, *values)
        self.assertGreater(len(expected), 0)
        self.assertNotEqual(expected, self.listed('1'))
        self.assertEqual(self.uids(*arguments), expected)

    def test_filters(self):
        group, person = self.sql('SELECT g.name, p.alias FROM participants AS p JOIN groups AS g ON g.id = p.group_id '
                                 'JOIN check_ins AS c ON c.participant_id = p.id ORDER BY p.id LIMIT 1')[0]
        days = sorted({start[:10] for start, in self.sql('SELECT start FROM sessions JOIN check_ins ON session_id = sessions.id')})
        self.assertGreater(len(days), 9)
        self.sql('UPDATE check_ins SET points = CASE WHEN id % 40 = 0 THEN 4 ELSE 3 END')
        self.assert_filter(('--point', '3'), 'points & 4')
        self.assert_filter(('--open',), 'outcome = 0')
        self.assert_filter(('--group', group, '--person', person), 'g.name = ? AND p.alias = ?', group, person)
        self.assert_filter(('--from', days[-2]), 'substr (s.start, 1, 10) >= ?', days[-2])
        self.assert_filter(('--to', days[1]), 'substr (s.start, 1, 10) <= ?', days[1])
        self.assert_filter(('--from', days[1], '--to', days[1]), 'substr (s.start, 1, 10) = ?', days[1])
        self.sql("INSERT INTO groups (uid, name, programme, zone, language, open, sample, sequence, modified) "
                 "VALUES ('empty', 'Nobody yet', 'four-points', 'UTC', 'en', 1, 0, 0, 0)")
        self.assertEqual(self.uids('--group', 'Nobody yet'), set())
        self.assertEqual(self.uids('--group', group, '--to', days[9]), self.listed('g.name = ? AND substr (s.start, 1, 10) <= ?', group, days[9]))
        self.assertEqual(self.uids('glockenspiel', '--to', '1999-01-01'), set())

    def test_wrong_filters(self):
        for arguments in (['--from', '2026-02-30'], ['--to', 'soon'], ['--from', '2026-11-24', '--to', '2026-11-23'], ['--point', '9'],
                          ['--point', '-1'], ['--point', 'two']):
            with self.subTest(arguments):
                self.refused(2, 'search', 'walk', *arguments)
        self.assertIn('“No such group”', self.refused(1, 'search', 'walk', '--group', 'No such group'))
        self.assertIn('“Nobody”', self.refused(1, 'search', 'walk', '--person', 'Nobody'))

    def test_no_words(self):
        self.refused(2, 'search')
        self.refused(2, 'search', '  ')


if __name__ == '__main__':
    tap.main()
