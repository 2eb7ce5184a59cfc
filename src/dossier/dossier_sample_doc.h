#pragma once
/* For tests only: a part of a document under docs/ that is generated and committed. */
#include "tests/t.h"

/* The path of a document of this source tree, seen from where tests run (the build directory). */
static inline const char *sample_doc(struct arena *a, const char *path)
{
	struct str here = str_of(__FILE__);

	return str_c(a, str_fmt(a, "%.*s%s", (int)str_find(here, S("src/dossier/")), here.p, path));
}

static inline struct str sample_read(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buf b = { .a = a };
	int c;

	if (!f)
		return (struct str){ 0 };
	while ((c = getc(f)) != EOF)
		buf_char(&b, (char)c);
	fclose(f);
	return buf_str(&b);
}

/* What stands between begin and end must be text; with MOTCUA_WRITE_DOCS set it is made so. */
static inline void sample_check_doc(const char *path, struct str begin, struct str end, struct str text)
{
	ARENA a = { 0 };
	struct str doc = sample_read(&a, path);
	size_t from = str_find(doc, begin) + begin.n, to = str_find(doc, end);

	if (!CHECK(from < to + 1 && to < doc.n))
		return;
	if (getenv("MOTCUA_WRITE_DOCS")) {
		FILE *f = fopen(path, "wb");
		if (!CHECK(f != NULL))
			return;
		fwrite(doc.p, 1, from, f);
		fwrite(text.p, 1, text.n, f);
		fwrite(doc.p + to, 1, doc.n - to, f);
		fclose(f);
		return;
	}
	CHECK_STR(str_sub(doc, from, to), text);
}
