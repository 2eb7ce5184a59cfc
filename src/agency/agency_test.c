#include "agency/agency.h"
#include "base/limits.h"
#include "tests/t.h"

static daynum day(const char *text)
{
	daynum d = DAYNUM_NONE;

	if (!parse_day(str_of(text), &d))
		abort();
	return d;
}

/* A version: entry, code, parent, first and last day ("" for none). */
static struct agency_version version(
	int64_t position, const char *code, const char *parent, const char *from, const char *to)
{
	return (struct agency_version){ .valid = { position, *from ? day(from) : DAYNUM_NONE,
						*to ? day(to) : DAYNUM_NONE },
		.code = str_of(code),
		.name = str_of(code),
		.parent = str_of(parent) };
}

TEST(codes)
{
	static const struct {
		const char *code;
		bool valid;
		int64_t internal;
	} rows[] = {
		{ "H54", true, 0 },
		{ "000.00.15.H54", true, 0 },
		{ "NB.1", true, 1 },
		{ "NB.120", true, 120 },
		{ "NB.01", true, 0 },
		{ "NB.", true, 0 },
		{ "NB.x", true, 0 },
		{ "", false, 0 },
		{ ".H54", false, 0 },
		{ "H 54", false, 0 },
		{ "Đ54", false, 0 },
		{ "H54/1", false, 0 },
		{ "NB.99999999999999999999", true, 0 },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		CHECK_INT(code_valid(str_of(rows[i].code)), rows[i].valid);
		CHECK_INT(code_internal_number(str_of(rows[i].code)), rows[i].internal);
	}
	CHECK(code_unknown(S("")) && code_unknown(S("UNKNOWN")) && !code_unknown(S("unknown1")));
}

TEST(code_index_finds_all)
{
	enum { N = 5000 };
	ARENA a = { 0 };
	struct str *codes = NEW_ARRAY(&a, struct str, N + 1);
	struct code_index x = code_index_new(&a, codes, N);

	CHECK_INT(code_index_find(&(struct code_index){ 0 }, S("H54")), 0);
	for (int i = 1; i <= N; i++) {
		codes[i] = code_internal(&a, i);
		code_index_add(&x, i);
	}
	for (int i = 1; i <= N; i++)
		CHECK_INT(code_index_find(&x, code_internal(&a, i)), i);
	CHECK_INT(code_index_find(&x, S("NB.5001")), 0);
}

TEST(versions_of_a_day)
{
	/* Entry 9 corrects the version of 2022; entry 7 adds one that lies before it. */
	struct validity v[] = { { 2, DAYNUM_NONE, DAYNUM_NONE }, { 7, 0, 0 }, { 4, 0, 0 }, { 9, 0, 0 } };
	int n = COUNT(v);

	v[1].from = day("2021-01-01");
	v[1].to = day("2021-06-30");
	v[2].from = v[3].from = day("2022-01-01");
	for (int i = 1; i < n; i++)
		CHECK(validity_cmp(v[i - 1], v[i]) < 0);
	CHECK_INT(validity_in_force(v, n, day("1950-01-01"), KNOWN_NOW), 0);
	CHECK_INT(validity_in_force(v, n, day("2021-06-30"), KNOWN_NOW), 1);
	CHECK_INT(validity_in_force(v, n, day("2021-07-01"), KNOWN_NOW), -1);
	CHECK_INT(validity_begun(v, n, day("2021-07-01"), KNOWN_NOW), 1);
	CHECK_INT(validity_in_force(v, n, day("2021-07-01"), 7), 0);
	CHECK_INT(validity_in_force(v, n, day("2022-01-01"), KNOWN_NOW), 3);
	CHECK_INT(validity_in_force(v, n, day("2022-01-01"), 9), 2);
	CHECK_INT(validity_in_force(v, n, day("2022-01-01"), 2), -1);
	CHECK(!validity_counts(v, n, 2, KNOWN_NOW) && validity_counts(v, n, 2, 9) &&
		validity_counts(v, n, 3, KNOWN_NOW));
	CHECK_INT(validity_last_day(v, n, 0, KNOWN_NOW), day("2020-12-31"));
	CHECK_INT(validity_last_day(v, n, 0, 7), day("2021-12-31"));
	CHECK_INT(validity_last_day(v, n, 1, KNOWN_NOW), day("2021-06-30"));
	CHECK_INT(validity_last_day(v, n, 3, KNOWN_NOW), DAYNUM_NONE);
}

TEST(tree_on_a_day)
{
	ARENA a = { 0 };
	const struct agency_version v[] = {
		version(0, "H54", "", "", ""), version(1, "SGTVT", "H54", "", "2025-02-28"),
		version(2, "SXD", "H54", "", ""), version(3, "P1", "SGTVT", "", ""),
		version(4, "P1", "SXD", "2025-03-01", ""), /* moved when the departments merged */
	};
	struct agency_tree t = agency_tree_of(&a, v, COUNT(v));
	int gtvt = agency_number(&t, S("SGTVT")), xd = agency_number(&t, S("SXD")),
	    p = agency_number(&t, S("P1"));
	bool in[5];

	CHECK_INT(t.n, 4);
	CHECK_INT(p, 4);
	CHECK_INT(agency_number(&t, S("SYT")), AGENCY_NONE);
	CHECK(agency_on(&t, gtvt, day("2025-02-28"), KNOWN_NOW) != NULL);
	CHECK(agency_on(&t, gtvt, day("2025-03-01"), KNOWN_NOW) == NULL);
	CHECK_INT(agency_parent(&t, p, day("2022-10-25"), KNOWN_NOW), gtvt);
	CHECK_INT(agency_parent(&t, p, day("2025-03-01"), KNOWN_NOW), xd);
	CHECK_INT(agency_parent(&t, p, day("2025-03-01"), 4), gtvt);
	CHECK_INT(agency_subtree(&t, gtvt, day("2022-10-25"), KNOWN_NOW, in), 2);
	CHECK(!in[0] && !in[1] && in[gtvt] && !in[xd] && in[p]);
	CHECK_INT(agency_subtree(&t, gtvt, day("2022-10-25"), 3, in), 1); /* P1 was not known yet */
	CHECK_INT(agency_subtree(&t, 1, day("2025-03-01"), KNOWN_NOW, in),
		4); /* what ended stays in its province */
	CHECK_INT(agency_subtree(&t, AGENCY_NONE, day("2025-03-01"), KNOWN_NOW, in), 4);
}

TEST(flaws)
{
	ARENA a = { 0 };
	const struct agency_version v[] = {
		version(0, "A", "", "", ""),
		version(1, "B", "A", "", ""),
		version(2, "C", "B", "", ""),
		version(3, "A", "C", "2023-01-01", "2023-12-31"), /* from then on a ring */
		version(4, "D", "nowhere", "", ""),
		version(5, "E", "E", "", ""),
	};
	struct agency_tree t = agency_tree_of(&a, v, COUNT(v));

	for (int i = 1; i <= 3; i++) {
		CHECK_INT(agency_flaw_on(&t, i, DAYNUM_NONE), AGENCY_SOUND);
		CHECK_INT(agency_flaw_on(&t, i, day("2023-01-01")), AGENCY_CYCLE);
	}
	CHECK_INT(agency_flaw_on(&t, 4, DAYNUM_NONE), AGENCY_WITHOUT_PARENT);
	CHECK_INT(agency_flaw_on(&t, 5, DAYNUM_NONE), AGENCY_CYCLE);
	CHECK(!agency_within(
		&t, 2, 4, day("2023-01-01"), KNOWN_NOW)); /* a ring ends the search all the same */
}

TEST(flaws_of_any_day)
{
	ARENA a = { 0 };
	const struct agency_version v[] = {
		version(0, "A", "", "", ""),
		version(1, "B", "A", "", ""),
		version(2, "C", "B", "", ""),
		version(3, "A", "C", "2023-01-01", ""), /* a ring for one month, until C moves */
		version(4, "C", "", "2023-02-01", ""),
		version(5, "D", "C", "", ""),
		version(6, "F", "", "", ""),
	};
	struct agency_tree t = agency_tree_of(&a, v, COUNT(v));
	daynum on = DAYNUM_NONE;

	for (int i = 1; i <= 3; i++) {
		CHECK_INT(agency_flaw_ever(&t, i, &on), AGENCY_CYCLE);
		CHECK_INT(on, day("2023-01-01"));
	}
	CHECK_INT(agency_flaw_ever(&t, 4, &on), AGENCY_TOO_DEEP); /* hangs on the ring */
	CHECK_INT(agency_flaw_ever(&t, 5, &on), AGENCY_SOUND);
}

TEST(too_deep)
{
	ARENA a = { 0 };
	struct agency_version v[LIMIT_AGENCY_DEPTH + 2];

	for (int i = 0; i < (int)COUNT(v); i++)
		v[i] = version(i, str_c(&a, code_internal(&a, i + 1)),
			i ? str_c(&a, code_internal(&a, i)) : "", "", "");
	struct agency_tree t = agency_tree_of(&a, v, COUNT(v));

	CHECK_INT(agency_flaw_on(&t, LIMIT_AGENCY_DEPTH + 1, DAYNUM_NONE), AGENCY_SOUND);
	CHECK(agency_within(&t, LIMIT_AGENCY_DEPTH + 1, 1, day("2022-01-01"), KNOWN_NOW));
	CHECK_INT(agency_flaw_on(&t, LIMIT_AGENCY_DEPTH + 2, DAYNUM_NONE), AGENCY_TOO_DEEP);
}

TEST(matching)
{
	ARENA a = { 0 };
	struct agency_version v[] = {
		version(0, "H54", "", "", ""),
		version(1, "NB.1", "H54", "", ""),
		version(2, "NB.2", "H54", "", ""),
		version(3, "NB.3", "H54", "", ""),
		version(4, "NB.3", "H54", "2023-01-01", ""),
	};
	int found[2] = { 0 };

	v[1].name = S("Sở Xây dựng");
	v[1].short_name = S("SXD");
	v[2].name = S("UBND xã Hòa Bình, huyện Vũ Thư");
	v[2].short_name = S("Xã Hòa Bình");
	v[3].name = S("UBND xã Hòa Bình, huyện Hưng Hà");
	v[3].short_name = S("Xã Hòa Bình");
	v[4].name = S("UBND xã Hòa Bình mới");
	v[4].short_name = S("Xã Hòa Bình mới");
	struct agency_tree t = agency_tree_of(&a, v, COUNT(v));
	const struct str names[] = { S(""), S("h54"), S("so xay dung"), S("ubnd xa hoa binh, huyen vu thu"),
		S("x") };
	const struct str shorts[] = { S(""), S("h54"), S("sxd"), S("xa hoa binh"), S("y") };
	struct agency_wanted w = { .name_keys = names, .short_keys = shorts };

	static const struct {
		const char *typed, *folded;
		int n, first;
	} rows[] = {
		{ "H54", "h54", 1, 1 }, { "NB.1", "nb.1", 1, 2 }, { "SXD", "sxd", 1, 2 },
		{ "sxd", "sxd", 1, 2 }, { "sở xây dựng", "so xay dung", 1, 2 },
		{ "Xã Hòa Bình", "xa hoa binh", 2, 3 }, { "xa hoa binh", "xa hoa binh", 1, 3 },
		{ "Sở Y tế", "so y te", 0, 0 }, { "", "", 0, 0 },
		{ "UBND xã Hòa Bình, huyện Hưng Hà", "", 1, 4 }, /* a former name is a name */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		w.typed = str_of(rows[i].typed);
		w.folded = str_of(rows[i].folded);
		found[0] = 0;
		CHECK_INT(agency_match(&t, &w, found, 2), rows[i].n);
		CHECK_INT(found[0], rows[i].first);
	}
	w.typed = S("Xã Hòa Bình");
	w.folded = S("");
	CHECK_INT(agency_match(&t, &w, found, 1), 2); /* more than there is room for */
}

TEST(random_trees)
{
	enum { N = 60, ROUNDS = 200 };
	uint64_t seed = 20221025;
	daynum first = day("2020-01-01");

	for (int round = 0; round < ROUNDS; round++) {
		ARENA a = { 0 };
		struct agency_version v[N];
		int parents[N + 1] = { 0 }; /* of the newest structure, by number */
		int depths[N + 1] = { 0 };
		for (int i = 1; i <= N; i++) {
			int parent = (int)(test_random(&seed) % (uint64_t)i);
			parents[i] = depths[parent] < LIMIT_AGENCY_DEPTH ? parent : 0;
			depths[i] = parents[i] ? depths[parents[i]] + 1 : 0;
			v[i - 1] = version(i, str_c(&a, code_internal(&a, i)),
				parents[i] ? str_c(&a, code_internal(&a, parents[i])) : "", "", "");
			v[i - 1].valid.from = test_random(&seed) % 2 ? DAYNUM_NONE : first + i;
		}
		struct agency_tree t = agency_tree_of(&a, v, N);
		int root = 1 + (int)(test_random(&seed) % N), want = 0;
		bool in[N + 1], below[N + 1] = { 0 };

		CHECK_INT(t.n, N);
		agency_subtree(&t, root, first, KNOWN_NOW, in);
		for (int i = 1; i <= N; i++) { /* parents come first, so one pass does */
			below[i] = i == root || (parents[i] && below[parents[i]]);
			want += below[i];
			CHECK_INT(in[i], below[i]);
			CHECK_INT(agency_flaw_on(&t, i, first), AGENCY_SOUND);
		}
		CHECK_INT(agency_subtree(&t, root, first, KNOWN_NOW, in), want);
	}
}
