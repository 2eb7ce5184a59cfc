#include "figures/figures_report.h"

#define X(name, text) [BY_##name] = S_INIT(text),
static const struct str by_texts[FIGURE_BY_N] = { FIGURE_BYS(X) };
#undef X

bool figure_by_from(struct str text, enum figure_by *out)
{
	for (int i = BY_FIELD; i < FIGURE_BY_N; i++)
		if (str_eq(by_texts[i], text)) {
			*out = (enum figure_by)i;
			return true;
		}
	return false;
}

struct str figure_by_text(enum figure_by by)
{
	return by_texts[by];
}

/* What turns a request into a question, and back into names. */
struct reporting {
	struct arena *a;
	const struct figure_request *rq;
	struct figure_question question;
	struct figure_groups groups;
	bool *in;      /* agencies of the subtree */
	int *field_of; /* by procedure number */
	struct str *fields;
	int fields_n;
};

static int64_t number_of_agency(const void *request, struct str code)
{
	const struct figure_request *rq = request;

	return agency_number(rq->agencies, code);
}

static int64_t number_of_procedure(const void *request, struct str code)
{
	const struct figure_request *rq = request;

	return procedure_number(rq->procedures, code);
}

/* A procedure is described by the version in force at T, else by the last one that had begun: what is
 * recorded or begins later changes no row of a period that is over. */
static const struct procedure_version *described(const struct reporting *r, int64_t number)
{
	if (number < 1 || number > r->rq->procedures->n)
		return NULL;
	const struct procedure *p = &r->rq->procedures->procedures[number];
	int begun = validity_begun(p->valid, p->versions_n, day_of(r->question.until), r->question.size);

	return p->versions_n ? p->versions[begun > 0 ? begun : 0] : NULL;
}

static void number_fields(struct reporting *r)
{
	int n = r->rq->procedures->n;

	r->field_of = NEW_ARRAY(r->a, int, n + 1);
	r->fields = NEW_ARRAY(r->a, struct str, n + 1); /* fields[0]: not known */
	r->fields_n = 1;
	for (int p = 1; p <= n; p++) {
		const struct procedure_version *v = described(r, p);
		int f = 1;
		while (v && f < r->fields_n && !str_eq(r->fields[f], v->field))
			f++;
		if (v && f == r->fields_n)
			r->fields[r->fields_n++] = v->field;
		r->field_of[p] = v ? f : 0;
	}
}

static int64_t key_of_procedure(const void *context, int64_t agency, int64_t procedure)
{
	(void)context, (void)agency;
	return procedure;
}

static int64_t key_of_agency(const void *context, int64_t agency, int64_t procedure)
{
	(void)context, (void)procedure;
	return agency;
}

static int64_t key_of_field(const void *context, int64_t agency, int64_t procedure)
{
	const struct reporting *r = context;

	(void)agency;
	return procedure >= 1 && procedure <= r->rq->procedures->n ? r->field_of[procedure] : 0;
}

static void set_groups(struct reporting *r)
{
	switch (r->rq->by) {
	case BY_NOTHING: r->groups = (struct figure_groups){ 0 }; break;
	case BY_FIELD:
		number_fields(r);
		r->groups = (struct figure_groups){ GROUP_BY_KEY, r, key_of_field, true };
		break;
	case BY_PROCEDURE:
		r->groups = (struct figure_groups){ GROUP_BY_KEY, r, key_of_procedure, true };
		break;
	case BY_AGENCY: r->groups = (struct figure_groups){ GROUP_BY_KEY, r, key_of_agency, false }; break;
	case BY_MONTH: r->groups = (struct figure_groups){ .grouping = GROUP_BY_MONTH }; break;
	case FIGURE_BY_N: impossible();
	}
}

static instant until_of(const struct figure_request *rq)
{
	instant t = day_end(rq->to);

	if (rq->as_of != INSTANT_NONE && rq->as_of < t)
		t = rq->as_of;
	return rq->now < t ? rq->now : t;
}

must_check static const struct fault *prepare(
	struct db *db, const struct figure_request *rq, struct reporting *r)
{
	int64_t size;
	size_t n = 0;

	if (rq->known_at == INSTANT_NONE)
		TRY(journal_size(db, &size));
	else
		TRY(journal_size_at(db, rq->known_at, &size));
	*r = (struct reporting){ .a = db->a, .rq = rq };
	r->in = NEW_ARRAY(db->a, bool, rq->agencies->n + 1);
	instant until = until_of(rq);
	int found = agency_subtree(rq->agencies, rq->agency, day_of(until), size, r->in);
	int64_t *agencies = NEW_ARRAY(db->a, int64_t, found + 1);

	for (int i = 1; i <= rq->agencies->n; i++)
		if (r->in[i])
			agencies[n++] = i;
	r->question = (struct figure_question){ agencies, n, rq->from, until, size,
		{ rq, number_of_agency, number_of_procedure } };
	set_groups(r);
	return NULL;
}

static struct figure_named_row named(const struct reporting *r, const struct figure_row *row)
{
	struct figure_named_row out = { .number = row->key, .sums = row->sums };
	const struct agency_version *agency;
	const struct procedure_version *procedure;

	switch (r->rq->by) {
	case BY_FIELD: out.key = out.name = r->fields[row->key]; break;
	case BY_PROCEDURE:
		procedure = described(r, row->key);
		if (procedure) {
			out.key = procedure->code;
			out.name = procedure->name;
		}
		break;
	case BY_AGENCY:
		agency = agency_described(
			r->rq->agencies, (int)row->key, day_of(r->question.until), r->question.size);
		if (agency) {
			out.key = agency->code;
			out.name = agency->name;
		}
		break;
	case BY_MONTH:
		out.key = str_fmt(r->a, "%04d-%02d", (int)(row->key / 12), (int)(row->key % 12 + 1));
		out.name = str_fmt(r->a, "%02d/%04d", (int)(row->key % 12 + 1), (int)(row->key / 12));
		break;
	case BY_NOTHING:
	case FIGURE_BY_N: impossible();
	}
	return out;
}

/* Feedback of an agency makes a row; it belongs to no field and no procedure. */
static bool is_shown(const struct reporting *r, const struct figure_sums *s)
{
	return r->rq->by == BY_MONTH || figure_cell(s, CELL_RECEIVED) ||
	       (r->rq->by == BY_AGENCY && figure_cell(s, CELL_FEEDBACK));
}

/* Rows in which nothing was received are left out; months stand all. */
static void name_rows(
	const struct reporting *r, const struct figure_answer *answer, struct figure_report *out)
{
	out->rows = NEW_ARRAY(r->a, struct figure_named_row, answer->rows_n + 1);
	for (size_t i = 0; i < answer->rows_n; i++)
		if (is_shown(r, &answer->rows[i].sums))
			out->rows[out->rows_n++] = named(r, &answer->rows[i]);
}

/* Online services are the procedures of the subtree at level 3, 4, partial or full at T. */
must_check static const struct fault *find_services(struct db *db, const struct reporting *r,
	const struct figure_answer *answer, struct figure_services *out)
{
	int n = r->rq->procedures->n;
	int64_t *offered = NEW_ARRAY(db->a, int64_t, n + 1);
	bool *used = NEW_ARRAY(db->a, bool, n + 1);
	size_t k = 0;

	for (int p = 1; p <= n; p++) {
		const struct procedure_version *v =
			procedure_on(r->rq->procedures, p, day_of(r->question.until), r->question.size);
		int agency = v ? agency_number(r->rq->agencies, v->agency) : 0;
		if (agency && r->in[agency] && online_offered(v->online))
			offered[k++] = p;
	}
	*out = (struct figure_services){ offered, used, k };
	return figures_online(db, &r->question, answer, offered, k, used);
}

must_check static const struct fault *count_services(struct db *db, const struct reporting *r,
	const struct figure_answer *answer, struct figure_report *out)
{
	struct figure_services services;

	TRY(find_services(db, r, answer, &services));
	for (size_t i = 0; i < services.n; i++)
		out->services_with_dossiers += services.used[i];
	return NULL;
}

static void check_balance(struct figure_report *report)
{
	bool fine = figures_balance(&report->total, &report->broken);

	for (size_t i = 0; fine && i < report->rows_n; i++)
		fine = figures_balance(&report->rows[i].sums, &report->broken);
}

static void name_agency(const struct reporting *r, struct figure_report *out)
{
	const struct agency_version *v = NULL;

	if (r->rq->agency)
		v = agency_described(r->rq->agencies, r->rq->agency, day_of(out->until), out->journal_size);
	out->agency_code = v ? v->code : S("all");
	out->agency_name = v ? v->name : S("");
}

const struct fault *figures_report(struct db *db, const struct figure_request *rq, struct figure_report *out)
{
	TX tx = { 0 };

	TRY(tx_begin(db, &tx));
	return figures_report_within(db, rq, out);
}

const struct fault *figures_report_within(
	struct db *db, const struct figure_request *rq, struct figure_report *out)
{
	struct reporting r;
	struct figure_answer answer;

	TRY(prepare(db, rq, &r));
	TRY(figures_ask(db, &r.question, &r.groups, &answer));
	struct figure_report report = { .request = *rq,
		.until = r.question.until,
		.total = answer.total,
		.journal_size = r.question.size };
	struct procedure_question pq = { r.in, rq->from, day_of(report.until), r.question.size };

	name_agency(&r, &report);
	name_rows(&r, &answer, &report);
	report.procedures = procedure_count(rq->procedures, &pq);
	TRY(count_services(db, &r, &answer, &report));
	TRY(journal_root(db, report.journal_size, &report.journal_root));
	check_balance(&report);
	*out = report;
	return NULL;
}

const struct fault *figures_cell_dossiers(struct db *db, const struct figure_request *rq,
	struct figure_cells cells, const struct figure_named_row *row, struct figure_list *out)
{
	TX tx = { 0 };
	struct reporting r;

	TRY(tx_begin(db, &tx));
	TRY(prepare(db, rq, &r));
	if (!row)
		r.groups = (struct figure_groups){ 0 };
	return figures_list(db, &r.question, &r.groups, row ? row->number : 0, cells, out);
}

const struct fault *figures_services(
	struct db *db, const struct figure_request *rq, struct figure_services *out)
{
	TX tx = { 0 };
	struct reporting r;
	struct figure_answer answer;

	TRY(tx_begin(db, &tx));
	TRY(prepare(db, rq, &r));
	TRY(figures_ask(db, &r.question, &r.groups, &answer));
	return find_services(db, &r, &answer, out);
}
