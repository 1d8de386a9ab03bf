# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""Runs a module's unittest cases and prints a TAP point for each."""
import sys
import traceback
import unittest


class TapResult(unittest.TestResult):
    def startTestRun(self):
        print('TAP version 14')

    def point(self, outcome, test, suffix=''):
        print(f'{outcome} {self.testsRun} {test.id().removeprefix("__main__.")}{suffix}', flush=True)

    def addSuccess(self, test):
        self.point('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.point('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.point('not ok', test)
        for line in ''.join(traceback.format_exception(*err)).splitlines():
            print(f'# {line}')

    addError = addFailure

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            print('# in ' + subtest.id())
            for line in ''.join(traceback.format_exception(*err)).splitlines():
                print(f'# {line}')

    def stopTest(self, test):
        super().stopTest(test)
        # unittest says neither success nor failure of a test whose subtests failed.
        if any(failed is not None and getattr(failed, 'test_case', None) is test for failed, _ in self.failures + self.errors):
            self.point('not ok', test)


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    result.startTestRun()
    suite.run(result)
    print(f'1..{result.testsRun}')
    sys.exit(0 if result.wasSuccessful() and result.testsRun else 1)
