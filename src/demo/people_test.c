#include "demo/people.h"
#include "json/canon.h"
#include "tests/t.h"

enum { PEOPLE = 5000 };

static struct str value_of(struct str json, const char *key)
{
	ARENA a = { 0 };
	struct str mark = str_fmt(&a, "\"%s\":\"", key);
	struct str rest = str_sub(json, str_find(json, mark) + mark.n, json.n);

	return str_sub(rest, 0, str_find_char(rest, '"'));
}

TEST(nobody_real_and_marked_so)
{
	ARENA a = { 0 };

	for (int i = 0; i < PEOPLE; i++) {
		struct str json = people_applicant(&a, 11, i);
		struct str id = value_of(json, "id"), phone = value_of(json, "phone");
		CHECK(json_is_canonical(json));
		CHECK(str_find(json, S("\"synthetic\":true")) < json.n);
		CHECK_INT(id.n, 12);
		CHECK(str_starts(id, S("000")));
		CHECK_INT(phone.n, 10);
		CHECK(str_starts(phone, S("0000")));
		CHECK(value_of(json, "name").n > 5);
	}
	CHECK_STR(people_officer(&a, 7), S("{\"name\":\"Cán bộ mẫu 7\",\"synthetic\":true}"));
}

TEST(the_same_number_is_the_same_person)
{
	ARENA a = { 0 };

	CHECK_STR(people_applicant(&a, 11, 4), people_applicant(&a, 11, 4));
	CHECK(!str_eq(people_applicant(&a, 11, 4), people_applicant(&a, 11, 5)));
	CHECK(!str_eq(people_applicant(&a, 11, 4), people_applicant(&a, 12, 4)));
}
