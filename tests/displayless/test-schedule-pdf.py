#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""fourfoldctl export schedule-pdf: every form, with good options and bad.

test-schedule-pdf.py FOURFOLDCTL
"""
import re
import subprocess

import tap
from ctl import CtlCase


def read(path, program='pdftotext', *options):
    command = [program, *options, str(path), *(['-'] if program == 'pdftotext' else [])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class SchedulePdf(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()

    def write(self, *options):
        self.done('export', 'schedule-pdf', 'schedule.pdf', *options)
        return self.root / 'schedule.pdf'

    def test_forms(self):
        titles = {row[0] for row in self.sql('SELECT name FROM groups')}
        for form in ('poster', 'list', 'leaflet'):
            with self.subTest(form):
                path = self.write('--form', form, '--paper', 'letter')
                text = read(path)
                for title in titles:
                    self.assertIn(title, re.sub(r'\s+', ' ', text))
                width, height = re.search(r'Page size: +([\d.]+) x ([\d.]+)', read(path, 'pdfinfo')).groups()
                self.assertEqual({float(width), float(height)}, {612.0, 792.0})
                self.assertEqual(float(width) > float(height), form == 'leaflet')

    def test_language(self):
        text = read(self.write('--language', 'fr', '--large-print'))
        self.assertIn('Rencontres' if len(self.sql('SELECT uid FROM groups')) > 1 else 'Mardi', text)
        self.assertIn('2026', text)

    def test_one_group(self):
        names = [row[0] for row in self.sql('SELECT name FROM groups ORDER BY name')]
        text = read(self.write('--group', names[0]))
        self.assertIn(names[0], text)
        for name in names[1:]:
            self.assertNotIn(name, text)

    def test_passcodes_stay(self):
        text = read(self.write())
        codes = [row[0] for row in self.sql("SELECT passcode FROM meetings WHERE passcode != ''")]
        for code in codes:
            self.assertNotIn(code, text)

    def test_bad_options(self):
        self.assertIn('leaflet', self.refused(2, 'export', 'schedule-pdf', 'x.pdf', '--form', 'scroll'))
        self.assertIn('letter', self.refused(2, 'export', 'schedule-pdf', 'x.pdf', '--paper', 'a5'))
        self.refused(2, 'export', 'schedule-pdf')
        self.refused(1, 'export', 'schedule-pdf', 'x.pdf', '--group', 'None such')
        self.refused(1, 'export', 'schedule-pdf', 'nowhere/x.pdf')
        self.assertFalse((self.root / 'x.pdf').exists())


if __name__ == '__main__':
    tap.main()
