#include "demo/demo_inspection_store.h"
#include "inspection/inspection_store.h"
#include "plan/plan_store.h"

enum { MOST_SAID = 26, FIELD_END = -1 };
#define F(name) INSPECTION_FIELD_##name
#define FIGURE(name) (INSPECTION_FIRST_FIGURE + (int)INSPECTION_##name)
#define ASSUMED " (giả định)"

/* A value of a step; the text of an agency's field is its short name. */
struct said {
	int field;
	const char *text;
};
struct told {
	int verb;
	const char *at; /* when it happened */
	struct said says[MOST_SAID];
};
#define END \
	{ \
		FIELD_END, NULL \
	}

/* The four shortcomings, in the words of the article; what it leaves open is said to be assumed. */
#define OPEN_DEGREE \
	"Bài báo nêu chung cho các Sở được kiểm tra, không nêu mức độ: mức độ ghi ở đây là giả định."
#define SHORTCOMINGS(day) \
	{ INSPECTION_DO_FINDING, day " 10:00", \
		{ { F(AREA), "digital_government" }, { F(SEVERITY), "moderate" }, \
			{ F(TEXT), "Một số phần mềm của Bộ chủ quản và của tỉnh còn chưa tương thích." }, \
			{ F(EVIDENCE), OPEN_DEGREE }, END } }, \
		{ INSPECTION_DO_FINDING, day " 10:05", \
			{ { F(AREA), "digital_government" }, { F(SEVERITY), "moderate" }, \
				{ F(TEXT), "Cơ sở dữ liệu của một số cơ quan chuyên môn chưa đầy đủ dẫn " \
					   "đến khó khăn trong " \
					   "việc tiếp nhận và giải quyết hồ sơ TTHC." }, \
				{ F(EVIDENCE), OPEN_DEGREE }, END } }, \
		{ INSPECTION_DO_FINDING, day " 10:10", \
			{ { F(AREA), "digital_government" }, { F(SEVERITY), "moderate" }, \
				{ F(TEXT), "Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ thấp hơn yêu " \
					   "cầu đề ra (theo quy " \
					   "định phải đạt tối thiểu 80%)." }, \
				{ F(EVIDENCE), OPEN_DEGREE }, END } }, \
	{ \
		INSPECTION_DO_FINDING, day " 10:15", \
		{ \
			{ F(AREA), "steering" }, { F(SEVERITY), "moderate" }, \
				{ F(TEXT), "Chế độ thông tin báo cáo cải cách hành chính định kỳ đã được " \
					   "thực hiện nhưng còn " \
					   "chậm tiến độ." }, \
				{ F(EVIDENCE), OPEN_DEGREE }, END \
		} \
	}

#define TEAM \
	{ INSPECTION_DO_MEMBER, "2022-10-10 08:00", \
		{ { F(NAME), "Trần Thế Dũng" }, { F(POSITION), "Phó Giám đốc Sở Nội vụ" }, \
			{ F(BODY), "SNV" }, { F(PART), "leader" }, END } }, \
		{ INSPECTION_DO_MEMBER, "2022-10-10 08:01", \
			{ { F(NAME), "Đại diện Văn phòng Ủy ban nhân dân tỉnh" }, \
				{ F(POSITION), "bài báo không nêu tên" }, { F(BODY), "VPUBND" }, \
				{ F(PART), "member" }, END } }, \
		{ INSPECTION_DO_MEMBER, "2022-10-10 08:02", \
			{ { F(NAME), "Đại diện Sở Thông tin và Truyền thông" }, \
				{ F(POSITION), "bài báo không nêu tên" }, { F(BODY), "STTTT" }, \
				{ F(PART), "member" }, END } }, \
		{ INSPECTION_DO_MEMBER, "2022-10-10 08:03", \
			{ { F(NAME), "Đại diện Sở Tư pháp" }, { F(POSITION), "bài báo không nêu tên" }, \
				{ F(BODY), "STP" }, { F(PART), "member" }, END } }, \
		{ INSPECTION_DO_MEMBER, "2022-10-10 08:04", \
			{ { F(NAME), "Đại diện Phòng Cải cách hành chính" }, \
				{ F(POSITION), "bài báo không nêu tên" }, { F(BODY), "SNV" }, \
				{ F(PART), "member" }, END } }, \
	{ \
		INSPECTION_DO_DECIDE, "2022-10-10 09:00", \
		{ \
			{ F(NUMBER), "…/QĐ-SNV" ASSUMED }, { F(DATE), "2022-10-10" }, END \
		} \
	}

#define ACCEPTED(deadline) \
	{ INSPECTION_DO_RECOMMEND, "2022-10-25 11:00", \
		{ { F(TEXT), "Tập trung chỉ đạo khắc phục những tồn tại, hạn chế mà Đoàn kiểm tra đưa ra; " \
			     "Trưởng đoàn định " \
			     "hướng các giải pháp để khắc phục. (Bài báo không nêu thời hạn: thời hạn ở " \
			     "đây là giả định.)" }, \
			{ F(OWNER), "" }, { F(DEADLINE), deadline }, END } }, \
	{ \
		INSPECTION_DO_ACCEPT, "2022-10-25 11:10", \
		{ \
			{ F(RECOMMENDATION), "1" }, \
				{ F(TEXT), "Lãnh đạo Sở tiếp thu ý kiến của Đoàn kiểm tra, sẽ tiếp tục có " \
					   "những chỉ đạo quyết liệt " \
					   "hơn nữa để đẩy mạnh thực hiện cải cách hành chính trên tất cả " \
					   "các lĩnh vực." }, \
				END \
		} \
	}

#define NOTICE(from, to, place) \
	{ \
		INSPECTION_DO_NOTIFY, "2022-10-14 08:00", \
		{ \
			{ F(NUMBER), "…/TB-SNV" ASSUMED }, { F(DATE), "2022-10-14" }, { F(FROM), from }, \
				{ F(TO), to }, { F(PLACE), place }, \
				{ F(TEXT), "Giờ làm việc và địa điểm là giả định." }, END \
		} \
	}
#define AS_THE_ARTICLE "Số liệu như bài báo ngày 25/10/2022 nêu; những mục bài báo không nêu được để trống."

static const struct told construction[] = { TEAM,
	NOTICE("2022-10-25 07:30", "2022-10-25 11:30", "Trụ sở Sở Xây dựng" ASSUMED),
	{ INSPECTION_DO_DECLARE, "2022-10-24 08:00",
		{ { FIGURE(RECEIVED), "1713" }, { FIGURE(IN_TIME), "1668" }, { FIGURE(LATE), "0" },
			{ FIGURE(IN_PROGRESS), "45" }, { FIGURE(WITHIN_DEADLINE), "45" },
			{ FIGURE(PROCEDURES), "56" }, { FIGURE(INTER_AGENCY), "37" },
			{ FIGURE(SAME_LEVEL), "14" }, { FIGURE(CROSS_LEVEL), "23" },
			{ F(TEXT), AS_THE_ARTICLE }, END } },
	{ INSPECTION_DO_BEGIN, "2022-10-25 23:59", { END } },
	{ INSPECTION_DO_ATTEND, "2022-10-25 07:30",
		{ { F(SIDE), "team" }, { F(NAME), "Trần Thế Dũng" },
			{ F(POSITION), "Phó Giám đốc Sở Nội vụ, Trưởng đoàn" }, END } },
	{ INSPECTION_DO_ATTEND, "2022-10-25 07:31",
		{ { F(SIDE), "unit" }, { F(NAME), "Đào Duy Thái" }, { F(POSITION), "Phó Giám đốc Sở" },
			END } },
	SHORTCOMINGS("2022-10-25"), ACCEPTED("2023-06-30") };

static const struct told transport[] = { TEAM,
	NOTICE("2022-10-25 13:30", "2022-10-25 17:00", "Trụ sở Sở Giao thông – Vận tải" ASSUMED),
	{ INSPECTION_DO_DECLARE, "2022-10-24 08:00",
		{ { FIGURE(RECEIVED), "15726" }, { FIGURE(RECEIVED_NEW), "15383" },
			{ FIGURE(CARRIED_OVER), "343" }, { FIGURE(IN_TIME), "15706" }, { FIGURE(LATE), "0" },
			{ FIGURE(IN_PROGRESS), "20" }, { FIGURE(WITHIN_DEADLINE), "20" },
			{ FIGURE(PROCEDURES), "123" }, { FIGURE(ONLINE_3), "26" }, { FIGURE(ONLINE_4), "62" },
			{ FIGURE(CHANGES_NEW), "6" }, { FIGURE(CHANGES_AMENDED), "13" },
			{ FIGURE(CHANGES_SHORTENED), "3" }, { FIGURE(FEEDBACK), "0" },
			{ F(TEXT), AS_THE_ARTICLE }, END } },
	{ INSPECTION_DO_BEGIN, "2022-10-25 23:59", { END } },
	{ INSPECTION_DO_ATTEND, "2022-10-25 13:30",
		{ { F(SIDE), "team" }, { F(NAME), "Trần Thế Dũng" },
			{ F(POSITION), "Phó Giám đốc Sở Nội vụ, Trưởng đoàn" }, END } },
	{ INSPECTION_DO_ATTEND, "2022-10-25 13:31",
		{ { F(SIDE), "unit" }, { F(NAME), "Chu Tiến Dũng" }, { F(POSITION), "Phó Giám đốc Sở" },
			END } },
	SHORTCOMINGS("2022-10-25"), ACCEPTED("2023-06-30") };

#define SAID_UP "Nội dung giả định để minh họa."
static const struct told invented[] = {
	{ INSPECTION_DO_MEMBER, "2022-11-07 08:00",
		{ { F(NAME), "Vũ Mẫu Khánh" ASSUMED }, { F(POSITION), "Phó Trưởng phòng" },
			{ F(BODY), "SNV" }, { F(PART), "leader" }, END } },
	{ INSPECTION_DO_MEMBER, "2022-11-07 08:01",
		{ { F(NAME), "Lê Mẫu An" ASSUMED }, { F(POSITION), "Chuyên viên" }, { F(BODY), "STP" },
			{ F(PART), "secretary" }, END } },
	{ INSPECTION_DO_DECIDE, "2022-11-07 09:00",
		{ { F(NUMBER), "01/QĐ-MAU" ASSUMED }, { F(DATE), "2022-11-07" }, END } },
	{ INSPECTION_DO_NOTIFY, "2022-11-08 08:00",
		{ { F(NUMBER), "02/TB-MAU" ASSUMED }, { F(DATE), "2022-11-08" },
			{ F(FROM), "2022-11-15 08:00" }, { F(TO), "2022-11-15 17:00" },
			{ F(PLACE), "Trụ sở Sở Mẫu A" ASSUMED }, END } },
	{ INSPECTION_DO_DECLARE, "2022-11-11 08:00",
		{ { FIGURE(RECEIVED), "470" }, { FIGURE(RESOLVED), "450" }, { FIGURE(LATE), "0" },
			{ FIGURE(IN_TIME), "450" }, { FIGURE(IN_PROGRESS), "20" },
			{ FIGURE(PROCEDURES), "8" }, { F(TEXT), SAID_UP }, END } },
	{ INSPECTION_DO_BEGIN, "2022-11-15 08:00", { END } },
	{ INSPECTION_DO_DRAW, "2022-11-15 08:20", { { F(SEED), "01/QĐ-MAU" }, { F(SIZE), "10" }, END } },
	{ INSPECTION_DO_ATTEND, "2022-11-15 08:05",
		{ { F(SIDE), "team" }, { F(NAME), "Vũ Mẫu Khánh" ASSUMED }, { F(POSITION), "Trưởng đoàn" },
			END } },
	{ INSPECTION_DO_ATTEND, "2022-11-15 08:06",
		{ { F(SIDE), "unit" }, { F(NAME), "Trần Mẫu Bình" ASSUMED }, { F(POSITION), "Phó Giám đốc" },
			END } },
	{ INSPECTION_DO_FINDING, "2022-11-15 14:00",
		{ { F(AREA), "procedures" }, { F(SEVERITY), "serious" },
			{ F(TEXT), "Có hồ sơ giải quyết quá hạn nhưng báo cáo tự kiểm tra khai không "
				   "có. " SAID_UP },
			{ F(EVIDENCE), "Số liệu của hệ thống tại buổi làm việc" }, END } },
	{ INSPECTION_DO_EXPLAIN, "2022-11-15 14:30",
		{ { F(FINDING), "1" }, { F(TEXT), "Khi lập báo cáo chưa đối chiếu với hệ thống. " SAID_UP },
			END } },
	{ INSPECTION_DO_FINDING, "2022-11-15 15:00",
		{ { F(AREA), "civil_service" }, { F(SEVERITY), "minor" },
			{ F(TEXT), "Chưa cập nhật phân công khi công chức nghỉ phép. " SAID_UP }, END } },
	{ INSPECTION_DO_RECOMMEND, "2022-11-15 16:00",
		{ { F(FINDING), "1" },
			{ F(TEXT), "Đối chiếu số liệu với hệ thống trước mỗi kỳ báo cáo. " SAID_UP },
			{ F(OWNER), "" }, { F(DEADLINE), "2022-12-15" }, END } },
	{ INSPECTION_DO_RECOMMEND, "2022-11-15 16:05",
		{ { F(FINDING), "2" },
			{ F(TEXT), "Thực hiện ủy quyền trên hệ thống khi nghỉ phép. " SAID_UP },
			{ F(OWNER), "" }, { F(DEADLINE), "2022-12-30" }, END } },
	{ INSPECTION_DO_PROPOSE, "2022-11-15 16:30",
		{ { F(TEXT), "Đề nghị tập huấn sử dụng báo cáo của hệ thống. " SAID_UP },
			{ F(ADDRESSEE), "Sở Nội vụ" }, END } },
	{ INSPECTION_DO_SIGN_TEAM, "2022-11-16 09:00",
		{ { F(NAME), "Vũ Mẫu Khánh" ASSUMED }, { F(POSITION), "Trưởng đoàn" }, END } },
	{ INSPECTION_DO_SIGN_UNIT, "2022-11-16 10:00",
		{ { F(NAME), "Trần Mẫu Bình" ASSUMED }, { F(POSITION), "Phó Giám đốc" }, END } },
	{ INSPECTION_DO_CONCLUDE, "2022-11-22 09:00",
		{ { F(NUMBER), "03/KL-MAU" ASSUMED }, { F(DATE), "2022-11-22" },
			{ F(TEXT),
				"Đơn vị thực hiện các kiến nghị đúng thời hạn và báo cáo kết quả. " SAID_UP },
			END } },
	{ INSPECTION_DO_ACCEPT, "2022-11-23 09:00",
		{ { F(RECOMMENDATION), "1" }, { F(TEXT), "Tiếp thu, giao Văn phòng Sở thực hiện. " SAID_UP },
			END } },
	{ INSPECTION_DO_ACCEPT, "2022-11-23 09:05",
		{ { F(RECOMMENDATION), "2" }, { F(TEXT), "Tiếp thu. " SAID_UP }, END } },
	{ INSPECTION_DO_REMEDY, "2022-12-12 09:00",
		{ { F(RECOMMENDATION), "1" }, { F(TEXT), "Đã ban hành quy trình đối chiếu. " SAID_UP },
			{ F(EVIDENCE), "Văn bản giả định số 12" }, END } },
	{ INSPECTION_DO_VERIFY, "2022-12-20 09:00",
		{ { F(RECOMMENDATION), "1" }, { F(TEXT), "Số liệu tháng 12 khớp với hệ thống. " SAID_UP },
			END } },
	{ INSPECTION_DO_REMIND, "2023-01-04 09:00",
		{ { F(RECOMMENDATION), "2" }, { F(TEXT), "Đã quá thời hạn, đề nghị báo cáo. " SAID_UP },
			END } },
};

static const struct inspected {
	const char *unit, *title, *opened, *to;
	bool of_plan;
	const struct told *told;
	size_t told_n;
} inspections[] = {
	{ "SXD", "Kiểm tra công tác cải cách hành chính năm 2022 tại Sở Xây dựng", "2022-10-03 08:00",
		"2022-10-25", true, construction, COUNT(construction) },
	{ "SGTVT", "Kiểm tra công tác cải cách hành chính năm 2022 tại Sở Giao thông – Vận tải",
		"2022-10-03 08:30", "2022-10-25", true, transport, COUNT(transport) },
	{ "SMA", "Kiểm tra công tác cải cách hành chính tại Sở Mẫu A" ASSUMED, "2022-11-01 08:00",
		"2022-11-11", false, invented, COUNT(invented) },
};

/* What is being made. */
struct making {
	struct province *p;
	struct arena *a;
	const struct catalogue *c;
	int64_t plan;
};

static struct str code_of(const struct making *m, struct str shortname)
{
	int number = 0, found = catalogue_match_agency(m->c, m->a, shortname, &number, 1);

	if (found != 1)
		impossible(); /* the agencies are ours */
	return m->c->agencies.agencies[number].code;
}

static instant moment(const char *text)
{
	instant t;

	if (!parse_local_minute(str_of(text), &t))
		impossible(); /* ours */
	return t;
}

must_check static const struct fault *run(struct making *m, struct record_run *r, const char *what)
{
	TRY(writer_run(province_writer(m->p), m->a, record_run, r));
	if (r->refusal.refused || r->unknown)
		return FAULT(m->a, FAULT_CORRUPT, "a step of the demonstration is refused (%s): %.*s", what,
			ARG(msg_text(LANG_EN, r->refusal.why)));
	return NULL;
}

/* The plan "1296/KH-SNV ngày 27/6/2022" with its two units. */
must_check static const struct fault *make_plan(struct making *m)
{
	struct record_run begin = { .type = &plan_inspection_type,
		.event = { .verb = INSPECTION_PLAN_BEGIN,
			.by = ROLE_SYSTEM,
			.happened = moment("2022-06-27 08:00") } };
	struct str *v = begin.event.values;
	static const char *const units[] = { "SXD", "SGTVT" };

	v[INSPECTION_PLAN_TITLE] = S("Kiểm tra công tác cải cách hành chính năm 2022");
	v[INSPECTION_PLAN_YEAR] = S("2022");
	v[INSPECTION_PLAN_SIGN] = S("1296/KH-SNV");
	v[INSPECTION_PLAN_DATE] = S("2022-06-27");
	v[INSPECTION_PLAN_ISSUER] = code_of(m, S("SNV"));
	v[INSPECTION_PLAN_FROM] = S("2022-01-01");
	v[INSPECTION_PLAN_TO] = S("2022-10-25");
	v[INSPECTION_PLAN_METHOD] = S("direct");
	v[INSPECTION_PLAN_SCOPE] =
		S("Bài báo nêu số, ngày và tên kế hoạch; phạm vi, thời kỳ và lịch ở đây là giả định.");
	for (int i = 1; i < PLAN_AREAS; i++)
		v[INSPECTION_PLAN_CONTENT + i] = S("1");
	TRY(run(m, &begin, "plan"));
	m->plan = begin.number;
	for (size_t i = 0; i < COUNT(units); i++) {
		struct record_run add = { .type = &plan_inspection_type,
			.event = { .verb = INSPECTION_PLAN_ADD_UNIT,
				.record = m->plan,
				.by = ROLE_SYSTEM,
				.happened = moment("2022-06-27 08:10") } };
		add.event.values[INSPECTION_PLAN_UNIT] = code_of(m, str_of(units[i]));
		add.event.values[INSPECTION_PLAN_DAY] = S("2022-10-25");
		TRY(run(m, &add, "unit of the plan"));
	}
	struct record_run issue = { .type = &plan_inspection_type,
		.event = { .verb = INSPECTION_PLAN_ISSUE,
			.record = m->plan,
			.by = ROLE_SYSTEM,
			.happened = moment("2022-06-27 09:00") } };
	return run(m, &issue, "issue of the plan");
}

/* What the program itself adds: frozen figures, the sample. */
must_check static const struct fault *complete(struct making *m, struct record_event *e)
{
	struct record_story story;
	struct db *db;
	void *state = NULL;

	TRY(province_take_reader(m->p, m->a, &db));
	const struct fault *f = record_load(db, &inspection_type, e->record, &state, &story);

	if (!f && e->verb == INSPECTION_DO_BEGIN)
		f = inspection_freeze(db, m->c, state, e->happened, e);
	if (!f && e->verb == INSPECTION_DO_DRAW) {
		struct inspection_pool pool;
		struct buf codes = { .a = m->a };

		f = inspection_candidates(db, m->c, state, e->happened, &pool);
		if (!f)
			(void)inspection_draw(
				pool.list, pool.n, e->values[F(SEED)], (size_t)record_count(e, F(SIZE)));
		for (size_t i = 0; !f && i < pool.n; i++)
			if (pool.list[i].taken)
				buf_fmt(&codes, "%s%.*s", codes.n ? " " : "", ARG(pool.list[i].code));
		e->values[F(CODES)] = buf_str(&codes);
		e->values[F(JOURNAL_SIZE)] = str_fmt(m->a, "%lld", (long long)pool.journal_size);
	}
	province_give_reader(m->p, db);
	return f;
}

must_check static const struct fault *tell(
	struct making *m, const struct inspected *one, int64_t number, const struct told *t)
{
	struct record_run r = { .type = &inspection_type,
		.event = {
			.verb = t->verb, .record = number, .by = ROLE_SYSTEM, .happened = moment(t->at) } };

	for (const struct said *s = t->says; s->field != FIELD_END; s++) {
		bool agency = inspection_kind.fields[s->field].kind == RECORD_AGENCY;
		struct str text = str_of(*s->text ? s->text : one->unit);

		r.event.values[s->field] = agency ? code_of(m, text) : text;
	}
	if (t->verb == INSPECTION_DO_BEGIN || t->verb == INSPECTION_DO_DRAW)
		TRY(complete(m, &r.event));
	return run(m, &r, one->unit);
}

must_check static const struct fault *make_inspection(struct making *m, const struct inspected *one)
{
	struct record_run open = { .type = &inspection_type,
		.event = { .verb = INSPECTION_DO_OPEN, .by = ROLE_SYSTEM, .happened = moment(one->opened) } };
	struct str *v = open.event.values;

	open.event.agency = v[F(UNIT)] = code_of(m, str_of(one->unit));
	v[F(TITLE)] = str_of(one->title);
	v[F(METHOD)] = S("direct");
	v[F(PERIOD_FROM)] = S("2022-01-01");
	v[F(PERIOD_TO)] = str_of(one->to);
	if (one->of_plan) {
		v[F(PLAN)] = str_fmt(m->a, "%lld", (long long)m->plan);
		v[F(PLAN_NUMBER)] = S("1296/KH-SNV");
		v[F(PLAN_DATE)] = S("2022-06-27");
	}
	TRY(run(m, &open, one->unit));
	for (size_t i = 0; i < one->told_n; i++)
		TRY(tell(m, one, open.number, &one->told[i]));
	return NULL;
}

const struct fault *demo_inspection(struct province *p, struct arena *a)
{
	ARENA work = { 0 };
	struct making m = { .p = p, .a = &work, .c = province_take_catalogue(p) };
	const struct fault *f = make_plan(&m);

	for (size_t i = 0; !f && i < COUNT(inspections); i++)
		f = make_inspection(&m, &inspections[i]);
	province_give_catalogue(p, m.c);
	return f ? fault_at(a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}
