/* What each cell of the figures sums. */
#include "figures/figures.h"

static int64_t accepted(const struct figure_totals *t)
{
	return t->n[MEASURE_ACCEPTED_COUNTER] + t->n[MEASURE_ACCEPTED_ONLINE] + t->n[MEASURE_ACCEPTED_POSTAL];
}

static int64_t ended(const struct figure_totals *t)
{
	return t->n[MEASURE_ENDED_EARLY] + t->n[MEASURE_ENDED_ON_TIME] + t->n[MEASURE_ENDED_LATE] +
	       t->n[MEASURE_ENDED_NO_DEADLINE];
}

static int64_t within(const struct figure_sums *s, enum figure_measure m)
{
	return s->upto.n[m] - s->before.n[m];
}

static int64_t in_progress(const struct figure_totals *t)
{
	return accepted(t) - ended(t);
}

int64_t figure_cell(const struct figure_sums *s, enum figure_cell c)
{
	switch (c) {
	case CELL_RECEIVED: return in_progress(&s->before) + accepted(&s->upto) - accepted(&s->before);
	case CELL_NEW: return accepted(&s->upto) - accepted(&s->before);
	case CELL_NEW_ONLINE: return within(s, MEASURE_ACCEPTED_ONLINE);
	case CELL_NEW_COUNTER: return within(s, MEASURE_ACCEPTED_COUNTER);
	case CELL_NEW_POSTAL: return within(s, MEASURE_ACCEPTED_POSTAL);
	case CELL_CARRIED_OVER: return in_progress(&s->before);
	case CELL_RESOLVED: return ended(&s->upto) - ended(&s->before);
	case CELL_RESOLVED_EARLY: return within(s, MEASURE_ENDED_EARLY);
	case CELL_RESOLVED_ON_TIME: return within(s, MEASURE_ENDED_ON_TIME);
	case CELL_RESOLVED_LATE: return within(s, MEASURE_ENDED_LATE);
	case CELL_RESOLVED_NO_DEADLINE: return within(s, MEASURE_ENDED_NO_DEADLINE);
	case CELL_WITHDRAWN: return within(s, MEASURE_ENDED_WITHDRAWN);
	case CELL_STOPPED: return within(s, MEASURE_ENDED_STOPPED);
	case CELL_REFUSED: return within(s, MEASURE_ENDED_REFUSED);
	case CELL_APOLOGISED: return within(s, MEASURE_ENDED_APOLOGISED);
	case CELL_IN_PROGRESS: return in_progress(&s->upto);
	case CELL_WITHIN_DEADLINE:
		return in_progress(&s->upto) - s->upto.n[MEASURE_OVERDUE] - s->upto.n[MEASURE_NO_DEADLINE];
	case CELL_OVERDUE: return s->upto.n[MEASURE_OVERDUE];
	case CELL_NO_DEADLINE: return s->upto.n[MEASURE_NO_DEADLINE];
	case CELL_WAITING_SUPPLEMENT: return s->upto.n[MEASURE_WAITING_SUPPLEMENT];
	case CELL_WAITING_PAYMENT: return s->upto.n[MEASURE_WAITING_PAYMENT];
	case CELL_FEEDBACK: return within(s, MEASURE_FEEDBACK);
	case CELL_FEEDBACK_RULES: return within(s, MEASURE_FEEDBACK_RULES);
	case CELL_FEEDBACK_CONDUCT: return within(s, MEASURE_FEEDBACK_CONDUCT);
	case FIGURE_CELL_N: break;
	}
	impossible();
}

#define X(name, text) [CELL_##name] = S_INIT(text),
static const struct str names[FIGURE_CELL_N] = { FIGURE_CELLS(X) };
#undef X

struct str figure_cell_name(enum figure_cell c)
{
	assert(c < FIGURE_CELL_N);
	return names[c];
}

bool figure_cell_from(struct str name, enum figure_cell *out)
{
	for (int c = 0; c < FIGURE_CELL_N; c++)
		if (str_eq(names[c], name)) {
			*out = (enum figure_cell)c;
			return true;
		}
	return false;
}

struct figure_cells figure_cells_of(enum figure_cell c)
{
	return (struct figure_cells){ (uint32_t)1 << c };
}

struct figure_cells figure_cells_and(struct figure_cells a, struct figure_cells b)
{
	return (struct figure_cells){ a.set | b.set };
}

bool figure_cells_have(struct figure_cells cells, enum figure_cell c)
{
	return cells.set >> c & 1;
}

bool figure_cells_from(struct str list, struct figure_cells *out, struct str *wrong)
{
	enum figure_cell c;

	*out = (struct figure_cells){ 0 };
	do {
		size_t comma = str_find(list, S(","));

		*wrong = str_trim(str_sub(list, 0, comma));
		if (!figure_cell_from(*wrong, &c))
			return false;
		*out = figure_cells_and(*out, figure_cells_of(c));
		list = comma < list.n ? str_sub(list, comma + 1, list.n) : (struct str){ 0 };
	} while (list.n);
	return true;
}

struct str figure_cells_name(struct arena *a, struct figure_cells cells)
{
	struct buf b = { .a = a };

	for (int c = 0; c < FIGURE_CELL_N; c++)
		if (figure_cells_have(cells, (enum figure_cell)c))
			buf_fmt(&b, "%s%.*s", b.n ? "," : "", ARG(names[c]));
	return buf_str(&b);
}

int64_t figure_cells_sum(const struct figure_sums *s, struct figure_cells cells)
{
	int64_t sum = 0;

	for (int c = 0; c < FIGURE_CELL_N; c++)
		if (figure_cells_have(cells, (enum figure_cell)c))
			sum += figure_cell(s, (enum figure_cell)c);
	return sum;
}

/* The identities of form II.06 (domain.md 3.2), plus: nothing is negative, and a part is not more than its
 * whole. That makes them more than arithmetic: a step that was lost or doubled shows. */
bool figures_balance(const struct figure_sums *s, const char **broken)
{
	int64_t v[FIGURE_CELL_N];

	for (int c = 0; c < FIGURE_CELL_N; c++) {
		v[c] = figure_cell(s, (enum figure_cell)c);
		*broken = "no figure is negative";
		if (v[c] < 0)
			return false;
	}
	const struct {
		const char *name;
		bool holds;
	} rows[] = {
		{ "received = new + carried over", v[CELL_RECEIVED] == v[CELL_NEW] + v[CELL_CARRIED_OVER] },
		{ "received = resolved + in progress",
			v[CELL_RECEIVED] == v[CELL_RESOLVED] + v[CELL_IN_PROGRESS] },
		{ "new = online + counter + postal",
			v[CELL_NEW] == v[CELL_NEW_ONLINE] + v[CELL_NEW_COUNTER] + v[CELL_NEW_POSTAL] },
		{ "resolved = early + on time + late + no deadline",
			v[CELL_RESOLVED] == v[CELL_RESOLVED_EARLY] + v[CELL_RESOLVED_ON_TIME] +
						    v[CELL_RESOLVED_LATE] + v[CELL_RESOLVED_NO_DEADLINE] },
		{ "in progress = within + overdue + no deadline",
			v[CELL_IN_PROGRESS] ==
				v[CELL_WITHIN_DEADLINE] + v[CELL_OVERDUE] + v[CELL_NO_DEADLINE] },
		{ "withdrawn, stopped and refused are parts of resolved",
			v[CELL_WITHDRAWN] + v[CELL_STOPPED] + v[CELL_REFUSED] <= v[CELL_RESOLVED] },
		{ "apologised is a part of early and on time",
			v[CELL_APOLOGISED] <= v[CELL_RESOLVED_EARLY] + v[CELL_RESOLVED_ON_TIME] },
		{ "waiting is a part of in progress and not overdue",
			v[CELL_WAITING_SUPPLEMENT] + v[CELL_WAITING_PAYMENT] <=
				v[CELL_IN_PROGRESS] - v[CELL_OVERDUE] },
		{ "feedback = rules + conduct",
			v[CELL_FEEDBACK] == v[CELL_FEEDBACK_RULES] + v[CELL_FEEDBACK_CONDUCT] },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		if (!rows[i].holds) {
			*broken = rows[i].name;
			return false;
		}
	*broken = NULL;
	return true;
}
