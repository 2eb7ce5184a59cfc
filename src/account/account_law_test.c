/* The rules of people and rights: what roles may, passwords, lockout, sessions, one-time codes. */
#include "account/password.h"
#include "account/permission.h"
#include "account/signin.h"
#include "account/totp.h"
#include "base/limits.h"
#include "tests/t.h"

/* The whole matrix role x permission, written out: a new role or permission must be decided here. */
static const struct {
	enum role role;
	/* By permission: MISSING PUBLIC OPERATIONS OWN_ACCOUNT, ACCOUNT_READ _CHANGE, PLAN_READ _CHANGE,
	 * INSPECTION_READ _CHANGE, REPORT_READ _CHANGE, SCORE_READ _CHANGE, LEGAL_READ _CHANGE,
	 * AGENCY_READ, ARTICLE_READ _CHANGE, FEEDBACK_READ _CHANGE,
	 * CONTACT_READ _CHANGE, SETTING_READ _CHANGE */
	const char *may;
} matrix[] = {
	{ ROLE_NOBODY, ".x.. .. .. .. .. .. .. . .. .. .. .." },
	{ ROLE_APPLICANT, ".x.. .. .. .. .. .. .. . .. .. .. .." },
	{ ROLE_CLERK, ".x.x .. x. .. x. x. .. . .. xx .. .." },
	{ ROLE_OFFICER, ".x.x .. x. .. x. x. .. . .. xx .. .." },
	{ ROLE_HEAD_OF_UNIT, ".x.x .. xx xx xx xx .. x .. xx xx .." },
	{ ROLE_LEADER, ".x.x .. xx xx xx xx .. x xx xx xx .." },
	{ ROLE_PROVINCE_OFFICE, ".x.x .. xx xx xx xx xx x xx xx xx .." },
	{ ROLE_HOME_AFFAIRS, ".x.x .. xx xx xx xx xx x xx .. .. .." },
	{ ROLE_INSPECTOR, ".x.x .. x. xx x. xx .. x .. .. .. .." },
	{ ROLE_EDITOR, ".x.x .. .. .. .. .. xx . xx xx xx .." },
	{ ROLE_ADMINISTRATOR, ".x.x xx .. .. .. .. .. . .. .. .. xx" },
	{ ROLE_AUDITOR, ".x.x x. x. x. x. x. x. x x. x. x. x." },
	{ ROLE_SYSTEM, ".x.. .. .. .. .. .. .. . .. .. .. .." },
};

TEST(every_role_may_what_the_table_says)
{
	CHECK_INT(COUNT(matrix), ROLE_N);
	for (size_t i = 0; i < COUNT(matrix); i++) {
		int p = 0;

		CHECK_INT(matrix[i].role, i);
		for (const char *at = matrix[i].may; *at; at++)
			if (*at != ' ') {
				CHECK(p < PERMISSION_N);
				CHECK_INT(role_may((enum role)i, (enum permission)p++), *at == 'x');
			}
		CHECK_INT(p, PERMISSION_N);
	}
}

TEST(an_auditor_reads_all_and_changes_nothing)
{
	for (int p = 0; p < PERMISSION_N; p++) {
		enum permission_kind kind = permission_kind((enum permission)p);

		if (kind == PERMISSION_TO_READ)
			CHECK(role_may(ROLE_AUDITOR, (enum permission)p));
		if (kind == PERMISSION_TO_CHANGE)
			CHECK(!role_may(ROLE_AUDITOR, (enum permission)p));
	}
}

/* A tree of three levels by their names: "A" above "A1" above "A11". */
static bool within(const void *tree, struct str agency, struct str root)
{
	(void)tree;
	return str_starts(agency, root);
}

TEST(a_role_counts_where_and_when_it_is_held)
{
	const struct agency_scope scope = { within, NULL };
	const struct grant list[] = { { ROLE_ADMINISTRATOR, S("A1"), 100, 200 },
		{ ROLE_CLERK, S(""), 0, 0 } };
	const struct grants g = { list, COUNT(list) };
	const struct grant everywhere = { ROLE_AUDITOR, S(""), 0, 0 };
	const struct grants auditor = { &everywhere, 1 };
	static const struct {
		daynum day;
		const char *agency;
		bool may;
	} rows[] = { { 100, "A1", true }, { 200, "A11", true }, { 99, "A1", false }, { 201, "A1", false },
		{ 150, "A", false }, { 150, "B", false }, { 150, "", false } };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(grants_may_at(
				  &g, rows[i].day, PERMISSION_ACCOUNT_CHANGE, str_of(rows[i].agency), &scope),
			rows[i].may);
	CHECK(grants_may(&g, 150, PERMISSION_ACCOUNT_READ));
	CHECK(!grants_may(&g, 99, PERMISSION_ACCOUNT_READ));
	CHECK(grants_may(&g, 99, PERMISSION_OWN_ACCOUNT));
	CHECK(grants_have(&g, 150, ROLE_ADMINISTRATOR) && !grants_have(&g, 250, ROLE_ADMINISTRATOR));
	CHECK(grants_may_at(&auditor, 1, PERMISSION_ACCOUNT_READ, S(""), &scope));
	CHECK(grants_may_at(&auditor, 1, PERMISSION_ACCOUNT_READ, S("B"), &scope));
	CHECK(!grants_may_at(&auditor, 1, PERMISSION_ACCOUNT_CHANGE, S("B"), &scope));
}

TEST(a_role_out_of_a_set_is_ones_own_before_a_delegated_one)
{
	const struct agency_scope scope = { within, NULL };
	const struct grant list[] = { { ROLE_HEAD_OF_UNIT, S("A1"), 0, 0, 7, S("B") },
		{ ROLE_LEADER, S("A"), 0, 0 }, { ROLE_HEAD_OF_UNIT, S("A12"), 0, 0 },
		{ ROLE_CLERK, S(""), 100, 200 } };
	const struct grants g = { list, COUNT(list) };
	const unsigned set = ROLE_BIT(HEAD_OF_UNIT) | ROLE_BIT(LEADER);
	static const struct {
		unsigned roles;
		daynum day;
		const char *agency;
		int want; /* place in the list; -1: none */
	} rows[] = { { set, 1, "A", 1 }, { set, 1, "A1", 1 }, { set, 1, "A12", 2 }, { set, 1, "B", -1 },
		{ set, 1, "", -1 }, { ROLE_BIT(HEAD_OF_UNIT), 1, "A1", 0 },
		{ ROLE_BIT(HEAD_OF_UNIT), 1, "A2", -1 }, { ROLE_BIT(CLERK), 99, "A", -1 },
		{ ROLE_BIT(CLERK), 100, "A", 3 }, { ROLE_BIT(CLERK), 200, "", 3 },
		{ ROLE_BIT(CLERK), 201, "", -1 }, { 0, 100, "A", -1 } };

	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct grant *got =
			grants_role_at(&g, rows[i].day, rows[i].roles, str_of(rows[i].agency), &scope);

		CHECK_INT(got ? got - list : -1, rows[i].want);
	}
	CHECK_INT(grants_roles(&g, 150), set | ROLE_BIT(CLERK));
	CHECK_INT(grants_roles(&g, 201), set);
}

TEST(passwords)
{
	static const struct {
		const char *password;
		bool code;
		enum password_flaw want;
	} rows[] = {
		{ "Trau-den-9-con", false, PASSWORD_FINE },
		{ "Trau-den-9-co", false, PASSWORD_TOO_SHORT },
		{ "trau-den-9-con-bo", false, PASSWORD_TOO_PLAIN },
		{ "Trau den khong so", false, PASSWORD_TOO_PLAIN },
		{ "Traudenkhongso9a", false, PASSWORD_TOO_PLAIN },
		{ "Trâu đen 9 con nhà", false, PASSWORD_FINE },
		{ "trâu đen", true, PASSWORD_FINE }, /* eight characters, ten bytes */
		{ "trau de", true, PASSWORD_TOO_SHORT },
		{ "", true, PASSWORD_TOO_SHORT },
		{ "password", true, PASSWORD_COMMON },
		{ "PassWord", true, PASSWORD_COMMON },
		{ "matkhau@2022", true, PASSWORD_COMMON },
		{ "Anhyeuem@2022!!", false, PASSWORD_COMMON },
		{ "12345678", true, PASSWORD_COMMON },
		{ "xx-NGuyen.A-99", true, PASSWORD_IS_LOGIN },
		{ "trau\xff den", true, PASSWORD_BAD_TEXT },
		{ "trau\nden dai", true, PASSWORD_BAD_TEXT },
	};
	ARENA a = { 0 };
	struct buf longest = { .a = &a };

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(password_flaw(&a, str_of(rows[i].password), S("nguyen.a"), rows[i].code),
			rows[i].want);
	for (int i = 0; i <= LIMIT_PASSWORD_BYTES; i++)
		buf_char(&longest, 'a');
	CHECK_INT(password_flaw(&a, buf_str(&longest), S(""), true), PASSWORD_TOO_LONG);
}

TEST(a_password_for_once_is_a_good_one)
{
	ARENA a = { 0 };
	uint64_t seed = 1;

	for (int n = 0; n < 200; n++) {
		uint8_t random[ONE_TIME_PASSWORD_BYTES];

		for (size_t i = 0; i < sizeof random; i++)
			random[i] = (uint8_t)test_random(&seed);
		CHECK_INT(password_flaw(&a, password_of_bytes(&a, random), S("nva"), false), PASSWORD_FINE);
	}
}

enum { NOON = 1000000000, HOUR = 3600 };

TEST(lockout_grows_with_each_failure)
{
	static const struct {
		int failures;
		int64_t hours;
	} rows[] = { { 5, 12 }, { 6, 24 }, { 7, 48 }, { 8, 96 }, { 9, 192 }, { 10, 384 }, { 11, 720 },
		{ 12, 720 }, { 1000, 720 } };

	for (int n = 0; n < LIMIT_SIGNIN_FAILURES; n++)
		CHECK_INT(signin_locked_until(n, NOON), INSTANT_NONE);
	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(signin_locked_until(rows[i].failures, NOON) - NOON, rows[i].hours * HOUR);
}

TEST(who_may_try_to_sign_in)
{
	struct signin_facts f = { .last_used = NOON, .locked_until = NOON + HOUR };

	CHECK_INT(signin_verdict(&f, NOON), SIGNIN_LOCKED);
	CHECK_INT(signin_verdict(&f, NOON + HOUR - 1), SIGNIN_LOCKED);
	CHECK_INT(signin_verdict(&f, NOON + HOUR), SIGNIN_OPEN);
	CHECK_INT(signin_verdict(&f, NOON + 45 * DAY_S), SIGNIN_OPEN);
	CHECK_INT(signin_verdict(&f, NOON + 45 * DAY_S + 1), SIGNIN_UNUSED);
	f.disabled = true;
	CHECK_INT(signin_verdict(&f, NOON + 2 * HOUR), SIGNIN_DISABLED);
}

TEST(what_a_session_still_needs)
{
	static const struct {
		struct signin_facts f;
		bool code;
		enum session_need want;
	} rows[] = {
		{ { .password_at = NOON }, false, NEED_NOTHING },
		{ { .password_at = NOON, .must_change = true }, false, NEED_PASSWORD },
		{ { .password_at = NOON, .must_change = true, .has_totp = true }, false, NEED_CODE },
		{ { .password_at = NOON, .must_change = true, .has_totp = true }, true, NEED_PASSWORD },
		{ { .password_at = NOON, .has_totp = true }, true, NEED_NOTHING },
		{ { .password_at = NOON, .is_administrator = true }, false, NEED_TOTP },
		{ { .password_at = NOON, .is_administrator = true, .must_change = true }, false,
			NEED_PASSWORD },
		{ { .password_at = NOON, .is_administrator = true, .has_totp = true }, true, NEED_NOTHING },
		{ { .password_at = NOON - 60 * DAY_S, .is_administrator = true, .has_totp = true }, true,
			NEED_NOTHING },
		{ { .password_at = NOON - 60 * DAY_S - 1, .is_administrator = true, .has_totp = true }, true,
			NEED_PASSWORD },
		{ { .password_at = NOON - 600 * DAY_S }, true, NEED_NOTHING },
	};

	for (size_t i = 0; i < COUNT(rows); i++)
		CHECK_INT(session_need(&rows[i].f, rows[i].code, NOON), rows[i].want);
}

TEST(sessions_end)
{
	CHECK(session_is_alive(NOON, NOON + 5, false, NOON + 5 + 900));
	CHECK(!session_is_alive(NOON, NOON + 5, false, NOON + 5 + 901));
	CHECK(session_is_alive(NOON, NOON, true, NOON + 300));
	CHECK(!session_is_alive(NOON, NOON, true, NOON + 301));
	CHECK(session_is_alive(NOON, NOON + 12 * HOUR, false, NOON + 12 * HOUR));
	CHECK(!session_is_alive(NOON, NOON + 12 * HOUR, false, NOON + 12 * HOUR + 1));
	CHECK(!session_is_alive(NOON, NOON, false, NOON - 1));
}

TEST(form_tokens_belong_to_one_session)
{
	ARENA a = { 0 };
	struct staff_session s = { .form_key = { 1, 2, 3 } }, other = { .form_key = { 1, 2, 4 } };
	const uint8_t mask1[FORM_MASK_BYTES] = { 9, 8, 7 }, mask2[FORM_MASK_BYTES] = { 200, 100 };
	struct str one = form_token(&a, &s, mask1), two = form_token(&a, &s, mask2);

	CHECK(!str_eq(one, two));
	CHECK(form_token_fits(&s, one) && form_token_fits(&s, two));
	CHECK(!form_token_fits(&other, one));
	CHECK(!form_token_fits(&s, S("")));
	CHECK(!form_token_fits(&s, str_sub(one, 0, one.n - 1)));
	for (size_t i = 0; i < one.n; i++) {
		char copy[FORM_TOKEN_CHARS];

		memcpy(copy, one.p, sizeof copy);
		copy[i] = copy[i] == 'a' ? 'b' : 'a';
		CHECK(!form_token_fits(&s, (struct str){ copy, sizeof copy }));
		copy[i] = 'g';
		CHECK(!form_token_fits(&s, (struct str){ copy, sizeof copy }));
	}
}

TEST(names_to_sign_in_with)
{
	static const char *const good[] = { "nva", "nguyen.van-a_2" }, *const bad[] = { "", "na", "Nva",
		"1nva", "n va", ".nva", "nva\n", "nv\xc3\xa2", "nva'--" };

	for (size_t i = 0; i < COUNT(good); i++)
		CHECK(login_is_valid(str_of(good[i])));
	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(!login_is_valid(str_of(bad[i])));
}

static const struct str rfc_secret = S_INIT("12345678901234567890");

TEST(codes_are_those_of_rfc_6238_and_4226)
{
	static const struct {
		int64_t at, code;
	} totp[] = { { 59, 94287082 }, { 1111111109, 7081804 }, { 1111111111, 14050471 },
		{ 1234567890, 89005924 }, { 2000000000, 69279037 }, { 20000000000, 65353130 } };
	static const int64_t counters[] = { 755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583,
		399871, 520489 };

	for (size_t i = 0; i < COUNT(totp); i++)
		CHECK_INT(hotp(rfc_secret, totp[i].at / TOTP_STEP_S, 8), totp[i].code);
	for (size_t i = 0; i < COUNT(counters); i++)
		CHECK_INT(hotp(rfc_secret, (int64_t)i, TOTP_DIGITS), counters[i]);
}

TEST(a_code_holds_for_three_steps_and_once)
{
	int64_t step = 0;

	CHECK(totp_fits(rfc_secret, S("287082"), 59, 0, &step));
	CHECK_INT(step, 1);
	CHECK(totp_fits(rfc_secret, S("287 082"), 89, 0, &step));
	CHECK(totp_fits(rfc_secret, S("287082"), 0, 0, &step));
	CHECK(!totp_fits(rfc_secret, S("287082"), 90, 0, &step));
	CHECK(!totp_fits(rfc_secret, S("287082"), 59, 1, &step)); /* used already */
	CHECK(!totp_fits(rfc_secret, S("287083"), 59, 0, &step));
	CHECK(!totp_fits(rfc_secret, S("28708"), 59, 0, &step));
	CHECK(!totp_fits(rfc_secret, S("0287082"), 59, 0, &step));
	CHECK(!totp_fits(rfc_secret, S("28708x"), 59, 0, &step));
	CHECK(!totp_fits(S(""), S("287082"), 59, 0, &step));
}

TEST(base32_is_that_of_rfc_4648)
{
	static const char *const rows[][2] = { { "", "" }, { "f", "MY" }, { "fo", "MZXQ" },
		{ "foo", "MZXW6" }, { "foob", "MZXW6YQ" }, { "fooba", "MZXW6YTB" },
		{ "foobar", "MZXW6YTBOI" } };
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf b = { .a = &a };

		add_base32(&b, str_of(rows[i][0]));
		CHECK_STR(buf_str(&b), str_of(rows[i][1]));
	}
	CHECK_STR(totp_uri(&a, S("nva"), S("foobar")),
		S("otpauth://totp/motcua:nva?secret=MZXW6YTBOI&issuer=motcua"));
}

TEST(recovery_codes_are_read_as_people_type_them)
{
	ARENA a = { 0 };
	const uint8_t random[RECOVERY_BYTES] = { 'f', 'o', 'o', 'b', 'a', 'r', 1, 2, 3, 4 };
	struct str code = recovery_code(&a, random);
	struct sha256 want = recovery_hash(&a, 7, code), other = recovery_hash(&a, 8, code);
	struct sha256 typed = recovery_hash(&a, 7, S(" MZXW 6YTB OIAQ EAYE "));

	CHECK_STR(code, S("mzxw-6ytb-oiaq-eaye"));
	CHECK(memcmp(&want, &typed, sizeof want) == 0);
	CHECK(memcmp(&want, &other, sizeof want) != 0);
}
