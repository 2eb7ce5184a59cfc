/* Words and numbers of documents of an inspection. */
#include "inspection/inspection_prose.h"

enum { TWO_DIGITS = 10, HOUR_S = 3600, MINUTE_S = 60 };

struct str prose_count(struct arena *a, int64_t n)
{
	struct buf b = { .a = a };

	if (n > 0 && n < TWO_DIGITS)
		buf_char(&b, '0');
	add_number(&b, LANG_VI, n);
	return buf_str(&b);
}

struct str prose_day(struct arena *a, daynum d)
{
	enum { DAYS_WITH_ZERO = 9, MONTHS_WITH_ZERO = 2 };

	if (d == DAYNUM_NONE)
		return S("…/…/…");
	struct civil c = civil_from_day(d);

	return str_fmt(a, "%s%d/%s%d/%d", c.day <= DAYS_WITH_ZERO ? "0" : "", c.day,
		c.month <= MONTHS_WITH_ZERO ? "0" : "", c.month, c.year);
}

struct str prose_hour(struct arena *a, instant t)
{
	int s = second_of_day(t);

	return str_fmt(a, "%02d giờ %02d phút", s / HOUR_S, s % HOUR_S / MINUTE_S);
}

struct str prose_period(struct arena *a, const struct inspection *x)
{
	return str_fmt(a, "từ ngày %.*s đến ngày %.*s", ARG(prose_day(a, x->period_from)),
		ARG(prose_day(a, x->period_to)));
}

struct str prose_or_dots(struct str s)
{
	return s.n ? s : S("………………………………");
}

struct str prose_phrase(struct arena *a, struct str s)
{
	struct buf b = { .a = a };

	s = str_trim(s);
	while (s.n &&
		(s.p[s.n - 1] == '.' || s.p[s.n - 1] == ';' || s.p[s.n - 1] == '/' || s.p[s.n - 1] == ' '))
		s.n--;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\n')
			buf_char(&b, s.p[i]);
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_char(&b, ' ');
	return buf_str(&b);
}

/* "Kế hoạch kiểm tra …", "Kiểm tra …" -> "kiểm tra …". */
static struct str plan_subject(struct arena *a, struct str title)
{
	struct str plan = S("Kế hoạch "), check = S("Kiểm tra");

	if (str_starts(title, plan))
		return str_sub(title, plan.n, title.n);
	if (str_starts(title, check))
		return str_fmt(a, "k%.*s", ARG(str_sub(title, 1, title.n)));
	return title;
}

struct str prose_plan(
	struct arena *a, const struct inspection *x, const struct inspection_names *n, bool short_day)
{
	struct buf b = { .a = a };
	struct str subject = plan_subject(a, n->plan_title);

	if (!x->plan_number.n)
		return S("");
	buf_fmt(&b, "Kế hoạch số %.*s", ARG(x->plan_number));
	if (x->plan_date != DAYNUM_NONE && short_day)
		buf_fmt(&b, " ngày %.*s", ARG(prose_day(a, x->plan_date)));
	else if (x->plan_date != DAYNUM_NONE)
		buf_fmt(&b, " %.*s", ARG(official_date(a, x->plan_date)));
	if (n->plan_issuer.n)
		buf_fmt(&b, " của %.*s", ARG(n->plan_issuer));
	if (subject.n)
		buf_fmt(&b, " về %.*s", ARG(subject));
	return buf_str(&b);
}

struct str prose_reference(
	struct arena *a, const char *type, const struct inspection_paper *p, struct str issuer)
{
	struct buf b = { .a = a };

	buf_fmt(&b, "%s số %.*s", type, ARG(p->number.n ? p->number : S("……")));
	if (p->date != DAYNUM_NONE)
		buf_fmt(&b, " %.*s", ARG(official_date(a, p->date)));
	if (issuer.n)
		buf_fmt(&b, " của %.*s", ARG(issuer));
	return buf_str(&b);
}

struct str prose_agency(const struct inspection_names *n, struct str code)
{
	return n->agency && code.n ? n->agency(n->data, code) : code;
}

struct str prose_position(struct arena *a, struct str position, struct str body)
{
	if (!body.n || str_find(position, body) < position.n)
		return position;
	return position.n ? str_fmt(a, "%.*s %.*s", ARG(position), ARG(body)) : body;
}

struct str prose_person(struct arena *a, struct str name, struct str position, struct str body)
{
	struct str p = prose_position(a, position, body);

	return str_fmt(a, "ông (bà) %.*s%s%.*s", ARG(prose_or_dots(name)), p.n ? ", " : "", ARG(p));
}

struct str prose_area(int area)
{
	return msg_text(LANG_VI, inspection_areas[area].name);
}

struct str prose_areas(void)
{
	return S("cải cách thể chế; cải cách thủ tục hành chính; cải cách tổ chức bộ máy; cải cách chế độ "
		 "công vụ; "
		 "cải cách tài chính công; xây dựng, phát triển chính quyền điện tử, chính quyền số");
}

struct str prose_head(struct str office)
{
	static const struct {
		struct str begins, head;
	} heads[] = { { S_INIT("Ủy ban nhân dân"), S_INIT("Chủ tịch") },
		{ S_INIT("Sở "), S_INIT("Giám đốc") }, { S_INIT("Văn phòng"), S_INIT("Chánh Văn phòng") },
		{ S_INIT("Thanh tra"), S_INIT("Chánh Thanh tra") },
		{ S_INIT("Phòng "), S_INIT("Trưởng phòng") }, { S_INIT("Ban "), S_INIT("Trưởng ban") },
		{ S_INIT("Chi cục"), S_INIT("Chi cục trưởng") } };

	for (size_t i = 0; i < COUNT(heads); i++)
		if (str_starts(office, heads[i].begins))
			return heads[i].head;
	return S("Thủ trưởng");
}

struct official_signature prose_head_signature(const struct inspection_names *n)
{
	struct official_signature s = { .title = prose_head(n->issuer) };

	if (str_starts(n->issuer, S("Ủy ban nhân dân")))
		s.collective = S("Ủy ban nhân dân");
	return s;
}

void paper_row(struct paper_table *t, enum row_style style, const struct str *cells)
{
	size_t n = style == ROW_SECTION ? 1 : (size_t)t->columns_n;
	struct str *copy = NEW_ARRAY(t->a, struct str, n);

	for (size_t i = 0; i < n; i++)
		copy[i] = cells[i];
	t->rows = arena_grow(t->a, t->rows, t->n, &t->cap, sizeof *t->rows);
	t->rows[t->n++] = (struct block_row){ copy, style };
}

struct block paper_table_block(const struct paper_table *t)
{
	struct block_table *b = NEW(t->a, struct block_table);

	*b = (struct block_table){ t->caption, t->columns, t->columns_n, t->rows, (int)t->n };
	return block_of_table(b);
}

void paper_lead(struct blocks *b, enum block_kind kind, struct str lead, struct str text)
{
	blocks_add(b, (struct block){ .kind = kind, .lead = lead, .text = text });
}

void paper_heading(struct blocks *b, int level, struct str text)
{
	blocks_add(b, block_heading(level, text));
}

void paper_text(struct blocks *b, enum block_kind kind, struct str text)
{
	blocks_add(b, (struct block){ .kind = kind, .text = text });
}

void paper_optional(struct blocks *b, enum block_kind kind, struct str lead, struct str text)
{
	if (text.n)
		paper_lead(b, kind, lead, text);
}

/* "+ Giải trình: …" under the finding. */
static void about_finding(struct blocks *b, const char *what, struct str text)
{
	if (text.n)
		blocks_add(b, (struct block){ .kind = BLOCK_ITEM,
				      .label = S("+"),
				      .text = str_fmt(b->a, "%s: %.*s", what, ARG(text)) });
}

static void one_finding(struct blocks *b, const struct inspection_finding *f)
{
	struct str severity = msg_text(LANG_VI, inspection_severities[f->severity].name);

	paper_text(b, BLOCK_ITEM,
		str_fmt(b->a, "%.*s (mức độ: %.*s).", ARG(prose_phrase(b->a, prose_or_dots(f->text))),
			ARG(severity)));
	about_finding(b, "Tài liệu, hồ sơ chứng minh", f->evidence);
	about_finding(b, "Giải trình, nguyên nhân theo đơn vị", f->explanation);
	about_finding(b, "Tài liệu kèm theo giải trình", f->explanation_evidence);
}

bool paper_findings(struct blocks *b, const struct inspection *x)
{
	bool any = false;

	for (int area = 0; area < INSPECTION_AREAS; area++) {
		bool headed = false;

		for (int i = 0; i < x->findings_n; i++) {
			const struct inspection_finding *f = &x->findings[i];

			if (f->dropped || f->area != area)
				continue;
			if (!headed)
				paper_heading(b, 2, prose_area(area));
			headed = any = true;
			one_finding(b, f);
		}
	}
	return any;
}
