#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Twelve check-ins with the real program by keys alone: the mouse is never touched, nor any button but by its key.

test_check_ins.py FOLDER   what was seen when something failed is left in FOLDER
"""
import sys

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

from desktop import wait_until
from person import Person, Role
from story import equal, rows, tell

NOW = '2026-11-24T17:30'
PEOPLE = [('Sam', 'Slept better, one hard evening', 4), ('Rosa', 'New job starts on Monday', 0), ('Ines', 'Quiet week', 10), ('Kofi', 'Walked home the long way', 3),
          ('Aiko', 'First time here', 7), ('Jo', 'Called my sister', 2), ('Lars', 'Two good days', 5), ('Mina', 'Tired, and came anyway', 6),
          ('Omar', 'Cooked for four', 1), ('Pia', 'Nothing new', 3), ('Quinn', 'A letter from my son', 2), ('Tove', 'Slept through', 0)]
ENVIRONMENT = {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'keyfile', 'GDK_DEBUG': 'no-portals', 'TZ': 'America/Vancouver',
               'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'G_DEBUG': 'fatal-criticals', 'GTK_ENABLE_ANIMATIONS': '0'}


class TwelvePeople:
    def __init__(self, desktop, folder):
        self.person = Person(desktop)
        self.data = desktop.folder / 'group'
        self.database = self.data / 'fourfold.db'
        self.log = folder / 'check-ins.log'
        self.log.unlink(missing_ok=True)

    def steps(self):
        return [self.set_up_the_group, self.open_the_session, self.write_twelve, self.find_them_stored, self.undo_and_redo,
                self.unfold_and_plan, self.find_the_plan_stored, self.close]

    def set_up_the_group(self):
        self.person.start('--data-dir', self.data, '--now', NOW, log=self.log)
        self.person.write(self.person.find(Role.TEXT, 'Group Name'), 'Tuesday Night')
        self.person.write(self.person.find(Role.TEXT, 'Time'), '19:30')
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Start'))
        self.person.press(self.person.find_ready(Role.PUSH_BUTTON, 'Go On Without'))
        self.person.find(Role.HEADING, 'Tonight at 19:30')
        self.person.click = self.no_mouse
        self.person.press = self.no_mouse

    def no_mouse(self, node):
        raise AssertionError(f'“{node.get_name()}” was to be reached by keys')

    def focused(self):
        for node in self.person.everything():
            if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node.get_role() not in (Role.FRAME, Role.WINDOW):
                return node
        return None

    def has_focus(self, name):
        node = self.focused()
        return node is not None and node.get_name() == name

    def tab_to(self, name, most=40, key='Tab'):
        for _ in range(most):
            if self.has_focus(name):
                return
            self.person.key(key)
            self.person.settle(0.1)
        raise AssertionError(f'{key} did not come to “{name}” but to “{self.focused() and self.focused().get_name()}”')

    def open_the_session(self):
        self.tab_to('Write Check-ins')
        self.person.key('Return')
        wait_until('the line for the next person', lambda: self.has_focus('Name or alias'))

    def write_twelve(self):
        for alias, note, urge in PEOPLE:
            self.person.type(alias)
            self.person.key('Tab')
            wait_until(f'the note of {alias}', lambda name=alias: self.has_focus(f'What {name} brings'))
            self.person.type(note)
            self.person.key('Tab')
            self.person.type(str(urge))
            self.person.key('Return')
            wait_until('the line for the next person', lambda: self.has_focus('Name or alias'))
        self.person.find(Role.LABEL, 'Saved')

    def stored(self):
        return rows(self.database, 'SELECT p.alias, c.note, c.urge FROM check_ins c JOIN participants p ON p.id = c.participant_id ORDER BY c.id')

    def find_them_stored(self):
        equal('what is stored', self.stored(), [f'{alias}|{note}|{urge}' for alias, note, urge in PEOPLE])

    def undo_and_redo(self):
        """The last three things done: an urge, a note and a person, on the screen and in the database."""
        self.person.key('ctrl+z')
        wait_until('the urge to be gone', lambda: self.stored()[-1] == 'Tove|Slept through|')
        self.person.key('ctrl+z')
        wait_until('the note to be gone', lambda: self.stored()[-1] == 'Tove||')
        self.person.key('ctrl+z')
        wait_until('the person to be gone', lambda: len(self.stored()) == 11)
        for _ in range(3):
            self.person.key('ctrl+shift+z')
        wait_until('all to be there again', lambda: self.stored()[-1] == 'Tove|Slept through|0')

    def unfold_and_plan(self):
        self.person.key('ctrl+Return')
        self.person.key('ctrl+Down')
        wait_until('the note of the line on top', lambda: self.has_focus('What Tove brings'))
        self.person.key('ctrl+Down')
        wait_until('the note of the next line', lambda: self.has_focus('What Quinn brings'))
        self.person.key('alt+Down')
        self.tab_to('Add to the plan')
        self.person.type('Write back')
        self.tab_to('Any day', 4)
        self.person.key('space')
        self.person.settle()
        self.person.key('Down', 'Down', 'Return')

    def find_the_plan_stored(self):
        """The second day after a Tuesday is a Thursday."""
        query = 'SELECT p.alias, i.text, i.day FROM plan_items i JOIN participants p ON p.id = i.participant_id'
        wait_until('the plan to be stored', lambda: rows(self.database, query) == ['Quinn|Write back|4'])
        self.person.find(Role.LABEL, 'Saved')

    def close(self):
        equal('the exit status', self.person.quit(), 0)


if __name__ == '__main__':
    sys.exit(tell(TwelvePeople, 'check-ins', ENVIRONMENT))
