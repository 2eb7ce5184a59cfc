#include "figures/figures_fold.h"
#include "dossier/dossier_entry.h"
#include "feedback/feedback_store.h"

struct folded_dossier {
	struct dossier dossier;
	int64_t agency, procedure; /* numbers under which its steps are counted */
};
struct folded_feedback {
	struct feedback *feedback;
	int64_t number, agency;
};

static void add_fact(struct figure_fold *f, const struct figure_fact *fact)
{
	f->facts = arena_grow(f->a, f->facts, f->facts_n, &f->facts_cap, sizeof *f->facts);
	f->facts[f->facts_n++] = *fact;
}

struct steps {
	struct figure_step step[FIGURE_MAX_STEPS];
	int n;
};

static bool same_step(const struct figure_step *a, const struct figure_step *b)
{
	return a->at == b->at && a->measure == b->measure && a->delta == b->delta;
}

/* What of a is not in b. Steps are few, so the pairs are simply compared. */
static void add_difference(
	struct figure_fold *f, struct figure_fact key, const struct steps *a, const struct steps *b, int sign)
{
	bool used[FIGURE_MAX_STEPS] = { false };

	for (int i = 0; i < a->n; i++) {
		int k = 0;
		while (k < b->n && (used[k] || !same_step(&a->step[i], &b->step[k])))
			k++;
		if (k < b->n) {
			used[k] = true;
			continue;
		}
		key.step = a->step[i];
		key.step.delta *= sign;
		add_fact(f, &key);
	}
}

must_check static const struct fault *read_event(
	struct figure_fold *f, struct str bytes, struct dossier_event *e)
{
	struct str kept = str_dup(f->a, bytes); /* the dossier's strings point into its entries */

	if (dossier_entry_read(f->a, kept, e) != ENTRY_DOSSIER)
		return FAULT(f->db->a, FAULT_CORRUPT, "a journal entry of a dossier cannot be read");
	return NULL;
}

must_check static const struct fault *apply(struct figure_fold *f, struct folded_dossier *d, struct str bytes)
{
	struct dossier_event e;

	TRY(read_event(f, bytes, &e));
	if (!dossier_fits(&d->dossier, &e))
		return FAULT(f->db->a, FAULT_CORRUPT, "a journal entry does not fit its dossier");
	d->dossier = dossier_apply(d->dossier, &e);
	d->agency = f->numbers.agency(f->numbers.catalogue, d->dossier.agency);
	d->procedure = f->numbers.procedure(f->numbers.catalogue, d->dossier.procedure);
	return NULL;
}

/* The dossier as it was before position: its earlier entries folded. */
must_check static const struct fault *load(
	struct figure_fold *f, const struct journal_row *row, struct folded_dossier *d)
{
	JOURNAL_CURSOR c = { 0 };
	bool more;

	*d = (struct folded_dossier){ 0 };
	TRY(journal_read_dossier(f->db, row->dossier, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more || c.row.position >= row->position)
			return NULL;
		TRY(apply(f, d, c.row.bytes));
	}
}

must_check static const struct fault *find(
	struct figure_fold *f, const struct journal_row *row, struct folded_dossier **out)
{
	bool added;
	int64_t at = intmap_put(&f->known, row->dossier, (int64_t)f->dossiers_n, &added);

	if (added) {
		f->dossiers =
			arena_grow(f->a, f->dossiers, f->dossiers_n, &f->dossiers_cap, sizeof *f->dossiers);
		TRY(load(f, row, &f->dossiers[at]));
		f->dossiers_n++;
	}
	*out = &f->dossiers[at];
	return NULL;
}

must_check static const struct fault *fold_entry(struct figure_fold *f, const struct journal_row *row)
{
	static const struct steps none = { 0 };
	struct steps before, after;
	struct folded_dossier *d;

	TRY(find(f, row, &d));
	before.n = figure_steps(&d->dossier, before.step);
	struct figure_fact old = { row->position, row->dossier, d->agency, d->procedure, { 0 } };

	TRY(apply(f, d, row->bytes));
	after.n = figure_steps(&d->dossier, after.step);
	struct figure_fact new = { row->position, row->dossier, d->agency, d->procedure, { 0 } };
	bool moved = old.agency != new.agency || old.procedure != new.procedure;

	add_difference(f, old, &before, moved ? &none : &after, -1);
	add_difference(f, new, &after, moved ? &none : &before, 1);
	return NULL;
}

must_check static const struct fault *apply_feedback(
	struct figure_fold *f, struct folded_feedback *x, const struct record_event *e)
{
	if (e->verb != FEEDBACK_SEND && e->verb != FEEDBACK_ENTER && !x->feedback->base.version)
		return FAULT(f->db->a, FAULT_CORRUPT, "a journal entry does not fit its feedback");
	feedback_apply(x->feedback, e);
	record_step(&feedback_kind, &x->feedback->base, e);
	x->agency = f->numbers.agency(f->numbers.catalogue, x->feedback->base.agency);
	return NULL;
}

/* The feedback as it was before position. */
must_check static const struct fault *find_feedback(
	struct figure_fold *f, int64_t number, int64_t position, struct folded_feedback **out)
{
	struct record_story story;
	bool added;
	int64_t at = intmap_put(&f->known_feedback, number, (int64_t)f->feedback_n, &added);

	if (added) {
		f->feedback =
			arena_grow(f->a, f->feedback, f->feedback_n, &f->feedback_cap, sizeof *f->feedback);
		f->feedback[at] =
			(struct folded_feedback){ .feedback = NEW(f->a, struct feedback), .number = number };
		f->feedback_n++;
		TRY(record_read_public(f->db, &feedback_kind, number, position, &story));
		for (int i = 0; i < story.n; i++)
			TRY(apply_feedback(f, &f->feedback[at], &story.events[i]));
	}
	*out = &f->feedback[at];
	return NULL;
}

must_check static const struct fault *fold_feedback(struct figure_fold *f, const struct journal_row *row)
{
	static const struct steps none = { 0 };
	struct steps before, after;
	struct folded_feedback *x;
	struct record_event *e = NEW(f->a, struct record_event);
	struct str commitments[RECORD_PARTS];

	if (!record_entry_read(f->a, &feedback_kind, str_dup(f->a, row->bytes), e, commitments))
		return FAULT(f->db->a, FAULT_CORRUPT, "a journal entry of a feedback cannot be read");
	e->record = e->record ? e->record : row->position + 1;
	TRY(find_feedback(f, e->record, row->position, &x));
	before.n = figure_feedback_steps(x->feedback, before.step);
	struct figure_fact old = { row->position, -x->number, x->agency, FIGURE_NO_PROCEDURE, { 0 } };

	TRY(apply_feedback(f, x, e));
	after.n = figure_feedback_steps(x->feedback, after.step);
	struct figure_fact new = { row->position, -x->number, x->agency, FIGURE_NO_PROCEDURE, { 0 } };
	bool moved = old.agency != new.agency;

	add_difference(f, old, &before, moved ? &none : &after, -1);
	add_difference(f, new, &after, moved ? &none : &before, 1);
	return NULL;
}

const struct fault *figures_fold(struct figure_fold *f, int64_t from, int64_t to)
{
	JOURNAL_CURSOR c = { 0 };
	bool more;

	f->known.a = f->known_feedback.a = f->a;
	TRY(journal_read(f->db, from, to, &c));
	for (;;) {
		TRY(journal_next(&c, &more));
		if (!more)
			return NULL;
		if (c.row.dossier)
			TRY(fold_entry(f, &c.row));
		else if (record_entry_is(&feedback_kind, c.row.bytes))
			TRY(fold_feedback(f, &c.row));
	}
}
