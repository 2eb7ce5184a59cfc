#include "demo/demo_pack_store.h"
#include "catalogue/pack.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "demo/demo_files.h"
#include "demo/demo_report_store.h"
#include "exchange/import_agencies.h"
#include "exchange/import_holidays.h"
#include "exchange/import_procedures.h"
#include "legal/legal_import_store.h"
#include "score/score_import.h"
#include "exchange/import_regimes.h"

enum { MAX_IMPORTS = 64, IMPORT_HOUR_S = 8 * 3600, IMPORT_APART_S = 600 };

static struct str file_of(const struct embedded_file *files, int n, struct str path)
{
	for (int i = 0; i < n; i++)
		if (str_eq(files[i].path, path))
			return files[i].raw;
	impossible(); /* meson.build names what is embedded */
}

/* Field number `at` of a line whose fields are all quoted. */
static struct str quoted_field(struct str line, int at)
{
	struct str field = { 0 }, rest = str_sub(line, 1, line.n);

	for (int i = 0; i <= at; i++) {
		size_t end = str_find(rest, S("\",\""));
		field = str_sub(rest, 0, end);
		rest = str_sub(rest, end + 3, rest.n);
	}
	return field;
}

static int column_of(struct str header, struct str name)
{
	for (int i = 0; i < LIMIT_CSV_COLUMNS; i++)
		if (str_eq(quoted_field(header, i), name))
			return i;
	impossible(); /* the file is ours */
}

struct imports {
	struct arena *a;
	struct demo_import *list;
	int n;
};

static void add_import(struct imports *x, instant at, write_command *run, struct str path, struct str bytes)
{
	assert(x->n < MAX_IMPORTS);
	x->list[x->n++] = (struct demo_import){ at, run, path, bytes };
}

/* Rows of one decision stand together; each decision is imported on its day, under a copy of the header. */
static void add_changes(struct imports *x, struct str path, struct str file)
{
	struct str rest = file, header = { 0 }, line, last = { 0 };
	struct buf *part = NULL;

	(void)str_cut(&rest, '\n', &header);
	int column = column_of(header, S("decision_date"));

	while (str_cut(&rest, '\n', &line)) {
		struct str date = quoted_field(line, column);
		daynum day = DAYNUM_NONE;
		if (!line.n)
			continue;
		if (!str_eq(date, last)) {
			if (!parse_day(date, &day))
				impossible();
			part = NEW(x->a, struct buf);
			part->a = x->a;
			buf_add(part, header);
			add_import(x, instant_at(day, IMPORT_HOUR_S), import_procedures, path, S(""));
			last = date;
		}
		buf_char(part, '\n');
		buf_add(part, line);
		x->list[x->n - 1].bytes = buf_str(part);
	}
}

static void add_regimes(struct imports *x, instant at)
{
	static const struct str base = S_INIT("vn/report-regimes.csv"),
				invented = S_INIT("demo/report-regimes.csv");

	add_import(x, at, import_regimes, base, file_of(pack, pack_n, base));
	add_import(x, at + IMPORT_APART_S, import_regimes, invented,
		file_of(demo_files, demo_files_n, invented));
}

/* Documents that the article and the acts around it name, published in the last days before the
 * demonstration. */
static void add_legal(struct imports *x)
{
	static const struct str path = S_INIT("vn/legal-documents.csv");
	instant at = instant_at(day_from_civil((struct civil){ 2023, 1, 4 }), IMPORT_HOUR_S);

	add_import(x, at, import_legal, path, file_of(pack, pack_n, path));
}

/* A command for each line, at its time. */
static void add_reports(struct imports *x, struct str path)
{
	struct str rest = file_of(demo_files, demo_files_n, path), line, at;
	instant when;

	(void)str_cut(&rest, '\n', &line); /* the header */
	while (str_cut(&rest, '\n', &line)) {
		struct str fields = line;

		if (!line.n)
			continue;
		if (!str_cut(&fields, ',', &at) || !parse_local_minute(at, &when))
			impossible(); /* the file is ours */
		add_import(x, when, demo_report_run, path, line);
	}
}

/* Those of one time stay in their order. */
static void sort_by_time(struct imports *x)
{
	for (int i = 1; i < x->n; i++) {
		struct demo_import one = x->list[i];
		int to = i;

		for (; to > 0 && x->list[to - 1].at > one.at; to--)
			x->list[to] = x->list[to - 1];
		x->list[to] = one;
	}
}

const struct demo_import *demo_imports(struct arena *a, int *n)
{
	static const struct {
		struct str path;
		write_command *run;
	} base[] = { { S_INIT("vn/holidays.csv"), import_holidays },
		{ S_INIT("vn/agencies.csv"), import_agencies },
		{ S_INIT("vn/procedures-construction.csv"), import_procedures },
		{ S_INIT("vn/procedures-transport.csv"), import_procedures },
		{ S_INIT("vn/criteria-departments.csv"), import_criteria },
		{ S_INIT("vn/criteria-communes.csv"), import_criteria } };
	static const struct str changes = S_INIT("vn/procedure-changes-synthetic.csv");
	struct imports x = { .a = a, .list = NEW_ARRAY(a, struct demo_import, MAX_IMPORTS) };
	instant at = instant_at(day_from_civil((struct civil){ 2021, 10, 1 }), IMPORT_HOUR_S);

	for (size_t i = 0; i < COUNT(base); i++, at += IMPORT_APART_S)
		add_import(&x, at, base[i].run, base[i].path, file_of(pack, pack_n, base[i].path));
	add_import(&x, at, import_agencies, S("demo/agencies.csv"),
		file_of(demo_files, demo_files_n, S("demo/agencies.csv")));
	add_import(&x, at + IMPORT_APART_S, import_procedures, S("demo/procedures.csv"),
		file_of(demo_files, demo_files_n, S("demo/procedures.csv")));
	add_regimes(&x, at + 2 * IMPORT_APART_S);
	add_changes(&x, changes, file_of(pack, pack_n, changes));
	add_reports(&x, S("demo/reports.csv"));
	add_legal(&x);
	sort_by_time(&x);
	*n = x.n;
	return x.list;
}

const struct fault *demo_import_run(struct write *w, void *arg)
{
	const struct demo_import *import = arg;
	struct import_job job = { .bytes = import->bytes, .errors = { .a = w->db->a } };
	struct buf said = { .a = w->db->a };

	w->now = import->at > w->journal->last_recorded ? import->at : w->journal->last_recorded;
	TRY(import->run(w, &job));
	if (job.errors.total == 0)
		return NULL;
	import_errors_say(&said, LANG_EN, import->path, &job.errors);
	return FAULT(w->db->a, FAULT_CORRUPT, "%.*s", ARG(buf_str(&said)));
}

const struct fault *demo_rehearse_imports(
	struct arena *a, const struct demo_import *imports, int n, const struct catalogue **out)
{
	DB db = { 0 };
	TX tx = { 0 };
	struct journal journal = { 0 };
	int applied;

	TRY(db_open(a, ":memory:", DB_WRITE, &db));
	TRY(db_migrate(&db, schema_migrations, schema_migrations_n, &applied));
	TRY(journal_open(&db, &journal));
	TRY(tx_begin(&db, &tx));
	struct write w = { .db = &db, .journal = &journal };

	for (int i = 0; i < n; i++) {
		struct demo_import import = imports[i];
		TRY(demo_import_run(&w, &import));
	}
	TRY(tx_commit(&tx));
	return catalogue_load(&db, a, out);
}
