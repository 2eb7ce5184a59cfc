/* Values of fields as people type them, brought to one spelling. */
#include "agency/code.h"
#include "base/utf8.h"
#include "record/record_file.h"
#include "search/fold.h"

enum { HUNDREDTHS = 100 };

static struct record_refusal read_text(
	struct arena *a, const struct record_field *f, int at, struct str typed, struct str *out)
{
	enum text_lines lines = f->kind == RECORD_LINES ? TEXT_MANY_LINES : TEXT_ONE_LINE;
	enum text_fault fault = text_check(typed, (size_t)f->most, lines);

	if (fault == TEXT_TOO_LONG)
		return RECORD_REFUSED_AT(MSG_record_too_long, at);
	if (fault)
		return RECORD_REFUSED_AT(MSG_record_bad_text, at);
	*out = nfc(a, typed);
	return RECORD_FINE;
}

/* 25/10/2022 as people here write it; one digit will do for day and month. */
static bool day_as_written(struct str typed, daynum *out)
{
	struct str rest = typed, part[3];
	int64_t n[3];

	for (int i = 0; i < 3; i++)
		if (!str_cut(&rest, '/', &part[i]) || !str_int(part[i], &n[i]) || n[i] < 1 || n[i] > 9999)
			return false;
	struct civil c = { (int)n[2], (int)n[1], (int)n[0] };

	if (rest.p || !civil_valid(c))
		return false;
	*out = day_from_civil(c);
	return true;
}

static struct record_refusal read_day(struct arena *a, int at, struct str typed, struct str *out)
{
	daynum d;

	if (!parse_day(typed, &d) && !day_as_written(typed, &d))
		return RECORD_REFUSED_AT(MSG_record_bad_day, at);
	*out = fmt_day(a, d);
	return RECORD_FINE;
}

/* "2022-10-25 15:40", as browsers send it (with a T), or "15:40 25/10/2022", or "25/10/2022 15:40". */
static struct record_refusal read_minute(struct arena *a, int at, struct str typed, struct str *out)
{
	struct str rest = typed, first = { 0 }, clock = { 0 };
	struct buf b = { .a = a };
	instant t;
	daynum d;

	if (!parse_local_minute(typed, &t)) {
		bool two = str_cut(&rest, ' ', &first) && str_cut(&rest, ' ', &clock) && !rest.p;

		if (two && !day_as_written(first, &d)) {
			struct str swap = first;
			first = clock;
			clock = swap;
		}
		if (!two || !day_as_written(first, &d) ||
			!parse_local_minute(str_fmt(a, "%.*s %.*s", ARG(fmt_day(a, d)), ARG(clock)), &t))
			return RECORD_REFUSED_AT(MSG_record_bad_minute, at);
	}
	add_minute_local(&b, t);
	*out = buf_str(&b);
	return RECORD_FINE;
}

/* A whole number; "1.713" with points at the thousands is 1713, as it is written here. */
static bool whole(struct str typed, int64_t *out)
{
	char digits[24];
	size_t n = 0, group = 0;
	bool pointed = false;

	for (size_t i = 0; i < typed.n; i++) {
		if (typed.p[i] == '.') {
			if (group == 0 || group > 3 || (pointed && group != 3))
				return false;
			pointed = true;
			group = 0;
			continue;
		}
		if (typed.p[i] < '0' || typed.p[i] > '9' || n == sizeof digits)
			return false;
		digits[n++] = typed.p[i];
		group++;
	}
	return (!pointed || group == 3) && str_int((struct str){ digits, n }, out);
}

static struct record_refusal read_count(
	struct arena *a, const struct record_field *f, int at, struct str typed, struct str *out)
{
	int64_t n;

	if (!whole(typed, &n))
		return RECORD_REFUSED_AT(MSG_record_bad_count, at);
	if (n > f->most || (f->kind == RECORD_ITEM && n < 1))
		return RECORD_REFUSED_AT(MSG_record_out_of_range, at);
	*out = str_fmt(a, "%lld", (long long)n);
	return RECORD_FINE;
}

struct str record_points_text(struct arena *a, int64_t hundredths)
{
	int64_t size = hundredths < 0 ? -hundredths : hundredths, part = size % HUNDREDTHS;
	const char *sign = hundredths < 0 ? "-" : "";
	long long whole_part = (long long)(size / HUNDREDTHS);

	if (part == 0)
		return str_fmt(a, "%s%lld", sign, whole_part);
	if (part % 10 == 0)
		return str_fmt(a, "%s%lld.%lld", sign, whole_part, (long long)part / 10);
	return str_fmt(a, "%s%lld.%02lld", sign, whole_part, (long long)part);
}

/* "9,5", "9.5", "-0,25": at most two decimals. */
static bool hundredths_of(struct str typed, int64_t *out)
{
	bool negative = typed.n && typed.p[0] == '-';
	struct str rest = str_sub(typed, negative, typed.n);
	size_t mark = str_find_char(rest, ',');
	int64_t units, part = 0;

	mark = mark < rest.n ? mark : str_find_char(rest, '.');
	struct str decimals = str_sub(rest, mark + 1, rest.n);

	if (!str_int(str_sub(rest, 0, mark), &units) || units < 0 || units > LIMIT_RECORD_COUNT ||
		decimals.n > 2 || (mark < rest.n && !decimals.n))
		return false;
	if (decimals.n && (decimals.p[0] == '-' || !str_int(decimals, &part)))
		return false;
	part *= decimals.n == 1 ? 10 : 1;
	*out = (units * HUNDREDTHS + part) * (negative ? -1 : 1);
	return true;
}

int64_t record_hundredths(const struct record_event *e, int field)
{
	int64_t n = 0;

	return hundredths_of(e->values[field], &n) ? n : 0;
}

static struct record_refusal read_points(
	struct arena *a, const struct record_field *f, int at, struct str typed, struct str *out)
{
	int64_t n;

	if (!hundredths_of(typed, &n))
		return RECORD_REFUSED_AT(MSG_record_bad_points, at);
	if (n > f->most * HUNDREDTHS || n < -f->most * HUNDREDTHS)
		return RECORD_REFUSED_AT(MSG_record_out_of_range, at);
	*out = record_points_text(a, n);
	return RECORD_FINE;
}

static struct record_refusal read_word(
	const struct record_field *f, int at, struct str typed, struct str *out)
{
	for (int i = 0; f->words[i].text.n; i++)
		if (str_eq(f->words[i].text, typed)) {
			*out = f->words[i].text;
			return RECORD_FINE;
		}
	return RECORD_REFUSED_AT(MSG_record_bad_word, at);
}

struct record_refusal record_value(
	struct arena *a, const struct record_field *f, int index, struct str typed, struct str *out)
{
	struct str t = str_trim(typed);

	if (!t.n) {
		*out = (struct str){ 0 };
		return RECORD_FINE;
	}
	switch (f->kind) {
	case RECORD_LINE:
	case RECORD_LINES: return read_text(a, f, index, t, out);
	case RECORD_DAY: return read_day(a, index, t, out);
	case RECORD_MINUTE: return read_minute(a, index, t, out);
	case RECORD_COUNT:
	case RECORD_ITEM: return read_count(a, f, index, t, out);
	case RECORD_POINTS: return read_points(a, f, index, t, out);
	case RECORD_WORD: return read_word(f, index, t, out);
	case RECORD_AGENCY:
		if (t.n > LIMIT_CODE_CHARS || !code_valid(t))
			return RECORD_REFUSED_AT(MSG_record_bad_agency, index);
		*out = t;
		return RECORD_FINE;
	case RECORD_FLAG: *out = S("1"); return RECORD_FINE;
	case RECORD_FILE:
		if (!record_file_hash_valid(t))
			return RECORD_REFUSED_AT(MSG_record_file_type, index);
		*out = t;
		return RECORD_FINE;
	}
	impossible();
}
