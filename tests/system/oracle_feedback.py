"""Feedback counted a second time: the journal of a province is read with SQLite alone, its entries folded as the contract
says (accepted, at the agency that holds it, as known at a time), and compared with what the program answers.

usage: oracle_feedback.py MOTCUA DIR
"""
import datetime as dt
import json
import os
import random
import sqlite3
import subprocess
import sys

ZONE = dt.timezone(dt.timedelta(hours=7))


def moment(text):
    return dt.datetime.fromisoformat(text)


def entries(directory):
    """(position, recorded, entry) of every step of a feedback, in order."""
    db = sqlite3.connect('file:%s?mode=ro' % os.path.join(directory, 'province.db'), uri=True)
    for position, raw in db.execute('SELECT position, bytes FROM journal_entry ORDER BY position'):
        if b'"kind":"feedback.' in raw:
            entry = json.loads(raw)
            yield position, moment(entry['recorded']), entry


def fold(steps, known):
    """Each feedback as known at a moment: agency that holds it, first acceptance, class, refused or not."""
    all_of = {}
    for position, recorded, entry in steps:
        if known is not None and recorded > known:
            continue
        verb, facts = entry['kind'].split('.')[1], entry.get('facts', {})
        one = all_of.setdefault(entry.get('record', position + 1), {'accepted': None, 'refused': False})
        if verb in ('send', 'enter'):
            one.update(agency=entry['agency'], code=facts['code'])
        elif verb == 'forward':
            one['agency'] = facts['to']
        elif verb == 'refuse':
            one['refused'] = True
        elif verb in ('accept', 'reclassify'):
            one['accepted'] = one['accepted'] or moment(entry['happened'])
            one['class'] = facts['class']
    return [one for one in all_of.values() if one['accepted'] and not one['refused']]


def count(ones, agency, first, until):
    mine = [o for o in ones if first <= o['accepted'] <= until and agency in ('all', o['agency'])]
    conduct = sum(o['class'] == 'conduct' for o in mine)
    return {'received': len(mine), 'rules': len(mine) - conduct, 'conduct': conduct}, sorted(o['code'] for o in mine)


def main(motcua, directory):
    steps, rng, bad, n = list(entries(directory)), random.Random(20221225), 0, 0
    agencies = sorted({one['agency'] for one in fold(steps, None)}) + ['all']
    last = max(recorded for _, recorded, _ in steps)

    def ask(*words):
        run = subprocess.run([motcua, 'figures', '--data', directory, *words], check=True, capture_output=True, text=True)
        return run.stdout

    for _ in range(24):
        first = dt.date(2022, 10, 20) + dt.timedelta(days=rng.randint(0, 70))
        to = first + dt.timedelta(days=rng.choice((0, 3, 14, 40, 80)))
        agency, known = rng.choice(agencies), rng.choice((None, last, last - dt.timedelta(days=400)))
        until = dt.datetime.combine(to, dt.time(23, 59, 59), ZONE)
        words = ['--agency', agency, '--from', first.isoformat(), '--to', to.isoformat()]
        if rng.random() < 0.4:
            until = min(until, dt.datetime.combine(first + dt.timedelta(days=rng.randint(0, 20)), dt.time(rng.randint(0, 23)), ZONE))
            words += ['--as-of', until.isoformat()]
        words += ['--known-at', known.isoformat()] if known else []
        want, codes = count(fold(steps, known), agency, dt.datetime.combine(first, dt.time(), ZONE), until)
        got = json.loads(ask(*words, '--format', 'json'))['feedback']
        by = json.loads(ask(*words, '--by', rng.choice(('field', 'procedure', 'agency', 'month')), '--format', 'json'))['feedback']
        listed = sorted(ask(*words, '--list', 'feedback.received').split())
        n += 1
        if (got, by, listed) != (want, want, codes):
            bad = 1
            print('not ok %d - %s: %s %s %s, not %s %s' % (n, ' '.join(words), got, by, listed, want, codes))
        else:
            print('ok %d - feedback as counted by hand: %s' % (n, ' '.join(words)))
    print('1..%d' % n)
    return bad


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))
