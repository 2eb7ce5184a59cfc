/*
 * Units of an agency (đơn vị thuộc cơ quan) are agencies of the tree one step further down, so that scope,
 * time and history are theirs without more. The page writes them by the same command as an import of one row:
 * one set of rules for both.
 */
#include "account/people_parts_web.h"
#include "account/units_html.h"
#include "exchange/csv_write.h"
#include "exchange/import_agencies.h"
#include "search/fold.h"

#include <stdlib.h>

#define UNIT_KIND S("phong")

enum act { ACT_NONE, ACT_ADD, ACT_END };
static const char *const act_words[] = { [ACT_NONE] = "", [ACT_ADD] = "them", [ACT_END] = "ket-thuc", NULL };

struct units_form {
	int act;
	struct str agency, name, short_name, unit, reason;
	daynum from, to;
	struct str from_typed, to_typed;
	bool done;
};

must_check static const struct fault *count_people(
	struct request *rq, const struct account_row **all, size_t *n)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return account_list(held.db, rq->now, all, n);
}

static int64_t people_of(const struct account_row *all, size_t n, struct str code)
{
	int64_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += str_eq(all[i].agency, code);
	return count;
}

static struct unit_row unit_of(struct request *rq, const struct agency_version *u, daynum today)
{
	const struct grant days = { .from = u->valid.from, .to = u->valid.to };
	struct str text = grant_days_text(rq->a, rq->lang, &days);

	return (struct unit_row){ .code = str_dup(rq->a, u->code),
		.name = str_dup(rq->a, u->name),
		.short_name = str_dup(rq->a, u->short_name),
		.days = text.n ? text : msg_text(rq->lang, MSG_account_no_bound),
		.is_over = u->valid.to != DAYNUM_NONE && u->valid.to < today };
}

static int compare(const void *left, const void *right)
{
	const struct unit_row *a = left, *b = right;
	int order = (a->is_over > b->is_over) - (a->is_over < b->is_over);

	return order ? order : str_cmp(a->name, b->name);
}

/* Those right below the agency, and those of them that can still be ended. */
static void add_units(struct request *rq, const struct catalogue *c, int top, const struct units_form *x,
	struct units_view *v)
{
	const struct agency_tree *t = &c->agencies;
	daynum today = day_of(rq->now);
	struct unit_row *rows = NEW_ARRAY(rq->a, struct unit_row, t->n + 1);
	struct choice *open = NEW_ARRAY(rq->a, struct choice, t->n + 1);

	for (int i = 1; i <= t->n; i++) {
		const struct agency_version *u = agency_described(t, i, today, KNOWN_NOW);

		if (u && agency_parent(t, i, today, KNOWN_NOW) == top)
			rows[v->rows_n++] = unit_of(rq, u, today);
	}
	if (v->rows_n)
		qsort(rows, v->rows_n, sizeof *rows, compare);
	for (size_t i = 0; i < v->rows_n; i++)
		if (!rows[i].is_over)
			open[v->open_n++] =
				(struct choice){ rows[i].code, rows[i].name, str_eq(rows[i].code, x->unit) };
	v->rows = rows;
	v->open = open;
}

must_check static const struct fault *fill(
	struct request *rq, const struct units_form *x, struct units_view *v)
{
	CATALOGUE held = site_catalogue(rq);
	struct agency_choice choice = site_agency(rq, held.c, x->agency);
	const struct account_row *all;
	size_t n;

	v->typed = x->agency;
	if (x->agency.n && !choice.number)
		v->flaw = (struct form_flaw){ site_agency_problem(rq, held.c, x->agency, &choice),
			S("co-quan") };
	if (!choice.number)
		return NULL;
	struct str code = held.c->agencies.agencies[choice.number].code;

	if (!staff_may_at(rq, PERMISSION_ACCOUNT_READ, code)) {
		v->flaw = (struct form_flaw){ msg_text(rq->lang, MSG_account_out_of_scope), S("co-quan") };
		return NULL;
	}
	TRY(count_people(rq, &all, &n));
	v->code = str_dup(rq->a, code);
	v->name = staff_agency_name(rq, held.c, code);
	v->may_change = staff_may_at(rq, PERMISSION_ACCOUNT_CHANGE, code);
	add_units(rq, held.c, choice.number, x, v);
	for (size_t i = 0; i < v->rows_n; i++)
		v->rows[i].people = people_of(all, n, v->rows[i].code);
	return NULL;
}

static struct reply show(struct request *rq, const struct units_form *x, struct form_flaw flaw)
{
	struct units_view v = { .flaw = flaw,
		.done = x->done,
		.new_name = x->name,
		.new_short = x->short_name,
		.new_from = x->from_typed,
		.last_day = x->to_typed,
		.reason = x->reason };
	const struct fault *f = fill(rq, x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_units));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = v.flaw.text.n > 0;
	units_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

struct reply units_get(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_TEXT(struct units_form, agency, "co-quan", 0, LIMIT_QUERY_CHARS),
		FIELD_FLAG(struct units_form, done, "xong"),
	};
	struct units_form x = { .agency = rq->session->agency };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	return show(rq, &x, (struct form_flaw){ 0 });
}

/* One row in the columns of an import of agencies. */
static struct str csv_of(struct request *rq, const struct agency_version *u)
{
	struct buf text = { .a = rq->a };
	struct csv_out c = { .out = &text, .exact = true };
	const struct str fields[] = { u->code.n ? u->code : S("UNKNOWN"), u->name, u->short_name,
		agency_level_text(u->level), u->kind, u->parent, column_day_text(rq->a, u->valid.from),
		column_day_text(rq->a, u->valid.to), u->successor, u->note };

	buf_add(&text, S("code,name,short_name,level,kind,parent,valid_from,valid_to,successor,source\r\n"));
	for (size_t i = 0; i < COUNT(fields); i++)
		csv_out_str(&c, fields[i]);
	csv_out_end(&c);
	return buf_str(&text);
}

/* The field of the page that a column of the import stands for. */
static struct str field_of(struct str column, enum act act)
{
	if (str_eq(column, S("valid_to")) || act == ACT_END)
		return S("den");
	if (str_eq(column, S("valid_from")))
		return S("tu");
	return str_eq(column, S("short_name")) ? S("ten-ngan") : S("ten");
}

static struct form_flaw flaw_of(struct request *rq, const struct import_job *job, enum act act)
{
	struct buf b = { .a = rq->a };

	if (!job->errors.total && job->report.added + job->report.corrected > 0)
		return (struct form_flaw){ 0 };
	if (!job->errors.total)
		return (struct form_flaw){ msg_text(rq->lang, MSG_account_unit_same), S("ten") };
	import_error_say(&b, rq->lang, S(""), &job->errors.list[0]);
	struct str text = buf_str(&b);
	size_t at = str_find(text, S(": ")); /* without ":2: " in front, which means a line of a file */

	return (struct form_flaw){ str_sub(text, at < text.n ? at + 2 : 0, text.n),
		field_of(job->errors.list[0].field, act) };
}

static struct reply write_unit(struct request *rq, const struct units_form *x, const struct agency_version *u)
{
	struct import_job job = { .bytes = csv_of(rq, u),
		.correct = x->act == ACT_END ? x->reason : S(""),
		.lang = rq->lang,
		.errors = { .a = rq->a } };
	const struct fault *f = staff_run(rq, import_agencies, &job);

	if (f)
		return reply_fault(f);
	struct form_flaw flaw = flaw_of(rq, &job, (enum act)x->act);

	if (flaw.text.n)
		return show(rq, x, flaw);
	f = province_reload_catalogue(rq->app->province, rq->a);
	if (f)
		return reply_fault(f);
	return reply_see_other(url_query_int(rq->a,
		url_query(rq->a, url_path(S(STAFF_PATH "/don-vi")), S("co-quan"), x->agency), S("xong"), 1)
				       .s);
}

/* The unit right below the agency that the form names; its newest version, texts copied. */
static bool unit_named(struct request *rq, const struct units_form *x, struct agency_version *out)
{
	CATALOGUE held = site_catalogue(rq);
	daynum today = day_of(rq->now);
	int unit = catalogue_agency(held.c, x->unit), top = catalogue_agency(held.c, x->agency);
	const struct agency_version *u =
		unit ? agency_described(&held.c->agencies, unit, today, KNOWN_NOW) : NULL;

	if (!u || !top || agency_parent(&held.c->agencies, unit, today, KNOWN_NOW) != top)
		return false;
	*out = *u;
	out->code = str_dup(rq->a, u->code);
	out->name = str_dup(rq->a, u->name);
	out->short_name = str_dup(rq->a, u->short_name);
	out->kind = str_dup(rq->a, u->kind);
	out->parent = str_dup(rq->a, u->parent);
	out->successor = str_dup(rq->a, u->successor);
	out->note = str_dup(rq->a, u->note);
	return true;
}

static enum agency_level level_of(struct request *rq, struct str code)
{
	CATALOGUE held = site_catalogue(rq);
	const struct agency_version *v = agency_described(
		&held.c->agencies, catalogue_agency(held.c, code), day_of(rq->now), KNOWN_NOW);

	return v ? v->level : LEVEL_PROVINCE;
}

static struct reply run(struct request *rq, const struct units_form *x)
{
	struct agency_version u = { .name = x->name,
		.short_name = x->short_name.n ? x->short_name : x->name,
		.kind = UNIT_KIND,
		.parent = x->agency,
		.valid = { .from = x->from } };

	if (x->act == ACT_END) {
		if (!unit_named(rq, x, &u))
			return reply_error(404, S(""));
		u.valid.to = x->to;
		if (x->to == DAYNUM_NONE)
			return show(rq, x,
				(struct form_flaw){ msg_text(rq->lang, MSG_account_unit_no_day), S("den") });
		if (!x->reason.n)
			return show(rq, x,
				(struct form_flaw){
					msg_text(rq->lang, MSG_account_unit_no_reason), S("ly-do") });
	} else {
		u.level = level_of(rq, x->agency);
		if (!u.name.n)
			return show(rq, x,
				(struct form_flaw){ msg_text(rq->lang, MSG_account_unit_no_name), S("ten") });
	}
	return write_unit(rq, x, &u);
}

struct reply units_post(struct request *rq)
{
	static const struct field fields[] = {
		FIELD_WORD(struct units_form, act, "viec", act_words),
		FIELD_CODE(struct units_form, agency, "co-quan", 1),
		FIELD_TEXT(struct units_form, name, "ten", 0, LIMIT_QUERY_CHARS),
		FIELD_TEXT(struct units_form, short_name, "ten-ngan", 0, LIMIT_QUERY_CHARS),
		FIELD_CODE(struct units_form, unit, "don-vi", 0),
		FIELD_TEXT(struct units_form, reason, "ly-do", 0, LIMIT_QUERY_CHARS),
		FIELD_DAY(struct units_form, from, "tu"),
		FIELD_DAY(struct units_form, to, "den"),
	};
	struct units_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);

	if (form.unreadable || form_problem_of(&form, "viec") || form_problem_of(&form, "co-quan") ||
		x.act == ACT_NONE)
		return reply_error(400, S(""));
	if (!staff_may_at(rq, PERMISSION_ACCOUNT_CHANGE, x.agency))
		return reply_error(404, S(""));
	x.name = nfc(rq->a, x.name);
	x.short_name = nfc(rq->a, x.short_name);
	x.from_typed = form_raw(&form, "tu");
	x.to_typed = form_raw(&form, "den");
	if (form.error_count)
		return show(rq, &x,
			(struct form_flaw){ site_form_problem(rq, &form),
				form_problem_of(&form, "den") ? S("den") : S("tu") });
	return run(rq, &x);
}
