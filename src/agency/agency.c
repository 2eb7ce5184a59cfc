#include "agency/agency.h"
#include "base/limits.h"

static const struct str level_texts[] = {
#define X(name, text) [LEVEL_##name] = S_INIT(text),
	AGENCY_LEVELS(X)
#undef X
};

struct str agency_level_text(enum agency_level level)
{
	assert(level >= 0 && level < AGENCY_LEVEL_N);
	return level_texts[level];
}

bool agency_level_from(struct str text, enum agency_level *out)
{
	for (int i = 0; i < AGENCY_LEVEL_N; i++)
		if (str_eq(text, level_texts[i])) {
			*out = (enum agency_level)i;
			return true;
		}
	return false;
}

bool agency_version_same(const struct agency_version *a, const struct agency_version *b)
{
	return a->valid.from == b->valid.from && a->valid.to == b->valid.to && a->level == b->level &&
	       str_eq(a->code, b->code) && str_eq(a->name, b->name) && str_eq(a->short_name, b->short_name) &&
	       str_eq(a->kind, b->kind) && str_eq(a->parent, b->parent) && str_eq(a->successor, b->successor);
}

/* Sorts the versions of one agency; they come in the order of the journal and are few. */
static void add_version(
	struct validity *valid, const struct agency_version **versions, int n, const struct agency_version *v)
{
	int at = n;

	for (; at > 0 && validity_cmp(valid[at - 1], v->valid) > 0; at--) {
		valid[at] = valid[at - 1];
		versions[at] = versions[at - 1];
	}
	valid[at] = v->valid;
	versions[at] = v;
}

struct agency_tree agency_tree_of(struct arena *a, const struct agency_version *versions, int n)
{
	struct str *codes = NEW_ARRAY(a, struct str, n + 1);
	int *numbers = NEW_ARRAY(a, int, n + 1), *counts = NEW_ARRAY(a, int, n + 2);
	struct agency_tree t = { .index = code_index_new(a, codes, n) };

	for (int i = 0; i < n; i++) {
		numbers[i] = code_index_find(&t.index, versions[i].code);
		if (!numbers[i]) {
			numbers[i] = ++t.n;
			codes[t.n] = versions[i].code;
			code_index_add(&t.index, t.n);
		}
		counts[numbers[i]]++;
	}
	struct agency *agencies = NEW_ARRAY(a, struct agency, t.n + 1);
	struct validity *valid = NEW_ARRAY(a, struct validity, n + 1);
	const struct agency_version **sorted = NEW_ARRAY(a, const struct agency_version *, n + 1);

	for (int k = 1, first = 0; k <= t.n; first += counts[k], k++)
		agencies[k] = (struct agency){
			.code = codes[k], .valid = valid + first, .versions = sorted + first
		};
	for (int i = 0; i < n; i++) {
		struct agency *g = &agencies[numbers[i]];
		long first = g->valid - valid;
		add_version(valid + first, sorted + first, g->versions_n++, &versions[i]);
	}
	t.agencies = agencies;
	return t;
}

int agency_number(const struct agency_tree *t, struct str code)
{
	return code_index_find(&t->index, code);
}

static const struct agency *agency_at(const struct agency_tree *t, int number)
{
	assert(number > AGENCY_NONE && number <= t->n);
	return &t->agencies[number];
}

const struct agency_version *agency_on(const struct agency_tree *t, int number, daynum day, int64_t known)
{
	const struct agency *g = agency_at(t, number);
	int i = validity_in_force(g->valid, g->versions_n, day, known);

	return i >= 0 ? g->versions[i] : NULL;
}

const struct agency_version *agency_described(
	const struct agency_tree *t, int number, daynum day, int64_t known)
{
	const struct agency *g = agency_at(t, number);
	int i = validity_begun(g->valid, g->versions_n, day, known);

	if (i >= 0)
		return g->versions[i];
	for (i = 0; i < g->versions_n; i++)
		if (validity_counts(g->valid, g->versions_n, i, known))
			return g->versions[i];
	return NULL;
}

int agency_parent(const struct agency_tree *t, int number, daynum day, int64_t known)
{
	const struct agency_version *v = agency_described(t, number, day, known);

	return v && v->parent.n ? agency_number(t, v->parent) : AGENCY_NONE;
}

bool agency_within(const struct agency_tree *t, int number, int root, daynum day, int64_t known)
{
	if (!agency_described(t, number, day, known))
		return false;
	if (root == AGENCY_NONE)
		return true;
	for (int steps = 0; number != AGENCY_NONE && steps <= LIMIT_AGENCY_DEPTH; steps++) {
		if (number == root)
			return true;
		number = agency_parent(t, number, day, known);
	}
	return false;
}

int agency_subtree(const struct agency_tree *t, int root, daynum day, int64_t known, bool *in)
{
	int count = 0;

	in[AGENCY_NONE] = false;
	for (int i = 1; i <= t->n; i++) {
		in[i] = agency_within(t, i, root, day, known);
		count += in[i];
	}
	return count;
}

enum agency_flaw agency_flaw_on(const struct agency_tree *t, int number, daynum day)
{
	int above = number;

	if (day == DAYNUM_NONE)
		day = INT32_MIN;
	for (int steps = 0; steps <= LIMIT_AGENCY_DEPTH; steps++) {
		const struct agency_version *v = agency_described(t, above, day, KNOWN_NOW);
		if (!v || v->parent.n == 0)
			return AGENCY_SOUND;
		above = agency_number(t, v->parent);
		if (above == AGENCY_NONE)
			return steps == 0 ? AGENCY_WITHOUT_PARENT : AGENCY_SOUND;
		if (above == number)
			return AGENCY_CYCLE;
	}
	return AGENCY_TOO_DEEP;
}

/* All that may stand above number on some day, number first; bounded, because each is looked at for each. */
enum { MOST_ABOVE = 64 };

static int gather_above(const struct agency_tree *t, int number, int *above)
{
	int n = 0;

	above[n++] = number;
	for (int i = 0; i < n; i++) {
		const struct agency *g = &t->agencies[above[i]];
		for (int j = 0; j < g->versions_n && n < MOST_ABOVE; j++) {
			int parent = agency_number(t, g->versions[j]->parent);
			bool seen = parent == AGENCY_NONE;
			for (int k = 0; k < n && !seen; k++)
				seen = above[k] == parent;
			if (!seen)
				above[n++] = parent;
		}
	}
	return n;
}

enum agency_flaw agency_flaw_ever(const struct agency_tree *t, int number, daynum *on)
{
	int above[MOST_ABOVE], n = gather_above(t, number, above);
	enum agency_flaw flaw = agency_flaw_on(t, number, DAYNUM_NONE);
	daynum day = DAYNUM_NONE;

	for (int i = 0; i < n && flaw == AGENCY_SOUND; i++) {
		const struct agency *g = &t->agencies[above[i]];
		for (int j = 0; j < g->versions_n && flaw == AGENCY_SOUND; j++) {
			day = g->valid[j].from;
			flaw = agency_flaw_on(t, number, day);
		}
	}
	if (flaw != AGENCY_SOUND)
		*on = day;
	return flaw;
}

static bool has_name(const struct agency *g, struct str typed)
{
	for (int i = 0; i < g->versions_n; i++)
		if (str_eq(g->versions[i]->name, typed) || str_eq(g->versions[i]->short_name, typed))
			return true;
	return false;
}

int agency_match(const struct agency_tree *t, const struct agency_wanted *w, int *found, int max)
{
	int by_code = agency_number(t, w->typed), n = 0;

	if (by_code != AGENCY_NONE) {
		if (max > 0)
			found[0] = by_code;
		return 1;
	}
	if (w->typed.n == 0)
		return 0;
	for (int i = 1; i <= t->n; i++)
		if (has_name(&t->agencies[i], w->typed) && n++ < max)
			found[n - 1] = i;
	if (n > 0 || w->folded.n == 0)
		return n;
	for (int i = 1; i <= t->n; i++)
		if ((str_eq(w->name_keys[i], w->folded) || str_eq(w->short_keys[i], w->folded)) && n++ < max)
			found[n - 1] = i;
	return n;
}
