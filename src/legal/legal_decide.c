/* What no table can say of the steps of an official document; its standing; the documents it names. */
#include "legal/legal.h"
#include "search/fold.h"

#define N(name) LEGAL_##name

struct str legal_key(struct arena *a, struct str sign)
{
	return slug(a, sign);
}

/* What follows "ngày" (or "ngay") in a line; the line without it. */
static struct str cut_day(struct arena *a, struct str line, struct str *day)
{
	static const struct str marks[] = { S_INIT(" ngày "), S_INIT(" ngay "), S_INIT(" Ngày ") };
	struct str text = nfc(a, line);

	for (size_t i = 0; i < COUNT(marks); i++) {
		size_t at = str_find(text, marks[i]);

		if (at == text.n)
			continue;
		*day = str_trim(str_sub(text, at + marks[i].n, text.n));
		return str_trim(str_sub(text, 0, at));
	}
	*day = (struct str){ 0 };
	return str_trim(text);
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

bool legal_cite_next(struct arena *a, struct str *rest, struct legal_cite *out, bool *bad)
{
	struct str line, day, value = { 0 };

	while (rest->n && str_cut(rest, '\n', &line)) {
		if (!str_trim(line).n)
			continue;
		*out = (struct legal_cite){ .sign = cut_day(a, line, &day) };
		out->key = legal_key(a, out->sign);
		*bad = !out->key.n || !has_digit(out->sign) ||
		       record_value(a, &legal_kind.fields[N(ISSUED)], N(ISSUED), day, &value).refused ||
		       (value.n && !parse_day(value, &out->day));
		return true;
	}
	return false;
}

/* Each line names a document, another one than this. */
static struct record_refusal cites_fit(const struct record_event *e, int field)
{
	ARENA a = { 0 };
	struct str rest = e->values[field], own = legal_key(&a, e->values[N(SIGN)]);
	struct legal_cite cite;
	bool bad;
	int n = 0;

	while (legal_cite_next(&a, &rest, &cite, &bad)) {
		if (bad)
			return RECORD_REFUSED_AT(MSG_legal_bad_cite, field);
		if (str_eq(cite.key, own) && (!cite.day || cite.day == record_day(e, N(ISSUED))))
			return RECORD_REFUSED_AT(MSG_legal_cites_itself, field);
		if (++n > LIMIT_LEGAL_CITES)
			return RECORD_REFUSED_AT(MSG_legal_too_many_cites, field);
	}
	return RECORD_FINE;
}

static struct record_refusal days_fit(daynum issued, daynum from, daynum to)
{
	if (to != DAYNUM_NONE && to < issued)
		return RECORD_REFUSED_AT(MSG_legal_ends_before_issue, N(TO));
	if (to != DAYNUM_NONE && from != DAYNUM_NONE && to <= from)
		return RECORD_REFUSED_AT(MSG_legal_ends_before_begin, N(TO));
	return RECORD_FINE;
}

static struct record_refusal sign_fits(const struct record_event *e)
{
	ARENA a = { 0 };
	struct str sign = e->values[N(SIGN)];

	if (!legal_key(&a, sign).n || !has_digit(sign))
		return RECORD_REFUSED_AT(MSG_legal_bad_sign, N(SIGN));
	return RECORD_FINE;
}

static struct record_refusal decide_head(const struct record_event *e, const struct legal_env *env)
{
	daynum issued = record_day(e, N(ISSUED));
	struct record_refusal r = sign_fits(e);

	if (!r.refused && issued > day_of(e->happened))
		r = RECORD_REFUSED_AT(MSG_legal_issued_in_future, N(ISSUED));
	if (!r.refused)
		r = days_fit(issued, record_day(e, N(FROM)), record_day(e, N(TO)));
	if (!r.refused)
		r = cites_fit(e, N(REPLACES));
	if (!r.refused)
		r = cites_fit(e, N(AMENDS));
	if (!r.refused && env->known)
		r = RECORD_REFUSED_AT(MSG_legal_known, N(SIGN));
	return r;
}

/* Files that are still there. */
static struct record_refusal decide_detach(const struct legal *l, int64_t item)
{
	if (item > l->files_n || l->files[item - 1].gone)
		return RECORD_REFUSED_AT(MSG_legal_no_such_file, N(ITEM));
	return RECORD_FINE;
}

static struct record_refusal decide_attach(const struct legal *l, struct str hash)
{
	if (l->files_n == LIMIT_LEGAL_FILES)
		return RECORD_REFUSED_AT(MSG_legal_too_many_files, N(FILE));
	for (int i = 0; i < l->files_n; i++)
		if (!l->files[i].gone && str_eq(l->files[i].hash, hash))
			return RECORD_REFUSED_AT(MSG_legal_same_file, N(FILE));
	return RECORD_FINE;
}

struct record_refusal legal_decide(const void *state, const struct record_event *e, const void *env)
{
	const struct legal *l = state;
	const struct legal_env *known = env;

	if (known->agency_unknown)
		return RECORD_REFUSED_AT(MSG_legal_unknown_agency, N(AGENCY));
	switch (e->verb) {
	case N(REGISTER):
	case N(AMEND): return decide_head(e, known);
	case N(EXPIRE): return days_fit(l->issued, l->from, record_day(e, N(TO)));
	case N(ATTACH): return decide_attach(l, e->values[N(FILE)]);
	case N(DETACH): return decide_detach(l, record_count(e, N(ITEM)));
	default: return RECORD_FINE;
	}
}

static bool is_reached(daynum d, daynum day)
{
	return d != DAYNUM_NONE && d <= day;
}

enum legal_standing legal_standing_of(const struct legal_days *d, daynum day)
{
	if (is_reached(d->replaced, day))
		return LEGAL_REPLACED;
	if (is_reached(d->to, day))
		return LEGAL_EXPIRED;
	if (d->from == DAYNUM_NONE)
		return LEGAL_UNKNOWN;
	if (d->from > day)
		return LEGAL_NOT_YET;
	return is_reached(d->amended, day) ? LEGAL_IN_FORCE_AMENDED : LEGAL_IN_FORCE;
}

enum msg legal_standing_name(enum legal_standing s)
{
	static const enum msg names[LEGAL_STANDINGS] = { [LEGAL_UNKNOWN] = MSG_legal_in_unknown,
		[LEGAL_NOT_YET] = MSG_legal_in_not_yet,
		[LEGAL_IN_FORCE] = MSG_legal_in_force,
		[LEGAL_IN_FORCE_AMENDED] = MSG_legal_in_force_amended,
		[LEGAL_EXPIRED] = MSG_legal_in_expired,
		[LEGAL_REPLACED] = MSG_legal_in_replaced };

	return names[s];
}
