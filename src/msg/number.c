#include "msg/number.h"

bool lang_from(struct str s, enum lang *out)
{
	if (!str_eq(s, S("vi")) && !str_eq(s, S("en")))
		return false;
	*out = s.p[0] == 'e' ? LANG_EN : LANG_VI;
	return true;
}

struct str lang_code(enum lang lang)
{
	return lang == LANG_EN ? S("en") : S("vi");
}

void add_number(struct buf *out, enum lang lang, int64_t n)
{
	char text[32];
	size_t at = sizeof text;
	uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	int written = 0;

	do {
		if (written && written % 3 == 0)
			text[--at] = lang == LANG_EN ? ',' : '.';
		text[--at] = (char)('0' + rest % 10);
		written++;
	} while (rest /= 10);
	if (n < 0)
		text[--at] = '-';
	buf_add(out, (struct str){ text + at, sizeof text - at });
}

enum { HUNDREDTHS = 100 };

static void add_hundredths(struct buf *out, enum lang lang, uint64_t n, bool minus)
{
	if (minus && n)
		buf_char(out, '-');
	add_number(out, lang, (int64_t)(n / HUNDREDTHS));
	buf_char(out, lang == LANG_EN ? '.' : ',');
	buf_char(out, (char)('0' + n % HUNDREDTHS / 10));
	buf_char(out, (char)('0' + n % 10));
	buf_char(out, '%');
}

void add_points(struct buf *out, enum lang lang, int64_t hundredths)
{
	uint64_t n = hundredths < 0 ? 0 - (uint64_t)hundredths : (uint64_t)hundredths, part = n % HUNDREDTHS;

	if (hundredths < 0)
		buf_char(out, '-');
	add_number(out, lang, (int64_t)(n / HUNDREDTHS));
	if (!part)
		return;
	buf_char(out, lang == LANG_EN ? '.' : ',');
	buf_char(out, (char)('0' + part / 10));
	if (part % 10)
		buf_char(out, (char)('0' + part % 10));
}

void add_percent(struct buf *out, enum lang lang, double share)
{
	double hundredths = (share < 0 ? -share : share) * 100 * HUNDREDTHS + 0.5;

	if (hundredths < 1e15)
		add_hundredths(out, lang, (uint64_t)hundredths, share < 0);
	else
		buf_add(out, S("–"));
}

void add_share(struct buf *out, enum lang lang, struct share s)
{
	const int64_t parts = 100 * HUNDREDTHS;
	bool minus = s.part < 0;
	int64_t scaled;

	if (s.whole <= 0 || __builtin_mul_overflow(s.part, (minus ? -2 : 2) * parts, &scaled) ||
		__builtin_add_overflow(scaled, s.whole, &scaled) || s.whole > INT64_MAX / 2)
		buf_add(out, S("–"));
	else
		add_hundredths(out, lang, (uint64_t)(scaled / (2 * s.whole)), minus);
}

void add_money_vnd(struct buf *out, enum lang lang, int64_t dong)
{
	if (lang == LANG_EN)
		buf_add(out, S("VND "));
	add_number(out, lang, dong);
	if (lang == LANG_VI)
		buf_add(out, S(" đồng"));
}

void add_date_lang(struct buf *out, enum lang lang, daynum d)
{
	(void)lang; /* Vietnamese pages in English keep the order day, month, year */
	if (d == DAYNUM_NONE)
		buf_add(out, S("–"));
	else
		add_day_vi(out, d);
}

static void add_clock(struct buf *out, instant t)
{
	int s = second_of_day(t);

	buf_fmt(out, "%02d:%02d", s / 3600, s / 60 % 60);
}

void add_time_lang(struct buf *out, enum lang lang, instant t)
{
	if (t == INSTANT_NONE) {
		buf_add(out, S("–"));
		return;
	}
	if (lang == LANG_VI) {
		add_clock(out, t);
		buf_add(out, S(" ngày "));
	}
	add_day_vi(out, day_of(t));
	if (lang == LANG_EN) {
		buf_char(out, ' ');
		add_clock(out, t);
	}
}
