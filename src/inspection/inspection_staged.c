#include "inspection/inspection_staged.h"

#include <stdlib.h>

static int field_named(struct str name)
{
	for (int i = 0; i < inspection_kind.fields_n; i++)
		if (str_eq(inspection_kind.fields[i].name, name))
			return i;
	abort();
}

static void set_values(struct record_event *e, const char *values)
{
	struct str rest = str_of(values), one, name;

	while (str_cut(&rest, '|', &one))
		if (str_cut(&one, '=', &name))
			e->values[field_named(name)] = one;
}

static bool run(struct site *s, struct record_run *r, const char *values)
{
	r->type = &inspection_type;
	r->event.agency = S("SMA");
	set_values(&r->event, values);
	if (writer_run(province_writer(s->app.province), &s->a, record_run, r))
		abort();
	return !r->refusal.refused && !r->unknown;
}

bool staged_step(struct site *s, int64_t number, enum inspection_verb verb, enum role by, const char *values)
{
	struct record_run r = { .event = { .verb = (int)verb, .record = number, .by = by } };

	return run(s, &r, values);
}

static const struct stage_step {
	enum staged stage;
	enum inspection_verb verb;
	enum role by;
	const char *happened, *values;
} steps[] = {
	{ STAGED_NOTIFIED, INSPECTION_DO_MEMBER, ROLE_HOME_AFFAIRS, "2022-11-02 09:00",
		"name=Người Một|position=Trưởng phòng|body=SMB|part=leader" },
	{ STAGED_NOTIFIED, INSPECTION_DO_MEMBER, ROLE_HOME_AFFAIRS, "2022-11-02 09:01",
		"name=Người Hai|position=Chuyên viên|body=SMB|part=member" },
	{ STAGED_NOTIFIED, INSPECTION_DO_DECIDE, ROLE_HOME_AFFAIRS, "2022-11-03 09:00",
		"number=2/QĐ|date=2022-11-03" },
	{ STAGED_NOTIFIED, INSPECTION_DO_NOTIFY, ROLE_INSPECTOR, "2022-11-04 09:00",
		"number=3/TB|date=2022-11-04|from=2022-12-01 08:00|to=2022-12-01 17:00|place=Trụ sở" },
	{ STAGED_SESSION, INSPECTION_DO_BEGIN, ROLE_INSPECTOR, "2022-12-01 08:00",
		"journal_size=9|journal_root=abc|received=12|resolved=10|in_time=9|late=1|in_progress=2|"
		"overdue=1" },
	{ STAGED_SESSION, INSPECTION_DO_ATTEND, ROLE_INSPECTOR, "2022-12-01 08:05",
		"side=team|name=Người Một|position=Trưởng đoàn" },
	{ STAGED_SESSION, INSPECTION_DO_ATTEND, ROLE_INSPECTOR, "2022-12-01 08:06",
		"side=unit|name=Người Ba|position=Giám đốc" },
	{ STAGED_SESSION, INSPECTION_DO_FINDING, ROLE_INSPECTOR, "2022-12-01 09:00",
		"area=procedures|severity=serious|text=Hồ sơ mẫu quá hạn" },
	{ STAGED_SESSION, INSPECTION_DO_RECOMMEND, ROLE_INSPECTOR, "2022-12-01 10:00",
		"text=Xin lỗi bằng văn bản|owner=SMA|deadline=2022-12-10|finding=1" },
	{ STAGED_SESSION, INSPECTION_DO_RECOMMEND, ROLE_INSPECTOR, "2022-12-01 10:01",
		"text=Rà soát quy trình|owner=SMA|deadline=2022-12-24" },
	{ STAGED_SESSION, INSPECTION_DO_RECOMMEND, ROLE_INSPECTOR, "2022-12-01 10:02",
		"text=Tập huấn công chức|owner=SMA|deadline=2022-12-30" },
	{ STAGED_MINUTED, INSPECTION_DO_SIGN_TEAM, ROLE_INSPECTOR, "2022-12-01 16:00",
		"name=Người Một|position=Trưởng đoàn" },
	{ STAGED_MINUTED, INSPECTION_DO_SIGN_UNIT, ROLE_LEADER, "2022-12-01 16:30",
		"name=Người Ba|position=Giám đốc" },
};

static const char later[] =
	"number=4/TB|date=2022-11-04|from=2022-12-28 08:00|to=2022-12-28 17:00|place=Trụ sở";

static instant minute_of(const char *text)
{
	instant t = INSTANT_NONE;

	if (!parse_local_minute(str_of(text), &t))
		abort();
	return t;
}

int64_t staged_inspection(struct site *s, enum staged stage)
{
	struct record_run first = { .event = { .verb = INSPECTION_DO_OPEN,
					    .by = ROLE_HOME_AFFAIRS,
					    .happened = minute_of("2022-11-01 09:00") } };

	if (!run(s, &first,
		    "unit=SMA|title=Kiểm tra Sở Mẫu "
		    "A|method=direct|period_from=2022-01-01|period_to=2022-11-30"))
		abort();
	for (size_t i = 0; i < COUNT(steps) && steps[i].stage <= stage; i++) {
		struct record_run r = { .event = { .verb = (int)steps[i].verb,
						.record = first.number,
						.by = steps[i].by,
						.happened = minute_of(steps[i].happened) } };

		/* One unit has one session at a time: what is only planned sits on another day. */
		bool is_later = stage == STAGED_NOTIFIED && steps[i].verb == INSPECTION_DO_NOTIFY;
		if (!run(s, &r, is_later ? later : steps[i].values))
			abort();
	}
	return first.number;
}
