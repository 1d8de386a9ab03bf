# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A person who has no mouse."""
from desktop import wait_until
from story import equal


class Keys:
    """What a story that is told by keys alone begins with."""

    def __init__(self, person):
        self.person = person
        person.click = person.press = self.no_mouse

    def no_mouse(self, node):
        raise AssertionError(f'“{node.get_name()}” was to be reached by keys')

    def focus_name(self):
        node = self.person.focused()
        return '' if node is None else node.get_name() or ''

    def wait_for_focus(self, name):
        wait_until(f'the keyboard focus on “{name}”', lambda: self.focus_name() == name)

    def tab_to(self, name, most=60, key='Tab'):
        """It is an error if the key does not get there."""
        seen = []
        for _ in range(most):
            if self.focus_name() == name:
                return
            self.person.key(key)
            self.person.settle(0.1)
            seen.append(self.focus_name())
        raise AssertionError(f'{key} did not come to “{name}” but to {seen}')

    def all_named(self, where):
        equal(f'what says nothing of itself to a screen reader in {where}', self.person.unnamed(), [])
