# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""The built fourfoldctl with a data folder of its own, and that folder's database."""
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
NOW = '2026-11-24T12:00'


class CtlCase(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix='fourfold-ctl-')
        self.addCleanup(self.temporary.cleanup)
        self.root = Path(self.temporary.name)
        self.folder = self.root / 'data'
        self.database = self.folder / 'fourfold.db'
        self.home = self.root / 'home'
        self.home.mkdir()

    def ctl(self, *arguments, folder=None, **environment):
        """Runs it once and returns what came of it."""
        command = [str(PROGRAM), '--data-dir', str(folder or self.folder), '--now', NOW, *map(str, arguments)]
        return self.run_program(command, **environment)

    def run_program(self, command, typed=None, **environment):
        return subprocess.run(command, capture_output=True, text=True, timeout=100, cwd=self.root, input=typed,
                              env={**os.environ, 'HOME': str(self.home), 'XDG_DATA_HOME': str(self.home / 'share'), **environment})

    def done(self, *arguments, **options):
        """It must work, and say nothing on stderr."""
        result = self.ctl(*arguments, **options)
        self.assertEqual((result.returncode, result.stderr), (0, ''), result)
        return result.stdout

    def exported(self, *arguments, **options):
        """It must work, and may name meetings that the format cannot say whole, a line each, which are returned."""
        result = self.ctl('export', *arguments, **options)
        self.assertEqual((result.returncode, result.stdout), (0, ''), result)
        remarks = result.stderr.splitlines()
        self.assertEqual([line for line in remarks if not line.startswith('“')], [], result)
        return remarks

    def refused(self, status, *arguments, **options):
        """It must end with this status and one line of reason, which is returned."""
        result = self.ctl(*arguments, **options)
        self.check_refusal(result, status)
        return result.stderr

    def check_refusal(self, result, status):
        self.assertEqual(result.returncode, status, result)
        self.assertRegex(result.stderr, r'\Afourfoldctl: [^\n]{10,}\n\Z', result)

    def rows(self, *arguments, **options):
        """The JSON objects that it prints, one a line."""
        rows = [json.loads(line) for line in self.done(*arguments, '--json', **options).splitlines()]
        self.assertTrue(all(isinstance(row, dict) for row in rows))
        return rows

    def fill(self, size='facilitator', cache={}):
        """A sample, made once and copied for each test."""
        if size not in cache:
            kept = Path(tempfile.mkdtemp(prefix='fourfold-sample-'))
            unittest.addModuleCleanup(shutil.rmtree, kept)
            self.done('sample', '--size', size, folder=kept / 'data')
            cache[size] = kept / 'data'
        shutil.copytree(cache[size], self.folder)

    def sql(self, text, *values):
        """One statement on the database itself; needs no program to have it open."""
        connection = sqlite3.connect(self.database)
        try:
            with connection:
                return connection.execute(text, values).fetchall()
        finally:
            connection.close()

    def stop_while_open(self, process):
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
            if str(self.database) in held:
                return
            process.send_signal(signal.SIGCONT)
            time.sleep(0.0005)
            if process.poll() is not None:
                break
        self.fail('the database was never seen open')

    @contextlib.contextmanager
    def another_program(self):
        """Has the data for as long as this lasts: a backup that is stopped, as a search would be done in a moment."""
        holder = subprocess.Popen([str(PROGRAM), '--data-dir', str(self.folder), 'backup', str(self.root / 'slow.tar')])
        try:
            self.stop_while_open(holder)
            yield
        finally:
            holder.send_signal(signal.SIGCONT)
            holder.wait(60)
        self.assertEqual(holder.returncode, 0)
