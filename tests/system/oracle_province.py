"""A random small province: its files, and what is true in it after each import."""
import csv
import datetime as dt
import io

import oracle

AGENCY_COLUMNS = 'code,name,short_name,level,kind,parent,valid_from,valid_to,successor'.split(',')
PROCEDURE_COLUMNS = ('code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_vnd,'
                     'legal_basis,result,components,effective_from,effective_to,decision,decision_date,change,'
                     'supplement_rule,cutoff_time').split(',')
DOSSIER_COLUMNS = ('code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,'
                   'supplement_received_at,resolved_at,returned_at,outcome').split(',')
FIELDS = ('Đất đai', 'Hộ tịch', 'Xây dựng', 'Đăng ký kinh doanh', 'An toàn thực phẩm')
MINUTES = ('received_at', 'supplement_requested_at', 'supplement_received_at', 'resolved_at', 'returned_at')
BEGIN, END = dt.date(2021, 1, 4), dt.date(2023, 12, 29)


def text_of(columns, rows, rng=None):
    """A CSV file; with rng in a random shape: order of columns, separator, ends of lines, coding."""
    columns, separator, newline, coding = list(columns), ',', '\n', 'utf-8'
    if rng:
        rng.shuffle(columns)
        separator, newline = rng.choice(',;'), rng.choice(('\n', '\r\n'))
        coding = rng.choice(('utf-8', 'utf-8-sig', 'utf-16'))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=separator, lineterminator=newline)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(coding)


def written(value):
    if value is None:
        return ''
    if isinstance(value, dt.datetime):
        return value.strftime('%Y-%m-%d %H:%M')
    if isinstance(value, dt.time):
        return value.strftime('%H:%M')
    return str(value)


class Province:
    def __init__(self, rng):
        self.rng = rng
        self.calendar = oracle.Calendar()
        self.agencies, self.procedures, self.dossiers = {}, {}, {}
        self.make_agencies()
        self.make_procedures()

    # -- agencies: key -> row with 'code' as it will be in the system (learned for those without one)

    def make_agencies(self):
        def add(key, code, name, short, level, parent, **more):
            row = {'key': key, 'code': code, 'name': name, 'short_name': short, 'level': level, 'kind': 'ubnd',
                   'parent': parent, **more}
            self.agencies[key] = row

        add('tinh', 'H54', 'Tỉnh Mẫu', 'TM', 'province', None)
        for n, name in enumerate(('Sở Mẫu Một', 'Sở Mẫu Hai', 'Sở Mẫu Ba')):
            add('so%d' % n, 'H54.%d' % (n + 1) if n else '', name, 'SM%d' % n, 'province', 'tinh')
        for d in range(2):
            add('huyen%d' % d, 'H54.%d' % (30 + d), 'Huyện Thử %s' % 'AB'[d], 'HT%s' % 'AB'[d], 'district', 'tinh')
            add('phong%d' % d, '', 'Phòng Tư pháp', '', 'district', 'huyen%d' % d)
            for c in range(2):
                add('xa%d%d' % (d, c), 'H54.%d.%d' % (30 + d, c + 1), 'Xã Thử %s%d' % ('AB'[d], c), '', 'commune',
                    'huyen%d' % d)
        self.agencies['xa01'].update(valid_to=dt.date(2022, 6, 30), successor='xa00')
        add('xamoi', 'UNKNOWN', 'Xã Mới', 'XM', 'commune', 'huyen1', valid_from=dt.date(2022, 7, 1))

    def refer(self, key):
        """A way to name an agency."""
        row = self.agencies[key]
        if row['name'] == 'Phòng Tư pháp':
            return row['code']
        return self.rng.choice([n for n in (row['code'], row['name'], row['short_name']) if n and n != 'UNKNOWN'])

    def agency_file(self):
        rows = []
        for row in self.agencies.values():
            rows.append({c: written(row.get(c)) for c in AGENCY_COLUMNS})
            for c in ('parent', 'successor'):
                rows[-1][c] = self.refer(row[c]) if row.get(c) else ''
        self.rng.shuffle(rows)
        return text_of(AGENCY_COLUMNS, rows, self.rng)

    def subtree(self, key):
        keys = {key}
        while True:
            more = {k for k, row in self.agencies.items() if row['parent'] in keys} - keys
            if not more:
                return {self.agencies[k]['code'] for k in keys}
            keys |= more

    def living(self, key, day):
        row = self.agencies[key]
        return (row.get('valid_from') or day) <= day <= (row.get('valid_to') or day)

    # -- procedures: code -> versions

    def make_procedures(self):
        for n in range(14):
            code = '%d.%06d.000.00.00.H54' % (1 + n % 3, n + 1)
            first = self.version(code, 'Thủ tục số %d' % n, self.rng.choice(list(self.agencies)))
            if self.rng.random() < 0.5:
                first.update(effective_from=self.day(dt.date(2020, 1, 1), dt.date(2021, 12, 1)))
            versions, day = [first], first['effective_from'] or dt.date(2021, 3, 1)
            while self.rng.random() < 0.5 and versions[-1]['change'] != 'abolished':
                if self.rng.random() < 0.3:
                    versions[-1]['effective_to'] = day + self.rng.randint(20, 60) * oracle.DAY
                day += self.rng.randint(70, 400) * oracle.DAY
                change = self.rng.choice(('amended', 'replaced', 'abolished', 'shortened'))
                versions.append(self.version(code, first['name'], first['holder'], effective_from=day, change=change,
                                             decision_date=day - self.rng.randint(0, 40) * oracle.DAY))
            if versions[-1]['change'] != 'abolished' and not versions[-1]['effective_to'] and self.rng.random() < 0.2:
                versions[-1]['effective_to'] = day + self.rng.randint(200, 600) * oracle.DAY
            self.procedures[code] = versions

    def version(self, code, name, holder, **more):
        rng = self.rng
        unit = rng.choice(('working_days', 'working_days', 'calendar_days', 'months', 'hours', 'immediate'))
        allow = None if unit == 'immediate' or rng.random() < 0.15 else rng.randint(
            1, {'months': 3, 'hours': 40}.get(unit, 25))
        row = {'code': code, 'name': name, 'holder': holder, 'field': rng.choice(FIELDS), 'level': 'province',
               'online_level': rng.choice(oracle.LEVELS), 'processing_days': allow, 'processing_unit': unit,
               'interagency': rng.choice(('none', 'same_level', 'cross_level')), 'fee_vnd': rng.choice((None, 0, 15000)),
               'legal_basis': 'Luật; nghị định', 'result': 'Giấy phép', 'components': 'Đơn; bản vẽ',
               'effective_from': None, 'effective_to': None, 'decision': None, 'decision_date': None,
               'change': rng.choice((None, 'new')), 'supplement_rule': rng.choice((None, 'restart', 'resume', 'resume')),
               'cutoff_time': rng.choice((None, None, None, dt.time(15, 0), dt.time(16, 30)))}
        if row['change'] == 'new':
            row['decision_date'] = self.day(BEGIN, END)
        row.update(more)
        if row['decision_date']:
            row['decision'] = 'QĐ %d' % rng.randint(1, 99)
        return row

    def procedure_file(self):
        rows = []
        for versions in self.procedures.values():
            for version in versions:
                version['agency'] = self.agencies[version['holder']]['code']
                rows.append({c: written(version[c]) for c in PROCEDURE_COLUMNS})
                rows[-1]['agency'] = self.refer(version['holder'])
        return text_of(PROCEDURE_COLUMNS, rows, self.rng)

    def renewal_file(self):
        """Some procedures get one more version, also before dossiers that are accepted already."""
        for versions in self.rng.sample(list(self.procedures.values()), 5):
            last = versions[-1]
            day = max(self.day(dt.date(2022, 6, 1), END), (last['effective_from'] or BEGIN) + oracle.DAY)
            versions.append(self.version(last['code'], last['name'], last['holder'], effective_from=day, change='amended',
                                         decision_date=day))
        return self.procedure_file()

    # -- holidays

    def holiday_file(self, years):
        rows = {}
        for year in years:
            first = dt.date(year, 1, 1)
            for _ in range(14):
                day = first + self.rng.randint(0, 364) * oracle.DAY
                kind = self.rng.choice(oracle.OFF if day.weekday() < 5 else ('holiday',))
                rows[day] = 'swap_work' if day.weekday() == 5 and self.rng.random() < 0.7 else kind
            eve = dt.date(year, 12, 30)
            for day in (first, eve):
                rows.setdefault(day, 'holiday')
        self.calendar = self.calendar.replaced(list(rows.items()))
        lines = [{'date': day, 'kind': kind, 'name': 'Ngày %s' % day} for day, kind in rows.items()]
        return text_of(('date', 'kind', 'name'), lines, self.rng)

    # -- dossiers

    def day(self, first, last):
        return first + self.rng.randint(0, (last - first).days) * oracle.DAY

    def minute(self, day):
        hour, minute = self.rng.choice(((7, 30), (11, 30), (13, 0), (15, 0), (15, 1), (16, 30), (17, 0), None, None, None,
                                        None, None)) or (self.rng.randint(7, 17), self.rng.randint(0, 59))
        return dt.datetime.combine(day, dt.time(hour, minute))

    def later(self, moment, days):
        """A moment in the days after, not before."""
        return max(moment, self.minute(moment.date() + self.rng.randint(0, days) * oracle.DAY))

    def dossier(self, number):
        rng = self.rng
        row = dict.fromkeys(DOSSIER_COLUMNS)
        while True:
            row['received_at'] = self.minute(self.day(BEGIN, END))
            code = rng.choice(list(self.procedures))
            day = row['received_at'].date()
            if oracle.in_force(self.procedures[code], day):
                break
        row['procedure'] = code
        keys = [k for k in self.agencies if self.living(k, day)]
        row['key'] = rng.choice(keys)
        row['agency'] = self.agencies[row['key']]['code']
        row['channel'] = rng.choice(('counter', 'online', 'postal', 'online'))
        row['applicant'] = rng.choice(('Nguyễn Văn Thử', 'Trần Thị "Mẫu"', 'Công ty; TNHH, Thử'))
        row['code'] = self.given_code(row, number)
        self.life(row)
        return row

    def given_code(self, row, number):
        kind = self.rng.random()
        if kind < 0.3:
            return ''
        day = row['received_at'].strftime('%y%m%d')
        if kind < 0.4:
            return '000.00.%02d.H54-%s-%04d' % (self.rng.randint(1, 40), day, 1000 + number)
        return '%s-%s-%04d' % (row['agency'], day, self.rng.choice((0, 5000)) + number)

    def life(self, row):
        """What happens after reception."""
        rng, last = self.rng, row['received_at']
        for column in MINUTES[1:] + ('due_at', 'outcome'):
            row[column] = None
        if rng.random() < 0.2:
            day = last.date() + rng.randint(0, 30) * oracle.DAY
            row['due_at'] = day if rng.random() < 0.5 else max(self.minute(day), last)
        if rng.random() < 0.35:
            last = row['supplement_requested_at'] = self.later(last, 8)
            if rng.random() < 0.7:
                last = row['supplement_received_at'] = self.later(last, 12)
        if rng.random() < 0.85:
            row['resolved_at'] = self.end(row, last)
            row['outcome'] = rng.choice(('approved', 'approved', 'approved', 'refused', 'withdrawn', 'stopped'))
            if row['supplement_requested_at'] and not row['supplement_received_at']:
                row['outcome'] = rng.choice(('withdrawn', 'stopped'))
            if rng.random() < 0.5:
                row['returned_at'] = self.later(row['resolved_at'], 5)

    def end(self, row, last):
        """Often on the due day itself or beside it, for these are where mistakes are."""
        limit = self.lived(row).due_at(last)
        if limit is None or self.rng.random() < 0.5:
            return self.later(last, 40)
        if isinstance(limit, dt.datetime):
            return max(last, limit + self.rng.randint(-1, 1) * oracle.MINUTE)
        return max(last, self.minute(limit + self.rng.randint(-1, 1) * oracle.DAY))

    def lived(self, row):
        version = oracle.in_force(self.procedures[row['procedure']], row['received_at'].date())
        return oracle.Dossier(row, version, self.calendar)

    def dossier_file(self, rows, shape=True):
        lines = []
        for row in rows:
            lines.append({c: written(row[c]) for c in DOSSIER_COLUMNS})
            lines[-1]['agency'] = self.refer(row['key'])
        return text_of(DOSSIER_COLUMNS, lines, self.rng if shape else None)

    @staticmethod
    def as_typed(row):
        """The row as it was in its file, without the code that was allotted."""
        return dict(row, code='') if row.get('allotted') else row

    def corrected(self, row):
        """The same dossier with other values."""
        new = dict(row)
        kind = self.rng.randint(0, 3)
        if kind == 0:
            new['channel'] = self.rng.choice([c for c in ('counter', 'online', 'postal') if c != row['channel']])
        elif kind == 1 and row['resolved_at']:
            new['resolved_at'] = self.later(row['supplement_received_at'] or row['supplement_requested_at']
                                            or row['received_at'], 40)
            new['returned_at'] = None
        else:
            self.life(new)
        return new

    def take(self, rows):
        """The rows are imported now: with the rules and the calendar of now."""
        for row in rows:
            self.dossiers[row['code']] = self.lived(row)

    def allot(self, rows, codes):
        """Gives the rows without a code those codes that the program allotted, and says what is wrong with them."""
        wrong, given = [], {row['code'] for row in rows} | set(self.dossiers)
        fresh = sorted(set(codes) - given)
        for row in rows:
            if row['code']:
                continue
            stem = '%s-%s-' % (row['agency'], row['received_at'].strftime('%y%m%d'))
            mine = [c for c in fresh if c.startswith(stem)]
            highest = max([int(c[-4:]) for c in given if c.startswith(stem)] or [0])
            if not mine or int(mine[0][-4:]) != highest + 1:
                wrong.append('%s: wanted %04d, there are %s' % (stem, highest + 1, mine))
            row['code'] = mine[0] if mine else '?'
            row['allotted'] = True
            fresh = fresh[:fresh.index(mine[0])] + fresh[fresh.index(mine[0]) + 1:] if mine else fresh
            given.add(row['code'])
        return wrong + ['unexpected %s' % fresh] if fresh else wrong
