#include "inspection/inspection_bases.h"
#include "tests/t.h"

#define HEADER "kind,from,to,text,source\n"

TEST(each_basis_holds_from_its_first_to_its_last_day)
{
	static const struct {
		const char *day;
		bool first, second, third;
	} cases[] = {
		{ "1999-01-01", true, false, true },
		{ "2025-02-28", true, false, true },
		{ "2025-03-01", false, true, true },
		{ "2099-12-31", false, true, true },
	};
	ARENA a = { 0 };
	struct inspection_bases b;

	CHECK_OK(inspection_bases_read(&a,
		S(HEADER "x,,2025-02-28,Căn cứ Luật cũ,recalled\nx,2025-03-01,,Căn cứ Luật mới,recalled\n"
			 "y,,,\"Căn cứ Nghị quyết; có dấu, phẩy\",sure\n"),
		&b));
	CHECK_INT(b.n, 3);
	CHECK_STR(b.list[2].text, S("Căn cứ Nghị quyết; có dấu, phẩy"));
	for (size_t i = 0; i < COUNT(cases); i++) {
		daynum day;

		CHECK(parse_day(str_of(cases[i].day), &day));
		CHECK_INT(inspection_basis_holds(&b.list[0], day), cases[i].first);
		CHECK_INT(inspection_basis_holds(&b.list[1], day), cases[i].second);
		CHECK_INT(inspection_basis_holds(&b.list[2], day), cases[i].third);
	}
}

TEST(what_is_no_such_file_is_refused)
{
	static const char *const bad[] = {
		"kind,from,text\nx,,Căn cứ\n",
		HEADER "x,2025-02-30,,Căn cứ,\n",
		HEADER "x,2025-03-01,2025-02-01,Căn cứ,\n",
		HEADER "x,,,,\n",
		HEADER ",,,Căn cứ,\n",
	};
	ARENA a = { 0 };
	struct inspection_bases b;

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(inspection_bases_read(&a, str_of(bad[i]), &b) != NULL);
}
