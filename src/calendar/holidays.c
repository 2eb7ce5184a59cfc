#include "calendar/holidays.h"

static const struct {
	struct str name;
	enum day_kind kind;
} kinds[] = {
	{ S_INIT("working_day"), DAY_WORKING },
	{ S_INIT("weekend"), DAY_WEEKEND },
	{ S_INIT("holiday"), DAY_HOLIDAY },
	{ S_INIT("compensation"), DAY_COMPENSATION },
	{ S_INIT("swap_off"), DAY_SWAP_OFF },
	{ S_INIT("swap_work"), DAY_SWAP_WORK },
};

static bool is_special(enum day_kind kind)
{
	return kind >= DAY_HOLIDAY && kind <= DAY_SWAP_WORK;
}

bool parse_special_kind(struct str s, enum day_kind *out)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (is_special(kinds[i].kind) && str_eq(kinds[i].name, s)) {
			*out = kinds[i].kind;
			return true;
		}
	return false;
}

struct str day_kind_name(enum day_kind kind)
{
	assert(kinds[kind].kind == kind);
	return kinds[kind].name;
}

static bool year_in_range(int year)
{
	return year >= FIRST_CALENDAR_YEAR && year <= LAST_CALENDAR_YEAR;
}

bool year_verified(const struct year_set *s, int year)
{
	int i = year - FIRST_CALENDAR_YEAR;

	return year_in_range(year) && (s->bits[i / 64] >> i % 64 & 1);
}

void year_verify(struct year_set *s, int year)
{
	int i = year - FIRST_CALENDAR_YEAR;

	assert(year_in_range(year));
	s->bits[i / 64] |= UINT64_C(1) << i % 64;
}

/* Row i of a file that is being sorted: its day, and its place for the message about a double. */
struct place {
	daynum day;
	size_t row;
};

/* Bottom-up merge sort: stable, so of a double the later row comes second. */
static struct place *sorted(struct arena *a, struct place *in, size_t n)
{
	struct place *out = NEW_ARRAY(a, struct place, n ? n : 1);

	for (size_t run = 1; run < n; run *= 2) {
		for (size_t from = 0; from < n; from += 2 * run) {
			size_t mid = from + run < n ? from + run : n, end = mid + run < n ? mid + run : n;
			size_t i = from, j = mid;
			for (size_t k = from; k < end; k++)
				out[k] = j == end || (i < mid && in[i].day <= in[j].day) ? in[i++] : in[j++];
		}
		struct place *swap = in;
		in = out;
		out = swap;
	}
	return in;
}

enum holidays_refusal holidays_of_file(
	struct arena *a, const struct special_day *rows, size_t n, size_t *at, struct holidays *out)
{
	if (n > LIMIT_SPECIAL_DAYS)
		return HOLIDAYS_TOO_MANY;
	struct place *order = NEW_ARRAY(a, struct place, n ? n : 1);
	struct special_day *days = NEW_ARRAY(a, struct special_day, n ? n : 1);
	struct holidays h = { days, n, { { 0 } } };

	for (size_t i = 0; i < n; i++) {
		order[i] = (struct place){ rows[i].day, i };
		if (!is_special(rows[i].kind)) {
			*at = i;
			return HOLIDAYS_KIND;
		}
	}
	order = sorted(a, order, n);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && order[i].day == order[i - 1].day) {
			*at = order[i].row;
			return HOLIDAYS_TWICE;
		}
		days[i] = rows[order[i].row];
	}
	if (n > 0)
		for (int y = civil_from_day(days[0].day).year; y <= civil_from_day(days[n - 1].day).year; y++)
			year_verify(&h.verified, y);
	*out = h;
	return HOLIDAYS_FINE;
}

struct holidays holidays_merge(struct arena *a, const struct holidays *old, const struct holidays *file)
{
	struct special_day *days = NEW_ARRAY(a, struct special_day, old->n + file->n + 1);
	struct year_set replaced = { { 0 } };
	struct holidays h = { days, 0, old->verified };
	size_t i = 0, j = 0;

	for (size_t k = 0; k < file->n; k++)
		year_verify(&replaced, civil_from_day(file->days[k].day).year);
	for (size_t k = 0; k < COUNT(h.verified.bits); k++)
		h.verified.bits[k] |= file->verified.bits[k];
	while (i < old->n || j < file->n)
		if (i < old->n && year_verified(&replaced, civil_from_day(old->days[i].day).year))
			i++;
		else if (j == file->n || (i < old->n && old->days[i].day < file->days[j].day))
			days[h.n++] = old->days[i++];
		else
			days[h.n++] = file->days[j++];
	return h;
}

bool holidays_eq(const struct holidays *a, const struct holidays *b)
{
	if (a->n != b->n || memcmp(&a->verified, &b->verified, sizeof a->verified) != 0)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->days[i].day != b->days[i].day || a->days[i].kind != b->days[i].kind ||
			!str_eq(a->days[i].name, b->days[i].name))
			return false;
	return true;
}
