/* The pages of staff about official documents. */
#include "legal/legal_html.h"
#include "legal/legal_web.h"

enum { LAST_PAGE = 10000 };

static struct str title(struct request *rq, const void *state)
{
	const struct legal *l = state;

	return legal_title(rq, l->kind, l->sign);
}

/* Agencies for which whoever is signed in may enter documents; none when it is for the whole province: then
 * it is typed, or left empty. */
static const struct choice *agency_choices(struct request *rq, struct str chosen, size_t *n)
{
	const struct grants *g = &rq->session->grants;
	CATALOGUE held = site_catalogue(rq);
	struct choice *list = NEW_ARRAY(rq->a, struct choice, g->n + 1);

	*n = 0;
	for (size_t i = 0; i < g->n; i++) {
		const struct grant *x = &g->list[i];

		if (!(legal_kind.verbs[LEGAL_REGISTER].roles >> (unsigned)x->role & 1u) ||
			!grant_is_in_force(x, day_of(rq->now)))
			continue;
		if (!x->agency.n) {
			*n = 0;
			return NULL;
		}
		list[(*n)++] = (struct choice){ x->agency,
			str_dup(rq->a, site_agency_name(rq, held.c, x->agency)), str_eq(x->agency, chosen) };
	}
	return list;
}

static const struct choice *file_choices(
	struct request *rq, const struct legal *l, struct str chosen, size_t *n)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, LIMIT_LEGAL_FILES + 1);

	*n = 0;
	list[(*n)++] = (struct choice){ S(""), msg_text(rq->lang, MSG_record_choose), false };
	for (int i = 0; i < l->files_n; i++) {
		struct str value = str_fmt(rq->a, "%d", i + 1);

		if (!l->files[i].gone)
			list[(*n)++] = (struct choice){ value,
				str_fmt(rq->a, "%d (SHA-256 %.*s…)", i + 1,
					ARG(str_sub(l->files[i].hash, 0, 12))),
				str_eq(value, chosen) };
	}
	return list;
}

static const struct choice *choices(
	struct request *rq, const void *state, const struct record_event *e, int field, size_t *n)
{
	*n = 0;
	if (field == LEGAL_AGENCY)
		return agency_choices(rq, e->values[field], n);
	return field == LEGAL_ITEM && state ? file_choices(rq, state, e->values[field], n) : NULL;
}

static struct str day_text(struct request *rq, daynum d)
{
	return d == DAYNUM_NONE ? (struct str){ 0 } : fmt_day(rq->a, d);
}

/* A correction begins with what is there. */
static const struct fault *prefill(struct request *rq, const void *state, struct record_event *e)
{
	const struct legal *l = state;

	if (e->verb != LEGAL_AMEND)
		return NULL;
	e->values[LEGAL_SIGN] = l->sign;
	e->values[LEGAL_ISSUED] = day_text(rq, l->issued);
	e->values[LEGAL_ISSUER] = l->issuer;
	e->values[LEGAL_KIND] = l->kind;
	e->values[LEGAL_FIELD] = l->field;
	e->values[LEGAL_SUMMARY] = l->summary;
	e->values[LEGAL_FROM] = day_text(rq, l->from);
	e->values[LEGAL_TO] = day_text(rq, l->to);
	e->values[LEGAL_REPLACES] = l->replaces;
	e->values[LEGAL_AMENDS] = l->amends;
	e->values[LEGAL_TEXT] = l->text;
	e->values[LEGAL_SOURCE] = l->source;
	e->values[LEGAL_VERIFIED] = l->verified ? S("1") : (struct str){ 0 };
	return NULL;
}

static const struct record_web web = { .type = &legal_type,
	.path = LEGAL_STAFF_PATH,
	.agency_field = LEGAL_AGENCY,
	.set_by_program = RECORD_FIELD_BIT(LEGAL_FILE_NAME),
	.file_segment = "tep",
	.title = title,
	.choices = choices,
	.prefill = prefill };

const struct fault *legal_agency(struct request *rq, struct str *agency, bool *found)
{
	return record_agency(rq, &web, agency, found);
}

struct reply legal_new_get(struct request *rq)
{
	return record_new_get(rq, &web);
}

struct reply legal_new_post(struct request *rq)
{
	return record_new_post(rq, &web);
}

struct reply legal_step_get(struct request *rq)
{
	return record_step_get(rq, &web);
}

struct reply legal_step_post(struct request *rq)
{
	return record_step_post(rq, &web);
}

struct reply legal_staff_file_get(struct request *rq)
{
	struct record_story story = { 0 };
	void *state;
	const struct fault *f = record_open(rq, &web, &state, &story);

	if (f)
		return reply_fault(f);
	return state ? legal_file_reply(rq, state, request_param(rq, "hash")) : reply_error(404, S(""));
}

static void add_row(struct request *rq, const struct catalogue *c, const struct record_row *r,
	struct legal_staff_row *out)
{
	int state = record_state_of(&legal_kind, r->state);

	*out = (struct legal_staff_row){ .to = record_url(rq->a, &web, r->number),
		.title = r->title,
		.agency = r->agency.n ? str_dup(rq->a, site_agency_name(rq, c, r->agency))
				      : msg_text(rq->lang, MSG_legal_web_province),
		.issued = r->day,
		.state = msg_text(rq->lang, legal_kind.states[state].name),
		.tone = state == LEGAL_PUBLISHED ? TONE_GOOD : TONE_WARN };
}

/* What the published entry says beside its row. */
must_check static const struct fault *add_entry(
	struct request *rq, struct db *db, int64_t number, struct legal_staff_row *out)
{
	struct legal_row row;
	bool found;

	TRY(legal_row_of(db, number, &row, &found));
	out->verified = !found || row.verified;
	if (found) {
		out->title = legal_title(rq, row.kind, row.sign);
		out->summary = row.summary;
	}
	return NULL;
}

must_check static const struct fault *fill_list(
	struct request *rq, const struct catalogue *c, int64_t page, struct legal_staff_list_view *v)
{
	READER held = { 0 };
	const struct record_row *all;
	struct legal_staff_row *rows = NEW_ARRAY(rq->a, struct legal_staff_row, LIMIT_PAGE_ROWS);
	int64_t first = (page - 1) * LIMIT_PAGE_ROWS;
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(record_list(held.db, &legal_kind, 0, &all, &n));
	for (size_t i = 0; i < n; i++) {
		if (!staff_may_at(rq, PERMISSION_LEGAL_READ, all[i].agency) || v->total++ < first ||
			v->rows_n == LIMIT_PAGE_ROWS)
			continue;
		add_row(rq, c, &all[i], &rows[v->rows_n]);
		TRY(add_entry(rq, held.db, all[i].number, &rows[v->rows_n++]));
	}
	v->rows = rows;
	v->pager = (struct pager){ url_path(S(LEGAL_STAFF_PATH)), S("trang"), page, site_pages(v->total) };
	v->may_register = (grants_roles(&rq->session->grants, day_of(rq->now)) &
				  legal_kind.verbs[LEGAL_REGISTER].roles) != 0;
	return NULL;
}

struct reply legal_staff_get(struct request *rq)
{
	struct asked {
		int64_t page;
	} x = { 1 };
	static const struct field fields[] = { FIELD_INT(struct asked, page, "trang", 1, LAST_PAGE) };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	CATALOGUE held = site_catalogue(rq);
	struct legal_staff_list_view v = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = fill_list(rq, held.c, x.page, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_legal_web_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	legal_staff_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

static void add_fact(struct legal_fact *list, size_t *n, struct request *rq, int field, struct str text)
{
	if (text.n)
		list[(*n)++] =
			(struct legal_fact){ msg_text(rq->lang, legal_kind.fields[field].label), text };
}

static struct str day_words(struct request *rq, daynum d)
{
	return d == DAYNUM_NONE ? (struct str){ 0 } : fmt_day_vi(rq->a, d);
}

static void add_facts(
	struct request *rq, const struct catalogue *c, const struct legal *l, struct legal_staff_view *v)
{
	struct legal_fact *list = NEW_ARRAY(rq->a, struct legal_fact, LEGAL_FIELDS);
	size_t n = 0;

	add_fact(list, &n, rq, LEGAL_ISSUED, day_words(rq, l->issued));
	add_fact(list, &n, rq, LEGAL_ISSUER, l->issuer);
	add_fact(list, &n, rq, LEGAL_FIELD, l->field);
	add_fact(list, &n, rq, LEGAL_SUMMARY, l->summary);
	add_fact(list, &n, rq, LEGAL_FROM, day_words(rq, l->from));
	add_fact(list, &n, rq, LEGAL_TO, day_words(rq, l->to));
	add_fact(list, &n, rq, LEGAL_REPLACES, l->replaces);
	add_fact(list, &n, rq, LEGAL_AMENDS, l->amends);
	add_fact(list, &n, rq, LEGAL_SOURCE, l->source);
	add_fact(list, &n, rq, LEGAL_VERIFIED,
		msg_text(rq->lang, l->verified ? MSG_legal_web_yes : MSG_legal_web_not_yet));
	if (l->base.agency.n)
		add_fact(list, &n, rq, LEGAL_AGENCY, str_dup(rq->a, site_agency_name(rq, c, l->base.agency)));
	v->facts = list;
	v->facts_n = n;
}

/* The public page and the files. */
must_check static const struct fault *add_public(
	struct request *rq, const struct legal *l, struct legal_staff_view *v)
{
	READER held = { 0 };
	struct legal_row row;
	struct str slug;
	bool found;

	TRY(site_reader(rq, &held));
	TRY(legal_row_of(held.db, l->base.number, &row, &found));
	if (found) {
		TRY(legal_slug(held.db, &row, &slug));
		v->open = url_segment(rq->a, url_path(S(LEGAL_PATH)), slug);
	}
	struct url base = url_segment(rq->a, record_url(rq->a, &web, l->base.number), S("tep"));

	return legal_file_links(rq, held.db, l->base.number, base, &v->files, &v->files_n);
}

struct reply legal_staff_one_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct record_story story = { 0 };
	struct legal_staff_view v = { 0 };
	void *state;
	const struct fault *f = record_open(rq, &web, &state, &story);

	if (!f && !state)
		return reply_error(404, S(""));
	if (!f)
		f = add_public(rq, state, &v);
	if (f)
		return reply_fault(f);
	const struct legal *l = state;

	v.title = title(rq, l);
	v.state = msg_text(rq->lang, legal_kind.states[l->base.state].name);
	v.tone = l->base.state == LEGAL_PUBLISHED ? TONE_GOOD : TONE_WARN;
	v.notice = record_notice(rq, &web);
	v.links = record_links(rq, &web, l, &v.links_n);
	v.history = record_lines(rq, &web, &story, &v.history_n);
	add_facts(rq, held.c, l, &v);
	struct page page = staff_page(rq, v.title);
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	legal_staff_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}
