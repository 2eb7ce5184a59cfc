#include "legal/legal_sample.h"
#include "tests/t.h"

static int field_of(struct str name)
{
	for (int f = 0; f < LEGAL_FIELDS; f++)
		if (str_eq(legal_kind.fields[f].name, name))
			return f;
	printf("# no field \"%.*s\"\n", ARG(name));
	abort();
}

struct record_event legal_step(struct arena *a, const char *text)
{
	struct record_event e = { .by = ROLE_EDITOR,
		.account = 7,
		.actor = S("Nguyễn Văn Mẫu"),
		.recorded = instant_at(day_from_civil((struct civil){ 2022, 12, 23 }), 9 * 3600) };
	struct str rest = str_of(text), part;

	e.happened = e.recorded;
	if (!str_cut(&rest, ' ', &part) || (e.verb = record_verb_of(&legal_kind, part)) < 0)
		abort();
	while (rest.n && str_cut(&rest, '|', &part)) {
		struct str value = part, name;

		if (!str_cut(&value, '=', &name))
			abort();
		int f = field_of(name);

		if (record_value(a, &legal_kind.fields[f], f, value, &e.values[f]).refused)
			abort();
	}
	e.agency = e.values[LEGAL_AGENCY];
	return e;
}
