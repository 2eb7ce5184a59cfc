#define _POSIX_C_SOURCE 200809L
#include "app/commands.h"

#include "account/account_store.h"
#include "account/account_words.h"
#include "app/open.h"
#include "app/user_import.h"
#include "search/fold.h"

#include <stdio.h>
#include <termios.h>
#include <unistd.h>

/* The terminal's echo is off until the end of the block. */
struct quiet {
	struct termios before;
	bool active;
};

static void quiet_end(struct quiet *q)
{
	if (q->active)
		(void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &q->before);
	q->active = false;
}

static void quiet_begin(struct quiet *q)
{
	struct termios t;

	if (tcgetattr(STDIN_FILENO, &q->before) != 0)
		return;
	t = q->before;
	t.c_lflag &= ~(tcflag_t)ECHO;
	q->active = tcsetattr(STDIN_FILENO, TCSAFLUSH, &t) == 0;
}

/* One line; false at the end of the input or when it is longer than any password. */
must_check static bool read_line(struct arena *a, struct str *out)
{
	char *line = NEW_ARRAY(a, char, LIMIT_PASSWORD_BYTES + 2);

	if (!fgets(line, LIMIT_PASSWORD_BYTES + 2, stdin))
		return false;
	*out = str_trim(str_of(line));
	return true;
}

must_check static bool ask(const struct cli *c, enum msg prompt, struct str *out)
{
	cleanup_with(quiet_end) struct quiet q = { 0 };
	bool terminal = isatty(STDIN_FILENO) == 1;

	if (terminal) {
		quiet_begin(&q);
		(void)!fprintf(stderr, "%.*s: ", ARG(msg_text(c->lang, prompt)));
	}
	bool ok = read_line(c->a, out);

	if (terminal)
		(void)!fprintf(stderr, "\n");
	return ok;
}

/* The password from the terminal (twice) or one line of the standard input, checked and hashed. */
must_check static int read_password(const struct cli *c, struct str login, struct str *hash)
{
	struct str password, again;

	if (!ask(c, MSG_user_ask_password, &password))
		return cli_refuse(c, msg_text(c->lang, MSG_user_no_password));
	if (isatty(STDIN_FILENO) == 1 && (!ask(c, MSG_user_ask_again, &again) || !str_eq(password, again)))
		return cli_refuse(c, msg_text(c->lang, MSG_user_differ));
	enum password_flaw flaw = password_flaw(c->a, password, login, false);

	if (flaw)
		return cli_refuse(c, password_flaw_text(c->a, c->lang, flaw, false));
	const struct fault *f = password_hash(c->a, password, hash);

	return f ? cli_fault(c, f) : EXIT_DONE;
}

static int say1(
	const struct cli *c, void (*m)(struct buf *, enum lang, struct str), struct str word, bool is_refusal)
{
	struct buf b = { .a = c->a };

	m(&b, c->lang, word);
	if (is_refusal)
		return cli_refuse(c, buf_str(&b));
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

static int refuse_role(const struct cli *c, struct str typed)
{
	struct buf b = { .a = c->a }, list = { .a = c->a };

	for (int r = 0; r < ROLE_N; r++)
		if (role_is_staff((enum role)r))
			buf_fmt(&list, "%s%.*s", list.n ? ", " : "", ARG(role_text((enum role)r)));
	msg_user_bad_role(&b, c->lang, typed, buf_str(&list));
	return cli_usage(c, buf_str(&b));
}

must_check static int read_place(const struct cli *c, struct province *p, struct grant *out)
{
	struct str role = cli_value(c, "--role"), agency = cli_value(c, "--agency");
	const struct catalogue *k = province_take_catalogue(p);
	struct grant g = { ROLE_NOBODY };
	int number = 0, code = EXIT_DONE;

	if (role.p && (!role_from(role, &g.role) || !role_is_staff(g.role)))
		code = refuse_role(c, role);
	else if (agency.p)
		code = cli_agency(c, k, agency, true, &number);
	if (!code && number)
		g.agency = str_dup(c->a, k->agencies.agencies[number].code);
	province_give_catalogue(p, k);
	*out = g;
	return code;
}

static struct account_actor terminal(const struct province *p)
{
	return (struct account_actor){ .now = province_now(p) };
}

static int user_add(struct cli *c, struct province *p)
{
	struct account_adding x = {
		.by = terminal(p), .login = c->words[1], .name = nfc(c->a, str_trim(cli_value(c, "--name")))
	};
	int code = EXIT_DONE;

	if (!login_is_valid(x.login))
		return cli_refuse(c, msg_text(c->lang, MSG_account_login_bad));
	code = read_place(c, p, &x.first);
	if (!code)
		code = read_password(c, x.login, &x.password);
	if (code)
		return code;
	x.agency = x.first.agency;
	x.name = x.name.n ? x.name : x.login;
	const struct fault *f = writer_run(province_writer(p), c->a, account_add, &x);

	if (f)
		return cli_fault(c, f);
	return x.refusal ? say1(c, msg_user_taken, x.login, true) : say1(c, msg_user_added, x.login, false);
}

must_check static const struct fault *list_lines(struct cli *c, struct province *p, struct buf *out)
{
	const struct account_row *rows;
	struct db *db;
	size_t n;

	TRY(province_take_reader(p, c->a, &db));
	const struct fault *f = account_list(db, province_now(p), &rows, &n);

	province_give_reader(p, db);
	for (size_t i = 0; !f && i < n; i++) {
		buf_fmt(out, "%.*s\t%.*s\t%.*s\t%.*s\t", ARG(rows[i].login), ARG(rows[i].name),
			ARG(rows[i].agency), ARG(signin_state_text(c->lang, rows[i].verdict)));
		for (size_t k = 0; k < rows[i].grants.n; k++)
			buf_fmt(out, "%s%.*s@%.*s", k ? "," : "", ARG(role_text(rows[i].grants.list[k].role)),
				ARG(rows[i].grants.list[k].agency.n ? rows[i].grants.list[k].agency
								    : S("all")));
		buf_char(out, '\n');
	}
	return f;
}

static int user_list(struct cli *c, struct province *p)
{
	struct buf b = { .a = c->a };
	const struct fault *f = list_lines(c, p, &b);

	if (f)
		return cli_fault(c, f);
	cli_out(buf_str(&b));
	return EXIT_DONE;
}

must_check static int find(struct cli *c, struct province *p, struct account *out)
{
	struct db *db;
	const struct fault *f = province_take_reader(p, c->a, &db);

	if (f)
		return cli_fault(c, f);
	f = account_find(db, c->words[1], province_now(p), out);
	province_give_reader(p, db);
	if (f)
		return cli_fault(c, f);
	return out->number ? EXIT_DONE : say1(c, msg_user_unknown, c->words[1], true);
}

static int change(struct cli *c, struct province *p, enum account_verb verb)
{
	struct account a;
	struct account_change x = { .by = terminal(p), .verb = verb };
	int code = find(c, p, &a);

	if (!code && verb == ACCOUNT_RESET)
		code = read_password(c, a.login, &x.password);
	if (code)
		return code;
	x.account = a.number;
	const struct fault *f = writer_run(province_writer(p), c->a, account_change, &x);

	x.verb = ACCOUNT_DROP_TOTP;
	if (!f && cli_given(c, "--drop-authenticator"))
		f = writer_run(province_writer(p), c->a, account_change, &x);
	if (f)
		return cli_fault(c, f);
	return say1(c, verb == ACCOUNT_RESET ? msg_user_password_set : msg_user_disabled, a.login, false);
}

static int user_disable(struct cli *c, struct province *p)
{
	return change(c, p, ACCOUNT_DISABLE);
}

static int user_password(struct cli *c, struct province *p)
{
	return change(c, p, ACCOUNT_RESET);
}

static const struct user_act {
	struct str word;
	int words;
	bool reads;
	int (*run)(struct cli *c, struct province *p);
} acts[] = {
	{ S_INIT("add"), 2, false, user_add },
	{ S_INIT("list"), 1, true, user_list },
	{ S_INIT("disable"), 2, false, user_disable },
	{ S_INIT("password"), 2, false, user_password },
	{ S_INIT("import"), 2, false, user_import },
};

int run_user(struct cli *c)
{
	struct province_options o = { .clock = clock_real(), .purpose = "user" };
	struct province *p;
	const struct user_act *act = NULL;

	for (size_t i = 0; i < COUNT(acts); i++)
		if (str_eq(acts[i].word, c->words[0]) && acts[i].words == c->words_n)
			act = &acts[i];
	if (!act)
		return cli_usage(c, msg_text(c->lang, MSG_user_which));
	o.read_only = act->reads;
	int code = open_province(c, &o, &p);

	if (code)
		return code;
	code = act->run(c, p);
	province_close(p);
	return code;
}
