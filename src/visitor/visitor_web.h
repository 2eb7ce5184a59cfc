#pragma once
/*
 * Forms for people without an account. Their pages are kept by caches, so they carry nothing that was made
 * for one visitor; the route has the flag ROUTE_ANONYMOUS. A browser says where a form comes from (Origin,
 * Sec-Fetch-Site), and the gate refuses those of other sites. One that says neither is asked once more, on a
 * page that no cache keeps and that holds a note of ours:
 *
 *	if (!visitor_is_proven(rq, "danh-gia"))
 *		return visitor_ask(rq, &page, "danh-gia", &(struct visitor_question){ … });
 */
#include "site/site_web.h"
#include "visitor/visitor.h"

/* The part of the asker's address that stands for one client (struct str into out, 16 bytes); all programs on
 * this machine are one. */
struct str visitor_network(const struct request *rq, char out[16]);
/* The form comes from a page of ours. */
must_check bool visitor_is_proven(struct request *rq, const char *purpose);

struct visitor_field {
	struct str name, value;
};
struct visitor_question {
	struct str title, words, button; /* "Gửi đánh giá này?" */
	struct url action, back;
	const struct visitor_field *fields; /* what was typed, to be sent again */
	size_t fields_n;
};
struct reply visitor_ask(
	struct request *rq, struct page *page, const char *purpose, const struct visitor_question *question);
/* For the template. */
#define VISITOR_NOTE_NAME "xac-nhan"
struct visitor_ask_view {
	const struct visitor_question *question;
	struct str note;
};
