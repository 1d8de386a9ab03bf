#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""fourfoldctl, every command, with good input and bad.

test-cli.py FOURFOLDCTL
"""
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tarfile
import time
import unittest
from pathlib import Path

import tap
from ctl import PROGRAM, CtlCase

COMMANDS = ['sample', 'occurrences', 'handouts', 'print', 'export', 'import', 'rota', 'search', 'backup', 'restore', 'check', 'purge', 'passphrase']


def pdf(path, *words):
    return subprocess.run([*words, str(path), *(['-'] if words[0] == 'pdftotext' else [])], check=True, capture_output=True, text=True).stdout


def stop_while_open(case, process):
    """Stops @process while it has the database open."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        process.send_signal(signal.SIGSTOP)
        held = []
        for number in os.listdir(f'/proc/{process.pid}/fd'):
            try:
                held.append(os.readlink(f'/proc/{process.pid}/fd/{number}'))
            except FileNotFoundError:
                continue
        if str(case.database) in held:
            return
        process.send_signal(signal.SIGCONT)
        time.sleep(0.0005)
        if process.poll() is not None:
            break
    case.fail('the database was never seen open')


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


class Paper(CtlCase):
    def test_handouts(self):
        rows = self.rows('handouts')
        by_id = {row['id']: row for row in rows}
        self.assertEqual(len(by_id), len(rows))
        self.assertLessEqual({'cost-benefit', 'urge-log', 'seven-day-plan'}, set(by_id))
        self.assertEqual([list(row) for row in rows], [['id', 'points', 'title', 'programmes', 'kind', 'minutes', 'own']] * len(rows))
        self.assertEqual(by_id['cost-benefit']['points'], [1])
        self.assertIn('four-points', by_id['cost-benefit']['programmes'])
        self.assertEqual({type(row['minutes']) for row in rows}, {int})
        self.assertLessEqual({row['kind'] for row in rows}, {'worksheet', 'reference', 'activity', 'meeting'})
        self.assertEqual({row['own'] for row in rows}, {False})
        lines = self.done('handouts').splitlines()
        self.assertEqual([line.split('\t')[0] for line in lines], list(by_id))
        self.assertFalse(self.folder.exists())

    def test_print_one(self):
        self.done('print', 'urge-log', '-o', 'x.pdf', '--paper', 'letter')
        title = next(row['title'] for row in self.rows('handouts') if row['id'] == 'urge-log')
        facts = pdf(self.root / 'x.pdf', 'pdfinfo')
        self.assertRegex(facts, r'Page size: +(612 x 792|792 x 612) pts')
        self.assertIn(title, facts)
        self.assertIn(title, pdf(self.root / 'x.pdf', 'pdftotext'))

    def text_of(self, name):
        return pdf(self.root / name, 'pdftotext')

    def pages_of(self, name):
        return int(re.search(r'Pages: +(\d+)', pdf(self.root / name, 'pdfinfo'))[1])

    def test_own_handouts(self):
        self.fill()
        own = [row for row in self.rows('handouts') if row['own']]
        self.assertEqual([(row['title'], row['minutes'], row['points']) for row in own], [('My Evening, Made Lighter', 15, [4])])
        self.done('print', own[0]['id'], 'urge-log', '-o', 'x.pdf')
        self.assertIn('My Evening, Made Lighter', self.text_of('x.pdf'))
        self.done('print', '--all', '-o', 'y.pdf')
        self.assertIn('My Evening, Made Lighter', self.text_of('y.pdf'))
        self.assertIn('own-nothing', self.refused(1, 'print', 'own-nothing', '-o', 'z.pdf'))

    def test_while_another_has_the_data(self):
        self.fill()
        own = next(row['id'] for row in self.rows('handouts') if row['own'])
        holder = subprocess.Popen([str(PROGRAM), '--data-dir', str(self.folder), 'backup', str(self.root / 'slow.tar')])
        try:
            stop_while_open(self, holder)
            self.done('print', 'urge-log', '-o', 'x.pdf')
            for words, telling in ((['handouts'], 'Your own handouts are left out.'),
                                   (['print', '--all', '-o', 'all.pdf'], 'Your own handouts are left out.'),
                                   (['print', 'urge-log', '-o', 'g.pdf', '--group', 'Harbour'], 'The help lines of “Harbour” are left out.')):
                with self.subTest(words):
                    result = self.ctl(*words)
                    self.assertEqual(result.returncode, 0, result)
                    self.assertRegex(result.stderr, rf'\Afourfoldctl: {telling} [^\n]{{20,}}\n\Z')
            self.assertIn('cannot be read now', self.refused(1, 'print', own, '-o', 'y.pdf'))
            self.assertIn('“Harbour” cannot be read', self.refused(1, 'print', '--help-card', '--group', 'Harbour', '-o', 'y.pdf'))
            self.assertFalse((self.root / 'y.pdf').exists())
        finally:
            holder.send_signal(signal.SIGCONT)
            holder.wait(60)

    def test_help_lines(self):
        self.fill()
        with_foot, without = (self.sql('SELECT name FROM groups WHERE help_at_foot = ?', flag)[0][0] for flag in (1, 0))
        for group, count in ((with_foot, 1), (without, 0)):
            self.done('print', 'urge-log', '-o', 'x.pdf', '--group', group.upper(), '--no-example')
            self.assertEqual(min(self.text_of('x.pdf').count('604-555-0100'), 1), count)
            self.assertIn(group, self.text_of('x.pdf'))
        self.done('print', '--help-card', '--group', without, '-o', 'cards.pdf')
        self.assertEqual((self.pages_of('cards.pdf'), self.text_of('cards.pdf').count('604-555-0100')), (1, 10))

    def test_help_card_refused(self):
        self.assertIn('--group', self.refused(2, 'print', '--help-card', '-o', 'x.pdf'))
        self.assertIn('no Fourfold data', self.refused(1, 'print', '--help-card', '--group', 'Harbour', '-o', 'x.pdf'))
        self.fill()
        group = self.sql('SELECT name FROM groups LIMIT 1')[0][0]
        self.assertIn('There is no group “Nowhere”', self.refused(1, 'print', '--help-card', '--group', 'Nowhere', '-o', 'x.pdf'))
        self.sql('DELETE FROM help_lines')
        self.assertIn(f'“{group}” has no help lines yet', self.refused(1, 'print', '--help-card', '--group', group, '-o', 'x.pdf'))
        self.assertFalse((self.root / 'x.pdf').exists())

    def test_example(self):
        self.done('print', 'cost-benefit', '-o', 'with.pdf')
        self.done('print', 'cost-benefit', '-o', 'without.pdf', '--no-example')
        self.assertEqual(self.pages_of('with.pdf'), 2 * self.pages_of('without.pdf'))

    def test_from_markdown(self):
        (self.root / 'a.md').write_text('# A Walk\n\nWhere to go.\n\nSlowly.\n')
        self.done('print', '--from', 'a.md', '-o', 'a.pdf')
        self.assertIn('A Walk', self.text_of('a.pdf'))
        self.assertFalse(self.folder.exists())
        (self.root / 'b.md').write_text('# A Walk\n\nWhere to go.\n\n<b>Slowly</b>\n')
        result = self.ctl('print', '--from', 'b.md', '-o', 'b.pdf')
        self.assertEqual(result.returncode, 0, result)
        self.assertRegex(result.stderr, r'\A(b\.md:5: [^\n]{10,}\n)+\Z')
        self.assertIn('nowhere.md', self.refused(1, 'print', '--from', 'nowhere.md', '-o', 'c.pdf'))
        (self.root / 'long.md').write_text('# A Walk\n\n' + 'Slowly. ' * 30000)
        self.assertIn('“long.md” cannot be laid out.', self.refused(1, 'print', '--from', 'long.md', '-o', 'c.pdf'))
        self.assertIn('“/dev/zero” cannot be laid out.', self.refused(1, 'print', '--from', '/dev/zero', '-o', 'c.pdf'))
        (self.root / 'nul.md').write_bytes(b'# A Walk\n\nWhere to go.\n\nSlow\0ly.\n')
        self.assertIn('“nul.md” cannot be laid out.', self.refused(1, 'print', '--from', 'nul.md', '-o', 'c.pdf'))
        self.assertFalse((self.root / 'c.pdf').exists())

    def test_print_all_and_copies(self):
        self.done('print', '--all', '-o', 'all.pdf', '--paper', 'A4')
        self.done('print', '--all', '-o', 'three.pdf', '--paper', 'a4', '--copies', '3')
        pages = [int(re.search(r'Pages: +(\d+)', pdf(self.root / name, 'pdfinfo'))[1]) for name in ('all.pdf', 'three.pdf')]
        self.assertGreaterEqual(pages[0], len(self.rows('handouts')))
        self.assertEqual(pages[1], 3 * pages[0])
        self.assertRegex(pdf(self.root / 'all.pdf', 'pdfinfo'), r'Page size: +(595|842)')

    def test_group_at_the_foot_of_a_sheet_needs_no_data(self):
        self.done('print', 'seven-day-plan', '-o', 'x.pdf', '--group', 'Groupe du mardi')
        self.assertIn('Groupe du mardi', pdf(self.root / 'x.pdf', 'pdftotext'))
        self.assertFalse(self.folder.exists())

    def test_language(self):
        english = [row['title'] for row in self.rows('handouts')]
        french = [row['title'] for row in self.rows('handouts', LC_ALL='fr_CA.UTF-8', LANGUAGE='fr_CA')]
        self.assertNotEqual(english, french)
        self.done('print', '--all', '-o', 'x.pdf', '--language', 'fr')
        text = pdf(self.root / 'x.pdf', 'pdftotext')
        text = ' '.join(text.split())  # spaces that do not break come out as plain ones
        self.assertEqual([title for title in french if ' '.join(title.split()) not in text], [])
        for language in ('fr-CA', 'fr_CA', 'en', 'en-GB'):
            with self.subTest(language):
                self.done('print', 'urge-log', '-o', 'z.pdf', '--language', language)
        self.refused(1, 'print', '--all', '-o', 'y.pdf', '--language', 'enm')
        self.refused(1, 'print', '--all', '-o', 'y.pdf', '--language', '')
        reason = self.refused(1, 'print', '--all', '-o', 'y.pdf', '--language', 'tlh')
        self.assertIn('“tlh”', reason)
        self.assertRegex(reason, r'\ben\b.*\bfr\b')

    def test_large_print(self):
        for name, words in (('small.pdf', []), ('large.pdf', ['--large-print'])):
            self.done('print', 'cost-benefit', '-o', name, *words)
        self.assertNotEqual((self.root / 'small.pdf').read_bytes(), (self.root / 'large.pdf').read_bytes())

    def test_bad_words(self):
        self.fill()
        for words in ([], ['-o', 'x.pdf'], ['urge-log'], ['--all', 'urge-log', '-o', 'x.pdf'],
                      ['--all', '-o', 'x.pdf', '--paper', 'a5'], ['--all', '-o', 'x.pdf', '--copies', '0'],
                      ['--all', '-o', 'x.pdf', '--copies', '1000'], ['--all', '-o', 'x.pdf', '--copies', 'two']):
            with self.subTest(words):
                self.refused(2, 'print', *words)
                self.assertFalse((self.root / 'x.pdf').exists())

    def test_unknown_handout(self):
        self.assertIn('no-such-sheet', self.refused(1, 'print', 'urge-log', 'no-such-sheet', '-o', 'x.pdf'))
        self.assertFalse((self.root / 'x.pdf').exists())


class Output(CtlCase):
    """Where a file cannot be written, what was there stays."""

    def setUp(self):
        super().setUp()
        self.fill()
        self.writers = {'pdf': ['print', 'urge-log', '-o'], 'ics': ['export', 'ics'], 'json': ['export', 'meeting-guide'],
                        'csv': ['export', 'tsml-csv'], 'bmlt': ['export', 'bmlt'], 'tar': ['backup']}

    def test_files_appear(self):
        for name, words in self.writers.items():
            with self.subTest(name):
                self.exported(*words[1:], f'file.{name}') if words[0] == 'export' else self.done(*words, f'file.{name}')
                self.assertGreater((self.root / f'file.{name}').stat().st_size, 100)
                left = [path.name for path in self.root.iterdir()]
                self.assertEqual([other for other in left if other.startswith(('.', 'file.' + name + '.'))], [])

    def test_a_folder_that_is_not_there(self):
        for name, words in self.writers.items():
            with self.subTest(name):
                self.assertIn('“nowhere”', self.refused(1, *words, f'nowhere/file.{name}'))

    def test_a_folder(self):
        for name, words in self.writers.items():
            with self.subTest(name):
                self.refused(1, *words, self.home)
                self.assertEqual(list(self.home.iterdir()), [])

    def test_a_pipe_is_not_replaced(self):
        pipe = self.root / 'pipe'
        os.mkfifo(pipe)
        for words in self.writers.values():
            with self.subTest(words=words):
                self.assertIn(str(pipe), self.refused(1, *words, pipe))
                self.assertTrue(pipe.is_fifo())

    def test_not_over_the_database(self):
        for name, words in self.writers.items():
            with self.subTest(name):
                before = self.database.read_bytes()
                self.refused(1, *words, self.database)
                self.assertEqual(self.database.read_bytes(), before)

    @unittest.skipUnless(os.path.exists('/dev/full'), 'needs /dev/full')
    def test_full_disk_behind_the_output(self):
        with open('/dev/full', 'w') as full:
            result = subprocess.run([str(PROGRAM), 'handouts'], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        self.check_refusal(result, 1)

    @unittest.skipIf(not os.path.exists('/proc/version'), 'needs /proc')
    def test_unwritable_folder(self):
        for name, words in self.writers.items():
            with self.subTest(name):
                self.refused(1, *words, f'/proc/file.{name}')

    def test_export_for_one_group(self):
        self.exported('ics', 'all.ics')
        uid, name = self.sql('SELECT m.uid, g.name FROM meetings m JOIN groups g ON g.id = m.group_id LIMIT 1')[0]
        self.exported('ics', 'one.ics', '--group', name)
        every = set(re.findall(r'^UID:(.*)\r$', (self.root / 'all.ics').read_text(newline=''), re.M))
        one = set(re.findall(r'^UID:(.*)\r$', (self.root / 'one.ics').read_text(newline=''), re.M))
        self.assertEqual(every, {row[0] for row in self.sql('SELECT uid FROM meetings WHERE NOT by_appointment')})
        self.assertTrue(uid in one and one < every)

    def test_export_of_some_days(self):
        uid = self.sql('SELECT uid FROM meetings ORDER BY id LIMIT 1')[0][0]
        self.sql("UPDATE meetings SET start = '2026-11-03T19:00', rule = 'FREQ=WEEKLY;BYDAY=TU', zone = 'Asia/Kolkata' WHERE uid = ?", uid)
        self.exported('ics', 'some.ics', '--from', '2026-12-02', '--to', '2026-12-15')
        text = (self.root / 'some.ics').read_text()
        self.assertIn('DTSTART;TZID=Asia/Kolkata:20261208T190000', text)
        self.assertIn('UNTIL=20261215T133000Z', text)

    def test_nobody_is_in_the_calendar(self):
        self.exported('ics', 'all.ics')
        text = (self.root / 'all.ics').read_text()
        notes = [row[0] for row in self.sql("SELECT DISTINCT note FROM check_ins WHERE note <> '' UNION SELECT text FROM plan_items WHERE text <> ''")]
        self.assertGreater(len(notes), 5)
        self.assertEqual([note for note in notes if note in text], [])

    def test_bad_export(self):
        for words in ([], ['ics'], ['ics', 'a', 'b'], ['xls', 'a'], ['meeting-guide'], ['tsml-csv', 'a', '--to', '2026-11-25'], ['schedule-pdf', 'a', '--from', '2026-11-24', '--to', '2026-11-25'],
                      ['ics', 'a', '--from', 'today'], ['ics', 'a', '--from', '2026-11-25', '--to', '2026-11-24']):
            with self.subTest(words):
                self.refused(2, 'export', *words)
        name = self.sql('SELECT name FROM groups')[0][0]
        self.assertIn(name, self.refused(1, 'export', 'ics', 'a', '--group', 'None such'))
        self.sql("UPDATE groups SET name = 'Same'")
        self.assertIn(self.sql('SELECT uid FROM groups')[0][0], self.refused(1, 'export', 'ics', 'a', '--group', 'same'))


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
        self.assertIn('nothing', self.refused(1, 'import', name, folder=self.root / 'nothing'))
        self.assertFalse((self.root / 'nothing').exists())

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


class Purge(CtlCase):
    """Notes kept no longer than needed; the time is 24 November 2026."""

    def setUp(self):
        super().setUp()
        self.fill()
        self.groups = {uid: name for uid, name in self.sql('SELECT uid, name FROM groups')}

    def count(self, sql):
        return self.sql(f'SELECT count (*) FROM {sql}')[0][0]

    def test_dry_run_says_what_would_go(self):
        before = self.count('check_ins'), self.count('plan_items'), self.count('participants')
        said = self.done('purge', '--older-than', '24', '--dry-run')
        self.assertEqual(len(said.splitlines()), 2, said)
        for line in said.splitlines():
            self.assertRegex(line, r'^.+, before 2024-11-24: \d+ check-ins, \d+ plan items and \d+ people would be deleted$')
        self.assertEqual((self.count('check_ins'), self.count('plan_items'), self.count('participants')), before)

    def test_deletes_and_says_it(self):
        old = 'check_ins AS c JOIN sessions AS s ON s.id = c.session_id WHERE s.start < \'2024-11-24\''
        gone = self.count(old)
        came = self.sql('SELECT count (*) FROM check_ins')[0][0] + self.sql('SELECT sum (coalesce (unnamed, 0)) FROM sessions')[0][0]
        sessions = self.count('sessions')
        self.assertGreater(gone, 1000)
        said = self.done('purge', '--older-than', '24')
        self.assertEqual(sum(int(number) for number in re.findall(r'(\d+) check-ins', said)), gone)
        self.assertEqual(self.count(old), 0)
        self.assertGreater(self.count('check_ins'), 100)
        self.assertEqual(self.count('sessions'), sessions)
        self.assertEqual(self.count('check_ins') + self.sql('SELECT sum (coalesce (unnamed, 0)) FROM sessions')[0][0], came)
        self.assertEqual(self.count('participants WHERE id NOT IN (SELECT participant_id FROM check_ins UNION SELECT participant_id FROM plan_items)'), 0)
        self.assertIn('sound', self.done('check'))
        self.assertEqual([line.rpartition(': ')[2] for line in self.done('purge', '--older-than', '24').splitlines()], ['nothing', 'nothing'])

    def test_one_group(self):
        name = min(self.groups.values())
        said = self.done('purge', '--older-than', '24', '--group', name.upper())
        self.assertEqual(len(said.splitlines()), 1)
        self.assertTrue(said.startswith(name), said)
        old = self.sql('SELECT DISTINCT g.name FROM check_ins AS c JOIN sessions AS s ON s.id = c.session_id JOIN groups AS g ON g.id = s.group_id'
                       ' WHERE s.start < \'2024-11-24\'')
        self.assertEqual([row[0] for row in old], [other for other in self.groups.values() if other != name])

    def test_refusals(self):
        before = self.count('check_ins')
        for months in ([], ['--older-than', '0'], ['--older-than', '1201'], ['--older-than', 'two'], ['--older-than', '-1']):
            with self.subTest(months):
                self.assertIn('from 1 to 1200', self.refused(2, 'purge', *months))
        self.refused(2, 'purge', '--older-than', '24', 'more')
        self.assertIn('There is no group “Nobody”', self.refused(1, 'purge', '--older-than', '24', '--group', 'Nobody'))
        self.assertEqual(self.count('check_ins'), before)


class Keeping(CtlCase):
    """Backup, restore, check, and folders that cannot be used."""

    def setUp(self):
        super().setUp()
        self.fill()
        self.backup = self.root / 'backup.tar'

    def contents(self):
        return [self.sql(f'SELECT * FROM {table} ORDER BY 1') for table in
                ('groups', 'meetings', 'overrides', 'sessions', 'participants', 'check_ins', 'plan_items')]

    def test_there_and_back(self):
        before = self.contents()
        self.done('backup', self.backup)
        self.assertTrue(tarfile.is_tarfile(self.backup))
        self.sql('DELETE FROM groups')
        said = self.done('restore', self.backup)
        self.assertEqual(self.contents(), before)
        aside = re.search(r'“(.+)”', said)[1]
        self.assertTrue(os.path.exists(aside), said)
        self.done('check')

    def test_into_an_empty_folder(self):
        before = self.contents()
        self.done('backup', self.backup)
        shutil.rmtree(self.folder)
        self.assertNotIn('“', self.done('restore', self.backup))
        self.assertEqual(self.contents(), before)

    def test_damaged_archives_change_nothing(self):
        self.done('backup', self.backup)
        before = self.contents()
        good = self.backup.read_bytes()
        chance = random.Random(20261124)
        bad = {
            'nothing': b'', 'text': b'hello\n' * 100, 'first half': good[:len(good) // 2], 'end cut off': good[:-20000],
            'only the database': self.database.read_bytes(), 'zeros': bytes(len(good)),
            'overwritten middle': good[:len(good) // 3] + chance.randbytes(8192) + good[len(good) // 3 + 8192:],
        }
        bad |= {f'random {number}': chance.randbytes(chance.randrange(1, 40000)) for number in range(12)}
        for name, content in bad.items():
            with self.subTest(name):
                self.backup.write_bytes(content)
                self.assertIn(str(self.backup), self.refused(1, 'restore', self.backup))
                self.assertEqual(self.contents(), before)
        self.done('check')

    def test_restore_what_is_not_there(self):
        self.assertIn('nowhere.tar', self.refused(1, 'restore', self.root / 'nowhere.tar'))
        self.refused(2, 'restore')
        self.refused(2, 'restore', 'a', 'b')
        self.refused(2, 'backup')
        self.refused(1, 'restore', self.home)

    def test_check(self):
        self.assertIn('sound', self.done('check'))
        self.sql('PRAGMA foreign_keys = OFF')
        self.sql('UPDATE check_ins SET participant_id = 999999 WHERE id = (SELECT min (id) FROM check_ins)')
        result = self.ctl('check')
        self.check_refusal(result, 1)
        self.assertIn('restore', result.stderr)
        self.assertGreaterEqual(len(result.stdout.splitlines()), 1)

    def test_held_by_another(self):
        # `search` reads and would hold the folder only for a moment: a stopped one holds it as long as we like.
        holder = subprocess.Popen([str(PROGRAM), '--data-dir', str(self.folder), 'backup', str(self.root / 'slow.tar')])
        try:
            stop_while_open(self, holder)
            for words in (['check'], ['search', 'a'], ['restore', self.backup], ['sample']):
                with self.subTest(words[0]):
                    self.refused(1, *words)
        finally:
            holder.send_signal(signal.SIGCONT)
            holder.wait(60)
        self.assertEqual(holder.returncode, 0)
        self.done('check')

    def test_foreign_and_newer_files_are_left_alone(self):
        self.done('backup', self.backup)
        newer = self.database.with_suffix('.newer')
        shutil.copy(self.database, newer)
        self.sql('PRAGMA user_version = 9999')
        kinds = {'newer': self.database.read_bytes(), 'text': b'Dear diary,\n' * 500, 'random': random.Random(1).randbytes(50000),
                 'cut': newer.read_bytes()[:30000]}
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        connection = sqlite3.connect(self.database)
        connection.execute('CREATE TABLE recipes (name)')
        connection.commit()
        connection.close()
        kinds['of another program'] = self.database.read_bytes()
        for name, content in kinds.items():
            for words in (['check'], ['search', 'a'], ['sample'], ['backup', 'y.tar']):
                with self.subTest(name, command=words[0]):
                    self.database.write_bytes(content)
                    self.refused(1, *words)
                    self.assertEqual(self.database.read_bytes(), content)

    def test_random_words(self):
        """Whatever is typed gives a status of 0, 1 or 2, and a refusal of one line."""
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


if __name__ == '__main__':
    tap.main()
