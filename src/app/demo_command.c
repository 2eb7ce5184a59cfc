/* motcua demo: makes the demonstration province or opens it again, shows that the article's figures come out,
 * serves. */
#include "app/commands.h"
#include "account/account_words.h"
#include "app/demo_table.h"
#include "app/open.h"
#include "app/serve.h"
#include "base/hash.h"
#include "demo/demo_feedback_store.h"
#include "demo/demo_inspection_store.h"
#include "demo/demo_news_store.h"
#include "demo/demo_contact_store.h"
#include "demo/demo_people_store.h"
#include "demo/demo_score_store.h"
#include "demo/demo_store.h"
#include "demo/demo_visit_store.h"
#include "dossier/dossier_sql.h"
#include "province/follow.h"

#include <stdio.h>

enum { BAR_WIDTH = 40, SALT_SEED = 20221025, START_HOUR_S = 7 * 3600 };

/* What was shown last, so that a log gets a line per month and a terminal one bar. */
struct shown {
	const struct cli *c;
	int month;
	int64_t percent;
};

static void show_step(const struct cli *c, enum msg step)
{
	cli_err(msg_text(c->lang, step));
}

static void show_bar(struct str text, int64_t percent)
{
	char bar[BAR_WIDTH + 1];

	for (int i = 0; i < BAR_WIDTH; i++)
		bar[i] = i * 100 < percent * BAR_WIDTH ? '#' : '.';
	bar[BAR_WIDTH] = '\0';
	(void)!fprintf(stderr, "\r[%s] %.*s%s", bar, ARG(text), percent == 100 ? "\n" : "");
}

static void show_day(void *arg, daynum day, int64_t done, int64_t total)
{
	struct shown *shown = arg;
	ARENA a = { 0 };
	struct buf b = { .a = &a };
	int64_t percent = done * 100 / total;
	int month = civil_from_day(day).month;

	if (shown->c->is_terminal ? percent == shown->percent : month == shown->month)
		return;
	shown->month = month;
	shown->percent = percent;
	msg_demo_living(&b, shown->c->lang, fmt_day_vi(&a, day), percent);
	if (shown->c->is_terminal)
		show_bar(buf_str(&b), percent);
	else
		cli_err(buf_str(&b));
}

must_check static const struct fault *live(struct cli *c, struct province *p)
{
	ARENA a = { 0 };
	struct demo_script script;
	int64_t position, article = 0;
	struct shown shown = { .c = c, .percent = -1 };
	struct demo_progress progress = { show_day, &shown };

	TRY(demo_begin(p, c->a));
	show_step(c, MSG_demo_planning);
	const struct fault *f = demo_script_of_article(&a, &script);

	f = f ? f : demo_live(p, &a, &script, &progress);
	if (!f)
		show_step(c, MSG_demo_folding);
	f = f ? f : province_follow(p, &a, &position);
	if (!f)
		f = demo_score(p, &a);
	if (!f)
		f = demo_inspection(p, &a);
	if (!f)
		f = demo_news(p, &a, &article);
	if (!f)
		f = demo_rating(p, &a, article);
	if (!f)
		f = demo_feedback(p, &a);
	if (!f)
		f = demo_visits(p, &a);
	if (!f)
		f = demo_contacts(p, &a);
	return f ? fault_at(c->a, f->where, f->kind, "%.*s", ARG(f->what)) : NULL;
}

static int make(struct cli *c)
{
	struct province_options o = { .clock = clock_from(instant_at(
					      day_from_civil((struct civil){ 2021, 10, 1 }), START_HOUR_S)),
		.salt_seed = SALT_SEED,
		.purpose = "demo" };
	struct province *p;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = live(c, p);

	province_close(p);
	return f ? cli_fault(c, f) : EXIT_DONE;
}

typedef void say_of_dir(struct buf *out, enum lang lang, struct str dir);

static int refuse_dir(const struct cli *c, say_of_dir *say)
{
	struct buf b = { .a = c->a };

	say(&b, c->lang, cli_value(c, "--data"));
	return cli_refuse(c, buf_str(&b));
}

/* A directory with something in it: a finished demonstration, or the reason why not. */
static int examine(struct cli *c)
{
	struct province_options o = { .clock = clock_from(DEMO_NOW), .read_only = true };
	struct province_problem problem;
	enum demo_state state = DEMO_NONE;
	struct province *p;
	struct db *db;
	const struct fault *f = province_open(c->a, cli_value(c, "--data"), &o, &p, &problem);

	if (!f && problem.refusal == PROVINCE_NOT_ONE)
		return refuse_dir(c, msg_demo_not_demo);
	if (!f && problem.refusal)
		return refuse_problem(c, &problem, cli_value(c, "--data"));
	if (f)
		return cli_fault(c, f);
	f = province_take_reader(p, c->a, &db);
	if (!f) {
		f = demo_state_of(db, &state);
		province_give_reader(p, db);
	}
	province_close(p);
	if (f)
		return cli_fault(c, f);
	if (state == DEMO_COMPLETE)
		return EXIT_DONE;
	return refuse_dir(c, state == DEMO_NONE ? msg_demo_not_demo : msg_demo_unfinished);
}

typedef void say_summary(
	struct buf *out, enum lang lang, struct str dir, int64_t dossiers, int64_t entries, struct str root);

must_check static const struct fault *summary(struct cli *c, struct db *db, say_summary *say, struct buf *out)
{
	struct dossier_sql_count_row dossiers;
	struct buf text = { .a = c->a };
	struct sha256 root;
	int64_t size;

	TRY(dossier_sql_count(db, &dossiers));
	TRY(journal_size(db, &size));
	TRY(journal_root(db, size, &root));
	add_base64(&text, (struct str){ (const char *)root.b, sizeof root.b });
	say(out, c->lang, cli_value(c, "--data"), dossiers.n, size, buf_str(&text));
	buf_char(out, '\n');
	return NULL;
}

static int show(struct cli *c, say_summary *say)
{
	struct province_options o = { .clock = clock_from(DEMO_NOW), .read_only = true };
	struct buf out = { .a = c->a };
	struct province *p;
	struct db *db;
	bool same = true;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct catalogue *k = province_take_catalogue(p);
	const struct fault *f = province_take_reader(p, c->a, &db);

	if (!f) {
		f = summary(c, db, say, &out);
		f = f ? f : demo_table(c, db, k, &out, &same);
		province_give_reader(p, db);
	}
	province_give_catalogue(p, k);
	province_close(p);
	if (f)
		return cli_fault(c, f);
	buf_char(&out, '\n');
	buf_add(&out, msg_text(c->lang, MSG_demo_truth));
	buf_char(&out, '\n');
	cli_out(buf_str(&out));
	return same ? EXIT_DONE : cli_refuse(c, msg_text(c->lang, MSG_demo_differs));
}

/* The accounts to try it with, as they are at first, and how to sign in with them. */
static int make_people(struct cli *c)
{
	struct province_options o = { .clock = clock_from(DEMO_NOW), .purpose = "demo" };
	struct buf out = { .a = c->a };
	struct province *p;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	const struct fault *f = demo_people_make(p, c->a);

	province_close(p);
	if (f)
		return cli_fault(c, f);
	msg_demo_people(&out, c->lang, S(DEMO_PASSWORD));
	for (size_t i = 0; i < demo_people_n; i++)
		buf_fmt(&out, "\n  %-16.*s %.*s", ARG(demo_people[i].login),
			ARG(role_name(c->lang, demo_people[i].role)));
	buf_fmt(&out, "\n%.*s\n", ARG(msg_text(c->lang, MSG_demo_people_code)));
	cli_out(buf_str(&out));
	return EXIT_DONE;
}

int run_demo(struct cli *c)
{
	struct province_problem problem;
	int code = cli_engine(c);

	if (code)
		return code;
	const struct fault *f = province_create(c->a, cli_value(c, "--data"), &problem);

	if (f)
		return cli_fault(c, f);
	bool exists = problem.refusal == PROVINCE_NOT_EMPTY;

	code = exists ? examine(c) : make(c);
	if (code)
		return code;
	code = show(c, exists ? msg_demo_exists : msg_demo_made);
	if (!code)
		code = make_people(c);
	if (code || cli_given(c, "--no-serve"))
		return code;
	return serve(c, &(struct serve_order){
				cli_value(c, "--data"), cli_value(c, "--listen"), DEMO_NOW, { 0 }, false });
}
