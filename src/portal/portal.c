#include "portal/portal.h"

void page_crumb(struct page *p, enum lang lang, struct str name, struct url to)
{
	if (!p->crumb_count)
		p->crumbs[p->crumb_count++] =
			(struct crumb){ msg_text(lang, MSG_portal_home), url_path(S("/")) };
	assert(p->crumb_count < PAGE_CRUMBS);
	p->crumbs[p->crumb_count++] = (struct crumb){ name, to };
}

static const struct nav_entry entries[] = {
	{ NAV_HOME, S_INIT("/"), MSG_portal_home },
	{ NAV_PROCEDURES, S_INIT("/thu-tuc"), MSG_portal_procedures },
	{ NAV_TRACKING, S_INIT("/tra-cuu"), MSG_portal_tracking },
	{ NAV_NEWS, S_INIT("/tin-tuc"), MSG_portal_news },
	{ NAV_LEGAL, S_INIT("/van-ban"), MSG_portal_legal },
	{ NAV_FIGURES, S_INIT("/so-lieu"), MSG_portal_figures },
	{ NAV_FEEDBACK, S_INIT("/phan-anh"), MSG_portal_feedback },
};

const struct nav_entry *nav_entries(size_t *n)
{
	*n = COUNT(entries);
	return entries;
}

struct str nav_name(enum lang lang, enum nav nav)
{
	for (size_t i = 0; i < COUNT(entries); i++)
		if (entries[i].nav == nav)
			return msg_text(lang, entries[i].name);
	return (struct str){ 0 };
}

struct str size_word(enum text_size s)
{
	static const struct str words[] = { [SIZE_NORMAL] = S_INIT("normal"),
		[SIZE_SMALL] = S_INIT("small"),
		[SIZE_LARGE] = S_INIT("large"),
		[SIZE_LARGEST] = S_INIT("largest") };

	return words[s];
}

struct str contrast_word(enum contrast c)
{
	static const struct str words[] = { [CONTRAST_NORMAL] = S_INIT("normal"),
		[CONTRAST_SOFT] = S_INIT("soft"),
		[CONTRAST_HIGH] = S_INIT("high") };

	return words[c];
}

struct str tone_word(enum tone t)
{
	static const struct str words[] = { [TONE_PLAIN] = S_INIT(""),
		[TONE_INFO] = S_INIT("info"),
		[TONE_WAIT] = S_INIT("wait"),
		[TONE_WARN] = S_INIT("warn"),
		[TONE_GOOD] = S_INIT("good"),
		[TONE_BAD] = S_INIT("bad") };

	return words[t];
}

struct str tone_icon(enum tone t)
{
	static const struct str icons[] = { [TONE_PLAIN] = S_INIT("info"),
		[TONE_INFO] = S_INIT("info"),
		[TONE_WAIT] = S_INIT("pause"),
		[TONE_WARN] = S_INIT("triangle-alert"),
		[TONE_GOOD] = S_INIT("circle-check"),
		[TONE_BAD] = S_INIT("circle-alert") };

	return icons[t];
}

struct str deadline_word(enum deadline_look look)
{
	static const struct str words[] = { [DEADLINE_PLAIN] = S_INIT("plain"),
		[DEADLINE_SOON] = S_INIT("soon"),
		[DEADLINE_LATE] = S_INIT("late"),
		[DEADLINE_PAUSED] = S_INIT("paused"),
		[DEADLINE_DONE] = S_INIT("done") };

	return words[look];
}

struct str deadline_icon(enum deadline_look look)
{
	static const struct str icons[] = { [DEADLINE_PLAIN] = S_INIT("clock"),
		[DEADLINE_SOON] = S_INIT("clock"),
		[DEADLINE_LATE] = S_INIT("circle-alert"),
		[DEADLINE_PAUSED] = S_INIT("pause"),
		[DEADLINE_DONE] = S_INIT("check") };

	return icons[look];
}

struct str weekday_name(enum lang lang, daynum d)
{
	static const enum msg names[] = { MSG_portal_weekday_0, MSG_portal_weekday_1, MSG_portal_weekday_2,
		MSG_portal_weekday_3, MSG_portal_weekday_4, MSG_portal_weekday_5, MSG_portal_weekday_6 };

	return msg_text(lang, names[weekday(d)]);
}

/* First, last, and those around the current one; a 0 stands for the pages between. */
struct pager_list pager_list(const struct pager *p)
{
	struct pager_list l = { 0 };
	int64_t before = 0;

	for (int64_t n = 1; n <= p->pages; n = n < p->page - 1 && n > 1 ? p->page - 1 : n + 1) {
		bool near = n >= p->page - 1 && n <= p->page + 1;

		if (n > p->page + 1 && n < p->pages)
			n = p->pages;
		if (!near && n != 1 && n != p->pages)
			continue;
		if (n > before + 1)
			l.links[l.count++] = 0;
		l.links[l.count++] = before = n;
	}
	return l;
}

struct url pager_url(struct arena *a, const struct pager *p, int64_t n)
{
	return n == 1 ? p->base : url_query_int(a, p->base, p->param, n);
}
