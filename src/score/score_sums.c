/* Sums of a sheet and places of results. */
#include "score/score.h"

static void add(struct score_sum *sum, const struct score_line *line, enum score_column column)
{
	int64_t points;

	if (score_points(line, column, &points))
		sum->points += points;
	else
		sum->without++;
}

struct score_sum score_criterion_sum(
	const struct score_set *set, const struct score *s, int component, enum score_column column)
{
	struct score_sum sum = { 0 };

	for (int i = component; i < set->n && (i == component || !score_begins_criterion(set, i)); i++)
		add(&sum, score_line_of(s, set->components[i].code), column);
	return sum;
}

static void sum_areas(const struct score_set *set, const struct score *s, struct score_sums *out)
{
	for (int a = 0; a < set->areas_n; a++)
		for (int i = 0; i < set->areas[a].n; i++) {
			const struct score_line *line =
				score_line_of(s, set->components[set->areas[a].first + i].code);

			for (int c = 0; c < SCORE_COLUMN_N; c++)
				add(&out->areas[a][c], line, (enum score_column)c);
		}
	for (int a = 0; a < set->areas_n; a++)
		for (int c = 0; c < SCORE_COLUMN_N; c++) {
			out->total[c].points += out->areas[a][c].points;
			out->total[c].without += out->areas[a][c].without;
		}
}

/* The criteria, summed for themselves, give the same total, and no line is of a component that the set does
 * not know. */
static bool balanced(const struct score_set *set, const struct score *s, const struct score_sums *sums)
{
	struct score_sum check[SCORE_COLUMN_N] = { 0 };

	for (int i = 0; i < set->n; i++)
		for (int c = 0; c < SCORE_COLUMN_N && score_begins_criterion(set, i); c++) {
			struct score_sum one = score_criterion_sum(set, s, i, (enum score_column)c);

			check[c].points += one.points;
			check[c].without += one.without;
		}
	for (int c = 0; c < SCORE_COLUMN_N; c++)
		if (check[c].points != sums->total[c].points || check[c].without != sums->total[c].without ||
			sums->total[c].points > set->max)
			return false;
	for (int i = 0; i < s->lines_n; i++)
		if (score_component_at(set, s->lines[i].code) < 0)
			return false;
	return true;
}

bool score_sums_of(const struct score_set *set, const struct score *s, struct score_sums *out)
{
	*out = (struct score_sums){ 0 };
	sum_areas(set, s, out);
	for (int i = 0; i < s->extras_n; i++) {
		const struct score_extra *x = &s->extras[i];

		if (!x->dropped)
			*(x->kind == SCORE_BONUS ? &out->bonus : &out->penalty) += x->points;
	}
	out->result = out->total[SCORE_FINAL].points + out->bonus - out->penalty;
	if (out->result < 0)
		out->result = 0;
	return balanced(set, s, out);
}

void score_places(const int64_t *results, int n, int *places)
{
	for (int i = 0; i < n; i++) {
		places[i] = 1;
		for (int j = 0; j < n; j++)
			places[i] += results[j] > results[i];
	}
}
