#include "score/score_facts.h"
#include "base/hash.h"
#include "feedback/feedback_store.h"
#include "plan/plan_store.h"

/* Where an indicator that is no figure of dossiers comes from. A feature that can measure one puts its
 * function here; until then there is no data, which is not the same as nothing done. */
typedef const struct fault *score_source(
	struct db *db, const struct score_question *q, struct score_fact *out);

must_check static const struct fault *no_feature_yet(
	struct db *db, const struct score_question *q, struct score_fact *out)
{
	(void)db, (void)q;
	*out = (struct score_fact){ 0 };
	return NULL;
}

/* The tasks of the agency's own plan of the year, once it is issued. */
must_check static const struct fault *tasks_done(
	struct db *db, const struct score_question *q, struct score_fact *out)
{
	struct str code = q->agencies->agencies[q->agency].code;
	const struct plan_row *rows;
	size_t n;

	*out = (struct score_fact){ 0 };
	TRY(plan_list(db, PLAN_OF_AGENCY, q->year, day_of(q->now), &rows, &n));
	for (size_t i = 0; i < n; i++) {
		bool counts = str_eq(rows[i].state, plan_agency_kind.states[REFORM_ISSUED].text) ||
			      str_eq(rows[i].state, plan_agency_kind.states[REFORM_CLOSED].text);

		if (!counts || !str_eq(rows[i].agency, code))
			continue;
		out->part += rows[i].done;
		out->whole += rows[i].tasks;
	}
	out->known = out->whole > 0;
	return NULL;
}

/* Of the feedback accepted in the year by the agency and everything below it, what was answered by now. */
must_check static const struct fault *feedback_answered(
	struct db *db, const struct score_question *q, struct score_fact *out)
{
	instant from = instant_at(day_from_civil((struct civil){ q->year, 1, 1 }), 0),
		upto = day_end(day_from_civil((struct civil){ q->year, 12, 31 }));
	bool *in = NEW_ARRAY(db->a, bool, q->agencies->n + 1);
	const struct feedback_accepted *list;
	size_t n;

	*out = (struct score_fact){ 0 };
	upto = q->now < upto ? q->now : upto;
	(void)agency_subtree(q->agencies, q->agency, day_of(upto), KNOWN_NOW, in);
	TRY(feedback_accepted_list(db, from, upto, &list, &n));
	for (size_t i = 0; i < n; i++) {
		if (!in[agency_number(q->agencies, list[i].agency)])
			continue;
		out->whole++;
		out->part += list[i].answered_at != INSTANT_NONE && list[i].answered_at <= q->now;
	}
	out->known = out->whole > 0;
	return NULL;
}

static const struct {
	enum score_indicator indicator;
	score_source *source;
} sources[] = {
	{ SCORE_OF_FEEDBACK_ANSWERED, feedback_answered },
	{ SCORE_OF_REPORTS_IN_TIME, no_feature_yet }, /* periodic reports: domain.md 3 */
	{ SCORE_OF_TASKS_DONE, tasks_done },
};

static struct score_fact share(int64_t part, int64_t whole)
{
	return (struct score_fact){ whole > 0, whole > 0 ? part : 0, whole };
}

static void from_figures(const struct figure_report *r, struct score_fact *facts)
{
	const struct figure_sums *s = &r->total;
	int64_t resolved = figure_cell(s, CELL_RESOLVED), received = figure_cell(s, CELL_RECEIVED);
	const struct procedure_counts *p = &r->procedures;

	facts[SCORE_OF_RESOLVED_IN_TIME] = share(resolved - figure_cell(s, CELL_RESOLVED_LATE), resolved);
	facts[SCORE_OF_NOT_OVERDUE] = share(received - figure_cell(s, CELL_OVERDUE), received);
	facts[SCORE_OF_ONLINE_DOSSIERS] = share(figure_cell(s, CELL_NEW_ONLINE), figure_cell(s, CELL_NEW));
	facts[SCORE_OF_ONLINE_SERVICES] = share(r->services_with_dossiers, p->offered);
	facts[SCORE_OF_PROCEDURE_CODES] = share(p->total - p->without_code, p->total);
}

/* Procedures in force on the last day counted, and those whose version names a legal basis. */
static struct score_fact with_basis(
	struct arena *a, const struct score_question *q, daynum until, int64_t known)
{
	bool *in = NEW_ARRAY(a, bool, q->agencies->n + 1);
	int64_t all = 0, with = 0;

	(void)agency_subtree(q->agencies, q->agency, until, known, in);
	for (int p = 1; p <= q->procedures->n; p++) {
		const struct procedure_version *v = procedure_on(q->procedures, p, until, known);
		int agency = v ? agency_number(q->agencies, v->agency) : 0;

		if (!v || !in[agency])
			continue;
		all++;
		with += v->legal_basis.n > 0;
	}
	return share(with, all);
}

const struct fault *score_facts(struct db *db, const struct score_question *q, struct score_facts *out)
{
	struct figure_request rq = { .agencies = q->agencies,
		.procedures = q->procedures,
		.agency = q->agency,
		.from = day_from_civil((struct civil){ q->year, 1, 1 }),
		.to = day_from_civil((struct civil){ q->year, 12, 31 }),
		.now = q->now };
	struct figure_report r = { 0 };
	struct buf root = { .a = db->a };

	TRY(figures_report(db, &rq, &r));
	*out = (struct score_facts){ .from = rq.from, .until = day_of(r.until), .size = r.journal_size };
	add_hex(&root, (struct str){ (const char *)r.journal_root.b, sizeof r.journal_root.b });
	out->root = buf_str(&root);
	if (!r.broken) {
		from_figures(&r, out->facts);
		out->facts[SCORE_OF_PROCEDURE_BASIS] = with_basis(db->a, q, out->until, r.journal_size);
	}
	for (size_t i = 0; i < COUNT(sources); i++)
		TRY(sources[i].source(db, q, &out->facts[sources[i].indicator]));
	return NULL;
}
