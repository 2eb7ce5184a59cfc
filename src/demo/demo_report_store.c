#include "demo/demo_report_store.h"
#include "agency/agency_store.h"
#include "catalogue/calendar_store.h"
#include "exchange/import.h"
#include "procedure/procedure_store.h"
#include "report/regime_store.h"
#include "report/report_store.h"

enum { AT, AGENCY, REGIME, YEAR, TURN, STEP, COLUMNS };

/* One line, and what it is about. */
struct report_line {
	struct write *w;
	struct str field[COLUMNS];
	struct agency_tree agencies;
	struct procedure_list procedures;
	struct obligation o;
	int64_t number; /* of the report; 0: not begun */
};

static const struct fault *disagree(const struct report_line *x, const char *what)
{
	return FAULT(x->w->db->a, FAULT_CORRUPT, "the demo's reports: %.*s %.*s %.*s: %s", ARG(x->field[AT]),
		ARG(x->field[AGENCY]), ARG(x->field[STEP]), what);
}

must_check static const struct fault *load(struct report_line *x)
{
	struct db *db = x->w->db;
	const struct agency_version *agencies;
	const struct procedure_version *procedures;
	const struct holidays_version *holidays;
	const struct calendar *calendar;
	struct report_regimes regimes;
	struct obligation owed[OBLIGATIONS_A_YEAR];
	int64_t year = 0;
	int agencies_n, procedures_n, holidays_n;

	TRY(agency_load(db, db->a, &agencies, &agencies_n));
	TRY(procedure_load(db, db->a, &procedures, &procedures_n));
	TRY(holidays_load(db, db->a, &holidays, &holidays_n));
	TRY(regimes_load(db, db->a, &regimes));
	x->agencies = agency_tree_of(db->a, agencies, agencies_n);
	x->procedures = procedure_list_of(db->a, procedures, procedures_n, &x->agencies);
	if (!str_int(x->field[YEAR], &year) ||
		calendar_build(db->a, NULL, holidays_n ? &holidays[holidays_n - 1].all : NULL, &calendar))
		return disagree(x, "year or calendar");
	int n = obligations_of_agency(&regimes, &x->agencies, agency_number(&x->agencies, x->field[AGENCY]),
		(int)year, calendar, owed);

	for (int i = 0; i < n; i++)
		if (str_eq(owed[i].regime->code, x->field[REGIME]))
			x->o = owed[i];
	if (!x->o.regime)
		return disagree(x, "nothing of this kind is owed");
	return report_number_of(db, x->field[AGENCY], (int)year, x->field[REGIME], x->o.turn, &x->number);
}

must_check static const struct fault *read_figures(const struct report_line *x, struct report_figures *f)
{
	struct report_question q = { &x->agencies, &x->procedures, x->o.agency, x->o.from, x->o.to,
		x->w->now };

	return report_figures_within(x->w->db, &q, f);
}

static struct record_event event_of(const struct report_line *x, int verb, enum role by)
{
	return (struct record_event){ .verb = verb,
		.record = x->number,
		.agency = x->field[AGENCY],
		.by = by,
		.actor = by == ROLE_LEADER ? S("Lãnh đạo giả định") : S("Chuyên viên Sở Nội vụ giả định") };
}

/* Each section says that it is a sample; those with figures begin with them. */
must_check static const struct fault *open_report(const struct report_line *x)
{
	struct str texts[LIMIT_REPORT_SECTIONS] = { 0 };
	const struct outline *outline = outline_of(x->o.regime->outline);
	struct report_drafting d = { .open = event_of(x, REPORT_OPEN, ROLE_LEADER), .texts = texts };
	struct report_figures f;

	TRY(read_figures(x, &f));
	report_put_obligation(x->w->db->a, &x->o, &d.open);
	for (int i = 0; i < outline->n; i++) {
		struct buf b = { .a = x->w->db->a };

		report_suggest(&b, LANG_VI, &outline->sections[i], &f);
		if (b.n)
			buf_char(&b, '\n');
		msg_demo_report_text(&b, LANG_VI, msg_text(LANG_VI, outline->sections[i].title));
		texts[d.texts_n++] = buf_str(&b);
	}
	TRY(report_draft(x->w, &d));
	return d.refusal.refused ? disagree(x, "refused") : NULL;
}

must_check static const struct fault *remind(const struct report_line *x)
{
	struct record_run run = { .type = &reminder_type,
		.event = event_of(x, REMINDER_SEND, ROLE_HOME_AFFAIRS) };

	run.event.record = 0;
	reminder_put_obligation(x->w->db->a, &x->o, &run.event);
	TRY(record_run(x->w, &run));
	return run.refusal.refused ? disagree(x, "refused") : NULL;
}

must_check static const struct fault *submit(const struct report_line *x, struct record_event *e)
{
	struct report_figures f;

	TRY(read_figures(x, &f));
	report_put_figures(x->w->db->a, &f, e);
	return NULL;
}

/* The newest version is what is accepted or returned. */
must_check static const struct fault *newest_version(const struct report_line *x, struct record_event *e)
{
	struct record_story story;
	void *state;

	TRY(record_load(x->w->db, &report_type, x->number, &state, &story));
	if (!state)
		return disagree(x, "no such report");
	e->values[REPORT_F_VERSION] = str_fmt(x->w->db->a, "%d", ((struct report *)state)->versions_n);
	if (e->verb == REPORT_RETURN)
		e->values[REPORT_F_REASON] = msg_text(LANG_VI, MSG_demo_report_return);
	return NULL;
}

must_check static const struct fault *go_on(const struct report_line *x)
{
	int verb = record_verb_of(&report_kind, x->field[STEP]);
	struct record_run run = { .type = &report_type };

	if (verb < 0 || !x->number)
		return disagree(x, "no such step, or not begun");
	run.event = event_of(x, verb, verb == REPORT_SUBMIT ? ROLE_LEADER : ROLE_HOME_AFFAIRS);
	TRY(verb == REPORT_SUBMIT ? submit(x, &run.event) : newest_version(x, &run.event));
	TRY(record_run(x->w, &run));
	return run.refusal.refused ? disagree(x, "refused") : NULL;
}

const struct fault *demo_report_run(struct write *w, void *arg)
{
	const struct import_job *job = arg;
	struct report_line x = { .w = w };
	struct str rest = job->bytes;

	for (int i = 0; i < COLUMNS; i++)
		if (!str_cut(&rest, ',', &x.field[i]))
			return disagree(&x, "too few columns");
	TRY(load(&x));
	if (str_eq(x.field[STEP], S("open")))
		return open_report(&x);
	return str_eq(x.field[STEP], S("remind")) ? remind(&x) : go_on(&x);
}
