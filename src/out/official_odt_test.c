#include "out/odt.h"
#include "out/official_out.h"
#include "out/official_sample.h"
#include "out/zip.h"
#include "tests/t.h"

static const struct odt_value values[] = { { S_INIT("so"), S_INIT("1 & <2>"), false },
	{ S_INIT("rong"), S_INIT(""), false },
	{ S_INIT("khoi"), S_INIT("<text:p>A</text:p><text:p>B</text:p>"), true },
	{ S_INIT("khong"), S_INIT(""), true } };
static const struct {
	const char *xml, *filled, *unknown;
} cases[] = {
	{ "<text:p>«so»</text:p>", "<text:p>1 &amp; &lt;2&gt;</text:p>", "" },
	{ "<text:p>Số «so».</text:p>", "<text:p>Số 1 &amp; &lt;2&gt;.</text:p>", "" },
	/* what LibreOffice makes of a name that was edited */
	{ "<text:p><text:span>«s</text:span>o»</text:p>",
		"<text:p><text:span>1 &amp; &lt;2&gt;</text:span></text:p>", "" },
	{ "<text:p a=\"b\">«<text:span>so</text:span>»</text:p>",
		"<text:p a=\"b\">1 &amp; &lt;2&gt;<text:span></text:span></text:p>", "" },
	{ "x<text:p a=\"b\">«rong»</text:p>y", "xy", "" },
	{ "<text:p>giữ «rong»</text:p>", "<text:p>giữ </text:p>", "" },
	{ "<c><text:p>«khoi»</text:p></c>", "<c><text:p>A</text:p><text:p>B</text:p></c>", "" },
	{ "<text:p> <text:span>«kh<b/>oi»</text:span> </text:p>", "<text:p>A</text:p><text:p>B</text:p>",
		"" },
	{ "<text:p>«khong»</text:p>", "", "" },
	{ "<text:h>«khoi»</text:h>", "<text:p>A</text:p><text:p>B</text:p>", "" },
	{ "<text:p>trước «khoi»</text:p>", "<text:p>trước «khoi»</text:p>", "khoi" },
	{ "<text:p>«la»</text:p>", "<text:p>«la»</text:p>", "la" },
	{ "<text:p>«Một cửa» «so</text:p><text:p>»</text:p>",
		"<text:p>«Một cửa» «so</text:p><text:p>»</text:p>", "" },
	{ "<text:p>«<", "<text:p>«<", "" },
	{ "«", "«", "" },
	{ "", "", "" },
};

TEST(names_in_paragraphs_are_filled)
{
	ARENA a = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct odt_fill f = odt_fill(&a, str_of(cases[i].xml), values, COUNT(values));
		CHECK_STR(f.xml, str_of(cases[i].filled));
		CHECK_STR(f.unknown, str_of(cases[i].unknown));
	}
}

static struct str content_of(struct arena *a, struct str odt)
{
	struct zip *z = NEW(a, struct zip);
	struct str xml = { 0 };

	CHECK(zip_read(z, odt));
	CHECK_STR(z->entries[0].name, S("mimetype"));
	CHECK(!z->entries[0].deflated);
	struct zip_entry *e = zip_find(z, S("content.xml"));

	CHECK(e && zip_unpack(a, e, &xml));
	return xml;
}

static bool holds(struct str s, const char *what)
{
	return str_find(s, str_of(what)) < s.n;
}

TEST(every_sample_becomes_an_odt_without_places_left)
{
	for (int s = 0; s < SAMPLES_N; s++) {
		ARENA a = { 0 };
		struct official d = official_sample(&a, (enum official_sample)s);
		struct str one = { 0 }, two = { 0 };
		struct template_problem problem;

		CHECK_OR_STOP(official_odt(&a, &d, S(""), &one, &problem));
		CHECK_OR_STOP(official_odt(&a, &d, official_template(&a), &two, &problem));
		CHECK(str_eq(one, two));
		CHECK(!holds(content_of(&a, one), "«"));
	}
	ARENA a = { 0 };
	struct official d = official_sample(&a, SAMPLE_DECISION);
	struct str odt = { 0 };
	struct template_problem problem;

	CHECK_OR_STOP(official_odt(&a, &d, S(""), &odt, &problem));
	struct str xml = content_of(&a, odt);

	CHECK(holds(xml, ">QUYẾT ĐỊNH:</text:p>"));
	CHECK(holds(xml, "<text:p text:style-name=\"VbCanCu\">Theo đề nghị của Trưởng phòng Cải cách hành "
			 "chính.</text:p>"));
	CHECK(holds(xml, "Điều 4.</text:span> Chánh Văn phòng"));
	CHECK(!holds(xml, "VbKinhGui\""));
}

/* The built-in template with one of its entries changed. */
static struct str changed(struct arena *a, const char *name, struct str bytes)
{
	struct zip *z = NEW(a, struct zip);

	CHECK(zip_read(z, official_template(a)));
	for (int i = 0; i < z->n; i++)
		if (str_eq(z->entries[i].name, str_of(name)))
			z->entries[i] = zip_stored(str_of(name), bytes);
	return zip_write(a, z->entries, z->n);
}

TEST(a_template_that_cannot_be_used_is_refused_with_what_is_wrong)
{
	ARENA a = { 0 };
	struct official d = official_sample(&a, SAMPLE_NOTICE);
	struct str odt = { 0 },
		   own = changed(&a, "content.xml", S("<text:p>«so_ky_hieu»</text:p><text:p>«la»</text:p>"));
	struct template_problem problem;

	CHECK(!official_odt(&a, &d, own, &odt, &problem));
	CHECK_INT(problem.fault, TEMPLATE_UNKNOWN);
	CHECK_STR(problem.name, S("la"));
	CHECK(official_odt(
		&a, &d, changed(&a, "content.xml", S("<text:p>«so_ky_hieu»</text:p>")), &odt, &problem));
	CHECK_STR(content_of(&a, odt), S("<text:p>Số: 05/TB-SNV</text:p>"));
	CHECK(!official_odt(&a, &d, S("không phải zip"), &odt, &problem));
	CHECK_INT(problem.fault, TEMPLATE_BROKEN);
	CHECK(!official_odt(&a, &d, changed(&a, "mimetype", S("application/pdf")), &odt, &problem));
	CHECK_INT(problem.fault, TEMPLATE_BROKEN);
}

TEST(each_broken_byte_of_a_template_is_a_value_or_a_refusal)
{
	ARENA whole = { 0 };
	struct official d = official_sample(&whole, SAMPLE_NOTICE);
	struct str good = official_template(&whole);
	char *bytes = NEW_ARRAY(&whole, char, good.n);

	for (size_t i = 0; i < good.n; i += 1 + i % 97) {
		ARENA a = { 0 };
		struct str odt;
		struct template_problem problem;

		memcpy(bytes, good.p, good.n);
		bytes[i] = (char)(bytes[i] ^ 0x55);
		if (!official_odt(&a, &d, (struct str){ bytes, good.n }, &odt, &problem))
			CHECK(problem.fault != TEMPLATE_FINE);
		if (!official_odt(&a, &d, (struct str){ bytes, i }, &odt, &problem))
			CHECK(problem.fault != TEMPLATE_FINE);
	}
}

TEST(a_size_that_is_a_lie_is_refused)
{
	ARENA a = { 0 };
	struct str out;
	struct zip_entry e = { .raw = S("\x03\x00"), .size = 0, .deflated = true }; /* deflate of nothing */

	CHECK(zip_unpack(&a, &e, &out) && !out.n);
	e.size = 1;
	CHECK(!zip_unpack(&a, &e, &out));
	e.size = LIMIT_TEMPLATE_BYTES + 1;
	CHECK(!zip_unpack(&a, &e, &out));
	e = (struct zip_entry){
		.raw = S("\x4b\x04\x00"), .size = 1, .crc = 0xE8B7BE43, .deflated = true
	}; /* "a" */
	CHECK(zip_unpack(&a, &e, &out));
	CHECK_STR(out, S("a"));
	e.crc++;
	CHECK(!zip_unpack(&a, &e, &out));
}
