#define _DEFAULT_SOURCE
#include "app/serve.h"

#include "account/staff_web.h"
#include "account/secret.h"
#include "app/follow_thread.h"
#include "app/health.h"
#include "app/open.h"
#include "app/routes.h"
#include "app/staff_menu.h"
#include "inspection/inspection_web.h"
#include "demo/demo_people_store.h"
#include "http/server.h"
#include "setting/setting_store.h"
#include "site/site_web.h"
#include "visit/visit_web.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { READERS = 8, MAX_PORT = 65535, DEFAULT_PORT = 8080, MORNING_S = 8 * 3600 };

/* The period of the article that the demonstration reproduces. */
static const struct civil article_first = { 2022, 1, 1 }, article_last = { 2022, 10, 25 };

struct address {
	const char *host;
	uint16_t port;
	bool behind_tls;
};

/* "127.0.0.1:8080", "[::1]:8080" */
static bool parse_address(struct arena *a, struct str s, struct address *out)
{
	struct str host = s, port = { 0 };
	int64_t n;

	*out = (struct address){ "127.0.0.1", DEFAULT_PORT, false };
	if (!s.n)
		return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ':') {
			host = str_sub(s, 0, i);
			port = str_sub(s, i + 1, s.n);
		}
	if (host.n > 2 && host.p[0] == '[' && host.p[host.n - 1] == ']')
		host = str_sub(host, 1, host.n - 1);
	if (!host.n || !str_int(port, &n) || n < 0 || n > MAX_PORT)
		return false;
	*out = (struct address){ str_c(a, host), (uint16_t)n, false };
	return true;
}

/* "https://tthc.tinh.vn", with or without a slash at its end. Nothing behind it: our addresses begin at the
 * root. */
static bool parse_public_url(struct str s, struct str *out)
{
	struct str host;
	struct url u;

	*out = (struct str){ 0 };
	if (!s.n)
		return true;
	if (s.p[s.n - 1] == '/')
		s.n--;
	host = str_sub(s, str_find(s, S("://")), s.n);
	if (!url_external(s, &u) || host.n <= S("://").n)
		return false;
	host = str_sub(host, S("://").n, host.n);
	for (size_t i = 0; i < host.n; i++)
		if (host.p[i] == '/' || host.p[i] == '?' || host.p[i] == '#' || host.p[i] == '@')
			return false;
	*out = s;
	return true;
}

/* SIGTERM and SIGINT become readable; every thread that begins later leaves them alone. */
must_check static const struct fault *catch_signals(struct arena *a, int *fd)
{
	sigset_t stop;

	sigemptyset(&stop);
	sigaddset(&stop, SIGTERM);
	sigaddset(&stop, SIGINT);
	if (pthread_sigmask(SIG_BLOCK, &stop, NULL) != 0 || signal(SIGPIPE, SIG_IGN) == SIG_ERR)
		return FAULT(a, FAULT_IO, "signals cannot be blocked");
	*fd = signalfd(-1, &stop, SFD_CLOEXEC);
	return *fd < 0 ? FAULT(a, FAULT_IO, "signalfd") : NULL;
}

must_check static const struct fault *read_settings(struct arena *a, struct app *app)
{
	struct db *db;

	TRY(province_take_reader(app->province, a, &db));
	const struct fault *f = setting_is_synthetic(db, &app->synthetic);

	if (!f)
		f = visits_open(a, db, province_now(app->province), &app->visits);
	province_give_reader(app->province, db);
	if (app->synthetic) {
		app->first = day_from_civil(article_first);
		app->last = day_from_civil(article_last);
	}
	return f;
}

static instant now_of(struct app *app)
{
	return province_now(app->province);
}

static struct str url_of(struct arena *a, const struct address *at, uint16_t port)
{
	bool v6 = strchr(at->host, ':') != NULL;

	return str_fmt(a, "http://%s%s%s:%d", v6 ? "[" : "", at->host, v6 ? "]" : "", (int)port);
}

static void announce(const struct cli *c, const struct address *at, uint16_t port)
{
	struct buf b = { .a = c->a };

	msg_serve_at(&b, c->lang, url_of(c->a, at, port));
	buf_char(&b, '\n');
	cli_out(buf_str(&b));
	(void)fflush(stdout);
}

must_check static const struct fault *serve_until(
	struct cli *c, struct app *app, const struct address *at, int signals)
{
	struct server_options o = { .gate = { app_routes, app_routes_n, site_error_page, at->behind_tls,
					    &staff_people, NULL, site_shown, .served = visit_served },
		.app = app,
		.address = at->host,
		.port = at->port,
		.now = now_of,
		.healthy = app_healthy,
		.metrics = app_metrics };
	struct server *s;
	struct follow_thread follower = { .app = app };

	TRY(server_start(c->a, &o, &s));
	announce(c, at, server_port(s));
	follow_start(&follower);
	const struct fault *f = server_run_until(c->a, s, signals);

	follow_stop(&follower);
	return f;
}

static int run(struct cli *c, struct app *app, const struct address *at)
{
	int signals = -1;
	const struct fault *f = catch_signals(c->a, &signals);
	struct buf b = { .a = c->a };

	random_bytes(app->form_key.b, sizeof app->form_key.b);
	if (!f)
		f = read_settings(c->a, app);
	if (!f) {
		writer_start(province_writer(app->province));
		f = serve_until(c, app, at, signals);
	}
	if (signals >= 0)
		close(signals);
	if (!f)
		return EXIT_DONE;
	if (f->kind != FAULT_BUSY)
		return cli_fault(c, f);
	msg_serve_busy(&b, c->lang, f->what);
	cli_err(buf_str(&b));
	return EXIT_WORLD;
}

/* What the door of a demonstration names; elsewhere it is not shown, and there are no such accounts. */
static struct trial trial_of(struct arena *a)
{
	struct trial_person *people = NEW_ARRAY(a, struct trial_person, demo_people_n);

	for (size_t i = 0; i < demo_people_n; i++)
		people[i] = (struct trial_person){ demo_people[i].login, demo_people[i].role };
	return (struct trial){ S(DEMO_PASSWORD), S(DEMO_TOTP_SECRET), people, demo_people_n };
}

int serve(struct cli *c, const struct serve_order *order)
{
	struct province_options o = { .clock = order->now == INSTANT_NONE ? clock_real()
									  : clock_from(order->now),
		.purpose = "serve",
		.readers = READERS };
	struct province_problem problem;
	struct trial trial = trial_of(c->a);
	struct app app = { .trial = &trial,
		.staff_menu = &app_staff_menu,
		.plan_visits = &inspection_plan_visits,
		.stamps = stamp_new_key() };
	struct address at;
	struct buf b = { .a = c->a };

	if (!parse_address(c->a, order->listen, &at)) {
		msg_serve_bad_address(&b, c->lang, order->listen);
		return cli_usage(c, buf_str(&b));
	}
	if (!parse_public_url(order->public_url, &app.public_url)) {
		msg_serve_bad_url(&b, c->lang, order->public_url);
		return cli_usage(c, buf_str(&b));
	}
	app.is_public = app.public_url.n > 0;
	if (!app.is_public)
		app.public_url = url_of(c->a, &at, at.port);
	const struct fault *f = province_open(c->a, order->dir, &o, &app.province, &problem);

	if (f)
		return cli_fault(c, f);
	if (problem.refusal)
		return refuse_problem(c, &problem, order->dir);
	at.behind_tls = order->behind_tls;
	int code = run(c, &app, &at);

	province_close(app.province);
	return code;
}

int run_serve(struct cli *c)
{
	struct serve_order order = { cli_value(c, "--data"), cli_value(c, "--listen"), INSTANT_NONE,
		cli_value(c, "--public-url"), cli_given(c, "--behind-tls") };
	int code = cli_engine(c);

	if (!code)
		code = cli_time(c, "--now", MORNING_S, &order.now);
	return code ? code : serve(c, &order);
}
