#include "exchange/agency_names.h"

#include <stdlib.h>

enum { MOST_CANDIDATES = 10 }; /* named in a message */

static int alias_cmp(const void *a, const void *b)
{
	const struct agency_alias *x = a, *y = b;
	int c = str_cmp(x->text, y->text);

	if (c)
		return c;
	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->number > y->number) - (x->number < y->number);
}

static void add_alias(struct agency_alias *aliases, size_t *n, struct agency_alias alias)
{
	if (alias.text.n > 0)
		aliases[(*n)++] = alias;
}

struct agency_names agency_names_of(
	struct arena *a, const struct agency_tree *tree, const struct agency_row *rows, int n)
{
	enum { PER_VERSION = 2, PER_ROW = 3 };
	size_t cap = (size_t)n * PER_ROW, count = 0;

	for (int i = 1; i <= tree->n; i++)
		cap += (size_t)tree->agencies[i].versions_n * PER_VERSION + 1;
	struct agency_alias *aliases = NEW_ARRAY(a, struct agency_alias, cap + 1);

	for (int i = 1; i <= tree->n; i++) {
		const struct agency *g = &tree->agencies[i];
		add_alias(aliases, &count, (struct agency_alias){ g->code, -1, i, true });
		for (int j = 0; j < g->versions_n; j++) {
			add_alias(
				aliases, &count, (struct agency_alias){ g->versions[j]->name, -1, i, false });
			add_alias(aliases, &count,
				(struct agency_alias){ g->versions[j]->short_name, -1, i, false });
		}
	}
	for (int i = 0; i < n; i++) {
		add_alias(aliases, &count, (struct agency_alias){ rows[i].v.code, i, 0, true });
		add_alias(aliases, &count, (struct agency_alias){ rows[i].v.name, i, 0, false });
		add_alias(aliases, &count, (struct agency_alias){ rows[i].v.short_name, i, 0, false });
	}
	qsort(aliases, count, sizeof *aliases, alias_cmp);
	return (struct agency_names){ tree, rows, aliases, count };
}

/* The first alias that is not before text. */
static size_t first_of(const struct agency_names *names, struct str text)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_cmp(names->aliases[middle].text, text) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct candidates {
	struct str codes[MOST_CANDIDATES];
	int n;
	bool waiting, failed;
};

static void add_candidate(struct candidates *c, struct str code)
{
	for (int i = 0; i < c->n; i++)
		if (str_eq(c->codes[i], code))
			return;
	if (c->n < MOST_CANDIDATES)
		c->codes[c->n++] = code;
}

/* All that text means, names or codes alone. */
static struct candidates gather(const struct agency_names *names, struct str text, bool codes)
{
	struct candidates c = { .n = 0 };

	for (size_t i = first_of(names, text); i < names->n && str_eq(names->aliases[i].text, text); i++) {
		const struct agency_alias *alias = &names->aliases[i];
		const struct agency_row *row = alias->row >= 0 ? &names->rows[alias->row] : NULL;
		if (alias->is_code != codes)
			continue;
		if (!row)
			add_candidate(&c, names->tree->agencies[alias->number].code);
		else if (row->v.code.n > 0)
			add_candidate(&c, row->v.code);
		else if (row->state == ROW_FAILED)
			c.failed = true;
		else
			c.waiting = true;
	}
	return c;
}

enum agency_lookup agency_names_find(
	const struct agency_names *names, struct arena *a, struct str text, struct str *codes)
{
	struct candidates c = gather(names, text, true);
	struct buf list = { .a = a };

	if (c.n == 0)
		c = gather(names, text, false);
	if (c.waiting || c.failed)
		return c.failed ? LOOKUP_FAILED : LOOKUP_WAITING;
	if (c.n == 0)
		return LOOKUP_NONE;
	for (int i = 0; i < c.n; i++) {
		buf_add(&list, i ? S(", ") : S(""));
		buf_add(&list, c.codes[i]);
	}
	*codes = c.n == 1 ? c.codes[0] : buf_str(&list);
	return c.n == 1 ? LOOKUP_FOUND : LOOKUP_SEVERAL;
}
