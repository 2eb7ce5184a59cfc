#include "catalogue/hours.h"

/* clang-format off */
#define HOURS_COLUMNS(X) /* name, text; in the order of RFC 8785 */ \
	X(AGENCY,     "agency")     \
	X(FRIDAY,     "friday")     \
	X(MONDAY,     "monday")     \
	X(SATURDAY,   "saturday")   \
	X(SUNDAY,     "sunday")     \
	X(THURSDAY,   "thursday")   \
	X(TUESDAY,    "tuesday")    \
	X(VALID_FROM, "valid_from") \
	X(VALID_TO,   "valid_to")   \
	X(WEDNESDAY,  "wednesday")
/* clang-format on */
#define X(name, text) HOURS_##name,
enum hours_column { HOURS_COLUMNS(X) HOURS_COLUMN_N };
#undef X
#define X(name, label) { .text = S_INIT(label) },
static const struct column columns[] = { HOURS_COLUMNS(X) };
#undef X
static const struct entry_kind kind = { S_INIT("calendar.hours"), columns, HOURS_COLUMN_N };

/* By weekday(), Sunday first. */
static const enum hours_column weekdays[DAYS_PER_WEEK] = { HOURS_SUNDAY, HOURS_MONDAY, HOURS_TUESDAY,
	HOURS_WEDNESDAY, HOURS_THURSDAY, HOURS_FRIDAY, HOURS_SATURDAY };

bool weekday_hours_from(struct str text, struct day_hours *hours, enum weekday_use *use)
{
	bool counter = str_starts(text, S("counter "));
	struct day_hours h;

	if (!parse_day_hours(counter ? str_sub(text, S("counter ").n, text.n) : text, &h) ||
		(counter && h.n == 0))
		return false;
	*hours = h;
	*use = h.n == 0 ? WEEKDAY_OFF : counter ? WEEKDAY_COUNTER : WEEKDAY_WORKING;
	return true;
}

struct str weekday_hours_text(struct arena *a, const struct day_hours *hours, enum weekday_use use)
{
	struct buf b = { .a = a };

	if (use == WEEKDAY_COUNTER)
		buf_add(&b, S("counter "));
	if (use != WEEKDAY_OFF)
		add_day_hours(&b, hours);
	return buf_str(&b);
}

void hours_entry(struct buf *out, const struct hours_version *v, const struct entry_stamp *stamp)
{
	struct str values[HOURS_COLUMN_N] = { [HOURS_AGENCY] = v->agency,
		[HOURS_VALID_FROM] = column_day_text(out->a, v->valid.from),
		[HOURS_VALID_TO] = column_day_text(out->a, v->valid.to) };

	for (int d = 0; d < DAYS_PER_WEEK; d++)
		values[weekdays[d]] = weekday_hours_text(out->a, &v->hours[d], v->use[d]);
	entry_write(out, &kind, values, stamp);
}

bool hours_from_entry(struct arena *a, struct str bytes, struct hours_version *v, struct entry_stamp *stamp)
{
	struct str values[HOURS_COLUMN_N];
	struct hours_version read = { 0 };
	struct entry_stamp s;

	if (!entry_read(a, &kind, bytes, values, &s) || !code_valid(values[HOURS_AGENCY]) ||
		column_day(values[HOURS_VALID_FROM], &read.valid.from) ||
		column_day(values[HOURS_VALID_TO], &read.valid.to))
		return false;
	read.agency = values[HOURS_AGENCY];
	for (int d = 0; d < DAYS_PER_WEEK; d++)
		if (!weekday_hours_from(values[weekdays[d]], &read.hours[d], &read.use[d]))
			return false;
	*v = read;
	*stamp = s;
	return true;
}

/* The versions of one agency by first day, in two arrays. */
static int sort_own(const struct hours_version *all, int n, struct str agency, struct validity *valid,
	const struct hours_version **own)
{
	int count = 0;

	for (int i = 0; i < n; i++) {
		if (!str_eq(all[i].agency, agency))
			continue;
		int at = count++;
		for (; at > 0 && validity_cmp(valid[at - 1], all[i].valid) > 0; at--) {
			valid[at] = valid[at - 1];
			own[at] = own[at - 1];
		}
		valid[at] = all[i].valid;
		own[at] = &all[i];
	}
	return count;
}

struct work_time hours_work_time(
	struct arena *a, const struct hours_version *versions, int n, struct str agency, int64_t known)
{
	struct validity *valid = NEW_ARRAY(a, struct validity, n + 1);
	const struct hours_version **own = NEW_ARRAY(a, const struct hours_version *, n + 1);
	struct work_period *periods = NEW_ARRAY(a, struct work_period, n + 1);
	const struct work_period always = default_work_period();
	int count = sort_own(versions, n, agency, valid, own);
	struct work_time w = { .periods = periods };

	for (int i = 0; i < count; i++) {
		daynum last = validity_last_day(valid, count, i, known);
		struct work_period *p = &periods[w.n];
		if (!validity_counts(valid, count, i, known))
			continue;
		p->from = valid[i].from == DAYNUM_NONE ? always.from : valid[i].from;
		p->to = last == DAYNUM_NONE ? always.to : last;
		memcpy(p->hours, own[i]->hours, sizeof p->hours);
		memcpy(p->use, own[i]->use, sizeof p->use);
		w.n++;
	}
	return w;
}

/* Agencies with hours of their own. */
static int owners(const struct hours_version *v, int n)
{
	int count = 0;

	for (int i = 0; i < n; i++) {
		bool seen = false;
		for (int j = 0; j < i && !seen; j++)
			seen = str_eq(v[i].agency, v[j].agency);
		count += !seen;
	}
	return count;
}

enum work_time_refusal hours_check(
	struct arena *a, const struct hours_version *versions, int n, struct str agency)
{
	struct work_time t = hours_work_time(a, versions, n, agency, KNOWN_NOW);

	return owners(versions, n) > LIMIT_OWN_HOURS ? WORK_TIME_TOO_MANY : work_time_check(&t);
}
