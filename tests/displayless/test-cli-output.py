#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What fourfoldctl writes: handouts as PDFs, calendars, and every file only when it is whole.

test-cli-output.py FOURFOLDCTL
"""
import os
import re
import subprocess
import unittest

import tap
from ctl import PROGRAM, CtlCase


def pdf(path, *words):
    return subprocess.run([*words, str(path), *(['-'] if words[0] == 'pdftotext' else [])], check=True, capture_output=True, text=True).stdout


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
        with self.another_program():
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


if __name__ == '__main__':
    tap.main()
