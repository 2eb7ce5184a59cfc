#include "portal/meta.h"

#include "json/json_write.h"

enum { DESCRIPTION_BYTES = 300 };

void page_linked(struct page *p, struct str json)
{
	assert(p->meta.linked_n < PAGE_LINKED);
	p->meta.linked[p->meta.linked_n++] = json;
}

void page_feed(struct page *p, struct str title, struct url to)
{
	assert(p->meta.feeds_n < PAGE_FEEDS);
	p->meta.feeds[p->meta.feeds_n++] = (struct page_feed){ title, to };
}

struct url meta_url(struct arena *a, const struct page *p, struct url own)
{
	return p->site.n ? url_on(a, p->site, own) : own;
}

struct url meta_in(struct arena *a, const struct page *p, enum lang lang)
{
	struct url own = p->meta.canonical.s.n ? p->meta.canonical : p->here;

	if (lang != LANG_VI)
		own = url_query(a, own, S("lang"), lang_code(lang));
	return meta_url(a, p, own);
}

/* At most DESCRIPTION_BYTES, cut between words. */
static struct str shortened(struct arena *a, struct str s)
{
	size_t end = DESCRIPTION_BYTES;

	if (s.n <= end)
		return s;
	while (end > 0 && s.p[end] != ' ')
		end--;
	return str_fmt(a, "%.*s…", ARG(str_sub(s, 0, end)));
}

/* What the first page of a section of the menu is about. */
static bool add_section(struct buf *b, const struct page *p, enum lang lang, struct str owner)
{
	switch ((int)p->nav) {
	case NAV_PROCEDURES: msg_portal_procedures_about(b, lang, owner); return true;
	case NAV_TRACKING: msg_portal_tracking_about(b, lang, owner); return true;
	case NAV_FIGURES: msg_portal_figures_about(b, lang, owner); return true;
	default: return false;
	}
}

struct str meta_description(struct arena *a, const struct page *p, enum lang lang)
{
	struct buf b = { .a = a };
	struct str owner = p->owner.n ? p->owner : msg_text(lang, MSG_portal_owner);

	if (p->description.n)
		return shortened(a, p->description);
	if (p->nav != NAV_NONE && !p->crumb_count && add_section(&b, p, lang, owner))
		return buf_str(&b);
	if (p->title.n)
		msg_portal_description_of(&b, lang, p->title, owner);
	else
		msg_portal_description(&b, lang, owner);
	return buf_str(&b);
}

static void member(struct json_out *j, struct str key, struct str value)
{
	if (value.n)
		json_member_str(j, key, value);
}

static void begin(struct json_out *j, struct str type)
{
	json_object(j);
	json_member_str(j, S("@type"), type);
}

/* "key": { "@type": type, "name": name } */
static void named(struct json_out *j, struct str key, struct str type, struct str name)
{
	if (!name.n)
		return;
	json_key(j, key);
	begin(j, type);
	json_member_str(j, S("name"), name);
	json_end(j);
}

struct str linked_crumbs(struct arena *a, const struct page *p)
{
	struct buf b = { .a = a };
	struct json_out j = { .out = &b };

	if (!p->crumb_count)
		return (struct str){ 0 };
	begin(&j, S("BreadcrumbList"));
	json_member_array(&j, S("itemListElement"));
	for (size_t i = 0; i <= p->crumb_count; i++) {
		bool last = i == p->crumb_count;

		begin(&j, S("ListItem"));
		json_member_int(&j, S("position"), (int64_t)i + 1);
		json_member_str(&j, S("name"), last ? p->title : p->crumbs[i].name);
		json_member_str(&j, S("item"), meta_url(a, p, last ? p->here : p->crumbs[i].to).s);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	return buf_str(&b);
}

struct str linked_agency(struct arena *a, const struct page *p, const struct linked_agency *agency)
{
	struct buf b = { .a = a };
	struct json_out j = { .out = &b };

	begin(&j, S("GovernmentOrganization"));
	member(&j, S("name"), agency->name);
	member(&j, S("legalName"), agency->legal_name);
	if (agency->page.s.n)
		json_member_str(&j, S("url"), meta_url(a, p, agency->page).s);
	member(&j, S("telephone"), agency->phone);
	member(&j, S("email"), agency->email);
	if (agency->street.n) {
		json_key(&j, S("address"));
		begin(&j, S("PostalAddress"));
		json_member_str(&j, S("streetAddress"), agency->street);
		json_member_str(&j, S("addressCountry"), S("VN"));
		json_end(&j);
	}
	named(&j, S("parentOrganization"), S("GovernmentOrganization"), agency->parent);
	json_end(&j);
	return buf_str(&b);
}

static void add_fee(struct json_out *j, int64_t fee_vnd)
{
	json_key(j, S("offers"));
	begin(j, S("Offer"));
	json_member_int(j, S("price"), fee_vnd);
	json_member_str(j, S("priceCurrency"), S("VND"));
	json_end(j);
}

struct str linked_service(struct arena *a, const struct page *p, const struct linked_service *service)
{
	struct buf b = { .a = a };
	struct json_out j = { .out = &b };
	struct str at = meta_url(a, p, service->page).s;

	begin(&j, S("GovernmentService"));
	json_member_str(&j, S("name"), service->name);
	member(&j, S("identifier"), service->code);
	member(&j, S("serviceType"), service->field);
	json_member_str(&j, S("url"), at);
	named(&j, S("provider"), S("GovernmentOrganization"), service->agency);
	named(&j, S("areaServed"), S("AdministrativeArea"), service->area);
	named(&j, S("jurisdiction"), S("AdministrativeArea"), service->area);
	if (service->online) {
		json_key(&j, S("availableChannel"));
		begin(&j, S("ServiceChannel"));
		json_member_str(&j, S("serviceUrl"), at);
		json_end(&j);
	}
	if (service->fee_known)
		add_fee(&j, service->fee_vnd);
	json_end(&j);
	return buf_str(&b);
}

static void member_time(struct json_out *j, struct arena *a, struct str key, instant t)
{
	if (t != INSTANT_NONE)
		json_member_str(j, key, fmt_instant(a, t));
}

struct str linked_article(struct arena *a, const struct page *p, struct str author, struct str section)
{
	struct buf b = { .a = a };
	struct json_out j = { .out = &b };

	begin(&j, S("NewsArticle"));
	json_member_str(&j, S("headline"), p->title);
	member(&j, S("description"), p->description);
	json_member_str(&j, S("mainEntityOfPage"), meta_in(a, p, LANG_VI).s);
	if (p->meta.image.s.n)
		json_member_str(&j, S("image"), meta_url(a, p, p->meta.image).s);
	member_time(&j, a, S("datePublished"), p->meta.published);
	member_time(&j, a, S("dateModified"), p->meta.modified);
	named(&j, S("author"), S("Person"), author);
	named(&j, S("publisher"), S("GovernmentOrganization"), p->owner);
	member(&j, S("articleSection"), section);
	json_end(&j);
	return buf_str(&b);
}

void meta_linked(struct html_out *o, struct str json)
{
	if (!json.n)
		return;
	assert(json.p[0] == '{');
	html_raw(o, S("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\","));
	for (size_t i = 1; i < json.n; i++)
		if (json.p[i] == '<' || json.p[i] == '&')
			html_raw(o, json.p[i] == '<' ? S("\\u003c") : S("\\u0026"));
		else
			html_raw(o, str_sub(json, i, i + 1));
	html_raw(o, S("</script>\n"));
}
