"""The program as a black box: its commands, its exit codes, its JSON; and the TAP lines of a comparison."""
import json
import os
import subprocess
import sys


class Run:
    def __init__(self, binary, directory, rng):
        self.binary, self.directory, self.rng = binary, directory, rng
        self.number = self.failed = 0

    def check(self, name, problems):
        self.number += 1
        self.failed += bool(problems)
        print('%s %d - %s' % ('not ok' if problems else 'ok', self.number, name))
        for problem in problems[:6]:
            print('# ' + str(problem)[:700].replace('\n', '\n#   '))
        sys.stdout.flush()

    def call(self, *words, data=None):
        command = [self.binary, *words, '--data', data or self.data]
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        return done.returncode, done.stdout, done.stderr

    def ask(self, *words, data=None):
        status, out, err = self.call(*words, data=data)
        if status:
            raise RuntimeError('%s: exit %d: %s' % (' '.join(words), status, err))
        return json.loads(out)

    def imported(self, kind, content, *words):
        path = os.path.join(self.directory, kind + '.csv')
        with open(path, 'wb') as file:
            file.write(content)
        status, out, err = self.call('import', kind, path, *words)
        return ['exit %d\n%s\n%s' % (status, out, err[-1400:])] if status else []

    def codes(self):
        everything = ('--agency', 'all', '--from', '2000-01-01', '--to', '2025-12-31', '--list', 'received.total')
        return self.call('figures', *everything)[1].split()
