/* The parts around the body: annex I, part II and the picture in part IV. */
#include "out/official_out.h"
#include "base/utf8.h"
#include "out/official_page.h"

static const double size_caps = 13, size_copies = 11, size_copies_head = 12, size_mark = 10, size_foot = 8;
static const double gap = 6, left_share = 0.42, rule_gap = 3, sign_room = 68, short_rule = 0.4;
static const struct pen_look page_look = { .size = 13, .align = PEN_CENTRE };

static const struct str nation = S_INIT("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
			motto = S_INIT("Độc lập - Tự do - Hạnh phúc"), draft = S_INIT("DỰ THẢO"),
			synthetic = S_INIT("Dữ liệu mô phỏng, không phải văn bản đã ban hành");

static void draw(struct paper *p, struct str text, struct pen_look look, double x, double y, double width)
{
	pen_set(p->pen, text, look, width);
	pen_show(p->pen, x, y);
}

/* What stands in the margins of a page. */
static void margins(struct paper *p)
{
	const struct pen_look mark = { .size = size_mark, .style = PEN_BOLD, .align = PEN_CENTRE };
	const struct pen_look foot = { .size = size_foot, .align = PEN_CENTRE };
	const double top = 10 * PEN_MM, bottom = 7 * PEN_MM;

	if (p->page > 1) {
		draw(p, str_fmt(p->a, "%d", p->page), page_look, MARGIN_LEFT, top, TEXT_WIDTH);
		if (p->d->is_draft)
			draw(p, draft, (struct pen_look){ .size = size_mark, .style = PEN_BOLD }, MARGIN_LEFT,
				top, TEXT_WIDTH);
	}
	if (p->d->is_synthetic)
		draw(p, synthetic, mark, MARGIN_LEFT, TEXT_BOTTOM + bottom, TEXT_WIDTH);
	if (p->d->foot.n)
		draw(p, p->d->foot, foot, MARGIN_LEFT, TEXT_BOTTOM + bottom + 2 * gap, TEXT_WIDTH);
}

static void first_page(struct paper *p)
{
	p->page = 1;
	p->y = MARGIN_TOP;
	margins(p);
}

void paper_next_page(struct paper *p)
{
	pen_next_page(p->pen);
	p->page++;
	p->y = MARGIN_TOP;
	p->fresh = true;
	margins(p);
}

void paper_centred(struct paper *p, struct str text, struct pen_look look, double rule)
{
	look.align = PEN_CENTRE;
	if (!text.n)
		return;
	struct pen_extent e = pen_set_balanced(p->pen, text, look, TEXT_WIDTH);

	pen_show(p->pen, MARGIN_LEFT, p->y);
	p->y += e.height;
	if (rule > 0)
		pen_rule(p->pen, MARGIN_LEFT + TEXT_WIDTH / 2 - e.width * rule / 2, p->y + rule_gap,
			e.width * rule);
	p->y += rule > 0 ? 2 * rule_gap : 0;
	p->fresh = false;
}

static const double highest = 110, smallest = 6;

/* One side of the head. */
struct side {
	double x, width, y;
};

static void side_text(struct paper *p, struct side *s, struct str text, struct pen_look look, double rule)
{
	look.align = PEN_CENTRE;
	if (!text.n)
		return;
	struct pen_extent e = pen_set_balanced(p->pen, text, look, s->width);

	for (; e.height > highest && look.size > smallest; e = pen_set_balanced(p->pen, text, look, s->width))
		look.size -= 1; /* a name of 500 characters must not push the number off the page */
	pen_show(p->pen, s->x, s->y);
	s->y += e.height;
	if (rule > 0) {
		pen_rule(p->pen, s->x + (s->width - e.width * rule) / 2, s->y + rule_gap, e.width * rule);
		s->y += 2 * rule_gap;
	}
}

static void draft_mark(struct paper *p, struct side *s)
{
	const struct pen_look look = { .size = size_caps, .style = PEN_BOLD };
	struct pen_extent e = pen_set(p->pen, draft, look, 0);
	double x = s->x + (s->width - e.width) / 2;

	s->y += gap;
	pen_show(p->pen, x, s->y + 1);
	pen_frame(p->pen, x - gap, s->y, e.width + 2 * gap, e.height + 2);
	s->y += e.height + gap;
}

/* Who issues, and the state's name; under them, in one row, number and date. */
static void head(struct paper *p)
{
	const struct official *d = p->d;
	const struct pen_look plain = { .size = size_caps }, caps = { .size = size_caps, .style = PEN_BOLD };
	const struct pen_look bold = { .size = SIZE_BODY, .style = PEN_BOLD };
	const struct pen_look italic = { .size = SIZE_BODY, .style = PEN_ITALIC };
	struct side left = { MARGIN_LEFT - gap, TEXT_WIDTH * left_share, p->y };
	struct side right = { left.x + left.width, TEXT_WIDTH - left.width + 2 * gap, p->y };

	side_text(p, &left, upper_vi(p->a, d->superior), plain, 0);
	side_text(p, &left, upper_vi(p->a, d->issuer), caps, short_rule);
	side_text(p, &right, nation, caps, 0);
	side_text(p, &right, motto, bold, 1);
	left.y = right.y = (left.y > right.y ? left.y : right.y) + gap;
	side_text(p, &left, official_number_line(p->a, d), plain, 0);
	side_text(p, &right, official_place_line(p->a, d), italic, 0);
	if (d->type == OFFICIAL_CV && d->abstract.n) {
		left.y += gap;
		side_text(p, &left, str_fmt(p->a, "V/v %.*s", ARG(d->abstract)),
			(struct pen_look){ .size = size_caps - 1 }, 0);
	}
	if (d->is_draft)
		draft_mark(p, &left);
	p->y = (left.y > right.y ? left.y : right.y) + 2 * gap;
	p->fresh = false;
}

static void title(struct paper *p)
{
	const struct official *d = p->d;
	const struct pen_look bold = { .size = SIZE_BODY, .style = PEN_BOLD };
	const struct pen_look italic = { .size = SIZE_BODY, .style = PEN_ITALIC };

	if (d->type == OFFICIAL_CV)
		return;
	p->y += gap;
	paper_centred(p, upper_vi(p->a, official_type_name(d->type)), bold, 0);
	paper_centred(p, d->abstract, bold, d->amends.n ? 0 : short_rule);
	if (d->amends.n)
		paper_centred(
			p, str_fmt(p->a, "(Sửa đổi, bổ sung %.*s)", ARG(d->amends)), italic, short_rule / 2);
	p->y += 2 * gap;
}

/* One stands behind "Kính gửi:", several below each other with a dash, in line. */
static void recipients(struct paper *p)
{
	const struct official *d = p->d;
	const struct pen_look look = { .size = SIZE_BODY };
	struct pen_extent words = pen_set(p->pen, S("Kính gửi: "), look, 0);
	double x = MARGIN_LEFT + 2 * INDENT, width = TEXT_WIDTH - 2 * INDENT - words.width;

	if (!d->recipients_n)
		return;
	if (d->recipients_n == 1) {
		paper_centred(p, str_fmt(p->a, "Kính gửi: %.*s", ARG(d->recipients[0])), look, 0);
		p->y += 2 * gap;
		return;
	}
	if (words.height > paper_room(p)) {
		paper_next_page(p);
		pen_set(p->pen, S("Kính gửi: "), look, 0);
	}
	pen_show(p->pen, x, p->y);
	for (size_t i = 0; i < d->recipients_n; i++) {
		struct str line = official_list_line(p->a, d->recipients[i], i + 1 == d->recipients_n);
		struct pen_look item = look;
		item.indent = -pen_set(p->pen, S("- "), look, 0).width;
		struct pen_extent e = pen_set(p->pen, str_fmt(p->a, "- %.*s", ARG(line)), item, width);
		if (e.height > paper_room(p)) {
			paper_next_page(p);
			e = pen_set(p->pen, str_fmt(p->a, "- %.*s", ARG(line)), item, width);
		}
		pen_show(p->pen, x + words.width, p->y);
		p->y += e.height + rule_gap;
	}
	p->y += 2 * gap;
}

static void bases(struct paper *p)
{
	const struct official *d = p->d;
	struct block *list = NEW_ARRAY(p->a, struct block, d->bases_n + 1);
	struct str decides = official_type_decides(d->type);
	const struct pen_look bold = { .size = SIZE_BODY, .style = PEN_BOLD };

	if (d->decider.n) {
		paper_centred(p, upper_vi(p->a, d->decider), bold, 0);
		p->y += 2 * gap;
	}
	for (size_t i = 0; i < d->bases_n; i++)
		list[i] = block_paragraph(official_list_line(p->a, d->bases[i], i + 1 == d->bases_n));
	p->italic = true;
	paper_blocks(p, list, d->bases_n, 0);
	p->italic = false;
	if (decides.n) {
		p->y += gap;
		list[0] = (struct block){ .kind = BLOCK_CENTRED, .text = decides };
		paper_blocks(p, list, 1, 4 * SIZE_BODY);
	}
}

/* A signature in a column; returns how high it is. Measures only when y is negative. */
static double signature(struct paper *p, const struct official_signature *s, double x, double y, double width)
{
	const struct pen_look bold = { .size = SIZE_BODY, .style = PEN_BOLD, .align = PEN_CENTRE };
	const struct pen_look small = { .size = size_copies, .style = PEN_ITALIC, .align = PEN_CENTRE };
	struct str lines[OFFICIAL_SIGN_LINES];
	int n = official_sign_lines(p->a, s, lines);
	double height = 0;

	for (int i = 0; i < n; i++) {
		struct pen_extent e = pen_set_balanced(p->pen, lines[i], bold, width);
		if (y >= 0)
			pen_show(p->pen, x, y + height);
		height += e.height;
	}
	if (s->note.n) {
		struct pen_extent e = pen_set_balanced(p->pen, s->note, small, width);
		if (y >= 0)
			pen_show(p->pen, x, y + height + (sign_room - e.height) / 2);
		height += e.height > sign_room ? e.height - sign_room : 0;
	}
	height += sign_room;
	struct pen_extent e = pen_set_balanced(p->pen, s->name, bold, width);
	if (y >= 0)
		pen_show(p->pen, x, y + height);
	return height + e.height;
}

/* Signatures next to each other: two or four in pairs, else by threes; one has the right half. */
enum { PAIR = 2, MOST_ACROSS = 3 };
static int across(size_t n)
{
	return n == PAIR || n == PAIR * PAIR ? PAIR : MOST_ACROSS;
}

static double row_height(struct paper *p, size_t from, size_t to, double width)
{
	double height = 0;

	for (size_t i = from; i < to; i++) {
		double h = signature(p, &p->d->signatures[i], 0, -1, width);
		height = h > height ? h : height;
	}
	return height;
}

static void sides(struct paper *p)
{
	size_t n = p->d->signatures_n, columns = (size_t)across(n);
	double width = TEXT_WIDTH / (double)columns;

	for (size_t from = 0; from < n; from += columns) {
		size_t to = from + columns < n ? from + columns : n;
		double height = row_height(p, from, to, width), x = MARGIN_LEFT;

		if (height > paper_room(p) && !p->fresh)
			paper_next_page(p);
		x += (double)(columns - (to - from)) * width / 2;
		for (size_t i = from; i < to; i++, x += width)
			signature(p, &p->d->signatures[i], x, p->y, width - gap);
		p->y += height + 2 * gap;
		p->fresh = false;
	}
}

/* Nơi nhận, which may go on on the next page. */
static void copies(struct paper *p, double width)
{
	const struct official *d = p->d;
	const struct pen_look words = { .size = size_copies_head, .style = PEN_BOLD_ITALIC };
	struct pen_look look = { .size = size_copies };

	if (!d->copies_n && !d->file_copy.n)
		return;
	look.indent = -pen_set(p->pen, S("- "), look, 0).width;
	draw(p, S("Nơi nhận:"), words, MARGIN_LEFT, p->y, width);
	p->y += size_copies_head * LINE_SPACING;
	for (size_t i = 0; i < d->copies_n + (d->file_copy.n ? 1 : 0); i++) {
		bool last = i == d->copies_n || (i + 1 == d->copies_n && !d->file_copy.n);
		struct str text =
			i < d->copies_n ? d->copies[i] : str_fmt(p->a, "Lưu: %.*s", ARG(d->file_copy));
		struct str line = official_list_line(p->a, text, last);
		line = str_fmt(p->a, "- %.*s", ARG(line));
		struct pen_extent e = pen_set(p->pen, line, look, width);
		if (e.height > paper_room(p)) {
			paper_next_page(p);
			pen_set(p->pen, line, look, width);
		}
		pen_show(p->pen, MARGIN_LEFT, p->y);
		p->y += e.height;
		p->fresh = false;
	}
}

static const double copies_share = 0.46;

/* How high what must stand together at the end is. */
static double tail_height(struct paper *p)
{
	const struct official *d = p->d;

	if (!d->signatures_n)
		return 0;
	if (d->signatures_n > 1)
		return row_height(p, 0, d->signatures_n, TEXT_WIDTH / across(d->signatures_n)) + gap;
	return signature(p, d->signatures, 0, -1, TEXT_WIDTH * (1 - copies_share)) + gap;
}

static void tail(struct paper *p, double height)
{
	const struct official *d = p->d;
	double x = MARGIN_LEFT + TEXT_WIDTH * copies_share;

	if (height > paper_room(p) && !p->fresh)
		paper_next_page(p);
	p->y += gap;
	if (d->signatures_n > 1)
		sides(p);
	else if (d->signatures_n)
		signature(p, d->signatures, x, p->y, TEXT_WIDTH * (1 - copies_share));
	copies(p, TEXT_WIDTH * copies_share - gap);
}

static void annex(struct paper *p, const struct official_annex *x)
{
	const struct pen_look bold = { .size = SIZE_BODY, .style = PEN_BOLD };
	const struct pen_look italic = { .size = SIZE_BODY, .style = PEN_ITALIC };
	struct str reference = official_reference(p->a, p->d);

	paper_next_page(p);
	paper_centred(p, x->label, bold, 0);
	paper_centred(p, upper_vi(p->a, x->title), bold, 0);
	paper_centred(p, str_fmt(p->a, "(Kèm theo %.*s)", ARG(reference)), italic, short_rule);
	p->y += 2 * gap;
	paper_blocks(p, official_labels(p->a, x->blocks, x->blocks_n, false), x->blocks_n, 0);
}

/* "Kế hoạch số 1296/KH-SNV ngày 27 tháng 6 năm 2022: Kiểm tra …", for whoever has many windows open. */
static struct str file_title(struct arena *a, const struct official *d)
{
	struct official nameless = *d;

	nameless.issuer = S("");
	struct str name = official_reference(a, &nameless);
	struct str all = str_fmt(a, "%.*s%s%.*s", ARG(name), d->abstract.n ? ": " : "", ARG(d->abstract));

	return utf8_clip(all, LIMIT_QUERY_CHARS);
}

const struct fault *official_pdf(struct arena *a, const struct official *d, struct str *bytes)
{
	struct pen_paper paper = { PAPER_WIDTH, PAPER_HEIGHT, file_title(a, d),
		utf8_clip(d->issuer, LIMIT_QUERY_CHARS), d->made };
	PEN *pen = pen_open(a, &paper);
	struct paper p = { .a = a, .d = d, .pen = pen };

	assert(!official_wrong(d));
	first_page(&p);
	head(&p);
	title(&p);
	recipients(&p);
	bases(&p);
	double height = tail_height(&p);
	paper_blocks(&p, official_labels(a, d->body, d->body_n, true), d->body_n, height);
	tail(&p, height);
	for (size_t i = 0; i < d->annexes_n; i++)
		annex(&p, &d->annexes[i]);
	return pen_finish(pen, bytes);
}
