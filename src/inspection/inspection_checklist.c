#include "inspection/inspection_checklist.h"
#include "exchange/csv.h"

enum column { COLUMN_CODE, COLUMN_AREA, COLUMN_CRITERION, COLUMN_EVIDENCE, COLUMN_POINTS, COLUMN_N };
static const struct csv_column columns[COLUMN_N] = { { S_INIT("code"), true }, { S_INIT("area"), true },
	{ S_INIT("criterion"), true }, { S_INIT("evidence"), true }, { S_INIT("max_points"), true } };

static int area_of(struct str text)
{
	for (int i = 0; i < INSPECTION_AREAS; i++)
		if (str_eq(inspection_areas[i].text, text))
			return i;
	return -1;
}

/* The criterion of the row; false when the row is not one. */
static bool criterion_of(struct arena *a, const struct csv *row, struct checklist_criterion *out)
{
	const int points = INSPECTION_FIELD_POINTS;
	struct record_event e = { 0 };
	struct record_refusal no = record_value(
		a, &inspection_kind.fields[points], points, row->field[COLUMN_POINTS], &e.values[points]);

	*out = (struct checklist_criterion){ .code = str_dup(a, row->field[COLUMN_CODE]),
		.text = str_dup(a, row->field[COLUMN_CRITERION]),
		.evidence = str_dup(a, row->field[COLUMN_EVIDENCE]),
		.source = str_dup(a, row->note),
		.area = area_of(row->field[COLUMN_AREA]),
		.points = record_hundredths(&e, points) };
	return !no.refused && out->points > 0 && out->area >= 0 && out->text.n && out->code.n &&
	       out->code.n <= LIMIT_CODE_CHARS;
}

/* Of that area, with the one at [c->n]. */
static int of_area(const struct checklist *c, int area)
{
	int n = 0;

	for (int i = 0; i <= c->n; i++)
		n += c->list[i].area == area;
	return n;
}

const struct fault *checklist_read(struct arena *a, struct str bytes, struct checklist *out)
{
	struct csv_memory memory = { .rest = bytes };
	struct import_errors errors = { .a = a };
	cleanup_with(csv_close) struct csv rows = { 0 };
	struct checklist_criterion *list = NEW_ARRAY(a, struct checklist_criterion, INSPECTION_ANSWERS);
	struct checklist c = { list, 0 };
	bool more;

	TRY(csv_open(&rows, a, csv_from_memory(&memory), columns, COLUMN_N, &errors));
	for (;;) {
		TRY(csv_next(&rows, &more));
		if (!more)
			break;
		struct checklist_criterion *new = &list[c.n];
		if (c.n == INSPECTION_ANSWERS || !criterion_of(a, &rows, new) ||
			checklist_find(&c, new->code) || of_area(&c, new->area) > CHECKLIST_AREA_CRITERIA)
			return FAULT(a, FAULT_CORRUPT, "the checklist, line %lld", (long long)rows.row_line);
		c.n++;
	}
	if (errors.total || !c.n)
		return FAULT(a, FAULT_CORRUPT, "the checklist");
	*out = c;
	return NULL;
}

const struct checklist_criterion *checklist_find(const struct checklist *c, struct str code)
{
	for (int i = 0; i < c->n; i++)
		if (str_eq(c->list[i].code, code))
			return &c->list[i];
	return NULL;
}

const struct inspection_criterion *checklist_answer(const struct inspection *x, struct str code)
{
	for (int i = 0; i < x->criteria_n; i++)
		if (str_eq(x->criteria[i].code, code))
			return &x->criteria[i];
	return NULL;
}

struct checklist_sum checklist_sum(const struct checklist *c, int area, const struct inspection *x)
{
	struct checklist_sum sum = { 0 };

	for (int i = 0; i < c->n; i++) {
		const struct inspection_criterion *answer = checklist_answer(x, c->list[i].code);

		if (area >= 0 && c->list[i].area != area)
			continue;
		sum.criteria++;
		sum.answered += answer != NULL;
		if (answer && answer->answer == INSPECTION_NOT_APPLICABLE)
			continue;
		sum.most += c->list[i].points;
		sum.given += answer ? answer->points : 0;
	}
	return sum;
}

void checklist_take_figures(struct checklist_facts *f, const struct inspection_figures *figures)
{
	static const struct {
		enum inspection_figure figure;
		enum checklist_fact fact;
	} same[] = { { INSPECTION_RECEIVED, CHECKLIST_RECEIVED }, { INSPECTION_RESOLVED, CHECKLIST_RESOLVED },
		{ INSPECTION_IN_TIME, CHECKLIST_IN_TIME }, { INSPECTION_LATE, CHECKLIST_LATE },
		{ INSPECTION_OVERDUE, CHECKLIST_OVERDUE }, { INSPECTION_RECEIVED_NEW, CHECKLIST_NEW },
		{ INSPECTION_PROCEDURES, CHECKLIST_PROCEDURES },
		{ INSPECTION_INTER_AGENCY, CHECKLIST_INTER_AGENCY },
		{ INSPECTION_CHANGES_SHORTENED, CHECKLIST_SHORTENED },
		{ INSPECTION_ONLINE_OFFERED, CHECKLIST_OFFERED },
		{ INSPECTION_ONLINE_USED, CHECKLIST_USED } };

	for (size_t i = 0; i < COUNT(same); i++)
		if (figures->known[same[i].figure])
			checklist_know(f, same[i].fact, figures->n[same[i].figure]);
}

void checklist_compare(struct checklist_facts *f, const struct inspection *x)
{
	int both = 0;

	for (int i = 0; i < INSPECTION_FIGURE_N; i++)
		both += x->declared.known[i] && x->computed.known[i];
	if (!both)
		return;
	checklist_know(f, CHECKLIST_COMPARED, both);
	checklist_know(f, CHECKLIST_DIFFERING, inspection_differences(x));
}
