#define _DEFAULT_SOURCE
#include "site/site_testing.h"

#include "agency/agency_store.h"
#include "province/follow.h"
#include "procedure/procedure_store.h"

#include <unistd.h>

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

static instant minute(const char *text)
{
	instant t = INSTANT_NONE;

	if (!parse_local_minute(str_of(text), &t))
		abort();
	return t;
}

static const struct fault *add_agencies(struct write *w)
{
	static const struct agency_version rows[] = {
		{ .code = S_INIT("H54"),
			.name = S_INIT("Tỉnh Mẫu"),
			.short_name = S_INIT("TM"),
			.kind = S_INIT("ubnd"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("SMA"),
			.name = S_INIT("Sở Mẫu A"),
			.short_name = S_INIT("SoA"),
			.parent = S_INIT("H54"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("SMB"),
			.name = S_INIT("Sở Mẫu B"),
			.short_name = S_INIT("SoB"),
			.parent = S_INIT("H54"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("P.1"),
			.name = S_INIT("Phòng Mẫu"),
			.short_name = S_INIT("PM"),
			.parent = S_INIT("SMA"),
			.kind = S_INIT("phong"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("P.2"),
			.name = S_INIT("Phòng Mẫu"),
			.short_name = S_INIT("PM"),
			.parent = S_INIT("SMB"),
			.kind = S_INIT("phong"),
			.level = LEVEL_PROVINCE },
	};
	int64_t position;

	for (size_t i = 0; i < COUNT(rows); i++)
		TRY(agency_add(w, &rows[i], S(""), &position));
	return NULL;
}

static const struct fault *add_procedures(struct write *w)
{
	struct procedure_version rows[] = {
		{ .code = S("A.1"),
			.name = S("Đổi Giấy phép lái xe <mẫu>"),
			.agency = S("SMA"),
			.field = S("Đường bộ"),
			.online = ONLINE_4,
			.allow = { UNIT_WORKING_DAYS, 3, false },
			.components = S("Đơn đề nghị; Giấy khám sức khỏe"),
			.result = S("Giấy phép lái xe"),
			.legal_basis = S("Luật Mẫu; Thông tư Mẫu"),
			.note = S("name:sure;code:recalled;days:checked (trang mẫu);flags:assigned") },
		{ .code = S("A.2"),
			.name = S("Cấp giấy phép xây dựng"),
			.agency = S("SMA"),
			.field = S("Xây dựng"),
			.online = ONLINE_2,
			.allow = { UNIT_HOURS, 4, false },
			.fee_known = true,
			.fee_vnd = 135000 },
		{ .code = S("B.1"),
			.name = S("Xác nhận hồ sơ"),
			.agency = S("SMB"),
			.field = S("Đường bộ"),
			.online = ONLINE_3,
			.allow = { UNIT_CALENDAR_DAYS, 0, true },
			.fee_known = true },
		{ .code = S("B.2"),
			.name = S("Thủ tục dài ngày"),
			.agency = S("SMB"),
			.field = S("Đường bộ"),
			.online = ONLINE_3,
			.allow = { UNIT_CALENDAR_DAYS, 400, false },
			.cutoff_plus_1 = 15 * 60 + 1 },
		{ .code = S("B.3"),
			.name = S("Thủ tục đã bãi bỏ"),
			.agency = S("SMB"),
			.field = S("Đường bộ"),
			.allow = { UNIT_IMMEDIATE, 0, false } },
	};
	int64_t position;

	for (size_t i = 0; i < COUNT(rows); i++)
		TRY(procedure_add(w, &rows[i], S(""), &position));
	rows[4].change = CHANGE_ABOLISHED;
	rows[4].valid.from = rows[4].decision_date = day("2022-11-01");
	rows[4].decision = S("QĐ Mẫu");
	return procedure_add(w, &rows[4], S(""), &position);
}

static const struct fault *fill(struct write *w, void *arg)
{
	const struct special_day days[] = { { day("2022-09-02"), DAY_HOLIDAY, S("Quốc khánh") },
		{ day("2023-01-02"), DAY_COMPENSATION, S("Nghỉ bù Tết Dương lịch") } };
	struct holidays file;
	size_t at;
	int64_t number;
	bool fits;

	(void)arg;
	TRY(add_agencies(w));
	TRY(add_procedures(w));
	if (holidays_of_file(w->db->a, days, COUNT(days), &at, &file))
		return FAULT(w->db->a, FAULT_CORRUPT, "holidays of the test");
	return holidays_add(w, &file, &number, &fits);
}

const struct fault *site_open(struct site *s, const struct route *routes, size_t n)
{
	char *dir = NEW_ARRAY(&s->a, char, 64);
	struct province_problem problem;

	s->now = minute("2022-12-23 09:00");
	memcpy(dir, "/tmp/motcua-site-XXXXXX", 24);
	if (!mkdtemp(dir))
		return FAULT(&s->a, FAULT_IO, "mkdtemp");
	s->dir = dir;
	struct province_options o = {
		.clock = clock_from(s->now), .salt_seed = 1, .purpose = "test", .readers = 2
	};

	TRY(province_create(&s->a, str_of(dir), &problem));
	TRY(province_open(&s->a, str_of(dir), &o, &s->app.province, &problem));
	if (problem.refusal)
		return FAULT(&s->a, FAULT_CONFLICT, "refused: %d", (int)problem.refusal);
	TRY(writer_run(province_writer(s->app.province), &s->a, fill, NULL));
	TRY(province_reload_catalogue(s->app.province, &s->a));
	s->gate = (struct gate){ routes, n, site_error_page, false };
	return NULL;
}

void site_close(struct site *s)
{
	static const char *const files[] = { "province.db", "province.db-wal", "province.db-shm", "lock" };

	if (s->app.province)
		province_close(s->app.province);
	for (size_t i = 0; s->dir && i < COUNT(files); i++)
		(void)unlink(str_fmt(&s->a, "%s/%s", s->dir, files[i]).p);
	if (s->dir)
		(void)rmdir(s->dir);
	arena_free(&s->a);
}

struct adding {
	struct site *site;
	const char *code, *accepted, *ended;
	struct dossier_result result;
};

static const struct fault *add_dossier(struct write *w, void *arg)
{
	struct adding *x = arg;
	struct catalogue const *c = province_take_catalogue(x->site->app.province);
	const struct procedure_version *v =
		procedure_on(&c->procedures, catalogue_procedure(c, S("A.1")), day("2022-10-01"), KNOWN_NOW);
	struct dossier_rules rules = { .now = w->now,
		.history = true,
		.procedure_version = v->valid.position,
		.allow = v->allow,
		.rule = default_rule(v->allow.unit),
		.calendar = catalogue_calendar(c, catalogue_agency(c, S("SMA"))),
		.calendar_version = 1 };
	static const struct dossier_part parts[] = { { S_INIT("applicant"),
		S_INIT("{\"name\":\"Nguyễn Văn Mẫu\",\"phone\":\"0900000000\"}") } };
	struct dossier_step steps[3] = {
		{ { .verb = VERB_SUBMIT,
			  .happened = minute(x->accepted),
			  .by = ROLE_SYSTEM,
			  .code = str_of(x->code),
			  .agency = S("SMA"),
			  .procedure = S("A.1"),
			  .channel = CHANNEL_ONLINE },
			parts, 1 },
		{ { .verb = VERB_ACCEPT, .happened = minute(x->accepted), .by = ROLE_SYSTEM }, NULL, 0 },
		{ { .verb = VERB_APPROVE, .by = ROLE_SYSTEM }, NULL, 0 },
	};
	struct dossier_new new = { .steps = steps, .steps_n = *x->ended ? 3 : 2, .rules = &rules };

	if (*x->ended)
		steps[2].command.happened = minute(x->ended);
	const struct fault *f = dossier_create(w, &new, &x->result);

	province_give_catalogue(x->site->app.province, c);
	return f;
}

const struct fault *site_add_dossier(
	struct site *s, const char *code, const char *accepted, const char *ended)
{
	struct adding x = { s, code, accepted, ended, { 0 } };

	TRY(writer_run(province_writer(s->app.province), &s->a, add_dossier, &x));
	if (x.result.refusal)
		return FAULT(&s->a, FAULT_CONFLICT, "dossier %s, step %d refused: %d", code, x.result.refused,
			(int)x.result.refusal);
	return NULL;
}

const struct fault *site_follow(struct site *s)
{
	int64_t position;

	return province_follow(s->app.province, &s->a, &position);
}

struct reply site_get(struct site *s, const char *target)
{
	struct request *rq = NEW(&s->a, struct request);

	*rq = (struct request){ .a = &s->a, .app = &s->app, .method = METHOD_GET, .now = s->now };
	if (!request_set_target(rq, str_of(target)))
		return (struct reply){ .status = 400 };
	return http_handle(&s->gate, rq);
}

bool site_has(const struct reply *r, const char *text)
{
	return str_find(r->body, str_of(text)) < r->body.n;
}
