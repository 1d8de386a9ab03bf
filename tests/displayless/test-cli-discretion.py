#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What people said in confidence is in nothing that is written for others, and in nothing that fourfoldctl says.

test-cli-discretion.py FOURFOLDCTL
"""
import resource
import sqlite3
import subprocess
import time
import unittest
from pathlib import Path

import tap
from ctl import PROGRAM, CtlCase

MARKER = 'Quillfeather'
TABLES = {'participants': ['alias'], 'check_ins': ['note'], 'plan_items': ['text']}
FORMATS = ['ics', 'meeting-guide', 'tsml-csv', 'schedule-pdf']
LOUD = {'G_MESSAGES_DEBUG': 'all', 'LIBXML_DEBUG': '1'}


class Discretion(CtlCase):
    def mark(self):
        """Every participant, note and plan item says the marker; returns how many."""
        self.done('sample')
        with sqlite3.connect(self.database) as database:
            for table, columns in TABLES.items():
                for column in columns:
                    database.execute(f"UPDATE {table} SET {column} = ? || rowid", (MARKER,))
            count = sum(database.execute(f'SELECT count(*) FROM {table}').fetchone()[0] for table in TABLES)
        database.close()
        return count

    def check(self, what, text):
        self.assertNotIn(MARKER, text, what)

    def test_exports(self):
        self.assertGreater(self.mark(), 50)
        for form in FORMATS:
            with self.subTest(form):
                path = self.root / f'out-{form}'
                result = self.ctl('export', form, path, **LOUD)
                self.assertEqual(result.returncode, 0, result.stderr[-500:])
                self.check('the output', result.stdout + result.stderr)
                self.assertGreater(path.stat().st_size, 100)
                text = path.read_bytes().decode('latin-1')
                if form.endswith('pdf'):
                    text += subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
                self.check('the file', text)
                self.check('the name', path.name)

    def test_listings_and_logs(self):
        self.mark()
        for command in (['occurrences', '--from', '2026-11-24', '--to', '2026-12-24', '--json'], ['handouts', '--json'],
                        ['backup', self.root / 'backup.tar']):
            with self.subTest(command[0]):
                result = self.ctl(*command, **LOUD)
                self.assertEqual(result.returncode, 0, result.stderr[-500:])
                self.check('the output', result.stdout + result.stderr)

    def test_damage_is_told_without_words(self):
        """What is said of a file that cannot be read quotes nothing of it."""
        self.mark()
        content = bytearray(self.database.read_bytes())
        for place in range(5000, len(content), 4096):
            content[place:place + 40] = b'\xff' * 40
        self.database.write_bytes(content)
        result = self.ctl('check', **LOUD)
        self.assertEqual(result.returncode, 1)
        self.check('the output', result.stdout + result.stderr)

    def test_no_core_dump(self):
        """Where the system would write one, none is written."""
        def allow_core():
            resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
        self.done('sample')
        process = subprocess.Popen([str(PROGRAM), '--data-dir', self.folder, '--passphrase-file', '-', 'check'], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=allow_core)
        try:
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                limits = Path(f'/proc/{process.pid}/limits').read_text().splitlines()
                core = next(line for line in limits if line.startswith('Max core file size')).split()[4:6]
                if core == ['0', '0']:
                    return
                if process.poll() is not None:
                    break
                time.sleep(0.01)
            self.fail(f'a core dump may be as large as {core}')
        finally:
            process.kill()
            process.communicate()


if __name__ == '__main__':
    tap.main()
