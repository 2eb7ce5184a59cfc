/* The conclusion: results, shortcomings with their causes, recommendations. */
#include "inspection/inspection_paper_parts.h"

static struct str opening(struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	return str_fmt(a,
		"%.*s, %.*s, Đoàn kiểm tra đã kiểm tra công tác cải cách hành chính tại %.*s, thời kỳ kiểm "
		"tra %.*s. Trên cơ "
		"sở biên bản kiểm tra được hai bên ký %.*s, %.*s kết luận như sau:",
		ARG(paper_mandate(a, x, n)), ARG(official_date(a, day_of(x->begun_at))),
		ARG(prose_or_dots(n->unit)), ARG(prose_period(a, x)),
		ARG(official_date(a, day_of(x->unit_signature.at))), ARG(prose_or_dots(n->issuer)));
}

static void results(struct blocks *b, const struct inspection *x)
{
	struct inspection_figures f = prose_figures(x);

	paper_heading(b, 1, S("Kết quả kiểm tra"));
	if (x->conclusion_text.n) {
		paper_heading(b, 2, S("Đánh giá chung"));
		paper_text(b, BLOCK_PARAGRAPH, x->conclusion_text);
	}
	if (!f.given)
		return;
	paper_heading(b, 2, S("Kết quả giải quyết thủ tục hành chính"));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), prose_procedures(b->a, &f));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), prose_dossiers(b->a, x, &f));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), prose_changes(b->a, &f));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), prose_online(b->a, &f));
	paper_optional(b, BLOCK_PARAGRAPH, S(""), prose_feedback(b->a, &f));
	paper_figures(b, x);
}

static void recommendations(struct blocks *b, const struct inspection_names *n, const struct inspection *x)
{
	paper_heading(b, 1, S("Kiến nghị"));
	if (!paper_recommendations(b, x, n, false)) {
		paper_text(b, BLOCK_PARAGRAPH, S("Không có kiến nghị phải thực hiện."));
		return;
	}
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(b->a,
			"Các cơ quan, đơn vị được nêu tên tổ chức thực hiện kiến nghị đúng thời hạn, báo cáo "
			"kết quả "
			"khắc phục kèm tài liệu chứng minh về %.*s để theo dõi, xác nhận.",
			ARG(prose_or_dots(n->issuer))));
}

static void proposals(struct blocks *b, const struct inspection *x)
{
	if (!x->proposals_n)
		return;
	paper_heading(b, 1, S("Đề xuất của đơn vị"));
	for (int i = 0; i < x->proposals_n; i++) {
		const struct inspection_proposal *p = &x->proposals[i];

		paper_text(b, BLOCK_CLAUSE,
			str_fmt(b->a, "%.*s (gửi %.*s).", ARG(prose_phrase(b->a, prose_or_dots(p->text))),
				ARG(prose_or_dots(p->addressee))));
		if (p->answered)
			paper_lead(b, BLOCK_PARAGRAPH, S("Trả lời:"), p->answer);
	}
}

struct official paper_conclusion(
	struct arena *a, const struct inspection_names *n, const struct inspection *x)
{
	struct official d = paper_begin(a, n, OFFICIAL_KL, &x->conclusion);
	struct blocks b = { .a = a };
	const struct str copies[] = { n->superior.n ? str_fmt(a, "%.*s (để báo cáo)", ARG(n->superior))
						    : S(""),
		n->unit, S("Các thành viên Đoàn kiểm tra") };

	d.abstract =
		str_fmt(a, "Kiểm tra công tác cải cách hành chính tại %.*s", ARG(prose_or_dots(n->unit)));
	paper_text(&b, BLOCK_PARAGRAPH, opening(a, n, x));
	results(&b, x);
	paper_heading(&b, 1, S("Tồn tại, hạn chế"));
	if (!paper_findings(&b, x))
		paper_text(&b, BLOCK_PARAGRAPH, S("Đoàn kiểm tra không ghi nhận tồn tại, hạn chế."));
	recommendations(&b, n, x);
	proposals(&b, x);
	paper_text(&b, BLOCK_PARAGRAPH,
		str_fmt(a, "Trên đây là kết luận kiểm tra công tác cải cách hành chính tại %.*s.",
			ARG(prose_or_dots(n->unit))));
	paper_body(&d, &b);
	paper_copies(a, &d, copies, COUNT(copies));
	d.foot = paper_foot(a, x);
	return d;
}
