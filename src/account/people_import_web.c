#include "account/people_file.h"
#include "account/people_import_html.h"
#include "account/people_parts_web.h"

enum act { ACT_TRY, ACT_ADD };
static const char *const act_words[] = { [ACT_TRY] = "thu", [ACT_ADD] = "them", NULL };

struct csv_form {
	int act;
	struct str csv;
};

static bool may(void *who, struct str agency)
{
	return staff_may_at(who, PERMISSION_ACCOUNT_CHANGE, agency);
}

static struct str roles_text(struct request *rq, const struct catalogue *c, const struct grants *g)
{
	struct buf b = { .a = rq->a };

	for (size_t i = 0; i < g->n; i++)
		buf_fmt(&b, "%s%.*s, %.*s", i ? "; " : "", ARG(role_name(rq->lang, g->list[i].role)),
			ARG(staff_agency_name(rq, c, g->list[i].agency)));
	return buf_str(&b);
}

static void add_found(struct request *rq, const struct people_file *file, struct import_view *v)
{
	struct import_row *rows = NEW_ARRAY(rq->a, struct import_row, file->n + 1);

	for (size_t i = 0; i < file->n; i++)
		rows[i] = (struct import_row){ file->list[i].login, file->list[i].name,
			staff_agency_name(rq, file->c, file->list[i].agency),
			roles_text(rq, file->c, &file->list[i].grants), file->list[i].password };
	v->found = rows;
	v->found_n = (int64_t)file->n;
}

static void add_errors(struct request *rq, const struct import_errors *errors, struct import_view *v)
{
	struct str *lines = NEW_ARRAY(rq->a, struct str, errors->kept + 1);

	for (size_t i = 0; i < errors->kept; i++) {
		struct buf b = { .a = rq->a };

		import_error_say(&b, rq->lang, S("csv"), &errors->list[i]);
		lines[i] = buf_str(&b);
	}
	v->lines = lines;
	v->lines_n = errors->kept;
	v->total = errors->total;
}

static struct reply show(struct request *rq, const struct import_view *v)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_account_file_title));
	struct html_out o = page_out(rq);
	struct staff s = staff_of(rq);

	page.has_errors = v->lines_n > 0;
	people_import_page(&o, &page, &s, v);
	return staff_reply(&o, page.has_errors);
}

struct reply people_import_get(struct request *rq)
{
	struct import_view v = { 0 };

	return show(rq, &v);
}

must_check static const struct fault *read_file(struct request *rq, struct people_file *file)
{
	READER held = { 0 };

	TRY(people_file_read(file, rq->a));
	TRY(site_reader(rq, &held));
	return people_file_check(file, held.db, rq->now);
}

must_check static const struct fault *add_all(struct request *rq, struct people_file *file)
{
	struct people_import x = { staff_actor(rq), file };

	for (size_t i = 0; i < file->n; i++) {
		file->list[i].password = people_password_for_once(rq);
		TRY(staff_hash(rq, file->list[i].password, &file->list[i].hash));
	}
	return staff_run(rq, people_import, &x);
}

struct reply people_import_post(struct request *rq)
{
	static const struct field fields[] = { FIELD_WORD(struct csv_form, act, "viec", act_words),
		FIELD_LINES(struct csv_form, csv, "csv", 0, LIMIT_PEOPLE_CSV_CHARS) };
	struct csv_form x = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &x);
	CATALOGUE held = site_catalogue(rq);
	struct people_file file = { .bytes = x.csv,
		.c = held.c,
		.lang = rq->lang,
		.most = LIMIT_PEOPLE_PAGE,
		.may = may,
		.who = rq,
		.errors = { .a = rq->a } };
	struct import_view v = { .typed = x.csv };

	if (form.unreadable || form_problem_of(&form, "viec"))
		return reply_error(400, S(""));
	if (form.error_count)
		return reply_error(413, site_form_problem(rq, &form));
	const struct fault *f = read_file(rq, &file);

	if (!f && !file.errors.total && x.act == ACT_ADD)
		f = add_all(rq, &file);
	if (f)
		return reply_fault(f);
	if (file.errors.total) {
		add_errors(rq, &file.errors, &v);
	} else {
		v.is_done = x.act == ACT_ADD;
		add_found(rq, &file, &v);
	}
	return show(rq, &v);
}
