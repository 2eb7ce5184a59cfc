/*
 * What a search of the public index costs: bench_search DOCUMENTS. Makes an index in memory of documents with
 * a title of 14 words, a summary of 30 and a body of 150 out of 2.000 syllables as unevenly spread as a
 * language has them, and asks it. One JSON object.
 */
#define _POSIX_C_SOURCE 200809L
#include "base/date.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "search/search_store.h"
#include "tests/t.h"

#include <time.h>

enum { SYLLABLES = 2000, TITLE = 14, SUMMARY = 30, BODY = 150, ROUNDS = 20, DOCUMENTS = 20000 };

static double now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The n-th syllable; some have marks. */
static void add_syllable(struct buf *b, uint64_t n)
{
	static const char *const first[] = { "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n",
		"ng", "nh", "ph", "qu", "s", "t", "th", "tr" };
	static const char *const middle[] = { "a", "á", "ả", "e", "ế", "i", "í", "o", "ó", "u" };
	static const char *const last[] = { "", "n", "ng", "m", "c", "t", "ch", "nh", "i", "o" };

	buf_fmt(b, "%s%s%s ", first[n % 20], middle[n / 20 % 10], last[n / 200 % 10]);
}

/* Few syllables often, many rarely. */
static void add_words(struct buf *b, uint64_t *seed, int n)
{
	for (int i = 0; i < n; i++) {
		double x = (double)(test_random(seed) % 1000000) / 1e6;

		add_syllable(b, (uint64_t)(x * x * x * SYLLABLES));
	}
}

static const struct fault *fill(struct db *db, int docs)
{
	uint64_t seed = 57;
	TX tx = { 0 };

	TRY(tx_begin(db, &tx));
	for (int i = 1; i <= docs; i++) {
		ARENA own = { 0 };
		struct buf title = { .a = &own }, summary = { .a = &own }, body = { .a = &own };
		struct arena *before = db->a;

		add_words(&title, &seed, TITLE);
		add_words(&summary, &seed, SUMMARY);
		add_words(&body, &seed, BODY);
		struct search_doc d = { i, SEARCH_LEGAL, 10000 + i % 9000, buf_str(&title), S("/van-ban/x"),
			buf_str(&summary), buf_str(&body) };
		db->a = &own;
		const struct fault *f = search_put(db, &d);

		db->a = before;
		if (f)
			return f;
	}
	return tx_commit(&tx);
}

static const struct fault *ask(struct db *db, const char *name, struct str query)
{
	struct search_found found = { 0 };
	double least = 1e9, most = 0;

	for (int i = 0; i < ROUNDS; i++) {
		ARENA own = { 0 };
		struct arena *before = db->a;
		double start = now_ms();

		db->a = &own;
		const struct fault *f = search_find(db, query, SEARCH_LEGAL, 0, 10, &found);

		db->a = before;
		if (f)
			return f;
		double took = now_ms() - start;

		least = took < least ? took : least;
		most = took > most ? took : most;
	}
	printf(",\n \"%s\":{\"found\":%lld,\"more\":%s,\"least_ms\":%.2f,\"most_ms\":%.2f}", name,
		(long long)found.total, found.more ? "true" : "false", least, most);
	return NULL;
}

static const struct fault *ask_all(struct db *db, struct arena *a)
{
	struct buf many = { .a = a };
	struct search_ideas ideas;
	struct search_lexicon none = { 0 };
	struct search_terms terms;
	struct str corrected;

	TRY(ask(db, "common", S("ba")));
	TRY(ask(db, "common_with_marks", S("bá")));
	TRY(ask(db, "three", S("ba ca cha")));
	TRY(ask(db, "rare", S("tranh thao")));
	for (uint64_t i = 0; i < LIMIT_QUERY_WORDS; i++)
		add_syllable(&many, i + 20);
	TRY(ask(db, "sixteen", buf_str(&many)));
	TRY(ask(db, "absent", S("zzzz")));
	double start = now_ms();

	TRY(search_suggest(db, S("t"), &ideas));
	printf(",\n \"suggest_ms\":%.2f", now_ms() - start);
	start = now_ms();
	search_terms_read(&terms, a, S("tranhj thaox qqqqq"));
	TRY(search_correct(db, &terms, &none, &corrected));
	printf(",\n \"correct_ms\":%.2f", now_ms() - start);
	return NULL;
}

int main(int argc, char **argv)
{
	ARENA a = { 0 };
	DB db = { 0 };
	int64_t docs = DOCUMENTS;
	int applied;
	const struct fault *f = db_open(&a, ":memory:", DB_WRITE, &db);

	f = f ? f : db_migrate(&db, schema_migrations, schema_migrations_n, &applied);
	double start = now_ms();

	if (argc > 1 && !str_int(str_of(argv[1]), &docs))
		return 2;
	f = f ? f : fill(&db, (int)docs);
	printf("{\"documents\":%lld,\"fill_s\":%.1f", (long long)docs, (now_ms() - start) / 1e3);
	f = f ? f : ask_all(&db, &a);
	printf("}\n");
	if (f)
		(void)!fprintf(stderr, "%.*s\n", ARG(f->what));
	return f != NULL;
}
