#include "agency/fixture_testing.h"

enum { FRIDAY = 19349, NINE_S = 9 * 3600 };

instant fixture_now(void)
{
	return instant_at(FRIDAY, NINE_S);
}

const struct fault *fixture_open(struct fixture *f, instant now, size_t n)
{
	static const struct agency_version agencies[FIXTURE_AGENCIES] = {
		{ .code = S_INIT("SMA"),
			.name = S_INIT("Sở Mẫu A"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
		{ .code = S_INIT("SMB"),
			.name = S_INIT("Sở Mẫu B"),
			.kind = S_INIT("so"),
			.level = LEVEL_PROVINCE },
	};
	int applied;
	int64_t position;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	f->w = (struct write){ .db = &f->db, .journal = &f->journal, .now = now };
	TRY(journal_open(&f->db, &f->journal));
	for (size_t i = 0; i < n; i++)
		TRY(agency_add(&f->w, &agencies[i], S(""), &position));
	return NULL;
}

void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}
