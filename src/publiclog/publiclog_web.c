#include "publiclog/publiclog_web.h"

#include "agency/entry.h"
#include "journal/journal_store.h"
#include "publiclog/publiclog_html.h"
#include "site/site_web.h"

enum { MAX_POSITION_DIGITS = 15 };

/* Kinds whose public part is on other pages too. What people are still drafting stands in entries of records:
 * of those only kind, time and hash are shown until the log is published as a whole. */
static bool is_public(struct str kind)
{
	static const struct str begins[] = { S_INIT("dossier."), S_INIT("agency."), S_INIT("procedure."),
		S_INIT("calendar."), S_INIT("contact.") };

	for (size_t i = 0; i < COUNT(begins); i++)
		if (str_starts(kind, begins[i]))
			return true;
	return false;
}

static const struct publiclog_kind *kinds_of(enum lang lang, struct arena *a, size_t *n)
{
	static const enum msg words[][3] = {
		{ MSG_publiclog_k_dossier, MSG_publiclog_k_dossier_shown, MSG_publiclog_k_dossier_sealed },
		{ MSG_publiclog_k_catalogue, MSG_publiclog_k_catalogue_shown,
			MSG_publiclog_k_catalogue_sealed },
		{ MSG_publiclog_k_contact, MSG_publiclog_k_contact_shown, MSG_publiclog_k_contact_sealed },
		{ MSG_publiclog_k_record, MSG_publiclog_k_record_shown, MSG_publiclog_k_record_sealed },
	};
	struct publiclog_kind *list = NEW_ARRAY(a, struct publiclog_kind, COUNT(words));

	for (*n = 0; *n < COUNT(words); (*n)++)
		list[*n] = (struct publiclog_kind){ msg_text(lang, words[*n][0]),
			msg_text(lang, words[*n][1]), msg_text(lang, words[*n][2]) };
	return list;
}

static struct str base64_of(struct arena *a, const struct sha256 *h)
{
	struct buf b = { .a = a };

	add_base64(&b, (struct str){ (const char *)h->b, sizeof h->b });
	return buf_str(&b);
}

static struct url entry_url(struct request *rq, int64_t position)
{
	return url_query_int(rq->a, url_path(S("/nhat-ky")), S("muc"), position);
}

must_check static const struct fault *read_entry(
	struct request *rq, struct db *db, int64_t size, struct publiclog_entry *e)
{
	JOURNAL_CURSOR c = { 0 };
	bool more = false;

	TRY(journal_read(db, e->position, e->position + 1, &c));
	TRY(journal_next(&c, &more));
	if (!more)
		return FAULT(rq->a, FAULT_CORRUPT, "journal has no entry %lld", (long long)e->position);
	struct sha256 leaf = merkle_leaf(c.row.bytes);

	e->found = true;
	e->kind = str_dup(rq->a, entry_kind_of(c.row.bytes));
	e->recorded = c.row.recorded;
	e->hash = base64_of(rq->a, &leaf);
	e->bytes = is_public(e->kind) ? str_dup(rq->a, c.row.bytes) : S("");
	e->has_before = e->position > 0;
	e->has_next = e->position + 1 < size;
	e->before = entry_url(rq, e->position - e->has_before);
	e->next = entry_url(rq, e->position + 1);
	return NULL;
}

/* What was typed as a position below size, or what is wrong with it. */
static void read_position(struct request *rq, int64_t size, struct publiclog_entry *e)
{
	static const struct field fields[] = { FIELD_TEXT(
		struct publiclog_entry, typed, "muc", 0, MAX_POSITION_DIGITS) };
	struct form f = form_read_query(rq, fields, COUNT(fields), e);
	struct buf why = { .a = rq->a };

	e->typed = form_raw(&f, "muc");
	e->asked = e->typed.n > 0;
	if (!e->asked)
		return;
	if (!f.error_count && str_int(e->typed, &e->position) && e->position >= 0 && e->position < size)
		return;
	if (size)
		msg_publiclog_no_entry(&why, rq->lang, size - 1);
	else
		buf_add(&why, msg_text(rq->lang, MSG_publiclog_empty));
	e->problem = buf_str(&why);
}

must_check static const struct fault *read_newest(struct db *db, struct publiclog_view *v)
{
	JOURNAL_CURSOR c = { 0 };
	bool more = false;

	TRY(journal_read(db, v->size ? v->size - 1 : 0, v->size, &c));
	TRY(journal_next(&c, &more));
	v->newest = more ? c.row.recorded : INSTANT_NONE;
	return NULL;
}

must_check static const struct fault *fill(struct request *rq, struct publiclog_view *v)
{
	READER reader = { 0 };
	struct sha256 root;

	TRY(site_reader(rq, &reader));
	TRY(journal_size(reader.db, &v->size));
	TRY(journal_root(reader.db, v->size, &root));
	TRY(read_newest(reader.db, v));
	v->root = base64_of(rq->a, &root);
	read_position(rq, v->size, &v->entry);
	if (v->entry.asked && !v->entry.problem.n)
		return read_entry(rq, reader.db, v->size, &v->entry);
	return NULL;
}

struct reply publiclog_get(struct request *rq)
{
	CATALOGUE held = site_catalogue(rq);
	struct publiclog_view v = { 0 };
	struct page page = site_page(rq, held.c, NAV_NONE, msg_text(rq->lang, MSG_publiclog_title));
	struct html_out o = page_out(rq);
	const struct fault *f = fill(rq, &v);

	if (f)
		return reply_fault(f);
	v.kinds = kinds_of(rq->lang, rq->a, &v.kinds_n);
	page.description = msg_text(rq->lang, MSG_publiclog_lead);
	page.has_errors = v.entry.problem.n > 0;
	page.no_index = v.entry.asked;
	publiclog_page(&o, &page, &v);
	struct reply r = page_reply(&o);

	r.status = page.has_errors ? 400 : 200;
	return r;
}
