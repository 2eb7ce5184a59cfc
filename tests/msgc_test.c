/* What msgc makes of messages, what it refuses, and that no input breaks it. */
#include "tests/cases.h"
#include "tests/t.h"
#include "tools/msgc.h"

struct result {
	struct str h, c, error;
};

/* input: the Vietnamese file, a line "--", the English one. */
static struct result compile(struct arena *a, struct str input)
{
	struct buf h = { .a = a }, c = { .a = a };
	struct complaint error = { .a = a };
	size_t cut = str_starts(input, S("--\n")) ? 0 : str_find(input, S("\n--\n"));
	struct str english = str_sub(input, cut + (cut ? 4 : 3), input.n);
	const struct msg_file files[] = { { S("src/x/x.vi.msg"), str_sub(input, 0, cut) },
		{ S("src/x/x.en.msg"), english } };

	msgc_compile(a, files, COUNT(files), &h, &c, &error);
	return (struct result){ buf_str(&h), buf_str(&c), error.text };
}

TEST(messages_that_are_refused)
{
	ARENA a = { 0 };
	struct cases all = { golden_file(&a, "msgc/refused.txt"), 0 };
	struct test_case one;
	int n = 0;

	for (; next_case(&all, &one); n++) {
		struct str got = compile(&a, one.input).error;
		size_t colon = str_find(one.want, S(": "));
		struct str want = str_fmt(&a, "src/x/%.*s: error%.*s", (int)colon, one.want.p,
			ARG(str_sub(one.want, colon, one.want.n)));

		test_check(str_starts(got, want), "refused.txt", one.line, "want %.*s, got %.*s", ARG(want),
			ARG(got.n ? got : S("no error")));
	}
	CHECK(n > 20);
}

TEST(messages_and_their_c)
{
	ARENA a = { 0 };
	struct cases all = { golden_file(&a, "msgc/accepted.txt"), 0 };
	struct test_case one;
	int n = 0;

	for (; next_case(&all, &one); n++) {
		struct result r = compile(&a, one.input);
		struct str all_c = str_fmt(&a, "%.*s%.*s", ARG(r.h), ARG(r.c));

		test_check(!r.error.n, "accepted.txt", one.line, "%.*s", ARG(r.error));
		test_check(str_find(all_c, one.want) < all_c.n, "accepted.txt", one.line, "no %.*s in\n%.*s",
			ARG(one.want), ARG(all_c));
	}
	CHECK(n > 5);
}

TEST(file_names_and_bytes)
{
	ARENA a = { 0 };
	struct buf h = { .a = &a }, c = { .a = &a };
	struct complaint error = { .a = &a };
	struct msg_file f = { S("src/x/x.fr.msg"), S("x.a = A\n") };

	msgc_compile(&a, &f, 1, &h, &c, &error);
	CHECK_STR(error.text, S("src/x/x.fr.msg:1: error: a message file is named x.vi.msg or x.en.msg\n"));
	f = (struct msg_file){ S("x.vi.msg"), S("\n\nx.a = \xC3") };
	error.text = S("");
	msgc_compile(&a, &f, 1, &h, &c, &error);
	CHECK_STR(error.text, S("x.vi.msg:3: error: not UTF-8, or a control character\n"));
}

TEST(broken_messages_break_nothing)
{
	ARENA a = { 0 };
	ARENA round = { 0 };
	struct str text = golden_file(&a, "msgc/accepted.txt");
	uint64_t seed = 3;

	for (int i = 0; i < 3000; i++) {
		size_t from = test_random(&seed) % text.n;
		struct str piece = str_sub(text, from, from + test_random(&seed) % 200);
		struct str input = str_fmt(&round, "%.*s\n--\n%.*s", ARG(piece), ARG(piece));
		struct result r = compile(&round, input);

		CHECK(!r.error.n || str_ends(r.error, S("\n")));
		arena_reset(&round);
	}
}
