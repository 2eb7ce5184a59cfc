/* Contacts against a real engine. */
#include "agency/fixture_testing.h"
#include "office/office_store.h"

#define FIXTURE(f) FIXTURE_OF(f, fixture_now(), 1)

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
