/* Who may go where: every role, held at three places, at every route of the program, for files of five
 * agencies. The expectations are written out here, apart from permission.c and the gate: whoever adds a route
 * of staff adds its row, or the test fails. */
#include "account/people_testing.h"
#include "app/routes.h"
#include "app/staff_menu.h"

#define OPEN(s) \
	SITE s = { 0 }; \
	CHECK_OK(site_open(&(s), app_routes, app_routes_n)); \
	(s).gate.people = &staff_people; \
	(s).app.staff_menu = &app_staff_menu

enum { REACHED = 299 };

/* By the letter: Clerk, Officer, Head of unit, Leader, Province office, home affairs (N), Inspector, Editor,
 * Administrator, aUditor. */
static const char letters[ROLE_N + 1] = "??COHLPNIEAU?";

/* The longest beginning of a route's pattern counts. "*": whoever is signed in; "-": everybody; "!": the
 * operator's own machine alone. */
static const struct expectation {
	enum http_method method;
	const char *begins, *roles;
} expectations[] = {
	{ METHOD_GET, "/", "-" },
	{ METHOD_POST, "/dang-nhap", "-" },
	{ METHOD_POST, "/tuy-chinh/", "-" },
	{ METHOD_POST, "/tin-tuc/", "-" }, /* stars */
	{ METHOD_GET, "/healthz", "!" },
	{ METHOD_GET, "/metrics", "!" },
	{ METHOD_GET, "/dang-nhap/ma", "*" },
	{ METHOD_POST, "/dang-nhap/ma", "*" },
	{ METHOD_POST, "/dang-xuat", "*" },
	{ METHOD_GET, "/lam-viec", "*" },
	{ METHOD_GET, "/lam-viec/", "" }, /* nobody, unless a row below says so */
	{ METHOD_GET, "/lam-viec/ban-than", "*" },
	{ METHOD_POST, "/lam-viec/ban-than/uy-quyen", "*" },
	{ METHOD_POST, "/lam-viec/dang-xuat-moi-noi", "*" },
	{ METHOD_GET, "/lam-viec/mat-khau", "*" },
	{ METHOD_POST, "/lam-viec/mat-khau", "*" },
	{ METHOD_GET, "/lam-viec/xac-thuc", "*" },
	{ METHOD_POST, "/lam-viec/xac-thuc", "*" },
	{ METHOD_GET, "/lam-viec/tai-khoan", "AU" },
	{ METHOD_GET, "/lam-viec/tai-khoan/moi", "A" },
	{ METHOD_GET, "/lam-viec/tai-khoan/nhap", "A" },
	{ METHOD_POST, "/lam-viec/tai-khoan", "A" },
	{ METHOD_GET, "/lam-viec/vai-tro", "AU" },
	{ METHOD_GET, "/lam-viec/don-vi", "AU" },
	{ METHOD_POST, "/lam-viec/don-vi", "A" },
	{ METHOD_GET, "/lam-viec/mau-van-ban.odt", "COHLPNIU" },
	{ METHOD_GET, "/lam-viec/van-ban", "PNEU" },
	{ METHOD_GET, "/lam-viec/van-ban/moi", "PNE" },
	{ METHOD_GET, "/lam-viec/van-ban/:number/:step", "PNE" },
	{ METHOD_POST, "/lam-viec/van-ban", "PNE" },
	{ METHOD_GET, "/lam-viec/kiem-tra", "HLPNIU" },
	{ METHOD_GET, "/lam-viec/kiem-tra/moi", "HLPNI" },
	{ METHOD_GET, "/lam-viec/kiem-tra/:number/:step", "HLPNI" },
	{ METHOD_GET, "/lam-viec/kiem-tra/:number/khai-bang", "HLPNI" },
	{ METHOD_POST, "/lam-viec/kiem-tra", "HLPNI" },
	{ METHOD_GET, "/lam-viec/cham-diem", "COHLPNIU" },
	{ METHOD_GET, "/lam-viec/cham-diem/mo", "HLPNI" },
	{ METHOD_GET, "/lam-viec/cham-diem/:number/:step", "HLPNI" },
	{ METHOD_POST, "/lam-viec/cham-diem", "HLPNI" },
	{ METHOD_GET, "/lam-viec/ke-hoach", "COHLPNIU" },
	{ METHOD_GET, "/lam-viec/ke-hoach/tinh/moi", "HLPN" },
	{ METHOD_GET, "/lam-viec/ke-hoach/tinh/:number/:step", "HLPN" },
	{ METHOD_POST, "/lam-viec/ke-hoach/tinh", "HLPN" },
	{ METHOD_GET, "/lam-viec/ke-hoach/co-quan/moi", "HLPN" },
	{ METHOD_GET, "/lam-viec/ke-hoach/co-quan/:number/:step", "HLPN" },
	{ METHOD_POST, "/lam-viec/ke-hoach/co-quan", "HLPN" },
	{ METHOD_GET, "/lam-viec/ke-hoach/kiem-tra/moi", "HLPN" },
	{ METHOD_GET, "/lam-viec/ke-hoach/kiem-tra/:number/:step", "HLPN" },
	{ METHOD_POST, "/lam-viec/ke-hoach/kiem-tra", "HLPN" },
	{ METHOD_GET, "/lam-viec/bao-cao", "COHLPNIU" },
	{ METHOD_POST, "/lam-viec/bao-cao", "HLPN" },
	{ METHOD_GET, "/lam-viec/bao-cao/:number/muc", "HLPN" },
	{ METHOD_GET, "/lam-viec/bao-cao/:number/:step", "HLPN" },
	{ METHOD_GET, "/lam-viec/kiem-tra/:number/tieu-chi", "HLPNIU" },
	{ METHOD_POST, "/lam-viec/kiem-tra/:number/tieu-chi", "HLPNI" },
	{ METHOD_GET, "/lam-viec/kiem-tra/nam", "HLPNIU" },
	{ METHOD_GET, "/lam-viec/kien-nghi", "HLPNIU" },
	{ METHOD_POST, "/phan-anh", "-" },
	{ METHOD_GET, "/lam-viec/phan-anh", "COHLPEU" },
	{ METHOD_GET, "/lam-viec/phan-anh/moi", "COHLPE" },
	{ METHOD_GET, "/lam-viec/phan-anh/:number/:step", "COHLPE" },
	{ METHOD_POST, "/lam-viec/phan-anh", "COHLPE" },
	{ METHOD_GET, "/lam-viec/co-quan", "HLPNIU" },
	{ METHOD_GET, "/lam-viec/tin-tuc", "LPNEU" },
	{ METHOD_GET, "/lam-viec/tin-tuc/moi", "LPNE" },
	{ METHOD_GET, "/lam-viec/tin-tuc/:number/:step", "LPNE" },
	{ METHOD_GET, "/lam-viec/tin-tuc/anh", "LPNEU" },
	{ METHOD_POST, "/lam-viec/tin-tuc", "LPNE" },
	{ METHOD_GET, "/lam-viec/cai-dat", "AU" },
	{ METHOD_POST, "/lam-viec/cai-dat", "A" },
	{ METHOD_GET, "/lam-viec/lien-he", "HLPEU" },
	{ METHOD_GET, "/lam-viec/lien-he/moi", "HLPE" },
	{ METHOD_GET, "/lam-viec/lien-he/:number/:step", "HLPE" },
	{ METHOD_POST, "/lam-viec/lien-he", "HLPE" },
};

/* Where a role is held, and the files it then reaches. */
static const struct {
	const char *held, *files; /* '|' around each */
} places[] = { { "SMA", "|SMA|P.1|" }, { "SMB", "|SMB|P.2|" }, { "P.1", "|P.1|" },
	{ "", "|SMA|P.1|SMB|P.2||" } };
static const char *const files[] = { "SMA", "P.1", "SMB", "P.2", "" };

static const struct expectation *expected(const struct route *r)
{
	const struct expectation *best = NULL;

	for (size_t i = 0; i < COUNT(expectations); i++) {
		const struct expectation *e = &expectations[i];

		if (e->method == r->method && str_starts(str_of(r->pattern), str_of(e->begins)) &&
			(!best || strlen(e->begins) > strlen(best->begins)))
			best = e;
	}
	return best;
}

/* role ROLE_NOBODY: not signed in. */
static int wanted(
	struct arena *a, const struct route *r, enum role role, const char *reaches, const char *file)
{
	const struct expectation *e = expected(r);

	if (!e || *e->roles == '!')
		return e ? 403 : -1;
	if (*e->roles == '-')
		return REACHED;
	if (role == ROLE_NOBODY)
		return 303;
	if (*e->roles == '*')
		return REACHED;
	if (!strchr(e->roles, letters[role]))
		return 403;
	struct str within = str_of(reaches), name = str_fmt(a, "|%s|", file);

	return !r->agency_of || str_find(within, name) < within.n ? REACHED : 404;
}

static struct reply reached(struct request *rq)
{
	(void)rq;
	return reply_text(REACHED, S(""));
}

/* The file of the agency that the test names in the query. */
static const struct fault *file_of(struct request *rq, struct str *agency, bool *found)
{
	*agency = rq->query;
	*found = true;
	return NULL;
}

/* The table of the program with handlers that only say that the gate let somebody through. */
static const struct route *stubbed(struct arena *a)
{
	struct route *copy = NEW_ARRAY(a, struct route, app_routes_n);

	for (size_t i = 0; i < app_routes_n; i++) {
		copy[i] = app_routes[i];
		copy[i].handle = reached;
		copy[i].agency_of = app_routes[i].agency_of ? file_of : NULL;
	}
	return copy;
}

/* The route's address with "x" for its parameters. */
static const char *address(struct site *s, const struct route *r, const char *file)
{
	struct str rest = str_of(r->pattern), segment;
	struct buf b = { .a = &s->a };

	for (bool first = true; str_cut(&rest, '/', &segment); first = false) {
		buf_add(&b, first ? S("") : S("/"));
		buf_add(&b, str_starts(segment, S(":")) || str_starts(segment, S("*")) ? S("x") : segment);
	}
	return str_fmt(&s->a, "%.*s?%s", ARG(buf_str(&b)), file).p;
}

static int ask(struct browser *b, const struct route *r, const char *target)
{
	return r->method == METHOD_GET ? get(b, target) : post(b, target, "x=1");
}

/* One session at every route, for the file of every agency. */
static int walk(struct browser *b, enum role role, const char *reaches)
{
	struct site *s = b->site;
	int asked = 0;

	for (size_t i = 0; i < app_routes_n; i++) {
		const struct route *r = &s->gate.routes[i];

		for (size_t f = 0; f < COUNT(files) && (f == 0 || r->agency_of); f++, asked++) {
			int got = ask(b, r, address(s, r, files[f]));
			int want = wanted(&s->a, r, role, reaches, files[f]);

			test_check(got == want, __FILE__, __LINE__,
				"%s %s as role %d of %s for \"%s\": %d, not %d",
				http_method_text(r->method).p, r->pattern, (int)role, reaches, files[f], got,
				want);
		}
	}
	return asked;
}

static struct browser session_of(struct site *s, const char *login)
{
	struct browser b = { s, test_cookie(s, login), S(""), { 0 } };
	struct request rq = { .a = &s->a, .app = &s->app, .now = s->now };
	const struct staff_session *now = NULL;
	const uint8_t mask[FORM_MASK_BYTES] = { 0 };

	if (staff_session(&rq, b.cookie, &now) || !now)
		abort();
	b.token = form_token(&s->a, now, mask);
	return b;
}

TEST(every_role_at_every_route_for_every_agency)
{
	OPEN(s);
	struct browser nobody = { &s };
	int asked;

	s.gate.routes = stubbed(&s.a);
	asked = walk(&nobody, ROLE_NOBODY, "");
	for (int role = 0; role < ROLE_N; role++)
		for (size_t p = 0; p < COUNT(places) && letters[role] != '?'; p++) {
			const char *login = str_fmt(&s.a, "role%d-%d", role, (int)p).p;

			(void)test_person(&s, login, (enum role)role, places[p].held);
			struct browser b = session_of(&s, login);

			asked += walk(&b, (enum role)role, places[p].files);
		}
	CHECK(asked > 4 * 10 * (int)app_routes_n);
}

TEST(every_letter_is_a_role_of_staff)
{
	for (int role = 0; role < ROLE_N; role++)
		CHECK_INT(letters[role] != '?', role_is_staff((enum role)role));
}

/* What somebody sees in the menu opens, and what is not there does not. */
TEST(the_menu_shows_what_opens)
{
	OPEN(s);
	for (int role = 0; role < ROLE_N; role++) {
		const char *login = str_fmt(&s.a, "role%d", role).p;

		if (letters[role] == '?')
			continue;
		(void)test_person(&s, login, (enum role)role, "SMA");
		struct browser b = session_of(&s, login);

		CHECK_INT(get(&b, "/lam-viec"), 200);
		struct reply desk = b.last;

		for (size_t i = 0; i < app_staff_menu.n; i++) {
			const char *path = app_staff_menu.sections[i].path;
			bool seen = site_has(&desk, str_fmt(&s.a, "<a href=\"%s\"", path).p);

			test_check(seen == (get(&b, path) == 200), __FILE__, __LINE__, "%s as role %d", path,
				role);
		}
	}
}

TEST(who_acts_is_told_with_role_account_and_name)
{
	OPEN(s);
	const struct staff_session *now = NULL;
	struct request rq = { .a = &s.a, .app = &s.app, .now = s.now };
	const unsigned roles = ROLE_BIT(LEADER) | ROLE_BIT(HEAD_OF_UNIT);
	int64_t number = test_person(&s, "head", ROLE_HEAD_OF_UNIT, "SMA");

	CHECK_OK(staff_session(&rq, test_cookie(&s, "head"), &now));
	rq.session = now;
	CHECK_INT(staff_role_at(&rq, roles, S("P.1")), ROLE_HEAD_OF_UNIT);
	CHECK_INT(staff_role_at(&rq, roles, S("SMB")), ROLE_NOBODY);
	CHECK_INT(staff_role_at(&rq, roles, S("")), ROLE_NOBODY);
	CHECK_INT(staff_role_at(&rq, ROLE_BIT(LEADER), S("SMA")), ROLE_NOBODY);
	struct staff_acting who = staff_acting_at(&rq, roles, S("SMA"));

	CHECK_INT(who.account, number);
	CHECK_STR(staff_actor_json(&rq, &who),
		str_fmt(&s.a, "{\"account\":%lld,\"name\":\"Người Mẫu\"}", (long long)number));
	who.delegator = 7;
	who.delegator_name = S("Người Vắng");
	rq.app->synthetic = true;
	CHECK_STR(staff_actor_json(&rq, &who),
		str_fmt(&s.a,
			"{\"account\":%lld,\"delegator\":7,\"delegator_name\":\"Người Vắng\","
			"\"name\":\"Người Mẫu\",\"synthetic\":true}",
			(long long)number));
}
