#include "visitor/visitor_web.h"
#include "http/rate.h"
#include "visitor/visitor_html.h"

enum { NOTE_CHARS = 64 };

struct str visitor_network(const struct request *rq, char out[16])
{
	struct str client = rate_client(rq);

	return client.n ? rate_network(client, out) : S("local");
}

bool visitor_is_proven(struct request *rq, const char *purpose)
{
	struct typed {
		struct str note;
	} typed = { 0 };
	static const struct field fields[] = { FIELD_TEXT(
		struct typed, note, VISITOR_NOTE_NAME, 0, NOTE_CHARS) };
	char network[16];

	if (rq->headers.origin.n || rq->headers.fetch_site.n)
		return true; /* the gate has looked at them */
	struct form f = form_read_body(rq, fields, COUNT(fields), &typed);

	return !f.error_count && typed.note.n &&
	       visitor_note_is_good(&rq->app->form_key, str_of(purpose), visitor_network(rq, network),
		       typed.note, rq->now);
}

struct reply visitor_ask(
	struct request *rq, struct page *page, const char *purpose, const struct visitor_question *question)
{
	char network[16];
	struct visitor_ask_view v = { question, visitor_note(rq->a, &rq->app->form_key, str_of(purpose),
							visitor_network(rq, network), rq->now) };
	struct html_out o = page_out(rq);

	page->no_index = true;
	visitor_page(&o, page, &v);
	struct reply r = page_reply(&o);

	r.no_store = true;
	return r;
}
