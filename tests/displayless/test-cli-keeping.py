#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What fourfoldctl keeps and removes: backup, restore, check and purge, and folders that cannot be used.

test-cli-keeping.py FOURFOLDCTL
"""
import os
import random
import re
import shutil
import sqlite3
import tarfile

import tap
from ctl import CtlCase


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
        with self.another_program():
            for words in (['check'], ['search', 'a'], ['restore', self.backup], ['sample']):
                with self.subTest(words[0]):
                    self.refused(1, *words)
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


if __name__ == '__main__':
    tap.main()
