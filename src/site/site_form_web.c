#include "site/site_web.h"

#include "msg/messages.h"

static struct str choices_of(struct arena *a, const struct field *f)
{
	struct buf b = { .a = a };

	for (const char *const *w = f->words; w && *w; w++)
		if (**w)
			buf_fmt(&b, "%s%s", b.n ? ", " : "", *w);
	return buf_str(&b);
}

static void say(struct buf *out, enum lang lang, const struct field *f, const struct form_value *v)
{
	struct str name = str_of(f->name);

	switch (v->problem) {
	case FORM_FINE: return;
	case FORM_MISSING: msg_site_web_missing(out, lang, name); return;
	case FORM_BAD_NUMBER:
	case FORM_OUT_OF_RANGE: msg_site_web_bad_number(out, lang, name, f->min, f->max); return;
	case FORM_BAD_DAY: msg_site_web_bad_day(out, lang, v->raw); return;
	case FORM_BAD_WORD: msg_site_web_bad_value(out, lang, v->raw, name, choices_of(out->a, f)); return;
	case FORM_TWICE: msg_site_web_twice(out, lang, name); return;
	case FORM_TOO_LONG:
	case FORM_TOO_SHORT:
	case FORM_BAD_TEXT:
	case FORM_BAD_CODE: msg_site_web_bad_text(out, lang, name); return;
	}
	impossible();
}

struct str site_form_problem(struct request *rq, const struct form *f)
{
	struct buf b = { .a = rq->a };

	if (f->unreadable)
		return msg_text(rq->lang, MSG_site_web_unreadable);
	for (size_t i = 0; i < f->count && !b.n; i++)
		say(&b, rq->lang, &f->fields[i], &f->values[i]);
	return buf_str(&b);
}
