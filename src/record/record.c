#include "record/record.h"

int record_verb_of(const struct record_kind *k, struct str name)
{
	for (int v = 0; v < k->verbs_n; v++)
		if (str_eq(k->verbs[v].name, name))
			return v;
	return -1;
}

int record_state_of(const struct record_kind *k, struct str text)
{
	for (int s = 1; s < k->states_n; s++)
		if (str_eq(k->states[s].text, text))
			return s;
	return 0;
}

bool record_verb_is_open(const struct record_kind *k, int state, int verb, unsigned roles)
{
	const struct record_verb *v = &k->verbs[verb];

	return (v->from >> state & 1) && ((v->roles | ROLE_BIT(SYSTEM)) & roles);
}

/* The first needed field that is empty, or given although the step does not carry it. */
static struct record_refusal fields_fit(
	const struct record_kind *k, const struct record_verb *v, const struct record_event *e)
{
	for (int f = 0; f < k->fields_n; f++) {
		bool needed = v->needed & RECORD_FIELD_BIT(f),
		     known = needed || (v->other & RECORD_FIELD_BIT(f));

		if (needed && !e->values[f].n)
			return RECORD_REFUSED_AT(MSG_record_missing, f);
		if (!known && e->values[f].n)
			return RECORD_REFUSED_AT(MSG_record_surplus, f);
	}
	return RECORD_FINE;
}

struct record_refusal record_allows(
	const struct record_kind *k, const struct record_base *state, const struct record_event *e)
{
	const struct record_verb *v = &k->verbs[e->verb];

	if (!((v->roles | ROLE_BIT(SYSTEM)) & 1u << e->by))
		return RECORD_REFUSED(MSG_record_not_your_role);
	if (!(v->from >> state->state & 1))
		return RECORD_REFUSED(MSG_record_not_now);
	if (state->version >= LIMIT_RECORD_EVENTS)
		return RECORD_REFUSED(MSG_record_full);
	if (e->happened > e->recorded)
		return RECORD_REFUSED(MSG_record_in_future);
	return fields_fit(k, v, e);
}

void record_step(const struct record_kind *k, struct record_base *state, const struct record_event *e)
{
	uint32_t to = k->verbs[e->verb].to;

	assert((to & (to - 1)) == 0);
	if (state->version++ == 0) {
		state->number = e->record;
		state->agency = e->agency;
		state->began_at = e->happened;
	}
	if (to)
		state->state = __builtin_ctz(to);
	state->last_at = e->happened > state->last_at ? e->happened : state->last_at;
}

daynum record_day(const struct record_event *e, int field)
{
	daynum d = DAYNUM_NONE;

	return parse_day(e->values[field], &d) ? d : DAYNUM_NONE;
}

instant record_minute(const struct record_event *e, int field)
{
	instant t = INSTANT_NONE;

	return parse_local_minute(e->values[field], &t) ? t : INSTANT_NONE;
}

int64_t record_count(const struct record_event *e, int field)
{
	int64_t n = 0;

	return str_int(e->values[field], &n) ? n : 0;
}

bool record_flag(const struct record_event *e, int field)
{
	return e->values[field].n > 0;
}

int record_word(const struct record_kind *k, const struct record_event *e, int field)
{
	const struct record_word *words = k->fields[field].words;

	for (int i = 0; words[i].text.n; i++)
		if (str_eq(words[i].text, e->values[field]))
			return i;
	return -1;
}
