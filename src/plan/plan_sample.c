#include "plan/plan_sample.h"
#include "tests/t.h"

static int field_of(const struct record_kind *k, struct str name)
{
	for (int f = 0; f < k->fields_n; f++)
		if (str_eq(k->fields[f].name, name))
			return f;
	printf("# no field \"%.*s\"\n", ARG(name));
	abort();
}

struct record_event plan_step(struct arena *a, const struct record_kind *k, const char *text)
{
	bool of_agency = k == &plan_agency_kind;
	struct record_event e = { .agency = of_agency ? S("SMA") : S(""),
		.by = of_agency ? ROLE_LEADER : ROLE_HOME_AFFAIRS,
		.account = 7,
		.actor = S("Nguyễn Văn Mẫu"),
		.recorded = instant_at(day_from_civil((struct civil){ 2022, 12, 23 }), 9 * 3600) };
	struct str rest = str_of(text), part, value;

	e.happened = e.recorded;
	if (!str_cut(&rest, ' ', &part) || (e.verb = record_verb_of(k, part)) < 0)
		abort();
	while (rest.n && str_cut(&rest, '|', &part)) {
		struct str name;

		value = part;
		if (!str_cut(&value, '=', &name))
			abort();
		int f = field_of(k, name);

		if (record_value(a, &k->fields[f], f, value, &e.values[f]).refused)
			abort();
	}
	return e;
}
