#include "base/date.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "journal/write.h"
#include "tests/t.h"

enum { ENTRIES = 700 };

static struct str entry_of(struct arena *a, int64_t i)
{
	return str_fmt(a, "{\"n\":%lld}", (long long)i);
}

static const struct fault *append_many(struct db *db, struct journal *j, int64_t from, int64_t to)
{
	for (int64_t i = from; i < to; i++) {
		int64_t position;
		struct journal_sealed sealed = journal_seal(S("applicant"), S("{\"name\":\"A\"}"));
		struct journal_record r = { .recorded = 1000 + i / 10,
			.dossier = i % 7,
			.bytes = entry_of(db->a, i),
			.sealed = &sealed,
			.sealed_n = i % 5 == 0 };
		TRY(journal_append(db, j, &r, &position));
		CHECK_INT(position, i);
	}
	return NULL;
}

TEST(the_root_of_every_prefix_comes_back_from_the_database)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct journal j = { 0 }, again = { 0 };
	int applied;
	struct merkle m = { 0 };

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK(applied > 0);
	CHECK_OK(journal_open(&db, &j));
	CHECK_OK(append_many(&db, &j, 0, ENTRIES));
	for (int64_t i = 0; i <= ENTRIES; i++) {
		struct sha256 got, want = merkle_root(&m), leaf = merkle_leaf(entry_of(&a, i));
		if (i % 13 == 0 || i == 256 || i == 512 || i == ENTRIES) {
			CHECK_OK(journal_root(&db, i, &got));
			CHECK(memcmp(&got, &want, sizeof got) == 0);
		}
		merkle_add(&m, &leaf, NULL, NULL);
	}
	CHECK_OK(journal_open(&db, &again));
	CHECK(memcmp(&again.tree.peaks, &j.tree.peaks, sizeof(struct sha256) * (size_t)j.tree.peaks_n) == 0);
	CHECK_INT(again.tree.size, ENTRIES);
	CHECK_INT(again.last_recorded, 1000 + (ENTRIES - 1) / 10);
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_INT(applied, 0);
}

TEST(stored_hashes_come_back_from_the_entries)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct journal j = { 0 };
	struct sha256 got, want;
	int applied;

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_OK(append_many(&db, &j, 0, ENTRIES));
	want = merkle_root(&j.tree);
	CHECK_OK(db_script(&db, "UPDATE journal_node SET hash = zeroblob(32)"));
	CHECK_OK(journal_root(&db, ENTRIES, &got));
	CHECK(memcmp(&got, &want, sizeof got) != 0);
	CHECK_OK(journal_rehash(&db, &j));
	CHECK_OK(journal_root(&db, ENTRIES, &got));
	CHECK(memcmp(&got, &want, sizeof got) == 0);
	got = merkle_root(&j.tree);
	CHECK(memcmp(&got, &want, sizeof got) == 0);
}

TEST(what_was_known_at_a_time_is_a_prefix)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct journal j = { 0 };
	int applied;
	int64_t size;

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_OK(journal_open(&db, &j));
	CHECK_OK(journal_size_at(&db, 5000, &size));
	CHECK_INT(size, 0);
	CHECK_OK(append_many(&db, &j, 0, 55));
	static const struct {
		instant t;
		int64_t size;
	} rows[] = { { 999, 0 }, { 1000, 10 }, { 1003, 40 }, { 1005, 55 }, { 9999, 55 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_OK(journal_size_at(&db, rows[i].t, &size));
		CHECK_INT(size, rows[i].size);
	}
}

TEST(a_dossier_reads_its_own_entries_and_its_private_part)
{
	ARENA a = { 0 };
	DB db = { 0 };
	struct journal j = { 0 };
	int applied, n = 0;
	bool more = true, found;
	struct str data;

	CHECK_OK(db_open(&a, ":memory:", DB_WRITE, &db));
	CHECK_OK(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	CHECK_OK(append_many(&db, &j, 0, 50));
	JOURNAL_CURSOR c = { 0 };
	CHECK_OK(journal_read_dossier(&db, 3, &c));
	while (more) {
		CHECK_OK(journal_next(&c, &more));
		if (!more)
			break;
		CHECK_INT(c.row.position, 3 + 7 * n++);
		CHECK_STR(c.row.bytes, entry_of(&a, c.row.position));
	}
	CHECK_INT(n, 7);
	CHECK_OK(journal_private(&db, 5, S("applicant"), &data, &found));
	CHECK(found);
	CHECK_STR(data, S("{\"name\":\"A\"}"));
	CHECK_OK(journal_private(&db, 6, S("applicant"), &data, &found));
	CHECK(!found);
}

TEST(a_commitment_opens_with_its_salt_and_nothing_else)
{
	static const char salt[JOURNAL_SALT_BYTES] = "0123456789abcdef";
	struct journal_sealed s = journal_seal_with(S("applicant"), S("data"), salt);
	struct sha256 want = sha256_of(S(""), S("0123456789abcdefdata"));
	struct journal_sealed x = journal_seal(S("applicant"), S("data")),
			      y = journal_seal(S("applicant"), S("data"));

	CHECK(memcmp(&s.commitment, &want, sizeof want) == 0);
	CHECK(memcmp(&x.commitment, &y.commitment, sizeof want) != 0);
}
