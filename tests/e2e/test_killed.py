#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""The real program, killed as soon as it says that something is saved, again and again: nothing is missing.

test_killed.py FOLDER   what was seen when something failed is left in FOLDER
"""
import os
import signal
import subprocess
import sys

from desktop import wait_until
from person import Person, Role
from story import equal, rows, tell

NOW = '2026-11-24T17:30'
KILLS = 10


class Killed:
    def __init__(self, desktop, folder):
        self.person = Person(desktop)
        self.data = desktop.folder / 'group'
        self.log = folder / 'killed.log'
        self.log.unlink(missing_ok=True)
        self.written = []  # (alias, note, plan item), each of which had shown as saved

    def start(self):
        self.person.start('--data-dir', self.data, '--now', NOW, log=self.log)

    def set_up_the_group(self):
        self.start()
        self.person.begin_group()
        self.person.find(Role.HEADING, 'Tonight at 19:30')
        self.person.quit()

    def write_and_be_killed(self):
        number = len(self.written) + 1
        alias, note, item = f'Person {number}', f'Note {number}', f'Walk {number}'
        self.start()
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Write Check-ins'))
        self.person.key('ctrl+Return')
        self.person.write(self.person.find(Role.TEXT, 'Name or alias'), alias)
        self.person.key('Return')
        line = self.person.find(Role.LIST_ITEM, alias)
        self.person.write(self.person.find(Role.TEXT, f'What {alias} brings', root=line), note)
        self.person.key('alt+Down')
        self.person.write(self.person.find(Role.TEXT, 'Add to the plan', root=line), item)
        self.person.find(Role.LABEL, 'Saved')
        os.kill(self.person.process.pid, signal.SIGKILL)
        wait_until('the program to be gone', lambda: self.person.process.poll() is not None)
        self.written.append((alias, note, item))
        equal('what is stored', self.stored(), ['|'.join(words) for words in self.written])

    def stored(self):
        return rows(self.data / 'fourfold.db', '''
            SELECT p.alias, c.note, i.text FROM check_ins c JOIN participants p ON p.id = c.participant_id
              LEFT JOIN plan_items i ON i.participant_id = p.id ORDER BY c.id''')

    def find_the_database_sound(self):
        equal('the database', rows(self.data / 'fourfold.db', 'PRAGMA integrity_check'), ['ok'])
        done = subprocess.run(['fourfoldctl', '--data-dir', self.data, 'check'], capture_output=True, text=True, timeout=30)
        equal('what the check says', (done.returncode, done.stderr), (0, ''))

    def find_everything_again(self):
        self.start()
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Write Check-ins'))
        for alias, *_texts in self.written:
            self.person.press(self.person.find(Role.PUSH_BUTTON, alias, root=self.person.find(Role.LIST_ITEM, alias)))
        wanted = {words for _alias, *texts in self.written for words in texts}
        wait_until('everything to show', lambda: wanted <= {self.person.text(node) for node in self.person.look(Role.TEXT)})
        equal('the exit status', self.person.quit(), 0)

    def steps(self):
        return [self.set_up_the_group, *KILLS * [self.write_and_be_killed], self.find_everything_again, self.find_the_database_sound]


if __name__ == '__main__':
    sys.exit(tell(Killed, 'killed', {'G_DEBUG': 'fatal-criticals', 'G_MESSAGES_DEBUG': ''}))
