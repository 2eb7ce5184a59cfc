#include "portal/asset_web.h"

#include "portal/assets.h"

const struct asset *asset_find(struct str name)
{
	for (size_t i = 0; i < ASSET_COUNT; i++)
		if (str_eq(assets[i].name, name))
			return &assets[i];
	return NULL;
}

/* "br;q=0" is a no; any other weight is a yes: brotli is smaller than gzip for everybody. */
static bool takes(struct str accepted, struct str coding)
{
	struct str piece, name;

	while (str_cut(&accepted, ',', &piece)) {
		if (!str_cut(&piece, ';', &name) || !str_eq(str_trim(name), coding))
			continue;
		struct str weight = str_trim(piece);
		return !(str_eq(weight, S("q=0")) || str_eq(weight, S("q=0.0")) ||
			 str_eq(weight, S("q=0.00")) || str_eq(weight, S("q=0.000")));
	}
	return false;
}

struct reply asset_get(struct request *rq)
{
	const struct asset *a = asset_find(request_param(rq, "name"));

	if (!a)
		return reply_error(404, (struct str){ 0 });
	struct reply r = { .status = 200, .type = a->type, .body = a->plain, .immutable = true };
	bool has_variants = a->brotli.n > 0;
	bool brotli = has_variants && takes(rq->headers.accept_encoding, S("br"));
	bool gzip = has_variants && !brotli && takes(rq->headers.accept_encoding, S("gzip"));

	if (has_variants)
		reply_add_header(&r, S("Vary"), S("Accept-Encoding"));
	if (brotli || gzip) {
		r.body = brotli ? a->brotli : a->gzip;
		r.is_encoded = true;
		reply_add_header(&r, S("Content-Encoding"), brotli ? S("br") : S("gzip"));
	}
	return r;
}
