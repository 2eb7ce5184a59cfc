/* The real files of packs/vn, and the numbers of the article that come out of them. */
#include "catalogue/pack.h"
#include "exchange/import_agencies.h"
#include "exchange/import_holidays.h"
#include "exchange/import_procedures.h"
#include "exchange/import_sample.h"

static struct str pack_file(const char *path)
{
	for (int i = 0; i < pack_n; i++)
		if (str_eq(pack[i].path, str_of(path)))
			return pack[i].raw;
	abort();
}

static const struct {
	const char *path;
	write_command *import;
	int64_t rows;
} files[] = {
	{ "vn/holidays.csv", import_holidays, 75 },
	{ "vn/agencies.csv", import_agencies, 337 },
	{ "vn/procedures-construction.csv", import_procedures, 56 },
	{ "vn/procedures-transport.csv", import_procedures, 123 },
	{ "vn/procedure-changes-synthetic.csv", import_procedures, 22 },
};

static const struct fault *import_pack(struct fixture *f, bool again)
{
	for (size_t i = 0; i < COUNT(files); i++) {
		TRY(import_bytes(f, files[i].import, pack_file(files[i].path)));
		CHECK(reported(f, files[i].rows, again ? 0 : files[i].rows, 0, again ? files[i].rows : 0));
	}
	return NULL;
}

static struct procedure_counts counts(struct fixture *f, const struct catalogue *c, const char *agency)
{
	int found = 0;

	CHECK_INT(catalogue_match_agency(c, &f->a, str_of(agency), &found, 1), 1);
	return catalogue_counts(c, &f->a, found, day("2022-01-01"), day("2022-10-25"), KNOWN_NOW);
}

TEST(the_article_s_catalogue)
{
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_pack(&f, false));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	CHECK_INT(c->agencies.n, 337);
	struct procedure_counts xd = counts(&f, c, "SXD"), gt = counts(&f, c, "SGTVT");
	CHECK_INT(xd.total, 56);
	CHECK_INT(xd.same_level, 14);
	CHECK_INT(xd.cross_level, 23);
	CHECK_INT(gt.total, 123);
	CHECK_INT(gt.online[ONLINE_3], 26);
	CHECK_INT(gt.online[ONLINE_4], 62);
	CHECK_INT(gt.offered, 88);
	CHECK_INT(gt.changes[CHANGE_NEW], 6);
	CHECK_INT(gt.changes[CHANGE_AMENDED], 13);
	CHECK_INT(gt.changes[CHANGE_SHORTENED], 3);
	CHECK_INT(gt.changes[CHANGE_REPLACED] + gt.changes[CHANGE_ABOLISHED], 0);
	CHECK_INT(gt.without_code, 11);
	CHECK_INT(counts(&f, c, "H54").total, 56 + 123);
	CHECK_INT(xd.without_code, 0);
}

TEST(the_pack_again)
{
	FIXTURE f = { 0 };
	int64_t size;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_pack(&f, false));
	size = f.journal.tree.size;
	CHECK_INT(size, 1 + 337 + 56 + 123 + 22);
	CHECK_OK(import_pack(&f, true));
	CHECK_INT(f.journal.tree.size, size);
}

TEST(people_find_what_they_type)
{
	static const struct {
		const char *query, *best;
	} rows[] = {
		{ "giay phep lai xe quoc te", "Cấp Giấy phép lái xe quốc tế" },
		{ "đổi giấy phép", "Đổi Giấy phép lái xe do ngành Công an cấp" },
		{ "1.002300", "Cấp lại Giấy phép lái xe quốc tế" },
	};
	FIXTURE f = { 0 };
	const struct catalogue *c;

	CHECK_OK(fixture_open(&f));
	CHECK_OK(import_pack(&f, false));
	CHECK_OK(catalogue_load(&f.db, &f.a, &c));
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct catalogue_filter filter = { .query = str_of(rows[i].query), .day = day("2022-10-25") };
		struct catalogue_found found = catalogue_search(c, &f.a, &filter);
		CHECK_OR_STOP(found.n > 0);
		CHECK_STR(procedure_on(&c->procedures, found.numbers[0], filter.day, KNOWN_NOW)->name,
			str_of(rows[i].best));
	}
}
