#include "inspection/inspection_table.h"
#include "tests/t.h"

static struct str read_all(struct arena *a, struct str csv, struct record_event *e)
{
	struct import_errors errors = { .a = a };
	struct buf out = { .a = a };

	*e = (struct record_event){ .verb = INSPECTION_DO_DECLARE };
	CHECK(inspection_table_read(a, csv, e, &errors) == NULL);
	import_errors_say(&out, LANG_EN, S("f"), &errors);
	return buf_str(&out);
}

TEST(the_template_reads_back_what_it_says)
{
	ARENA a = { 0 };
	struct inspection_figures f = { .given = true };
	struct record_event e;

	f.known[INSPECTION_RECEIVED] = f.known[INSPECTION_LATE] = true;
	f.n[INSPECTION_RECEIVED] = 15726;
	CHECK_STR(read_all(&a, inspection_table_write(&a, &f), &e), S(""));
	CHECK_STR(e.values[inspection_figure_field(INSPECTION_RECEIVED)], S("15726"));
	CHECK_STR(e.values[inspection_figure_field(INSPECTION_LATE)], S("0"));
	CHECK_STR(e.values[inspection_figure_field(INSPECTION_OVERDUE)], S(""));
}

TEST(labels_and_vietnamese_numbers_will_do)
{
	ARENA a = { 0 };
	struct record_event e;

	CHECK_STR(
		read_all(&a, S("figure;value\nTiếp nhận, tổng số;1.713\nTIEP NHAN, TONG SO;\n"), &e), S(""));
	CHECK_STR(e.values[inspection_figure_field(INSPECTION_RECEIVED)], S("1713"));
}

TEST(every_flaw_is_told_with_its_line)
{
	static const struct {
		const char *csv, *says;
	} cases[] = { { "figure,value\nwings,2\n", "f:2: figure: " },
		{ "figure,value\nlate,1.5\n", "f:2: value: " }, { "figure,value\nlate,-1\n", "f:2: value: " },
		{ "figure,value\nlate,1\nlate,2\n", "f:3: figure: " }, { "figure\nlate\n", "f:1: " },
		{ "", "f:1: " }, { "figure,value\nlate,9999999999999\n", "f:2: value: " } };
	ARENA a = { 0 };
	struct record_event e;

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str said = read_all(&a, str_of(cases[i].csv), &e);

		if (!CHECK(str_find(said, str_of(cases[i].says)) < said.n))
			printf("# %zu: %.*s\n", i, ARG(said));
	}
}
