/* Sentences of figures, as reports and newspapers write them. */
#include "inspection/inspection_prose.h"

#define KNOWN(f, name) (f)->known[INSPECTION_##name]
#define N(f, name) (f)->n[INSPECTION_##name]
#define WORDS(a, f, name) ARG(prose_count((a), N(f, name)))

struct inspection_figures prose_figures(const struct inspection *x)
{
	struct inspection_figures f = x->computed;

	for (int i = 0; i < INSPECTION_FIGURE_N; i++)
		if (!f.known[i] && x->declared.known[i]) {
			f.known[i] = true;
			f.n[i] = x->declared.n[i];
		}
	f.given = x->computed.given || x->declared.given;
	return f;
}

struct str prose_procedures(struct arena *a, const struct inspection_figures *f)
{
	struct buf b = { .a = a };

	if (!KNOWN(f, PROCEDURES))
		return S("");
	buf_fmt(&b, "Tổng số thủ tục hành chính (TTHC) đơn vị đang thực hiện là %.*s",
		WORDS(a, f, PROCEDURES));
	if (KNOWN(f, INTER_AGENCY))
		buf_fmt(&b, ", trong đó có %.*s TTHC liên thông", WORDS(a, f, INTER_AGENCY));
	if (KNOWN(f, INTER_AGENCY) && KNOWN(f, SAME_LEVEL) && KNOWN(f, CROSS_LEVEL))
		buf_fmt(&b, " (%.*s TTHC liên thông cùng cấp và %.*s TTHC liên thông giữa các cấp)",
			WORDS(a, f, SAME_LEVEL), WORDS(a, f, CROSS_LEVEL));
	if (KNOWN(f, ONLINE_3) && KNOWN(f, ONLINE_4))
		buf_fmt(&b, "%s %.*s TTHC mức độ 3 và %.*s TTHC mức độ 4",
			KNOWN(f, INTER_AGENCY) ? ";" : ", trong đó có", WORDS(a, f, ONLINE_3),
			WORDS(a, f, ONLINE_4));
	buf_char(&b, '.');
	return buf_str(&b);
}

/* One thing of a list: ", " before it unless it is the first. */
static void add_part(struct buf *b, size_t from, struct str part)
{
	buf_fmt(b, "%s%.*s", b->n > from ? ", " : "", ARG(part));
}

struct str prose_changes(struct arena *a, const struct inspection_figures *f)
{
	struct buf b = { .a = a };
	bool published = N(f, CHANGES_NEW) || N(f, CHANGES_AMENDED);

	if (!published && !N(f, CHANGES_SHORTENED))
		return S("");
	buf_fmt(&b, "Trong kỳ, đơn vị đã %s", published ? "tham mưu công bố " : "");
	size_t from = b.n;

	if (N(f, CHANGES_NEW))
		add_part(&b, from, str_fmt(a, "%.*s TTHC mới ban hành", WORDS(a, f, CHANGES_NEW)));
	if (N(f, CHANGES_AMENDED))
		add_part(&b, from, str_fmt(a, "%.*s TTHC sửa đổi, bổ sung", WORDS(a, f, CHANGES_AMENDED)));
	if (N(f, CHANGES_SHORTENED))
		buf_fmt(&b, "%srà soát, rút ngắn thời gian giải quyết %.*s TTHC", published ? "; " : "",
			WORDS(a, f, CHANGES_SHORTENED));
	buf_char(&b, '.');
	return buf_str(&b);
}

static void add_received(struct buf *b, const struct inspection_figures *f)
{
	struct arena *a = b->a;

	buf_fmt(b, "đơn vị đã tiếp nhận %.*s hồ sơ TTHC", WORDS(a, f, RECEIVED));
	if (KNOWN(f, RECEIVED_NEW) && KNOWN(f, CARRIED_OVER) && N(f, CARRIED_OVER))
		buf_fmt(b, " (trong đó mới tiếp nhận %.*s hồ sơ, từ kỳ trước chuyển qua %.*s hồ sơ)",
			WORDS(a, f, RECEIVED_NEW), WORDS(a, f, CARRIED_OVER));
}

static void add_resolved(struct buf *b, const struct inspection_figures *f)
{
	struct arena *a = b->a;

	if (KNOWN(f, IN_TIME))
		buf_fmt(b, "; đã giải quyết đúng và trước hạn %.*s hồ sơ", WORDS(a, f, IN_TIME));
	else if (KNOWN(f, RESOLVED))
		buf_fmt(b, "; đã giải quyết %.*s hồ sơ", WORDS(a, f, RESOLVED));
	if (KNOWN(f, LATE) && N(f, LATE))
		buf_fmt(b, ", giải quyết quá hạn %.*s hồ sơ", WORDS(a, f, LATE));
	else if (KNOWN(f, LATE))
		buf_add(b, S(", không có hồ sơ giải quyết quá hạn"));
}

static void add_open(struct buf *b, const struct inspection_figures *f)
{
	struct arena *a = b->a;

	if (!KNOWN(f, IN_PROGRESS))
		return;
	buf_fmt(b, "; số hồ sơ đang giải quyết là %.*s", WORDS(a, f, IN_PROGRESS));
	if (!KNOWN(f, OVERDUE) || !N(f, IN_PROGRESS))
		return;
	if (!N(f, OVERDUE))
		buf_add(b, S(" (trong hạn)"));
	else
		buf_fmt(b, " (trong đó quá hạn %.*s)", WORDS(a, f, OVERDUE));
}

struct str prose_dossiers(struct arena *a, const struct inspection *x, const struct inspection_figures *f)
{
	struct buf b = { .a = a };
	struct str period = prose_period(a, x);

	if (!KNOWN(f, RECEIVED))
		return S("");
	buf_fmt(&b, "T%.*s, ", ARG(str_sub(period, 1, period.n)));
	add_received(&b, f);
	add_resolved(&b, f);
	add_open(&b, f);
	buf_char(&b, '.');
	return buf_str(&b);
}

struct str prose_online(struct arena *a, const struct inspection_figures *f)
{
	struct buf b = { .a = a };

	if (!KNOWN(f, ONLINE_OFFERED) || !KNOWN(f, ONLINE_USED) || !N(f, ONLINE_OFFERED))
		return S("");
	buf_fmt(&b, "Có %.*s trong số %.*s dịch vụ công trực tuyến phát sinh hồ sơ (",
		WORDS(a, f, ONLINE_USED), WORDS(a, f, ONLINE_OFFERED));
	add_share(&b, LANG_VI, (struct share){ N(f, ONLINE_USED), N(f, ONLINE_OFFERED) });
	buf_add(&b, S(")."));
	return buf_str(&b);
}

struct str prose_feedback(struct arena *a, const struct inspection_figures *f)
{
	if (!KNOWN(f, FEEDBACK))
		return S("");
	if (!N(f, FEEDBACK))
		return S("Trong kỳ, đơn vị không nhận được phản ánh, kiến nghị về quy định hành chính và "
			 "hành vi "
			 "hành chính.");
	return str_fmt(a,
		"Trong kỳ, đơn vị nhận được %.*s phản ánh, kiến nghị về quy định hành chính và hành vi "
		"hành chính.",
		WORDS(a, f, FEEDBACK));
}
