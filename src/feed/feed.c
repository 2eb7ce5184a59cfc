#include "feed/feed.h"

#include "base/limits.h"
#include "journal/journal_store.h"

enum { UUID_BYTES = 16, VERSION_BYTE = 6, VARIANT_BYTE = 8 };
#define XML S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")

void xml_element(struct html_out *o, const char *name, struct str text)
{
	html_raw(o, S("<"));
	html_raw(o, str_of(name));
	html_raw(o, S(">"));
	html_str(o, text);
	html_raw(o, S("</"));
	html_raw(o, str_of(name));
	html_raw(o, S(">\n"));
}

void xml_instant(struct html_out *o, const char *name, instant t)
{
	xml_element(o, name, fmt_instant(o->out->a, t));
}

struct str feed_id(struct arena *a, struct str seed, struct str name)
{
	struct sha256 h = sha256_of(seed, name);
	struct buf b = { .a = a };

	h.b[VERSION_BYTE] = (uint8_t)(0x80u | (h.b[VERSION_BYTE] & 0x0Fu));
	h.b[VARIANT_BYTE] = (uint8_t)(0x80u | (h.b[VARIANT_BYTE] & 0x3Fu));
	buf_add(&b, S("urn:uuid:"));
	for (int i = 0; i < UUID_BYTES; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			buf_char(&b, '-');
		add_hex(&b, (struct str){ (const char *)&h.b[i], 1 });
	}
	return buf_str(&b);
}

const struct fault *feed_seed(struct request *rq, struct db *db, struct str *seed)
{
	struct sha256 root;
	int64_t size = 0;

	TRY(journal_size(db, &size));
	TRY(journal_root(db, size ? 1 : 0, &root));
	*seed = str_dup(rq->a, (struct str){ (const char *)root.b, sizeof root.b });
	return NULL;
}

static void add_link(struct html_out *o, const char *rel, struct str type, struct url to)
{
	html_raw(o, S("<link rel=\""));
	html_raw(o, str_of(rel));
	html_raw(o, S("\" type=\""));
	html_raw(o, type);
	html_raw(o, S("\" href=\""));
	html_address(o, to);
	html_raw(o, S("\"/>\n"));
}

static void add_author(struct html_out *o, struct str name)
{
	html_raw(o, S("<author>"));
	xml_element(o, "name", name);
	html_raw(o, S("</author>\n"));
}

/* Named by the feed and the key: the address of a page follows its title, which may be corrected. */
static void add_entry(struct request *rq, struct html_out *o, const struct feed *f,
	const struct feed_entry *e, struct str seed)
{
	struct str name = str_fmt(rq->a, "%.*s#%.*s", ARG(f->self.s), ARG(e->key));

	html_raw(o, S("<entry>\n"));
	xml_element(o, "id", feed_id(rq->a, seed, name));
	xml_element(o, "title", e->title);
	add_link(o, "alternate", S("text/html"), site_absolute(rq, e->page));
	xml_instant(o, "updated", e->updated);
	xml_instant(o, "published", e->published == INSTANT_NONE ? e->updated : e->published);
	if (e->author.n)
		add_author(o, e->author);
	if (e->category.n) {
		html_raw(o, S("<category term=\""));
		html_str(o, e->category);
		html_raw(o, S("\"/>\n"));
	}
	if (e->summary.n)
		xml_element(o, "summary", e->summary);
	html_raw(o, S("</entry>\n"));
}

static instant updated_of(const struct feed *f)
{
	instant newest = f->n ? f->entries[0].updated : f->updated;

	for (size_t i = 1; i < f->n; i++)
		newest = f->entries[i].updated > newest ? f->entries[i].updated : newest;
	return newest;
}

struct reply feed_reply(struct request *rq, const struct feed *f, struct str seed)
{
	struct html_out o = page_out(rq);

	html_raw(&o, XML);
	html_raw(&o, S("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""));
	html_raw(&o, lang_code(rq->lang));
	html_raw(&o, S("\">\n"));
	xml_element(&o, "id", feed_id(rq->a, seed, f->self.s));
	xml_element(&o, "title", f->title);
	if (f->subtitle.n)
		xml_element(&o, "subtitle", f->subtitle);
	xml_instant(&o, "updated", updated_of(f));
	add_link(&o, "self", S("application/atom+xml"), site_absolute(rq, f->self));
	add_link(&o, "alternate", S("text/html"), site_absolute(rq, f->page));
	add_author(&o, f->owner);
	for (size_t i = 0; i < f->n; i++)
		add_entry(rq, &o, f, &f->entries[i], seed);
	html_raw(&o, S("</feed>\n"));
	return (struct reply){
		.status = 200, .type = S("application/atom+xml; charset=utf-8"), .body = buf_str(o.out)
	};
}

struct reply sitemap_reply(struct request *rq, const struct sitemap_url *urls, size_t n)
{
	struct html_out o = page_out(rq);

	html_raw(&o, XML);
	html_raw(&o, S("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
	for (size_t i = 0; i < n && i < LIMIT_SITEMAP_URLS; i++) {
		html_raw(&o, S("<url><loc>"));
		html_address(&o, site_absolute(rq, urls[i].page));
		html_raw(&o, S("</loc>"));
		if (urls[i].changed != INSTANT_NONE)
			xml_instant(&o, "lastmod", urls[i].changed);
		html_raw(&o, S("</url>\n"));
	}
	html_raw(&o, S("</urlset>\n"));
	return (struct reply){
		.status = 200, .type = S("application/xml; charset=utf-8"), .body = buf_str(o.out)
	};
}
