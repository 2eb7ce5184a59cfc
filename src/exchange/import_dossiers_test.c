/* Dossiers from a file: history through the law, the same file again, corrections, and every kind of bad row.
 */
#include "exchange/import_dossiers.h"
#include "dossier/dossier_store.h"
#include "exchange/import_agencies.h"
#include "exchange/import_holidays.h"
#include "exchange/import_procedures.h"
#include "exchange/import_sample.h"
#include "figures/figures_follow.h"
#include "figures/figures_report.h"

#define HEADER \
	"code,procedure,agency,channel,applicant,received_at,due_at,supplement_requested_at,supplement_" \
	"received_at," \
	"resolved_at,returned_at,outcome\n"

struct province_sample {
	struct fixture f;
	const struct catalogue *catalogue;
	struct dossier_job job;
};

static void sample_end(struct province_sample *s)
{
	fixture_end(&s->f);
}
#define SAMPLE cleanup_with(sample_end) struct province_sample

static int64_t agency_of(const void *c, struct str code)
{
	return catalogue_agency(c, code);
}

static int64_t procedure_of(const void *c, struct str code)
{
	return catalogue_procedure(c, code);
}

static const struct fault *sample_open(struct province_sample *s)
{
	TRY(fixture_open(&s->f));
	TRY(import_text(&s->f, import_agencies,
		"code,name,short_name,level,kind,parent\nH54,Ủy ban nhân dân tỉnh,UBND,province,ubnd,\n"
		"H54.15,Sở Mẫu A,SMA,province,so,H54\nH54.16,Sở Mẫu B,SMB,province,so,H54\n"));
	TRY(import_text(&s->f, import_procedures,
		"code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_"
		"vnd,legal_basis,"
		"result,components\n1.000001,Thủ tục mẫu,Lĩnh vực "
		"mẫu,SMA,province,4,5,working_days,none,,Luật,Giấy,Đơn\n"));
	TRY(import_text(&s->f, import_holidays,
		"date,kind,name\n2022-01-03,compensation,Nghỉ bù\n2022-09-02,holiday,Quốc khánh\n"));
	s->f.w.now = instant_at(day("2022-12-01"), 8 * 3600);
	return catalogue_load(&s->f.db, &s->f.a, &s->catalogue);
}

/* Runs the import as the writer does; the text stays where it is. */
static const struct fault *import(struct province_sample *s, const char *text, const char *correct, bool dry)
{
	struct csv_memory memory = { .rest = str_of(text) };
	struct journal before = s->f.journal;
	SAVEPOINT sp = { 0 };
	int64_t position;

	s->job = (struct dossier_job){ .source = csv_from_memory(&memory),
		.catalogue = s->catalogue,
		.dry_run = dry,
		.correct = str_of(correct),
		.errors = { .a = &s->f.a },
		.warnings = { .a = &s->f.a } };
	s->f.db.undo = false;
	TRY(savepoint_begin(&s->f.db, &sp));
	TRY(import_dossiers(&s->f.w, &s->job));
	if (s->f.db.undo) {
		s->f.journal = before;
		return NULL;
	}
	TRY(savepoint_keep(&sp));
	return figures_follow(
		&s->f.w, (struct figure_numbers){ s->catalogue, agency_of, procedure_of }, &position);
}

static struct figure_sums figures(struct province_sample *s, instant known_at)
{
	struct figure_request rq = { .agencies = &s->catalogue->agencies,
		.procedures = &s->catalogue->procedures,
		.agency = catalogue_agency(s->catalogue, S("H54.15")),
		.from = day("2022-01-01"),
		.to = day("2022-10-25"),
		.known_at = known_at,
		.now = s->f.w.now };
	struct figure_report report = { 0 };
	const struct fault *f = figures_report(&s->f.db, &rq, &report);

	CHECK(!f && !report.broken);
	return report.total;
}

#define ROW_1 \
	"H54.15-221010-0007,1.000001,SMA,online,Người mẫu 1,2022-10-10 09:00,,,,2022-10-14 " \
	"10:00,2022-10-17 08:00,approved\n"
#define ROW_2 "000.00.15.H54-221011-0003,1.000001,Sở Mẫu A,counter,Người mẫu 2,2022-10-11 09:00,,,,,,\n"
#define ROW_3 \
	",1.000001,H54.15,postal,Người mẫu 3,2022-10-10 14:00,2022-12-25,2022-10-12 09:00,2022-10-20 " \
	"09:00,,,\n"

TEST(history_comes_in_through_the_law_and_codes_go_on_after_the_highest)
{
	SAMPLE s = { 0 };
	struct dossier d;
	int64_t number;
	bool found;

	CHECK_OK(sample_open(&s));
	CHECK_OK(import(&s, HEADER ROW_3 ROW_1 ROW_2, NULL, false));
	CHECK_INT(s.job.errors.total, 0);
	CHECK_INT(s.job.added, 3);
	CHECK_OK(dossier_load_code(&s.f.db, S("H54.15-221010-0007"), &number, &d, &found));
	CHECK(found);
	CHECK_STR(fmt_due(&s.f.a, d.dues[0].due), S("2022-10-17"));
	CHECK_INT(d.state, DOSSIER_RETURNED);
	CHECK_OK(dossier_load_code(&s.f.db, S("H54.15-221010-0008"), &number, &d, &found));
	CHECK(found); /* the row without a code stood first, its number comes after the given one */
	CHECK_INT(d.waits_n, 1);
	CHECK_STR(fmt_due(&s.f.a, dossier_due_at(&d, s.f.w.now)), S("2022-12-25")); /* given, so final */
	struct figure_sums sums = figures(&s, INSTANT_NONE);
	CHECK_INT(figure_cell(&sums, CELL_NEW), 3);
	CHECK_INT(figure_cell(&sums, CELL_RESOLVED_EARLY), 1);
	CHECK_INT(figure_cell(&sums, CELL_OVERDUE), 1);
}

TEST(the_same_file_again_changes_nothing_and_a_dry_run_neither)
{
	SAMPLE s = { 0 };

	CHECK_OK(sample_open(&s));
	CHECK_OK(import(&s, HEADER ROW_1 ROW_2, NULL, true));
	CHECK_INT(s.job.added, 2);
	int64_t size = s.f.journal.tree.size;
	CHECK_OK(import(&s, HEADER ROW_1 ROW_2, NULL, false));
	CHECK_INT(s.job.added, 2);
	CHECK(s.f.journal.tree.size > size);
	size = s.f.journal.tree.size;
	CHECK_OK(import(&s, HEADER ROW_2 ROW_1, NULL, false));
	CHECK_INT(s.job.unchanged, 2);
	CHECK_INT(s.job.added + s.job.corrected, 0);
	CHECK_INT(s.f.journal.tree.size, size);
}

TEST(rows_without_a_code_come_in_once_and_equal_rows_are_two_dossiers)
{
	SAMPLE s = { 0 };

	CHECK_OK(sample_open(&s));
	CHECK_OK(import(&s, HEADER ROW_3 ROW_1 ROW_3, NULL, false));
	CHECK_INT(s.job.added, 3);
	int64_t size = s.f.journal.tree.size;

	CHECK_OK(import(&s, HEADER ROW_3 ROW_1 ROW_3, NULL, false));
	CHECK_INT(s.job.unchanged, 3);
	CHECK_INT(s.job.added, 0);
	CHECK_INT(s.f.journal.tree.size, size);
	CHECK_OK(import(&s, HEADER ROW_3 ROW_3 ROW_3 ROW_2, NULL, false)); /* the file has grown */
	CHECK_INT(s.job.unchanged, 2);
	CHECK_INT(s.job.added, 2);
	CHECK_OK(import(&s,
		HEADER ",1.000001,H54.15,postal,Người mẫu 4,2022-10-10 14:00,2022-12-25,2022-10-12 "
		       "09:00,2022-10-20 09:00,,,\n",
		NULL, false)); /* another applicant */
	CHECK_INT(s.job.added, 1);
}

#define PROCEDURE_HEADER \
	"code,name,field,agency,level,online_level,processing_days,processing_unit,interagency,fee_vnd," \
	"legal_basis," \
	"result,components,effective_from,effective_to\n"

TEST(a_later_version_changes_no_row_of_a_period_that_is_over)
{
	SAMPLE s = { 0 };
	const char *versions[] = { PROCEDURE_HEADER "1.000002,Thủ tục,Lĩnh vực "
						    "cũ,SMA,province,4,5,working_days,none,,Luật,Giấy,Đơn,,"
						    "2022-10-15\n",
		PROCEDURE_HEADER "1.000002,Thủ tục,Lĩnh vực "
				 "mới,SMA,province,4,5,working_days,none,,Luật,Giấy,Đơn,2022-11-15,\n" };

	CHECK_OK(sample_open(&s));
	for (size_t i = 0; i < COUNT(versions); i++) {
		struct figure_report report = { 0 };
		CHECK_OK(import_text(&s.f, import_procedures, versions[i]));
		CHECK_OK(catalogue_load(&s.f.db, &s.f.a, &s.catalogue));
		CHECK_OK(import(
			&s, HEADER ",1.000002,SMA,counter,Người mẫu,2022-10-11 09:00,,,,,,\n", NULL, false));
		struct figure_request rq = { .agencies = &s.catalogue->agencies,
			.procedures = &s.catalogue->procedures,
			.agency = catalogue_agency(s.catalogue, S("H54.15")),
			.from = day("2022-01-01"),
			.to = day("2022-10-25"),
			.by = BY_FIELD,
			.now = s.f.w.now };
		CHECK_OK(figures_report(&s.f.db, &rq, &report));
		CHECK_INT(report.rows_n, 1);
		CHECK_STR(report.rows[0].key, S("Lĩnh vực cũ"));
	}
}

#define ROW_1_LATER \
	"H54.15-221010-0007,1.000001,SMA,online,Người mẫu 1,2022-10-10 09:00,,,,2022-10-19 " \
	"10:00,2022-10-19 11:00,approved\n"

TEST(a_correction_changes_the_figures_it_should_and_the_past_does_not_see_it)
{
	SAMPLE s = { 0 };

	CHECK_OK(sample_open(&s));
	CHECK_OK(import(&s, HEADER ROW_1 ROW_2, NULL, false));
	instant before = s.f.w.now;
	struct figure_sums was = figures(&s, INSTANT_NONE);

	s.f.w.now += DAY_S;
	CHECK_OK(import(&s, HEADER ROW_1_LATER ROW_2, NULL, false));
	CHECK_INT(s.job.errors.total, 1);
	CHECK_INT(s.job.errors.list[0].code, IMPORT_EXISTS_OTHERWISE);
	CHECK_STR(s.job.errors.list[0].field, S("resolved_at"));
	CHECK_INT(s.job.errors.list[0].line, 2);
	CHECK_OK(import(&s, HEADER ROW_1_LATER ROW_2, "nhập nhầm ngày", false));
	CHECK_INT(s.job.errors.total, 0);
	CHECK_INT(s.job.corrected, 1);
	CHECK_INT(s.job.unchanged, 1);
	struct figure_sums now = figures(&s, INSTANT_NONE), then = figures(&s, before);

	for (int c = 0; c < FIGURE_CELL_N; c++) {
		int64_t moved = c == CELL_RESOLVED_EARLY ? -1 : c == CELL_RESOLVED_LATE ? 1 : 0;
		CHECK_INT(figure_cell(&now, (enum figure_cell)c),
			figure_cell(&was, (enum figure_cell)c) + moved);
		CHECK_INT(figure_cell(&then, (enum figure_cell)c), figure_cell(&was, (enum figure_cell)c));
	}
	CHECK_OK(import(&s, HEADER ROW_1_LATER ROW_2, NULL, false));
	CHECK_INT(s.job.unchanged, 2);
}

TEST(bad_rows_are_all_named_and_nothing_comes_in)
{
	static const struct {
		const char *row, *field;
		enum import_code code;
	} rows[] = {
		{ "X,1.000001,SMA,online,A,2022-10-10 09:00,,,,,,\n", "code", IMPORT_BAD_DOSSIER_CODE },
		{ ",1.999999,SMA,online,A,2022-10-10 09:00,,,,,,\n", "procedure", IMPORT_UNKNOWN_PROCEDURE },
		{ ",1.000001,SMZ,online,A,2022-10-10 09:00,,,,,,\n", "agency", IMPORT_UNKNOWN_AGENCY },
		{ ",1.000001,SMA,fax,A,2022-10-10 09:00,,,,,,\n", "channel", IMPORT_NOT_IN_LIST },
		{ ",1.000001,SMA,online,,2022-10-10 09:00,,,,,,\n", "applicant", IMPORT_MISSING_VALUE },
		{ ",1.000001,SMA,online,A,,,,,,,\n", "received_at", IMPORT_MISSING_VALUE },
		{ ",1.000001,SMA,online,A,31/02/2022,,,,,,\n", "received_at", IMPORT_NOT_A_MINUTE },
		{ ",1.000001,SMA,online,A,2022-02-31 09:00,,,,,,\n", "received_at", IMPORT_NOT_A_MINUTE },
		{ ",1.000001,SMA,online,A,2022-10-10 09:00,soon,,,,,\n", "due_at", IMPORT_NOT_A_MINUTE },
		{ ",1.000001,SMA,online,A,2022-10-10 09:00,,,,2022-10-09 09:00,,approved\n", "resolved_at",
			IMPORT_TIMES_OUT_OF_ORDER },
		{ ",1.000001,SMA,online,A,2022-10-10 09:00,,,2022-10-12 09:00,,,\n",
			"supplement_requested_at", IMPORT_MISSING_VALUE },
		{ ",1.000001,SMA,online,A,2022-10-10 09:00,,,,2022-10-12 09:00,,\n", "outcome",
			IMPORT_MISSING_VALUE },
		{ ",1.000001,SMA,online,A,2022-10-10 09:00,,,,,,approved\n", "resolved_at",
			IMPORT_MISSING_VALUE },
		{ ",1.000001,SMA,online,A,2023-10-10 09:00,,,,,,\n", "received_at", IMPORT_IN_THE_FUTURE },
		{ ROW_1, "code", IMPORT_DOUBLED_ROW },
	};
	SAMPLE s = { 0 };

	CHECK_OK(sample_open(&s));
	struct buf text = { .a = &s.f.a };
	int64_t size = s.f.journal.tree.size;

	buf_add(&text, S(HEADER ROW_1));
	for (size_t i = 0; i < COUNT(rows); i++)
		buf_add(&text, str_of(rows[i].row));
	CHECK_OK(import(&s, str_c(&s.f.a, buf_str(&text)), NULL, false));
	CHECK_INT(s.job.errors.total, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows) && i < s.job.errors.kept; i++) {
		CHECK_INT(s.job.errors.list[i].line, i + 3);
		CHECK_STR(s.job.errors.list[i].field, str_of(rows[i].field));
		CHECK_INT(s.job.errors.list[i].code, rows[i].code);
	}
	CHECK_INT(s.f.journal.tree.size, size);
}
