#include "feedback/feedback_sample.h"
#include "calendar/sample.h"

static int field_of(struct str name)
{
	for (int f = 0; f < FEEDBACK_FIELD_N; f++)
		if (str_eq(feedback_kind.fields[f].name, name))
			return f;
	printf("# no field \"%.*s\"\n", ARG(name));
	abort();
}

static instant minute(struct str text)
{
	instant t = INSTANT_NONE;

	if (!parse_local_minute(text, &t))
		abort();
	return t;
}

static enum role first_role(unsigned roles)
{
	return (enum role)__builtin_ctz(roles);
}

static void set_values(struct arena *a, struct str rest, struct record_event *e)
{
	struct str part, name;

	while (rest.n && str_cut(&rest, '|', &part)) {
		struct str value = part;

		if (!str_cut(&value, '=', &name))
			abort();
		int f = field_of(name);

		if (record_value(a, &feedback_kind.fields[f], f, value, &e->values[f]).refused) {
			printf("# bad value \"%.*s\"\n", ARG(part));
			abort();
		}
	}
}

struct record_event feedback_step(struct arena *a, const char *text)
{
	struct record_event e = { .agency = S("SMA"), .account = 7, .actor = S("Trần Thị Mẫu") };
	struct str rest = str_of(text), part;

	e.happened = minute(S("2022-12-23 09:00"));
	if (rest.p[0] == '@') {
		e.happened = minute(str_sub(rest, 1, 17));
		rest = str_sub(rest, 18, rest.n);
	}
	e.recorded = e.happened;
	if (!str_cut(&rest, ' ', &part) || (e.verb = record_verb_of(&feedback_kind, part)) < 0)
		abort();
	e.by = first_role(feedback_kind.verbs[e.verb].roles);
	set_values(a, rest, &e);
	if (feedback_kind.verbs[e.verb].needed & RECORD_FIELD_BIT(FEEDBACK_FIELD_CALENDAR))
		feedback_start_clocks(a, sample_calendar(a, NULL, 0), 1, &e);
	return e;
}
