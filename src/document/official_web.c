#include "document/official_web.h"

#include "out/official_out.h"
#include "search/fold.h"
#include "site/site_web.h"

bool official_format_from(struct str s, enum official_format *out)
{
	*out = str_eq(s, S("odt")) ? OFFICIAL_ODT : OFFICIAL_PDF;
	return str_eq(s, S("odt")) || str_eq(s, S("pdf"));
}

/* Letters that every system takes; a name without any is called after the type. */
static struct str ascii_name(
	struct arena *a, const struct official *d, struct str filename, const char *ending)
{
	struct str name = slug(a, filename);

	if (!name.n)
		name = slug(a, official_type_name(d->type));
	name = name.n ? name : S("cong-van");
	return str_fmt(a, "%.*s%s", ARG(name), ending);
}

/* For whoever keeps the template, by whoever asked for the document. */
static struct reply template_refused(struct request *rq, struct str path, const struct template_problem *p)
{
	struct buf b = { .a = rq->a };
	struct str file = str_sub(path, str_find(path, S("templates/")), path.n);

	if (p->fault == TEMPLATE_UNKNOWN)
		msg_document_template_unknown(&b, rq->lang, file, p->name);
	else
		msg_document_template_broken(&b, rq->lang, file);
	return reply_error(500, buf_str(&b));
}

static struct reply odt_reply(struct request *rq, const struct official *d, struct str filename)
{
	struct str template, path, bytes;
	struct template_problem problem;
	const struct fault *f =
		official_template_read(rq->a, province_dir(rq->app->province), d->type, &template, &path);

	if (f)
		return reply_fault(f);
	if (!official_odt(rq->a, d, template, &bytes, &problem))
		return template_refused(rq, path, &problem);
	return reply_file(rq, S("application/vnd.oasis.opendocument.text"),
		ascii_name(rq->a, d, filename, ".odt"), bytes);
}

struct reply official_reply(
	struct request *rq, const struct official *d, enum official_format format, struct str filename)
{
	struct str bytes;
	struct reply r;
	const struct fault *f = NULL;

	if (format == OFFICIAL_ODT) {
		r = odt_reply(rq, d, filename);
	} else {
		f = official_pdf(rq->a, d, &bytes);
		r = f ? reply_fault(f)
		      : reply_file(rq, S("application/pdf"), ascii_name(rq->a, d, filename, ".pdf"), bytes);
	}
	r.no_store = true;
	return r;
}

struct reply official_template_get(struct request *rq)
{
	return reply_file(
		rq, S("application/vnd.oasis.opendocument.text"), S("van-ban.odt"), official_template(rq->a));
}
