/* A file that somebody gave. Offered to be saved, never shown: what is in it comes from outside. */
#include "record/record_file.h"
#include "record/record_web.h"

enum { SHORT_HASH_CHARS = 12 };

/* Whether a step of the record names it: a hash alone opens nothing. */
static bool is_named(const struct record_kind *k, const struct record_story *story, struct str hash)
{
	for (int f = 0; f < k->fields_n; f++)
		for (int i = 0; k->fields[f].kind == RECORD_FILE && i < story->n; i++)
			if (str_eq(story->events[i].values[f], hash))
				return true;
	return false;
}

must_check static const struct fault *read_bytes(
	struct request *rq, struct str hash, struct str *bytes, bool *found)
{
	READER held = { 0 };

	TRY(site_reader(rq, &held));
	return record_file_read(held.db, hash, bytes, found);
}

/* The name says nothing that was sealed: Content-Disposition stands in logs of proxies. */
static struct reply as_attachment(struct request *rq, struct str hash, struct str bytes)
{
	const struct record_file_type *type = record_file_type(bytes);
	struct str name = str_fmt(rq->a, "chung-minh-%.*s.%s", ARG(str_sub(hash, 0, SHORT_HASH_CHARS)),
		type ? type->extension : "bin");

	return reply_file(rq, type ? type->mime : S("application/octet-stream"), name, bytes);
}

struct reply record_file_get(struct request *rq, const struct record_web *web)
{
	struct str hash = request_param(rq, "hash"), bytes = { 0 };
	struct record_story story = { 0 };
	bool found = false;
	void *state;
	const struct fault *f = record_open(rq, web, &state, &story);

	if (!f && state && record_file_hash_valid(hash) && is_named(web->type->kind, &story, hash))
		f = read_bytes(rq, hash, &bytes, &found);
	if (f)
		return reply_fault(f);
	return found ? as_attachment(rq, hash, bytes)
		     : reply_error(404, msg_text(rq->lang, MSG_record_no_file));
}
