#include "procedure/procedure.h"

#define X(name, text) [CHANGE_##name] = S_INIT(text),
static const struct str change_texts[] = { PROCEDURE_CHANGES(X) };
#undef X
#define X(name, text) [ONLINE_##name] = S_INIT(text),
static const struct str online_texts[] = { ONLINE_LEVELS(X) };
#undef X
#define X(name, text) [INTERAGENCY_##name] = S_INIT(text),
static const struct str interagency_texts[] = { INTERAGENCY_KINDS(X) };
#undef X

struct str procedure_change_text(enum procedure_change c)
{
	assert(c < PROCEDURE_CHANGE_N);
	return change_texts[c];
}

struct str online_level_text(enum online_level l)
{
	assert(l < ONLINE_LEVEL_N);
	return online_texts[l];
}

struct str interagency_text(enum interagency i)
{
	assert(i < INTERAGENCY_N);
	return interagency_texts[i];
}

/* The number of text among n, -1 when it is none of them. */
static int word_of(const struct str *texts, int n, struct str text)
{
	for (int i = 0; i < n; i++)
		if (str_eq(texts[i], text))
			return i;
	return -1;
}

bool procedure_change_from(struct str text, enum procedure_change *out)
{
	int i = word_of(change_texts, PROCEDURE_CHANGE_N, text);

	if (i >= 0)
		*out = (enum procedure_change)i;
	return i >= 0;
}

bool online_level_from(struct str text, enum online_level *out)
{
	int i = word_of(online_texts, ONLINE_LEVEL_N, text);

	if (i >= 0)
		*out = (enum online_level)i;
	return i >= 0;
}

bool interagency_from(struct str text, enum interagency *out)
{
	int i = word_of(interagency_texts, INTERAGENCY_N, text);

	if (i >= 0)
		*out = (enum interagency)i;
	return i >= 0;
}

static bool same_texts(const struct procedure_version *a, const struct procedure_version *b)
{
	return str_eq(a->code, b->code) && str_eq(a->name, b->name) && str_eq(a->field, b->field) &&
	       str_eq(a->agency, b->agency) && str_eq(a->legal_basis, b->legal_basis) &&
	       str_eq(a->result, b->result) && str_eq(a->components, b->components) &&
	       str_eq(a->decision, b->decision);
}

static bool same_allowance(struct allowance a, struct allowance b)
{
	return a.unit == b.unit && a.n == b.n && a.none == b.none;
}

bool procedure_version_same(const struct procedure_version *a, const struct procedure_version *b)
{
	return a->valid.from == b->valid.from && a->valid.to == b->valid.to &&
	       a->decision_date == b->decision_date && a->change == b->change && a->level == b->level &&
	       a->online == b->online && a->interagency == b->interagency &&
	       same_allowance(a->allow, b->allow) && a->supplement == b->supplement &&
	       a->cutoff_plus_1 == b->cutoff_plus_1 && a->fee_known == b->fee_known &&
	       a->fee_vnd == b->fee_vnd && same_texts(a, b);
}

/* The slices of all procedures in three arrays, filled in the order of the journal. */
struct sorted {
	struct validity *valid;
	const struct procedure_version **versions;
	int *agencies;
};

/* Puts v among the n versions of its procedure that begin at first. */
static void add_version(struct sorted *s, int first, int n, const struct procedure_version *v, int agency)
{
	int at = first + n;

	for (; at > first && validity_cmp(s->valid[at - 1], v->valid) > 0; at--) {
		s->valid[at] = s->valid[at - 1];
		s->versions[at] = s->versions[at - 1];
		s->agencies[at] = s->agencies[at - 1];
	}
	s->valid[at] = v->valid;
	s->versions[at] = v;
	s->agencies[at] = agency;
}

struct procedure_list procedure_list_of(
	struct arena *a, const struct procedure_version *versions, int n, const struct agency_tree *agencies)
{
	struct str *codes = NEW_ARRAY(a, struct str, n + 1);
	int *numbers = NEW_ARRAY(a, int, n + 1), *firsts = NEW_ARRAY(a, int, n + 2);
	struct procedure_list l = { .index = code_index_new(a, codes, n) };

	for (int i = 0; i < n; i++) {
		numbers[i] = code_index_find(&l.index, versions[i].code);
		if (!numbers[i]) {
			numbers[i] = ++l.n;
			codes[l.n] = versions[i].code;
			code_index_add(&l.index, l.n);
		}
		firsts[numbers[i] + 1]++;
	}
	struct procedure *procedures = NEW_ARRAY(a, struct procedure, l.n + 1);
	struct sorted s = { NEW_ARRAY(a, struct validity, n + 1),
		NEW_ARRAY(a, const struct procedure_version *, n + 1), NEW_ARRAY(a, int, n + 1) };

	for (int k = 1; k <= l.n; k++) {
		firsts[k] += firsts[k - 1];
		procedures[k] = (struct procedure){ .code = codes[k],
			.valid = s.valid + firsts[k],
			.versions = s.versions + firsts[k],
			.agencies = s.agencies + firsts[k] };
	}
	for (int i = 0; i < n; i++) {
		int k = numbers[i], agency = agency_number(agencies, versions[i].agency);
		add_version(&s, firsts[k], procedures[k].versions_n++, &versions[i], agency);
	}
	l.procedures = procedures;
	return l;
}

int procedure_number(const struct procedure_list *l, struct str code)
{
	return code_index_find(&l->index, code);
}

/* Which of its versions is offered on day; -1: none. */
static int offered_on(const struct procedure *p, daynum day, int64_t known)
{
	int i = validity_in_force(p->valid, p->versions_n, day, known);

	return i >= 0 && p->versions[i]->change != CHANGE_ABOLISHED ? i : -1;
}

const struct procedure_version *procedure_on(
	const struct procedure_list *l, int number, daynum day, int64_t known)
{
	assert(number > PROCEDURE_NONE && number <= l->n);
	const struct procedure *p = &l->procedures[number];
	int i = offered_on(p, day, known);

	return i >= 0 ? p->versions[i] : NULL;
}

const struct procedure_version *procedure_version_at(
	const struct procedure_list *l, int number, int64_t position)
{
	assert(number > PROCEDURE_NONE && number <= l->n);
	const struct procedure *p = &l->procedures[number];

	for (int i = 0; i < p->versions_n; i++)
		if (p->valid[i].position == position)
			return p->versions[i];
	return NULL;
}

static void count_offered(struct procedure_counts *c, const struct procedure_version *v)
{
	c->total++;
	c->same_level += v->interagency == INTERAGENCY_SAME_LEVEL;
	c->cross_level += v->interagency == INTERAGENCY_CROSS_LEVEL;
	c->online[v->online]++;
	c->offered += online_offered(v->online);
	c->without_code += code_internal_number(v->code) > 0;
	c->without_fee += !v->fee_known;
}

/* What was decided about p in the period, corrected versions left out. */
static void count_changes(
	struct procedure_counts *c, const struct procedure *p, const struct procedure_question *q)
{
	for (int i = 0; i < p->versions_n; i++) {
		const struct procedure_version *v = p->versions[i];
		if (v->change == CHANGE_NONE || v->decision_date == DAYNUM_NONE)
			continue;
		if (v->decision_date < q->from || v->decision_date > q->upto)
			continue;
		if (q->in[p->agencies[i]] && validity_counts(p->valid, p->versions_n, i, q->known))
			c->changes[v->change]++;
	}
}

struct procedure_counts procedure_count(const struct procedure_list *l, const struct procedure_question *q)
{
	struct procedure_counts c = { 0 };

	for (int k = 1; k <= l->n; k++) {
		const struct procedure *p = &l->procedures[k];
		int i = offered_on(p, q->upto, q->known);
		if (i >= 0 && q->in[p->agencies[i]])
			count_offered(&c, p->versions[i]);
		count_changes(&c, p, q);
	}
	return c;
}
