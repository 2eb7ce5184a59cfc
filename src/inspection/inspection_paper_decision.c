/* The decision on the team and the notice of the session. */
#include "inspection/inspection_paper_parts.h"

static void add_bases(
	struct arena *a, struct official *d, const struct inspection_names *n, const struct inspection *x)
{
	enum { OWN = 2 };
	daynum on = d->date != DAYNUM_NONE ? d->date : n->today;
	struct str plan = prose_plan(a, x, n, false);
	struct str *list = NEW_ARRAY(a, struct str, (size_t)n->bases.n + OWN);

	for (int i = 0; i < n->bases.n; i++)
		if (inspection_basis_holds(&n->bases.list[i], on))
			list[d->bases_n++] = n->bases.list[i].text;
	if (plan.n)
		list[d->bases_n++] = str_fmt(a, "Căn cứ %.*s", ARG(plan));
	list[d->bases_n++] = S("Theo đề nghị của Trưởng phòng phụ trách công tác cải cách hành chính");
	d->bases = list;
}

static const struct block_column team_columns[] = { { S_INIT("TT"), 2, CELL_CENTRE },
	{ S_INIT("Họ và tên"), 8, CELL_LEFT }, { S_INIT("Chức vụ, cơ quan công tác"), 12, CELL_LEFT },
	{ S_INIT("Nhiệm vụ trong Đoàn"), 6, CELL_LEFT } };
enum { TEAM_COLUMNS = COUNT(team_columns) };

static struct block team(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	static const enum inspection_part order[] = { INSPECTION_LEADER, INSPECTION_DEPUTY, INSPECTION_MEMBER,
		INSPECTION_SECRETARY };
	struct paper_table t = { .a = a, .columns = team_columns, .columns_n = TEAM_COLUMNS };

	for (size_t p = 0; p < COUNT(order); p++)
		for (int i = 0; i < x->members_n; i++) {
			const struct inspection_member *m = &x->members[i];
			const struct str cells[TEAM_COLUMNS] = { str_fmt(a, "%zu", t.n + 1),
				prose_or_dots(m->name),
				prose_position(a, m->position, prose_agency(n, m->body)),
				msg_text(LANG_VI, inspection_parts[m->part].name) };

			if (!m->released && m->part == order[p])
				paper_row(&t, ROW_PLAIN, cells);
		}
	return paper_table_block(&t);
}

static struct str method_text(const struct inspection *x)
{
	switch (x->method) {
	case INSPECTION_DIRECT: return S("kiểm tra trực tiếp tại đơn vị");
	case INSPECTION_BY_REPORT: return S("kiểm tra qua báo cáo");
	case INSPECTION_UNANNOUNCED: return S("kiểm tra đột xuất tại đơn vị");
	}
	impossible();
}

static void tasks(struct blocks *b, const struct inspection *x)
{
	paper_text(b, BLOCK_ARTICLE, S("Nhiệm vụ của Đoàn kiểm tra"));
	paper_text(b, BLOCK_CLAUSE,
		str_fmt(b->a, "Kiểm tra công tác chỉ đạo, điều hành và kết quả thực hiện các nội dung: %.*s.",
			ARG(prose_areas())));
	paper_text(b, BLOCK_CLAUSE, str_fmt(b->a, "Thời kỳ kiểm tra: %.*s.", ARG(prose_period(b->a, x))));
	paper_text(b, BLOCK_CLAUSE, str_fmt(b->a, "Hình thức: %.*s.", ARG(method_text(x))));
	paper_text(b, BLOCK_CLAUSE,
		S("Trưởng đoàn phân công nhiệm vụ cho các thành viên, chủ trì buổi làm việc và ký biên bản "
		  "kiểm tra. "
		  "Thành viên có xung đột lợi ích với đơn vị được kiểm tra phải báo cáo để thôi tham gia "
		  "Đoàn."));
	paper_text(b, BLOCK_CLAUSE, S("Đoàn kiểm tra tự giải thể sau khi kết luận kiểm tra được ban hành."));
}

static void duties(struct blocks *b, const struct inspection_names *n)
{
	paper_text(b, BLOCK_ARTICLE,
		str_fmt(b->a,
			"%.*s có trách nhiệm báo cáo kết quả thực hiện công tác cải cách hành chính, số liệu "
			"trong "
			"thời kỳ kiểm tra; cung cấp đầy đủ, kịp thời hồ sơ, tài liệu có liên quan; cử người "
			"có "
			"thẩm quyền làm việc với Đoàn kiểm tra và giải trình các vấn đề Đoàn kiểm tra nêu.",
			ARG(prose_or_dots(n->unit))));
}

struct official paper_decision(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	struct official d = paper_begin(a, n, OFFICIAL_QD, &x->decision);
	struct blocks b = { .a = a };
	const struct str copies[] = { S("Như Điều 4"),
		n->superior.n ? str_fmt(a, "%.*s (để báo cáo)", ARG(n->superior)) : S("") };

	d.abstract = str_fmt(a, "Về việc thành lập Đoàn kiểm tra công tác cải cách hành chính tại %.*s",
		ARG(prose_or_dots(n->unit)));
	d.decider = str_fmt(a, "%.*s %.*s", ARG(prose_head(n->issuer)), ARG(n->issuer));
	add_bases(a, &d, n, x);
	paper_text(&b, BLOCK_ARTICLE,
		str_fmt(a,
			"Thành lập Đoàn kiểm tra công tác cải cách hành chính tại %.*s (sau đây gọi là Đoàn "
			"kiểm "
			"tra), gồm các ông, bà có tên sau:",
			ARG(prose_or_dots(n->unit))));
	blocks_add(&b, team(a, n, x));
	tasks(&b, x);
	duties(&b, n);
	paper_text(&b, BLOCK_ARTICLE,
		str_fmt(a,
			"Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng %.*s, thủ trưởng các cơ quan, "
			"đơn vị có "
			"liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định "
			"này.",
			ARG(prose_or_dots(n->unit))));
	paper_body(&d, &b);
	paper_copies(a, &d, copies, COUNT(copies));
	return d;
}

/* "từ 08 giờ 00 phút đến 17 giờ 00 phút ngày 25 tháng 10 năm 2022"; dots before it is known. */
static struct str when(struct arena *a, const struct inspection *x)
{
	daynum first = day_of(x->from), last = day_of(x->to);

	if (x->from == INSTANT_NONE)
		return S("từ …… giờ …… phút ngày …… tháng …… năm ………….");
	if (first == last)
		return str_fmt(a, "từ %.*s đến %.*s %.*s.", ARG(prose_hour(a, x->from)),
			ARG(prose_hour(a, x->to)), ARG(official_date(a, first)));
	return str_fmt(a, "từ %.*s %.*s đến %.*s %.*s.", ARG(prose_hour(a, x->from)),
		ARG(official_date(a, first)), ARG(prose_hour(a, x->to)), ARG(official_date(a, last)));
}

static void attendance(struct blocks *b, const struct inspection_names *n, const struct inspection *x)
{
	const struct inspection_member *m = inspection_leader(x);
	struct str decision = prose_reference(b->a, "Quyết định", &x->decision, S(""));
	struct str leader =
		m ? str_fmt(b->a, ", do %.*s làm Trưởng đoàn",
			    ARG(prose_person(b->a, m->name, m->position, prose_agency(n, m->body))))
		  : S("");

	paper_lead(b, BLOCK_CLAUSE, S("Thành phần"), S(""));
	paper_text(b, BLOCK_POINT,
		str_fmt(b->a, "Đoàn kiểm tra: các thành viên theo %.*s%.*s.", ARG(decision), ARG(leader)));
	paper_text(b, BLOCK_POINT,
		str_fmt(b->a,
			"%.*s: lãnh đạo đơn vị, trưởng các phòng, bộ phận có liên quan, công chức phụ trách "
			"cải "
			"cách hành chính và công chức Bộ phận Tiếp nhận và Trả kết quả.",
			ARG(prose_or_dots(n->unit))));
}

static void outline(struct blocks *b, const struct inspection *x)
{
	paper_lead(b, BLOCK_CLAUSE, S("Đề cương báo cáo của đơn vị"),
		str_fmt(b->a, "(số liệu %.*s)", ARG(prose_period(b->a, x))));
	paper_text(b, BLOCK_POINT,
		S("Công tác chỉ đạo, điều hành: kế hoạch cải cách hành chính và kết quả thực hiện; tự kiểm "
		  "tra; "
		  "tuyên truyền; chế độ thông tin, báo cáo định kỳ."));
	paper_text(
		b, BLOCK_POINT, str_fmt(b->a, "Kết quả thực hiện sáu nội dung: %.*s.", ARG(prose_areas())));
	paper_text(b, BLOCK_POINT,
		S("Số liệu: tổng số thủ tục hành chính, thủ tục liên thông; hồ sơ tiếp nhận (mới tiếp nhận, "
		  "từ kỳ "
		  "trước chuyển qua), đã giải quyết (đúng và trước hạn, quá hạn), đang giải quyết (trong "
		  "hạn, quá "
		  "hạn); dịch vụ công trực tuyến cung cấp và có phát sinh hồ sơ; phản ánh, kiến nghị."));
	paper_text(b, BLOCK_POINT, S("Tồn tại, hạn chế, nguyên nhân; kiến nghị, đề xuất."));
}

static void papers_to_prepare(struct blocks *b)
{
	static const struct str list[] = {
		S_INIT("Kế hoạch, báo cáo và văn bản chỉ đạo về cải cách hành chính trong thời kỳ kiểm tra;"),
		S_INIT("Quyết định công bố, niêm yết thủ tục hành chính; sổ, phiếu theo dõi hồ sơ;"),
		S_INIT("Hồ sơ thủ tục hành chính đã và đang giải quyết để Đoàn kiểm tra chọn mẫu;"),
		S_INIT("Tài liệu về tổ chức bộ máy, vị trí việc làm, quy chế chi tiêu nội bộ, ứng dụng công "
		       "nghệ thông "
		       "tin.")
	};

	paper_lead(b, BLOCK_CLAUSE, S("Hồ sơ, tài liệu chuẩn bị"), S(""));
	for (size_t i = 0; i < COUNT(list); i++)
		paper_text(b, BLOCK_ITEM, list[i]);
}

static void notice_body(struct blocks *b, const struct inspection_names *n, const struct inspection *x)
{
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(b->a,
			"%.*s, %.*s thông báo lịch kiểm tra công tác cải cách hành chính tại %.*s như sau:",
			ARG(paper_mandate(b->a, x, n)), ARG(prose_or_dots(n->issuer)),
			ARG(prose_or_dots(n->unit))));
	paper_lead(b, BLOCK_CLAUSE, S("Thời gian:"), when(b->a, x));
	paper_lead(b, BLOCK_CLAUSE, S("Địa điểm:"),
		str_fmt(b->a, "%.*s.", ARG(prose_or_dots(prose_phrase(b->a, x->place)))));
	attendance(b, n, x);
	outline(b, x);
	papers_to_prepare(b);
	paper_optional(b, BLOCK_CLAUSE, S("Nội dung khác:"), x->notice_text);
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(b->a,
			"Đề nghị %.*s gửi báo cáo tự kiểm tra về %.*s trước ngày làm việc và bố trí thành "
			"phần, địa "
			"điểm, tài liệu theo nội dung nêu trên.",
			ARG(prose_or_dots(n->unit)), ARG(prose_or_dots(n->issuer))));
}

struct official paper_notice(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	struct official d = paper_begin(a, n, OFFICIAL_TB, &x->notice);
	struct blocks b = { .a = a };
	struct str *to = NEW(a, struct str);
	const struct str copies[] = { S("Như trên"), S("Các thành viên Đoàn kiểm tra"),
		n->superior.n ? str_fmt(a, "%.*s (để báo cáo)", ARG(n->superior)) : S("") };

	*to = prose_or_dots(n->unit);
	d.recipients = to;
	d.recipients_n = 1;
	d.abstract = str_fmt(
		a, "Lịch kiểm tra công tác cải cách hành chính tại %.*s", ARG(prose_or_dots(n->unit)));
	notice_body(&b, n, x);
	paper_body(&d, &b);
	paper_copies(a, &d, copies, COUNT(copies));
	return d;
}
