#include "report/regime.h"

static const struct {
	struct str text;
	int before, last; /* months */
} periods[REPORT_PERIOD_N] = {
#define X(name, text, before, last) { S_INIT(text), before, last },
	REPORT_PERIODS(X)
#undef X
};
#define X(name, text) S_INIT(text),
static const struct str rolls[REPORT_ROLL_N] = { REPORT_ROLLS(X) };
static const struct str trusts[REPORT_TRUST_N] = { REPORT_TRUSTS(X) };
#undef X
enum { MONTHS = 12 };

struct str report_period_text(enum report_period p)
{
	assert(p < REPORT_PERIOD_N);
	return periods[p].text;
}

bool report_period_from(struct str text, enum report_period *out)
{
	for (int i = 0; i < REPORT_PERIOD_N; i++)
		if (str_eq(periods[i].text, text)) {
			*out = (enum report_period)i;
			return true;
		}
	return false;
}

static int word_of(const struct str *words, int n, struct str text)
{
	for (int i = 0; i < n; i++)
		if (str_eq(words[i], text))
			return i;
	return -1;
}

struct str report_roll_text(enum report_roll r)
{
	assert(r < REPORT_ROLL_N);
	return rolls[r];
}

bool report_roll_from(struct str text, enum report_roll *out)
{
	int i = word_of(rolls, REPORT_ROLL_N, text);

	if (i >= 0)
		*out = (enum report_roll)i;
	return i >= 0;
}

struct str report_trust_text(enum report_trust t)
{
	assert(t < REPORT_TRUST_N);
	return trusts[t];
}

bool report_trust_from(struct str text, enum report_trust *out)
{
	int i = word_of(trusts, REPORT_TRUST_N, text);

	if (i >= 0)
		*out = (enum report_trust)i;
	return i >= 0;
}

bool report_regime_same(const struct report_regime *a, const struct report_regime *b)
{
	return a->valid.from == b->valid.from && a->valid.to == b->valid.to && str_eq(a->code, b->code) &&
	       str_eq(a->name, b->name) && str_eq(a->series, b->series) && str_eq(a->owes, b->owes) &&
	       str_eq(a->receiver, b->receiver) && str_eq(a->outline, b->outline) &&
	       str_eq(a->basis, b->basis) && a->period == b->period && a->due_day == b->due_day &&
	       a->due_months == b->due_months && a->roll == b->roll && a->trust == b->trust;
}

/* One item of owes: a level with or without a kind, or the code of an agency. */
struct owing {
	enum agency_level level;
	struct str kind, code;
};

static bool read_item(struct str item, struct owing *out)
{
	struct str rest = str_trim(item), mark = S("code:");
	size_t slash = str_find_char(rest, '/');

	*out = (struct owing){ 0 };
	if (str_starts(rest, mark)) {
		out->code = str_sub(rest, mark.n, rest.n);
		return out->code.n <= LIMIT_CODE_CHARS && code_valid(out->code);
	}
	out->kind = str_sub(rest, slash + 1, rest.n);
	return agency_level_from(str_sub(rest, 0, slash), &out->level) && (slash == rest.n || out->kind.n);
}

bool report_owes_valid(struct str owes)
{
	struct str rest = owes, item;
	struct owing x;

	if (!owes.n)
		return false;
	while (str_cut(&rest, ';', &item))
		if (!read_item(item, &x))
			return false;
	return true;
}

static bool is_meant(const struct owing *x, const struct agency_version *who)
{
	if (x->code.n)
		return str_eq(x->code, who->code);
	return x->level == who->level && (!x->kind.n || str_eq(x->kind, who->kind));
}

bool report_owes(struct str owes, const struct agency_version *who, bool *by_code)
{
	struct str rest = owes, item;
	struct owing x;
	bool meant = false;

	*by_code = false;
	while (str_cut(&rest, ';', &item)) {
		if (!read_item(item, &x) || !is_meant(&x, who))
			continue;
		meant = true;
		*by_code = *by_code || x.code.n > 0;
	}
	return meant;
}

static int regime_cmp(const struct report_regime *a, const struct report_regime *b)
{
	int c = str_cmp(a->code, b->code);

	return c ? c : validity_cmp(a->valid, b->valid);
}

/* Few, and mostly sorted: they are put in one after the other. */
struct report_regimes report_regimes_of(struct arena *a, const struct report_regime *versions, int n)
{
	struct report_regime *list = NEW_ARRAY(a, struct report_regime, n + 1);
	struct validity *valid = NEW_ARRAY(a, struct validity, n + 1);

	for (int i = 0; i < n; i++) {
		int at = i;

		for (; at > 0 && regime_cmp(&list[at - 1], &versions[i]) > 0; at--)
			list[at] = list[at - 1];
		list[at] = versions[i];
	}
	for (int i = 0; i < n; i++)
		valid[i] = list[i].valid;
	return (struct report_regimes){ list, valid, n };
}

/* Behind the versions with the code of the one at `first`. */
static int end_of_code(const struct report_regimes *r, int first)
{
	int end = first + 1;

	while (end < r->n && str_eq(r->list[end].code, r->list[first].code))
		end++;
	return end;
}

static const struct report_regime *in_force(const struct report_regimes *r, int first, int end, daynum day)
{
	int i = validity_in_force(r->valid + first, end - first, day, KNOWN_NOW);

	return i < 0 ? NULL : &r->list[first + i];
}

const struct report_regime *report_regime_on(const struct report_regimes *r, struct str code, daynum day)
{
	for (int first = 0; first < r->n; first = end_of_code(r, first))
		if (str_eq(r->list[first].code, code))
			return in_force(r, first, end_of_code(r, first), day);
	return NULL;
}

int report_turns(enum report_period p)
{
	return p == REPORT_PERIOD_MONTH ? MONTHS : 1;
}

static int last_month(enum report_period p, int turn)
{
	return periods[p].last ? periods[p].last : turn;
}

struct report_span report_span(enum report_period p, int year, int turn)
{
	assert(p < REPORT_PERIOD_N && turn >= 1 && turn <= report_turns(p));
	int last = last_month(p, turn), before = periods[p].before ? periods[p].before : last - 1;
	int first_year = before >= last || before == 0 ? year - 1 : year;

	before = before ? before : MONTHS;
	return (struct report_span){ day_from_civil(
					     (struct civil){ first_year, before, REPORT_CUTOFF_DAY + 1 }),
		day_from_civil((struct civil){ year, last, REPORT_CUTOFF_DAY }) };
}

daynum report_due_nominal(const struct report_regime *r, int year, int turn)
{
	int month = last_month(r->period, turn) + r->due_months - 1;
	struct civil c = { year + month / MONTHS, month % MONTHS + 1, r->due_day };
	int most = days_in_month(c.year, c.month);

	c.day = c.day > most ? most : c.day;
	return day_from_civil(c);
}

static daynum rolled(daynum nominal, enum report_roll roll, const struct calendar *c)
{
	daynum day = nominal;

	switch (roll) {
	case REPORT_ROLL_NEXT:
		day = calendar_working_day_from(c, nominal);
		return day == PAST_LAST_DAY ? nominal : day;
	case REPORT_ROLL_PREVIOUS:
		while (calendar_covers(day) && !calendar_is_working(c, day))
			day--;
		return calendar_covers(day) ? day : nominal;
	case REPORT_ROLL_KEEP:
	case REPORT_ROLL_N: return nominal;
	}
	impossible();
}

struct obligation obligation_of(const struct report_regime *r, int year, int turn, const struct calendar *c)
{
	struct report_span span = report_span(r->period, year, turn);
	daynum nominal = report_due_nominal(r, year, turn);

	return (struct obligation){ .regime = r,
		.year = year,
		.turn = turn,
		.from = span.from,
		.to = span.to,
		.nominal = nominal,
		.due = rolled(nominal, r->roll, c) };
}

/* The obligations of one agency while they are gathered. */
struct gathering {
	struct obligation *out;
	bool by_code[OBLIGATIONS_A_YEAR];
	int n;
};

/* The place of an obligation for the same period in the same series; n when there is none. */
static int place_of(const struct gathering *g, const struct report_regime *r, int turn)
{
	int i = 0;

	while (i < g->n && (g->out[i].regime->period != r->period || g->out[i].turn != turn ||
				   !str_eq(g->out[i].regime->series, r->series)))
		i++;
	return i;
}

static void gather(struct gathering *g, const struct obligation *o, bool by_code)
{
	int at = place_of(g, o->regime, o->turn);

	if (at == OBLIGATIONS_A_YEAR || (at < g->n && (g->by_code[at] || !by_code)))
		return;
	g->out[at] = *o;
	g->by_code[at] = by_code;
	g->n += at == g->n;
}

static void sort_by_due(struct obligation *list, int n)
{
	for (int i = 1; i < n; i++) {
		struct obligation o = list[i];
		int at = i;

		for (; at > 0 && list[at - 1].due > o.due; at--)
			list[at] = list[at - 1];
		list[at] = o;
	}
}

int obligations_of_agency(const struct report_regimes *r, const struct agency_tree *tree, int agency,
	int year, const struct calendar *c, struct obligation out[OBLIGATIONS_A_YEAR])
{
	struct gathering g = { .out = out };

	for (int first = 0; first < r->n; first = end_of_code(r, first))
		for (int turn = 1; turn <= report_turns(r->list[first].period); turn++) {
			daynum last = report_span(r->list[first].period, year, turn).to;
			const struct report_regime *regime = in_force(r, first, end_of_code(r, first), last);
			const struct agency_version *who = agency_on(tree, agency, last, KNOWN_NOW);
			bool by_code;

			if (!regime || !who || !report_owes(regime->owes, who, &by_code) ||
				str_eq(regime->receiver, who->code))
				continue;
			struct obligation o = obligation_of(regime, year, turn, c);

			o.agency = agency;
			gather(&g, &o, by_code);
		}
	sort_by_due(out, g.n);
	return g.n;
}

struct punctuality obligation_punctuality(
	const struct obligation *o, daynum submitted, daynum today, const struct calendar *c)
{
	daynum day = submitted == DAYNUM_NONE ? today : submitted;
	struct punctuality p = { .days = day - o->due,
		.working_days = calendar_working_days(c, o->due, day) };

	if (submitted != DAYNUM_NONE) {
		if (day <= o->due)
			return (struct punctuality){ .standing = STANDING_IN_TIME };
		p.standing = STANDING_LATE;
		return p;
	}
	if (day > o->due) {
		p.standing = STANDING_OVERDUE;
		return p;
	}
	p.days = -p.days;
	p.working_days = calendar_working_days(c, day, o->due);
	if (day <= o->to)
		p.standing = STANDING_RUNNING;
	else
		p.standing = p.working_days <= DUE_SOON_WORKING_DAYS ? STANDING_SOON : STANDING_OPEN;
	return p;
}

void punctuality_add(struct punctuality_year *y, const struct punctuality *p)
{
	switch (p->standing) {
	case STANDING_RUNNING:
	case STANDING_OPEN:
	case STANDING_SOON:
	case REPORT_STANDING_N: return;
	case STANDING_OVERDUE: y->missing++; break;
	case STANDING_IN_TIME: y->in_time++; break;
	case STANDING_LATE:
		y->late++;
		y->days_late += p->days;
		break;
	}
	y->owed++;
	y->submitted = y->in_time + y->late;
}
