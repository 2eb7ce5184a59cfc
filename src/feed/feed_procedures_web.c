/* Changes of procedures as a feed: what decisions published, newest first. */
#include "feed/feed.h"
#include "feed/feed_web.h"
#include "journal/journal_store.h"
#include "procedure/procedure_page.h"

#include <stdlib.h>

/* The newest entries of the journal stand first: what was published last, whenever it holds from. */
static int by_position(const void *a, const void *b)
{
	const struct procedure_version *const *x = a, *const *y = b;

	return ((*x)->valid.position < (*y)->valid.position) - ((*x)->valid.position > (*y)->valid.position);
}

/* Versions that a decision brought, and that no later one corrected. */
static const struct procedure_version **changes_of(struct request *rq, const struct catalogue *c, size_t *n)
{
	const struct procedure_version **list = NULL;
	size_t cap = 0;

	*n = 0;
	for (int i = 1; i <= c->procedures.n; i++) {
		const struct procedure *p = &c->procedures.procedures[i];

		for (int k = 0; k < p->versions_n; k++) {
			if (p->versions[k]->change == CHANGE_NONE ||
				!validity_counts(p->valid, p->versions_n, k, KNOWN_NOW))
				continue;
			list = arena_grow(rq->a, list, *n, &cap, sizeof(struct procedure_version *));
			list[(*n)++] = p->versions[k];
		}
	}
	if (list)
		qsort(list, *n, sizeof *list, by_position);
	*n = *n < LIMIT_FEED_ENTRIES ? *n : LIMIT_FEED_ENTRIES;
	return list;
}

/* "Công bố theo Quyết định số … ngày 25/02/2022; áp dụng từ 01/03/2022. …" */
static struct str summary_of(struct request *rq, const struct catalogue *c, const struct procedure_version *v)
{
	struct buf b = { .a = rq->a };

	if (v->decision.n && v->decision_date != DAYNUM_NONE)
		msg_feed_decision_of(&b, rq->lang, v->decision, v->decision_date);
	else if (v->decision.n)
		msg_feed_decision(&b, rq->lang, v->decision);
	if (b.n)
		buf_char(&b, ' ');
	if (v->valid.from != DAYNUM_NONE) {
		msg_feed_from(&b, rq->lang, v->valid.from);
		buf_char(&b, ' ');
	}
	msg_feed_facts(
		&b, rq->lang, site_agency_name(rq, c, v->agency), allowance_text(rq->a, rq->lang, v->allow));
	return buf_str(&b);
}

must_check static const struct fault *entry_of(struct request *rq, struct db *db, const struct catalogue *c,
	const struct procedure_version *v, struct feed_entry *e)
{
	static const enum msg words[PROCEDURE_CHANGE_N] = { [CHANGE_NONE] = MSG_procedure_web_change_none,
		[CHANGE_NEW] = MSG_procedure_web_change_new,
		[CHANGE_AMENDED] = MSG_procedure_web_change_amended,
		[CHANGE_REPLACED] = MSG_procedure_web_change_replaced,
		[CHANGE_ABOLISHED] = MSG_procedure_web_change_abolished,
		[CHANGE_SHORTENED] = MSG_procedure_web_change_shortened };
	JOURNAL_CURSOR cursor = { 0 };
	bool more = false;

	TRY(journal_read(db, v->valid.position, v->valid.position + 1, &cursor));
	TRY(journal_next(&cursor, &more));
	*e = (struct feed_entry){ .page = url_segment(rq->a, url_path(S("/thu-tuc")), v->code),
		.key = str_fmt(rq->a, "%lld", (long long)v->valid.position),
		.title =
			str_fmt(rq->a, "%.*s: %.*s", ARG(msg_text(rq->lang, words[v->change])), ARG(v->name)),
		.summary = summary_of(rq, c, v),
		.category = v->field,
		.updated = more ? cursor.row.recorded : rq->now };
	return NULL;
}

must_check static const struct fault *fill(
	struct request *rq, const struct catalogue *c, struct feed *f, struct str *seed)
{
	READER reader = { 0 };
	const struct procedure_version **list = changes_of(rq, c, &f->n);
	struct feed_entry *entries = NEW_ARRAY(rq->a, struct feed_entry, f->n + 1);

	TRY(site_reader(rq, &reader));
	TRY(feed_seed(rq, reader.db, seed));
	for (size_t i = 0; i < f->n; i++)
		TRY(entry_of(rq, reader.db, c, list[i], &entries[i]));
	f->entries = entries;
	return NULL;
}

struct reply procedures_feed_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct page page = site_page(rq, held.c, NAV_NONE, S(""));
	struct feed f = { .title = msg_text(rq->lang, MSG_feed_procedures),
		.subtitle = msg_text(rq->lang, MSG_feed_procedures_what),
		.owner = page.owner.n ? page.owner : msg_text(rq->lang, MSG_portal_owner),
		.page = url_path(S("/thu-tuc")),
		.self = url_path(S("/thu-tuc/atom.xml")),
		.updated = rq->now };
	struct str seed;
	const struct fault *fault = fill(rq, held.c, &f, &seed);

	return fault ? reply_fault(fault) : feed_reply(rq, &f, seed);
}
