/* Declaring figures from a spreadsheet: what was read fills the form of the step, which its user sees and
 * records. */
#include "inspection/inspection_csv_html.h"
#include "inspection/inspection_table.h"
#include "inspection/inspection_web.h"
#include "record/record_form_web.h"

struct csv_form {
	struct str table;
};

static struct reply show(
	struct request *rq, const struct inspection *x, struct str typed, const struct import_errors *errors)
{
	struct page page = staff_page(rq, msg_text(rq->lang, MSG_inspection_web_csv));
	struct staff s = staff_of(rq);
	struct html_out o = page_out(rq);
	struct buf said = { .a = rq->a };
	struct inspection_csv_view v = { .title = x->title, .typed = typed };
	struct str *lines = NEW_ARRAY(rq->a, struct str, errors->kept + 2), rest;

	import_errors_say(&said, rq->lang, S("CSV"), errors);
	rest = buf_str(&said);
	while (v.errors_n < errors->kept + 1 && str_cut(&rest, '\n', &lines[v.errors_n]))
		v.errors_n += lines[v.errors_n].n > 0;
	v.errors = lines;
	v.back = record_url(rq->a, &inspection_pages, x->base.number);
	v.action = url_segment(rq->a, v.back, S("khai-bang"));
	v.file = url_segment(rq->a, v.action, S("mau"));
	page.has_errors = errors->total > 0;
	inspection_csv_page(&o, &page, &s, &v);
	return staff_reply(&o, page.has_errors);
}

/* The inspection, when figures can be declared now; else why not. */
must_check static bool opened(struct request *rq, struct inspection **x, struct reply *no)
{
	struct record_story story;
	struct url to;
	const struct fault *f = inspection_of(rq, x, &story);

	if (f)
		*no = reply_fault(f);
	else if (!*x)
		*no = reply_error(404, msg_text(rq->lang, MSG_record_unknown));
	else if (!record_can(rq, &inspection_pages, *x, INSPECTION_DO_DECLARE, &to))
		*no = reply_error(409, msg_text(rq->lang, MSG_record_not_now));
	else
		return true;
	return false;
}

struct reply inspection_csv_get(struct request *rq)
{
	struct import_errors none = { .a = rq->a };
	struct inspection *x;
	struct reply no;

	return opened(rq, &x, &no) ? show(rq, x, (struct str){ 0 }, &none) : no;
}

struct reply inspection_csv_file_get(struct request *rq)
{
	struct inspection *x;
	struct reply no;

	if (!opened(rq, &x, &no))
		return no;
	return reply_file(rq, S("text/csv; charset=utf-8"), S("so-lieu-tu-khai.csv"),
		inspection_table_write(rq->a, &x->declared));
}

struct reply inspection_csv_post(struct request *rq)
{
	static const struct field fields[] = { FIELD_LINES(
		struct csv_form, table, "bang", 0, LIMIT_RECORD_LINES_CHARS) };
	struct csv_form typed = { 0 };
	struct form form = form_read_body(rq, fields, COUNT(fields), &typed);
	struct import_errors errors = { .a = rq->a };
	struct record_event e = { .verb = INSPECTION_DO_DECLARE };
	struct record_typed *nothing = NEW(rq->a, struct record_typed);
	struct inspection *x;
	struct reply no;

	if (!opened(rq, &x, &no))
		return no;
	if (form.unreadable)
		return reply_error(400, S(""));
	const struct fault *f = inspection_table_read(rq->a, typed.table, &e, &errors);

	if (f)
		return reply_fault(f);
	if (errors.total || form.error_count)
		return show(rq, x, form.values[0].raw, &errors);
	return record_form_show(rq, &inspection_pages, x, &e, nothing);
}
