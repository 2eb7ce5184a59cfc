/* Open data through the gate: the page, the files, the catalogue for machines. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "figures/figures_report.h"
#include "opendata/opendata.h"
#include "procedure/procedure_store.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).app.public_url = S("https://mau.example")

static const char *target(struct site *s, const struct dataset *d, const char *ending)
{
	return str_fmt(&s->a, "/du-lieu-mo/%.*s.%s", ARG(d->name), ending).p;
}

static int64_t lines(struct str body)
{
	int64_t n = 0;

	for (size_t i = 0; i < body.n; i++)
		n += body.p[i] == '\n';
	return n;
}

TEST(every_set_is_a_file_in_both_formats_with_explained_columns)
{
	OPEN(s);
	struct reply page = site_get(&s, "/du-lieu-mo"), en = site_get(&s, "/du-lieu-mo?lang=en");

	CHECK_INT(page.status, 200);
	CHECK(site_has(&page, "https://creativecommons.org/licenses/by/4.0/") && site_has(&en, "Open data"));
	CHECK_OK(site_add_dossier(&s, "SMA-221003-0001", "2022-10-03 09:00", "2022-10-05 15:00"));
	for (int i = 0; datasets[i]; i++) {
		const struct dataset *d = datasets[i];
		struct reply csv = site_get(&s, target(&s, d, "csv")),
			     json = site_get(&s, target(&s, d, "json"));

		test_check(csv.status == 200 && json.status == 200, __FILE__, __LINE__, "%.*s", ARG(d->name));
		CHECK(site_has(&page, target(&s, d, "csv")) && site_has(&page, target(&s, d, "json")));
		/* The mark that spreadsheets want, then the names of the columns with semicolons. */
		CHECK(str_starts(csv.body, S("\xEF\xBB\xBF")));
		struct str rest = str_sub(csv.body, 3, csv.body.n), head = { 0 };
		CHECK(str_cut(&rest, '\r', &head));
		for (size_t k = 0; k < d->columns_n; k++) {
			struct str name = { 0 };

			CHECK(str_cut(&head, ';', &name) && str_eq(name, d->columns[k].name));
			CHECK(site_has(&page, str_fmt(&s.a, "<code>%.*s</code>", ARG(name)).p));
			CHECK(msg_text(LANG_VI, d->columns[k].meaning).n > 0);
			for (size_t m = 0; m < k; m++)
				CHECK(!str_eq(d->columns[m].name, d->columns[k].name));
		}
		CHECK(!head.p);
		/* As many objects as rows. */
		int64_t objects = 0;
		struct str body = json.body, first = str_fmt(&s.a, "{\"%.*s\":", ARG(d->columns[0].name));
		for (size_t at = str_find(body, first); at < body.n; at = str_find(body, first)) {
			objects++;
			body = str_sub(body, at + first.n, body.n);
		}
		CHECK(objects <= lines(csv.body) - 1 &&
			(objects > 0 || d == &dataset_legal || d == &dataset_news || d == &dataset_feedback));
		CHECK(str_starts(json.body, S("[")) && str_ends(json.body, S("]")));
		struct str disposition = reply_header(&csv, S("Content-Disposition"));
		CHECK(str_starts(disposition, S("attachment; filename=\"")) &&
			str_ends(disposition, S(".csv\"")));
	}
	struct reply r = site_get(&s, "/du-lieu-mo/khac.csv");
	CHECK_INT(r.status, 404);
	r = site_get(&s, "/du-lieu-mo/thu-tuc.xml");
	CHECK_INT(r.status, 404);
	r = site_get(&s, "/du-lieu-mo/thu-tuc");
	CHECK_INT(r.status, 404);
}

static const struct fault *add_formula(struct write *w, void *arg)
{
	struct procedure_version v = { .code = S("F.1"),
		.name = S("=HYPERLINK(\"http://x\";\"y\")"),
		.agency = S("SMA"),
		.field = S("@SUM(A1)"),
		.result = S("dòng 1; \"hai\""),
		.allow = { UNIT_WORKING_DAYS, 3, false } };
	int64_t position;

	(void)arg;
	return procedure_add(w, &v, S(""), &position);
}

TEST(a_cell_that_a_spreadsheet_would_run_is_text)
{
	OPEN(s);

	CHECK_OK(writer_run(province_writer(s.app.province), &s.a, add_formula, NULL));
	CHECK_OK(province_reload_catalogue(s.app.province, &s.a));
	struct reply csv = site_get(&s, "/du-lieu-mo/thu-tuc.csv"),
		     json = site_get(&s, "/du-lieu-mo/thu-tuc.json");
	CHECK(site_has(&csv, "F.1;\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";'@SUM(A1);SMA;"));
	CHECK(site_has(&csv, "\"dòng 1; \"\"hai\"\"\""));
	CHECK(site_has(&json, "\"name\":\"=HYPERLINK(\\\"http://x\\\";\\\"y\\\")\""));
	CHECK(site_has(&json, "\"fee_vnd\":null") && site_has(&json, "\"processing_days\":3"));
}

/* The file says what the figures say: the months of a year, summed up over agencies, are those of the
 * province. */
TEST(the_figures_of_the_file_are_those_of_the_contract)
{
	OPEN(s);

	CHECK_OK(site_add_dossier(&s, "SMA-221003-0001", "2022-10-03 09:00", "2022-10-05 15:00"));
	CHECK_OK(site_add_dossier(&s, "SMA-221103-0001", "2022-11-03 09:00", ""));
	struct reply json = site_get(&s, "/du-lieu-mo/so-lieu.json?nam=2022");
	CHECK(site_has(&json,
		"{\"month\":\"2022-10\",\"agency\":\"SMA\",\"agency_name\":\"Sở Mẫu A\",\"received.total\":1,"
		"\"received.new.total\":1,\"received.new.online\":1"));
	CHECK(site_has(&json, "{\"month\":\"2022-11\",\"agency\":\"SMA\",\"agency_name\":\"Sở Mẫu "
			      "A\",\"received.total\":1,"));
	CHECK(site_has(&json,
		"{\"month\":\"2022-12\",\"agency\":\"SMA\",\"agency_name\":\"Sở Mẫu A\",\"received.total\":1,"
		"\"received.new.total\":0"));
	json = site_get(&s, "/du-lieu-mo/so-lieu.json?nam=2021");
	CHECK_STR(json.body, S("[]"));
	struct reply csv = site_get(&s, "/du-lieu-mo/so-lieu.csv?nam=2022");
	CHECK(str_find(reply_header(&csv, S("Content-Disposition")), S("so-lieu-2022.csv")) <
		reply_header(&csv, S("Content-Disposition")).n);
}

TEST(machines_find_the_sets_by_their_catalogue)
{
	OPEN(s);
	struct reply r = site_get(&s, "/du-lieu-mo/catalog.jsonld");

	CHECK_INT(r.status, 200);
	CHECK(str_starts(r.type, S("application/ld+json")));
	CHECK(site_has(&r, "\"dcat:downloadURL\":\"https://mau.example/du-lieu-mo/thu-tuc.csv\""));
	CHECK(site_has(&r, "\"@type\":\"dcat:Catalog\"") && site_has(&r, "\"foaf:name\":\"Tỉnh Mẫu\""));
}
