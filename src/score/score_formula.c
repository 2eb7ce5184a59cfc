#include "score/score_formula.h"
#include "record/record.h"

struct str score_method_text(enum score_method m)
{
	static const struct str texts[SCORE_METHOD_N] = {
#define X(name, text) [SCORE_##name] = S_INIT(text),
		SCORE_METHODS(X)
#undef X
	};

	assert(m < SCORE_METHOD_N);
	return texts[m];
}

bool score_method_from(struct str text, enum score_method *out)
{
	for (int m = 0; m < SCORE_METHOD_N; m++) {
		if (!str_eq(text, score_method_text((enum score_method)m)))
			continue;
		*out = (enum score_method)m;
		return true;
	}
	return false;
}

struct str score_indicator_text(enum score_indicator i)
{
	static const struct str texts[SCORE_INDICATOR_N] = {
#define X(name, text) [SCORE_OF_##name] = S_INIT(text),
		SCORE_INDICATORS(X)
#undef X
	};

	assert(i < SCORE_INDICATOR_N);
	return texts[i];
}

bool score_indicator_from(struct str text, enum score_indicator *out)
{
	for (int i = 0; i < SCORE_INDICATOR_N; i++) {
		if (!str_eq(text, score_indicator_text((enum score_indicator)i)))
			continue;
		*out = (enum score_indicator)i;
		return true;
	}
	return false;
}

bool score_fact_is_sound(const struct score_fact *fact)
{
	return fact->known && fact->whole > 0 && fact->part >= 0 && fact->part <= fact->whole &&
	       fact->whole <= LIMIT_RECORD_COUNT;
}

int64_t score_share(const struct score_fact *fact)
{
	return score_fact_is_sound(fact) ? fact->part * SCORE_WHOLE / fact->whole : 0;
}

/* Whether part / whole reaches the share: without division, so that nothing is rounded. */
static bool reaches(const struct score_fact *fact, int64_t share)
{
	return fact->part * SCORE_WHOLE >= share * fact->whole;
}

/* max * (part / whole) / target. At most 10^4 * 10^9 * 10^4 in between. */
static int64_t proportional(const struct score_formula *f, const struct score_fact *fact)
{
	int64_t below = fact->whole * f->target;

	if (!reaches(fact, f->floor))
		return 0;
	if (reaches(fact, f->target))
		return f->max;
	return (2 * f->max * fact->part * SCORE_WHOLE + below) / (2 * below);
}

static int64_t step_points(const struct score_formula *f, const struct score_fact *fact)
{
	for (int i = 0; i < f->steps_n; i++)
		if (reaches(fact, f->steps[i].share))
			return f->steps[i].points;
	return 0;
}

bool score_formula_points(const struct score_formula *f, const struct score_fact *fact, int64_t *points)
{
	if (f->method == SCORE_BY_PEOPLE || !score_fact_is_sound(fact))
		return false;
	switch (f->method) {
	case SCORE_PROPORTIONAL: *points = proportional(f, fact); break;
	case SCORE_STEPS: *points = step_points(f, fact); break;
	case SCORE_ALL: *points = fact->part == fact->whole ? f->max : 0; break;
	case SCORE_BY_PEOPLE:
	case SCORE_METHOD_N: impossible();
	}
	return true;
}

bool score_hundredths_from(struct str text, int64_t most, int64_t *out)
{
	size_t mark = str_find_char(text, ',');
	int64_t units, part = 0;

	mark = mark < text.n ? mark : str_find_char(text, '.');
	struct str decimals = str_sub(text, mark + 1, text.n);

	if (!str_int(str_sub(text, 0, mark), &units) || text.p[0] == '-' || decimals.n > 2 ||
		(mark < text.n && !decimals.n))
		return false;
	if (decimals.n && (decimals.p[0] == '-' || !str_int(decimals, &part)))
		return false;
	part *= decimals.n == 1 ? 10 : 1;
	if (units > most / SCORE_POINT || units * SCORE_POINT + part > most)
		return false;
	*out = units * SCORE_POINT + part;
	return true;
}

static bool step_from(struct str piece, struct score_step *out)
{
	struct str rest = piece, share;

	return str_cut(&rest, ':', &share) && rest.p &&
	       score_hundredths_from(str_trim(share), SCORE_WHOLE, &out->share) &&
	       score_hundredths_from(str_trim(rest), LIMIT_SCORE_POINTS * SCORE_POINT, &out->points);
}

bool score_steps_from(struct str text, struct score_formula *out)
{
	struct str rest = text, piece;
	int n = 0;

	out->steps_n = 0;
	while (text.n && str_cut(&rest, ';', &piece)) {
		struct score_step *s = &out->steps[n];

		if (n == LIMIT_SCORE_STEPS || !step_from(piece, s))
			return false;
		if (n && (s->share >= s[-1].share || s->points >= s[-1].points))
			return false;
		n++;
	}
	out->steps_n = n;
	return true;
}

struct str score_steps_text(struct arena *a, const struct score_formula *f)
{
	struct buf b = { .a = a };

	for (int i = 0; i < f->steps_n; i++) {
		struct str share = record_points_text(a, f->steps[i].share),
			   points = record_points_text(a, f->steps[i].points);

		buf_fmt(&b, "%s%.*s:%.*s", i ? ";" : "", ARG(share), ARG(points));
	}
	return buf_str(&b);
}
