/* robots.txt and security.txt. */
#include "feed/feed.h"
#include "feed/feed_web.h"
#include "setting/portal_setting.h"
#include "setting/setting_store.h"

/* What is for staff, of one person, or never the same twice is no use in a search engine. */
struct reply robots_get(struct request *rq)
{
	static const char *const closed[] = { "/lam-viec", "/dang-nhap", "/dang-xuat", "/tuy-chinh/",
		"/tra-cuu?", "/so-lieu/ho-so", "/api/", "/healthz", "/metrics" };
	struct buf b = { .a = rq->a };

	buf_add(&b, S("User-agent: *\n"));
	for (size_t i = 0; i < COUNT(closed); i++)
		buf_fmt(&b, "Disallow: %s\n", closed[i]);
	buf_fmt(&b, "\nSitemap: %.*s\n", ARG(site_absolute(rq, url_path(S("/sitemap.xml"))).s));
	return reply_text(200, buf_str(&b));
}

/* Without a contact, or after the day until which somebody vouched for it, there is none: an address that
 * nobody reads is worse than none (docs/operations.md). */
struct reply security_get(struct request *rq)
{
	READER reader = { 0 };
	struct str contact = { 0 }, expires = { 0 };
	struct buf b = { .a = rq->a };
	daynum until = DAYNUM_NONE;
	const struct fault *f = site_reader(rq, &reader);

	f = f ? f : portal_setting(reader.db, PORTAL_SECURITY_CONTACT, &contact);
	f = f ? f : portal_setting(reader.db, PORTAL_SECURITY_EXPIRES, &expires);
	if (f)
		return reply_fault(f);
	if (!contact.n || !parse_day(expires, &until) || day_end(until) < rq->now)
		return reply_error(404, S(""));
	buf_fmt(&b, "Contact: %.*s\nExpires: ", ARG(contact));
	add_instant(&b, day_end(until));
	buf_fmt(&b, "\nPreferred-Languages: vi, en\nCanonical: %.*s\n",
		ARG(site_absolute(rq, url_path(S("/.well-known/security.txt"))).s));
	return reply_text(200, buf_str(&b));
}
