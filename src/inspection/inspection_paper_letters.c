/* Letters after an inspection: the reply to a proposal, the reminder of a recommendation. */
#include "inspection/inspection_paper_parts.h"

static void address(struct arena *a, struct official *d, struct str to)
{
	struct str *list = NEW(a, struct str);

	*list = prose_or_dots(to);
	d->recipients = list;
	d->recipients_n = 1;
}

/* Where a recommendation stands: in the conclusion, before there is one in the minutes. */
static struct str source(struct arena *a, const struct inspection *x, const struct inspection_names *n)
{
	if (x->conclusion.date != DAYNUM_NONE)
		return prose_reference(a, "Kết luận kiểm tra", &x->conclusion, n->issuer);
	return str_fmt(a, "Biên bản kiểm tra %.*s", ARG(official_date(a, day_of(x->unit_signature.at))));
}

struct official paper_reply(
	struct arena *a, const struct inspection_names *n, const struct inspection *x, int item)
{
	const struct inspection_proposal *p = &x->proposals[item - 1];
	const struct inspection_paper number = { p->answer_number, p->answered_on };
	struct official d = paper_begin(a, n, OFFICIAL_CV, &number);
	struct blocks b = { .a = a };
	const struct str copies[] = { S("Như trên"), p->addressee };
	struct str plan = prose_plan(a, x, n, false);

	address(a, &d, n->unit);
	d.abstract = S("trả lời đề xuất sau kiểm tra cải cách hành chính");
	paper_text(&b, BLOCK_PARAGRAPH,
		str_fmt(a,
			"Khi kiểm tra công tác cải cách hành chính %.*s%s%.*s, Đoàn kiểm tra nhận được đề "
			"xuất của %.*s gửi "
			"%.*s: “%.*s”.",
			ARG(official_date(a, day_of(x->begun_at))), plan.n ? " theo " : "", ARG(plan),
			ARG(prose_or_dots(n->unit)), ARG(prose_or_dots(p->addressee)),
			ARG(prose_phrase(a, prose_or_dots(p->text)))));
	paper_text(&b, BLOCK_PARAGRAPH,
		str_fmt(a, "Sau khi nghiên cứu, %.*s có ý kiến như sau:", ARG(prose_or_dots(n->issuer))));
	paper_text(&b, BLOCK_PARAGRAPH, prose_or_dots(p->answer));
	paper_text(&b, BLOCK_PARAGRAPH,
		str_fmt(a, "%.*s trả lời để %.*s biết, thực hiện.", ARG(prose_or_dots(n->issuer)),
			ARG(prose_or_dots(n->unit))));
	paper_body(&d, &b);
	paper_copies(a, &d, copies, COUNT(copies));
	return d;
}

/* What the unit did so far. */
static struct str so_far(
	struct arena *a, const struct inspection_recommendation *r, const struct inspection_names *n)
{
	struct str late = inspection_is_overdue(r, n->today)
				  ? str_fmt(a, ", đã quá hạn %.*s ngày",
					    ARG(prose_count(a, (int64_t)n->today - r->deadline)))
				  : S("");

	return str_fmt(a, "Đến %.*s%.*s, %.*s chưa nhận được báo cáo kết quả khắc phục.",
		ARG(official_date(a, n->today)), ARG(late), ARG(prose_or_dots(n->issuer)));
}

static void reminder_body(struct blocks *b, const struct inspection_names *n, const struct inspection *x,
	const struct inspection_recommendation *r)
{
	struct arena *a = b->a;
	struct str owner = prose_or_dots(prose_agency(n, r->owner));

	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(a, "%.*s kiến nghị %.*s: “%.*s”, thời hạn hoàn thành: hết %.*s.",
			ARG(source(a, x, n)), ARG(owner), ARG(prose_phrase(a, prose_or_dots(r->text))),
			ARG(official_date(a, r->deadline))));
	if (r->state == REMEDY_ACCEPTED)
		paper_text(b, BLOCK_PARAGRAPH,
			str_fmt(a, "Kiến nghị đã được tiếp thu %.*s%s%.*s.",
				ARG(official_date(a, r->accepted_on)),
				r->commitment.n ? " với cam kết: " : "",
				ARG(prose_phrase(a, r->commitment))));
	paper_optional(b, BLOCK_PARAGRAPH, S("Báo cáo khắc phục trước đó được trả lại vì:"), r->sent_back);
	paper_text(b, BLOCK_PARAGRAPH, so_far(a, r, n));
	if (r->reminders)
		paper_text(b, BLOCK_PARAGRAPH,
			str_fmt(a, "%.*s đã nhắc %.*s lần, lần gần nhất %.*s.", ARG(prose_or_dots(n->issuer)),
				ARG(prose_count(a, r->reminders)), ARG(official_date(a, r->reminded_on))));
	paper_text(b, BLOCK_PARAGRAPH,
		str_fmt(a,
			"Đề nghị %.*s khẩn trương thực hiện kiến nghị, làm rõ nguyên nhân chậm, báo cáo kết "
			"quả kèm tài liệu "
			"chứng minh về %.*s trước ngày …… tháng …… năm ……… để tổng hợp, báo cáo cấp có thẩm "
			"quyền.",
			ARG(owner), ARG(prose_or_dots(n->issuer))));
}

struct official paper_reminder(
	struct arena *a, const struct inspection_names *n, const struct inspection *x, int item)
{
	const struct inspection_recommendation *r = &x->recommendations[item - 1];
	const struct inspection_paper none = { .date = DAYNUM_NONE };
	struct official d = paper_begin(a, n, OFFICIAL_CV, &none);
	struct blocks b = { .a = a };
	bool other = !str_eq(r->owner, x->base.agency);
	const struct str copies[] = { S("Như trên"), other ? n->unit : S(""),
		n->superior.n ? str_fmt(a, "%.*s (để báo cáo)", ARG(n->superior)) : S("") };

	address(a, &d, prose_agency(n, r->owner));
	d.abstract = S("đôn đốc thực hiện kiến nghị sau kiểm tra cải cách hành chính");
	reminder_body(&b, n, x, r);
	paper_body(&d, &b);
	paper_copies(a, &d, copies, COUNT(copies));
	return d;
}
