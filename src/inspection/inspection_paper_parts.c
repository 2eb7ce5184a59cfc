/* What several documents of an inspection share. */
#include "inspection/inspection_paper_parts.h"

/* "15/QĐ-SNV" is a number and a symbol; "15A/QĐ-SNV" and whatever else somebody recorded stays as it is. */
static void set_number(struct official *d, struct str given)
{
	size_t slash = str_find_char(given, '/');
	int64_t number;

	if (slash < given.n && str_int(str_sub(given, 0, slash), &number) && number > 0) {
		d->number = number;
		d->symbol = str_sub(given, slash + 1, given.n);
	} else {
		d->sign = given;
	}
}

struct official paper_begin(struct arena *a, const struct inspection_names *n, enum official_type type,
	const struct inspection_paper *number)
{
	struct official d = { .type = type,
		.superior = n->superior,
		.issuer = n->issuer,
		.place = n->place,
		.date = number->date,
		.is_synthetic = n->is_synthetic };
	struct official_signature *s = NEW(a, struct official_signature);

	*s = prose_head_signature(n);
	d.signatures = s;
	d.signatures_n = 1;
	d.file_copy = S("VT");
	if (number->number.n)
		set_number(&d, number->number);
	else if (n->issuer_short.n)
		d.symbol = official_symbol(a, type, n->issuer_short, S(""));
	return d;
}

void paper_body(struct official *d, const struct blocks *b)
{
	d->body = b->list;
	d->body_n = b->n;
}

void paper_copies(struct arena *a, struct official *d, const struct str *list, size_t n)
{
	struct str *copies = NEW_ARRAY(a, struct str, n);

	d->copies = copies;
	for (size_t i = 0; i < n; i++)
		if (list[i].n)
			copies[d->copies_n++] = list[i];
}

struct str paper_foot(struct arena *a, const struct inspection *x)
{
	struct buf size = { .a = a };

	if (!x->journal_root.n)
		return S("");
	add_number(&size, LANG_VI, x->journal_size);
	return str_fmt(a, "Số liệu hệ thống chốt từ nhật ký: %.*s mục, gốc %.*s", ARG(buf_str(&size)),
		ARG(x->journal_root));
}

struct str paper_mandate(struct arena *a, const struct inspection *x, const struct inspection_names *n)
{
	struct str plan = prose_plan(a, x, n, false),
		   decision = prose_reference(a, "Quyết định", &x->decision, n->issuer);

	return str_fmt(a, "Thực hiện %.*s%s%.*s về việc thành lập Đoàn kiểm tra", ARG(plan),
		plan.n ? "; " : "", ARG(decision));
}

static const struct block_column figure_columns[] = { { S_INIT("TT"), 2, CELL_CENTRE },
	{ S_INIT("Chỉ tiêu"), 13, CELL_LEFT }, { S_INIT("Đơn vị báo cáo"), 5, CELL_RIGHT },
	{ S_INIT("Hệ thống ghi nhận"), 5, CELL_RIGHT }, { S_INIT("Chênh lệch"), 5, CELL_RIGHT } };
enum { FIGURE_COLUMNS = COUNT(figure_columns) };

static struct str figure_cell(struct arena *a, const struct inspection_figures *f, int i)
{
	struct buf b = { .a = a };

	if (!f->known[i])
		return S("–");
	add_number(&b, LANG_VI, f->n[i]);
	return buf_str(&b);
}

/* "+12" when the unit declares more than the system holds. */
static struct str difference(struct arena *a, const struct inspection *x, int i)
{
	struct buf b = { .a = a };
	int64_t n = x->declared.n[i] - x->computed.n[i];

	if (!x->declared.known[i] || !x->computed.known[i])
		return S("–");
	buf_add(&b, n > 0 ? S("+") : S(""));
	add_number(&b, LANG_VI, n);
	return buf_str(&b);
}

static void figure_row(struct paper_table *t, const struct inspection *x, int i)
{
	struct arena *a = t->a;
	bool differs = inspection_figure_differs(&x->declared, &x->computed, (enum inspection_figure)i);
	const struct record_field *field =
		&inspection_kind.fields[inspection_figure_field((enum inspection_figure)i)];
	const struct str cells[FIGURE_COLUMNS] = { str_fmt(a, "%zu", t->n + 1),
		msg_text(LANG_VI, field->label), figure_cell(a, &x->declared, i),
		figure_cell(a, &x->computed, i), difference(a, x, i) };

	paper_row(t, differs ? ROW_BOLD : ROW_PLAIN, cells);
}

static struct str about_differences(struct arena *a, const struct inspection *x)
{
	int n = inspection_differences(x);

	if (!x->computed.given)
		return S("Số liệu do đơn vị tự khai, đã kiểm tra tính cân đối; hệ thống không có dữ liệu hồ "
			 "sơ của đơn "
			 "vị để đối chiếu.");
	if (!x->declared.given)
		return S("Đơn vị không khai số liệu; số liệu do hệ thống ghi nhận.");
	if (!n)
		return S("Số liệu đơn vị báo cáo khớp với số liệu hệ thống ghi nhận.");
	return str_fmt(a,
		"Có %.*s chỉ tiêu chênh lệch giữa số liệu đơn vị báo cáo và số liệu hệ thống ghi nhận (dòng "
		"in đậm).",
		ARG(prose_count(a, n)));
}

bool paper_figures(struct blocks *b, const struct inspection *x)
{
	struct paper_table t = { .a = b->a, .columns = figure_columns, .columns_n = FIGURE_COLUMNS };

	for (int i = 0; i < INSPECTION_FIGURE_N; i++)
		if (x->declared.known[i] || x->computed.known[i])
			figure_row(&t, x, i);
	if (!t.n)
		return false;
	blocks_add(b, paper_table_block(&t));
	paper_text(b, BLOCK_PARAGRAPH, about_differences(b->a, x));
	return true;
}

static const struct block_column recommendation_columns[] = { { S_INIT("TT"), 2, CELL_CENTRE },
	{ S_INIT("Nội dung kiến nghị"), 13, CELL_LEFT }, { S_INIT("Cơ quan thực hiện"), 6, CELL_LEFT },
	{ S_INIT("Thời hạn hoàn thành"), 5, CELL_CENTRE }, { S_INIT("Ý kiến của đơn vị"), 7, CELL_LEFT } };
enum { RECOMMENDATION_COLUMNS = COUNT(recommendation_columns) };

static struct str answer_of(struct arena *a, const struct inspection_recommendation *r)
{
	if (r->state == REMEDY_OPEN)
		return S("Chưa có ý kiến");
	return r->commitment.n ? str_fmt(a, "Tiếp thu: %.*s", ARG(r->commitment)) : S("Tiếp thu");
}

bool paper_recommendations(
	struct blocks *b, const struct inspection *x, const struct inspection_names *n, bool with_answer)
{
	struct paper_table t = { .a = b->a,
		.columns = recommendation_columns,
		.columns_n = with_answer ? RECOMMENDATION_COLUMNS : RECOMMENDATION_COLUMNS - 1 };

	for (int i = 0; i < x->recommendations_n; i++) {
		const struct inspection_recommendation *r = &x->recommendations[i];
		const struct str cells[RECOMMENDATION_COLUMNS] = { str_fmt(b->a, "%d", i + 1),
			prose_or_dots(r->text), prose_agency(n, r->owner), prose_day(b->a, r->deadline),
			answer_of(b->a, r) };

		if (r->state != REMEDY_DROPPED)
			paper_row(&t, ROW_PLAIN, cells);
	}
	if (t.n)
		blocks_add(b, paper_table_block(&t));
	return t.n > 0;
}
