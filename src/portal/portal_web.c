#include "portal/portal_web.h"

#include "http/form.h"
#include "portal/error_html.h"
#include "portal/home_html.h"

#define COOKIE "reading"

/* Whatever a client sends as this cookie, it is one of the known settings. */
struct reading reading_of(const struct request *rq)
{
	struct str contrast = request_cookie(rq, S(COOKIE)), size = { 0 };
	struct reading r = { 0 };

	(void)str_cut(&contrast, '.', &size);
	for (int i = SIZE_NORMAL; i <= SIZE_LARGEST; i++)
		if (str_eq(size, size_word((enum text_size)i)))
			r.size = (enum text_size)i;
	for (int i = CONTRAST_NORMAL; i <= CONTRAST_HIGH; i++)
		if (str_eq(contrast, contrast_word((enum contrast)i)))
			r.contrast = (enum contrast)i;
	return r;
}

/* The path and the query, without the switch of language, if this request can be repeated. */
static struct url here_of(struct request *rq)
{
	struct buf b = { .a = rq->a };
	struct str rest = rq->query, pair;
	struct url here;
	char mark = '?';

	if (rq->method != METHOD_GET && rq->method != METHOD_HEAD)
		return url_path(S("/"));
	add_path_encoded(&b, rq->path);
	while (str_cut(&rest, '&', &pair)) {
		if (!pair.n || str_starts(pair, S("lang=")))
			continue;
		buf_char(&b, mark);
		buf_add(&b, pair);
		mark = '&';
	}
	return url_local(buf_str(&b), &here) ? here : url_path(S("/"));
}

struct page page_for(struct request *rq, enum nav nav, struct str title)
{
	struct url here = here_of(rq);

	return (struct page){ .title = title,
		.nav = nav,
		.reading = reading_of(rq),
		.now = rq->now,
		.here = here,
		.other_lang = url_query(
			rq->a, here, S("lang"), lang_code(rq->lang == LANG_VI ? LANG_EN : LANG_VI)) };
}

struct html_out page_out(struct request *rq)
{
	struct buf *b = NEW(rq->a, struct buf);

	b->a = rq->a;
	return (struct html_out){ b, rq->lang };
}

struct reply page_reply(struct html_out *o)
{
	return reply_html(200, buf_str(o->out));
}

struct reply home_reply(struct request *rq, const struct page *page, const struct home *home)
{
	struct html_out o = page_out(rq);

	home_page(&o, page, home);
	return page_reply(&o);
}

static struct error_words words_of(int status)
{
	static const struct error_words words[] = {
		{ 500, MSG_portal_e500, MSG_portal_e500_what, .offers_search = false },
		{ 400, MSG_portal_e400, MSG_portal_e400_what, .offers_search = true },
		{ 403, MSG_portal_e403, MSG_portal_e403_what, .offers_search = false },
		{ 404, MSG_portal_e404, MSG_portal_e404_what, .offers_search = true },
		{ 405, MSG_portal_e405, MSG_portal_e405_what, .offers_search = true },
		{ 413, MSG_portal_e413, MSG_portal_e413_what, .offers_back = true },
		{ 429, MSG_portal_e429, MSG_portal_e429_what, .offers_search = false },
		{ 503, MSG_portal_e503, MSG_portal_e503_what, .offers_search = false },
	};
	struct error_words w = words[status < 500 ? 1 : 0];

	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i].status == status)
			w = words[i];
	w.status = status;
	return w;
}

struct reply portal_error_reply(struct request *rq, struct page *page, int status, struct str detail)
{
	struct error_words w = words_of(status);
	struct html_out o = page_out(rq);

	page->title = msg_text(rq->lang, w.title);
	page->no_index = true;
	w.detail = detail;
	if (status >= 500)
		w.id = str_fmt(rq->a, "%016llx", (unsigned long long)rq->id);
	error_page(&o, page, &w);
	return reply_html(status, buf_str(o.out));
}

struct reply portal_error_page(struct request *rq, int status, struct str detail)
{
	struct page page = page_for(rq, NAV_NONE, (struct str){ 0 });

	return portal_error_reply(rq, &page, status, detail);
}

/* The pages that have settings. A redirect to any other path would help somebody to mislead. */
static bool is_page(struct str path)
{
	static const struct str pages[] = { S_INIT("/thu-tuc"), S_INIT("/tra-cuu"), S_INIT("/so-lieu"),
		S_INIT("/tin-tuc"), S_INIT("/van-ban"), S_INIT("/phan-anh"), S_INIT("/nhat-ky"),
		S_INIT("/tro-nang"), S_INIT("/co-quan"), S_INIT("/du-lieu-mo"), S_INIT("/so-do"),
		S_INIT("/tim-kiem"), S_INIT("/huong-dan"), S_INIT("/thong-ke-truy-cap"), S_INIT("/dang-nhap"),
		S_INIT("/lam-viec") };
	struct str alone = str_sub(path, 0, str_find_char(path, '?'));

	if (str_eq(alone, S("/")))
		return true;
	for (size_t i = 0; i < COUNT(pages); i++)
		if (str_eq(alone, pages[i]) || (str_starts(alone, pages[i]) && alone.p[pages[i].n] == '/'))
			return true;
	return false;
}

static struct reply remember(struct request *rq, struct reading r, struct str back)
{
	struct url to;
	struct reply reply = reply_see_other(url_local(back, &to) && is_page(back) ? to.s : S("/"));

	reply_add_header(&reply, S("Set-Cookie"),
		str_fmt(rq->a, COOKIE "=%.*s.%.*s; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly%s",
			ARG(size_word(r.size)), ARG(contrast_word(r.contrast)),
			rq->behind_tls ? "; Secure" : ""));
	return reply;
}

struct setting {
	int step;
	struct str back;
};

/* The neighbour of now in scale. */
static int neighbour(const int *scale, int count, int now, int step)
{
	int at = 0;

	while (at < count - 1 && scale[at] != now)
		at++;
	at += step;
	return scale[at < 0 ? 0 : at >= count ? count - 1 : at];
}

struct reply size_post(struct request *rq)
{
	static const char *const steps[] = { "goc", "nho", "lon", NULL };
	static const int scale[] = { SIZE_SMALL, SIZE_NORMAL, SIZE_LARGE, SIZE_LARGEST };
	static const struct field fields[] = {
		FIELD_WORD(struct setting, step, "co", steps),
		FIELD_TEXT(struct setting, back, "ve", 0, LIMIT_RETURN_CHARS),
	};
	struct setting s = { 0 };
	struct form f = form_read_body(rq, fields, COUNT(fields), &s);
	struct reading r = reading_of(rq);

	if (f.unreadable || form_problem_of(&f, "co"))
		return reply_error(400, (struct str){ 0 });
	r.size = s.step ? (enum text_size)neighbour(scale, COUNT(scale), (int)r.size, s.step == 1 ? -1 : 1)
			: SIZE_NORMAL;
	return remember(rq, r, s.back);
}

struct reply contrast_post(struct request *rq)
{
	static const char *const steps[] = { "tang", "giam", NULL };
	static const int scale[] = { CONTRAST_SOFT, CONTRAST_NORMAL, CONTRAST_HIGH };
	static const struct field fields[] = {
		FIELD_WORD(struct setting, step, "tp", steps),
		FIELD_TEXT(struct setting, back, "ve", 0, LIMIT_RETURN_CHARS),
	};
	struct setting s = { 0 };
	struct form f = form_read_body(rq, fields, COUNT(fields), &s);
	struct reading r = reading_of(rq);

	if (f.unreadable || form_problem_of(&f, "tp") || !form_given(&f, "tp"))
		return reply_error(400, (struct str){ 0 });
	r.contrast = (enum contrast)neighbour(scale, COUNT(scale), (int)r.contrast, s.step ? -1 : 1);
	return remember(rq, r, s.back);
}
