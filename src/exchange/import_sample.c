#include "exchange/import_sample.h"
#include "db/migrate.h"
#include "db/schema.h"

void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}
daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	TRY(journal_open(&f->db, &f->journal));
	f->w = (struct write){
		.db = &f->db, .journal = &f->journal, .now = instant_at(day("2022-01-04"), 8 * 3600)
	};
	return NULL;
}

const struct fault *run(struct fixture *f, write_command *import)
{
	struct journal before = f->journal;
	SAVEPOINT sp = { 0 };

	f->job.errors.a = &f->a;
	f->db.undo = false;
	TRY(savepoint_begin(&f->db, &sp));
	TRY(import(&f->w, &f->job));
	if (f->db.undo)
		f->journal = before;
	return f->db.undo ? NULL : savepoint_keep(&sp);
}

const struct fault *import_bytes(struct fixture *f, write_command *import, struct str bytes)
{
	f->job = (struct import_job){ .bytes = bytes };
	return run(f, import);
}

const struct fault *import_text(struct fixture *f, write_command *import, const char *text)
{
	return import_bytes(f, import, str_of(text));
}

bool has_error(const struct fixture *f, int64_t line, const char *field, enum import_code code)
{
	for (size_t i = 0; i < f->job.errors.kept; i++) {
		const struct import_error *e = &f->job.errors.list[i];
		if (e->line == line && e->code == code && str_eq(e->field, str_of(field)))
			return true;
	}
	return false;
}

void say_errors(struct fixture *f)
{
	struct buf b = { .a = &f->a };

	import_errors_say(&b, LANG_EN, S("test.csv"), &f->job.errors);
	for (struct str rest = buf_str(&b), line; str_cut(&rest, '\n', &line);)
		if (line.n)
			printf("# %.*s\n", ARG(line));
}

bool reported(struct fixture *f, int64_t rows, int64_t added, int64_t corrected, int64_t unchanged)
{
	const struct import_report *r = &f->job.report;
	bool ok = f->job.errors.total == 0 && r->rows == rows && r->added == added &&
		  r->corrected == corrected && r->unchanged == unchanged;

	if (!ok)
		printf("# %lld rows, %lld added, %lld corrected, %lld unchanged\n", (long long)r->rows,
			(long long)r->added, (long long)r->corrected, (long long)r->unchanged);
	if (!ok)
		say_errors(f);
	return ok;
}
