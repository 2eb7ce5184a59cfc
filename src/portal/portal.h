#pragma once
/*
 * What every page shares: its frame (layout), its settings, and the small parts that features put into their
 * own templates. The HTML of the parts is shown in web/GALLERY.md. A feature's page is
 *
 *	{{ define x_page(struct html_out *o, const struct page *page, const struct x *x) }}
 *	{{ markup body }}<div class="container">…</div>{{ end }}
 *	{{ call layout(o, page, body) }}
 *	{{ end }}
 *
 * and its handler fills a struct page with page_for() and answers with page_reply().
 */
#include "base/date.h"
#include "html/html.h"

enum nav { NAV_NONE, NAV_HOME, NAV_PROCEDURES, NAV_TRACKING, NAV_NEWS, NAV_LEGAL, NAV_FIGURES, NAV_FEEDBACK };
enum text_size { SIZE_NORMAL, SIZE_SMALL, SIZE_LARGE, SIZE_LARGEST };
enum contrast { CONTRAST_NORMAL, CONTRAST_SOFT, CONTRAST_HIGH };
struct reading {
	enum text_size size;
	enum contrast contrast;
};

struct crumb {
	struct str name;
	struct url to;
};
/* What machines read of the page; filled with portal/meta.h. Zero: nothing but what every page says. */
struct page_feed {
	struct str title;
	struct url to;
};
enum { PAGE_CRUMBS = 4, PAGE_FEEDS = 3, PAGE_LINKED = 3 };
struct page_meta {
	struct url canonical; /* where the page has its home, when that is not `here`; without ?lang= */
	struct str type;      /* of OpenGraph; empty: "website" */
	struct url
		image; /* a picture of the page, at least 200 px wide; with words for who does not see it */
	struct str image_alt;
	int64_t image_width, image_height;
	instant published, modified; /* of an article; INSTANT_NONE: not told */
	struct page_feed feeds[PAGE_FEEDS];
	size_t feeds_n;
	struct str linked[PAGE_LINKED]; /* JSON-LD, one object each */
	size_t linked_n;
};
struct page {
	struct str title;       /* of the page alone; the site's name is added. Empty on the home page */
	struct str description; /* for search engines; may be empty */
	enum nav nav;           /* the entry of the menu that this page belongs to */
	struct crumb crumbs[PAGE_CRUMBS]; /* parents only, the home page first; see page_crumb() */
	size_t crumb_count;
	struct reading reading;
	instant now;
	struct url here;       /* this page, its query included: where a setting returns to */
	struct url other_lang; /* the same page in the other language */
	struct str site;  /* "https://tthc.tinh.vn" when it is known: whole addresses for machines begin with
			     it */
	struct str owner; /* whose portal this is; empty: a neutral word */
	struct page_meta meta;
	bool synthetic;  /* shows data made for demonstration: says so at the top */
	bool has_errors; /* the form on it was refused: the title says so first */
	bool no_index;   /* search engines should leave it out: tracking, errors */
};
/* Adds a parent; the first call adds the home page before it. Past PAGE_CRUMBS a bug. */
void page_crumb(struct page *p, enum lang lang, struct str name, struct url to);

/* How loud a tag, a tile or a notice is. */
enum tone { TONE_PLAIN, TONE_INFO, TONE_WAIT, TONE_WARN, TONE_GOOD, TONE_BAD };
struct str tone_word(enum tone t); /* "", "info", "wait", "warn", "good", "bad": the classes' endings */
/* What a deadline badge looks like (GALLERY.md). */
enum deadline_look { DEADLINE_PLAIN, DEADLINE_SOON, DEADLINE_LATE, DEADLINE_PAUSED, DEADLINE_DONE };
/* "Thứ Hai" of a day. */
struct str weekday_name(enum lang lang, daynum d);

/* One page of a list: page 1 … pages; base is the list's address with its query, without the page. */
struct pager {
	struct url base;
	struct str param; /* name of the query parameter, "trang" */
	int64_t page, pages;
};
struct visit_view;
/* The home page. All may be empty; then that section is left out. */
struct home_procedure {
	struct str code, name, agency;
	struct str allowance; /* "5 ngày làm việc" */
	struct str online;    /* "Trực tuyến toàn trình" */
	enum tone online_tone;
};
struct home_field {
	struct str name;
	struct url to;
	int64_t count; /* of procedures */
};
struct home_agency {
	struct str name;
	struct url to; /* its figures */
	int64_t received, in_time, in_progress, overdue;
	struct url received_to, in_time_to, in_progress_to, overdue_to; /* the dossiers of each */
};
struct home_news {
	struct str title;
	struct url to;
	instant published;
};
struct legal_newest;
struct home {
	const struct home_procedure *procedures;
	size_t procedure_count;
	int64_t procedure_total;
	const struct home_field *fields;
	size_t field_count;
	const struct home_agency *agencies;
	size_t agency_count;
	daynum from, to; /* the period of the agencies' figures */
	const struct home_news *news;
	size_t news_n;
	const struct legal_newest *legal; /* legal/legal_view.h; NULL: none */
	bool takes_feedback;
	const struct visit_view *visits; /* visit/visit_web.h */
};

/* The rest is for the templates of this folder. */
/* An entry of the main menu, in the order in which they stand there. */
struct nav_entry {
	enum nav nav;
	struct str path;
	enum msg name;
};
const struct nav_entry *nav_entries(size_t *n);
/* The name of the entry that the page belongs to, empty when there is none. */
struct str nav_name(enum lang lang, enum nav nav);
struct str size_word(enum text_size s);
struct str contrast_word(enum contrast c);
/* The pages to link to, in order, 0 where some are left out. */
enum { PAGER_LINKS = 9 };
struct pager_list {
	int64_t links[PAGER_LINKS];
	size_t count;
};
struct pager_list pager_list(const struct pager *p);
struct url pager_url(struct arena *a, const struct pager *p, int64_t n);
struct str deadline_word(enum deadline_look look);
struct str deadline_icon(enum deadline_look look);
struct str tone_icon(enum tone t);
