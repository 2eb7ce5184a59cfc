#include "dossier/dossier_entry.h"
#include "dossier/dossier_sample.h"
#include "dossier/dossier_sample_doc.h"
#include "json/canon.h"

#include <time.h>

static const struct str vectors_begin = S_INIT("<!-- dossier entries: begin -->\n"),
			vectors_end = S_INIT("<!-- dossier entries: end -->\n");

/* Events of one life that has everything, and of a correction; as the commands would make them. */
enum { VECTORS = 14 };
struct vectors {
	struct dossier facts;
	struct dossier_event e[VECTORS];
	int n;
};

static void add(struct vectors *v, const struct dossier_decision *done)
{
	struct dossier_event e = done->event;

	CHECK_OR_STOP(v->n < VECTORS);
	e.recorded = e.happened + 60;
	if (e.verb == VERB_SUBMIT) {
		e.persons_n = 2;
		e.persons[0] = (struct dossier_person){ S("actor"),
			S("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=") };
		e.persons[1] = (struct dossier_person){ S("applicant"),
			S("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=") };
	}
	v->e[v->n++] = e;
}

static void make_vectors(struct arena *a, struct vectors *v)
{
	struct dossier_rules rules = sample_rules(sample_calendar(a, NULL, 0));
	struct dossier d = { 0 };
	static const struct {
		enum dossier_verb verb;
		const char *at, *due;
	} life[] = {
		{ VERB_SUBMIT, "2022-10-20 20:15", "" },
		{ VERB_REQUEST_SUPPLEMENT, "2022-10-21 08:00", "" },
		{ VERB_RECEIVE_SUPPLEMENT, "2022-10-21 09:30", "" },
		{ VERB_ACCEPT, "2022-10-21 15:40", "" },
		{ VERB_START, "2022-10-24 07:45", "" },
		{ VERB_REQUEST_SUPPLEMENT, "2022-10-26 09:00", "" },
		{ VERB_RECEIVE_SUPPLEMENT, "2022-10-31 09:00", "" },
		{ VERB_WAIT_PAYMENT, "2022-11-01 09:00", "" },
		{ VERB_RECEIVE_PAYMENT, "2022-11-03 09:00", "" },
		{ VERB_APOLOGISE, "2022-11-10 09:00", "2022-11-25" },
		{ VERB_APPROVE, "2022-11-24 16:00", "" },
		{ VERB_RETURN, "2022-11-25 10:00", "" },
	};

	for (size_t i = 0; i < COUNT(life); i++) {
		struct dossier_command cmd = sample_command(&d, life[i].verb, sample_minute(life[i].at));
		cmd.by = i == 0 ? ROLE_APPLICANT : ROLE_HEAD_OF_UNIT;
		CHECK(parse_due(str_of(life[i].due), &cmd.due));
		struct dossier_decision done = sample_do(&d, &cmd, &rules);
		add(v, &done);
	}
	v->facts = d;
	v->facts.ended_at = sample_minute("2022-11-23 16:00");
	struct dossier_command correct = sample_command(&d, VERB_CORRECT, INSTANT_NONE);

	correct.facts = &v->facts;
	correct.reason = REASON_WRONG_ENTRY;
	struct dossier_decision done = sample_do(&d, &correct, &rules);

	add(v, &done);
	done = sample_step(&d, VERB_ANNUL, sample_minute("2022-11-28 08:00"), &rules);
	add(v, &done);
}

static bool same_event(const struct dossier_event *x, const struct dossier_event *y)
{
	struct arena a = { 0 };
	struct buf bx = { .a = &a }, by = { .a = &a };

	dossier_entry_write(&bx, x);
	dossier_entry_write(&by, y);
	bool same = str_eq(buf_str(&bx), buf_str(&by)) && x->verb == y->verb && x->happened == y->happened;

	arena_free(&a);
	return same;
}

/* docs/journal-format.md quotes these entries with the hash of each as a leaf. MOTCUA_WRITE_DOCS=1 writes
 * them. */
TEST(the_published_entries_are_what_is_written)
{
	ARENA a = { 0 };
	struct vectors v = { 0 };
	struct buf text = { .a = &a }, entry = { .a = &a };
	const char *path = sample_doc(&a, "docs/journal-format.md");

	make_vectors(&a, &v);
	CHECK_INT(v.n, VECTORS);
	buf_add(&text, S("```json\n"));
	for (int i = 0; i < v.n; i++) {
		entry.n = 0;
		dossier_entry_write(&entry, &v.e[i]);
		buf_add(&text, buf_str(&entry));
		buf_char(&text, '\n');
	}
	buf_add(&text, S("```\n"));
	sample_check_doc(path, vectors_begin, vectors_end, buf_str(&text));
}

TEST(written_is_canonical_and_reads_back)
{
	ARENA a = { 0 };
	struct vectors v = { 0 };
	struct dossier d = { 0 };

	make_vectors(&a, &v);
	v.e[1].agency = S("Sở \"Mẫu\" A\n");
	for (int i = 0; i < v.n; i++) {
		struct buf entry = { .a = &a };
		struct dossier_event back = { 0 };
		dossier_entry_write(&entry, &v.e[i]);
		CHECK(json_is_canonical(buf_str(&entry)));
		CHECK_INT(dossier_entry_read(&a, buf_str(&entry), &back), ENTRY_DOSSIER);
		CHECK(same_event(&v.e[i], &back));
		CHECK_OR_STOP(dossier_fits(&d, &back));
		d = dossier_apply(d, &back);
	}
	CHECK_INT(d.state, DOSSIER_ANNULLED);
	CHECK_INT(d.version, VECTORS);
	CHECK_INT(d.waits_n, 3);
	CHECK_INT(d.dues_n, 4);
	CHECK_INT(d.ended_at, sample_minute("2022-11-23 16:00"));
	CHECK(d.apologised);
	CHECK_INT(d.rule, DUE_RULE_APPOINTED);
	CHECK_INT(d.calendar, 0);
}

static enum entry_read read_text(struct arena *a, struct str text)
{
	struct dossier_event e = { 0 };

	return dossier_entry_read(a, text, &e);
}

TEST(what_is_not_an_entry)
{
	ARENA a = { 0 };
	struct vectors v = { 0 };
	struct buf entry = { .a = &a };

	make_vectors(&a, &v);
	CHECK_INT(read_text(&a, S("")), ENTRY_OTHER);
	CHECK_INT(read_text(&a, S("{\"agency\":\"H54\",\"kind\":\"agency.merge\",\"v\":1}")), ENTRY_OTHER);
	CHECK_INT(read_text(&a, S("{\"kind\":\"dossier.accept\",\"v\":1}")), ENTRY_BROKEN);
	for (int i = 0; i < v.n; i++) {
		entry.n = 0;
		dossier_entry_write(&entry, &v.e[i]);
		struct str whole = buf_str(&entry);
		for (size_t n = 0; n < whole.n; n++)
			CHECK(read_text(&a, str_dup(&a, str_sub(whole, 0, n))) != ENTRY_DOSSIER);
		CHECK_INT(read_text(&a, str_fmt(&a, "%.*s ", ARG(whole))), ENTRY_BROKEN);
	}
	CHECK_INT(read_text(&a, str_fmt(&a, "%.*s", ARG(buf_str(&entry)))), ENTRY_DOSSIER);
}

/* Bytes changed at random: whatever is still read is written again as the same text. */
TEST(one_text_for_one_event)
{
	ARENA a = { 0 };
	struct vectors v = { 0 };
	uint64_t seed = 61;
	static const char bytes[] = "\"\\{}[],:0123456789abcdeu \n\xc3\xa9\xff";
	int read = 0;

	make_vectors(&a, &v);
	for (int round = 0; round < 60000; round++) {
		ARENA b = { 0 };
		struct buf entry = { .a = &b }, again = { .a = &b };
		struct dossier_event e = { 0 };
		dossier_entry_write(&entry, &v.e[round % v.n]);
		for (int i = 0; i < 1 + round % 3; i++)
			entry.p[test_random(&seed) % entry.n] =
				bytes[test_random(&seed) % (sizeof bytes - 1)];
		if (dossier_entry_read(&b, buf_str(&entry), &e) != ENTRY_DOSSIER)
			continue;
		read++;
		dossier_entry_write(&again, &e);
		CHECK_STR(buf_str(&again), buf_str(&entry));
		CHECK(json_is_canonical(buf_str(&entry)));
	}
	CHECK(read > 1000);
}

TEST(reading_is_fast)
{
	ARENA a = { 0 };
	struct vectors v = { 0 };
	struct buf entry = { .a = &a };
	struct dossier_event e = { 0 };
	enum { ROUNDS = 100000 };

	make_vectors(&a, &v);
	dossier_entry_write(&entry, &v.e[0]);
	clock_t from = clock();

	for (int i = 0; i < ROUNDS; i++)
		CHECK(dossier_entry_read(&a, buf_str(&entry), &e) == ENTRY_DOSSIER);
	double ns = (double)(clock() - from) * 1e9 / CLOCKS_PER_SEC / ROUNDS;

	printf("# %.0f ns to read an entry of %zu bytes\n", ns, entry.n);
	CHECK(ns < 100000); /* on a busy machine with sanitizers, and still no copy of a tree */
}
