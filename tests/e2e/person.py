# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A person at the program: finds things by the role and name that assistive technology is told, presses and types."""
import os
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from desktop import wait_until  # noqa: E402

Role = Atspi.Role
HOLDERS = (Role.SCROLL_PANE, Role.PANEL, Role.LIST, Role.GROUPING, Role.TABLE, Role.PAGE_TAB_LIST)


class Person:
    def __init__(self, desktop, program='fourfold'):
        """One desktop for the life of the process: the accessibility bus is found once."""
        self.desktop = desktop
        self.program = program
        os.environ.update({name: desktop.environment[name] for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')})
        os.environ['XDG_RUNTIME_DIR'] = desktop.environment['XDG_RUNTIME_DIR']
        Atspi.init()
        self.focus_told = None
        self.listener = Atspi.EventListener.new(self.focus_changed)
        self.listener.register('object:state-changed:focused')

    def start(self, *arguments, log=None, **options):
        """Starts the program and waits until its window is there."""
        output = open(log, 'a') if log else subprocess.DEVNULL
        self.process = self.desktop.start([self.program, *map(str, arguments)], stdout=output, stderr=output, **options)
        wait_until('the window', self.windows, 30)
        return self.process

    def begin_group(self, name='Tuesday Night', time='19:30'):
        """At the first start, which asks for three fields, one of which has a good answer already; and goes on without a passphrase."""
        self.write(self.find(Role.TEXT, 'Group Name'), name)
        self.find(Role.COMBO_BOX, 'Programme')
        self.write(self.find(Role.TEXT, 'Time'), time)
        self.press(self.find_ready(Role.PUSH_BUTTON, 'Start'))
        self.answer('Go On Without')

    def application(self):
        screen = Atspi.get_desktop(0)
        for number in range(screen.get_child_count()):
            child = screen.get_child_at_index(number)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def windows(self):
        application = self.application()
        if application is None:
            return []
        children = [application.get_child_at_index(number) for number in range(application.get_child_count())]
        return [child for child in children if child is not None]

    def everything(self, root=None):
        """Every accessible object that shows, depth first; what vanishes meanwhile is passed over."""
        stack = [root] if root is not None else list(reversed(self.windows()))
        while stack:
            node = stack.pop()
            try:
                if not node.get_state_set().contains(Atspi.StateType.SHOWING) and node.get_role() != Role.APPLICATION:
                    if node.get_role() not in (Role.FRAME, Role.DIALOG, Role.WINDOW):
                        continue
                yield node
                children = [node.get_child_at_index(number) for number in range(min(node.get_child_count(), 500))]
            except GLib.Error:
                continue
            stack.extend(child for child in reversed(children) if child is not None)

    def look(self, role=None, name=None, contains=None, root=None):
        """Everything with that role and name that shows now."""
        found = []
        for node in self.everything(root):
            try:
                if role is not None and node.get_role() != role:
                    continue
                text = node.get_name() or ''
                if name is not None and text != name:
                    continue
                if contains is not None and contains not in text and contains not in self.text(node):
                    continue
            except GLib.Error:
                continue
            found.append(node)
        return found

    def find(self, role=None, name=None, contains=None, root=None, seconds=15):
        what = ' '.join(str(part) for part in (role.value_nick if role else '', name or '', contains or '') if part)
        return wait_until(f'“{what}” to show', lambda: self.look(role, name, contains, root), seconds)[0]

    def find_ready(self, role=None, name=None, contains=None, root=None, seconds=15):
        """The same once it can be used: a button shows before it may be pressed."""
        def ready():
            return [node for node in self.look(role, name, contains, root)
                    if node.get_state_set().contains(Atspi.StateType.SENSITIVE)]
        return wait_until(f'“{name or contains}” to be ready', ready, seconds)[0]

    def row_of(self, node):
        """The list row that it is in."""
        while node is not None and node.get_role() != Role.LIST_ITEM:
            node = node.get_parent()
        return node

    def sees(self, words, seconds=15):
        """Waits until @words stand somewhere on the screen."""
        return self.find(contains=words, seconds=seconds)

    def press(self, node):
        """Does what a click does, by the object's own action, else with the mouse."""
        action = node.get_action_iface()
        if action is not None:
            names = [Atspi.Action.get_action_name(action, number) for number in range(Atspi.Action.get_n_actions(action))]
            for name in ('click', 'activate', 'toggle', 'press'):
                if name in names and Atspi.Action.do_action(action, names.index(name)):
                    return
        self.click(node)

    def answer(self, answer):
        """To a question in front of the window, which takes keys until it has faded away."""
        self.press(self.find_ready(Role.PUSH_BUTTON, answer))
        wait_until(f'the question with “{answer}” to go', lambda: not self.look(Role.PUSH_BUTTON, answer))

    def click(self, node):
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.window_place()
        self.xdotool('mousemove', left + box.x + box.width // 2, top + box.y + box.height // 2, 'click', 1)

    def window_place(self):
        """Where the active window is on the screen: places of widgets are told relative to it."""
        told = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], env=self.desktop.environment,
                              check=True, timeout=20, capture_output=True, text=True).stdout
        values = dict(line.split('=') for line in told.split())
        return int(values['X']), int(values['Y'])

    def type(self, words):
        self.xdotool('type', '--clearmodifiers', '--delay', 15, '--', words)

    def type_lines(self, words):
        """Several lines: a key goes to the next one, as typed line ends go nowhere."""
        for number, line in enumerate(words.rstrip('\n').split('\n')):
            if number:
                self.key('Return')
            if line:
                self.type(line)

    def key(self, *keys):
        self.xdotool('key', '--clearmodifiers', *keys)

    def xdotool(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], env=self.desktop.environment, check=True, timeout=60)

    def choose_file(self, path, key='ctrl+a', windows=1):
        """In the file chooser that the toolkit brings, as soon as there are more than @windows; @key is where the name goes."""
        wait_until('the file chooser', lambda: len(self.windows()) > windows)
        self.settle()
        self.key(key)
        self.type(str(path))
        self.key('Return')
        wait_until('the file chooser to close', lambda: len(self.windows()) <= windows)

    def text(self, node):
        interface = node.get_text_iface()
        if interface is None:
            return ''
        return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface)) or ''

    def write(self, node, words):
        """Puts the keyboard focus into a text field, empties it and types."""
        self.focus(node)
        self.key('ctrl+a')
        self.type(words)
        wait_until(f'“{words}” to be typed', lambda: words in self.text(node), 15)

    def focus(self, node):
        if not node.get_state_set().contains(Atspi.StateType.FOCUSED):
            self.click(node)
        wait_until('the keyboard focus', lambda: node.get_state_set().contains(Atspi.StateType.FOCUSED), 5)

    def focus_changed(self, event):
        if event.detail1:
            self.focus_told = event.source

    def focused(self):
        """What got the keyboard focus last, as assistive technology is told at once; much faster than to look for it."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        return self.focus_told

    def settle(self, seconds=0.6):
        """Lets animations end, so that a picture shows the state after them."""
        time.sleep(seconds)

    def unnamed(self):
        """What can have the keyboard focus and says nothing of itself; holders of other things need no name."""
        found = []
        for node in self.everything():
            try:
                if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE) or (node.get_name() or '').strip():
                    continue
                if node.get_role() in HOLDERS or self.is_toolkits_own(node):
                    continue
                found.append(f'{node.get_role_name()} in “{node.get_parent().get_name()}”')
            except GLib.Error:
                continue
        return found

    def is_toolkits_own(self, node):
        """The line of a combo row that shows what is chosen, and the frame of a row that folds out: the row in it has the name."""
        return node.get_role() == Role.LIST_ITEM and (not node.get_parent().get_name() or len(self.look(Role.LIST_ITEM, root=node)) > 1)

    def quit(self, seconds=20):
        """Ends the program by its own command, as Ctrl+Q does, and gives its exit status."""
        self.key('ctrl+q')
        return self.process.wait(seconds)

    def tree(self):
        """What assistive technology is told, for a report."""
        lines = []

        def describe(node, depth):
            try:
                states = [state.value_nick for state in node.get_state_set().get_states()
                          if state.value_nick in ('showing', 'focused', 'selected', 'checked', 'sensitive', 'expanded')]
                action = node.get_action_iface()
                actions = [] if action is None else [Atspi.Action.get_action_name(action, number)
                                                     for number in range(Atspi.Action.get_n_actions(action))]
                lines.append(f'{"  " * depth}{node.get_role_name()} “{node.get_name()}” {self.text(node)!r} '
                             f'{",".join(states)} {actions if actions else ""}')
                children = [node.get_child_at_index(number) for number in range(node.get_child_count())]
            except GLib.Error as error:
                lines.append(f'{"  " * depth}gone: {error.message}')
                return
            for child in children:
                if child is not None:
                    describe(child, depth + 1)

        for window in self.windows():
            describe(window, 0)
        return '\n'.join(lines)
