#include "portal/asset_web.h"

#include "portal/assets.h"

const struct embedded_file *asset_find(struct str name)
{
	for (int i = 0; i < assets_n; i++)
		if (str_eq(assets[i].path, name))
			return &assets[i];
	return NULL;
}

struct url asset_url(struct arena *a, struct str name)
{
	const struct embedded_file *f = asset_find(name);

	assert(f);
	return url_segment(a, url_segment(a, url_path(S("/tinh")), f->hash), f->path);
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
	const struct embedded_file *f = asset_find(request_param(rq, "name"));

	if (!f || !str_eq(f->hash, request_param(rq, "hash")))
		return reply_error(404, (struct str){ 0 });
	struct reply r = { .status = 200, .type = f->type, .body = f->raw, .immutable = true };

	if (f->br.n && takes(rq->headers.accept_encoding, S("br"))) {
		r.body = f->br;
		reply_add_header(&r, S("Content-Encoding"), S("br"));
	} else if (f->gz.n && takes(rq->headers.accept_encoding, S("gzip"))) {
		r.body = f->gz;
		reply_add_header(&r, S("Content-Encoding"), S("gzip"));
	}
	r.is_encoded = r.header_count > 0;
	return r;
}
