# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Chromium's reader of PDFs on a display of its own, and pictures of what it shows."""
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT = 1000, 1400
PIXELS = 96 / 72  # a point, where a page is shown at 100 %
LIMIT = 40  # seconds for a page to appear
INK = 140  # what is darker is ink


class Picture:
    """What Xvfb keeps of its screen, as xwd has it (32 bits a pixel)."""

    def __init__(self, data):
        header = struct.unpack('>25I', data[:100])
        self.stride = header[12]
        self.pixels = memoryview(data)[header[0] + header[19] * 12:]
        self.origin = self.find_page()

    def grey(self, x, y):
        return max(self.pixels[y * self.stride + 4 * x:y * self.stride + 4 * x + 3])

    def find_page(self):
        """The corner of the white page on its dark ground; None where there is no page."""
        middle = HEIGHT // 2
        if self.grey(2, middle) > 100:
            return None
        x = next((x for x in range(WIDTH // 2) if self.grey(x, middle) > 250), None)
        if x is None:
            return None
        y = middle
        while y > 0 and self.grey(x + 3, y) > 250:
            y -= 1
        return x, y + 1

    def ink(self, area):
        """Dark pixels in a box of the first page."""
        x, y = (int(at) for at in self.origin)
        columns = range(x + int(area['x'] * PIXELS) + 1, x + int((area['x'] + area['width']) * PIXELS))
        rows = range(y + int(area['y'] * PIXELS) + 1, y + int((area['y'] + area['height']) * PIXELS))
        return sum(self.grey(column, row) < INK for row in rows for column in columns)


class Reader:
    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix='fourfold-reader-'))
        told, tell = os.pipe()
        self.display = subprocess.Popen(['Xvfb', '-displayfd', str(tell), '-screen', '0', f'{WIDTH}x{HEIGHT}x24', '-nolisten', 'tcp',
                                         '-fbdir', self.folder], pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as answer:
            self.number = answer.readline().strip()
        return self

    def __exit__(self, *_):
        self.display.terminate()
        self.display.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def look(self):
        return Picture((self.folder / 'Xvfb_screen0').read_bytes())

    def picture(self, path):
        """Waits until the page is there and stays the same."""
        profile = self.folder / f'profile-{path.stem}'
        browser = subprocess.Popen(
            ['chromium', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions', '--password-store=basic',
             f'--user-data-dir={profile}', '--window-position=0,0', f'--window-size={WIDTH},{HEIGHT}', f'--app=file://{path}#toolbar=0&zoom=100'],
            env={**os.environ, 'DISPLAY': f':{self.number}', 'HOME': str(self.folder)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return self.wait_for_page()
        finally:
            browser.terminate()
            browser.wait(20)

    def wait_for_page(self):
        before = None
        for _ in range(LIMIT):
            time.sleep(1)
            now = self.look()
            if now.origin and before and before.origin == now.origin and before.pixels == now.pixels:
                return now
            before = now
        raise TimeoutError(f'Chromium showed no page within {LIMIT} s')
