"""Compares the program with the oracle on random provinces; prints TAP. usage: oracle_run.py MOTCUA DIR SEED PROVINCES"""
import copy
import datetime as dt
import os
import random
import sys
import time

import oracle
import oracle_errors
from oracle_program import Run
from oracle_province import Province, BEGIN, END, written

QUESTIONS, DOSSIERS, DEADLINES = 250, 700, 250
ZONE = dt.timezone(dt.timedelta(hours=7))


def differences(wanted, got, limit=8):
    keys = [k for k in sorted(set(wanted) | set(got)) if wanted.get(k) != got.get(k)]
    return ['%s: oracle %s, program %s' % (k, *apart(wanted.get(k), got.get(k))) for k in keys[:limit]]


def apart(a, b):
    """Of two lists or objects only what differs."""
    if isinstance(a, list) and isinstance(b, list):
        return [x for x in a if x not in b], [x for x in b if x not in a]
    if isinstance(a, dict) and isinstance(b, dict):
        return [{k: x.get(k) for k in a if a.get(k) != b.get(k)} for x in (a, b)]
    return a, b


def deadlines(run, province):
    rng, wrong = run.rng, []
    for _ in range(DEADLINES):
        unit = rng.choice(('working_days', 'calendar_days', 'months', 'hours', 'immediate'))
        rule = rng.choice((None, None, 'hours' if unit in ('hours', 'working_days') else 'civil'))
        allow = 0 if unit == 'immediate' else rng.randint(1, rng.choice((3, 12, 60)))
        moment = province.minute(province.day(dt.date(2020, 12, 1), dt.date(2024, 1, 31)))
        words = ['deadline', '--agency', province.refer(rng.choice(list(province.agencies))), '--received',
                 written(moment), '--unit', unit, '--format', 'json']
        words += ['--allow', str(allow)] if allow else []
        words += ['--rule', rule] if rule else []
        got, wanted = run.ask(*words), oracle.explain(province.calendar, moment, allow, unit, rule)
        wrong += ['%s %s' % (' '.join(words[3:]), d) for d in differences(wanted, got)]
    run.check('%d deadlines with their days' % DEADLINES, wrong)


class Moment:
    """What the province was between two imports, and when that was."""

    def __init__(self, run, province):
        time.sleep(1.1)
        self.at = dt.datetime.now(ZONE).replace(microsecond=0)
        self.dossiers, self.procedures = dict(province.dossiers), copy.deepcopy(province.procedures)
        self.journal = run.ask('figures', '--agency', 'all', '--from', '2021-01-01', '--to', '2021-12-31', '--format',
                               'json')['journal']
        time.sleep(1.1)


def grown(run, province):
    """Imports in a certain order; returns the moments between them."""
    run.check('agencies', run.imported('agencies', province.agency_file()))
    for row in province.agencies.values():
        if row['code'] in ('', 'UNKNOWN') and row['name'] != 'Phòng Tư pháp':
            row['code'] = run.ask('figures', '--agency', row['name'], '--from', '2021-01-01', '--to', '2021-01-01',
                                  '--format', 'json')['agency']
    for line in run.call('figures', '--agency', 'Phòng Tư pháp', '--from', '2021-01-01', '--to', '2021-01-01')[2].split('\n'):
        for d in range(2):
            if line.endswith('(%s)' % province.agencies['huyen%d' % d]['code']):
                province.agencies['phong%d' % d]['code'] = line.split()[0]
    run.check('codes of agencies without one', [r for r in province.agencies.values() if not r['code'].startswith(('H54', 'NB.'))])
    run.check('the same agencies again', again(run, 'agencies'))
    run.check('procedures', run.imported('procedures', province.procedure_file()))
    run.check('the same procedures again', again(run, 'procedures'))
    run.check('holidays', run.imported('holidays', province.holiday_file((2021, 2022))))
    run.check('the same holidays again', again(run, 'holidays'))
    moments = [Moment(run, province)]
    first = [province.dossier(n) for n in range(DOSSIERS)]
    moments.append(brought(run, province, first))
    second = [province.dossier(DOSSIERS + n) for n in range(DOSSIERS // 2)]
    moments.append(brought(run, province, second))
    old = run.rng.sample([r for r in first + second], DOSSIERS // 10)
    changed = [province.corrected(r) if run.rng.random() < 0.7 else r for r in old]
    moments.append(brought(run, province, changed, '--correct', 'Nhập nhầm'))
    run.check('holidays of another year', run.imported('holidays', province.holiday_file((2023,))))
    run.check('new versions of procedures', run.imported('procedures', province.renewal_file()))
    third = [province.dossier(2 * DOSSIERS + n) for n in range(DOSSIERS // 2)]
    moments.append(brought(run, province, third))
    run.imported('dossiers', province.dossier_file([province.as_typed(r) for r in second if r not in old]))
    run.check('dossiers again, after other holidays and versions', again(run, 'dossiers') + (
        [] if moments[-1].journal == Moment(run, province).journal else ['the journal has grown']))
    return moments


def brought(run, province, rows, *words):
    what = 'correction' if words else 'dossiers'
    run.check('%s: %d rows' % (what, len(rows)), run.imported('dossiers', province.dossier_file(rows), *words))
    run.check('codes allotted', province.allot(rows, run.codes()))
    province.take(rows)
    run.check('the same %s again' % what, again(run, 'dossiers', *words))
    return Moment(run, province)


def again(run, kind, *words):
    """The file that was imported last: nothing changes."""
    whole = ('figures', '--agency', 'all', '--from', '2000-01-01', '--to', '2025-12-31', '--format', 'json')
    before = run.ask(*whole)
    status, out, err = run.call('import', kind, os.path.join(run.directory, kind + '.csv'), *words)
    return ([(status, err)] if status else []) + differences(oracle.flat(before), oracle.flat(run.ask(*whole)))


def period(province, rng):
    first = province.day(BEGIN - 40 * oracle.DAY, END)
    return first, first + rng.choice((0, 1, 6, 30, 90, 365, 900)) * oracle.DAY


def some_moment(rng, province, first, last):
    """A T and its moment; often one at which something is due or ends."""
    day = province.day(first - 3 * oracle.DAY, last + 3 * oracle.DAY)
    if rng.random() < 0.5:
        return day.isoformat(), dt.datetime.combine(day, dt.time(23, 59, 59))
    known = [d for d in province.dossiers.values() if isinstance(d.second, dt.datetime) and first <= d.second.date() <= last]
    moment = rng.choice(known).second + rng.randint(-1, 1) * oracle.MINUTE if known else province.minute(day)
    return oracle.stamp(moment), moment


def question(run, province, moments):
    """Words of a question and all that the answer follows from."""
    rng = run.rng
    first, last = period(province, rng)
    begin, end = dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time(23, 59, 59))
    key = rng.choice(list(province.agencies) + ['all', 'all', 'tinh', 'huyen0', 'huyen1'])
    words = ['figures', '--agency', key if key == 'all' else province.refer(key), '--from', first.isoformat(), '--to',
             last.isoformat()]
    if rng.random() < 0.5:
        word, moment = some_moment(rng, province, first, last)
        words, end = words + ['--as-of', word], min(end, moment)
    known = moments[-1]
    if rng.random() < 0.4:
        known = rng.choice(moments)
        words += ['--known-at', known.at.isoformat()]
    agencies = province.subtree('tinh') if key == 'all' else province.subtree(key)
    code = 'all' if key == 'all' else province.agencies[key]['code']
    mine = [d for d in known.dossiers.values() if d.agency in agencies]
    return words, {'agency': code, 'agencies': agencies, 'begin': begin, 'end': end, 'first': first, 'last': last,
                   'known': known, 'dossiers': mine}


def answer(asked):
    """The object that the contract asks for, flat."""
    out = {cell: len(codes) for cell, codes in oracle.count(asked['dossiers'], asked['begin'], asked['end']).items()}
    out.update(oracle.catalogue(asked['known'].procedures, asked['dossiers'], asked['agencies'], asked['begin'],
                                asked['end']))
    out.update({'agency': asked['agency'], 'from': asked['first'].isoformat(), 'to': asked['last'].isoformat(),
                'as_of': oracle.stamp(asked['end']), 'balanced': True, 'feedback.received': 0, 'feedback.rules': 0,
                'feedback.conduct': 0})
    return out


def row_key(dossier, by, asked):
    """decided: a procedure's field is that of its version on T's day, or of the last one before it."""
    begun = [v for v in asked['known'].procedures[dossier.version['code']]
             if v['effective_from'] is None or v['effective_from'] <= asked['end'].date()]
    return {'field': begun[-1]['field'] if begun else '', 'procedure': dossier.version['code'], 'agency': dossier.agency}[by]


def rows_wanted(asked, by):
    if by == 'month':
        return months_wanted(asked)
    groups = {}
    for dossier in asked['dossiers']:
        groups.setdefault(row_key(dossier, by, asked), []).append(dossier)
    counts = {key: oracle.count(group, asked['begin'], asked['end']) for key, group in groups.items()}
    return {key: {c: len(v) for c, v in cells.items()} for key, cells in counts.items() if cells['received.total']}


def months_wanted(asked):
    """decided: the months from that of the first day to that of T."""
    rows, begin, last = {}, asked['begin'], asked['end']
    while begin.date().replace(day=1) <= last.date():
        after = dt.datetime.combine(oracle.month_later(begin.date().replace(day=1), 1), dt.time())
        sets = oracle.count(asked['dossiers'], begin, min(after - dt.timedelta(seconds=1), last))
        rows[begin.strftime('%Y-%m')] = {c: len(v) for c, v in sets.items()}
        begin = after
    return rows


def rows_got(rows):
    return {row['key']: {c: v for c, v in oracle.flat(row).items() if c not in ('key', 'name')} for row in rows}


def figures(run, province, moments):
    wrong, wrong_rows, wrong_lists, lists = [], [], [], 0
    for _ in range(QUESTIONS):
        words, asked = question(run, province, moments)
        by = run.rng.choice((None, 'field', 'procedure', 'agency', 'month'))
        got = run.ask(*words, '--format', 'json', *(['--by', by] if by else []))
        rows = got.pop('rows', None)
        flat = oracle.flat(got)
        share = flat.pop('online_services.share')
        wanted = answer(asked)
        exact = wanted.pop('online_services.share')
        known = asked['known']
        wanted.update({'journal.size': known.journal['size'], 'journal.root': known.journal['root'],
                       'known_at': known.at.isoformat() if '--known-at' in words else None})
        wanted.update({'by': by} if by else {})
        said = ' '.join(words[1:])
        wrong += ['%s: %s' % (said, d) for d in differences(wanted, flat)]
        wrong += ['%s: share %s, program %s' % (said, exact, share)] if abs(share - exact) > 0.00005 else []
        if by:
            keys = [row['key'] for row in rows]
            wrong_rows += ['%s --by %s: keys %s' % (said, by, keys)] if len(keys) != len(set(keys)) or (
                by == 'month' and keys != sorted(keys)) else []
            wrong_rows += ['%s --by %s: %s' % (said, by, d) for d in differences(rows_wanted(asked, by), rows_got(rows))]
        if run.rng.random() < 0.3:
            cell, lists = run.rng.choice(oracle.CELLS), lists + 1
            codes = sorted(run.call(*words, '--list', cell)[1].split())
            right = oracle.count(asked['dossiers'], asked['begin'], asked['end'])[cell]
            if codes != right:
                wrong_lists.append('%s --list %s: only oracle %s, only program %s' % (
                    said, cell, sorted(set(right) - set(codes))[:5], sorted(set(codes) - set(right))[:5]))
    run.check('%d questions, cell by cell' % QUESTIONS, wrong)
    run.check('the rows of those with --by', wrong_rows)
    run.check('%d lists of dossiers' % lists, wrong_lists)


def journal(run, province):
    """The same size and root after a rebuild, a move, a backup; a backup answers all questions alike."""
    whole = ('figures', '--agency', 'all', '--from', '2021-01-01', '--to', '2023-12-31', '--by', 'agency', '--format', 'json')
    before, wrong = run.ask(*whole), []
    copy_dir = run.data + '.copy'
    for words, data in ((('doctor',), run.data), (('backup', copy_dir), run.data), (('restore', copy_dir), run.data + '.new'),
                        (('doctor',), run.data + '.new'), (('rebuild',), run.data)):
        status, out, err = run.call(*words, data=data)
        wrong += ['%s: exit %d %s' % (words, status, out + err)] if status else []
    os.rename(run.data + '.new', run.data + '.moved')
    for data in (run.data, run.data + '.moved'):
        wrong += differences(oracle.flat(before), oracle.flat(run.ask(*whole, data=data)))
    run.check('backup, restore, rebuild, a move: the same figures and the same root', wrong)


def journal_grows(run, moments):
    sizes = [m.journal['size'] for m in moments]
    roots = {m.journal['root'] for m in moments}
    wrong = [] if sizes == sorted(set(sizes)) and len(roots) == len(moments) else [sizes, roots]
    run.check('the journal grows with each import', wrong)


def main():
    binary, directory, seed, provinces = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    run = Run(binary, directory, random.Random(seed))
    print('# seed %d' % seed)
    run.data = os.path.join(directory, 'errors')
    oracle_errors.errors(run)
    for n in range(provinces):
        run.rng.seed(seed + n)
        run.data = os.path.join(directory, 'data%d' % n)
        run.check('init', [x for x in [run.call('init')] if x[0]])
        province = Province(run.rng)
        moments = grown(run, province)
        journal_grows(run, moments)
        deadlines(run, province)
        figures(run, province, moments)
        journal(run, province)
    print('1..%d' % run.number)
    return run.failed != 0


if __name__ == '__main__':
    sys.exit(main())
