"""Files and commands that are refused: which exit code, which line, which field, and that nothing was imported."""
import os
import re
import shutil

AGENCIES = '''code,name,short_name,level,kind,parent
H54,Tỉnh Mẫu,TM,province,ubnd,
H54.1,Huyện A,HA,district,ubnd,H54
H54.2,Huyện B,HB,district,ubnd,H54
,Phòng Tư pháp,,district,phong,HA
,Phòng Tư pháp,,district,phong,HB
'''
PROCEDURES = '''code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_vnd,legal_basis,result,components,effective_from,effective_to,decision,decision_date,change,supplement_rule,cutoff_time,source
'''
PROCEDURE = '1.%06d,Thủ tục,Đất đai,%s,province,%s,%s,%s,%s,%s,L,R,C,%s,%s,%s,%s,%s,%s,%s,s\n'
FINE = ('HA', '4', '5', 'working_days', 'none', '1000', '', '', 'QĐ 1', '2022-01-01', 'new', '', '')
HOLIDAYS = 'date,kind,name\n'
DOSSIERS = ('code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,supplement_received_at,'
            'resolved_at,returned_at,outcome\n')
GOOD = 'H54.1-221024-0001,1.000001,HA,online,Thử,2022-10-24 09:00,,,,2022-10-25 09:00,,approved\n'


def dossier(**other):
    """A row that is right but for what is said."""
    columns = DOSSIERS.strip().split(',')
    row = dict(zip(columns, ('', '1.000001', 'HA', 'online', 'Thử', '2022-10-24 09:00', '', '', '', '', '', '')))
    row.update(other)
    return ','.join(row[c] for c in columns) + '\n'


def procedure(number, **other):
    names = ('agency', 'online_level', 'processing_days', 'processing_unit', 'interagency', 'fee_vnd', 'effective_from',
             'effective_to', 'decision', 'decision_date', 'change', 'supplement_rule', 'cutoff_time')
    row = dict(zip(names, FINE))
    row.update(other)
    return PROCEDURE % (number, *(row[n] for n in names))


# kind of file, its bytes, and the lines and fields of all its errors; None: any field
BAD_ROWS = [
    dossier(received_at='2022-02-31 10:00'), dossier(received_at=''), dossier(received_at='2022-10-24'),
    dossier(received_at='2022-10-24 24:00'), dossier(received_at='9999-01-01 10:00'),
    dossier(resolved_at='2022-10-23 10:00', outcome='approved'), dossier(resolved_at='2022-10-25 10:00'),
    dossier(outcome='approved'), dossier(outcome='lost', resolved_at='2022-10-25 10:00'), dossier(channel='fax'),
    dossier(channel=''), dossier(procedure='9.999999'), dossier(procedure=''), dossier(agency='Sở Không Có'),
    dossier(agency='Phòng Tư pháp'), dossier(agency=''), dossier(applicant=''), dossier(code='abc'),
    dossier(code='H54.1-221024-0001'), dossier(due_at='24/10/2022'),
    dossier(supplement_received_at='2022-10-25 10:00'),
    dossier(supplement_requested_at='2022-10-25 10:00', supplement_received_at='2022-10-24 10:00'),
    dossier(supplement_requested_at='2022-10-23 10:00'), dossier(returned_at='2022-10-25 10:00'),
    dossier(resolved_at='2022-10-26 10:00', returned_at='2022-10-25 10:00', outcome='refused'),
]
BAD_FIELDS = ['received_at'] * 5 + ['resolved_at', 'outcome', 'resolved_at', 'outcome', 'channel', 'channel', 'procedure',
              'procedure', 'agency', 'agency', 'agency', 'applicant', 'code', 'code', 'due_at', 'supplement_requested_at',
              'supplement_received_at', 'supplement_requested_at', 'resolved_at', 'returned_at']
BAD_PROCEDURES = [('online_level', '5'), ('processing_days', '-1'), ('processing_days', 'năm'), ('processing_unit', 'ngày'),
                  ('interagency', 'yes'), ('effective_from', '2022-13-01'), ('decision_date', '01/01/2022'),
                  ('change', 'changed'), ('supplement_rule', 'again'), ('cutoff_time', '25:00'), ('agency', 'Sở Không Có'),
                  ('fee_vnd', 'abc')]

CASES = [
    ('dossiers', DOSSIERS + GOOD + ''.join(BAD_ROWS), list(zip(range(3, 99), BAD_FIELDS))),
    ('dossiers', DOSSIERS.replace('outcome', 'outcome,colour') + GOOD.replace('approved', 'approved,red'), [(1, None)]),
    ('dossiers', DOSSIERS.replace(',outcome', '') + GOOD.replace(',approved', ''), [(1, None)]),
    ('dossiers', DOSSIERS + GOOD.replace('approved', 'approved,more'), [(2, None)]),
    ('dossiers', DOSSIERS + GOOD.replace(',approved', ''), [(2, None)]),
    ('dossiers', DOSSIERS + '\n'.join(['"H54.1-221024-0001,1.000001', 'HA']), [(2, None)]),
    ('dossiers', (DOSSIERS + GOOD).encode().replace('Thử'.encode(), b'Th\xff'), [(2, 'applicant')]),
    ('dossiers', '', [(1, None)]),
    ('agencies', 'code,name,short_name,level,kind,parent\nH54.8,Một,,planet,ubnd,H54\nH54.9,Hai,,province,ubnd,Không Có\n'
     'H54.10,Ba,,province,ubnd,Phòng Tư pháp\nH54.11,,,province,ubnd,\n',
     [(2, 'level'), (3, 'parent'), (4, 'parent'), (5, 'name')]),
    ('agencies', 'code,name,short_name,level,kind,parent\nH54.8,Một,,province,so,H54.9\nH54.9,Hai,,province,so,H54.8\n',
     [(2, 'parent'), (3, 'parent')]),
    ('agencies', 'code,name,short_name,level,kind,parent,valid_from\nH54.8,Một,,province,so,H54,2022-02-30\n',
     [(2, 'valid_from')]),
    ('procedures', PROCEDURES + ''.join(procedure(n + 2, **{k: v}) for n, (k, v) in enumerate(BAD_PROCEDURES)),
     [(n + 2, k) for n, (k, _) in enumerate(BAD_PROCEDURES)]),
    ('holidays', HOLIDAYS + '2022-02-30,holiday,x\n2022-03-01,feast,x\n', [(2, 'date'), (3, 'kind')]),
    ('holidays', HOLIDAYS + '2022-03-01,holiday,x\n2022-03-01,swap_off,y\n', [(3, None)]),
]


def found_in(err, path):
    """(line, field) of each line FILE:LINE: FIELD: message. Warnings look alike; their field is always `row`."""
    found = []
    for line in err.split('\n'):
        match = re.match(re.escape(path) + r':(\d+): ([^:]+): \S', line)
        if match:
            found.append((int(match.group(1)), match.group(2)))
    return found


def size(run):
    return run.ask('figures', '--agency', 'all', '--from', '2022-01-01', '--to', '2022-12-31', '--format', 'json')['journal']


def bad_file(run, kind, content, wanted):
    path = os.path.join(run.directory, 'bad.csv')
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    before = size(run)
    status, out, err = run.call('import', kind, path)
    wrong = ['%s: exit %d' % (kind, status)] if status != 1 else []
    wrong += ['%s: something was imported' % kind] if size(run) != before else []
    lines = found_in(err, path)
    for line, field in wanted:
        if not any(l == line and (field is None or f == field) for l, f in lines):
            wrong.append('%s line %d: no error of %s, but %s' % (kind, line, field, [f for l, f in lines if l == line]))
    wrong += ['%s: unexpected error %s' % (kind, e) for e in lines if e[0] not in [l for l, _ in wanted] and e[1] != 'row']
    return wrong + ([err] if wrong else [])


def commands(run):
    """(exit code, words): contract.md "Commands"."""
    figures = ('figures', '--agency', 'HA', '--from', '2022-01-01', '--to', '2022-12-31')
    deadline = ('deadline', '--agency', 'HA', '--received', '2022-10-21 15:40', '--allow', '3', '--unit')
    missing = os.path.join(run.directory, 'missing')
    cases = [
        (0, figures), (0, (*deadline, 'working_days')), (0, ('figures', '--help')), (0, ('doctor',)),
        (1, ('init',)), (1, ('figures', '--agency', 'Phòng Tư pháp', *figures[3:])),
        (1, ('figures', '--agency', 'Sở Không Có', *figures[3:])),
        (2, ('figures', '--agency', 'HA')), (2, (*figures, '--by', 'colour')), (2, (*figures, '--format', 'word')),
        (2, (*figures, '--from', '2022-02-31')), (2, (*figures, '--as-of', 'yesterday')), (2, (*figures, '--colour', 'red')),
        (2, (*figures, '--list', 'nothing')), (2, (*figures, '--db', 'postgresql://x/y')),
        (2, (*deadline, 'years')), (2, (*deadline, 'months', '--rule', 'hours')),
        (2, (*deadline, 'calendar_days', '--rule', 'hours')), (2, ('dance',)), (2, ('import', 'weather', missing)),
        (2, ('import', 'dossiers')),
    ]
    wrong = []
    for wanted, words in cases:
        status, out, err = run.call(*words)
        if status != wanted or (status and not err) or (status == 0 and not out):
            wrong.append('%s: exit %d, wanted %d: %s' % (' '.join(words), status, wanted, out + err))
    return wrong


def several_match(run):
    err = run.call('deadline', '--agency', 'Phòng Tư pháp', '--received', '2022-10-21 15:40', '--unit', 'immediate')[2]
    return [] if 'NB.1' in err and 'NB.2' in err else [err]


def other_values(run):
    """An existing code with other values is an error of that row, unless --correct."""
    changed = DOSSIERS + GOOD.replace('2022-10-25', '2022-12-25') + dossier(code='H54.1-221024-0002')
    wrong = bad_file(run, 'dossiers', changed, [(2, 'resolved_at')])
    before = size(run)
    path = os.path.join(run.directory, 'bad.csv')
    status, out, err = run.call('import', 'dossiers', path, '--dry-run', '--correct', 'Nhập nhầm')
    wrong += ['dry run: exit %d %s' % (status, err)] if status else []
    wrong += ['a dry run changed the journal'] if size(run) != before else []
    status, out, err = run.call('import', 'dossiers', path, '--correct', 'Nhập nhầm')
    wrong += ['correction: exit %d %s' % (status, err)] if status else []
    return wrong + ([] if size(run)['size'] > before['size'] else ['nothing was corrected'])


def errors(run):
    shutil.rmtree(run.data, ignore_errors=True)
    wrong = [x for x in [run.call('init')] if x[0]]
    wrong += run.imported('agencies', AGENCIES.encode())
    wrong += run.imported('procedures', (PROCEDURES + procedure(1)).encode())
    wrong += run.imported('dossiers', (DOSSIERS + GOOD).encode())
    run.check('a province for bad input', wrong)
    for number, (kind, content, wanted) in enumerate(CASES):
        run.check('refused: %s %d' % (kind, number), bad_file(run, kind, content, wanted))
    run.check('an existing code with other values', other_values(run))
    run.check('exit codes of commands', commands(run))
    run.check('several agencies match', several_match(run))
