#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Volunteers in and out of fourfoldctl, as other programs read and write them.

test-cli-roster.py FOURFOLDCTL
"""
import csv
import json
import re
import sqlite3
import stat
import unittest

import tap
from ctl import CtlCase

PEOPLE = '''Name,Email,Phone,Roles,Time Zone,Availability,Absences
Zoé Roy,zoe@example.org,604 555 0100,facilitator; host,America/Vancouver,Mon 18:00-21:00,2026-12-20 to 2027-01-03
Al Roy,al@example.org,604 555 0101,host,America/Toronto,,
'''


class Roster(CtlCase):
    def setUp(self):
        super().setUp()
        self.file = self.root / 'people.csv'
        self.empty(self.folder)

    def empty(self, folder):
        """A database with groups and roles, and nobody in it."""
        self.done('sample', '--size', 'facilitator', folder=folder)
        with sqlite3.connect(folder / 'fourfold.db') as database:
            database.execute('PRAGMA foreign_keys = ON')
            database.execute('DELETE FROM volunteers')
            self.group = database.execute('SELECT name FROM groups').fetchone()[0]
        database.close()

    def write(self, text, encoding='utf-8'):
        self.file.write_text(text, encoding=encoding, newline='')
        return self.file

    def load(self, *options, format='roster-csv', status=0):
        result = self.ctl('import', self.file, '--format', format, '--json', *options)
        self.assertEqual(result.returncode, status, result)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def changes(self, rows):
        return [(row['line'], row['change']) for row in rows]

    def count(self):
        with sqlite3.connect(self.database) as database:
            number = database.execute('SELECT count(*) FROM volunteers').fetchone()[0]
        database.close()
        return number

    def export(self, form, name, *options):
        path = self.root / name
        self.done('export', form, path, *options)
        return path

    def table(self, *options):
        with open(self.export('roster-csv', 'out.csv', *options), encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    def test_zone_in_use(self):
        """A zone that no country lists is known where somebody lives in it already, and not before."""
        self.write('Name,Time Zone\nAna,Etc/UTC\n')
        self.assertIn('Etc/UTC', json.dumps(self.load('--dry-run')))
        self.write(PEOPLE)
        self.load()
        with sqlite3.connect(self.database) as database:
            database.execute("UPDATE volunteers SET zone = 'Etc/UTC' WHERE name = 'Al Roy'")
        database.close()
        self.write('Name,Time Zone\nAna,Etc/UTC\n')
        self.assertNotIn('Etc/UTC', json.dumps(self.load()))
        self.assertEqual({row['Name']: row['Time Zone'] for row in self.table()}['Ana'], 'Etc/UTC')

    def test_in_and_out(self):
        self.write(PEOPLE)
        self.assertEqual(self.changes(self.load('--dry-run')), [(2, 'added'), (3, 'added')])
        self.assertEqual(self.count(), 0)
        rows = self.load()
        self.assertEqual(self.changes(rows), [(2, 'added'), (3, 'added')])
        table = {row['Name']: row for row in self.table()}
        zoe = table['Zoé Roy']
        self.assertEqual(zoe['UID'], rows[0]['uid'])
        self.assertEqual(zoe['Roles'], 'facilitator; host')
        self.assertEqual(zoe['Availability'], 'Mon 18:00-21:00')
        self.assertEqual(zoe['Absences'], '2026-12-20 to 2027-01-03')
        self.assertEqual(table['Al Roy']['Time Zone'], 'America/Toronto')
        self.assertEqual(stat.S_IMODE((self.root / 'out.csv').stat().st_mode), 0o600)
        # The same again changes nothing, with and without numbers.
        self.assertEqual(self.changes(self.load()), [(2, 'same'), (3, 'same')])
        self.file = self.root / 'out.csv'
        self.assertEqual({change for _, change in self.changes(self.load())}, {'same'})
        self.file = self.export('roster-vcf', 'out.vcf')
        self.assertEqual({change for _, change in self.changes(self.load(format='roster-vcf'))}, {'same'})
        self.assertEqual(self.count(), 2)

    def test_vcards_for_others(self):
        self.write(PEOPLE)
        self.load()
        text = self.export('roster-vcf', 'out.vcf').read_bytes().decode()
        for line in text.split('\r\n'):
            self.assertLessEqual(len(line.encode()), 75)
        whole = re.sub('\r\n[ \t]', '', text)
        cards = re.findall('BEGIN:VCARD\r\n(.*?)END:VCARD\r\n', whole, re.DOTALL)
        self.assertEqual(len(cards), 2)
        for card in cards:
            names = [re.match('[A-Z0-9-]+', line)[0] for line in card.splitlines()]
            self.assertEqual(names[0], 'VERSION')
            for name in ('FN', 'N', 'UID', 'KIND', 'EMAIL', 'TEL', 'TZ', 'REV'):
                self.assertEqual(names.count(name), 1, card)
            self.assertRegex(card, 'UID:urn:uuid:[0-9a-f-]{36}\r\n')
        contacts = self.export('roster-vcf', 'contacts.vcf', '--contacts-only').read_text()
        self.assertIn('zoe@example.org', contacts)
        self.assertNotIn('AVAILABILITY', contacts)

    def test_only_a_group(self):
        self.write(f'Name,Groups\nBo,"{self.group}"\nCy,\nDi,Nowhere\n')
        rows = self.load()
        self.assertIn('“Nowhere”', rows[2]['remarks'][0])
        self.assertEqual([row['Name'] for row in self.table('--group', self.group)], ['Bo'])
        self.assertEqual(len(self.table()), 3)

    def test_two_with_one_mail(self):
        self.write(PEOPLE)
        self.load()
        self.write('Name,Email,Roles\nJo Roy,ZOE@example.org,greeter\n')
        reason = self.refused(1, 'import', self.file, '--format', 'roster-csv')
        self.assertIn('Line 2', reason)
        self.assertIn('same mail', reason)
        self.assertIn('--duplicates', reason)
        self.assertNotIn('Zoé', reason)
        row, = self.load('--dry-run')
        self.assertEqual(row['change'], 'duplicate')
        self.assertIn('Zoé Roy', row['reason'])
        self.assertEqual(self.load('--duplicates', 'skip')[0]['change'], 'skipped')
        self.assertEqual(self.count(), 2)
        self.assertEqual(self.load('--duplicates', 'skip')[0]['uid'], '')
        row, = self.load('--duplicates', 'merge')
        self.assertEqual(row['change'], 'merged')
        self.assertEqual(row['uid'], {line['Name']: line['UID'] for line in self.table()}['Zoé Roy'])
        self.assertEqual(self.count(), 2)
        roles = {line['Name']: line['Roles'] for line in self.table()}
        self.assertEqual(roles['Zoé Roy'], 'facilitator; greeter; host')
        self.assertEqual(self.load('--duplicates', 'add')[0]['change'], 'added')
        self.assertEqual(self.count(), 3)

    def test_dates(self):
        self.write('Name,Absences\nBo,03/04/05\n')
        reason = self.refused(1, 'import', self.file, '--format', 'roster-csv')
        self.assertIn('Line 2: “03/04/05”', reason)
        self.assertIn('--dates', reason)
        self.load('--dates', 'mdy')
        self.assertEqual(self.table()[0]['Absences'], '2005-03-04 to 2005-03-04')
        self.assertIn('“dym”', self.refused(2, 'import', self.file, '--format', 'roster-csv', '--dates', 'dym'))

    def test_charset(self):
        self.write(PEOPLE, encoding='latin-1')
        reason = self.refused(1, 'import', self.file, '--format', 'roster-csv')
        self.assertIn('Line 2', reason)
        self.assertIn('--charset', reason)
        self.assertIn('latin1 “Zoé Roy', reason)
        self.load('--charset', 'latin1')
        self.assertIn('Zoé Roy', [row['Name'] for row in self.table()])
        self.assertIn('“x”', self.refused(2, 'import', self.file, '--format', 'roster-csv', '--charset', 'x'))

    def test_old_vcard(self):
        self.file.write_bytes(b'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Roy;Zo\xe9\r\nEND:VCARD\r\n')
        self.assertIn('Line 3', self.refused(1, 'import', self.file, '--format', 'roster-vcf'))
        row, = self.load('--charset', 'windows-1252', format='roster-vcf')
        self.assertEqual(row['title'], 'Zoé Roy')

    def test_columns(self):
        self.write('Who,Reach\nBo,bo@example.org\n')
        self.assertIn('--columns', self.refused(1, 'import', self.file, '--format', 'roster-csv'))
        self.assertIn('“Whom”', self.refused(1, 'import', self.file, '--format', 'roster-csv', '--columns', 'Whom=name'))
        result = self.ctl('import', self.file, '--format', 'roster-csv', '--columns', 'Who=name')
        self.assertEqual(result.returncode, 0, result)
        self.assertIn('“Reach”', result.stderr)
        self.load('--columns', 'Who=name,2=mail', '--duplicates', 'merge')
        self.assertEqual([row['Email'] for row in self.table()], ['bo@example.org'])
        self.write('Cy Roy,cy@example.org\n')
        self.load('--no-header', '--columns', '1=name,2=mail')
        self.assertEqual(self.count(), 2)

    def test_names_that_nobody_knows(self):
        self.write('Name,Roles\nBo,Usher; Host\n')
        row, = self.load('--dry-run')
        self.assertIn('“Usher”', row['remarks'][0])
        row, = self.load('--map', 'Usher=greeter')
        self.assertNotIn('Usher', ''.join(row['remarks']))
        self.assertEqual(self.table()[0]['Roles'], 'greeter; host')
        self.assertIn('“Nobody”', self.refused(1, 'import', self.file, '--format', 'roster-csv', '--map', 'Usher=Nobody'))

    def test_refusals_have_their_line(self):
        self.write('Name,Email\nBo,bo@example.org\n,x@example.org\nCy,nothing\n')
        rows = self.load()
        self.assertEqual(self.changes(rows), [(2, 'added'), (3, 'refused'), (4, 'refused')])
        self.assertEqual(self.count(), 1)
        self.write('Name,Email\n,x@example.org\n')
        self.assertIn('Line 2', self.ctl('import', self.file, '--format', 'roster-csv').stderr)
        self.load(status=1)

    def test_refusals_are_one_line(self):
        """Whatever a file has in it, and nothing of it tells the terminal what to do."""
        self.write('Name,"Nick\x1b[31m\nname",Email\nBo,,bo@example.org\n"\x1b[2JCy\nRoy",,"no\x1b[31m\nmail"\n')
        result = self.ctl('import', self.file, '--format', 'roster-csv')
        self.assertNotIn('\x1b', result.stdout + result.stderr)
        self.assertEqual([line.split('\t')[0] for line in result.stdout.splitlines()[:2]], ['added', 'refused'])
        self.write('Name,Email\n,"no\x1b[31m\nmail"\n')
        self.assertNotIn('\x1b', self.refused(1, 'import', self.file, '--format', 'roster-csv'))

    def test_usage(self):
        self.write(PEOPLE)
        self.refused(2, 'import', self.file, '--format', 'roster-csv', '--remove-gone')
        self.refused(2, 'import', self.file, '--dates', 'dmy')
        self.refused(2, 'import', self.file, '--format', 'roster-csv', '--duplicates', 'guess')
        self.refused(2, 'export', 'roster-csv', self.root / 'x.csv', '--from', '2026-11-24')
        self.refused(1, 'import', self.root / 'missing.csv', '--format', 'roster-csv')

    def test_fifty_thousand(self):
        with open(self.file, 'w', encoding='utf-8') as file:
            file.write('Name,Email,Phone\n')
            file.writelines(f'Person {i},p{i}@example.org,604{i:07}\n' for i in range(50000))
        self.assertEqual(len(self.load()), 50000)
        self.assertEqual(self.count(), 50000)
        with open(self.file, 'a', encoding='utf-8') as file:
            file.writelines(f'More {i},m{i}@example.org,778{i:07}\n' for i in range(50001))
        self.assertIn('100000', self.refused(1, 'import', self.file, '--format', 'roster-csv'))


if __name__ == '__main__':
    tap.main()
