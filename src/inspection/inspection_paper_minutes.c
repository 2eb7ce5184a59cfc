/* The minutes of the session, signed by both sides. */
#include "inspection/inspection_paper_parts.h"

static struct str opening(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	instant at = x->begun_at;

	return str_fmt(a,
		"%.*s, hồi %.*s %.*s, tại %.*s, Đoàn kiểm tra công tác cải cách hành chính làm việc với "
		"%.*s.",
		ARG(paper_mandate(a, x, n)), ARG(prose_hour(a, at)), ARG(official_date(a, day_of(at))),
		ARG(prose_or_dots(prose_phrase(a, x->place))), ARG(prose_or_dots(n->unit)));
}

static void present(struct blocks *b, const struct inspection_names *n, const struct inspection *x,
	enum inspection_side side)
{
	int found = 0;

	paper_lead(b, BLOCK_CLAUSE, side == INSPECTION_FOR_TEAM ? S("Đoàn kiểm tra") : prose_or_dots(n->unit),
		S(""));
	for (int i = 0; i < x->attendants_n; i++) {
		const struct inspection_attendant *p = &x->attendants[i];
		struct str who = prose_person(b->a, p->name, p->position, prose_agency(n, p->body));

		if (p->side != side)
			continue;
		found++;
		paper_text(b, BLOCK_ITEM, str_fmt(b->a, "Ô%.*s;", ARG(str_sub(who, sizeof("ô") - 1, who.n))));
	}
	if (!found)
		paper_text(b, BLOCK_ITEM, S("………………………………………………………………………………"));
}

static void heard(struct blocks *b, const struct inspection_names *n, const struct inspection *x)
{
	struct str report =
		x->report.number.n
			? str_fmt(b->a, " (%.*s)", ARG(prose_reference(b->a, "Báo cáo", &x->report, S(""))))
			: S("");

	paper_heading(b, 2, S("Nội dung làm việc"));
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(b->a,
			"Trưởng đoàn công bố Quyết định thành lập Đoàn kiểm tra. Đại diện %.*s báo cáo kết "
			"quả thực "
			"hiện nhiệm vụ cải cách hành chính %.*s%.*s.",
			ARG(prose_or_dots(n->unit)), ARG(prose_period(b->a, x)), ARG(report)));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), x->report_text);
}

static void figures(struct blocks *b, const struct inspection *x)
{
	struct blocks own = { .a = b->a };

	if (!paper_figures(&own, x))
		return;
	paper_heading(b, 2, S("Số liệu đối chiếu"));
	for (size_t i = 0; i < own.n; i++)
		blocks_add(b, own.list[i]);
}

static const struct block_column check_columns[] = { { S_INIT("TT"), 2, CELL_CENTRE },
	{ S_INIT("Mã hồ sơ"), 11, CELL_LEFT }, { S_INIT("Kết quả"), 6, CELL_LEFT },
	{ S_INIT("Nhận xét của Đoàn kiểm tra"), 11, CELL_LEFT } };
enum { CHECK_COLUMNS = COUNT(check_columns) };

static struct str check_sum(struct arena *a, const struct inspection *x)
{
	int of[] = { 0, 0, 0 }, open = 0;
	struct buf b = { .a = a };

	for (int i = 0; i < x->checks_n; i++)
		if (x->checks[i].checked)
			of[x->checks[i].result]++;
		else
			open++;
	buf_fmt(&b,
		"Đoàn kiểm tra chọn ngẫu nhiên %.*s hồ sơ (khóa chọn mẫu: %.*s). Kết quả: %.*s hồ sơ đúng "
		"quy định, %.*s hồ "
		"sơ có sai sót, %.*s hồ sơ không tìm thấy",
		ARG(prose_count(a, x->checks_n)), ARG(x->seed), ARG(prose_count(a, of[INSPECTION_IN_ORDER])),
		ARG(prose_count(a, of[INSPECTION_FAULTY])), ARG(prose_count(a, of[INSPECTION_NOT_FOUND])));
	if (open)
		buf_fmt(&b, ", %.*s hồ sơ chưa kiểm tra", ARG(prose_count(a, open)));
	buf_char(&b, '.');
	return buf_str(&b);
}

static void sample(struct blocks *b, const struct inspection *x)
{
	struct paper_table t = { .a = b->a, .columns = check_columns, .columns_n = CHECK_COLUMNS };

	if (!x->checks_n)
		return;
	paper_heading(b, 2, S("Kiểm tra hồ sơ thủ tục hành chính"));
	paper_text(b, BLOCK_PARAGRAPH, check_sum(b->a, x));
	for (int i = 0; i < x->checks_n; i++) {
		const struct inspection_check *c = &x->checks[i];
		const struct str cells[CHECK_COLUMNS] = { str_fmt(b->a, "%d", i + 1), c->dossier,
			c->checked ? msg_text(LANG_VI, inspection_results[c->result].name)
				   : S("Chưa kiểm tra"),
			c->text };

		paper_row(&t, ROW_PLAIN, cells);
	}
	blocks_add(b, paper_table_block(&t));
}

static const struct block_column criterion_columns[] = { { S_INIT("Tiêu chí"), 4, CELL_CENTRE },
	{ S_INIT("Đánh giá"), 5, CELL_LEFT }, { S_INIT("Điểm"), 3, CELL_RIGHT },
	{ S_INIT("Nhận xét, căn cứ"), 16, CELL_LEFT } };
enum { CRITERION_COLUMNS = COUNT(criterion_columns), HUNDREDTHS = 100 };

/* 950 as "9,5". */
static struct str points_text(struct arena *a, int64_t hundredths)
{
	struct str s = record_points_text(a, hundredths);
	size_t point = str_find_char(s, '.');

	return point == s.n
		       ? s
		       : str_fmt(a, "%.*s,%.*s", ARG(str_sub(s, 0, point)), ARG(str_sub(s, point + 1, s.n)));
}

static void criteria(struct blocks *b, const struct inspection *x)
{
	struct paper_table t = { .a = b->a, .columns = criterion_columns, .columns_n = CRITERION_COLUMNS };

	for (int i = 0; i < x->criteria_n; i++) {
		const struct inspection_criterion *c = &x->criteria[i];
		const struct str cells[CRITERION_COLUMNS] = { c->code,
			msg_text(LANG_VI, inspection_answers[c->answer].name), points_text(b->a, c->points),
			c->text.n ? c->text : c->evidence };

		paper_row(&t, ROW_PLAIN, cells);
	}
	if (!t.n)
		return;
	paper_heading(b, 2, S("Đánh giá theo bộ tiêu chí kiểm tra"));
	blocks_add(b, paper_table_block(&t));
}

static void proposals(struct blocks *b, const struct inspection *x)
{
	paper_heading(b, 1, S("Đề xuất, kiến nghị của đơn vị"));
	for (int i = 0; i < x->proposals_n; i++)
		paper_text(b, BLOCK_CLAUSE,
			str_fmt(b->a, "%.*s (gửi %.*s).",
				ARG(prose_phrase(b->a, prose_or_dots(x->proposals[i].text))),
				ARG(prose_or_dots(x->proposals[i].addressee))));
	if (!x->proposals_n)
		paper_text(b, BLOCK_PARAGRAPH, S("Đơn vị không có đề xuất, kiến nghị."));
}

static void ending(struct blocks *b, const struct inspection *x)
{
	struct str at = x->team_signature.at != INSTANT_NONE
				? str_fmt(b->a, "hồi %.*s %.*s", ARG(prose_hour(b->a, x->team_signature.at)),
					  ARG(official_date(b->a, day_of(x->team_signature.at))))
				: S("hồi …… giờ …… phút cùng ngày");

	paper_optional(b, BLOCK_PARAGRAPH, S("Ý kiến của đơn vị khi ký biên bản:"), x->unit_remark);
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(b->a,
			"Biên bản được lập xong %.*s, đã đọc lại cho các bên cùng nghe, nhất trí và ký tên.",
			ARG(at)));
}

static struct official_signature side_signature(
	struct arena *a, struct str party, struct str title, const struct inspection_signature *s)
{
	struct official_signature out = { .party = str_fmt(a, "Đại diện %.*s", ARG(party)), .title = title };

	if (s->at == INSTANT_NONE)
		return out;
	out.title = s->position;
	out.name = s->name;
	out.note = str_fmt(a, "(Đã ký trên hệ thống lúc %.*s)", ARG(fmt_minute_vi(a, s->at)));
	return out;
}

static void sign(
	struct arena *a, struct official *d, const struct inspection_names *n, const struct inspection *x)
{
	struct official_signature *s = NEW_ARRAY(a, struct official_signature, 2);
	const struct inspection_member *leader = inspection_leader(x);

	s[0] = side_signature(a, prose_or_dots(n->unit), prose_head(n->unit), &x->unit_signature);
	s[1] = side_signature(a, S("Đoàn kiểm tra"), S("Trưởng đoàn"), &x->team_signature);
	if (x->team_signature.at == INSTANT_NONE && leader)
		s[1].name = leader->name;
	d->signatures = s;
	d->signatures_n = 2;
}

static void results(struct blocks *b, const struct inspection_names *n, const struct inspection *x)
{
	paper_heading(b, 1, S("Nội dung và kết quả kiểm tra"));
	heard(b, n, x);
	figures(b, x);
	sample(b, x);
	criteria(b, x);
	paper_heading(b, 1, S("Tồn tại, hạn chế và giải trình của đơn vị"));
	if (!paper_findings(b, x))
		paper_text(b, BLOCK_PARAGRAPH, S("Đoàn kiểm tra không ghi nhận tồn tại, hạn chế."));
	paper_heading(b, 1, S("Kiến nghị của Đoàn kiểm tra"));
	if (!paper_recommendations(b, x, n, true))
		paper_text(b, BLOCK_PARAGRAPH, S("Đoàn kiểm tra không có kiến nghị."));
	proposals(b, x);
}

struct official paper_minutes(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	struct inspection_paper none = { .date = day_of(x->begun_at) };
	struct official d = paper_begin(a, n, OFFICIAL_BB, &none);
	struct blocks b = { .a = a };

	d.symbol = d.file_copy = S("");
	d.superior = n->issuer;
	d.issuer = S("Đoàn kiểm tra cải cách hành chính");
	d.abstract =
		str_fmt(a, "Kiểm tra công tác cải cách hành chính tại %.*s", ARG(prose_or_dots(n->unit)));
	paper_text(&b, BLOCK_PARAGRAPH, opening(a, n, x));
	paper_heading(&b, 1, S("Thành phần tham dự"));
	present(&b, n, x, INSPECTION_FOR_TEAM);
	present(&b, n, x, INSPECTION_FOR_UNIT);
	results(&b, n, x);
	ending(&b, x);
	paper_body(&d, &b);
	sign(a, &d, n, x);
	d.foot = paper_foot(a, x);
	return d;
}
