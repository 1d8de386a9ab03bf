#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""What groups in custody are given is on paper only: no sheet of theirs speaks of links, phones or apps.

test-custody-words.py DATA
"""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree as ET

import tap

DATA = pathlib.Path(sys.argv[1])
UNFIT = re.compile(r'https?:|www\.|\b(?:(?:tele)?phon(?:e|es|ed|ing)|texts?|texted|texting|calls?|called|calling|'
                   r'online|internet|websites?|e-?mails?|apps?)\b', re.IGNORECASE)


def sheets():
    programme = ET.parse(DATA / 'programmes/inside-out.xml')
    return [element.get('id') for element in programme.iterfind('handouts/handout')]


class CustodyWords(unittest.TestCase):
    def test_words_are_found(self):
        for unfit in ('See www.example.org', 'Phone a friend.', 'Text someone', 'Call or write', 'Use an app.', 'On-line or online'):
            self.assertRegex(unfit, UNFIT)
        self.assertNotRegex('What happened? Recall it, word by word, in its context.', UNFIT)

    def test_there_are_sheets(self):
        self.assertGreaterEqual(len(sheets()), 5)

    def test_sheets(self):
        for sheet in sheets():
            for element in ET.parse(DATA / f'handouts/{sheet}.xml').iter():
                with self.subTest(sheet, element=element.tag):
                    self.assertNotRegex(element.text or '', UNFIT)


if __name__ == '__main__':
    tap.main()
