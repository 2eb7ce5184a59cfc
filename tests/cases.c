#include "tests/cases.h"

#include "tools/golden_dir.h"

#include <stdio.h>
#include <stdlib.h>

struct str golden_file(struct arena *a, const char *name)
{
	const char *path = str_fmt(a, "%s/%s", GOLDEN_DIR, name).p;
	struct buf b = { .a = a };
	char piece[4096];
	size_t n;
	FILE *f = fopen(path, "rb");

	if (!f) {
		fprintf(stderr, "%s: cannot be opened\n", path);
		exit(1);
	}
	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_add(&b, (struct str){ piece, n });
	(void)fclose(f);
	return buf_str(&b);
}

static struct str first_line(struct str s)
{
	return str_sub(s, 0, str_find_char(s, '\n'));
}

static void step(struct cases *c)
{
	c->rest = str_sub(c->rest, first_line(c->rest).n + 1, c->rest.n);
	c->line++;
}

bool next_case(struct cases *c, struct test_case *out)
{
	while (c->rest.n && !str_starts(c->rest, S("== ")))
		step(c);
	if (!c->rest.n)
		return false;
	out->want = str_sub(first_line(c->rest), 3, c->rest.n);
	step(c);
	out->line = c->line;
	out->input = (struct str){ c->rest.p, 0 };
	while (c->rest.n && !str_starts(c->rest, S("== ")) && !str_starts(c->rest, S("\n# "))) {
		step(c);
		out->input.n = (size_t)(c->rest.p - out->input.p);
	}
	return true;
}
