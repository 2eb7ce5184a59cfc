/* Reminders, regimes, and what waits on the first screen. */
#include "report/report_html.h"
#include "report/report_parts_web.h"

#include <stdlib.h>

static const struct field form_fields[] = {
	FIELD_CODE(struct duty_form, regime, "che-do", 1),
	FIELD_CODE(struct duty_form, agency, "co-quan", 1),
	FIELD_INT(struct duty_form, year, "nam", FIRST_REPORT_YEAR, LAST_REPORT_YEAR),
	FIELD_INT(struct duty_form, turn, "ky", 1, 12),
};

const struct fault *duty_of_form(struct request *rq, const struct catalogue *c, struct held_reader *held,
	const struct duty **found, bool *unreadable)
{
	struct duty_form x = { .turn = 1 };
	struct form form = form_read_body(rq, form_fields, COUNT(form_fields), &x);
	struct board_ask ask = { .year = (int)x.year };
	struct board b;

	*found = NULL;
	*unreadable = form.error_count || !x.year;
	if (*unreadable)
		return NULL;
	ask.agency = catalogue_agency(c, x.agency);
	if (!ask.agency)
		return NULL;
	TRY(report_board(rq, c, held, &ask, &b));
	for (size_t i = 0; i < b.n; i++)
		if (b.duties[i].o.turn == x.turn && str_eq(b.duties[i].o.regime->code, x.regime))
			*found = &b.duties[i];
	return NULL;
}

static bool is_pressing(const struct duty *d)
{
	return d->p.standing == STANDING_OVERDUE || d->p.standing == STANDING_SOON;
}

static int by_due(const void *a, const void *b)
{
	const struct duty *x = *(const struct duty *const *)a, *y = *(const struct duty *const *)b;

	if (x->o.due != y->o.due)
		return x->o.due < y->o.due ? -1 : 1;
	return x->o.agency - y->o.agency;
}

/* What is overdue or due within five working days, of this year and the one before, longest overdue first. */
must_check static const struct fault *pressing(struct request *rq, const struct catalogue *c,
	struct held_reader *held, const struct duty ***list, size_t *n)
{
	int this_year = civil_from_day(day_of(rq->now)).year;
	struct board b[2];
	size_t count = 0;

	for (int i = 0; i < 2; i++) {
		struct board_ask ask = { .year = this_year - 1 + i };

		TRY(report_board(rq, c, held, &ask, &b[i]));
	}
	const struct duty **found = NEW_ARRAY(rq->a, const struct duty *, b[0].n + b[1].n + 1);

	for (int i = 0; i < 2; i++)
		for (size_t d = 0; d < b[i].n; d++)
			if (is_pressing(&b[i].duties[d]))
				found[count++] = &b[i].duties[d];
	qsort(found, count, sizeof(const struct duty *), by_due);
	*list = found;
	*n = count;
	return NULL;
}

must_check static const struct fault *fill_reminders(struct request *rq, struct duties_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	const struct duty **list;
	struct buf caption = { .a = rq->a };
	size_t n;

	TRY(pressing(rq, cat.c, &held, &list, &n));
	struct duty_line *lines = NEW_ARRAY(rq->a, struct duty_line, n + 1);

	for (size_t i = 0; i < n; i++)
		lines[i] = duty_line_of(rq, cat.c, list[i]);
	msg_report_web_count(&caption, rq->lang, (int64_t)n);
	v->duties = (struct duty_table){ buf_str(&caption), lines, n, true };
	v->title = msg_text(rq->lang, MSG_report_web_reminders);
	v->back = url_path(S(REPORT_PATH));
	v->is_reminding = true;
	return NULL;
}

static struct reply show_reminders(struct request *rq, struct duties_view *v)
{
	const struct fault *f = fill_reminders(rq, v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, v->title);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.synthetic = rq->app->synthetic;
	page.has_errors = v->problem.n > 0;
	duties_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply report_reminders_get(struct request *rq)
{
	struct duties_view v = { .saved = record_notice(rq, &reminder_web) };

	return show_reminders(rq, &v);
}

must_check static const struct fault *send(
	struct request *rq, struct record_run *run, bool *unreadable, bool *found)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	const struct duty *d;

	TRY(duty_of_form(rq, cat.c, &held, &d, unreadable));
	*found = d != NULL;
	if (!d)
		return NULL;
	struct str agency = str_dup(rq->a, cat.c->agencies.agencies[d->o.agency].code);
	struct staff_acting who = staff_acting_at(rq, ROLE_BIT(HOME_AFFAIRS), agency);

	*run = (struct record_run){ .type = &reminder_type,
		.event = { .verb = REMINDER_SEND,
			.agency = agency,
			.by = who.role,
			.account = who.account,
			.actor = who.name,
			.delegated = who.delegator != 0 } };
	if (!is_pressing(d)) {
		run->refusal = RECORD_REFUSED(MSG_report_web_not_pressing);
		return NULL;
	}
	reminder_put_obligation(rq->a, &d->o, &run->event);
	return staff_run(rq, record_run, run);
}

struct reply report_reminders_post(struct request *rq)
{
	struct record_run run = { 0 };
	struct duties_view v = { 0 };
	bool unreadable = false, found = false;
	const struct fault *f = send(rq, &run, &unreadable, &found);

	if (f)
		return reply_fault(f);
	if (unreadable || !found)
		return reply_error(unreadable ? 400 : 404, S(""));
	if (run.refusal.refused) {
		v.problem = msg_text(rq->lang, run.refusal.why);
		return show_reminders(rq, &v);
	}
	return reply_see_other(S(REPORT_PATH "/don-doc?xong=send"));
}

/* "province/so; code:H54" as people say it. */
static struct str owes_text(struct request *rq, const struct catalogue *c, struct str owes)
{
	struct str rest = owes, item;
	struct buf b = { .a = rq->a };
	static const enum msg levels[AGENCY_LEVEL_N] = { [LEVEL_MINISTRY] = MSG_report_web_level_ministry,
		[LEVEL_PROVINCE] = MSG_report_web_level_province,
		[LEVEL_DISTRICT] = MSG_report_web_level_district,
		[LEVEL_COMMUNE] = MSG_report_web_level_commune };

	while (str_cut(&rest, ';', &item)) {
		struct str x = str_trim(item);
		size_t slash = str_find_char(x, '/');
		enum agency_level level;

		if (b.n)
			buf_add(&b, S("; "));
		if (str_starts(x, S("code:")))
			buf_add(&b, site_agency_name(rq, c, str_sub(x, 5, x.n)));
		else if (agency_level_from(str_sub(x, 0, slash), &level))
			buf_fmt(&b, "%.*s", ARG(msg_text(rq->lang, levels[level])));
		if (slash < x.n)
			buf_fmt(&b, " (%.*s)", ARG(str_sub(x, slash + 1, x.n)));
	}
	return buf_str(&b);
}

static struct regime_line regime_line_of(
	struct request *rq, const struct catalogue *c, const struct report_regime *r)
{
	static const enum msg trusts[REPORT_TRUST_N] = { [REPORT_TRUST_UNVERIFIED] =
								 MSG_report_web_unverified,
		[REPORT_TRUST_VERIFIED] = MSG_report_web_verified,
		[REPORT_TRUST_SYNTHETIC] = MSG_report_web_synthetic };
	static const enum tone tones[REPORT_TRUST_N] = { [REPORT_TRUST_UNVERIFIED] = TONE_WARN,
		[REPORT_TRUST_VERIFIED] = TONE_GOOD,
		[REPORT_TRUST_SYNTHETIC] = TONE_INFO };
	struct buf due = { .a = rq->a };
	bool parent = str_eq(r->receiver, REPORT_TO_PARENT);

	if (r->due_months)
		msg_report_web_due_later(&due, rq->lang, r->due_day, r->due_months);
	else
		msg_report_web_due_same(&due, rq->lang, r->due_day);
	return (struct regime_line){ .code = r->code,
		.name = r->name,
		.owes = owes_text(rq, c, r->owes),
		.receiver = parent ? msg_text(rq->lang, MSG_report_web_parent)
				   : site_agency_name(rq, c, r->receiver),
		.due = buf_str(&due),
		.basis = r->basis,
		.note = r->note,
		.trust = msg_text(rq->lang, trusts[r->trust]),
		.tone = tones[r->trust],
		.from = r->valid.from,
		.to = r->valid.to };
}

must_check static const struct fault *fill_regimes(struct request *rq, struct regimes_view *v)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	struct report_regimes r;

	TRY(site_reader(rq, &held));
	TRY(regimes_load(held.db, rq->a, &r));
	struct regime_line *lines = NEW_ARRAY(rq->a, struct regime_line, r.n + 1);

	for (int i = 0; i < r.n; i++)
		lines[i] = regime_line_of(rq, cat.c, &r.list[i]);
	v->lines = lines;
	v->n = (size_t)r.n;
	return NULL;
}

struct reply report_regimes_get(struct request *rq)
{
	struct regimes_view v = { 0 };
	const struct fault *f = fill_regimes(rq, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_report_web_regimes));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	regimes_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* A duty as a line of the first screen; reminded ones say so. */
static struct staff_line line_of(struct request *rq, const struct catalogue *c, const struct duty *d)
{
	struct duty_line l = duty_line_of(rq, c, d);
	struct str note = l.standing;

	if (d->reminded)
		note = str_fmt(
			rq->a, "%.*s, %.*s", ARG(note), ARG(msg_text(rq->lang, MSG_report_web_reminded)));
	return (struct staff_line){ d->filed ? l.page : url_path(S(REPORT_PATH)),
		str_fmt(rq->a, "%.*s, %d: %.*s", ARG(l.name), l.year, ARG(l.agency)), note, l.tone };
}

/* Whoever writes sees the own reports that press; Home Affairs sees how many wait for it. */
must_check static const struct fault *lines_of_writer(
	struct request *rq, const struct catalogue *c, struct held_reader *held, struct staff_lines *out)
{
	const struct duty **list;
	struct staff_line *lines;
	size_t n;

	TRY(pressing(rq, c, held, &list, &n));
	lines = NEW_ARRAY(rq->a, struct staff_line, STAFF_LINES);
	for (size_t i = 0; i < n && out->n < STAFF_LINES; i++)
		if (staff_role_at(rq, REPORT_WRITERS, c->agencies.agencies[list[i]->o.agency].code) !=
			ROLE_NOBODY)
			lines[out->n++] = line_of(rq, c, list[i]);
	out->list = lines;
	return NULL;
}

must_check static const struct fault *lines_of_receiver(
	struct request *rq, const struct catalogue *c, struct held_reader *held, struct staff_lines *out)
{
	struct staff_line *lines = NEW_ARRAY(rq->a, struct staff_line, 2);
	const struct report_filed *filed;
	const struct duty **list;
	int year = civil_from_day(day_of(rq->now)).year;
	size_t n, waiting = 0;
	struct buf to_accept = { .a = rq->a }, to_remind = { .a = rq->a };

	TRY(pressing(rq, c, held, &list, &n));
	if (n) {
		msg_report_web_press(&to_remind, rq->lang, (int64_t)n);
		lines[out->n++] = (struct staff_line){ url_path(S(REPORT_PATH "/don-doc")),
			buf_str(&to_remind), { 0 }, TONE_PLAIN };
	}
	TRY(report_filed_in(held->db, year - 1, year, &filed, &n));
	for (size_t i = 0; i < n; i++)
		waiting += filed[i].state == REPORT_SUBMITTED;
	if (waiting) {
		msg_report_web_to_accept(&to_accept, rq->lang, (int64_t)waiting);
		lines[out->n++] = (struct staff_line){ url_path(S(REPORT_PATH)), buf_str(&to_accept), { 0 },
			TONE_PLAIN };
	}
	out->list = lines;
	return NULL;
}

const struct fault *report_waiting(struct request *rq, struct staff_lines *out)
{
	CATALOGUE cat = site_catalogue(rq);
	READER held = { 0 };
	unsigned roles = grants_roles(&rq->session->grants, day_of(rq->now));

	if (roles & ROLE_BIT(HOME_AFFAIRS))
		return lines_of_receiver(rq, cat.c, &held, out);
	return roles & REPORT_WRITERS ? lines_of_writer(rq, cat.c, &held, out) : NULL;
}
