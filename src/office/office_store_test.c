/* Contacts against a real engine. */
#include "agency/agency_store.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "office/office_store.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
};

static void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}

static const struct fault *fixture_open(struct fixture *f)
{
	const struct agency_version agency = {
		.code = S("SMA"), .name = S("Sở Mẫu A"), .kind = S("so"), .level = LEVEL_PROVINCE
	};
	int64_t position;
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	f->w = (struct write){ .db = &f->db,
		.journal = &f->journal,
		.now = instant_at(day_from_civil((struct civil){ 2022, 12, 23 }), 9 * 3600) };
	TRY(journal_open(&f->db, &f->journal));
	return agency_add(&f->w, &agency, S(""), &position);
}
#define FIXTURE(f) \
	cleanup_with(fixture_end) struct fixture f = { 0 }; \
	CHECK_OK(fixture_open(&(f)))

static struct record_run step(int64_t record, enum contact_verb verb, const char *address)
{
	struct record_run r = { .type = &contact_type,
		.event = { .verb = (int)verb, .record = record, .agency = S("SMA"), .by = ROLE_EDITOR } };

	r.event.values[CONTACT_ADDRESS] = str_of(address);
	if (verb == CONTACT_GIVE)
		r.event.values[CONTACT_AGENCY] = S("SMA");
	return r;
}

TEST(an_agency_has_one_contact_that_is_changed_as_a_whole)
{
	static const struct record_type *const types[] = { &contact_type, NULL };
	FIXTURE(f);
	struct contact_row row;
	const struct contact_row *rows;
	struct str complaint = { 0 };
	size_t n;
	bool found;

	struct record_run give = step(0, CONTACT_GIVE, "1 đường Mẫu"), twice = give;
	give.event.values[CONTACT_EMAIL] = S("a@mau.example");
	CHECK_OK(contact_of(&f.db, S("SMA"), &row, &found));
	CHECK(!found);
	CHECK_OK(record_run(&f.w, &give));
	CHECK(!give.refusal.refused);
	CHECK_OK(record_run(&f.w, &twice));
	CHECK(twice.refusal.refused && twice.refusal.field == CONTACT_AGENCY);
	CHECK_OK(contact_of(&f.db, S("SMA"), &row, &found));
	CHECK(found && row.is_valid && row.record == give.number);
	CHECK_STR(row.email, S("a@mau.example"));

	struct record_run change = step(give.number, CONTACT_CHANGE, "2 đường Mẫu");
	CHECK_OK(record_run(&f.w, &change));
	CHECK_OK(contact_of(&f.db, S("SMA"), &row, &found));
	CHECK_STR(row.address, S("2 đường Mẫu"));
	CHECK_STR(row.email, S(""));

	struct record_run withdraw = step(give.number, CONTACT_WITHDRAW, "");
	CHECK_OK(record_run(&f.w, &withdraw));
	CHECK_OK(contact_of(&f.db, S("SMA"), &row, &found));
	CHECK(found && !row.is_valid);
	struct record_run back = step(give.number, CONTACT_CHANGE, "3 đường Mẫu");
	CHECK_OK(record_run(&f.w, &back));
	CHECK(!back.refusal.refused);

	CHECK_OK(record_rebuild(&f.w, types));
	CHECK_OK(record_examine(&f.db, types, &complaint));
	CHECK_STR(complaint, S(""));
	CHECK_OK(contact_list(&f.db, &rows, &n));
	CHECK_INT(n, 1);
	CHECK(contact_find(rows, n, S("SMA")) == rows && !contact_find(rows, n, S("SMB")));
	CHECK_STR(rows[0].address, S("3 đường Mẫu"));
}

TEST(an_unknown_agency_has_none)
{
	FIXTURE(f);
	struct record_run give = step(0, CONTACT_GIVE, "1 đường Mẫu");

	give.event.values[CONTACT_AGENCY] = give.event.agency = S("XYZ");
	CHECK_OK(record_run(&f.w, &give));
	CHECK(give.refusal.refused && give.refusal.field == CONTACT_AGENCY);
}
