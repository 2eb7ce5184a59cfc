"""The law of deadlines and figures a second time, written from the contract alone and as simply as possible.

Nothing here is shared with the program: days are walked one by one, dossiers are looked at one by one. What the
contract leaves open and the program decided is marked "decided:" so that a reader sees what rests on the contract and
what does not.
"""
import datetime as dt

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
SESSIONS = ((dt.time(7, 30), dt.time(11, 30)), (dt.time(13, 0), dt.time(17, 0)))
OFF = ('holiday', 'compensation', 'swap_off')
LEVELS = ('1', '2', '3', '4', 'partial', 'full')
CHANGES = ('new', 'amended', 'replaced', 'abolished', 'shortened')
BY_TIME = ('early', 'on_time', 'late', 'no_deadline')


class Calendar:
    """The days off and the swapped days that are known, and for which years they are known."""

    def __init__(self):
        self.kinds, self.first, self.last = {}, None, None

    def replaced(self, rows):
        """A new version: the years in rows (pairs of date and kind) are replaced, the others stay."""
        new = Calendar()
        years = {day.year for day, _ in rows}
        new.kinds = {day: kind for day, kind in self.kinds.items() if day.year not in years}
        new.kinds.update(dict(rows))
        new.first = min(years | ({self.first} if self.first else set()))
        new.last = max(years | ({self.last} if self.last else set()))
        return new

    def works(self, day):
        kind = self.kinds.get(day)
        return kind == 'swap_work' or (kind not in OFF and day.weekday() < 5)

    def verified(self, day):
        return self.first is not None and self.first <= day.year <= self.last

    def reason(self, day):
        return self.kinds.get(day) or ('working_day' if day.weekday() < 5 else 'weekend')

    def next_working(self, day):
        while not self.works(day):
            day += DAY
        return day


def month_later(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - DAY).day
    return dt.date(year, month, min(day.day, last))


def opening(calendar, moment):
    """The moment itself inside working time, else the next opening. decided: a session's end is outside it."""
    day = moment.date()
    while True:
        if calendar.works(day):
            for start, end in SESSIONS:
                if moment < dt.datetime.combine(day, end):
                    return max(moment, dt.datetime.combine(day, start))
        day += DAY


def spend(calendar, moment, minutes):
    """The minute at which so many working minutes after moment are used up, the end of a session included."""
    day = moment.date()
    while True:
        for start, end in SESSIONS if calendar.works(day) else ():
            begin = max(moment, dt.datetime.combine(day, start))
            room = (dt.datetime.combine(day, end) - begin) // MINUTE
            if room > 0 and minutes <= room:
                return begin + minutes * MINUTE
            minutes -= max(room, 0)
        day += DAY


def working_minutes(calendar, begin, end):
    total, day = 0, begin.date()
    while day <= end.date():
        for start, stop in SESSIONS if calendar.works(day) else ():
            a, b = max(begin, dt.datetime.combine(day, start)), min(end, dt.datetime.combine(day, stop))
            total += max((b - a) // MINUTE, 0)
        day += DAY
    return total


def nth_working_day(calendar, day, n):
    while n > 0:
        day += DAY
        n -= calendar.works(day)
    return day


def nominal_day(calendar, day, allow, unit):
    """The last day before it is moved to a working day."""
    if unit == 'immediate':
        return day
    if unit == 'working_days':
        return nth_working_day(calendar, day, allow)
    return day + allow * DAY if unit == 'calendar_days' else month_later(day, allow)


def due(calendar, moment, allow, unit, rule=None):
    """A date (rule civil) or a datetime (rule hours)."""
    rule = rule or ('hours' if unit == 'hours' else 'civil')
    if rule == 'civil' or unit == 'immediate':
        return calendar.next_working(nominal_day(calendar, moment.date(), allow, unit))
    start = opening(calendar, moment)
    if unit == 'hours':
        return spend(calendar, start, allow * 60)
    return dt.datetime.combine(nth_working_day(calendar, start.date(), allow), start.time())


def resumed(calendar, first, unit, allow, start, asked, came):
    """The deadline after a pause from asked to came: what was left of the allowance, from when the supplement came.
    decided: the day on which it was asked for is used up, the day on which it came is not counted; where nothing was
    left the deadline stays."""
    if unit == 'hours':
        left = working_minutes(calendar, asked, first)
        return spend(calendar, came, left) if left else first
    if unit == 'immediate':
        return calendar.next_working(came.date()) if asked.date() <= first else first
    day, paused = start.date(), lambda d: asked.date() < d <= came.date()
    left = (month_later(day, allow) - day).days if unit == 'months' else allow
    while left > 0:
        day += DAY
        left -= not paused(day) and (unit != 'working_days' or calendar.works(day))
    while paused(day) or not calendar.works(day):
        day += DAY
    return day


def explain(calendar, moment, allow, unit, rule):
    """What `motcua deadline --format json` has to say. Under civil the day of reception is not in the list, as in the
    contract's example."""
    rule = rule or ('hours' if unit == 'hours' else 'civil')
    end = due(calendar, moment, allow, unit, rule)
    minute = isinstance(end, dt.datetime)
    last = end.date() if minute else end
    nominal = last if minute or unit == 'immediate' else nominal_day(calendar, moment.date(), allow, unit)
    days, day = [], moment.date() + (not minute and unit != 'immediate') * DAY
    while day <= last:
        days.append({'date': day.isoformat(), 'counted': counted(calendar, day, moment, nominal, unit, rule),
                     'reason': why(calendar, day, moment, unit, rule)})
        day += DAY
    return {'due': stamp(end) if minute else end.isoformat(), 'rule': rule, 'unit': unit, 'allow': allow,
            'verified': all(calendar.verified(dt.date.fromisoformat(d['date'])) for d in days),
            'rolled_from': nominal.isoformat() if nominal != last else None, 'days': days}


def why(calendar, day, moment, unit, rule):
    """decided: a working day of reception is the reception day; so is the day on which N working days by the clock start."""
    starts = opening(calendar, moment).date() if rule == 'hours' and unit == 'working_days' else moment.date()
    return 'reception_day' if day in (starts, moment.date()) and calendar.works(day) else calendar.reason(day)


def counted(calendar, day, moment, nominal, unit, rule):
    if day > nominal:
        return False
    if unit == 'immediate':
        return calendar.works(day)
    if rule == 'civil':
        return day > moment.date() and (unit != 'working_days' or calendar.works(day))
    start = opening(calendar, moment)
    if unit == 'working_days':
        return day > start.date() and calendar.works(day)
    return day >= start.date() and calendar.works(day)


def stamp(moment):
    return moment.strftime('%Y-%m-%dT%H:%M:%S+07:00')


class Dossier:
    """One dossier as it is known: its row of the file (parsed), its version of the procedure, its deadlines."""

    def __init__(self, row, version, calendar):
        self.row, self.version = row, version
        self.code, self.agency, self.channel = row['code'], row['agency'], row['channel']
        self.received, self.resolved = row['received_at'], row['resolved_at']
        self.asked, self.came = row['supplement_requested_at'], row['supplement_received_at']
        self.outcome = row['outcome']
        self.first = self.second = row['due_at']
        if self.first is None:
            self.compute(calendar)

    def compute(self, calendar):
        allow, unit = self.version['processing_days'], self.version['processing_unit']
        if allow is None and unit != 'immediate':
            return
        start = self.after_cutoff(calendar, self.received)
        self.first = self.second = due(calendar, start, allow, unit)
        if self.came is None:
            return
        if self.version['supplement_rule'] == 'resume':
            self.second = resumed(calendar, self.first, unit, allow, start, max(self.asked, start),
                                  self.after_cutoff(calendar, self.came))
        else:
            self.second = due(calendar, self.after_cutoff(calendar, self.came), allow, unit)

    def after_cutoff(self, calendar, moment):
        """decided: with a cut-off time, what comes after it or on a day off counts as come when the next working day
        begins; otherwise Saturday's dossiers would be due before those of Friday evening."""
        cutoff = self.version['cutoff_time']
        if cutoff is None or (moment.time() <= cutoff and calendar.works(moment.date())):
            return moment
        day = moment.date() + (moment.time() > cutoff) * DAY
        return dt.datetime.combine(calendar.next_working(day), dt.time(0, 0))

    def ended(self, moment):
        return self.resolved is not None and self.resolved <= moment

    def waiting(self, moment):
        return self.asked is not None and self.asked <= moment and not (self.came and self.came <= moment)

    def due_at(self, moment):
        return self.second if self.came is not None and self.came <= moment else self.first


def judge(end, limit):
    if limit is None:
        return 'no_deadline'
    day = limit.date() if isinstance(limit, dt.datetime) else limit
    if end.date() != day:
        return 'early' if end.date() < day else 'late'
    return 'late' if isinstance(limit, dt.datetime) and end > limit else 'on_time'


def overdue(limit, moment):
    if isinstance(limit, dt.datetime):
        return limit < moment.replace(second=0)
    return limit < moment.date()


def cells(dossier, begin, moment):
    """The cells of the figures in which one dossier counts, in the period from begin to moment."""
    if dossier.received > moment:
        return
    if dossier.received >= begin:
        yield 'received.new.total'
        yield 'received.new.' + dossier.channel
    elif not (dossier.resolved is not None and dossier.resolved < begin and dossier.resolved <= moment):
        yield 'received.carried_over'
    else:
        return
    yield 'received.total'
    if dossier.ended(moment):
        yield 'resolved.total'
        yield 'resolved.' + judge(dossier.resolved, dossier.due_at(dossier.resolved))
        if dossier.outcome != 'approved':
            yield 'resolved.' + dossier.outcome
        return
    yield 'in_progress.total'
    limit, waiting = dossier.due_at(moment), dossier.waiting(moment)
    if waiting:
        yield 'in_progress.waiting_supplement'
    if limit is None:
        yield 'in_progress.no_deadline'
    else:
        yield 'in_progress.' + ('within_deadline' if waiting or not overdue(limit, moment) else 'overdue')


CELLS = tuple(['received.' + c for c in ('total', 'new.total', 'new.online', 'new.counter', 'new.postal', 'carried_over')]
              + ['resolved.' + c for c in ('total',) + BY_TIME + ('withdrawn', 'stopped', 'refused', 'apologised')]
              + ['in_progress.' + c for c in ('total', 'within_deadline', 'overdue', 'no_deadline', 'waiting_supplement',
                                              'waiting_payment')])


def count(dossiers, begin, moment):
    """cell -> sorted codes of the dossiers counted there."""
    sets = {cell: [] for cell in CELLS}
    for dossier in dossiers:
        for cell in cells(dossier, begin, moment):
            sets[cell].append(dossier.code)
    return {cell: sorted(codes) for cell, codes in sets.items()}


def flat(figures, prefix=''):
    """{'received': {'new': {'total': 1}}} -> {'received.new.total': 1}"""
    out = {}
    for key, value in figures.items():
        if isinstance(value, dict):
            out.update(flat(value, prefix + key + '.'))
        else:
            out[prefix + key] = value
    return out


def in_force(versions, day):
    """The version of one procedure in force on a day, or None: the latest begun, unless it is ended or abolishes."""
    begun = [v for v in versions if v['effective_from'] is None or v['effective_from'] <= day]
    if not begun:
        return None
    last = max(begun, key=lambda v: v['effective_from'] or dt.date.min)
    if last['change'] == 'abolished' or (last['effective_to'] is not None and last['effective_to'] < day):
        return None
    return last


def catalogue(procedures, dossiers, agencies, begin, moment):
    """procedures and online_services of the figures; procedures: code -> versions, agencies: the subtree."""
    force = {code: in_force(versions, moment.date()) for code, versions in procedures.items()}
    force = {code: v for code, v in force.items() if v and v['agency'] in agencies}
    out = {'procedures.total': len(force)}
    for kind in ('same_level', 'cross_level'):
        out['procedures.' + kind] = sum(v['interagency'] == kind for v in force.values())
    out['procedures.inter_agency'] = out['procedures.same_level'] + out['procedures.cross_level']
    for level in LEVELS:
        out['procedures.online_level.' + level] = sum(v['online_level'] == level for v in force.values())
    for change in CHANGES:
        out['procedures.changes.' + change] = sum(
            v['change'] == change and v['decision_date'] is not None and v['agency'] in agencies
            and begin.date() <= v['decision_date'] <= moment.date() for vs in procedures.values() for v in vs)
    offered = {code for code, v in force.items() if v['online_level'] in ('3', '4', 'partial', 'full')}
    used = {d.version['code'] for d in dossiers if d.channel == 'online' and begin <= d.received <= moment}
    out['online_services.offered'] = len(offered)
    out['online_services.with_dossiers'] = len(offered & used)
    out['online_services.share'] = len(offered & used) / len(offered) if offered else 0.0
    out['online_services.required'] = 0.8
    return out
