#include "visitor/visitor.h"
#include "base/limits.h"
#include "tests/t.h"

static const struct visitor_key one = { { 1, 2, 3 } }, other = { { 1, 2, 4 } };

static bool same_hash(struct sha256 a, struct sha256 b)
{
	return !memcmp(a.b, b.b, sizeof a.b);
}

/* RFC 4231, test case 2. */
TEST(the_hash_is_hmac_sha256)
{
	ARENA a = { 0 };
	struct sha256 h = hmac_sha256(S("Jefe"), S("what do ya want for nothing?"));
	struct buf b = { .a = &a };

	add_hex(&b, (struct str){ (const char *)h.b, sizeof h.b });
	CHECK_STR(buf_str(&b), S("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
}

TEST(a_number_means_something_for_one_key_purpose_and_network)
{
	struct sha256 h = visitor_hash(&one, S("rating/1"), S("abcd"));

	CHECK(same_hash(h, visitor_hash(&one, S("rating/1"), S("abcd"))));
	CHECK(!same_hash(h, visitor_hash(&other, S("rating/1"), S("abcd"))));
	CHECK(!same_hash(h, visitor_hash(&one, S("rating/2"), S("abcd"))));
	CHECK(!same_hash(h, visitor_hash(&one, S("rating/1"), S("abce"))));
	CHECK(!same_hash(visitor_hash(&one, S("a"), S("bc")), visitor_hash(&one, S("ab"), S("c"))));
}

TEST(a_note_is_good_for_a_while_and_one_purpose)
{
	ARENA a = { 0 };
	instant at = 1673226000;
	struct str note = visitor_note(&a, &one, S("x"), S("net"), at);
	struct str stranger = str_fmt(&a, "%lld%.*s", (long long)at + 1, ARG(str_sub(note, 10, note.n)));

	CHECK(visitor_note_is_good(&one, S("x"), S("net"), note, at));
	CHECK(visitor_note_is_good(&one, S("x"), S("net"), note, at + VISITOR_FORM_S));
	CHECK(!visitor_note_is_good(&one, S("x"), S("net"), note, at + VISITOR_FORM_S + 1));
	CHECK(!visitor_note_is_good(&one, S("x"), S("net"), note, at - 1));
	CHECK(!visitor_note_is_good(&one, S("y"), S("net"), note, at));
	CHECK(!visitor_note_is_good(&one, S("x"), S("ten"), note, at));
	CHECK(!visitor_note_is_good(&other, S("x"), S("net"), note, at));
	CHECK(!visitor_note_is_good(&one, S("x"), S("net"), stranger, at + 1));
	static const char *const bad[] = { "", "-", "1673226000", "1673226000-", "x-y",
		"1673226000-00000000000000000000000000000000" };

	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(!visitor_note_is_good(&one, S("x"), S("net"), str_of(bad[i]), at));
}
