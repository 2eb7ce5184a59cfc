/* The sheets of a year, and the opening of a year. */
#include "score/score_html.h"
#include "score/score_parts_web.h"

enum { MOST_YEARS = 40, MOST_AGENCIES = 1000, AGENCIES_CHARS = 60000 };

struct list_form {
	int64_t year, page;
};

/* Years that have sheets, newest first. */
static size_t years_of(const struct record_row *rows, size_t n, int64_t *years)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		size_t at = 0;

		while (at < count && years[at] != rows[i].year)
			at++;
		if (at < count || count == MOST_YEARS)
			continue;
		for (at = count++; at > 0 && years[at - 1] < rows[i].year; at--)
			years[at] = years[at - 1];
		years[at] = rows[i].year;
	}
	return count;
}

/* The rows that whoever is signed in may see. */
static size_t keep_mine(struct request *rq, const struct record_row *rows, size_t n, struct record_row *mine)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (staff_may_at(rq, PERMISSION_SCORE_READ, rows[i].agency))
			mine[count++] = rows[i];
	return count;
}

/* The results of the set that was asked for last. */
struct known_results {
	struct str set;
	const struct score_result *list;
	int n;
};

must_check static const struct fault *result_of(struct request *rq, struct db *db,
	const struct record_row *row, struct known_results *known, struct str *words)
{
	if (!str_eq(known->set, row->title)) {
		known->set = row->title;
		TRY(score_results(db, row->title, row->year, &known->list, &known->n));
	}
	*words = score_points_words(rq, false, 0);
	for (int i = 0; i < known->n; i++)
		if (known->list[i].number == row->number)
			*words = score_points_words(rq, true, known->list[i].result);
	return NULL;
}

static daynum until_of(const struct record_row *row)
{
	return str_eq(row->state, score_kind.states[SCORE_IS_CLOSED].text) ||
			       str_eq(row->state, score_kind.states[SCORE_IS_PUBLISHED].text)
		       ? DAYNUM_NONE
		       : row->day;
}

must_check static const struct fault *add_lines(struct request *rq, struct db *db,
	const struct record_row *rows, size_t n, const struct list_form *x, struct score_list_view *v)
{
	CATALOGUE held = site_catalogue(rq);
	struct score_list_line *lines = NEW_ARRAY(rq->a, struct score_list_line, LIMIT_PAGE_ROWS);
	struct known_results known = { 0 };
	struct str words;
	int64_t first = (x->page - 1) * LIMIT_PAGE_ROWS;

	for (size_t i = 0; i < n; i++) {
		if (rows[i].year != x->year || v->total++ < first || v->lines_n == LIMIT_PAGE_ROWS)
			continue;
		TRY(result_of(rq, db, &rows[i], &known, &words));
		lines[v->lines_n++] =
			(struct score_list_line){ record_url(rq->a, &score_record_web, rows[i].number),
				str_dup(rq->a, site_agency_name(rq, held.c, rows[i].agency)), rows[i].title,
				score_state_words(rq->lang, rows[i].state), words, score_tone(rows[i].state),
				rows[i].year, until_of(&rows[i]) };
	}
	v->lines = lines;
	return NULL;
}

/* A link to the ranking of each set. */
must_check static const struct fault *add_rankings(
	struct request *rq, struct db *db, int64_t year, struct score_list_view *v)
{
	const struct score_set *sets;
	struct score_link *links;
	int n;

	TRY(score_sets_load(db, &sets, &n));
	links = NEW_ARRAY(rq->a, struct score_link, n + 1);
	for (int i = 0; i < n; i++) {
		if (i && str_eq(sets[i].code, sets[i - 1].code))
			continue;
		struct url u = url_query(rq->a, url_path(S(SCORE_PATH "/xep-hang")), S("bo"), sets[i].code);

		links[v->rankings_n++] =
			(struct score_link){ url_query_int(rq->a, u, S("nam"), year), sets[i].name, false };
	}
	v->rankings = links;
	return NULL;
}

static void add_years(
	struct request *rq, const int64_t *years, size_t n, int64_t year, struct score_list_view *v)
{
	struct score_link *links = NEW_ARRAY(rq->a, struct score_link, n + 1);

	for (size_t i = 0; i < n; i++)
		links[i] = (struct score_link){ url_query_int(
							rq->a, url_path(S(SCORE_PATH)), S("nam"), years[i]),
			str_fmt(rq->a, "%lld", (long long)years[i]), years[i] == year };
	v->years = links;
	v->years_n = n;
}

must_check static const struct fault *fill_list(
	struct request *rq, struct list_form *x, struct score_list_view *v)
{
	READER held = { 0 };
	const struct record_row *rows;
	int64_t years[MOST_YEARS];
	size_t n;

	TRY(site_reader(rq, &held));
	TRY(record_list(held.db, &score_kind, 0, &rows, &n));
	struct record_row *mine = NEW_ARRAY(rq->a, struct record_row, n + 1);

	n = keep_mine(rq, rows, n, mine);
	size_t years_n = years_of(mine, n, years);

	if (!x->year)
		x->year = years_n ? years[0] : civil_from_day(day_of(rq->now)).year;
	add_years(rq, years, years_n, x->year, v);
	TRY(add_rankings(rq, held.db, x->year, v));
	return add_lines(rq, held.db, mine, n, x, v);
}

struct reply scores_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_INT(struct list_form, year, "nam", 2000, 2199),
		FIELD_INT(struct list_form, page, "trang", 1, 1000) };
	struct list_form x = { .page = 1 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);
	struct score_list_view v = { 0 };

	if (form.error_count)
		return reply_error(400, site_form_problem(rq, &form));
	const struct fault *f = fill_list(rq, &x, &v);

	if (f)
		return reply_fault(f);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_score_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	v.can_open = staff_role_at(rq, ROLE_BIT(HOME_AFFAIRS), S("")) != ROLE_NOBODY;
	v.pager = (struct pager){ url_query_int(rq->a, url_path(S(SCORE_PATH)), S("nam"), x.year), S("trang"),
		x.page, site_pages(v.total) };
	page.synthetic = rq->app->synthetic;
	score_list_page(&o, &page, &s, &v);
	return staff_reply(&o, false);
}

/* The form of an opening: fields of the law, the set as "CODE:VERSION", agencies one a line. */
static const int opening_fields[] = { SCORE_F_YEAR, SCORE_F_SELF_UNTIL, SCORE_F_FIRST_UNTIL,
	SCORE_F_EXPLAIN_UNTIL, SCORE_F_SECOND_UNTIL, SCORE_F_BONUS_MAX, SCORE_F_PENALTY_MAX };
enum { OPENING_FIELDS = COUNT(opening_fields) };
struct opening_form {
	struct str set, agencies;
	struct str raw[OPENING_FIELDS], errors[OPENING_FIELDS];
	struct str set_error, agencies_error, problem;
	size_t errors_n;
	struct record_event event;
	const struct score_set *chosen;
};

must_check static const struct fault *find_set(struct request *rq, struct db *db, struct opening_form *x)
{
	struct str rest = x->set, code;
	int64_t version;

	(void)rq;
	if (!str_cut(&rest, ':', &code) || !str_int(rest, &version))
		return NULL;
	return score_set_load(db, code, version, &x->chosen);
}

/* Agencies of the set's level that stand at the top of it, in force today, without a sheet of the year. */
must_check static const struct fault *propose(struct request *rq, struct db *db, struct opening_form *x)
{
	CATALOGUE held = site_catalogue(rq);
	const struct agency_tree *t = &held.c->agencies;
	const struct score_result *have;
	struct buf b = { .a = rq->a };
	daynum today = day_of(rq->now);
	int64_t year = 0;
	int n = 0;

	if (!str_int(x->raw[0], &year))
		year = 0; /* nobody has a sheet of it */
	TRY(score_results(db, x->chosen->code, (int)year, &have, &n));
	for (int i = 1; i <= t->n; i++) {
		const struct agency_version *v = agency_on(t, i, today, KNOWN_NOW);
		int parent = v ? agency_parent(t, i, today, KNOWN_NOW) : 0;
		const struct agency_version *above = parent ? agency_on(t, parent, today, KNOWN_NOW) : NULL;
		bool skip = !v || v->level != x->chosen->level ||
			    (above && above->level == v->level && !str_eq(above->kind, S("ubnd")));

		for (int k = 0; k < n && !skip; k++)
			skip = str_eq(have[k].agency, v->code);
		if (!skip)
			buf_fmt(&b, "%.*s %.*s\n", ARG(v->code), ARG(v->name));
	}
	x->agencies = buf_str(&b);
	return NULL;
}

static void first_values(struct request *rq, struct opening_form *x)
{
	static const int days[] = { 15, 30, 40, 55 };
	daynum today = day_of(rq->now);

	x->raw[0] = str_fmt(rq->a, "%d", civil_from_day(today - 90).year);
	for (int i = 0; i < 4; i++)
		x->raw[1 + i] = fmt_day_vi(rq->a, today + days[i]);
	x->raw[5] = x->raw[6] = S("5");
}

static const struct record_input *inputs_of(struct request *rq, const struct opening_form *x)
{
	struct record_input *list = NEW_ARRAY(rq->a, struct record_input, OPENING_FIELDS);

	for (int i = 0; i < OPENING_FIELDS; i++) {
		const struct record_field *f = &score_kind.fields[opening_fields[i]];

		list[i] = (struct record_input){ .id = f->name,
			.label = msg_text(rq->lang, f->label),
			.hint = f->kind == RECORD_DAY ? msg_text(rq->lang, MSG_record_hint_day) : S(""),
			.value = x->raw[i],
			.error = x->errors[i],
			.kind = f->kind,
			.needed = i < 5,
			.most = 20 };
	}
	return list;
}

must_check static const struct fault *set_links(
	struct request *rq, struct db *db, const struct opening_form *x, struct score_opening_view *v)
{
	const struct score_set *sets;
	int n;

	TRY(score_sets_load(db, &sets, &n));
	struct choice *choices = NEW_ARRAY(rq->a, struct choice, n + 1);
	struct score_link *links = NEW_ARRAY(rq->a, struct score_link, n + 1);

	for (int i = 0; i < n; i++) {
		struct str value = str_fmt(rq->a, "%.*s:%lld", ARG(sets[i].code), (long long)sets[i].version);
		struct buf name = { .a = rq->a };
		bool here = str_eq(value, x->set);

		msg_score_web_set_name(&name, rq->lang, sets[i].name, sets[i].version, sets[i].n,
			score_points_words(rq, true, sets[i].max));
		choices[i] = (struct choice){ value, buf_str(&name), here };
		links[i] =
			(struct score_link){ url_query(rq->a, url_path(S(SCORE_PATH "/mo")), S("bo"), value),
				buf_str(&name), here };
	}
	v->sets = choices;
	v->links = links;
	v->sets_n = v->links_n = (size_t)n;
	return NULL;
}

static struct reply show_opening(struct request *rq, struct db *db, const struct opening_form *x)
{
	struct score_opening_view v = { .problem = x->problem,
		.inputs = inputs_of(rq, x),
		.inputs_n = OPENING_FIELDS,
		.errors_n = x->errors_n,
		.agencies = x->agencies,
		.agencies_error = x->agencies_error,
		.chosen = x->chosen != NULL };
	const struct fault *f = set_links(rq, db, x, &v);
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_score_web_open_year));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	if (f)
		return reply_fault(f);
	page.has_errors = x->errors_n > 0 || x->problem.n > 0;
	score_opening_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

static bool may_open(struct request *rq)
{
	return staff_role_at(rq, ROLE_BIT(HOME_AFFAIRS), S("")) != ROLE_NOBODY;
}

struct reply score_opening_get(struct request *rq)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct opening_form, set, "bo", 0, LIMIT_QUERY_CHARS) };
	struct opening_form *x = NEW(rq->a, struct opening_form);
	READER held = { 0 };

	(void)form_read_query(rq, fields, COUNT(fields), x);
	if (!may_open(rq))
		return reply_error(403, msg_text(rq->lang, MSG_record_not_your_role));
	first_values(rq, x);
	const struct fault *f = site_reader(rq, &held);

	f = f ? f : find_set(rq, held.db, x);
	if (!f && x->chosen)
		f = propose(rq, held.db, x);
	return f ? reply_fault(f) : show_opening(rq, held.db, x);
}

static void refuse_at(struct request *rq, struct opening_form *x, int field, enum msg why)
{
	x->errors_n++;
	for (int i = 0; i < OPENING_FIELDS; i++)
		if (opening_fields[i] == field)
			x->errors[i] = msg_text(rq->lang, why);
	if (field == SCORE_F_SET)
		x->set_error = x->problem = msg_text(rq->lang, why);
}

static bool read_opening(struct request *rq, struct opening_form *x)
{
	struct field fields[OPENING_FIELDS + 2] = { FIELD_TEXT(struct opening_form, set, "bo", 0,
							    LIMIT_QUERY_CHARS),
		FIELD_LINES(struct opening_form, agencies, "co-quan", 0, AGENCIES_CHARS) };

	for (int i = 0; i < OPENING_FIELDS; i++)
		fields[i + 2] = (struct field){ score_kind.fields[opening_fields[i]].name.p, FIELD_KIND_TEXT,
			offsetof(struct opening_form, raw) + (size_t)i * sizeof x->raw[0], 0,
			LIMIT_QUERY_CHARS, NULL };
	struct form form = form_read_body(rq, fields, COUNT(fields), x);

	if (form.unreadable)
		return false;
	x->event.verb = SCORE_V_OPEN;
	for (int i = 0; i < OPENING_FIELDS; i++) {
		int f = opening_fields[i];
		struct record_refusal r = record_value(
			rq->a, &score_kind.fields[f], f, str_trim(x->raw[i]), &x->event.values[f]);

		if (!r.refused && !x->event.values[f].n && i < 5)
			r = RECORD_REFUSED_AT(MSG_record_missing, f);
		if (r.refused)
			refuse_at(rq, x, f, r.why);
	}
	return true;
}

/* "MAU.A Sở Mẫu A" a line: the code counts. */
static struct str *agencies_of(struct request *rq, struct opening_form *x, int *n)
{
	CATALOGUE held = site_catalogue(rq);
	struct str *list = NEW_ARRAY(rq->a, struct str, MOST_AGENCIES), rest = x->agencies, line;

	*n = 0;
	while (str_cut(&rest, '\n', &line)) {
		struct str code = str_sub(str_trim(line), 0, str_find_char(str_trim(line), ' '));
		int number = code.n ? catalogue_agency(held.c, code) : 0;

		if (!code.n)
			continue;
		if (!number || *n == MOST_AGENCIES) {
			struct buf b = { .a = rq->a };

			msg_score_web_no_agency(&b, rq->lang, utf8_clip(code, LIMIT_CODE_CHARS));
			x->agencies_error = buf_str(&b);
			x->errors_n++;
			return list;
		}
		list[(*n)++] = str_dup(rq->a, held.c->agencies.agencies[number].code);
	}
	if (*n == 0) {
		x->agencies_error = msg_text(rq->lang, MSG_score_web_agencies_missing);
		x->errors_n++;
	}
	return list;
}

must_check static const struct fault *run_opening(struct request *rq, struct opening_form *x, int *opened)
{
	int n;
	struct str *agencies = agencies_of(rq, x, &n);

	if (!x->chosen)
		refuse_at(rq, x, SCORE_F_SET, MSG_score_no_set);
	if (x->errors_n)
		return NULL;
	x->event.values[SCORE_F_SET] = x->chosen->code;
	x->event.values[SCORE_F_VERSION] = str_fmt(rq->a, "%lld", (long long)x->chosen->version);
	if (!score_sign(rq, SCORE_V_OPEN, S(""), &x->event))
		return NULL;
	struct score_opening command = { .event = x->event, .agencies = agencies, .agencies_n = n };

	TRY(staff_run(rq, score_open_all, &command));
	*opened = command.opened;
	if (!command.refusal.refused)
		return NULL;
	if (command.refusal.field != RECORD_NO_FIELD) {
		refuse_at(rq, x, command.refusal.field, command.refusal.why);
		return NULL;
	}
	struct buf b = { .a = rq->a };

	msg_score_web_refused_for(&b, rq->lang, command.refused, msg_text(rq->lang, command.refusal.why));
	x->problem = buf_str(&b);
	return NULL;
}

struct reply score_opening_post(struct request *rq)
{
	struct opening_form *x = NEW(rq->a, struct opening_form);
	READER held = { 0 };
	int opened = 0;

	if (!may_open(rq))
		return reply_error(403, msg_text(rq->lang, MSG_record_not_your_role));
	if (!read_opening(rq, x))
		return reply_error(400, S(""));
	const struct fault *f = site_reader(rq, &held);

	f = f ? f : find_set(rq, held.db, x);
	f = f ? f : run_opening(rq, x, &opened);
	if (f)
		return reply_fault(f);
	if (x->errors_n || x->problem.n || !opened)
		return show_opening(rq, held.db, x);
	return reply_see_other(
		str_fmt(rq->a, SCORE_PATH "?nam=%lld", (long long)record_count(&x->event, SCORE_F_YEAR)));
}
