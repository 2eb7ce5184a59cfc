/* The values of a document, put into the template: ODF 1.3. */
#include "out/odt.h"
#include "out/official_out.h"
#include "out/zip.h"

enum { VALUES = 24 };
static const struct str mimetype = S_INIT("application/vnd.oasis.opendocument.text");
static const struct str automatic_end = S_INIT("</office:automatic-styles>");

struct odt {
	struct arena *a;
	const struct official *d;
	struct buf styles; /* of columns, for the end of the automatic ones */
	int tables;
	struct odt_value values[VALUES];
	size_t n;
};

static void text(struct odt *o, struct str name, struct str value)
{
	assert(o->n < VALUES);
	o->values[o->n++] = (struct odt_value){ name, value, false };
}

static void block(struct odt *o, struct str name, const struct buf *xml)
{
	assert(o->n < VALUES);
	o->values[o->n++] = (struct odt_value){ name, buf_str(xml), true };
}

static void add_head(struct odt *o)
{
	const struct official *d = o->d;
	bool letter = d->type == OFFICIAL_CV;
	struct str about = str_fmt(o->a, "V/v %.*s", ARG(d->abstract));
	struct str amends = str_fmt(o->a, "(Sửa đổi, bổ sung %.*s)", ARG(d->amends));

	text(o, S("co_quan_cap_tren"), upper_vi(o->a, d->superior));
	text(o, S("co_quan"), upper_vi(o->a, d->issuer));
	text(o, S("so_ky_hieu"), official_number_line(o->a, d));
	text(o, S("dia_danh_ngay"), official_place_line(o->a, d));
	text(o, S("ve_viec"), letter && d->abstract.n ? about : S(""));
	text(o, S("du_thao"), d->is_draft ? S("DỰ THẢO") : S(""));
	text(o, S("ten_loai"), upper_vi(o->a, official_type_name(d->type)));
	text(o, S("trich_yeu"), letter ? S("") : d->abstract);
	text(o, S("sua_doi"), d->amends.n ? amends : S(""));
	text(o, S("tham_quyen"), upper_vi(o->a, d->decider));
	text(o, S("quyet_dinh"), official_type_decides(d->type));
	text(o, S("mo_phong"),
		d->is_synthetic ? S("Dữ liệu mô phỏng, không phải văn bản đã ban hành") : S(""));
	text(o, S("chan_trang"), d->foot);
}

/* An empty paragraph that carries the rule under the abstract. */
static void add_rule(struct odt *o)
{
	struct buf b = { .a = o->a };

	if (o->d->type != OFFICIAL_CV && (o->d->abstract.n || o->d->amends.n))
		odt_paragraph(&b, "VbKeTrichYeu", S(""));
	block(o, S("ke_trich_yeu"), &b);
}

static void add_recipients(struct odt *o)
{
	const struct official *d = o->d;
	struct buf b = { .a = o->a };

	if (d->recipients_n == 1)
		odt_paragraph(&b, "VbKinhGui", str_fmt(o->a, "Kính gửi: %.*s", ARG(d->recipients[0])));
	else if (d->recipients_n > 1)
		odt_paragraph(&b, "VbKinhGui", S("Kính gửi:"));
	for (size_t i = 0; i < d->recipients_n && d->recipients_n > 1; i++) {
		struct str line = official_list_line(o->a, d->recipients[i], i + 1 == d->recipients_n);
		odt_paragraph(&b, "VbKinhGuiDanhSach", str_fmt(o->a, "- %.*s", ARG(line)));
	}
	if (d->recipients_n > 1)
		odt_paragraph(&b, "VbSauBang", S(""));
	block(o, S("kinh_gui"), &b);
}

static void add_bases(struct odt *o)
{
	const struct official *d = o->d;
	struct buf b = { .a = o->a };

	for (size_t i = 0; i < d->bases_n; i++)
		odt_paragraph(&b, "VbCanCu", official_list_line(o->a, d->bases[i], i + 1 == d->bases_n));
	block(o, S("can_cu"), &b);
}

static void add_body(struct odt *o)
{
	struct buf b = { .a = o->a };
	struct odt_writer w = { &b, &o->styles, o->tables };

	odt_blocks(&w, official_labels(o->a, o->d->body, o->d->body_n, true), o->d->body_n);
	o->tables = w.tables;
	block(o, S("noi_dung"), &b);
}

static void add_signature(struct odt *o, struct buf *b, const struct official_signature *s)
{
	struct str lines[OFFICIAL_SIGN_LINES];
	int n = official_sign_lines(o->a, s, lines);

	for (int i = 0; i < n; i++)
		odt_paragraph(b, "VbChucVu", lines[i]);
	odt_paragraph(b, "VbChoKy", s->note);
	odt_paragraph(b, "VbHoTen", s->name);
}

static void add_signatures(struct odt *o)
{
	enum { ACROSS = 2 };
	const struct official *d = o->d;
	struct buf one = { .a = o->a }, sides = { .a = o->a };
	struct odt_writer w = { &sides, &o->styles, o->tables };

	if (d->signatures_n == 1)
		add_signature(o, &one, d->signatures);
	for (size_t i = 0; i < d->signatures_n && d->signatures_n > 1; i++) {
		if (i % ACROSS == 0)
			odt_columns_begin(&w, ACROSS);
		odt_columns_cell(&w);
		add_signature(o, &sides, &d->signatures[i]);
		if (i % ACROSS == 0 && i + 1 == d->signatures_n)
			odt_columns_cell(&w); /* an odd one: the right half is empty */
		if (i % ACROSS == ACROSS - 1 || i + 1 == d->signatures_n)
			odt_columns_end(&w);
	}
	o->tables = w.tables;
	block(o, S("chu_ky"), &one);
	block(o, S("chu_ky_cac_ben"), &sides);
}

static void add_copies(struct odt *o)
{
	const struct official *d = o->d;
	struct buf b = { .a = o->a };

	if (d->copies_n || d->file_copy.n)
		odt_paragraph(&b, "VbNoiNhanDau", S("Nơi nhận:"));
	for (size_t i = 0; i < d->copies_n; i++) {
		struct str line =
			official_list_line(o->a, d->copies[i], i + 1 == d->copies_n && !d->file_copy.n);
		odt_paragraph(&b, "VbNoiNhan", str_fmt(o->a, "- %.*s", ARG(line)));
	}
	if (d->file_copy.n)
		odt_paragraph(&b, "VbNoiNhan", str_fmt(o->a, "- Lưu: %.*s.", ARG(d->file_copy)));
	block(o, S("noi_nhan"), &b);
}

static void add_annexes(struct odt *o)
{
	struct buf b = { .a = o->a };
	struct odt_writer w = { &b, &o->styles, o->tables };
	struct str reference = official_reference(o->a, o->d);

	for (size_t i = 0; i < o->d->annexes_n; i++) {
		const struct official_annex *x = &o->d->annexes[i];

		odt_paragraph(&b, "VbPhuLucTrangMoi", x->label);
		odt_paragraph(&b, "VbPhuLuc", upper_vi(o->a, x->title));
		odt_paragraph(&b, "VbKemTheo", str_fmt(o->a, "(Kèm theo %.*s)", ARG(reference)));
		odt_blocks(&w, official_labels(o->a, x->blocks, x->blocks_n, false), x->blocks_n);
	}
	o->tables = w.tables;
	block(o, S("phu_luc"), &b);
}

/* Of every table the program makes. LibreOffice drops automatic styles that nothing uses, so a template
 * cannot keep them. */
static const struct str table_styles =
	S_INIT("<style:style style:name=\"VbBang\" style:family=\"table\">"
	       "<style:table-properties style:width=\"16.5cm\" table:align=\"left\"/></style:style>"
	       "<style:style style:name=\"VbHang\" style:family=\"table-row\">"
	       "<style:table-row-properties fo:keep-together=\"always\"/></style:style>"
	       "<style:style style:name=\"VbO\" style:family=\"table-cell\">"
	       "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" "
	       "fo:padding=\"0.1cm\"/></style:style>");

/* The styles of tables stand with the automatic ones; in a template without any, tables have no lines. */
static struct str with_styles(struct odt *o, struct str content)
{
	size_t at = str_find(content, automatic_end);
	struct buf b = { .a = o->a };

	if (at == content.n)
		return content;
	buf_add(&b, str_sub(content, 0, at));
	buf_add(&b, table_styles);
	buf_add(&b, buf_str(&o->styles));
	buf_add(&b, str_sub(content, at, content.n));
	return buf_str(&b);
}

/* Fills one of the two files in the archive. */
static bool fill_entry(struct odt *o, struct zip *z, struct str name, struct template_problem *problem)
{
	struct zip_entry *e = zip_find(z, name);
	struct str xml;

	problem->fault = TEMPLATE_BROKEN;
	if (!e || !zip_unpack(o->a, e, &xml))
		return false;
	struct odt_fill f = odt_fill(o->a, xml, o->values, o->n);

	if (f.unknown_n) {
		*problem = (struct template_problem){ TEMPLATE_UNKNOWN, f.unknown };
		return false;
	}
	*e = zip_stored(name, str_eq(name, S("content.xml")) ? with_styles(o, f.xml) : f.xml);
	problem->fault = TEMPLATE_FINE;
	return true;
}

static void set_values(struct odt *o)
{
	add_head(o);
	add_rule(o);
	add_recipients(o);
	add_bases(o);
	add_body(o);
	add_signatures(o);
	add_copies(o);
	add_annexes(o);
}

struct str official_template(struct arena *a)
{
	static const struct str manifest = S_INIT(
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
		"manifest:version=\"1.3\">\n"
		"<manifest:file-entry manifest:full-path=\"/\" "
		"manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n"
		"<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
		"<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
		"</manifest:manifest>\n");
	const struct zip_entry entries[] = { zip_stored(S("mimetype"), mimetype),
		zip_stored(S("content.xml"), odt_builtin(S("content.xml"))),
		zip_stored(S("styles.xml"), odt_builtin(S("styles.xml"))),
		zip_stored(S("META-INF/manifest.xml"), manifest) };

	return zip_write(a, entries, COUNT(entries));
}

/* The first entry says what it is, unpacked (ODF 1.3, part 2, 3.3). */
static bool is_text(struct arena *a, const struct zip *z)
{
	struct str type;

	return z->n > 0 && str_eq(z->entries[0].name, S("mimetype")) &&
	       zip_unpack(a, &z->entries[0], &type) && str_eq(str_trim(type), mimetype);
}

bool official_odt(struct arena *a, const struct official *d, struct str template_odt, struct str *bytes,
	struct template_problem *problem)
{
	struct odt *o = NEW(a, struct odt);
	struct zip *z = NEW(a, struct zip);

	assert(!official_wrong(d));
	o->a = o->styles.a = a;
	o->d = d;
	*problem = (struct template_problem){ TEMPLATE_BROKEN, { 0 } };
	if (!zip_read(z, template_odt.n ? template_odt : official_template(a)) || !is_text(a, z))
		return false;
	set_values(o);
	if (!fill_entry(o, z, S("content.xml"), problem) || !fill_entry(o, z, S("styles.xml"), problem))
		return false;
	z->entries[0] = zip_stored(S("mimetype"), mimetype);
	*bytes = zip_write(a, z->entries, z->n);
	return true;
}
