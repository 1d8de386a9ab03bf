# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""A desktop of its own for a test: a virtual display, a session bus and empty folders, all gone afterwards."""
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
FRAME = 5  # Without a compositor GTK draws a frame so wide around a window.


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def wait_until(what, condition, seconds=20, step=0.05):
    """Waits until condition() gives something true, and gives that; TimeoutError names what never came."""
    end = time.monotonic() + seconds
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise TimeoutError(f'waited {seconds} s for {what}')
        time.sleep(step)


class Desktop:
    """`with Desktop(1280, 800) as desktop:`; desktop.environment is what a program started on it needs.

    With a window manager one window fills the screen, at the size asked for.
    """

    def __init__(self, width=1280, height=800, window_manager=True, environment=None):
        self.size = (width, height)
        self.frame = FRAME if window_manager else 0
        self.window_manager = window_manager
        self.extra = environment or {}
        self.processes = []

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='fourfold-desktop-'))
        self.environment = dict(os.environ, **self._folders(), **self.extra)
        for name in ('WAYLAND_DISPLAY', 'XDG_CURRENT_DESKTOP', 'XDG_SESSION_TYPE', 'AT_SPI_BUS_ADDRESS'):
            self.environment.pop(name, None)
        try:
            self.environment['DISPLAY'] = self._start_display()
            self.environment['DBUS_SESSION_BUS_ADDRESS'] = self._start_bus()
            if self.window_manager:
                self.start(['matchbox-window-manager', '-use_titlebar', 'no'])
        except BaseException:
            self.__exit__()
            raise
        return self

    def _folders(self):
        folders = {}
        for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'):
            path = self.folder / name.lower()
            path.mkdir(mode=0o700)
            folders[name] = str(path)
        settings = self.folder / 'xdg_config_home' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-cursor-blink=0\n')  # pictures and measurements have to be the same each time
        return folders

    def _start_display(self):
        reader, writer = os.pipe()
        width, height = (length + 2 * self.frame for length in self.size)
        self.start(['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{width}x{height}x24', '-dpi', '96',
                    '-nolisten', 'tcp', '-noreset'], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as lines:
            number = lines.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start')
        return ':' + number

    def _start_bus(self):
        process = self.start(['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address'],
                             stdout=subprocess.PIPE, text=True)
        address = process.stdout.readline().strip()
        if not address:
            raise RuntimeError('the session bus did not start')
        return address

    def start(self, command, **options):
        """Starts a program on this desktop; it ends with the desktop at the latest."""
        options.setdefault('stdout', subprocess.DEVNULL)
        options.setdefault('stderr', subprocess.DEVNULL)
        options.setdefault('env', self.environment)
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True,
                                   preexec_fn=die_with_parent, **options)
        self.processes.append(process)
        return process

    def screenshot(self, path):
        """A picture of what is on the screen, without the window's frame."""
        area = ','.join(str(length) for length in (self.frame, self.frame, *self.size))
        subprocess.run(['scrot', '--overwrite', '--autoselect', area, str(path)], env=self.environment, check=True, timeout=20)

    def __exit__(self, *_):
        for process in reversed(self.processes):
            end(process)
        shutil.rmtree(self.folder, ignore_errors=True)


def end(process, seconds=5):
    """Ends a program and what it started, gently first; each was started in a process group of its own."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
        except ProcessLookupError:
            pass
        try:
            process.wait(seconds)
            break
        except subprocess.TimeoutExpired:
            continue
    if process.stdout:
        process.stdout.close()


def main():
    """desktop.py WIDTH HEIGHT: a desktop for programs started elsewhere, until standard input ends."""
    import sys
    with Desktop(int(sys.argv[1]), int(sys.argv[2])) as desktop:
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS'):
            print(f'{name}={desktop.environment[name]}', flush=True)
        sys.stdin.read()


if __name__ == '__main__':
    main()
