#define _DEFAULT_SOURCE
#include "app/commands.h"
#include "app/open.h"
#include "app/record_types.h"
#include "db/backup.h"
#include "picture/picture_store.h"
#include "province/follow.h"
#include "rating/rating_store.h"
#include "visitor/visitor_store.h"

#include <stdio.h>
#include <unistd.h>

/* The size and root of a province, for people to compare. */
must_check static const struct fault *read_journal(
	struct province *p, struct arena *a, int64_t *size, struct str *root)
{
	struct sha256 h;
	struct buf text = { .a = a };
	struct db *db;

	TRY(province_take_reader(p, a, &db));
	const struct fault *f = journal_size(db, size);

	if (!f)
		f = journal_root(db, *size, &h);
	province_give_reader(p, db);
	if (f)
		return f;
	add_base64(&text, (struct str){ (const char *)h.b, sizeof h.b });
	*root = buf_str(&text);
	return NULL;
}

/* Copies the province p into a new directory. The file gets its name only when it is whole. */
/* A copy is kept for years, the key of a day and who voted for that day only. */
must_check static const struct fault *forget_visitors(struct arena *a, const char *part)
{
	DB db = { 0 };

	TRY(db_open(a, part, DB_WRITE, &db));
	TRY(rating_forget(&db, DAYNUM_NONE));
	return visitor_forget(&db, DAYNUM_NONE);
}

must_check static const struct fault *copy_to(
	struct province *p, struct arena *a, struct str dir, struct province_problem *problem)
{
	const char *whole = str_fmt(a, "%.*s/province.db", ARG(dir)).p;
	const char *part = str_fmt(a, "%.*s/province.db.part", ARG(dir)).p;
	struct db *db;

	TRY(province_new_dir(a, dir, problem));
	if (problem->refusal)
		return NULL;
	TRY(province_take_reader(p, a, &db));
	const struct fault *f = db_backup(db, part);

	province_give_reader(p, db);
	if (!f)
		f = forget_visitors(a, part);
	if (!f && rename(part, whole) != 0)
		f = FAULT(a, FAULT_IO, "%s cannot be named", whole);
	if (f)
		unlink(part);
	return f;
}

/* Opens what was copied and reads its journal: a copy that cannot be read is none. */
must_check static const struct fault *read_copy(
	struct arena *a, struct str dir, int64_t *size, struct str *root)
{
	struct province_options o = { .clock = clock_real(), .read_only = true };
	struct province_problem problem;
	struct province *p;

	TRY(province_open(a, dir, &o, &p, &problem));
	if (!p)
		return FAULT(a, FAULT_CORRUPT, "the copy cannot be opened");
	const struct fault *f = read_journal(p, a, size, root);

	province_close(p);
	return f;
}

static int copy_command(struct cli *c, struct str from, struct str to,
	void (*say)(struct buf *, enum lang, struct str, struct str, int64_t, struct str))
{
	struct province_options o = { .clock = clock_real(), .read_only = true };
	struct province_problem problem;
	struct province *p;
	struct buf b = { .a = c->a };
	struct str root = { 0 };
	int64_t size = 0;
	const struct fault *f = province_open(c->a, from, &o, &p, &problem);

	if (f)
		return cli_fault(c, f);
	if (problem.refusal)
		return refuse_problem(c, &problem, from);
	f = copy_to(p, c->a, to, &problem);
	province_close(p);
	if (!f && problem.refusal)
		return refuse_problem(c, &problem, to);
	if (!f)
		f = read_copy(c->a, to, &size, &root);
	if (f)
		return cli_fault(c, f);
	say(&b, c->lang, from, to, size, root);
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

int run_backup(struct cli *c)
{
	return copy_command(c, cli_value(c, "--data"), c->words[0], msg_app_backup_done);
}

int run_restore(struct cli *c)
{
	return copy_command(c, c->words[0], cli_value(c, "--data"), msg_app_restore_done);
}

int run_rebuild(struct cli *c)
{
	struct province_options o = { .clock = clock_real(), .purpose = "rebuild", .mend = true };
	struct province *p;
	struct buf b = { .a = c->a };
	struct str root = { 0 };
	int64_t size = 0;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = province_rebuild(p, app_record_types, c->a, &size);

	if (!f)
		f = read_journal(p, c->a, &size, &root);
	province_close(p);
	if (f)
		return cli_fault(c, f);
	msg_app_rebuild_done(&b, c->lang, size);
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}
