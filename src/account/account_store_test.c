/* Commands of accounts against a real engine, which is made to fail at every step. */
#include "account/delegation_store.h"
#include "account/session_store.h"
#include "account/account_sql.h"
#include "base/limits.h"
#include "db/migrate.h"
#include "db/schema.h"
#include "tests/t.h"

struct fixture {
	struct arena a;
	struct db db;
	struct journal journal;
	struct write w;
	instant now;
};

static void fixture_end(struct fixture *f)
{
	db_close(&f->db);
	arena_free(&f->a);
}

static const struct fault *fixture_open(struct fixture *f)
{
	int applied;

	f->now = 1671760800;
	TRY(db_open(&f->a, ":memory:", DB_WRITE, &f->db));
	TRY(db_migrate(&f->db, schema_migrations, schema_migrations_n, &applied));
	f->w = (struct write){ .db = &f->db, .journal = &f->journal, .now = f->now };
	struct account_adding x = { .by = { .now = f->now },
		.login = S("clerk"),
		.name = S("Người Mẫu"),
		.password = S("hash 1"),
		.first = { ROLE_CLERK, S("SMA"), 0, 0 } };

	return account_add(&f->w, &x);
}

#define FIXTURE(f) \
	cleanup_with(fixture_end) struct fixture f = { 0 }; \
	CHECK_OK(fixture_open(&(f)))

/* Everything that commands of accounts write, as one hash. */
static struct sha256 picture(struct fixture *f)
{
	static const struct query all = { "picture",
		"SELECT group_concat(line, x'0a') FROM (SELECT login || quote(password) || must_change || "
		"disabled || "
		"failures || locked_until || quote(totp) || totp_step || last_used AS line FROM account "
		"UNION ALL SELECT account || role || agency FROM account_role "
		"UNION ALL SELECT account || password FROM account_password "
		"UNION ALL SELECT account || quote(code) FROM account_recovery "
		"UNION ALL SELECT account || quote(token) FROM account_session "
		"UNION ALL SELECT number || role || agency || revoked_at FROM account_delegation "
		"UNION ALL SELECT number || action FROM account_audit "
		"UNION ALL SELECT name || value FROM setting ORDER BY 1)",
		0, 1 };
	CURSOR c = { 0 };
	struct value v = { 0 };
	bool more;

	if (db_start(&f->db, &all, NULL, &c) || db_step(&c, &v, 1, &more))
		abort();
	return sha256_of(S(""), v.s);
}

static const struct fault *interrupted(struct fixture *f, write_command *run, void *arg, int64_t steps)
{
	TX tx = { 0 };

	TRY(tx_begin(&f->db, &tx));
	db_fail_after(&f->db, steps);
	const struct fault *failed = run(&f->w, arg);

	if (!failed)
		failed = tx_commit(&tx);
	db_fail_after(&f->db, 0);
	return failed;
}

/* Interrupts the command after 1, 2, 3 … steps until it gets through: before that, nothing happened. */
static void try_until_done(struct fixture *f, write_command *run, void *arg, const char *what)
{
	struct sha256 before = picture(f), now;
	int64_t steps = 1;

	for (; steps < 100000; steps++) {
		const struct fault *failed = interrupted(f, run, arg, steps);

		now = picture(f);
		bool same = memcmp(&now, &before, sizeof now) == 0;

		if (!failed || (failed->kind == FAULT_UNSURE && !same))
			break;
		test_check(
			same, __FILE__, __LINE__, "%s: half done after %lld steps", what, (long long)steps);
	}
	test_check(memcmp(&now, &before, sizeof now) != 0, __FILE__, __LINE__, "%s: did nothing", what);
	test_check(steps > 5, __FILE__, __LINE__, "%s: %lld failure points", what, (long long)steps);
}

TEST(commands_happen_whole_or_not_at_all)
{
	FIXTURE(f);
	struct account_actor by = { 1, S("192.0.2.7"), f.now };
	struct account_adding add = { .by = by,
		.login = S("nva"),
		.name = S("A"),
		.password = S("hash"),
		.first = { ROLE_OFFICER, S("SMA"), 0, 0 } };
	struct signin_try in = { .by = by,
		.account = 1,
		.right = true,
		.seen = S("hash 1"),
		.move = { .new = session_token_hash(S("one")) } };
	struct signin_try wrong = { .by = by, .account = 1, .seen = S("hash 1") };
	struct password_change own = { .by = by,
		.account = 1,
		.seen = S("hash 1"),
		.password = S("hash 2"),
		.move = { in.move.new, session_token_hash(S("two")) } };
	struct totp_setting totp = { .by = by,
		.account = 1,
		.secret = S("12345678901234567890"),
		.move = { own.move.new, session_token_hash(S("three")) } };
	struct code_try code = {
		.by = by, .account = 1, .move = { totp.move.new, session_token_hash(S("four")) }
	};
	struct session_step out = { by, code.move.new };

	for (int i = 0; i < RECOVERY_CODES; i++)
		totp.codes[i] = recovery_hash(&f.a, 1, str_fmt(&f.a, "code %d", i));
	code.code = S("code 3");
	try_until_done(&f, account_add, &add, "add");
	try_until_done(&f, signin_try, &wrong, "wrong password");
	try_until_done(&f, signin_try, &in, "sign in");
	CHECK(in.accepted);
	try_until_done(&f, password_change, &own, "own password");
	try_until_done(&f, totp_set, &totp, "authenticator");
	try_until_done(&f, code_try, &code, "recovery code");
	CHECK(code.accepted);
	try_until_done(&f, session_end, &out, "sign out");
	static const enum account_verb verbs[] = { ACCOUNT_DROP_TOTP, ACCOUNT_DISABLE, ACCOUNT_ENABLE,
		ACCOUNT_RESET, ACCOUNT_GRANT, ACCOUNT_REVOKE, ACCOUNT_SIGN_OUT };

	for (size_t i = 0; i < COUNT(verbs); i++) {
		struct account_change x = { .by = by,
			.verb = verbs[i],
			.account = 1,
			.password = S("hash 3"),
			.grant = { ROLE_LEADER, S("SMB"), 0, 0 } };

		try_until_done(&f, account_change, &x, str_fmt(&f.a, "verb %d", (int)verbs[i]).p);
		CHECK_INT(x.refusal, ACCOUNT_OK);
	}
}

static bool within(const void *tree, struct str agency, struct str root)
{
	(void)tree;
	return str_starts(agency, root);
}

TEST(delegations_happen_whole_or_not_at_all)
{
	FIXTURE(f);
	const struct agency_scope scope = { within, NULL };
	const struct account_actor by = { 1, S("192.0.2.7"), f.now };
	struct account_adding other = {
		.by = by, .login = S("nva"), .name = S("A"), .agency = S("SMA"), .password = S("x")
	};
	struct delegation_adding add = { .by = by,
		.delegate = S("nva"),
		.what = { .role = ROLE_CLERK,
			.agency = S("SMA"),
			.from = day_of(f.now),
			.to = day_of(f.now) },
		.reason = S("nghỉ phép"),
		.scope = &scope };
	struct account nva;

	CHECK_OK(account_add(&f.w, &other));
	try_until_done(&f, delegation_add, &add, "delegate");
	CHECK_INT(add.refusal, DELEGATION_OK);
	CHECK_OK(account_find(&f.db, S("nva"), f.now, &nva));
	CHECK_INT(nva.grants.n, 1);
	CHECK_INT(nva.grants.list[0].delegator, 1);
	struct delegation_use use = {
		.by = { nva.number, S(""), f.now }, .with = nva.grants.list[0], .what = S("POST /x")
	};
	struct delegation_revoking end = { .by = by, .number = add.number };

	try_until_done(&f, delegation_use, &use, "use");
	try_until_done(&f, delegation_revoke, &end, "revoke");
	CHECK_INT(end.refusal, DELEGATION_OK);
	CHECK_OK(account_find(&f.db, S("nva"), f.now, &nva));
	CHECK_INT(nva.grants.n, 0);
}

TEST(what_is_refused_changes_nothing)
{
	FIXTURE(f);
	struct account_actor by = { 1, S(""), f.now };
	struct sha256 before = picture(&f), now;
	struct account_adding taken = { .by = by, .login = S("clerk"), .password = S("x") };
	struct account_change none = { .by = by, .verb = ACCOUNT_DISABLE, .account = 99 };
	struct account_change twice = {
		.by = by, .verb = ACCOUNT_GRANT, .account = 1, .grant = { ROLE_CLERK, S("SMA"), 5, 9 }
	};
	struct password_change stale = { .by = by, .account = 1, .seen = S("hash 0"), .password = S("x") };
	struct signin_try stale_try = { .by = by, .account = 1, .right = true, .seen = S("hash 0") };

	CHECK_OK(account_add(&f.w, &taken));
	CHECK_INT(taken.refusal, ACCOUNT_LOGIN_TAKEN);
	CHECK_OK(account_change(&f.w, &none));
	CHECK_INT(none.refusal, ACCOUNT_UNKNOWN);
	CHECK_OK(account_change(&f.w, &twice));
	CHECK_INT(twice.refusal, ACCOUNT_ROLE_TWICE);
	CHECK_OK(password_change(&f.w, &stale));
	CHECK_INT(stale.refusal, ACCOUNT_CHANGED);
	CHECK_OK(signin_try(&f.w, &stale_try));
	CHECK(!stale_try.accepted);
	now = picture(&f);
	CHECK(memcmp(&now, &before, sizeof now) == 0);
}

TEST(an_account_has_so_many_roles_and_no_more)
{
	FIXTURE(f);
	struct account a;

	for (int i = 1; i <= LIMIT_GRANTS; i++) {
		struct account_change x = { .by = { .now = f.now },
			.verb = ACCOUNT_GRANT,
			.account = 1,
			.grant = { ROLE_OFFICER, str_fmt(&f.a, "A%d", i), 0, 0 } };

		CHECK_OK(account_change(&f.w, &x));
		CHECK_INT(x.refusal, i < LIMIT_GRANTS ? ACCOUNT_OK : ACCOUNT_ROLES_FULL);
	}
	CHECK_OK(account_load(&f.db, 1, f.now, &a));
	CHECK_INT(a.grants.n, LIMIT_GRANTS);
}

TEST(ten_passwords_are_remembered)
{
	FIXTURE(f);
	const struct str *hashes;
	size_t n;

	for (int i = 2; i <= 13; i++) {
		struct password_change x = { .by = { .now = f.now },
			.account = 1,
			.seen = str_fmt(&f.a, "hash %d", i - 1),
			.password = str_fmt(&f.a, "hash %d", i),
			.move = { .new = session_token_hash(str_fmt(&f.a, "%d", i)) } };

		CHECK_OK(password_change(&f.w, &x));
		CHECK_INT(x.refusal, ACCOUNT_OK);
	}
	CHECK_OK(passwords_of(&f.db, 1, &hashes, &n));
	CHECK_INT(n, PASSWORDS_REMEMBERED);
	CHECK_STR(hashes[0], S("hash 13"));
	CHECK_STR(hashes[9], S("hash 4"));
}

TEST(addresses_are_stored_hashed)
{
	FIXTURE(f);
	struct account_change x = {
		.by = { 1, S("192.0.2.7"), f.now }, .verb = ACCOUNT_SIGN_OUT, .account = 1
	};
	const struct audit_row *rows;
	size_t n;

	CHECK_OK(account_change(&f.w, &x));
	CHECK_OK(account_change(&f.w, &x));
	CHECK_OK(account_audit(&f.db, 1, &rows, &n));
	CHECK_INT(n, 4);
	CHECK_STR(rows[0].action, S("signed_out_everywhere"));
	CHECK_STR(rows[0].actor, S("clerk"));
	CHECK_INT(rows[0].origin.n, 16);
	CHECK_STR(rows[0].origin, rows[1].origin);
	CHECK_STR(rows[3].origin, S(""));
}

TEST(argon2id)
{
	ARENA a = { 0 };
	struct str one, two;

	CHECK_OK(password_hash(&a, S("Trâu đen"), &one));
	CHECK_OK(password_hash(&a, S("Trâu đen"), &two));
	CHECK(str_starts(one, S("$argon2id$v=19$m=65536,t=2,p=1$")));
	CHECK(!str_eq(one, two));
	CHECK(password_matches(&a, S("Trâu đen"), one));
	CHECK(!password_matches(&a, S("Trâu đe"), one));
	CHECK(!password_matches(&a, S(""), S("")));
	CHECK(!password_matches(&a, S(""), S("$argon2id$nonsense")));
}
