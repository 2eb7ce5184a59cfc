#include "picture/picture_web.h"
#include "picture/picture_store.h"
#include "record/record_file.h"

/* "640.webp" */
static bool parse_name(struct str name, int *width, enum picture_format *format)
{
	size_t dot = str_find_char(name, '.');
	struct str ending = str_sub(name, dot + 1, name.n);
	int64_t w;

	if (!str_int(str_sub(name, 0, dot), &w) || w < 1 || w > PICTURE_LARGEST)
		return false;
	*width = (int)w;
	*format = str_eq(ending, S("webp"))  ? PICTURE_WEBP
		  : str_eq(ending, S("jpg")) ? PICTURE_JPEG
					     : PICTURE_NO_FORMAT;
	return *format != PICTURE_NO_FORMAT;
}

must_check static const struct fault *read_variant(
	struct request *rq, bool for_all, enum picture_format *format, struct str *bytes, bool *found)
{
	struct str hash = request_param(rq, "hash");
	READER held = { 0 };
	int width;

	*found = false;
	if (!record_file_hash_valid(hash) || !parse_name(request_param(rq, "name"), &width, format))
		return NULL;
	TRY(site_reader(rq, &held));
	*found = true;
	if (for_all)
		TRY(picture_is_shown(held.db, hash, found));
	return *found ? picture_variant_read(held.db, hash, width, *format, bytes, found) : NULL;
}

static struct reply send(struct request *rq, bool for_all)
{
	enum picture_format format = PICTURE_NO_FORMAT;
	struct str bytes = { 0 };
	bool found;
	const struct fault *f = read_variant(rq, for_all, &format, &bytes, &found);

	if (f)
		return reply_fault(f);
	if (!found)
		return reply_error(404, msg_text(rq->lang, MSG_picture_none));
	return (struct reply){ .status = 200,
		.type = format == PICTURE_WEBP ? S("image/webp") : S("image/jpeg"),
		.body = bytes,
		.immutable = for_all };
}

struct reply picture_get(struct request *rq)
{
	return send(rq, true);
}

struct reply picture_draft_get(struct request *rq)
{
	return send(rq, false);
}

const struct fault *picture_take(
	struct request *rq, struct str bytes, struct picture_made *made, enum picture_refusal *refusal)
{
	PLACE place = { 0 };
	struct picture_head head;

	*refusal = picture_read_head(bytes, &head);
	if (*refusal)
		return NULL;
	TRY(site_place(rq, &rq->app->decoding, LIMIT_PICTURE_DECODES, &place));
	*refusal = picture_make(rq->a, bytes, made);
	return NULL;
}
