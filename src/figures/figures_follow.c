#include "figures/figures_follow.h"
#include "figures/figures_sql.h"

enum { CHUNK_BYTES = 32 * 1024 }; /* a chunk that is longer is not appended to */

/* Tallies of a batch before they are added to the rows: by agency, procedure and day. */
struct day_tally {
	int64_t agency, procedure, day, last_second;
	struct figure_totals totals;
};
struct tallies {
	struct arena *a;
	struct intmap known;
	struct day_tally *rows;
	size_t n, cap;
};

const struct fault *figures_position(struct db *db, int64_t *position)
{
	struct figures_sql_position_row row = { 0 };
	bool found;

	TRY(figures_sql_position(db, S("figures"), &row, &found));
	*position = found ? row.position : 0;
	return NULL;
}

/* 20 bits each of agency and procedure and 24 of day: more than any province has. */
static int64_t key_of(const struct day_tally *t)
{
	return t->agency << 44 | t->procedure << 24 | (t->day & 0xffffff);
}

static struct day_tally *tally_of(struct tallies *t, struct day_tally want)
{
	bool added;
	int64_t at = intmap_put(&t->known, key_of(&want), (int64_t)t->n, &added);

	if (!added)
		return &t->rows[at];
	t->rows = arena_grow(t->a, t->rows, t->n, &t->cap, sizeof *t->rows);
	t->rows[t->n++] = want;
	return &t->rows[at];
}

static void tally(struct tallies *t, const struct figure_fact *f)
{
	int second = second_of_day(f->step.at);
	int64_t procedures[] = { 0, f->procedure };

	for (size_t i = 0; i < COUNT(procedures); i++) {
		struct day_tally *d = tally_of(
			t, (struct day_tally){ f->agency, procedures[i], day_of(f->step.at), 0, { { 0 } } });
		d->totals.n[f->step.measure] += f->step.delta;
		if (second > d->last_second)
			d->last_second = second;
	}
}

must_check static const struct fault *save_day(struct db *db, struct day_tally *d)
{
	struct figures_sql_day_row row = { 0 };
	struct figure_totals old = { 0 };
	struct buf packed = { .a = db->a };
	int64_t online = d->totals.n[MEASURE_ACCEPTED_ONLINE];
	bool found;

	TRY(figures_sql_day(db, d->agency, d->procedure, d->day, &row, &found));
	if (found && !unpack_totals(row.totals, &old))
		return FAULT(db->a, FAULT_CORRUPT, "figure_day cannot be read: run motcua rebuild");
	for (int m = 0; m < FIGURE_MEASURE_N; m++)
		d->totals.n[m] += old.n[m];
	if (found && row.last_second > d->last_second)
		d->last_second = row.last_second;
	pack_totals(&packed, &d->totals);
	TRY(figures_sql_set_day(db, d->agency, d->procedure, d->day, d->last_second, buf_str(&packed)));
	if (!online || !d->procedure)
		return NULL;
	return figures_sql_add_online(db, d->agency, d->procedure, d->day, online);
}

/* The facts of one agency, in order, appended to its last chunk or put into a new one. */
must_check static const struct fault *save_chunk(struct db *db, const struct figure_fact *facts, size_t n)
{
	struct figures_sql_last_chunk_row last = { 0 };
	struct buf steps = { .a = db->a };
	int64_t agency = facts[0].agency, first = facts[0].position;
	bool found;

	TRY(figures_sql_last_chunk(db, agency, &last, &found));
	bool append = found && last.steps.n < CHUNK_BYTES;

	if (append) {
		buf_add(&steps, last.steps);
		first = last.first_position;
	}
	pack_facts(&steps, facts, n);
	return figures_sql_set_chunk(db, agency, append || !found ? last.number : last.number + 1, first,
		facts[n - 1].position, buf_str(&steps));
}

/* Facts sorted by agency, the order of the journal kept within one: counting sort, agencies are small
 * numbers. */
static struct figure_fact *by_agency(struct arena *a, const struct figure_fact *facts, size_t n)
{
	struct figure_fact *sorted = NEW_ARRAY(a, struct figure_fact, n ? n : 1);
	int64_t most = 0;

	for (size_t i = 0; i < n; i++)
		most = facts[i].agency > most ? facts[i].agency : most;
	size_t *starts = NEW_ARRAY(a, size_t, most + 2);

	for (size_t i = 0; i < n; i++)
		starts[facts[i].agency + 1]++;
	for (int64_t k = 0; k <= most; k++)
		starts[k + 1] += starts[k];
	for (size_t i = 0; i < n; i++)
		sorted[starts[facts[i].agency]++] = facts[i];
	return sorted;
}

must_check static const struct fault *save_chunks(struct db *db, const struct figure_fact *facts, size_t n)
{
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && facts[to].agency == facts[from].agency;)
			to++;
		TRY(save_chunk(db, facts + from, to - from));
	}
	return NULL;
}

must_check static const struct fault *save(struct db *db, const struct figure_fold *fold)
{
	struct tallies t = { .a = db->a, .known = { .a = db->a } };

	for (size_t i = 0; i < fold->facts_n; i++)
		tally(&t, &fold->facts[i]);
	for (size_t i = 0; i < t.n; i++)
		TRY(save_day(db, &t.rows[i]));
	return save_chunks(db, by_agency(db->a, fold->facts, fold->facts_n), fold->facts_n);
}

const struct fault *figures_follow(struct write *w, struct figure_numbers numbers, int64_t *position)
{
	struct figure_fold fold = { .a = w->db->a, .db = w->db, .numbers = numbers };
	int64_t from, size = w->journal->tree.size;

	TRY(figures_position(w->db, &from));
	int64_t to = size - from > FIGURES_BATCH ? from + FIGURES_BATCH : size;

	if (from < to) {
		TRY(figures_fold(&fold, from, to));
		TRY(save(w->db, &fold));
		TRY(figures_sql_set_position(w->db, S("figures"), to));
	}
	*position = to;
	return NULL;
}

const struct fault *figures_forget(struct write *w)
{
	TRY(figures_sql_forget_days(w->db));
	TRY(figures_sql_forget_online(w->db));
	TRY(figures_sql_forget_chunks(w->db));
	return figures_sql_set_position(w->db, S("figures"), 0);
}
