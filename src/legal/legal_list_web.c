/* The public list of official documents and the box of the newest ones. */
#include "legal/legal_html.h"
#include "legal/legal_web.h"
#include "portal/meta.h"
#include "search/search_store.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2199, LAST_PAGE = 10000 };

struct asked {
	struct str query, kind, issuer, field;
	int64_t year, page;
	int wanted;
};
static const char *const wanted_words[] = { "tat-ca", "con-hieu-luc", "chua-co-hieu-luc", "het-hieu-luc",
	"chua-ro", NULL };
static const struct field asked_fields[] = {
	FIELD_TEXT(struct asked, query, "q", 0, LIMIT_QUERY_CHARS),
	FIELD_TEXT(struct asked, kind, "loai", 0, LIMIT_CODE_CHARS),
	FIELD_TEXT(struct asked, issuer, "co-quan", 0, LIMIT_NAME_CHARS),
	FIELD_TEXT(struct asked, field, "linh-vuc", 0, LIMIT_NAME_CHARS),
	FIELD_INT(struct asked, year, "nam", FIRST_YEAR, LAST_YEAR),
	FIELD_WORD(struct asked, wanted, "hieu-luc", wanted_words),
	FIELD_INT(struct asked, page, "trang", 1, LAST_PAGE),
};

enum tone legal_tone(enum legal_standing s)
{
	static const enum tone tones[LEGAL_STANDINGS] = { [LEGAL_UNKNOWN] = TONE_PLAIN,
		[LEGAL_NOT_YET] = TONE_INFO,
		[LEGAL_IN_FORCE] = TONE_GOOD,
		[LEGAL_IN_FORCE_AMENDED] = TONE_GOOD,
		[LEGAL_EXPIRED] = TONE_WARN,
		[LEGAL_REPLACED] = TONE_WARN };

	return tones[s];
}

struct str legal_title(struct request *rq, struct str kind, struct str sign)
{
	return str_fmt(rq->a, "%.*s %.*s", ARG(legal_kind_name(rq->lang, kind)), ARG(sign));
}

const struct fault *legal_card_of(struct request *rq, struct db *db, const struct legal_row *r,
	const struct search_terms *t, struct legal_card *out)
{
	enum legal_standing s = legal_standing_of(&r->days, day_of(rq->now));
	struct str slug;

	TRY(legal_slug(db, r, &slug));
	*out = (struct legal_card){ .to = url_segment(rq->a, url_path(S(LEGAL_PATH)), slug),
		.title = legal_title(rq, r->kind, r->sign),
		.issuer = r->issuer,
		.field = r->field,
		.standing = msg_text(rq->lang, legal_standing_name(s)),
		.tone = legal_tone(s),
		.issued = r->issued,
		.verified = r->verified };
	if (t->n)
		return search_excerpt_in(db, t, r->number, &out->excerpt);
	struct search_part *all = NEW(rq->a, struct search_part);

	*all = (struct search_part){ r->summary, false };
	out->excerpt = (struct search_excerpt){ .parts = all, .n = 1 };
	return NULL;
}

const struct fault *legal_newest(struct request *rq, struct db *db, size_t most, struct legal_newest *out)
{
	struct legal_filter f = { .count = most < LIMIT_LEGAL_NEWEST ? (int64_t)most : LIMIT_LEGAL_NEWEST };
	struct search_terms none = { 0 };
	struct legal_rows rows;

	out->n = 0;
	TRY(legal_list(db, &f, &rows));
	for (size_t i = 0; i < rows.n; i++)
		TRY(legal_card_of(rq, db, &rows.rows[i], &none, &out->cards[out->n++]));
	return NULL;
}

static const struct choice *word_choices(
	struct request *rq, const struct str *words, size_t n, struct str chosen, bool kinds)
{
	struct choice *list = NEW_ARRAY(rq->a, struct choice, n + 1);

	for (size_t i = 0; i < n; i++)
		list[i] = (struct choice){ words[i], kinds ? legal_kind_name(rq->lang, words[i]) : words[i],
			str_eq(words[i], chosen) };
	return list;
}

static const struct choice *standing_choices(struct request *rq, int wanted, size_t *n)
{
	static const enum msg names[] = { MSG_legal_web_any_standing, MSG_legal_in_force,
		MSG_legal_in_not_yet, MSG_legal_in_expired, MSG_legal_in_unknown };
	struct choice *list = NEW_ARRAY(rq->a, struct choice, COUNT(names));

	for (size_t i = 0; i < COUNT(names); i++)
		list[i] = (struct choice){ str_of(wanted_words[i]), msg_text(rq->lang, names[i]),
			(size_t)wanted == i };
	*n = COUNT(names);
	return list;
}

must_check static const struct fault *add_choices(
	struct request *rq, struct db *db, const struct asked *asked, struct legal_list_view *v)
{
	struct legal_choices *c = NEW(rq->a, struct legal_choices);
	struct choice *years = NEW_ARRAY(rq->a, struct choice, LIMIT_LEGAL_CHOICES);

	TRY(legal_choices(db, c));
	for (size_t i = 0; i < c->years_n; i++) {
		struct str text = str_fmt(rq->a, "%d", c->years[i]);

		years[i] = (struct choice){ text, text, c->years[i] == asked->year };
	}
	v->years = years;
	v->years_n = c->years_n;
	v->kinds = word_choices(rq, c->kinds, c->kinds_n, asked->kind, true);
	v->kinds_n = c->kinds_n;
	v->issuers = word_choices(rq, c->issuers, c->issuers_n, asked->issuer, false);
	v->issuers_n = c->issuers_n;
	v->fields = word_choices(rq, c->fields, c->fields_n, asked->field, false);
	v->fields_n = c->fields_n;
	v->standings = standing_choices(rq, asked->wanted, &v->standings_n);
	return NULL;
}

static struct url list_url(struct request *rq, const struct asked *x)
{
	struct url u = url_path(S(LEGAL_PATH));

	if (x->query.n)
		u = url_query(rq->a, u, S("q"), x->query);
	if (x->kind.n)
		u = url_query(rq->a, u, S("loai"), x->kind);
	if (x->issuer.n)
		u = url_query(rq->a, u, S("co-quan"), x->issuer);
	if (x->field.n)
		u = url_query(rq->a, u, S("linh-vuc"), x->field);
	if (x->year)
		u = url_query_int(rq->a, u, S("nam"), x->year);
	return x->wanted ? url_query(rq->a, u, S("hieu-luc"), str_of(wanted_words[x->wanted])) : u;
}

must_check static const struct fault *add_cards(
	struct request *rq, struct db *db, const struct asked *asked, struct legal_list_view *v)
{
	struct legal_filter f = { asked->query, asked->kind, asked->issuer, asked->field, (int)asked->year,
		(enum legal_wanted)asked->wanted, day_of(rq->now), (asked->page - 1) * LIMIT_PAGE_ROWS,
		LIMIT_PAGE_ROWS };
	struct search_terms *t = NEW(rq->a, struct search_terms);
	struct legal_card *cards = NEW_ARRAY(rq->a, struct legal_card, LIMIT_PAGE_ROWS);
	struct legal_rows rows;

	search_terms_read(t, rq->a, asked->query);
	TRY(legal_list(db, &f, &rows));
	for (size_t i = 0; i < rows.n; i++)
		TRY(legal_card_of(rq, db, &rows.rows[i], t, &cards[v->cards_n++]));
	v->cards = cards;
	v->total = rows.total;
	v->more = rows.more;
	v->pager = (struct pager){ list_url(rq, asked), S("trang"), asked->page, site_pages(rows.total) };
	return NULL;
}

must_check static const struct fault *fill(
	struct request *rq, const struct asked *asked, struct legal_list_view *v)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	TRY(add_choices(rq, held.db, asked, v));
	return v->problem.n ? NULL : add_cards(rq, held.db, asked, v);
}

struct reply legals_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct asked asked = { .page = 1 };
	struct form form = form_read_query(rq, asked_fields, COUNT(asked_fields), &asked);
	struct legal_list_view v = { .query = asked.query,
		.problem = site_form_problem(rq, &form),
		.filtered = asked.kind.n || asked.issuer.n || asked.field.n || asked.year || asked.wanted };
	if (v.problem.n)
		v.query = form_raw(&form, "q");
	const struct fault *f = fill(rq, &asked, &v);

	if (f)
		return reply_fault(f);
	struct page page = site_page(rq, held.c, NAV_LEGAL, msg_text(rq->lang, MSG_legal_web_title));
	struct html_out o = page_out(rq);

	page.description = msg_text(rq->lang, MSG_legal_web_description);
	page_feed(&page, msg_text(rq->lang, MSG_portal_feed_legal), url_path(S(LEGAL_PATH "/atom.xml")));
	page.has_errors = v.problem.n > 0;
	legals_page(&o, &page, &v);
	struct reply reply = page_reply(&o);

	reply.status = page.has_errors ? 400 : 200;
	return reply;
}
