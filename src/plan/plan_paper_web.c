/* Plans as official documents: always Vietnamese. */
#include "document/official_web.h"
#include "plan/plan_paper_web.h"

static const char *const file_words[] = { [PLAN_FILE_NONE] = "",
	[PLAN_FILE_PDF] = "pdf",
	[PLAN_FILE_ODT] = "odt",
	[PLAN_FILE_CSV] = "csv",
	[PLAN_FILE_XLSX] = "xlsx",
	NULL };

struct file_form {
	int file;
};

enum plan_file plan_file_asked(struct request *rq)
{
	static const struct field fields[] = { FIELD_WORD(struct file_form, file, "dang", file_words) };
	struct file_form x = { 0 };
	struct form form = form_read_query(rq, fields, COUNT(fields), &x);

	return form.error_count ? PLAN_FILE_NONE : (enum plan_file)x.file;
}

void plan_add_files(
	struct request *rq, enum plan_which which, struct url plan, struct record_link *links, size_t *n)
{
	static const enum msg words[] = { [PLAN_FILE_PDF] = MSG_plan_web_pdf,
		[PLAN_FILE_ODT] = MSG_plan_web_odt,
		[PLAN_FILE_CSV] = MSG_plan_web_csv,
		[PLAN_FILE_XLSX] = MSG_plan_web_xlsx };
	int last = which == PLAN_OF_INSPECTIONS ? PLAN_FILE_ODT : PLAN_FILE_XLSX;

	for (int f = PLAN_FILE_PDF; f <= last; f++)
		links[(*n)++] = (struct record_link){ msg_text(rq->lang, words[f]),
			url_query(rq->a, plan, S("dang"), str_of(file_words[f])) };
}

/* The document while it is put together. */
struct paper {
	struct request *rq;
	const struct catalogue *c;
	struct blocks body;
	struct official d;
};

static struct str name_of(const struct paper *p, struct str code)
{
	return str_dup(p->rq->a, site_agency_name(p->rq, p->c, code));
}

static const struct agency_version *agency_of(const struct paper *p, struct str code)
{
	int number = code.n ? catalogue_agency(p->c, code) : 0;

	return number ? agency_described(&p->c->agencies, number, day_of(p->rq->now), KNOWN_NOW) : NULL;
}

/* "Thái Bình" of "Ủy ban nhân dân tỉnh Thái Bình"; what is no such name gives nothing. */
static struct str place_of(struct str committee)
{
	static const char *const begins[] = { "Ủy ban nhân dân tỉnh ", "Ủy ban nhân dân thành phố ",
		"Ủy ban nhân dân xã ", "Ủy ban nhân dân phường ", "Ủy ban nhân dân đặc khu ",
		"Ủy ban nhân dân thị trấn ", "Ủy ban nhân dân huyện " };

	for (size_t i = 0; i < COUNT(begins); i++)
		if (str_starts(committee, str_of(begins[i])))
			return str_sub(committee, strlen(begins[i]), committee.n);
	return (struct str){ 0 };
}

/* The title of the head of an agency, by the kind that the catalogue gives it. */
static struct str chief_of(const struct agency_version *v)
{
	static const struct {
		const char *kind, *title;
	} rows[] = { { "so", "Giám đốc" }, { "ubnd", "Chủ tịch" }, { "van_phong", "Chánh Văn phòng" },
		{ "thanh_tra", "Chánh Thanh tra" }, { "phong", "Trưởng phòng" }, { "trung_tam", "Giám đốc" },
		{ "ban", "Trưởng ban" } };

	for (size_t i = 0; v && i < COUNT(rows); i++)
		if (str_starts(v->kind, str_of(rows[i].kind)))
			return str_of(rows[i].title);
	return S("Thủ trưởng cơ quan");
}

/* Who issues it, above whom, from where, who signs. code is empty for the province's committee. */
static void add_issuer(struct paper *p, struct str code)
{
	struct request *rq = p->rq;
	struct str owner = site_page(rq, p->c, NAV_NONE, S("")).owner;
	const struct agency_version *v = agency_of(p, code), *above = v ? agency_of(p, v->parent) : NULL;
	struct official_signature *sign = NEW(rq->a, struct official_signature);

	p->d.issuer = v ? v->name : owner;
	if (above && above->level != LEVEL_MINISTRY)
		p->d.superior = above->name;
	else if (v && !str_eq(v->name, owner))
		p->d.superior = owner;
	p->d.place = place_of(p->d.issuer).n ? place_of(p->d.issuer) : place_of(owner);
	if (!v || str_starts(v->kind, S("ubnd"))) {
		sign->collective = S("Ủy ban nhân dân");
		sign->title = S("Chủ tịch");
	} else {
		sign->title = chief_of(v);
	}
	p->d.signatures = sign;
	p->d.signatures_n = 1;
}

/* "Kế hoạch cải cách …" stands under the words "KẾ HOẠCH": "Cải cách …". */
static struct str abstract_of(struct request *rq, struct str title)
{
	struct str word = S("Kế hoạch ");

	return site_capital(rq->a, str_starts(title, word) ? str_sub(title, word.n, title.n) : title);
}

/* Each line of a text as a paragraph. */
static void add_text(struct paper *p, struct str text)
{
	struct str rest = text, line;

	while (rest.n && str_cut(&rest, '\n', &line))
		if (str_trim(line).n)
			blocks_add(&p->body, block_paragraph(str_trim(line)));
}

static void add_bases(struct paper *p, struct str basis)
{
	struct str rest = basis, line, *list = NEW_ARRAY(p->rq->a, struct str, LIMIT_OFFICIAL_LINES);
	size_t n = 0;

	while (rest.n && n < LIMIT_OFFICIAL_LINES && str_cut(&rest, '\n', &line)) {
		struct str one = str_trim(line);

		if (one.n)
			list[n++] = str_starts(one, S("Căn cứ")) ? one
								 : str_fmt(p->rq->a, "Căn cứ %.*s", ARG(one));
	}
	p->d.bases = list;
	p->d.bases_n = n;
}

struct paper_head {
	struct str title, sign, basis, issuer;
	daynum date;
	int state, year;
};
static void begin(struct paper *p, const struct paper_head *h)
{
	static const struct str copies[] = { S_INIT("Các cơ quan, đơn vị có tên trong Kế hoạch") };
	int64_t number = 0;
	struct str symbol = { 0 };

	p->body = (struct blocks){ .a = p->rq->a };
	p->d = (struct official){ .type = OFFICIAL_KH,
		.date = h->date,
		.abstract = abstract_of(p->rq, h->title),
		.copies = copies,
		.copies_n = COUNT(copies),
		.file_copy = S("VT"),
		.made = p->rq->now,
		.is_draft = h->state == REFORM_DRAFT,
		.is_synthetic = p->rq->app->synthetic };
	if (plan_sign_parts(h->sign, &number, &symbol)) {
		p->d.number = number;
		p->d.symbol = symbol;
	}
	add_issuer(p, h->issuer);
	add_bases(p, h->basis);
}

static struct reply finish(struct paper *p, enum plan_file file, struct str name)
{
	p->d.body = p->body.list;
	p->d.body_n = p->body.n;
	return official_reply(p->rq, &p->d, file == PLAN_FILE_ODT ? OFFICIAL_ODT : OFFICIAL_PDF, name);
}

static void add_task_rows(
	struct paper *p, const struct plan_reform *plan, int area, struct block_row *rows, int *n)
{
	int head = (*n)++, nth = 0;
	struct str *title = NEW(p->rq->a, struct str);

	*title = msg_text(LANG_VI, plan_area_name(area));
	rows[head] = (struct block_row){ title, ROW_SECTION };
	for (int i = 0; i < plan->tasks_n; i++) {
		const struct plan_task *t = &plan->tasks[i];
		struct str *cells = NEW_ARRAY(p->rq->a, struct str, 5);

		if (t->gone || t->area != area)
			continue;
		cells[0] = str_fmt(p->rq->a, "%d", ++nth);
		cells[1] = t->title;
		cells[2] = t->result;
		cells[3] = name_of(p, t->owner);
		cells[4] = fmt_day_vi(p->rq->a, t->due);
		rows[(*n)++] = (struct block_row){ .cells = cells };
	}
	if (*n == head + 1) /* nothing in this area */
		*n = head;
}

static void add_task_table(struct paper *p, const struct plan_reform *plan)
{
	static const struct block_column columns[] = { { S_INIT("STT"), 2, CELL_CENTRE },
		{ S_INIT("Nhiệm vụ"), 9, CELL_LEFT }, { S_INIT("Kết quả, sản phẩm"), 6, CELL_LEFT },
		{ S_INIT("Cơ quan, đơn vị chủ trì"), 5, CELL_LEFT },
		{ S_INIT("Thời hạn hoàn thành"), 4, CELL_CENTRE } };
	struct block_table *t = NEW(p->rq->a, struct block_table);
	struct block_row *rows = NEW_ARRAY(p->rq->a, struct block_row, plan->tasks_n + PLAN_AREAS);

	*t = (struct block_table){ .columns = columns, .columns_n = COUNT(columns), .rows = rows };
	for (int area = 0; area < PLAN_AREAS; area++)
		add_task_rows(p, plan, area, rows, &t->rows_n);
	if (t->rows_n)
		blocks_add(&p->body, block_of_table(t));
}

static void add_heading(struct paper *p, struct str text)
{
	blocks_add(&p->body, block_heading(1, text));
}

struct reply plan_reform_file(
	struct request *rq, enum plan_which which, const struct plan_reform *plan, enum plan_file file)
{
	CATALOGUE held = site_catalogue(rq);
	struct paper p = { .rq = rq, .c = held.c };
	const struct paper_head head = { plan->title, plan->sign, plan->basis,
		which == PLAN_OF_AGENCY ? plan->base.agency : plan->issuer, plan->date, plan->base.state,
		plan->year };

	begin(&p, &head);
	if (plan->purpose.n) {
		add_heading(&p, S("Mục đích, yêu cầu"));
		add_text(&p, plan->purpose);
	}
	add_heading(&p, S("Nhiệm vụ"));
	add_task_table(&p, plan);
	add_heading(&p, S("Tổ chức thực hiện"));
	blocks_add(&p.body, block_paragraph(S("Cơ quan, đơn vị chủ trì tổ chức thực hiện nhiệm vụ được giao "
					      "đúng thời hạn, báo cáo tiến độ "
					      "kèm tài liệu kiểm chứng trên Hệ thống.")));
	blocks_add(&p.body, block_paragraph(S("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, cơ "
					      "quan, đơn vị kịp thời phản ánh để "
					      "được xem xét, điều chỉnh Kế hoạch.")));
	return finish(&p, file, plan->title);
}

static void add_unit_table(struct paper *p, const struct plan_inspection *plan)
{
	static const struct block_column columns[] = { { S_INIT("STT"), 1, CELL_CENTRE },
		{ S_INIT("Đơn vị được kiểm tra"), 5, CELL_LEFT },
		{ S_INIT("Thời gian dự kiến"), 3, CELL_CENTRE }, { S_INIT("Hình thức"), 3, CELL_LEFT } };
	struct block_table *t = NEW(p->rq->a, struct block_table);
	struct block_row *rows = NEW_ARRAY(p->rq->a, struct block_row, plan->units_n + 1);
	bool all = plan_reads_province(p->rq);

	*t = (struct block_table){ .columns = columns, .columns_n = COUNT(columns), .rows = rows };
	for (int i = 0; i < plan->units_n; i++) {
		const struct plan_unit *u = &plan->units[i];
		struct str *cells = NEW_ARRAY(p->rq->a, struct str, COUNT(columns));

		if (u->gone || (plan_unit_method(plan, u) == PLAN_UNANNOUNCED && !all))
			continue;
		cells[0] = str_fmt(p->rq->a, "%d", t->rows_n + 1);
		cells[1] = name_of(p, u->code);
		cells[2] = u->day != DAYNUM_NONE ? fmt_day_vi(p->rq->a, u->day)
						 : str_fmt(p->rq->a, "Tháng %d/%d", u->month, plan->year);
		cells[3] = msg_text(LANG_VI, plan_method_words[plan_unit_method(plan, u)].name);
		rows[t->rows_n++] = (struct block_row){ .cells = cells };
	}
	if (t->rows_n)
		blocks_add(&p->body, block_of_table(t));
}

static void add_team(struct paper *p, const struct plan_inspection *plan)
{
	add_heading(p, S("Thành phần đoàn kiểm tra"));
	for (int i = 0; i < plan->bodies_n; i++)
		if (!plan->bodies[i].gone)
			blocks_add(&p->body,
				block_item(str_fmt(p->rq->a, "%.*s: %.*s",
					ARG(name_of(p, plan->bodies[i].code)),
					ARG(msg_text(LANG_VI, plan_duty_words[plan->bodies[i].duty].name)))));
}

static void add_subject(struct paper *p, const struct plan_inspection *plan)
{
	if (plan->scope.n) {
		add_heading(p, S("Mục đích, phạm vi"));
		add_text(p, plan->scope);
	}
	add_heading(p, S("Nội dung kiểm tra"));
	for (int area = 0; area < PLAN_AREAS; area++)
		if (plan->content >> area & 1)
			blocks_add(&p->body, block_item(msg_text(LANG_VI, plan_area_name(area))));
	add_heading(p, S("Thời kỳ, hình thức kiểm tra"));
	if (plan->from != DAYNUM_NONE && plan->to != DAYNUM_NONE)
		blocks_add(&p->body,
			block_paragraph(str_fmt(p->rq->a, "Thời kỳ kiểm tra: từ ngày %.*s đến ngày %.*s.",
				ARG(fmt_day_vi(p->rq->a, plan->from)), ARG(fmt_day_vi(p->rq->a, plan->to)))));
	if (plan->has_method)
		blocks_add(&p->body, block_paragraph(str_fmt(p->rq->a, "Hình thức: %.*s.",
					     ARG(msg_text(LANG_VI, plan_method_words[plan->method].name)))));
}

struct reply plan_inspection_file(struct request *rq, const struct plan_inspection *plan, enum plan_file file)
{
	CATALOGUE held = site_catalogue(rq);
	struct paper p = { .rq = rq, .c = held.c };
	const struct paper_head head = { plan->title, plan->sign, plan->basis, plan->issuer, plan->date,
		plan->base.state, plan->year };

	begin(&p, &head);
	add_subject(&p, plan);
	add_heading(&p, S("Đơn vị được kiểm tra, thời gian"));
	add_unit_table(&p, plan);
	if (plan->bodies_n)
		add_team(&p, plan);
	add_heading(&p, S("Tổ chức thực hiện"));
	blocks_add(&p.body,
		block_paragraph(
			S("Đơn vị được kiểm tra chuẩn bị báo cáo tự kiểm tra theo nội dung và thời kỳ của Kế "
			  "hoạch này, "
			  "bố trí thành phần làm việc và cung cấp hồ sơ, tài liệu cho Đoàn kiểm tra.")));
	return finish(&p, file, plan->title);
}
