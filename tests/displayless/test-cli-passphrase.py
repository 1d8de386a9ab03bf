# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Fourfold developers
"""fourfoldctl with data that a passphrase protects, and how it gets one."""
import sqlite3
import tarfile

import tap
from ctl import CtlCase

PASSPHRASE = 'four words kept close'
OTHER = 'other words, still close'
RECOVERY_KEY = r'([0-9A-Z]{4}-){6}[0-9A-Z]{4}'


class PassphraseCase(CtlCase):
    def setUp(self):
        super().setUp()
        self.fill()
        self.passphrase = self.write('passphrase', PASSPHRASE)
        self.other = self.write('other', OTHER)

    def write(self, name, text, end='\n'):
        path = self.root / name
        path.write_text(text + end)
        return path

    def protect(self):
        """Sets the passphrase and returns the recovery key."""
        result = self.ctl('passphrase', 'set', '--new-passphrase-file', self.passphrase)
        if 'without encryption' in result.stderr:
            self.check_refusal(result, 1)
            self.assertTrue(self.is_plain())
            self.skipTest('built without encryption')
        self.assertEqual((result.returncode, result.stderr), (0, ''), result)
        printed = result.stdout
        self.assertRegex(printed, rf'\A{RECOVERY_KEY}\n[^\n]+\n\Z')
        return printed.splitlines()[0]

    def unlocked(self, *arguments, **options):
        return self.done(*arguments, '--passphrase-file', self.passphrase, **options)

    def is_plain(self):
        return self.database.read_bytes().startswith(b'SQLite format 3\0')


class Setting(PassphraseCase):
    def test_without_one(self):
        """No passphrase: the sqlite3 shell opens the file, and a passphrase that is given is not asked about."""
        connection = sqlite3.connect(self.database)
        self.assertGreater(connection.execute('SELECT count(*) FROM check_ins').fetchone()[0], 0)
        connection.close()
        self.assertEqual(self.unlocked('check'), self.done('check'))

    def test_set_change_remove(self):
        groups = self.done('occurrences', '--from', '2026-11-24', '--to', '2026-12-24')
        recovery = self.protect()
        self.assertFalse(self.is_plain())
        with self.assertRaises(sqlite3.DatabaseError):
            sqlite3.connect(self.database).execute('SELECT * FROM groups')
        self.assertIn('--passphrase-file', self.refused(1, 'check'))
        self.assertEqual(self.unlocked('occurrences', '--from', '2026-11-24', '--to', '2026-12-24'), groups)
        self.assertIn('not the passphrase', self.refused(1, 'check', '--passphrase-file', self.other))

        changed = self.done('passphrase', 'change', '--passphrase-file', self.write('recovery', recovery.lower()),
                            '--new-passphrase-file', self.other).splitlines()[0]
        self.assertNotEqual(changed, recovery)
        self.refused(1, 'check', '--passphrase-file', self.passphrase)
        self.done('check', '--passphrase-file', self.other)
        self.done('check', '--passphrase-file', self.write('recovery', changed))

        self.done('passphrase', 'remove', '--passphrase-file', self.other)
        self.assertTrue(self.is_plain())
        self.assertEqual(self.done('occurrences', '--from', '2026-11-24', '--to', '2026-12-24'), groups)

    def test_standard_input(self):
        self.protect()
        self.done('passphrase', 'remove', '--passphrase-file', '-', typed=PASSPHRASE + '\n')
        printed = self.done('passphrase', 'set', '--new-passphrase-file', '-', typed=PASSPHRASE + '\n')
        self.assertRegex(printed, RECOVERY_KEY)
        self.done('check', '--passphrase-file', '-', typed=PASSPHRASE + '\r\nwhat follows is not read\n')
        self.done('passphrase', 'change', '--passphrase-file', '-', '--new-passphrase-file', '-', typed=f'{PASSPHRASE}\n{OTHER}\n')
        self.done('check', '--passphrase-file', '-', typed=OTHER)

    def test_every_command(self):
        """Each that needs data says so in a line, works with the passphrase, and leaves nothing plain behind."""
        self.protect()
        commands = [('occurrences', '--from', '2026-11-24', '--to', '2026-12-24'), ('search', 'sister'), ('check',),
                    ('backup', self.root / 'out.tar.gz'), ('purge', '--older-than', '600', '--dry-run')]
        for command in commands:
            with self.subTest(command[0]):
                self.assertIn('passphrase', self.refused(1, *command))
                self.unlocked(*command)
        self.assertEqual(self.ctl('export', 'ics', self.root / 'out.ics', '--passphrase-file', self.passphrase).returncode, 0)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ['backups', 'fourfold.db', 'fourfold.key', 'fourfold.lock']
                         if (self.folder / 'backups').exists() else ['fourfold.db', 'fourfold.key', 'fourfold.lock'])

    def test_usage(self):
        for arguments in [('passphrase',), ('passphrase', 'forget'), ('passphrase', 'set'), ('passphrase', 'set', 'now'),
                          ('passphrase', 'set', '--passphrase-file', self.passphrase, '--new-passphrase-file', self.other),
                          ('passphrase', 'change', '--new-passphrase-file', self.other), ('passphrase', 'remove'),
                          ('passphrase', 'remove', '--passphrase-file', self.passphrase, '--new-passphrase-file', self.other)]:
            with self.subTest(arguments):
                self.refused(2, *arguments)
        self.assertTrue(self.is_plain())

    def test_refused(self):
        short = self.write('short', 'seven 7')
        empty = self.write('empty', '')
        self.assertIn('8 to', self.refused(1, 'passphrase', 'set', '--new-passphrase-file', short))
        self.assertIn('first line', self.refused(1, 'passphrase', 'set', '--new-passphrase-file', empty))
        self.assertIn('absent', self.refused(1, 'passphrase', 'set', '--new-passphrase-file', self.root / 'absent'))
        self.refused(1, 'passphrase', 'set', '--new-passphrase-file', self.root)
        self.assertIn('no Fourfold data', self.refused(1, 'passphrase', 'set', '--new-passphrase-file', self.passphrase, folder=self.root / 'nowhere'))
        self.assertFalse((self.root / 'nowhere').exists())
        self.refused(1, 'passphrase', 'remove', '--passphrase-file', self.passphrase)
        self.assertTrue(self.is_plain())
        self.protect()
        self.refused(1, 'passphrase', 'set', '--new-passphrase-file', self.other)
        self.assertIn('itself', self.refused(1, 'backup', self.folder / 'fourfold.key', '--passphrase-file', self.passphrase))

    def test_not_in_messages(self):
        """Nothing that was typed comes back, also where it is wrong and everything is logged."""
        self.protect()
        result = self.ctl('check', '--passphrase-file', self.write('wrong', 'a wrong but secret phrase'), G_MESSAGES_DEBUG='all')
        self.assertEqual(result.returncode, 1)
        self.assertNotIn('secret phrase', result.stdout + result.stderr)
        result = self.ctl('check', '--passphrase-file', self.passphrase, G_MESSAGES_DEBUG='all')
        self.assertNotIn(PASSPHRASE, result.stdout + result.stderr)

    def test_delay(self):
        """Wrong ones make the next wait, also in another start of the program."""
        self.protect()
        for _ in range(12):
            reason = self.refused(1, 'check', '--passphrase-file', self.other)
            if 'wait' in reason:
                break
        else:
            self.fail('twelve wrong passphrases, and nobody had to wait')
        self.assertIn('wait', self.refused(1, 'check', '--passphrase-file', self.passphrase))


class Restoring(PassphraseCase):
    def setUp(self):
        super().setUp()
        self.plain = self.root / 'plain.tar.gz'
        self.done('backup', self.plain)
        self.recovery = self.protect()
        self.backup = self.root / 'protected.tar.gz'
        self.unlocked('backup', self.backup)

    def test_holds_key(self):
        with tarfile.open(self.backup) as archive:
            self.assertEqual(archive.getnames(), ['fourfold.key', 'fourfold.db', 'fourfold.db.sha256'])
            self.assertEqual(archive.extractfile('fourfold.key').read(), (self.folder / 'fourfold.key').read_bytes())
            self.assertFalse(archive.extractfile('fourfold.db').read().startswith(b'SQLite'))

    def test_elsewhere(self):
        """On another computer only the archive and its passphrase, or its recovery key, are needed."""
        there = self.root / 'there'
        self.assertIn('passphrase', self.refused(1, 'restore', self.backup, folder=there))
        self.assertIn('not the passphrase', self.refused(1, 'restore', self.backup, '--passphrase-file', self.other, folder=there))
        self.done('restore', self.backup, '--passphrase-file', self.write('recovery', self.recovery), folder=there)
        self.unlocked('check', folder=there)

    def test_says_what_stays_plain(self):
        """Who brings an encrypted backup back over data without a passphrase hears that what is set aside has none."""
        there = self.root / 'there'
        self.done('sample', folder=there)
        said = self.unlocked('restore', self.backup, folder=there)
        [aside] = there.glob('fourfold-set-aside-*.db')
        self.assertTrue(aside.read_bytes().startswith(b'SQLite format 3\0'))
        self.assertIn(str(aside), said)
        self.assertIn('No passphrase protects', said)
        aside.unlink()
        self.assertNotIn('No passphrase protects', self.unlocked('restore', self.backup, folder=there))

    def test_key_lost(self):
        """The key is named, also to who gives no passphrase; with its copy back, all is well."""
        key = self.folder / 'fourfold.key'
        kept = key.read_bytes()
        key.unlink()
        self.assertIn('“fourfold.key” is not there', self.refused(1, 'check'))
        self.assertIn('fourfold.key” is not there', self.refused(1, 'check', '--passphrase-file', self.passphrase))
        key.write_bytes(kept)
        self.unlocked('check')

    def test_plain_into_protected(self):
        """What is restored is as protected as what was there."""
        self.assertIn('passphrase', self.refused(1, 'restore', self.plain))
        self.unlocked('restore', self.plain)
        self.assertFalse(self.is_plain())
        self.unlocked('check')

    def test_after_change(self):
        """An archive opens with the passphrase of its time; the data keep the one that is set now."""
        self.done('passphrase', 'change', '--passphrase-file', self.passphrase, '--new-passphrase-file', self.other)
        self.assertIn('not the passphrase', self.refused(1, 'restore', self.backup, '--passphrase-file', self.other))
        self.unlocked('restore', self.backup)
        self.done('check', '--passphrase-file', self.other)


if __name__ == '__main__':
    tap.main()
